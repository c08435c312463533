"""`Term - definition`: where a bullet is split, and where it must not be."""

import re
from dataclasses import dataclass
from itertools import takewhile

from bot.sheets.inline import plain

_SEPARATOR = re.compile(
    r"\s+-{1,9}\s+"  # Term - definition, Term ----- definition
    r"|\s+–\s+|\s*—\s*"  # Term – definition, Term —definition; a bare en dash is a range
    r"|\s+\|\s*|(?<=\))\|\s*"  # Term | definition, Term (15)| definition
    r"|\s+:\s+"  # Term : definition
)
_SIGN = re.compile(r"[\s—–|][-—–|:]|[—|]")
"""Stands in every separator; quick to look for."""
_COLON = re.compile(r"(?<=[\w)*`])\s?:\s+")
_STRONG_COLON = re.compile(r"(\*\*|__|`)(?P<term>.{1,100}?)(?:\1\s?:|:\1)\s+(?P<rest>.*)$")
_STRONG = re.compile(r"(\*\*|__|`)(?=\S)(?P<term>.{1,100}?)(?<=\S)\1(?!\w)(?P<rest>.*)$")
_REMARK = re.compile(r"\s*\(([^()]{1,200})\)[\s.]*$")
_IN_PARENTHESES = re.compile(r"\s*\(([^()]{1,80})\)")
_LETTER = re.compile(r"[^\W\d_]")
_KIND = re.compile(
    r"\s+(algorithm|service|method|technique|function|operator|command|library|framework|protocol)s?$",
    re.IGNORECASE,
)
_VENDOR = re.compile(r"^(?:Amazon|AWS|Apache|Azure|Google|Microsoft)\s+(?=[A-Z])")
_SERVICE = re.compile(r"(?:Amazon|AWS|Azure)\s")
_LABEL = re.compile(
    r"\b(?:ways?|options?|notes?|hints?|tips?|examples?|warning|caution|important|remember|default"
    r"|pros?|cons?|answers?|advantages?|disadvantages?|steps?|todo|n\.?b|e\.?g|i\.?e|ps|etc)\.?$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:use|using|add|set|specify|create|make|ensure|upload|choose|remember|don't|do|reduce|enable"
    r"|deploy|apply|try|avoid|check|see|read|encrypt|convert|install|pass|put|get|start|stop|keep)\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;]\s|[.!?]$|,\s+(?:and|but|which|so)\b")

_LONGEST_TERM = 8
"""Words of a term; what has more is a sentence with a dash in it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and what is said of it, in plain words."""

    term: str
    """The name alone: without its parentheses and without a word such as "Algorithm"."""
    name: str
    """The term as the sheet writes it, without such a word."""
    kind: str
    """That word, in lower case, or empty."""
    definition: str
    """Empty where nothing but a remark is said."""
    remark: str = ""
    """What stands in parentheses at the end."""
    aliases: tuple[str, ...] = ()
    """Other names of the term."""
    label: bool = False
    """The term is a heading for what follows (`CPU only: LDA`), not a name that answers for it."""

    @property
    def noun(self) -> str:
        """What to call the term in a question about it."""
        return self.kind or ("service" if _SERVICE.match(self.term) else "term")


def pair_of(text: str) -> Pair | None:
    """The pair in a bullet outside any question, or None.

    Splits at the first separator only; not within parentheses, not between numbers, and not in
    sentences that happen to hold a dash.
    """
    return _split_strong_colon(text) or _split(text)


def pairs_of(texts: list[str]) -> tuple[Pair | None, ...]:
    """The pairs among the items of one answer, one entry an item.

    A list is one of definitions only as a whole: one item with a dash among others without is a
    sentence. Labels (`A: x`, `**A**, x, y`) count only where every item has one.
    """
    pairs = [pair_of(text) for text in texts]
    count = sum(pair is not None for pair in pairs)
    if count and (count == len(texts) or (count >= 2 and 2 * count >= len(texts))):
        return tuple(pairs)
    labelled = list(takewhile(bool, map(_split_label, texts))) if len(texts) >= 2 else []
    return tuple(labelled) if len(labelled) == len(texts) else (None,) * len(texts)


def _split(text: str) -> Pair | None:
    if not _SIGN.search(text):
        return None
    inside = _enclosed(text)
    for match in _SEPARATOR.finditer(text):
        if match.start() == 0 or inside[match.start()]:
            continue
        left, right = text[: match.start()], text[match.end() :]
        if left[-1].isdigit() and right[:1].isdigit():
            continue
        return _pair(left, right, label=":" in match[0])
    return None


def _split_strong_colon(text: str) -> Pair | None:
    match = _STRONG_COLON.match(text)
    return _pair(match["term"], match["rest"]) if match else None


def _split_label(text: str) -> Pair | None:
    """`Term: definition`, or a strong term with a list behind a comma."""
    strong = _STRONG.match(text)
    if strong and strong["rest"].startswith(","):
        return _pair(strong["term"], strong["rest"].lstrip(", "), label=True)
    match = _COLON.search(text)
    return _pair(text[: match.start()], text[match.end() :], label=True) if match else None


def _pair(left: str, right: str, *, label: bool = False) -> Pair | None:
    """The pair of both sides, if the left one can be a term and the right one says something."""
    strong = _STRONG.match(left)
    written = plain(strong["term"] if strong else left)
    said = plain(right)
    remark = _REMARK.search(said)
    definition = (said[: remark.start()] if remark else said).rstrip(" -–—,;")
    if not any(character.isalnum() for character in said) or not _is_term(written):
        return None
    name = _KIND.sub("", written)
    kind = written[len(name) :].strip().lower().removesuffix("s")
    bare = " ".join(_IN_PARENTHESES.sub("", name).split()) or name
    inner = [alias for alias in _IN_PARENTHESES.findall(name) if _LETTER.search(alias)]
    others = [*inner, _VENDOR.sub("", bare)]
    if kind:
        others.append(f"{bare} {written[len(name) :].strip()}")
    return Pair(
        term=bare,
        name=name,
        kind=kind,
        definition=definition if any(c.isalnum() for c in definition) else "",
        remark=remark[1].strip() if remark else "",
        aliases=tuple(dict.fromkeys(other for other in others if other != bare)),
        label=label,
    )


def _is_term(text: str) -> bool:
    parts = text.split()
    if not parts or len(parts) > _LONGEST_TERM or not _LETTER.search(text):
        return False
    if _SENTENCE.search(text) or _LABEL.search(text) or "://" in text:
        return False
    return len(parts) == 1 or not _ORDER.match(text)


def _enclosed(text: str) -> bytearray:
    """For each character, whether it stands within parentheses, brackets or a code span."""
    enclosed = bytearray(len(text))
    depth, code = 0, False
    for at, character in enumerate(text):
        if character == "`":
            code = not code
        elif character in "([{":
            depth += 1
        elif character in ")]}" and depth:
            depth -= 1
        enclosed[at] = depth > 0 or code
    return enclosed
