"""Several items of code in a row: `< > =`, `-l -a`, `-la`."""

from collections.abc import Sequence

from bot.grading.code.atoms import Atom, atoms_of
from bot.grading.code.line import Code

_JOINING = frozenset((",", ";", "and", "&", "+", "then", "|", "/"))


def in_a_row(codes: Sequence[tuple[str, Code]], text: str) -> list[str]:
    """The wordings that a response holds one after another, and other flags and signs between them,
    in its order; empty where it is no such row.
    """
    atoms = _expanded(atoms_of(text), codes)
    taken = [False] * len(atoms)
    found: list[tuple[int, str]] = []
    for wording, meant in sorted(codes, key=lambda each: -len(each[1].atoms)):
        start = _place(meant.atoms, atoms, taken)
        if start is not None:
            taken[start : start + len(meant.atoms)] = [True] * len(meant.atoms)
            found.append((start, wording))
    if len(found) < 2:
        return []
    for at, (atom, used) in enumerate(zip(atoms, taken, strict=True)):
        if used or atom.text.lower() in _JOINING:
            continue
        if atom.kind == "word":
            return []
        found.append((at, atom.text))
    return [wording for _, wording in sorted(found)]


def _expanded(atoms: list[Atom], codes: Sequence[tuple[str, Code]]) -> list[Atom]:
    """The atoms with -la as -l -a, where the items are flags of one letter."""
    if not all(
        len(meant.atoms) == 1 and meant.atoms[0].kind == "flag" and len(meant.atoms[0].text) == 2
        for _, meant in codes
    ):
        return atoms
    found: list[Atom] = []
    for each in atoms:
        if each.kind == "flag" and each.text[:2] != "--" and 2 < len(each.text) < 6:
            found += [each._replace(text=each.text[0] + letter) for letter in each.text[1:]]
        else:
            found.append(each)
    return found


def _place(meant: Sequence[Atom], atoms: Sequence[Atom], taken: Sequence[bool]) -> int | None:
    own = [each.text.casefold().lstrip("-") or each.text for each in meant]
    for start in range(len(atoms) - len(own) + 1):
        row = atoms[start : start + len(own)]
        if not any(taken[start : start + len(own)]) and own == [
            each.text.casefold().lstrip("-") or each.text for each in row
        ]:
            return start
    return None
