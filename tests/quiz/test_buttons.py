"""Buttons and forms as they travel: those of the first version work like those of this one."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.action import LONGEST, Action, ActionKind, UnreadableAction
from bot.quiz import actions
from bot.quiz.commands.registry import build_registry
from tests.quiz.room import Room, said

KINDS: dict[str, ActionKind[object]] = {
    kind.verb: kind for kind in vars(actions).values() if isinstance(kind, ActionKind)
}
FIRST = (
    "answer:uuydufdzuwst:T0123",
    "hint:uuydufdzuwst:T0123",
    "pick:uuydufdzuwst:T0123:0",
    "pick:uuydufdzuwst:T0123:11",
    "send:uuydufdzuwst:T0123",
    "report:uuydufdzuwst",
    "board:today",
    "board:week",
    "board:month",
    "board:all",
    "me:T0123:C0123",
    "hide:on:T0123:C0123",
    "hide:off:T0123:C0123",
    "remind:on:T0123:C0123",
    "remind:off:T0123:C0123",
    "entry:single-instance",
    "share:single-instance",
    "suggest",
    "suggested",
    "schedule",
    "schedule:T0123:C0123",
    "scheduled:T0123:C0123",
    "pause:T0123:C0123",
    "ask:T0123:C0123",
    "retry:T0123:C0123:post-uuydufdzuwst",
    "dismiss:U0123",
    "uploaded",
    "use:ml",
    "accept:uuydufdzuwst",
    "accept:uuydufdzuwst:T0123",
    "decline:uuydufdzuwst",
    "decline:uuydufdzuwst:T0123",
)
"""Everything that the first version wrote into buttons and forms."""
LATER = (
    "run:lookup",
    "run:quizmaster:schedule",
    "tell:on:T0123:C0123",
    "dismiss:U0123:T0123",
    "own:4:T0123:C0123",
    "reporting:uuydufdzuwst:T0123",
    "report:uuydufdzuwst:T0123",
    "resume:T0123:C0123",
    "move:T0123:C0123:C0124",
    "preview:T0123:C0123",
    "appeal:uuydufdzuwst:2:T0123",
    "appealed:uuydufdzuwst:2:T0123",
    "cases:3:T0123",
    "case:uuydufdzuwst:T0123",
    "rule:uuydufdzuwst:everybody:T0123",
    "ruled:uuydufdzuwst:declined:T0123",
    "wording:uuydufdzuwst:T0123",
    "worded:uuydufdzuwst:T0123",
    "count:uuydufdzuwst:0123456789ab:T0123",
    "undo:uuydufdzuwst:T0123",
    "phrases:4:T0123",
    "withdraw:uuydufdzuwst:T0123",
    "flagging:single-instance",
    "flag:single-instance",
    "review:uuydufdzuwst:voided:T0123",
    "reviewed:uuydufdzuwst:aside:T0123",
    "again:ml:single-instance:T0123",
    "log:10:T0123",
)
"""What later versions write besides."""
FORGED = (
    "answer",
    "answer:",
    "answer:uuydufdzuwst:T0123:more",
    "pick:uuydufdzuwst:T0123",
    "pick:uuydufdzuwst:T0123:-1",
    "pick:uuydufdzuwst:T0123:+1",
    "pick:uuydufdzuwst:T0123:٣",
    "pick:uuydufdzuwst:T0123:²",
    "pick:uuydufdzuwst:T0123:",
    "pick:uuydufdzuwst:T0123:99999999999999999999",
    "board",
    "board:",
    "board:WEEK",
    "board:year",
    "own",
    "own:-4:T0123:C0123",
    "own:99999999999999999999:T0123",
    "reporting:uuydufdzuwst",
    "appeal:uuydufdzuwst:1:T0123",
    "appeal:uuydufdzuwst:-1:team",
    "appealed:uuydufdzuwst:1:T0123",
    "undo:uuydufdzuwst:T0123",
    "rule:uuydufdzuwst:voided:T0123",
    "rule:uuydufdzuwst:all:team",
    "hide",
    "hide:yes",
    "hide:On:T0123:C0123",
    "remind:on:T0123:C0123:more",
    "schedule:T0123:C0123:more",
    "retry",
    "retry:post-uuydufdzuwst",
    "dismiss",
    "use",
    "accept",
    "suggest:more",
    "run",
    "run:quiz:help:more",
    "Answer:uuydufdzuwst:T0123",
    ":",
    "::::",
)


@pytest.mark.parametrize("text", FIRST + LATER)
def test_a_button_of_every_version_reads_and_is_written_the_same(text: str) -> None:
    action = Action.parse(text)
    kind = KINDS[action.verb]
    assert str(kind.action(kind.read(action))) == text


def test_every_kind_is_among_those_of_some_version_and_has_a_handler() -> None:
    registry = build_registry()
    assert set(KINDS) == {Action.parse(text).verb for text in FIRST + LATER}
    assert set(KINDS) == {*registry.presses, *registry.forms}


@given(st.sampled_from(sorted(KINDS)), st.lists(st.text(max_size=30), max_size=5))
def test_whatever_comes_back_is_read_or_unreadable(verb: str, arguments: list[str]) -> None:
    action = Action.parse(":".join((verb, *arguments)))
    assert len(str(action)) <= LONGEST
    with suppress(UnreadableAction):
        KINDS[verb].action(KINDS[verb].read(action))


@pytest.mark.parametrize("text", FORGED)
async def test_a_forged_button_gets_a_kind_word_and_changes_nothing(
    morning: Room, text: str
) -> None:
    before = await morning.round()
    for name in ("Ada", "Grace"):
        action = Action.parse(text)
        for reply in (
            await morning.acts(name, action),
            await morning.sends(name, action, {"answer": "k-means", "words": "Wrong."}),
        ):
            assert "no longer here" in said(reply)
    assert await morning.round() == before
