"""The roles of the stores as moves read them: `moves`, `path` and `report` begin with these."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, partial

from careercli.app.lookup import resolve_skill
from careercli.core.entry import LONG_EXPERIENCE, asked_education
from careercli.core.gap import level_for, levels_asked
from careercli.core.moves import (
    COUNTRY,
    Demands,
    MoveRole,
    SkillDemand,
    Start,
    Vocabulary,
    compare_skills,
    element_demands,
    judge_move,
    requirement_demands,
    within_families,
)
from careercli.core.neighbor_links import NeighborLinks
from careercli.core.neighbors import (
    ALIKE,
    LIKENESS_FLOOR,
    PLAIN,
    RELATED_TIERS,
    STEP_UP,
    STEPS,
    SUPERVISORS,
    YEARS_AWAY,
    Neighbor,
    asks_experience,
    group_of,
    in_order,
    is_dropped,
    is_next_license,
    open_strength,
    rises_by_years,
)
from careercli.core.pay import on_basis
from careercli.core.sources import with_distinct_sources
from careercli.errors import UnknownNameError
from careercli.model.basics import Pay, RoleRow, Seniority, code_of, is_occupation, major_group
from careercli.model.move_inputs import LIKENESS_UNIT, Calibration, OccupationTraits, Preparation
from careercli.model.portrait import AskedIds
from careercli.model.skills import RoleRequirements
from careercli.store.reader import Store
from careercli.text import normalize_name

MILITARY, PROTECTIVE = "55", "33"
"""Nothing rates military occupations; protective service is their family outside the service."""
FEW_ASK = 30
"""A license that more occupations ask for, such as a driver's, relates nothing."""


