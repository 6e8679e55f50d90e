"""The rows of a store that a reader of files hands on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from careercli.model.datasets import Area, Dataset
from careercli.official import oews, survey_rows
from careercli.official.dataset import Row, Rows
from careercli.official.files import members
from careercli.store.schema import AREA, AREA_PAY
from careercli.store.wages import HUNDREDTHS, TENTHS, THOUSANDTHS, WageRow, code_text


def drain(rows: Rows) -> tuple[list[Row], list[Dataset]]:
    """Every row of data sets, and what is known of them in the end."""
    every = []
    while True:
        try:
            every.append(next(rows))
        except StopIteration as end:
            return every, end.value


class Surveyed(NamedTuple):
    """A data set of the wage survey, with its areas and rows in the order of the file."""

    dataset: Dataset
    areas: list[Area]
    rows: list[WageRow]

    def by_code(self) -> dict[str, dict[str, Any]]:
        """Code -> the published figures of an occupation."""
        return {code_text(row.code): _figures(row) for row in self.rows}


def survey(
    path: Path, release: str = "", titles: Mapping[str, str] | None = None
) -> list[Surveyed]:
    """The data sets of the wage survey in a file."""
    with members(path, survey_rows.BY_HAND) as found:
        rows, datasets = drain(oews.read(str(path), found, release, lambda _: None, titles))
    areas = {row[1]: (row[0], Area._make(row[2:])) for table, row in rows if table is AREA}
    paid = [WageRow._make(row) for table, row in rows if table is AREA_PAY]
    return [
        Surveyed(
            dataset,
            [area for name, area in areas.values() if name == dataset.name],
            [row for row in paid if areas[row.area][0] == dataset.name],
        )
        for dataset in datasets
    ]


def _figures(row: WageRow) -> dict[str, Any]:
    figures = {
        "employment": row.employment,
        "employment_rse": row.employment_error and row.employment_error / TENTHS,
        "jobs_per_1000": row.jobs_per_1000 and row.jobs_per_1000 / THOUSANDTHS,
        "location_quotient": row.location_quotient and row.location_quotient / HUNDREDTHS,
        "mean_rse": row.mean_error and row.mean_error / TENTHS,
        "pay": row.by_year,
        "hourly": row.by_hour,
        "at_least": row.open_points,
    }
    return {name: figure for name, figure in figures.items() if figure}
