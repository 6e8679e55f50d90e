"""The shapes that everything else is written in terms of: a role and its parts.

Declared once, as plain named tuples, so that the read path builds them from stored JSON
without pydantic, while `careercli.files.guide_schema` derives strict pydantic models (and the JSON
Schema that editors use) from the very same declarations. A line `name: meaning` in a class's
docstring becomes that field's description in the schema.

The strings in `Annotated[...]` name a rule; `careercli.files.guide_schema.RULES` says what each
demands.
"""

from typing import Annotated, Literal, NamedTuple

Text = Annotated[str, "text"]
Prose = Annotated[str, "prose"]
Slug = Annotated[str, "slug"]
Line = Annotated[str, "line"]
Cited = Annotated[str, "cited"]
SocCode = Annotated[str, "soc"]
Clock = Annotated[str, "clock"]
Date = Annotated[str, "date"]
Url = Annotated[str, "url"]
Count = Annotated[int, "count"]
Amount = Annotated[float, "amount"]

Seniority = Literal["entry", "mid", "senior", "lead"]
SENIORITIES: tuple[Seniority, ...] = ("entry", "mid", "senior", "lead")
DEFAULT_SENIORITY: Seniority = "mid"
"""What is meant if nobody names a seniority."""

Proficiency = Literal[1, 2, 3, 4]
PROFICIENCIES: dict[int, str] = {1: "basic", 2: "working", 3: "advanced", 4: "expert"}

Need = Literal["must", "should", "nice"]
NEEDS: tuple[Need, ...] = ("must", "should", "nice")

AskedLevel = Literal["always", "usually", "sometimes"]

FigureKind = Literal[
    "survey",
    "projection",
    "published-estimate",
    "published-claim",
    "official-fact",
    "editorial",
]
Unit = Literal[
    "USD/year",
    "USD/hour",
    "USD",
    "percent",
    "openings/year",
    "jobs",
    "hours",
    "weeks",
    "months",
    "years",
]
HOURS_A_YEAR = 2080
"""The hours by which the survey turns pay by the hour into pay by the year."""
Grade = Literal["low", "moderate", "high", "very high"]
Balance = Literal["poor", "fair", "good", "very good"]
Remote = Literal["on site", "partly remote", "remote-friendly", "fully remote"]
SkillType = Literal["tool", "technical", "soft", "language"]
SocMatch = Literal["exact", "close", "broader"]
Basis = Literal["levels", "percentiles"]
PayLevel = Literal[Seniority, "top"]
Percentile = Literal["p10", "p25", "p50", "p75", "p90"]
PayPoint = Literal["low", "high", "median", PayLevel, Percentile, "mean"]


class Source(NamedTuple):
    """Where figures come from.

    publisher: who published it
    title: the page, table or survey
    kind: what sort of figure it gives, unless a figure says otherwise
    url: its public address
    date: when it was published or what it refers to (2025, 2025-05 or 2025-05-31)
    note: what a reader must know before trusting it
    covers: parts of the guide whose prose has figures from it, such as education or faq[2]
    """

    publisher: Text
    title: Text
    kind: FigureKind
    url: Url | None = None
    date: Date | None = None
    note: Text | None = None
    covers: tuple[Text, ...] = ()


class Figure(NamedTuple):
    """A number with its provenance: the only way a single number is stored.

    value: the number
    unit: what it counts
    source: an id in `sources`
    kind: what sort of figure it is (default: its source's kind)
    label: what it measures, if the place it stands in does not say
    date: what point in time it refers to, if that is not its source's date
    place: the country or area it holds for
    note: what limits it
    at_least: true if it is published as this much or more
    rough: true if it is a larger group's, or has a standard error above 10 %; shown behind `~`
    """

    value: float
    unit: Unit
    source: Slug
    kind: FigureKind | None = None
    label: Text | None = None
    date: Date | None = None
    place: Text | None = None
    note: Text | None = None
    at_least: bool = False
    rough: bool = False


