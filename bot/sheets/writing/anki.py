"""Anki's packages, with tags and pictures."""

import hashlib
import io
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from bot.model.question import Question
from bot.model.sheet import Sheet
from bot.sheets.writing.fields import NAMES, fields_of, tags_of, written
from bot.sheets.writing.writer import Unavailable

if TYPE_CHECKING:
    import genanki  # type: ignore[import-untyped]  # it comes without types

_MODEL = 1_718_273_645
"""The id of our kind of note. It must never change, or Anki takes it for another kind."""
_FRONT = """<div class="topic">{{Topic}}</div>
<div class="question">{{Question}}</div>
{{#Options}}<div class="options">{{Options}}</div>{{/Options}}
{{#Hint}}{{hint:Hint}}{{/Hint}}"""
_BACK = """{{FrontSide}}
<hr id="answer">
{{Answer}}
{{#Why}}<p>{{Why}}</p>{{/Why}}
{{#Source}}<p class="topic">{{Source}}</p>{{/Source}}"""
_STYLE = """.card { font-family: sans-serif; font-size: 20px; max-width: 40em; margin: 0 auto; }
.topic { font-size: 14px; color: #777; }
img { max-width: 100%; }"""


@dataclass(frozen=True, slots=True)
class AnkiPackage:
    """An `.apkg` of the questions that have an answer. Imported again, it updates its notes."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures that lie beside the sheet, by the address that the sheet gives them."""
    name: str = "anki"
    title: str = "Anki deck"
    suffix: str = ".apkg"

    def write(self, sheet: Sheet) -> bytes:
        """A deck named for the sheet, with one below it for each topic."""
        try:
            import genanki
        except ImportError:
            raise Unavailable(
                "Anki decks need a library that is not installed here. "
                "Install it with: pip install 'quizsheet[anki]'"
            ) from None
        model = genanki.Model(
            _MODEL,
            "Quizsheet",
            fields=[{"name": name} for name in NAMES],
            templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
            css=_STYLE,
        )
        decks: dict[str, genanki.Deck] = {}
        for question in written(sheet):
            name = _deck_name(sheet, question)
            deck = decks.setdefault(name, genanki.Deck(_number(f"{sheet.id}\n{name}"), name))
            note = genanki.Note(
                model=model,
                fields=list(fields_of(self._beside(question))),
                tags=list(tags_of(question)),
                guid=genanki.guid_for(sheet.id, question.id),
            )
            deck.add_note(note)
        return self._packed(list(decks.values()), list(self._used(sheet)))

    def _beside(self, question: Question) -> Question:
        """The question with pictures under the names that they have within the package."""
        images = tuple(
            replace(image, url=_packed_name(image.url)) if image.url in self.pictures else image
            for image in question.images
        )
        return replace(question, images=images)

    def _used(self, sheet: Sheet) -> Iterator[str]:
        for url in self.pictures:
            if any(image.url == url for each in written(sheet) for image in each.images):
                yield url

    def _packed(self, decks: "list[genanki.Deck]", used: list[str]) -> bytes:
        import genanki

        out = io.BytesIO()
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for url in used:
                path = Path(folder, _packed_name(url))
                path.write_bytes(self.pictures[url])
                files.append(str(path))
            genanki.Package(decks, files).write_to_file(out)
        return out.getvalue()


def _packed_name(url: str) -> str:
    """A name that no other picture of the package has."""
    path = PurePosixPath(url)
    return f"{hashlib.sha256(url.encode()).hexdigest()[:8]}-{path.name[-100:]}"


def _deck_name(sheet: Sheet, question: Question) -> str:
    path = (sheet.title, *question.topic[:3])
    if question.topic[:1] == (sheet.title,):
        path = question.topic[:4]
    return "::".join(title.replace("::", ": ") for title in path)


def _number(text: str) -> int:
    """An id as Anki wants it: a number of 31 bits, always the same for the same text."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) % (1 << 30)
