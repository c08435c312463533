"""What goes wrong on the way to Slack, on demand."""

from collections import defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One mishap for one call; `taken` says whether the call was done all the same."""

    status: int = 200
    error: str = ""
    retry_after: int = 0
    drop: bool = False
    taken: bool = False
    delay: float = 0.0


def dropped(*, taken: bool = True) -> Fault:
    """The connection breaks, after the request was taken or before."""
    return Fault(drop=True, taken=taken)


def limited(seconds: int) -> Fault:
    """Too many requests: wait."""
    return Fault(status=429, error="ratelimited", retry_after=seconds)


def broken(status: int = 503) -> Fault:
    """Slack has trouble of its own."""
    return Fault(status=status, error="service_unavailable")


def refused(error: str) -> Fault:
    """A plain no, with its reason."""
    return Fault(error=error)


def slow(seconds: float) -> Fault:
    """An answer that takes its time, and then is right."""
    return Fault(delay=seconds, taken=True)


class Faults:
    """Mishaps that wait for their call, by method."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = defaultdict(deque)
        self._always: dict[str, Fault] = {}

    def next(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one fault each."""
        self._waiting[method].extend(faults)

    def always(self, method: str, fault: Fault | None) -> None:
        """Let every call of a method go wrong until told otherwise with None."""
        if fault is None:
            self._always.pop(method, None)
        else:
            self._always[method] = fault

    def take(self, method: str) -> Fault | None:
        """The mishap for this call, if there is one."""
        waiting = self._waiting[method]
        return waiting.popleft() if waiting else self._always.get(method)
