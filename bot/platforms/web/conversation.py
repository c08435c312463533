"""A conversation: what one tab sends, handed to the game, and what it then gets to see."""

import logging
import secrets
from hashlib import blake2b
from itertools import pairwise

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.command import OptionKind
from bot.model.event import Argument, Call, CommandLine, Press, Submission
from bot.model.message import Amend, Ask, Message, Reply, Section, Small, Visibility
from bot.model.text import code, line
from bot.platforms.platform import Responder
from bot.platforms.web import protocol as wire
from bot.platforms.web.render import asked, shown
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.platforms.web.suggestions import suggest
from bot.platforms.web.tabs import Tab, Tabs
from bot.platforms.web.timeline import Standstill, Timeline
from bot.platforms.web.visitor import visitor
from bot.quiz.ports import Chat
from bot.store import SqlStore

LONGEST_ANSWER = 4_000
"""Characters of one input; the forms themselves ask for less."""

UNKNOWN = Message(
    (
        Section(
            line("This channel takes commands. Type ", code("/"), " to see them all, for instance:")
        ),
        Section(
            line(code("/quiz today"), " for today's question, ", code("/lookup"), " for a term.")
        ),
        Small(line("What you typed was sent to nobody.")),
    ),
    summary="This channel takes commands. Type / to see them all.",
)

log = logging.getLogger(__name__)


class Conversation:
    """One tab's side of the game. It takes one frame at a time."""

    def __init__(
        self,
        tab: Tab,
        tabs: Tabs,
        responder: Responder,
        chat: Chat,
        store: SqlStore,
        timeline: Timeline,
    ) -> None:
        self._tab = tab
        self._tabs = tabs
        self._responder = responder
        self._chat = chat
        self._store = store
        self._timeline = timeline

    async def hear(self, frame: wire.FromPage) -> None:
        """Do what a frame asks and show the reply; what goes wrong is told to this tab alone."""
        try:
            reply = await self._answer(frame)
        except Standstill as why:
            reply = wire.Trouble(frame.id, str(why))
        except Exception:
            reference = secrets.token_hex(2)
            log.exception("a playground request failed (reference %s)", reference)
            reply = wire.Trouble(
                frame.id,
                "Something went wrong on our side; nothing was lost. Please try again. "
                f"(reference {reference})",
            )
        self._tab.show(reply)

    async def is_quizmaster(self) -> bool:
        """Whether the commands of quizmasters are offered here."""
        person = self._tab.visitor
        member = await self._store.member(TEAM_ID, person.id)
        return person.rights.manages or (member is not None and member.quizmaster)

    async def _answer(self, frame: wire.FromPage) -> wire.ToPage:
        actor = self._tab.visitor.actor
        match frame:
            case wire.Pressed(id=id_, action=action):
                press = Press(actor, Action.parse(action), self._key(id_))
                return await self._reply(frame, await self._responder.respond(press))
            case wire.Sent(id=id_, action=action, values=values, files=files):
                if errors := _too_long(values):
                    return wire.Amended(id_, errors)
                form = Submission(
                    actor, Action.parse(action), values, self._key(id_), _attached(files)
                )
                return await self._reply(frame, await self._responder.respond(form))
            case wire.Line(id=id_, text=text):
                typed = self._responder.read(text.strip())
                if typed is None:
                    return self._told(frame, UNKNOWN)
                call = Call(
                    actor, typed.path, _resolved(typed), self._key(id_), command=typed.command
                )
                return await self._reply(frame, await self._responder.respond(call))
            case wire.Typing(id=id_, text=text):
                names = tuple(dict.fromkeys(tab.visitor.name for tab in self._tabs))
                quizmaster = await self.is_quizmaster()
                return await suggest(
                    self._responder, self._tab.visitor, quizmaster, names, to=id_, line=text
                )
            case wire.Skip(id=id_):
                self._tabs.show(await self._timeline.skip())
                return wire.Done(id_)

    async def _reply(self, frame: wire.Frame, reply: Reply) -> wire.ToPage:
        if isinstance(reply, Ask):
            return asked(reply.form, frame.id)
        if isinstance(reply, Amend):
            return wire.Amended(frame.id, tuple(wire.Wrong(*error) for error in reply.errors))
        if reply.visibility is Visibility.CHANNEL:
            key = self._key(frame.id)
            await self._chat.post(TEAM_ID, CHANNEL_ID, reply.message, key=key)
            return wire.Done(frame.id)
        return self._told(frame, reply.message, reply.replaces)

    def _told(self, frame: wire.Frame, message: Message, replaces: bool = False) -> wire.Told:
        # The id follows the frame's, so that a reply that comes twice is shown once.
        private = shown(message, f"reply-{frame.id}", self._timeline.now(), private=True)
        return wire.Told(frame.id, private, replaces)

    def _key(self, frame_id: str) -> str:
        """The event's key: the same for a frame that is sent again, and nobody else's."""
        said = f"{self._tab.visitor.id}\0{frame_id}"
        return "web-" + blake2b(said.encode(), digest_size=10).hexdigest()


def _resolved(typed: CommandLine) -> dict[str, Argument]:
    """The arguments with people by their ids: here they are typed by name.

    There are no groups here: what was read as one is the rest of the name before it.
    """
    options = typed.command.options if typed.command else ()
    arguments = dict(typed.arguments)
    for before, option in pairwise(options):
        if option.kind is OptionKind.GROUP and option.name in arguments:
            arguments[before.name] = f"{arguments[before.name]} {arguments.pop(option.name)}"
    for option in options:
        if option.kind is OptionKind.MEMBER and option.name in arguments:
            arguments[option.name] = visitor(str(arguments[option.name]).removeprefix("@")).id
    return arguments


def _attached(files: dict[str, wire.HandedOver]) -> dict[str, Attachment]:
    return {
        name: Attachment(file.name, file.content, max(file.size, len(file.content)))
        for name, file in files.items()
    }


def _too_long(values: dict[str, str]) -> tuple[wire.Wrong, ...]:
    return tuple(
        wire.Wrong(
            name,
            f"This is {len(value):,} characters long, and {LONGEST_ANSWER:,} is the most. "
            "It was not sent; please shorten it.",
        )
        for name, value in values.items()
        if len(value) > LONGEST_ANSWER
    )
