"""Which role a résumé names as the present one, by its title and the employer beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from careercli.app.credentials import asked_always, licensed_roles
from careercli.app.lookup import head_of, lead_called, role_called
from careercli.app.resume_place import place_fact
from careercli.core.employers import is_head_of_any_work, titles_there, work_at
from careercli.core.name_terms import singular
from careercli.core.title_words import job_words
from careercli.files.profile import today
from careercli.files.resume import ResumeSkills, SuggestedCredential
from careercli.files.resume_education import SuggestedFact
from careercli.files.resume_facts import title_parts, years_in
from careercli.files.resume_jobs import (
    is_in_service,
    job_over,
    lines_of_employer,
    names_service,
)
from careercli.files.resume_title_words import TitlePart
from careercli.files.text_input import TextDocument
from careercli.store.reader import Store
from careercli.text import normalize_name


def present_roles(rows: Iterable[object]) -> list[str]:
    """The slug of the present role, if a file names one."""
    facts = (row for row in rows if isinstance(row, SuggestedFact))
    return [str(fact.value) for fact in facts if fact.key == "current.role"]


def past_job(reading: TextDocument, found: ResumeSkills) -> Iterator[str]:
    """That the newest job has ended, if no present role is proposed because of that."""
    over = None if reading.data else job_over(reading.text, int(today()[:4]))
    if over and not present_roles(found.facts):
        where, year = over
        yield f"The newest job with dates ({where}) ended in {year}, so it isn't your present role."


def facts_of(store: Store, reading: TextDocument, found: ResumeSkills) -> tuple[SuggestedFact, ...]:
    """The facts of a résumé, the present title as a role if there is one of that name."""
    facts = {fact.key: fact for fact in found.facts}
    title, this_year = facts.pop("current.role", None), int(today()[:4])
    if title:
        likely: list[tuple[TitlePart, ...]] = [(TitlePart(title.where, str(title.value)),)]
    else:
        likely = [] if reading.data else list(title_parts(reading.text, this_year))
    lines = [] if reading.data else reading.text.splitlines()
    roles = (named for parts in likely for named in _named_roles(store, parts, lines))
    if named := next(roles, None):
        part, slug = named
        slug = _more_of(store, part, likely) or slug
        slug = _licensed_as(store, part, slug, found)
        (row,) = store.rows([store.resolve(slug)])
        shown = row.name or row.title
        facts["current.role"] = SuggestedFact("current.role", slug, part.where, part.words, shown)

        @cache
        def is_called(title: str) -> bool | None:
            key = role_called(store, title)
            return None if key is None else store.get(key).slug == slug

        if not reading.data and (years := years_in(reading.text, part, this_year, is_called)):
            facts[years.key] = years
    else:
        facts.pop("current.years", None)
    if place := place_fact(store, reading):
        facts["place"] = place
    order = ("current.role", "current.years", "education", "place")
    return tuple(facts[key] for key in order if key in facts)


def _more_of(store: Store, title: TitlePart, likely: Iterable[Iterable[TitlePart]]) -> str | None:
    """The slug of the role that another title of the résumé names, of which the present one is the
    end: a bus driver whose heading is "School bus driver"; None without one."""
    job = job_words(title.words)
    for part in (part for parts in likely for part in parts):
        is_more = job_words(part.words).endswith(f" {job}") and part.where != title.where
        if is_more and not _says_no_work(part) and (key := role_called(store, part.words)):
            return store.get(key).slug
    return None


def _licensed_as(store: Store, title: TitlePart, slug: str, found: ResumeSkills) -> str:
    """The slug of the role of a title, but where that takes a license that the person doesn't state
    and another license is stated, of the role of that one, if it is called alike: an LPN who is a
    charge nurse isn't a registered nurse."""
    key = store.resolve(slug)
    job, (row,) = job_words(title.words), store.rows([key])
    if singular(job) in (singular(normalize_name(row.title)), normalize_name(row.name or "")):
        return slug
    sure = (one.id for one in found.credentials if not one.is_short or one.where == title.where)
    held, asked = licenses_among(store, sure), licenses_among(store, asked_always(store, key))
    if not held or not asked or asked & (held | store.covered(held)):
        return slug
    head = singular(job.rpartition(" ")[2])
    for other in licensed_roles(store, held):
        role = store.get(other)
        if singular(normalize_name(role.title)).rpartition(" ")[2] == head:
            return role.slug
    return slug


def licenses_among(store: Store, credentials: Iterable[str]) -> set[str]:
    """The licenses among credentials."""
    known = store.credentials(credentials)
    return {name for name, credential in known.items() if credential.kind == "license"}


