"""Files that people hand over, fetched from where Discord keeps them."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.model.attachment import Attachment
from bot.model.message import FileInput, Form


async def fetched(
    client: discord.Client,
    described: Mapping[str, Mapping[str, Any]],
    form: Form | None,
    largest: int,
) -> dict[str, Attachment]:
    """The files by their names; one that is too large comes without its content. `largest` holds
    (bytes) where the form names no size of its own.

    Raises what the library raises where a file cannot be had.
    """
    files: dict[str, Attachment] = {}
    for name, description in described.items():
        size, title = int(description["size"]), str(description["filename"])
        content = b""
        if size <= _largest(form, name, largest):
            content = await client.http.get_from_cdn(str(description["url"]))
            size = len(content)
        files[name] = Attachment(title, content, size)
    return files


def _largest(form: Form | None, name: str, usual: int) -> int:
    for item in form.inputs if form else ():
        if isinstance(item, FileInput) and item.name == name:
            return item.largest
    return usual
