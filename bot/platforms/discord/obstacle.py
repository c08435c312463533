"""What keeps a quiz out of a channel of Discord, found before anything is posted there."""

from typing import Any

import discord

from bot.model.obstacle import Obstacle
from bot.platforms.discord import refusal
from bot.platforms.discord.permission import (
    CONNECT,
    EMBED,
    HISTORY,
    SEND,
    SEND_IN_THREADS,
    VIEW,
    Permission,
    missing,
)

_USUAL = (VIEW, SEND, EMBED, HISTORY)
_OTHER = "Type /quizmaster schedule in a text channel, a forum or a thread."


def obstacle(place: Any) -> Obstacle | None:
    """What stands in the way in a channel as the gateway told it; None for a private conversation,
    and for what is not known.

    Threads are begun where that is allowed; where it is not, the answer stands under the post as
    a reply, so that permission is no obstacle.
    """
    if isinstance(place, discord.CategoryChannel):
        return Obstacle(f"{place.name} is a category: nothing can be posted in it itself.", _OTHER)
    if isinstance(place, discord.Thread) and place.locked and not _may_unlock(place):
        return Obstacle(f"I can't post in the thread {place.name}: it is locked.", refusal.UNLOCK)
    if not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return None
    if _is_timed_out(place):
        return Obstacle(
            f"I can't post in #{place.name}: I was given a timeout in this server.",
            "Remove it: right-click me in the list of members, Remove Timeout.",
        )
    absent = absent_in(place, wanted_in(place))
    return refusal.lacking(absent, f"#{place.name}").obstacle if absent else None


def wanted_in(place: Any) -> tuple[Permission, ...]:
    """What a post, its thread and a reply under it need in a kind of channel."""
    if isinstance(place, discord.Thread):
        return (VIEW, SEND_IN_THREADS, EMBED, HISTORY)
    if isinstance(place, discord.ForumChannel):
        return (*_USUAL, SEND_IN_THREADS)
    if isinstance(place, discord.VoiceChannel | discord.StageChannel):
        return (*_USUAL, CONNECT)
    threads = _begins_threads(place)
    return (*_USUAL, *((SEND_IN_THREADS,) if threads else ()))


def absent_in(place: Any, wanted: tuple[Permission, ...]) -> tuple[Permission, ...]:
    """Those of some permissions that the bot lacks there; none where that cannot be known."""
    try:
        held = place.permissions_for(place.guild.me)
    except (discord.ClientException, AttributeError):
        return ()
    return missing(held.value, wanted)


def _begins_threads(place: Any) -> bool:
    try:
        return bool(place.permissions_for(place.guild.me).create_public_threads)
    except (discord.ClientException, AttributeError):
        return False


def _may_unlock(thread: discord.Thread) -> bool:
    try:
        return thread.permissions_for(thread.guild.me).manage_threads
    except (discord.ClientException, AttributeError):
        return False


def _is_timed_out(place: Any) -> bool:
    me = place.guild.me
    return bool(me is not None and me.is_timed_out())
