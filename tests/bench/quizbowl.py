"""npm's qb-answer-checker beside ours: the same pairs, in a node process of its own."""

import json
import shutil
import subprocess
from dataclasses import dataclass

from bot.model.question import Question
from tests.grading.test_quizbowl import package

_SCRIPT = """
import { createInterface } from 'node:readline';
const { default: check } = await import(process.argv[2] + '/src/check-answer.js');
const pairs = [];
for await (const line of createInterface({ input: process.stdin })) pairs.push(JSON.parse(line));
const verdicts = pairs.map(([line, said]) => check(line, said).directive);
let best = Infinity;
for (let round = 0; round < Number(process.argv[3]); round++) {
  const start = performance.now();
  for (const [line, said] of pairs) check(line, said);
  best = Math.min(best, performance.now() - start);
}
console.log(JSON.stringify({ verdicts, microseconds: best * 1000 / pairs.length }));
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer line in quizbowl's writing, and what was said."""

    line: str
    said: str

    @classmethod
    def of(cls, question: Question, said: str) -> "Pair":
        """The items of a question and all their wordings as one answer line."""
        names = [name for item in question.items for name in (item.text, *item.accept)]
        return cls.any_of(
            names,
            [name for item in question.items for name in item.more],
            [name for item in question.items for name in item.reject],
            said,
        )

    @classmethod
    def any_of(cls, names: list[str], more: list[str], reject: list[str], said: str) -> "Pair":
        """Any of `names` is accepted."""
        clauses = [f"or {name}" for name in map(_tame, names[1:])]
        clauses += [f"prompt on {name}" for name in map(_tame, more)]
        clauses += [f"reject {name}" for name in map(_tame, reject)]
        rest = f" [{'; '.join(clauses)}]" if clauses else ""
        return cls(_tame(names[0]) + rest, said)


def _tame(name: str) -> str:
    """A wording without the signs that mean something in an answer line."""
    return name.translate(str.maketrans(";[]()", "     ")).strip()


@dataclass(frozen=True, slots=True)
class Checked:
    """What the package said of each pair, and its time for one."""

    verdicts: list[str]
    microseconds: float


def quizbowl(pairs: list[Pair], rounds: int = 5) -> Checked | None:
    """The package on these pairs, timed over `rounds` more, or None where node or the package is
    not at hand.
    """
    node, found = shutil.which("node"), package()
    if node is None or found is None:
        return None
    done = subprocess.run(
        [node, "--input-type=module", "-e", _SCRIPT, "-", str(found), str(rounds)],
        input="".join(json.dumps([pair.line, pair.said]) + "\n" for pair in pairs),
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    return Checked(told["verdicts"], told["microseconds"] or 0.0)
