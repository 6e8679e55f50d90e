"""What a role takes, in words: in a cell, in a line, in a reason."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import (
    APPRENTICESHIP,
    BACHELOR,
    CERTIFICATE,
    DIPLOMA,
    EDUCATION,
    HIGH_SCHOOL,
    LONG_TRAINING,
    OWN_EDUCATION,
    SCHOOL_YEARS,
    SHORT_TRAINING,
    Entry,
    EntryPart,
    Held,
    before_study,
    bridge_before,
    education_rank,
    is_only_typical,
)
from careercli.core.figures import amount_words
from careercli.model.basics import Source
from careercli.model.portrait import Bridge, Credential, Schooling
from careercli.output.footnotes import cite_source
from careercli.output.page import Inline, cited, parts, quiet
from careercli.output.screens.wording import pluralize
from careercli.text import join_and

EDUCATION_WORDS = {
    "No formal educational credential": "no diploma needed",
    "High school diploma or equivalent": "high school diploma",
    "Some college, no degree": "some college",
    CERTIFICATE: "certificate program",
    "Associate's degree": "associate's degree",
    "Bachelor's degree": "bachelor's degree",
    "Master's degree": "master's degree",
    "Doctoral or professional degree": "professional or doctoral degree",
}
TRAINING_WORDS = {
    "Short-term on-the-job training": "under a month on the job",
    "Moderate-term on-the-job training": "1–12 months on the job",
    LONG_TRAINING: "a year or more on the job",
    APPRENTICESHIP: "apprenticeship",
    "Internship/residency": "internship or residency",
}
EXPERIENCE_YEARS_WORDS = {
    "Less than 5 years": "under 5 years",
    "5 years or more": "5+ years",
}
NOT_KNOWN = "not known"
Credentials = Mapping[str, Credential]


def cell_words(takes: Entry, credentials: Credentials) -> str:
    """The hardest thing that is missing, behind a diploma that it takes, and experience that is
    missing too; else how it is learned on the job."""
    words = _hardest(takes, credentials)
    lacked = [part_words(part, credentials) for part in takes.missing("experience")]
    return "; ".join((words, *(years for years in lacked if years not in words)))


def _hardest(takes: Entry, credentials: Credentials) -> str:
    if diploma := takes.diploma:
        others = tuple(part for part in takes.parts if part != diploma)
        return f"GED, then {_hardest(takes._replace(parts=others), credentials)}"
    missing = in_order(takes.missing("credential"), credentials)
    other = takes.missing("apprenticeship", "experience")
    study = takes.study if other and not takes.needs_license else takes.schooling
    if study and education_rank(study.name) > HIGH_SCHOOL:
        proof = credentials[missing[0].name].kind if missing and missing[0].trade else ""
        bridge = takes.bridge if not bridge_before(takes, credentials) else None
        words = bridge.name if bridge else part_words(study, credentials)
        proof = "" if bridge and bridge.whole else proof
        return f"{words} and {proof}" if proof in ("license", "certificate") else words
    training = takes.missing("training")
    weighty = [part for part in training if part.name == LONG_TRAINING]
    trade = [part for part in missing if part.trade]
    if trade and weighty:
        first = short_label(credentials[trade[0].name].label)
        return f"{first}; {TRAINING_WORDS[LONG_TRAINING]}"
    longer = training if training and training[0].name != SHORT_TRAINING else []
    if weightiest := (*trade, *other, *weighty, *missing, *longer, *([study] if study else [])):
        return part_words(weightiest[0], credentials)
    learned = part_words(training[0], credentials) if training else ""
    if takes.state != "unknown":
        return learned or had_words(takes, credentials)
    school = [part for part in takes.parts if part.kind == "education"]
    if school and school[0].state == "unknown" and school[0].name in EDUCATION_WORDS:
        return EDUCATION_WORDS[school[0].name]
    if any(part.state == "unknown" and part.kind != "credential" for part in takes.parts):
        return NOT_KNOWN
    years = [part for part in takes.parts if part.kind == "experience" and part.name != "None"]
    known = "your years" if years and years[0].state == "have" else learned
    return f"{known}; licenses not known" if known else "licenses not known"


def had_words(takes: Entry, credentials: Credentials) -> str:
    """What is asked for and had: years, a license, a degree; else what school is enough."""
    had = [part for part in takes.parts if part.state == "have"]
    years = [part for part in had if part.name in EXPERIENCE_YEARS_WORDS]
    proofs = in_order([part for part in had if part.kind == "credential"], credentials)
    school = [part for part in had if part.kind == "education"]
    studied = [part for part in school if SCHOOL_YEARS.get(part.name, 0) and not part.trade]
    told = (*years, *proofs[:1], *studied)[:2] or school
    words = [
        short_label(credentials[part.name].label)
        if part in proofs
        else part_words(part, credentials)
        for part in told
    ]
    return ", ".join(f"{each} ✓" for each in words) or NOT_KNOWN


def in_order(parts: Iterable[EntryPart], credentials: Credentials) -> list[EntryPart]:
    """Credentials, the most important first: those of one kind of work, then the license that is
    endorsed, then those that take something, then always before usually, licenses first."""
    every = list(parts)
    endorsed = any(credentials[part.name].kind == "endorsement" for part in every)

    def place(part: EntryPart) -> tuple[bool, ...]:
        credential = credentials[part.name]
        unlicensed = credential.kind != "license"
        takes_something = bool(credential.time or credential.way)
        usual = part.level != "always"
        return not part.trade, endorsed and unlicensed, not takes_something, usual, unlicensed

    return sorted(every, key=place)


def in_turn(parts: Iterable[EntryPart], credentials: Credentials) -> list[EntryPart]:
    """Credentials in the order in which people get them: what one stands on before it, else the
    most important first."""
    waiting = {part.name: part for part in in_order(parts, credentials)}
    got: list[EntryPart] = []

    def get(name: str) -> None:
        if part := waiting.pop(name, None):
            for first in credentials[name].after:
                get(first)
            got.append(part)

    for name in list(waiting):
        get(name)
    return got


def first_come_first(takes: Entry, credentials: Credentials) -> list[EntryPart]:
    """What there is to say of what a role takes, as people get it: the diploma, a credential
    before the study that takes it, that study, an apprenticeship, credentials, and the rest."""
    named = [part for part in takes.parts if part.kind == "credential" and part.name]
    turn = in_turn(named, credentials)
    begun = [part for part in turn if before_study(part, takes, credentials)]
    studies = [part for part in takes.parts if part.kind == "education"]
    served = [part for part in takes.parts if part.kind == "apprenticeship"]
    rest = [part for part in takes.parts if part not in (*named, *studies, *served)]
    last = [part for part in turn if part not in begun]
    every = [*studies[:-1], *begun, *studies[-1:], *served, *last, *rest]
    return [part for part in every if _is_told(part, takes)]


def _is_told(part: EntryPart, takes: Entry) -> bool:
    """Whether there is something to say: of a diploma only to who has none."""
    if part.kind == "education":
        had = part.state == "have" and SCHOOL_YEARS.get(part.name, 0) > 0
        return had or part in (takes.diploma, takes.schooling)
    return part.kind != "experience" or part.name in EXPERIENCE_YEARS_WORDS


def part_words(part: EntryPart, credentials: Credentials) -> str:
    """One thing that a role takes."""
    if part.kind == "education":
        words = EDUCATION_WORDS.get(part.name, NOT_KNOWN)
        return "program in this field" if part.anew else words
    if part.kind == "training" or (part.kind == "apprenticeship" and not part.name):
        return TRAINING_WORDS[part.name or APPRENTICESHIP]
    if part.kind == "experience":
        years = EXPERIENCE_YEARS_WORDS.get(part.name)
        return f"{years} of experience" if years else NOT_KNOWN
    credential = credentials.get(part.name)
    if credential is None:
        return NOT_KNOWN
    if part.anew:
        return scoped_label(credential)
    return ", ".join(filter(None, (short_label(credential.label), time_words(credential))))


def short_label(label: str) -> str:
    """Its abbreviation if it ends with one, else the label without what stands in brackets."""
    if abbreviated := re.fullmatch(r".{20,} \(([A-Z&][A-Za-z0-9&+-]{1,8})\)", label):
        return abbreviated[1]
    return re.sub(r" \([^)]*\)", "", label)


def scoped_label(credential: Credential) -> str:
    """A credential that is had for other work: `Teaching license for these grades and subject`."""
    return f"{short_label(credential.label)} for these {credential.scope}"


def time_words(credential: Credential) -> str:
    """How long a credential takes; empty if that has no source."""
    return amount_words(credential.time) if credential.time else ""


class Studied(NamedTuple):
    """What sources say of the study that leads to a role.

    fields: examples of fields that lead there, by `source`; none if none is sure
    page: the page of the Handbook that says how long it takes; None if none does
    """

    fields: Sequence[str] = ()
    source: Source | None = None
    page: Source | None = None


NO_FIELDS = Studied()


def _study_words(
    study: EntryPart,
    takes: Entry,
    credentials: Credentials,
    less: float | None,
    studied: Studied,
) -> Inline:
    """Schooling still to do, and how long it takes: ours, or that of the license it ends in.

    That less is required isn't quoted if no shorter program leads to that license.
    """
    if study.state == "have":
        proof = " is typical; your license is enough" if study.trade else " ✓"
        return f"Study: {part_words(study, credentials)}{proof}"
    if takes.bridge and takes.bridge.whole and study.open:
        degree = EDUCATION_WORDS[OWN_EDUCATION[takes.bridge.education or "bachelor"]]
        words = f"Study: {takes.bridge.name}, for those who hold a {degree}. How long it takes"
        return f"{words} isn't known", quiet(" (Occupational Outlook Handbook). Ask the state.")
    typical = may_do_with_less(takes, credentials, less) and study != takes.diploma
    beside = takes.bridge and study == takes.study and not bridge_before(takes, credentials)
    lead = "Or" if beside else "Typical" if typical else "Study"
    begun = f"{lead}: {part_words(study, credentials)}"
    if study == takes.diploma:
        return f"{begun} or GED, which schools usually ask for first"
    field: Inline = ""
    page = shorter = None
    if study.anew:
        if studied.fields and studied.source:
            field = cited(f", such as {' or '.join(studied.fields)}", cite_source(studied.source))
        words = LEVEL_MET.format(level=EDUCATION_WORDS[study.name])
        if takes.program and takes.program.least:  # of one that begins after high school
            page = cite_source(studied.page) if studied.page else None
            length = years_apart(takes.program.least, takes.program.most or takes.program.least)
            words = f", {length} after high school{words}"
    else:
        begun += {DIPLOMA: " or GED", CERTIFICATE: " in this work"}.get(study.name, "")
        words = _years_words(study, takes, credentials)
        shorter = _shorter_study(_years(study), takes, credentials)
        if shorter:
            words += f"; other programs for the license take {shorter} after high school"
        program = takes.program
        said = program and program.least and not study.open and (program.college or not study.done)
        page = cite_source(studied.page) if studied.page and said else None
    quoted = less is not None and less >= WORTH_SAYING
    if quoted and (shorter or not _ends_in_license(takes, credentials)):
        words += f". {less:.0f} % of those asked by O*NET say that less is required"
    words += " (the profile doesn't say what you have)" if study.state == "unknown" else ""
    return (begun, *parts(field), *cited(words, page)) if field or page else f"{begun}{words}"


LEVEL_MET = ". You already have the level, {level}; ask schools which courses are left"


def _years_words(study: EntryPart, takes: Entry, credentials: Credentials) -> str:
    """How long schooling takes, by a source or else by our years; empty if it has no length."""
    after = " after high school" if study.state == "unknown" else ""
    if study.open:
        left = COLLEGE - study.done
        college = f" (about {pluralize(left, 'year')} of study{after})" if left > 0 else ""
        words = f", after a bachelor's degree{college}"
        return f"{words}. No source here says how long the doctorate takes"
    if takes.program and takes.program.least is not None:
        return _program_words(takes.program, study, after)
    years = _years(study)
    if not years:
        return ""
    words = f", about {pluralize(years, 'year')} of study{after}"
    if before := [
        short_label(credentials[part.name].label)
        for part in takes.missing("credential")
        if part.trade and before_study(part, takes, credentials)
    ]:
        words += f", those for the {join_and(before)} included"
    return words


COLLEGE = SCHOOL_YEARS[EDUCATION[BACHELOR]]


def _program_words(program: Schooling, study: EntryPart, after: str) -> str:
    """How long a program takes that a source tells of, and what comes before it.

    after: what the years are counted from
    """
    college, low, high, done = program.college, program.least or 0, program.most, study.done
    length = f"at least {pluralize(low, 'year')}" if high is None else years_apart(low, high)
    whole, most = low + college - done, (high or low) + college - done
    if not college:
        least = max(whole, study.years)
        return f", about {years_apart(least, max(most, least))} of study{after}"
    before = "a bachelor's degree" if college >= COLLEGE else f"at least {college} years of college"
    if done >= college:
        return f", a program of {length} after {before}"
    least = high is None or college < COLLEGE
    years = f"at least {pluralize(whole, 'year')}" if least else f"about {years_apart(whole, most)}"
    return f", {years} of study{after}: {before}, then a program of {length}"


def years_apart(low: int, high: int) -> str:
    """2 to 4 years, or one number if both are the same."""
    return pluralize(low, "year") if low == high else f"{low} to {high} years"


def _years(study: EntryPart) -> int:
    """Years of study after high school, as far as they aren't known to be done."""
    return SCHOOL_YEARS.get(study.name, 0) if study.state == "unknown" else study.years


