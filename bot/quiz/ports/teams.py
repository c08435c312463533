"""The part of the store that knows teams, their members and their quizmasters; see
`bot.quiz.ports.store`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model.delivery import Delivery
from bot.model.round import Round
from bot.model.team import Member, Quizmasters, Team, UserGroup


@dataclass(frozen=True, slots=True)
class Back:
    """How a team finds its quizzes that took the bot in again after it had sent it away."""

    why: str
    """Why they rest, in words for quizmasters."""
    at: datetime
    owed: tuple[Delivery, ...] = ()
    """The words to those who are told."""


class Teams(Protocol):
    """Teams, their members, and what was heard from their platforms."""

    async def arrived(self, team_id: str, name: str, back: Back | None = None) -> None:
        """Note that a team let the bot in, once more or for the first time: nothing holds it back
        from now on. A name that is empty leaves the one that is known.

        A team that is `back` finds every quiz at rest, with all its history; what was owed to its
        channels before is given up. A team that was not paused goes on as it was all the same.
        """
        ...

    async def left(self, team_id: str, why: str, seen: int | None = None) -> bool:
        """Pause a team that shut the bot out, be it one that was never met; its name stays.

        `seen` is how often it had let the bot in when that was found out (see
        `Delivery.arrivals`): if it has done so again since, nothing changes and the answer is
        False. None means whatever happened since.
        """
        ...

    async def team(self, team_id: str) -> Team | None:
        """The team, or None."""
        ...

    async def greet(self, team_id: str, member_id: str, name: str, team_name: str = "") -> None:
        """Write the name that a member has now, or a new member; their settings stay. A team that
        was never met is written too, and one that was stays as it is.
        """
        ...

    async def member(self, team_id: str, member_id: str) -> Member | None:
        """The member, or None if never seen."""
        ...

    async def set_member(
        self,
        team_id: str,
        member_id: str,
        *,
        hidden: bool | None = None,
        quizmaster: bool | None = None,
        told: bool | None = None,
    ) -> Member | None:
        """Change what is given of a member, and nothing else; the member as they are then, or None
        if never seen.
        """
        ...

    async def volunteer(self, team_id: str, member_id: str) -> None:
        """Tell a member from now on when something needs a quizmaster, unless they ever said
        whether they want it.
        """
        ...

    async def retire(self, team_id: str, member_id: str) -> None:
        """Tell a member no more, as if they had never said whether they want it."""
        ...

    async def set_reminder(
        self, team_id: str, channel_id: str, member_id: str, wanted: bool
    ) -> None:
        """Remember whether a member wants a word before the channel's questions close."""
        ...

    async def wants_reminder(self, team_id: str, channel_id: str, member_id: str) -> bool:
        """Whether the member asked for reminders in the channel."""
        ...

    async def to_remind(self, round_: Round) -> tuple[Member, ...]:
        """Those who asked for reminders in the round's channel and have not answered in it."""
        ...

    async def first_time(self, team_id: str, key: str, now: datetime) -> bool:
        """Whether this event key is new; of two concurrent calls exactly one hears True."""
        ...

    async def forget_keys(self, before: datetime) -> None:
        """Drop the event keys heard before an instant."""
        ...


class QuizmasterList(Protocol):
    """Who looks after the quiz of a team."""

    async def quizmasters(self, team_id: str) -> Quizmasters:
        """Those who were appointed, those who want to be told, and the groups whose people are
        quizmasters. Costs grow with them, not with the team.
        """
        ...

    async def add_group(self, group: UserGroup) -> None:
        """Make the people of a group quizmasters; one that is there gets its present name."""
        ...

    async def drop_group(self, team_id: str, group_id: str) -> bool:
        """Take it back; False if the group was none."""
        ...
