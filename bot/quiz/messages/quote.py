"""A member's own words, given back to them as they wrote them."""

from bot.model.message import Block, CodeBlock, Listing, Section
from bot.model.text import emphasis, line, shortened

_LONGEST = 300
"""Characters of one line."""
_LINES = 12
_FENCE = "```"


def quoted(label: str, text: str) -> tuple[Block, ...]:
    """The words after a label: in one line, line by line, or as code where they are laid out like
    it; what is very long is cut, and ends in `…` then.
    """
    lines = [row.rstrip() for row in text.strip("\r\n").expandtabs(4).splitlines() if row.strip()]
    if len(lines) < 2:
        return (Section(line(f"{label}: ", emphasis(in_line(text)))),)
    rest = ["…"] if len(lines) > _LINES else []
    heading = Section(line(f"{label}:"))
    if _is_code(lines):
        inner = [row for row in lines if not row.strip().startswith(_FENCE)]
        kept = [row if len(row) <= _LONGEST else f"{row[:_LONGEST]}…" for row in inner[:_LINES]]
        return (heading, CodeBlock("\n".join([*kept, *rest])))
    rows = [shortened(row, _LONGEST) for row in lines[:_LINES]]
    return (heading, Listing(tuple(line(emphasis(row)) for row in [*rows, *rest])))


def in_line(text: str, longest: int = _LONGEST) -> str:
    """The words in quotation marks, on one line."""
    bare = text.strip()
    fits = len(bare) <= longest and len(bare.splitlines()) < 2
    return f"“{bare if fits else shortened(bare, longest)}”"


def _is_code(lines: list[str]) -> bool:
    return any(row[0] == " " or row.startswith(_FENCE) for row in lines)
