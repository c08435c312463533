"""The app manifest: everything that Slack has to know, made from the command table."""

from collections.abc import Sequence

from bot.model.command import Command, CommandTable
from bot.platforms.slack.text import Json, cut

SCOPES = (
    "commands",
    "chat:write",
    "users:read",
    "files:write",
    "im:write",
    "channels:read",
    "groups:read",
)
"""The fewest that do the job: slash commands, posts, names and rights, pictures, private words, and
whether a channel can be posted in before that is promised.
"""
UPLOAD_SCOPES = ("files:read",)
"""Needed only where quizmasters bring sheets as files."""
GROUP_SCOPES = ("usergroups:read",)
"""Needed only where a user group is made quizmaster."""
CHANNEL_EVENTS = (
    "channel_archive",
    "channel_unarchive",
    "channel_deleted",
    "channel_rename",
    "channel_left",
    "group_archive",
    "group_unarchive",
    "group_deleted",
    "group_rename",
    "group_left",
    "member_joined_channel",
)
"""After which a quiz may have to rest in a channel, or could go on there."""
EVENTS = ("app_home_opened", "app_uninstalled", "tokens_revoked", *CHANNEL_EVENTS)

_HINT, _HELP, _NAME, _ABOUT = 1000, 2000, 24, 150
_DESCRIPTION = "Turns your team's cheat sheet into a daily quiz."


def scopes(*, uploads: bool, groups: bool) -> list[str]:
    """What the app asks to be let do."""
    return [*SCOPES, *(UPLOAD_SCOPES if uploads else ()), *(GROUP_SCOPES if groups else ())]


def manifest(
    table: CommandTable,
    url: str = "",
    *,
    org: bool = False,
    rotation: bool = False,
    uploads: bool = False,
    groups: bool = False,
) -> Json:
    """The manifest as JSON takes it (schema 2.0.0).

    Without `url` the app connects by Socket Mode; with it, Slack sends requests to that address,
    and people install the app from there. `org` allows it for a whole organisation, `uploads` lets
    quizmasters bring sheets as files, and `groups` lets user groups be quizmasters.
    """
    events = f"{url.rstrip('/')}/slack/events" if url else ""
    oauth: Json = {"scopes": {"bot": scopes(uploads=uploads, groups=groups)}}
    if url:
        oauth["redirect_urls"] = [f"{url.rstrip('/')}/slack/oauth_redirect"]
    return {
        "_metadata": {"major_version": 2, "minor_version": 0},
        "display_information": {
            "name": "Quizsheet",
            "description": _DESCRIPTION,
            "background_color": "#1f4e5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "quizsheet", "always_online": True},
            "shortcuts": [
                {
                    "name": cut(menu.label, _NAME),
                    "type": "message",
                    "callback_id": menu.verb,
                    "description": cut(menu.help, _ABOUT),
                }
                for menu in table.message_menus
            ],
            "slash_commands": _slash_commands(table, events),
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {**_request(events), "bot_events": list(EVENTS)},
            "interactivity": {
                "is_enabled": True,
                **_request(events),
                **({"message_menu_options_url": events} if events else {}),
            },
            "org_deploy_enabled": org,
            "socket_mode_enabled": not events,
            "token_rotation_enabled": rotation,
        },
    }


def _request(events: str) -> Json:
    return {"request_url": events} if events else {}


def _slash_commands(table: CommandTable, events: str) -> list[Json]:
    """One slash command for each first word, with what it or its group is for; its second words
    and options are the hint.
    """
    about = {group.name: group.help for group in table.groups}
    made: list[Json] = []
    for first in dict.fromkeys(command.path[0] for command in table.commands):
        own = [command for command in table.commands if command.path[0] == first]
        whole = table.find((first,))
        described: Json = {
            "command": f"/{first}",
            "description": cut(whole.help if whole else about[first], _HELP),
            "should_escape": True,
        }
        if hint := _hint(own):
            described["usage_hint"] = cut(hint, _HINT)
        made.append(described | ({"url": events} if events else {}))
    return made


def _hint(commands: Sequence[Command]) -> str:
    if len(commands) == 1 and len(commands[0].path) == 1:
        return " ".join(f"[{option.help.lower()}]" for option in commands[0].options)
    words = [" ".join(command.path[1:]) for command in commands if command.path[1:]]
    return f"[{' | '.join(words)}]" if words else ""
