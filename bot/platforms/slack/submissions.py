"""Dialogs that were sent: answered by the game, and acknowledged in time whatever happens."""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call, Submission
from bot.model.message import Amend, Ask, Reply, Say, Section, Visibility
from bot.model.text import line
from bot.platforms.platform import Responder
from bot.platforms.slack.actors import PROMPTLY, Actors
from bot.platforms.slack.errands import Errands
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.markup import Json
from bot.platforms.slack.once import Once, name_of
from bot.platforms.slack.payloads import Interaction, View
from bot.platforms.slack.refusals import Rejected
from bot.platforms.slack.rendering import rendered_blocks
from bot.platforms.slack.replies import Replies, typed_again
from bot.platforms.slack.spot import Spot, Surface
from bot.platforms.slack.views import CALL, moment_view
from bot.platforms.slack.wire import Wire
from bot.quiz.ports.chat import ChatError

_log = logging.getLogger(__name__)
ANSWERS_WITHIN = 2.0
"""Seconds that a sent dialog waits for the game before it asks for patience; Slack waits three."""
SHOWS_WITHIN = 0.6
"""Further seconds in which the reply may be shown before the dialog closes."""
_RIGHTS_WITHIN = 5.0
_NO_FILE = (
    "Slack did not hand the file over: the app lacks the permission files:read. "
    "Ask whoever runs the bot to add it."
)
_CLEAR: Json = {"response_action": "clear"}


class Submissions:
    """Takes sent dialogs.

    The responder hears a key made of the dialog and what stood in it: sent again with the same words,
    by Slack or by a person who saw an error, it is the same event.
    """

    def __init__(
        self,
        responder: Responder,
        wire: Wire,
        actors: Actors,
        replies: Replies,
        homes: Homes,
        errands: Errands,
    ) -> None:
        self._wire = wire
        self._responder = responder
        self._actors = actors
        self._replies = replies
        self._homes = homes
        self._errands = errands
        self._once: Once[Json] = Once()

    async def take(self, sent: Interaction, raw: Json, *, repeated: bool) -> Json:
        """What to acknowledge with. `raw` is the dialog as Slack sent it."""
        origin = self._actors.origin_of(sent, "")
        view = sent.view or View()
        spot = Spot(
            team_id=self._actors.team_of(sent),
            member_id=sent.user.id,
            key=name_of(sent.trigger_id, view.id),
            origin=origin,
            view_id=view.id,
            repeated=repeated,
        )
        task = self._once.done(spot.key, lambda: self._taken(sent, view, spot, raw))
        return await asyncio.shield(task)

    async def close(self, within: float) -> None:
        """Let what is under way finish."""
        await self._once.close(within)

    async def _taken(self, sent: Interaction, view: View, spot: Spot, raw: Json) -> Json:
        begun = time.monotonic()
        responding = asyncio.create_task(self._responded(sent, view, spot))
        done, _ = await asyncio.wait({responding}, timeout=ANSWERS_WITHIN)
        if done:
            return await self._acknowledgement(await responding, sent, spot, begun)
        self._errands.send(self._late(responding, view, spot, raw))
        return {"response_action": "update", "view": moment_view(spot.origin)}

    async def _responded(self, sent: Interaction, view: View, spot: Spot) -> Reply:
        private = spot.origin.private or spot.origin.opened_by.startswith("/")
        within = _RIGHTS_WITHIN if private else PROMPTLY
        actor = await self._actors.actor(sent, spot.origin, within=within)
        action = Action.parse(view.callback_id)
        try:
            files = await self._files(view, spot)
        except (ChatError, Rejected) as lost:
            _log.warning("a file in %s did not come: %s", spot.team_id, lost)
            return Amend(tuple((name, _NO_FILE) for name in view.files))
        key = name_of(view.id, view.hash, repr(sorted(view.fields.items())))
        if action.verb == CALL:
            given = {name: value for name, value in view.values.items() if value}
            return await self._responder.respond(Call(actor, action.arguments, given, key, files))
        return await self._responder.respond(Submission(actor, action, view.values, key, files))

    async def _files(self, view: View, spot: Spot) -> dict[str, Attachment]:
        """The files that were handed over; of one that is too large, only name and size."""
        files: dict[str, Attachment] = {}
        for name, sent in view.files.items():
            content = b""
            if sent.size <= spot.origin.largest:
                content = await self._wire.download(spot.team_id, sent.url, spot.origin.largest)
            files[name] = Attachment(sent.name, content, max(sent.size, len(content)))
        return files

    async def _acknowledgement(
        self, reply: Reply, sent: Interaction, spot: Spot, begun: float
    ) -> Json:
        match reply:
            case Amend(errors):
                return _errors(errors, list((sent.view or View()).fields))
            case Ask(form):
                return {"response_action": "update", "view": await self._replies.form(form, spot)}
            case Say(message, Visibility.ONLY_YOU) if not spot.origin.channel_id:
                self._errands.send(self._homes.show(sent))
                page = await self._replies.page(message, spot)
                return {"response_action": "update", "view": page}
            case _:
                showing = self._errands.send(self._replies.show(reply, spot))
                left = ANSWERS_WITHIN + SHOWS_WITHIN - (time.monotonic() - begun)
                await asyncio.wait({showing}, timeout=max(left, 0.0))
                return _CLEAR

    async def _late(
        self, responding: "asyncio.Task[Reply]", view: View, spot: Spot, raw: Json
    ) -> None:
        """The game took longer than the dialog could wait: the reply goes into the dialog."""
        reply = await responding
        if not isinstance(reply, Amend):
            await self._replies.show(reply, replace(spot, waiting=view.id))
            return
        again = amended(raw, dict(reply.errors), view.values)
        if not await self._replies.update(spot, view.id, again):
            problem = " ".join(words for _, words in reply.errors)
            typed = " ".join(filter(None, view.values.values()))
            words = typed_again(spot, problem, typed)
            await self._replies.show(Say(words), replace(spot, surface=Surface.CHANNEL))


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
