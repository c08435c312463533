"""A text taken apart for reading quantities: numerals, words and signs, each with its place."""

import re
from math import inf, isfinite
from typing import NamedTuple

from bot.grading.quantities.unit import follows_closely

_SIGNS = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "‒": "-", "‐": "-", "‑": "-", "×": "x", "·": "*", "⋅": "*",
        "≤": "<=", "≥": ">=", "⁄": "/", "∕": "/", "½": " 1/2", "¼": " 1/4", "¾": " 3/4",
        "⅓": " 1/3", "⅔": " 2/3", "⅕": " 1/5", "⅛": " 1/8", "\u202f": " ", "\u00a0": " ",
        "≈": "~", "’": "'", "μ": "µ", "℃": "°C", "℉": "°F", "Ω": "Ω",
    }
)  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_RAISE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_TOKEN = re.compile(
    r"""(?P<number>\d{1,3}(?:(?:,\s?|['\u2009])\d{3})+(?:\.\d+)?(?![\d])|\d{1,3}(?:\ \d{3})+(?:[.,]\d+)?(?!\d)
        |\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?|\.\d+)
       (?P<exponent>[eE][+-]?\d{1,3}(?![A-Za-z0-9])|\s?[x*]\s?10\s?(?:\^|\*\*)\s?\(?[+-]?\d{1,3}\)?)?
     |(?P<power>10\s?\^\s?\(?[+-]?\d{1,3}\)?)
     |(?P<name>[A-Za-z]+(?:[-_.]?\d+[\w.]*)+|\d+(?:\.\d+){2,}[\w./]*)
     |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
     |(?P<sign><=|>=|!=|==|->|\.\.+|[^\w\s])""",
    re.VERBOSE,
)
_NAME = re.compile(
    r"[A-Za-z]{2,}\d[\w.]*|[A-Za-z]+[-_.]?\d+(?:[._]\d+)+|\d+(?:\.\d+){2,}[\w./]*|\d+(?![eE]\d+(?!\w)|x10\D)[A-Za-z]+\d\w*"
)
"""Names with digits in them, as `sha256` and `v1.2`, which hold no number."""
_POWER = re.compile(r"(?<![\w.])(\d{1,4})\s?(?:\^|\*\*)\s?\(?([+-]?\d{1,3})\)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_ATTACHED = frozenset(["k", "m", "bn", "mn", "x", "s", "st", "nd", "rd", "th", "e", "t"])
_HOURS = re.compile(r"(?<![\w.])(\d+)\s?h\s?([0-5]?\d)(?:\s?m(?:in)?)?(?![\w.])(?!\s?uhr)")
_FEET = re.compile(r"(?<![\w.])(\d+)\s?'\s?(\d{1,2}(?:\.\d+)?)(?:\"|''|\s?in\b|$)")
MOST = 64
_LARGEST = 300
_TEN = 10


class Token(NamedTuple):
    """A numeral (with its value), a word or a sign."""

    kind: str
    text: str
    value: float
    start: int
    end: int
    places: int = 0
    """Decimals that a numeral is written with."""


def notation_of(text: str) -> str:
    """`text` with one form for each sign that stands in a quantity; raised digits follow a `^`."""
    if "h" in text or "'" in text:
        text = _HOURS.sub(r"\1 h \2 min", text)
        text = _FEET.sub(r"\1 ft \2 in", text)
    if text.isascii():
        return text
    text = _RAISE.sub(lambda raised: "^" + raised.group().translate(_RAISED), text)
    return text.translate(_SIGNS)


def tokens_of(text: str) -> list[Token]:
    """The first `MOST` tokens of a text in one notation."""
    found: list[Token] = []
    at = 0
    while at < len(text) and len(found) < MOST:
        name = _NAME.match(text, at) if not found or not text[at - 1 : at].isalnum() else None
        if name is not None:
            found.append(Token("word", name.group(), 0.0, at, name.end()))
            at = name.end()
            continue
        power = _POWER.match(text, at)
        if power is not None:
            found.append(
                Token(
                    "number",
                    power.group(),
                    _power(int(power.group(1)), int(power.group(2))),
                    at,
                    power.end(),
                )
            )
            at = power.end()
            continue
        token = _TOKEN.match(text, at)
        if token is None:
            at += 1
            continue
        kind = token.lastgroup or "sign"
        if kind == "exponent":
            kind = "number"
        if kind == "number":
            letters = _LETTERS.match(text, token.end())
            if letters is not None and not _belongs(letters.group()):
                end = letters.end()
                found.append(Token("word", text[at:end], 0.0, at, end))
                at = end
                continue
            found.append(_numeral(token))
        else:
            found.append(
                Token("word" if kind == "name" else kind, token.group(), 0.0, at, token.end())
            )
        at = token.end()
    return found


def _belongs(letters: str) -> bool:
    return letters.lower() in _ATTACHED or follows_closely(letters)


def _numeral(token: re.Match[str]) -> Token:
    digits, exponent = token["number"], token["exponent"]
    value, places = value_of(digits)
    if exponent:
        power = re.sub(r"^[eE]|^\s?[x*]\s?10\s?(?:\^|\*\*)\s?|[()]", "", exponent)
        value = value * _ten_to(int(power)) if value else 0.0
        places = 0
    if not isfinite(value):
        return Token("word", token.group(), 0.0, token.start(), token.end())
    return Token("number", token.group(), value, token.start(), token.end(), places)


def _power(base: int, exponent: int) -> float:
    if base == _TEN:
        return min(_ten_to(exponent), 1e300)
    try:
        return min(float(base) ** exponent, 1e300)
    except (OverflowError, ZeroDivisionError):
        return 0.0


def _ten_to(power: int) -> float:
    return float(f"1e{power}") if power < _LARGEST else inf


def value_of(digits: str) -> tuple[float, int]:
    """The value of a numeral without sign and exponent, and how many decimals it has.

    Spaces, quotes and commas before three digits group thousands, unless it begins with 0; so do
    two points. A comma before other than three digits is a decimal comma.
    """
    text = re.sub(r"[\s'\u2009]", "", digits)
    if text.count(".") > 1:
        text = text.replace(".", "").replace(",", ".")
    elif "," in text and "." in text:
        text = text.replace(",", "") if text.rfind(".") > text.rfind(",") else text.replace(".", "")
        text = text.replace(",", ".")
    elif text.count(",") > 1 or re.fullmatch(r"[1-9]\d{0,2},\d{3}", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}\.000", text):
        text = text.replace(".", "")
    else:
        text = text.replace(",", ".")
    places = len(text.partition(".")[2])
    return float(text), places
