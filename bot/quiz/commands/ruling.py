"""Deciding on appeals: what waits, what would follow, the decision, and taking it back."""

from collections.abc import Sequence

from bot.model.appeal import Draft, RulingKind
from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Amend, Ask, Button, Choice, Message, Reply, Say
from bot.model.team import name_of
from bot.quiz.actions import (
    CASE,
    CASES,
    COUNT,
    RULE,
    RULED,
    UNDO,
    WORDED,
    WORDING,
    Counting,
    Deciding,
    OfAppeal,
    OfRuling,
    TeamPage,
)
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import UnknownAction
from bot.quiz.messages import case as case_messages
from bot.quiz.messages import ruling as messages
from bot.quiz.ports.regrades import Effect
from bot.quiz.services.scheduling import require_channel
from bot.quiz.services.services import Services

_WHERE = Option(
    "tell",
    "Where quizmasters hear of appeals from now on",
    OptionKind.CHOICE,
    choices=(Choice("here", "in this channel"), Choice("private", "each in private")),
)
_APPEALS = Command(
    ("quizmaster", "appeals"),
    "Show the appeals that wait for a decision",
    (_WHERE,),
    Audience.QUIZMASTER,
)
_WHAT = str(_APPEALS)
_NAMED = 5


async def appeals(services: Services, call: Call) -> Reply:
    """Show what waits, or choose where quizmasters hear of it."""
    actor = call.actor
    where = str(call.arguments.get(_WHERE.name, ""))
    if where:
        here = where == "here"
        if here:
            await _require_postable(services, actor)
        channel_id = actor.channel_id if here else ""
        name = (actor.channel_name or "this channel") if here else ""
        await services.store.set_desk(actor.team_id, channel_id, name)
        await services.auditing.note(actor, "chose where appeals are told", name or "in private")
        return Say(case_messages.gathers(name))
    return Say(case_messages.page(await services.cases.page(actor.team_id, actor.member_id)))


async def _require_postable(services: Services, actor: Actor) -> None:
    """See that what waits could be told in the channel."""
    require_channel(actor)
    page = CASES.action(TeamPage(0, name_of(actor.team_id)))
    await services.places.require_free(actor, Button("What waits", page))


async def press_cases(services: Services, press: Press, page: TeamPage) -> Reply:
    """The way to another page."""
    actor = press.actor
    shown = await services.cases.page(actor.team_id, actor.member_id, page.skipped)
    return Say(case_messages.page(shown), replaces=True)


async def press_case(services: Services, press: Press, which: OfAppeal) -> Reply:
    """Show a case also to somebody who could still answer its question."""
    case = await services.judging.case(press.actor, which.appeal_id)
    shown = await services.cases.shown(case, press.actor.member_id)
    return Say(case_messages.one(case_messages.Shown(case, own=shown.own)))


async def press_rule(services: Services, press: Press, what: Deciding) -> Reply:
    """A decision was chosen: show what would follow, or ask for a word to the member."""
    case = await services.judging.waiting(press.actor, what.appeal_id)
    if what.kind is RulingKind.EVERYBODY:
        draft = services.judging.guessed(case)
        return Say(await _preview(services, press, what.appeal_id, draft))
    if what.kind not in (RulingKind.ONCE, RulingKind.PARTLY, RulingKind.DECLINED):
        raise UnknownAction
    return Ask(messages.ruling_form(case, what.kind))


async def ruled(services: Services, sent: Submission, what: Deciding) -> Reply:
    """The decision about one answer is confirmed."""
    if what.kind not in (RulingKind.ONCE, RulingKind.PARTLY, RulingKind.DECLINED):
        raise UnknownAction
    case = await services.judging.waiting(sent.actor, what.appeal_id)
    word = sent.values.get(messages.WORD, "")
    ruling, effects = await services.judging.decide(sent.actor, case, what.kind, word)
    names = await _names(services, sent.actor.team_id, [each.member_id for each in case.appeals])
    return Say(messages.done(ruling, *_sums(effects), names))


