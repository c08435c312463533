"""One interaction, from its arrival to what the person sees, always within Discord's times."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call, Completion, Event, Point, Press, Submission
from bot.model.message import Amend, Ask, Form, Message, Reply, Say, Visibility
from bot.platforms.discord import trouble
from bot.platforms.discord.attachment import fetched
from bot.platforms.discord.draft import REOPEN, Draft, Drafts
from bot.platforms.discord.embed import render
from bot.platforms.discord.intake import Data, arrival, pointed_author
from bot.platforms.discord.modal import modal_of
from bot.platforms.discord.quiet import place_of
from bot.platforms.discord.refusal import ANSWERED, EXPIRED, LATE
from bot.platforms.discord.table import choice_entry
from bot.platforms.platform import Responder

log = logging.getLogger(__name__)

COMPLETION = 2.0
"""Seconds after which typing goes on without suggestions."""


class Exchange:
    """Answers one interaction.

    Discord wants a first response within 3 s: what takes longer than `patience` seconds is
    acknowledged first and follows when it is done, for which the token lives 15 minutes.
    """

    def __init__(
        self,
        interaction: discord.Interaction[Any],
        responder: Responder,
        drafts: Drafts,
        patience: float,
        largest_file: int,
    ) -> None:
        self._interaction = interaction
        self._responder = responder
        self._drafts = drafts
        self._patience = patience
        self._largest_file = largest_file

    async def run(self) -> None:
        """Find out what was meant, do it, show what came of it."""
        came = arrival(self._interaction, self._responder.table)
        if came is None:
            return
        match came.event:
            case Completion() as typed:
                await self._complete(typed)
            case Press(action=Action(verb=verb)) as press if verb == REOPEN:
                await self._reopen(press)
            case Point() as point if self._is_anothers():
                await self._show(point, Say(trouble.NOT_MINE))
            case event:
                await self._respond(event, came.files)

    def _is_anothers(self) -> bool:
        """Whether the message that somebody pointed at is none of ours."""
        return pointed_author(self._interaction) != self._interaction.application_id

    async def _respond(self, event: Event, files: Mapping[str, Data]) -> None:
        work = asyncio.ensure_future(self._reply(event, files))
        try:
            done, _ = await asyncio.wait({work}, timeout=self._patience)
            if not done:
                await self._try(
                    lambda: self._interaction.response.defer(ephemeral=True, thinking=True)
                )
            reply = await work
        except asyncio.CancelledError:
            work.cancel()
            raise
        except Exception as error:
            log.error("The game failed at an interaction: %s", place_of(error))
            reply = Say(trouble.OURS)
        await self._show(event, reply)

    async def _reply(self, event: Event, described: Mapping[str, Data]) -> Reply:
        try:
            match event:
                case Submission() if described:
                    form = self._drafts.sent(event.actor.member_id, event.action, event.values)
                    event = replace(event, files=await self._fetched(described, form))
                case Call() if described:
                    event = replace(event, files=await self._fetched(described, None))
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            return Say(trouble.NO_FILE)
        return await self._responder.respond(event)

    async def _fetched(
        self, described: Mapping[str, Data], form: Form | None
    ) -> Mapping[str, Attachment]:
        return await fetched(self._interaction.client, described, form, self._largest_file)

    async def _show(self, event: Event, reply: Reply) -> None:
        match reply:
            case Ask(form):
                await self._ask(event.actor.member_id, form)
            case Amend(errors):
                await self._amend(event, dict(errors))
            case Say():
                await self._say(reply)

    async def _ask(
        self, member_id: str, form: Form, errors: Mapping[str, str] | None = None
    ) -> None:
        interaction = self._interaction
        sent_form = interaction.type is discord.InteractionType.modal_submit
        if sent_form or interaction.response.is_done():
            action = self._drafts.offer(Draft(form, errors or {}))
            await self._say(Say(trouble.open_form(form.title, action)))
            return
        self._drafts.opened(member_id, form)
        modal = modal_of(form, errors or {})
        await self._try(lambda: interaction.response.send_modal(modal))

    async def _amend(self, event: Event, errors: Mapping[str, str]) -> None:
        if not isinstance(event, Submission):
            await self._say(Say(trouble.OURS))
            return
        form = self._drafts.sent(event.actor.member_id, event.action, event.values)
        problems = tuple(errors.values())
        if form is None:
            await self._say(Say(trouble.typed_text(problems, event.values)))
            return
        action = self._drafts.offer(Draft(form, errors))
        await self._say(Say(trouble.correct_form(problems, action)))

    async def _reopen(self, press: Press) -> None:
        draft = self._drafts.take(press.action)
        if draft is None:
            await self._say(Say(trouble.FORGOTTEN))
        else:
            await self._ask(press.actor.member_id, draft.form, draft.errors)

    async def _say(self, say: Say) -> None:
        interaction = self._interaction
        private = say.visibility is Visibility.ONLY_YOU
        if interaction.response.is_done():
            await self._follow(say.message, private=private)
        elif say.replaces and private and self._from_private():
            await self._try(lambda: self._replace(say.message))
        else:
            await self._try(lambda: self._first(say.message, private=private))

    def _from_private(self) -> bool:
        message = self._interaction.message
        return message is not None and message.flags.ephemeral

    async def _first(self, message: Message, *, private: bool) -> None:
        shown = render(message)
        await self._interaction.response.send_message(
            embeds=shown.embeds,
            view=shown.view(),
            files=shown.files(),
            ephemeral=private,
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _replace(self, message: Message) -> None:
        shown = render(message)
        await self._interaction.response.edit_message(
            content=None,
            embeds=shown.embeds,
            view=shown.view(),
            attachments=shown.files(),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _follow(self, message: Message, *, private: bool) -> None:
        """Fill the acknowledgement, which is private; what is for all is posted after it."""
        await self._try(lambda: self._fill(message if private else trouble.SHARED))
        if not private:
            await self._try(lambda: self._post(message))

    async def _fill(self, message: Message) -> None:
        shown = render(message)
        await self._interaction.edit_original_response(
            embeds=shown.embeds,
            view=shown.view(),
            attachments=shown.files(),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _post(self, message: Message) -> None:
        shown = render(message)
        await self._interaction.followup.send(
            embeds=list(shown.embeds),
            view=shown.view(),
            files=shown.files(),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _complete(self, completion: Completion) -> None:
        try:
            async with asyncio.timeout(COMPLETION):
                choices = await self._responder.complete(completion)
        except TimeoutError:
            choices = ()
        entries = [choice_entry(choice) for choice in choices[:25]]
        offered = [
            app_commands.Choice(name=entry["name"], value=entry["value"])
            for entry in entries
            if 0 < len(entry["value"]) <= 100
        ]
        await self._try(lambda: self._interaction.response.autocomplete(offered))

    async def _try(self, send: Callable[[], Awaitable[object]]) -> None:
        """Send; a lost connection is tried once more, and what is too late is let go.

        What the person did is committed by now and stays so, whether or not they see this.
        """
        for attempt in (1, 2):
            try:
                await send()
                return
            except (aiohttp.ClientError, OSError, discord.DiscordServerError):
                if attempt == 2:
                    log.warning("Discord did not take the answer to an interaction")
            except discord.InteractionResponded:
                return
            except discord.HTTPException as error:
                await self._refused(error)
                return

    async def _refused(self, error: discord.HTTPException) -> None:
        if error.code == ANSWERED:
            return
        if error.code == LATE or error.code in EXPIRED:
            log.info("An interaction was answered too late (Discord's code %s)", error.code)
            return
        log.error("Discord refused an answer to an interaction: code %s", error.code)
        interaction = self._interaction
        if interaction.type is discord.InteractionType.autocomplete:
            return
        with contextlib.suppress(discord.DiscordException, aiohttp.ClientError, OSError):
            if interaction.response.is_done():
                await self._fill(trouble.OURS)
            else:
                await self._first(trouble.OURS, private=True)
