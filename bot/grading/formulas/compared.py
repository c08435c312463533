"""An item that is a formula, and what a response makes of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.grading.formulas.symbols import LONGEST, Symbol, name_of, symbols_of
from bot.grading.formulas.tree import NotAFormula, Reader, Tree, expanded, power, product, total

_HINT = re.compile(r"[+*/^=<>|×·÷√−≤≥≠²³→]|\s[-–]\s|\b\w-\w\b|\w\(")
_ASKS = re.compile(
    r"\b(?:formulas?|formulae|equations?|calculat\w*|comput\w*|expression|law|ratio|defin\w+|equals?|"
    r"measured|express\w*|rate|derivative|integral|area|volume|speed|how\s+(?:is|are|do\s+you\s+get))\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^\s*(?:(?:it\s+is|it's|its|that\s+is|that's|the\s+formula\s+is|formula:|by|as|use|you\s+(?:take|use|do|get))\s+)+|[\s.;!?]+$",
    re.IGNORECASE,
)
_FLAG = re.compile(r"(?:^|\s)(?:-{1,2}|\+)[A-Za-z]")
_CODE = re.compile(r"(?i:^select\b)|[{};\\$#@&~`\"']|\w\.\w|--|\+\+|\|\||<\w+>|=>|::")
_LETTERS = 4
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A wording that is a formula."""

    trees: tuple[Tree, Tree]
    """Its words as names; and its short names as products of letters."""
    names: frozenset[str]
    either: bool
    """Whether it may as well be two names for one thing: lift / elevator."""


def formula(text: str, prompt: str) -> Formula | None:
    """The formula that a wording is, or None where it is something else."""
    text = text.strip()
    if len(text) > LONGEST or _HINT.search(text) is None:
        return None
    if _FLAG.search(text) or _CODE.search(text) or text.startswith(("/", "O(")):
        return None
    read = _read(text, _NONE)
    if read is None or not read.operators:
        return None
    signs = [each for each in read.symbols if each.kind == "sign" and each.text not in "(),"]
    asks = _ASKS.search(prompt) is not None
    names = [each for each in read.symbols if each.kind == "name"]
    if not names:
        return None
    either = False
    if len(signs) == 1 and "(" not in text:
        sign = signs[0].text
        long = any(len(each.text) > 2 for each in names)
        if sign == "/" and long and not _apart(read.symbols, sign):
            return None
        if sign in ("-", "|", "->") and not asks:
            return None
        if sign == "-" and not signs[0].spaced:
            return None
        if sign in ("+", "=") and long and not signs[0].spaced:
            return None
        either = sign == "/" and long and not asks
    elif not signs and not any(each.text == "(" for each in read.symbols):
        return None
    if max((len(each.text.split()) for each in names), default=0) > 4:
        return None
    return Formula((read.first, read.tree(letters=True)), read.names, either)


def _apart(symbols: Sequence[Symbol], sign: str) -> bool:
    """Whether a sign stands between blanks: a path has none after its slash."""
    at = next(at for at, each in enumerate(symbols) if each.text == sign)
    return symbols[at].spaced and at + 1 < len(symbols) and symbols[at + 1].spaced


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    first: Tree
    names: frozenset[str]
    symbols: tuple[Symbol, ...]
    operators: int
    worded: bool
    renamed: Mapping[str, str]

    def tree(self, *, letters: bool) -> Tree:
        """The tree with its words as names, or with its short names as products of letters."""
        if not letters or not any(1 < len(each) < _LETTERS for each in self.names):
            return self.first
        try:
            return Reader(self.symbols, self.renamed, letters=True).tree()
        except (NotAFormula, RecursionError, OverflowError, ZeroDivisionError):
            return self.first


@lru_cache(maxsize=2_048)
def _symbols(text: str) -> tuple[tuple[Symbol, ...], bool] | None:
    found = symbols_of(text)
    return None if found is None or not found[0] else (tuple(found[0]), found[1])


def _read(text: str, names: Mapping[str, str]) -> _Read | None:
    found = _symbols(text)
    if found is None:
        return None
    symbols, worded = found
    reader = Reader(symbols, names, letters=False)
    try:
        tree = reader.tree()
    except (NotAFormula, RecursionError, OverflowError, ZeroDivisionError):
        return None
    called = frozenset(name_of(each.text) for each in symbols if each.kind == "name")
    return _Read(tree, called, symbols, reader.operators, worded, names)


def ruled(meant: Formula, text: str) -> bool | None:
    """Whether a response is the formula; None where it is none, or not plainly one."""
    text = _AROUND.sub("", text)
    found = _read(text, _NONE)
    if found is None:
        return None
    renamed = _renamed(meant.names, found.names)
    if renamed:
        found = _read(text, renamed) or found
    if any(_equal(meant.trees[at], found.tree(letters=bool(at))) for at in (0, 1)):
        return True
    known = {renamed.get(each, each) for each in found.names} <= meant.names
    if not found.operators:
        if meant.either or not found.names:
            return None
        parts = {word for name in meant.names for word in (name, *name.split())}
        return False if found.names <= parts else None
    return False if known or not found.worded else None


def _renamed(meant: frozenset[str], said: frozenset[str]) -> dict[str, str]:
    """Names that are the same in other writing: initials, small letters, a typing mistake."""
    renamed: dict[str, str] = {}
    for name in said - meant:
        same = [
            other
            for other in meant
            if _initials(other) == name.lower()
            or _initials(name) == other.lower()
            or other.lower() == name.lower()
            or (len(other) == 1 and len(name) > 2 and name[0].lower() == other.lower())
            or (len(name) == 1 and len(other) > 2 and other[0].lower() == name.lower())
            or (min(len(name), len(other)) > 4 and OSA.distance(name, other, score_cutoff=1) <= 1)
        ]
        if len(same) == 1:
            renamed[name] = same[0]
        elif not same and 1 < len(name) < 4 and name.isalpha():
            letters = _renamed(meant, frozenset(name))
            renamed |= letters if len(letters) == len(set(name)) else {}
    return renamed


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _equal(meant: Tree, said: Tree) -> bool:
    """Whether two formulas are the same, as they stand, without their left side, or solved for
    another quantity.
    """
    if meant == said:
        return True
    if meant[0] == "=" != said[0]:
        return said in meant[1:] and said[0] not in ("n", "v")
    if said[0] == "=" != meant[0]:
        return meant in said[1:] and any(each[0] in ("v", "call") for each in said[1:])
    if meant[0] == "=" == said[0]:
        one, other = _quotient(meant), _quotient(said)
        if one == other or one == power(other, ("n", -1.0)):
            return True
        one, other = _difference(meant), _difference(said)
        return one == other or one == expanded(product([("n", -1.0), other]))
    return _has_sums(meant) and _has_sums(said) and expanded(meant) == expanded(said)


def _has_sums(tree: Tree) -> bool:
    return tree[0] in ("+", "*", "^")


def _difference(equation: Tree) -> Tree:
    _, left, right = equation
    return expanded(total([left, product([("n", -1.0), right])]))


def _quotient(equation: Tree) -> Tree:
    _, left, right = equation
    return product([left, power(right, ("n", -1.0))])
