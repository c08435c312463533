"""What Slack sends, read once into a value: its team, its place, its key, and who it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.action import Action
from bot.model.command import Command
from bot.platforms.slack.commands import CALL, path_of
from bot.platforms.slack.events import Notification
from bot.platforms.slack.interaction import (
    Interaction,
    Origin,
    Surface,
    app_opened,
    button_pressed,
    command_typed,
    decoded,
    dialog_sent,
    message_pointed,
    options_wanted,
)
from bot.quiz.actions import OfCommand

TYPED = {
    "command": "/quizmaster",
    "text": "appoint <@U0ADA|ada>",
    "user_id": "U1",
    "user_name": "grace",
    "team_id": "T1",
    "team_domain": "acme",
    "channel_id": "C1",
    "channel_name": "ml",
    "trigger_id": "1.2.a",
    "response_url": "https://hooks.slack.com/1",
}
PRESSED = {
    "type": "block_actions",
    "user": {"id": "U1", "username": "grace", "team_id": "T1"},
    "team": {"id": "T1", "domain": "acme"},
    "enterprise": None,
    "channel": {"id": "C1", "name": "ml"},
    "container": {"type": "message", "is_ephemeral": True},
    "actions": [{"action_id": "press0", "value": "answer:r1"}],
    "message": {"ts": "1.5", "team": "T1", "blocks": [{"type": "actions"}]},
    "trigger_id": "1.2.a",
    "response_url": "https://hooks.slack.com/1",
}


def pressed(**other: Any) -> Interaction:
    """The press with something else about it."""
    return button_pressed({**PRESSED, **other}, "", repeated=False)


def sent(values: object, **other: Any) -> dict[str, Any]:
    """A dialog that somebody sent, opened by a press."""
    view = {
        "id": "V1",
        "type": "modal",
        "hash": "h",
        "callback_id": "send:r1",
        "private_metadata": Origin("C1", "ml", opened_by="answer:r1").packed(),
        "app_installed_team_id": "T1",
        "state": {"values": values},
    }
    user = {"id": "U1", "name": "grace", "team_id": "T1"}
    return {"type": "view_submission", "user": user, "trigger_id": "1", "view": {**view, **other}}


def test_a_typed_line_says_who_where_and_what() -> None:
    at = command_typed(TYPED, "", repeated=True)
    assert (at.team_id, at.person.id, at.person.name) == ("slack:T1", "U1", "grace")
    assert (at.origin.channel_id, at.origin.channel_name) == ("C1", "ml")
    assert at.origin.opened_by == "/quizmaster appoint U0ADA"
    assert at.repeated
    assert not at.org_id, "the workspace installed the app itself"


def test_a_press_says_where_it_was_and_with_what() -> None:
    at = pressed()
    assert at.team_id == "slack:T1"
    assert at.origin == Origin("C1", "ml", "https://hooks.slack.com/1", True, "answer:r1")
    assert at.surface is Surface.CHANNEL


def test_a_press_of_something_that_is_not_ours_brings_no_action() -> None:
    assert pressed(actions=[]).origin.opened_by == ""


def test_a_repetition_has_the_key_of_the_first_and_another_button_its_own() -> None:
    first, again = pressed(), button_pressed(PRESSED, "", repeated=True)
    assert first.key == again.key
    assert pressed(actions=[{"action_id": "press1", "value": "hint:r1"}]).key != first.key
    assert pressed(trigger_id="1.3.b").key != first.key


def test_where_there_is_one_team_it_is_the_team_of_everything() -> None:
    told = decoded(
        {"event": {"type": "app_home_opened", "user": "U1"}, "team_id": "T9"}, Notification
    )
    for at in (
        command_typed(TYPED, "slack:T7", repeated=False),
        button_pressed(PRESSED, "slack:T7", repeated=False),
        message_pointed(PRESSED, "slack:T7", repeated=False).at,
        dialog_sent(sent({}), "slack:T7", repeated=False).at,
        options_wanted(sent({}), "slack:T7").at,
        app_opened(told, "slack:T7"),
    ):
        assert at.team_id == "slack:T7"


@pytest.mark.parametrize(
    ("other", "team"),
    [
        ({"message": {"ts": "1", "team": "T2"}}, "slack:T2"),
        ({"message": None}, "slack:T1"),
        ({"message": None, "team": None}, "slack:T1"),
        ({"view": {"id": "V", "app_installed_team_id": "T3"}}, "slack:T3"),
    ],
    ids=["our message", "the payload", "the person", "the dialog"],
)
def test_the_team_is_where_the_app_is_installed(other: dict[str, Any], team: str) -> None:
    """A guest by Slack Connect may bring the workspace that they come from."""
    assert pressed(**other).team_id == team


POINTED = {
    **{key: PRESSED[key] for key in ("user", "team", "channel", "trigger_id")},
    "type": "message_action",
    "callback_id": "report",
    "api_app_id": "A1",
}


@pytest.mark.parametrize(
    ("message", "team"),
    [
        ({"ts": "1", "team": "T2"}, "slack:T1"),
        ({"ts": "1", "team": "T2", "user": "U7"}, "slack:T1"),
        ({"ts": "1", "team": "T2", "bot_id": "B2", "app_id": "A2"}, "slack:T1"),
        ({"ts": "1", "team": "T2", "bot_id": "B1", "app_id": "A1"}, "slack:T2"),
        ({"ts": "1"}, "slack:T1"),
    ],
    ids=["nobody's", "a person's", "another app's", "ours", "of no workspace"],
)
def test_pointing_at_a_message_leads_into_another_workspace_only_where_it_is_ours(
    message: dict[str, Any], team: str
) -> None:
    """In a shared channel anybody can point at a message of another workspace."""
    pointed = message_pointed({**POINTED, "message": message}, "", repeated=False)
    assert pointed.at.team_id == pointed.message.team_id == team


def test_a_payload_that_names_no_app_proves_no_message_to_be_ours() -> None:
    body = {**POINTED, "api_app_id": "", "message": {"ts": "1", "team": "T2", "app_id": ""}}
    assert message_pointed(body, "", repeated=False).at.team_id == "slack:T1"


def test_a_dialog_that_names_another_channel_stays_in_its_workspace() -> None:
    """What a dialog carries is our own word of the channel; the workspace is Slack's word."""
    elsewhere = Origin("C9", "far", workspace="T9").packed()
    at = dialog_sent(sent({}, private_metadata=elsewhere), "", repeated=False).at
    assert (at.team_id, at.origin.channel_id) == ("slack:T1", "C9")
    asked = options_wanted(sent({}, private_metadata=elsewhere), "")
    assert asked.at.team_id == "slack:T1"


