"""What official data sets say, read from the stores."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from careercli.model.basics import Figure, Pay, Source
from careercli.model.codec import build
from careercli.store.chain import StoreChain
from careercli.store.schema import TRAIT

if TYPE_CHECKING:
    from careercli.model.move_inputs import Calibration, OccupationTraits
    from careercli.model.occupation import AreaPay, Dataset, Element


class OfficialReader(StoreChain):
    """Data sets, pay by area, and what moves read of occupations."""

    def imported(self) -> bool:
        """Whether any official data set was imported."""
        return any(self._query("SELECT 1 FROM dataset LIMIT 1"))

    def datasets(self) -> list[Dataset]:
        """The data sets that were imported."""
        from careercli.model.occupation import Dataset

        rows = self._query("SELECT record FROM dataset ORDER BY rowid")
        return [build(Dataset, json.loads(record)) for (record,) in rows]

    def official_source(self, name: str) -> Source | None:
        """The source of an imported data set's figures; None if it was not imported."""
        for (record,) in self._query("SELECT record FROM dataset WHERE name = ?", name):
            return build(Source, json.loads(record)["source"])
        return None

    def nearest_figures(self, code: str) -> dict[str, Any] | None:
        """The bundled official figures of an occupation, as a guide's `nearest`."""
        for (record,) in self._query("SELECT record FROM nearest WHERE code = ?", code):
            return dict(json.loads(record))
        return None

    def nearest_sources(self) -> dict[str, Any]:
        """The sources of the bundled official figures, by id."""
        rows = self._query("SELECT id, record FROM nearest_source")
        return {source_id: json.loads(record) for source_id, record in rows}

    def elements(self) -> dict[str, Element]:
        """O*NET's own skills, by element id; none before O*NET is imported."""
        from careercli.model.occupation import Element

        rows = self._query("SELECT id, record FROM element")
        return {element_id: build(Element, json.loads(record)) for element_id, record in rows}

    def traits(self) -> dict[str, OccupationTraits]:
        """O*NET-SOC code -> what moves read of the occupation.

        Of occupations that were not imported there is what is bundled: the job zone.
        """
        from array import array

        from careercli.model.move_inputs import OccupationTraits

        traits: dict[str, OccupationTraits] = {}
        for database in self._databases:
            for *values, levels in database.execute(TRAIT.select()):
                trait = OccupationTraits._make((*values, array("h", levels)))
                if trait.zone is None and trait.code in traits:
                    trait = trait._replace(zone=traits[trait.code].zone)
                traits[trait.code] = trait
        return traits

    def rated_skills(self) -> dict[str, str]:
        """O*NET element id -> name of the skills, in the order of `OccupationTraits.levels`."""
        return dict(self._query("SELECT id, name FROM rated_skill ORDER BY position"))

    def ratings_imported(self) -> bool:
        """Whether O*NET's skill ratings of any occupation were imported."""
        return any(self._query("SELECT 1 FROM rated_skill LIMIT 1"))

    def likeness(self, code: str) -> dict[str, int]:
        """O*NET-SOC code -> how like it an occupation is, in hundredths; see `core.similarity`.

        Worked out of what was imported, else what is bundled; empty if it is not known.
        """
        from array import array

        from careercli.model.move_inputs import UNKNOWN_LIKENESS

        for database in reversed(self._databases):
            sql = "SELECT scores FROM likeness WHERE code = ?"
            for (scores,) in database.execute(sql, (code,)):
                codes = database.execute("SELECT code FROM likeness ORDER BY position")
                pairs = zip(codes, array("h", scores), strict=True)
                return {other: score for (other,), score in pairs if score != UNKNOWN_LIKENESS}
        return {}

    def missing_facets(self) -> dict[str, tuple[str, ...]]:
        """O*NET-SOC code -> the facets of similarity that the occupation lacks, if any."""
        for database in reversed(self._databases):
            if rows := list(database.execute("SELECT code, missing_facets FROM likeness")):
                return {code: tuple(facets.split()) for code, facets in rows if facets}
        return {}

    def calibration(self) -> Calibration | None:
        """What coverage of O*NET's skills is usual within a major group; None before an import."""
        from careercli.model.move_inputs import Calibration

        for row in self._query("SELECT mean, deviation, roles, pairs FROM calibration"):
            return Calibration(*row)
        return None

    def area_pay(self, code: str) -> list[AreaPay]:
        """What the survey says of an occupation in each area, by the area's name."""
        from careercli.model.occupation import AreaPay

        ids = {dataset.name: dataset.id for dataset in self.datasets()}
        areas = []
        sql = "SELECT dataset, area, record FROM area_pay WHERE code = ? ORDER BY area"
        for dataset, area, stored in self._query(sql, code):
            record, source = json.loads(stored), ids[dataset]
            unit = "USD/year" if "pay" in record else "USD/hour"
            pay, jobs = record.get("pay") or record.get("hourly"), record.get("employment")
            series = {"basis": "percentiles", "source": source, "kind": "survey", "unit": unit}
            series["place"] = area
            areas.append(
                AreaPay(
                    area,
                    build(Pay, {**series, **pay}) if pay else None,
                    Figure(jobs, "jobs", source, "survey") if jobs else None,
                )
            )
        return areas

    def areas(self) -> list[str]:
        """The names of the areas that were imported."""
        return [area for (area,) in self._query("SELECT DISTINCT area FROM area_pay ORDER BY area")]
