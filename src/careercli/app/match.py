"""`match`: an advertisement against the profile, or what several ask for most."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from careercli.app.credentials import holdings_of, labels_of, licensed_roles
from careercli.app.gap import counted_ratings
from careercli.app.lookup import role_called
from careercli.app.own_years import own_years, years_in
from careercli.app.places import STATE_DIGITS
from careercli.core.advertisement import judged_spans, requirements
from careercli.core.advertisement_places import cities, places
from careercli.core.advertisement_title import title_parts
from careercli.core.asides import is_elsewhere, tells_pay
from careercli.core.match import (
    Advertisement,
    NamedCredential,
    NearRole,
    named_credentials,
    nearest_roles,
    skill_statuses,
    wanted_most,
)
from careercli.core.offered_pay import offered_pay
from careercli.core.pay import PERCENTILES, percentiles_of
from careercli.core.requirement import Requirement
from careercli.core.sentences import sentences
from careercli.core.skill_mentions import Mention, unrecognized
from careercli.core.statements import Statement, statements, wish_spans
from careercli.core.terms import singular
from careercli.core.title_words import job_words
from careercli.errors import CareerError
from careercli.files.profile import Profile, today
from careercli.files.text_input import STDIN, TextDocument, read_document
from careercli.model.basics import HOURS_A_YEAR, Hit, Pay, PayPoint, code_of, is_occupation
from careercli.model.datasets import Area
from careercli.output.records.match import MATCH, SEVERAL, MatchView, SeveralView
from careercli.output.screens.match import match_page, several_page
from careercli.output.screens.wording import pluralize
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

NEAREST = 3
"""Roles that an advertisement is read as, at most."""
TITLES = 4
"""Parts of an advertisement's first lines that are tried as its title, at most."""
LIKELY = 8
"""Roles that name most of an advertisement's skills, among which the nearest are looked for."""


def advertisements(names: Sequence[str]) -> list[str]:
    """The files that are named, those of a folder one by one. Raises CareerError without any."""
    files: list[str] = []
    for name in names:
        folder = Path(name)
        with suppress(OSError, ValueError):
            if name != STDIN and folder.is_dir():
                inside = sorted(path for path in folder.iterdir() if path.is_file())
                files += [str(path) for path in inside if not path.name.startswith(".")]
                continue
        files.append(name)
    if not files:
        raise CareerError(f"There is no file in {names[0]}.")
    return files


def read_advertisement(store: Store, name: str, person: Profile) -> Advertisement:
    """What an advertisement asks for.

    Raises DataError or CareerError for a file that cannot be read, or that names nothing.
    """
    document = read_document(name)
    judged = {place for span in judged_spans(document.text) for place in range(*span)}
    told = [
        statement
        for statement in statements(document.text, store.terms)
        if statement.mention.kind in ("credential", "language")
        or judged.isdisjoint(range(statement.mention.start, statement.mention.end))
    ]
    skills = skill_statuses(told, counted_ratings(store, person))
    credentials = named_credentials(told, holdings_of(store, person), today())
    asked = {skill.skill for skill in skills} | {credential.id for credential in credentials}
    denied, aside = _apart(told, asked)
    title, roles = _roles(store, document, [skill.skill for skill in skills])
    pieces = sentences(document.text)
    education = str(person.tables.get("education", ""))
    required = requirements(pieces, told, education, years_in(store, person, roles))
    pay = offered_pay(document.text)
    is_named = bool(roles and roles[0].words)  # pay of a role that is only likely tells nothing
    keys = {role.key for role in roles}

    def is_title(words: str) -> bool:
        return not keys.isdisjoint(store.called(words))

    words = len(document.text.split())
    if not (skills or credentials or required):
        raise CareerError(
            f"Nothing that careercli knows was found in {name} ({pluralize(words, 'word')}).",
            hint="That doesn't mean that the job asks for nothing; read it yourself.",
        )
    return Advertisement(
        name,
        title,
        skills,
        credentials,
        required,
        denied,
        aside,
        roles,
        pay,
        _survey(store, roles[0].key, document.text) if is_named and pay and pay.yearly() else None,
        [words for words in _unknown(document.text, told, required) if not is_title(words)],
        words,
        document.notes,
        person.current.pay if person.current else None,
        own_years(store, person, roles),
        [] if roles else _may_be(store, credentials),
    )


