"""What the explorer knows: the roles, the person's ratings, and how either is asked for."""

from collections.abc import Sequence
from contextlib import suppress

from careercli.app.filters import Listing, RoleFilter, chosen, conditions, person_reader
from careercli.app.gap import level_at, ratings_of, rename_to_current_ids, role_gap, role_software
from careercli.app.places import open_store_in
from careercli.app.show import role_context
from careercli.core.gap import levels_asked
from careercli.errors import CareerError, DataError
from careercli.files import locations, profile
from careercli.files.profile_schema import MAX_ONET_LEVEL, NONE, ONET, SCHEMA
from careercli.model.basics import SENIORITIES, RoleSummary, Seniority, is_occupation
from careercli.model.role import Role
from careercli.output.page import Page, without_commands
from careercli.output.screens.checklist import (
    Checklist,
    ChecklistLine,
    checklist,
    software_checklist,
)
from careercli.output.screens.role import SOFTWARE
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.wording import names_in_table
from careercli.text import begins_words, normalize_name

ORIGIN = "browse"
OTHERS = 20
"""Roles that are found by something else than their title; further ones are noise."""
EVERYTHING = RoleFilter(occupations=True)


class Session:
    """The roles as they are when the explorer starts, and the profile as it is at each change.

    listing: only the roles that pass its filters, in its order
    problem: what a person must know of the profile, empty if all is well
    """

    def __init__(
        self,
        profile_name: str | None = None,
        listing: Listing = Listing(),  # noqa: B008  # never changed
    ) -> None:
        """Raises CareerError if no role passes."""
        self.store = open_store_in(listing.area, profile_name)
        self.problem = ""
        self._path = locations.profile_file(profile_name)
        listing = listing._replace(roles=listing.roles._replace(occupations=True))
        briefs = chosen(self.store, listing, person_reader(profile_name))[: listing.limit]
        names = names_in_table(briefs)
        if not listing.order:
            briefs.sort(key=lambda brief: (is_occupation(brief.key), names[brief.key].casefold()))
        self.summaries, self.names = briefs, names
        self._words = {
            brief.key: normalize_name(f"{names[brief.key]} {brief.title}").split()
            for brief in briefs
        }
        there = {brief.family for brief in briefs}
        families = self.store.families().items()
        self.families = {family: title for family, title in families if family in there}
        self._person = profile.Profile(self._path, {"schema": SCHEMA})
        self.read_profile()

    # -- roles ---------------------------------------------------------------------------

    def find(self, words: str, wanted: RoleFilter = EVERYTHING) -> list[RoleSummary]:
        """The roles that the words may be the beginning of; all of them without any.

        Those whose name or title has every word, or words that begin so, come first, guides before
        occupations; then those that `search` finds by another name, a skill or text. A single
        letter is looked for in names and titles alone: too many other names begin with it.
        """
        tests = [*conditions(self.store, wanted, self.families).values()]
        if not wanted.occupations:
            tests.append(lambda brief: not is_occupation(brief.key))
        briefs = {
            brief.key: brief for brief in self.summaries if all(test(brief) for test in tests)
        }
        if coded := [briefs[key] for key in self.store.finder.with_code(words) if key in briefs]:
            return coded
        tokens = normalize_name(words).split()
        if not tokens:
            return list(briefs.values())
        longer = " ".join(token for token in tokens if len(token) > 1)
        ranked = [key for key in self.store.finder.keys(longer) if key in briefs]
        place = {key: index for index, key in enumerate(ranked)}
        titled = [key for key in briefs if begins_words(tokens, self._words[key])]
        titled.sort(key=lambda key: (is_occupation(key), place.get(key, len(place))))
        return [briefs[key] for key in dict.fromkeys([*titled, *ranked[:OTHERS]])]

    def warm(self) -> None:
        """Reads what the first misspelt word needs, which no key should wait for."""
        _ = self.store.finder.words.title_words

    def role_context(self, key: str) -> SectionContext:
        """A role, with what its tabs are written from."""
        role = self.store.with_portrait(self.store.get(key))
        return role_context(self.store, role, self.store.labels(role.skill_ids()))

    def beside(self, keys: Sequence[str]) -> Page:
        """What `compare` says of some roles, without the commands to type."""
        from careercli.app.compare import comparison
        from careercli.output.screens.compare import compare_page

        return without_commands(compare_page(comparison(self.store, keys)))

    def first(self) -> str:
        """The key of the role that is shown first: the target, else the first of the list."""
        if target := self._person.target:
            with suppress(CareerError):
                return self.store.resolve(target.role)
        return self.summaries[0].key if self.summaries else ""

    # -- ratings -------------------------------------------------------------------------

    def read_profile(self) -> None:
        """Takes the profile as it is now; leaves the last one if it cannot be read."""
        try:
            self._person = profile.read(self._path)
            self.problem = ""
        except (CareerError, OSError) as error:
            self.problem = explain(error)

    def level_of(self, line: ChecklistLine) -> int | None:
        """The rating of a skill, 0 for none; None if it isn't rated."""
        if line.top == MAX_ONET_LEVEL:
            return self._person.onet_levels.get(line.skill)
        rating = rename_to_current_ids(self.store, self._person.ratings).get(line.skill)
        return rating.level if rating else None

    def rate(self, line: ChecklistLine, level: int | None) -> None:
        """Rates a skill in the profile, or forgets it.

        Raises CareerError, or OSError, if the profile cannot be read or written.
        """
        skill = line.skill

        def edit(person: profile.Profile) -> None:
            if line.top == MAX_ONET_LEVEL:
                if level is None:
                    person.forget(ONET, skill)
                else:
                    name = self.store.elements()[skill].name
                    person.rate_onet(skill, name, level, origin=ORIGIN)
                return
            if level is not None:
                person.rate(skill, level or NONE, origin=ORIGIN)
                return
            today = self.store.current_ids(person.entries)
            for held in [entry for entry in person.entries if today.get(entry, entry) == skill]:
                person.forget("marks", held)

        self._person = profile.change(self._path, edit)
        self.problem = ""

    # -- checklists ----------------------------------------------------------------------

    def levels(self, role: Role) -> list[Seniority]:
        """The career levels at which the role asks for skills."""
        asked = levels_asked(role.requirements)
        return [level for level in SENIORITIES if level in asked]

    def level(self, role: Role) -> Seniority:
        """The level that the checklist begins with: the target's, else mid, as the role has it."""
        target = self._person.target
        return level_at(role, target.level if target else None)

    def checklist(self, role: Role, level: Seniority, tab: str) -> Checklist:
        """The role's requirements at a level, or an occupation's skills or software."""
        ratings = ratings_of(self.store, self._person)
        if tab == SOFTWARE and (software := role_software(self.store, role, ratings)):
            return software_checklist(software, ratings, role)
        gap, labels = role_gap(self.store, role, level, ratings)
        return checklist(gap, role, ratings, labels)


def explain(error: CareerError | OSError) -> str:
    """An error in one line, with what to do."""
    if isinstance(error, DataError):
        first = error.problems[0]
        return f"{error.message}: {first.where} {first.rule}. {error.hint}".strip()
    if isinstance(error, CareerError):
        return f"{error.message} {error.hint}".strip()
    return f"{error.filename or ''}: {error.strerror or error}.".removeprefix(": ")
