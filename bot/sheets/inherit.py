"""A new version of a sheet takes over the ids of the old one, so that cards, history and appeals
stay with what is the same question.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from bot.model.question import Question
from bot.model.sheet import Sheet
from bot.sheets.ids import derive_id, is_derived, with_unique_ids
from bot.sheets.wording import key

PROMPT_ALIKE = 85
"""Similarity (0..100) from which two prompts may be one that was reworded, if the answers agree."""
ANSWER_ALIKE = 60


@dataclass(frozen=True, slots=True)
class Inheritance:
    """The new sheet under the old ids, and what changed; every field but the first holds ids.

    `renamed` holds pairs (old, new) of ids under which a question was known and is known now: the
    author wrote another one, or gave its own to another question. All of them hold at once (two
    questions may swap ids), and no two questions come under one id: what was asked under `old` is
    history of `new`. A removed question whose id another one took stands there too.
    """

    sheet: Sheet
    kept: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    """Known questions whose prompt now reads differently."""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


def inherit_ids(old: Sheet, new: Sheet) -> Inheritance:
    """Match the questions of two versions of a sheet, surest first: same id; same prompt in the
    same topic, then anywhere; same answer in the same topic, if it occurs once in both; similar
    prompt with a similar answer. Each question is matched once, and order does not matter.

    An id goes before any wording, but for one case: where a question bears the id of one and has
    prompt and answer of another, its id was given to it.
    """
    matching = _Matching(old, new)
    matching.by_id_and_prompt()
    matching.by_content_under_anothers_id()
    matching.by(_written_id)
    matching.by(lambda question: (key(question.prompt), question.topic))
    matching.by(lambda question: key(question.prompt), only_unique=True)
    # A derived id says no more than the prompt that the question once had.
    matching.by(lambda question: question.id)
    matching.by(_answer_in_topic, only_unique=True)
    matching.by_similarity()
    return matching.result(new)


def _written_id(question: Question) -> str | None:
    """The author's own id, None where there is none."""
    return None if is_derived(question.id) else question.id


def _content(question: Question) -> Hashable | None:
    """What is asked and answered, where; None where there is no answer."""
    answer = _answer_in_topic(question)
    return None if answer is None else (key(question.prompt), answer)


def _answer_in_topic(question: Question) -> Hashable | None:
    """What a question answers, where; None where it has no answer to go by."""
    if not question.items:
        return None
    answer = tuple(sorted(key(item.text) for item in question.items))
    return answer, question.topic, question.kind, question.mode


