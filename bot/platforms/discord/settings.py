"""What the operator sets for Discord, read from the environment in this one place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.platforms.platform import Misconfigured

_SHARDS = re.compile(r"(\d+)(?:-(\d+))?/(\d+)")


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards of this process, of so many in all."""

    ids: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The token, the shards of this process (None: as many as Discord advises), and the rate."""

    token: str
    shards: Shards | None = None
    rate: int = 50
    """Requests a second of this process; all processes of one bot share Discord's 50."""

    def __repr__(self) -> str:
        return f"Settings(shards={self.shards}, rate={self.rate})"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings | None":
        """The settings, or None where no token is set; raises `Misconfigured`."""
        token = environment.get("DISCORD_TOKEN", "").strip()
        if not token:
            return None
        if token.lower().startswith("bot ") or any(c.isspace() for c in token):
            raise Misconfigured(
                "DISCORD_TOKEN must be the token alone, without `Bot` and without spaces."
            )
        shards = _shards(environment.get("QUIZSHEET_DISCORD_SHARDS", "").strip())
        return cls(token, shards, _rate(environment.get("QUIZSHEET_DISCORD_RATE", "").strip()))


def _shards(text: str) -> Shards | None:
    if text in ("", "auto"):
        return None
    match = _SHARDS.fullmatch(text)
    if match:
        first, last, count = int(match[1]), int(match[2] or match[1]), int(match[3])
        if first <= last < count:
            return Shards(tuple(range(first, last + 1)), count)
    raise Misconfigured(
        "QUIZSHEET_DISCORD_SHARDS must be a range of shards and how many there are in all, "
        f"such as 0-3/16, or `auto`; it is {text!r}."
    )


def _rate(text: str) -> int:
    if not text:
        return 50
    if text.isdigit() and 1 <= int(text) <= 50:
        return int(text)
    raise Misconfigured(
        f"QUIZSHEET_DISCORD_RATE must be a number of requests a second from 1 to 50; it is {text!r}."
    )
