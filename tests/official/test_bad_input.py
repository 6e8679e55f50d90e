"""Files that a spreadsheet saved again, or that are something else: restored, or refused."""

import csv
import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from careercli.errors import DataError
from careercli.official.files import members
from careercli.official.recognize import elsewhere
from tests.support import official
from tests.support.official import NURSE, WAGE_HEADER, WAGES, wage
from tests.support.rows import survey
from tests.support.running import ROOT, Run

HEADER = ("OCC_CODE", "OCC_TITLE", "TOT_EMP", "H_MEDIAN", "A_MEDIAN")
MARKETING = ("11-2021", "Marketing Managers", "384980", "77.42", "161030")
SYSTEMS = ("11-3021", "Computer and Information Systems Managers", "645970", "82.31", "171200")
NURSES = ("29-1171", "Nurse Practitioners", "3282010", "45.00", "93600")


def edition() -> dict[str, str]:
    """The titles of the survey's occupations, as the official edition has them."""
    with (ROOT / "data/official/oews/occupations.csv").open(encoding="utf-8") as file:
        return {row["title"]: row["code"] for row in csv.DictReader(file)}


def saved(
    folder: Path,
    rows: Sequence[Sequence[Any]],
    header: Sequence[str] = HEADER,
    delimiter: str = ",",
) -> Path:
    path = folder / "national_M2024_dl.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    path.write_text(text.getvalue(), "utf-8")
    return path


def read(path: Path, titles: Mapping[str, str] | None = None) -> dict[str, dict[str, Any]]:
    (data_set,) = survey(path, titles=titles)
    return data_set.by_code()


@pytest.mark.parametrize(
    "dates",
    [
        ("Nov-21", "Nov-21"),
        ("nov. 21", "nov. 21"),
        ("1-Nov-21", "1-Nov-21"),
        ("2021-11-01", "3021-11-01"),
        ("11/1/2021", "11/1/3021"),
        ("01.11.2021", "01.11.3021"),
        ("November-2021", "November-3021"),
        ("44501", "409743"),  # days, as a workbook holds them
        ("43039", "408281"),
        (" Nov-21 ", "Nov-21 "),
    ],
)
def test_codes_that_became_months_are_restored_from_the_titles(
    tmp_path: Path, dates: tuple[str, str]
) -> None:
    rows = [(dates[0], *MARKETING[1:]), (dates[1], *SYSTEMS[1:]), NURSES]
    path = saved(tmp_path, rows)
    (data_set,) = survey(path, titles=edition())
    pay = {code: figures["pay"]["p50"] for code, figures in data_set.by_code().items()}
    assert pay == {"11-2021": 161_030, "11-3021": 171_200, "29-1171": 93_600}
    assert "had changed 2 codes" in data_set.dataset.notes[0]


def test_the_files_own_rows_tell_a_code_too(tmp_path: Path) -> None:
    header = ("AREA", "AREA_TITLE", "AREA_TYPE", *HEADER)
    intact = ("06", "California", "2", *MARKETING)
    changed = ("08", "Colorado", "2", "Nov-21", *MARKETING[1:])
    path = saved(tmp_path, [intact, changed], header)
    (data_set,) = survey(path)
    assert [(row.code, row.area) for row in data_set.rows] == [(112021, 6), (112021, 8)]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("Nov-21", "Managers of Something New"),  # no title tells which
        ("Nov-22", "Marketing Managers"),  # which is 11-2021
        ("Dec-21", "Marketing Managers"),
        ("2021-11-01", "Computer and Information Systems Managers"),  # which is 11-3021
        ("112022", "Marketing Managers"),
        ("44502", "Marketing Managers"),  # the second of November
        ("44501", "Computer and Information Systems Managers"),
        ("", "Marketing Managers"),
    ],
)
def test_a_code_that_is_not_certain_is_refused_with_its_row(
    tmp_path: Path, code: str, title: str
) -> None:
    path = saved(tmp_path, [NURSES, (code, title, *MARKETING[2:])])
    with pytest.raises(DataError) as caught:
        read(path, edition())
    (problem,) = caught.value.problems
    assert problem.where == "line 3"
    assert title in problem.found


def test_a_refused_row_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, [NURSES, ("Dec-21", *MARKETING[1:])])
    result = run("sources", "add", "--yes", "--kind=oews", str(path))
    assert (result.code, result.out) == (1, "")
    assert "line 3: must have an occupation code such as 11-2021" in result.err
    assert "Dec-21 for Marketing Managers" in result.err
    assert "Download the file again, and import it as it is; nothing was changed." in result.err


