"""The wage survey and the projections: each quirk of the real files, in a small one."""

import csv
import io
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from careercli.errors import DataError
from careercli.official import oews, projections, survey_codes
from careercli.official.dataset import ParsedDataset
from careercli.official.files import members
from tests.support import official
from tests.support.official import WAGE_HEADER, WAGES, wage
from tests.support.rows import Surveyed, survey


def as_csv(path: Path, rows: list[tuple[Any, ...]], encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


# -- the survey ----------------------------------------------------------------------------------


@pytest.fixture
def national(tmp_path: Path) -> Surveyed:
    path = official.wages_2024(tmp_path / "national_M2024_dl.xlsx")
    packed = official.zipped(
        tmp_path / "oesm24nat.zip", {"oesm24nat/national_M2024_dl.xlsx": path.read_bytes()}
    )
    (reading,) = survey(packed)
    return reading


def test_the_year_and_the_pay(national: Surveyed) -> None:
    assert (national.dataset.name, national.dataset.release) == ("oews", "2024")
    nurse = national.by_code()["29-1171"]
    assert nurse["employment"] == 3_282_010
    assert nurse["pay"] == {
        "mean": 98_430,
        "p10": 66_030,
        "p25": 78_610,
        "p50": 93_600,
        "p75": 107_960,
        "p90": 135_320,
    }


def test_a_code_that_stands_twice_is_taken_as_detailed(national: Surveyed) -> None:
    assert [row.code for row in national.rows].count(131020) == 1
    assert national.by_code()["13-1020"]["pay"]["p50"] == 75_650


def test_the_top_code_is_at_least_and_never_a_figure(national: Surveyed) -> None:
    chief = national.by_code()["11-1011"]
    assert chief["pay"]["p90"] == 239_200
    assert chief["at_least"] == ("p75", "p90")


def test_what_is_not_published_is_left_out_and_never_0(national: Surveyed) -> None:
    assert national.by_code()["15-1251"] == {"employment": 1000}
    actors = national.by_code()["27-2011"]
    assert "employment" not in actors
    assert "pay" not in actors


def test_hourly_pay_stands_where_yearly_is_not_published(national: Surveyed) -> None:
    assert national.by_code()["27-2011"]["hourly"]["p50"] == 29.05


def test_yearly_pay_stands_where_hourly_is_not_published(national: Surveyed) -> None:
    assert "hourly" not in national.by_code()["29-1171"]  # its hourly columns hold *


def test_marks_of_other_columns_are_not_read(tmp_path: Path) -> None:
    header = ("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "PCT_RPT", "A_MEDIAN", "A_PCT90")
    row = ("29-1171", "Nurse Practitioners", "detailed", "**", "~", "93,600", "#")
    path = official.workbook(tmp_path / "national_M2024_dl.xlsx", {"a": [header, row]})
    (reading,) = survey(path)
    assert reading.by_code()["29-1171"] == {
        "pay": {"p50": 93_600, "p90": 239_200},
        "at_least": ("p90",),
    }


@pytest.mark.parametrize(("year", "top"), [("2020", 208_000), ("2023", 239_200)])
def test_the_top_code_is_that_of_the_year(tmp_path: Path, year: str, top: int) -> None:
    path = official.workbook(tmp_path / f"national_M{year}_dl.xlsx", {"national": WAGES})
    (reading,) = survey(path)
    assert reading.by_code()["11-1011"]["pay"]["p90"] == top


def test_values_above_the_cap_are_values(tmp_path: Path) -> None:
    row = wage("11-1011", "Chief Executives", (1, 1, 1, 1, 356_200, 507_730))
    path = official.workbook(tmp_path / "national_M2025_dl.xlsx", {"a": [WAGE_HEADER, row]})
    (reading,) = survey(path)
    assert reading.by_code()["11-1011"]["pay"]["p90"] == 507_730
    assert "at_least" not in reading.by_code()["11-1011"]


def test_2017_has_other_names_and_an_older_classification(tmp_path: Path) -> None:
    header = ("OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "a_median", "A_MEAN", "A_PCT10")
    rows = [header, ("29-1171", "Nurse Practitioners", "detailed", 1, 70_000, 73_550, None)]
    path = official.workbook(tmp_path / "national_M2017_dl.xlsx", {"national_dl": rows})
    (reading,) = survey(path)
    assert reading.by_code()["29-1171"]["pay"] == {"p50": 70_000, "mean": 73_550}
    assert (reading.dataset.release, reading.dataset.soc) == ("2017", "2010")


def test_copies_saved_by_a_spreadsheet_or_a_data_frame(tmp_path: Path) -> None:
    header = ("OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEAN", "A_MEDIAN", "A_PCT90")
    rows = [header, ("11-1011", "Chief Executives", "211,850", 262930.0, "206,420", "")]
    path = as_csv(tmp_path / "national_wages_2024.csv", rows, "utf-8-sig")
    (reading,) = survey(path)
    chief = reading.by_code()["11-1011"]
    assert (chief["employment"], chief["pay"]) == (
        211_850,
        {"p50": 206_420, "mean": 262_930},
    )


def test_states_and_metropolitan_areas_are_data_sets_of_their_own(tmp_path: Path) -> None:
    pay = ("86,720", "43,120", "58,550", "81,250", "109,850", "141,320")
    nation = wage("29-1171", "Nurse Practitioners", pay)
    state = wage("29-1171", "Nurse Practitioners", pay, area=("06", "California", "2"))
    metro = wage("29-1171", "Nurse Practitioners", pay, area=("41860", "San Francisco, CA", "4"))
    other = list(state)
    other[6], other[1] = "3-digit", "An industry"
    path = as_csv(tmp_path / "all_M2024.csv", [WAGE_HEADER, nation, state, metro, tuple(other)])
    found = {reading.dataset.name: reading for reading in survey(path)}
    assert set(found) == {"oews", "oews-states", "oews-metros"}
    assert [area.title for area in found["oews-states"].areas] == ["California"]
    assert found["oews-metros"].by_code()["29-1171"]["pay"]["p50"] == 81_250


def test_a_file_without_a_year_says_so_and_takes_one(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "wages.csv", [row for row in WAGES if "#" not in row])
    (reading,) = survey(path)
    assert "--release" in reading.dataset.notes[0]
    assert survey(path, "2024")[0].dataset.release == "2024"


def test_a_top_code_without_its_year_asks_for_the_year(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "wages.csv", WAGES)
    with pytest.raises(DataError, match=r"top code of a year.*--release 2025"):
        survey(path)
    assert survey(path, "2024")[0].by_code()["11-1011"]["pay"]["p90"] == 239_200


def test_more_may_be_published_below_a_top_code_than_it_says(tmp_path: Path) -> None:
    row = wage("27-2021", "Athletes", (1, 1, 1, 1, 775_740, "#"))
    path = as_csv(tmp_path / "state_M2025_dl.csv", [WAGE_HEADER, row])
    assert survey(path)[0].by_code()["27-2021"]["at_least"] == ("p90",)


def test_two_years_are_not_mixed(tmp_path: Path) -> None:
    for year in ("2023", "2024"):
        official.workbook(tmp_path / f"national_M{year}_dl.xlsx", {"a": WAGES})
    with pytest.raises(DataError, match="of one year"):
        survey(tmp_path)


def test_combined_codes_are_those_of_the_classification() -> None:
    parts = [part for parts in survey_codes.COMBINED.values() for part in parts]
    assert len(parts) == len(set(parts))  # none is counted in two
    assert not survey_codes.COMBINED.keys() & set(parts)
    assert all(
        part[:3] == code[:3] for code, parts in survey_codes.COMBINED.items() for part in parts
    )


@pytest.mark.parametrize("name", ["oes_may2024_nat.zip", "oews_data.csv", "oews.xlsx"])
def test_a_web_page_by_another_name_says_what_to_download(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n<!DOCTYPE HTML>\n<html><title>Access Denied</title></html>")
    with pytest.raises(DataError, match=r"web page.*Download.*careercli sources add FILE"):
        survey(path)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = official.workbook(tmp_path / "book.xlsx", {"a": [("Name", "Age")]})
    with pytest.raises(DataError, match="no table of wages"):
        survey(path)


# -- the projections -----------------------------------------------------------------------------


def projected(path: Path) -> ParsedDataset:
    with members(path, projections.BY_HAND) as found:
        return projections.read(str(path), found, "", lambda _: None)


def test_line_items_are_taken_with_openings_in_people(tmp_path: Path) -> None:
    reading = projected(official.projections_2024(tmp_path / "occupation.xlsx"))
    assert (reading.dataset.release, reading.dataset.soc) == ("2024\u201334", "2018")
    found = reading.parts
    assert set(found) == {"00-0000", "29-1171", "13-1020"}
    assert reading.dataset.occupations == 2  # all of them together are none
    assert found["29-1171"] == {
        "title": "Nurse practitioners",
        "growth": 4.9,
        "openings": 189_100,
        "education": "Bachelor's degree",
        "experience": "None",
    }
    assert found["00-0000"]["growth"] == 3.1


def test_a_header_of_two_rows_as_in_older_cycles(tmp_path: Path) -> None:
    rows = [
        ("Table 1.7 Occupational projections, 2016-26\n (Numbers in thousands)",),
        (
            *("2016 National Employment Matrix title and code", None, "Occupation\ntype"),
            *(
                "Employment",
                None,
                "Employment Change, 2016-26",
                None,
                "Percent self employed, 2016",
            ),
            *("Occupational openings, 2016-26 annual average", "Median annual wage, 2017(1)"),
            *("Typical education needed for entry", "Work experience in a related occupation"),
            "Typical on-the-job training needed to attain competency in the occupation",
        ),
        (None, None, None, 2016, 2026, "Number", "Percent", *(None,) * 6),
        (
            *("Nurse practitioners", "29-1171", "Line item", 2955.2, 3393.2, 438.1, 14.8, "\u2014"),
            *(203.7, 70_000, "Bachelor's degree", "None", "None"),
        ),
    ]
    reading = projected(official.workbook(tmp_path / "occupation.xlsx", {"Table 1.7": rows}))
    assert (reading.dataset.release, reading.dataset.soc) == ("2016\u201326", "2010")
    nurse = reading.parts["29-1171"]
    assert (nurse["growth"], nurse["openings"]) == (14.8, 203_700)


def test_the_export_of_the_web_page(tmp_path: Path) -> None:
    header = (
        *("Occupation Title", "Occupation Code", "Employment 2024", "Employment 2034"),
        *("Employment Change, 2024-2034", "Employment Percent Change, 2024-2034"),
        *("Occupational Openings, 2024-2034 Annual Average", "Median Annual Wage 2024"),
        *("Typical Entry-Level Education", "Education Code"),
        *("Work Experience in a Related Occupation", "Workex Code"),
        *("Typical on-the-job Training", "trCode"),
    )
    row = (
        *("Nurse practitioners    * Charge Nurse* Staff Nurse", '="29-1171"', "3,300.1", "1", "1"),
        *("-4.9", "1,189.1", ">=239,200", "Bachelor's degree", "3", "None", "4", "N/A", "6"),
    )
    reading = projected(as_csv(tmp_path / "Employment Projections.csv", [header, row]))
    assert reading.dataset.release == "2024\u201334"
    assert reading.parts["29-1171"] == {
        "title": "Nurse practitioners",
        "growth": -4.9,
        "openings": 1_189_100,
        "education": "Bachelor's degree",
        "experience": "None",
    }


def test_self_employed_and_separations_are_read_from_their_tables(tmp_path: Path) -> None:
    main = [
        ("Table 1.2 Occupational projections",),
        (
            *("2024 National Employment Matrix title", "2024 National Employment Matrix code"),
            *("Occupation type", "Employment change, percent, 2024\u201334"),
            *("Percent self employed, 2024", "Occupational openings, 2024\u201334 annual average"),
            "Typical education needed for entry",
        ),
        ("Barbers", "39-5011", "Line item", 3.9, 76.0, 8.4, "Postsecondary nondegree award"),
        ("Actors", "27-2011", "Line item", 0.3, "\u2014", 6.3, "Some college, no degree"),
    ]
    separations = [
        ("Table 1.10 Occupational separations and openings",),
        (
            *("2024 National Employment Matrix title", "2024 National Employment Matrix code"),
            *("Occupation type", "Employment change, percent, 2024\u201334"),
            "Labor force exit rate, 2024\u201334 annual average",
            "Occupational transfer rate, 2024\u201334 annual average",
            "Labor force exits, 2024\u201334 annual average",
        ),
        ("Barbers", "39-5011", "Line item", 3.9, 5.1, 6.2, 4.1),
    ]
    sheets = {"Table 1.10": separations, "Table 1.2": main}
    found = projected(official.workbook(tmp_path / "occupation.xlsx", sheets)).parts
    barber = found["39-5011"]
    assert (barber["self_employed"], barber["exit_rate"], barber["transfer_rate"]) == (76, 5.1, 6.2)
    assert not {"self_employed", "exit_rate", "transfer_rate"} & found["27-2011"].keys()


def test_a_projection_that_is_no_number_is_refused_with_its_place(tmp_path: Path) -> None:
    header = (
        *("Occupation Title", "Occupation Code", "Employment Percent Change, 2024-2034"),
        *("Occupational Openings", "Typical Entry-Level Education"),
    )
    rows = [header, ("Actors", "27-2011", "some", "6.3", "None")]
    with pytest.raises(DataError, match=r"line 2: must have numbers \(found some in 27-2011"):
        projected(as_csv(tmp_path / "Employment Projections.csv", rows))


EXPORTED = (
    *("Occupation Title", "Occupation Code", "Employment Percent Change, 2024-2034"),
    *("Occupational Openings", "Typical Entry-Level Education"),
)
MARKETERS = ("Marketing managers    * CMO", "11-2021", "6.6", "34.3", "Bachelor's degree")


@pytest.mark.parametrize("cell", ["Nov-21", "44501", "2021-11-01", " 112021 "])
def test_codes_of_projections_are_restored_as_those_of_the_survey(
    tmp_path: Path, cell: str
) -> None:
    changed = (MARKETERS[0], cell, *MARKETERS[2:])
    path = as_csv(tmp_path / "projections.csv", [EXPORTED, changed])
    with members(path, "") as found:
        titles = {"Marketing managers": "11-2021"}
        reading = projections.read("", found, "", lambda _: None, titles)
    assert reading.parts["11-2021"]["openings"] == 34_300
    assert "had changed 1 codes" in reading.dataset.notes[0]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("Something new", "Nov-21", *MARKETERS[2:]), "have an occupation code such as 11-2021"),
        ((*MARKETERS[:3], "35", MARKETERS[4]), "not have other figures than an earlier row"),
        (("Actors", "27-2011", "n/a", *MARKETERS[3:]), "have numbers"),
    ],
)
def test_rows_of_projections_that_are_not_certain_are_named(
    tmp_path: Path, row: tuple[str, ...], rule: str
) -> None:
    path = as_csv(tmp_path / "projections.csv", [EXPORTED, MARKETERS, row])
    with pytest.raises(DataError, match=f"line 3: must {rule}"):
        projected(path)


def test_a_workbook_without_the_table_is_refused(tmp_path: Path) -> None:
    path = official.workbook(tmp_path / "a.xlsx", {"Table 1.1": [("Title", "Code"), ("x", "y")]})
    with pytest.raises(DataError, match="no table of occupational projections"):
        projected(path)


@pytest.mark.parametrize("source", [oews, projections])
def test_a_cell_as_long_as_a_book_is_no_csv(tmp_path: Path, source: ModuleType) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'"{"a" * 200_000}",b\n1,2\n')
    with members(path, "") as found, pytest.raises(DataError, match="isn't CSV"):
        source.read("a.csv", found, "", lambda _: None)
