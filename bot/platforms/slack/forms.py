"""Dialogs: a form of the game, a form made from a command, a message, and a moment's patience."""

from collections.abc import Mapping
from dataclasses import replace

from bot.model.command import Command, Option, OptionKind
from bot.model.message import (
    ChoiceInput,
    FileInput,
    Form,
    Input,
    Message,
    Section,
    TextInput,
)
from bot.model.text import line
from bot.platforms.slack.commands import CALL, asked_for
from bot.platforms.slack.interaction import Origin
from bot.platforms.slack.rendering import VIEW_BLOCKS, Files, rendered_blocks
from bot.platforms.slack.text import Json, cut, plain_text
from bot.quiz.actions import OfCommand

COMPLETE = "complete"
"""The action id of a field that completes while one types."""
_TITLE, _BUTTON, _PLACEHOLDER, _OPTION, _OPTION_VALUE = 24, 24, 150, 75, 150
_MOST_OPTIONS = 100
_LONGEST_INPUT = 3000


def form_view(
    form: Form, origin: Origin, errors: Mapping[str, str] | None = None, files: Files | None = None
) -> Json:
    """A form as a modal: what is asked above, the inputs below.

    `errors` stand above the inputs they belong to, for a form that is shown again.
    """
    inputs: list[Json] = []
    for each in form.inputs:
        if errors and each.name in errors:
            inputs += rendered_blocks((Section(line("⚠ ", errors[each.name])),), None, 1)
        inputs.append(_input(each))
    blocks = rendered_blocks(form.blocks, files, VIEW_BLOCKS - len(inputs))
    largest = max((i.largest for i in form.inputs if isinstance(i, FileInput)), default=0)
    origin = replace(origin, largest=largest)
    return _modal(form.title, [*blocks, *inputs], origin, str(form.action), form.submit)


def command_view(command: Command, given: Mapping[str, str | int], origin: Origin) -> Json:
    """A command's options as a modal, for a command that was typed without what it needs."""
    fields = [_option(option, str(given.get(option.name, ""))) for option in asked_for(command)]
    words = [command.help]
    words += [
        f"{option.help}: type {command} with the @name of the group."
        for option in command.options
        if option.kind is OptionKind.GROUP
    ]
    help_ = rendered_blocks(tuple(Section(line(each)) for each in words), None, len(words))
    action = str(CALL.action(OfCommand(*command.path)))
    return _modal(str(command), [*help_, *fields], origin, action, "Send")


def message_view(message: Message, origin: Origin, files: Files | None = None) -> Json:
    """A message as a modal to read and close, for places without a channel."""
    blocks = rendered_blocks(message.blocks, files, VIEW_BLOCKS)
    return _modal("Quizsheet", blocks, origin, "", "")


def moment_view(origin: Origin) -> Json:
    """What is shown while the game takes longer than a dialog can wait."""
    blocks = rendered_blocks((Section(line("One moment, please.")),), None, 1)
    return _modal("One moment", blocks, origin, "moment", "")


def home_view(message: Message, files: Files | None = None) -> Json:
    """A member's own page as the app's Home tab."""
    return {"type": "home", "blocks": rendered_blocks(message.blocks, files, VIEW_BLOCKS)}


def _modal(title: str, blocks: list[Json], origin: Origin, callback: str, submit: str) -> Json:
    view: Json = {
        "type": "modal",
        "title": plain_text(title, _TITLE),
        "close": plain_text("Cancel" if submit else "Close", _BUTTON),
        "callback_id": callback,
        "private_metadata": origin.packed(),
        "blocks": blocks,
    }
    return view | {"submit": plain_text(submit, _BUTTON)} if submit else view


def _input(each: Input) -> Json:
    match each:
        case TextInput():
            return _field(each.name, each.label, _text(each), optional=not each.required)
        case ChoiceInput():
            options = [_choice(c.value, c.label) for c in each.choices[:_MOST_OPTIONS]]
            element: Json = {"type": "static_select", "action_id": "choice", "options": options}
            chosen = next((o for o in options if o["value"] == each.value and each.value), None)
            if chosen:
                element["initial_option"] = chosen
            return _field(each.name, each.label, element)
        case FileInput():
            return _field(each.name, each.label, _file(each.endings))


def _file(endings: tuple[str, ...] = ()) -> Json:
    element: Json = {"type": "file_input", "action_id": "file", "max_files": 1}
    return element | {"filetypes": list(endings)} if endings else element


def _field(name: str, label: str, element: Json, *, optional: bool = False) -> Json:
    return {
        "type": "input",
        "block_id": name,
        "label": plain_text(label, 2000),
        "optional": optional,
        "element": element,
    }


def _text(each: TextInput) -> Json:
    element: Json = {
        "type": "plain_text_input",
        "action_id": "text",
        "multiline": each.lines > 1,
        "max_length": max(1, min(each.max_length, _LONGEST_INPUT)),
    }
    if each.placeholder:
        element["placeholder"] = plain_text(each.placeholder, _PLACEHOLDER)
    if each.value:
        element["initial_value"] = each.value[: min(each.max_length, _LONGEST_INPUT)]
    return element


def choice_options(choices: Mapping[str, str]) -> list[Json]:
    """Options of a select by value, as many as Slack takes."""
    return [_choice(value, label) for value, label in list(choices.items())[:_MOST_OPTIONS]]


def _choice(value: str, label: str) -> Json:
    return {"text": plain_text(label, _OPTION), "value": cut(value, _OPTION_VALUE)}


def _option(option: Option, given: str) -> Json:
    """A field for a command's option, by its kind."""
    match option.kind:
        case OptionKind.SHEET | OptionKind.TERM:
            element: Json = {
                "type": "external_select",
                "action_id": COMPLETE,
                "min_query_length": 0 if option.kind is OptionKind.SHEET else 1,
                "placeholder": plain_text("Type to search", _PLACEHOLDER),
            }
            if given:
                element["initial_option"] = _choice(given, given)
        case OptionKind.MEMBER:
            element = {"type": "users_select", "action_id": "member"}
        case OptionKind.CHANNEL:
            element = {"type": "channels_select", "action_id": "channel"}
        case OptionKind.CHOICE:
            options = [_choice(c.value, c.label) for c in option.choices]
            element = {"type": "static_select", "action_id": "choice", "options": options}
        case OptionKind.NUMBER:
            element = {
                "type": "number_input",
                "action_id": "number",
                "is_decimal_allowed": False,
                **({"initial_value": given} if given.lstrip("-").isdigit() else {}),
            }
        case OptionKind.FILE:
            element = _file()
        case OptionKind.TEXT | OptionKind.GROUP:
            element = _text(TextInput(option.name, option.help, lines=3, value=given))
    return _field(option.name, option.help, element, optional=not option.required)
