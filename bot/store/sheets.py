"""Sheets and their questions."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy import insert as insert_rows

from bot.model.question import Question
from bot.model.sheet import Sheet
from bot.quiz.ports.sheets import ADDITIONS, LIBRARY, SheetEntry
from bot.store.columns import to_json
from bot.store.database import Repository, insert
from bot.store.renames import move_history, renamed_questions, teams_with
from bot.store.tables import questions, sheets


class SqlSheets(Repository):
    """Sheets: a row each, and one for each of their questions."""

    async def save_sheet(self, team_id: str, sheet: Sheet) -> str:
        """Replace a sheet whole, by its id, and return its version; same content, same version.

        Raises ValueError if two questions have the same id.
        """
        refuse_shared_ids(sheet)
        version = version_of(sheet)

        def work(connection: Connection) -> None:
            stored = select(sheets.c.version).where(
                sheets.c.team_id == team_id, sheets.c.sheet_id == sheet.id
            )
            if connection.scalar(stored) == version:
                return
            _write(connection, team_id, sheet)

        await self.database.write(work)
        return version

    async def replace_sheet(
        self,
        team_id: str,
        sheet: Sheet,
        over: SheetEntry | None,
        renamed: tuple[tuple[str, str], ...],
    ) -> bool:
        """Write a sheet in the place of `over`, with the history of its renamed questions; False,
        changing nothing, if that is not what stands there.
        """
        refuse_shared_ids(sheet)

        def work(connection: Connection) -> bool:
            return put_in_place(connection, team_id, sheet, over, renamed)

        return await self.database.write(work)

    async def sheet(self, team_id: str, sheet_id: str) -> Sheet | None:
        """The sheet with its questions and glossary (problems are not kept), or None."""
        async with self.database.reading() as connection:
            found = await connection.execute(
                select(sheets).where(sheets.c.team_id == team_id, sheets.c.sheet_id == sheet_id)
            )
            row = found.one_or_none()
            if row is None:
                return None
            bodies = await connection.scalars(
                select(questions.c.body)
                .where(questions.c.team_id == team_id, questions.c.sheet_id == sheet_id)
                .order_by(questions.c.position)
            )
            head: Sheet = row.head
            return replace(head, questions=tuple(bodies))

    async def sheets(self, team_id: str) -> tuple[SheetEntry, ...]:
        """The team's own sheets by title; those of `LIBRARY` only when asked for by that id."""
        columns = (
            sheets.c.team_id,
            sheets.c.sheet_id,
            sheets.c.title,
            sheets.c.asked,
            sheets.c.version,
        )
        query = (
            select(*columns)
            .where(sheets.c.team_id == team_id)
            .order_by(func.lower(sheets.c.title), sheets.c.sheet_id)
        )

        def work(connection: Connection) -> tuple[SheetEntry, ...]:
            return tuple(SheetEntry(*row) for row in connection.execute(query))

        return await self.database.look(work)


def put_in_place(
    connection: Connection,
    team_id: str,
    sheet: Sheet,
    over: SheetEntry | None,
    renamed: Sequence[tuple[str, str]],
) -> bool:
    """Write a sheet in the place of `over`, with the history of its renamed questions; False,
    changing nothing, if that is not what stands there.
    """
    own = _version(connection, team_id, sheet.id)
    if own == version_of(sheet):
        return True
    owner = LIBRARY if own is None else team_id
    stands = own or _version(connection, LIBRARY, sheet.id)
    if over is None and stands is not None:
        return False
    if over is not None and (over.team_id, over.version) != (owner, stands):
        return False
    if own is None and not _is_first(connection, team_id, sheet):
        return False
    _write(connection, team_id, sheet)
    if renamed:
        move_history(connection, team_id, sheet.id, renamed)
        _rename_additions(connection, team_id, sheet.id, dict(renamed))
    return True


