"""Whether the years in the present job are those that an advertisement asks for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from careercli.app.credentials import asked_always
from careercli.app.lookup import known_key, role_called
from careercli.core.entry import HEALTH
from careercli.core.match import NearRole
from careercli.core.neighbors import BROAD, MINOR
from careercli.core.reading.years_asked import YearsIn
from careercli.files.profile import Profile
from careercli.model.basics import code_of, major_group
from careercli.store.reader import Store
from careercli.text import normalize_name


def own_years(store: Store, person: Profile, roles: Sequence[NearRole]) -> str:
    """The years in the present job, as they are told, if they may be what is asked for.

    They aren't if the profile doesn't say them, or the present job is of another major group than
    the role that an advertisement is read as: no welder's years are a technical writer's.
    """
    current = person.tables.get("current", {})
    if not (current.get("years") and current.get("role")):
        return ""
    key = known_key(store, str(current["role"]))
    titles = [row.name or row.title for row in store.rows([key])] if key else []
    near = store.guide_occupations()
    majors = {
        major_group(code_of(role) or near.get(role, ("", ""))[0])
        for role in (key, *(role.key for role in roles[:1]))
        if role
    }
    if len(majors) > 1:
        return ""
    years = f"{current['years']:g} year{'s' * (current['years'] != 1)}"
    return f"{years} in your present job, {titles[0] if titles else current['role']}"


def years_in(store: Store, person: Profile, roles: Sequence[NearRole]) -> YearsIn:
    """From what a clause asks years in, to the years of the present job if they are years in that;
    None if they are of other work, which the advertisement may not mean.

    They count in any of the kinds of work of which one is enough that is called as the present job
    is, or is of the same broad occupation; in work behind a license that the present job asks for,
    if the clause names no other; and if an advertisement is read as a role of the same minor group,
    in health care of the same broad occupation, unless a clause asks for leading and the present
    job isn't that.
    """
    current = person.tables.get("current", {})
    if not (current.get("years") and current.get("role")):
        return lambda _clause, _licenses: None
    key, years = known_key(store, str(current["role"])), float(current["years"])
    near = store.guide_occupations()
    titles = " ".join((str(current["role"]), *(row.title for row in store.rows([key]) if key)))

    def is_in(other: str, length: int) -> bool:
        codes = [code_of(role) or near.get(role, ("", ""))[0] for role in (key, other)]
        return key == other or (bool(codes[0]) and codes[0][:length] == codes[1][:length])

    alike = BROAD if major_group(code_of(key) or near.get(key, ("", ""))[0]) == HEALTH else MINOR
    is_near = bool(roles) and is_in(roles[0].key, alike)

    @cache
    def is_same(work: str) -> bool:
        return _is_called(titles, work) or is_in(role_called(store, work) or "", BROAD)

    asked_by_job = asked_always(store, key) if key else set()

    def counted(clause: str, licenses: Sequence[str]) -> float | None:
        asked = list(_asked_work(clause))
        if any(is_same(work) for work in asked):
            return years
        if not asked and not asked_by_job.isdisjoint(licenses):
            return years
        leads = any(_LEADING.search(work) and work not in titles for work in asked)
        return years if is_near and not leads else None

    return counted


_ASKED_WORK = re.compile(
    r"['’]?\W{0,3}"
    r"(?:(?:of|as|in|working|an?|the|prior|previous|recent|relevant|related|professional|proven"
    r"|paid|verifiable|verified|full-time|hands-on|work|experience|exp)\b(?!,)[ '’]*)*"
    r"([a-z][a-z /&,-]*)"
)
"""In lower case, from behind the years on: " line cook experience"."""
_WORK_ENDS = re.compile(
    r"\b(?:experience|exp|required|preferred|in|at|and|with|min|minimum|is|are)\b"
)
_EITHER = re.compile(r", ?(?:or )?| or |/")
_LEADING = re.compile(r"\b(?:supervis|manag|lead)")
_GENERAL = frozenset("work operation operator worker assistant technician specialist".split())
_WORK_ENDING = re.compile(r"(?:ing|ists?|ians?|ers?|ors?|ytics|ysts?|ysis|ed|es|s|e)$")


def _asked_work(clause: str) -> Iterator[str]:
    """The kinds of work that a clause asks years in, of which one is enough."""
    asked = _ASKED_WORK.match(clause)
    if not asked:
        return
    words = _WORK_ENDS.split(asked[1], maxsplit=1)[0]
    if " or " not in words:
        words = words.partition(",")[0]
    for work in _EITHER.split(words):
        if work.strip():
            yield work.strip()


def _is_called(titles: str, work: str) -> bool:
    """Whether work is what a job's titles name: pipe welding and Welder, line cook and Cook."""
    called, asked = (normalize_name(name).split() for name in (titles, work))
    own = [word for word in asked if word not in _GENERAL][-1:]
    stems = {_WORK_ENDING.sub("", word) for word in called if word not in _GENERAL}
    return bool(own) and _WORK_ENDING.sub("", own[0]) in stems
