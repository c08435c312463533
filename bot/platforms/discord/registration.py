"""Registering the command table with Discord, only when it has changed."""

import logging

import aiohttp
import discord

from bot.platforms.discord.intake import PLATFORM
from bot.platforms.discord.table import Translations, entries, fingerprint
from bot.platforms.platform import Responder
from bot.quiz.ports.store import StoreError
from bot.store import SqlStore

log = logging.getLogger(__name__)

_TEAM = f"{PLATFORM}:application"
"""The bot itself, under whose name the note stands; no server has this id."""
_NOTE = "commands"
_FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError, RuntimeError, StoreError)
"""A connection that ends meanwhile closes the session, which is a RuntimeError."""


async def register(
    client: discord.Client, responder: Responder, store: SqlStore, words: Translations | None = None
) -> bool:
    """Register the table if it differs from the last one registered; True if it was.

    Discord allows 200 new commands a day. A failure is logged: the old table goes on working.
    """
    application = client.application_id
    if application is None:
        return False
    table = entries(responder.table, words)
    wanted = fingerprint(table, str(application))
    try:
        if await store.note(_TEAM, _NOTE) == wanted:
            return False
        await client.http.bulk_upsert_global_commands(application, payload=table)  # type: ignore[arg-type]  # the same JSON under another name
        await store.save_note(_TEAM, _NOTE, wanted)
    except _FAILURES as error:
        log.error("The commands could not be registered with Discord: %s", type(error).__name__)
        return False
    return True
