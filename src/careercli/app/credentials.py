"""What a profile says of credentials, even if an older one rated them as skills."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from careercli.app.lookup import onet_code, present_role
from careercli.core.credentials import CredentialTerm, Holding, credential_state, credential_terms
from careercli.core.entry import APPRENTICESHIP, MANY_GROUPS, is_trade_teacher, yet_to_earn
from careercli.errors import UnknownNameError
from careercli.files.profile import Profile, today
from careercli.files.profile_schema import NONE
from careercli.model.basics import major_group
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import join_and

if TYPE_CHECKING:
    from careercli.model.role import Role


def holdings_of(store: Store, person: Profile) -> dict[str, Holding]:
    """Credential id -> whether the person holds it; a rating of an older profile counts as held."""
    rated = {
        credential: Holding(person.entries[skill]["level"] != NONE)
        for skill, credential in store.former_skills(person.entries).items()
    }
    return rated | person.credentials


def held_ids(holdings: Mapping[str, Holding]) -> set[str]:
    """The credentials that are held today."""
    return {name for name, it in holdings.items() if credential_state(it, today()) == "held"}


def holdings_with_job(store: Store, person: Profile) -> tuple[dict[str, Holding], set[str]]:
    """What the person holds, with what the present job always or usually asks for and the lesser
    ones that these cover, unless the profile denies it; and the ids of those of the job."""
    said = holdings_of(store, person)
    key = present_role(store, person) if "current" in person.tables else ""
    from_job = asked_always(store, key) - said.keys() if key else set()
    if from_job and person.current and person.current.level == "entry":
        from_job -= _not_yet_served(store, key)
    held = from_job | held_ids(said)
    lesser = store.covered(held) - said.keys() if held else set()
    return said | dict.fromkeys(from_job | lesser, Holding(held=True)), from_job


def _not_yet_served(store: Store, key: str) -> set[str]:
    """The credentials of a role that who begins in it has yet to earn, if it is learned in an
    apprenticeship."""
    code = onet_code(store.get(key))
    learned = store.traits([code]).values()
    if not any(trait.training == APPRENTICESHIP for trait in learned):
        return set()
    asked = store.credentials_of([code]).get(code)
    return yet_to_earn(asked.ids) if asked else set()


def asked_always(store: Store, key: str) -> set[str]:
    """The credentials that a role always or usually asks for, and so whoever works in it has."""
    asked = store.asked_credentials(store.get(key))
    return {credential.id for credential in asked if credential.level in ("always", "usually")}


def role_credentials(store: Store, role: Role, person: Profile) -> tuple[CredentialTerm, ...]:
    """The credentials that a role asks for, and which of them the person holds today, those of the
    present job counted as `path` and `plan` count them.

    Of who teaches a trade only those of the person's own: nobody has the cards of all trades.
    """
    asked = store.asked_credentials(role)
    if not asked:
        return ()
    holdings, from_job = holdings_with_job(store, person)
    if role.occupation and is_trade_teacher(role.occupation.code):
        own = holdings.keys() | _asked_in(store, present_role(store, person))
        asked = tuple(term for term in asked if term.level != "sometimes" or term.id in own)
    return credential_terms(asked, holdings, today(), from_job)


def _asked_in(store: Store, key: str) -> set[str]:
    """The ids of all credentials that a role asks for; none without one."""
    return {asked.id for asked in store.asked_credentials(store.get(key))} if key else set()


def move_rated_credentials(store: Store, person: Profile) -> None:
    """Turns ratings of skills that are credentials now into credentials, and says so.

    A rating of none becomes one that isn't held. What the profile says of the credential itself
    stays.
    """
    for skill, credential in store.former_skills(person.entries).items():
        held = person.entries[skill]["level"] != NONE
        person.forget("marks", skill)
        if credential not in person.credentials:
            person.hold(credential, held=held)
        label = store.credential_labels([credential])[credential]
        say_err(f"{skill} isn't a skill any more. It is kept as a credential: {label}.")


def labels_of(store: Store, ids: Collection[str]) -> dict[str, str]:
    """The labels of skills and credentials."""
    credentials = store.credential_labels(ids)
    skills = store.labels(name for name in ids if credentials[name] == name)
    return credentials | skills


def say_holdings(store: Store, person: Profile, credentials: Iterable[str]) -> None:
    """Says what the profile now holds of these credentials."""
    labels = store.credential_labels(credentials)
    for credential, label in labels.items():
        holding = person.credentials[credential]
        until = f" until {holding.until}" if holding.until else ""
        say_err(f"{label}: {f'held{until}' if holding.held else 'not held'}")


def resolve_credential(store: Store, name: str) -> str:
    """The id of the credential that is written `name`; says of which class it is taken to be, if a
    lesser one is called so too. Raises UnknownNameError."""
    if found := store.credential_id(name):
        lesser = store.covered([found])
        others = {one.id: one for one in store.find_credentials(name) if one.id in lesser}
        if others:
            label = store.credential_labels([found])[found]
            meant = join_and([f"credential={one.id} is {one.label}" for one in others.values()])
            say_err(f"\u201c{name}\u201d is taken for {label}; {meant}.")
        return found
    near = [credential.id for credential in store.find_credentials(name, begun=True)]
    raise UnknownNameError(
        f"There is no credential \u201c{name}\u201d.",
        near or store.near_credentials(name),
        hint="`careercli search NAME` finds licenses and certificates.",
    )


MOST_OFFERED = 3
"""Roles that a license is asked about."""


def licensed_roles(store: Store, credential_ids: Iterable[str]) -> list[str]:
    """The keys of the roles that always or usually ask for one of these licenses or certificates,
    those with the most people first; none for one that many kinds of work ask for."""
    known, exact = store.credentials(credential_ids), store.exact_guides
    keys: dict[str, None] = {}
    for credential_id, credential in known.items():
        codes = store.requiring_codes(credential_id)
        is_of_trade = len({major_group(code) for code in codes}) < MANY_GROUPS
        if credential.kind in ("license", "certificate") and is_of_trade:
            keys.update(dict.fromkeys(f"soc:{code}" for code in codes))
    people = store.jobs(keys)
    most = sorted(keys, key=lambda key: -people.get(key, 0))[:MOST_OFFERED]
    return [exact.get(key, key) for key in most]
