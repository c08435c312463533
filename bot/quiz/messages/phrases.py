"""The wordings that a team accepted, as quizmasters read them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.appeal import Phrase
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Message,
    Section,
    Small,
)
from bot.model.team import name_of
from bot.model.text import line, shortened, strong
from bot.quiz.actions import (
    PHRASES,
    RUN,
    WITHDRAW,
    OfCommand,
    OfPhrase,
    TeamPage,
)
from bot.quiz.messages.formatting import count, day, in_line

PAGE = 4
"""Wordings on a page, each with its button."""
_PROMPT, _SAID = 200, 200


@dataclass(frozen=True, slots=True)
class Listed:
    """A phrase as somebody sees it."""

    phrase: Phrase
    prompt: str
    """Its question as the sheet has it now; empty where it has it no more."""
    applies: bool
    """Whether it stands for an item that the question has."""
    hidden: bool = False
    """Whether they can still answer the question: then the words stay hidden."""


def phrases(team_id: str, shown: Sequence[Listed], total: int, skipped: int) -> Message:
    """The wordings that a team accepted, with their questions, and whether they still apply."""
    title = f"{count(total, 'accepted wording')} of this team"
    if not total:
        return Message.of(
            "This team has accepted no wordings of its own yet. They come from appeals."
        )
    blocks: list[Block] = [Section(line(strong(title)))]
    team = name_of(team_id)
    for number, each in enumerate(shown, start=skipped + 1):
        blocks += _entry(each, number, team)
    ways = [Button("Export the sheet with them", RUN.action(OfCommand("quizmaster", "export")))]
    if skipped:
        ways.append(Button("Newer ones", PHRASES.action(TeamPage(max(0, skipped - PAGE), team))))
    if skipped + len(shown) < total:
        ways.append(Button("Older ones", PHRASES.action(TeamPage(skipped + len(shown), team))))
    blocks.append(Buttons(tuple(ways)))
    return Message(tuple(blocks), summary=title)


def _entry(each: Listed, number: int, team: str) -> tuple[Block, ...]:
    phrase = each.phrase
    words = (
        strong(f"{number}. {in_line(phrase.words, _SAID)}"),
        f" for {shortened(phrase.item, 100)}",
    )
    if each.hidden:
        words = (strong(f"{number}. "), "hidden while you can still answer its question")
    prompt = shortened(each.prompt or phrase.question_id, _PROMPT)
    idle = "" if each.applies else " · the sheet's answer is another one now, so it does not count"
    about = f"{prompt} · {phrase.added.name}, {day(phrase.added.at.date())}{idle}"
    withdraw = Button(f"Withdraw {number}", WITHDRAW.action(OfPhrase(phrase.id, team)))
    return (Section(line(*words)), Small(line(about)), Buttons((withdraw,)))


def withdrawn(phrase: Phrase) -> Message:
    """A phrase counts no more."""
    return Message.of(
        f"{in_line(phrase.words, _SAID)} counts no more for what is said from now on. What it "
        "counted for stays."
    )
