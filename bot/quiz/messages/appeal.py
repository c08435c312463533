"""Appeals as their member sees them: the form, the receipt, and what came of it."""

from collections.abc import Sequence

from bot.model.answer import Answer
from bot.model.appeal import Ruling, RulingKind
from bot.model.grade import Verdict
from bot.model.message import (
    Button,
    Choice,
    ChoiceInput,
    Form,
    Input,
    Message,
    Section,
    Small,
    TextInput,
)
from bot.model.play import Play
from bot.model.text import Text, line, shortened, strong
from bot.quiz.actions import APPEALED, ME, OfAnswer, Place
from bot.quiz.messages.formatting import count, day, in_line, ordinal
from bot.quiz.messages.verdict import judged

WHY, WHICH = "why", "which"
"""The names of the fields."""
LONGEST = 300
"""Characters of a word of why, and of a quizmaster's word."""
_PROMPT, _SAID = 160, 100
_NAMED = 3


def form(
    play: Play, answers: Sequence[Answer], number: int, who: str, *, must_say_why: bool
) -> Form:
    """Asks whether to put an answer to the quizmasters; `answers` are those that can be."""
    inputs: list[Input] = []
    chosen = next((each for each in answers if each.number == number), answers[-1])
    if len(answers) > 1:
        choices = tuple(
            Choice(str(each.number), shortened(each.text, _SAID)) for each in answers[:25]
        )
        inputs.append(ChoiceInput(WHICH, "Your answer", choices, str(chosen.number)))
    label = "Why it is right" if must_say_why else "Why it is right (not needed)"
    inputs.append(TextInput(WHY, label, lines=2, required=must_say_why, max_length=LONGEST))
    question = play.round.question
    said = line("You wrote ", in_line(chosen.text, _SAID), f" — {judged(chosen.grade, question)}.")
    return Form(
        title="I was right",
        action=APPEALED.action(OfAnswer.of(chosen)),
        inputs=tuple(inputs),
        blocks=(
            Section(line(shortened(question.prompt, _PROMPT))),
            *((Section(said),) if len(answers) == 1 else ()),
            Small(line(f"{who} will see it without your name until it is decided.")),
        ),
        submit="Put it to them",
    )


def deciders(names: Sequence[str]) -> str:
    """`Grace and Alan`, `Grace, Alan and others`, or who it is where nobody is known by name."""
    if not names:
        return "A quizmaster"
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def made(answer: Answer, who: str, *, again: bool = False) -> Message:
    """The receipt."""
    words = f"{who} will look at it"
    before = "You have said so already. " if again else "Thank you for saying so. "
    told = "; you will hear what they decide. Your grade stays until then."
    return Message(
        (
            Section(line(before, strong(words), told)),
            Section(line("You wrote ", in_line(answer.text, _SAID))),
        ),
        summary=f"{words}.",
    )


def standing(ruling: Ruling | None) -> Text:
    """What became of an appeal."""
    if ruling is None:
        return line("You said that you were right: it waits for a quizmaster.")
    return line(f"You said that you were right. {ruling.by.name}: {_verdict(ruling)}")


def over() -> Text:
    """It is too late."""
    return line("The time to say “I was right” is over.")


def told_over() -> str:
    """The same for somebody who tries."""
    return (
        "The time to say “I was right” about this answer is over: it is possible on its day and "
        "on the two quiz days after it. If the question is wrong, Report question tells the "
        "quizmasters."
    )


def _verdict(ruling: Ruling) -> str:
    match ruling.kind:
        case RulingKind.EVERYBODY | RulingKind.ONCE:
            return "accepted."
        case RulingKind.PARTLY:
            return "counted half."
        case _:
            return "not this time."


def decided(
    ruling: Ruling, answer: Answer, points: int, delta: int, rank: int, *, appealed: bool
) -> str:
    """What a member reads whose answer was looked at again."""
    said, who = in_line(answer.text, _SAID), ruling.by.name
    place = f", you are {ordinal(rank)} this week" if rank and delta > 0 else ""
    earned = count(points, "point")
    score = f"{earned}{place}"
    word = f" {who}: {ruling.word}" if ruling.word else ""
    if ruling.undone is not None:
        return _undone(ruling, said, points, delta, appealed=appealed)
    match ruling.kind:
        case RulingKind.VOIDED:
            return f"{who} took the question of {day(answer.local_date)} out of the count: it brings nobody points, and no streak suffers.{word}"
        case RulingKind.DECLINED:
            return f"Looked at again: {said} is not counted this time. ({who}){word}"
        case RulingKind.PARTLY:
            return f"Looked at again: {said} counts half now: {score}. ({who}){word}"
        case _ if not appealed:
            return f"{said} counts now, and you had said it too: {earned} for {day(answer.local_date)}{place}. ({who}){word}"
        case _ if answer.grade.verdict is Verdict.CORRECT:
            return f"You were right. {said} counts now: {score}. {who} decided; thank you for saying so.{word}"
        case _:
            return f"Looked at again: {said} stands at {score} now. {who} decided; thank you for saying so.{word}"


def _undone(ruling: Ruling, said: str, points: int, delta: int, *, appealed: bool) -> str:
    who = ruling.undone.name if ruling.undone else ruling.by.name
    if ruling.kind is RulingKind.VOIDED:
        return f"{who} took it back that the question did not count: you have {count(points, 'point')} for it again."
    again = " It is looked at again, and you will hear." if appealed else ""
    change = f" You have {count(points, 'point')} for that question now." if delta else ""
    return f"{who} took a decision about {said} back.{change}{again}"


def ways(place: Place) -> tuple[Button, ...]:
    """What can be done next."""
    return (Button("My stats", ME.action(place)),)


def waited(answer: Answer) -> str:
    """Nobody has decided within the time."""
    return (
        f"Nobody has looked yet at {in_line(answer.text, _SAID)}, of which you said that it was "
        "right. The quizmasters were told once more; you will hear as soon as somebody decides."
    )
