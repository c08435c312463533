"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-26 to the labelled development rows of EfficientQA,
NQ301, EVOUNA (NQ, TQ), SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF; on none of the rows
with three verdicts. Each weight stands twice: for names of up to SHORT content words and for
statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.366, -1.947)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.749, 0.018),
    "precise": (2.626, 0.985),
    "new_covered": (0.353, 1.826),
    "new_precise": (1.574, -0.149),
    "echo": (-1.686, 0.824),
    "missing": (-2.313, -0.092),
    "extra": (-0.703, 0.556),
    "gravest_missing": (-0.323, -0.514),
    "last_word": (1.353, 0.063),
    "first_word": (1.251, -0.373),
    "meant_length": (0.419, -0.791),
    "said_length": (0.772, -0.028),
    "numbers_differ": (-2.367, -0.31),
    "numbers_agree": (0.007, -0.713),
    "numbers_fewer": (-0.443, -0.45),
    "numbers_missing": (-3.946, 0.329),
    "negation_lost": (-2.782, -0.299),
    "negation_added": (-0.757, 0.025),
    "opposites": (-1.711, -0.176),
    "opposites_negated": (5.502, 1.692),
    "order": (-0.098, 0.612),
    "pairs": (-0.233, 0.871),
    "complete_both": (-2.364, 1.419),
    "wordings": (-0.186, -0.733),
    "new_covered_squared": (-0.027, -0.966),
    "balance": (-4.828, 0.227),
    "new_balance": (0.35, 1.917),
    "letters": (2.649, 0.924),
    "question_length": (0.712, 0.451),
    "question_covered": (-0.868, 0.8),
}

PROSE_INTERCEPT = -2.496
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.905,
    "letters": 3.759,
}
