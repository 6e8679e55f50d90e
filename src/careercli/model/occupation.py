"""What official data say of an occupation."""

from typing import Literal, NamedTuple

from careercli.model.basics import (
    Figure,
    Pay,
    Source,
)


class Task(NamedTuple):
    """One thing that people in an occupation do.

    text: the task
    rank: `core` or `supplemental`; empty where O*NET has not rated it
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


class Anchor(NamedTuple):
    """What a level on one of O*NET's scales looks like.

    level: 0 to 7
    words: an example of it
    """

    level: int
    words: str


class Element(NamedTuple):
    """One of O*NET's own skills.

    id: its element id in the O*NET Content Model, such as 2.A.2.a
    name: its name
    anchors: what some of its levels look like, lowest first
    """

    id: str
    name: str
    anchors: tuple[Anchor, ...] = ()


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
    survey: the code under which the wage survey counts it, where it does
    counted_in: code and title of the larger group in which survey or projections count it
    hourly: pay by the hour, where no yearly pay is published
    employment: jobs counted by the survey
    all_growth: projected change over all occupations
    openings: projected openings a year
    entry: typical education at entry
    experience: typical experience at entry
    training: typical training on the job
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


class AreaPay(NamedTuple):
    """What the wage survey says of an occupation in a state or metropolitan area.

    area: its name
    pay: percentiles, by the year or the hour; None where none are published
    employment: jobs counted
    """

    area: str
    pay: Pay | None = None
    employment: Figure | None = None


class Dataset(NamedTuple):
    """An imported data set.

    name: what it is called in commands
    title: publisher's title, with its release
    release: such as 30.3, 2025 or 2024–34; empty where the files do not say
    date: when it was published or what it refers to; empty where the files do not say
    rows: rows that were read
    occupations: occupations that it says something of
    file: the file or address it came from
    imported: when, as an ISO date and time
    licence: under which terms
    attribution: the words those terms ask for
    notes: what was missing, and what is therefore not shown
    soc: the year of the classification its codes are of; data sets of different ones are not
        joined
    id: its id as a source of figures
    source: the source of its figures
    """

    name: str
    title: str
    release: str
    date: str
    rows: int
    occupations: int
    file: str
    imported: str
    licence: str
    attribution: str = ""
    notes: tuple[str, ...] = ()
    soc: str = "2018"
    id: str = ""
    source: Source | None = None
