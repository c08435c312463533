"""Text in Discord's Markdown: raw words stay words, whatever a member typed into them."""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from bot.model.text import Span, Style, Text

JOINT = "\u200b"
"""A character of no width; it keeps marks apart that would be read as one."""
MORE = "…"

_MARKS = re.compile(r"[\\*_~`|\[\]<>]")
_LINE_START = re.compile(r"^(\s*)([-+#]|\d+[.)])", re.MULTILINE)
_SCHEME = re.compile(r":(?=/)")
_MASS_PING = re.compile(r"@(?=everyone|here)")
_TOUCHING = re.compile(r"[*`]\0[*`]|\d\0[.)]|:\0/|@\0(?:everyone|here)")
"""What must not meet where two pieces do: marks, the number of a list, a scheme, a mass ping."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"\s*\S+")


def escaped(raw: str) -> str:
    """Raw words so that they neither ping, format nor link; control characters vanish."""
    text = _MARKS.sub(r"\\\g<0>", _UNSEEN.sub("", raw))
    text = _LINE_START.sub(lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1], text)
    return _MASS_PING.sub("@" + JOINT, _SCHEME.sub("\\:", text))


def fenced(text: str, language: str, limit: int) -> str:
    """A code block of at most `limit` characters, cut between lines."""
    safe = _UNSEEN.sub("", text).replace("```", f"`{JOINT}``")
    opening = f"```{re.sub(r'[^A-Za-z0-9+#_-]', '', language)}\n"
    room = limit - len(opening) - len("\n```")
    if len(safe) > room:
        lines = safe[: max(0, room - 2)].split("\n")
        kept = lines[:-1] if len(lines) > 1 else lines
        safe = "\n".join([*kept, MORE])
    return f"{opening}{safe}\n```" if room > 0 else ""


def markdown(text: Text, limit: int) -> str:
    """A text in at most `limit` characters, cut between words, with no mark left open."""
    whole = _join([_rendered(span) for span in text])
    if len(whole) <= limit:
        return whole
    pieces: list[str] = []
    for span in text:
        attempt = _join([*pieces, _rendered(span)])
        if len(attempt) > limit - len(MORE):
            pieces.append(_shortened(span, pieces, limit))
            break
        pieces.append(_rendered(span))
    return _join(pieces).rstrip() + MORE


def label(text: str, limit: int) -> str:
    """Plain words for a place without Markdown, cut between words."""
    words = " ".join(_UNSEEN.sub("", text).split())
    if len(words) <= limit:
        return words
    short = words[: limit - len(MORE)]
    whole = short if words[len(short)] == " " else short.rpartition(" ")[0]
    return (whole or short).rstrip() + MORE


def _shortened(span: Span, before: list[str], limit: int) -> str:
    """The longest beginning of a span that fits behind what stands before it."""
    if span.at is not None:
        return ""

    def fits(words: str) -> bool:
        piece = _rendered(Span(words, span.style, span.link))
        return len(_join([*before, piece])) <= limit - len(MORE)

    ends = [match.end() for match in _WORD.finditer(span.text)]
    kept = _longest(ends, lambda end: fits(span.text[:end]))
    if kept == 0 and not before:
        kept = _longest(list(range(1, len(span.text))), lambda end: fits(span.text[:end]))
    return _rendered(Span(span.text[:kept], span.style, span.link)) if kept else ""


def _longest(ends: list[int], fits: Callable[[int], bool]) -> int:
    """The greatest end that fits, or 0; what fits at one end fits at every shorter one."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(ends[middle - 1]):
            low = middle
        else:
            high = middle - 1
    return ends[low - 1] if low else 0


def _join(pieces: list[str]) -> str:
    """Pieces in a row; where two would be read as one thing, a joint comes between."""
    joined = ""
    for piece in pieces:
        touches = _TOUCHING.match(f"{joined[-1:]}\0{piece[:8]}")
        joined += JOINT + piece if touches else piece
    return joined


def _rendered(span: Span) -> str:
    if span.at is not None:
        # https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
        return f"<t:{int(span.at.timestamp())}:{'f' if span.dated else 't'}>"
    text = _UNSEEN.sub("", span.text)
    words = text.strip()
    if not words:
        return text
    before, _, after = text.partition(words)
    if not is_address(span.link):
        return before + _styled(words, span.style) + after
    # Brackets in code would end the words of the link.
    bare = span.style is Style.CODE and ("[" in words or "]" in words)
    shown = _styled(words, Style.PLAIN if bare else span.style)
    return f"{before}[{shown}]({quote(span.link, safe=_ADDRESS_MARKS)}){after}"


def _styled(words: str, style: Style) -> str:
    match style:
        case Style.PLAIN:
            return escaped(words)
        case Style.STRONG:
            return f"**{escaped(words)}**"
        case Style.EMPHASIS:
            return f"*{escaped(words)}*"
        case Style.CODE:
            return _code(words)


def _code(words: str) -> str:
    words = words.replace("\n", " ").replace("``", f"`{JOINT}`")
    words = _MASS_PING.sub("@" + JOINT, words.replace("``", f"`{JOINT}`"))
    return f"`` {words} ``" if "`" in words else f"`{words}`"


_ADDRESS_MARKS = "!#$%&'*+,/:;=?@[]~-._"
"""What an address may hold as it is; brackets would end the link too early."""


def is_address(text: str) -> bool:
    """Whether a text is an absolute http(s) address that Discord takes as a link."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(text) <= 2000
