"""Routes: which handler does what an event asks for."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeAlias, TypeVar

from bot.model.action import ActionKind, UnreadableAction
from bot.model.command import Audience, Command, CommandTable, Group, MemberMenu, MessageMenu
from bot.model.event import Actor, Call, Point, Press, Submission
from bot.model.message import Message, Reply
from bot.quiz.actions import HERE, Placed
from bot.quiz.errors import UnknownAction
from bot.quiz.services.services import Services

A = TypeVar("A")
"""The arguments of a button or form."""
E = TypeVar("E", Press, Submission)
E_contra = TypeVar("E_contra", Press, Submission, contravariant=True)

CommandHandler: TypeAlias = Callable[[Services, Call], Awaitable[Reply]]
MenuHandler: TypeAlias = Callable[[Services, Point], Awaitable[Reply]]
HomeHandler: TypeAlias = Callable[[Services, Actor], Awaitable[Message]]


class Route(Protocol[E_contra]):
    """A button or a form with its handler."""

    @property
    def verb(self) -> str:
        """The verb of its actions."""
        ...

    @property
    def audience(self) -> Audience:
        """Who may use it."""
        ...

    async def __call__(self, services: Services, event: E_contra) -> Reply:
        """Read the arguments, look up the place that they name, see that the person may do it
        there, and only then handle the event; raises `UnknownAction` for other arguments.
        """
        ...


@dataclass(frozen=True, slots=True)
class On(Generic[E, A]):
    """A route: a kind of action, and the handler that gets its arguments."""

    kind: ActionKind[A]
    handler: Callable[[Services, E, A], Awaitable[Reply]]
    audience: Audience = Audience.EVERYONE
    what: str = ""
    """What it does, as it is called where somebody may not: `/quizmaster schedule`."""
    records_member: bool = False
    """Whether what a form does writes down who sent it; else that is done before."""

    @property
    def verb(self) -> str:
        """The verb of its actions."""
        return self.kind.verb

    async def __call__(self, services: Services, event: E) -> Reply:
        """Read the arguments, and handle the event in the place that they name."""
        try:
            arguments = self.kind.read(event.action)
        except UnreadableAction:
            raise UnknownAction from None
        place = arguments.place if isinstance(arguments, Placed) else HERE
        actor = await services.access.admit(event.actor, place, self.audience, self.what)
        if not self.records_member and isinstance(event, Submission):
            await services.members.meet(actor)
        return await self.handler(services, replace(event, actor=actor), arguments)


@dataclass(frozen=True, slots=True)
class Routes:
    """What one file answers; its commands in the order in which help shows them."""

    commands: Mapping[Command, CommandHandler] = field(default_factory=dict)
    groups: Mapping[Group, CommandHandler] = field(default_factory=dict)
    """First words, with what one does that was typed alone."""
    menus: Mapping[MessageMenu, MenuHandler] = field(default_factory=dict)
    member_menus: tuple[MemberMenu, ...] = ()
    presses: tuple[Route[Press], ...] = ()
    forms: tuple[Route[Submission], ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """Every route of the game."""

    commands: Mapping[Command, CommandHandler]
    groups: Mapping[Group, CommandHandler]
    call: CommandHandler
    """Answers every call by name, also one that names nothing."""
    menus: Mapping[MessageMenu, MenuHandler]
    member_menus: tuple[MemberMenu, ...]
    presses: Mapping[str, Route[Press]]
    forms: Mapping[str, Route[Submission]]
    home: HomeHandler
    """Composes a member's own page."""

    @property
    def table(self) -> CommandTable:
        """What people can call by name."""
        return CommandTable(
            tuple(self.commands), tuple(self.menus), self.member_menus, tuple(self.groups)
        )


def by_verb(routes: Iterable[Route[E]]) -> Mapping[str, Route[E]]:
    """Routes by their verbs; two for the same verb are a ValueError."""
    found: dict[str, Route[E]] = {}
    for route in routes:
        if route.verb in found:
            raise ValueError(f"two handlers for {route.verb}")
        found[route.verb] = route
    return found
