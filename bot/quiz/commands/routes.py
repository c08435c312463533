"""Routes: which handler does what an event asks for."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeAlias, TypeVar

from bot.model.action import ActionKind, UnreadableAction
from bot.model.command import Command, CommandTable, Group, MemberMenu, MessageMenu
from bot.model.event import Actor, Call, Point, Press, Submission
from bot.model.message import Message, Reply
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
    def records_member(self) -> bool:
        """Whether what it does writes down who the person is; else that is done before."""
        ...

    async def __call__(self, services: Services, event: E_contra) -> Reply:
        """Read the arguments and handle the event; raises `UnknownAction` for others."""
        ...


@dataclass(frozen=True, slots=True)
class On(Generic[E, A]):
    """A route: a kind of action, and the handler that gets its arguments."""

    kind: ActionKind[A]
    handler: Callable[[Services, E, A], Awaitable[Reply]]
    records_member: bool = False

    @property
    def verb(self) -> str:
        """The verb of its actions."""
        return self.kind.verb

    async def __call__(self, services: Services, event: E) -> Reply:
        """Read the arguments and handle the event."""
        try:
            arguments = self.kind.read(event.action)
        except UnreadableAction:
            raise UnknownAction from None
        return await self.handler(services, event, arguments)


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