def add_questions(connection: Connection, team_id: str, sheet: Sheet) -> None:
    """Add the questions of a sheet to the stored one of its id, made where there is none; a
    question whose id is there already changes nothing.
    """
    which = (sheets.c.team_id == team_id, sheets.c.sheet_id == sheet.id)
    # The sheet's row is held from here on, so that nobody else's addition is overlooked.
    connection.execute(
        insert(connection, sheets)
        .values(team_id=team_id, sheet_id=sheet.id, **_values_of(sheet))
        .on_conflict_do_nothing()
    )
    head: Sheet = connection.scalars(select(sheets.c.head).where(*which).with_for_update()).one()
    known = {question.id: question for question in _questions(connection, team_id, sheet.id)}
    more = [question for question in sheet.questions if question.id not in known]
    for position, question in enumerate(more, len(known)):
        connection.execute(
            insert_rows(questions).values(
                team_id=team_id,
                sheet_id=sheet.id,
                question_id=question.id,
                position=position,
                body=question,
            )
        )
    whole = replace(head, questions=(*known.values(), *more))
    connection.execute(update(sheets).where(*which).values(**_values_of(whole)))


def _questions(connection: Connection, team_id: str, sheet_id: str) -> Sequence[Question]:
    """The questions of a sheet, in its order."""
    return connection.scalars(
        select(questions.c.body)
        .where(questions.c.team_id == team_id, questions.c.sheet_id == sheet_id)
        .order_by(questions.c.position)
    ).all()


def _version(connection: Connection, team_id: str, sheet_id: str) -> str | None:
    """The version of a sheet that stays what it is until the transaction ends; None if there is
    no such sheet.
    """
    query = select(sheets.c.version).where(
        sheets.c.team_id == team_id, sheets.c.sheet_id == sheet_id
    )
    version: str | None = connection.scalar(query.with_for_update())
    return version


def _is_first(connection: Connection, team_id: str, sheet: Sheet) -> bool:
    """Take a sheet's place in the table; False if somebody else has just done so."""
    written = connection.execute(
        insert(connection, sheets)
        .values(team_id=team_id, sheet_id=sheet.id, **_values_of(sheet))
        .on_conflict_do_nothing()
    )
    return written.rowcount == 1


def _write(connection: Connection, team_id: str, sheet: Sheet) -> None:
    """Write a sheet whole, in the place of one that is there."""
    # The sheet's row comes first: two who replace a sheet do so one after the other.
    values = _values_of(sheet)
    connection.execute(
        insert(connection, sheets)
        .values(team_id=team_id, sheet_id=sheet.id, **values)
        .on_conflict_do_update(index_elements=[sheets.c.team_id, sheets.c.sheet_id], set_=values)
    )
    connection.execute(
        delete(questions).where(questions.c.team_id == team_id, questions.c.sheet_id == sheet.id)
    )
    if sheet.questions:
        connection.execute(
            insert_rows(questions),
            [
                {
                    "team_id": team_id,
                    "sheet_id": sheet.id,
                    "question_id": question.id,
                    "position": position,
                    "body": question,
                }
                for position, question in enumerate(sheet.questions)
            ],
        )


def _rename_additions(
    connection: Connection, team_id: str, sheet_id: str, renamed: Mapping[str, str]
) -> None:
    """Let the additions to a sheet follow its ids, so that none comes to be asked beside itself."""
    added = sheet_id + ADDITIONS
    for team in teams_with(connection, team_id, sheet_id, added):
        which = (sheets.c.team_id == team, sheets.c.sheet_id == added)
        head: Sheet | None = connection.scalar(
            select(sheets.c.head).where(*which).with_for_update()
        )
        before = _questions(connection, team, added)
        after = tuple(renamed_questions(before, renamed))
        if head is not None and after != tuple(before):
            _write(connection, team, replace(head, questions=after))


def _values_of(sheet: Sheet) -> dict[str, object]:
    """What the row of a sheet says besides its names."""
    return {
        "title": sheet.title,
        "version": version_of(sheet),
        "asked": len(sheet.asked),
        "head": replace(sheet, questions=(), problems=()),
    }


def version_of(sheet: Sheet) -> str:
    """Sixteen hexadecimal digits that change with every change of what is kept of a sheet."""
    return hashlib.sha256(to_json(replace(sheet, problems=())).encode()).hexdigest()[:16]


def refuse_shared_ids(sheet: Sheet) -> None:
    """Raise ValueError if two questions have the same id: their histories would be mixed up."""
    seen: set[str] = set()
    for question in sheet.questions:
        if question.id in seen:
            raise ValueError(
                f"Two questions of the sheet {sheet.id} have the id {question.id}. Rename one."
            )
        seen.add(question.id)
