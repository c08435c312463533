"""Inline Markdown → plain words, links and pictures.

Every pattern is bounded, so that no line can cost more than its length times a constant.
"""

import html
import re

from bot.model.question import Image, Place

_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,500})\1(?!`)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TARGET = r"\(\s{0,5}<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?(?:\s{1,5}[\"'][^\"']{0,300}[\"'])?\s{0,5}\)"
_PICTURE = re.compile(r"!\[([^\[\]]{0,500})\]" + _TARGET)
_LINK = re.compile(r"(?<!!)\[([^\[\]]{0,1000})\]" + _TARGET)
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\])]{1,2000}")
_IMG = re.compile(r"<img\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\b(src|alt)\s{0,3}=\s{0,3}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})')", re.IGNORECASE
)
_COMMENT = re.compile(r"<!--.{0,300}?-->")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|ins"
    r"|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th"
    r"|thead|tr|tt|u|ul|var)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_MARKS = (
    (
        "*",
        (
            re.compile(r"(?<![\w*])\*\*(?=\S)(.{1,200}?)(?<=\S)\*\*(?![\w*])"),
            re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,200}?)(?<=\S)\*(?![\w*])"),
        ),
    ),
    (
        "_",
        (
            re.compile(r"(?<!\w)__(?=\S)(.{1,200}?)(?<=\S)__(?!\w)"),
            re.compile(r"(?<!\w)_(?=[^\s_])(.{1,200}?)(?<=[^\s_])_(?!\w)"),
        ),
    ),
    ("~", (re.compile(r"~~(?=\S)(.{1,200}?)(?<=\S)~~"),)),
)
_BOLD = (
    _MARKS[0][1][0],
    _MARKS[1][1][0],
    re.compile(r"<(?:b|strong)>(.{1,200}?)</(?:b|strong)>", re.IGNORECASE),
)
_SPECIAL = re.compile(r"[`\\*_~<&\[]")
_KEPT = re.compile("\0(\\d+)\0")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,20}:")


def plain(text: str) -> str:
    """The words of a line without inline Markdown or HTML, on one line.

    A link gives its text, a picture nothing. Code spans and escaped characters stay as written,
    and so do underscores and asterisks inside words (`early_stopping_tolerance`, `2*3`).
    """
    if not _SPECIAL.search(text):
        return " ".join(text.split())
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[match.lastindex or 0])
        return f"\0{len(kept) - 1}\0"

    if "`" in text or "\\" in text:
        text = _ESCAPE.sub(keep, _CODE.sub(keep, text.replace("\0", "")))
    if "<" in text:
        text = _IMG.sub(" ", _COMMENT.sub(" ", text))
    if "[" in text:
        text = _FOOTNOTE.sub("", _LINK.sub(r"\1", _PICTURE.sub(" ", text)))
    if "<" in text:
        text = _TAG.sub(_in_place_of, _AUTOLINK.sub(r"\1", text))
    for character, marks in _MARKS:
        if character in text:
            for mark in marks:
                text = mark.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    if kept:
        text = _KEPT.sub(lambda place: kept[int(place[1])], text)
    return " ".join(text.split())


def bold(text: str) -> tuple[str, ...]:
    """The words of a line that are marked as bold, each run once, in order, without marks."""
    if "**" not in text and "__" not in text and "<" not in text:
        return ()
    bare = _CODE.sub(lambda span: "\0" * len(span[0]), text)
    bare = _ESCAPE.sub("\0\0", bare)
    found = [span.span(1) for mark in _BOLD for span in mark.finditer(bare)]
    runs = (plain(text[start:end]).strip(" .,;:!?") for start, end in sorted(found))
    return tuple(dict.fromkeys(run for run in runs if any(map(str.isalnum, run))))


def _in_place_of(tag: re.Match[str]) -> str:
    """A line break parts words; other tags do not."""
    return " " if tag[0][1:3].lower() == "br" else ""


def addresses(text: str) -> tuple[str, ...]:
    """The web addresses in a text, of links and bare ones, each once, in order."""
    if "http" not in text:
        return ()
    without_pictures = _PICTURE.sub(" ", _IMG.sub(" ", text))
    linked = [match[2] for match in _LINK.finditer(without_pictures) if match[2].startswith("http")]
    bare = _ADDRESS.findall(_LINK.sub(" ", without_pictures))
    return tuple(dict.fromkeys([*linked, *(address.rstrip(".,;:!?*_") for address in bare)]))


def is_only_addresses(text: str) -> bool:
    """Whether nothing but links stands in a text."""
    if "http" not in text or not addresses(text):
        return False
    rest = _ADDRESS.sub("", _AUTOLINK.sub("", _LINK.sub("", text)))
    return not any(character.isalnum() for character in rest)


def take_images(text: str, line: int, place: Place) -> tuple[str, tuple[Image, ...]]:
    """The text without its pictures, and the pictures, in order.

    Addresses that are neither relative nor http(s) are dropped: no platform could show them.
    """
    if "![" not in text and "<" not in text:
        return text, ()
    found = [
        (match.start(), Image(match[2], plain(match[1]), line, place))
        for match in _PICTURE.finditer(text)
    ]
    for match in _IMG.finditer(text):
        said = {
            name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(match[1])
        }
        address = html.unescape(said.get("src", ""))
        found.append(
            (match.start(), Image(address, html.unescape(said.get("alt", "")), line, place))
        )
    if not found:
        return text, ()
    rest = _PICTURE.sub(" ", _IMG.sub(" ", text)).strip()
    images = tuple(image for _, image in sorted(found, key=lambda pair: pair[0]))
    return rest, tuple(image for image in images if is_showable(image.url))


def is_showable(address: str) -> bool:
    """Whether an address is relative or http(s), and not empty."""
    scheme = _SCHEME.match(address)
    return bool(address) and (scheme is None or scheme[0].lower() in ("http:", "https:"))
