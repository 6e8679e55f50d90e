"""What stands between a person and a role: schooling, credentials, experience, training.

Three answers for each: the person has it, it can be had, or it isn't known, which never counts as
had. Education, experience and training are those that the Bureau of Labor Statistics finds typical
at entry; credentials are those that an occupation always or usually asks for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.model.basics import AskedLevel, major_group
from careercli.model.portrait import AskedId, Bridge, Credential, Schooling

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
SCHOOL_YEARS = dict(zip(EDUCATION, (0, 0, 1, 0, 2, 4, 6, 7), strict=True))
"""Usual years of full-time study after high school, to the nearest; our own figures.

A certificate has none: they take from weeks to two years, and little of them counts towards a
degree.
"""


def education_rank(education: str) -> int:
    """How high an education is; -1 if it isn't known."""
    return EDUCATION.index(education) if education in EDUCATION else -1


DOCTORATE = EDUCATION[-1]
RESIDENCY = "Internship/residency"
"""The training of physicians and others behind their degree, in the projections' words."""
GRADUATE_ZONE, HEALTH, PLAIN = 5, "29", ".00"
"""Most of this job zone require graduate school, in O*NET's words."""


MOST = 50
"""Percent of those asked above which schooling that they don't require is only typical."""


def is_only_typical(less: float | None) -> bool:
    """Whether most of those asked require less schooling than is typical.

    less: their share in percent; None if it isn't known
    """
    return less is not None and round(less) > MOST


def asked_education(code: str, zone: int | None, typical: str, studied: str) -> str:
    """The education that an occupation asks for: what is typical at entry, or more if its study
    ends in more.

    Of a specialty the projections say that of its larger group: of nurses in job zone 5, a
    bachelor's degree, where theirs is a master's.
    studied: the degree that its study ends in; empty if nothing more is known of that
    """
    specialty = not code.endswith(PLAIN) and zone == GRADUATE_ZONE
    nurses = specialty and major_group(code) == HEALTH and typical == EDUCATION[BACHELOR]
    least = EDUCATION[BACHELOR + 1] if nurses else typical
    return studied if education_rank(studied) > education_rank(least) >= 0 else least


GENERAL_YEARS = 2
"""Years of a degree that another degree replaces: its general half."""
SHORTEST_DOCTORATE = 3
"""Years that a doctoral or professional degree takes after any other."""
OWN_EDUCATION = {
    "none": EDUCATION[0],
    "high-school": EDUCATION[1],
    "certificate": EDUCATION[3],
    "associate": EDUCATION[4],
    "bachelor": EDUCATION[5],
    "graduate": EDUCATION[6],
}
"""A profile's education in the words of the projections."""
CERTIFICATE = "Postsecondary nondegree award"
"""Of one kind of work: another certificate or degree doesn't stand in for it."""
ASSOCIATE = "Associate's degree"
"""Of one field: it doesn't stand in for that of a field which nothing relates."""
DEGREE = EDUCATION.index(ASSOCIATE)
"""From here on a licensed profession is studied by itself: another degree doesn't stand in. With a
bachelor's degree or more that is so of one with a certificate of its own, too."""
DIPLOMA = "High school diploma or equivalent"
HIGH_SCHOOL = EDUCATION.index(DIPLOMA)
MANY_WITHOUT_DIPLOMA = 10
"""Percent of those asked by O*NET who say that less than a diploma is required, from which on none
has to come first: of truck drivers 26 % say so, of barbers 21 %. The limit is ours."""
BACHELOR = EDUCATION.index("Bachelor's degree")
MANY_GROUPS = 3
"""A credential that occupations of so many major groups ask for, such as a driver's license, is of
no one kind of work."""
SOME_EXPERIENCE, LONG_EXPERIENCE = "Less than 5 years", "5 years or more"
EXPERIENCE_YEARS = {"None": 0, SOME_EXPERIENCE: 1, LONG_EXPERIENCE: 5}
"""Years that count as the experience; of the middle one, the least that is any."""
SHORT_TRAINING, LONG_TRAINING = "Short-term on-the-job training", "Long-term on-the-job training"
APPRENTICESHIP = "Apprenticeship"


TRADE_TEACHERS = ("25-1194", "25-2023", "25-2032")
"""Teachers of a trade, in and after school: the experience that they need is in what they teach."""


def is_trade_teacher(code: str) -> bool:
    """Whether an occupation teaches a trade."""
    return code[:7] in TRADE_TEACHERS


