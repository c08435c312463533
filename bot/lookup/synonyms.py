"""Everyday words for the same thing, for questions that do not use the sheet's own words."""

from collections.abc import Callable

_GROUPS = """
    accept take read input
    algo algorithm
    analyse analysis
    annotate label
    anomaly anomalous outlier abnormal
    audit log record trace
    automatic automated auto autoscaling
    avoid prevent reduce against
    begin start launch
    biggest largest maximum max most
    bucket s3
    build create make
    change modify update edit
    cheap cheaper cheapest cost costly expensive price inexpensive affordable low
    choose select pick decide determine
    cluster group segment
    combine join merge consolidate
    compare versus vs difference
    convert transform turn write
    copy duplicate dedupe deduplicate
    customer client user
    delete remove drop rid
    deploy host serve
    dimension feature column
    encode encoder encoding
    fast faster fastest quick quicker rapid speed
    gap missing null blank absent fill impute
    guide doc docs documentation
    hpo hyperparameter tuning
    lib library
    number numeric numerical
    std standard
    imbalanced unbalanced uneven skewed imbalance rare balance
    instance machine server
    interpret explain understand
    metric measure score
    monitor watch track status progress
    near close similar
    network net
    parameter setting hyperparameter argument
    permission policy role allow access
    picture image photo photograph
    predict inference prediction forecast
    production prod live
    protect secure security
    range interval scale
    rename called name successor replacement replace
    save store keep storage
    sentence text document
    share percentage fraction percent
    smallest minimum min least
    split divide route shift weights
    tune tuning optimize optimization
    voice speech audio
    wrong incorrect error mistake
"""


def synonyms(stem: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """For each stem of the table the stems of the words that mean about the same."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _GROUPS.strip().splitlines():
        stems = tuple(dict.fromkeys(stem(word) for word in line.split()))
        for each in stems:
            others = (other for other in stems if other != each)
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), *others)))
    return found
