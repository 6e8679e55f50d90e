"""What official data say of an occupation."""

from typing import Literal, NamedTuple

from careercli.model.basics import Figure, Pay, Source
from careercli.model.portrait import AskedCredential, Portrait


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


class Area(NamedTuple):
    """An area of the wage survey.

    code: 2 digits for a state or territory, 5 for a metropolitan area, 7 for a nonmetropolitan
        one, 99 for the United States
    kind: `state`, `territory`, `metropolitan`, `nonmetropolitan`, `country`; empty if not known
    state: the state it is in, or the most of it
    """

    code: str
    title: str
    kind: str = ""
    state: str = ""


class AreaPay(NamedTuple):
    """What the wage survey says of an occupation in an area.

    area: its name
    pay: percentiles and mean by the year, or by the hour if that alone is published; None if
        neither is
    employment: jobs counted
    code: the area's code
    hourly: percentiles and mean by the hour
    employment_error: relative standard error of the employment, in percent
    mean_error: relative standard error of the mean pay, in percent
    jobs_per_1000: jobs in every 1,000 jobs of the area
    location_quotient: the occupation's share of the area's jobs as a multiple of its share of the
        country's
    """

    area: str
    pay: Pay | None = None
    employment: Figure | None = None
    code: str = ""
    hourly: Pay | None = None
    employment_error: float | None = None
    mean_error: float | None = None
    jobs_per_1000: float | None = None
    location_quotient: float | None = None


class PriceParity(NamedTuple):
    """What an area's prices are beside the country's.

    code: the area's code; SS999 for the nonmetropolitan portion of state SS
    year: the year it is of
    prices: all items, United States = 100
    source: an id in the sources of the data sets
    """

    code: str
    title: str
    year: int
    prices: float
    source: str


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


class Program(NamedTuple):
    """A field of study.

    code: its CIP code, such as 51.3801
    """

    code: str
    title: str


class ReadFile(NamedTuple):
    """A file that was read of an archive.

    name: its path in the archive
    sha256: its digest
    """

    name: str
    sha256: str


class Dataset(NamedTuple):
    """A data set.

    name: what it is called in commands
    title: publisher's title, with its release
    release: such as 30.3, 2025 or 2024–34; empty where the files do not say
    date: when it was published or what it refers to; empty where the files do not say
    rows: rows that were read
    occupations: occupations that it says something of
    file: the file or address it came from
    imported: when it was added, as an ISO date and time; empty if it came with careercli
    licence: under which terms
    attribution: the words those terms ask for
    notes: what was missing, and what is therefore not shown
    soc: the year of the classification its codes are of; data sets of different ones are not
        joined
    id: its id as a source of figures
    source: the source of its figures
    retrieved: when the file was downloaded that the data set is made of, if it came with careercli
    sha256: the digest of the file; empty for a folder
    members: the files that were read of it, if it is an archive or a folder
    rebuilt_from: what the file was made from, if it is not the publisher's own
    published: when it was published; empty if that isn't known
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
    retrieved: str = ""
    sha256: str = ""
    members: tuple[ReadFile, ...] = ()
    rebuilt_from: str = ""
    published: str = ""
