"""Where sheets come from: bytes, a file, or a folder of files that make one sheet."""

from dataclasses import replace
from pathlib import Path

from bot.model.sheet import Exam, Glossary, Problem, Sheet
from bot.sheets import problems
from bot.sheets.formats import FORMATS, format_of
from bot.sheets.ids import is_derived, slug, with_unique_ids

LIMIT = 8_000_000
"""Bytes of one file; ten times what a sheet of 10,000 questions needs."""

_NOT_SHEETS = frozenset({"readme", "changelog", "license", "contributing"})


class SheetUnreadable(Exception):
    """A path that cannot be opened; the message says which and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


def read_sheet(source: bytes, *, id: str, name: str, limit: int = LIMIT) -> Sheet:  # noqa: A002 - the model's word
    """The sheet in some bytes; `name` is the file's, `limit` the most bytes that are read.

    Never raises for content: what is wrong is in `problems`, with its line.
    """
    if len(source) > limit:
        return _too_large(id, name, len(source), limit)
    return format_of(source, name).read(source, id=id, name=name)


def read_path(path: Path, *, limit: int = LIMIT) -> Sheet:
    """The sheet in a file, or in a folder; its id is made from the path's last name.

    Raises `SheetUnreadable` where nothing is there or it may not be opened.
    """
    if path.is_dir():
        return read_folder(path, limit=limit)
    try:
        size = path.stat().st_size
        source = path.read_bytes() if size <= limit else b""
    except OSError as error:
        raise SheetUnreadable(path, (error.strerror or "it cannot be opened").lower()) from None
    if size > limit:
        return _too_large(slug(path.stem), path.name, size, limit)
    return read_sheet(source, id=slug(path.stem), name=path.name, limit=limit)


def read_folder(path: Path, *, limit: int = LIMIT) -> Sheet:
    """The files of a folder, and of those in it, as one sheet.

    Files are taken in the order of their names; hidden ones, those that begin with `_`, and those
    about the folder (README) are not. `file` of each question and problem is the path within the
    folder. Ids are unique over all files. Raises `SheetUnreadable` if no file is found.
    """
    files = sheet_files(path)
    if not files:
        endings = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
        raise SheetUnreadable(
            path, f"there is no sheet in this folder (a file ending in {endings})"
        )
    sheets = {file.relative_to(path).as_posix(): read_path(file, limit=limit) for file in files}
    title = path.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize()
    return merge(sheets, id=slug(path.resolve().name), title=title or "Sheet")


def sheet_files(path: Path) -> list[Path]:
    """The files of a folder that hold sheets, sorted by their path within it."""
    suffixes = {suffix for known in FORMATS for suffix in known.suffixes}
    found = [
        file
        for file in path.rglob("*")
        if file.suffix.lower() in suffixes
        and file.stem.lower() not in _NOT_SHEETS
        and not any(part.startswith((".", "_")) for part in file.relative_to(path).parts)
        and file.is_file()
    ]
    return sorted(found, key=lambda file: file.relative_to(path).as_posix())


def merge(sheets: dict[str, Sheet], *, id: str, title: str) -> Sheet:  # noqa: A002 - the model's word
    """Several sheets, by file name, as one; a single one keeps its own title."""
    taken: set[str] = set()
    questions = []
    found: list[Problem] = []
    homes: dict[str, str] = {}
    for file, sheet in sheets.items():
        found += [replace(problem, file=file) for problem in sheet.problems]
        found += [
            replace(problems.repeated_id(question.line, question.id, homes[question.id]), file=file)
            for question in sheet.questions
            if question.id in homes and not is_derived(question.id)
        ]
        placed = [replace(question, file=file) for question in sheet.questions]
        questions += with_unique_ids(placed, taken)
        homes.update((question.id, f"{file}:{question.line}") for question in sheet.questions)
    parts = list(sheets.values())
    return Sheet(
        id=id,
        title=parts[0].title if len(parts) == 1 else title,
        questions=tuple(questions),
        problems=tuple(found),
        glossary=Glossary(tuple(entry for part in parts for entry in part.glossary.aliases)),
        images=tuple(image for part in parts for image in part.images),
        code=tuple(block for part in parts for block in part.code),
        tags=tuple(dict.fromkeys(tag for part in parts for tag in part.tags)),
        language=parts[0].language if parts else "en",
        exams=_exams([exam for part in parts for exam in part.exams]),
    )


def _exams(exams: list[Exam]) -> tuple[Exam, ...]:
    """Each exam once, with the domains of all files."""
    by_name: dict[str, Exam] = {}
    for exam in exams:
        known = by_name.get(exam.name, Exam(exam.name))
        domains = tuple(dict.fromkeys([*known.domains, *exam.domains]))
        by_name[exam.name] = Exam(exam.name, domains, known.retired or exam.retired)
    return tuple(by_name.values())


def _too_large(id: str, name: str, size: int, limit: int) -> Sheet:  # noqa: A002 - the model's word
    return Sheet(id, name, problems=(problems.too_large(size, limit),))
