"""A role and its parts: the shapes that only commands about one role need.

As in `careercli.model.basics`: it is apart because declaring forty named
tuples takes 4 ms, which a list, a ranking or a completion need not pay.
"""

from typing import NamedTuple

from careercli.model.basics import (
    AskedLevel,
    Balance,
    Clock,
    Count,
    Date,
    Figure,
    FigureKind,
    Grade,
    NearestOccupation,
    Pay,
    Prose,
    Remote,
    Seniority,
    SkillType,
    Slug,
    SocCode,
    SocMatch,
    Source,
    Text,
    is_occupation,
)
from careercli.model.occupation import Occupation
from careercli.model.skills import Requirement, Skill

DAY_MINUTES = 24 * 60


class Soc(NamedTuple):
    """The nearest official occupation.

    code: SOC 2018 code, such as 13-1082
    match: `exact` the occupation is this job; `close` the job is most of it; `broader` the
        job is a small part of it, so its figures are context
    note: why this one
    """

    code: SocCode
    match: SocMatch
    note: Text | None = None


class Demand(NamedTuple):
    """How sought-after the role is, on a scale from low to very high.

    level: the place on the scale
    why: what drives it
    source: an id in `sources`
    kind: default: the source's kind
    """

    level: Grade
    why: Prose
    source: Slug
    kind: FigureKind | None = None


class Outlook(NamedTuple):
    """What is said of the role's future.

    text: the outlook in words
    growth: growth in percent, with the period it covers in its note
    wording: the publisher's own word for that growth, shown as a quotation
    """

    text: Prose | None = None
    growth: Figure | None = None
    wording: Text | None = None


class Passage(NamedTuple):
    """A titled piece of text.

    title: a few words
    text: one or more paragraphs
    """

    title: Text
    text: Prose


class Setting(NamedTuple):
    """Where and how the work is done.

    text: the surroundings, the rhythm, the company kept
    remote: how far the work can be done from elsewhere
    remote_note: what that depends on
    """

    text: Prose
    remote: Remote | None = None
    remote_note: Text | None = None


class SkillLine(NamedTuple):
    """A line of a shown list, standing for one or more skills.

    skills: skill ids
    text: the line, if the skills' own labels joined by "or" would not do
    note: a qualification, such as "introductory" or "pivot tables"
    """

    skills: tuple[Slug, ...]
    text: Text | None = None
    note: Text | None = None


class Years(NamedTuple):
    """Years of experience.

    start: at least
    end: up to; without it, open-ended
    """

    start: Count
    end: Count | None = None


class Tier(NamedTuple):
    """One tier of a role's career ladder.

    title: the job title of this tier
    essence: the tier in one line
    changes: what one decides and owns here that one did not a tier below
    level: the career level it belongs to; a company's own tier may have none
    years: experience usual in this tier
    source: an id in `sources`: where the years are from
    """

    title: Text
    essence: Text
    changes: Prose
    level: Seniority | None = None
    years: Years | None = None
    source: Slug | None = None


class Certificate(NamedTuple):
    """A credential named by employers.

    name: its full name
    short: its abbreviation
    issuer: who awards it
    note: whom it suits
    source: an id in `sources`: where fees, hours and rules in the note are from
    credential: its id in data/credentials.toml
    asked: how often employers ask for that (default: as often as the guide's exact occupation
        does, or sometimes)
    """

    name: Text
    short: Text | None = None
    issuer: Text | None = None
    note: Text | None = None
    source: Slug | None = None
    credential: Slug | None = None
    asked: AskedLevel | None = None


