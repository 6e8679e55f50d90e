"""What was typed as ratings, and as O*NET's levels, in a profile or in one answer alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.credentials import say_holdings
from careercli.app.lookup import resolve_element, resolve_skill
from careercli.errors import UnknownNameError, UsageError, blaming
from careercli.files.profile import Profile, parse_proficiency
from careercli.files.profile_schema import CLAIMED, MAX_ONET_LEVEL, NONE
from careercli.model.basics import PROFICIENCIES
from careercli.output.screens.wording import shown_name
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import in_a_row

if TYPE_CHECKING:
    from careercli.model.datasets import Element

ELEMENT = re.compile(r"\d\.[A-Z](\.\w+)+", re.IGNORECASE)
"""What looks like an element id of O*NET's Content Model: 2.A.2.a"""


FAMILIAR = (
    *("41-2011.00", "53-3032.00", "35-2014.00", "47-2111.00", "29-1141.00"),
    *("13-2011.00", "25-2031.00", "17-2051.00", "23-1011.00", "29-1215.00"),
)
"""Occupations that most people have met, from cashier to family doctor: what they need shows what
O*NET's levels look like if no sentences of its are added."""


class ParsedRatings(NamedTuple):
    """What was typed to be kept.

    ratings: skill id -> level; None if no level was typed
    levels: O*NET's element id -> the skill and its level, 0 to 7
    credentials: credential id -> whether it is held
    """

    ratings: dict[str, int | str | None]
    levels: dict[str, tuple[Element, int]]
    credentials: dict[str, bool]

    def put_into(
        self, person: Profile, evidence: str | None = None, *, level: int | None = None
    ) -> None:
        """Adds it all to a profile in memory.

        level: of a skill that was typed without one; None keeps its own, or claims it
        """
        for credential, held in self.credentials.items():
            person.hold(credential, held=held)
        for skill, typed in self.ratings.items():
            kept = level or person.entries.get(skill, {}).get("level", CLAIMED)
            person.rate(skill, kept if typed is None else typed, origin="set", evidence=evidence)
        for element, rated in self.levels.values():
            person.rate_onet(element.id, element.name, rated, origin="set", evidence=evidence)


def parse_ratings(store: Store, words: Sequence[str]) -> ParsedRatings:
    """`SKILL=LEVEL` words; O*NET's skills by their element ids.

    All are checked before anything is written; raises UsageError for the first that is wrong.
    """
    given = ParsedRatings({}, {}, {})
    if any(word.isdecimal() for word in words[1:]):
        raise UsageError("Write a level after its skill with =.", hint="For example, jira=3.")
    for word in words:
        with blaming(word):
            _parse_rating(store, word, given)
    return given


def _parse_rating(store: Store, word: str, given: ParsedRatings) -> None:
    name, equals, level = word.rpartition("=")
    if not equals:
        name = word
    if not name.strip():
        raise UsageError(f"A skill is missing in \u201c{word}\u201d.", hint="Write SKILL=LEVEL.")
    if ELEMENT.fullmatch(name.strip()):
        element = resolve_element(store, name.strip())
        given.levels[element.id] = element, parse_onet_level(level if equals else "")
    elif (credential := store.credential_id(name)) and not store.skill(name):
        given.credentials[credential] = _parse_held(store, credential, level if equals else None)
    else:
        given.ratings[resolve_skill(store, name)] = parse_proficiency(level) if equals else None


def is_rated(store: Store, name: str) -> bool:
    """Whether a rating may be of this: a skill, a credential or an element of O*NET's."""
    known = store.skill(name) or store.credential_id(name)
    return bool(known or ELEMENT.fullmatch(name.strip()))


def _parse_held(store: Store, credential: str, level: str | None) -> bool:
    """Whether a credential is held: `none` says no, no level yes. Raises UsageError otherwise."""
    if level is not None and level.strip().casefold() != NONE:
        label = store.credential_labels([credential])[credential]
        raise UsageError(
            f"{label} is a credential: held or not, without a level.",
            hint=f"careercli profile set {credential}, or {credential}=none.",
        )
    return level is None


def parse_onet_level(text: str) -> int:
    """A level on O*NET's scale as it is typed. Raises UsageError."""
    word = text.strip()
    if len(word) == 1 and word in "01234567":
        return int(word)
    raise UsageError(
        f"A level of an O*NET skill must be 0 to {MAX_ONET_LEVEL}; found \u201c{text}\u201d.",
        hint="For example, 2.A.2.a=4.",
    )


def with_held(store: Store, person: Profile, typed: Sequence[str] | None) -> Profile:
    """The person, with `SKILL[=LEVEL]` and credentials that count in this answer alone.

    Raises UsageError or UnknownNameError for what is neither.
    """
    if not typed:
        return person
    given = parse_ratings(store, typed)
    given.put_into(person, level=max(PROFICIENCIES))
    labels = {**store.labels(given.ratings), **store.credential_labels(given.credentials)}
    say_as_if([*labels.values(), *(element.name for element, _ in given.levels.values())])
    return person


@lru_cache(maxsize=1)
def _familiar_levels(store: Store) -> dict[str, dict[int, str]]:
    """O*NET's skill -> level, rounded -> the familiar occupations that need it so much."""
    needed: dict[str, dict[int, list[str]]] = {}
    for key in FAMILIAR:
        with suppress(UnknownNameError):
            role = store.get(store.resolve(key))
            ratings = role.occupation.ratings.get("skills") if role.occupation else None
            for rating in ratings.rows if ratings else ():
                if rating.level is not None and not rating.level_uncertain:
                    levels = needed.setdefault(rating.id, {})
                    levels.setdefault(round(rating.level), []).append(shown_name(role))
    return {
        skill: {level: in_a_row(levels[level]) for level in sorted(levels)}
        for skill, levels in needed.items()
    }


def level_sentences(store: Store, skill: str, *, own: bool = True) -> dict[int, str]:
    """Level -> what it looks like, of one of O*NET's skills or of the vocabulary's.

    own: whether a skill's own sentences count, or only those of its kind
    """
    if ELEMENT.fullmatch(skill):
        element = store.elements().get(skill)
        anchors = {anchor.level: anchor.words for anchor in element.anchors} if element else {}
        return anchors or _familiar_levels(store).get(skill, {})
    known = store.skills([skill])[skill]
    sentences = (own and known.ratings) or store.rating_scale(known.kind)
    return dict(enumerate(sentences, start=1))


def say_as_if(labels: Sequence[str]) -> None:
    """Says what the answer supposes."""
    say_err(f"As if you had {', '.join(labels)}.")


def say_ratings(store: Store, person: Profile, given: ParsedRatings) -> None:
    """Says what the profile now holds for the skills."""
    say_holdings(store, person, given.credentials)
    labels = store.labels(given.ratings)
    for skill in given.ratings:
        level = person.entries[skill]["level"]
        more = "; give it a level: 1 to 4, or none" if level == CLAIMED else ""
        say_err(f"{labels[skill]}: {level}{more}")
    for element, rated in given.levels.values():
        say_err(f"{element.name}: {rated} on O*NET's scale from 0 to {MAX_ONET_LEVEL}")
