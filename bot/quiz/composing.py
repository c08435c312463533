"""Composing: what is owed becomes a message, with what is known at the moment of sending."""

from dataclasses import dataclass

from bot.model.delivery import Delivery
from bot.model.message import Block, Buttons, Message, Section
from bot.model.round import Round
from bot.model.text import line
from bot.quiz import ranking
from bot.quiz.library import Library
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import Rules
from bot.quiz.speech import question, reveal


@dataclass(frozen=True, slots=True)
class Composing:
    """Writes the messages of rounds."""

    store: Store
    clock: Clock
    library: Library
    rules: Rules

    def post(self, round_: Round) -> Message:
        """The question in the channel."""
        return question.post(round_, self.rules)

    def closed(self, round_: Round) -> Message:
        """The post once it is closed."""
        return question.closed_post(round_)

    async def reveal(self, round_: Round, *, alone: bool = False) -> Message:
        """The answer and who scored; where no post stands above it, with the question."""
        answers = await self.store.answers(round_.team_id, round_.id)
        standings = await self.store.standings(
            round_.team_id, round_.channel_id, round_.local_date, round_.local_date
        )
        players = {answer.member_id for answer in answers}
        scored = ranking.ranked([s for s in standings if s.member_id in players])
        title = await self.sheet_title(round_)
        return reveal.reveal(round_, answers, scored, title, self.rules, alone=alone)

    def notice(self, delivery: Delivery, round_: Round | None) -> Message:
        """A word to one member; about an open round it brings the question along."""
        now = self.clock.now()
        if round_ is not None and round_.takes_answers(now):
            return question.reminder(round_, now, delivery.text, self.rules)
        blocks: tuple[Block, ...] = (Section(line(delivery.text)),)
        if delivery.buttons:
            blocks = (*blocks, Buttons(delivery.buttons))
        return Message(blocks, summary=delivery.text)

    async def sheet_title(self, round_: Round) -> str:
        """The title of the round's sheet, its id if the sheet is gone."""
        entries = await self.library.entries(round_.team_id)
        return next((e.title for e in entries if e.id == round_.sheet_id), round_.sheet_id)
