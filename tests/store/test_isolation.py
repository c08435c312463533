"""No team sees another team's data, though both use the same ids for everything."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.appeal import Appeal, Decider, Phrase, Ruling, RulingKind
from bot.model.audit import AuditEntry
from bot.model.delivery import DeliveryKind
from bot.model.report import Aside, Report, ReportKind
from bot.model.round import MessageRef
from bot.model.team import Member
from bot.quiz.ports.regrades import Regrade
from bot.quiz.ports.rounds import StillUntold
from bot.quiz.ports.rulings import Correction, Ruled
from bot.quiz.ports.teams import Back
from bot.store import SqlStore
from tests.scheduled import scheduled
from tests.store.cast import (
    CHANNEL,
    DAY,
    FIVE,
    NINE,
    QUESTION,
    SHEET,
    TODAY,
    answer,
    decision,
    ending_of,
    met,
    notice,
    post_of,
    proposal,
    round_,
    schedule,
    what_is_due,
)

NUMBERS = count()
Deed = Callable[[SqlStore, str, str], Awaitable[object]]


def open_round(store: SqlStore, team: str, id_: str) -> Awaitable[None]:
    ref = MessageRef(team, CHANNEL, f"m-{id_}")
    return store.delivered(post_of(round_(id_, team)), ref, NINE)


def reveal(store: SqlStore, team: str, id_: str) -> Awaitable[None]:
    post = post_of(round_(id_, team), kind=DeliveryKind.REVEAL, key=f"reveal-{id_}")
    return store.delivered(post, None, FIVE)


async def rename(store: SqlStore, team: str, id_: str) -> bool:
    """The question of the team's sheet gets this id."""
    over = next((entry for entry in await store.sheets(team) if entry.id == "ml"), None)
    known = await store.sheet(team, "ml")
    before = known.questions[0].id if known else id_
    renamed = ((before, id_),) if before != id_ else ()
    sheet = replace(SHEET, questions=(replace(QUESTION, id=id_),))
    return await store.replace_sheet(team, sheet, over, renamed)


async def ask(store: SqlStore, team: str, id_: str) -> bool | str:
    """Plan a round unless its question is out in the team."""
    extra = round_(id_, team, slot=id_)
    try:
        return await store.plan(extra, (post_of(extra),), rivals=frozenset({QUESTION.id}))
    except StillUntold:
        return "still untold"


async def plan(store: SqlStore, team: str, id_: str) -> bool:
    """By the schedule as it stands, where there is one."""
    read = next(iter(await store.schedules(team, CHANNEL)), None)
    planned = round_(id_, team, slot=id_)
    return await store.plan(planned, (post_of(planned),), read, FIVE)


async def stay_out(store: SqlStore, team: str, id_: str) -> bool | None:
    """By the schedule as it stands, where there is one."""
    for read in await store.schedules(team, CHANNEL):
        return await store.stay_out(read, id_, FIVE, NINE)
    return None


async def let_wait(store: SqlStore, team: str, id_: str) -> list[bool]:
    return [await store.let_wait(read) for read in await store.schedules(team, CHANNEL)]


async def set_free(store: SqlStore, team: str, id_: str) -> list[bool]:
    found = await store.schedules(team, CHANNEL)
    return [await store.set_free(read, id_, (notice(f"free-{id_}", team),)) for read in found]


async def leave_unread(store: SqlStore, team: str, id_: str) -> None:
    await store.leave_unread(notice(id_, team), "shut", NINE)


ADA = Decider("ada", "Ada", FIVE)


def logged(team: str, id_: str) -> AuditEntry:
    return AuditEntry(team, id_, FIVE, "ada", "Ada", f"did {id_}")


def reported(team: str, id_: str) -> Report:
    kind = ReportKind.UNCLEAR
    return Report(team, id_, CHANNEL, "ml", "pca", id_, "ada", "Ada", kind, id_, NINE)


async def appeal(store: SqlStore, team: str, id_: str) -> object:
    if not await store.answers(team, id_, "ada"):
        return "nothing was said"
    made = Appeal(team, f"a-{id_}", id_, "ada", 1, "variance", NINE)
    return await store.appeal(made, (notice(f"ap-{id_}", team),), NINE - DAY)


async def rule(store: SqlStore, team: str, id_: str) -> object:
    if await store.ruling(team, id_) is not None:
        return "decided"
    phrase = Phrase(team, id_, id_, "ml", "pca", "variance", id_, ADA)
    ruling = Ruling(team, id_, RulingKind.EVERYBODY, ADA)
    return await store.rule(Ruled(ruling, (f"a-{id_}",), phrase, entry=logged(team, f"l-{id_}")))


async def void(store: SqlStore, team: str, id_: str) -> object:
    if await store.ruling(team, f"void-{id_}") is not None:
        return "decided"
    ruling = Ruling(team, f"void-{id_}", RulingKind.VOIDED, ADA, round_id=id_)
    return await store.rule(Ruled(ruling, reports=(id_,)))


