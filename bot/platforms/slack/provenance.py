"""Provenance: from which workspace a payload comes, and what of it is believed."""

from bot.platforms.slack.events import Payload, Pointed


def workspace_in(payload: Payload, began: str) -> str:
    """The workspace in which something happened; `began` is the one that we wrote into a dialog.

    Slack signs a payload whole, so nobody can write into it; but people choose what they act upon,
    and channels are shared between workspaces. What is believed, in this order:

    - of a dialog, where Slack says that the app is installed; an organisation is no workspace, and
      then it is the one that we wrote into the dialog ourselves;
    - of a button, the workspace of the message: a button comes back to the app that posted it
      alone, so the message is ours, while a guest may bring the id of their own workspace;
    - of a message that somebody pointed at the same only if this app posted it: one can point at
      any message, also of another workspace's people and apps;
    - else the workspace that Slack gives for the act, and at last the person's own.
    """
    view, message = payload.view, payload.message
    if view is not None:
        installed = view.app_installed_team_id or ""
        if installed.startswith("T"):
            return installed
        if began:
            return began
    ours = message is not None and (payload.type == "block_actions" or _is_ours(payload, message))
    posted = message.team if message is not None and ours else ""
    own = payload.team.id if payload.team else ""
    return posted or own or payload.user.team_id


def _is_ours(payload: Payload, message: Pointed) -> bool:
    return bool(message.app_id) and message.app_id == payload.api_app_id


def organisation_in(payload: Payload, workspace: str) -> str:
    """The id of the organisation under whose install the workspace is; empty where the payload
    does not say so of this workspace. Of a message's workspace alone it does not: it may be
    another organisation's, with an install of its own.
    """
    installed = payload.view.app_installed_team_id if payload.view else None
    own = payload.team.id if payload.team else ""
    org = payload.enterprise.id if payload.enterprise else ""
    named = workspace in (installed, own, payload.user.team_id)
    return org if named else ""
