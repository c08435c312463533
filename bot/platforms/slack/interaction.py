"""What somebody did in Slack, read once into a value: who, in which team, where, under which key,
and how they can be reached.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import blake2b
from typing import TypeVar

import msgspec

from bot.model.round import MessageRef
from bot.platforms.slack.commands import Mention, mentioned, typed_line
from bot.platforms.slack.events import Filled, Notification, Payload, SentFile, Typed, View
from bot.platforms.slack.provenance import organisation_in, workspace_in
from bot.platforms.slack.text import Json

T = TypeVar("T")
PLATFORM = "slack"
LONGEST = 3000
"""Characters that a view carries along."""


def team_id_of(workspace: str) -> str:
    """A workspace's (or organisation's) id at Slack as a team id."""
    return f"{PLATFORM}:{workspace}"


def workspace_of(team_id: str) -> str:
    """Slack's own id in a team id."""
    return team_id.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Origin:
    """The place to which what follows belongs, and how to answer there.

    Travels in a view's private metadata. That is our word and nobody else's: only the app writes
    it, Slack shows it to nobody, and gives it back under its signature.
    """

    channel_id: str = ""
    channel_name: str = ""
    response_url: str = field(default="", repr=False)
    private: bool = False
    """Whether it began on a message that only this person sees."""
    opened_by: str = ""
    """The action or command line that opened the dialog, to open it again."""
    largest: int = 0
    """Bytes of the largest file that the dialog takes; 0 where it takes none."""
    workspace: str = ""
    """The workspace where it began, under an organisation's install: of a dialog there, Slack may
    name the organisation alone.
    """

    def packed(self) -> str:
        """As a view carries it."""
        packed = msgspec.json.encode(self).decode()
        return packed if len(packed) <= LONGEST else replace(self, response_url="").packed()

    @classmethod
    def unpacked(cls, text: str) -> "Origin":
        """What `packed` wrote; an empty origin for anything else."""
        try:
            return msgspec.json.decode(text.encode(), type=cls)
        except msgspec.DecodeError:
            return cls()


@dataclass(frozen=True, slots=True)
class Person:
    """Who did it, as far as Slack says so at once."""

    id: str
    name: str = ""
    home: str = ""
    """The workspace that they come from; empty if Slack does not say."""
    domain: str = ""
    """The domain of that workspace, where it is known."""
    guest: bool = False
    """Whether they come from another workspace, by all that the payload says."""
    noted: bool = True
    """Whether a guest's workspace stands behind the name; who types a command is none."""


class Surface(StrEnum):
    """What the person has in front of them."""

    CHANNEL = "channel"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Interaction:
    """Who did something, where, and by which ways they can be reached. What was pressed or typed
    stands in `origin.opened_by`.
    """

    team_id: str
    person: Person
    origin: Origin = Origin()
    key: str = ""
    """The id under which this was delivered; the same for every repetition."""
    team_name: str = ""
    org_id: str = ""
    """The organisation (as a team id) whose install lets the bot in; empty for a workspace's own."""
    trigger_id: str = ""
    """Opens one dialog within three seconds."""
    surface: Surface = Surface.CHANNEL
    view_id: str = ""
    """The dialog in which it happened."""
    waiting: str = ""
    """The dialog that asks for a moment's patience, once it is open."""
    repeated: bool = False
    """Whether Slack delivered this before."""
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    """Who and what was mentioned in a typed line, by id."""

    @property
    def names(self) -> dict[str, str]:
        """What Slack calls those who were mentioned, by id, as far as it says so."""
        return {id_: each.name for id_, each in self.mentions.items() if each.name}


@dataclass(frozen=True, slots=True)
class MessagePointed:
    """A message shortcut."""

    at: Interaction
    verb: str
    message: MessageRef


@dataclass(frozen=True, slots=True)
class DialogSent:
    """A dialog with what was filled in, by the names of its fields."""

    at: Interaction
    action: str
    """What the dialog answers."""
    names: tuple[str, ...]
    values: Mapping[str, str]
    """What was typed or chosen."""
    files: Mapping[str, SentFile]
    """What was handed over."""
    content_key: str
    """The dialog with these very words: sent again, by Slack or by a person, it is the same."""
    raw: Json
    """The dialog as Slack sent it."""


@dataclass(frozen=True, slots=True)
class OptionsWanted:
    """A field of a dialog that completes what was typed so far."""

    at: Interaction
    action: str
    """What the dialog answers."""
    option: str
    typed: str


def decoded(body: Mapping[str, object], kind: type[T]) -> T:
    """A payload in our words; what Slack leaves out and what it calls null are the same."""
    return msgspec.convert(_without_nulls(body), kind)


# In each of these `only` is the one team that there is; it is empty where there are many.


def command_typed(body: Mapping[str, object], only: str, *, repeated: bool) -> Interaction:
    """A slash command."""
    typed = decoded(body, Typed)
    line = typed_line(typed.command, typed.text)
    org = typed.is_enterprise_install in (True, "true")
    workspace = typed.team_id if org else ""
    channel = (typed.channel_id, typed.channel_name, typed.response_url)
    return Interaction(
        team_id=only or team_id_of(typed.team_id),
        person=Person(typed.user_id, typed.user_name or typed.user_id, noted=False),
        origin=Origin(*channel, opened_by=line, workspace=workspace),
        key=_key(typed.trigger_id),
        team_name=typed.team_domain if org else "",
        org_id=team_id_of(typed.enterprise_id) if org and typed.enterprise_id else "",
        trigger_id=typed.trigger_id,
        repeated=repeated,
        mentions=mentioned(typed.text),
    )


