"""What `show` answers: a role, parts of one, several roles, or a credential."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from careercli.app.lookup import (
    known_key,
    name_candidates,
    resolve_key,
    resolve_role,
    resolve_role_or_credential,
    role_in_file,
)
from careercli.app.open_stores import open_store
from careercli.app.places import (
    open_store_in,
    place_alone,
    role_and_place,
    say_unpublished,
    whole_area,
    without_near_me,
)
from careercli.errors import UnknownNameError, UsageError
from careercli.model.basics import RoleRow
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store
from careercli.text import close_words, normalize_name

if TYPE_CHECKING:
    from careercli.model.basics import Source
    from careercli.model.occupation import Exposure
    from careercli.model.role import Role
    from careercli.model.skills import SkillLabel
    from careercli.output.page import Page
    from careercli.output.screens.section_context import SectionContext

ALL = "all"
NEAR = 3
"""Roles that are looked up as near."""


def show_answer(
    words: Sequence[str],
    parts: Sequence[str] = (),
    area: str | None = None,
    profile_name: str | None = None,
) -> Result:
    """`show ROLE… [PART…]`.

    All the words together are a role if there is one; else the last ones may be parts of the role
    before them; else each word is a role.

    area: the place whose pay counts; None is the profile's
    """
    words = without_near_me(words) if area else words
    if area and len(words) > 1:
        words, area = whole_area(open_store(), words, area)
    store = open_store_in(area, profile_name)
    try:
        found = role_in_file(words) or resolve_role_or_credential(store, words)
    except UnknownNameError as error:
        if error.ambiguous:
            raise
        if split := _with_parts(store, words):
            return _role_answer(store, split[0], [*split[1], *parts])
        from careercli.app.role_questions import refuse_question

        refuse_question(store, " ".join(words))
        several: UnknownNameError | None = None
        try:
            if roles := _each(store, words):
                return _roles_answer(store, roles)
        except UnknownNameError as ambiguous:
            name_candidates(store, ambiguous)
            several = ambiguous
        role, place = role_and_place(store, words, profile_name)
        if place and not area:
            return show_answer(role, parts, place, profile_name)
        if several and not place_alone(store, words):
            raise several from None
        found, parts = _near_or_part(store, words, parts)
    if isinstance(found, str):
        return _credential_answer(store, found, parts)
    return _role_answer(store, found, parts)


def _near_or_part(
    store: Store, words: Sequence[str], parts: Sequence[str]
) -> tuple[Role, Sequence[str]]:
    """The role nearest to the words; if it is that of all but the last, the last is a part, too,
    though of a name that no part has."""
    key = known_key(store, " ".join(words[:-1]))
    try:
        role = resolve_role(store, words)
    except UnknownNameError:
        if not key:
            raise
        role = store.get(key)
    title = normalize_name(role.title).split()
    is_misspelled = close_words(words[-1].casefold(), title, count=1, cutoff=MISSPELLED)
    return role, [words[-1], *parts] if role.key == key and not is_misspelled else parts


MISSPELLED = 0.8
"""How alike, from 0 to 1, a word is to one of a title that it is taken for that mistyped."""


def _with_parts(store: Store, words: Sequence[str]) -> tuple[Role, list[str]] | None:
    """The role that the first words are, and the parts that the others are; None if they aren't.

    Parts of two words are typed as two words, too: way in.
    """
    from careercli.output.screens.sections import SECTIONS, part_called

    known = {section.name for section in SECTIONS} | {ALL}
    for count in range(len(words) - 1, 0, -1):
        whole = " ".join(words[count:])
        parts = [whole] if part_called(whole) in known else list(words[count:])
        if not known.issuperset(map(part_called, parts)):
            continue
        try:
            key = resolve_key(store, " ".join(words[:count]), guess=False)
        except UnknownNameError as error:
            if error.ambiguous:
                raise
            continue
        return store.get(key), parts
    return None


def _each(store: Store, words: Sequence[str]) -> list[Role]:
    """The role that each word is; none if one of them isn't."""
    if len(words) < 2:
        return []
    for word in words:
        try:
            _ = role_in_file([word]) or store.resolve(word)
        except UnknownNameError as error:
            if error.dominant:
                continue
            if error.ambiguous:
                raise
            return []
    return [role_in_file([word]) or resolve_role(store, [word], guess=False) for word in words]


def _role_answer(store: Store, role: Role, parts: Sequence[str]) -> Result:
    role = store.with_portrait(role)
    if role.occupation:
        say_unpublished(store, role)
    skills = store.skill_labels(role.skill_ids())
    family = store.family(role.family)
    context = cache(partial(_context, store, role, skills))
    names: list[str] = []
    if parts:
        from careercli.output.screens.role import wanted_sections

        names = wanted_sections(context(), parts)

    def page(*, listing: bool = True) -> Page:
        from careercli.output.screens.role import role_page

        return role_page(context(), family, names, listing=listing)

    def screen() -> Page:
        from careercli.output.screens.role import role_screen

        return role_screen(context(), family)

    def record() -> Record:
        from careercli.output.records.role import SHOW, RoleView

        exposures, studies = _exposures(store, role)
        cited = role._replace(sources={**role.sources, **studies})
        return Record(SHOW, RoleView(cited, skills, family, names, exposures))

    return Result("show", page, record, None if names else screen, lambda: [page(listing=False)])


