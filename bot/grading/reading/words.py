"""Words: what a text is made of, each with its base, stem, weight and number."""

import re
import threading
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import Stemmer  # type: ignore[import-not-found]  # PyStemmer ships no types

from bot.grading.reading.numbers import SPOKEN, canonical, number_of, spoken_number, suffixed
from bot.grading.tables import word_weights
from bot.grading.tables.numerals import NUMBERED, ORDINALS, ROMAN, ROMAN_LETTERS
from bot.grading.tables.opposites import NEGATIONS, OPPOSITES
from bot.grading.tables.short_forms import SHORT_FORMS
from bot.grading.tables.spellings import CONTRACTIONS, american, singular
from bot.grading.tables.synonyms import SENSES
from bot.grading.tables.units import DIMENSIONS, UNIT_NAMES

TOKEN = re.compile(
    r"(?:(?<![^\s(\[=,:;~])-)?(?:\d+(?:[.,]\d+)*|(?<![^\W_])\.\d+)(?:e[+-]?\d+(?![^\W_]))?[^\W_]*"
    r"|[^\W\d_]+\d+(?:\.\d+)+(?![^\W_])|[^\W_]+(?:'[^\W_]+)*(?:\+\+|#(?!\w))?|[%√π∞]"
)
"""A number with its sign, point, exponent and unit; a word; or a sign that is read as a word."""

_PARTED = re.compile(r"[a-z]+\d+[a-z0-9.]*|\d+(?:\.\d+)*[a-z]+[a-z0-9]*")
_NUMERIC = frozenset("-.0123456789")
_BY = frozenset(("x", "by", "times"))
_SYMBOLS = {"%": "percent"}


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a text, as it is compared; equal tokens share one object."""

    text: str
    """Folded, lower case; numbers in one canonical form."""
    base: str
    """Singular, in American spelling."""
    stem: str
    senses: tuple[int, ...]
    """Groups of everyday synonyms that the word belongs to."""
    weight: float
    """How much it says, 0..1."""
    number: bool
    """Whether it is a number."""
    code: bool
    """Whether it mixes letters and digits, as versions and names of settings do."""
    negation: bool
    traits: int
    """A bit for each thing that any word has in common which may be read as it or as its opposite.
    Two words without a bit in common have nothing to do with each other."""


_SALT = re.compile(
    r"(?:sulf|sulph|nitr|ferr|cupr|phosph|chlor|brom|mercur|stann|plumb|arsen|carbon)\w{0,4}?(?:ous|ic|ates?|ites?|ides?)"
)
_NOT = 3
_BITS = 509
_LONG_ROOT = 5
_TURNED = 6
"""Letters of a word up to which two that changed places may leave neither its beginning nor its end."""
_stemming = threading.Lock()


@lru_cache(maxsize=1)
def _english() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@lru_cache(maxsize=65_536)
def stem(base: str) -> str:
    """The stem of a word by the English Snowball rules (Porter 2)."""
    with _stemming:
        return str(_english().stemWord(base))


@lru_cache(maxsize=65_536)
def word(token: str) -> Word:
    """The word that a lower-case token stands for."""
    text = _SYMBOLS.get(token, token)
    number = number_of(text)
    if number is not None:
        return Word(
            number, number, number, (), word_weights.TERM_WEIGHT, True, False, False, _bit("0")
        )
    text = text.removesuffix("'s")
    text = text.replace("'", "")
    if not text:
        text = token
    base = american(singular(american(text)))
    root = "1" if base == "one" else stem(SHORT_FORMS.get(base, base))
    if _SALT.fullmatch(base):
        root = base  # sulfuric is not sulfurous
    if len(root) > _LONG_ROOT and root[-1] == "i":
        # The rules leave gravity and gravitation apart by this letter alone.
        root = root[:-1]
    code = text.startswith("bigo") or (text.isascii() and _PARTED.fullmatch(text) is not None)
    senses = SENSES.get(base) or SENSES.get(text) or _STEM_SENSES.get(root, ())
    return Word(
        text=text,
        base=base,
        stem=root,
        senses=senses,
        weight=weight_of(text, base),
        number=False,
        code=code,
        negation=text in NEGATIONS,
        traits=_traits(base, root, senses),
    )


def _traits(base: str, root: str, senses: tuple[int, ...]) -> int:
    """A mistyped word keeps its beginning or its end, a synonym its sense, an opposite its pair."""
    bits = _bit(base[:2]) | _bit("-" + base[-3:]) | _bit("=" + root)
    if 4 <= len(base) <= _TURNED:
        bits |= _bit("#" + "".join(sorted(base)))
    for sense in senses:
        bits |= _bit(f"{sense}")
    for other in OPPOSITES.get(base, ()):
        bits |= _bit("~" + min(base, other) + max(base, other))
    if base[:1].isdigit() or base[-1:].isdigit():
        bits |= _bit("0")
    return bits


def _bit(trait: str) -> int:
    return 1 << (crc32(trait.encode("utf-8", "surrogatepass")) % _BITS)


def weight_of(text: str, base: str) -> float:
    """How much a word says by the tables of common words."""
    if text in ("up", "down"):
        return word_weights.COMMON_WEIGHT
    if text in word_weights.FUNCTION:
        return word_weights.FUNCTION_WEIGHT
    if base in word_weights.FILLER:
        return word_weights.FILLER_WEIGHT
    if base in word_weights.COMMON or text in word_weights.COMMON:
        return word_weights.COMMON_WEIGHT
    return word_weights.TERM_WEIGHT


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a plain text, numbers written as words included."""
    found: list[Word] = []
    spoken = sized = False
    for token in TOKEN.findall(text.lower()):
        first = token[0]
        if first in _NUMERIC:
            found.extend(map(word, suffixed(token)))
        elif token in CONTRACTIONS:
            found.extend(map(word, CONTRACTIONS[token].split()))
        elif "'" in token and token.endswith("n't") and len(token) > _NOT:
            found.extend((word(token[:-3]), word("not")))
        elif first == "v" and token[1:2].isdigit() and "." in token:
            found.append(word(token[1:]))
        else:
            if found and found[-1].number and token in UNIT_NAMES:
                token = UNIT_NAMES[token]
            found.append(word(token))
            if token in SPOKEN:
                spoken = True
            if token in _BY:
                sized = True
    if spoken:
        found = join_numbers(found)
    return tuple(_sized(found) if sized else found)


