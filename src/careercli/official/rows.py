"""What readers of publishers' files say of occupations and areas, as the rows of a store."""

from collections.abc import Iterable, Iterator
from typing import Any

from careercli.model.codec import to_json_data
from careercli.official.dataset import Area, OccupationRecord, ParsedDataset, Row, Rows
from careercli.store.schema import AREA, AREA_PAY, ELEMENT, IMPORT_RECORD
from careercli.store.wages import (
    CENTS,
    HUNDREDTHS,
    TENTHS,
    THOUSANDTHS,
    WAGE_POINTS,
    WageRow,
    area_id,
    code_id,
)
from careercli.store.writer import as_json

COUNTRY = Area("99", "United States", "country", "US")


def rows_of(readings: Iterable[ParsedDataset]) -> Rows:
    """The rows of data sets, each gone through once. Raises DataError, as readers do."""
    datasets = []
    for reading in readings:
        name = reading.dataset.name
        rows = _survey_rows if name.startswith("oews") else _rows
        yield from rows(name, reading.parts)
        for element in reading.elements:
            yield ELEMENT, (name, element.id, as_json(to_json_data(element)))
        datasets.append(reading.completed() if reading.completed else reading.dataset)
    return datasets


def _rows(name: str, parts: Iterable[OccupationRecord]) -> Iterator[Row]:
    for part in parts:
        yield IMPORT_RECORD, (name, part.code, as_json(part.whole))


def _survey_rows(name: str, parts: Iterable[OccupationRecord]) -> Iterator[Row]:
    """Pay in columns; an area once, and the title of an occupation once for the country."""
    areas: set[int] = set()
    for part in parts:
        place = part.place or COUNTRY
        area = area_id(place.code)
        if area not in areas:
            areas.add(area)
            yield AREA, (name, area, *place)
        if place is COUNTRY:
            title = as_json({"title": part.whole["title"]})
            yield IMPORT_RECORD, (name, part.code, title)
        yield AREA_PAY, _wage_row(part.code, area, part.whole)


def _wage_row(code: str, area: int, whole: dict[str, Any]) -> WageRow:
    pay, hourly = whole.get("pay", {}), whole.get("hourly", {})
    open_points = {*pay.get("at_least", ()), *hourly.get("at_least", ())}
    return WageRow(
        code_id(code),
        area,
        _scaled(whole.get("employment"), 1),
        _scaled(whole.get("employment_rse"), TENTHS),
        _scaled(whole.get("jobs_per_1000"), THOUSANDTHS),
        _scaled(whole.get("location_quotient"), HUNDREDTHS),
        _scaled(whole.get("mean_rse"), TENTHS),
        sum(1 << bit for bit, point in enumerate(WAGE_POINTS) if point in open_points),
        *(_scaled(pay.get("points", {}).get(point), 1) for point in WAGE_POINTS),
        *(_scaled(hourly.get("points", {}).get(point), CENTS) for point in WAGE_POINTS),
    )


def _scaled(amount: float | None, unit: int) -> int | None:
    """A published number as an integer of 1/unit."""
    return None if amount is None else round(amount * unit)
