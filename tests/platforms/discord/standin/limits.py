"""Rate limits: buckets by route and resource, the global 50 a second, and who broke them."""

from collections import deque
from dataclasses import dataclass, field

from tests.platforms.discord.standin.world import World

GLOBAL = 50
"""Requests a second of one bot; interaction endpoints are exempt."""


@dataclass
class Bucket:
    """A window of so many requests."""

    limit: int
    seconds: float
    used: int = 0
    ends: float = 0.0

    def take(self, now: float) -> bool:
        """Use one request up; False if none is left."""
        if now >= self.ends:
            self.used, self.ends = 0, now + self.seconds
        self.used += 1
        return self.used <= self.limit


@dataclass
class Limits:
    """The buckets of every route; `sizes` sets limit and seconds by `METHOD /template`."""

    world: World
    sizes: dict[str, tuple[int, float]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    """Requests that earned a 429."""
    _buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict)
    _recent: deque[float] = field(default_factory=deque)

    def take(
        self, route: str, resource: str, *, exempt: bool
    ) -> tuple[dict[str, str], float, bool]:
        """Headers of the answer, seconds to wait (0 if allowed), and whether it is global."""
        now = self.world.now()
        if not exempt:
            while self._recent and now - self._recent[0] >= 1.0:
                self._recent.popleft()
            if len(self._recent) >= GLOBAL:
                self.broken.append(f"{route} (global)")
                return {}, 1.0 - (now - self._recent[0]), True
            self._recent.append(now)
        limit, seconds = self.sizes.get(route, (1000, 1.0))
        bucket = self._buckets.setdefault((route, resource), Bucket(limit, seconds))
        bucket.limit, bucket.seconds = limit, seconds
        allowed = bucket.take(now)
        left = bucket.ends - now
        headers = {
            "X-RateLimit-Limit": str(bucket.limit),
            "X-RateLimit-Remaining": str(max(0, bucket.limit - bucket.used)),
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Reset": f"{left:.3f}",
            "X-RateLimit-Bucket": f"{abs(hash(route)):x}",
        }
        if not allowed:
            self.broken.append(f"{route} {resource}")
        return headers, 0.0 if allowed else left, False
