"""The pictures within an Anki package, of either of its two forms."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.sheets.anki import MODERN
from bot.sheets.archive import Archive, Refused, opened

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_UNSAFE = re.compile(r"[\x00-\x1f/\\:*?\"<>|]")
_LIST = "media"


def pictures_in(source: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each picture; names are safe to use in one folder.

    Raises `Refused` and `Unequipped` as the archive does.
    """
    archive = opened(source)
    if _LIST not in archive.names:
        return
    modern = MODERN in archive.names
    for member, name in _names(archive, modern):
        if member not in archive.names or not name.lower().endswith(_PICTURES):
            continue
        data = archive.read(member)
        yield safe_name(name), archive.unpacked(data) if modern else data


def safe_name(name: str) -> str:
    """A file's name without a path in it, and without what some system forbids."""
    bare = _UNSAFE.sub("_", PurePosixPath(name.replace("\\", "/")).name).strip(" .")
    return bare[-120:] or "picture"


def _names(archive: Archive, modern: bool) -> Iterator[tuple[str, str]]:
    """The name within the archive, and the one that notes use, of each file."""
    data = archive.read(_LIST)
    if modern:
        entries = _entries(archive.unpacked(data))
        yield from ((str(number), name) for number, name in enumerate(entries))
        return
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused("its list of pictures is damaged") from error
    if isinstance(said, dict):
        yield from ((str(member), str(name)) for member, name in said.items())


def _entries(data: bytes) -> Iterator[str]:
    """The names in a protocol buffer of the form `repeated Entry { string name = 1; … }`."""
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        if key & 7 != 2:
            raise Refused("its list of pictures is damaged")
        length, at = _number(data, at)
        yield _name(data[at : at + length])
        at += length


def _name(entry: bytes) -> str:
    at = 0
    while at < len(entry):
        key, at = _number(entry, at)
        if key & 7 == 0:
            _, at = _number(entry, at)
        elif key & 7 == 2:
            length, at = _number(entry, at)
            if key >> 3 == 1:
                return entry[at : at + length].decode("utf-8", "replace")
            at += length
        else:
            raise Refused("its list of pictures is damaged")
    return ""


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length number, and where the next thing begins."""
    value = shift = 0
    while at < len(data) and shift < 64:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise Refused("its list of pictures is damaged")