class EntryPart(NamedTuple):
    """One thing that a role takes.

    name: of a credential, or an apprenticeship that has a name, its id; else the words of the
        projections
    years: of education, years of full-time study that are still to do by our own count, which
        orders roles; 0 if it has none. What is said is `years_left`
    level: of a credential, whether it is always or usually asked for
    from_job: of a credential that is had, whether the present job asks for it
    trade: of a credential, whether it is of one kind of work; of education, whether a license that
        is had stands for it; of experience, whether it is that in the trade that one teaches
    anew: of education, whether a degree as high is had, of another field, so that the level is met
        and the program isn't; of a credential, whether one is had that is issued for other work
    done: of education, the years of it that what the person has stands for
    open: of education, whether nothing says how long it takes
    """

    kind: EntryKind
    name: str
    state: EntryState
    years: int = 0
    level: AskedLevel | Literal[""] = ""
    from_job: bool = False
    trade: bool = False
    anew: bool = False
    done: int = 0
    open: bool = False


class Entry(NamedTuple):
    """What a role takes of a person, in the order in which it is met.

    Training is named but never missing: it is paid, and it begins after hiring.
    bridge: a program for the study that builds on what the person has; None if there is none
    program: the study that leads there, if more is known of that than its degree
    """

    parts: tuple[EntryPart, ...] = ()
    bridge: Bridge | None = None
    program: Schooling | None = None

    @property
    def state(self) -> EntryState:
        """Obtainable if something is still to be had; unknown if that cannot be told."""
        states = {part.state for part in self.parts if part.kind != "training"}
        if "obtainable" in states:
            return "obtainable"
        return "unknown" if "unknown" in states or not states else "have"

    @property
    def study(self) -> EntryPart | None:
        """Schooling still to do; None if there is none, or if it ends in a license or certificate
        that is named as such."""
        missing = self.missing("education")
        return None if not missing or self._ends_in_license(missing[-1]) else missing[-1]

    @property
    def schooling(self) -> EntryPart | None:
        """Schooling still to do, or after high school and not known to be had."""
        unknown = (
            part
            for part in self.parts
            if part.kind == "education"
            and part.state == "unknown"
            and education_rank(part.name) > HIGH_SCHOOL
            and not self._ends_in_license(part)
        )
        return self.study or next(unknown, None)

    def _ends_in_license(self, school: EntryPart) -> bool:
        """Whether a license or certificate still to be had names the schooling that it takes."""
        return school.name == CERTIFICATE and self.needs_license

    @property
    def diploma(self) -> EntryPart | None:
        """The diploma that the schooling takes, if that is still to be had too."""
        first = self.missing("education")[:1]
        return first[0] if first and first[0].name == DIPLOMA and first[0] != self.study else None

    @property
    def needs_license(self) -> bool:
        """Whether a credential of one kind of work is still to be had."""
        return any(part.trade for part in self.missing("credential"))

    @property
    def meets_level(self) -> bool:
        """Whether the study still to do is a program at the level of a degree that is had, which no
        license takes, or a route to the license for those who have it."""
        if self.bridge and self.bridge.whole:
            return True
        return bool(self.study and self.study.anew and not self.needs_license)

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
    from_job: those of the credentials that are counted because the present job asks for them
    expired: ids of credentials that were held -> the day or month to which they lasted
    """

    education: str = ""
    credentials: frozenset[str] = frozenset()
    years: float | None = None
    from_job: frozenset[str] = frozenset()
    expired: Mapping[str, str] = {}  # never changed


class Asked(NamedTuple):
    """What a role asks for at entry.

    education, experience, training: in the words of the projections; "" if not known
    credentials: those that are known to be asked for
    all_known: whether those are all that are always or usually asked for
    teaches: whether it teaches a trade
    needs_diploma: whether a high school diploma comes before a school or program that it takes
    schooling: the study that leads to it, if more is known of that than its degree
    """

    education: str = ""
    experience: str = ""
    training: str = ""
    credentials: tuple[AskedId, ...] = ()
    all_known: bool = True
    teaches: bool = False
    needs_diploma: bool = True
    schooling: Schooling | None = None


class Kinship(NamedTuple):
    """What the present work counts for in another role.

    experience: whether years in it are the experience that is asked for
    field: whether a degree that is typical in it is of the same field
    training: whether a certificate that is typical in it is of the same work
    bound: whether the role's degree has to be of its field, and the present work's isn't
    elsewhere: ids of credentials that the present work has, issued for that work and not this
    """

    experience: bool = False
    field: bool = False
    training: bool = False
    bound: bool = False
    elsewhere: frozenset[str] = frozenset()


def entry(held: Held, asked: Asked, kinship: Kinship) -> Entry:
    """What a role takes of a person."""
    takes = Entry(tuple(_parts(held, asked, kinship)), program=asked.schooling)
    if not takes.study:
        return takes
    bridge = _bridge(held, asked)
    if bridge and bridge.whole:
        untold = (part._replace(open=part.kind == "education") for part in takes.parts)
        return takes._replace(parts=tuple(untold), bridge=bridge)
    return takes._replace(bridge=bridge)


def _bridge(held: Held, asked: Asked) -> Bridge | None:
    """The program to a credential, or on from it, that builds on what somebody has."""
    for proof in asked.credentials:
        for bridge in proof.bridges:
            onward = bridge.builds_on == proof.id
            if onward and asked.education != EDUCATION[BACHELOR]:  # where such a program ends
                continue
            wanted = proof.level != "sometimes" and onward == (proof.id in held.credentials)
            holds = bridge.builds_on is None or bridge.builds_on in held.credentials
            education = bridge.education and OWN_EDUCATION[bridge.education]
            more = bridge.whole and education_rank(held.education) > education_rank(education or "")
            if wanted and holds and (more or education in (None, held.education)):
                return bridge
    return None


def of_one_trade(asked: AskedId) -> bool:
    """Whether a credential is of one kind of work, so that its training leads there."""
    return asked.kind in ("license", "certificate") and asked.groups < MANY_GROUPS


def yet_to_earn(asked: Iterable[AskedId]) -> set[str]:
    """The ids of what an apprentice has yet to earn: the apprenticeship, and what the trade has."""
    return {proof.id for proof in asked if proof.kind == "apprenticeship" or of_one_trade(proof)}


def _ends_in(proof: AskedId, education: str) -> bool:
    """Whether the schooling of a credential may end in a role's degree, and stands for it."""
    ends = OWN_EDUCATION.get(proof.degree, "")
    return education_rank(ends) >= education_rank(education) >= DEGREE


