"""Rights: what a platform lets a person do in a team."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rights:
    """What a platform says about a person in a team."""

    belongs: bool = True
    """Whether the team is theirs; whoever left it, or is a guest from another one, has no part in
    deciding.
    """
    manages: bool = False
    """Whether the platform lets them manage the team: they are a quizmaster without being named."""
    groups: frozenset[str] | None = None
    """The ids of their groups (Slack's user groups, Discord's roles); None where it did not say."""


NO_RIGHTS = Rights(belongs=False, groups=frozenset())
"""Those of somebody whom the platform does not know in the team."""