class _Matching:
    def __init__(self, old: Sheet, new: Sheet) -> None:
        self._known = old.questions
        self._old = dict(enumerate(old.questions))
        self._new = dict(enumerate(new.questions))
        self._before: dict[int, Question] = {}
        """Index of a new question → the old one that it was."""

    def by(
        self, feature: Callable[[Question], Hashable | None], *, only_unique: bool = False
    ) -> None:
        """Match what is left and has the same feature, in the order of both sheets."""
        old, new = _grouped(self._old, feature), _grouped(self._new, feature)
        for shared in old.keys() & new.keys():
            if only_unique and (len(old[shared]) > 1 or len(new[shared]) > 1):
                continue
            for before, now in zip(old[shared], new[shared], strict=False):
                self._match(before, now)

    def by_id_and_prompt(self) -> None:
        """Match what has the same id and still asks the same."""
        old = {question.id: at for at, question in self._old.items()}
        for now, question in list(self._new.items()):
            before = old.get(question.id)
            if before is not None and key(self._old[before].prompt) == key(question.prompt):
                self._match(before, now)

    def by_content_under_anothers_id(self) -> None:
        """Match each that is left and bears an old id, where another old one is the same in prompt
        and answer, which occur once in both.
        """
        ids = {question.id for question in self._known}
        if not any(question.id in ids for question in self._new.values()):
            return
        old, new = _grouped(self._old, _content), _grouped(self._new, _content)
        for shared in old.keys() & new.keys():
            (before, *others), (now, *more) = old[shared], new[shared]
            if not others and not more and self._new[now].id in ids:
                self._match(before, now)

    def by_similarity(self) -> None:
        """Match what is left by the wording of prompt and answer, the most similar pairs first."""
        prompts: defaultdict[Hashable, dict[int, str]] = defaultdict(dict)
        for at, question in self._old.items():
            prompts[_must_agree(question)][at] = key(question.prompt)
        candidates = []
        for now, question in self._new.items():
            found = process.extract(
                key(question.prompt),
                prompts[_must_agree(question)],
                scorer=fuzz.ratio,
                score_cutoff=PROMPT_ALIKE,
                limit=3,
            )
            candidates += [
                (score, -before, -now)
                for _, score, before in found
                if _answers_agree(self._old[before], question)
            ]
        for _, before, now in sorted(candidates, reverse=True):
            if -before in self._old and -now in self._new:
                self._match(-before, -now)

    def _match(self, before: int, now: int) -> None:
        self._before[now] = self._old.pop(before)
        del self._new[now]

    def result(self, sheet: Sheet) -> Inheritance:
        """The new sheet with its ids settled."""
        questions = self._settled(sheet.questions)
        kept: list[str] = []
        reworded: list[str] = []
        added: list[str] = []
        renamed: list[tuple[str, str]] = []
        for at, question in enumerate(questions):
            before = self._before.get(at)
            if before is None:
                added.append(question.id)
                continue
            same = key(before.prompt) == key(question.prompt)
            (kept if same else reworded).append(question.id)
            if question.id != before.id:
                renamed.append((before.id, question.id))
        return Inheritance(
            sheet=replace(sheet, questions=questions),
            kept=tuple(kept),
            reworded=tuple(reworded),
            added=tuple(added),
            removed=tuple(question.id for question in self._old.values()),
            renamed=(*renamed, *self._displaced(questions)),
        )

    def _settled(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """The new questions under the author's ids, else the old ones, else derived ones; where
        another question has that by now, under the first free one.
        """
        settled = {at: each for at, each in enumerate(questions) if not is_derived(each.id)}
        taken = {question.id for question in settled.values()}
        for at, before in self._before.items():
            if at not in settled and before.id not in taken:
                settled[at] = replace(questions[at], id=before.id)
                taken.add(before.id)
        rest = [at for at in range(len(questions)) if at not in settled]
        # Its derived id may be an old one that is no longer in use: that history is not its own.
        taken |= {question.id for question in self._known}
        settled |= zip(rest, with_unique_ids([questions[at] for at in rest], taken), strict=True)
        return tuple(settled[at] for at in range(len(questions)))

    def _displaced(self, questions: tuple[Question, ...]) -> list[tuple[str, str]]:
        """Of removed questions whose id another one took: that id, and one to be found under."""
        used = {question.id for question in questions}
        gone = [question for question in self._old.values() if question.id in used]
        homes = [replace(each, id=derive_id(each.prompt, each.topic)) for each in gone]
        taken = used | {question.id for question in self._known}
        found = with_unique_ids(homes, taken)
        return [(each.id, home.id) for each, home in zip(gone, found, strict=True)]


def _grouped(
    questions: dict[int, Question], feature: Callable[[Question], Hashable | None]
) -> dict[Hashable, list[int]]:
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, question in questions.items():
        if (value := feature(question)) is not None:
            groups[value].append(at)
    return groups


def _must_agree(question: Question) -> Hashable:
    """What no rewording changes: the kind, and the numbers in the prompt (L1 is not L2)."""
    found = key(question.prompt).split()
    return question.kind, tuple(sorted(word for word in found if not word.isalpha()))


def _answers_agree(before: Question, now: Question) -> bool:
    """Whether two answers are alike, or one of them is missing."""
    old, new = (" ".join(key(item.text) for item in question.items) for question in (before, now))
    return not old or not new or fuzz.token_sort_ratio(old, new) >= ANSWER_ALIKE
