"""What official data say of an occupation."""

from typing import Literal, NamedTuple

from careercli.model.basics import Figure, Pay
from careercli.model.portrait import AskedCredential, Portrait


class Task(NamedTuple):
    """One thing that people in an occupation do.

    text: the task
    rank: `core` or `supplemental`; empty if O*NET has not rated it
    """

    text: str
    rank: Literal["core", "supplemental", ""] = ""


class Software(NamedTuple):
    """A program that an occupation works with.

    name: the program
    category: what sort of program
    hot: often named in employers' postings of any occupation
    in_demand: often named in postings of this one
    """

    name: str
    category: str = ""
    hot: bool = False
    in_demand: bool = False


class Rating(NamedTuple):
    """How one element of the O*NET Content Model is rated for an occupation.

    id: its O*NET element id
    name: its name
    value: on the scale of its Ratings
    level: how much of it is needed, on O*NET's level scale from 0 to 7
    uncertain: O*NET recommends not to rely on the value, which is imprecise
    level_uncertain: O*NET recommends not to rely on the level
    """

    id: str
    name: str
    value: float
    level: float | None = None
    uncertain: bool = False
    level_uncertain: bool = False


class Ratings(NamedTuple):
    """One kind of ratings, strongest first.

    scale: the name of the scale of their values
    low: its lowest value
    high: its highest value
    rows: the ratings
    """

    scale: str
    low: float
    high: float
    rows: tuple[Rating, ...]


class EducationShare(NamedTuple):
    """A share of the people asked.

    name: what they answered
    percent: how many of them did
    """

    name: str
    percent: float


class Interest(NamedTuple):
    """One of the six RIASEC interests.

    letter: R, I, A, S, E or C
    value: how well the occupation suits it, 1 to 7
    """

    letter: str
    value: float


class JobZone(NamedTuple):
    """An O*NET job zone: how much preparation an occupation takes.

    number: 1 (little) to 5 (extensive); releases from 30.2 on join 1 and 2
    name: its name
    experience: experience that is usual
    education: education that is usual
    training: training on the job
    svp: range of Specific Vocational Preparation
    """

    number: int
    name: str
    experience: str = ""
    education: str = ""
    training: str = ""
    svp: str = ""


class RelatedOccupation(NamedTuple):
    """A related occupation.

    code: its O*NET-SOC code
    title: its title
    tier: 1 the nearest five, 2 the next five, 3 ten more
    """

    code: str
    title: str
    tier: int


class Occupation(NamedTuple):
    """What official data say of an occupation beyond the parts of a guide.

    code: O*NET-SOC code, such as 13-1082.00
    tasks: what people do, core tasks first
    software: the programs they work with, in demand first, then hot
    ratings: `skills`, `knowledge`, `styles` -> their ratings
    interests: the six interests, strongest first
    high_points: the letters of the interests that stand out, such as EC
    education: the education that people in it say is required, in shares
    zone: its job zone
    related: related occupations, nearest first
    survey: the code under which the wage survey counts it, if it does
    counted_in: code and title of the larger group in which survey or projections count it
    hourly: the survey's pay by the hour
    employment: jobs counted by the survey
    all_growth: projected change over all occupations
    openings: projected openings a year
    entry: typical education at entry
    experience: typical experience at entry
    training: typical training on the job
    experience_asked: the related work experience that people in it say is required, in shares
    self_employed: share of the people in it who are self-employed, in percent
    exit_rate: people who leave the labor force in a year, in percent
    transfer_rate: people who leave for another occupation in a year, in percent
    separation_rate: both together
    portrait: the occupation in our words
    credentials: what it asks for, what is always asked for first
    """

    code: str
    tasks: tuple[Task, ...] = ()
    software: tuple[Software, ...] = ()
    ratings: dict[str, Ratings] = {}  # noqa: RUF012  # never changed
    interests: tuple[Interest, ...] = ()
    high_points: str = ""
    education: tuple[EducationShare, ...] = ()
    zone: JobZone | None = None
    related: tuple[RelatedOccupation, ...] = ()
    survey: str = ""
    counted_in: str = ""
    hourly: Pay | None = None
    employment: Figure | None = None
    all_growth: Figure | None = None
    openings: Figure | None = None
    entry: str | None = None
    experience: str | None = None
    training: str | None = None
    experience_asked: tuple[EducationShare, ...] = ()
    self_employed: Figure | None = None
    exit_rate: Figure | None = None
    transfer_rate: Figure | None = None
    separation_rate: Figure | None = None
    portrait: Portrait | None = None
    credentials: tuple[AskedCredential, ...] = ()


class Exposure(NamedTuple):
    """How far a study finds an occupation exposed to AI.

    study: the name of its data set
    rater: `human` or `dv` (a model) if the study has both; else empty
    measure: what the study calls it, such as beta or applicability
    value: on the study's own scale
    rank: its place among the occupations of the study, 1 for the most exposed
    of: how many occupations the study has
    tied: how many of them have this value, itself among them; all have the best rank of theirs
    """

    study: str
    rater: str
    measure: str
    value: float
    rank: int
    of: int
    tied: int = 1

    @property
    def place_of_100(self) -> int:
        """Its place among all of the study, 100 for the most exposed, 1 for the least.

        Occupations of the same value have the middle of their ranks.
        """
        middle = self.rank + (self.tied - 1) / 2
        return max(1, round(100 * (self.of - middle) / self.of))
