"""What we write of an occupation, and the credentials that it asks for.

As in `careercli.model.basics`: declared once, for the read path and for the check.
"""

from typing import Annotated, Literal, NamedTuple

from careercli.model.basics import Amount, AskedLevel, Cited, Date, FigureKind, Line, Slug

OnetCode = Annotated[str, "onet"]

CredentialKind = Literal[
    "license",
    "endorsement",
    "certificate",
    "permit",
    "registration",
    "exam",
    "apprenticeship",
    "clearance",
]
ASKED_LEVELS: tuple[AskedLevel, ...] = ("always", "usually", "sometimes")
CredentialUnit = Literal[
    "hours", "flight hours", "semester hours", "weeks", "months", "years", "USD"
]


class Bridge(NamedTuple):
    """A program to a credential that builds on what somebody has.

    name: what it is called
    source: a page of the Handbook, `ooh:PAGE`
    builds_on: the id of the credential that whoever takes it holds; absent if it takes none
    education: that they have; absent if that doesn't matter
    whole: true if it is all the study that is left, so that no other degree is taken
    """

    name: Line
    source: Cited
    builds_on: Slug | None = None
    education: Literal["associate", "bachelor"] | None = None
    whole: bool | None = None


class Schooling(NamedTuple):
    """The study that leads to an occupation, where more is known of it than its degree.

    degree: what it ends in, in the words of the projections; may be more than is typical there
    college: years of college that come before it; 0 if it begins after high school
    least, most: years that it takes; none if no source says, `most` also if there is only a least
    first: what else comes before it, in words
    after_least, after_most: years of internship or residency that follow
    page: the page of the Handbook that says so; empty if it is our own judgment
    """

    degree: str
    college: int = 0
    least: int | None = None
    most: int | None = None
    first: str = ""
    after_least: int | None = None
    after_most: int | None = None
    page: str = ""


class Credit(NamedTuple):
    """Training for another credential that counts toward one.

    name: what that training is called
    builds_on: the id of the credential that whoever has it holds
    source: a page of the Handbook, `ooh:PAGE`
    whole: true if it is all the training that is asked for; absent if states credit a part
    """

    name: Line
    builds_on: Slug
    source: Cited
    whole: bool | None = None


class AskedId(NamedTuple):
    """A credential that an occupation asks for, in short.

    level: always, usually or sometimes
    kind: license, certificate, permit, registration, exam, apprenticeship or clearance
    groups: of how many major groups occupations always or usually ask for it
    bridges: programs to it that build on what somebody has
    scoped: whether it is issued for a part of the work, so that other work takes another
    degree: the highest that its own schooling ends in, as a profile has it; empty if not known
    """

    id: str
    level: AskedLevel
    kind: str
    groups: int = 1
    bridges: tuple[Bridge, ...] = ()
    scoped: bool = False
    degree: str = ""


class AskedIds(NamedTuple):
    """The credentials that an occupation asks for.

    all_known: whether they are all that it always or usually asks for
    schooling: the study that leads to it, if more is known of that than its degree
    """

    ids: tuple[AskedId, ...] = ()
    all_known: bool = False
    schooling: Schooling | None = None


class CredentialHit(NamedTuple):
    """A credential that a search found.

    kind: license, certificate, permit, registration, exam, apprenticeship or clearance
    """

    id: str
    label: str
    kind: str


class Portrait(NamedTuple):
    """An occupation in our words; a part with nothing particular to say is absent.

    what: what it is
    do: what people in it do
    where: where and how they work
    way_in: how people get in
    untold: what outsiders are not told
    credentials: ids of what is always or usually asked for; empty if none is, absent if not known
    apprenticeship: whether there is an apprenticeship; absent if not known
    varies_by_state: whether its licensing differs by state; absent if not known
    sources: pages of the Occupational Outlook Handbook that its facts come from, `ooh:PAGE`
    """

    what: Line = ""
    do: tuple[Line, ...] = ()
    where: Line = ""
    way_in: Line = ""
    untold: Line = ""
    credentials: tuple[Slug, ...] | None = None
    apprenticeship: bool | None = None
    varies_by_state: bool | None = None
    sources: tuple[Cited, ...] = ()