WORTH_SAYING = 10.0
"""Percent of those asked from which on it is said that less schooling is required."""


def may_do_with_less(takes: Entry, credentials: Credentials, less: float | None) -> bool:
    """Whether most of those asked say that less schooling is required than is typical, and no
    license asks for it."""
    return is_only_typical(less) and not _ends_in_license(takes, credentials)


def _ends_in_license(takes: Entry, credentials: Credentials) -> bool:
    """Whether the schooling ends in a license of one kind of work that is still to be had."""
    return any(
        credentials[part.name].kind == "license"
        for part in takes.missing("credential")
        if part.trade and not before_study(part, takes, credentials)
    )


def _shorter_study(years: int, takes: Entry, credentials: Credentials) -> str:
    """The time of the license that the study ends in, if that may be less than the degree's.

    Only of a time that says in which degrees its schooling ends: it is counted from high school on.
    """
    for part in takes.missing("credential"):
        time = credentials[part.name].time
        if before_study(part, takes, credentials):
            continue
        if time and time.degree and time.unit == "years" and (time.start or 9) < years:
            return time_words(credentials[part.name])
    return ""


def entry_lines(
    part: EntryPart,
    takes: Entry,
    credentials: Credentials,
    brings: Held,
    less: float | None = None,
    weeks: str = "",
    studied: Studied = NO_FIELDS,
) -> Iterator[Inline]:
    """One thing that a role takes: what to get, to study or to have done before; with training
    that counts and, first, a program that builds on what the person has.

    less: share in percent who say in O*NET's survey that less schooling is required
    weeks: how long a credential takes at the person's hours, in brackets
    studied: fields of study that lead to the role
    """
    credential = credentials.get(part.name)
    bridge = takes.bridge if not bridge_before(takes, credentials) else None
    if part.kind == "education":
        if bridge and part == takes.study and not bridge.whole:
            yield bridge_words(bridge, "Study")
        yield _study_words(part, takes, credentials, less, studied)
        if takes.program and takes.program.first and part != takes.diploma:
            first = f"Before that study: {takes.program.first}"
            yield cited(first, cite_source(studied.page)) if studied.page else first
    elif part.kind == "experience":
        yield _experience_words(part, brings.years)
    elif part.kind == "training":
        yield _training_words(part, takes, credentials, studied)
    elif part.kind == "credential" and not part.name:
        yield "Credentials: no source says which are required"
    else:
        yield _credential_words(part, takes, credentials, brings, weeks)
    for credit in credential.credits if credential and part.state == "obtainable" else ():
        if credit.builds_on in brings.credentials:
            yield CREDITED[bool(credit.whole)].format(name=credit.name), quiet(ASK_THE_BOARD)
    if takes.bridge and not bridge and credential and takes.bridge in credential.bridges:
        yield bridge_words(takes.bridge, "Or")


