"""The playground as the game speaks on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.model.message import Message
from bot.model.obstacle import Obstacle
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.round import MessageRef
from bot.platforms.web.protocol import Shown
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.platforms.web.tabs import Tabs
from bot.platforms.web.transcript import PRIVATE, Transcript
from bot.platforms.web.visitor import HOST, rights_of
from bot.quiz.ports.chat import Gone, Unreachable
from bot.quiz.ports.store import StoreError


class WebChat:
    """Writes to the transcript first, then shows it in the open tabs; a page that is opened or
    comes back later reads the transcript. The same key is the same message, for good. `changed` is
    called after each message: another event may come next now.
    """

    def __init__(self, transcript: Transcript, tabs: Tabs, changed: Callable[[], None]) -> None:
        self._transcript = transcript
        self._tabs = tabs
        self._changed = changed

    @property
    def platform(self) -> str:
        """The word before the colon in the team's id."""
        return "web"

    @property
    def managers(self) -> str:
        """Who manages the playground."""
        return f"the host, {HOST}"

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        """Post in the channel; raises `Gone` for another one."""
        return await self._write(team_id, channel_id, message, key)

    async def reply(self, ref: MessageRef, message: Message, *, key: str) -> MessageRef:
        """Post in the thread under a message."""
        thread = ref.thread_id or ref.message_id
        return await self._write(ref.team_id, ref.channel_id, message, key, thread)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Replace a message; raises `Gone` if it is not there."""
        _known(ref.team_id, ref.channel_id)
        with _failing():
            there, version = await self._transcript.rewrite(ref, message)
        if not there:
            raise Gone(f"there is no message {ref.message_id} in {ref.channel_id}")
        self._show(version)

    async def tell(self, team_id: str, member_id: str, message: Message, *, key: str) -> None:
        """Show to one member, in all their tabs, now and when they come back."""
        _known(team_id, CHANNEL_ID)
        with _failing():
            _, told = await self._transcript.write(PRIVATE + member_id, message, key)
        self._show(told, member_id)

    async def rights(
        self, team_id: str, member_id: str, groups: frozenset[str] = frozenset()
    ) -> Rights:
        """What a visitor may do; nobody is in another team than the playground's."""
        return rights_of(member_id) if team_id == TEAM_ID else NO_RIGHTS

    async def has_channel(self, team_id: str, channel_id: str) -> bool:
        """Whether this is the one channel that there is."""
        return (team_id, channel_id) == (TEAM_ID, CHANNEL_ID)

    async def obstacle(self, team_id: str, channel_id: str) -> Obstacle | None:
        """What stands in the way of a quiz in a channel."""
        return None

    async def _write(
        self, team_id: str, channel_id: str, message: Message, key: str, thread: str = ""
    ) -> MessageRef:
        _known(team_id, channel_id)
        with _failing():
            message_id, posted = await self._transcript.write(channel_id, message, key, thread)
        self._show(posted)
        return MessageRef(team_id, channel_id, message_id, thread)

    def _show(self, message: Shown | None, member_id: str = "") -> None:
        if message is not None:
            self._tabs.show(message, member_id)
        self._changed()


def _known(team_id: str, channel_id: str) -> None:
    if (team_id, channel_id) != (TEAM_ID, CHANNEL_ID):
        raise Gone(f"the playground has no channel {channel_id} in {team_id}")


@contextmanager
def _failing() -> Iterator[None]:
    """What the store cannot do now may be done later, and with the same key only once."""
    try:
        yield
    except StoreError as error:
        raise Unreachable(str(error)) from error