def _may_be(store: Store, credentials: Sequence[NamedCredential]) -> list[NearRole]:
    """The roles that a license may be asked for in, where nothing else tells the role."""
    ids = [credential.id for credential in credentials]
    keys = licensed_roles(store, ids)
    rows = {row.key: row for row in store.rows(keys)} if keys else {}
    return [
        NearRole(key, rows[key].slug, rows[key].name or rows[key].title, "")
        for key in keys
        if key in rows
    ]


def _unknown(text: str, told: Sequence[Statement], required: Sequence[Requirement]) -> list[str]:
    """Words written like names that are not known, nor shown as a requirement.

    Not those of the first lines, of headings, places and days, or of what isn't about the job.
    """
    mentioned = [statement.mention for statement in told]
    mentioned += [
        Mention("", text[start:end], start)
        for start, end in (*judged_spans(text), *wish_spans(text))
    ]
    mentioned += [
        Mention("", asked.words, text.find(asked.words))
        for asked in required
        if asked.kind == "license"
    ]
    header = [line for line in text.split("\n") if line.strip()][:HEADER]
    begin = text.find(header[-1]) + len(header[-1]) if header else 0
    mentioned += [
        Mention("", sentence.text, sentence.start)
        for sentence in sentences(text)
        if sentence.start < begin
        or sentence.heading
        or is_elsewhere(sentence)
        or tells_pay(sentence)
    ]
    around = {word for city, state in places(text) for word in (*city.split(), state)}
    around.update(word for city in cities(text) for word in city.split())
    return [
        words
        for words in unrecognized(text, mentioned)
        if not all(word[:3].lower() in DAYS or word in around for word in words.split("-"))
        and not all(word in around for word in words.split())
    ]


HEADER = 2
"""Lines of an advertisement that name the job, the employer and the place."""
DAYS = frozenset("mon tue wed thu fri sat sun".split())


def _apart(told: Sequence[Statement], asked: set[str]) -> tuple[list[str], dict[str, list[str]]]:
    """What is denied, and what was set aside and why; nothing that is asked for elsewhere."""
    denied: dict[str, None] = {}
    aside: dict[str, dict[str, None]] = {}
    for statement in told:
        skill = statement.mention.skill
        if skill in asked:
            continue
        if statement.standing == "denied":
            denied.setdefault(skill)
        elif statement.standing == "aside":
            aside.setdefault(statement.reason, {}).setdefault(skill)
    return list(denied), {reason: list(skills) for reason, skills in aside.items()}


def _roles(
    store: Store, document: TextDocument, skills: Sequence[str]
) -> tuple[str, list[NearRole]]:
    """The words that name the role, and what it is read as: by its title, then by its skills.

    Of several lines that may be the title but name no role, the one that leads to a role with these
    skills is taken, else the one that ends as a role's title does, because the name of an employer
    leads to roles too: "Ambulance driver" is near to "Acadian Ambulance".
    """
    parts = title_parts(document.text)[:TITLES]
    likely = store.requirements(store.naming_most(skills, LIKELY))
    by_skills = {role.key: role for role in nearest_roles(skills, likely, count=NEAREST)}
    searched: list[NearRole] = []
    called = ((part, key) for part in parts if (key := role_called(store, part)))
    title, key = next(called, ("", ""))
    read_as = {key: NearRole(key, "", "", title)} if key else {}
    if not (key and _is_title(store, key, title)):
        for part in [title] if title else parts:
            best = store.search(job_words(part), limit=NEAREST, corrects=False)
            hits = [hit.row.key for hit in best]
            is_alike = bool(best) and (part == title or _ends_alike(part, best[0]))
            if hits and (hits[0] in by_skills or (is_alike and not searched)):
                title, searched = part, [NearRole(key, "", "", part) for key in hits]
            if hits and hits[0] in by_skills:
                break
    for role in (*searched[:1], *by_skills.values(), *searched):
        read_as.setdefault(role.key, role)
    keys = list(read_as)[:NEAREST]
    rows = {row.key: row for row in store.rows(keys)} if keys else {}
    return title, [
        read_as[key]._replace(slug=rows[key].slug, title=rows[key].name or rows[key].title)
        for key in keys
        if key in rows
    ]


