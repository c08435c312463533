"""Anki's packages: of every version, from strangers, and ours in the hands of Anki itself."""

import io
import json
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import zstandard

from bot.model.question import Image, Item, Mode, Place, Question
from bot.model.sheet import Sheet
from bot.sheets import archive, read_path, read_sheet
from bot.sheets.archive import Refused
from bot.sheets.media import pictures_in, safe_name
from bot.sheets.writing.anki import AnkiPackage

from .reading import messages, prompts, seen

STUB = "Please update to the latest Anki version, then import the .colpkg/.apkg file again."


def old_collection(
    *notes: tuple[str, str], deck: str = "Biology::Cells", kind: str = "Basic"
) -> bytes:
    """A collection of the first schema, where kinds and decks are JSON."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            "CREATE TABLE col (models text, decks text);"
            "CREATE TABLE notes (id integer, guid text, mid integer, tags text, flds text);"
            "CREATE TABLE cards (nid integer, did integer, ord integer);"
        )
        fields = [{"name": "Front"}, {"name": "Back"}]
        models = {"1": {"name": kind, "flds": fields}}
        decks = {"7": {"name": deck}}
        db.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(models), json.dumps(decks)))
        for number, (front, back) in enumerate(notes, 1):
            db.execute(
                "INSERT INTO notes VALUES (?, ?, 1, ' marked organs ', ?)",
                (number, f"guid{number}", f"{front}\x1f{back}"),
            )
            db.execute("INSERT INTO cards VALUES (?, 7, 0)", (number,))
        db.commit()
        return db.serialize()


def new_collection(*notes: tuple[str, str]) -> bytes:
    """A collection of the present schema, with tables of their own and Anki's collation."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        db.executescript(
            "CREATE TABLE notetypes (id integer, name text COLLATE unicase);"
            "CREATE TABLE fields (ntid integer, ord integer, name text COLLATE unicase);"
            "CREATE TABLE decks (id integer, name text COLLATE unicase);"
            "CREATE UNIQUE INDEX by_name ON decks (name);"
            "CREATE TABLE notes (id integer, guid text, mid integer, tags text, flds text);"
            "CREATE TABLE cards (nid integer, did integer, ord integer);"
            "INSERT INTO notetypes VALUES (1, 'Basic (and reversed card)');"
            "INSERT INTO fields VALUES (1, 1, 'Back'), (1, 0, 'Front');"
            "INSERT INTO decks VALUES (7, 'Biology' || char(31) || 'Cells');"
        )
        for number, (front, back) in enumerate(notes, 1):
            db.execute(
                "INSERT INTO notes VALUES (?, ?, 1, '', ?)",
                (number, f"guid{number}", f"{front}\x1f{back}"),
            )
            db.execute("INSERT INTO cards VALUES (?, 7, 0)", (number,))
        db.commit()
        return db.serialize()


def package(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "."), data)
    return out.getvalue()


def read(source: bytes) -> Sheet:
    return read_sheet(source, id="deck", name="deck.apkg", limit=10**9)


CELL = ("What is the <b>powerhouse</b> of the cell?", "The mitochondrion<br>[sound:a.mp3]")


def test_a_package_of_the_first_schema_is_read() -> None:
    sheet = read(package(collection__anki2=old_collection(CELL)))
    (question,) = sheet.questions
    assert question.prompt == "What is the powerhouse of the cell?"
    assert question.items[0].text == "The mitochondrion"
    assert question.tags == ("organs",)
    assert sheet.title == "Cells"


def test_the_newest_collection_is_read_and_the_stub_is_not() -> None:
    newest = zstandard.compress(new_collection(CELL))
    sheet = read(
        package(
            collection__anki2=old_collection((STUB, "")),
            collection__anki21=old_collection(("Older?", "yes")),
            collection__anki21b=newest,
        )
    )
    assert prompts(sheet) == ["What is the powerhouse of the cell?", "The mitochondrion"]


