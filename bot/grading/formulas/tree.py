"""Symbols → a tree in one form: sums and products sorted, signs and quotients as powers."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.grading.formulas.symbols import FUNCTIONS, GREEK, Symbol, name_of

Tree = tuple[Any, ...]
"""("n", value), ("v", name), ("+", …), ("*", …), ("^", base, power), ("call", name, …) or
(relation, left, right)."""

_RELATIONS = ("=", "<", ">", "<=", ">=", "!=", "->", "|")
_DEEPEST = 24


class NotAFormula(Exception):
    """Symbols that make no formula."""


class Reader:
    """Reads symbols by precedence: relation, sum, product, power."""

    def __init__(
        self, symbols: Sequence[Symbol], names: Mapping[str, str], *, letters: bool
    ) -> None:
        self._symbols = _lettered(symbols) if letters else symbols
        self._names = names
        self._at = 0
        self._depth = 0
        self.operators = 0

    def tree(self) -> Tree:
        """The whole; raises `NotAFormula` where something is left over or missing."""
        found = self._relation(top=True)
        if self._at < len(self._symbols):
            raise NotAFormula
        return found

    def _peek(self) -> str:
        here = self._symbols[self._at] if self._at < len(self._symbols) else None
        return here.text if here is not None and here.kind == "sign" else ""

    def _relation(self, *, top: bool) -> Tree:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotAFormula
        left = self._sum()
        sign = self._peek()
        if sign in _RELATIONS and (sign != "|" or not top):
            self._at += 1
            self.operators += 1
            right = self._sum()
            if self._peek() in _RELATIONS:
                raise NotAFormula
            left = related(sign, left, right)
        self._depth -= 1
        return left

    def _sum(self) -> Tree:
        terms = [self._product()]
        while self._peek() in ("+", "-"):
            sign = self._peek()
            self._at += 1
            self.operators += 1
            term = self._product()
            terms.append(product([("n", -1.0), term]) if sign == "-" else term)
        return total(terms)

    def _product(self) -> Tree:
        factors = [self._signed()]
        while True:
            sign = self._peek()
            if sign in ("*", "/"):
                self._at += 1
                self.operators += 1
                factor = self._signed()
                factors.append(power(factor, ("n", -1.0)) if sign == "/" else factor)
            elif sign == "(" or (self._at < len(self._symbols) and not sign):
                factors.append(self._power())
            else:
                return product(factors)

    def _signed(self) -> Tree:
        if self._peek() == "-":
            self._at += 1
            return product([("n", -1.0), self._signed()])
        return self._power()

    def _power(self) -> Tree:
        base = self._atom()
        if self._peek() == "^":
            self._at += 1
            self.operators += 1
            return power(base, self._signed())
        return base

    def _atom(self) -> Tree:
        if self._at >= len(self._symbols):
            raise NotAFormula
        here = self._symbols[self._at]
        self._at += 1
        if here.kind == "number":
            return ("n", here.value)
        if here.text == "(":
            return self._closed(self._relation(top=False))
        if here.kind != "name":
            raise NotAFormula
        if here.text in FUNCTIONS and self._peek() == "(":
            self._at += 1
            self.operators += 1
            return self._call(here.text)
        if here.text == "sqrt":
            return power(self._atom(), ("n", 0.5))
        name = self._names.get(name_of(here.text), name_of(here.text))
        return ("v", name)

    def _closed(self, inner: Tree) -> Tree:
        if self._peek() != ")":
            raise NotAFormula
        self._at += 1
        return inner

    def _call(self, name: str) -> Tree:
        inside = [self._relation(top=False)]
        while self._peek() == ",":
            self._at += 1
            inside.append(self._relation(top=False))
        self._closed(inside[0])
        if name == "sqrt":
            return power(inside[0], ("n", 0.5))
        return ("call", self._names.get(name, name), *inside)


def _lettered(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Symbols with short names as products of letters: `ma` is m times a."""
    found: list[Symbol] = []
    for each in symbols:
        text = each.text
        short = each.kind == "name" and 1 < len(text) < 4 and text.isalpha()
        if short and text not in FUNCTIONS and text not in GREEK:
            found += [each._replace(text=letter) for letter in text]
        else:
            found.append(each)
    return found


