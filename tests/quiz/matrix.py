"""The matrix of rights: everything that somebody can do, by everybody who may come along.

The rows come from the registry, so that what is added is in the matrix; the docs hold the table,
written by `python -m tests.quiz.matrix`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

from bot.model.action import Action, ActionKind
from bot.model.appeal import RulingKind
from bot.model.board import Window
from bot.model.command import Audience, Command, OptionKind
from bot.model.event import Actor, Call, Event, Point, Press, Submission
from bot.model.message import Ask
from bot.model.question import Item, Mode, Question
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.team import UserGroup
from bot.quiz import actions
from bot.quiz.commands.registry import build_registry
from tests.quiz.room import CHANNEL, TEAM, Room, said

PAGE = Path("docs/rights.md")
OTHER = "test:other"
MANAGES = Rights(manages=True, groups=frozenset())
NOTHING = Rights(groups=frozenset())
CHOICE = Question(
    id="choice",
    prompt="Which of them trains on one machine?",
    mode=Mode.ANY,
    items=(Item("k-means"),),
    options=("k-means", "XGBoost"),
    hint="It has a k.",
)
"""A question that can be answered in every way: by words, by a button, with a hint."""


class Outcome(StrEnum):
    """What comes of a try."""

    DONE = "yes"
    NOT_QUIZMASTER = "no"
    STRANGER = "–"
    """They are told that the button belongs to something that is no longer here."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who may come along, and where they do it."""

    title: str
    where: str
    """What they do it by: `here` in the team's channel, in `another channel`, `in private`, in
    `another team`.
    """
    decides: bool
    met: bool = True
    payload: Rights | None = NOTHING
    """What the platform says with the event."""
    asked: Rights = NOTHING
    """What it says when it is asked about the team."""
    appointed: bool | None = None
    """Whether they were named quizmaster; False for one who was, and is not any more."""

    @property
    def actor(self) -> Actor:
        """Them, at the place from which they come."""
        here = Actor(TEAM, CHANNEL, "vera", "Vera", CHANNEL, rights=self.payload)
        match self.where:
            case "another channel":
                return replace(here, channel_id="c2", channel_name="c2")
            case "in private":
                return replace(here, team_id="test:vera", channel_id="dm", rights=MANAGES)
            case "another team":
                return replace(here, team_id=OTHER, channel_id="c9", rights=MANAGES)
            case _:
                return here


