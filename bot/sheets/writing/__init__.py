"""Questions → files: what `bot.sheets` reads, written again for a team to take along."""

from bot.sheets.writing.writer import Unavailable, Writer
from bot.sheets.writing.writers import WRITERS, writer_named

__all__ = ["WRITERS", "Unavailable", "Writer", "writer_named"]
