"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.371, -2.507)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.596, 0.159),
    "precise": (1.066, 0.872),
    "new_covered": (0.8, 1.225),
    "new_precise": (0.273, -0.1),
    "echo": (-0.285, 0.774),
    "missing": (-1.843, -0.005),
    "extra": (-0.4, 0.583),
    "gravest_missing": (-0.635, -0.288),
    "last_word": (1.71, 0.025),
    "first_word": (1.122, -0.309),
    "meant_length": (1.155, -0.761),
    "said_length": (0.395, -0.093),
    "numbers_differ": (-2.984, -0.345),
    "numbers_agree": (-1.203, -0.488),
    "numbers_fewer": (-0.64, -0.467),
    "numbers_missing": (-4.043, 0.227),
    "negation_lost": (-2.631, -0.266),
    "negation_added": (-0.224, -0.071),
    "opposites": (-1.504, 0.027),
    "opposites_negated": (5.586, 1.554),
    "order": (-0.142, 0.855),
    "pairs": (-0.67, 1.067),
    "complete_both": (-0.27, 1.348),
    "wordings": (-0.823, -0.592),
    "new_covered_squared": (-0.061, -0.668),
    "balance": (-3.474, -0.01),
    "new_balance": (1.932, 2.284),
    "letters": (1.921, 1.068),
    "question_length": (0.327, 0.503),
    "question_covered": (-2.42, 0.909),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
