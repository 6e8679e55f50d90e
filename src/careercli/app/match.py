"""`match`: an advertisement against the profile, or what several ask for most."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from careercli.app.advertised_pay import survey_beside
from careercli.app.credentials import holdings_with_job, labels_of, licensed_roles
from careercli.app.gap import counted_ratings
from careercli.app.match_meanings import (
    is_schooled,
    of_its_trade,
    of_its_work,
    titled,
    with_greater,
    without_denied,
    without_employer,
)
from careercli.app.own_years import own_years, years_in
from careercli.core.match import (
    Advertisement,
    NearRole,
    named_credentials,
    nearest_roles,
    skill_statuses,
    wanted_most,
)
from careercli.core.name_terms import singular
from careercli.core.reading.advertisement import judged_spans, requirements
from careercli.core.reading.advertisement_places import cities, places
from careercli.core.reading.advertisement_title import sides, title_parts
from careercli.core.reading.judged_conditions import CONDITIONS
from careercli.core.reading.not_about_the_job import is_elsewhere, tells_pay
from careercli.core.reading.offered_pay import offered_pay
from careercli.core.reading.requirement import Requirement
from careercli.core.reading.resume_signs import is_resume
from careercli.core.reading.sentences import sentences
from careercli.core.reading.skill_mentions import Mention, unrecognized
from careercli.core.reading.statements import Statement, statements, wish_spans
from careercli.core.title_words import job_words
from careercli.core.word_forms import written_out
from careercli.errors import CareerError
from careercli.files.profile import Profile, today
from careercli.files.text_input import STDIN, TextDocument, read_document
from careercli.model.basics import Hit
from careercli.model.skills import SkillRating
from careercli.output.records.match import MATCH, SEVERAL
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


READABLE = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .mhtml .mht .json .pdf .docx .doc .rtf".split()
)
"""Endings of the files in a folder that may be advertisements."""


def advertisements(names: Sequence[str]) -> list[str]:
    """The files that are named, and those of a folder that may be advertisements by their endings;
    says how many others a folder has. Raises CareerError without any."""
    files: list[str] = []
    for name in names:
        folder = Path(name)
        with suppress(OSError, ValueError):
            if name != STDIN and folder.is_dir():
                inside = sorted(path for path in folder.iterdir() if path.is_file())
                seen = [path for path in inside if not path.name.startswith(".")]
                found = [path for path in seen if path.suffix.lower() in READABLE]
                files += map(str, found)
                if others := len(seen) - len(found):
                    kinds = ".txt, .md, .html, .pdf, .docx, .rtf or .json"
                    say_err(f"Skipped {pluralize(others, 'file')} in {name}: not {kinds}.")
                continue
        files.append(name)
    if not files:
        raise CareerError(f"There is no advertisement in {names[0]}.")
    return files


def read_advertisement(store: Store, name: str, person: Profile) -> Advertisement:
    """What an advertisement asks for.

    Raises DataError or CareerError for a file that cannot be read, or that names nothing.
    """
    document = read_document(name)
    if document.data is not None or is_resume(document.text):
        say_err(f"{_said(name)} looks like a r\u00e9sum\u00e9. careercli import reads one.")
    judged = {place for span in judged_spans(document.text) for place in range(*span)}
    told = [
        statement
        for statement in statements(document.text, store.terms)
        if statement.mention.kind in ("credential", "language")
        or judged.isdisjoint(range(statement.mention.start, statement.mention.end))
    ]
    ratings = counted_ratings(store, person)
    skills = skill_statuses(told, ratings)
    title, roles = _roles(store, document, [skill.skill for skill in skills])
    told = without_employer(without_denied(told), document.text, title)
    told = of_its_trade(store, told, roles, document.text)
    told, doubtful = of_its_work(store, told, roles, document.text)
    skills = skill_statuses(told, ratings)
    holdings, from_job = holdings_with_job(store, person)
    named = named_credentials(told, holdings, today())
    credentials = [
        credential._replace(from_job=credential.id in from_job)
        for credential in with_greater(store, named, holdings, today())
    ]
    asked = {skill.skill for skill in skills} | {credential.id for credential in credentials}
    denied, aside = _apart(told, asked)
    pieces = sentences(document.text)
    education = str(person.tables.get("education", ""))
    held = [credential.id for credential in credentials if credential.state == "held"]
    required = _answered(
        store,
        requirements(pieces, told, education, years_in(store, person, roles)),
        ratings,
        lambda program: is_schooled(store, program, held, roles),
    )
    asked_names = {one.label.removeprefix("or ") for one in required}
    pay = offered_pay(document.text)
    beside = None
    if roles and roles[0].words and pay and pay.yearly():  # of one that is only likely, nothing
        own_place = str(person.tables.get("place") or "")
        beside = survey_beside(store, roles[0].key, document.text, own_place)
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
        beside,
        [
            words
            for words in dict.fromkeys((*doubtful, *_unknown(document.text, told, required)))
            if not (is_title(words) or words in asked_names)
        ],
        words,
        document.notes,
        person.current.pay if person.current else None,
        own_years(store, person, roles),
        [] if roles else _may_be(store, told),
    )


def _may_be(store: Store, told: Sequence[Statement]) -> list[NearRole]:
    """The roles that a license may be asked for in, where nothing else tells the role."""
    named = [one.mention.skill for one in told if one.standing in ("must", "nice")]
    trained = [one.mention.skill for one in told if one.reason == "training"]
    keys = licensed_roles(store, named) or licensed_roles(store, trained)
    rows = store.rows_in_order(keys)
    return [NearRole(key, row.slug, row.name or row.title, "") for key, row in rows.items()]


def _said(name: str) -> str:
    """What a file is called in a sentence."""
    return "This text" if name == STDIN else name.rsplit("/", 1)[-1]


def _answered(
    store: Store,
    required: Sequence[Requirement],
    ratings: Mapping[str, SkillRating],
    is_schooled: Callable[[str], bool],
) -> list[Requirement]:
    """Requirements, each met that is a skill which the person says they have, whatever its amount:
    a clean driving record, not lifting 50 lb.

    is_schooled: whether a license is held whose schooling is a program, by what that is called
    """
    asked = [
        one for one in required if one.kind in CONDITIONS and "{}" not in CONDITIONS[one.kind][0]
    ]
    ids = {one.kind: store.skill(one.label.removeprefix("a ")) for one in asked}
    own = {skill for skill, rating in ratings.items() if rating.level != 0 and not rating.from_job}
    met = {kind for kind, skill in ids.items() if skill in own}
    met.update(one.kind for one in required if one.kind == "program" and is_schooled(one.words))
    return [one._replace(met="met") if one.kind in met else one for one in required]


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
        if asked.kind in ("license", "wish")
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
        elif statement.standing == "aside" and skill not in denied:
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
    named = ((part, _called(store, part)) for part in parts)
    title, read_as = next(((part, roles) for part, roles in named if roles), ("", {}))
    key = next(iter(read_as), "")
    if not (len(read_as) > 1 or (key and _is_title(store, key, title))):
        for part in [title] if title else parts:
            best = store.search(job_words(part), limit=NEAREST, corrects=False)
            hits = [hit.row.key for hit in best]
            is_alike = bool(best) and (part == title or _ends_alike(part, best[0]))
            if hits and (hits[0] in by_skills or (is_alike and not searched)):
                title, searched = part, _of_one_kind(store, part, best, key or hits[0])
            if hits and hits[0] in by_skills:
                break
    for role in (*searched[:1], *by_skills.values(), *searched):
        read_as.setdefault(role.key, role)
    rows = store.rows_in_order(list(read_as)[:NEAREST])
    return title, [
        read_as[key]._replace(slug=row.slug, title=row.name or row.title)
        for key, row in rows.items()
    ]


def _of_one_kind(store: Store, part: str, best: Sequence[Hit], key: str) -> list[NearRole]:
    """The roles that a search found, without those that are neither of one kind of work with a
    role nor end as the words that were searched do."""
    codes = store.codes_of([key, *(hit.row.key for hit in best)])
    group = codes.get(key, "")[:2]
    return [
        NearRole(hit.row.key, "", "", part)
        for hit in best
        if codes.get(hit.row.key, "")[:2] == group or _ends_alike(part, hit)
    ]


def _called(store: Store, title: str) -> dict[str, NearRole]:
    """The role of that very title, else the roles of its sides: "Server / Bartender"."""
    found: dict[str, NearRole] = {}
    for words in (title, *sides(title)):
        called = (titled(store, whole) for whole in written_out(words))
        if key := next(filter(None, called), None):
            written = words if words in title else title
            found.setdefault(key, NearRole(key, "", "", written))
            if words == title:
                break
    return found


def _ends_alike(part: str, hit: Hit) -> bool:
    """Whether a part of a line has the word that says what somebody is, the last of a title."""
    last = normalize_name(hit.words).split()[-1:]
    words = {word for whole in written_out(part) for word in normalize_name(whole).split()}
    return bool(last) and hit.kind != "skills" and singular(last[0]) in map(singular, words)


def _is_title(store: Store, key: str, words: str) -> bool:
    """Whether words are a role's own title, not only another one that it goes by."""
    (row,) = store.rows([key])
    own = {normalize_name(name) for name in (row.title, row.name, row.slug) if name}
    return not own.isdisjoint((normalize_name(words), job_words(words)))


def match_answer(store: Store, names: Sequence[str], person: Profile) -> Result:
    """One advertisement against the profile."""
    read = read_advertisement(store, names[0], person)
    ids = [
        *(asked.skill for asked in read.skills),
        *read.denied,
        *(skill for skills in read.aside.values() for skill in skills),
        *(one for credential in read.credentials for one in (credential.id, credential.through)),
    ]
    labels = labels_of(store, ids)
    return Result(
        "match",
        lambda: match_page(read, labels),
        lambda: Record.of(MATCH, read=read, labels=labels),
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
        lambda: Record.of(SEVERAL, read=read, wanted=wanted, labels=labels),
    )
