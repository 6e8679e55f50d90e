"""Which of the credentials that a role asks for a person holds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from careercli.model.portrait import AskedCredential

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
    from_job: whether it is counted because the present job asks for it
    """

    asked: AskedCredential
    state: CredentialState
    until: str = ""
    from_job: bool = False


def credential_state(holding: Holding | None, today: str) -> CredentialState:
    """Whether a credential is held on the day `today`; unknown if the person doesn't say."""
    if holding is None:
        return "unknown"
    return "held" if holding.held and not holding.expired(today) else "not held"


def held_until(holding: Holding | None, today: str) -> tuple[CredentialState, str]:
    """The state on the day `today`, and the day or month to which it lasts or lasted."""
    return credential_state(holding, today), holding.until if holding else ""


def credential_terms(
    asked: Iterable[AskedCredential],
    holdings: Mapping[str, Holding],
    today: str,
    from_job: Container[str] = (),
) -> tuple[CredentialTerm, ...]:
    """Each credential asked for, held or not on the day `today`.

    from_job: ids of those held that are counted because the present job asks for them
    """
    return tuple(
        CredentialTerm(
            credential,
            *held_until(holdings.get(credential.id), today),
            from_job=credential.id in from_job,
        )
        for credential in asked
    )
