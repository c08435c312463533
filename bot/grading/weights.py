"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.325, -2.494)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.502, 0.157),
    "precise": (1.111, 0.854),
    "new_covered": (0.854, 1.205),
    "new_precise": (0.293, -0.103),
    "echo": (-0.262, 0.766),
    "missing": (-1.817, -0.004),
    "extra": (-0.397, 0.58),
    "gravest_missing": (-0.646, -0.297),
    "last_word": (1.722, 0.026),
    "first_word": (1.116, -0.311),
    "meant_length": (1.144, -0.764),
    "said_length": (0.383, -0.09),
    "numbers_differ": (-2.985, -0.344),
    "numbers_agree": (-1.202, -0.484),
    "numbers_fewer": (-0.646, -0.465),
    "numbers_missing": (-4.043, 0.23),
    "negation_lost": (-2.638, -0.271),
    "negation_added": (-0.243, -0.067),
    "opposites": (-1.5, 0.028),
    "opposites_negated": (5.606, 1.556),
    "order": (-0.169, 0.87),
    "pairs": (-0.665, 1.056),
    "complete_both": (-0.24, 1.342),
    "wordings": (-0.83, -0.595),
    "new_covered_squared": (-0.074, -0.67),
    "balance": (-3.601, 0.021),
    "new_balance": (1.884, 2.303),
    "letters": (1.871, 1.052),
    "question_length": (0.316, 0.504),
    "question_covered": (-2.387, 0.903),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
