"""The stand-in keeps Slack's rules, so that the other tests mean something."""

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.platforms.slack.standin import Slack
from tests.platforms.slack.standin.rules import Broken, check_message, check_view
from tests.platforms.slack.standin.world import Json, World


def section(text: str) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x")] * 51,
        [section("x" * 3001)],
        [section("<!channel>")],
        [section("hello @here")],
        [section("a < b")],
        [section("a & b")],
        [{"type": "made_up"}],
        [{"type": "image", "image_url": "https://x.example/p.png", "alt_text": ""}],
        [{"type": "image", "slack_file": {"id": "F404"}, "alt_text": "a picture"}],
        [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}],
        [
            {
                "type": "rich_text",
                "elements": [
                    {
                        "type": "rich_text_section",
                        "elements": [{"type": "broadcast", "range": "here"}],
                    }
                ],
            }
        ],
    ],
)
def test_a_message_that_slack_would_not_take_is_refused(blocks: list[Json]) -> None:
    with pytest.raises(Broken):
        check_message(World(), {"text": "words", "blocks": blocks})


def test_a_view_that_slack_would_not_take_is_refused() -> None:
    title = {"type": "plain_text", "text": "Title"}
    field = {
        "type": "input",
        "block_id": "a",
        "label": title,
        "element": {"type": "plain_text_input", "action_id": "text"},
    }
    good: Json = {"type": "modal", "title": title, "submit": title, "blocks": [field]}
    check_view(World(), good)
    for bad in (
        good | {"title": {"type": "plain_text", "text": "x" * 25}},
        good | {"submit": None},
        good | {"private_metadata": "x" * 3001},
        good | {"blocks": [field, field]},
    ):
        with pytest.raises(Broken):
            check_view(World(), bad)


async def test_a_trigger_opens_one_view_and_only_for_three_seconds(slack: Slack) -> None:
    client = AsyncWebClient("xoxb-one", base_url=slack.base_url)
    title = {"type": "plain_text", "text": "Title"}
    view = {"type": "modal", "title": title, "blocks": [section("hello")]}
    trigger = slack.world.trigger("U0ADA", "T0123")
    await client.views_open(trigger_id=trigger, view=view)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await client.views_open(trigger_id=trigger, view=view)
    trigger = slack.world.trigger("U0ADA", "T0123")
    slack.world.expire_triggers()
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await client.views_open(trigger_id=trigger, view=view)


async def test_a_response_address_is_good_five_times(slack: Slack) -> None:
    name = slack.world.response("U0ADA", "C0ML")
    statuses = [slack.api.respond(name, {"text": "hello"})[0] for _ in range(6)]
    assert statuses == [200] * 5 + [404]


async def test_a_token_that_nobody_gave_is_refused(slack: Slack) -> None:
    with pytest.raises(SlackApiError, match="invalid_auth"):
        await AsyncWebClient("xoxb-nobody", base_url=slack.base_url).auth_test()