class Pay(NamedTuple):
    """One source's pay figures for one place, on one basis.

    basis: `levels` (low, entry, mid, senior, lead, top, high, median) or
        `percentiles` (p10, p25, p50, p75, p90, mean); percentiles are not seniority
    points: point name -> amount in `unit`
    source: an id in `sources`
    place: the country or area
    unit: USD/year; USD/hour if only hourly pay is published
    kind: what sort of figures (default: the source's kind)
    date: the period they refer to, if that is not the source's date
    note: what limits them
    at_least: the points that are published as this much or more
    rough: true if it is a larger group's, or has a standard error above 10 %; shown behind `~`
    """

    basis: Basis
    points: dict[PayPoint, Amount]
    source: Slug
    place: Text = "US"
    unit: Literal["USD/year", "USD/hour"] = "USD/year"
    kind: FigureKind | None = None
    date: Date | None = None
    note: Text | None = None
    at_least: tuple[PayPoint, ...] = ()
    rough: bool = False

    def figure(self, point: PayPoint) -> Figure | None:
        """The figure at `point`, with its provenance; None if it is not published."""
        if point not in self.points:
            return None
        return Figure(
            self.points[point],
            self.unit,
            self.source,
            self.kind,
            label=point,
            date=self.date,
            place=self.place,
            note=self.note,
            at_least=point in self.at_least,
            rough=self.rough,
        )


class NearestOccupation(NamedTuple):
    """Official figures for the nearest occupation; filled in when a guide is read.

    code: SOC code
    title: its official title
    match: how near it is
    pay: the survey's percentiles
    employment: jobs counted by the survey
    growth: projected change, percent
    all_growth: the same for all occupations
    openings: projected openings a year
    education: typical entry education
    interests: RIASEC letters, strongest first
    """

    code: SocCode
    title: Text
    match: SocMatch
    pay: Pay | None = None
    employment: Figure | None = None
    growth: Figure | None = None
    all_growth: Figure | None = None
    openings: Figure | None = None
    education: Text | None = None
    interests: Text | None = None


class RoleRow(NamedTuple):
    """A role as it stands in a list.

    name: a short singular name of an occupation, at most 24 characters
    hourly: the survey's pay by the hour, if none by the year is published
    """

    key: str
    slug: str
    title: str
    summary: str
    sources: dict[str, Source]
    tiers: dict[Seniority, str]
    family: Slug | None = None
    pay: tuple[Pay, ...] = ()
    nearest: NearestOccupation | None = None
    remote: str | None = None
    growth: Figure | None = None
    demand: str | None = None
    interests: str = ""
    origin: str = ""
    name: str = ""
    hourly: Pay | None = None

    @property
    def projected_growth(self) -> Figure | None:
        """The projection of its nearest occupation, made in one way for all roles; else its own."""
        return (self.nearest.growth if self.nearest else None) or self.growth


class RoleSummary(NamedTuple):
    """A role in a line: what `list` shows of it, worked out when it was stored.

    pay: the survey's median a year, for sorting; `pay_words` as it is shown (by the hour if that
        alone is published), `pay_is_rough` as in `Figure` or of a nearest occupation, `pay_note`
        its provenance
    growth: its projected growth in percent; the same three of it
    estimate_words: the middle of a publisher's estimate as it is shown, with `estimate_note`
    interests: RIASEC letters
    source_note: whose its title and summary are, if not ours
    origin: whose guide it is, if it is not bundled
    name: a short singular name of an occupation, at most 24 characters
    """

    key: str
    slug: str
    title: str
    family: str = ""
    remote: str = ""
    interests: str = ""
    pay: float | None = None
    pay_words: str = ""
    pay_is_rough: bool = False
    growth: float | None = None
    growth_words: str = ""
    growth_is_rough: bool = False
    estimate_words: str = ""
    pay_note: str = ""
    growth_note: str = ""
    estimate_note: str = ""
    source_note: str = ""
    origin: str = ""
    name: str = ""


class Hit(NamedTuple):
    """A role that a search found, and where: kind of place, and the words there."""

    row: RoleRow
    kind: str
    words: str


def is_occupation(key: str) -> bool:
    """Whether a key is of an official occupation, not of a guide."""
    return key.startswith("soc:")


def code_of(key: str) -> str:
    """The O*NET-SOC code of an official occupation; empty for a guide."""
    return key.removeprefix("soc:") if is_occupation(key) else ""


def major_group(code: str) -> str:
    """The major group of a code of the classification: 29 of 29-1141."""
    return code[: len("29")]
