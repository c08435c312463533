"""Text as typed → text to compare: Unicode, Markdown, typographic signs, lead-ins."""

import re
import unicodedata

from bot.grading.tables.phrases import LEAD_IN, LEADERS, TRAILERS, TRAILING

LONGEST = 4_000
"""Characters that are read at most; platforms' forms end there too."""

_SIGNS = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"',
        "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "―": "-",
        "…": " ... ", "•": "\n- ", "·": " ", "×": " x ", "→": " -> ", "⇒": " -> ", "⟶": " -> ",
        "≥": " >= ", "≤": " <= ", "≠": " != ", "≈": " about ", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None,
        "\ufeff": None, "\u00a0": " ", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d",
        "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "ẞ": "SS", "Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L",
        "Đ": "D", "Ð": "D", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŧ": "t", "ŋ": "ng", "ʿ": None, "ʾ": None,
    }
)  # fmt: skip
_FRACTIONS = str.maketrans({"½": " 0.5 ", "¼": " 0.25 ", "¾": " 0.75 "})
"""Before the normal form, which would run `1½` together."""
_MIXED_SIGN = re.compile(r"(\d+)\s?([½¼¾])")
_MIXED = re.compile(r"(?<![\d./])(\d+) ([1-9])/([2-9])(?![\d/])")
_MARKS = re.compile(r"[\u0300-\u036f]")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)|<(?:https?:)[^>\s]{0,300}>")
_TAG = re.compile(
    r"<(b|i|u|em|strong|code|p|span|kbd|mark|tt|sub|sup|small|del|s)(?:\s[^<>\n]{0,80})?>([^<>\n]{1,400})</\1>|<br\s*/?>",
    re.IGNORECASE,
)
"""Markup that wraps words. A tag alone is an answer."""
_LIST_MARK = re.compile(r"^[ \t]*(?:[-*+>#]+|\(?\d{1,2}[.)]|\(?[a-hA-H][.)])[ \t]+", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[^\w\s]|[^\x00-\x7f])")
_INTERVAL = re.compile(r"[\[(][-\d.,\s]{1,60}[\])]")
_POWER = re.compile(r"\b10\s?\^\s?[({]?(-?\d{1,3})[)}]?")
_COUNTED = re.compile(r"(?<![\d,.])\d{1,2}(?:,\d{1,2})+(?=\s*,|\s+(?:and|or)\b)")
"""Numbers of a list without spaces: "4,5, and 6"."""
_ORDER_OF = re.compile(r"\b[OΘΩ]\(([^()\n]{1,30}(?:\([^()]{1,9}\))?)\)")
"""Complexities as one word: `O(n log n)`."""
_UP_OR_DOWN = re.compile(
    r"\b(?:go|goes|going|went|gone|move[sd]?)\s+(up|down)\b(?!\s+\w)", re.IGNORECASE
)
_NUMERO = re.compile(r"\b(?:[Nn]os?\.\s?|[Nn]o\s|[Nn]r\.?\s?|№\s?)(?=\d)")
_SHORTEST = 16
_ONLY_WAY = re.compile(r"\s*(?:it\s+goes\s+)?(up|down)(?:wards?)?[\s.!]*", re.IGNORECASE)
"""A direction as the whole of a text."""
_DOTTED = re.compile(r"^\s*(?:[A-Z]\.){2,}[A-Z]?\s*$")
"""Initials with points: V.A.T."""
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$", re.MULTILINE)


def fold(text: str) -> str:
    """`text` cut to `LONGEST`, with one form for each sign and letter; case is kept."""
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _MIXED_SIGN.sub(_mixed, text).translate(_FRACTIONS))
        text = text.translate(_SIGNS)[:LONGEST]
        if not text.isascii():
            text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    elif "`" in text:
        text = text.replace("```", "\n```\n").replace("`", "'") if "```" not in text else text
    return text


def _mixed(number: re.Match[str]) -> str:
    return number.group(1) + {"½": ".5", "¼": ".25", "¾": ".75"}[number.group(2)]


def _with_part(number: re.Match[str]) -> str:
    whole, above, below = number.groups()
    part = f"{int(above) / int(below):.4g}".removeprefix("0")
    return whole + part if int(above) < int(below) else number.group()


def _squashed(order: re.Match[str]) -> str:
    return " bigo" + "".join([each for each in order.group(1) if each.isalnum()]) + " "


def _moved(moved: re.Match[str]) -> str:
    return "increases" if moved.group(1).lower() == "up" else "decreases"


def _spaced(interval: re.Match[str]) -> str:
    return interval.group().replace(",", ", ")


def plain(text: str) -> str:
    """Folded text without Markdown: links keep their words, list markers and tags go."""
    if "\\" in text:
        text = _ESCAPE.sub("", text)
    if "](" in text or "<" in text:
        text = _TAG.sub(r" \2 ", _LINK.sub(r" \1 ", text))
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("", text)
    if "[" in text or "(" in text:
        text = _INTERVAL.sub(_spaced, text)
    if "," in text:
        text = _COUNTED.sub(_spaced, text)
    if "(" in text:
        text = _ORDER_OF.sub(_squashed, text)
    if "." in text:
        text = _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), text)
    if "/" in text:
        text = _MIXED.sub(_with_part, text)
    if "No" in text or "no" in text or "Nr" in text:
        text = _NUMERO.sub("number ", text)
    if len(text) < _SHORTEST and (way := _ONLY_WAY.fullmatch(text)) is not None:
        return "increases" if way.group(1).lower() == "up" else "decreases"
    if " up" in text or " down" in text:
        text = _UP_OR_DOWN.sub(_moved, text)
    if "^" in text:
        text = _POWER.sub(r"1e\1", text)
    if "\n" in text or text[:1] in "-*+>#(0123456789abcdefghABCDEFGH":
        text = _LIST_MARK.sub("", text)
    return text


def bare(text: str) -> str:
    """Plain text without the words that people put round an answer; never empty for their sake."""
    text = text.strip()
    first = _FIRST.match(text)
    cut = text
    if first is not None and first.group().lower() in LEADERS:
        found = LEAD_IN.match(text)
        if found is not None and text[found.end() :].strip():
            cut = text[found.end() :]
    last = _LAST.search(cut[-_TAIL:])
    if last is not None and last.group(1).lower() in TRAILING:
        head, tail = cut[:-_TAIL], cut[-_TAIL:]
        shorter = head + TRAILERS.sub("", tail)
        if shorter.strip() and not (last.group(1).lower() == "right" and _CHOSEN.search(shorter)):
            cut = shorter
    return cut


_FIRST = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_LAST = re.compile(r"([A-Za-z]+)[^A-Za-z]*$")
_TAIL = 60
_CHOSEN = re.compile(r"\b(?:left|wrong|no|not|nope|or|sorry|wait|and|actually)\b", re.IGNORECASE)
"""Beside these "right" is what is claimed: it affirms nothing."""
