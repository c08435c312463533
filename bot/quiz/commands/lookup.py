"""Look-ups in the sheet, withheld where they would answer an open question."""

from dataclasses import replace

from bot.grading import normalise
from bot.lookup import Hit
from bot.model.command import Command, Option, OptionKind
from bot.model.event import Actor, Call, Press
from bot.model.message import Reply, Say, Visibility
from bot.model.round import Round
from bot.model.text import plain
from bot.quiz.actions import ENTRY, SHARE, EntryOf
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.messages import lookup as messages
from bot.quiz.messages.formatting import at
from bot.quiz.services.library import Book
from bot.quiz.services.services import Services

_RESULTS = 5
_LONGEST = 200
"""Characters of a query that are looked at."""
_QUERY = Option("query", "A term or a few words", OptionKind.TERM, required=True)


async def lookup(services: Services, call: Call) -> Reply:
    """Find what was meant and show it, with what else it might have been."""
    query = str(call.arguments[_QUERY.name])[:_LONGEST]
    book = await _book(services, call.actor)
    hits = book.index.search(query, _RESULTS)
    waiting = await services.withholding.of(call.actor, book, [hit.question for hit in hits])
    if hits and hits[0].found:
        round_ = waiting.round_of(hits[0].question)
        if round_ is not None and _words(query) <= _words(round_.question.prompt):
            return _withheld(services, call.actor, round_)
    open_hits = [hit for hit in hits if waiting.round_of(hit.question) is None]
    found = [hit for hit in open_hits if hit.found]
    if not found:
        # The same for words that nobody knows and for those of a withheld answer: else a
        # look-up would tell whether a guess is right.
        return Say(messages.nothing(query, open_hits, withheld=bool(waiting)))
    return Say(messages.card(found[0], found[1:], book.sheet.title))


async def press_entry(services: Services, press: Press, entry: EntryOf) -> Reply:
    """One of the alternatives."""
    book, hit = await _entry(services, press.actor, entry)
    waiting = await services.withholding.of(press.actor, book, [hit.question])
    round_ = waiting.round_of(hit.question)
    if round_ is not None:
        return replace(_withheld(services, press.actor, round_), replaces=True)
    return Say(messages.card(hit, (), book.sheet.title), replaces=True)


async def press_share(services: Services, press: Press, entry: EntryOf) -> Reply:
    """Show an entry to the channel, unless somebody there could still answer it."""
    book, hit = await _entry(services, press.actor, entry)
    waiting = await services.withholding.of(press.actor, book, [hit.question])
    round_ = (await services.withholding.of_anybody(press.actor, waiting)).round_of(hit.question)
    if round_ is not None:
        when = plain(at(round_.closes_at, services.clock.now(), round_.zone))
        raise BadArgument(f"That is today's question. It can be shared after it closes {when}.")
    card = messages.card(hit, (), book.sheet.title, shareable=False)
    return Say(card, Visibility.CHANNEL)


async def _book(services: Services, actor: Actor) -> Book:
    return await services.library.book_for(actor.team_id, actor.channel_id)


async def _entry(services: Services, actor: Actor, entry: EntryOf) -> tuple[Book, Hit]:
    book = await _book(services, actor)
    hit = book.index.entry(entry.question_id)
    if hit is None:
        raise UnknownAction
    return book, hit


def _withheld(services: Services, actor: Actor, round_: Round) -> Say:
    """The way to the answer; a question of another channel is answered there, or not at all."""
    if (round_.team_id, round_.channel_id) == (actor.team_id, actor.channel_id):
        return Say(messages.withheld(round_))
    return Say(messages.withheld_elsewhere(round_, services.clock.now()))


def _words(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


ROUTES = Routes(
    commands={Command(("lookup",), "Look something up in the sheet", (_QUERY,)): lookup},
    presses=(On(ENTRY, press_entry), On(SHARE, press_share)),
)
