"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-26 to the labelled development rows of EfficientQA,
NQ301, EVOUNA (NQ, TQ), SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF; on none of the rows
with three verdicts. Each weight stands twice: for names of up to SHORT content words and for
statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.265, -1.924)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.598, 0.07),
    "precise": (2.439, 0.976),
    "new_covered": (0.283, 1.838),
    "new_precise": (1.645, -0.165),
    "echo": (-1.763, 0.805),
    "missing": (-2.4, -0.093),
    "extra": (-0.798, 0.558),
    "gravest_missing": (-0.345, -0.549),
    "last_word": (1.395, 0.046),
    "first_word": (1.244, -0.387),
    "meant_length": (0.504, -0.787),
    "said_length": (0.811, -0.024),
    "numbers_differ": (-2.159, -0.321),
    "numbers_agree": (0.033, -0.705),
    "numbers_fewer": (-0.414, -0.457),
    "numbers_missing": (-3.094, 0.275),
    "negation_lost": (-2.773, -0.282),
    "negation_added": (-0.766, 0.022),
    "opposites": (-1.908, -0.191),
    "opposites_negated": (5.511, 1.718),
    "order": (-0.177, 0.582),
    "pairs": (-0.131, 0.917),
    "complete_both": (-3.318, 1.566),
    "wordings": (-0.148, -0.746),
    "new_covered_squared": (-0.259, -1.057),
    "balance": (-4.839, 0.255),
    "new_balance": (0.249, 1.957),
    "letters": (2.653, 0.917),
    "question_length": (0.729, 0.453),
    "question_covered": (-0.909, 0.787),
}

PROSE_INTERCEPT = -2.496
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.905,
    "letters": 3.759,
}