def button_pressed(body: Mapping[str, object], only: str, *, repeated: bool) -> Interaction:
    """A button; `opened_by` is empty for one that is not ours."""
    payload = decoded(body, Payload)
    value = payload.actions[0].value if payload.actions else ""
    at = _interaction(payload, only, _key(payload.trigger_id, value), repeated=repeated)
    return replace(at, origin=replace(at.origin, opened_by=value))


def message_pointed(body: Mapping[str, object], only: str, *, repeated: bool) -> MessagePointed:
    """A message shortcut."""
    payload = decoded(body, Payload)
    at = _interaction(payload, only, _key(payload.trigger_id), repeated=repeated)
    message = payload.message
    ref = MessageRef(
        at.team_id,
        at.origin.channel_id,
        message.ts if message else "",
        message.thread_ts if message else "",
    )
    return MessagePointed(at, payload.callback_id, ref)


def dialog_sent(body: Mapping[str, object], only: str, *, repeated: bool) -> DialogSent:
    """A dialog that was sent."""
    payload = decoded(body, Payload)
    view = payload.view or View()
    given = view.state.values if isinstance(view.state.values, dict) else {}
    fields = {name: next(iter(each.values()), Filled()) for name, each in given.items()}
    raw = body.get("view")
    at = _interaction(payload, only, _key(payload.trigger_id, view.id), repeated=repeated)
    return DialogSent(
        at=replace(at, trigger_id="", surface=Surface.CHANNEL),
        action=view.callback_id,
        names=tuple(fields),
        values={name: _text(field) for name, field in fields.items() if not field.files},
        files={name: field.files[0] for name, field in fields.items() if field.files},
        content_key=_key(view.id, view.hash, repr(sorted(fields.items()))),
        raw=raw if isinstance(raw, dict) else {},
    )


def options_wanted(body: Mapping[str, object], only: str) -> OptionsWanted:
    """A field that wants completion."""
    payload = decoded(body, Payload)
    action = payload.view.callback_id if payload.view else ""
    at = _interaction(payload, only, "", repeated=False)
    return OptionsWanted(at, action, payload.block_id, (payload.value or "").strip())


def app_opened(told: Notification, only: str) -> Interaction:
    """Somebody opened the app."""
    team_id = only or team_id_of(told.team_id)
    org = told.enterprise_id if told.org else ""
    visitor = Person(told.event.user, told.event.user, workspace_of(team_id))
    return Interaction(
        team_id, visitor, org_id=team_id_of(org) if org else "", surface=Surface.HOME
    )


def _interaction(payload: Payload, only: str, key: str, *, repeated: bool) -> Interaction:
    view, team = payload.view, payload.team
    origin = _origin(payload)
    workspace = workspace_in(payload, origin.workspace)
    team_id = only or team_id_of(workspace)
    shared = payload.is_enterprise_install in (True, "true")
    org = organisation_in(payload, workspace) if shared else ""
    surface = Surface.CHANNEL
    if view is not None:
        surface = Surface.HOME if view.type == "home" else Surface.MODAL
    return Interaction(
        team_id=team_id,
        person=_person(payload, workspace_of(team_id)),
        origin=replace(origin, workspace=workspace if shared else ""),
        key=key,
        team_name=team.name if team else "",
        org_id=team_id_of(org) if org else "",
        trigger_id=payload.trigger_id,
        surface=surface,
        view_id=view.id if view else "",
        repeated=repeated,
    )


def _person(payload: Payload, workspace: str) -> Person:
    user, team = payload.user, payload.team
    return Person(
        id=user.id,
        name=user.name or user.username or user.id,
        home=user.team_id,
        domain=team.domain if team and team.id == user.team_id else "",
        guest=payload.enterprise is None and user.team_id not in ("", workspace),
    )


def _origin(payload: Payload) -> Origin:
    """The place of an event; in a dialog it is where the dialog came from."""
    view, channel = payload.view, payload.channel
    if view is not None and view.type == "modal":
        return Origin.unpacked(view.private_metadata)
    if channel is None:
        return Origin()
    private = payload.container.is_ephemeral
    return Origin(channel.id, channel.name, payload.response_url, private)


def _text(field: Filled) -> str:
    """What was typed or chosen; empty if nothing."""
    chosen = field.selected_option.value if field.selected_option else ""
    return field.value or chosen or field.selected_user or field.selected_channel or ""


def _key(*parts: str) -> str:
    """A short name for something that Slack calls by a long or telling one."""
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _without_nulls(value: object) -> object:
    if isinstance(value, Mapping):
        return {
            name: _without_nulls(each)
            for name, each in value.items()
            if each is not None and name != "blocks"
        }
    if isinstance(value, list):
        return [_without_nulls(each) for each in value]
    return value
