"""What `list` and `search` answer."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from careercli.app.filters import (
    Listing,
    conditions,
    listing_options,
    meeting,
    ordered,
    person_reader,
)
from careercli.app.places import is_role, open_store_in, place_of, query_and_place, without_near_me
from careercli.errors import CareerError, UsageError
from careercli.output.screens.wording import names_in_table
from careercli.output.stdout import Record, Result, say_err
from careercli.text import join_and, normalize_name

if TYPE_CHECKING:
    from careercli.core.search_wishes import Question
    from careercli.model.basics import Hit
    from careercli.output.page import Page
    from careercli.output.screens.lists import Prepared
    from careercli.store.reader import Store


OTHER_FAMILY = "\U0010ffff"
"""Sorts guides of no family last."""


def list_answer(wanted: Listing, profile_name: str | None) -> Result:
    """`list`."""
    store = open_store_in(wanted.area, profile_name)
    person = person_reader(profile_name)
    families = store.families()
    tests = conditions(store, wanted.roles, families, person)
    occupations = wanted.roles.occupations or wanted.roles.has_conditions
    remote = wanted.roles.remote
    everything = store.summaries(occupations=occupations)
    briefs = meeting(everything, tests)
    names = names_in_table(everything)
    briefs.sort(key=lambda brief: names[brief.key].casefold())
    order = wanted.order or "name"
    by_family = order == "name" and not occupations
    measure = None
    if by_family:
        briefs.sort(key=lambda brief: families.get(brief.family, OTHER_FAMILY))
    elif order != "name":
        briefs, measure = ordered(store, briefs, order, person)
    prepared: Mapping[str, Prepared] = {}
    if wanted.roles.study:
        from careercli.app.roles_of_field import roles_of_field
        from careercli.output.screens.lists import PREPARED

        prepared = roles_of_field(store, wanted.roles.study)
        briefs.sort(key=lambda brief: list(PREPARED).index(prepared[brief.key]))
    found, briefs = len(briefs), briefs[: wanted.limit]

    def page() -> "Page":
        from careercli.output.screens.lists import RoleTable, list_page

        estimates = any(brief.estimate_words for brief in briefs)
        return list_page(
            RoleTable(briefs, names, families, measure, estimates),
            found=found,
            of=sum(bool(brief.remote) or not remote for brief in everything),
            remote=remote,
            more=0 if occupations else store.count_occupations(),
            by_family=by_family,
            prepared=prepared,
            place=place_of(store),
        )

    def record() -> Record:
        from careercli.output.records.lists import LISTS, RoleList

        values = measure.values if measure else {}
        rows = store.rows_in_order(brief.key for brief in briefs).values()
        return Record(LISTS[measure and measure.name], RoleList.of(rows, values))

    return Result("list", page, record)


SHOWN = 10
"""Roles found that are shown, unless --limit says otherwise."""
MOST_CHOSEN = 100
"""Roles found among which filters and an order choose."""
PROOFS = frozenset("license licence certification certificate permit card credential".split())
"""Words of a query that looks for a credential, though it may be misspelled."""


def _searched_for(
    store: "Store", query: str, wanted: Listing, profile_name: str | None
) -> tuple[Sequence[str], Listing]:
    """The words that are searched for, and what is listed, with the place that is named.

    Wishes and fillers are left out of the words, and wishes are said on stderr. Raises UsageError
    if no words are left, with the command that answers if there is one.
    """
    if is_role(store, [query]):
        return [query], wanted
    from careercli.app.role_questions import answer_to, question_about_roles
    from careercli.core.search_wishes import Question, parse_question, without_conditions

    if wanted.area:
        query = " ".join(without_near_me([query]))
    rest, place = query_and_place(store, query, profile_name)
    plain = without_conditions(rest)[0].strip()
    question = question_about_roles(store, rest) or question_about_roles(store, plain)
    if question and not store.find_credentials(rest):
        say_err(answer_to(question, place))
        area = wanted.area or place or None
        return question.roles, wanted._replace(area=area)
    if not rest or is_role(store, [rest]):
        asked = Question(rest)
    else:
        asked = parse_question(rest, lambda words: is_role(store, [words]))
    kept = _field_studied(store, asked.kept)
    if kept != query and not place:
        kept, place = query_and_place(store, kept, profile_name)
    wanted = wanted._replace(area=wanted.area or place or None)
    hint = _instead(asked, kept, wanted, is_place=bool(place))
    if asked.said:
        adds = asked.options and "interests" not in asked.said
        hint = f"{asked.said} {hint}" if adds else asked.said
    if not kept:
        what = "a place, but no" if place and not asked.wishes else "no"
        raise UsageError(
            f"\u201c{query}\u201d names {what} job, skill or field of study.", hint=hint
        )
    if asked.wishes:
        say_err(f"Not searched for: {', '.join(asked.wishes)}. {hint}")
    return [kept], wanted


_STUDIED = (
    r"(?:an? )?(?P<field>.+?) (?:degrees?|majors?|grad(?:uate)?s?)"
    r"|(?:an? )?(?:degrees?|major(?:ed|ing)?|bachelor['\u2019]?s?) (?:degree )?in (?P<of>.+)"
    r"|(?:i )?(?:stud(?:y|ied|ying)|major(?:ed|ing)? in) (?P<my>.+)"
)


def _field_studied(store: "Store", words: str) -> str:
    """The field of study alone, if words are of a degree in one; else the words."""
    if found := re.fullmatch(_STUDIED, words, re.IGNORECASE):
        field = next(filter(None, found.groups()))
        return field if store.is_field_of_study(field) else words
    return words


def _instead(asked: "Question", kept: str, wanted: Listing, *, is_place: bool) -> str:
    """What to type for what isn't searched for."""
    filters = dict.fromkeys(option for option in asked.options if option.startswith("--"))
    typed = listing_options(wanted)
    if filters or (not kept and wanted._replace(area=None, limit=None) != Listing()):
        is_sorted = all(option.startswith("--sort") for option in filters)
        everything = "--all" if filters and is_sorted and not kept else ""
        words = filter(None, [f"search {kept}" if kept else "list", *filters, everything, typed])
        hint = f"Type careercli {' '.join(words)}."
    elif asked.options:
        return "Type careercli interests to find what suits you."
    elif is_place and not kept:
        hint = f"Say what you are looking for there: careercli search nurse {typed}."
    else:
        return "Conditions are options, such as --education, --remote and --min-pay."
    if asked.unanswered and not kept:
        hint += f" There is no filter for \u201c{', '.join(asked.unanswered)}\u201d."
    return hint


