"""Slack's rules for what is sent to it: the SDK's own validators, and what they miss."""

import json
import re
from collections.abc import Iterator

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.platforms.slack.standin.world import Json, World

MESSAGE_BLOCKS, VIEW_BLOCKS, VIEW_BYTES = 50, 100, 250_000
PING = re.compile(r"<(?:!|@|#)")
ANY_PING = re.compile(r"(?<![\w.])@(?:here|channel|everyone)\b", re.IGNORECASE)
LINK = re.compile(r"<https?://[^<>|]+(?:\|[^<>]*)?>")
DATE = re.compile(r"<!date\^\d+\^[^|<>^]*\{[a-z_]+\}[^|<>^]*\|[^<>|]+>")
"""https://docs.slack.dev/messaging/formatting-message-text#date-formatting"""
RICH = {"rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"}


class Broken(Exception):
    """Slack would not take this."""


def check_blocks(world: World, blocks: list[Json], most: int) -> None:
    """Raise unless every block would be taken, each alone and all together."""
    if len(blocks) > most:
        raise Broken(f"{len(blocks)} blocks, {most} at most")
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        raise Broken("two blocks of one id")
    for block in blocks:
        parsed = Block.parse(block)
        if parsed is None:
            raise Broken(f"unknown block {block}")
        try:
            parsed.validate_json()
        except SlackObjectFormationError as problem:
            raise Broken(f"{problem} in {block}") from problem
        check_block(world, block)


def check_block(world: World, block: Json) -> None:
    """The rules that the SDK does not know."""
    kind = block["type"]
    if kind == "image":
        if bool(block.get("image_url")) == bool(block.get("slack_file")):
            raise Broken("an image has an address or a file, one of both")
        if not block.get("alt_text"):
            raise Broken("an image without alt text")
        if file := block.get("slack_file"):
            check_file(world, file["id"])
    if kind == "rich_text":
        check_rich(block)
    if kind == "actions":
        ids = [element["action_id"] for element in block["elements"]]
        if not ids or len(ids) != len(set(ids)):
            raise Broken(f"action ids {ids}")
    if kind == "section" and any(len(text["text"]) > 2000 for text in block.get("fields", ())):
        raise Broken("a field over 2,000 characters")
    for text in texts(block):
        check_text(text)


def check_file(world: World, name: str) -> None:
    """A file stands in a block only once it is uploaded and processed."""
    file = world.files.get(name)
    if file is None or not file.complete or file.refusals > 0:
        if file is not None and file.complete:
            file.refusals -= 1
        raise Broken("invalid slack file")


def check_rich(block: Json) -> None:
    """Rich text holds text, links and lists; never a mention, never an empty run."""
    for part in rich_parts(block):
        if part["type"] in RICH:
            if not part["elements"]:
                raise Broken("an empty part of rich text")
        elif part["type"] == "date":
            if not (isinstance(part["timestamp"], int) and part["format"] and part["fallback"]):
                raise Broken("a date without an instant, a format or words")
        elif part["type"] not in {"text", "link"}:
            raise Broken(f"{part['type']} in rich text")
        elif part["type"] == "text" and not part["text"]:
            raise Broken("an empty run of text")
    if sum(len(part.get("text", "")) for part in rich_parts(block)) > 3000:
        raise Broken("rich text over 3,000 characters")


def rich_parts(block: Json) -> Iterator[Json]:
    """Every part of rich text, at any depth."""
    for part in block.get("elements", ()):
        yield part
        yield from rich_parts(part)


def texts(block: Json) -> Iterator[Json]:
    """Every text object, at any depth."""
    if block.get("type") in {"plain_text", "mrkdwn"}:
        yield block
    for value in block.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from texts(inner)


def check_text(text: Json) -> None:
    """Text has 1 to 3,000 characters, pings nobody, and escapes what would be markup."""
    words = text["text"]
    if not 1 <= len(words) <= 3000:
        raise Broken(f"a text of {len(words)} characters")
    if text["type"] == "mrkdwn":
        words = DATE.sub("", words)
        if PING.search(words) or ANY_PING.search(words):
            raise Broken(f"a ping in {words!r}")
        if re.search(r"[<>]", LINK.sub("", words)):
            raise Broken(f"an unescaped bracket in {words!r}")
        if re.search(r"&(?!amp;|lt;|gt;)", words):
            raise Broken(f"an unescaped & in {words!r}")


def check_message(world: World, call: Json) -> None:
    """A message: blocks, and a text that stands alone."""
    if not call.get("text", "").strip():
        raise Broken("no text for notifications")
    if len(call["text"]) > 4000:
        raise Broken("a text over 4,000 characters")
    check_text({"type": "mrkdwn", "text": call["text"][:3000]})
    check_blocks(world, call.get("blocks") or [], MESSAGE_BLOCKS)


def check_view(world: World, view: Json) -> None:
    """A dialog or a home: title, buttons, blocks, size."""
    if view["type"] not in {"modal", "home"}:
        raise Broken(view["type"])
    blocks = view["blocks"]
    if view["type"] == "modal":
        for part, needed in (("title", True), ("submit", False), ("close", False)):
            text = view.get(part)
            if needed and not text:
                raise Broken(f"no {part}")
            if text and not 1 <= len(text["text"]) <= 24:
                raise Broken(f"{part} of {len(text['text'])} characters")
        if any(block["type"] == "input" for block in blocks) and not view.get("submit"):
            raise Broken("inputs without a button to send them")
    if len(view.get("callback_id", "")) > 255 or len(view.get("private_metadata", "")) > 3000:
        raise Broken("too much is carried in the view")
    if len(json.dumps(view).encode()) > VIEW_BYTES:
        raise Broken("a view over 250 kB")
    check_blocks(world, blocks, VIEW_BLOCKS)