def test_the_second_form_is_preferred_to_the_stub() -> None:
    sheet = read(
        package(
            collection__anki2=old_collection((STUB, "")),
            collection__anki21=old_collection(("Older?", "yes")),
        )
    )
    assert prompts(sheet) == ["Older?"]


def test_decks_below_the_shared_one_are_topics() -> None:
    sheet = read(package(collection__anki2=old_collection(CELL, deck="Biology::Cells::Parts")))
    assert sheet.title == "Parts"
    assert read(package(collection__anki2=old_collection(CELL, deck="Default"))).title == "Deck"


def test_an_id_stays_with_its_note_through_rewording() -> None:
    before = read(package(collection__anki2=old_collection(CELL)))
    after = read(package(collection__anki2=old_collection(("Which part gives energy?", "x"))))
    assert [q.id for q in before.questions] == [q.id for q in after.questions]


def test_a_collection_in_wal_mode_is_read() -> None:
    database = old_collection(CELL)
    wal = database[:18] + b"\x02\x02" + database[20:]
    assert len(read(package(collection__anki2=wal)).questions) == 1


def test_gaps_become_questions() -> None:
    note = ("{{c1::Chlorophyll}} makes leaves {{c2::green}}.", "Extra words")
    sheet = read(package(collection__anki2=old_collection(note, kind="Cloze")))
    assert [each.answers for each in seen(sheet)] == [("Chlorophyll",), ("green",)]
    assert sheet.questions[0].why == "Extra words"
    assert len({question.id for question in sheet.questions}) == 2


# What strangers send.


def test_a_bomb_is_refused_before_it_inflates() -> None:
    bomb = package(collection__anki2=b"\0" * 60_000_000)
    assert len(bomb) < 100_000
    sheet = read(bomb)
    assert "out of all proportion" in messages(sheet)[0]


def test_a_bomb_within_zstandard_is_refused_while_it_inflates() -> None:
    bomb = package(collection__anki21b=zstandard.compress(b"\0" * 60_000_000))
    assert "out of all proportion" in messages(read(bomb))[0]


