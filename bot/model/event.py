"""An event: something that a person did on a platform, in the words of the product.

Every event answers who, where and what. `key` is the platform's own id of the event (an
interaction, a trigger, an envelope): the same key twice is the same event delivered twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.command import Command
from bot.model.rights import Rights
from bot.model.round import MessageRef

Argument: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it, and where."""

    team_id: str
    channel_id: str
    member_id: str
    name: str
    """The name as the platform shows it; raw, to be escaped by renderers."""
    channel_name: str = ""
    parent_id: str = ""
    """The channel in which `channel_id` is a thread; empty where it is none."""
    team_name: str = ""
    rights: Rights | None = None
    """What the platform lets this person do in the team; None where it did not say so with the
    event, and has to be asked.
    """
    zone: str = ""
    """IANA time zone of the person, where the platform tells it."""
    away: bool = False
    """Whether what they did counts in another place than where they did it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A slash command: its path, such as `("quiz", "top")`, and typed arguments by name."""

    actor: Actor
    path: tuple[str, ...]
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    key: str = ""
    files: Mapping[str, Attachment] = field(default_factory=dict)
    """What stands in options of kind `file`, by their names."""
    command: Command | None = field(default=None, compare=False)
    """What its path names, where that was looked up already."""
    names: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the platform calls those whom arguments name, by id: people, groups and channels, as
    far as it said so. Raw, to be escaped by renderers.
    """


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A typed line as a command: its path and raw arguments by name, and its declaration, None
    for a command that there is not, or no longer under that name.
    """

    path: tuple[str, ...]
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    command: Command | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button."""

    actor: Actor
    action: Action
    key: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A form that was sent: its action and the values by the names of its inputs."""

    actor: Actor
    action: Action
    values: Mapping[str, str]
    key: str = ""
    files: Mapping[str, Attachment] = field(default_factory=dict)
    """What was handed over in file inputs, by their names."""


@dataclass(frozen=True, slots=True)
class Point:
    """Somebody pointed at a message of ours and chose what to do with it, such as `report`."""

    actor: Actor
    verb: str
    message: MessageRef
    key: str = ""


Event: TypeAlias = Call | Press | Submission | Point


@dataclass(frozen=True, slots=True)
class Completion:
    """What somebody has typed so far into an option of a command."""

    actor: Actor
    path: tuple[str, ...]
    option: str
    typed: str
