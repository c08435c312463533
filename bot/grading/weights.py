"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-26 to the labelled development rows of EfficientQA,
NQ301, EVOUNA (NQ, TQ), SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF; on none of the rows
with three verdicts. Each weight stands twice: for names of up to SHORT content words and for
statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.339, -1.98)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.776, -0.032),
    "precise": (2.452, 0.965),
    "new_covered": (0.462, 1.5),
    "new_precise": (1.585, -0.108),
    "echo": (-1.567, 0.778),
    "missing": (-2.311, -0.069),
    "extra": (-0.672, 0.583),
    "gravest_missing": (-0.348, -0.539),
    "last_word": (1.417, 0.065),
    "first_word": (1.272, -0.359),
    "meant_length": (0.349, -0.795),
    "said_length": (0.754, -0.02),
    "numbers_differ": (-2.106, -0.324),
    "numbers_agree": (0.076, -0.722),
    "numbers_fewer": (-0.362, -0.48),
    "numbers_missing": (-3.505, 0.271),
    "negation_lost": (-2.891, -0.301),
    "negation_added": (-0.792, 0.001),
    "opposites": (-1.897, 0.108),
    "opposites_negated": (5.617, 1.369),
    "order": (-0.187, 0.658),
    "pairs": (-0.156, 0.879),
    "complete_both": (-2.348, 1.374),
    "wordings": (-0.147, -0.696),
    "new_covered_squared": (-0.307, -0.702),
    "balance": (-4.66, 0.336),
    "new_balance": (0.373, 1.894),
    "letters": (2.727, 0.904),
    "question_length": (0.711, 0.469),
    "question_covered": (-0.904, 0.679),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