def test_all_rows_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    path = saved(tmp_path, [("Nov-21", f"Title {number}", 1, 2, 3) for number in range(80)])
    with pytest.raises(DataError) as caught:
        read(path)
    assert [one.where for one in caught.value.problems[:2]] == ["line 2", "line 3"]
    assert caught.value.problems[-1].where == "30 more rows"


@pytest.mark.parametrize("code", ["112021", "112021.0", "11 2021", "11\u20132021", '="11-2021"'])
def test_a_code_without_its_hyphen_is_that_code(tmp_path: Path, code: str) -> None:
    assert read(saved(tmp_path, [(code, *MARKETING[1:])]))["11-2021"]["employment"] == 384_980


def test_notes_below_the_table_are_no_rows(tmp_path: Path) -> None:
    path = saved(tmp_path, [NURSES, ("Source: the survey", "", "", "", ""), ("",) * 5])
    assert list(read(path)) == ["29-1171"]


@pytest.mark.parametrize(
    ("delimiter", "figures"),
    [
        (";", ("3282010", "45.00", "93600.0")),
        (";", ("3282010", "45,00", "93600,0")),
        (";", ("3.282.010", "45,00", "93.600")),
        (",", ("3282010", "45,00", "93600")),
        ("\t", ("3282010", "45,00", "93600")),
        (",", ("3,282,010", "45.00", "93,600")),
    ],
)
def test_separators_and_decimals_of_other_countries(
    tmp_path: Path, delimiter: str, figures: tuple[str, str, str]
) -> None:
    nurse = read(saved(tmp_path, [(*NURSES[:2], *figures)], delimiter=delimiter))["29-1171"]
    assert nurse["employment"] == 3_282_010
    assert nurse["pay"] == {"p50": 93_600}
    assert nurse["hourly"] == {"p50": 45}


@pytest.mark.parametrize("figure", ["-93600", "n/a", "9e3", "1,23,4", "93600 USD", "inf", "1_0"])
def test_a_figure_that_is_none_is_refused_with_its_row(
    run: Run, tmp_path: Path, figure: str
) -> None:
    path = saved(tmp_path, [MARKETING, (*NURSES[:4], figure)])
    result = run("sources", "add", "--yes", "--kind=oews", str(path))
    assert (result.code, result.out) == (1, "")
    assert "line 3: must have figures that are numbers of at least 0" in result.err
    assert f"29-1171 Nurse Practitioners: {figure}" in result.err


def test_decimals_in_two_ways_are_refused(tmp_path: Path) -> None:
    rows = [(*MARKETING[:3], "77,42", "161030"), NURSES]
    with pytest.raises(DataError, match="77,42"):
        read(saved(tmp_path, rows, delimiter=";"))


def test_suppressed_figures_are_none_and_top_codes_are_figures(tmp_path: Path) -> None:
    found = read(saved(tmp_path, [(*NURSES[:2], "**", "", "*"), (*MARKETING[:4], "#")]))
    assert found["29-1171"] == {}
    assert (found["11-2021"]["pay"], found["11-2021"]["at_least"]) == ({"p50": 239_200}, ("p50",))


def test_a_row_that_ends_before_the_last_columns_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, [(*NURSES, "", ""), MARKETING], (*HEADER, "ANNUAL", "HOURLY"))
    with pytest.raises(DataError, match="fewer columns than the header"):
        read(path)


def test_codes_published_together_are_taken_if_their_parts_are_not(tmp_path: Path) -> None:
    together = ("11-2030", "Public Relations and Fundraising Managers", "1", "1", "1")
    part = ("11-2032", "Public Relations Managers", "1", "1", "1")
    always = ("13-1020", "Buyers and Purchasing Agents", "1", "1", "1")
    group = ("13-1000", "Business Operations Specialists", "1", "1", "1")
    assert set(read(saved(tmp_path, [together, always, group]))) == {"11-2030", "13-1020"}
    assert set(read(saved(tmp_path, [together, part, always]))) == {"11-2032", "13-1020"}


