"""The wordings of an item: as the sheet has them, and those that follow from them."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.grading.names.aliases import names_of
from bot.grading.notation import is_of_words, notation_of
from bot.grading.tables.numerals import ROMAN, ROMAN_LETTERS
from bot.grading.tables.programs import PROGRAMS
from bot.model.question import Item, Mode, Question

_SHORT_CALL = 3
"""Letters up to which the last part of a dotted name says too little alone."""
_HUMP = re.compile(r"(?<=[a-z0-9]{2})(?=[A-Z])|(?<=\d)(?=[A-Z])|[_.:]")
_SURNAME = re.compile(r"(?:Mc|Mac|De|La|Le|Van|O')[A-Z][a-z]+")
_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ø": "oe",
        "Ø": "Oe",
        "å": "aa",
        "Å": "Aa",
    }
)
_IDENTIFIER = re.compile(
    r"(?=.*(?:[a-z][A-Z]|[^\W_]_[^\W_]|[a-z)]\.[a-z]|\w:[a-zA-Z]))[\w.:/()-]{3,80}"
)

_DIRECTIONS = {
    "north": "N", "south": "S", "east": "E", "west": "W", "northern": "N", "southern": "S",
    "eastern": "E", "western": "W", "left": "L", "right": "R", "northeast": "NE",
    "northwest": "NW", "southeast": "SE", "southwest": "SW",
}  # fmt: skip
_NUMBERED = re.compile(r"([A-Za-z]{3,}) (\d{1,2})")
_ROMAN = ROMAN | ROMAN_LETTERS
_WHICH_WAY = re.compile(
    r"\b(?:direction|hemisphere|side|way|wind|bearing|point|where)", re.IGNORECASE
)
_ROUTES = {
    "intramuscular": ("im",), "intramuscularly": ("im",), "intravenous": ("iv",),
    "intravenously": ("iv",), "subcutaneous": ("sc",), "subcutaneously": ("sc",),
    "oral": ("po",), "orally": ("po",),
}  # fmt: skip
"""Ways by which a drug is given, with their signs in a chart."""


_HEADER = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+){2,}")
"""A name of a header, such as Content-Security-Policy."""


def is_identifier(text: str) -> bool:
    """Whether a text is the name of an API call or a setting: CreateEndpoint, mini_batch_size."""
    text = text.strip()
    if _HEADER.fullmatch(text) is not None:
        return True
    return _IDENTIFIER.fullmatch(text) is not None and _SURNAME.fullmatch(text) is None


def is_command(text: str) -> bool:
    """Whether a text is a program with a command of its own: git cherry-pick, apt-get."""
    words = re.split(r"[ -]", text.strip())
    return len(words) > 1 and words[0] in PROGRAMS and text.isascii() and text.islower()


def without_program(text: str, prompt: str) -> str:
    """A command without the name of its program: where that is plain by the rest, or by the question."""
    program, _, rest = text.strip().partition(" ")
    if program not in PROGRAMS or not rest.strip():
        return ""
    named = re.search(rf"\b{re.escape(program)}\b", prompt, re.IGNORECASE) is not None
    rest = rest.strip()
    plain = rest[0].isalnum() and (" " in rest or "-" in rest)
    return rest if named or plain else ""


def shared_ends(question: Question) -> frozenset[str]:
    """Last words that several items have in common: of "serverless inference" and "real-time
    inference", the first word says enough.
    """
    if question.mode is Mode.ANY and question.need == 1:
        return frozenset()
    named = [item.text.lower().split() for item in question.items]
    ends = [(words[-1], " ".join(words[:-1])) for words in named if len(words) > 1]
    lasts = Counter(last for last, _ in ends)
    rests = Counter(rest for _, rest in ends)
    told_apart_by_it = {last for last, rest in ends if rests[rest] > 1}
    return frozenset(each for each, count in lasts.items() if count > 1) - told_apart_by_it


def _umlauts_spelled_out(text: str) -> str:
    """Zuerich for Zürich, Malmoe for Malmö, Oersted for Ørsted."""
    return text.translate(_UMLAUTS)


def wordings(item: Item, shared: frozenset[str], prompt: str) -> Iterator[tuple[str, str]]:
    """Each wording of an item with the rule that a match of it goes by."""
    yield item.text, "exact"
    if is_identifier(item.text):
        yield _HUMP.sub(" ", item.text), "exact"
        last = item.text.removesuffix("()").rpartition(".")[2]
        if "." in item.text and len(last) > _SHORT_CALL and last.isidentifier():
            yield last, "alias"
    letter = _DIRECTIONS.get(item.text.lower())
    if letter is not None and _WHICH_WAY.search(prompt) is not None:
        yield letter, "alias"
    numbered = _NUMBERED.fullmatch(item.text)
    if numbered is not None and re.search(rf"\b{numbered[1][:4]}", prompt, re.IGNORECASE):
        yield from ((name, "alias") for name, value in _ROMAN.items() if value == int(numbered[2]))
    for short in _ROUTES.get(item.text.lower(), ()):
        yield short, "alias"
    command = without_program(item.text, prompt)
    if command:
        yield command, "alias"
    words = item.text.split()
    if len(words) > 1 and words[-1].lower() in shared:
        yield " ".join(words[:-1]), "alias"
    for text in item.accept:
        yield text, "accept"
    if not item.text.isascii() and (spelled := _umlauts_spelled_out(item.text)) != item.text:
        yield spelled, "alias"
    for wording in (item.text, *item.accept):
        if is_of_words(notation_of(wording, prompt)):
            yield from names_of(wording)
