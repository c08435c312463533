"""People, channels and groups in a typed line: ids in the options that take them, and names."""

import pytest

from bot.model.command import Command, Option, OptionKind
from bot.platforms.slack.commands import Mention, asked_for, lacks, mentioned, placed, typed_line
from bot.platforms.slack.forms import command_view
from bot.platforms.slack.interaction import Origin
from tests.platforms.slack.standin.reading import inputs, words

MEMBER = Option("member", "A person", OptionKind.MEMBER)
GROUP = Option("group", "A user group", OptionKind.GROUP)
CHANNEL = Option("channel", "A channel", OptionKind.CHANNEL)
APPOINT = Command(("quizmaster", "appoint"), "Appoint somebody", (MEMBER, GROUP))
GRACE, LEADS, PLACE = "<@U1|grace>", "<!subteam^S1|@ml-leads>", "<#C1|ml-study>"
BOTH = mentioned(f"{GRACE} {LEADS} {PLACE}")


def test_mentions_are_read_into_ids_and_names() -> None:
    assert typed_line("/quiz", f"a {GRACE} {LEADS} {PLACE}") == "/quiz a U1 S1 #C1"
    assert {
        "U1": Mention(OptionKind.MEMBER, "grace"),
        "S1": Mention(OptionKind.GROUP, "ml-leads"),
        "C1": Mention(OptionKind.CHANNEL, "ml-study"),
    } == BOTH


def test_a_mention_without_a_name_is_one_all_the_same() -> None:
    assert typed_line("/quiz", "a <!subteam^S1> <@W1>") == "/quiz a S1 W1"
    assert mentioned("a <!subteam^S1> <@W1>") == {
        "S1": Mention(OptionKind.GROUP),
        "W1": Mention(OptionKind.MEMBER),
    }


def test_what_looks_like_a_mention_and_was_typed_as_words_is_none() -> None:
    """Slack escapes the brackets that people type."""
    typed = "a &lt;!subteam^S1|@x&gt; S1"
    assert mentioned(typed) == {}
    assert placed(APPOINT, {"member": "S1"}, mentioned(typed)) == {"member": "S1"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"member": "U1"}, {"member": "U1"}),
        ({"member": "S1"}, {"group": "S1"}),
        ({"member": "U1", "group": "S1"}, {"member": "U1", "group": "S1"}),
        ({"member": "S1", "group": "U1"}, {"member": "U1", "group": "S1"}),
        ({"member": "S1", "group": "and more"}, {"group": "S1", "member": "and more"}),
        ({"member": "nobody"}, {"member": "nobody"}),
        ({"member": "#C1"}, {"member": "#C1"}),
    ],
)
def test_each_mention_stands_in_the_option_that_fits(
    given: dict[str, str], wanted: dict[str, str]
) -> None:
    assert placed(APPOINT, given, BOTH) == wanted


def test_what_holds_for_groups_holds_for_channels() -> None:
    command = Command(("quiz", "move"), "Move", (GROUP, CHANNEL, Option("note", "A word")))
    assert placed(command, {"group": "#C1", "channel": "S1"}, BOTH) == {
        "channel": "#C1",
        "group": "S1",
    }
    assert placed(command, {"note": "U1"}, BOTH) == {"note": "U1"}, "any words may be a note"


def test_a_dialog_asks_for_no_group_and_says_how_to_name_one() -> None:
    view = command_view(APPOINT, {}, Origin())
    blocks = view["blocks"]
    assert isinstance(blocks, list)
    assert inputs(blocks) == ("member",)
    assert "type /quizmaster appoint with the @name of the group" in words(blocks)


def test_no_dialog_opens_for_a_group_alone() -> None:
    command = Command(
        ("quiz", "x"), "X", (Option("group", "Group", OptionKind.GROUP, required=True),)
    )
    assert asked_for(command) == ()
    assert not lacks(command, {})
