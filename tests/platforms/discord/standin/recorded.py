"""Discord's payloads, a fresh copy at every call: recorded from the real one where they are at hand.

Where the folder beside the checkout is absent, the shapes written by hand serve.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from tests import shared
from tests.platforms.discord.standin.shapes import SHAPES

FOLDER = shared.DATA / "discord"
_WHAT = "playing Discord with payloads recorded from it (hand-written ones served)"


@cache
def _text(name: str) -> str:
    path: Path = FOLDER / "recorded" / f"{name}.json"
    if shared.present(path, _WHAT):
        return path.read_text("utf-8")
    return json.dumps([SHAPES[name]])


def all_of(name: str) -> list[Any]:
    """Every payload recorded under a name."""
    payloads: list[Any] = json.loads(_text(name))
    return payloads


def first(name: str) -> Any:
    """The first payload recorded under a name; for a gateway event its `d`."""
    payload = all_of(name)[0]
    return payload["d"] if name.startswith("gateway_") else payload