def test_a_size_that_lies_is_noticed_while_inflating(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = package(collection__anki2=b"\0" * 60_000_000)
    lying = honest.replace((60_000_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))
    assert messages(read(lying))
    assert read(lying).questions == ()


def test_no_more_than_the_budget_is_ever_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = archive.opened(package(a=os.urandom(2000), b=os.urandom(2000)))
    opened.budget = 3000
    opened.read("a")
    with pytest.raises(Refused):
        opened.read("b")


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"])
def test_names_outside_of_the_archive_are_refused(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("collection.anki2", old_collection(CELL))
        file.writestr(name, b"x")
    sheet = read(out.getvalue())
    assert sheet.questions == ()
    assert "outside of itself" in messages(sheet)[0]


@pytest.mark.parametrize(
    "source",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\xff" * 500,
        package(collection__anki2=b"no database"),
        package(collection__anki2=b"SQLite format 3\0" + b"\0" * 84),
        package(collection__anki2=old_collection(CELL)[:3000]),
        package(collection__anki21b=b"not compressed"),
        package(other=b"x"),
    ],
)
def test_what_is_damaged_is_said_and_nothing_is_read(source: bytes) -> None:
    sheet = read(source)
    assert sheet.questions == ()
    assert len(sheet.problems) == 1


def test_a_schema_that_never_ends_is_stopped() -> None:
    """A table may be a view, and a view may count for ever."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            "CREATE TABLE col (models text, decks text); INSERT INTO col VALUES ('{}', '{}');"
            "CREATE TABLE cards (nid integer, did integer, ord integer);"
            "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
            " SELECT id, 'g' AS guid, 1 AS mid, '' AS tags, 'x' AS flds FROM n WHERE id < 0;"
        )
        database = db.serialize()
    sheet = read(package(collection__anki2=database))
    assert "damaged" in messages(sheet)[0]


def test_pictures_within_a_package_are_taken_out_under_safe_names() -> None:
    source = package(
        collection__anki2=old_collection(CELL),
        media=json.dumps({"0": "leaf.png", "1": "../../evil.png", "2": "a.exe"}).encode(),
        **{"0": b"leaf", "1": b"evil", "2": b"exe"},
    )
    assert list(pictures_in(source)) == [("leaf.png", b"leaf"), ("evil.png", b"evil")]
    assert safe_name("..\\..\\x?.png") == "x_.png"


def test_pictures_of_a_newer_package_are_taken_out() -> None:
    def entry(name: bytes) -> bytes:
        inner = b"\x0a" + bytes([len(name)]) + name + b"\x10\x04"
        return b"\x0a" + bytes([len(inner)]) + inner

    source = package(
        collection__anki21b=zstandard.compress(new_collection(CELL)),
        media=zstandard.compress(entry(b"leaf.png") + entry(b"bee.jpg")),
        **{"0": zstandard.compress(b"leaf"), "1": zstandard.compress(b"bee")},
    )
    assert list(pictures_in(source)) == [("leaf.png", b"leaf"), ("bee.jpg", b"bee")]


# Ours, in the hands of Anki.

OURS = Sheet(
    "garden",
    "Garden",
    (
        Question(
            "which-needs",
            "Which trees keep their needles, a < b & c?",
            Mode.ALL,
            (Item("Pine", accept=("a pine",)), Item("Fir")),
            topic=("Garden", "Trees"),
            why="Because.",
            tags=("ever green", "tree"),
            images=(Image("pictures/leaf.png", "A leaf"), Image("https://example.org/x.png", "x", place=Place.ANSWER)),
        ),
        Question("q0123456789ab", "Unanswered?", Mode.ANY, ()),
    ),
)  # fmt: skip


@pytest.fixture
def anki() -> Any:
    """The real program, without its window."""
    try:
        import anki.collection
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail("the anki package must be installed here")
        pytest.skip("needs the anki package")
    return anki


def test_anki_itself_opens_our_package(anki: Any, tmp_path: Path) -> None:
    path = tmp_path / "garden.apkg"
    path.write_bytes(AnkiPackage(pictures={"pictures/leaf.png": b"\x89PNG\r\n\x1a\n"}).write(OURS))
    collection = anki.collection.Collection(str(tmp_path / "collection.anki2"))
    try:
        request = anki.collection.ImportAnkiPackageRequest(package_path=str(path))
        collection.import_anki_package(request)
        (note_id,) = collection.find_notes("")
        note = collection.get_note(note_id)
        assert note["Question"].startswith("Which trees keep their needles, a &lt; b &amp; c?")
        assert note["Answer"].startswith("<ul><li>Pine</li><li>Fir</li></ul>")
        assert note["Id"] == "which-needs"
        assert sorted(note.tags) == ["ever_green", "tree"]
        (card,) = note.cards()
        assert collection.decks.name(card.did) == "Garden::Trees"
        assert "Pine" in card.answer()
        assert "Pine" not in card.question()
        (picture,) = Path(collection.media.dir()).iterdir()
        assert picture.name.endswith("-leaf.png")
        assert picture.name in note["Question"]
        collection.import_anki_package(request)
        assert len(collection.find_notes("")) == 1
        newer = tmp_path / "newer.apkg"
        options = anki.collection.ExportAnkiPackageOptions(with_media=True, legacy=False)
        collection.export_anki_package(out_path=str(newer), options=options, limit=None)
    finally:
        collection.close()
    with zipfile.ZipFile(newer) as file:
        assert "collection.anki21b" in file.namelist()
    sheet = read_path(newer)
    (question,) = sheet.questions
    assert question.id == "which-needs"
    assert [item.text for item in question.items] == ["Pine", "Fir"]
    assert [name for name, _ in pictures_in(newer.read_bytes())] == [picture.name]