def test_all_figures_of_the_survey_are_read(tmp_path: Path) -> None:
    header = (*WAGE_HEADER, "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "MEAN_PRSE")
    pay = ("98,430", "66,030", "78,610", "93,600", "107,960", "135,320")
    hours = ("47.32", "31.75", "37.79", "45.00", "51.90", "65.06")
    metro = wage("29-1171", "Nurse Practitioners", pay, hours, area=("1380", "Bend, OR", "4"))
    path = saved(tmp_path, [(*metro, "2.1", "19.470", "0.97", "0.6")], header)
    (data_set,) = survey(path)
    assert data_set.areas == [("01380", "Bend, OR", "metropolitan", "US")]
    assert data_set.by_code()["29-1171"] == {
        "employment": 1000,
        "employment_rse": 2.1,
        "jobs_per_1000": 19.47,
        "location_quotient": 0.97,
        "mean_rse": 0.6,
        "pay": {
            "p10": 66_030,
            "p25": 78_610,
            "p50": 93_600,
            "p75": 107_960,
            "p90": 135_320,
            "mean": 98_430,
        },
        "hourly": {
            "p10": 31.75,
            "p25": 37.79,
            "p50": 45.0,
            "p75": 51.9,
            "p90": 65.06,
            "mean": 47.32,
        },
    }


def test_data_sets_of_one_file_are_told_apart_in_its_order(tmp_path: Path) -> None:
    pay = ("1", "1", "1", "1", "1", "1")
    nation = wage("29-1171", "Nurse Practitioners", pay)
    states = [
        wage("29-1171", "Nurse Practitioners", pay, area=(f"{n}", f"S{n}", "2")) for n in (1, 6)
    ]
    path = saved(tmp_path, [states[0], nation, states[1]], WAGE_HEADER)
    listed = [(one.dataset.name, [area.title for area in one.areas]) for one in survey(path)]
    assert listed == [("oews-states", ["S1", "S6"]), ("oews", ["United States"])]


def test_a_lone_table_of_occupations_replaces_a_release_only_if_that_is_wanted(
    run: Run, tmp_path: Path
) -> None:
    tables = official.onet_30_3()
    whole = official.onet_zip(tmp_path / "db_30_3_text.zip", tables)
    assert run("sources", "add", "--yes", "--kind=onet", str(whole)).code == 0
    lone = tmp_path / "Occupation Data.txt"
    lone.write_bytes(official.text(tables["Occupation Data"]))
    result = run("sources", "add", "--kind=onet", str(lone))
    assert (result.code, result.out) == (1, "")
    assert "most tables are missing" in result.err
    assert "--yes" in result.err
    assert run("show", NURSE, "--section", "skills", "--format", "json").code == 0
    assert run("sources", "add", "--kind=onet", str(lone), "--yes").code == 0


def test_a_file_with_far_fewer_rows_replaces_a_data_set_only_if_that_is_wanted(
    run: Run, home: Path, onet_home: Path, tmp_path: Path
) -> None:
    state = wage("29-1171", "Nurse Practitioners", (1,) * 6, area=("06", "California", "2"))
    header = "Occupation Title,Occupation Code,Percent Change,Openings"
    projections = tmp_path / "projections.csv"
    projections.write_text(f"{header},Typical Entry-Level Education\nActors,27-2011,1,6.3,None\n")
    states = saved(tmp_path, [state], WAGE_HEADER).rename(tmp_path / "state_M2025.csv")
    for path, lost in (
        (saved(tmp_path, [NURSES]), "replace oews, and leave fewer occupations (1 instead of 830)"),
        (states, "and fewer areas (1 instead of 54)"),
        (projections, "replace projections, and leave fewer occupations (1 instead of 832)"),
    ):
        result = run("sources", "add", str(path))
        assert (result.code, result.out) == (1, "")
        assert lost in result.err
        assert "Nothing was changed." in result.err
        assert not (home / "official.db").exists()
    shutil.copytree(onet_home, home, dirs_exist_ok=True)
    assert run("sources", "add", str(projections), "--yes").code == 0
    assert run("sources", "add", str(projections)).code == 0  # as many as before


def test_figures_that_cannot_be_are_refused_with_their_rows(run: Run, tmp_path: Path) -> None:
    header = (*HEADER[:4], "A_PCT10", "A_MEDIAN", "A_PCT90")
    rows = [
        (*NURSES[:4], "50000", "40000", "60000"),
        (*MARKETING[:4], "1", "2", "3"),
        (*MARKETING[:4], "1", "2", "3"),
        (*MARKETING[:4], "1", "2", "4"),
    ]
    result = run("sources", "add", str(saved(tmp_path, rows, header)))
    assert (result.code, result.out) == (1, "")
    assert "line 2: must have percentiles in ascending order" in result.err
    assert "29-1171 Nurse Practitioners: A_PCT10 50,000, A_MEDIAN 40,000" in result.err
    assert "line 5: must not have other figures than an earlier row" in result.err
    assert "line 4" not in result.err


def test_blanks_around_cells_are_no_part_of_them(tmp_path: Path) -> None:
    intact = wage("29-1171", "Nurse Practitioners", ("98,430", 1, 2, 3, 4, 5))
    rows = [[f"{cell} " for cell in intact], [" "] * len(intact)]
    assert read(saved(tmp_path, rows, WAGE_HEADER)) == read(saved(tmp_path, [intact], WAGE_HEADER))


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("rpp.csv", "GeoFIPS,GeoName,Region\n", "regional price parities"),
        ("gpts.csv", "O*NET-SOC Code,Title,dv_rating_beta\n", "GPTs are GPTs"),
        ("ms.csv", "SOC Code,title,ai_applicability_score\n", "Microsoft"),
        ("cip.csv", "CIP2020Code,CIP2020Title,SOC2018Code\n", "crosswalk of fields of study"),
        ("esco.csv", "conceptType,conceptUri,preferredLabel\n", "ESCO"),
        ("Skills.txt", "O*NET-SOC Code\tElement ID\n", "an O*NET database"),
        ("03_occupation_data.sql", "CREATE TABLE occupation_data (", "an O*NET database"),
    ],
)
def test_a_file_of_another_data_set_is_named(
    run: Run, tmp_path: Path, name: str, text: str, what: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    for source in ("oews", "projections"):
        result = run("sources", "add", "--yes", f"--kind={source}", str(path))
        assert (result.code, result.out) == (1, "")
        assert what in result.err


@pytest.mark.parametrize("source", ["onet", "projections"])
def test_the_survey_is_named_where_another_source_was_given(
    run: Run, tmp_path: Path, source: str
) -> None:
    path = official.workbook(tmp_path / "national_M2024_dl.xlsx", {"a": WAGES})
    result = run("sources", "add", "--yes", f"--kind={source}", str(path))
    assert result.code == 1
    assert "This is the wage survey (OEWS): careercli sources add FILE" in result.err


def test_what_is_unknown_is_not_named(tmp_path: Path) -> None:
    path = saved(tmp_path, [("a", "b")], ("Name", "Age"))
    with members(path, "") as found:
        assert elsewhere(found, "") == ""


@pytest.mark.parametrize(("name", "edition_name"), [("a.sql", "SQL"), ("a.xlsx", "Excel")])
def test_other_editions_of_onet_are_told_what_to_download(
    run: Run, tmp_path: Path, name: str, edition_name: str
) -> None:
    path = tmp_path / name
    if edition_name == "SQL":
        path.write_text("-- O*NET 30.3\nCREATE TABLE content_model_reference (")
    else:
        official.workbook(path, {"Occupation Data": [("O*NET-SOC Code", "Title")]})
    result = run("sources", "add", "--yes", "--kind=onet", str(path))
    assert (result.code, result.out) == (1, "")
    assert f"is the {edition_name} edition" in result.err
    assert "Download the database as text or CSV" in result.err


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"O*NET-SOC Code\tTitle\tDescription\n{'x' * 3_000_000}", "at most 2,000,000 characters"),
        ("O*NET-SOC Code\tTitle\tDescription\n" + "\n" * 300_000, "at most 250,000 lines"),
        (
            "O*NET-SOC Code\tTitle\tDescription\n" + "".join(f"{n}\ta\tb\n" for n in range(6_000)),
            "at most 5,000 occupations",
        ),
        (
            "O*NET-SOC Code\tTitle\tDescription\n" + f"1\t{'a' * 900_000}\tb\n" * 20,
            "must end within 16,777,216 characters",
        ),
    ],
)
def test_a_text_that_would_not_end_is_refused(
    run: Run, tmp_path: Path, text: str, rule: str
) -> None:
    path = official.zipped(tmp_path / "db.zip", {"Occupation Data.txt": text.encode()})
    result = run("sources", "add", "--yes", "--kind=onet", str(path))
    assert (result.code, result.out) == (1, "")
    assert "Occupation Data.txt" in result.err
    assert rule in result.err


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("," * 1_000 + "\n", "at most 199 columns"),
        ("Note,,,,\n" * 2_000, "an occupation code in each row"),
        ("\n" * 1_100_000, "at most 1,048,576 lines"),
    ],
)
def test_a_wage_table_that_would_not_end_is_refused(
    run: Run, tmp_path: Path, text: str, rule: str
) -> None:
    path = saved(tmp_path, [NURSES])
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    result = run("sources", "add", "--yes", "--kind=oews", str(path))
    assert (result.code, result.out) == (1, "")
    assert rule in result.err