def _training_words(
    part: EntryPart, takes: Entry, credentials: Credentials, studied: Studied
) -> Inline:
    """Training on the job, or an internship, of which a source may say how long it takes."""
    words = f"Training: {part_words(part, credentials)}"
    program = takes.program
    if not program or program.after_least is None or program.after_most is None:
        return words
    words += f", {years_apart(program.after_least, program.after_most)}"
    return cited(words, cite_source(studied.page)) if studied.page else words


def _credential_words(
    part: EntryPart, takes: Entry, credentials: Credentials, brings: Held, weeks: str
) -> Inline:
    """A credential: held, or how it is got; a time that is the study's or the apprenticeship's is
    said there alone."""
    if not part.name:
        return f"Serve: {TRAINING_WORDS[APPRENTICESHIP]}"
    credential = credentials[part.name]
    usual = ", usually asked for" if part.level == "usually" else ""
    if part.state == "have":
        through = " through your present job" if part.from_job else ""
        return f"Hold: {credential.label} ✓{through}{usual}"
    if part.anew:
        words = f"Add: {scoped_label(credential)}{usual}"
        return words, quiet(f". {OTHER_SCOPE.format(scope=credential.scope)}")
    if until := brings.expired.get(part.name):
        words = f"Renew: {credential.label}{weeks}{usual}, yours expired {until}"
    else:
        time = time_words(credential)
        if credential.time and credential.time.study and part.kind == "credential":
            if before_study(part, takes, credentials):
                time += " of study"
            elif takes.schooling and takes.schooling.name != DIPLOMA:
                time = "after that study"
            elif takes.missing("apprenticeship"):
                time = "after the apprenticeship"
        words = f"Get: {credential.label}{f', {time}' if time else ''}{weeks}{usual}"
    return (words, quiet(f". {credential.way}")) if credential.way else words


