"""A message as Discord shows it: embeds, pictures, rows of buttons, within every limit."""

import io
from dataclasses import dataclass, field

import discord

from bot.model.attachment import Attachment
from bot.model.message import Block, Button, Buttons, Document, Fields, Message, Picture, Weight
from bot.model.text import line
from bot.platforms.discord.blocks import GAP, block_markdown
from bot.platforms.discord.markdown import MORE, is_address, label, markdown

TOTAL, DESCRIPTION, EMBEDS = 6000, 4096, 10
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024
ROWS, ROW, LABEL, ALT, FILES = 5, 5, 80, 1024, 10
ACCENT = 0x2F6FDE
_STYLES = {
    Weight.PRIMARY: discord.ButtonStyle.primary,
    Weight.NORMAL: discord.ButtonStyle.secondary,
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is sent; views and files are made anew for each request, which uses them up."""

    embeds: tuple[discord.Embed, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Attachment, ...] = ()

    def view(self) -> discord.ui.View:
        """The buttons. Their state is in their custom ids, so the library need not keep them."""
        view = discord.ui.View(timeout=None)
        for number, row in enumerate(self.rows):
            for button in row:
                view.add_item(
                    discord.ui.Button(
                        label=label(button.label, LABEL) or MORE,
                        custom_id=str(button.action),
                        style=_STYLES[button.weight],
                        row=number,
                    )
                )
        view.stop()
        return view

    def files(self) -> list[discord.File]:
        """What is attached: pictures, then documents, as many as Discord takes."""
        pictures = [
            discord.File(
                io.BytesIO(picture.png), _file_name(n), description=label(picture.alt, ALT)
            )
            for n, picture in enumerate(self.pictures)
        ]
        documents = [discord.File(io.BytesIO(d.content), d.name) for d in self.documents]
        return [*pictures, *documents][:FILES]

    def actions(self) -> frozenset[str]:
        """The custom ids, by which a message of ours is known again."""
        return frozenset(str(button.action) for row in self.rows for button in row)


def render(message: Message) -> Rendered:
    """Embeds in the order of the blocks, then the buttons."""
    pages = _Pages()
    buttons: list[tuple[Button, ...]] = []
    for block in message.blocks:
        if isinstance(block, Buttons):
            buttons.append(block.buttons)
        else:
            pages.add(block)
    if not pages.embeds:
        pages.text(block_markdown_of(message.summary))
    documents = tuple(b.file for b in message.blocks if isinstance(b, Document))
    return Rendered(tuple(pages.embeds), _rows(buttons), tuple(pages.pictures), documents)


def block_markdown_of(summary: str) -> str:
    """A summary as Markdown, for a message that has no words of its own."""
    return label(summary, DESCRIPTION) or MORE


@dataclass(slots=True)
class _Pages:
    """The embeds so far, and how many characters are left for all of them."""

    embeds: list[discord.Embed] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    left: int = TOTAL
    full: bool = False

    def add(self, block: Block) -> None:
        """Show one more block, if there is room."""
        if self.full:
            return
        match block:
            case Fields():
                self._fields(block)
            case Picture():
                self._picture(block)
            case _:
                self._words(block)

    def text(self, words: str) -> None:
        """Append to the current description, or begin the next one."""
        page = self._page_for(len(words))
        gap = GAP if page.description else ""
        page.description = f"{page.description or ''}{gap}{words}"
        self.left -= len(words) + len(gap)

    def _words(self, block: Block) -> None:
        room = min(self.left - len(GAP), DESCRIPTION)
        if room < 40:
            self.full = True
            return
        words = block_markdown(block, room)
        if not words.strip():
            return
        if len(self.embeds) == EMBEDS and not self._fits(self.embeds[-1], len(words)):
            self.full = True
            return
        self.text(words)
        self.full = words.endswith(MORE) and self.left < 40

    def _fits(self, page: discord.Embed, size: int) -> bool:
        closed = bool(page.fields) or bool(page.image.url)
        return not closed and len(page.description or "") + len(GAP) + size <= DESCRIPTION

    def _page_for(self, size: int) -> discord.Embed:
        if self.embeds and self._fits(self.embeds[-1], size):
            return self.embeds[-1]
        return self._new()

    def _new(self) -> discord.Embed:
        self.embeds.append(discord.Embed(colour=ACCENT))
        return self.embeds[-1]

    def _fields(self, block: Fields) -> None:
        page = self.embeds[-1] if self.embeds and not self.embeds[-1].image.url else None
        for item in block.fields:
            if page is None or len(page.fields) == FIELDS:
                if len(self.embeds) == EMBEDS:
                    self.full = True
                    return
                page = self._new()
            name = markdown(line(label(item.label, FIELD_NAME)), FIELD_NAME) or MORE
            value = markdown(item.value, FIELD_VALUE).strip() or MORE
            if len(name) + len(value) > self.left:
                self.full = True
                return
            page.add_field(name=name, value=value)
            self.left -= len(name) + len(value)

    def _picture(self, block: Picture) -> None:
        self._words(block)
        if block.png and len(self.pictures) < EMBEDS:
            address = f"attachment://{_file_name(len(self.pictures))}"
            self.pictures.append(block)
        elif is_address(block.url):
            address = block.url
        else:
            return
        if self.embeds and not self.full:
            self.embeds[-1].set_image(url=address)


def _file_name(number: int) -> str:
    return f"picture-{number + 1}.png"


def _rows(groups: list[tuple[Button, ...]]) -> tuple[tuple[Button, ...], ...]:
    """A row for each group; where there are too many, all are packed; none comes twice."""
    seen: set[str] = set()
    fresh: list[list[Button]] = []
    for group in groups:
        row = [b for b in dict.fromkeys(group) if str(b.action) not in seen]
        once = {str(button.action): button for button in reversed(row)}
        row = [button for button in row if once[str(button.action)] is button]
        seen |= once.keys()
        fresh += [row[start : start + ROW] for start in range(0, len(row), ROW)]
    if len(fresh) > ROWS:
        flat = [button for row in fresh for button in row][: ROWS * ROW]
        fresh = [flat[start : start + ROW] for start in range(0, len(flat), ROW)]
    return tuple(tuple(row) for row in fresh)
