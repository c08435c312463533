"""What a workspace holds: people, channels, messages, dialogs, files and tokens."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

TRIGGER_LIFE = 3.0
"""Seconds after which Slack takes a trigger no more."""
RESPONSE_LIFE, RESPONSE_USES = 1800.0, 5


@dataclass
class Person:
    """Somebody with an account."""

    id: str
    name: str
    admin: bool = False
    zone: str = "Europe/Berlin"
    team_id: str = "T0123"
    deleted: bool = False
    guest: bool = False
    owner: bool = False
    leads_org: bool = False
    """Whether they are an admin of the whole organisation."""
    workspaces: tuple[str, ...] = ()
    """In an organisation: every workspace of theirs."""


@dataclass
class Channel:
    """A conversation; `members` says whether the bot is in it."""

    id: str
    name: str
    joined: bool = True
    archived: bool = False
    private: bool = False
    read_only: bool = False
    dm_of: str = ""


@dataclass
class Posted:
    """A message that stays."""

    ts: str
    channel: str
    text: str
    blocks: list[Json]
    thread_ts: str = ""
    metadata: Json = field(default_factory=dict)
    client_msg_id: str = ""
    edits: int = 0


@dataclass
class Whisper:
    """An ephemeral message: only one person sees it."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json]


@dataclass
class Opened:
    """A dialog on somebody's screen."""

    id: str
    user: str
    view: Json
    hash: str
    errors: dict[str, str] = field(default_factory=dict)
    closed: bool = False


@dataclass
class Trigger:
    """The right to open one dialog for a person, for three seconds."""

    user: str
    team: str
    born: float
    used: bool = False


@dataclass
class Response:
    """Where a reply to one interaction may be sent."""

    user: str
    channel: str
    born: float
    ts: str = ""
    private: bool = False
    uses: int = 0


@dataclass
class File:
    """An uploaded file; a short while after completion it can stand in blocks."""

    id: str
    name: str
    alt: str
    length: int
    data: bytes = b""
    complete: bool = False
    channel: str = ""
    thread_ts: str = ""
    refusals: int = 1
    """How often it is still refused in blocks, as while it is being processed."""


@dataclass
class Grant:
    """What a bot token stands for."""

    team: str
    enterprise: str = ""
    org: bool = False
    refresh: str = ""
    expires: bool = False
    state: str = ""
    """An error that Slack answers to it, such as `token_revoked`; empty while it is good."""


Shown: TypeAlias = Whisper | Opened | Posted


class World:
    """Everything that the stand-in remembers, and who waits for it to change."""

    def __init__(self) -> None:
        self.people = {
            person.id: person
            for person in (
                Person("U0ADA", "Ada", admin=True),
                Person("U0GRACE", "Grace", zone="America/New_York"),
                Person("U0EDSGER", "Edsger", zone="Europe/Amsterdam"),
            )
        }
        self.channels = {"C0ML": Channel("C0ML", "ml-study")}
        self.messages: list[Posted] = []
        self.whispers: list[Whisper] = []
        self.views: dict[str, Opened] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, Json] = {}
        self.triggers: dict[str, Trigger] = {}
        self.responses: dict[str, Response] = {}
        self.files: dict[str, File] = {}
        self.tokens: dict[str, Grant] = {"xoxb-one": Grant("T0123")}
        self.app_tokens = {"xapp-one"}
        self.codes: dict[str, Grant] = {}
        self.shown: dict[str, list[Shown]] = {}
        self.groups: dict[str, list[str]] = {}
        """The people of user groups, by the group's id."""
        self.reads_groups = True
        self.reads_channels = True
        """Whether the app was given the scope to read user groups."""
        self.reads_files = True
        """Whether the app was given the scope to read files."""
        self.trigger_life = TRIGGER_LIFE
        self._count = itertools.count(1)
        self._changed = asyncio.Event()

    def fresh(self, prefix: str) -> str:
        """An id that was not there before."""
        return f"{prefix}{next(self._count):08d}"

    def stamp(self) -> str:
        """A message's timestamp, which is its id in the channel."""
        return f"1700000000.{next(self._count):06d}"

    def trigger(self, user: str, team: str) -> str:
        """A new trigger for a person."""
        name = f"{next(self._count)}.{next(self._count)}.abcdef"
        self.triggers[name] = Trigger(user, team, time.monotonic())
        return name

    def response(self, user: str, channel: str, ts: str = "", private: bool = False) -> str:
        """A new place to send replies of one interaction to."""
        name = self.fresh("R")
        self.responses[name] = Response(user, channel, time.monotonic(), ts, private)
        return name

    def expire_triggers(self) -> None:
        """Let the life of every trigger be over."""
        for trigger in self.triggers.values():
            trigger.born -= 60.0

    def show(self, user: str, thing: Shown) -> None:
        """Note what somebody gets to see, and wake those who wait for it."""
        self.shown.setdefault(user, []).append(thing)
        self.touch()

    def touch(self) -> None:
        """Something changed."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, true: Callable[[], object], within: float = 8.0) -> None:
        """Wait for something to become true; the test fails if it does not in time."""
        async with asyncio.timeout(within):
            while not true():
                changed = self._changed
                try:
                    await asyncio.wait_for(changed.wait(), 0.2)
                except TimeoutError:
                    continue

    def message(self, ts: str) -> Posted:
        """The message with this timestamp."""
        return next(message for message in self.messages if message.ts == ts)
