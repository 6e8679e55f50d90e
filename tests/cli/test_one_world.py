"""Guides and occupations in one world: lists, rankings and areas, over the edition that ships."""

import pytest

from tests.support.answers import answer, table
from tests.support.running import Run


def test_rankings_are_by_the_survey_alone(run: Run) -> None:
    ranked = [row["slug"] for row in answer(run, "list", "--sort", "pay")["roles"]]
    assert ranked.index("software-engineer") < ranked.index("data-analyst")
    assert [row["slug"] for row in answer(run, "salary")["roles"]][:20] == ranked[:20]
    rows = table(run, "list", "--sort", "pay", "--all")
    medians = [float(row["survey_median_usd"] or 0) for row in rows]
    assert medians == sorted(medians, reverse=True)
    out = run("salary").out
    assert "| Software Engineer | $135,980" in out
    assert "| $80,500 | $105,000 | $129,500 | $140,000 |" in out


def test_the_survey_leads_where_the_guide_is_the_occupation(run: Run) -> None:
    out = run("salary", "graphic-designer").out
    assert out.index("Graphic Designers, 27-1024") < out.index("Pay by level")
    out = run("salary", "product-coordinator").out
    assert out.index("Pay by level") < out.index("13-1082, broader")


def test_a_list_shows_guides_by_family_and_counts_the_rest(run: Run) -> None:
    out = run("list").out
    families = [line.split("|")[1].strip() for line in out.splitlines() if "median pay" in line]
    assert families == sorted(families)
    assert "Trades" in families
    shown = len(answer(run, "list")["roles"])
    more = len(answer(run, "list", "--all")["roles"]) - shown
    assert f"{more:,} more roles" in out


def test_a_filter_looks_at_all_roles(run: Run) -> None:
    found = {row["key"] for row in answer(run, "list", "--min-growth", "20")["roles"]}
    assert "soc:29-1171.00" in found
    assert "guide:data-scientist" in found
    assert "soc:15-2051.00" not in found


def test_tables_use_short_names_and_json_the_titles(run: Run) -> None:
    out = run("list", "--family", "transportation and material moving").out
    assert "| School bus driver |" in out
    assert "Bus Drivers, School" not in out
    rows = answer(run, "list", "--family", "transportation and material moving")["roles"]
    assert "Bus Drivers, School" in [row["title"] for row in rows]
    assert "School bus driver" in {row.get("name") for row in rows}


def test_a_family_has_its_guides_and_its_occupations_under_either_name(run: Run) -> None:
    for name in ("health", "healthcare"):
        titles = {row["title"] for row in answer(run, "list", "--family", name)["roles"]}
        assert {"Registered Nurse", "Radiation Therapists"} <= titles
    product = {row["title"] for row in answer(run, "list", "--family", "product")["roles"]}
    assert "Product Coordinator" in product
    assert "Machinist" not in product


def test_rankings_of_guides_name_the_option_for_all(run: Run) -> None:
    for command in (["salary"], ["salary", "--level", "senior"], ["skills", "--gap"]):
        assert "--all" in run(*command).out
        assert "official occupations too" not in run(*command, "--all").out


@pytest.mark.parametrize("name", ["TX", "Texas", "tx"])
def test_a_state_by_name_or_abbreviation(run: Run, name: str) -> None:
    (role,) = answer(run, "salary", "barber", "--area", name)["roles"]
    assert [area["area"] for area in role["areas"]] == ["Texas"]


@pytest.mark.parametrize("name", ["Austin", "austin tx", "austin texas"])
def test_a_metropolitan_area_by_its_first_city(run: Run, name: str) -> None:
    (role,) = answer(run, "salary", "barber", "--area", name)["roles"]
    assert [area["area"] for area in role["areas"]] == ["Austin-Round Rock-San Marcos, TX"]


def test_areas_in_one_question(run: Run) -> None:
    out = run("salary", "barber", "--area", "pittsburgh", "-a", "tx").out
    assert "Pittsburgh, PA" in out
    assert "Texas" in out
    several = run("salary", "barber", "--area", "portland")
    assert several.code == 2
    assert "Portland-South Portland, ME" in several.err
    (role,) = answer(run, "salary", "barber", "--area", "all")["roles"]
    assert len(role["areas"]) == 54


def test_a_missing_figure_says_why(run: Run) -> None:
    (role,) = answer(run, "salary", "actuary", "--area", "guam", "-a", "tx")["roles"]
    states = {area["area"]: area["status"] for area in role["areas"]}
    assert states == {"Guam": "not in this release", "Texas": "released"}
    out = run("salary", "actuary", "--area", "guam").out
    assert "| Guam | – | not in this release |" in out
    assert "not published" not in out
    assert "isn't in this release" in run("salary", "55-3016").out


def test_the_self_employed_and_the_hour_stand_beside_the_pay(run: Run) -> None:
    for command in ("show", "salary"):
        out = run(command, "barber").out
        assert "76 % work for themselves" in out
        assert "| an hour | $13.75 | $15.18 | $18.37 | $28.35 | $36.76 |" in out
    assert "work for themselves" not in run("salary", "registered-nurse").out
    assert "| Actor |" in run("list", "--family", "soc-27").out
    assert "$29.05 an hour" in run("list", "--family", "soc-27").out
