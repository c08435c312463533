"""Composing: what is owed becomes a message, with what is known at the moment of sending."""

from dataclasses import dataclass

from bot.model.answer import Answer
from bot.model.board import Ranked
from bot.model.delivery import Delivery
from bot.model.message import Message
from bot.model.round import Round
from bot.quiz.messages import case, question, reveal
from bot.quiz.ports import Clock, Store
from bot.quiz.rules.rules import RuleBook
from bot.quiz.rules.scoring import ranking
from bot.quiz.services.cases import Cases


@dataclass(frozen=True, slots=True)
class Composing:
    """Writes the messages of rounds."""

    store: Store
    clock: Clock
    rule_book: RuleBook
    cases: Cases

    def post(self, round_: Round) -> Message:
        """The question in the channel."""
        return question.post(round_, self.rule_book.of(round_.team_id, round_.channel_id))

    def closed(self, round_: Round) -> Message:
        """The post once it is closed."""
        return question.closed_post(round_)

    async def reveal(self, round_: Round, *, alone: bool = False) -> Message:
        """The answer and who scored; where no post stands above it, with the question."""
        answers, scored = await self._scored(round_)
        rules = self.rule_book.of(round_.team_id, round_.channel_id)
        return reveal.reveal(round_, answers, scored, rules, alone=alone)

    async def amended(self, round_: Round) -> Message:
        """How a day stands whose order has changed since its reveal."""
        answers, scored = await self._scored(round_)
        return reveal.amended(round_, answers, scored)

    async def _scored(self, round_: Round) -> tuple[tuple[Answer, ...], tuple[Ranked, ...]]:
        """What was said in a round, and where those who said it stand on its day."""
        answers = await self.store.answers(round_.team_id, round_.id)
        standings = await self.store.standings(
            round_.team_id, round_.channel_id, round_.local_date, round_.local_date
        )
        players = {answer.member_id for answer in answers}
        return answers, ranking([each for each in standings if each.member_id in players])

    async def appeals(self, delivery: Delivery) -> Message | None:
        """What waits for quizmasters; None if that was decided meanwhile."""
        page = await self.cases.page(delivery.team_id, delivery.member_id)
        return case.gathered(page) if page.total else None

    def notice(self, delivery: Delivery, round_: Round | None) -> Message:
        """A word to one member; about an open round it brings the question along."""
        now = self.clock.now()
        if round_ is not None and round_.takes_answers(now):
            rules = self.rule_book.of(round_.team_id, round_.channel_id)
            return question.reminder(round_, now, delivery.text, rules)
        return Message.of(delivery.text, *delivery.buttons)
