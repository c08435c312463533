"""Reports: what a member thinks is wrong with a question, and what is made of it."""

from collections.abc import Sequence

from bot.model.action import Action
from bot.model.appeal import Ruling, RulingKind
from bot.model.event import Actor
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    Form,
    Message,
    Section,
    Small,
    TextInput,
)
from bot.model.report import Aside, Complaint, Report, ReportKind
from bot.model.team import name_of
from bot.model.text import Text, emphasis, line, shortened, strong
from bot.quiz.actions import AGAIN, REVIEW, REVIEWED, OfQuestion, Reviewing
from bot.quiz.messages.formatting import count, day, in_line

INPUT, KIND, WORD = "words", "kind", "word"
"""The names of the fields."""
LONGEST = 500
"""Characters of a report."""
_PROMPT, _WORD = 200, 300
_NOTES = 5
ASIDES = 4
"""Questions that are shown as set aside, the newest."""
_KINDS = {
    ReportKind.WRONG: "The answer is wrong",
    ReportKind.UNCLEAR: "It is unclear what is asked",
    ReportKind.OUTDATED: "It is outdated",
    ReportKind.GIVEAWAY: "It gives itself away",
}


def form(prompt: str, action: Action) -> Form:
    """The form, with the question above it."""
    choices = tuple(Choice(kind.value, label) for kind, label in _KINDS.items())
    return Form(
        title="Report this question",
        action=action,
        inputs=(
            ChoiceInput(KIND, "What is the matter", choices, ReportKind.WRONG.value),
            TextInput(INPUT, "In a few words", lines=3, required=False, max_length=LONGEST),
        ),
        blocks=(
            Section(line(shortened(prompt, _PROMPT))),
            Small(line("The quizmasters read it, with your name.")),
        ),
    )


def read_kind(text: str) -> ReportKind:
    """What was chosen; wrong, where nothing was."""
    return ReportKind(text) if text in {kind.value for kind in ReportKind} else ReportKind.WRONG


def thanks(report: Report, *, told: bool) -> Message:
    """The receipt, with what was passed on."""
    words = (
        "Thank you. The quizmasters look at it, and you will hear."
        if told
        else "Thank you; it is noted for the quizmasters."
    )
    return Message((Section(line(words)), Small(_noted(report))), summary=words)


def _noted(report: Report) -> Text:
    note = f": {in_line(report.note, LONGEST)}" if report.note else ""
    return line(emphasis(f"{_KINDS[report.kind]}{note}"))


def entry(complaint: Complaint, number: int) -> tuple[Block, ...]:
    """One question that members find something wrong with, as quizmasters see it."""
    first = complaint.first
    head, meant = (f"{number}. ", f" ({number})") if number else ("", "")
    title = line(
        strong(f"{head}Reported: {shortened(first.prompt, _PROMPT)}"),
        f" · sheet {first.sheet_id}",
    )
    notes = [
        Small(line(f"{each.name} reports, {day(each.made_at.date())}: ", *_noted(each)))
        for each in complaint.reports[:_NOTES]
    ]
    team = name_of(first.team_id)

    def rule(label: str, kind: RulingKind) -> Button:
        return Button(f"{label}{meant}", REVIEW.action(Reviewing(first.id, kind, team)))

    ways = [rule("Set aside", RulingKind.SET_ASIDE)]
    if complaint.round is not None and not complaint.round.voided:
        ways.append(rule("Void this round", RulingKind.VOIDED))
    ways.append(rule("It is right", RulingKind.KEPT))
    return (Section(title), *notes, Buttons(tuple(ways)))


def review_form(complaint: Complaint, kind: RulingKind, members: int, points: int) -> Form:
    """Confirms a decision about a question, with a word to whom it concerns."""
    first = complaint.first
    words = {
        RulingKind.SET_ASIDE: "It is not asked again in this team until its sheet has another wording of it. Points stay.",
        RulingKind.VOIDED: (
            f"The round of {day(complaint.round.local_date) if complaint.round else ''} brings "
            f"nobody points. {_loss(members, points)} No streak suffers."
        ),
    }
    title = _TITLES[kind]
    return Form(
        title=title,
        action=REVIEWED.action(Reviewing(first.id, kind, name_of(first.team_id))),
        inputs=(
            TextInput(
                WORD, "A word to them (not needed)", lines=2, required=False, max_length=_WORD
            ),
        ),
        blocks=(
            Section(line(shortened(first.prompt, _PROMPT))),
            Section(line(words.get(kind, "It stays as it is; those who reported it are told."))),
        ),
        submit=title,
    )


def _loss(members: int, points: int) -> str:
    """What is taken back."""
    if not members:
        return "Nobody has any for it."
    verb = "loses" if members == 1 else "lose"
    return f"{count(members, 'member')} {verb} {count(points, 'point')} in all, and each is told."


_TITLES = {
    RulingKind.SET_ASIDE: "Set aside",
    RulingKind.VOIDED: "Void this round",
    RulingKind.KEPT: "It is right",
}


def decided(ruling: Ruling, report: Report) -> str:
    """What a member hears of their report."""
    prompt = shortened(report.prompt, 120)
    word = f" {ruling.by.name}: {ruling.word}" if ruling.word else ""
    if ruling.undone is not None:
        return f"{ruling.undone.name} looks again at the question “{prompt}” that you reported."
    what = {
        RulingKind.SET_ASIDE: "it is not asked again until its sheet is mended",
        RulingKind.VOIDED: "its round brings nobody points",
    }.get(ruling.kind, "it stays as it is")
    return f"You reported “{prompt}”: {ruling.by.name} looked at it, and {what}. Thank you.{word}"


def corrected(actor: Actor, points: int, why: str) -> str:
    """What a member hears whose points were corrected."""
    change = f"{count(points, 'point')} more" if points > 0 else f"{count(-points, 'point')} less"
    where = f" in #{actor.channel_name}" if actor.channel_name else ""
    return f"{actor.name} corrected your points{where}: {change}. {actor.name}: {why}"


def asides(shown: Sequence[tuple[Aside, bool]]) -> Message:
    """The questions that a team set aside, and which of them were mended since."""
    if not shown:
        return Message.of("No question is set aside in this team.")
    title = f"{count(len(shown), 'question')} set aside"
    blocks: list[Block] = [Section(line(strong(title)))]
    for number, (aside, mended) in enumerate(shown, start=1):
        blocks.append(Section(line(strong(f"{number}. {shortened(aside.prompt, _PROMPT)}"))))
        state = "mended since, so it is asked again" if mended else "not asked"
        blocks.append(
            Small(line(f"{aside.name}, {day(aside.at.date())} · sheet {aside.sheet_id} · {state}"))
        )
        if not mended:
            which = OfQuestion(aside.sheet_id, aside.question_id, name_of(aside.team_id))
            blocks.append(Buttons((Button(f"Ask it again ({number})", AGAIN.action(which)),)))
    return Message(tuple(blocks), summary=title)
