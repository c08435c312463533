"""A form as a Discord modal, and what was typed into one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import discord

from bot.model.message import ChoiceInput, FileInput, Form, Input, TextInput
from bot.platforms.discord.blocks import prose
from bot.platforms.discord.markdown import MORE, label

TITLE, PARTS, LABEL, DESCRIPTION, PLACEHOLDER = 45, 5, 45, 100, 100
WORDS, VALUE = 4000, 4000
CHOICES, CHOICE = 25, 100
FILE_UPLOAD = 19
"""Discord's number of a component in which files are handed over."""


def modal_of(form: Form, errors: Mapping[str, str]) -> discord.ui.Modal:
    """The modal; an error stands under the label of its input.

    A modal has five parts at most: the words above the inputs give way to a fifth input.
    """
    modal = discord.ui.Modal(
        title=label(form.title, TITLE) or MORE, custom_id=str(form.action), timeout=None
    )
    inputs = form.inputs[:PARTS]
    words = prose(form.blocks, WORDS)
    if words and len(inputs) < PARTS:
        modal.add_item(discord.ui.TextDisplay(words))
    for item in inputs:
        modal.add_item(_labelled(item, errors.get(item.name, "")))
    modal.stop()
    return modal


def _labelled(item: Input, error: str) -> discord.ui.Label[discord.ui.Modal]:
    return discord.ui.Label(
        text=label(item.label, LABEL) or MORE,
        description=label(error or _hint(item), DESCRIPTION) or None,
        component=_component(item),
    )


def _hint(item: Input) -> str:
    return ", ".join(f".{each}" for each in item.endings) if isinstance(item, FileInput) else ""


def _component(item: Input) -> discord.ui.Item[discord.ui.Modal]:
    match item:
        case TextInput():
            return _field(item)
        case ChoiceInput():
            return _select(item)
        case FileInput(name):
            return discord.ui.FileUpload(custom_id=name, min_values=1, max_values=1)


def _field(item: TextInput) -> discord.ui.TextInput[discord.ui.Modal]:
    longest = max(1, min(item.max_length, VALUE))
    several = item.lines > 1
    return discord.ui.TextInput(
        custom_id=item.name,
        style=discord.TextStyle.paragraph if several else discord.TextStyle.short,
        placeholder=label(item.placeholder, PLACEHOLDER) or None,
        default=item.value[:longest] or None,
        required=item.required,
        max_length=longest,
    )


def _select(item: ChoiceInput) -> discord.ui.Select[discord.ui.Modal]:
    return discord.ui.Select(
        custom_id=item.name,
        options=[
            discord.SelectOption(
                label=label(choice.label, CHOICE) or MORE,
                value=choice.value,
                default=choice.value == item.value,
            )
            for choice in item.choices[:CHOICES]
        ],
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """What a submitted modal holds, by the names of its inputs."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """The ids of what was handed over."""


def filled(components: object) -> Filled:
    """Read a submitted modal, once."""
    found = Filled()
    _read(components, found)
    return found


def _read(components: object, found: Filled) -> None:
    if not isinstance(components, list):
        return
    for part in components:
        if not isinstance(part, dict):
            continue
        if inner := part.get("component"):
            _read([inner], found)
        _read(part.get("components"), found)
        name, chosen = part.get("custom_id"), part.get("values")
        if not isinstance(name, str):
            continue
        if "value" in part:
            found.values[name] = str(part["value"] or "")
        elif chosen and part.get("type") == FILE_UPLOAD:
            found.files[name] = str(chosen[0])
        elif chosen:
            found.values[name] = str(chosen[0])
