"""What official data sets say, read from the stores."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careercli.model.basics import Figure, Pay, Source
from careercli.model.codec import build
from careercli.store.schema import AREA_PAY, TRAIT
from careercli.store.store_chain import StoreChain, rows_in
from careercli.store.wages import (
    HUNDREDTHS,
    TENTHS,
    THOUSANDTHS,
    WageRow,
    area_id,
    code_id,
    code_text,
)
from careercli.text import normalize_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from careercli.model.datasets import Area, AreaPay, Dataset, Element, PriceParity, Program
    from careercli.model.move_inputs import Calibration, OccupationTraits, Preparation
    from careercli.model.occupation import Exposure


DATASETS = (
    *("onet", "oews", "oews-states", "oews-metros", "projections"),
    *("prices-states", "prices-metros", "prices-portions"),
    *("exposure-gpts", "exposure-microsoft", "programs"),
)
"""The data sets, in the order in which they are listed."""


class OfficialReader(StoreChain):
    """Data sets, pay by area, and what else is official of occupations and areas."""

    # -- data sets -----------------------------------------------------------------------------

    def datasets(self) -> list[Dataset]:
        """The data sets in use: those that were added, and the others of the edition."""
        from careercli.model.datasets import Dataset

        rows = dict(self.query_official("SELECT name, record FROM dataset"))
        order = [*(name for name in DATASETS if name in rows), *sorted(rows.keys() - set(DATASETS))]
        return [build(Dataset, json.loads(rows[name])) for name in order]

    def official_source(self, name: str) -> Source:
        """The source of a data set's figures."""
        sql = "SELECT record FROM dataset WHERE name = ?"
        ((record,),) = self._holder(name).execute(sql, (name,))
        return build(Source, json.loads(record)["source"])

    # -- O*NET's ratings, and what moves read ---------------------------------------------------

    def elements(self) -> dict[str, Element]:
        """O*NET's own skills, by element id."""
        from careercli.model.datasets import Element

        rows = self._holder("onet").execute("SELECT id, record FROM element")
        return {element_id: build(Element, json.loads(record)) for element_id, record in rows}

    def traits(self, codes: Collection[str]) -> dict[str, OccupationTraits]:
        """O*NET-SOC code -> what moves read of each of these occupations."""
        from careercli.model.move_inputs import OccupationTraits

        rows = rows_in(self._occupations, f"{TRAIT.select()} WHERE code IN ({{}})", codes)
        return {code: OccupationTraits(code, *fields) for code, *fields in rows}

    def preparations(self, codes: Collection[str]) -> dict[str, Preparation]:
        """O*NET-SOC code -> what each of these occupations asks for by O*NET's survey."""
        from careercli.model.move_inputs import Preparation

        keys = [f"soc:{code}" for code in codes]
        sql = "SELECT key, record FROM role WHERE key IN ({})"
        preparations: dict[str, Preparation] = {}
        for key, record in rows_in(self._occupations, sql, keys):
            occupation = json.loads(record)["occupation"]
            programs = occupation.get("software", ())
            preparations[key.removeprefix("soc:")] = Preparation(
                {share["name"]: share["percent"] for share in occupation.get("education", ())},
                tuple(program["name"] for program in programs if program.get("in_demand")),
                occupation.get("separation_rate", {}).get("value"),
            )
        return preparations

    def relations(self) -> list[tuple[str, str, str]]:
        """Code, the code under which the survey counts it, and what O*NET relates to it, each code
        behind the digit of its tier, of every occupation."""
        return self._occupations.execute("SELECT code, counted, related FROM trait").fetchall()

    def rated_skills(self) -> dict[str, str]:
        """O*NET element id -> name of the skills, in the order of `OccupationTraits.levels`."""
        sql = "SELECT id, name FROM rated_skill ORDER BY position"
        return dict(self._occupations.execute(sql).fetchall())

    def has_skill_ratings(self) -> bool:
        """Whether the release of O*NET in use rates the skills of any occupation."""
        return any(self._occupations.execute("SELECT 1 FROM rated_skill LIMIT 1"))

    def likeness(self, code: str) -> dict[str, int]:
        """O*NET-SOC code -> how like it an occupation is, in hundredths; see `core.likeness`.

        Empty if it is not known.
        """
        import zlib
        from array import array

        from careercli.model.move_inputs import UNKNOWN_LIKENESS

        database = self._holder("onet")
        sql = (
            "SELECT scores FROM likeness_scores WHERE position ="
            " (SELECT position FROM likeness WHERE code = ?)"
        )
        for (packed,) in database.execute(sql, (code,)):
            pairs = zip(self._compared, array("h", zlib.decompress(packed)), strict=True)
            return {other: score for other, score in pairs if score != UNKNOWN_LIKENESS}
        return {}

    @cached_property
    def _compared(self) -> list[str]:
        """The codes of the occupations whose likeness is known, as scores are stored."""
        sql = "SELECT code FROM likeness ORDER BY position"
        return [code for (code,) in self._holder("onet").execute(sql)]

    def missing_facets(self) -> dict[str, tuple[str, ...]]:
        """O*NET-SOC code -> the facets of likeness that the occupation lacks, if any."""
        sql = "SELECT code, missing_facets FROM likeness WHERE missing_facets != ''"
        rows = self._holder("onet").execute(sql)
        return {code: tuple(facets.split()) for code, facets in rows}

    def calibration(self) -> Calibration | None:
        """What coverage of O*NET's skills is usual within a major group."""
        return _calibration(self._holder("onet").execute(CALIBRATED, ("skills",)))

    def guide_calibration(self, level: str) -> Calibration | None:
        """What coverage of the guides' skills is usual within a family, at a seniority.

        None if the user added guides, with which it is to be worked out again.
        """
        if self._user:
            return None
        return _calibration(self._databases[0].execute(CALIBRATED, (f"guide-{level}",)))

    # -- areas ---------------------------------------------------------------------------------

    def areas(self) -> list[Area]:
        """The states, territories and other areas that have survey pay, by name."""
        from careercli.model.datasets import Area

        sql = "SELECT dataset, code, title, kind, state FROM area WHERE kind != 'country'"
        areas = (Area._make(row[1:]) for row in self.query_official(sql))
        return sorted(areas, key=lambda area: area.title)

    def area_pay(self, code: str, area: str = "") -> list[AreaPay]:
        """What the survey says of an occupation in each area, by the area's name; or in one area.

        code: a code of the survey
        area: the code of an area; 99 is the United States
        """
        where = "area_pay.area = ?" if area else "kind != 'country'"
        ids = [area_id(area)] if area else []
        paid = self._paid(f"area_pay.code = ? AND {where}", code_id(code), *ids)
        return sorted((pay for _, pay in paid), key=lambda pay: pay.area)

    def wages_in(self, area: str) -> dict[str, AreaPay]:
        """Code of the survey -> what it says of each occupation in an area."""
        return dict(self._paid("area_pay.area = ?", area_id(area)))

    def _paid(self, condition: str, *values: int) -> Iterator[tuple[str, AreaPay]]:
        """Codes of the survey, each with what it says of the occupation in an area."""
        sources = self._source_ids()
        columns = ", ".join(f"area_pay.{column}" for column in AREA_PAY.columns)
        sql = (
            f"SELECT dataset, area.code, title, {columns} FROM area_pay"  # noqa: S608
            f" JOIN area ON area.id = area_pay.area WHERE {condition}"
        )
        for dataset, area_code, title, *fields in self.query_official(sql, *values):
            row = WageRow._make(fields)
            yield code_text(row.code), _area_pay(sources[dataset], area_code, title, row)

    def _source_ids(self) -> dict[str, str]:
        """Data set -> its id as a source of figures."""
        return {dataset.name: dataset.id for dataset in self.datasets()}

    def surveyed_as(self) -> dict[str, str]:
        """O*NET-SOC code -> the code by which the survey counts the occupation, if it does."""
        return dict(self._occupations.execute("SELECT code, counted FROM trait"))

    def price_parity(self, area: str) -> PriceParity | None:
        """What an area's prices are beside the country's; of a nonmetropolitan area, its state's
        nonmetropolitan portion. None if there is none."""
        from careercli.model.datasets import PriceParity

        code = f"{area[:2]}999" if len(area) > NONMETROPOLITAN_DIGITS else area
        sources = self._source_ids()
        sql = "SELECT dataset, area, title, year, value FROM price WHERE area = ?"
        for dataset, portion, title, year, prices in self.query_official(sql, code):
            return PriceParity(portion, title, year, prices, sources[dataset])
        return None

    # -- occupations ---------------------------------------------------------------------------

    def exposures(self, code: str) -> list[Exposure]:
        """How far each study finds an occupation exposed to AI, with its place among all.

        code: an O*NET-SOC code; a study by SOC codes is asked for the first six digits
        """
        from careercli.model.occupation import Exposure

        sql = (
            "SELECT dataset, rater, measure, value, rank, total, tied FROM exposure"
            " WHERE code IN (?, ?) ORDER BY rowid"
        )
        return [Exposure(*row) for row in self.query_official(sql, code, code[:7])]

    def programs(self, code: str) -> list[Program]:
        """The fields of study that commonly prepare for the occupation with a SOC code."""
        from careercli.model.datasets import Program

        sql = (
            "SELECT program.dataset, program.code, title FROM program_occupation"
            " JOIN program ON program.code = program_occupation.program"
            " WHERE program_occupation.code = ? ORDER BY program.code"
        )
        return [Program(*program) for _, *program in self.query_official(sql, code[:7])]

    def fields_of_study(self) -> dict[Program, tuple[str, ...]]:
        """Every field of study -> SOC codes of the occupations for which it commonly prepares."""
        from careercli.model.datasets import Program

        codes: dict[str, list[str]] = {}
        sql = "SELECT dataset, program, code FROM program_occupation ORDER BY rowid"
        for _, program, code in self.query_official(sql):
            codes.setdefault(program, []).append(code)
        programs = self.query_official("SELECT dataset, code, title FROM program ORDER BY code")
        return {
            Program(program, title): tuple(codes.get(program, ())) for _, program, title in programs
        }

    def is_field_of_study(self, words: str) -> bool:
        """Whether the name of a field of study begins with these words."""
        tokens = normalize_name(words).split()
        if not tokens:
            return False
        sql = "SELECT dataset, title FROM program WHERE title LIKE ?"
        rows = self.query_official(sql, f"{tokens[0]}%")
        return any(normalize_name(title).split()[: len(tokens)] == tokens for _, title in rows)