def _sized(found: list[Word]) -> list[Word]:
    """Sizes as one word: `3 x 7`, `3 by 7` → `3x7`."""
    sized: list[Word] = []
    for each in found:
        if len(sized) > 1 and each.number and sized[-1].text in _BY and sized[-2].number:
            del sized[-1]
            sized[-1] = word(f"{sized[-1].text}x{each.text}")
        else:
            sized.append(each)
    return sized


def join_numbers(found: list[Word]) -> list[Word]:
    """Numbers of several words as one (`twenty one` → 21), and numerals after a word (`type II`)."""
    joined: list[Word] = []
    at = 0
    while at < len(found):
        value, length = spoken_number([each.text for each in found[at : at + 8]])
        if length:
            after = found[at + length] if at + length < len(found) else None
            counts = (after is not None and after.base in DIMENSIONS) or (
                bool(joined) and joined[-1].base in NUMBERED
            )
            one = length == 1 and value == 1 and not counts
            joined.append(word("one") if one else word(canonical(value)))
            at += length
            continue
        here = found[at]
        if here.text in ORDINALS and not (here.text == "second" and joined and joined[-1].number):
            here = word(f"{ORDINALS[here.text]}th")
        elif joined and (here.text in ROMAN):
            here = word(str(ROMAN[here.text]))
        elif joined and here.text in ROMAN_LETTERS and joined[-1].base in NUMBERED:
            here = word(str(ROMAN_LETTERS[here.text]))
        joined.append(here)
        at += 1
    return joined


_STEM_SENSES: dict[str, tuple[int, ...]] = {}
for _text, _groups in SENSES.items():
    _STEM_SENSES.setdefault(Stemmer.Stemmer("english").stemWord(_text), _groups)