@pytest.mark.parametrize("installed", ["E1", None])
def test_a_dialog_of_an_organisation_is_in_the_workspace_where_it_began(
    installed: str | None,
) -> None:
    org = {"enterprise": {"id": "E1"}, "is_enterprise_install": True, "team": None}
    began = pressed(**org, message={"ts": "1", "team": "T2", "app_id": "A1"})
    assert began.team_id == "slack:T2"
    body = sent({}, app_installed_team_id=installed, private_metadata=began.origin.packed())
    assert dialog_sent({**body, **org}, "", repeated=False).at.team_id == "slack:T2"


def test_a_dialog_that_carries_no_workspace_of_ours_is_where_the_person_is() -> None:
    body = sent({}, app_installed_team_id="E1", private_metadata="not ours")
    assert dialog_sent(body, "", repeated=False).at.team_id == "slack:T1"


def test_a_message_of_another_workspace_brings_it_under_no_organisation() -> None:
    """Else somebody of one organisation could take over the install of another workspace."""
    org = {"enterprise": {"id": "E1"}, "is_enterprise_install": True, "team": None}
    foreign = pressed(**org, message={"ts": "1", "team": "T2", "app_id": "A1"})
    assert (foreign.team_id, foreign.org_id) == ("slack:T2", "")
    own = pressed(**org)
    assert (own.team_id, own.org_id) == ("slack:T1", "slack:E1")