NONMETROPOLITAN_DIGITS = 5
"""Nonmetropolitan areas have codes of more digits than this."""


CALIBRATED = "SELECT mean, deviation, roles, pairs FROM calibration WHERE name = ?"


def _calibration(rows: Iterable[Any]) -> Calibration | None:
    from careercli.model.move_inputs import Calibration

    return next((Calibration(*row) for row in rows), None)


def _area_pay(source: str, code: str, title: str, row: WageRow) -> AreaPay:
    from careercli.core.pay import THIN_MEAN
    from careercli.model.datasets import AreaPay

    error = _share(row.mean_error, TENTHS)
    series = Pay(
        "percentiles",
        row.by_year,
        source,
        title,
        kind="survey",
        at_least=row.open_points,
        rough=error is not None and error > THIN_MEAN,
    )
    yearly = series if row.by_year else None
    hourly = series._replace(points=row.by_hour, unit="USD/hour") if row.by_hour else None
    return AreaPay(
        title,
        yearly or hourly,
        Figure(float(row.employment), "jobs", source, "survey") if row.employment else None,
        code,
        hourly,
        _share(row.employment_error, TENTHS),
        error,
        _share(row.jobs_per_1000, THOUSANDTHS),
        _share(row.location_quotient, HUNDREDTHS),
    )


def _share(amount: int | None, unit: int) -> float | None:
    return None if amount is None else amount / unit
