"""What readers of publishers' files say of occupations and areas, as the rows of a store."""

from collections.abc import Iterable, Iterator
from typing import cast

from careercli.model.codec import to_json_data
from careercli.official.dataset import Area, ParsedDataset, Part, Row, Rows
from careercli.official.survey_rows import SurveyRecord
from careercli.store.schema import AREA, AREA_PAY, ELEMENT, IMPORT_RECORD
from careercli.store.wages import area_id, code_id
from careercli.store.writer import as_json

COUNTRY = Area("99", "United States", "country", "US")


def rows_of(readings: Iterable[ParsedDataset]) -> Rows:
    """The rows of data sets, each gone through once. Raises DataError, as readers do."""
    datasets = []
    for reading in readings:
        name = reading.dataset.name
        if name.startswith("oews"):
            yield from _survey_rows(name, cast("Iterable[SurveyRecord]", reading.parts))
        else:
            yield from _rows(name, reading.parts)
        for element in reading.elements:
            yield ELEMENT, (name, element.id, as_json(to_json_data(element)))
        datasets.append(reading.completed() if reading.completed else reading.dataset)
    return datasets


def _rows(name: str, parts: Iterable[Part]) -> Iterator[Row]:
    for part in parts:
        yield IMPORT_RECORD, (name, part.code, as_json(part.whole))


def _survey_rows(name: str, parts: Iterable[SurveyRecord]) -> Iterator[Row]:
    """Pay in columns; an area once, and the title of an occupation once for the country."""
    areas: dict[Area, int] = {}
    codes: dict[str, int] = {}
    for part in parts:
        place = part.place or COUNTRY
        area = areas.get(place)
        if area is None:
            area = areas[place] = area_id(place.code)
            yield AREA, (name, area, *place)
        if place is COUNTRY:
            yield IMPORT_RECORD, (name, part.code, as_json({"title": part.title}))
        code = codes.get(part.code)
        if code is None:
            code = codes[part.code] = code_id(part.code)
        yield AREA_PAY, (code, area, *part.figures)
