"""Official data sets, and what they say of areas, of skills and of programs of study."""

from typing import NamedTuple

from careercli.model.basics import Figure, Pay, Source

JOINED = ("onet", "oews", "projections")
"""Data sets that make occupations; the first that is there decides the classification."""


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


def is_state(code: str) -> bool:
    """Whether the code of an area is of a state or territory."""
    return len(code) == len("48")


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

    @property
    def is_state(self) -> bool:
        """Whether it is a state or territory."""
        return is_state(self.code)


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
    release: such as 30.3, 2025 or 2024–34; empty if the files do not say
    date: when it was published or what it refers to; empty if the files do not say
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
