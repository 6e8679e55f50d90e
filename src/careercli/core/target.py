"""How far a person is from a role: its skills, and the software of an occupation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.gap import Gap, NextSkill, next_skills

if TYPE_CHECKING:
    from careercli.core.credentials import CredentialTerm
    from careercli.core.software import SoftwareGap
    from careercli.model.role import Role


class TargetGap(NamedTuple):
    """A role and how far a person is from it.

    gap: None if O*NET rates none of the occupation's skills
    labels: of every skill that the gap names
    software: what the person knows of an occupation's software; None for a guide
    credentials: what the role asks for, held or not; it's in no sum
    """

    role: Role
    gap: Gap | None
    labels: Mapping[str, str]
    software: SoftwareGap | None = None
    credentials: tuple[CredentialTerm, ...] = ()

    @property
    def steps(self) -> list[NextSkill]:
        return next_skills(self.gap) if self.gap else []
