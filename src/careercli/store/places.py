"""Pay and jobs of one place instead of the country's."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from careercli.model.basics import (
    NearestOccupation,
    Pay,
    RoleRow,
    RoleSummary,
    Source,
    code_of,
)
from careercli.store.official import OfficialReader
from careercli.store.roles import RoleReader

if TYPE_CHECKING:
    from careercli.model.datasets import Area, AreaPay
    from careercli.model.move_inputs import OccupationTraits
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

    def of(self, code: str) -> AreaPay:
        """What is published of an occupation, by its SOC or O*NET-SOC code; empty if nothing is."""
        from careercli.model.datasets import AreaPay

        whole = code if len(code) > SOC_LENGTH else f"{code}.00"
        counted = self.codes.get(whole, "") or code[:SOC_LENGTH]
        there = self.by_code.get(counted) or AreaPay("")
        return there if whole == f"{counted}.00" else _of_larger_group(there)


SOC_LENGTH = 7


def _of_larger_group(there: AreaPay) -> AreaPay:
    return there._replace(
        pay=there.pay and there.pay._replace(rough=True),
        hourly=there.hourly and there.hourly._replace(rough=True),
        employment=there.employment and there.employment._replace(rough=True),
    )


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
        occupation, nearest = role.occupation, self._near(role.nearest)
        there = self._wages.of(occupation.code if occupation else "")
        if occupation:
            occupation = occupation._replace(hourly=there.hourly, employment=there.employment)
        return role._replace(
            pay=_local(role.pay, there),
            occupation=occupation,
            nearest=nearest,
            sources={**self._sources(there.pay, nearest and nearest.pay), **role.sources},
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

    def traits(self, codes: Collection[str]) -> dict[str, OccupationTraits]:
        traits = super().traits(codes)
        if self.place is None:
            return traits
        return {code: self._trait(trait) for code, trait in traits.items()}

    def _row(self, row: RoleRow) -> RoleRow:
        there = self._wages.of(code_of(row.key))
        nearest = self._near(row.nearest)
        return row._replace(
            pay=_local(row.pay, there),
            hourly=there.hourly if there.pay is there.hourly else None,
            nearest=nearest,
            sources={**self._sources(there.pay, nearest and nearest.pay), **row.sources},
        )

    def _near(self, nearest: NearestOccupation | None) -> NearestOccupation | None:
        if nearest is None:
            return None
        there = self._wages.of(nearest.code)
        return nearest._replace(pay=there.pay, employment=there.employment)

    def _brief(self, brief: RoleSummary, code: str, match: str) -> RoleSummary:
        own = code_of(brief.key)
        pay = self._wages.of(own or code).pay
        median = pay.figure("p50") if pay else None
        if median is None:
            return brief._replace(pay=None, pay_words="", pay_is_rough=False, pay_note="")
        from careercli.core.figures import citation, figure_words

        by_year = median.unit == "USD/year"
        return brief._replace(
            pay=median.value if by_year else None,
            pay_words=figure_words(median) + ("" if by_year else " an hour"),
            pay_is_rough=median.rough or not (own or match == "exact"),
            pay_note=citation(self._wages.sources[median.source], median.kind),
        )

    def _trait(self, trait: OccupationTraits) -> OccupationTraits:
        pay = self._wages.of(trait.code).pay
        median = pay.figure("p50") if pay and pay.unit == "USD/year" else None
        return trait._replace(
            pay=median and median.value,
            at_least=bool(median and median.at_least),
            country_pay=trait.pay,
        )

    def _sources(self, *series: Pay | None) -> dict[str, Source]:
        return {pay.source: self._wages.sources[pay.source] for pay in series if pay}


def _local(series: Iterable[Pay], there: AreaPay) -> tuple[Pay, ...]:
    """Series of pay with the place's percentiles instead of the country's."""
    kept = tuple(pay for pay in series if pay.basis != "percentiles")
    return (there.pay, *kept) if there.pay and there.pay.unit == "USD/year" else kept
