"""Words by which a response turns from naming to telling."""

import re

from bot.grading.tables import listed
from bot.grading.tables.word_weights import CLAUSE

TELLING = CLAUSE | listed(
    """am be been being had having he she him her them us me this these those its it's that's they're there's
    we're i'm i've we've you're he's she's isn't aren't wasn't weren't doesn't don't didn't can't won't
    thats theyre dont doesnt cant could should may might must shall whose who whom why how where
    cannot go went stay stays happens means mean makes make made used uses use gets get got gives goes went needs need
    comes came takes took keeps holds says said does lets helps became become becomes"""
)
"""Words of sentences: where one stands, a stretch tells something."""

NAMES_TOO = frozenset(("mean", "will", "can", "may", "might", "must", "stay", "go"))
"""Words of sentences that name something where they stand alone."""

DESCRIBING = listed(
    """the a an its their our my your his her this that these those some any each every such
    in on at by for from with of to as into onto between among before after during under over
    through above below behind beyond beside along across towards without within against near inside outside about like unlike because since so but
    something anything nothing others other
    used called named known made based also just only basically simply mainly mostly usually
    often always never then if when while where which who whose it they he she we you i not no
    one ones same very most more less too even still obviously clearly ie eg aka"""
)
"""Words that begin a description rather than a name."""

PRONOUN_HEADS = listed("one ones it that this these those them thing guy stuff")
"""Nouns that point at a name without giving it: "the longer one"."""

BEFORE = re.compile(
    r"""\b(?:before|formerly|previously|earlier|used\s+to|back\s+then|originally|initially|at\s+first|once|until|till
    |dropped|left|ditched|retired|abandoned|replaced|no\s+longer|any\s?more|was|were|had)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Signs that a stretch tells what held in the past."""

NOW = re.compile(
    r"\b(?:now|nowadays|today|these\s+days|currently|at\s+present|meanwhile|since\s+then)\b",
    re.IGNORECASE,
)
"""Signs that a stretch tells what holds today."""

CHANGED = re.compile(
    r"""\b(?:(?:moved|changed|switched|migrated|went|shifted|renamed|converted|transferred|upgraded|swapped)
        (?:\s+\w+){0,4}?\s+from\s+(?P<from>.{1,60}?)\s+(?:in)?to\s+(?P<to>\S.{0,80})
    |(?:left|dropped|ditched|replaced|swapped|exchanged|traded|abandoned|gave\s+up)\s+(?P<left>.{1,60}?)
        \s+(?:for|with|by|in\s+favou?r\s+of)\s+(?P<taken>\S.{0,80})
    |(?:renamed|moved|changed|switched|migrated|upgraded)\s+(?:it\s+)?to\s+(?P<now>\S.{0,80}))""",
    re.VERBOSE | re.IGNORECASE,
)
"""A change that is told: what it was, and what it is."""

THOUGHT = re.compile(
    r"""^.{0,20}\b(?:thought|wanted\s+to\s+say|was\s+going\s+to\s+say|would\s+have\s+said|at\s+first|first\s+i|used\s+to\s+think)\b
    .{1,80}?[\s,;.]+(?:but|then|and\s+then)\s+(?P<kept>\S.*)$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""A first thought that is given up: "I thought Bern, but it is Zurich"."""
