"""A sheet replaces another one, and what hangs on its questions' ids goes along."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from bot.model.question import Item, Mode, Question
from bot.model.round import RoundState
from bot.model.sheet import Sheet
from bot.quiz.ports.sheets import LIBRARY, SheetEntry
from bot.store import SqlStore, open_store
from tests.store.cast import CHANNEL, NINE, OTHER, TEAM, accepted, answer, posted, round_

THIRD = "web:initech"


def question(name: str) -> Question:
    return Question(name, f"What is {name}?", Mode.ANY, (Item(name),))


def sheet(*names: str) -> Sheet:
    return Sheet("ml", "Machine learning", tuple(question(name) for name in names))


async def standing(store: SqlStore, team_id: str = TEAM) -> SheetEntry:
    """What stands under the id of the sheet."""
    return next(entry for entry in await store.sheets(team_id) if entry.id == "ml")


async def replaced(
    store: SqlStore, new: Sheet, *renamed: tuple[str, str], team_id: str = TEAM
) -> bool:
    """The sheet that stands there is replaced."""
    return await store.replace_sheet(team_id, new, await standing(store, team_id), renamed)


async def plays(store: SqlStore, *names: str, team_id: str = TEAM, sheet_id: str = "ml") -> None:
    """A channel has these questions, one a day."""
    for day, name in enumerate(names):
        planned = round_(
            f"{name}-{day}-{sheet_id}",
            team_id,
            slot=f"{day}-{sheet_id}",
            sheet_id=sheet_id,
            question=question(name),
        )
        assert await store.plan(planned, ())


async def counts(store: SqlStore, team_id: str = TEAM) -> dict[str, int]:
    """How often the channel had each question."""
    return {each.question_id: each.times for each in await store.asked(team_id, CHANNEL)}


async def test_what_was_asked_counts_under_the_new_id(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a", "b"))
    await plays(store, "a", "a", "b")
    assert await replaced(store, sheet("acorns", "b"), ("a", "acorns"))
    assert await counts(store) == {"acorns": 2, "b": 1}
    assert await store.sheet(TEAM, "ml") == sheet("acorns", "b")


async def test_a_round_stays_as_it_was_posted_under_the_new_id(store: SqlStore) -> None:
    """Open or over: its state, its post, its words, answers and points do not change."""
    await store.save_sheet(TEAM, sheet("a"))
    before = await posted(store, round_(question=question("a")))
    await store.record(answer())
    before = replace(before, answered=1)
    new = Sheet("ml", "Machine learning", (replace(question("acorns"), prompt="Reworded?"),))
    assert await replaced(store, new, ("a", "acorns"))
    after = replace(before, question=replace(question("a"), id="acorns"))
    assert await store.round(TEAM, "r1") == after
    assert await store.live_questions(TEAM, NINE) == (after,)
    play = await store.play(TEAM, "r1", "ada")
    assert play is not None
    assert play.round == after
    ((played, best),) = await store.history(TEAM, "ada", 5)
    assert (played, best.points) == (after, 10)


async def test_swapped_ids_swap_their_histories(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a", "b"))
    await plays(store, "a", "a", "a", "b")
    assert await replaced(store, sheet("b", "a"), ("a", "b"), ("b", "a"))
    assert await counts(store) == {"b": 3, "a": 1}


@pytest.mark.parametrize("backwards", [False, True])
async def test_ids_that_move_on_in_a_row_stay_apart(store: SqlStore, backwards: bool) -> None:
    await store.save_sheet(TEAM, sheet("a", "b", "c"))
    await plays(store, "a", "b", "b", "c", "c", "c")
    pairs = [("a", "b"), ("b", "c"), ("c", "d")]
    assert await replaced(store, sheet("b", "c", "d"), *(pairs[::-1] if backwards else pairs))
    assert await counts(store) == {"b": 1, "c": 2, "d": 3}


async def test_ids_may_change_again_and_again(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a"))
    await plays(store, "a")
    for old, new in (("a", "b"), ("b", "c"), ("c", "a"), ("a", "z")):
        assert await replaced(store, sheet(new), (old, new))
        assert await counts(store) == {new: 1}


async def test_the_same_sheet_again_moves_nothing(store: SqlStore) -> None:
    """Whoever comes second with the same file finds it done, even if the ids were swapped."""
    await store.save_sheet(TEAM, sheet("a", "b"))
    await plays(store, "a", "a", "b")
    over = await standing(store)
    swap = (("a", "b"), ("b", "a"))
    for _ in range(3):
        assert await store.replace_sheet(TEAM, sheet("b", "a"), over, swap)
        assert await counts(store) == {"b": 2, "a": 1}


async def test_of_two_at_once_the_second_has_to_compare_again(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a"))
    await plays(store, "a")
    over = await standing(store)
    told = await asyncio.gather(
        *(store.replace_sheet(TEAM, sheet(new), over, (("a", new),)) for new in ("b", "c", "d"))
    )
    assert sorted(told) == [False, False, True]
    (now,) = await counts(store)
    assert await store.sheet(TEAM, "ml") == sheet(now)


async def test_of_two_first_sheets_at_once_the_second_has_to_compare(store: SqlStore) -> None:
    told = await asyncio.gather(
        *(store.replace_sheet(TEAM, sheet(new), None, ()) for new in ("b", "c", "d"))
    )
    assert sorted(told) == [False, False, True]


async def test_two_processes_may_bring_the_same_file_at_once(store_url: str) -> None:
    async with open_store(store_url) as one, open_store(store_url) as other:
        await one.save_sheet(LIBRARY, sheet("a", "b"))
        await plays(one, "a", "a", "b")
        over = await standing(one, LIBRARY)
        swap = (("a", "b"), ("b", "a"))
        told = await asyncio.gather(
            *(each.replace_sheet(LIBRARY, sheet("b", "a"), over, swap) for each in (one, other))
        )
        assert told == [True, True]
        assert await counts(other) == {"b": 2, "a": 1}


async def test_a_sheet_of_the_installation_moves_every_teams_rounds_but_those_of_their_own(
    store: SqlStore,
) -> None:
    await store.save_sheet(LIBRARY, sheet("a"))
    await store.save_sheet(THIRD, sheet("a"))
    for team_id in (TEAM, OTHER, THIRD):
        await plays(store, "a", team_id=team_id)
    assert await replaced(store, sheet("acorns"), ("a", "acorns"), team_id=LIBRARY)
    assert await counts(store, TEAM) == await counts(store, OTHER) == {"acorns": 1}
    assert await counts(store, THIRD) == {"a": 1}


async def test_a_teams_own_sheet_moves_nobody_elses_rounds_nor_another_sheets(
    store: SqlStore,
) -> None:
    for team_id in (TEAM, OTHER):
        await store.save_sheet(team_id, sheet("a"))
        await plays(store, "a", team_id=team_id)
    await plays(store, "a", sheet_id="other")
    assert await replaced(store, sheet("acorns"), ("a", "acorns"))
    assert await counts(store) == {"acorns": 1, "a": 1}
    assert await counts(store, OTHER) == {"a": 1}


async def test_a_sheet_that_hides_the_installations_takes_over_this_teams_history(
    store: SqlStore,
) -> None:
    await store.save_sheet(LIBRARY, sheet("a"))
    await plays(store, "a")
    await plays(store, "a", team_id=OTHER)
    shipped = await standing(store, LIBRARY)
    assert not await store.replace_sheet(TEAM, sheet("acorns"), None, ()), "there is one"
    assert await store.replace_sheet(TEAM, sheet("acorns"), shipped, (("a", "acorns"),))
    assert (await counts(store), await counts(store, OTHER)) == ({"acorns": 1}, {"a": 1})
    assert await store.sheet(LIBRARY, "ml") == sheet("a")
    hidden = await store.replace_sheet(TEAM, sheet("z"), shipped, (("a", "z"),))
    assert not hidden, "the team has one of its own by now"


async def test_additions_follow_the_sheet(store: SqlStore) -> None:
    """A suggestion that was taken into the sheet, and is named there, is no second question."""
    await store.save_sheet(LIBRARY, sheet("a", "s1"))
    for team_id in (TEAM, THIRD):
        await accepted(store, team_id, replace(sheet("s1", "s2"), id="ml+"), "p1")
    await store.save_sheet(THIRD, sheet("s1"))
    assert await replaced(store, sheet("a", "shrub"), ("s1", "shrub"), team_id=LIBRARY)
    added = await store.sheet(TEAM, "ml+")
    assert added is not None
    assert [each.id for each in added.questions] == ["shrub", "s2"]
    kept = await store.sheet(THIRD, "ml+")
    assert kept is not None
    assert [each.id for each in kept.questions] == ["s1", "s2"]
    again = await replaced(store, sheet("a", "s2"), ("shrub", "s2"), team_id=LIBRARY)
    assert again
    added = await store.sheet(TEAM, "ml+")
    assert added is not None
    assert [each.id for each in added.questions] == ["s2"], "one of each id"


async def test_what_is_refused_changes_nothing(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a", "b"))
    await plays(store, "a")
    with pytest.raises(ValueError, match="have the id b"):
        await replaced(store, sheet("b", "b"), ("a", "b"))
    over = replace(await standing(store), version="another")
    assert not await store.replace_sheet(TEAM, sheet("z"), over, (("a", "z"),))
    assert await counts(store) == {"a": 1}
    assert await store.sheet(TEAM, "ml") == sheet("a", "b")


async def test_skipped_rounds_go_along(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a"))
    missed = round_(question=question("a"), state=RoundState.SKIPPED)
    assert await store.plan(missed, ())
    assert await replaced(store, sheet("acorns"), ("a", "acorns"))
    found = await store.round(TEAM, "r1")
    assert found is not None
    assert found.question.id == "acorns"


async def test_thousands_of_ids_may_change_at_once(store: SqlStore) -> None:
    old = [f"q{number}" for number in range(3000)]
    new = [f"q{number + 1}" for number in range(3000)]
    await store.save_sheet(TEAM, sheet(*old))
    await plays(store, "q0", "q2998", "q2999")
    assert await replaced(store, sheet(*new), *zip(old, new, strict=True))
    assert await counts(store) == {"q1": 1, "q2999": 1, "q3000": 1}


async def test_a_sheet_without_renamed_questions_touches_no_round(store: SqlStore) -> None:
    await store.save_sheet(TEAM, sheet("a"))
    await plays(store, "a")
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        assert await replaced(store, sheet("a", "b"))
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    assert statements
    assert not [each for each in statements if each.startswith("UPDATE rounds")]
