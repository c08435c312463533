"""Proposals: kept, decided once, and the decision kept with them."""

from dataclasses import replace

from bot.model.sheet import Sheet
from bot.quiz.ports.proposals import Taken
from bot.store import SqlStore
from tests.store.cast import (
    DAY,
    MINUTE,
    NINE,
    OTHER,
    SHEET,
    TEAM,
    WEB,
    decision,
    notice,
    proposal,
)


async def test_an_accepted_question_and_the_decision_are_one_write(store: SqlStore) -> None:
    waiting = proposal()
    await store.save_proposal(waiting)
    await store.save_proposal(replace(waiting, maker_name="Somebody else"))
    assert await store.proposal(TEAM, "p1") == waiting
    assert await store.proposal(OTHER, "p1") is None
    assert await store.decide(TEAM, "p1", decision(), (notice("dec-p1"),))
    assert await store.proposal(TEAM, "p1") == replace(waiting, decision=decision())
    assert await store.sheet(TEAM, "ml+") == waiting.sheet
    (told,) = await store.lease(WEB, "w1", NINE, NINE + MINUTE, 9)
    assert told.key == "dec-p1"


async def test_what_was_decided_stays_as_it_was_decided(store: SqlStore) -> None:
    await store.save_proposal(proposal())
    declined = decision("grace", accepted=False)
    assert await store.decide(TEAM, "p1", declined)
    assert not await store.decide(TEAM, "p1", decision(), (notice("dec-p1"),))
    assert not await store.decide(TEAM, "p2", decision())
    assert await store.proposal(TEAM, "p1") == replace(proposal(), decision=declined)
    assert await store.sheet(TEAM, "ml+") is None
    assert await store.lease(WEB, "w1", NINE, NINE + MINUTE, 9) == (), "nobody is told otherwise"


async def test_a_sheet_is_taken_into_the_place_that_it_was_compared_with(store: SqlStore) -> None:
    await store.save_proposal(proposal(adds=False))
    await store.save_sheet(TEAM, Sheet("ml", "Another one"))
    taken = await store.take(TEAM, "p1", decision(), SHEET, None, ())
    assert taken is Taken.CHANGED
    assert await store.proposal(TEAM, "p1") == proposal(adds=False), "nobody has decided"
    (over,) = await store.sheets(TEAM)
    assert await store.take(TEAM, "p1", decision(), SHEET, over, ()) is Taken.TAKEN
    assert await store.sheet(TEAM, "ml") == SHEET
    other = Sheet("ml", "Mine")
    (over,) = await store.sheets(TEAM)
    assert await store.take(TEAM, "p1", decision("grace"), other, over, ()) is Taken.DECIDED
    assert await store.sheet(TEAM, "ml") == SHEET


async def test_old_proposals_are_forgotten_with_their_decisions(store: SqlStore) -> None:
    for number in range(2):
        await store.save_proposal(replace(proposal(id_=f"p{number}"), made_at=NINE + number * DAY))
        await store.decide(TEAM, f"p{number}", decision(accepted=False))
    await store.forget_proposals(NINE + DAY)
    assert await store.proposal(TEAM, "p0") is None
    assert await store.proposal(TEAM, "p1") is not None
