"""A reading: one text with its words and the keys by which equal texts are found."""

from dataclasses import dataclass

from bot.grading.reading.normalise import bare, fold, plain
from bot.grading.reading.words import Word, words_of
from bot.grading.tables.phrases import SHRUGS
from bot.grading.tables.spellings import PLURALS
from bot.grading.tables.word_weights import ARTICLES, FILLER

_SILENT = ARTICLES | FILLER | {"of", "for", "and", "is", "are", "be", "as", "to", "by", "your"}
"""Words that two wordings of one name may differ by."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the rules see it."""

    text: str
    """Plain, without lead-in; case as typed."""
    words: tuple[Word, ...]
    key: str
    """The bases of all words but articles, run together: equal keys are the same answer."""
    core: str
    """The same without filler words; never empty unless the text is."""
    weight: float
    """The sum of the words' weights."""


def read(text: str) -> Reading:
    """The reading of a text as typed."""
    return read_plain(plain(fold(text)))


def read_plain(text: str) -> Reading:
    """The reading of a text that is folded and free of Markdown."""
    text = bare(text).strip()
    return reading_of(text, words_of(text))


def reading_of(text: str, words: tuple[Word, ...]) -> Reading:
    """The reading of words that were found in `text`."""
    key = "".join([each.base for each in words if each.text not in ARTICLES])
    core = "".join([each.base for each in words if each.base not in _SILENT])
    key, core = _without_plural(key), _without_plural(core)
    return Reading(
        text=text,
        words=words,
        key=key or "".join([each.base for each in words]) or text,
        core=core or key or text,
        weight=sum([each.weight for each in words]),
    )


def _without_plural(key: str) -> str:
    """A key without the s of words run together: `maxabs` and `max-abs`, `kmeans` and `k-means`."""
    if len(key) > 4 and key[-1] == "s" and key[-2] != "s" and PLURALS.get(key) != key:
        return key[:-1]
    return key


def normalise(text: str) -> str:
    """One form for all responses that say the same in other writing: "The K-means!" → `k mean`.

    Equal wrong answers are grouped by it at the reveal.
    """
    words = read(text).words
    kept = [each.base for each in words if each.text not in ARTICLES]
    return " ".join(kept or [each.base for each in words])


def says_nothing(reading: Reading) -> bool:
    """Whether the response is blank, a shrug or a lone sign."""
    if not reading.words:
        return True
    if len(reading.words) > 6:
        return False
    return " ".join([each.text for each in reading.words]) in SHRUGS