class MoveSearch:
    """The roles that moves are looked for among, at a level; each is read when it is asked for.

    compares_guides: whether the start has skills of the guides' vocabulary
    A guide that is exactly an occupation stands for it.
    """

    def __init__(self, store: Store, level: Seniority, avoid: Sequence[str] = ()) -> None:
        """Raises UnknownNameError for a family to avoid that there isn't."""
        self.store = store
        self.level = level
        self._skills = store.rated_skills()
        self._elements = list(self._skills)
        self._described = store.described()
        self._names: dict[str, tuple[str, str, str]] = {}
        self._guides = store.guide_occupations()
        self._rows: dict[str, RoleRow] = {}
        self._needs: dict[str, RoleRequirements] = {}
        self._traits: dict[str, OccupationTraits] = {}
        relations = store.relations()
        self._related = {code: related for code, _, related in relations}
        self._counts = Counter(counted for _, counted, _ in relations)
        exact = store.exact_guides
        occupations = (key for code in self._related if (key := f"soc:{code}") not in exact)
        self._asked: dict[str, AskedIds] = {}
        self._ready: set[str] = set()
        self._standings: dict[str, MoveRole] = {}
        self.compares_guides = False
        self._avoided = frozenset(family for name in avoid for family in self._families(name))
        if avoid:
            self._load(self._guides)
        self.keys = [key for key in (*self._guides, *occupations) if not self._is_avoided(key)]

    def _families(self, name: str) -> list[str]:
        """The ids of the families, of guides and of official data, that begin with a name."""
        titles = self.store.families()
        folded = normalize_name(name)
        begun = [
            family for family, title in titles.items() if normalize_name(title).startswith(folded)
        ]
        if folded and begun:
            return begun
        from careercli.app.filters import families_named

        return sorted(families_named(name, titles))

    def _is_avoided(self, key: str) -> bool:
        if not self._avoided:
            return False
        family = "" if is_occupation(key) else self._rows[key].family or ""
        return family in self._avoided or f"soc-{major_group(self.code(key))}" in self._avoided

    @cached_property
    def usual(self) -> dict[Vocabulary, Calibration]:
        """What share of skills carries over within families, by vocabulary."""
        within_groups = self.store.calibration()
        usual: dict[Vocabulary, Calibration] = {"onet": within_groups} if within_groups else {}
        if self.compares_guides:
            known = self.store.guide_calibration(self.level)
            usual["guide"] = known or within_families(self._guide_demands())
        return usual

    def _guide_demands(self) -> Iterator[tuple[str, tuple[SkillDemand, ...]]]:
        self._load(self._guides)
        self._needs |= {needed.key: needed for needed in self.store.requirements()}
        for key in self._described:
            yield self._rows[key].family or "", self._asked_skills(key)

    def standing(self, key: str) -> MoveRole:
        """One role, whether or not moves are looked for among its like."""
        if key not in self._standings:
            self.prepare([key])
            if code := code_of(key):
                role = self._as_occupation(key, self._names[key], self._traits[code])
            else:
                role = self._guide(key)
            self._standings[key] = role
        return self._standings[key]

    def _load(self, keys: Iterable[str]) -> None:
        if missing := [key for key in keys if key not in self._rows]:
            self._rows |= {row.key: row for row in self.store.rows(missing)}

    def _load_traits(self, codes: Iterable[str]) -> None:
        missing = [code for code in dict.fromkeys(codes) if code not in self._traits]
        self._traits |= {code: OccupationTraits(code) for code in missing}
        self._traits |= self.store.traits([code for code in missing if code in self._related])

    def rows(self, keys: Collection[str]) -> dict[str, RoleRow]:
        """Roles as rows, by key, their sources under distinct ids."""
        self._load(keys)
        rows, _ = with_distinct_sources(self._rows[key] for key in keys)
        return {row.key: row for row in rows}

    # -- what is near ---------------------------------------------------------------------------

    def code(self, key: str) -> str:
        """The O*NET-SOC code that a role is, or is nearest to; empty without one."""
        if code := code_of(key):
            return code
        nearest, _ = self._guides[key]
        return f"{nearest}.00" if nearest else ""

    def neighbor_links(self, role: MoveRole) -> NeighborLinks:
        """What is near a role."""
        code = role.code
        likeness = self.store.likeness(code) if code else {}
        supervisors = self._supervisors(code, likeness)
        beyond = {
            other
            for supervisor in supervisors
            for other, tier in self._tiers(supervisor).items()
            if tier <= RELATED_TIERS
        }
        slugs = () if role.is_occupation else self.store.related_slugs(role.key)
        return NeighborLinks(
            role,
            likeness,
            self.store.similar(code) if code else frozenset(),
            self._tiers(code),
            supervisors,
            frozenset(beyond),
            self._licensed(role.asked),
            frozenset(f"guide:{slug}" for slug in slugs),
            frozenset(filter(self._is_nearly, self._guides)),
            leads_to := self.store.leads_to(code),
            *self._origins(code, leads_to),
            self._licensed(role.asked, often=True),
        )

    def _origins(
        self, code: str, leads_to: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """The occupations into which people come from one, by the Handbook and by their way in, and
        those into which they come from other work first, by their way in."""
        origins = self.store.origins
        here = leads_to.union(goal for goal, work, _ in origins if code.startswith(work))
        return here, frozenset(goal for goal, _, first in origins if first) - here

    def _tiers(self, code: str) -> dict[str, int]:
        """The tiers of O*NET's related occupations of one occupation, either way."""
        tiers = {other: tier for tier, other in _by_tier(self._related.get(code, ""))}
        for other, tier in self._relating.get(code, ()):
            tiers[other] = min(tier, tiers.get(other, tier))
        return tiers

    @cached_property
    def _relating(self) -> dict[str, list[tuple[str, int]]]:
        """Code -> the occupations that name it as related, each with the tier that it has there."""
        relating: dict[str, list[tuple[str, int]]] = {}
        for code, related in self._related.items():
            for packed in related.split():
                relating.setdefault(packed[1:], []).append((code, int(packed[0])))
        return relating

    def origins_of(self, code: str, *, first: bool = False) -> tuple[str, ...]:
        """The beginnings of the codes of work from which people come into an occupation.

        first: only if its way in says that this work comes first
        """
        goal = code.removesuffix(PLAIN)
        origins = self.store.origins
        return tuple(work for to, work, is_first in origins if to == goal and is_first >= first)

    def _licensed(self, asked: AskedIds, *, often: bool = False) -> frozenset[str]:
        """The occupations that ask for one of these licenses; a license of many says nothing.

        often: only those that always or usually do
        """
        licenses = [
            credential.id
            for credential in asked.ids
            if credential.kind == "license" and credential.level != "sometimes"
        ]
        few = [name for name in licenses if len(self.store.asking_codes(name)) <= FEW_ASK]
        return frozenset().union(*(self.store.asking_codes(name, often=often) for name in few))

    def _supervisors(self, code: str, likeness: dict[str, int]) -> frozenset[str]:
        """The first-line supervisors of a major group: those that O*NET relates most closely, or
        those as alike as related occupations are, or the one that is most alike; of a supervisor,
        none."""
        group = list(self.store.titles_in(major_group(code), SUPERVISORS)) if code else []
        if not group or code in group:
            return frozenset()
        tiers = self._tiers(code)
        if related := [other for other in group if other in tiers]:
            nearest_tier = min(tiers[other] for other in related)
            return frozenset(other for other in related if tiers[other] == nearest_tier)
        floor = LIKENESS_FLOOR * LIKENESS_UNIT
        near = {other for other in group if likeness.get(other, 0) >= floor}
        nearest = max(group, key=lambda other: likeness.get(other, -LIKENESS_UNIT))
        return frozenset(near or {nearest})

    def neighbors(self, start: Start) -> list[Neighbor]:
        """The roles near the present one, in order; none without a present role."""
        if start.role is None:
            return []
        near = self.neighbor_links(start.role)
        keys = [key for key in self.keys if self._may_be_near(start, near, key)]
        self._load_traits(map(self.code, keys))
        keys = [key for key in keys if not self._is_hopeless(near, key)]
        self.prepare(keys)
        neighbors = (self._neighbor(start, near, self.standing(key)) for key in keys)
        return self._without_doubles(in_order(neighbor for neighbor in neighbors if neighbor))

    def _without_doubles(self, neighbors: Iterable[Neighbor]) -> list[Neighbor]:
        """Each role once: of an occupation and a guide that is near it and shows its figure, the
        guide, which says more of the work, in the place of the stronger."""
        kept: list[Neighbor] = []
        for neighbor in neighbors:
            to = neighbor.move.to
            doubles = (
                place
                for place, one in enumerate(kept)
                if one.group == neighbor.group and _is_double(to, one.move.to)
            )
            place = next(doubles, None)
            if place is None:
                kept.append(neighbor)
            elif not to.is_occupation:
                kept[place] = neighbor._replace(near=kept[place].near)
        return kept

    def prepare(self, keys: Sequence[str]) -> None:
        """Reads what several roles are at once, before they are looked at one by one."""
        new = [key for key in keys if key not in self._ready]
        if not new:
            return
        self._ready.update(new)
        codes = {self.code(key) for key in new}
        self._load_traits(codes)
        self._asked |= self.store.credentials_of(codes)
        self._load(guides := [key for key in new if not is_occupation(key)])
        self._names |= self.store.names_of([key for key in new if is_occupation(key)])
        needed = self.store.requirements([key for key in guides if key in self._described])
        self._needs |= {requirement.key: requirement for requirement in needed}

    def _may_be_near(self, start: Start, near: NeighborLinks, key: str) -> bool:
        """Whether a role is near, by a link or alike enough, to be looked at.

        Likeness of an occupation that is only near the present role has to be greater.
        """
        code = self.code(key)
        if not code or self.is_same(start, key):
            return False
        is_exact = near.role.match == "exact"
        if is_exact and self._is_nearly(key) and key not in near.named:
            return False
        floor = (LIKENESS_FLOOR if is_exact else ALIKE) * LIKENESS_UNIT
        if near.is_near(key, code, floor):
            return True
        group = near.role.major_group
        field = PROTECTIVE if group == MILITARY else group
        return not near.likeness and major_group(code) == field

    def _is_hopeless(self, near: NeighborLinks, key: str) -> bool:
        """Whether an occupation is too weakly linked, or loses too many of its jobs, to be read."""
        code, here = code_of(key), near.role
        if not code:
            return False
        trait = self._traits[code]
        if here.counted and trait.counted == here.counted:
            return False
        strong = near.strength(code, near.links(key, code), self._jobs(trait))
        return is_dropped(here, trait.growth, strong)

    def _is_nearly(self, key: str) -> bool:
        """Whether a guide is only near an occupation, which is then a neighbor itself."""
        nearest, match = self._guides.get(key, ("", ""))
        return bool(nearest) and match != "exact"

    def _neighbor(self, start: Start, near: NeighborLinks, to: MoveRole) -> Neighbor | None:
        guides = "guide" in start.held and "guide" in to.asks  # whose skills decide what is near
        here, kinship = near.role, near.kinship(to)
        usual = self.usual if guides else None
        move = judge_move(start, to, usual, near.likeness.get(to.code), kinship)
        nearness = near.nearness(to, kinship)
        if not STEPS.isdisjoint(nearness.links) and move.entry.missing("education"):
            needs = self.store.preparations([to.code]).get(to.code, Preparation())
            less = needs.below(to.entry)
            rises = rises_by_years(move, nearness, start.brings.years, less)
            nearness = nearness._replace(by_years=rises)
        group = group_of(here, move, nearness)
        if group is None:
            return None
        strong = nearness.strength
        if asks_experience(to) and kinship.experience and here.major_group == to.major_group:
            strong += STEP_UP
        if is_next_license(move):
            strong += STEP_UP
        if to.experience == LONG_EXPERIENCE and move.entry.missing("experience"):
            strong -= YEARS_AWAY
        if group == "unpaid" and not (start.own_pay or start.pay):
            strong += open_strength(move)
        return Neighbor(move, group, nearness._replace(strength=strong))

    def compared(self, start: Start, neighbors: Iterable[Neighbor]) -> list[Neighbor]:
        """The same, with the test of skills."""
        return [
            neighbor._replace(move=compare_skills(neighbor.move, start, self.usual))
            for neighbor in neighbors
        ]

    def is_same(self, start: Start, key: str) -> bool:
        """Whether a role is the one that somebody starts from, under whichever name."""
        here = start.role
        if here is None or here.key == key:
            return here is not None
        if is_occupation(key):
            return here.match == "exact" and key == f"soc:{here.code}"
        exact = self._guides[key][1] == "exact"
        return here.is_occupation and exact and self.code(key) == here.code

    def _guide(self, key: str) -> MoveRole:
        row = self._rows[key]
        nearest, levels = row.nearest, on_basis(row.pay, "levels")
        trait = self._traits[self.code(key)]
        near = nearest is not None and nearest.match != "broader"
        if not near:  # of a broader occupation pay, skills and education aren't the job's
            trait = OccupationTraits(trait.code, trait.zone)
        own = on_basis(row.pay, "percentiles")
        pay, open_ended = _amounts(levels, own or (nearest.pay if nearest and near else None))
        if trait.country_pay:
            pay[COUNTRY] = trait.country_pay
        growth = row.projected_growth
        return self._as_occupation(key, (row.slug, row.title, row.title), trait)._replace(
            match=nearest.match if nearest else "",
            pay=pay,
            at_least=open_ended,
            counted=nearest.code if nearest and not own else row.key,
            growth=growth.value if growth else None,
            entry=self._entry(trait, nearest.education or "") if nearest and near else "",
        )

    def _as_occupation(
        self, key: str, names: tuple[str, str, str], trait: OccupationTraits
    ) -> MoveRole:
        """A role as its occupation is; a guide asks for skills of its own, too."""
        slug, title, name = names
        pay = {"survey": trait.pay, COUNTRY: trait.country_pay}
        asks: dict[Vocabulary, Demands] = {}
        if key in self._described:
            asks["guide"] = cache(partial(self._asked_skills, key))
        if trait.levels:
            asks["onet"] = cache(partial(element_demands, self._elements, trait.levels))
        return MoveRole(
            key,
            slug,
            title,
            trait.code,
            "exact",
            trait.zone,
            {basis: median for basis, median in pay.items() if median is not None},
            frozenset({"survey"} if trait.at_least else ()),
            trait.counted,
            trait.growth,
            self._entry(trait, trait.entry),
            trait.no_diploma,
            asks,
            trait.experience,
            trait.training,
            self._jobs(trait),
            self._asked.get(trait.code, AskedIds()),
            name,
        )

    def _entry(self, trait: OccupationTraits, typical: str) -> str:
        """The education that a role asks for, of which this much is typical."""
        schooling = self._asked.get(trait.code, AskedIds()).schooling
        studied = schooling.degree if schooling else ""
        return asked_education(trait.code, trait.zone, typical, studied)

    def employment(self, keys: Iterable[str]) -> dict[str, float | None]:
        """Key -> people in a role, shared out among occupations that are counted as one."""
        codes = {key: self.code(key) for key in keys}
        self._load_traits(codes.values())
        return {key: self._jobs(self._traits[code]) for key, code in codes.items()}

    def _jobs(self, trait: OccupationTraits) -> float | None:
        return trait.employment and trait.employment / self._counts[trait.counted]

    def _asked_skills(self, key: str) -> tuple[SkillDemand, ...]:
        requirements = self._needs[key].requirements
        level = level_for(self.level, levels_asked(requirements))
        return requirement_demands(requirements, level) if level else ()

    def labels(self, skills: Sequence[str]) -> dict[str, str]:
        """Skill or element id -> its name."""
        others = [skill for skill in skills if skill not in self._skills]
        return {**self.store.labels(others), **self._skills}

    def skill(self, name: str, start: Start) -> tuple[str, Vocabulary]:
        """The skill that a person means, and whose: O*NET's if only those are compared.

        Raises UnknownNameError.
        """
        if start.held.get("guide") or not self._skills:
            return resolve_skill(self.store, name), "guide"
        folded = {normalize_name(label): skill for skill, label in self._skills.items()}
        rated = folded.get(normalize_name(name)) or (name if name in self._skills else None)
        if rated is None:
            raise UnknownNameError(
                f"Moves from here compare O*NET's skills, and \u201c{name}\u201d isn't one.",
                list(self._skills.values()),
            )
        return rated, "onet"


def _is_double(one: MoveRole, other: MoveRole) -> bool:
    """Whether one of two roles is an occupation, and the other a guide that is near it and has no
    pay but the occupation's."""
    guide, occupation = (other, one) if one.is_occupation else (one, other)
    if guide.is_occupation or not occupation.is_occupation or guide.code != occupation.code:
        return False
    return guide.match != "broader" and guide.pay == occupation.pay


def _amounts(levels: Pay | None, survey: Pay | None) -> tuple[dict[str, float], frozenset[str]]:
    """Basis -> dollars a year, and the bases published as this much or more."""
    amounts: dict[str, float] = {}
    open_ended: set[str] = set()
    if levels and levels.unit == "USD/year":
        amounts = {str(point): amount for point, amount in levels.points.items()}
        open_ended = {str(point) for point in levels.at_least}
    if survey and survey.unit == "USD/year" and "p50" in survey.points:
        amounts["survey"] = survey.points["p50"]
        if "p50" in survey.at_least:
            open_ended.add("survey")
    return amounts, frozenset(open_ended)


def _by_tier(related: str) -> Iterator[tuple[int, str]]:
    return ((int(packed[0]), packed[1:]) for packed in related.split())
