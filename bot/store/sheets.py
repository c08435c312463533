"""Sheets and their questions."""

import hashlib
from dataclasses import replace

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy import insert as insert_rows

from bot.model.sheet import Sheet
from bot.quiz.ports.store import SheetEntry
from bot.store.columns import to_json
from bot.store.database import Repository, insert
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
            # The sheet's row comes first: two who replace a sheet do so one after the other.
            values = _values_of(sheet)
            connection.execute(
                insert(connection, sheets)
                .values(team_id=team_id, sheet_id=sheet.id, **values)
                .on_conflict_do_update(
                    index_elements=[sheets.c.team_id, sheets.c.sheet_id], set_=values
                )
            )
            connection.execute(
                delete(questions).where(
                    questions.c.team_id == team_id, questions.c.sheet_id == sheet.id
                )
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

        await self.database.write(work)
        return version

    async def add_questions(self, team_id: str, sheet: Sheet) -> None:
        """Add the questions of a sheet to the stored one of its id, made where there is none; a
        question whose id is there already changes nothing.
        """

        def work(connection: Connection) -> None:
            which = (sheets.c.team_id == team_id, sheets.c.sheet_id == sheet.id)
            # The sheet's row is held from here on, so that nobody else's addition is overlooked.
            connection.execute(
                insert(connection, sheets)
                .values(team_id=team_id, sheet_id=sheet.id, **_values_of(sheet))
                .on_conflict_do_nothing()
            )
            head: Sheet = connection.scalars(
                select(sheets.c.head).where(*which).with_for_update()
            ).one()
            bodies = connection.scalars(
                select(questions.c.body)
                .where(questions.c.team_id == team_id, questions.c.sheet_id == sheet.id)
                .order_by(questions.c.position)
            )
            known = {question.id: question for question in bodies}
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

        await self.database.write(work)

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
