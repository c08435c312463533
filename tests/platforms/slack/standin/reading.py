"""Blocks as a person reads them: words without markup, buttons, pictures, fields to fill in."""

import re
from html import unescape

from tests.platforms.slack.standin.world import Json

LINKED = re.compile(r"<(https?://[^<>|]+)(?:\|([^<>]*))?>")
DATED = re.compile(r"<!date\^[^|<>]+\|([^<>]+)>")
MARKS = re.compile(r"(?<!\w)([*_`])(\S(?:.*?\S)?)\1(?!\w)", re.DOTALL)
INVISIBLE = re.compile("[\u2060\u200b]")


def words(blocks: list[Json]) -> str:
    """What stands in the blocks, a line a block."""
    return "\n".join(filter(None, map(block_words, blocks)))


def block_words(block: Json) -> str:
    """What stands in one block, buttons and pictures left out."""
    kind = block["type"]
    if kind == "rich_text":
        return "\n".join(rich_words(part) for part in block["elements"])
    if kind == "section":
        parts = [block["text"]] if block.get("text") else []
        return "\n".join(spoken(text) for text in [*parts, *block.get("fields", [])])
    if kind == "context":
        return " ".join(spoken(part) for part in block["elements"] if part["type"] != "image")
    if kind == "header":
        return str(block["text"]["text"])
    return ""


def rich_words(part: Json) -> str:
    """The words of one part of rich text."""
    kind = part["type"]
    if kind == "text":
        return str(part["text"])
    if kind == "date":
        return str(part["fallback"])
    if kind == "link":
        return str(part.get("text") or part["url"])
    if kind == "rich_text_list":
        start = part.get("offset", 0) + 1
        lines = [rich_words(line) for line in part["elements"]]
        if part["style"] == "ordered":
            lines = [f"{number}. {line}" for number, line in enumerate(lines, start)]
        return "\n".join(lines)
    return "".join(map(rich_words, part["elements"]))


def spoken(text: Json) -> str:
    """A text object without its markup."""
    if text["type"] == "plain_text":
        return str(text["text"])
    plain = DATED.sub(r"\1", LINKED.sub(lambda found: found[2] or found[1], text["text"]))
    return INVISIBLE.sub("", unescape(MARKS.sub(r"\2", plain)))


def buttons(blocks: list[Json]) -> list[tuple[Json, str]]:
    """Every button with the id of its block."""
    return [
        (element, block.get("block_id", ""))
        for block in blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    ]


def labels(blocks: list[Json]) -> tuple[str, ...]:
    """What stands on the buttons."""
    return tuple(button["text"]["text"] for button, _ in buttons(blocks))


def pictures(blocks: list[Json]) -> tuple[str, ...]:
    """The alt texts of the pictures."""
    return tuple(block["alt_text"] for block in blocks if block["type"] == "image")


def inputs(blocks: list[Json]) -> tuple[str, ...]:
    """The names of the fields to fill in."""
    return tuple(block["block_id"] for block in blocks if block["type"] == "input")
