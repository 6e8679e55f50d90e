"""What stands between a person and a role: schooling, credentials, experience, training.

Three answers for each: the person has it, it can be had, or it isn't known, which never counts as
had. Education, experience and training are those that the Bureau of Labor Statistics finds typical
at entry; credentials are those that an occupation always or usually asks for.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from careercli.model.basics import AskedId

EntryState = Literal["have", "obtainable", "unknown"]
EntryKind = Literal["education", "credential", "apprenticeship", "experience", "training"]

EDUCATION = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)
"""Education typical at entry, lowest first, as the Bureau of Labor Statistics assigns it."""
SCHOOL_YEARS = dict(zip(EDUCATION, (0, 0, 1, 1, 2, 4, 6, 8), strict=True))
"""Usual years of full-time study after high school, to the nearest; our own figures."""
OWN_EDUCATION = {
    "none": EDUCATION[0],
    "high-school": EDUCATION[1],
    "certificate": EDUCATION[3],
    "associate": EDUCATION[4],
    "bachelor": EDUCATION[5],
    "graduate": EDUCATION[6],
}
"""A profile's education in the words of the projections."""
DEGREE = EDUCATION.index("Associate's degree")
"""From here on a licensed profession is studied by itself: another degree doesn't stand in."""
BACHELOR = EDUCATION.index("Bachelor's degree")
SOME_EXPERIENCE, LONG_EXPERIENCE = "Less than 5 years", "5 years or more"
EXPERIENCE_YEARS = {"None": 0, SOME_EXPERIENCE: 1, LONG_EXPERIENCE: 5}
"""Years that count as the experience; of the middle one, the least that is any."""
APPRENTICESHIP = "Apprenticeship"
TRAINING = (
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    APPRENTICESHIP,
    "Internship/residency",
)
"""Training on the job that is typical, shortest first."""


class EntryPart(NamedTuple):
    """One thing that a role takes.

    name: of a credential, or an apprenticeship that has a name, its id; else the words of the
        projections
    years: of education, years of full-time study that are still to do
    level: of a credential, whether it is always or usually asked for
    """

    kind: EntryKind
    name: str
    state: EntryState
    years: int = 0
    level: Literal["always", "usually", ""] = ""


class Entry(NamedTuple):
    """What a role takes of a person, in the order in which it is met.

    Training is told but stands in nobody's way: it is paid, and it begins after the hiring.
    """

    parts: tuple[EntryPart, ...] = ()

    @property
    def state(self) -> EntryState:
        """Obtainable if something is still to be had; unknown if that cannot be told."""
        states = {part.state for part in self.parts if part.kind != "training"}
        if "obtainable" in states:
            return "obtainable"
        return "unknown" if "unknown" in states or not states else "have"

    @property
    def school(self) -> int:
        """Years of full-time study that are still to do."""
        return max((part.years for part in self.parts), default=0)

    def missing(self, *kinds: EntryKind) -> tuple[EntryPart, ...]:
        """What can be had, of some kinds or of all."""
        return tuple(
            part
            for part in self.parts
            if part.state == "obtainable" and (not kinds or part.kind in kinds)
        )


class Held(NamedTuple):
    """What a person brings.

    education: one of `EDUCATION`; "" if it isn't known
    credentials: ids of credentials held
    years: in the present work; None if that isn't known
    """

    education: str = ""
    credentials: frozenset[str] = frozenset()
    years: float | None = None


class Asked(NamedTuple):
    """What a role asks for at entry.

    education, experience, training: in the words of the projections; "" if not known
    credentials: None if it isn't known what is asked for
    """

    education: str = ""
    experience: str = ""
    training: str = ""
    credentials: tuple[AskedId, ...] | None = None


def entry(held: Held, asked: Asked, *, related: bool) -> Entry:
    """What a role takes of a person; `related` is whether the present work is related to it."""
    return Entry(tuple(_parts(held, asked, related=related)))


def _parts(held: Held, asked: Asked, *, related: bool) -> Iterator[EntryPart]:
    credentials = [one for one in asked.credentials or () if one.level != "sometimes"]
    missing = [one for one in credentials if one.id not in held.credentials]
    licenses = [one for one in credentials if one.kind == "license"]
    profession = bool(licenses) and all(one in missing for one in licenses)
    yield _education(held.education, asked.education, own_field=profession)
    for one in credentials:
        kind: EntryKind = "apprenticeship" if one.kind == "apprenticeship" else "credential"
        state: EntryState = "obtainable" if one in missing else "have"
        yield EntryPart(kind, one.id, state, level=_level(one))
    if asked.credentials is None:
        yield EntryPart("credential", "", "unknown")
    named = any(one.kind == "apprenticeship" for one in credentials)
    if asked.training == APPRENTICESHIP and not named:
        yield EntryPart("apprenticeship", "", "obtainable")
    elif asked.training not in ("", "None", APPRENTICESHIP):
        yield EntryPart("training", asked.training, "obtainable")
    yield _experience(held.years, asked.experience, related=related)


def _level(one: AskedId) -> Literal["always", "usually"]:
    return "always" if one.level == "always" else "usually"


def _education(mine: str, asked: str, *, own_field: bool) -> EntryPart:
    if asked not in EDUCATION or mine not in EDUCATION:
        lowest = asked in EDUCATION[:1]
        return EntryPart("education", asked, "have" if lowest else "unknown")
    if own_field and DEGREE <= EDUCATION.index(asked) <= BACHELOR:
        return EntryPart("education", asked, "obtainable", SCHOOL_YEARS[asked])
    if own_field and EDUCATION.index(asked) > BACHELOR <= EDUCATION.index(mine):
        years = SCHOOL_YEARS[asked] - SCHOOL_YEARS[EDUCATION[BACHELOR]]
        return EntryPart("education", asked, "obtainable", years)
    if EDUCATION.index(mine) >= EDUCATION.index(asked):
        return EntryPart("education", asked, "have")
    years = max(SCHOOL_YEARS[asked] - SCHOOL_YEARS[mine], 0)
    return EntryPart("education", asked, "obtainable", years)


def _experience(years: float | None, asked: str, *, related: bool) -> EntryPart:
    if asked not in EXPERIENCE_YEARS:
        return EntryPart("experience", asked, "unknown")
    needed = EXPERIENCE_YEARS[asked]
    had = not needed or (related and years is not None and years >= needed)
    return EntryPart("experience", asked, "have" if had else "obtainable")
