"""The Web API methods that Quizsheet uses, as Slack answers them."""

import json
import time
from collections.abc import Callable

from tests.platforms.slack.standin.rules import Broken, check_message, check_view
from tests.platforms.slack.standin.world import (
    RESPONSE_LIFE,
    RESPONSE_USES,
    Channel,
    File,
    Grant,
    Json,
    Opened,
    Person,
    Posted,
    Whisper,
    World,
)


class No(Exception):
    """Slack says no: the word that it gives as the reason."""


class WebApi:
    """Answers calls; `complaints` gathers what Slack would not have taken."""

    def __init__(self, world: World, base: Callable[[], str]) -> None:
        self.world = world
        self.complaints: list[str] = []
        self._base = base

    def call(self, method: str, token: str, call: Json) -> Json:
        """The answer to one call, `ok` or not."""
        try:
            grant = self._grant(method, token)
            handler = getattr(self, "do_" + method.replace(".", "_").lower(), None)
            if handler is None:
                raise No("unknown_method")
            return {"ok": True, **handler(call, grant)}
        except No as no:
            return {"ok": False, "error": str(no)}
        except Broken as broken:
            slack_file = "invalid slack file" in str(broken)
            if not slack_file:
                self.complaints.append(f"{method}: {broken}")
            return {"ok": False, "error": "invalid_blocks", "errors": [str(broken)]}

    def _grant(self, method: str, token: str) -> Grant:
        if method in {"oauth.v2.access", "apps.connections.open"}:
            if method.startswith("apps") and token not in self.world.app_tokens:
                raise No("invalid_auth")
            return Grant("")
        grant = self.world.tokens.get(token)
        if grant is None:
            raise No("invalid_auth")
        if grant.state:
            raise No(grant.state)
        return grant

    def _channel(self, name: str) -> Channel:
        channel = self.world.channels.get(name)
        if channel is None or (channel.private and not channel.joined):
            raise No("channel_not_found")
        return channel

    def do_auth_test(self, call: Json, grant: Grant) -> Json:
        bot = {"user": "quizsheet", "user_id": "U0BOT", "bot_id": "B0BOT"}
        if grant.org:
            return {"team": "", "team_id": grant.enterprise, "is_enterprise_install": True, **bot}
        return {"team": f"Team {grant.team}", "team_id": grant.team, "url": "https://x", **bot}

    def do_conversations_info(self, call: Json, grant: Grant) -> Json:
        """https://docs.slack.dev/reference/methods/conversations.info"""
        if not self.world.reads_channels:
            raise No("missing_scope")
        channel = self._channel(call["channel"])
        kind = {"is_im": True} if channel.dm_of else {"is_channel": True, "name": channel.name}
        return {
            "channel": {
                "id": channel.id,
                "is_archived": channel.archived,
                "is_private": channel.private,
                "is_member": channel.joined,
                "is_read_only": channel.read_only,
                **kind,
            }
        }

    def do_users_info(self, call: Json, grant: Grant) -> Json:
        person = self.world.people.get(call["user"])
        if person is None:
            raise No("user_not_found")
        return {
            "user": {
                "id": person.id,
                "team_id": person.team_id,
                "name": person.name.lower(),
                "real_name": f"{person.name} Longname",
                "deleted": person.deleted,
                "is_admin": person.admin,
                "is_owner": person.owner,
                "is_restricted": person.guest,
                "is_stranger": person.team_id != grant.team and not grant.org,
                "tz": person.zone,
                "profile": {"display_name": person.name, "real_name": f"{person.name} Longname"},
                **self._in_org(person),
            }
        }

    def _in_org(self, person: Person) -> Json:
        if not person.workspaces:
            return {}
        leads = {"is_admin": person.leads_org, "is_owner": False}
        return {"enterprise_user": {"id": person.id, "teams": [*person.workspaces], **leads}}

    def do_usergroups_users_list(self, call: Json, grant: Grant) -> Json:
        if not self.world.reads_groups:
            raise No("missing_scope")
        if grant.org and not call.get("team_id"):
            raise No("missing_argument")
        people = self.world.groups.get(call["usergroup"])
        if people is None:
            raise No("no_such_subteam")
        return {"users": people}

    def do_chat_postmessage(self, call: Json, grant: Grant) -> Json:
        channel = self._channel(call["channel"])
        if channel.archived:
            raise No("is_archived")
        if not channel.joined:
            raise No("not_in_channel")
        if channel.read_only:
            raise No("restricted_action_read_only_channel")
        check_message(self.world, call)
        return {"channel": channel.id, "ts": self.post(call).ts}

    def post(self, call: Json) -> Posted:
        """Write a message down for everyone in its channel."""
        world = self.world
        message = Posted(
            world.stamp(),
            call["channel"],
            call["text"],
            self._with_ids(call.get("blocks") or []),
            call.get("thread_ts", ""),
            call.get("metadata") or {},
            call.get("client_msg_id", ""),
        )
        world.messages.append(message)
        if owner := world.channels[message.channel].dm_of:
            world.show(owner, message)
        world.touch()
        return message

    def _with_ids(self, blocks: list[Json]) -> list[Json]:
        return [
            {**block, "block_id": block.get("block_id") or self.world.fresh("blk")}
            for block in blocks
        ]

    def do_chat_update(self, call: Json, grant: Grant) -> Json:
        self._channel(call["channel"])
        try:
            message = self.world.message(call["ts"])
        except StopIteration:
            raise No("message_not_found") from None
        check_message(self.world, call)
        message.text, message.blocks = call["text"], self._with_ids(call.get("blocks") or [])
        message.edits += 1
        self.world.touch()
        return {"channel": message.channel, "ts": message.ts}

    def do_chat_postephemeral(self, call: Json, grant: Grant) -> Json:
        channel = self._channel(call["channel"])
        if not channel.joined:
            raise No("not_in_channel")
        check_message(self.world, call)
        return {"message_ts": self.whisper(call["user"], call).ts}

    def whisper(self, user: str, call: Json) -> Whisper:
        """Show a message to one person only."""
        blocks = self._with_ids(call.get("blocks") or [])
        whisper = Whisper(self.world.stamp(), call["channel"], user, call["text"], blocks)
        self.world.whispers.append(whisper)
        self.world.show(user, whisper)
        return whisper

    def respond(self, name: str, call: Json) -> tuple[int, str]:
        """A reply through a response address: HTTP status and word."""
        response = self.world.responses.get(name)
        if response is None:
            return 404, "no_such_response"
        response.uses += 1
        if response.uses > RESPONSE_USES or time.monotonic() - response.born > RESPONSE_LIFE:
            return 404, "used_url"
        call = {**call, "channel": response.channel}
        try:
            check_message(self.world, call)
        except Broken as broken:
            self.complaints.append(f"response_url: {broken}")
            return 404, "invalid_blocks"
        if call.get("replace_original") and response.private:
            self.world.whispers = [w for w in self.world.whispers if w.ts != response.ts]
        if call.get("response_type") == "in_channel":
            self.world.show(response.user, self.post(call))
        else:
            self.whisper(response.user, call)
        return 200, "ok"

    def do_conversations_open(self, call: Json, grant: Grant) -> Json:
        person = self.world.people.get(call["users"])
        if person is None:
            raise No("user_not_found")
        if person.deleted:
            raise No("user_disabled")
        name = f"D{person.id[1:]}"
        self.world.channels.setdefault(name, Channel(name, "directmessage", dm_of=person.id))
        return {"channel": {"id": name}}

    def _use(self, trigger_id: str) -> str:
        trigger = self.world.triggers.get(trigger_id)
        if trigger is None:
            raise No("invalid_trigger_id")
        if trigger.used:
            raise No("exchanged_trigger_id")
        if time.monotonic() - trigger.born > self.world.trigger_life:
            raise No("expired_trigger_id")
        trigger.used = True
        return trigger.user

    def do_views_open(self, call: Json, grant: Grant) -> Json:
        check_view(self.world, call["view"])
        kinds = {block.get("element", {}).get("type") for block in call["view"]["blocks"]}
        if "file_input" in kinds and not self.world.reads_files:
            raise No("missing_scope")
        user = self._use(call["trigger_id"])
        self.world.stacks[user] = []
        return self._opened(user, call["view"])

    def do_views_push(self, call: Json, grant: Grant) -> Json:
        check_view(self.world, call["view"])
        user = self._use(call["trigger_id"])
        if len(self.world.stacks.get(user, [])) >= 3:
            raise No("push_limit_reached")
        return self._opened(user, call["view"])

    def _opened(self, user: str, view: Json) -> Json:
        opened = Opened(self.world.fresh("V"), user, view, self.world.fresh("h"))
        self.world.views[opened.id] = opened
        self.world.stacks.setdefault(user, []).append(opened.id)
        self.world.show(user, opened)
        return {"view": {**view, "id": opened.id, "hash": opened.hash}}

    def push(self, user: str, view: Json) -> None:
        """Put a dialog on top, as an answer to a submission asks for."""
        check_view(self.world, view)
        self._opened(user, view)

    def do_views_update(self, call: Json, grant: Grant) -> Json:
        check_view(self.world, call["view"])
        opened = self.world.views.get(call["view_id"])
        if opened is None or opened.closed:
            raise No("not_found")
        if call.get("hash") not in (None, opened.hash):
            raise No("hash_conflict")
        opened.view, opened.hash, opened.errors = call["view"], self.world.fresh("h"), {}
        self.world.show(opened.user, opened)
        return {"view": {**opened.view, "id": opened.id, "hash": opened.hash}}

    def do_views_publish(self, call: Json, grant: Grant) -> Json:
        check_view(self.world, call["view"])
        self.world.homes[call["user_id"]] = call["view"]
        self.world.touch()
        return {"view": {**call["view"], "id": f"VHOME{call['user_id']}"}}

    def do_files_getuploadurlexternal(self, call: Json, grant: Grant) -> Json:
        name = self.world.fresh("F")
        length = int(call["length"])
        self.world.files[name] = File(name, call["filename"], call.get("alt_txt", ""), length)
        return {"file_id": name, "upload_url": f"{self._base()}/upload/{name}"}

    def do_files_completeuploadexternal(self, call: Json, grant: Grant) -> Json:
        files = call["files"] if isinstance(call["files"], list) else json.loads(call["files"])
        for entry in files:
            file = self.world.files[entry["id"]]
            if len(file.data) != file.length:
                raise No("file_upload_size_restricted")
            file.complete = True
            file.channel = call.get("channel_id", "")
            file.thread_ts = call.get("thread_ts", "")
        return {"files": [{"id": entry["id"]} for entry in files]}

    def do_apps_connections_open(self, call: Json, grant: Grant) -> Json:
        address = self._base().replace("http", "ws", 1)
        return {"url": f"{address}/link/{self.world.fresh('L')}"}

    def do_oauth_v2_access(self, call: Json, grant: Grant) -> Json:
        world = self.world
        if (call.get("client_id"), call.get("client_secret")) != ("77.88", "hush-client"):
            raise No("invalid_client_id")
        if call.get("grant_type") == "refresh_token":
            for old in list(world.tokens.values()):
                if old.refresh and old.refresh == call["refresh_token"]:
                    old.refresh = ""
                    return self._granted(Grant(old.team, old.enterprise, old.org, expires=True))
            raise No("invalid_refresh_token")
        code = world.codes.pop(call.get("code", ""), None)
        if code is None:
            raise No("invalid_code")
        return self._granted(code)

    def _granted(self, grant: Grant) -> Json:
        token = self.world.fresh("xoxe.xoxb-" if grant.expires else "xoxb-")
        self.world.tokens[token] = grant
        answer: Json = {
            "access_token": token,
            "token_type": "bot",
            "scope": "commands,chat:write,users:read,files:write,im:write",
            "bot_user_id": "U0BOT",
            "app_id": "A0QUIZ",
            "team": None if grant.org else {"id": grant.team, "name": f"Team {grant.team}"},
            "enterprise": {"id": grant.enterprise, "name": "Org"} if grant.enterprise else None,
            "is_enterprise_install": grant.org,
            "authed_user": {"id": "U0ADA"},
        }
        if grant.expires:
            grant.refresh = self.world.fresh("xoxe-1-")
            answer |= {"refresh_token": grant.refresh, "expires_in": 43200}
        return answer
