"""Links that add the bot to a server or to a person's own account."""

import base64
import binascii
from collections.abc import Mapping
from urllib.parse import urlencode

from bot.platforms.discord.permission import number
from bot.platforms.platform import Misconfigured

_AUTHORIZE = "https://discord.com/oauth2/authorize"
_GUILD, _USER = 0, 1


def application_id(environment: Mapping[str, str]) -> str:
    """The application's id: set, or read from the token, whose first part holds it."""
    if given := environment.get("DISCORD_APPLICATION_ID", "").strip():
        if given.isdigit():
            return given
        raise Misconfigured(
            "DISCORD_APPLICATION_ID is not a number. Copy it from General Information at "
            "https://discord.com/developers/applications."
        )
    head = environment.get("DISCORD_TOKEN", "").strip().partition(".")[0]
    try:
        found = base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        found = ""
    if not found.isdigit():
        raise Misconfigured(
            "Set DISCORD_TOKEN to the bot's token, or DISCORD_APPLICATION_ID to its application "
            "id; both are at https://discord.com/developers/applications."
        )
    return found


def server_link(application: str) -> str:
    """Adds the bot to a server, with the fewest permissions."""
    return _link(
        client_id=application,
        scope="bot applications.commands",
        permissions=str(number()),
        integration_type=str(_GUILD),
    )


def person_link(application: str) -> str:
    """Adds the commands to one person's account, to use anywhere."""
    return _link(client_id=application, scope="applications.commands", integration_type=str(_USER))


def _link(**query: str) -> str:
    return f"{_AUTHORIZE}?{urlencode(query)}"
