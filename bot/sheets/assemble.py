"""Blocks → drafts: which line belongs to which question."""

from dataclasses import replace

from bot.model.question import Code, Image, Place
from bot.sheets.blocks import (
    Blank,
    Block,
    Bullet,
    Fence,
    Heading,
    Key,
    Marker,
    Paragraph,
    Prose,
    Rule,
)
from bot.sheets.drafts import DefinitionDraft, ItemDraft, KeyDraft, QuestionDraft
from bot.sheets.inline import plain, take_images
from bot.sheets.references import sources_of

NESTED = 2
"""Columns by which a bullet must be indented to belong to the one above it."""


class Assembler:
    """Takes the blocks of one file in order; `drafts`, `images` and `code` are its result."""

    def __init__(self) -> None:
        self.drafts: list[QuestionDraft | DefinitionDraft] = []
        self.images: list[Image] = []
        self.code: list[Code] = []
        self.first_heading = ""
        """The first heading, where nothing but empty lines stands above it."""
        self._topics: list[tuple[int, str]] = []
        self._open: QuestionDraft | DefinitionDraft | None = None
        self._key: KeyDraft | None = None
        """The key that the next line would continue."""
        self._after_blank = True
        self._heading_to_be: Paragraph | None = None
        """A lone line outside a question, which a rule below it would make a heading."""
        self._begun = False

    def take(self, block: Block) -> None:
        """Put one block where it belongs."""
        if isinstance(block, Blank):
            self._after_blank = True
            self._key = self._heading_to_be = None
            return
        lone, self._heading_to_be = self._heading_to_be, None
        match block:
            case Paragraph():
                self._paragraph(block)
            case Bullet():
                self._bullet(block)
            case Key():
                self._take_key(block)
            case Marker():
                self._marker(block)
            case Heading():
                self._heading(block.level, block.text)
            case Rule():
                self._rule(block, lone)
            case Fence():
                self._fence(block.code)
            case Prose():
                self._prose(block)
        self._begun = True
        self._after_blank = False
        if not isinstance(block, Key | Paragraph):
            self._key = None

    # Where a topic or a question begins.

    def _heading(self, level: int, text: str) -> None:
        self._open = None
        title = plain(text)
        if not self._begun:
            self.first_heading = title
        while self._topics and self._topics[-1][0] >= level:
            self._topics.pop()
        if title:
            self._topics.append((level, title))

    def _rule(self, rule: Rule, lone: Paragraph | None) -> None:
        if lone and rule.character in "=-":
            self._begun = self._begun and lone.line > 1
            self._heading(1 if rule.character == "=" else 2, lone.text)
        elif not isinstance(self._open, QuestionDraft) or self._open.items:
            self._open = None

    def _marker(self, marker: Marker) -> None:
        text, images = self._pictures(marker.text, marker.line, Place.PROMPT)
        question = QuestionDraft(marker.line, self._topic, text, marker.whole)
        question.images.extend(images)
        self.drafts.append(question)
        self._open = question

    # What belongs to a question.

    def _prose(self, prose: Prose) -> None:
        if not isinstance(self._open, QuestionDraft) or self._open.items:
            self._paragraph(Paragraph(prose.line, 0, f"A. {prose.text}".strip()))
            return
        text, images = self._pictures(prose.text, prose.line, Place.ANSWER)
        self._open.images.extend(images)
        self._open.prose = True
        self._open.items.append(ItemDraft(prose.line, 0, text))

    def _bullet(self, bullet: Bullet) -> None:
        if self._is_over(bullet):
            self._open = None
        question = self._open if isinstance(self._open, QuestionDraft) else None
        if question and (sources := sources_of(bullet.text)):
            question.sources.extend(sources)
            return
        text, images = self._pictures(bullet.text, bullet.line, Place.ANSWER)
        item = ItemDraft(bullet.line, bullet.indent, text, bullet.numbered, bullet.checked)
        if question is None:
            if bullet.checked is not None:
                # A box outside any question is a task to tick off, not a definition.
                self._open = None
                return
            self._open = DefinitionDraft(self._topic, item, images=list(images))
            self.drafts.append(self._open)
            return
        question.images.extend(images)
        if question.prose:
            self._bullet_below_prose(question, item)
        elif (
            question.items
            and bullet.indent >= question.items[0].indent + NESTED
            and bullet.checked is None
        ):
            if text:
                question.items[-1].nested.append(text)
        else:
            question.items.append(item)

    def _is_over(self, bullet: Bullet) -> bool:
        """Whether the open question ended above a bullet: its answer had its keys, and an empty
        line follows them.
        """
        question = self._open
        return (
            isinstance(question, QuestionDraft)
            and bool(question.items)
            and bool(question.keys)
            and self._after_blank
            and bullet.indent < NESTED
        )

    def _bullet_below_prose(self, question: QuestionDraft, item: ItemDraft) -> None:
        """Prose that ends in a colon, or is empty, only introduces the bullets below it."""
        prose = question.items[0]
        if not prose.nested and (not prose.text or prose.text.endswith(":")):
            question.prose = False
            question.items = [item]
        elif item.text:
            prose.nested.append(item.text)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if self._key and not self._after_blank:
            self._key.value = f"{self._key.value} {paragraph.text}".strip()
            return
        self._key = None
        if sources := sources_of(paragraph.text):
            if self._open:
                self._open.sources.extend(sources)
            return
        text, images = self._pictures(paragraph.text, paragraph.line, self._place)
        if isinstance(self._open, QuestionDraft):
            self._open.images.extend(images)
        if not plain(text):
            return
        if isinstance(self._open, QuestionDraft):
            self._line_of_question(self._open, replace(paragraph, text=text))
        elif self._open and (not self._after_blank or paragraph.indent >= NESTED):
            self._continue(self._open.item, text)
        else:
            self._open = None
            self._heading_to_be = paragraph if self._after_blank else None

    def _line_of_question(self, question: QuestionDraft, paragraph: Paragraph) -> None:
        text = paragraph.text
        indented = paragraph.indent >= NESTED or not self._after_blank
        if question.prose or (question.items and indented):
            self._continue(question.items[-1], text)
        elif self._after_blank and (question.items or not question.prompt):
            self._open = None
            self._heading_to_be = paragraph
        elif question.whole:
            question.prose = True
            question.items.append(ItemDraft(paragraph.line, 0, text))
        elif not question.prompt:
            question.prompt = text
        elif self._after_blank or question.loose:
            self._continue_loose(question, paragraph)
        else:
            question.tail.append(text)

    def _continue_loose(self, question: QuestionDraft, paragraph: Paragraph) -> None:
        if question.loose and not self._after_blank:
            line, text = question.loose.pop()
            question.loose.append((line, f"{text} {paragraph.text}"))
        else:
            question.loose.append((paragraph.line, paragraph.text))

    def _continue(self, item: ItemDraft, text: str) -> None:
        """A further line of an item; after an empty line it is a detail of its own."""
        if self._after_blank:
            item.nested.append(text)
        elif item.nested:
            item.nested[-1] = f"{item.nested[-1]} {text}"
        else:
            item.text = f"{item.text} {text}".strip()

    def _take_key(self, key: Key) -> None:
        draft = self._open
        if draft is None:
            return
        self._key = KeyDraft(key.line, key.indent, key.name, key.value)
        if isinstance(draft, DefinitionDraft):
            if key.indent > draft.item.indent:
                draft.item.keys.append(self._key)
        elif draft.items and key.indent > draft.items[-1].indent and not draft.prose:
            draft.items[-1].keys.append(self._key)
        else:
            draft.keys.append(self._key)

    def _fence(self, code: Code) -> None:
        code = replace(code, place=self._place)
        self.code.append(code)
        if isinstance(self._open, QuestionDraft):
            self._open.code.append(code)

    # Where things stand.

    @property
    def _topic(self) -> tuple[str, ...]:
        return tuple(title for _, title in self._topics)

    @property
    def _place(self) -> Place:
        if not isinstance(self._open, QuestionDraft):
            return Place.TOPIC
        return Place.ANSWER if self._open.items else Place.PROMPT

    def _pictures(self, text: str, line: int, place: Place) -> tuple[str, tuple[Image, ...]]:
        rest, images = take_images(text, line, place)
        self.images.extend(images)
        return rest, images
