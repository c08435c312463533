"""A query: what somebody typed, as units that each may stand for several words of the sheet."""

from dataclasses import dataclass

from bot.lookup.postings import Postings
from bot.lookup.vocabulary import Vocabulary
from bot.lookup.words import STOP_WORDS, Stems, key, spoken

_MOST_WORDS = 24
"""Words of a query that are looked at."""
_MOST_GUESSED = 8
"""Unknown words of a query whose meaning is guessed at."""
_SYNONYM = 0.55
_MOST_SYNONYMS = 4
_RUN_TOGETHER = 0.95
_BEGUN = 0.85
_PARTS = 4
"""Words of a name that is looked for by its beginning."""
_UNKNOWN = 0.6
"""What a word counts that the sheet does not hold, as a share of the rarest one."""
_VERBS = """
    become between both build call choose come create decide find handle happen help just make many much
    no not only same take versus vs without work yes
"""
_FAINT = frozenset(_VERBS.split())
"""Words that tell near things apart but hardly find any."""
_FAINTLY = 0.35


@dataclass(frozen=True, slots=True)
class Unit:
    """One typed word, or several that were written apart, and what it may stand for."""

    places: tuple[int, ...]
    """The typed words that it covers, counted among those that are looked at."""
    weight: float
    options: tuple[tuple[str, float], ...]
    """Stems of the sheet with their likelihood, 0..1."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody typed, understood as well as the sheet allows."""

    units: tuple[Unit, ...]
    weights: tuple[float, ...]
    """What each typed word counts."""
    strange: float
    """Share of the typed words that the sheet holds nothing like, 0..1."""


class Understanding:
    """Reads queries against one sheet."""

    def __init__(
        self,
        stems: Stems,
        postings: Postings,
        vocabulary: Vocabulary,
        synonyms: dict[str, tuple[str, ...]],
    ) -> None:
        self._stems = stems
        self._postings = postings
        self._vocabulary = vocabulary
        self._synonyms = {
            stem: kept
            for stem, others in synonyms.items()
            if (kept := tuple(o for o in others if o in postings)[:_MOST_SYNONYMS])
        }
        self._rarest = postings.rarity(1)

    def read(self, text: str) -> Query:
        """The query in a text; without units where nothing in it can be looked for."""
        words = spoken(text)[: 2 * _MOST_WORDS]
        telling = [word for word in words if word not in STOP_WORDS][:_MOST_WORDS]
        guessed = 0
        singles: list[Unit] = []
        for place, word in enumerate(telling):
            known = self._stems.stem(word) in self._postings
            guessed += not known
            singles.append(self._single(place, word, guess=guessed <= _MOST_GUESSED))
        joined = [*self._joined(telling), *self._begun(words, telling)]
        held = {place for unit in (*singles, *joined) if unit.options for place in unit.places}
        held.update(place for place, word in enumerate(telling) if len(word) == 1)
        strange = 1 - len(held) / len(singles) if singles else 0.0
        return Query((*singles, *joined), tuple(unit.weight for unit in singles), strange)

    def key(self, text: str) -> str:
        """What a text shares with the same words in other forms."""
        return " ".join(map(self._stems.stem, spoken(text))) or key(text)

    def _single(self, place: int, word: str, *, guess: bool) -> Unit:
        options = self._options(word, guess=guess)
        if options:
            weight = max(self._rarity(stem) * quality for stem, quality in options[:1])
        else:
            weight = self._rarest * _UNKNOWN
        if word in _FAINT or (len(word) == 1 and not options):
            weight *= _FAINTLY
        return Unit((place,), weight, options)

    def _options(self, word: str, *, guess: bool) -> tuple[tuple[str, float], ...]:
        stem = self._stems.stem(word)
        found: dict[str, float] = {}
        if stem in self._postings:
            found[stem] = 1.0
        elif guess:
            for near in self._vocabulary.guesses(word):
                meant = self._stems.stem(near.word)
                found[meant] = max(found.get(meant, 0.0), near.quality)
            for piece in self._vocabulary.pieces(word):
                meant = self._stems.stem(piece)
                found[meant] = max(found.get(meant, 0.0), 0.8)
        for other in self._synonyms.get(stem, ()):
            found.setdefault(other, _SYNONYM)
        best = sorted(found.items(), key=lambda option: (-option[1], option[0]))
        return tuple(option for option in best if option[0] in self._postings)

    def _joined(self, words: list[str]) -> list[Unit]:
        """Neighbours that the sheet writes as one word."""
        units: list[Unit] = []
        for size in (2, 3):
            for start in range(len(words) - size + 1):
                stem = self._stems.stem("".join(words[start : start + size]))
                if stem in self._postings:
                    places = tuple(range(start, start + size))
                    units.append(Unit(places, self._rarity(stem), ((stem, _RUN_TOGETHER),)))
        return units

    def _begun(self, words: list[str], telling: list[str]) -> list[Unit]:
        """The name that somebody has typed a part of: `precision_at` of a longer one."""
        if not telling or not 2 <= len(words) <= _PARTS:
            return []
        typed = "".join(words)
        longer = self._vocabulary.beginning(typed, _MOST_SYNONYMS)
        stems = dict.fromkeys(self._stems.stem(word) for word in longer)
        options = tuple((stem, _BEGUN) for stem in stems if stem in self._postings)
        if not options or typed in self._vocabulary:
            return []
        places = tuple(range(len(telling)))
        return [Unit(places, self._rarity(options[0][0]), options)]

    def _rarity(self, stem: str) -> float:
        posting = self._postings.get(stem)
        return posting.rarity if posting else self._rarest