def only_some(asked: Sequence[AskedId], credentials: Mapping[str, Credential]) -> list[str]:
    """The ids of credentials that only some employers ask for, but those that one which is always
    or usually asked for covers."""
    often = [proof.id for proof in asked if proof.level != "sometimes"]
    covered = {lesser for name in often for lesser in credentials[name].covers}
    return [proof.id for proof in asked if proof.id not in covered.union(often)]


def own_optional(
    code: str,
    asked: Sequence[AskedId],
    credentials: Mapping[str, Credential],
    held: Held,
    here: Sequence[AskedId],
) -> list[str]:
    """The ids of credentials that only some employers ask for. Of an occupation that teaches a
    trade only those that are had, or that the present work asks for: the others are of other
    trades.

    here: what the present work asks for
    """
    some = only_some(asked, credentials)
    if not is_trade_teacher(code):
        return some
    own = held.credentials.union(proof.id for proof in here)
    return [name for name in some if name in own]


def _parts(held: Held, asked: Asked, kinship: Kinship) -> Iterator[EntryPart]:
    proofs = [proof for proof in asked.credentials if proof.level != "sometimes"]
    missing = [proof for proof in proofs if proof.id not in held.credentials]
    own = [proof for proof in proofs if of_one_trade(proof)]
    licenses = [proof for proof in proofs if proof.kind == "license"]
    held_all = not any(proof in missing for proof in licenses)
    if asked.education == CERTIFICATE:
        proven = any(proof not in missing for proof in own) or (kinship.training and not own)
        unproven: EntryState = "obtainable" if held.education in EDUCATION else "unknown"
        school = EntryPart("education", CERTIFICATE, "have" if proven else unproven)
    elif held_all and any(_ends_in(proof, asked.education) for proof in licenses):
        school = EntryPart("education", asked.education, "have", trade=True)
    else:
        degree = education_rank(asked.education) >= BACHELOR
        deciding = own if degree else licenses
        profession = bool(deciding) and all(proof in missing for proof in deciding)
        lesser = asked.education == ASSOCIATE and not licenses and not kinship.field
        higher = education_rank(held.education) > DEGREE
        other_field = kinship.bound if degree or higher else lesser
        own_field = profession or (other_field and (degree or lesser))
        timed = asked.schooling is not None and asked.schooling.least is not None
        school = _education(held.education, asked.education, own_field=own_field, timed=timed)
    before = asked.needs_diploma and education_rank(asked.education) > HIGH_SCHOOL
    if held.education == EDUCATION[0] and before and school.state == "obtainable":
        yield EntryPart("education", DIPLOMA, "obtainable")
    yield school
    for proof in proofs:
        kind: EntryKind = "apprenticeship" if proof.kind == "apprenticeship" else "credential"
        anew = proof not in missing and proof.id in kinship.elsewhere
        state: EntryState = "obtainable" if proof in missing or anew else "have"
        from_job = state == "have" and proof.id in held.from_job
        trade = of_one_trade(proof)
        yield EntryPart(kind, proof.id, state, 0, proof.level, from_job, trade, anew)
    if not asked.all_known:
        yield EntryPart("credential", "", "unknown")
    named = any(proof.kind == "apprenticeship" for proof in proofs)
    if asked.training == APPRENTICESHIP and not named:
        yield EntryPart("apprenticeship", "", "obtainable")
    elif asked.training not in ("", "None", APPRENTICESHIP):
        yield EntryPart("training", asked.training, "obtainable")
    related = kinship.experience
    yield _experience(held.years, asked.experience, related=related, teaches=asked.teaches)


