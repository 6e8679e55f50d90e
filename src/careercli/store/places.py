"""Pay and jobs of one place in the stead of the country's."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.figures import citation, figure_words
from careercli.model.basics import Pay, RoleRow, RoleSummary, Source, is_occupation
from careercli.store.official import OfficialReader
from careercli.store.roles import RoleReader

if TYPE_CHECKING:
    from careercli.model.move_inputs import OccupationTraits
    from careercli.model.occupation import Area, AreaPay
    from careercli.model.role import Role


class Wages(NamedTuple):
    """What the survey publishes in a place.

    by_code: code of the survey -> pay and jobs
    codes: O*NET-SOC code -> the code by which the survey counts it
    sources: the sources of the figures, by id
    """

    by_code: dict[str, AreaPay]
    codes: dict[str, str]
    sources: dict[str, Source]

    def of(self, code: str) -> AreaPay | None:
        """What is published of an occupation, by its SOC or O*NET-SOC code."""
        whole = code if len(code) > SOC_LENGTH else f"{code}.00"
        return self.by_code.get(self.codes.get(whole, "") or code[:SOC_LENGTH])


SOC_LENGTH = 7


class LocalReader(RoleReader, OfficialReader):
    """Roles with the survey's pay and jobs of a place, once one is chosen.

    What the survey doesn't publish there is left out: no figure of the country stands in for it.
    """

    place: Area | None = None
    _wages = Wages({}, {}, {})

    def settle(self, place: Area) -> None:
        """From now on pay and jobs are of this place."""
        sources = {dataset.id: dataset.source for dataset in self.datasets() if dataset.source}
        self.place = place
        self._wages = Wages(self.wages_in(place.code), self.surveyed_as(), sources)

    def get(self, key: str) -> Role:
        role = super().get(key)
        if self.place is None:
            return role
        code = role.occupation.code if role.occupation else ""
        there = self._wages.of(code) if code else None
        occupation, nearest = role.occupation, role.nearest
        beside = self._wages.of(nearest.code) if nearest else None
        if occupation:
            occupation = occupation._replace(
                hourly=there and there.hourly, employment=there and there.employment
            )
        if nearest:
            nearest = nearest._replace(
                pay=beside and beside.pay, employment=beside and beside.employment
            )
        return role._replace(
            pay=self._pay(role.pay, there),
            occupation=occupation,
            nearest=nearest,
            sources={**self._sources(there or beside), **role.sources},
        )

    def rows(
        self, keys: Collection[str] | None = None, *, occupations: bool = False
    ) -> list[RoleRow]:
        rows = super().rows(keys, occupations=occupations)
        return rows if self.place is None else [self._row(row) for row in rows]

    def summaries(self, *, occupations: bool = False) -> list[RoleSummary]:
        briefs = super().summaries(occupations=occupations)
        if self.place is None:
            return briefs
        near = self.guide_occupations()
        return [self._brief(brief, *near.get(brief.key, ("", ""))) for brief in briefs]

    def traits(self, codes: Collection[str] | None = None) -> dict[str, OccupationTraits]:
        traits = super().traits(codes)
        if self.place is None:
            return traits
        return {code: self._trait(trait) for code, trait in traits.items()}

    def _row(self, row: RoleRow) -> RoleRow:
        own = is_occupation(row.key)
        there = self._wages.of(row.key.removeprefix("soc:")) if own else None
        nearest = row.nearest
        beside = self._wages.of(nearest.code) if nearest else None
        if nearest:
            nearest = nearest._replace(
                pay=beside and beside.pay, employment=beside and beside.employment
            )
        only_hourly = there.hourly if there and there.pay is there.hourly else None
        return row._replace(
            pay=self._pay(row.pay, there),
            hourly=only_hourly,
            nearest=nearest,
            sources={**self._sources(there or beside), **row.sources},
        )

    def _brief(self, brief: RoleSummary, code: str, match: str) -> RoleSummary:
        own = is_occupation(brief.key)
        code = brief.key.removeprefix("soc:") if own else code
        there = self._wages.of(code) if code else None
        median = there.pay.figure("p50") if there and there.pay else None
        if median is None:
            return brief._replace(pay=None, pay_words="", pay_note="")
        by_year = median.unit == "USD/year"
        words = figure_words(median) + ("" if by_year else " an hour")
        return brief._replace(
            pay=median.value if by_year else None,
            pay_words=words if own or match == "exact" else f"~{words}",
            pay_note=citation(self._wages.sources[median.source], median.kind),
        )

    def _trait(self, trait: OccupationTraits) -> OccupationTraits:
        there = self._wages.of(trait.code)
        median = there.pay.figure("p50") if there and there.pay else None
        yearly = median if median and median.unit == "USD/year" else None
        return trait._replace(
            pay=yearly and yearly.value,
            at_least=bool(yearly and yearly.at_least),
            country_pay=trait.pay,
        )

    def _pay(self, series: Iterable[Pay], there: AreaPay | None) -> tuple[Pay, ...]:
        """Series of pay with the place's percentiles in the stead of the country's."""
        kept = tuple(pay for pay in series if pay.basis != "percentiles")
        local = there.pay if there else None
        return (local, *kept) if local and local.unit == "USD/year" else kept

    def _sources(self, there: AreaPay | None) -> dict[str, Source]:
        series = there and there.pay
        return {series.source: self._wages.sources[series.source]} if series else {}
