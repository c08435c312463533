"""The machine's own time zone, by its IANA name."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def local_zone() -> str:
    """The name from `TZ`, else from where /etc/localtime points, else UTC."""
    target = Path("/etc/localtime").resolve().as_posix()
    for name in (os.environ.get("TZ", "").lstrip(":"), target.partition("/zoneinfo/")[2]):
        try:
            if name:
                return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return "UTC"
