"""`--columns`: what is left of tables and of CSV."""

import csv
import io

from tests.support.running import Run


def test_csv_has_the_columns_in_the_order_asked_for(run: Run) -> None:
    result = run("list", "--family", "trades", "-f", "csv", "--columns", "growth_percent,slug")
    header, *rows = csv.reader(io.StringIO(result.out))
    assert header == ["growth_percent", "slug"]
    assert "electrician" in [slug for _, slug in rows]


def test_tables_keep_the_column_that_names_the_rows(run: Run) -> None:
    out = run("list", "--family", "trades", "--columns", "growth,pay").out
    (header,) = [line for line in out.splitlines() if line.startswith("| Role")]
    assert header == "| Role | growth | median pay |"


def test_a_column_that_is_none_is_answered_with_those_there_are(run: Run) -> None:
    for form in ("csv", "md"):
        result = run("list", "--columns", "pay,colour", "-f", form)
        assert (result.code, result.out) == (2, "")
        assert "growth" in result.err


def test_json_has_no_columns(run: Run) -> None:
    assert run("list", "--columns", "pay", "-f", "json").code == 2


def test_the_first_column_may_be_named_and_an_unknown_one_is_told_what_there_is(run: Run) -> None:
    assert run("list", "--columns", "role,pay").out == run("list", "--columns", "pay").out
    refused = run("salary", "barista", "--columns", "pay")
    assert (refused.code, refused.out) == (2, "")
    assert "The columns here are 10th, 25th, median, 75th, 90th.\n" in refused.err
    assert "Did you mean" not in refused.err
    without = run("doctor", "--columns", "pay")
    assert without.code == 2
    assert "no table" in without.err
