"""Dialogs that were sent: answered by the game, and acknowledged in time whatever happens."""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call, Submission
from bot.model.message import Amend, Ask, Reply, Say, Section, Visibility
from bot.model.text import line
from bot.platforms.platform import Responder
from bot.platforms.slack.background import BackgroundTasks, Deduplicated
from bot.platforms.slack.commands import CALL, path_of
from bot.platforms.slack.errors import Rejected
from bot.platforms.slack.forms import moment_view
from bot.platforms.slack.home import Home
from bot.platforms.slack.interaction import DialogSent
from bot.platforms.slack.people import People
from bot.platforms.slack.rendering import rendered_blocks
from bot.platforms.slack.replies import Replies, typed_again
from bot.platforms.slack.text import Json
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError

_log = logging.getLogger(__name__)
ANSWERS_WITHIN = 2.0
"""Seconds that a sent dialog waits for the game before it asks for patience; Slack waits three."""
SHOWS_WITHIN = 0.6
"""Further seconds in which the reply may be shown before the dialog closes."""
_NO_FILE = (
    "Slack did not hand the file over: the app lacks the permission files:read. "
    "Ask whoever runs the bot to add it."
)
_CLEAR: Json = {"response_action": "clear"}


class Submissions:
    """Takes sent dialogs.

    The game hears a key made of the dialog and what stood in it: sent again with the same words,
    by Slack or by a person who saw an error, it is the same event.
    """

    def __init__(
        self,
        responder: Responder,
        api: WebApi,
        people: People,
        replies: Replies,
        home: Home,
        background: BackgroundTasks,
    ) -> None:
        self._responder = responder
        self._api = api
        self._people = people
        self._replies = replies
        self._home = home
        self._background = background
        self._deliveries: Deduplicated[Json] = Deduplicated()

    async def take(self, sent: DialogSent) -> Json:
        """What to acknowledge with."""
        return await asyncio.shield(
            self._deliveries.once(sent.at.key, partial(self._taken, sent, time.monotonic()))
        )

    async def close(self, within: float) -> None:
        """Let what is under way finish."""
        await self._deliveries.close(within)

    async def _taken(self, sent: DialogSent, begun: float) -> Json:
        responding = asyncio.create_task(self._responded(sent))
        done, _ = await asyncio.wait({responding}, timeout=ANSWERS_WITHIN)
        if done:
            return await self._acknowledgement(await responding, sent, begun)
        self._background.start(self._late(responding, sent))
        return {"response_action": "update", "view": moment_view(sent.at.origin)}

    async def _responded(self, sent: DialogSent) -> Reply:
        actor = await self._people.actor(sent.at)
        action = Action.parse(sent.action)
        try:
            files = await self._files(sent)
        except (ChatError, Rejected) as lost:
            _log.warning("a file in %s did not come: %s", actor.team_id, lost)
            return Amend(tuple((name, _NO_FILE) for name in sent.files))
        key = sent.content_key
        if action.verb == CALL.verb:
            given = {name: value for name, value in sent.values.items() if value}
            return await self._responder.respond(Call(actor, path_of(action), given, key, files))
        return await self._responder.respond(Submission(actor, action, sent.values, key, files))

    async def _files(self, sent: DialogSent) -> dict[str, Attachment]:
        """The files that were handed over; of one that is too large, only name and size."""
        files: dict[str, Attachment] = {}
        largest = sent.at.origin.largest
        for name, file in sent.files.items():
            content = b""
            if file.size <= largest:
                content = await self._api.download(sent.at.team_id, file.url, largest)
            files[name] = Attachment(file.name, content, max(file.size, len(content)))
        return files

    async def _acknowledgement(self, reply: Reply, sent: DialogSent, begun: float) -> Json:
        at = sent.at
        match reply:
            case Amend(errors):
                return _errors(errors, sent.names)
            case Ask(form):
                return {"response_action": "update", "view": await self._replies.form(form, at)}
            case Say(message, Visibility.ONLY_YOU) if not at.origin.channel_id:
                self._background.start(self._home.show(at))
                page = await self._replies.page(message, at)
                return {"response_action": "update", "view": page}
            case _:
                showing = self._background.start(self._replies.show(reply, at))
                left = ANSWERS_WITHIN + SHOWS_WITHIN - (time.monotonic() - begun)
                await asyncio.wait({showing}, timeout=max(left, 0.0))
                return _CLEAR

    async def _late(self, responding: "asyncio.Task[Reply]", sent: DialogSent) -> None:
        """The game took longer than the dialog could wait: the reply goes into the dialog."""
        reply = await responding
        at = sent.at
        if not isinstance(reply, Amend):
            await self._replies.show(reply, replace(at, waiting=at.view_id))
            return
        again = amended(sent.raw, dict(reply.errors), sent.values)
        if not await self._replies.update(at, at.view_id, again):
            problem = " ".join(words for _, words in reply.errors)
            typed = " ".join(filter(None, sent.values.values()))
            await self._replies.show(Say(typed_again(at, problem, typed)), at)


def _errors(errors: Sequence[tuple[str, str]], names: Sequence[str]) -> Json:
    """Errors by field; one for a field that the dialog does not have stands at the first."""
    said: dict[str, str] = {}
    for name, words in errors:
        place = name if name in names else next(iter(names), "")
        if place:
            said[place] = f"{said[place]} {words}" if place in said else words
    return {"response_action": "errors", "errors": said} if said else _CLEAR


def amended(raw: Json, errors: Mapping[str, str], values: Mapping[str, str]) -> Json:
    """A sent dialog to be shown again: what was typed in its fields, what is wrong above them."""
    blocks: list[Json] = []
    given = raw.get("blocks")
    for block in given if isinstance(given, list) else []:
        name = str(block.get("block_id", ""))
        if name in errors:
            blocks += rendered_blocks((Section(line("⚠ ", errors[name])),), None, 1)
        element = block.get("element")
        if (
            isinstance(element, dict)
            and element.get("type") == "plain_text_input"
            and values.get(name)
        ):
            block = {**block, "element": {**element, "initial_value": values[name]}}
        blocks.append(block)
    kept = ("type", "title", "submit", "close", "callback_id", "private_metadata")
    return {**{name: raw[name] for name in kept if raw.get(name)}, "blocks": blocks}
