"""What the grader knows of the language: small tables, each with one purpose."""


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())
