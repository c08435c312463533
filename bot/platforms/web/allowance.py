"""An allowance: how much one tab may ask for in a while."""


class Allowance:
    """`burst` frames at once, and `rate` more each second."""

    def __init__(self, burst: float = 40, rate: float = 10) -> None:
        self._burst = burst
        self._rate = rate
        self._left = burst
        self._seen = 0.0

    def take(self, now: float) -> bool:
        """Whether one more is allowed at `now`, in seconds of a clock that only goes forward."""
        earned = max(now - self._seen, 0.0) * self._rate
        self._left = min(self._left + earned, self._burst)
        self._seen = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
