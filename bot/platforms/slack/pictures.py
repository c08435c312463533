"""Pictures and files of ours: sent to Slack, and then named in blocks or shared."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence

from bot.model.message import Block, Document, Picture
from bot.platforms.slack.errors import Rejected
from bot.platforms.slack.rendering import ALT, Files
from bot.platforms.slack.text import Json, cut
from bot.platforms.slack.web_api import WebApi
from bot.quiz.ports.chat import ChatError

_REMEMBERED = 500


class Pictures:
    """Uploads by `files.getUploadURLExternal` and `files.completeUploadExternal`.

    A picture belongs to no channel; the message that names it shows it. A document is shared
    in the channel for which it is meant.
    """

    def __init__(self, api: WebApi) -> None:
        self._api = api
        self._known: OrderedDict[tuple[str, bytes], str] = OrderedDict()

    async def files(self, team_id: str, blocks: Sequence[Block]) -> Files:
        """The ids of every picture of ours in these blocks; one that cannot be uploaded is left
        out, and its words stand in its place.
        """
        ids: dict[bytes, str] = {}
        for block in blocks:
            if isinstance(block, Picture) and block.png:
                try:
                    ids[block.png] = await self._file(team_id, block)
                except (ChatError, Rejected):
                    continue
        return Files(ids)

    async def _file(self, team_id: str, picture: Picture) -> str:
        name = (team_id, hashlib.blake2b(picture.png, digest_size=16).digest())
        if name not in self._known:
            self._known[name] = await self._uploaded(team_id, picture)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return self._known[name]

    async def share(
        self, team_id: str, channel_id: str, blocks: Sequence[Block], thread: str
    ) -> None:
        """Share the documents of these blocks in a channel, or in a thread there."""
        for block in blocks:
            if isinstance(block, Document):
                file = block.file
                where: Json = {"channel_id": channel_id}
                if thread:
                    where["thread_ts"] = thread
                await self._upload(team_id, file.name, file.name, file.content, where)

    async def _uploaded(self, team_id: str, picture: Picture) -> str:
        return await self._upload(team_id, "picture.png", picture.alt, picture.png, {})

    async def _upload(
        self, team_id: str, name: str, title: str, content: bytes, where: Json
    ) -> str:
        asked = await self._api.call(
            team_id,
            "files.getUploadURLExternal",
            {"filename": name, "length": len(content), "alt_txt": cut(title, ALT // 2)},
            repeatable=True,
        )
        file_id = str(asked["file_id"])
        await self._api.upload(str(asked["upload_url"]), content)
        await self._api.call(
            team_id,
            "files.completeUploadExternal",
            {"files": [{"id": file_id, "title": cut(title, 200)}], **where},
            repeatable=not where,
        )
        return file_id
