"""A team is the tenant; a member is a person in it; a channel is a place in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Team:
    """A Slack workspace, a Discord guild or a playground room.

    `id` begins with the platform: `slack:T0123`, `discord:4711`, `web:demo`.
    """

    id: str
    name: str = ""
    paused: str = ""
    """Why nothing is posted (a revoked token, a removed bot); empty while all is well."""

    @property
    def platform(self) -> str:
        """The platform's name, the part of the id before the colon."""
        return platform_of(self.id)


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a team, under the name that the platform last showed."""

    team_id: str
    id: str
    name: str
    hidden: bool = False
    """Plays, but appears on no board and in no reveal."""
    quizmaster: bool = False
    """Named quizmaster by another one; who manages the team on its platform is one anyway."""
    told: bool | None = None
    """Whether they want a word when something needs a quizmaster; None if they never said."""


@dataclass(frozen=True, slots=True)
class UserGroup:
    """A user group of Slack, or a role of Discord, whose people are quizmasters."""

    team_id: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Quizmasters:
    """Who looks after a team's quiz, besides those who manage the team on its platform."""

    members: tuple[Member, ...] = ()
    """Those who were appointed, and those who want to be told, by name."""
    groups: tuple[UserGroup, ...] = ()

    @property
    def appointed(self) -> tuple[Member, ...]:
        """Those whom another quizmaster named."""
        return tuple(member for member in self.members if member.quizmaster)

    @property
    def told(self) -> tuple[Member, ...]:
        """Those who want a word when something needs a quizmaster."""
        return tuple(member for member in self.members if member.told)

    @property
    def group_ids(self) -> frozenset[str]:
        """The ids of the groups."""
        return frozenset(group.id for group in self.groups)


def platform_of(team_id: str) -> str:
    """The platform's name in a team id."""
    return team_id.partition(":")[0]


def name_of(team_id: str) -> str:
    """The team's name on its platform, the part of its id after the colon."""
    return team_id.partition(":")[2]


def is_alone(team_id: str, member_id: str) -> bool:
    """Whether a team is one person in a private conversation: it has their own id."""
    return bool(member_id) and name_of(team_id) == member_id
