"""The permissions that the bot asks for, each with its name in Discord and what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """One permission; `bit` is its place in Discord's permission number."""

    bit: int
    name: str
    """As Discord's settings call it."""

    @property
    def value(self) -> int:
        """The permission as a number."""
        return 1 << self.bit


VIEW = Permission(10, "View Channel")
SEND = Permission(11, "Send Messages")
EMBED = Permission(14, "Embed Links")
ATTACH = Permission(15, "Attach Files")
HISTORY = Permission(16, "Read Message History")
CONNECT = Permission(20, "Connect")
CREATE_THREADS = Permission(35, "Create Public Threads")
SEND_IN_THREADS = Permission(38, "Send Messages in Threads")

NEEDED = (VIEW, SEND, EMBED, ATTACH, HISTORY, CREATE_THREADS, SEND_IN_THREADS)
"""The fewest with which the whole quiz works."""


def number(permissions: tuple[Permission, ...] = NEEDED) -> int:
    """Permissions as the number that an invitation carries."""
    return sum(permission.value for permission in permissions)


def missing(held: int, wanted: tuple[Permission, ...] = NEEDED) -> tuple[Permission, ...]:
    """Those wanted that a permission number lacks."""
    return tuple(permission for permission in wanted if not held & permission.value)
