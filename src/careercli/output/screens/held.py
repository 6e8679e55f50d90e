"""Whether a credential is held, on the screen."""

from collections.abc import Mapping

from careercli.core.credentials import CredentialState
from careercli.output.page import CheckState

HELD: Mapping[CredentialState, CheckState] = {
    "held": "met",
    "not held": "missing",
    "unknown": "unrated",
}


def held_words(state: CredentialState, until: str) -> str:
    """Whether a credential is held, and until when: held, until 2028-05, expired 2024-05."""
    if state == "unknown":
        return "not known"
    if not until:
        return state
    return f"until {until}" if state == "held" else f"expired {until}"
