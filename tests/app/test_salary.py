"""`salary` in places: what is sure, what prices make of it, and where a pay stands."""

import pytest

from careercli.core.pay import has_equal_upper, parse_pay, standing
from careercli.errors import UsageError
from careercli.model.basics import Pay, PayPoint
from tests.support.answers import answer, table
from tests.support.running import Run, See

PLACES = ("-a", "fl", "-a", "ca", "-a", "pa", "-a", "pittsburgh", "-a", "tx")


def test_a_place_too_unsure_to_rank_is_marked_explained_and_last(see: See) -> None:
    screen = see("salary", "barber", *PLACES, height=24).lines
    rows = [line.split("  ") for line in screen if "%" in line and ("├" in line)]
    names = [next(cell for cell in row if cell).strip() for row in rows]
    assert names == ["U.S.", "Florida", "Pennsylvania", "Pittsburgh, PA", "California", "Texas"]
    text = "\n".join(screen)
    for words in ("~$38,380", "±12 %", "~530", "$36,920", "~ above 10 %, of jobs 30 %"):
        assert words in text
    assert "~$36,920" not in text
    assert "error: that of the mean" in text


def test_equal_upper_percentiles_are_noise_unless_they_are_published_as_more() -> None:
    def pay(p75: float, p90: float, *at_least: PayPoint) -> Pay:
        points: dict[PayPoint, float] = {"p50": 40_000, "p75": p75, "p90": p90}
        return Pay("percentiles", points, "oews", at_least=at_least)

    assert has_equal_upper(pay(50_000, 50_000))
    assert has_equal_upper(pay(40_000, 50_000))
    assert not has_equal_upper(pay(50_000, 60_000))
    assert not has_equal_upper(pay(239_200, 239_200, "p75", "p90"))


def test_they_are_marked_in_the_table(run: Run) -> None:
    out = run("salary", "barber", "-a", "minnesota").out
    assert "±8 % !" in out
    assert "! equal points: noise" in out


def test_prices_divide_on_request_and_are_named_and_dated(run: Run) -> None:
    plain = run("salary", "barber", "-a", "texas").out
    assert "-a texas --at-us-prices" in plain
    assert "BEA prices: Texas 97.2" in plain
    out = run("salary", "barber", "-a", "texas", "-a", "pittsburgh", "--at-us-prices").out
    assert "~$31,654" in out  # $30,760 at 97.175
    assert "BEA's regional price parities, states 2023 and areas 2024" in out
    assert out.count("| Place |") == 2  # states and areas are not ranked together
    (role,) = answer(run, "salary", "barber", "-a", "texas", "--at-us-prices")["roles"]
    (texas,) = role["areas"]
    assert texas["prices"]["year"] == 2023
    assert texas["pay"][0]["points"]["p50"] == 30760
    assert texas["pay_at_us_prices"][0]["points"]["p50"] == 31654
    assert texas["mean_error"] == 14.6


def test_a_nonmetropolitan_area_has_its_states_portion_and_a_territory_no_figure(run: Run) -> None:
    (role,) = answer(run, "salary", "barber", "-a", "border region of texas", "-a", "puerto rico")[
        "roles"
    ]
    prices = {area["area"]: area["prices"] for area in role["areas"]}
    assert prices["Puerto Rico"] is None
    (other,) = [found for name, found in prices.items() if name != "Puerto Rico"]
    assert other is None or "ortion" in other["title"]
    alone = run("salary", "barber", "-a", "puerto rico", "--at-us-prices")
    assert (alone.code, alone.out) == (1, "")
    assert "no price index for Puerto Rico" in alone.err


def test_where_a_pay_stands_there_and_in_the_country(run: Run) -> None:
    out = run("salary", "barber", "-a", "pittsburgh", "--pay", "29/h").out
    assert "U.S.: between the 75th and the 90th, 58 % above the median" in out
    assert "Pittsburgh, PA: above the 90th" in out
    assert "$61,000 a year" in run("salary", "welder", "--pay", "61k").out
    assert "no pay by the hour" in run("salary", "product-coordinator", "--pay", "29/h").out
    (role,) = answer(run, "salary", "barber", "-a", "texas", "--pay", "30760")["roles"]
    assert role["areas"][0]["stands"] == {"below": "p50", "above": "p50"}


def test_between_percentiles() -> None:
    pay = Pay("percentiles", {"p10": 10, "p50": 20, "p90": 30}, "oews")
    assert standing(pay, 5) == (None, "p10")
    assert standing(pay, 15) == ("p10", "p50")
    assert standing(pay, 20) == ("p50", "p50")
    assert standing(pay, 99) == ("p90", None)


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("61000", 61000, "USD/year"),
        ("$61,000", 61000, "USD/year"),
        ("61k", 61000, "USD/year"),
        ("61.5k a year", 61500, "USD/year"),
        ("29/h", 29, "USD/hour"),
        ("$29.50/hour", 29.5, "USD/hour"),
        ("29 an hour", 29, "USD/hour"),
    ],
)
def test_pay_as_people_type_it(typed: str, amount: float, unit: str) -> None:
    assert parse_pay(typed) == (amount, unit)


@pytest.mark.parametrize("typed", ["29", "", "-5/h", "much", "1e9", "999999999/h", "\x1b[1m"])
def test_pay_that_is_none_or_could_be_either_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        parse_pay(typed)


def test_what_could_be_either_is_told_with_both_readings(run: Run) -> None:
    result = run("salary", "barber", "--pay", "29")
    assert (result.code, result.out) == (2, "")
    assert "29/h" in result.err
    assert "29k" in result.err


def test_options_that_miss_what_they_are_about(run: Run) -> None:
    assert run("salary", "--pay", "61000").code == 2
    assert run("salary", "barber", "--at-us-prices").code == 2


def test_csv_has_the_errors(run: Run) -> None:
    rows = table(run, "salary", "barber", "-a", "texas")
    assert [row["mean_error_percent"] for row in rows] == ["3.3", "14.6"]


@pytest.mark.parametrize("command", ["salary", "moves", "skills"])
def test_the_level_of_a_title_is_taken_and_said(run: Run, command: str) -> None:
    said = "Level senior, as “senior software engineer” says"
    titled = run(command, "senior software engineer", "-f", "json")
    assert said in titled.err
    assert titled.out == run(command, "software engineer", "--level", "senior", "-f", "json").out
    assert said not in run(command, "senior software engineer", "--level", "entry").err