OTHER_SCOPE = "Yours is for the {scope} of your job: ask the state what adding these takes."


def _experience_words(part: EntryPart, years: float | None) -> str:
    """Experience in related work, had or not."""
    work = "the trade that you teach" if part.trade else "related work"
    words = f"Experience: {EXPERIENCE_YEARS_WORDS[part.name]} in {work}"
    if part.state != "have":
        return words
    return f"{words} ✓{f' your {years:g} count' if years is not None else ''}"


def optional_words(ids: Sequence[str], credentials: Credentials, brings: Held) -> str:
    """Credentials that only some employers ask for, those that are held with a tick."""
    labels = [
        f"{credentials[name].label}{' ✓' if name in brings.credentials else ''}" for name in ids
    ]
    return f"Some employers ask for: {join_and(labels)}"


def bridge_words(bridge: Bridge, lead: str) -> Inline:
    """A program that builds on what somebody has."""
    had = "license" if bridge.builds_on else "degree"
    return f"{lead}: {bridge.name}, which builds on the {had} you hold", quiet(ASK_THE_SCHOOL)


CREDITED = {
    False: "Yours may count: many states credit {name} toward this license",
    True: "Yours may count: a state-approved {name} is training for this license too",
}
"""Of training for another license that is held: in part, or all that is asked for."""
ASK_THE_BOARD = " (Occupational Outlook Handbook). Ask the state's board what is left to do."
ASK_THE_SCHOOL = " (Occupational Outlook Handbook). Ask schools how long it takes with yours."


def every_part(takes: Entry, credentials: Credentials, brings: Held) -> Iterator[tuple[str, str]]:
    """Each thing that a role takes, with its sign: had, can be had, not known."""
    signs = {"have": "✓", "obtainable": "◐", "unknown": "?"}
    for part in takes.parts:
        if part.kind == "training":
            yield "·", part_words(part, credentials)
        elif part.kind != "experience" or part.name not in ("", "None"):
            notes = ["usually"] if part.level == "usually" else []
            notes += ["from your present job"] if part.from_job else []
            notes += [f"expired {brings.expired[part.name]}"] if part.name in brings.expired else []
            noted = f" ({', '.join(notes)})" if notes else ""
            yield signs[part.state], part_words(part, credentials) + noted
