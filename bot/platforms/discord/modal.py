"""A form as a Discord modal, and what was typed into one."""

from collections.abc import Iterator, Mapping

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


def values_of(components: object) -> dict[str, str]:
    """What a submitted modal holds, by the names of the inputs."""
    return dict(_values(components))


def _values(components: object) -> Iterator[tuple[str, str]]:
    if not isinstance(components, list):
        return
    for part in components:
        if not isinstance(part, dict):
            continue
        if inner := part.get("component"):
            yield from _values([inner])
        yield from _values(part.get("components"))
        name = part.get("custom_id")
        if isinstance(name, str) and "value" in part:
            yield name, str(part["value"] or "")
        elif isinstance(name, str) and part.get("values") and part.get("type") != FILE_UPLOAD:
            yield name, str(part["values"][0])


def files_of(components: object) -> dict[str, str]:
    """The ids of the files in a submitted modal, by the names of the inputs."""
    return dict(_files(components))


def _files(components: object) -> Iterator[tuple[str, str]]:
    if not isinstance(components, list):
        return
    for part in components:
        if not isinstance(part, dict):
            continue
        inner = part.get("component")
        if isinstance(inner, dict) and inner.get("type") == FILE_UPLOAD and inner.get("values"):
            yield str(inner["custom_id"]), str(inner["values"][0])