def _ends_alike(part: str, hit: Hit) -> bool:
    """Whether a part of a line has the word that says what somebody is, the last of a title."""
    last = normalize_name(hit.words).split()[-1:]
    return (
        bool(last)
        and hit.kind != "skills"
        and singular(last[0]) in map(singular, normalize_name(part).split())
    )


def _is_title(store: Store, key: str, words: str) -> bool:
    """Whether words are a role's own title, not only another one that it goes by."""
    (row,) = store.rows([key])
    own = {normalize_name(name) for name in (row.title, row.name, row.slug) if name}
    return not own.isdisjoint((normalize_name(words), job_words(words)))


def _survey(store: Store, key: str, text: str) -> Pay | None:
    """The survey's percentiles of a role, in the place that a text names, else of the country."""
    (row,) = store.rows([key])
    code = code_of(key) or (row.nearest.code if row.nearest else "")
    title, area = _area(store, text)
    if area and code:
        occupation = store.get(key).occupation if is_occupation(key) else None
        survey = occupation.survey if occupation else ""
        paid = store.area_pay(survey or code[:7], area)
        if paid and paid[0].pay:
            return _by_year(paid[0].pay, title)
    return _by_year(percentiles_of(row) or row.hourly, "U.S.")


def _by_year(series: Pay | None, place: str) -> Pay | None:
    if series is None:
        return None
    hours = HOURS_A_YEAR if series.unit == "USD/hour" else 1
    points: dict[PayPoint, float] = {
        name: hours * series.points[name] for name in PERCENTILES if name in series.points
    }
    return series._replace(points=points, place=place, unit="USD/year") if points else None


def _area(store: Store, text: str) -> tuple[str, str]:
    """Title and code of the area that a text names; empty without one."""
    beginning = text[:3000]
    known = store.areas()
    if ", " not in beginning:
        return _city_alone(known, beginning)
    states = {area.state: area for area in known if len(area.code) == STATE_DIGITS}
    for state, area in states.items():
        beginning = beginning.replace(f", {area.title}", f", {state}")
    candidates = list(places(beginning))[:6]
    titles = {area: normalize_name(area.title).split() for area in known}
    for city, state in candidates:
        tokens = [*normalize_name(city).split(), state.casefold()]
        for area, words in titles.items():
            if state in states and all(token in words for token in tokens):
                return area.title, area.code
    for _, state in candidates:
        if state in states:
            return states[state].title, states[state].code
    return _city_alone(known, beginning)


def _city_alone(known: Sequence[Area], text: str) -> tuple[str, str]:
    """Title and code of the only area with a city that the first lines name without its state."""
    for city in cities(text):
        named = [area for area in known if city in area.title.partition(",")[0].split("-")]
        if len(named) == 1 and len(named[0].code) != STATE_DIGITS:
            return named[0].title, named[0].code
    return "", ""


def match_answer(store: Store, names: Sequence[str], person: Profile) -> Result:
    """One advertisement against the profile."""
    read = read_advertisement(store, names[0], person)
    ids = [
        *(asked.skill for asked in read.skills),
        *read.denied,
        *(skill for skills in read.aside.values() for skill in skills),
        *(credential.id for credential in read.credentials),
    ]
    labels = labels_of(store, ids)
    return Result(
        "match",
        lambda: match_page(read, labels),
        lambda: Record(MATCH, MatchView(read, labels)),
    )


def several_answer(store: Store, names: Sequence[str], person: Profile) -> Result:
    """What several advertisements ask for most that the person lacks.

    Says why others could not be read; raises the first reason if none could be.
    """
    read: list[Advertisement] = []
    problems: list[CareerError] = []
    for name in names:
        try:
            read.append(read_advertisement(store, name, person))
        except CareerError as error:
            problems.append(error)
    if not read:
        raise problems[0]
    for problem in problems:
        say_err(str(problem))
    wanted = wanted_most([(advert.skills, advert.credentials) for advert in read])
    labels = labels_of(store, [lacked.id for lacked in wanted])
    return Result(
        "match",
        lambda: several_page(read, wanted, labels),
        lambda: Record(SEVERAL, SeveralView(read, wanted, labels)),
    )
