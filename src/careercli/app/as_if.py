"""`--with`: an answer as if somebody had a skill or credential more."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.app.skill_ratings import parse_ratings
from careercli.files.profile import Profile
from careercli.output.stdout import say_err
from careercli.store.reader import Store

HIGHEST = 4
"""The level of a skill that is given without one."""


def with_held(store: Store, person: Profile, typed: Sequence[str] | None) -> Profile:
    """The person, with `SKILL[=LEVEL]` and credentials that count in this answer alone.

    Raises UsageError or UnknownNameError for what is neither.
    """
    if not typed:
        return person
    given = parse_ratings(store, typed)
    for credential, held in given.credentials.items():
        person.hold(credential, held=held)
    for skill, level in given.marks.items():
        person.mark(skill, HIGHEST if level is None else level, origin="set", evidence=None)
    for element, rated in given.levels.values():
        person.rate_onet(element.id, element.name, rated, origin="set", evidence=None)
    labels = {**store.labels(given.marks), **store.credential_labels(given.credentials)}
    say_as_if([*labels.values(), *(element.name for element, _ in given.levels.values())])
    return person


def say_as_if(labels: Sequence[str]) -> None:
    """Says what the answer supposes."""
    say_err(f"As if you had {', '.join(labels)}.")
