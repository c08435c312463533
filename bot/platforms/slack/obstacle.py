"""What keeps a quiz out of a conversation of Slack, found before anything is posted there."""

from bot.model.obstacle import Obstacle
from bot.platforms.slack.errors import ELSEWHERE, Rejected, told
from bot.platforms.slack.web_api import Answer
from bot.quiz.ports.chat import Refused

DIRECT = Obstacle(
    "A quiz needs a channel: in a direct message nobody else could answer.", ELSEWHERE
)


def obstacle(answer: Answer, bot: str) -> Obstacle | None:
    """What the answer of `conversations.info` says; the fields are those of
    https://docs.slack.dev/reference/objects/conversation-object.
    """
    known = answer.get("channel")
    if not isinstance(known, dict):
        return None
    if known.get("is_im") or known.get("is_mpim"):
        return DIRECT
    place = f"#{known['name']}" if known.get("name") else "that channel"
    for said, error in (
        (known.get("is_archived"), "is_archived"),
        (known.get("is_member") is False, "not_in_channel"),
        (known.get("is_read_only"), "restricted_action_read_only_channel"),
        (known.get("is_thread_only"), "restricted_action_thread_only_channel"),
    ):
        if said:
            return refusal(Rejected(error), place, bot)
    return None


def refusal(rejected: Rejected, place: str, bot: str) -> Obstacle | None:
    """What a no of Slack means for a quiz there; None if it says nothing of the place."""
    meant = told(rejected, place, bot)
    return meant.obstacle if isinstance(meant, Refused) else None
