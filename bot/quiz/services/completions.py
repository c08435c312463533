"""Completions: values for an option while it is typed."""

from bot.model.command import CommandTable, OptionKind
from bot.model.event import Completion
from bot.model.message import Choice
from bot.quiz.services.library import Library


class Completions:
    """Offers the values that an option could have."""

    def __init__(self, library: Library, table: CommandTable) -> None:
        self._library = library
        self._table = table

    async def offered(self, completion: Completion) -> tuple[Choice, ...]:
        """What fits what was typed so far, best first; raises `NoSheet` where there is none."""
        command = self._table.find(completion.path)
        option = command.option(completion.option) if command else None
        if option is None:
            return ()
        actor, typed = completion.actor, completion.typed.casefold()
        match option.kind:
            case OptionKind.SHEET:
                entries = await self._library.entries(actor.team_id)
                return tuple(Choice(e.id, e.title) for e in entries if typed in e.title.casefold())
            case OptionKind.TERM:
                book = await self._library.book_for(actor.team_id, actor.channel_id)
                titles = book.index.complete(completion.typed)
                return tuple(Choice(title, title) for title in titles)
            case _:
                return tuple(c for c in option.choices if typed in c.label.casefold())
