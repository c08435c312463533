"""Where what a command makes goes: to standard output, or into a file as a whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path


class Exists(Exception):
    """A file that would be replaced; the message says how to."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already. Add --force to replace it.")


def keep(content: bytes, target: Path | None, *, force: bool) -> None:
    """Write to a file, or to standard output. Raises `Exists`, and OSError where it cannot."""
    if target is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    if target.exists() and not force:
        raise Exists(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # Files made for a moment are private; what is kept is as readable as any new file.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
