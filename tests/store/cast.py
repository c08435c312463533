"""The people, places and things of the store's tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.model.answer import Answer, Recording
from bot.model.delivery import Delivery, DeliveryKind
from bot.model.grade import Evidence, Grade, Verdict
from bot.model.proposal import Decision, Proposal
from bot.model.question import Item, Mode, Question
from bot.model.round import MessageRef, Round
from bot.model.schedule import Schedule
from bot.model.sheet import Glossary, Sheet
from bot.model.team import Member
from bot.quiz.ports.outbox import Due
from bot.store import SqlStore

TEAM = "web:acme"
OTHER = "web:globex"
CHANNEL = "C1"
NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)
FIVE = datetime(2026, 11, 24, 17, tzinfo=UTC)
TODAY = date(2026, 11, 24)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WEB = frozenset({"web"})

QUESTION = Question("pca", "What does PCA keep?", Mode.ANY, (Item("variance", accept=("var",)),))
SHEET = Sheet(
    "ml",
    "Machine learning",
    (QUESTION, Question("open", "Unanswered?", Mode.ANY, ())),
    glossary=Glossary((("PCA", ("principal component analysis",)),)),
    tags=("math",),
)
RIGHT = Grade(Verdict.CORRECT, 1.0, hits=(0,), evidence=(Evidence(0, "variance", "exact"),))
WRONG = Grade(Verdict.WRONG, 0.0, missing=(0,))


def schedule(team_id: str = TEAM, channel_id: str = CHANNEL, **changes: Any) -> Schedule:
    """Every weekday from nine to five, due at nine."""
    made = Schedule(team_id, channel_id, "ml", time(9), time(17), "Europe/Berlin", next_at=NINE)
    return replace(made, **changes)


def round_(id_: str = "r1", team_id: str = TEAM, **changes: Any) -> Round:
    """Today's round in the channel, planned at nine and open until five."""
    made = Round(team_id, id_, CHANNEL, TODAY, "daily", "ml", QUESTION, NINE, FIVE)
    made = replace(made, sheet_title="Machine learning")
    return replace(made, **changes)


def post_of(planned: Round, **changes: Any) -> Delivery:
    """The post that a round owes."""
    return replace(
        Delivery(
            planned.team_id,
            f"post-{planned.id}",
            DeliveryKind.POST,
            planned.channel_id,
            planned.planned_at,
            planned.id,
            seq=1,
        ),
        **changes,
    )


def ending_of(planned: Round, at: datetime = FIVE) -> tuple[Delivery, Delivery]:
    """The closed post and the reveal that a round owes in the end."""
    post = post_of(planned)
    return (
        replace(post, key=f"close-{planned.id}", kind=DeliveryKind.CLOSE, due_at=at, seq=2),
        replace(post, key=f"reveal-{planned.id}", kind=DeliveryKind.REVEAL, due_at=at, seq=3),
    )


def notice(key: str, team_id: str = TEAM, at: datetime = NINE, round_id: str = "") -> Delivery:
    """A word to Ada."""
    return Delivery(team_id, key, DeliveryKind.NOTICE, CHANNEL, at, round_id, "ada", "Hello", seq=5)


def answer(member_id: str = "ada", number: int = 1, **changes: Any) -> Answer:
    """What a member says in round `r1` a minute after it began, for ten points."""
    made = Answer(
        TEAM,
        "r1",
        CHANNEL,
        TODAY,
        member_id,
        member_id.title(),
        number,
        "variance",
        RIGHT,
        NINE + MINUTE,
        points=10,
        key=f"{member_id}-{number}",
    )
    return replace(made, **changes)


def proposal(team_id: str = TEAM, id_: str = "p1", *, adds: bool = True) -> Proposal:
    """One more question for the sheet, or the whole sheet."""
    more = Sheet("ml+", "Machine learning", (replace(QUESTION, id=f"suggested-{id_}"),))
    sheet = more if adds else SHEET
    return Proposal(team_id, id_, CHANNEL, "edsger", "Edsger", NINE, sheet, adds)


def decision(by: str = "ada", *, accepted: bool = True) -> Decision:
    """What a quizmaster decides at nine."""
    return Decision(accepted, by, by.title(), NINE)


async def accepted(store: SqlStore, team_id: str, sheet: Sheet, id_: str) -> None:
    """Suggest the questions of a sheet, and accept them."""
    suggested = replace(proposal(team_id, id_), sheet=sheet)
    await store.save_proposal(suggested)
    assert await store.decide(team_id, id_, decision())


async def posted(store: SqlStore, planned: Round | None = None, at: datetime = NINE) -> Round:
    """Plan a round, lease its post, deliver it, and return the round as it then is."""
    planned = planned or round_()
    post = post_of(planned)
    assert await store.plan(planned, (post,))
    leased = await store.lease(WEB, "w1", at, at + MINUTE, 100)
    assert [delivery.key for delivery in leased] == [post.key]
    ref = MessageRef(planned.team_id, planned.channel_id, f"m-{planned.id}", "t1")
    await store.delivered(leased[0], ref, at)
    found = await store.round(planned.team_id, planned.id)
    assert found is not None
    return found


async def met(store: SqlStore, member: Member) -> None:
    """Write down a member with their settings."""
    await store.greet(member.team_id, member.id, member.name)
    settings = {"hidden": member.hidden, "quizmaster": member.quizmaster}
    assert await store.set_member(member.team_id, member.id, **settings) == member


async def became(store: SqlStore, said: Answer) -> Recording:
    """What became of an answer that is to be recorded."""
    return (await store.record(said)).recording


async def what_is_due(store: SqlStore, now: datetime, limit: int = 10) -> Due:
    """What is due on the web at an instant; counts are due that were shown before it."""
    return await store.due(WEB, now, now, limit)
