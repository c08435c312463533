"""Rules of Discord's documentation that its OpenAPI description misses, and promises of ours."""

import re
from collections.abc import Iterator
from typing import Any

from tests.platforms.discord.standin.world import Payload

NAME = re.compile(r"^[-_'\w]{1,32}$")


def embed_size(embed: Payload) -> int:
    """Characters that count towards the 6,000 of a message."""
    fields = embed.get("fields") or []
    parts = [embed.get("title"), embed.get("description")]
    parts += [text for field in fields for text in (field["name"], field["value"])]
    parts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    return sum(len(part or "") for part in parts)


def _buttons(rows: list[Payload]) -> list[Payload]:
    return [button for row in rows for button in row.get("components", [])]


def message(body: Payload, *, posts: bool) -> Iterator[str]:
    """What is wrong with a message; most of it the schema lets through."""
    embeds, rows = body.get("embeds") or [], body.get("components") or []
    if len(body.get("content") or "") > 2000:
        yield "content is longer than 2,000 characters"
    if sum(map(embed_size, embeds)) > 6000:
        yield "embeds hold more than 6,000 characters"
    if len(rows) > 5:
        yield "more than 5 rows"
    ids = [button["custom_id"] for button in _buttons(rows) if "custom_id" in button]
    if len(ids) != len(set(ids)):
        yield "custom ids repeat"
    if not all(row.get("components") for row in rows):
        yield "an empty row"
    if posts and not (body.get("content") or embeds or body.get("attachments")):
        yield "an empty message"
    if body.get("allowed_mentions", {}).get("parse") != [] or body["allowed_mentions"].get(
        "replied_user"
    ):
        yield "somebody could be pinged"
    if "nonce" in body and not body.get("enforce_nonce"):
        yield "a nonce that is not enforced"
    if len(str(body.get("nonce") or "")) > 25:
        yield "a nonce of more than 25 characters"
    names = {item.get("filename") for item in body.get("attachments") or []}
    for embed in embeds:
        yield from _embed(embed, names)


def _embed(embed: Payload, files: set[Any]) -> Iterator[str]:
    address = (embed.get("image") or {}).get("url", "https://")
    if address.startswith("attachment://"):
        if address.removeprefix("attachment://") not in files:
            yield f"no such attachment: {address}"
    elif not re.match(r"https?://", address):
        yield f"not an address of a picture: {address}"
    if any(not f["name"].strip() or not f["value"].strip() for f in embed.get("fields") or []):
        yield "an empty field"
    if not (embed.get("description") or "").strip() and not embed.keys() & {"image", "fields"}:
        yield "an empty embed"


def modal(data: Payload) -> Iterator[str]:
    """What is wrong with a modal that the schema lets through."""
    if not 1 <= len(data["components"]) <= 5:
        yield "a modal has 1 to 5 components"
    inputs = [c["component"] for c in data["components"] if c["type"] == 18]
    ids = [item["custom_id"] for item in inputs]
    if len(ids) != len(set(ids)):
        yield "custom ids repeat"
    for item in inputs:
        if len(item.get("value") or "") > item.get("max_length", 4000):
            yield "a value is longer than its field takes"


def commands(body: list[Payload]) -> Iterator[str]:
    """What is wrong with a command table that the schema lets through."""
    names = [(command.get("type", 1), command["name"]) for command in body]
    if len(names) != len(set(names)):
        yield "command names repeat"
    if sum(kind == 1 for kind, _ in names) > 100:
        yield "more than 100 chat commands"
    for command in body:
        if command.get("type", 1) != 1:
            if command.get("description"):
                yield "only chat commands have a description"
            continue
        if _characters(command) > 8000:
            yield f"{command['name']} holds more than 8,000 characters"
        yield from _command(command)


def _command(command: Payload) -> Iterator[str]:
    name = command["name"]
    if not NAME.match(name) or name != name.lower():
        yield f"not a name: {name}"
    if not command.get("description"):
        yield f"{name} has no description"
    options = command.get("options") or []
    required = [option.get("required", False) for option in options]
    if required != sorted(required, reverse=True):
        yield f"{name}: required options come first"
    for option in options:
        yield from _command(option)


def _characters(command: Payload) -> int:
    own = len(command["name"]) + len(command.get("description") or "")
    choices = sum(len(c["name"]) + len(str(c["value"])) for c in command.get("choices") or [])
    return own + choices + sum(map(_characters, command.get("options") or []))
