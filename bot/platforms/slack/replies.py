"""Showing a reply: as a dialog, in private, or to the channel, by the best way that is open."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.model.action import Action
from bot.model.message import (
    Amend,
    Ask,
    Block,
    Button,
    Buttons,
    Document,
    Form,
    Message,
    Picture,
    Reply,
    Say,
    Section,
    Visibility,
    Weight,
)
from bot.model.text import line
from bot.platforms.slack.chat import SlackChat
from bot.platforms.slack.errors import Rejected
from bot.platforms.slack.forms import form_view, home_view, message_view, moment_view
from bot.platforms.slack.interaction import Interaction, Surface
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.rendering import Files, Rendered, rendered
from bot.platforms.slack.text import Json
from bot.platforms.slack.web_api import WebApi
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
        self, api: WebApi, chat: SlackChat, pictures: Pictures, store: SqlStore, clock: Clock
    ) -> None:
        self._api = api
        self._chat = chat
        self._pictures = pictures
        self._store = store
        self._clock = clock

    async def moment(self, at: Interaction) -> Interaction:
        """Use the trigger while it lives: open a dialog that asks for a moment's patience."""
        opened = await self._opened(at, moment_view(at.origin))
        return replace(at, waiting=opened, trigger_id="")

    async def show(self, reply: Reply, at: Interaction) -> None:
        """Show a reply."""
        match reply:
            case Ask(form):
                await self._ask(form, at)
            case Say(message, Visibility.CHANNEL):
                await self._say_to_all(message, at)
            case Say(message, _, replaces):
                await self._say(message, at, replaces=replaces)
                await self._hand_over(message, at)
            case Amend(errors):
                words = " ".join(words for _, words in errors)
                await self._say(_words(words), at, replaces=False)

    async def open(self, at: Interaction, view: Json) -> None:
        """Open a dialog, or say how to open it again."""
        if not await self._opened(at, view) and not at.repeated:
            await self._say(late(at), at, replaces=False)

    async def home(self, team_id: str, member_id: str, message: Message) -> None:
        """Publish somebody's own page."""
        files = await self._files(team_id, message.blocks)
        view = home_view(message, files)
        await self._tried(team_id, "views.publish", {"user_id": member_id, "view": view})

    async def whisper(self, message: Message, at: Interaction, *, replaces: bool = False) -> bool:
        """Say something that only this person sees, where they are; False if no way is open."""
        files = await self._files(at.team_id, message.blocks)
        shown = rendered(message, files)
        origin = at.origin
        if origin.response_url:
            replacing = replaces and origin.private
            payload = _content(shown) | {
                "response_type": "ephemeral",
                "replace_original": replacing,
            }
            if await self._api.respond(origin.response_url, payload):
                return True
        if not origin.channel_id:
            return False
        call = _content(shown) | {"channel": origin.channel_id, "user": at.person.id}
        return await self._tried(at.team_id, "chat.postEphemeral", call)

    async def tell(self, message: Message, at: Interaction) -> None:
        """The last way: a direct message."""
        try:
            await self._chat.tell(at.team_id, at.person.id, message, key="")
        except ChatError as error:
            _log.warning("a reply in %s could not be shown: %s", at.team_id, error)

    async def sorry(self, at: Interaction) -> None:
        """Something of ours went wrong on the way, and the log says what."""
        words = "Something went wrong on our side; nothing was lost. Please try again."
        await self.whisper(_words(words), replace(at, trigger_id=""))

    async def page(self, message: Message, at: Interaction) -> Json:
        """A message as a dialog to read."""
        files = await self._files(at.team_id, message.blocks)
        return message_view(message, at.origin, files)

    async def form(self, form: Form, at: Interaction) -> Json:
        """A form as a dialog."""
        files = await self._files(at.team_id, form.blocks)
        return form_view(form, at.origin, files=files)

    async def update(self, at: Interaction, view_id: str, view: Json) -> bool:
        """Replace a dialog that stands open; False if the person closed it."""
        return await self._tried(at.team_id, "views.update", {"view_id": view_id, "view": view})

    async def _files(self, team_id: str, blocks: Sequence[Block]) -> Files:
        """The pictures of ours in these blocks, which Slack must have before it can show them."""
        if any(isinstance(block, Picture) for block in blocks):
            return await self._pictures.files(team_id, blocks)
        return Files()

    async def _ask(self, form: Form, at: Interaction) -> None:
        view = await self.form(form, at)
        if not at.waiting:
            await self.open(at, view)
        elif not await self.update(at, at.waiting, view):
            await self._say(late(at), replace(at, waiting=""), replaces=False)

    async def _say(self, message: Message, at: Interaction, *, replaces: bool) -> None:
        if at.waiting and await self.update(at, at.waiting, await self.page(message, at)):
            return
        if at.surface is not Surface.CHANNEL and await self._opened(
            at, await self.page(message, at)
        ):
            return
        if not await self.whisper(message, at, replaces=replaces):
            await self.tell(message, at)

    async def _hand_over(self, message: Message, at: Interaction) -> None:
        """Files cannot be whispered: they come as a direct message."""
        files = tuple(block for block in message.blocks if isinstance(block, Document))
        if files:
            names = ", ".join(document.file.name for document in files)
            words = Section(line(f"The file you asked for: {names}"))
            await self.tell(Message((words, *files), summary=names), at)

    async def _say_to_all(self, message: Message, at: Interaction) -> None:
        """Say something to the channel, once, however often the press was delivered."""
        key = f"said {at.key}"
        if not await self._store.first_time(at.team_id, key, self._clock.now()):
            return
        if not at.origin.channel_id:
            await self._say(message, at, replaces=False)
            return
        if at.origin.response_url:
            files = await self._files(at.team_id, message.blocks)
            payload = _content(rendered(message, files)) | {"response_type": "in_channel"}
            payload["replace_original"] = False
            if await self._api.respond(at.origin.response_url, payload):
                return
        try:
            await self._chat.post(at.team_id, at.origin.channel_id, message, key="")
        except ChatError as error:
            await self._say(_words(str(error)), at, replaces=False)

    async def _opened(self, at: Interaction, view: Json) -> str:
        """Open a dialog, on top of one that is open; its id, or empty if that failed."""
        if not at.trigger_id:
            return ""
        method = "views.push" if at.surface is Surface.MODAL else "views.open"
        try:
            answer = await self._api.call(
                at.team_id, method, {"trigger_id": at.trigger_id, "view": view}
            )
        except Rejected as rejected:
            if rejected.error == _FULL and await self.update(at, at.view_id, view):
                return at.view_id
            if rejected.error == "missing_scope":
                await self.whisper(_words(_NO_FILES), replace(at, trigger_id=""))
                return _TOLD
            if rejected.error not in _LATE:
                _log.error("%s refused by Slack: %s %s", method, rejected.error, rejected.detail)
            return ""
        except ChatError as error:
            _log.warning("%s in %s: %s", method, at.team_id, error)
            return ""
        opened = answer.get("view")
        return str(opened.get("id", "")) if isinstance(opened, dict) else ""

    async def _tried(self, team_id: str, method: str, call: Json) -> bool:
        try:
            await self._api.call(team_id, method, call, repeatable=method != "chat.postEphemeral")
        except (ChatError, Rejected) as error:
            _log.info("%s in %s: %s", method, team_id, error)
            return False
        return True


def late(at: Interaction) -> Message:
    """The dialog came too late for Slack; how to open it again."""
    words = "Slack waits three seconds for a form, and this one came later. Nothing was lost."
    opened_by = at.origin.opened_by
    if opened_by and not opened_by.startswith("/"):
        button = Button("Open the form", Action.parse(opened_by), Weight.PRIMARY)
        return Message((Section(line(words)), Buttons((button,))), summary=words)
    again = f" Please type {opened_by} again." if opened_by else " Please try again."
    return _words(words + again)


def typed_again(at: Interaction, problem: str, typed: str) -> Message:
    """A form could not be shown again; what was typed is given back."""
    words = f"{problem} Your text: “{typed}”." if typed else problem
    opened_by = at.origin.opened_by
    blocks: list[Section | Buttons] = [Section(line(words))]
    if opened_by and not opened_by.startswith("/"):
        blocks.append(Buttons((Button("Answer", Action.parse(opened_by), Weight.PRIMARY),)))
    return Message(tuple(blocks), summary=problem)


def _words(words: str) -> Message:
    return Message((Section(line(words)),), summary=words)


def _content(shown: Rendered) -> Json:
    return {"blocks": shown.blocks, "text": shown.text}
