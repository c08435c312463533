"""Archives from strangers: looked at before they are opened, and watched while they are."""

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

LARGEST = 128_000_000
"""Bytes that one archive may inflate to, over all that is read of it."""
MOST_FILES = 50_000
STEEPEST = 250
"""Times its size that a member may inflate to, once it is larger than `SMALL`."""
SMALL = 2_000_000
_CHUNK = 1 << 16


class Refused(Exception):
    """An archive that is not opened; the message says why."""


class Unequipped(Exception):
    """An archive that only a library opens which is not installed."""


@dataclass(slots=True)
class Archive:
    """A ZIP file in memory, of which at most `budget` bytes are ever inflated."""

    file: zipfile.ZipFile
    budget: int = LARGEST
    names: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """A member's bytes. Raises `Refused` where it is too large, encrypted or broken."""
        member = self.names[name]
        if member.flag_bits & 0x1:
            raise Refused("it is protected by a password")
        self._check(member.compress_size, member.file_size)
        data = bytearray()
        try:
            with self.file.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    # What the directory says of a size may be a lie.
                    self._check(member.compress_size, len(data))
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            EOFError,
            OSError,
            RuntimeError,
            zlib.error,
        ) as error:
            raise Refused("it is damaged") from error
        self.budget -= len(data)
        return bytes(data)

    def unpacked(self, data: bytes) -> bytes:
        """Zstandard-compressed bytes, inflated within the same bounds."""
        try:
            import zstandard
        except ImportError:
            raise Unequipped from None
        inflated = bytearray()
        decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        try:
            with decompressor.stream_reader(io.BytesIO(data)) as stream:
                while chunk := stream.read(_CHUNK):
                    inflated += chunk
                    self._check(len(data), len(inflated))
        except zstandard.ZstdError as error:
            raise Refused("it is damaged") from error
        self.budget -= len(inflated)
        return bytes(inflated)

    def _check(self, packed: int, inflated: int) -> None:
        if inflated > self.budget:
            raise Refused(f"it inflates to more than {LARGEST / 1e6:g} MB")
        if inflated > SMALL and inflated > STEEPEST * max(1, packed):
            raise Refused("it inflates out of all proportion")


def opened(source: bytes) -> Archive:
    """The archive in some bytes. Raises `Refused` where it cannot or must not be opened."""
    try:
        file = zipfile.ZipFile(io.BytesIO(source))
        members = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("it is damaged") from error
    if len(members) > MOST_FILES:
        raise Refused(f"it holds more than {MOST_FILES:,} files")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in member.filename:
            raise Refused("it names files outside of itself")
    return Archive(file, names={member.filename: member for member in members})