def _hits(store: "Store", queries: Sequence[str], limit: int) -> list["Hit"]:
    """What each query finds, in turns, and each role once."""
    found = zip_longest(*(store.search(query, limit=limit) for query in queries))
    hits: dict[str, Hit] = {}
    for hit in chain.from_iterable(found):
        if hit:
            hits.setdefault(hit.row.key, hit)
    return list(hits.values())[:limit]


_PREPARATION = r" (?:training|school|classes|class|courses?|program|exam|test|prep|practice test)$"
"""What prepares for a license or certificate, behind its name."""


def search_answer(words: Sequence[str], wanted: Listing, profile_name: str | None) -> Result:
    """`search`: the hits that pass the filters, the best first."""
    from careercli.output.screens.lists import IN_TEXT, search_page

    store = open_store_in(wanted.area, profile_name)
    queries, placed = _searched_for(store, " ".join(words), wanted, profile_name)
    query = join_and(queries)
    if placed.area != wanted.area:
        store = open_store_in(placed.area, profile_name)
    person = person_reader(profile_name)
    limit = wanted.limit or SHOWN
    is_chosen = bool(wanted.roles.has_conditions or wanted.order)
    hits = _hits(store, queries, max(limit, MOST_CHOSEN) if is_chosen else limit)
    credentials = store.find_credentials(query) or store.find_credentials(
        re.sub(_PREPARATION, "", query, flags=re.IGNORECASE)
    )
    if not (credentials or PROOFS.isdisjoint(normalize_name(query).split())):
        credentials = store.misspelled_credentials(query)
    if is_chosen:
        tests = conditions(store, wanted.roles, store.families(), person)
        briefs = meeting(store.summaries(occupations=True), tests)
        if wanted.order and wanted.order != "name":
            briefs, _ = ordered(store, briefs, wanted.order, person)
        place = {brief.key: index for index, brief in enumerate(briefs)}
        hits = [hit for hit in hits if hit.row.key in place]
        credentials = []
        if wanted.order:
            hits.sort(key=lambda hit: (hit.kind in IN_TEXT, place[hit.row.key]))
    hits = hits[:limit]
    if not (hits or credentials):
        left_out = " that passes the filters" if is_chosen else ""
        raise CareerError(
            f"Nothing was found for \u201c{query}\u201d{left_out}.",
            hint="`careercli list --all` shows every role.",
        )

    def record() -> Record:
        from careercli.core.sources import with_distinct_sources
        from careercli.output.records.lists import SEARCH

        rows, sources = with_distinct_sources(hit.row for hit in hits)
        found = [hit._replace(row=row) for hit, row in zip(hits, rows, strict=True)]
        return Record.of(SEARCH, query=query, hits=found, sources=sources, credentials=credentials)

    def page() -> "Page":
        studied = store.is_field_of_study(query)
        is_named = all(map(store.finder.is_named, queries))
        return search_page(
            query, hits, credentials, wanted.order, studied=studied, is_named=is_named
        )

    return Result("search", page, record)
