"""What somebody did on Discord, in the words of the product."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import discord

from bot.model.action import Action
from bot.model.command import CommandTable
from bot.model.event import Actor, Argument, Call, Completion, Event, Point, Press, Submission
from bot.model.rights import Rights
from bot.model.round import MessageRef
from bot.platforms.discord.modal import filled
from bot.platforms.discord.table import ATTACHMENT, MESSAGE, USER

PLATFORM = "discord"
_FOCUSED = "focused"

Data = Mapping[str, Any]
"""The raw part of an interaction; Discord's own JSON, typed only where it is read."""


def team_id(guild_id: int | str) -> str:
    """The team of a server, or of a person who uses the bot without one."""
    return f"{PLATFORM}:{guild_id}"


def in_discord(team: str) -> str:
    """The server's or person's own id in a team id."""
    return team.partition(":")[2]


def actor_of(interaction: discord.Interaction[Any]) -> Actor:
    """Who did it, and where; the home of the quiz, not the thread under a post of ours."""
    user, place = interaction.user, home_of(interaction.channel, interaction.application_id)
    # Commands on a person's own account also work in servers that never added the bot: there,
    # and in private, the person is a team of one.
    guild = interaction.client.get_guild(interaction.guild_id or 0)
    parent = place.parent_id if isinstance(place, discord.Thread) else None
    return Actor(
        team_id=team_id(guild.id if guild else user.id),
        channel_id=str(place.id if place else interaction.channel_id or ""),
        member_id=str(user.id),
        name=user.display_name,
        channel_name=getattr(place, "name", None) or "",
        parent_id=str(parent or ""),
        team_name=(guild.name if guild else "") or "",
        rights=_rights(interaction) if guild else alone(interaction.context.dm_channel),
    )


def _rights(interaction: discord.Interaction[Any]) -> Rights:
    user, held = interaction.user, interaction.permissions
    return member_rights(held, user.roles if isinstance(user, discord.Member) else ())


def member_rights(held: discord.Permissions, roles: Iterable[discord.Role]) -> Rights:
    """The rights of a member of a server, by their permissions and roles there."""
    manages = held.manage_guild or held.administrator
    return Rights(manages=manages, groups=frozenset(str(role.id) for role in roles))


def alone(private: bool) -> Rights:
    """The rights of a person in their team of one: it is theirs in the conversation with the bot,
    and settles nothing in a server or a group in which they merely stand.
    """
    return Rights(manages=private, groups=frozenset())


def home_of(place: Any, own_id: int) -> Any:
    """The channel whose quiz is meant: a forum for its posts, a channel for our thread in it."""
    if not isinstance(place, discord.Thread) or place.parent is None:
        return place
    ours = isinstance(place.parent, discord.ForumChannel) or place.owner_id == own_id
    return place.parent if ours else place


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came in by an interaction."""

    event: Event | Completion
    files: Mapping[str, Data] = field(default_factory=dict)
    """Discord's descriptions of the files that came along, by the names of inputs or options."""


def arrival(interaction: discord.Interaction[Any], table: CommandTable) -> Arrival | None:
    """The event with what came along, or None for what the bot does not know."""
    data = _data(interaction)
    actor, key = actor_of(interaction), str(interaction.id)
    match interaction.type:
        case discord.InteractionType.component:
            return Arrival(Press(actor, Action.parse(str(data["custom_id"])), key))
        case discord.InteractionType.modal_submit:
            action, sent = Action.parse(str(data["custom_id"])), filled(data.get("components"))
            event = Submission(actor, action, sent.values, key)
            return Arrival(event, _described(data, sent.files))
        case discord.InteractionType.autocomplete:
            return _completion(actor, data)
        case discord.InteractionType.application_command:
            return _command(interaction, actor, data, table)
        case _:
            return None