def related(sign: str, left: Tree, right: Tree) -> Tree:
    """A relation, turned so that none points to the left and equals are sorted."""
    if sign in (">", ">="):
        return (sign.replace(">", "<"), right, left)
    if sign in ("=", "!="):
        left, right = sorted((left, right), key=repr)
    return (sign, left, right)


def total(terms: list[Tree]) -> Tree:
    """A sum: flat, its numbers added, its terms sorted."""
    flat = [each for term in terms for each in (term[1:] if term[0] == "+" else (term,))]
    number = sum(each[1] for each in flat if each[0] == "n")
    rest = sorted((each for each in flat if each[0] != "n"), key=repr)
    if number:
        rest.append(("n", float(number)))
    if not rest:
        return ("n", 0.0)
    return rest[0] if len(rest) == 1 else ("+", *rest)


def product(factors: list[Tree]) -> Tree:
    """A product: flat, its numbers multiplied, equal factors as powers, its factors sorted."""
    flat: list[Tree] = [each for one in factors for each in (one[1:] if one[0] == "*" else (one,))]
    number = 1.0
    powers: dict[Tree, float] = {}
    for each in flat:
        if each[0] == "n":
            number *= float(each[1])
        elif each[0] == "^" and each[2][0] == "n":
            powers[each[1]] = powers.get(each[1], 0.0) + float(each[2][1])
        else:
            powers[each] = powers.get(each, 0.0) + 1.0
    rest: list[Tree] = sorted(
        (
            base if exponent == 1 else ("^", base, ("n", exponent))
            for base, exponent in powers.items()
            if exponent
        ),
        key=repr,
    )
    if number != 1 or not rest:
        rest.append(("n", float(f"{number:.10g}")))
    return rest[0] if len(rest) == 1 else ("*", *rest)


def power(base: Tree, exponent: Tree) -> Tree:
    """A power; of a product, that of each factor."""
    if exponent[0] == "n":
        value = float(exponent[1])
        if base[0] == "n" and abs(value) < 9:
            number = float(base[1])
            if number > 0 and number < 1e30:
                return ("n", float(f"{number**value:.10g}"))
        if base[0] == "*":
            return product([power(each, exponent) for each in base[1:]])
        if base[0] == "^" and base[2][0] == "n":
            return power(base[1], ("n", float(base[2][1]) * value))
        if value == 1:
            return base
    return ("^", base, exponent)


_MOST_TERMS = 24


def expanded(tree: Tree) -> Tree:
    """A tree with its products of sums multiplied out, where they are few."""
    if tree[0] == "+":
        return total([expanded(each) for each in tree[1:]])
    if tree[0] == "^" and tree[2] in (("n", 2.0), ("n", 3.0)) and tree[1][0] == "+":
        return _multiplied([tree[1]] * int(tree[2][1]))
    if tree[0] == "*" and any(each[0] == "+" or each[0] == "^" for each in tree[1:]):
        return _multiplied(list(tree[1:]))
    return tree


def _multiplied(factors: list[Tree]) -> Tree:
    terms: list[Tree] = [("n", 1.0)]
    for factor in factors:
        other = expanded(factor)
        inner = list(other[1:]) if other[0] == "+" else [other]
        if len(terms) * len(inner) > _MOST_TERMS:
            return product(factors)
        terms = [product([one, each]) for one in terms for each in inner]
    return _collected(terms)


def _collected(terms: list[Tree]) -> Tree:
    """A sum with equal terms counted: ab + ba is 2ab."""
    counts: dict[Tree, float] = {}
    for each in terms:
        number, rest = 1.0, each
        if each[0] == "n":
            number, rest = each[1], ("n", 1.0)
        elif each[0] == "*" and each[-1][0] == "n":
            number, rest = each[-1][1], product(list(each[1:-1]))
        counts[rest] = counts.get(rest, 0.0) + number
    return total([product([("n", count), rest]) for rest, count in counts.items() if count])
