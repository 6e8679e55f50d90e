"""Pay of a place, in every command that shows pay."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from careercli.core.area_nicknames import EVERYDAY
from tests.support.answers import survey
from tests.support.running import Run

PLACE = "Pittsburgh, PA"


def answered(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "-f", "json")
    assert (result.code, result.err) == (0, ""), result.err
    return json.loads(result.out)


def median(run: Run, role: str, place: str) -> float:
    """What `salary` says, which has a table of places of its own."""
    (found,) = answered(run, "salary", role, "-a", place)["roles"]
    (area,) = found["areas"]
    value: float = area["pay"][0]["points"]["p50"]
    return value


def test_show_list_and_moves_have_the_pay_that_salary_has_there(run: Run) -> None:
    there = median(run, "barber", "pittsburgh")
    shown = survey(answered(run, "show", "barber", "-a", "pittsburgh")["role"])
    assert (shown["place"], shown["points"]["p50"]) == (PLACE, there)
    listed = answered(run, "list", "--family", "personal care", "-a", "pittsburgh")["roles"]
    barber = next(survey(role) for role in listed if role["slug"] == "barbers")
    assert (barber["place"], barber["points"]["p50"]) == (PLACE, there)
    moved = answered(run, "moves", "39-5012", "-a", "pittsburgh", "--all")["moves"]
    assert all(one["pay_figure"]["place"] == PLACE for one in moved if one["pay_figure"])


def test_filters_and_orders_go_by_the_pay_of_the_place(run: Run) -> None:
    def roles(*arguments: str) -> list[float]:
        found = answered(run, "list", "--min-pay", "200k", "--sort", "pay", *arguments)["roles"]
        return [survey(role)["points"]["p50"] for role in found]

    there = roles("-a", "pittsburgh")
    assert there == sorted(there, reverse=True)
    assert min(there) >= 200_000
    assert there != roles()


def test_a_figure_that_is_not_published_there_is_none_and_told(run: Run) -> None:
    result = run("show", "barber", "-a", "guam", "-f", "json")
    assert result.code == 0
    assert "pay for Barber in Guam isn't in this release" in result.err
    assert not json.loads(result.out)["role"]["pay"]


def test_the_place_of_the_profile_counts_unless_another_is_named(run: Run) -> None:
    run("profile", "set", "place=pittsburgh")
    local = survey(answered(run, "show", "barber")["role"])
    assert local["place"] == PLACE
    assert survey(answered(run, "show", "barber", "-a", "us")["role"])["place"] == "US"
    assert survey(answered(run, "show", "barber", "-a", "texas")["role"])["place"] == "Texas"
    assert f"pay in {PLACE}" in run("list").out
    assert f"Pay a year in {PLACE}" in run("salary").out
    assert PLACE in run("moves", "39-5011").out
    assert PLACE in run("path", "delivery-driver", "53-3032").out
    assert PLACE in run("compare", "barber", "welder").out


def test_a_guide_borrows_the_pay_of_its_occupation_there(run: Run) -> None:
    found = answered(run, "show", "registered-nurse", "-a", "pittsburgh")["role"]
    official = survey(answered(run, "show", "29-1141", "-a", "pittsburgh")["role"])
    assert (
        next(one for one in found["pay"] if one["place"] == PLACE)["points"] == (official["points"])
    )


@pytest.mark.parametrize("command", [["show", "barber"], ["list"], ["moves", "barber"]])
def test_a_place_that_is_none_or_two_is_told(run: Run, command: list[str]) -> None:
    unknown = run(*command, "-a", "atlantis")
    assert (unknown.code, unknown.out) == (2, "")
    ambiguous = run(*command, "-a", "portland")
    assert ambiguous.code == 2
    assert "Portland" in ambiguous.err


def test_a_place_of_the_profile_that_is_gone_is_said(run: Run, home: Path) -> None:
    run("profile", "set", "place=pittsburgh")
    path = home / "profile.toml"
    path.write_text(path.read_text().replace(PLACE, "Atlantis"))
    result = run("show", "barber")
    assert result.code == 0
    assert "It is your profile's place; pay is of the U.S." in result.err


def test_salary_of_a_role_is_of_the_profiles_place_too(run: Run) -> None:
    country = survey(answered(run, "salary", "barber")["role"])
    assert run("profile", "set", f"place={PLACE}").code == 0
    there = survey(answered(run, "salary", "barber")["role"])
    assert (country["place"], there["place"]) == ("US", PLACE)
    assert there["points"]["p50"] == median(run, "barber", PLACE)
    assert f"{PLACE}: " in run("salary", "barber", "--pay", "29/h").out
    for whole in (("-a", "us"), ("--level", "senior")):
        assert survey(answered(run, "salary", "barber", *whole)["role"]) == country


def test_the_place_is_told_beside_the_nearest_occupation(run: Run) -> None:
    shown = run("show", "frontend-developer", "pay", "-a", "texas").out
    assert "Web Developers, 15-1254, close, Texas" in shown


def test_why_a_place_has_no_pay_is_told_apart(run: Run) -> None:
    assert "is suppressed: 930 jobs" in run("show", "web-developers", "-a", "alabama").err
    assert "isn't in this release" in run("show", "barber", "-a", "san juan").err
    assert "no pay for Infantry soldier in any place" in run("show", "infantry", "-a", "guam").err


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("nyc", "New York-Newark-Jersey City, NY-NJ"),
        ("Brooklyn, NY", "New York-Newark-Jersey City, NY-NJ"),
        ("plano texas", "Dallas-Fort Worth-Arlington, TX"),
        ("ft worth", "Dallas-Fort Worth-Arlington, TX"),
        ("saint louis", "St. Louis, MO-IL"),
        ("MT", "Montana"),
    ],
)
def test_a_place_answers_to_what_people_call_it(run: Run, typed: str, title: str) -> None:
    page = run("salary", "registered-nurse", "--area", typed).out
    assert f"| {title} |" in page
    assert run("salary", "registered-nurse", "--area", "hollywood fl").code == 2


def test_an_abbreviation_that_is_a_citys_too_is_said(run: Run) -> None:
    result = run("salary", "barber", "-a", "LA")
    assert "| Louisiana |" in result.out
    assert "“LA” is taken for Louisiana, not Los Angeles." in result.err


@pytest.mark.parametrize("typed", ["denver", "los angeles", "new york"])
def test_a_place_alone_is_no_role(run: Run, typed: str) -> None:
    ranked = run("salary", *typed.split(), "-f", "csv")
    assert f"“{typed}” is taken for --area" in ranked.err
    assert ranked.out == run("salary", "-a", typed, "-f", "csv").out
    shown = run("show", *typed.split())
    assert shown.code == 2
    assert f"“{typed}” is a place, not a role." in shown.err


def test_an_everyday_name_is_of_one_area_that_ships() -> None:
    names = [name for called in EVERYDAY.values() for name in called.split(", ")]
    assert len(names) == len(set(names))
    assert EVERYDAY.keys() <= {area.code for area in open_store().areas()}


def test_an_area_answers_to_its_code(run: Run) -> None:
    assert survey(answered(run, "show", "barber", "-a", "48")["role"])["place"] == "Texas"
    metropolitan = run("show", "barber", "-a", "38300", "-f", "json")
    assert survey(json.loads(metropolitan.out)["role"])["place"] == PLACE
    assert "38300 is taken for the code of Pittsburgh, PA, not a ZIP code." in metropolitan.err


@pytest.mark.parametrize(
    ("typed", "first", "said"),
    [
        ("nurse new mexico", "registered-nurse", "--area “New Mexico”"),
        ("Software engineer, New York", "software-engineer", "--area “New York”"),
        ("developer mobile", "mobile-developer", ""),
    ],
)
def test_a_place_has_no_weight_in_a_search(run: Run, typed: str, first: str, said: str) -> None:
    found = run("search", typed, "-f", "json")
    assert json.loads(found.out)["hits"][0]["slug"] == first
    assert said in found.err


@pytest.mark.parametrize(
    ("typed", "place"),
    [("new mexico", "New Mexico"), ("salem", "Salem, OR"), ("jobs in la", "Louisiana")],
)
def test_a_place_alone_is_no_search(run: Run, typed: str, place: str) -> None:
    found = run("search", typed)
    assert (found.code, found.out) == (2, "")
    assert f"“{typed}” names a place, but no job, skill or field of study." in found.err
    assert place in found.err


@pytest.mark.parametrize(
    ("typed", "kept", "place"),
    [
        ("nurse brooklyn", "nurse", "New York-Newark-Jersey City, NY-NJ"),
        ("truck driver dfw", "truck driver", "Dallas-Fort Worth-Arlington, TX"),
        ("nurse near brooklyn", "nurse", "New York-Newark-Jersey City, NY-NJ"),
        ("welding jobs in dallas", "welding", "Dallas-Fort Worth-Arlington, TX"),
        ("warehouse jobs dfw", "warehouse", "Dallas-Fort Worth-Arlington, TX"),
        ("trades in salt lake city", "trades", "Salt Lake City-Murray, UT"),
        ("python texas", "python", "Texas"),
        ("nurse jobs in washington dc", "nurse", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("sales jobs in minneapolis st paul", "sales", "Minneapolis-St. Paul-Bloomington, MN-WI"),
    ],
)
def test_a_search_takes_the_places_that_salary_takes(
    run: Run, typed: str, kept: str, place: str
) -> None:
    found = run("search", typed)
    assert f"is taken for --area “{place}”." in found.err
    assert f"for “{kept}”" in found.out


@pytest.mark.parametrize(
    "typed", ["mobile", "reading", "careers in art", "amazon aurora", "jobs in a city"]
)
def test_words_that_may_be_no_place_are_searched_for(run: Run, typed: str) -> None:
    found = run("search", typed)
    assert (found.code, found.err) == (0, "")
    assert typed.split()[-1] in found.out


def test_a_town_of_two_states_behind_in_is_asked_about(run: Run) -> None:
    found = run("search", "jobs in portland")
    assert (found.code, found.out) == (2, "")
    assert "“portland” matches 2 areas." in found.err


@pytest.mark.parametrize("command", ["search", "show", "salary"])
def test_near_me_is_the_place_of_the_profile(run: Run, command: str) -> None:
    without = run(command, "welder", "near", "me")
    assert without.code == 0
    assert "your profile has no place, so pay is of the U.S." in without.err
    run("profile", "set", f"place={PLACE}")
    there = run(command, "welder", "near", "me")
    assert there.err == f"“near me” is taken for --area “{PLACE}”.\n"
    assert there.out == run(command, "welder", "--area", PLACE).out
    other = run(command, "welder", "near", "me", "--area", "texas")
    assert (other.out, other.err) == (run(command, "welder", "--area", "texas").out, "")


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("remote jobs in texas", "list --remote --area Texas"),
        ("high paying jobs in texas", "list --sort pay --all --area Texas"),
        ("jobs in texas that pay well", "list --sort pay --all --area Texas"),
        ("remote designer texas", "search designer --remote --area Texas"),
        ("remote jobs", "list --remote"),
        ("jobs in texas", "search nurse --area Texas"),
    ],
)
def test_wishes_and_a_place_are_one_command(run: Run, asked: str, command: str) -> None:
    found = run("search", asked)
    assert f"careercli {command}." in found.err
    assert found.err.count("careercli ") == 1
    assert run(*command.split()).code == 0


def test_filters_beside_a_wish_stay_in_the_command(run: Run) -> None:
    found = run("search", "remote jobs", "--family", "data", "-a", "texas")
    assert "Type careercli list --remote --family data --area texas." in found.err


DENVER = ("--area", "Denver-Aurora-Centennial, CO")


def test_pay_that_few_answered_for_is_marked_wherever_it_is_shown(run: Run) -> None:
    for words in (
        ("salary", "39-5011"),
        ("show", "39-5011"),
        ("compare", "39-5011", "39-5012"),
        ("path", "39-5012", "39-5011"),
        ("list", "--family", "personal care"),
    ):
        assert "~$61,080" in run(*words, *DENVER).out, words


def test_path_and_moves_agree_on_what_is_not_compared(run: Run) -> None:
    run("profile", "set", "job=hairdresser", "pay=17/h")
    path, moves = run("path", "39-5011", *DENVER).out, run("moves", *DENVER).out
    assert "not compared: the country's is $38,210" in path
    assert "+73 %" not in path
    assert "none comparable: Barber" in moves


def test_pay_of_a_larger_group_is_marked_or_said(run: Run) -> None:
    for words in (
        ("list", "--study", "mathematics", "--education", "bachelor", "--limit", "100"),
        ("compare", "11-9121.01", "11-9121"),
    ):
        assert "~$167,220" in run(*words).out, words
    salary = run("salary", "11-9121.01").out
    assert "~$167,220" in salary
    assert "Counted in 11-9121" in salary
    assert "Counted in 11-9121" in run("salary", "11-9121.01", "--area", "ohio").out
    assert "~" not in run("salary", "11-9121").out


@pytest.mark.parametrize("words", ["rural texas", "Alpine, TX", "nonmetropolitan texas"])
def test_a_place_outside_cities_is_offered_by_the_name_of_its_state(run: Run, words: str) -> None:
    refused = run("salary", "cook", "--area", words).err
    offered = [line.strip() for line in refused.splitlines() if "nonmetropolitan area" in line]
    assert "Northwestern Region of Texas nonmetropolitan area" in offered
    assert "Kansas" not in refused
    assert "Northeast Virginia" not in run("salary", "cook", "--area", "rural west virginia").err


def test_one_filter_that_leaves_nothing_is_named(run: Run) -> None:
    refused = run("list", "--min-pay", "9000000").err
    assert re.search(r"Without --min-pay there would be [\d,]+\.", refused)


def test_without_a_diploma_the_present_job_stays_and_the_diploma_is_named(run: Run) -> None:
    run("profile", "set", "job=home-health-aide", "education=none")
    kept = run("list", "--education", "mine", "--family", "healthcare")
    assert "Home Health Aide" in kept.out
    assert "Without a diploma most roles are closed" in kept.err
    closed = run("moves", "--education", "mine").err
    assert "Without a diploma" in closed
    assert "Without --education there would be" in closed


def test_a_word_is_a_states_abbreviation_only_where_it_is_written_as_one(run: Run) -> None:
    assert "Indiana" not in run("salary", "nurse", "--area", "nowhere at all in").err
    assert "Region of Texas nonmetropolitan" in run("salary", "nurse", "--area", "alpine, tx").err
    assert run("salary", "nurse", "--area", "charleston west virginia").code == 0


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (
            "texas --level senior",
            "careercli salary --level senior or careercli salary --area texas",
        ),
        ("texas --pay 30/h", "careercli salary ROLE --area texas --pay 30/h"),
        ("texas --area ohio", "careercli salary ROLE --area texas --area ohio"),
        ("texas --at-us-prices", "careercli salary ROLE --area texas --at-us-prices"),
        (
            "ny --level lead --family law",
            "careercli salary --level lead --family law or careercli salary --area ny --family law",
        ),
        (
            "nurse texas --level senior",
            "careercli salary nurse --level senior or careercli salary nurse --area Texas",
        ),
    ],
)
def test_options_beside_a_place_are_in_the_whole_commands_that_are_offered(
    run: Run, typed: str, hint: str
) -> None:
    result = run("salary", *typed.split())
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"{hint}\n")
    for command in hint.split(" or "):
        words = command.replace("ROLE", "barber").split()[1:]
        assert run(*words).code == 0


def test_filters_beside_a_place_alone_rank_roles_there(run: Run) -> None:
    placed = run("salary", "texas", "--family", "trades", "--limit", "3")
    assert placed.out == run("salary", "-a", "texas", "--family", "trades", "--limit", "3").out
    assert "Pay a year in Texas" in placed.out


@pytest.mark.parametrize(
    "typed",
    ["machinist -a kansas city", "-a kansas city machinist", "cnc operator -a salt lake city"],
)
@pytest.mark.parametrize("command", ["salary", "show"])
def test_an_area_of_several_words_needs_no_quotes(run: Run, command: str, typed: str) -> None:
    name = "kansas city" if "kansas" in typed else "salt lake city"
    role = "cnc operator" if "cnc" in typed else "machinist"
    bare, quoted = run(command, *typed.split()), run(command, role, "-a", name)
    assert f"“{name}” is taken for --area" in bare.err
    assert bare.out == quoted.out
    assert "Urban planner" in run("salary", "city", "planner", "-a", "kansas").out
