"""Look-ups: from a few typed words to the entry of the sheet that was meant."""

from bot.lookup.entry import asks_for_term
from bot.lookup.index import Hit, Index, build_index

__all__ = ["Hit", "Index", "asks_for_term", "build_index"]
