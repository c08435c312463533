"""Look-ups in the sheet, withheld where they would answer an open question."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.grading import normalise
from bot.lookup import Hit, Index
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Reply, Say, Visibility
from bot.model.question import Question
from bot.model.round import Round
from bot.quiz.commands.command import Command
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.errors import BadArgument, NoSheet, UnknownAction
from bot.quiz.library import Book
from bot.quiz.speech import lookup as speech
from bot.quiz.speech.moment import at

if TYPE_CHECKING:
    from bot.quiz.game import Game

_RESULTS = 5
_LONGEST = 200
"""Characters of a query that are looked at."""


async def lookup(game: "Game", call: Call) -> Reply:
    """Find what was meant and show it, with what else it might have been."""
    query = str(call.arguments["query"])[:_LONGEST]
    book = await book_of(game, call.actor)
    hits = book.index.search(query, _RESULTS)
    waiting = await _waiting(game, call.actor)
    if hits and hits[0].found:
        round_ = _opens_round(hits[0].question, waiting, book)
        if round_ is not None and _words(query) <= _words(round_.question.prompt):
            return _withheld(game, call.actor, round_)
    open_hits = [hit for hit in hits if _opens_round(hit.question, waiting, book) is None]
    found = [hit for hit in open_hits if hit.found]
    if not found:
        # The same for words that nobody knows and for those of a withheld answer: else a
        # look-up would tell whether a guess is right.
        return Say(speech.nothing(query, open_hits, withheld=bool(waiting)))
    return Say(speech.card(found[0], found[1:], book.sheet.title))


async def press_entry(game: "Game", press: Press | Submission) -> Reply:
    """One of the alternatives."""
    book, hit = await _entry(game, press)
    round_ = _opens_round(hit.question, await _waiting(game, press.actor), book)
    if round_ is not None:
        return replace(_withheld(game, press.actor, round_), replaces=True)
    return Say(speech.card(hit, (), book.sheet.title), replaces=True)


async def press_share(game: "Game", press: Press | Submission) -> Reply:
    """Show an entry to the channel, unless somebody there could still answer it."""
    book, hit = await _entry(game, press)
    live = await game.store.live_questions(press.actor.team_id, game.clock.now())
    round_ = _opens_round(hit.question, live, book)
    if round_ is not None:
        when = at(round_.closes_at, game.clock.now(), round_.zone)
        raise BadArgument(f"That is today's question. It can be shared after it closes {when}.")
    card = speech.card(hit, (), book.sheet.title, shareable=False)
    return Say(card, Visibility.CHANNEL)


async def book_of(game: "Game", actor: Actor) -> Book:
    """The sheet of the channel, else the team's first one."""
    schedules = await game.store.schedules(actor.team_id, actor.channel_id)
    entries = await game.library.entries(actor.team_id)
    wanted = [schedule.sheet_id for schedule in schedules] + [entry.id for entry in entries]
    for sheet_id in wanted:
        book = await game.library.book(actor.team_id, sheet_id)
        if book is not None:
            return book
    raise NoSheet()


async def completions(game: "Game", actor: Actor, typed: str) -> tuple[str, ...]:
    """Titles for what was typed so far."""
    index: Index = (await book_of(game, actor)).index
    return index.complete(typed)


async def _entry(game: "Game", press: Press | Submission) -> tuple[Book, Hit]:
    book = await book_of(game, press.actor)
    hit = book.index.entry(press.action.arguments[0]) if press.action.arguments else None
    if hit is None:
        raise UnknownAction
    return book, hit


def _withheld(game: "Game", actor: Actor, round_: Round) -> Say:
    """The way to the answer; a question of another channel is answered there, or not at all."""
    if round_.channel_id == actor.channel_id:
        return Say(speech.withheld(round_))
    return Say(speech.withheld_elsewhere(round_, game.clock.now()))


async def _waiting(game: "Game", actor: Actor) -> tuple[Round, ...]:
    """The team's open rounds in which this member is not done."""
    live = await game.store.live_questions(actor.team_id, game.clock.now())
    me = actor.member_id
    return tuple([each for each in live if not await game.answering.finished(each, me)])


def _opens_round(question: Question, rounds: Sequence[Round], book: Book) -> Round | None:
    """The round whose answer an entry would give away: the same question, or one that was made
    from the same lines of the sheet, as it stands now.
    """
    lines = _lines(question)
    for round_ in rounds:
        asked = round_.question
        if question.id == asked.id:
            return round_
        if round_.sheet_id == book.sheet.id:
            present = next((each for each in book.sheet.questions if each.id == asked.id), asked)
            if lines & _lines(present):
                return round_
    return None


def _words(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


def _lines(question: Question) -> frozenset[tuple[str, int]]:
    numbers = (question.line, *(item.line for item in question.items))
    return frozenset((question.file, number) for number in numbers if number)


COMMANDS = (
    Command(
        ("lookup",),
        "Look something up in the sheet",
        lookup,
        (Option("query", "A term or a few words", OptionKind.TERM, required=True),),
    ),
)
ACTIONS = {"entry": press_entry, "share": press_share}
