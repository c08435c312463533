"""Showing a reply: as a dialog, in private, or to the channel, by the best way that is open."""

import logging
from dataclasses import replace

from bot.model.action import Action
from bot.model.message import (
    Amend,
    Ask,
    Button,
    Buttons,
    Document,
    Form,
    Message,
    Reply,
    Say,
    Section,
    Visibility,
    Weight,
)
from bot.model.text import line
from bot.platforms.slack.chat import SlackChat
from bot.platforms.slack.markup import Json
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.refusals import Rejected
from bot.platforms.slack.rendering import Rendered, rendered
from bot.platforms.slack.spot import Spot, Surface
from bot.platforms.slack.views import form_view, home_view, message_view, moment_view
from bot.platforms.slack.wire import Wire
from bot.quiz.ports import Clock
from bot.quiz.ports.chat import ChatError
from bot.store import SqlStore

_log = logging.getLogger(__name__)
_LATE = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}
_FULL = "push_limit_reached"
_TOLD = "told"
_NO_FILES = (
    "To take a file here I need one more permission in Slack, files:read. "
    "Ask whoever runs the bot to add it: `quizsheet manifest slack --uploads`."
)


class Replies:
    """Shows what the game says at the spot where somebody waits.

    Nothing here raises: a reply that cannot be shown in the way meant is shown in another, down
    to a direct message, and the last failure is logged.
    """

    def __init__(
        self, wire: Wire, chat: SlackChat, pictures: Pictures, store: SqlStore, clock: Clock
    ) -> None:
        self._wire = wire
        self._chat = chat
        self._pictures = pictures
        self._store = store
        self._clock = clock

    async def moment(self, spot: Spot) -> Spot:
        """Use the trigger while it lives: open a dialog that asks for a moment's patience."""
        opened = await self._opened(spot, moment_view(spot.origin))
        return replace(spot, waiting=opened, trigger_id="")

    async def show(self, reply: Reply, spot: Spot) -> None:
        """Show a reply."""
        match reply:
            case Ask(form):
                await self._ask(form, spot)
            case Say(message, Visibility.CHANNEL):
                await self._say_to_all(message, spot)
            case Say(message, _, replaces):
                await self._say(message, spot, replaces=replaces)
                await self._hand_over(message, spot)
            case Amend(errors):
                words = " ".join(words for _, words in errors)
                await self._say(_words(words), spot, replaces=False)

    async def open(self, spot: Spot, view: Json) -> None:
        """Open a dialog, or say how to open it again."""
        if not await self._opened(spot, view) and not spot.repeated:
            await self._say(late(spot), spot, replaces=False)

    async def home(self, team_id: str, member_id: str, message: Message) -> None:
        """Publish somebody's own page."""
        files = await self._pictures.files(team_id, message.blocks)
        view = home_view(message, files)
        await self._tried(team_id, "views.publish", {"user_id": member_id, "view": view})

    async def whisper(self, message: Message, spot: Spot, *, replaces: bool = False) -> bool:
        """Say something that only this person sees, where they are; False if no way is open."""
        files = await self._pictures.files(spot.team_id, message.blocks)
        shown = rendered(message, files)
        origin = spot.origin
        if origin.response_url:
            replacing = replaces and origin.private
            payload = _content(shown) | {
                "response_type": "ephemeral",
                "replace_original": replacing,
            }
            if await self._wire.respond(origin.response_url, payload):
                return True
        if not origin.channel_id:
            return False
        call = _content(shown) | {"channel": origin.channel_id, "user": spot.member_id}
        return await self._tried(spot.team_id, "chat.postEphemeral", call)

    async def tell(self, message: Message, spot: Spot) -> None:
        """The last way: a direct message."""
        try:
            await self._chat.tell(spot.team_id, spot.member_id, message, key="")
        except ChatError as error:
            _log.warning("a reply in %s could not be shown: %s", spot.team_id, error)

    async def sorry(self, spot: Spot) -> None:
        """Something of ours went wrong on the way, and the log says what."""
        words = "Something went wrong on our side; nothing was lost. Please try again."
        await self.whisper(_words(words), replace(spot, trigger_id=""))

    async def page(self, message: Message, spot: Spot) -> Json:
        """A message as a dialog to read."""
        files = await self._pictures.files(spot.team_id, message.blocks)
        return message_view(message, spot.origin, files)

    async def form(self, form: Form, spot: Spot) -> Json:
        """A form as a dialog."""
        files = await self._pictures.files(spot.team_id, form.blocks)
        return form_view(form, spot.origin, files=files)

    async def update(self, spot: Spot, view_id: str, view: Json) -> bool:
        """Replace a dialog that stands open; False if the person closed it."""
        return await self._tried(spot.team_id, "views.update", {"view_id": view_id, "view": view})

    async def _ask(self, form: Form, spot: Spot) -> None:
        view = await self.form(form, spot)
        if not spot.waiting:
            await self.open(spot, view)
        elif not await self.update(spot, spot.waiting, view):
            await self._say(late(spot), replace(spot, waiting=""), replaces=False)

    async def _say(self, message: Message, spot: Spot, *, replaces: bool) -> None:
        if spot.waiting and await self.update(spot, spot.waiting, await self.page(message, spot)):
            return
        if spot.surface is not Surface.CHANNEL and await self._opened(
            spot, await self.page(message, spot)
        ):
            return
        if not await self.whisper(message, spot, replaces=replaces):
            await self.tell(message, spot)

    async def _hand_over(self, message: Message, spot: Spot) -> None:
        """Files cannot be whispered: they come as a direct message."""
        files = tuple(block for block in message.blocks if isinstance(block, Document))
        if files:
            names = ", ".join(document.file.name for document in files)
            words = Section(line(f"The file you asked for: {names}"))
            await self.tell(Message((words, *files), summary=names), spot)

    async def _say_to_all(self, message: Message, spot: Spot) -> None:
        """Say something to the channel, once, however often the press was delivered."""
        key = f"said {spot.key}"
        if not await self._store.first_time(spot.team_id, key, self._clock.now()):
            return
        if not spot.origin.channel_id:
            await self._say(message, spot, replaces=False)
            return
        if spot.origin.response_url:
            files = await self._pictures.files(spot.team_id, message.blocks)
            payload = _content(rendered(message, files)) | {"response_type": "in_channel"}
            payload["replace_original"] = False
            if await self._wire.respond(spot.origin.response_url, payload):
                return
        try:
            await self._chat.post(spot.team_id, spot.origin.channel_id, message, key="")
        except ChatError as error:
            await self._say(_words(str(error)), spot, replaces=False)

    async def _opened(self, spot: Spot, view: Json) -> str:
        """Open a dialog, on top of one that is open; its id, or empty if that failed."""
        if not spot.trigger_id:
            return ""
        method = "views.push" if spot.surface is Surface.MODAL else "views.open"
        try:
            answer = await self._wire.call(
                spot.team_id, method, {"trigger_id": spot.trigger_id, "view": view}
            )
        except Rejected as rejected:
            if rejected.error == _FULL and await self.update(spot, spot.view_id, view):
                return spot.view_id
            if rejected.error == "missing_scope":
                await self.whisper(_words(_NO_FILES), replace(spot, trigger_id=""))
                return _TOLD
            if rejected.error not in _LATE:
                _log.error("%s refused by Slack: %s %s", method, rejected.error, rejected.detail)
            return ""
        except ChatError as error:
            _log.warning("%s in %s: %s", method, spot.team_id, error)
            return ""
        opened = answer.get("view")
        return str(opened.get("id", "")) if isinstance(opened, dict) else ""

    async def _tried(self, team_id: str, method: str, call: Json) -> bool:
        try:
            await self._wire.call(team_id, method, call, repeatable=method != "chat.postEphemeral")
        except (ChatError, Rejected) as error:
            _log.info("%s in %s: %s", method, team_id, error)
            return False
        return True


def late(spot: Spot) -> Message:
    """The dialog came too late for Slack; how to open it again."""
    words = "Slack waits three seconds for a form, and this one came later. Nothing was lost."
    opened_by = spot.origin.opened_by
    if opened_by and not opened_by.startswith("/"):
        button = Button("Open the form", Action.parse(opened_by), Weight.PRIMARY)
        return Message((Section(line(words)), Buttons((button,))), summary=words)
    again = f" Please type {opened_by} again." if opened_by else " Please try again."
    return _words(words + again)


def typed_again(spot: Spot, problem: str, typed: str) -> Message:
    """A form could not be shown again; what was typed is given back."""
    words = f"{problem} Your text: “{typed}”." if typed else problem
    opened_by = spot.origin.opened_by
    blocks: list[Section | Buttons] = [Section(line(words))]
    if opened_by and not opened_by.startswith("/"):
        blocks.append(Buttons((Button("Answer", Action.parse(opened_by), Weight.PRIMARY),)))
    return Message(tuple(blocks), summary=problem)


def _words(words: str) -> Message:
    return Message((Section(line(words)),), summary=words)


def _content(shown: Rendered) -> Json:
    return {"blocks": shown.blocks, "text": shown.text}
