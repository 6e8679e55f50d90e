"""What moves read of official occupations."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Pays = Literal["more", "same", "less"]
"""What a role pays against the present one; about the same is within a tenth."""

PlanSort = Literal["need", "quick", "opens"]
"""Which step of a plan comes first among those that can: the widest gap, the fewest sourced hours,
or the skill that most roles ask for."""


class OccupationTraits(NamedTuple):
    """What moves read of an official occupation.

    code: its O*NET-SOC code
    zone: its job zone, 1 to 5
    pay: its survey median in dollars a year
    at_least: whether that is published as this much or more
    counted: the code under which the survey counts it
    growth: its projected growth in percent
    entry: the education that is typical at entry, in the projections' words
    no_diploma: share in percent of those asked by O*NET who say that less than a high school
        diploma is required
    experience: the experience in related work that is typical at entry, likewise
    training: the training on the job that is typical, likewise
    employment: how many the survey counts, in all occupations that are counted as this one
    related: O*NET-SOC codes of O*NET's related occupations, each behind the digit of its tier
    levels: for each skill, in the order of the store's `rated_skills`, weight (O*NET importance
        less its lowest value) and level, both in hundredths, as an array of type h in bytes; empty
        if O*NET does not rate it
    country_pay: the country's median, where `pay` is that of a place
    """

    code: str
    zone: int | None = None
    pay: float | None = None
    at_least: bool = False
    counted: str = ""
    growth: float | None = None
    entry: str = ""
    no_diploma: float | None = None
    experience: str = ""
    training: str = ""
    employment: float | None = None
    related: str = ""
    levels: bytes = b""
    country_pay: float | None = None


class Preparation(NamedTuple):
    """What an occupation asks for by O*NET's survey, and how many leave it.

    education: O*NET's words -> share in percent of those asked who say that this is required
    software: programs that are in demand
    separation: separations a year in percent of the jobs, by the projections
    """

    education: Mapping[str, float] = {}  # never changed
    software: tuple[str, ...] = ()
    separation: float | None = None

    def below(self, entry: str) -> float | None:
        """Share in percent who say that less is required than what the projections find typical.

        entry: in the projections' words; None if there are no shares, or for the lowest
        """
        fewer = BELOW.get(entry)
        if not self.education or fewer is None:
            return None
        return sum(share for name, share in self.education.items() if name in fewer)


ONET_EDUCATION = (
    *("Less than a High School Diploma", "High School Diploma", "Post-Secondary Certificate"),
    *("Some College Courses", "Associate's Degree", "Bachelor's Degree"),
    *("Post-Baccalaureate Certificate", "Master's Degree", "Post-Master's Certificate"),
)
"""O*NET's words for education below a doctoral or professional degree, lowest first."""
BELOW = {
    "High school diploma or equivalent": ONET_EDUCATION[:1],
    "Some college, no degree": ONET_EDUCATION[:2],
    "Postsecondary nondegree award": ONET_EDUCATION[:2],
    "Associate's degree": ONET_EDUCATION[:4],
    "Bachelor's degree": ONET_EDUCATION[:5],
    "Master's degree": ONET_EDUCATION[:7],
    "Doctoral or professional degree": ONET_EDUCATION,
}
"""Education in the projections' words -> O*NET's words for less."""


class Calibration(NamedTuple):
    """What is usual within families, as Nesta's Mapping Career Causeways finds its threshold.

    mean, deviation: of a measure from one role to another of its family
    roles, pairs: how many of them there were
    """

    mean: float
    deviation: float
    roles: int
    pairs: int

    @property
    def threshold(self) -> float | None:
        """The mean less one standard deviation; None below twenty roles, which only rank."""
        return self.mean - self.deviation if self.roles >= FEWEST_ROLES else None


FEWEST_ROLES = 20
RATING_UNIT = 100
"""O*NET's levels and importances are stored in hundredths; in a profile its levels are whole."""
LIKENESS_UNIT = 100
"""Likeness is stored in hundredths of a standard deviation."""
UNKNOWN_LIKENESS = -32768
"""Stands for the likeness of two occupations that share too little to compare."""