def _education(mine: str, asked: str, *, own_field: bool, timed: bool) -> EntryPart:
    untimed = asked == DOCTORATE and not timed
    if asked not in EDUCATION or mine not in EDUCATION:
        lowest = asked in EDUCATION[:1]
        return EntryPart("education", asked, "have" if lowest else "unknown", open=untimed)
    needed, had = EDUCATION.index(asked), EDUCATION.index(mine)
    if had >= needed and not (own_field and needed >= DEGREE):
        return EntryPart("education", asked, "have")
    done, least = SCHOOL_YEARS[mine], SHORTEST_DOCTORATE if asked == DOCTORATE else 0
    first_degree = own_field and DEGREE <= needed <= BACHELOR
    if first_degree:
        done, least = min(done, GENERAL_YEARS), GENERAL_YEARS
    elif own_field:
        done = min(done, SCHOOL_YEARS[EDUCATION[BACHELOR]])
    years = max(SCHOOL_YEARS[asked] - done, least)
    anew = had >= needed and (first_degree or not timed)
    left = untimed or anew
    return EntryPart("education", asked, "obtainable", years, anew=anew, done=done, open=left)


def years_left(part: EntryPart, program: Schooling | None) -> int | None:
    """Years of full-time study that are still to do, at least; None if that isn't known.

    program: the study that leads to the role, which goes before our own count
    """
    if part.open or (part.kind, part.state) == ("education", "unknown"):
        return None
    if part.state == "have" or program is None or program.least is None:
        return part.years
    if program.college:
        return program.least + max(0, program.college - part.done)
    return max(program.least - part.done, part.years)


def _experience(
    years: float | None, asked: str, *, related: bool, teaches: bool = False
) -> EntryPart:
    if asked not in EXPERIENCE_YEARS:
        return EntryPart("experience", asked, "unknown")
    needed = EXPERIENCE_YEARS[asked]
    had = not needed or (related and years is not None and years >= needed)
    return EntryPart("experience", asked, "have" if had else "obtainable", trade=teaches)


def before_study(part: EntryPart, takes: Entry, credentials: Mapping[str, Credential]) -> bool:
    """Whether a credential comes before a role's study: its own study ends in a lower degree."""
    credential = credentials.get(part.name) if part.kind == "credential" else None
    degree = credential.time.degree if credential and credential.time else None
    study = next((each for each in reversed(takes.parts) if each.kind == "education"), None)
    if degree is None or study is None or "have" in (study.state, part.state):
        return False
    return education_rank(OWN_EDUCATION[degree]) < education_rank(study.name)


def bridge_before(takes: Entry, credentials: Mapping[str, Credential]) -> bool:
    """Whether the program that builds on what somebody has leads to a credential that comes before
    the study, and not to the study's own end."""
    return any(
        takes.bridge in credentials[part.name].bridges
        for part in takes.missing("credential")
        if before_study(part, takes, credentials)
    )