class CredentialFigure(NamedTuple):
    """How long a credential takes, its fee, or when it is renewed.

    kind: what sort of figure
    date: when it was looked up, or what it refers to
    value: the amount in `unit`
    start: the least of a range, in `unit`
    end: the most of a range, in `unit`
    unit: what it counts
    source: a page of the Handbook, `ooh:PAGE`, or an address; absent if it is editorial
    note: what limits it
    expires: false if it is never renewed
    study: of a time, true if it is the schooling or apprenticeship that leads to the credential, so
        that it isn't added to that
    degree: of such a time, the highest degree that the schooling ends in; if a role asks for a
        higher one, the credential and its time come before that degree's study
    """

    kind: FigureKind
    date: Date
    value: Amount | None = None
    start: Amount | None = None
    end: Amount | None = None
    unit: CredentialUnit | None = None
    source: Cited | None = None
    note: Line | None = None
    expires: bool | None = None
    study: bool | None = None
    degree: Literal["certificate", "associate", "bachelor"] | None = None

    @property
    def span(self) -> tuple[float, float] | None:
        """The least and the most; None if it has no amount."""
        if self.value is not None:
            return self.value, self.value
        if self.start is None and self.end is None:
            return None
        return self.start or 0.0, self.end or self.start or 0.0


class Credential(NamedTuple):
    """A license, certificate or other proof that stands before an occupation or is asked for.

    label: its name
    names: other names that people write
    kind: what sort of credential
    issuer: who issues it, or what sort of authority
    sources: pages of the Handbook, `ooh:PAGE`, and addresses; or `editorial`
    varies_by_state: whether it differs by state; absent if not known
    way: the usual way to it
    time: how long that takes
    fee: what is paid for it; training is extra
    renewal: when it is renewed
    asked_by: O*NET-SOC code -> how often an occupation asks for it
    editorial: codes in `asked_by` that are our own judgment, not a Handbook page's
    covers: ids of lesser credentials that whoever holds this one needn't get
    after: ids of credentials that come before it, where a role asks for them too
    bridges: programs to it that build on what somebody has
    credits: training for other credentials that counts toward it
    was: ids of skills of an older vocabulary that it takes the place of
    meets: names by which a lesser one is asked for that this one answers too, though it isn't all
        that the lesser one may be asked for as: "CPR", and not "first aid"
    everyday: names that also mean something else: they count in a text only with evidence
    scope: what each one is issued for, such as the grades and subject that somebody teaches, so
        that other work takes another; absent if one is like the other
    """

    label: Line
    names: tuple[Line, ...]
    kind: CredentialKind
    issuer: Line
    sources: tuple[Cited, ...]
    varies_by_state: bool | None = None
    way: Line | None = None
    time: CredentialFigure | None = None
    fee: CredentialFigure | None = None
    renewal: CredentialFigure | None = None
    asked_by: dict[OnetCode, AskedLevel] = {}  # noqa: RUF012  # never changed
    editorial: tuple[OnetCode, ...] = ()
    covers: tuple[Slug, ...] = ()
    after: tuple[Slug, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    credits: tuple[Credit, ...] = ()
    was: tuple[Slug, ...] = ()
    meets: tuple[Line, ...] = ()
    everyday: tuple[Line, ...] = ()
    scope: Line | None = None


class AskedCredential(NamedTuple):
    """A credential that a role asks for.

    id: its id
    level: always, usually or sometimes
    editorial: whether that is our own judgment
    credential: what it is
    """

    id: str
    level: AskedLevel
    editorial: bool
    credential: Credential


class AskingOccupation(NamedTuple):
    """An occupation that asks for a credential.

    code: its O*NET-SOC code
    slug: its name in commands
    title: its title
    level: always, usually or sometimes
    editorial: whether that is our own judgment
    """

    code: str
    slug: str
    title: str
    level: AskedLevel
    editorial: bool
