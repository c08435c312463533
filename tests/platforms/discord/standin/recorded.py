"""Payloads recorded from the real Discord, read in place; a fresh copy at every call."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[5] / "shared" / "data" / "discord"


def require() -> None:
    """Skip where the recorded data is absent; fail there on the build machine."""
    if FOLDER.is_dir():
        return
    reason = "needs Discord's schema and recorded payloads in ../shared/data/discord"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@cache
def _text(name: str) -> str:
    return (FOLDER / "recorded" / f"{name}.json").read_text("utf-8")


def all_of(name: str) -> list[Any]:
    """Every payload recorded under a name."""
    payloads: list[Any] = json.loads(_text(name))
    return payloads


def first(name: str) -> Any:
    """The first payload recorded under a name; for a gateway event its `d`."""
    payload = all_of(name)[0]
    return payload["d"] if name.startswith("gateway_") else payload
