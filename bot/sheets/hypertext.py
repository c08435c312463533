"""HTML as flashcard programs keep it in fields → lines of plain text, items, pictures and code."""

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from bot.model.question import Code, Image
from bot.sheets.inline import is_showable

LONGEST_FIELD = 100_000
"""Characters of a field that are read."""

_LOOKS = re.compile(
    r"</?(?:a|b|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strong|sub|sup|table"
    r"|td|tr|tt|u|ul)\b[^<>]*>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});",
    re.IGNORECASE,
)
_LINES = re.compile(
    "address|article|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|ol|p|section|table|tr|ul"
)
_KNOWN = re.compile(
    "a|abbr|anki-mathjax|b|big|body|center|cite|code|col|colgroup|del|dfn|em|embed|figcaption|font"
    "|form|head|html|i|iframe|img|input|ins|kbd|label|li|link|mark|meta|nobr|object|picture|pre|q"
    "|ruby|rb|rp|rt|s|samp|script|select|small|source|span|strike|strong|style|sub|sup|svg|tbody|td"
    "|tfoot|th|thead|time|title|tt|u|var|video|wbr"
)
_UNSEEN = frozenset(("head", "rp", "rt", "script", "select", "style", "svg", "title"))
_SOUND = re.compile(r"\[sound:[^\[\]]{0,500}\]")
_MATH = re.compile(r"\[/?(?:latex|\$\$?)\]|\\[()\[\]]")
_BULLET = re.compile(r"(?:[-•‣▪–*]|\d{1,3}[.)])\s+(?=\S)")
_IN_ADDRESS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Rich:
    """What a field shows. `lines` are those outside any list, `items` those of its lists."""

    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    """Pairs of address and alternative text."""
    code: tuple[str, ...] = ()
    numbered: bool = False

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join((*self.lines, *self.items))

    def pictures(self, line: int) -> tuple[Image, ...]:
        """Its pictures, as far as they can be shown."""
        shown = ((url, alt) for url, alt in self.images if is_showable(url))
        return tuple(Image(url_of(url), " ".join(alt.split())[:200], line) for url, alt in shown)

    def blocks(self, line: int) -> tuple[Code, ...]:
        """Its code."""
        return tuple(Code(text, "", line) for text in self.code)


def read_field(field: str, *, marked_up: bool | None = None) -> Rich:
    """A field as people see it. `marked_up` says whether it is HTML; None looks."""
    field = _SOUND.sub(" ", field[:LONGEST_FIELD])
    if marked_up is None:
        marked_up = _LOOKS.search(field) is not None
    if not marked_up:
        return _plain(field.splitlines())
    parser = _Parser()
    try:
        parser.feed(field)
        parser.close()
    except AssertionError:  # how the standard parser refuses a broken declaration
        return _plain(html.unescape(_TAGS.sub("\n", field)).splitlines())
    return parser.result()


def _plain(lines: list[str]) -> Rich:
    """Lines without markup; where several begin with a bullet, those are items."""
    texts = [text for line in lines if (text := " ".join(_MATH.sub("", line).split()))]
    bulleted = [text for text in texts if _BULLET.match(text)]
    if len(bulleted) < 2:
        return Rich(tuple(texts))
    return Rich(
        tuple(text for text in texts if not _BULLET.match(text)),
        tuple(_BULLET.sub("", text, count=1) for text in bulleted),
        numbered=all(text[0].isdigit() for text in bulleted),
    )


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._texts: list[tuple[str, list[str]]] = [("line", [])]
        """Kind (`line`, `item`) and pieces of each line so far."""
        self._images: list[tuple[str, str]] = []
        self._code: list[list[str]] = []
        self._in_code = 0
        self._unseen = 0
        self._lists: list[str] = []
        self._numbered = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not (_KNOWN.fullmatch(tag) or _LINES.fullmatch(tag)):
            # What is no element of HTML is text: List<String>.
            self.handle_data(self.get_starttag_text() or "")
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag == "img":
            said = dict(attrs)
            self._images.append((said.get("src") or "", said.get("alt") or ""))
        elif tag == "pre":
            self._break()
            self._in_code += 1
            self._code.append([])
        elif tag == "br" and self._in_code:
            self._code[-1].append("\n")
        elif tag == "li":
            self._break("item")
            self._numbered = self._numbered or self._lists[-1:] == ["ol"]
        elif _LINES.fullmatch(tag):
            if tag in ("ol", "ul"):
                self._lists.append(tag)
            self._break("item" if tag == "br" and self._lists else "line")
        elif tag in ("td", "th"):
            self._texts[-1][1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "pre":
            self._in_code = max(0, self._in_code - 1)
        elif tag in ("ol", "ul"):
            if self._lists:
                self._lists.pop()
            self._break()
        elif tag == "li" or _LINES.fullmatch(tag):
            self._break()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._in_code and self._code:
            self._code[-1].append(data)
        else:
            self._texts[-1][1].append(data)

    def _break(self, kind: str = "line") -> None:
        self._texts.append((kind, []))

    def result(self) -> Rich:
        lines, items = [], []
        for kind, pieces in self._texts:
            if kind == "item":
                items.append(" ".join(_MATH.sub("", "".join(pieces)).split()))
            else:
                lines += "".join(pieces).splitlines()
        rich = _plain(lines)
        code = tuple(text for block in self._code if (text := _block("".join(block))))
        found = tuple(item for item in items if item)
        return Rich(
            rich.lines,
            (*found, *rich.items),
            tuple(image for image in self._images if image[0]),
            code,
            self._numbered or (rich.numbered and not found),
        )


def url_of(address: str) -> str:
    """An address without the signs that would end it in Markdown."""
    return "".join(_IN_ADDRESS.get(sign, sign) for sign in " ".join(address.split()))


def _block(text: str) -> str:
    """A code block: tabs as spaces, no white space at the end of its lines."""
    return "\n".join(line.rstrip() for line in text.expandtabs(4).splitlines()).strip("\n")
