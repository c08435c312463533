"""Who looks after a team's quiz, on both databases; and what is open for a person in other teams."""

from dataclasses import replace
from datetime import timedelta

from bot.model.round import RoundState
from bot.model.team import UserGroup
from bot.store import SqlStore
from tests.store.cast import NINE, TEAM, round_

OTHER, ELSEWHERE = "web:T9", "discord:T9"


async def test_only_those_with_an_office_are_read(store: SqlStore) -> None:
    for number in range(30):
        await store.greet(TEAM, f"m{number}", f"Member {number}")
    await store.set_member(TEAM, "m3", quizmaster=True)
    await store.volunteer(TEAM, "m5")
    await store.set_member(TEAM, "m7", told=False)
    named = await store.quizmasters(TEAM)
    assert [member.id for member in named.members] == ["m3", "m5"]
    assert [member.id for member in named.appointed] == ["m3"]
    assert [member.id for member in named.told] == ["m5"]


async def test_a_volunteer_is_told_unless_they_said_no(store: SqlStore) -> None:
    await store.greet(TEAM, "ada", "Ada")
    await store.set_member(TEAM, "ada", told=False)
    await store.volunteer(TEAM, "ada")
    assert (await store.quizmasters(TEAM)).told == ()
    await store.retire(TEAM, "ada")
    await store.volunteer(TEAM, "ada")
    assert [member.id for member in (await store.quizmasters(TEAM)).told] == ["ada"]
    await store.volunteer(TEAM, "nobody")
    assert await store.member(TEAM, "nobody") is None


async def test_a_group_is_kept_once_under_its_present_name(store: SqlStore) -> None:
    await store.add_group(UserGroup(TEAM, "g1", "leads"))
    await store.add_group(UserGroup(TEAM, "g1", "ml leads"))
    await store.add_group(UserGroup(OTHER, "g1", "others"))
    assert (await store.quizmasters(TEAM)).groups == (UserGroup(TEAM, "g1", "ml leads"),)
    assert await store.drop_group(TEAM, "g1")
    assert not await store.drop_group(TEAM, "g1")
    assert (await store.quizmasters(OTHER)).group_ids == {"g1"}


async def test_what_is_open_in_a_persons_other_teams_is_found(store: SqlStore) -> None:
    """In teams of the same platform in which they were met, and while it is withheld."""
    for number, team in enumerate((TEAM, OTHER, ELSEWHERE)):
        planned = round_(f"in-{number}", team)
        assert await store.plan(planned, (), None)
    await store.greet(OTHER, "grace", "Grace")
    await store.greet(ELSEWHERE, "grace", "Grace")
    found = await store.live_elsewhere(TEAM, "grace", NINE)
    assert [each.team_id for each in found] == [OTHER]
    assert await store.live_elsewhere(OTHER, "grace", NINE) == ()
    assert await store.live_elsewhere(TEAM, "edsger", NINE) == ()


async def test_who_asks_a_question_elsewhere_is_found_by_it(store: SqlStore) -> None:
    asked = round_()
    for number in range(6):
        planned = replace(asked, team_id=f"web:X{number}", id=f"r{number}", post=None)
        assert await store.plan(planned, (), None)
    skipped = replace(asked, team_id="web:X7", id="r7", state=RoundState.SKIPPED, post=None)
    assert await store.plan(skipped, (), None)
    ids = {asked.question.id, "another"}
    found = await store.live_with("web:X0", asked.sheet_id, ids, NINE, 10)
    assert {each.team_id for each in found} == {f"web:X{number}" for number in range(1, 6)}
    assert len(await store.live_with("web:X0", asked.sheet_id, (), NINE, 3)) == 3
    assert await store.live_with("web:X0", asked.sheet_id, {"another"}, NINE, 10) == ()
    assert await store.live_with("discord:X0", asked.sheet_id, ids, NINE, 10) == ()
    assert asked.closes_at - NINE > timedelta(0)
