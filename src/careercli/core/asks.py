"""What a guide asks for: how much each need weighs, and at which seniority."""

from collections.abc import Iterable

from careercli.model.basics import SENIORITIES, Need, Requirement, Seniority

WEIGHT: dict[Need, int] = {"must": 3, "should": 2, "nice": 1}


def level_for(wanted: Seniority, asked: Iterable[Seniority]) -> Seniority | None:
    """The wanted seniority if the role has it, else the nearest below, else the lowest above."""
    present = [level for level in SENIORITIES if level in set(asked)]
    below = [level for level in present if SENIORITIES.index(level) <= SENIORITIES.index(wanted)]
    if below:
        return below[-1]
    return present[0] if present else None


def levels_asked(requirements: Iterable[Requirement]) -> set[Seniority]:
    """The seniorities at which a role asks for anything."""
    return {level for requirement in requirements for level in requirement.expected}
