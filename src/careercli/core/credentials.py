"""Which of the credentials that a role asks for a person holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from careercli.core.entry import OWN_EDUCATION, Entry, EntryPart, education_rank

if TYPE_CHECKING:
    from careercli.model.portrait import AskedCredential, Credential

CredentialState = Literal["held", "not held", "unknown"]


class Holding(NamedTuple):
    """What a person says of a credential.

    held: whether they hold it
    until: the day or month to which it lasts, as 2028-05-31 or 2028-05; empty if that isn't said
    """

    held: bool
    until: str = ""

    def expired(self, today: str) -> bool:
        """Whether it has lasted until before `today`, a day such as 2028-05-31."""
        return bool(self.until) and self.until < today[: len(self.until)]


class CredentialTerm(NamedTuple):
    """A credential that a role asks for, against what a person holds.

    state: unknown if the person doesn't say; one that has expired isn't held
    until: the day or month to which it lasts or lasted; empty if that isn't said
    """

    asked: AskedCredential
    state: CredentialState
    until: str = ""


def credential_state(holding: Holding | None, today: str) -> CredentialState:
    """Whether a credential is held on the day `today`; unknown if the person doesn't say."""
    if holding is None:
        return "unknown"
    return "held" if holding.held and not holding.expired(today) else "not held"


def held_until(holding: Holding | None, today: str) -> tuple[CredentialState, str]:
    """The state on the day `today`, and the day or month to which it lasts or lasted."""
    return credential_state(holding, today), holding.until if holding else ""


def credential_terms(
    asked: Iterable[AskedCredential], holdings: Mapping[str, Holding], today: str
) -> tuple[CredentialTerm, ...]:
    """Each credential asked for, held or not on the day `today`."""
    return tuple(
        CredentialTerm(credential, *held_until(holdings.get(credential.id), today))
        for credential in asked
    )


def before_study(part: EntryPart, takes: Entry, credentials: Mapping[str, Credential]) -> bool:
    """Whether a credential is got before the study that a role takes: its own ends in less."""
    credential = credentials.get(part.name) if part.kind == "credential" else None
    degree = credential.time.degree if credential and credential.time else None
    study = next((each for each in takes.parts if each.kind == "education"), None)
    if degree is None or study is None or "have" in (study.state, part.state):
        return False
    return education_rank(OWN_EDUCATION[degree]) < education_rank(study.name)


def bridge_before(takes: Entry, credentials: Mapping[str, Credential]) -> bool:
    """Whether the program that builds on what somebody has leads to a credential that comes before
    the study, and not to the study's own end."""
    return any(
        takes.bridge in credentials[part.name].bridges
        for part in takes.missing("credential")
        if before_study(part, takes, credentials)
    )


def first_come_first(takes: Entry, credentials: Mapping[str, Credential]) -> list[EntryPart]:
    """What a role takes in the order in which it is got: a credential before the study that
    takes it, all else as it is met."""
    return sorted(takes.parts, key=lambda part: not before_study(part, takes, credentials))