def _command(
    interaction: discord.Interaction[Any], actor: Actor, data: Data, table: CommandTable
) -> Arrival:
    kind, target, key = data.get("type"), str(data.get("target_id", "")), str(interaction.id)
    label = str(data["name"])
    if kind == USER:
        about = next((menu for menu in table.member_menus if menu.label == label), None)
        if about is None:
            return Arrival(Call(actor, (label,), {}, key))
        given = {about.option: target}
        return Arrival(Call(actor, about.command.path, given, key, names=_names(data)))
    if kind == MESSAGE:
        menu = next((menu for menu in table.message_menus if menu.label == label), None)
        if menu is None:
            # Of another version: whoever chose it hears that it is not known.
            return Arrival(Call(actor, (label,), {}, key))
        message = data["resolved"]["messages"][target]
        post = _post_of(interaction.channel, interaction.application_id, str(message["id"]))
        place, message_id = post or (str(message["channel_id"]), str(message["id"]))
        return Arrival(Point(actor, menu.verb, MessageRef(actor.team_id, place, message_id), key))
    path, options = _path(data)
    files = {str(o["name"]): str(o["value"]) for o in options if o["type"] == ATTACHMENT}
    event = Call(actor, path, dict(_arguments(options)), key, names=_names(data))
    return Arrival(event, _described(data, files))


def _described(data: Data, files: Mapping[str, str]) -> Mapping[str, Data]:
    known = (data.get("resolved") or {}).get("attachments") or {}
    return {name: known[identity] for name, identity in files.items() if identity in known}


def _names(data: Data) -> Mapping[str, str]:
    """What Discord calls the people, roles and channels that options name, by id."""
    resolved: Data = data.get("resolved") or {}
    nicks = {id_: each.get("nick") for id_, each in (resolved.get("members") or {}).items()}
    people = {
        id_: nicks.get(id_) or each.get("global_name") or each.get("username")
        for id_, each in (resolved.get("users") or {}).items()
    }
    places = [*(resolved.get("roles") or {}).items(), *(resolved.get("channels") or {}).items()]
    names = people | {id_: each.get("name") for id_, each in places}
    return {str(id_): str(name) for id_, name in names.items() if name}


def _post_of(place: Any, own_id: int, message_id: str) -> tuple[str, str] | None:
    """Channel and id of the post whose thread holds a message; None outside our threads.

    A thread has the id of the message that began it; a forum's stands in the thread itself.
    """
    if not isinstance(place, discord.Thread) or place.owner_id != own_id:
        return None
    if message_id == str(place.id):
        return None
    forum = isinstance(place.parent, discord.ForumChannel)
    return str(place.id if forum else place.parent_id), str(place.id)


def pointed_author(interaction: discord.Interaction[Any]) -> int | None:
    """Who wrote the message of a message command; None for any other interaction.

    What came through a webhook has no author that could be the bot.
    """
    data = _data(interaction)
    if interaction.type is not discord.InteractionType.application_command:
        return None
    if data.get("type") != MESSAGE:
        return None
    message = data["resolved"]["messages"][str(data["target_id"])]
    hooked = message.get("webhook_id") not in (None, str(interaction.application_id))
    return 0 if hooked else int(message["author"]["id"])


def _data(interaction: discord.Interaction[Any]) -> Data:
    data: Any = interaction.data or {}
    return cast("Data", data)


def _path(data: Data) -> tuple[tuple[str, ...], list[Data]]:
    path, options = [str(data["name"])], list(data.get("options") or [])
    while options and options[0]["type"] in (1, 2):
        path.append(str(options[0]["name"]))
        options = list(options[0].get("options") or [])
    return tuple(path), options


def _arguments(options: list[Data]) -> Iterator[tuple[str, Argument]]:
    for option in options:
        if option["type"] == ATTACHMENT:
            continue
        value = option["value"]
        whole = isinstance(value, int) and not isinstance(value, bool)
        yield str(option["name"]), value if whole else str(value)


def _completion(actor: Actor, data: Data) -> Arrival | None:
    path, options = _path(data)
    for option in options:
        if option.get(_FOCUSED):
            name, typed = str(option["name"]), str(option["value"])
            return Arrival(Completion(actor, path, name, typed))
    return None
