"""The port through which the game speaks on a platform, and what can go wrong there."""

from typing import Protocol

from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import Rights
from bot.model.round import MessageRef


class ChatError(Exception):
    """A platform did not do what was asked; the subclasses say what follows from it."""


class Busy(ChatError):
    """The platform asks to wait; `seconds` is how long. Nothing was posted."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the platform asks to wait {seconds:g} s")
        self.seconds = seconds


class Unreachable(ChatError):
    """The platform did not answer or failed inside; the request may or may not have been done.

    Trying again with the same key is safe.
    """


class Refused(ChatError):
    """The platform will go on saying no in this channel, or to this person, until somebody mends
    it.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.obstacle = Obstacle(problem, remedy)
        super().__init__(str(self.obstacle))


class Unfit(ChatError):
    """The platform does not take this message, in whatever channel; another one it may take."""


class Gone(ChatError):
    """The channel, message or person no longer exists."""


class Revoked(ChatError):
    """The platform no longer lets the bot into this team (token revoked, bot removed)."""


class Chat(Protocol):
    """One platform as the game sees it; every adapter implements it.

    `key` is a delivery's key. Where the platform can tell, posting again with the same key
    within a few minutes returns the first message and posts nothing; where it cannot (Slack
    after a lost reply), a second copy is possible and both belong to the same round.
    Every method raises only `ChatError`s. Members' words in a message never ping, format or
    link. An adapter keeps the platform's rate limits itself and waits its turn; it raises
    `Busy` only for waits of more than a few seconds.
    """

    @property
    def platform(self) -> str:
        """The word before the colon in its teams' ids."""
        ...

    @property
    def managers(self) -> str:
        """Who manages a team there, as its people say it: `admins and owners of the workspace`."""
        ...

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        """Post in a channel for everyone there and return where it stands."""
        ...

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        """Post in the thread under a message, beginning the thread if there is none."""
        ...

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Replace a message of ours; raises `Gone` if somebody deleted it."""
        ...

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        """Send to one person in private; raises `Refused` if they do not take messages."""
        ...

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        """What a person may do in a team now; `NO_RIGHTS` for somebody who is not in it.

        Of `groups`, and perhaps of others, `Rights.groups` tells in which they are. What the
        platform said is believed for ten minutes at most. A platform that cannot be asked, or does
        not answer, raises: that is neither a yes nor a no.
        """
        ...

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        """Whether a channel is one of the team's, be it one in which the bot cannot post; raises
        if the platform cannot be asked.
        """
        ...

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        """What stands in the way of a quiz in a channel: of its posts, the threads under them, or
        the kind of place that it is; None if nothing does, or nothing that the platform tells
        before it is tried. It says what is so now. Raises if the platform cannot be asked, and
        `Revoked` if the team does not let the bot in.
        """
        ...
