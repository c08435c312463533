"""Slack's words for no, as the game's errors with sentences for the quizmaster."""

from dataclasses import dataclass

from bot.quiz.ports.chat import Busy, ChatError, Gone, Refused, Revoked, Unfit, Unreachable

REVOKED = {
    "invalid_auth": "Slack does not accept the token of this workspace.",
    "not_authed": "Slack does not accept the token of this workspace.",
    "account_inactive": "The app was removed from this workspace, or the workspace was closed.",
    "token_revoked": "The token of this workspace was revoked.",
    "app_uninstalled": "The app was removed from this workspace.",
    "team_access_not_granted": "The organisation no longer gives the app access here.",
    "team_not_found": "Slack knows this workspace no longer.",
    "org_login_required": "The workspace is being moved to an organisation.",
    "token_expired": "The token of this workspace has expired.",
}
"""The bot is not let in any more; nothing helps but a new install."""

LACKING = ("missing_scope", "no_permission", "not_allowed_token_type")
_TROUBLE = {
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
    "accesslimited",
}
UNKNOWN_PERSON = ("user_not_found", "users_not_found", "user_not_visible")
"""The workspace has no such person; that is an answer, not a failure."""
_GONE = {
    "message_not_found": "The message was deleted.",
    "thread_not_found": "The thread was deleted.",
    "user_not_found": "Slack does not know this person.",
    "users_not_found": "Slack does not know this person.",
    "user_disabled": "This person's account was deactivated.",
    "cannot_reply_to_message": "The message takes no replies.",
    "cant_update_message": "Slack lets me change that message no more.",
    "edit_window_closed": "Slack lets me change that message no more.",
}
_INVITE = "Type `/invite @{bot}` there."
_UNFIT = {
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_arguments",
    "invalid_attachments",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "message_limit_exceeded",
    "metadata_must_be_sent_from_app",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
    "too_many_attachments",
    "too_many_contact_cards",
}
"""What is wrong with a message, wherever it is sent; see the errors of
https://docs.slack.dev/reference/methods/chat.postMessage.
"""
_RESTRICTED = ("ekm_access_denied", "posting_to_general_channel_denied", "user_is_restricted")
_WRONG_KIND = ("channel_type_not_supported", "method_not_supported_for_channel_type")


@dataclass(frozen=True, slots=True)
class Rejected(Exception):
    """Slack understood and said no: its word for why, the scope it wants, and what it points at."""

    error: str
    needed: str = ""
    detail: str = ""


def common(error: str, retry_after: float) -> ChatError | None:
    """What the error means whatever was called; None if that depends on the call."""
    if error in ("ratelimited", "rate_limited", "too_many_requests", "message_limit_exceeded"):
        return Busy(max(retry_after, 1.0))
    if error in REVOKED:
        return Revoked(REVOKED[error])
    if error in _TROUBLE:
        return Unreachable(f"Slack has trouble of its own ({error}).")
    return None


def untold(rejected: Rejected, what: str, scope: str) -> ChatError:
    """A refusal to say something, such as `who is in a user group`, for which a scope is wanted."""
    if rejected.error in LACKING:
        needed = rejected.needed or scope
        return Refused(
            f"I can't ask Slack {what}: I lack the permission {needed}.",
            "Ask whoever runs the bot to add it to the app, and an admin to install the app again.",
        )
    return Refused(
        f"Slack does not tell me {what} ({rejected.error}).",
        "Tell whoever runs the bot.",
    )


ELSEWHERE = "Type `/quizmaster schedule` in a channel."


def told(rejected: Rejected, place: str, bot: str) -> ChatError:
    """A refusal to post, edit or tell, with what to do; `place` is `#name` or `that channel`."""
    error = rejected.error
    invite = _INVITE.format(bot=bot)
    if error in _GONE:
        return Gone(_GONE[error])
    match error:
        case "not_in_channel":
            return Refused(f"I can't post in {place}: I am not a member.", invite)
        case "channel_not_found":
            return Refused(
                f"I can't find {place}: it was deleted, or it is private and I am not in it.",
                f"If it is private: {invite[0].lower()}{invite[1:]}",
            )
        case "is_archived":
            return Refused(
                f"I can't post in {place}: it is archived.",
                "Bring it back from the archive, or type `/quizmaster move` in another channel.",
            )
        case _ if error in LACKING:
            return Refused(
                f"I lack a permission in this workspace ({rejected.needed or error}).",
                "Ask an admin to install the app again; that grants it.",
            )
        case "cannot_dm_bot" | "cannot_dm_self" | "messages_tab_disabled" | "user_not_visible":
            return Refused("Slack does not let me write to this person.", "Tell them in person.")
    if error.startswith("restricted_action") or error in _RESTRICTED:
        return Refused(
            f"I can't post in {place}: this workspace restricts who may.",
            "Ask an admin to let the app post there.",
        )
    if error in _WRONG_KIND:
        return Refused(f"I can't post in {place}: it is no channel.", ELSEWHERE)
    # Also what Slack may come to say one day: the next message may be taken.
    known = "" if error in _UNFIT else " The log says more."
    return Unfit(
        f"Slack did not take a message of mine ({error}). Tell whoever runs the bot.{known}"
    )
