"""Cases as quizmasters see them: what was said, how it was graded and why, and what follows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model.appeal import Case, Draft, Phrase, Ruling, RulingKind
from bot.model.grade import Grade
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    Form,
    Input,
    Listing,
    Message,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.proposal import Proposal
from bot.model.question import Question
from bot.model.report import Complaint
from bot.model.team import name_of
from bot.model.text import Text, emphasis, line, plain, shortened, strong
from bot.quiz.actions import (
    CASE,
    CASES,
    COUNT,
    PHRASES,
    RULE,
    RULED,
    RUN,
    UNDO,
    WITHDRAW,
    WORDED,
    WORDING,
    Counting,
    Judging,
    OfAppeal,
    OfCommand,
    OfPhrase,
    OfRuling,
    TeamPage,
)
from bot.quiz.messages import report, suggestion
from bot.quiz.messages.formatting import at, count, day, in_line
from bot.quiz.messages.question import answer_button
from bot.quiz.messages.verdict import judged
from bot.quiz.rules.identity import named

PAGE = 3
"""Cases on a page: with four buttons each, as many as every platform has room for."""
PHRASES_PAGE = 4
WORD, WORDS, ITEM = "word", "words", "item"
"""The names of the fields."""
LONGEST = 300
_PROMPT, _SAID, _ANSWER = 200, 200, 300
_LABEL = 75
_WORDINGS = 5
_COUNTED = re.compile(r"^\d+ of \d+(: |$)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as one quizmaster sees it."""

    case: Case
    withheld: bool = False
    """Whether they may still answer its question: then the sheet's answer stays hidden."""
    own: bool = False
    """Whether it is their own answer, which another quizmaster decides."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """What waits for a decision in a team."""

    team_id: str
    cases: tuple[Shown, ...]
    complaints: tuple[Complaint, ...]
    suggestions: tuple[Proposal, ...]
    numbers: tuple[int, int, int]
    """How many of each wait in all."""
    skipped: int = 0

    @property
    def total(self) -> int:
        """How much waits in all."""
        return sum(self.numbers)

    @property
    def shown(self) -> int:
        """How much of it is on this page."""
        return len(self.cases) + len(self.complaints) + len(self.suggestions)


def page(shown: CasePage) -> Message:
    """A page of what waits."""
    if not shown.total:
        return Message(
            (
                Section(line("Nothing waits for a decision.")),
                Buttons((_phrases(shown.team_id),)),
            ),
            summary="Nothing waits for a decision.",
        )
    title = _title(shown)
    blocks: list[Block] = [Section(line(strong(title))), *_entries(shown)]
    turns = [*_turns(shown), _phrases(shown.team_id)]
    blocks.append(Buttons(tuple(turns)))
    return Message(tuple(blocks), summary=title)


def gathered(shown: CasePage) -> Message:
    """The same, as it is brought to quizmasters."""
    title = _title(shown)
    heading = Section(line(strong(title), " for a quizmaster to decide"))
    blocks: list[Block] = [heading, *_entries(shown)]
    if shown.total > shown.shown:
        more = f"and {shown.total - shown.shown} more: /quizmaster appeals shows all."
        blocks.append(Small(line(more)))
    return Message(tuple(blocks), summary=title)


def one(shown: Shown) -> Message:
    """One case alone."""
    return Message(tuple(entry(shown, 0)), summary="An appeal")


def entry(shown: Shown, number: int) -> tuple[Block, ...]:
    """One case with its buttons; where a platform gathers those, the number says which is meant."""
    case = shown.case
    question = case.round.question
    head = f"{number}. " if number else ""
    where = f" · #{case.round.channel_name}" if case.round.channel_name else ""
    title = line(
        strong(f"{head}{shortened(question.prompt, _PROMPT)}"),
        f"{where} · {day(case.round.local_date)}",
    )
    if case.ruling is not None:
        return (
            Section(title),
            Section(line("Said: ", in_line(case.answer.text, _SAID))),
            Section(line(_decided(case.ruling))),
            *_undo(case.ruling),
        )
    if shown.withheld:
        hidden = line(
            "You can still answer this question yourself. What was said, and the sheet's answer, "
            "show once you have, or if you would rather decide now."
        )
        show = Button(_numbered("Show", number), CASE.action(_which(case)))
        return (Section(title), Small(hidden), Buttons((answer_button(case.round), show)))
    blocks: list[Block] = [Section(title), Section(_sheet(question)), Section(_said(case))]
    blocks.append(Small(_graded(case, question)))
    blocks += [
        Small(line("Why: ", in_line(each.why, LONGEST))) for each in case.appeals if each.why
    ][:3]
    if shown.own:
        blocks.append(Small(line("It is your own answer: another quizmaster decides it.")))
    else:
        blocks.append(Buttons(_decisions(case, number)))
    return tuple(blocks)


def _decisions(case: Case, number: int) -> tuple[Button, ...]:
    team = name_of(case.appeal.team_id)

    def rule(label: str, kind: RulingKind, weight: Weight = Weight.NORMAL) -> Button:
        action = RULE.action(Judging(case.appeal.id, kind, team))
        return Button(_numbered(label, number), action, weight)

    return (
        rule("Accept for everybody", RulingKind.EVERYBODY, Weight.PRIMARY),
        rule("Accept once", RulingKind.ONCE),
        rule("Partly", RulingKind.PARTLY),
        rule("Decline", RulingKind.DECLINED),
    )


def _numbered(label: str, number: int) -> str:
    return f"{label} ({number})" if number else label


def _which(case: Case) -> OfAppeal:
    return OfAppeal(case.appeal.id, name_of(case.appeal.team_id))


def _title(shown: CasePage) -> str:
    nouns = ("appeal", "report", "suggestion")
    return " · ".join(count(n, noun) for n, noun in zip(shown.numbers, nouns, strict=True) if n)


def _entries(shown: CasePage) -> list[Block]:
    """What is on a page; numbered where a button could be meant for several."""
    several = shown.total > 1
    blocks: list[Block] = []
    number = shown.skipped
    for each in shown.cases:
        number += several
        blocks += entry(each, number)
    for complaint in shown.complaints:
        number += several
        blocks += report.entry(complaint, number)
    for proposal in shown.suggestions:
        number += several
        blocks += suggestion.entry(proposal, number)
    return blocks


def _turns(shown: CasePage) -> list[Button]:
    team = name_of(shown.team_id)
    ways = []
    if shown.skipped:
        back = max(0, shown.skipped - PAGE)
        ways.append(Button("Earlier ones", CASES.action(TeamPage(back, team))))
    if shown.skipped + shown.shown < shown.total:
        on = shown.skipped + shown.shown
        ways.append(Button("Next ones", CASES.action(TeamPage(on, team))))
    return ways


def _phrases(team_id: str) -> Button:
    return Button("Accepted wordings", PHRASES.action(TeamPage(0, name_of(team_id))))


def _sheet(question: Question) -> Text:
    answer = " · ".join(item.text for item in question.items)
    return line("The sheet: ", strong(shortened(answer, _ANSWER)))


def _said(case: Case) -> Text:
    by = f"Said by {case.said_by}: " if case.said_by > 1 else "Said: "
    appealed = len(case.appeals)
    asked = f" ({appealed} of them say it is right)" if case.said_by > 1 else ""
    return line(by, emphasis(in_line(case.answer.text, _SAID)), asked)


def _graded(case: Case, question: Question) -> Text:
    grade = case.answer.grade
    reasons = (reason.replace("*", "") for reason in grade.reasons)
    why = "; ".join(filter(None, (_COUNTED.sub("", each).rstrip(". ") for each in reasons)))
    return line(f"Graded: {judged(grade, question)}{f' ({why})' if why else ''}.")


def _decided(ruling: Ruling) -> str:
    what = DONE[ruling.kind]
    word = f" “{ruling.word}”" if ruling.word else ""
    return f"{ruling.by.name} {what}.{word}"


DONE = {
    RulingKind.EVERYBODY: "accepted it for everybody",
    RulingKind.ONCE: "accepted it once",
    RulingKind.PARTLY: "counted it half",
    RulingKind.DECLINED: "declined it",
    RulingKind.VOIDED: "took the round out of the count",
    RulingKind.SET_ASIDE: "set the question aside",
    RulingKind.KEPT: "kept the question as it is",
    RulingKind.CORRECTED: "corrected points",
}
"""What somebody did, as it follows their name."""


def _undo(ruling: Ruling) -> tuple[Block, ...]:
    return (Buttons((undo_button(ruling),)),)


def undo_button(ruling: Ruling) -> Button:
    """Takes a decision back."""
    return Button("Undo", UNDO.action(OfRuling(ruling.id, name_of(ruling.team_id))))


def seen(draft: Draft) -> str:
    """What a button carries of a draft, so that nothing else is accepted than what was shown."""
    return named(f"{draft.item}\n{draft.words}\n{draft.word}")


def preview(
    case: Case,
    draft: Draft,
    *,
    wordings: Sequence[tuple[str, int]],
    members: int,
    points: int,
    own: Grade | None,
    warnings: Sequence[str],
) -> Message:
    """What would follow if words counted for everybody, before they do."""
    question = case.round.question
    several = len(question.items) > 1
    item = f" as {shortened(draft.item, 100)}" if several else ""
    opening = f"{in_line(draft.words, _SAID)} would count{item} from now on, in this team."
    blocks: list[Block] = [
        Section(line(strong(shortened(question.prompt, _PROMPT)))),
        Section(line(opening)),
    ]
    blocks += [Section(line(strong("Please look: "), each)) for each in warnings]
    if own is None:
        blocks.append(
            Section(
                line(
                    "It changes nothing for the answer itself, ",
                    in_line(case.answer.text, _SAID),
                    ": change the words, or accept the answer once.",
                )
            )
        )
    else:
        blocks.append(Section(line("The answer itself would be: ", judged(own, question), ".")))
    if members:
        blocks.append(
            Section(line(f"It concerns {count(members, 'member')}, +{count(points, 'point')}:"))
        )
        rows = [
            line(emphasis(in_line(text, _SAID)), f" — {count(number, 'member')}")
            for text, number in wordings[:_WORDINGS]
        ]
        if len(wordings) > _WORDINGS:
            rows.append(line(f"and {len(wordings) - _WORDINGS} more wordings"))
        blocks.append(Listing(tuple(rows)))
    else:
        blocks.append(Section(line("It gives nobody more points for what was said until now.")))
    if draft.word:
        blocks.append(Small(line("Your word to them: ", in_line(draft.word, LONGEST))))
    team = name_of(case.appeal.team_id)
    accept = COUNT.action(Counting(case.appeal.id, seen(draft), team))
    effect = f": {count(members, 'member')}, +{count(points, 'point')}" if members else ""
    blocks.append(
        Buttons(
            (
                Button(f"Accept for everybody{effect}"[:_LABEL], accept, Weight.PRIMARY),
                Button("Change words, add a word", WORDING.action(_which(case))),
                Button("Accept once", RULE.action(Judging(case.appeal.id, RulingKind.ONCE, team))),
            )
        )
    )
    return Message(tuple(blocks), summary=opening)


def wording_form(case: Case, draft: Draft) -> Form:
    """The words that are to count, for which item, and a word to those whom it concerns."""
    inputs: list[Input] = [
        TextInput(WORDS, "Words that count", value=draft.words, max_length=LONGEST)
    ]
    items = case.round.question.items
    if len(items) > 1:
        choices = tuple(
            Choice(str(number), shortened(item.text, _LABEL))
            for number, item in enumerate(items[:25])
        )
        chosen = next((n for n, item in enumerate(items[:25]) if item.text == draft.item), 0)
        inputs.append(ChoiceInput(ITEM, "They stand for", choices, str(chosen)))
    inputs.append(_word(draft.word))
    return Form(
        title="Accept for everybody",
        action=WORDED.action(_which(case)),
        inputs=tuple(inputs),
        blocks=(Section(line(shortened(case.round.question.prompt, _PROMPT))),),
        submit="Show what follows",
    )


def _word(value: str = "") -> TextInput:
    return TextInput(
        WORD,
        "A word to those it concerns (not needed)",
        lines=2,
        value=value,
        required=False,
        max_length=LONGEST,
    )


def ruling_form(case: Case, kind: RulingKind) -> Form:
    """Confirms a decision about the answer alone, with a word to its member."""
    titles = {
        RulingKind.ONCE: ("Accept once", "counts in full"),
        RulingKind.PARTLY: ("Partly", "counts half"),
    }
    title, what = titles.get(kind, ("Decline", "is not counted"))
    many = (
        f", for {count(len(case.appeals), 'member')} who appealed" if len(case.appeals) > 1 else ""
    )
    return Form(
        title=title,
        action=RULED.action(Judging(case.appeal.id, kind, name_of(case.appeal.team_id))),
        inputs=(_word(),),
        blocks=(
            Section(line(shortened(case.round.question.prompt, _PROMPT))),
            Section(
                line(
                    in_line(case.answer.text, _SAID),
                    f" {what}{many}. Nothing follows for what others say.",
                )
            ),
        ),
        submit=title,
    )


def done(ruling: Ruling, members: int, points: int, names: Sequence[str]) -> Message:
    """What was decided, whom it concerned, and the way back."""
    who = f" It was said by {', '.join(names)}." if names else ""
    effect = ""
    if ruling.kind is not RulingKind.DECLINED:
        effect = f" {count(members, 'member')}, {points:+d} {'point' if abs(points) == 1 else 'points'}; each is told."
    else:
        effect = f" {count(members, 'member')} will be told."
    words = f"Done: you {DONE[ruling.kind]}.{effect}{who}"
    return Message(
        (Section(line(words)), Small(line("It can be undone for a week.")), *_undo(ruling)),
        summary=words,
    )


def undone(ruling: Ruling, members: int, points: int) -> Message:
    """It was taken back."""
    words = f"Taken back. {count(members, 'member')}, {points:+d} points; each is told, and what was appealed waits again."
    team = name_of(ruling.team_id)
    again = Button("What waits", CASES.action(TeamPage(0, team)))
    return Message.of(words, again)


def decided_before(
    case_ruling: Ruling, now: datetime, zone: str, *, undoable: bool
) -> tuple[str, tuple[Button, ...]]:
    """Somebody was faster."""
    words = f"{case_ruling.by.name} {DONE[case_ruling.kind]} {plain(at(case_ruling.by.at, now, zone))}, and it stays so."
    return words, (undo_button(case_ruling),) if undoable else ()


def phrases(
    team_id: str, shown: Sequence[tuple[Phrase, str, bool]], total: int, skipped: int
) -> Message:
    """The wordings that a team accepted, with their questions, and whether they still apply."""
    title = f"{count(total, 'accepted wording')} of this team"
    if not total:
        return Message.of(
            "This team has accepted no wordings of its own yet. They come from appeals."
        )
    blocks: list[Block] = [Section(line(strong(title)))]
    team = name_of(team_id)
    for number, (phrase, prompt, applies) in enumerate(shown, start=skipped + 1):
        blocks.append(
            Section(
                line(
                    strong(f"{number}. {in_line(phrase.words, _SAID)}"),
                    f" for {shortened(phrase.item, 100)}",
                )
            )
        )
        about = f"{shortened(prompt or phrase.question_id, _PROMPT)} · {phrase.added.name}, {day(phrase.added.at.date())}"
        idle = "" if applies else " · the sheet's answer is another one now, so it does not count"
        blocks.append(Small(line(f"{about}{idle}")))
        blocks.append(
            Buttons((Button(f"Withdraw {number}", WITHDRAW.action(OfPhrase(phrase.id, team))),))
        )
    ways = [Button("Export the sheet with them", RUN.action(OfCommand("quizmaster", "export")))]
    if skipped:
        ways.append(
            Button("Newer ones", PHRASES.action(TeamPage(max(0, skipped - PHRASES_PAGE), team)))
        )
    if skipped + len(shown) < total:
        ways.append(Button("Older ones", PHRASES.action(TeamPage(skipped + len(shown), team))))
    if ways:
        blocks.append(Buttons(tuple(ways)))
    return Message(tuple(blocks), summary=title)


def withdrawn(phrase: Phrase) -> Message:
    """A phrase counts no more."""
    return Message.of(
        f"{in_line(phrase.words, _SAID)} counts no more for what is said from now on. What it "
        "counted for stays."
    )


def gathers(name: str) -> Message:
    """Quizmasters hear of what waits in a channel, or each in private."""
    if not name:
        return Message.of("Quizmasters hear of appeals in private now.")
    return Message.of(
        f"Appeals come to #{name} now. Whoever reads that channel reads members' answers there, "
        "without their names: choose one that only quizmasters read. /quizmaster appeals with "
        "“private” brings them to each quizmaster alone again."
    )