async def press_wording(services: Services, press: Press, which: OfAppeal) -> Reply:
    """The words that are to count shall be others."""
    case = await services.judging.waiting(press.actor, which.appeal_id)
    return Ask(messages.wording_form(case, services.judging.guessed(case)))


async def worded(services: Services, sent: Submission, which: OfAppeal) -> Reply:
    """The form with the words came back: show what would follow from these."""
    case = await services.judging.waiting(sent.actor, which.appeal_id)
    words = " ".join(sent.values.get(messages.WORDS, "").split())[: messages.LONGEST_WORDS]
    if not words:
        return Amend(((messages.WORDS, "Please write the words that are to count."),))
    items = case.round.question.items
    chosen = sent.values.get(messages.ITEM, "0")
    number = int(chosen) if chosen.isascii() and chosen.isdigit() else 0
    item = items[min(number, len(items) - 1)].text
    draft = Draft(
        words, item, " ".join(sent.values.get(messages.WORD, "").split())[: messages.LONGEST]
    )
    return Say(await _preview(services, sent, which.appeal_id, draft))


async def press_count(services: Services, press: Press, what: Counting) -> Reply:
    """What was shown is confirmed: the words count for everybody."""
    case = await services.judging.waiting(press.actor, what.appeal_id)
    draft = services.judging.guessed(case)
    if messages.seen(draft) != what.seen:
        # Another quizmaster changed the words in between: this one sees what would follow now.
        return Say(await _preview(services, press, what.appeal_id, draft), replaces=True)
    ruling, effects = await services.judging.decide(
        press.actor, case, RulingKind.EVERYBODY, draft.word, draft
    )
    names = await _names(services, press.actor.team_id, [each.member_id for each in case.appeals])
    return Say(messages.done(ruling, *_sums(effects), names), replaces=True)


async def press_undo(services: Services, press: Press, which: OfRuling) -> Reply:
    """Take a decision back."""
    ruling, effects = await services.judging.undo(press.actor, which.ruling_id)
    return Say(messages.undone(ruling, *_sums(effects)), replaces=True)


async def _preview(
    services: Services, event: Press | Submission, appeal_id: str, draft: Draft
) -> Message:
    actor, judging = event.actor, services.judging
    case = await judging.waiting(actor, appeal_id)
    await services.store.save_draft(actor.team_id, case.appeal.id, draft)
    forecast = await judging.forecast(actor, case, draft)
    return messages.preview(
        case,
        draft,
        wordings=forecast.wordings,
        members=forecast.members,
        points=forecast.points,
        own=forecast.own,
        warnings=await judging.warnings(actor, case, draft),
    )


def _sums(effects: Sequence[Effect]) -> tuple[int, int]:
    """How many members are concerned, and how many points they gained."""
    return len({each.member_id for each in effects}), sum(each.points for each in effects)


async def _names(services: Services, team_id: str, member_ids: Sequence[str]) -> tuple[str, ...]:
    """Who said it: it is told once it is decided."""
    found = [await services.store.member(team_id, each) for each in member_ids[:_NAMED]]
    return tuple(member.name for member in found if member is not None)


ROUTES = Routes(
    commands={_APPEALS: appeals},
    presses=(
        On(CASES, press_cases, Audience.QUIZMASTER, _WHAT),
        On(CASE, press_case, Audience.QUIZMASTER, _WHAT),
        On(RULE, press_rule, Audience.QUIZMASTER, _WHAT),
        On(WORDING, press_wording, Audience.QUIZMASTER, _WHAT),
        On(COUNT, press_count, Audience.QUIZMASTER, _WHAT),
        On(UNDO, press_undo, Audience.QUIZMASTER, _WHAT),
    ),
    forms=(
        On(RULED, ruled, Audience.QUIZMASTER, _WHAT),
        On(WORDED, worded, Audience.QUIZMASTER, _WHAT),
    ),
)