def test_a_person_from_another_workspace_is_a_guest_unless_one_organisation_has_both() -> None:
    user = {"id": "U9", "name": "alan", "team_id": "T9"}
    assert not pressed().person.guest
    assert pressed(user=user).person.guest
    assert pressed(user=user, team={"id": "T9", "domain": "far"}).person.domain == "far"
    assert not pressed(user=user, enterprise={"id": "E1"}).person.guest


@pytest.mark.parametrize("yes", [True, "true"])
def test_under_an_organisations_install_its_id_comes_along(yes: object) -> None:
    org = {"enterprise": {"id": "E1"}, "is_enterprise_install": yes}
    assert pressed(**org).org_id == "slack:E1"
    typed = {**TYPED, "enterprise_id": "E1", "is_enterprise_install": yes}
    assert command_typed(typed, "", repeated=False).org_id == "slack:E1"
    assert not pressed(enterprise={"id": "E1"}).org_id, "a workspace may install for itself"


def test_a_dialog_remembers_where_it_came_from() -> None:
    at = dialog_sent(sent({}), "", repeated=False).at
    assert (at.team_id, at.view_id) == ("slack:T1", "V1")
    assert (at.origin.channel_id, at.origin.opened_by) == ("C1", "answer:r1")


def test_a_dialog_brings_what_was_typed_chosen_and_handed_over() -> None:
    given = dialog_sent(
        sent(
            {
                "words": {"text": {"type": "plain_text_input", "value": "k-means"}},
                "empty": {"text": {"type": "plain_text_input", "value": None}},
                "one": {"choice": {"selected_option": {"value": "a", "text": {}}}},
                "who": {"member": {"selected_user": "U2"}},
                "where": {"channel": {"selected_channel": "C2"}},
                "sheet": {"file": {"files": [{"name": "a.md", "size": 3, "url_private": "u"}]}},
            }
        ),
        "",
        repeated=False,
    )
    assert given.action == "send:r1"
    assert given.names == ("words", "empty", "one", "who", "where", "sheet")
    assert given.values == {"words": "k-means", "empty": "", "one": "a", "who": "U2", "where": "C2"}
    assert given.files["sheet"].name == "a.md"


def test_the_same_words_in_the_same_dialog_are_the_same_event() -> None:
    def key(words: str, **other: str) -> str:
        body = sent({"answer": {"text": {"value": words}}}, **other)
        return dialog_sent(body, "", repeated=False).content_key

    assert key("k-means") == key("k-means")
    assert key("k-means") != key("k-NN")
    assert key("k-means") != key("k-means", id="V2")


def test_a_dialog_without_fields_is_read() -> None:
    """Slack writes an empty list where there are none."""
    assert dialog_sent(sent([]), "", repeated=False).values == {}


def test_the_home_tab_is_no_channel() -> None:
    at = pressed(view={"id": "V", "type": "home"}, channel=None, message=None)
    assert at.surface is Surface.HOME
    assert at.origin == Origin(opened_by="answer:r1")


@given(st.lists(st.from_regex(r"[a-z]{1,20}", fullmatch=True), min_size=1, max_size=2).map(tuple))
def test_a_dialog_made_from_a_command_brings_the_command_back(path: tuple[str, ...]) -> None:
    command = Command(path, "Does something")
    written = str(CALL.action(OfCommand(*command.path)))
    assert path_of(Action.parse(written)) == path


@pytest.mark.parametrize("text", ["", "send:r1", "call", "call:a:b:c"])
def test_any_other_dialog_is_of_no_command(text: str) -> None:
    assert path_of(Action.parse(text)) == ()
