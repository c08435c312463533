"""What the assembler has gathered, before it becomes questions. Mutable, and raw Markdown still."""

from dataclasses import dataclass, field

from bot.model.question import Code, Image


@dataclass(slots=True)
class KeyDraft:
    """`name: value`, continued over indented lines."""

    line: int
    indent: int
    name: str
    value: str


@dataclass(slots=True)
class ItemDraft:
    """One bullet, with what stands under it."""

    line: int
    indent: int
    text: str
    numbered: bool = False
    checked: bool | None = None
    """Of a choice, whether it is right; None of an item that is no choice."""
    nested: list[str] = field(default_factory=list)
    keys: list[KeyDraft] = field(default_factory=list)


@dataclass(slots=True)
class QuestionDraft:
    """A marker and everything up to the next one, or to the next heading."""

    line: int
    topic: tuple[str, ...]
    prompt: str
    whole: bool = False
    """The first line was bold as a whole, so what follows is the answer."""
    tail: list[str] = field(default_factory=list)
    """Lines directly below the marker's, before any bullet."""
    loose: list[tuple[int, str]] = field(default_factory=list)
    """Paragraphs (line, text) after an empty line, before any bullet."""
    items: list[ItemDraft] = field(default_factory=list)
    prose: bool = False
    """The answer is prose: one item, its further paragraphs nested."""
    keys: list[KeyDraft] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    code: list[Code] = field(default_factory=list)


@dataclass(slots=True)
class DefinitionDraft:
    """A bullet outside any question; it may turn out to be a definition."""

    topic: tuple[str, ...]
    item: ItemDraft
    sources: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