def _context(store: Store, role: Role, skills: Mapping[str, SkillLabel]) -> SectionContext:
    return role_context(store, role, {skill_id: skill.label for skill_id, skill in skills.items()})


def role_context(store: Store, role: Role, labels: Mapping[str, str]) -> SectionContext:
    """A role with what studies and neighbors say beside it.

    labels: skill id -> label, of the skills that the role names
    """
    from careercli.output.screens.section_context import SectionContext

    near, guides = _near(store, role), _guides(store, role)
    return SectionContext(role, labels, *_exposures(store, role), near, guides)


def _exposures(store: Store, role: Role) -> tuple[list[Exposure], dict[str, Source]]:
    """How far studies find a role's occupation exposed to AI, and the source of each study."""
    exposures = store.exposures(role.occupation.code) if role.occupation else []
    return exposures, {study: store.official_source(study) for study, *_ in exposures}


def _near(store: Store, role: Role) -> list[RoleRow]:
    """The nearest roles: those that O*NET relates and that take hardly more study, else those that
    a guide names."""
    if role.occupation and role.occupation.related:
        codes = [related.code for related in role.occupation.related]
        keys = [f"soc:{code}" for code in _within_reach(store, role.occupation.code, codes)]
    else:
        keys = [f"guide:{related.slug}" for related in role.related if related.slug]
    return list(store.rows_in_order(keys[:NEAR]).values())


def _within_reach(store: Store, own: str, codes: Sequence[str]) -> list[str]:
    """Those occupations whose education is at most one rank above, without a residency more."""
    from careercli.core.entry import RESIDENCY, education_rank

    traits = store.traits([own, *codes])
    here = traits.get(own)
    if here is None or not here.entry:
        return list(codes)
    most = education_rank(here.entry) + 1
    return [
        code
        for code in codes
        if (there := traits.get(code))
        and education_rank(there.entry) <= most
        and (there.training != RESIDENCY or here.training == RESIDENCY)
    ]


def _guides(store: Store, role: Role) -> list[RoleRow]:
    """The guides whose nearest occupation an occupation is, though they aren't exactly it."""
    if not role.occupation:
        return []
    code, part = role.occupation.code[:7], role.occupation.code[7:]
    if part not in ("", ".00"):
        return []
    near = {
        key: match
        for key, (soc, match) in store.guide_occupations().items()
        if soc == code and match != "exact"
    }
    rows = store.rows(near.keys()) if near else []
    return sorted(rows, key=lambda row: (near[row.key] != "close", row.title))


def _roles_answer(store: Store, roles: Sequence[Role]) -> Result:
    """Several roles, each whole, one after the other."""
    distinct = list({role.key: store.with_portrait(role) for role in roles}.values())
    if len(distinct) == 1:
        return _role_answer(store, distinct[0], ())
    skills = [store.skill_labels(role.skill_ids()) for role in distinct]
    families = [store.family(role.family) for role in distinct]

    def contexts() -> Iterator[tuple[SectionContext, str]]:
        for role, named, family in zip(distinct, skills, families, strict=True):
            yield _context(store, role, named), family

    def pages() -> list[Page]:
        from careercli.output.screens.role import role_page

        return [role_page(context, family, listing=False) for context, family in contexts()]

    def screen() -> Page:
        from careercli.output.screens.role import role_screen

        screens = (role_screen(context, family) for context, family in contexts())
        return tuple(chain.from_iterable(screens))

    def record() -> Record:
        from careercli.core.sources import with_distinct_sources
        from careercli.output.records.role import SHOW_SEVERAL, RoleView

        cited, sources = with_distinct_sources(distinct)
        views = [RoleView(*parts) for parts in zip(cited, skills, families, strict=True)]
        return Record.of(SHOW_SEVERAL, views=views, sources=sources)

    return Result("show", lambda: tuple(chain.from_iterable(pages())), record, screen, pages)


def _credential_answer(store: Store, credential_id: str, parts: Sequence[str]) -> Result:
    """`show CREDENTIAL`. Raises UsageError if parts are asked for, of which it has none."""
    from careercli.output.records.credential import CREDENTIAL
    from careercli.output.screens.credential import credential_page

    credential = store.credential(credential_id)
    if parts:
        raise UsageError(
            f"{credential.label} has no parts.",
            hint=f"Show all of it: careercli show {credential_id}",
        )
    asking, sources = store.asking(credential_id), store.handbook_pages(credential.sources)
    return Result(
        "show",
        lambda: credential_page(credential, asking, sources),
        lambda: Record.of(
            CREDENTIAL, id=credential_id, credential=credential, asking=asking, sources=sources
        ),
    )
