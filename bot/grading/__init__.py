"""Grading: a response and a question in, a grade out. Pure, deterministic, offline.

lexicon = build_lexicon(sheet.asked, sheet.glossary)   # once per version of a sheet
prepared = prepare(question, lexicon)                  # once per question; or what is wrong with it
grade(prepared, "k-means and knn")                     # for every answer
"""

from bot.grading.lexicon import EMPTY_LEXICON, Lexicon, build_lexicon
from bot.grading.pipeline import grade
from bot.grading.prepare import prepare
from bot.grading.prepared import PreparedQuestion, Ungradable
from bot.grading.reading.reading import normalise
from bot.grading.said import says

__all__ = [
    "EMPTY_LEXICON",
    "Lexicon",
    "PreparedQuestion",
    "Ungradable",
    "build_lexicon",
    "grade",
    "normalise",
    "prepare",
    "says",
]
