"""What `list` and `search` answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.stores import open_store
from careercli.core.names import names_in_table
from careercli.core.role_filters import REMOTE, at_least, interested, most_first
from careercli.errors import CareerError, UnknownNameError
from careercli.model.basics import RoleRow, RoleSummary
from careercli.output.stdout import OutputFormat, Record, Result, emit, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.output.page import Page


OTHER_FAMILY = "\U0010ffff"
"""Sorts guides of no family last."""


class RoleFilter(NamedTuple):
    """What a role must have to be listed."""

    family: str | None
    min_pay: float | None
    min_growth: float | None
    skills: tuple[str, ...]
    interest: str | None
    remote: bool
    occupations: bool

    @property
    def has_conditions(self) -> bool:
        """Whether it leaves any role out; then it looks at occupations too."""
        asked = (self.family, self.skills, self.interest, self.remote)
        return any(asked) or self.min_pay is not None or self.min_growth is not None


def emit_list(
    wanted: RoleFilter,
    order: str,
    profile_name: str | None,
    form: OutputFormat | None,
    *,
    pager: bool,
) -> None:
    """`list`."""
    store = open_store()
    families = store.families()
    tests = list(conditions(store, wanted, families))
    occupations = wanted.occupations or wanted.has_conditions
    everything = store.summaries(occupations=occupations)
    briefs = [brief for brief in everything if all(test(brief) for test in tests)]
    names = names_in_table(everything)
    briefs.sort(key=lambda brief: names[brief.key].casefold())
    by_family = order == "title" and not occupations
    if by_family:
        briefs.sort(key=lambda brief: families.get(brief.family, OTHER_FAMILY))
    readiness: dict[str, int] = {}
    if order == "readiness":
        readiness = _readiness(store, profile_name)
        briefs.sort(key=lambda brief: -readiness.get(brief.key, -1))
    elif order != "title":
        briefs = most_first(briefs, _pay if order == "pay" else _growth)
    if not briefs:
        raise CareerError("No roles match these filters.", hint="Remove one and try again.")

    def rows() -> list[RoleRow]:
        place = {brief.key: index for index, brief in enumerate(briefs)}
        return sorted(store.rows(place.keys()), key=lambda row: place[row.key])

    def page() -> "Page":
        from careercli.output.screens.lists import RoleTable, list_page

        estimates = any(brief.estimate_words for brief in briefs)
        return list_page(
            RoleTable(briefs, names, families, readiness, estimates),
            of=len(everything),
            more=0 if occupations else store.occupation_count(),
            by_family=by_family,
        )

    def record() -> Record:
        from careercli.output.records.lists import LIST, READY_LIST, RoleList

        return Record(READY_LIST if readiness else LIST, RoleList(rows, readiness))

    emit(Result("list", page, record), form, pager=pager)


def _pay(brief: RoleSummary) -> float | None:
    return brief.pay


def _growth(brief: RoleSummary) -> float | None:
    return brief.growth


def conditions(
    store: Store, wanted: RoleFilter, families: Mapping[str, str]
) -> list[Callable[[RoleSummary], bool]]:
    tests: list[Callable[[RoleSummary], bool]] = []
    if wanted.family:
        family = _family(wanted.family, families)
        tests.append(lambda brief: brief.family == family)
    if wanted.min_pay is not None:
        tests.append(at_least(_pay, wanted.min_pay))
    if wanted.min_growth is not None:
        tests.append(at_least(_growth, wanted.min_growth))
    if wanted.skills:
        from careercli.app.lookup import resolve_skill

        keys = [store.with_skill(resolve_skill(store, name)) for name in wanted.skills]
        tests.append(lambda brief: all(brief.key in some for some in keys))
    if wanted.interest:
        from careercli.core.interests import parse_interests

        tests.append(interested(parse_interests([wanted.interest])))
    if wanted.remote:
        tests.append(lambda brief: brief.remote in REMOTE)
    return tests


def _family(name: str, families: Mapping[str, str]) -> str:
    folded = normalize_name(name)
    for family, title in families.items():
        if folded in (normalize_name(family), normalize_name(title)):
            return family
    raise UnknownNameError(f"There is no family \u201c{name}\u201d.", list(families))


def _readiness(store: Store, profile_name: str | None) -> dict[str, int]:
    """Key -> readiness in percent, for roles of which something is rated."""
    from careercli.app.gap import DEFAULT_LEVEL, rename_to_current_ids, role_gaps
    from careercli.files.profile import read_chosen

    person = read_chosen(profile_name, tell=say_err)
    level = (person.target.level if person.target else None) or DEFAULT_LEVEL
    gaps = role_gaps(store, level, rename_to_current_ids(store, person.marks))
    found = {one.key: one.gap.readiness for one in gaps if one.gap.readiness is not None}
    if not found:
        raise CareerError(
            "Nothing is rated yet, so there is no readiness to sort by.",
            hint="careercli profile rate ROLE rates you, skill by skill.",
        )
    return found


def emit_search(words: Sequence[str], form: OutputFormat | None, *, pager: bool) -> None:
    """`search`."""
    from careercli.output.screens.lists import search_page

    store = open_store()
    query = " ".join(words)
    hits, credentials = store.search(query), store.find_credentials(query)
    if not (hits or credentials):
        raise CareerError(
            f"Nothing was found for \u201c{query}\u201d.",
            hint="`careercli list --all` shows every role.",
        )

    def record() -> Record:
        from careercli.core.sources import with_distinct_sources
        from careercli.output.records.lists import SEARCH, SearchView

        rows, sources = with_distinct_sources(hit.row for hit in hits)
        found = [hit._replace(row=row) for hit, row in zip(hits, rows, strict=True)]
        return Record(SEARCH, SearchView(query, found, sources, credentials))

    emit(Result("search", lambda: search_page(query, hits, credentials), record), form, pager=pager)
