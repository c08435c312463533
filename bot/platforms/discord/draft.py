"""Forms that somebody has open or may open again, with what they typed."""

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.model.action import Action
from bot.model.message import ChoiceInput, FileInput, Form, Input

REOPEN = "~form"
"""Verb of the buttons that open a kept form; the game has none that begins with a tilde."""
_KEPT = 5000


@dataclass(frozen=True, slots=True)
class Draft:
    """A form with the values so far and what is wrong with them."""

    form: Form
    errors: Mapping[str, str] = field(default_factory=dict)


class Drafts:
    """The latest forms of this process.

    Discord sends back what was typed but not the form, and a form cannot answer a form: what is
    to be corrected is kept here. After a restart the typed text is shown instead.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Draft] = OrderedDict()

    def opened(self, member_id: str, form: Form) -> None:
        """Remember a form that somebody sees now."""
        self._keep(f"{member_id} {form.action}", Draft(form))

    def sent(self, member_id: str, action: Action, values: Mapping[str, str]) -> Form | None:
        """The form that somebody sent, with what they typed; None if it is not known any more."""
        draft = self._kept.get(f"{member_id} {action}")
        return filled(draft.form, values) if draft else None

    def offer(self, draft: Draft) -> Action:
        """Keep a form to be opened by a button, and return the button's action."""
        token = secrets.token_urlsafe(12)
        self._keep(token, draft)
        return Action(REOPEN, (token,))

    def take(self, action: Action) -> Draft | None:
        """The form of a pressed button, or None."""
        return self._kept.get(action.arguments[0]) if action.arguments else None

    def _keep(self, key: str, draft: Draft) -> None:
        self._kept[key] = draft
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)


def filled(form: Form, values: Mapping[str, str]) -> Form:
    """A form with values in its inputs."""

    def fill(item: Input) -> Input:
        if isinstance(item, FileInput):
            return item
        value = values.get(item.name, item.value)
        if isinstance(item, ChoiceInput):
            known = any(choice.value == value for choice in item.choices)
            return replace(item, value=value) if known else item
        return replace(item, value=value)

    return replace(form, inputs=tuple(map(fill, form.inputs)))