def not_held_in_service(
    store: Store, reading: TextDocument, found: ResumeSkills
) -> Iterator[SuggestedCredential]:
    """The commercial license and the medical card of a driver in the armed forces, who needs
    neither there (49 CFR 383.3, 390.3), unless the résumé states them. Of other licenses nothing is
    assumed.
    """
    role = next((fact for fact in found.facts if fact.key == "current.role"), None)
    if role is None:
        return
    employer = _employer_in(reading.data, role.where) if reading.data else ""
    if not (names_service(employer) or (not employer and is_in_service(reading.text, role.where))):
        return
    key = store.resolve(str(role.value))
    stated = {credential.id for credential in found.credentials}
    stated |= store.covered(stated)
    for credential in sorted(asked_always(store, key) & NOT_TAKEN_IN_SERVICE - stated):
        yield SuggestedCredential(credential, role.where, role.words, held=False)


def _employer_in(resume: Mapping[str, Any], where: str) -> str:
    """The employer of the job at a path of a JSON Resume, such as work[0].position."""
    jobs, place = resume.get("work"), re.match(r"work\[(\d+)\]", where)
    job = jobs[int(place[1])] if place and isinstance(jobs, list) else None
    return str(job.get("name") or job.get("company") or "") if isinstance(job, dict) else ""


NOT_TAKEN_IN_SERVICE = frozenset({"cdl-a", "cdl-b", "dot-medical-card"})
"""What drivers have outside the armed forces and needn't have there."""


def unknown_title(reading: TextDocument) -> Iterator[tuple[str, str]]:
    """The title and employer before the newest dates of a text, with their place; not those of the
    first line, where the person's name is."""
    if reading.data:
        return
    newest = next(title_parts(reading.text, int(today()[:4])))
    own = [part.words for part in newest if part.may_differ and part.where == newest[0].where]
    begin = reading.text.lstrip().split("\n", 1)[0]
    if own and own[0] not in begin:
        yield newest[0].where, ", ".join(own[:2])


LEVEL_ALONE = frozenset(
    normalize_name(name)
    for name in (
        *("crew leader", "team leader", "team lead", "lead", "supervisor", "manager", "owner"),
        *("trainee", "apprentice", "assistant", "student", "intern", "volunteer", "freelance"),
        *("analyst", "engineer", "technician", "specialist", "coordinator", "consultant"),
        *("associate", "director", "clerk", "operator", "representative", "worker", "developer"),
    )
)
"""Titles that say how high somebody is, and not what the job is."""


def _named_roles(
    store: Store, parts: Sequence[TitlePart], lines: Sequence[str]
) -> Iterator[tuple[TitlePart, str]]:
    """What may be a title, and the slug of its role: those called so, those called alike, and
    those that an abbreviation stands for, such as RDA.

    lines: of the whole text, for the employer of one whose title doesn't say what the job is
    """
    short = [part for part in parts if part.words.isupper() and len(part.words) <= ACRONYM]
    whole = [part for part in parts if part not in short]
    for part in whole:
        if key := _role_of_title(store, part, lines):
            yield part, store.get(key).slug
    for part in whole:
        job = job_words(part.words)
        is_one = " / " not in part.words
        if part.may_differ and is_one and " " in job and not _says_no_work(part):
            for hit in store.search(job, limit=1):
                if _is_alike(job, hit.words):
                    yield part, hit.row.slug
    for part in short:
        if not _says_no_work(part) and (key := role_called(store, part.words)):
            yield part, store.get(key).slug


def _says_no_work(part: TitlePart) -> bool:
    """Whether a title doesn't say what the job is, or only with the employer beside it."""
    job = job_words(part.words)
    is_general = is_head_of_any_work(job) or titles_there(job, part.employer)
    return job in LEVEL_ALONE or bool(is_general)


def _role_of_title(store: Store, part: TitlePart, lines: Sequence[str]) -> str | None:
    """The key of the role that a title names, at an employer that has to say what the job is.

    Who leads or supervises a shift does so in the work of the place, by the employer, if that is
    known. A lead whom no role is called supervises, but manages nothing:
    where the supervisors of the work are managers, the lead is one of those who are led.
    """
    job = job_words(part.words)
    if is_head_of_any_work(job):
        work = next(filter(None, map(work_at, lines_of_employer(part, lines))), "")
        return head_of(store, work, is_lead=job.endswith(("lead", "leader"))) if work else None
    names = titles_there(job, part.employer)
    if not names and job in LEVEL_ALONE:
        return None
    if key := next(
        filter(None, (role_called(store, name) for name in names or (part.words,))), None
    ):
        return key
    if job.startswith("apprentice "):  # also called an electrician apprentice
        return role_called(store, f"{job.removeprefix('apprentice ')} apprentice")
    return lead_called(store, job)


def _is_alike(job: str, title: str) -> bool:
    """Whether two titles end in the same word and have another in common."""
    mine, theirs = (
        [singular(word) for word in normalize_name(name).split()] for name in (job, title)
    )
    return mine[-1:] == theirs[-1:] and len(set(mine) & set(theirs)) >= ALIKE_WORDS


ALIKE_WORDS, ACRONYM = 2, 5