async def set_aside(store: SqlStore, team: str, id_: str) -> object:
    if await store.ruling(team, f"aside-{id_}") is not None:
        return "decided"
    aside = Aside(team, "ml", "pca", id_, id_, f"aside-{id_}", "Ada", FIVE)
    ruling = Ruling(team, f"aside-{id_}", RulingKind.SET_ASIDE, ADA)
    return await store.rule(Ruled(ruling, aside=aside))


async def regrade(store: SqlStore, team: str, id_: str) -> object:
    basis = await store.basis(team, id_, "", 1)
    if basis is None or not basis.tries:
        return "nobody"
    (tries,) = basis.tries
    answers = tuple(replace(each.answer, points=each.answer.points + 1) for each in tries.said)
    changed = tuple(each.number for each in answers)
    new = Regrade(tries.member_id, answers, changed, (), len(answers), cause=id_)
    return await store.regrade(basis, (new,), FIVE)


async def correct(store: SqlStore, team: str, id_: str) -> object:
    if await store.ruling(team, f"cor-{id_}") is not None:
        return "done"
    ruling = Ruling(team, f"cor-{id_}", RulingKind.CORRECTED, ADA, id_)
    correction = Correction(ruling, "ada", CHANNEL, TODAY, 2)
    entry, told = logged(team, f"lc-{id_}"), notice(f"cor-{id_}", team)
    return await store.correct(correction, entry, told)


DEEDS: dict[str, Deed] = {
    "leave": lambda s, t, i: s.left(t, i),
    "leave again": lambda s, t, i: s.left(t, i, 1),
    "arrive": lambda s, t, i: s.arrived(t, i),
    "member": lambda s, t, i: met(s, Member(t, "ada", i, hidden=i == "r1")),
    "remind": lambda s, t, i: s.set_reminder(t, CHANNEL, "grace", i == "r1"),
    "hear": lambda s, t, i: s.first_time(t, i, NINE),
    "sheet": lambda s, t, i: s.save_sheet(
        t, replace(SHEET, title=i, questions=(replace(QUESTION, prompt=i),))
    ),
    "rename": rename,
    "schedule": lambda s, t, i: s.begin_schedule(schedule(t, sheet_id=i)),
    "reschedule": lambda s, t, i: s.reschedule(schedule(t, sheet_id=i), None if i == "r1" else 2),
    "choose": lambda s, t, i: s.choose_sheet(t, CHANNEL, "daily", i, "ada"),
    "pause": lambda s, t, i: s.pause(t, CHANNEL, "daily", i, "ada"),
    "rest": lambda s, t, i: s.rest(schedule(t), i),
    "keep out": lambda s, t, i: s.keep_out(schedule(t), i, FIVE, (notice(f"out-{i}", t),)),
    "stay out": stay_out,
    "let wait": let_wait,
    "set free": set_free,
    "move": lambda s, t, i: s.move(schedule(t), i, i, "ada"),
    "move back": lambda s, t, i: s.move(schedule(t, i, version=2), CHANNEL, i, "ada"),
    "rename channel": lambda s, t, i: s.rename_channel(t, CHANNEL, i),
    "back": lambda s, t, i: s.arrived(t, i, Back(i, NINE, (notice(f"back-{i}", t),))),
    "leave unread": leave_unread,
    "read": lambda s, t, i: s.unread(t, "ada", 5),
    "plan": plan,
    "undecided": lambda s, t, i: s.undecided(t, 9),
    "propose": lambda s, t, i: s.save_proposal(proposal(t, i)),
    "accept": lambda s, t, i: s.decide(t, i, decision(), (notice(f"dec-{i}", t),)),
    "decline": lambda s, t, i: s.decide(t, i, decision(accepted=False)),
    "take": lambda s, t, i: s.take(t, i, decision(), replace(SHEET, title=i), None, ()),
    "ask": ask,
    "open": open_round,
    "close": lambda s, t, i: s.close(round_(i, t), ending_of(round_(i, t)), FIVE),
    "reveal": reveal,
    "give up": lambda s, t, i: s.give_up(post_of(round_(i, t)), "gone", NINE),
    "postpone": lambda s, t, i: s.postpone(post_of(round_(i, t)), FIVE, "busy"),
    "refresh": lambda s, t, i: s.refresh_count(round_(i, t, answered=1), NINE),
    "answer": lambda s, t, i: s.record(answer(team_id=t, round_id=i, key=i)),
    "again": lambda s, t, i: s.record(answer(team_id=t, round_id=i, number=2, key=f"2{i}")),
    "hint": lambda s, t, i: s.take_hint(round_(i, t), "ada", NINE),
    "appeal": appeal,
    "rule": rule,
    "void": void,
    "undo": lambda s, t, i: s.undo(t, i, ADA, logged(t, f"undo-{i}")),
    "regrade": regrade,
    "withdraw": lambda s, t, i: s.withdraw(t, i, ADA, logged(t, f"out-{i}")),
    "report": lambda s, t, i: s.report(reported(t, i), (), NINE - DAY),
    "set aside": set_aside,
    "ask again": lambda s, t, i: s.ask_again(t, "ml", "pca"),
    "correct": correct,
    "log": lambda s, t, i: s.log(logged(t, i)),
    "sever": lambda s, t, i: s.sever(t, "ada"),
    "gather": lambda s, t, i: s.set_desk(t, i, i),
    "owe": lambda s, t, i: s.owe(notice(i, t)),
    "note": lambda s, t, i: s.save_note(t, "n", i),
    "say": lambda s, t, i: s.post_message(t, CHANNEL, i, i, NINE),
    "edit": lambda s, t, i: s.edit_message(t, "1", i, FIVE),
}
NEEDS_ROUND = {"hint", "appeal"}


