"""How much a sheet may be, where it comes from people whom nobody checked."""

from dataclasses import dataclass

from bot.model.sheet import Problem, Sheet
from bot.sheets import complaints, problems


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one sheet may have; an operator may set others."""

    size: int = 1_000_000
    """Bytes of its file."""
    questions: int = 5_000


def within_limits(sheet: Sheet, size: int, limits: Limits | None = None) -> Problem | None:
    """What is too much about a sheet that came in a file of `size` bytes, or None."""
    limits = limits or Limits()
    if size > limits.size:
        return problems.too_large(size, limits.size)
    if len(sheet.questions) > limits.questions:
        return complaints.too_many(len(sheet.questions), limits.questions)
    return None
