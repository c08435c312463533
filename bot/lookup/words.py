"""Words of a text as look-ups compare them: folded, in one spelling, and stemmed."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

import Stemmer  # type: ignore[import-not-found]  # PyStemmer ships no types

_APOSTROPHES = str.maketrans("’‘`´", "''''")
_NOT = re.compile(r"n't\b")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 1,250
    r"|\d*\.\d+"  # 0.9, .9
    rf"|[{_EAST_ASIAN}]"  # written without spaces: each sign counts as a word
    rf"|[^\W_{_EAST_ASIAN}]+(?:\+\+|\#)?"  # k-means++, C#
)
_CAMEL = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_BOUND = re.compile(r"\w[-_/.:‐‑–']\w|[+#]")
"""What every compound holds; quick to look for."""
_JOINERS = frozenset("-_/.:‐‑–'")
_SHORTEST_CAMEL = 2
_LONGEST_COMPOUND = 4
_PLURAL_OF_LETTERS = re.compile(r"[^aeiouy\d]{2,}u?s")
_LONGEST_WORD = 64
"""Characters of a word that are looked at; what is longer is no word."""

_BRITISH = re.compile(
    r"(?P<iz>(?<=..)is)(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)"
    r"|(?P<yz>(?<=..)ys)(?=(?:e|ed|es|er|ers|ing)$)"
    r"|(?P<or>(?<=..)our)(?=(?:s|ed|ing|al|ite|able|hood|er|ers)?$)"
    r"|(?P<ter>(?<=..)tre)(?=s?$)"
    r"|(?P<og>(?<=..)ogue)(?=s?$)"
    r"|(?P<am>(?<=..)amme)(?=s?$)"
    r"|^(?P<artif>artef)"
)
"""British spellings; the name of the group is the American one."""

_COUNTED = "zero one two three four five six seven eight nine ten"
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split())}

_SMALL = """
    a about again all also am an and any anybody anyone are as asked at be been being bot but by
    can colleague could did do does doing done each else even exactly explain for from get give got
    had has have hello hey hi how i if in into is it its know let like look me my need
    of on or our please pls plz put really remind said say shall should show so some somebody
    someone something tell than thank thanks that the their them then there these they thing
    things this those to today too us use used using very want was we were what when where which who
    whom whose why will with would yesterday you your
"""
STOP_WORDS = frozenset(_SMALL.split())
"""Words that hold a sentence together and find nothing by themselves."""


def fold(text: str) -> str:
    """Text without case, accents and typographic variants."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", bare)


def spoken(text: str) -> list[str]:
    """The words of a text, folded: what a person would read aloud, in order."""
    plain = fold(text.translate(_APOSTROPHES))
    if "'" in plain:
        plain = _POSSESSIVE.sub("", _NOT.sub(" not", plain))
    return [_number(word)[:_LONGEST_WORD] for word in _WORD.findall(plain)]


def key(text: str) -> str:
    """What two wordings share if they differ in case, accents and punctuation only; where a text
    has no letter or digit at all, its marks are what tells it apart.
    """
    return " ".join(spoken(text)) or " ".join(text.split())


def compounds(text: str) -> list[str]:
    """Other ways to write parts of a text: `k-means` run together, `BlazingText` taken apart."""
    mixed = _MIXED.search(text) is not None
    if not mixed and _BOUND.search(text) is None:
        return []
    found: list[str] = []
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        if run and match.start() == end + 1 and text[end] in _JOINERS:
            run.append(match[0])
        else:
            found.extend(_joined(run))
            run = [match[0]]
        end = match.end()
        if mixed and not match[0].islower():
            found.extend(_camel(match[0]))
        if match[0][-1] in "+#":
            found.append(match[0].rstrip("+#"))
    found.extend(_joined(run))
    return [fold(word)[:_LONGEST_WORD] for word in found]


def _joined(run: list[str]) -> list[str]:
    if len(run) < 2:
        return []
    pairs = [one + other for one, other in pairwise(run)]
    return pairs if len(run) == 2 or len(run) > _LONGEST_COMPOUND else [*pairs, "".join(run)]


def _camel(word: str) -> list[str]:
    if word.isupper() or word[1:].islower():
        return []
    parts = _CAMEL.findall(word)
    telling = len(parts) > 1 and min(map(len, parts)) >= _SHORTEST_CAMEL
    return parts if telling and max(map(len, parts)) > _SHORTEST_CAMEL else []


def _number(word: str) -> str:
    if "," in word:
        return word.replace(",", "")
    return f"0{word}" if word[0] == "." else word


class Stems:
    """Words reduced to what their forms share; remembers what it has seen.

    One index owns one: the stemmer underneath must not be shared between threads.
    """

    def __init__(self) -> None:
        self._stemmer = Stemmer.Stemmer("english")
        self._known: dict[str, str] = {}

    @property
    def words(self) -> Iterable[str]:
        """Every word that was learnt."""
        return self._known

    def stem(self, word: str) -> str:
        """The stem of a folded word, in American spelling."""
        stem = self._known.get(word)
        return self._made(word) if stem is None else stem

    def learn(self, word: str) -> str:
        """The same, remembered: for the words of the sheet, not for what people type."""
        stem = self._known.get(word)
        if stem is None:
            stem = self._known[word] = self._made(word)
        return stem

    def _made(self, word: str) -> str:
        if len(word) < 4 or not word.isalpha():
            return _NUMBERS.get(word, word)
        if word in _NUMBERS:
            return _NUMBERS[word]
        british = _BRITISH.search(word)
        if british and british.lastgroup:
            word = f"{word[: british.start()]}{british.lastgroup}{word[british.end() :]}"
        if _PLURAL_OF_LETTERS.fullmatch(word):
            return word[:-1]
        # Again and again, since dimensionality becomes dimension, that dimens, and that dimen.
        stem = str(self._stemmer.stemWord(word))
        while stem != word:
            word, stem = stem, str(self._stemmer.stemWord(stem))
        return stem
