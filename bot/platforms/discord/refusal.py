"""What Discord says no to, in the words of the game: its errors as `ChatError`s."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.platforms.discord.permission import HISTORY, NEEDED, Permission
from bot.quiz.ports.chat import Busy, ChatError, Gone, Refused, Revoked, Unfit, Unreachable

UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_USER = 10003, 10004, 10008, 10013
UNKNOWN_MEMBER = 10007
NO_ACCESS, NO_PERMISSION = 50001, 50013
NO_DIRECT_MESSAGES = 50007
WRONG_CHANNEL = (50008, 50024)
ARCHIVED, THREAD_EXISTS, THREAD_LOCKED = 50083, 160004, 160005
NO_HISTORY = 160002
"""Replying needs the permission to read the history."""
TOO_MANY_THREADS = (30033, 160006, 160007)
HELD_BACK = (200000, 200001, 240000)
FOR_A_WHILE = (40004, 40006)
"""Sending, or a feature, is switched off by Discord itself."""
STRANGERS = 50278
"""A private message to somebody who shares no server with the bot."""
LATE = 10062
ANSWERED = 40060
EXPIRED = (10015, 50027)

_GONE = {
    UNKNOWN_CHANNEL: "the channel was deleted",
    UNKNOWN_MESSAGE: "the message was deleted",
    UNKNOWN_USER: "the person is not on Discord any more",
}


def chat_error(error: discord.HTTPException, absent: tuple[Permission, ...] = ()) -> ChatError:
    """The error of a request; `absent` are the permissions known to be missing there."""
    code = error.code
    if error.status == 429:
        return Busy(waiting(error))
    if code in _GONE:
        return Gone(_GONE[code])
    if code == UNKNOWN_GUILD:
        return Revoked("the bot is no longer in the server")
    if code in (NO_ACCESS, NO_PERMISSION):
        return lacking(absent)
    if code in FOR_A_WHILE:
        return Unreachable(f"Discord switched that off for a while (code {code})")
    if code in TOO_MANY_THREADS:
        return Refused(
            "I can't begin a thread there: it has as many active ones as Discord allows.",
            "Close some that are over.",
        )
    if code in (NO_DIRECT_MESSAGES, STRANGERS):
        return Refused(
            "They do not take private messages from me.",
            "They can allow them: right-click the server, Privacy Settings, Direct Messages.",
        )
    if code == THREAD_LOCKED:
        return Refused("I can't post in the thread: it is locked.", UNLOCK)
    if code == NO_HISTORY:
        return lacking((HISTORY,))
    if code in WRONG_CHANNEL:
        return Refused(
            "I can't post in this kind of channel.",
            "Use /quizmaster schedule in a text channel, a forum or a thread.",
        )
    if code in HELD_BACK:
        return Unfit(
            "The server's moderation rules held my message back. Exempt me in Server Settings, "
            "Safety Setup, AutoMod."
        )
    if error.status == 401 or error.status >= 500:
        # A token that is refused is noticed by the connection, which ends; no team lost us.
        return Unreachable(f"Discord answered {error.status}")
    if error.status == 403:
        return Refused(
            f"Discord does not let me do that (its code {code}).",
            "Look whether my permissions are all there: Edit Channel, Permissions.",
        )
    return Unfit(
        "Discord did not accept a message of mine. Please tell the people who run this bot "
        f"(Discord's code {code or error.status})."
    )


@contextmanager
def explained() -> Iterator[None]:
    """Whatever goes wrong at Discord within leaves as a `ChatError`."""
    try:
        yield
    except discord.RateLimited as error:
        raise Busy(error.retry_after) from None
    except discord.HTTPException as error:
        raise chat_error(error) from None
    except (aiohttp.ClientError, OSError, RuntimeError) as error:
        # A session that was closed under a request raises RuntimeError.
        raise Unreachable(f"Discord could not be reached ({type(error).__name__})") from None
    except discord.InvalidData:
        raise Gone("the channel is of a kind that is not known") from None


UNLOCK = "Unlock it, or bring the quiz to another channel with /quizmaster move there."


def lacking(absent: tuple[Permission, ...], where: str = "this channel") -> Refused:
    """A permission is missing in a channel; which, and how to give it."""
    if not absent:
        names = ", ".join(permission.name for permission in NEEDED)
        return Refused(
            f"I am not allowed to post in {where}.",
            f"Give me these permissions in Edit Channel, Permissions: {names}.",
        )
    names = ", ".join(permission.name for permission in absent)
    one = len(absent) == 1
    return Refused(
        f"I lack {'a permission' if one else 'permissions'} in {where}: {names}.",
        f"Give me {'it' if one else 'them'}: Edit Channel, Permissions, add my role, allow {names}.",
    )


def waiting(error: discord.HTTPException) -> float:
    """Seconds that a 429 asks to wait."""
    try:
        return max(1.0, float(error.response.headers.get("Retry-After", "")))
    except ValueError:
        return 60.0