async def do(store: SqlStore, team: str, deed: str, id_: str) -> str:
    """What came of a deed, as text."""
    if deed in NEEDS_ROUND and await store.round(team, id_) is None:
        return "no round"
    return repr(await DEEDS[deed](store, team, id_)).replace(team, "TEAM")


async def view(store: SqlStore, team: str) -> str:
    """All that a team can see, as text in which its own id is left out."""
    seen: list[object] = [
        await store.team(team),
        await store.sheets(team),
        await store.sheet(team, "ml"),
        await store.schedules(team, CHANNEL),
        await store.team_schedules(team),
        *[await store.proposal(team, id_) for id_ in ("r1", "r2")],
        await store.sheet(team, "ml+"),
        await store.rounds(team, CHANNEL, 9),
        await store.asked(team, CHANNEL),
        await store.live_questions(team, NINE),
        await store.untold(team),
        await store.played_days(team, CHANNEL),
        await store.played_days(team, CHANNEL, closed=True),
        await store.standings(team, CHANNEL, None, TODAY),
        await store.standings(team, CHANNEL, None, TODAY, "ada"),
        await store.note(team, "n"),
        await store.messages(team, CHANNEL, 9),
        await store.open_cases(team, 9),
        await store.open_complaints(team, 9),
        await store.phrases(team, "ml"),
        await store.team_phrases(team, 9),
        await store.asides(team),
        await store.audit(team, 9),
        await store.desk(team),
        await store.insights(team, TODAY),
        await store.rounds_of_question(team, "ml", "pca"),
    ]
    for member in ("ada", "grace"):
        seen += [
            await store.member(team, member),
            await store.wants_reminder(team, CHANNEL, member),
            await store.answered_days(team, CHANNEL, member),
            await store.history(team, member, 9),
            await store.said_since(team, member, TODAY, 9),
        ]
    for id_ in ("r1", "r2"):
        seen += [
            await store.answers(team, id_),
            await store.play(team, id_, "ada"),
            await store.round_at(MessageRef(team, CHANNEL, f"m-{id_}")),
            await store.to_remind(round_(id_, team)),
            await store.ruling(team, id_),
            await store.effects(Ruling(team, id_, RulingKind.EVERYBODY, ADA)),
            await store.basis(team, id_, "", 9),
        ]
    return repr(seen).replace(team, "TEAM")


@given(
    deeds=st.lists(
        st.tuples(st.booleans(), st.sampled_from(sorted(DEEDS)), st.sampled_from(["r1", "r2"])),
        min_size=5,
        max_size=40,
    )
)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_a_team_lives_as_if_it_were_alone(
    store: SqlStore, deeds: list[tuple[bool, str, str]]
) -> None:
    """What it does and sees beside a busy neighbour is what it does and sees without one."""
    number = next(NUMBERS)
    ours, theirs, alone = (f"web:{name}-{number}" for name in ("ours", "theirs", "alone"))
    before = await view(store, theirs)
    for is_ours, deed, id_ in deeds:
        done = await do(store, ours if is_ours else theirs, deed, id_)
        if is_ours:
            assert await do(store, alone, deed, id_) == done
    assert await view(store, ours) == await view(store, alone)
    if all(is_ours for is_ours, *_ in deeds):
        assert await view(store, theirs) == before


async def test_what_is_due_over_all_teams_names_the_team(store: SqlStore) -> None:
    for team in ("web:one", "web:two"):
        await scheduled(store, schedule(team))
        await store.owe(notice("n1", team))
    assert {each.team_id for each in (await what_is_due(store, NINE, 9)).schedules} == {
        "web:one",
        "web:two",
    }
    leased = await store.lease(frozenset({"web"}), "w", NINE, FIVE, 9)
    assert {each.team_id for each in leased} == {"web:one", "web:two"}
    await store.delivered(leased[0], None, NINE)
    (left,) = await store.lease(frozenset({"web"}), "w", FIVE, FIVE, 9)
    assert left.team_id == leased[1].team_id
