"""The game: takes what people did, has it done, and says what to show them."""

import logging
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bot.model.answer import Answer
from bot.model.board import Window
from bot.model.event import Actor, Argument, Call, Completion, Event, Point, Press, Submission
from bot.model.message import Choice, Message, Reply, Say
from bot.model.round import Round
from bot.model.team import Member, Team
from bot.quiz.answering import Answering, Closed, Finished
from bot.quiz.boards import Boards
from bot.quiz.closing import Closing
from bot.quiz.commands import lookup
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.option import OptionKind
from bot.quiz.commands.read import checked, find, read_line
from bot.quiz.commands.table import ACTIONS, COMMANDS, POINTS
from bot.quiz.composing import Composing
from bot.quiz.errors import NotQuizmaster, Trouble, UnknownAction, UnknownCommand
from bot.quiz.homepage import homepage, where_last
from bot.quiz.identity import new_id
from bot.quiz.library import Library
from bot.quiz.name import shown_name
from bot.quiz.planning import Planning
from bot.quiz.points import tries_used
from bot.quiz.ports import Clock, Files, Store
from bot.quiz.rules import Rules
from bot.quiz.speech import trouble, verdict
from bot.quiz.speech.verdict import Outcome
from bot.quiz.tidying import Tidying
from bot.quiz.trace import trace

_log = logging.getLogger(__name__)
_COMPLETIONS = 25
_FACES_KEPT = 10_000