VISITORS = (
    Visitor("member", "here", decides=False),
    Visitor("guest of the workspace", "here", decides=False, asked=Rights(groups=frozenset())),
    Visitor(
        "guest from a connected workspace, which they manage",
        "here",
        decides=False,
        payload=replace(MANAGES, belongs=False),
        asked=NO_RIGHTS,
    ),
    Visitor("quizmaster", "here", decides=True, appointed=True),
    Visitor(
        "quizmaster of whom the platform says nothing", "here", True, payload=None, appointed=True
    ),
    Visitor("dismissed quizmaster", "here", decides=False, appointed=False),
    Visitor(
        "somebody in a quizmasters' group", "here", True, payload=Rights(groups=frozenset({"g"}))
    ),
    Visitor("who manages the team", "here", decides=True, payload=MANAGES, asked=MANAGES),
    Visitor("member", "another channel", decides=False),
    Visitor("quizmaster", "another channel", decides=True, appointed=True),
    Visitor("member", "in private", decides=False),
    Visitor("quizmaster", "in private", decides=True, appointed=True),
    Visitor("dismissed quizmaster", "in private", decides=False, appointed=False),
    Visitor("quizmaster who left the team", "in private", False, asked=NO_RIGHTS, appointed=True),
    Visitor(
        "somebody in a quizmasters' group",
        "in private",
        True,
        asked=Rights(groups=frozenset({"g"})),
    ),
    Visitor("who manages the team", "in private", decides=True, asked=MANAGES),
    Visitor("member here who manages another team", "another team", decides=False),
    Visitor("stranger who manages another team", "another team", False, met=False, asked=NO_RIGHTS),
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A command, a button, a form or an entry of a menu."""

    kind: str
    name: str
    audience: Audience
    made: Callable[[Actor, Mapping[str, object]], Event]
    placed: bool
    """Whether it names the team that it counts in; what does not counts where it is done."""

    def expected(self, visitor: Visitor) -> Outcome:
        """What has to come of it."""
        away = visitor.where in ("in private", "another team")
        if not self.placed and away:
            # It counts where it is done: in a team of one's own, or another one that they manage.
            # A message of this team stands in neither.
            return Outcome.STRANGER if self.kind == "menu" else Outcome.DONE
        if not visitor.met:
            return Outcome.STRANGER
        if self.audience is Audience.EVERYONE or visitor.decides:
            return Outcome.DONE
        return Outcome.NOT_QUIZMASTER


def things() -> Iterator[Thing]:
    """Everything that can be done, as the registry has it."""
    registry = build_registry()
    for command in registry.commands:
        yield Thing("command", str(command), command.audience, _call(command), placed=False)
    for press in registry.presses.values():
        kind = KINDS[press.verb]
        made = _sent(kind, Press)
        yield Thing("button", press.verb, press.audience, made, _names_team(kind))
    for form in registry.forms.values():
        kind = KINDS[form.verb]
        made = _sent(kind, _submission)
        yield Thing("form", form.verb, form.audience, made, _names_team(kind))
    for menu in registry.menus:
        yield Thing("menu", menu.label, Audience.EVERYONE, _point(menu.verb), placed=False)


KINDS: Mapping[str, ActionKind[Any]] = {
    kind.verb: kind for kind in vars(actions).values() if isinstance(kind, ActionKind)
}


def _names_team(kind: ActionKind[Any]) -> bool:
    return any(field.name == "team" for field in fields(kind.arguments))


def _call(command: Command) -> Callable[[Actor, Mapping[str, object]], Event]:
    def made(actor: Actor, known: Mapping[str, object]) -> Event:
        given = {
            option.name: _VALUES.get(option.kind, "k-means")
            for option in command.options
            if option.kind is not OptionKind.FILE and (option.required or option.kind in _ALWAYS)
        }
        return Call(actor, command.path, given)

    return made


_ALWAYS = (OptionKind.MEMBER, OptionKind.TERM)
_VALUES = {OptionKind.MEMBER: "edsger", OptionKind.SHEET: "ml", OptionKind.TERM: "k-means"}


def _sent(
    kind: ActionKind[Any], event: Callable[[Actor, Action], Event]
) -> Callable[[Actor, Mapping[str, object]], Event]:
    def made(actor: Actor, known: Mapping[str, object]) -> Event:
        types = get_type_hints(kind.arguments)
        given = {
            field.name: known.get(field.name, _usual(types[field.name], kind.verb))
            for field in fields(kind.arguments)
        }
        return event(actor, kind.action(kind.arguments(**given)))

    return made


def _usual(type_: type, verb: str) -> object:
    about_question = verb in (actions.REVIEW.verb, actions.REVIEWED.verb)
    decided = RulingKind.KEPT if about_question else RulingKind.DECLINED
    return {bool: True, int: 0, Window: Window.WEEK, RulingKind: decided}.get(type_, "")


def _submission(actor: Actor, action: Action) -> Event:
    return Submission(actor, action, {"answer": "k-means", "words": "It is unclear."})


def _point(verb: str) -> Callable[[Actor, Mapping[str, object]], Event]:
    def made(actor: Actor, known: Mapping[str, object]) -> Event:
        ref = known["post"]
        return Point(actor, verb, replace(ref, team_id=actor.team_id))  # type: ignore[type-var, arg-type]

    return made


async def furnished(room: Room, visitor: Visitor) -> Mapping[str, object]:
    """A room in which there is something to do for everybody, and the visitor is who they are;
    the names of the things in it.
    """
    await room.later(hours=1)
    opened = await room.types("Edsger", "/quiz suggest")
    assert isinstance(opened, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}
    await room.sends("Edsger", opened.form.action, neat, key="suggested")
    await room.work()
    await room.store.add_group(UserGroup(TEAM, "g", "leads"))
    if visitor.met:
        await room.store.greet(TEAM, "vera", "Vera")
    if visitor.appointed is not None:
        await room.store.set_member(TEAM, "vera", quizmaster=True)
        await room.store.set_member(TEAM, "vera", quizmaster=visitor.appointed)
    if visitor.met:
        await room.types("Vera", "/quiz answer XGBoost")
    decisions = await _decisions(room)
    room.chat.people[TEAM, "vera"] = visitor.asked
    accept = next(each for each in room.chat.buttons if each[0].label == "Accept")
    proposed = actions.ACCEPT.read(accept[0].action)
    return {
        "round_id": (await room.round()).id,
        "post": room.question.ref,
        "team": "team",
        "channel_id": CHANNEL,
        "proposal_id": proposed.proposal_id,
        "member_id": "edsger",
        "first": "quiz",
        "second": "help",
        "sheet_id": "ml",
        "question_id": CHOICE.id,
        "key": "post-none",
        "number": 1,
        **decisions,
    }


async def _decisions(room: Room) -> Mapping[str, object]:
    """An appeal that waits, a decision with a phrase, and a question that is reported."""
    judging, ada = room.services.judging, room.actor("Ada")
    ids = {}
    for name, words in (("Alan", "LightGBM"), ("Barbara", "CatBoost")):
        await room.types(name, f"/quiz answer {words}")
        (answer,) = await room.store.answers(TEAM, (await room.round()).id, name.lower())
        await room.services.appealing.appeal(room.actor(name), answer, "")
        ((case,), _) = await room.store.open_cases(TEAM, 1)
        ids["appeal_id"] = case.appeal.id
        if name == "Alan":
            ruling, _ = await judging.decide(
                ada, case, RulingKind.EVERYBODY, "", judging.guessed(case)
            )
            ids["ruling_id"] = ids["phrase_id"] = ruling.id
    reporting = await room.points("Alan", room.question, "Report this question")
    assert isinstance(reporting, Ask)
    await room.sends("Alan", reporting.form.action, {"words": "It is old."}, key="reported")
    ((complaint,), _) = await room.store.open_complaints(TEAM, 1)
    return ids | {"report_id": complaint.first.id}


async def came_of(room: Room, event: Event) -> Outcome:
    """What comes of a try."""
    words = said(await room.dispatcher.respond(event))
    if "is for quizmasters" in words:
        return Outcome.NOT_QUIZMASTER
    assert "went wrong" not in words, words
    return Outcome.STRANGER if "no longer here" in words else Outcome.DONE


def table() -> str:
    """The matrix as it stands in the docs: things that the same people may do are one column."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for thing in things():
        cells = tuple(thing.expected(visitor).value for visitor in VISITORS)
        kind = "" if thing.kind == "command" else f"{thing.kind} "
        groups.setdefault(cells, []).append(f"{kind}`{thing.name}`")
    letters = "ABCDEFGH"[: len(groups)]
    lines = [
        f"- **{letter}**: {', '.join(names)}"
        for letter, names in zip(letters, groups.values(), strict=True)
    ]
    lines += ["", f"| who | where | {' | '.join(letters)} |", f"|---|---|{'---|' * len(groups)}"]
    for number, visitor in enumerate(VISITORS):
        cells_of = " | ".join(cells[number] for cells in groups)
        lines.append(f"| {visitor.title} | {visitor.where} | {cells_of} |")
    return "\n".join(lines)


MARKS = ("<!-- rights -->\n", "<!-- /rights -->")


def written(page: str) -> str:
    """The page with the table as the declarations make it."""
    before, _, rest = page.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    return f"{before}{MARKS[0]}\n{table()}\n\n{MARKS[1]}{after}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
