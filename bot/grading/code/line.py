"""A wording that is code."""

from dataclasses import dataclass

from bot.grading.code.atoms import Atom


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A wording that is code."""

    text: str
    atoms: tuple[Atom, ...]
    tag: str
    """The name of the tag that it is."""
    cased: bool = False
    """Whether the sheet tells it from another by its case."""
