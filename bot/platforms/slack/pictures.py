"""Pictures of ours: sent to Slack once, and then named in blocks."""

import hashlib
from collections import OrderedDict
from collections.abc import Sequence

from bot.model.message import Block, Picture
from bot.platforms.slack.cutting import cut
from bot.platforms.slack.refusals import Rejected
from bot.platforms.slack.rendering import ALT, Files
from bot.platforms.slack.wire import Wire
from bot.quiz.ports.chat import ChatError

_REMEMBERED = 500


class Pictures:
    """Uploads by `files.getUploadURLExternal` and `files.completeUploadExternal`.

    A file belongs to no channel; the message that names it shows it.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
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

    async def _uploaded(self, team_id: str, picture: Picture) -> str:
        asked = await self._wire.call(
            team_id,
            "files.getUploadURLExternal",
            {
                "filename": "picture.png",
                "length": len(picture.png),
                "alt_txt": cut(picture.alt, ALT // 2),
            },
            repeatable=True,
        )
        file_id = str(asked["file_id"])
        await self._wire.upload(str(asked["upload_url"]), picture.png)
        await self._wire.call(
            team_id,
            "files.completeUploadExternal",
            {"files": [{"id": file_id, "title": cut(picture.alt, 200)}]},
            repeatable=True,
        )
        return file_id
