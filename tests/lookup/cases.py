"""Look-ups as a person would type them, with every entry that a person would accept."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests import shared

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
SHEETS = {
    "content": _ROOT / "content",
    "ml-cheat-sheet": shared.DATA / "sheets" / "ml-cheat-sheet.md",
}
"""The sheets that are looked into; the second stands beside the checkout, if at all."""


@dataclass(frozen=True, slots=True)
class Case:
    """One look-up; `ids` or `lines` of the entries that are right, none where nothing is."""

    sheet: str
    kind: str
    query: str
    ids: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def expected(self) -> bool:
        """Whether the sheet has something to find."""
        return bool(self.ids or self.lines)


def right(case: Case, found: Iterable[tuple[str, int]]) -> bool:
    """Whether one of the found entries, as id and line, is one of those that were meant."""
    return any(id_ in case.ids or line in case.lines for id_, line in found)


def _read() -> tuple[Case, ...]:
    lines = (_HERE / "cases.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=Case) for line in lines)


CASES = _read()
