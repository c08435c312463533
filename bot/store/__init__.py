"""The room that remembers: SQLite or PostgreSQL behind the game's port, and the only SQL there is."""

from bot.store.store import SqlStore, open_store
from bot.store.transcript import TranscriptMessage

__all__ = ["SqlStore", "TranscriptMessage", "open_store"]
