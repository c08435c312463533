"""The dispatcher: an event finds its handler, and whatever comes of it becomes a reply."""

import logging
from dataclasses import replace

from bot.model.command import CommandTable
from bot.model.event import Actor, Call, CommandLine, Completion, Event, Point, Press, Submission
from bot.model.message import Choice, Message, Reply, Say
from bot.model.team import Team
from bot.quiz.commands.parsing import read_line
from bot.quiz.commands.routes import Registry
from bot.quiz.error_trace import trace
from bot.quiz.errors import AlreadyFinished, NoRound, RoundClosed, Trouble, UnknownAction
from bot.quiz.messages import errors, verdict
from bot.quiz.messages.formatting import shown_name
from bot.quiz.rules.scoring import counted
from bot.quiz.services.services import Services

_log = logging.getLogger(__name__)
_COMPLETIONS = 25
_REFERENCE = 4
"""Characters of the reference that a person reads and the log holds."""


class Dispatcher:
    """Where every adapter hands in what people did; see `bot.platforms.platform.Responder`."""

    def __init__(self, services: Services, registry: Registry) -> None:
        self._services = services
        self._registry = registry

    @property
    def table(self) -> CommandTable:
        """What people can call by name."""
        return self._services.table

    def read(self, text: str) -> CommandLine | None:
        """A typed line as a command with raw arguments."""
        return read_line(text, self.table)

    async def respond(self, event: Event) -> Reply:
        """Answer an event; the one place where errors become replies."""
        event = replace(event, actor=_named(event.actor))
        try:
            event = await self._placed(event)
            try:
                reply = await self._handle(event)
            except Trouble as trouble:
                reply = Say(await self._explained(trouble, event))
            return await self._told(event, reply)
        except Exception as error:
            reference = self._noted(error, type(event).__name__)
            return Say(errors.unexpected(reference, _typed(event)))

    async def complete(self, completion: Completion) -> tuple[Choice, ...]:
        """Values for an option while it is typed; none rather than an error."""
        try:
            return (await self._services.completions.offered(completion))[:_COMPLETIONS]
        except Trouble:
            return ()
        except Exception as error:
            _log.error("no completion for %s: %s", completion.path, trace(error))
            return ()

    async def home(self, actor: Actor) -> Message:
        """A member's own page."""
        actor = _named(actor)
        try:
            await self._services.members.meet(actor)
            return await self._registry.home(self._services, actor)
        except Exception as error:
            return errors.unexpected(self._noted(error, "home"))

    async def arrived(self, team: Team, *, added: bool = False) -> None:
        """A team let the bot in."""
        await self._services.teams.arrived(team, added=added)

    async def left(self, team_id: str, reason: str) -> None:
        """A team removed the bot."""
        await self._services.teams.left(team_id, reason)

    async def channel_changed(self, team_id: str, channel_id: str = "", name: str = "") -> None:
        """Something may have changed about a channel."""
        try:
            await self._services.places.changed(team_id, channel_id, name)
        except Exception as error:
            _log.error("a change in %s is not looked at: %s", team_id, trace(error))

    async def _told(self, event: Event, reply: Reply) -> Reply:
        """The reply, with what the person could not be told before; it does not hang on that.

        A form asks the store only if this process knows that something waits: most are answers, and
        everybody sends one.
        """
        actor, notices = event.actor, self._services.notices
        if (
            isinstance(event, Submission)
            and (actor.team_id, actor.member_id) not in notices.waiting
        ):
            return reply
        try:
            return await notices.with_unread(actor, reply)
        except Exception as error:
            _log.error("what waits for a member of %s is not told: %s", actor.team_id, trace(error))
            return reply

    async def _placed(self, event: Event) -> Event:
        """The same event in the channel where the person last played, where it came without one,
        and in the channel of the question, where it came from a thread that somebody began under
        its post.
        """
        actor = event.actor
        if actor.parent_id:
            return replace(event, actor=await self._services.members.under_a_post(actor))
        if actor.channel_id:
            return event
        return replace(event, actor=await self._services.members.where_last(actor))

    async def _handle(self, event: Event) -> Reply:
        match event:
            case Call():
                return await self._call(event)
            case Press():
                return await self._press(event)
            case Submission():
                return await self._submission(event)
            case Point():
                return await self._point(event)

    async def _call(self, call: Call) -> Reply:
        await self._services.members.meet(call.actor)
        reply = await self._registry.call(self._services, call)
        await self._offer(call.actor)
        return reply

    async def _offer(self, actor: Actor) -> None:
        """See that somebody is told what needs a quizmaster; a reply does not hang on it."""
        try:
            await self._services.notices.offer(actor)
        except Exception as error:
            _log.error("nobody could be asked to be told in %s: %s", actor.team_id, trace(error))

    async def _press(self, press: Press) -> Reply:
        # A press opens a form within the platform's seconds, so it waits for no writing: who they
        # are is written down with what they send.
        route = self._registry.presses.get(press.action.verb)
        if route is None:
            raise UnknownAction
        return await route(self._services, press)

    async def _submission(self, sent: Submission) -> Reply:
        route = self._registry.forms.get(sent.action.verb)
        if route is None:
            raise UnknownAction
        return await route(self._services, sent)

    async def _point(self, point: Point) -> Reply:
        if point.message.team_id != point.actor.team_id:
            raise UnknownAction
        for menu, handler in self._registry.menus.items():
            if menu.verb == point.verb:
                return await handler(self._services, point)
        raise UnknownAction

    async def _explained(self, trouble: Trouble, event: Event) -> Message:
        """What a person reads of a trouble: what the round says of it, else its own words."""
        match trouble:
            case RoundClosed(play=play, now=now, text=text):
                return errors.closed(play, now, text)
            case AlreadyFinished(play=play, text=text):
                outcome = await self._services.answering.outcome(
                    play.round, counted(play.answers), play.answers
                )
                return verdict.answered_before(outcome, text)
            case NoRound() | UnknownAction():
                return errors.told(trouble, _typed(event))
            case _:
                return errors.told(trouble)

    def _noted(self, error: Exception, what: str) -> str:
        """A reference for the person, under which the log says what went wrong."""
        reference = self._services.new_id()[:_REFERENCE]
        _log.error("reference %s: %s: %s", reference, what, trace(error))
        return reference


def _named(actor: Actor) -> Actor:
    """The actor under a name that can stand in a line with other words."""
    return replace(actor, name=shown_name(actor.name))


def _typed(event: Event) -> str:
    """What the person had typed, so that an error gives it back."""
    match event:
        case Submission(values=values):
            return "\n".join(filter(str.strip, values.values()))
        case Call(arguments=arguments):
            return str(arguments.get("text", ""))
        case _:
            return ""
