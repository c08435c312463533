"""Questions of what is forbidden: "no dogs" says that dogs are, and denies nothing."""

import re

_FORBIDDING = re.compile(
    r"\b(?:forbidden|prohibited|banned|(?:not|n't)\s+(?:be\s+)?(?:allowed|permitted)|(?:must|may|should|can)(?:\s+\w+)?\s*(?:not|n't)\b|never\s+(?:put|bring|use|take|do|leave))",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(^|[,;.]\s*|\b(?:and|or|nor)\s+)(?:no|not|don't|do\s+not|never|dont)\s+", re.IGNORECASE
)


def forbids(prompt: str) -> bool:
    """Whether a question asks for what is forbidden."""
    return _FORBIDDING.search(prompt) is not None


def without_denials(text: str) -> str:
    """A response without the words that forbid, where it begins with one."""
    return _DENIED.sub(r"\1", text) if _DENIED.match(text) is not None else text
