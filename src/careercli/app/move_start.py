"""Where somebody starts from: the present role, the person's own skills, and what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.app.lookup import present_role, resolve_key, told_level
from careercli.app.move_search import MoveSearch
from careercli.core.entry import APPRENTICESHIP, OWN_EDUCATION, Held, yet_to_earn
from careercli.core.moves import MoveRole, Start, Vocabulary, start_from_role
from careercli.core.not_a_job import situation_of
from careercli.errors import UsageError
from careercli.model.basics import DEFAULT_SENIORITY, Seniority
from careercli.model.move_inputs import RATING_UNIT
from careercli.output.stdout import say_err
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.files import profile


def starting(
    store: Store, words: Sequence[str] | None, level: Seniority | None, profile_name: str | None
) -> tuple[str, Seniority, profile.Profile | None]:
    """The key of the role to start from, the level, and whose skills they are.

    A role that is named stands for itself; else it is the profile's, empty without one.
    Raises UsageError if there is neither a role nor a rating.
    """
    if words:
        name = " ".join(words)
        key = resolve_key(store, name)
        level = level or told_level(store, name, key)
        return key, level or DEFAULT_SENIORITY, None
    from careercli.files import profile

    person = profile.read_chosen(profile_name, tell=say_err)
    current, key = person.current, present_role(store, person)
    if not (key or is_skilled(person)):
        raise _nowhere(person)
    if current and not (key or is_student(person)):
        say_err(f"Your job, {current.role}, isn't a role here, so only your skills count.")
    return key, level or (current and current.level) or DEFAULT_SENIORITY, person


def _nowhere(person: profile.Profile) -> UsageError:
    """The error for a profile that has nothing to start from."""
    if is_student(person):
        return UsageError(
            "No starting point: your profile has no skills and no interests.",
            hint="careercli interests asks what you like.",
        )
    missing = "your profile has no job and no skills."
    if person.current:
        missing = f"your job, {person.current.role}, isn't a role here, and you rated no skills."
    hint = "Type careercli moves ROLE, or careercli profile set job=ROLE first."
    if not person.current:
        hint = f"{_without_a_job(person)} With a job: careercli profile set job=ROLE."
    return UsageError(f"No starting point: {missing}", hint=hint)


def _without_a_job(person: profile.Profile) -> str:
    """What somebody without a job asks instead."""
    asks = "careercli interests asks what you like"
    if not person.tables.get("education"):
        return f"{asks}."
    return f"{asks}; careercli list --education mine lists what your education is enough for."


def is_student(person: profile.Profile) -> bool:
    """Whether somebody's present job is school."""
    return person.current is not None and situation_of(person.current.role) == "school"


def is_skilled(person: profile.Profile) -> bool:
    """Whether there are skills or interests to go by: a skill rated none isn't had."""
    had = any(rating.level != 0 for rating in person.ratings.values())
    return had or any(person.onet_levels.values()) or bool(person.interests)


def start_of(ground: MoveSearch, key: str, person: profile.Profile | None) -> Start:
    """Where somebody is: a role as it asks, and on top of it the person's own ratings."""
    role = ground.standing(key) if key else None
    start = Start(None, {}, frozenset(), ground.level)
    if role:
        start = start_from_role(role, ground.level)
        current = person.current if person else None
        at = (current and current.level) or ground.level
        if at == "entry" and role.training == APPRENTICESHIP:
            start = _serving(start, role)
    ground.compares_guides = bool(start.held.get("guide"))
    if person is None:
        return start
    from careercli.app.gap import rename_to_current_ids

    held: dict[Vocabulary, dict[str, int]] = {
        vocabulary: {**levels} for vocabulary, levels in start.held.items()
    }
    ratings = rename_to_current_ids(ground.store, person.ratings)
    own = {skill: rating.level for skill, rating in ratings.items() if rating.level is not None}
    if own and not (role and role.is_occupation):
        held["guide"] = held.get("guide", {}) | own
        ground.compares_guides = True
    if person.onet_levels:
        rated = {skill: RATING_UNIT * level for skill, level in person.onet_levels.items()}
        held["onet"] = held.get("onet", {}) | rated
    return start._replace(
        held=held,
        known=start.known - {"guide"},  # O*NET rates all of its skills for a role
        own=True,
        own_pay=person.current.pay if person.current else None,
        brings=_brought_by(ground.store, person, start.brings),
    )


def _serving(start: Start, role: MoveRole) -> Start:
    """The start of an apprentice, who has neither served nor a license of the trade yet: the
    survey's median is the pay of those who have."""
    ahead = yet_to_earn(role.asked.ids)
    brings, pay = start.brings, {at: paid for at, paid in start.pay.items() if at == "entry"}
    held = brings._replace(credentials=brings.credentials - ahead, from_job=brings.from_job - ahead)
    return start._replace(pay=pay, at_least=frozenset(), brings=held)


def _brought_by(store: Store, person: profile.Profile, typical: Held) -> Held:
    """What a person brings: what the profile says, and for the rest what is typical."""
    from careercli.app.credentials import holdings_of
    from careercli.core.credentials import credential_state
    from careercli.files import profile

    tables = person.tables
    own = OWN_EDUCATION.get(tables.get("education", ""), "")
    today = profile.today()
    said = holdings_of(store, person)
    states = {credential: credential_state(holding, today) for credential, holding in said.items()}
    valid = {credential for credential, state in states.items() if state == "held"}
    expired = {key: holding.until for key, holding in said.items() if holding.expired(today)}
    years = (tables.get("current") or {}).get("years")
    from_job = typical.credentials - said.keys()
    valid |= store.covered(from_job | valid) - said.keys()
    return Held(own or typical.education, from_job | valid, years, from_job, expired)