class Education(NamedTuple):
    """How people prepare.

    usual: the usual entry education in a few words
    text: the education level, in words
    required: what is studied and taught on the way
    path: from a beginner to a first position
    fields: fields of study
    certificates: credentials by name
    providers: where training is found
    """

    usual: Text | None = None
    text: Prose | None = None
    required: Prose | None = None
    path: Prose | None = None
    fields: tuple[Text, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    providers: tuple[Text, ...] = ()


class Region(NamedTuple):
    """The role in one part of the world.

    name: the region
    text: what is particular there
    places: countries and cities named
    """

    name: Text
    text: Prose
    places: tuple[Text, ...] = ()


class World(NamedTuple):
    """The role around the world.

    intro: in general
    regions: region by region
    closing: what helps anywhere
    """

    intro: Prose | None = None
    regions: tuple[Region, ...] = ()
    closing: Prose | None = None


class Market(NamedTuple):
    """The job market today.

    challenges: what is hard about the job now
    growth: where new positions come from
    trends: what is changing
    """

    challenges: Prose | None = None
    growth: Prose | None = None
    trends: Prose | None = None


class DayBlock(NamedTuple):
    """A part of a working day; blocks follow each other and may pass midnight.

    start: HH:MM
    end: HH:MM
    name: such as Morning, Night shift
    focus: what this part is for
    activities: what is done
    """

    start: Clock
    end: Clock
    name: Text
    focus: Text
    activities: tuple[Text, ...]

    @property
    def minutes(self) -> int:
        """How long it lasts; one that ends at or before its start passes midnight."""
        return minutes_between(self.start, self.end)


def minutes_of(clock: str) -> int:
    """Minutes after midnight of HH:MM."""
    return int(clock[:2]) * 60 + int(clock[3:])


def minutes_between(start: str, end: str) -> int:
    """How long from one time to another; to one that is not later, past midnight."""
    return (minutes_of(end) - minutes_of(start)) % DAY_MINUTES or DAY_MINUTES


class WorkLife(NamedTuple):
    """Stress and balance.

    stress: how stressful
    balance: how well work and life go together
    text: where pressure comes from, and what protects from it
    source: an id in `sources`
    kind: default: the source's kind
    """

    stress: Grade
    balance: Balance
    text: Prose
    source: Slug
    kind: FigureKind | None = None


class EntryCost(NamedTuple):
    """The money and the time from deciding for the job to the first pay.

    text: what is paid, by whom, and when
    credentials: ids of data/credentials.toml that are bought on the way
    figures: sums and times that a source gives, each with a label
    """

    text: Prose
    credentials: tuple[Slug, ...] = ()
    figures: tuple[Figure, ...] = ()


class DatedProse(NamedTuple):
    """Text about something that changes quickly.

    date: when it was true
    text: one or more paragraphs
    """

    date: Date
    text: Prose


class Branch(NamedTuple):
    """One part of the skill map.

    intro: what this part is about
    skills: its skills
    """

    intro: Text
    skills: tuple[SkillLine, ...]


class SkillMap(NamedTuple):
    """How skills build up: what everybody has, where people go deep, what they work with.

    foundation: what everyone in the role masters
    specialization: where to go deeper
    professional: tools and professional habits
    """

    foundation: Branch
    specialization: Branch
    professional: Branch


class Case(NamedTuple):
    """A typical situation, illustrative unless its source says otherwise.

    title: the situation
    text: what was done
    takeaway: what to learn from it
    figures: numbers the source gives for it
    """

    title: Text
    text: Prose
    takeaway: Text
    figures: tuple[Figure, ...] = ()


class Related(NamedTuple):
    """A neighboring role.

    title: its title
    slug: its guide, if there is one
    why: how one gets from here to there
    """

    title: Text
    slug: Slug | None = None
    why: Text | None = None


class Question(NamedTuple):
    """A question people ask.

    question: the question
    answer: the answer
    """

    question: Text
    answer: Prose


class Role(NamedTuple):
    """A role: a guide, or an official occupation. Every part but the first four may be absent.

    slug: its name in commands and file names
    title: its title
    summary: what the job is, in a sentence or two
    sources: source id -> where figures come from
    other_titles: other titles people use for this job
    family: an id in data/families.toml
    soc: the nearest official occupation
    demand: how sought-after it is
    pay: pay figures, a series for each source
    outlook: what is said of its future
    functions: what the role is for, in themes
    responsibilities: what one is answerable for
    setting: where and how the work is done
    industries: who employs them
    tech_stack: the tools of the job
    tech_skills: technical skills
    soft_skills: personal skills
    requirements: what a person needs, level by level (editorial)
    skill_map: how skills build up
    education: how people prepare
    tiers: its tiers, the lowest first
    world: around the world
    market: the job market today
    day: a working day
    worklife: stress and balance
    pros: what people like
    cons: what people do not like
    mistakes: what beginners get wrong
    advice: what helps
    cases: typical situations
    portfolio: how to show one's work
    hiring: how the first job is found, and what is asked for
    entry_cost: money and time to the first pay
    week: what differs from day to day: nights, seasons, overtime
    body_risk: what the work does to the body, and its dangers
    pay_talk: what moves pay in this job: shift, license, union scale, commission, tips, region
    ai_tools: which tasks software and machines change
    related: neighboring roles
    faq: questions people ask
    occupation: what official data say; of a guide, only if its occupation is exactly the job
    name: a short singular name of an occupation, at most 24 characters
    """

    slug: Slug
    title: Text
    summary: Text
    sources: dict[Slug, Source]
    key: str = ""
    other_titles: tuple[Text, ...] = ()
    family: Slug | None = None
    soc: Soc | None = None
    nearest: NearestOccupation | None = None
    demand: Demand | None = None
    pay: tuple[Pay, ...] = ()
    outlook: Outlook | None = None
    functions: tuple[Passage, ...] = ()
    responsibilities: tuple[Text, ...] = ()
    setting: Setting | None = None
    industries: tuple[Text, ...] = ()
    tech_stack: tuple[SkillLine, ...] = ()
    tech_skills: tuple[SkillLine, ...] = ()
    soft_skills: tuple[SkillLine, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    skill_map: SkillMap | None = None
    education: Education | None = None
    tiers: tuple[Tier, ...] = ()
    world: World | None = None
    market: Market | None = None
    day: tuple[DayBlock, ...] = ()
    worklife: WorkLife | None = None
    pros: tuple[Text, ...] = ()
    cons: tuple[Text, ...] = ()
    mistakes: tuple[Text, ...] = ()
    advice: tuple[Text, ...] = ()
    cases: tuple[Case, ...] = ()
    portfolio: Prose | None = None
    hiring: Prose | None = None
    entry_cost: EntryCost | None = None
    week: Prose | None = None
    body_risk: Prose | None = None
    pay_talk: Prose | None = None
    ai_tools: DatedProse | None = None
    related: tuple[Related, ...] = ()
    faq: tuple[Question, ...] = ()
    occupation: Occupation | None = None
    name: Text = ""

    @property
    def bare_occupation(self) -> Occupation | None:
        """What official data say, of a role that they alone describe; None for a guide."""
        return self.occupation if is_occupation(self.key) else None

    def skill_ids(self) -> list[str]:
        """The ids of every skill that the role names, in lists, map and requirements."""
        lines = [*self.tech_stack, *self.tech_skills, *self.soft_skills]
        if self.skill_map:
            for branch in self.skill_map:
                lines += branch.skills
        ids = [skill for line in lines for skill in line.skills]
        return ids + [skill for requirement in self.requirements for skill in requirement.any_of]


class Vocabulary(NamedTuple):
    """data/skills.toml.

    ratings: kind of skill -> four sentences by which people rate themselves, levels 1 to 4
    skills: skill id -> skill
    """

    ratings: dict[SkillType, tuple[Text, ...]]
    skills: dict[Slug, Skill]