class Game:
    """The desk at which every platform hands in what people did (see `ports.desk.Desk`).

    Handlers of commands and actions find here what they need: the store, the clock, the rules,
    and the services that carry them out.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        rng: Random,
        rules: Rules,
        wake: Callable[[], None],
        files: Files,
    ) -> None:
        self.store = store
        self.clock = clock
        self.files = files
        self.rules = rules
        self.wake = wake
        self._rng = rng
        self._faces: dict[tuple[str, str], str] = {}
        self.library = Library(store)
        self.boards = Boards(store, clock)
        self.answering = Answering(store, clock, self.library, rules)
        self.planning = Planning(store, clock, self.library, rules, rng)
        self.closing = Closing(store, clock)
        self.tidying = Tidying(store, clock, rules)
        self.composing = Composing(store, clock, self.library, rules)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The command table."""
        return COMMANDS

    def read(self, text: str) -> tuple[tuple[str, ...], dict[str, Argument]] | None:
        """A typed line as a command's path and raw arguments."""
        return read_line(text, COMMANDS)

    async def respond(self, event: Event) -> Reply:
        """Answer an event; the one place where errors become replies.

        Precedence: what the person can act upon (`Trouble`), what the round says (`Closed`,
        `Finished`), and last what nobody foresaw, with a reference that the log holds too.
        """
        event = replace(event, actor=_named(event.actor))
        try:
            return await self._reply(event)
        except Exception as error:
            reference = self._noted(error, type(event).__name__)
            return Say(trouble.unexpected(reference, _said(event)))

    async def _reply(self, event: Event) -> Reply:
        try:
            # A press opens a form within the platform's seconds, so it waits for no writing; who
            # they are is written down with what they send.
            if not isinstance(event, Press):
                await self._meet(event.actor)
            return await self._handle(await self._placed(event))
        except Trouble as told:
            return Say(trouble.told(told))
        except Closed as closed:
            title = await self.composing.sheet_title(closed.round)
            return Say(trouble.closed(closed.round, closed.now, title, _said(event)))
        except Finished as finished:
            last = finished.said[-1]
            return Say(verdict.verdict(await self.outcome(finished.round, last, finished.said)))

    def _noted(self, error: Exception, what: str) -> str:
        """A reference for the person, under which the log says what went wrong."""
        reference = new_id(self._rng)[:4]
        _log.error("reference %s: %s: %s", reference, what, trace(error))
        return reference

    async def _placed(self, event: Event) -> Event:
        """The same event in the channel where the person last played, where it came without one:
        from a member's own page or a private message.
        """
        if event.actor.channel_id:
            return event
        return replace(event, actor=await where_last(self, event.actor))

    async def _handle(self, event: Event) -> Reply:
        match event:
            case Call():
                return await self._call(event)
            case Point():
                if event.verb not in POINTS:
                    raise UnknownAction
                return await POINTS[event.verb](self, event)
            case _:
                handler = ACTIONS.get(event.action.verb)
                if handler is None:
                    raise UnknownAction
                return await handler(self, event)

    async def _call(self, call: Call) -> Reply:
        command = find(call.path, COMMANDS)
        if command is None:
            raise UnknownCommand("/" + " ".join(call.path))
        if command.audience is Audience.QUIZMASTER:
            await self.require_quizmaster(call.actor, str(command))
        return await command.handler(
            self, replace(call, arguments=checked(command, call.arguments))
        )

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        """Values for an option while it is typed; none rather than an error."""
        try:
            return (await self._completions(completion))[:_COMPLETIONS]
        except Trouble:
            return ()
        except Exception as error:
            _log.error("no completion for %s: %s", completion.path, trace(error))
            return ()

    async def _completions(self, completion: Completion) -> tuple[Choice, ...]:
        command = find(completion.path, COMMANDS)
        options = command.options if command else ()
        option = next((each for each in options if each.name == completion.option), None)
        typed = completion.typed.casefold()
        if option is None:
            return ()
        match option.kind:
            case OptionKind.SHEET:
                entries = await self.library.entries(completion.actor.team_id)
                return tuple(Choice(e.id, e.title) for e in entries if typed in e.title.casefold())
            case OptionKind.TERM:
                found = await lookup.completions(self, completion.actor, completion.typed)
                return tuple(Choice(title, title) for title in found)
            case _:
                return tuple(c for c in option.choices if typed in c.label.casefold())

    async def home(self, actor: Actor) -> Message:
        """A member's own page."""
        actor = _named(actor)
        try:
            await self.member(actor)
            return await homepage(self, actor)
        except Exception as error:
            return trouble.unexpected(self._noted(error, "home"))

    async def arrived(self, team: Team) -> None:
        """A team installed the bot or let it in again."""
        await self.store.save_team(replace(team, paused=""))
        self.wake()

    async def left(self, team_id: str, reason: str) -> None:
        """A team removed the bot; what it has is kept, and nothing is sent."""
        known = await self.store.team(team_id)
        await self.store.save_team(replace(known or Team(team_id), paused=reason))

    async def _meet(self, actor: Actor) -> None:
        """Write down whoever is new or renamed; a face that was just seen costs no look."""
        face = (actor.team_id, actor.member_id)
        if self._faces.get(face) != actor.name:
            await self.member(actor)
            if len(self._faces) >= _FACES_KEPT:
                self._faces.clear()
            self._faces[face] = actor.name

    async def member(self, actor: Actor) -> Member:
        """The member behind an actor, written down under the name they now have."""
        face = (actor.team_id, actor.member_id)
        known = await self.store.member(*face)
        if known is not None and known.name == actor.name:
            return known
        if await self.store.team(actor.team_id) is None:
            await self.store.save_team(Team(actor.team_id, actor.team_name))
        await self.store.greet(*face, actor.name)
        return replace(known or Member(*face, actor.name), name=actor.name)

    async def is_quizmaster(self, actor: Actor) -> bool:
        """Whether the platform, or another quizmaster, lets this person configure the quiz."""
        return actor.admin or (await self.member(actor)).quizmaster

    async def require_quizmaster(self, actor: Actor, what: str) -> None:
        """Raise `NotQuizmaster` unless the actor is one."""
        if not await self.is_quizmaster(actor):
            raise NotQuizmaster(what)

    async def sheet_names(self, team_id: str) -> str:
        """The titles of the team's sheets, for people."""
        return ", ".join(entry.title for entry in await self.library.entries(team_id))

    def new_id(self) -> str:
        """A fresh name for something."""
        return new_id(self._rng)

    async def outcome(
        self, round_: Round, answer: Answer, said: tuple[Answer, ...], *, repeated: bool = False
    ) -> Outcome:
        """Everything that a member is told about an answer; where they stand is looked up only
        once they are done, for only then it is shown.
        """
        outcome = Outcome(
            round=round_,
            answer=answer,
            points=sum(each.points for each in said),
            tries_left=self.rules.tries_for(round_.question) - tries_used(said),
            repeated=repeated,
        )
        if not outcome.finished:
            return outcome
        place = (round_.team_id, round_.channel_id)
        own = await self.boards.stand(*place, answer.member_id, Window.WEEK, round_.local_date)
        return replace(
            outcome,
            sheet_title=await self.composing.sheet_title(round_),
            streak=await self.boards.streak(*place, answer.member_id, round_.local_date),
            rank=own.rank if own else 0,
        )


def _named(actor: Actor) -> Actor:
    """The actor under a name that can stand in a line with other words."""
    return replace(actor, name=shown_name(actor.name))


def _said(event: Event) -> str:
    """What the person had typed, so that an error gives it back."""
    if isinstance(event, Submission):
        return "\n".join(filter(str.strip, event.values.values()))
    if isinstance(event, Call):
        return str(event.arguments.get("text", ""))
    return ""
