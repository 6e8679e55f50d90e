"""Which roles: lists with conditions, and searches by any word."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.answers import survey
from tests.support.guides import FLORIST
from tests.support.running import Run

ROOT = Path(__file__).parents[2]


def roles(run: Run, *arguments: str) -> list[dict[str, Any]]:
    result = run("list", *arguments, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)["roles"]
    return found


def pay(role: dict[str, Any]) -> float:
    return float(survey(role)["points"]["p50"])


def test_conditions_narrow_the_list(run: Run) -> None:
    assert len(roles(run)) >= 40
    everything = roles(run, "--all")
    assert {role["family"] for role in roles(run, "--family", "data")} == {"data"}
    assert {role["family"] for role in roles(run, "--family", "Customers and sales")} == {
        "customer"
    }
    rich = roles(run, "--min-pay", "120000")
    assert 0 < len(rich) < len(everything)
    assert all(pay(role) >= 120000 for role in rich)
    growing = roles(run, "--min-growth", "10")
    assert all(role["outlook"]["growth"]["value"] >= 10 for role in growing)
    remote = {role["remote"] for role in roles(run, "--remote")}
    assert remote == {"remote-friendly", "fully remote"}
    social = roles(run, "--interest", "S")
    assert {"registered-nurse", "elementary-teacher"} <= {role["slug"] for role in social}
    assert all("S" in role["occupation"]["high_points"] for role in social)


def test_by_skill_under_any_of_its_names(run: Run) -> None:
    by_alias = [role["slug"] for role in roles(run, "--skill", "MS Excel")]
    assert "financial-analyst" in by_alias
    assert "registered-nurse" not in by_alias
    assert len(roles(run, "--skill", "excel", "--skill", "sql")) < len(by_alias)


def test_orders(run: Run) -> None:
    titles = [role["title"].casefold() for role in roles(run, "--family", "product")]
    assert titles == sorted(titles)
    amounts = [pay(role) for role in roles(run, "--sort", "pay")]
    assert amounts == sorted(amounts, reverse=True)
    growth = [role["outlook"]["growth"]["value"] for role in roles(run, "--sort", "growth")]
    assert growth == sorted(growth, reverse=True)


def test_by_readiness(run: Run) -> None:
    nothing = run("list", "--sort", "readiness")
    assert (nothing.code, nothing.out) == (1, "")
    assert "Nothing is rated yet" in nothing.err
    run("profile", "set", "jira=4", "scrum=4", "agile=4")
    percents = [role["readiness_percent"] for role in roles(run, "--sort", "readiness")]
    known = [one for one in percents if one is not None]
    assert known == sorted(known, reverse=True)
    assert percents == known + [None] * (len(percents) - len(known))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--family", "astrology"], 2, "There is no family"),
        (["--skill", "jyrrha"], 2, "Jira"),
        (["--interest", "XQ"], 2, "RIASEC"),
        (["--min-pay", "lots"], 2, "amount of pay"),
        (["--sort", "luck"], 2, "luck"),
        (["--min-pay", "99999999"], 1, "No roles match these filters"),
    ],
)
def test_conditions_that_lead_nowhere(run: Run, arguments: list[str], code: int, said: str) -> None:
    result = run("list", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


# -- search ------------------------------------------------------------------------------------


def hits(run: Run, *words: str) -> list[dict[str, Any]]:
    result = run("search", *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)["hits"]
    return found


def test_a_search_says_where_it_hit(run: Run) -> None:
    first = hits(run, "wireman")[0]
    assert (first["slug"], first["where"], first["words"]) == (
        "electrician",
        "other title",
        "Wireman",
    )
    assert hits(run, "product", "coordinator")[0]["where"] == "title"
    assert any(hit["where"] == "skills" for hit in hits(run, "kubernetes"))
    assert "| Electrician | other title: Wireman |" in run("search", "wireman").out
    assert run("search", "wireman", "--format", "csv").out.startswith("rank,slug,title")


@pytest.mark.parametrize("words", ["kubernets engineer", "acountant", "elementry teacher"])
def test_a_search_forgives_typos(run: Run, words: str) -> None:
    assert hits(run, *words.split())[0]["slug"] in (
        "devops-engineer",
        "accountant",
        "elementary-teacher",
    )


@pytest.mark.parametrize(
    "words", ['"', "*", "AND", "NEAR(", "a OR", "-", "'; DROP", "x" * 2000, "qqqqqq"]
)
def test_a_search_for_nothing_says_so(run: Run, words: str) -> None:
    result = run("search", "--", words)
    assert result.code in (0, 1)
    assert "Traceback" not in result.err
    assert (result.code == 0) == bool(result.out)


@pytest.mark.parametrize("split", ["dev", "held-out"])
def test_everyday_titles_lead_to_the_right_guide(run: Run, split: str) -> None:
    """Written before the guides' other titles, and half of it held out from them."""
    from careercli.app.open_stores import open_store

    with (ROOT / "tests/data/everyday-titles.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    store = open_store()

    def guides(title: str) -> list[str]:
        return [key for key in store.finder.keys(title) if key.startswith("guide:")][:3]

    missed = [
        row["title"]
        for row in rows
        if not {f"guide:{slug}" for slug in row["slugs"].split("|")} & {*guides(row["title"])}
    ]
    assert len(missed) <= 0.05 * len(rows), missed


def test_sources_of_one_id_in_two_guides_stay_apart(run: Run, tmp_path: Path) -> None:
    for slug, publisher in (("florist", "First"), ("tanner", "Second")):
        path = tmp_path / f"{slug}.toml"
        path.write_text(
            f'schema = 1\nslug = "{slug}"\ntitle = "{slug.title()}"\nsummary = "A trade."\n'
            f'[sources.own]\npublisher = "{publisher}"\ntitle = "Pay"\nkind = "survey"\n'
            '[[pay]]\nbasis = "levels"\nsource = "own"\npoints = { median = 40000 }\n'
        )
        assert run("guide", "add", str(path)).code == 0
    data = json.loads(run("list", "--format", "json").out)
    found = {one["slug"]: one["pay"][0]["source"] for one in data["roles"] if one["pay"]}
    publishers = [data["sources"][found[slug]]["publisher"] for slug in ("florist", "tanner")]
    assert publishers == ["First", "Second"]


# -- one set of filters ------------------------------------------------------------------------


def test_salary_moves_and_interests_take_the_filters_of_the_list(run: Run) -> None:
    def slugs(*arguments: str) -> set[str]:
        result = run(*arguments, "--format", "json")
        assert result.code == 0, result.err
        data = json.loads(result.out)
        rows = data.get("roles") or data["moves"]
        return {row.get("to", row)["slug"] for row in rows}

    filters = ("--family", "healthcare", "--education", "associate", "--min-pay", "29/h")
    wanted = slugs("list", *filters)
    assert "registered-nurse" not in wanted
    assert slugs("salary", *filters) == wanted
    assert slugs("interests", "SIA", *filters, "--limit", "999") <= wanted
    assert slugs("moves", "29-2061", *filters[:2], "--all") <= slugs("list", *filters[:2])


def test_moves_that_pass_a_filter_stay_in_the_order_of_nearness(run: Run) -> None:
    def keys(*arguments: str) -> list[str]:
        found = json.loads(run("moves", "51-4121", *arguments, "-f", "json").out)["moves"]
        return [one["to"]["slug"] for one in found]

    every, some = keys("--all"), keys("--min-pay", "55k")
    assert some == [key for key in every if key in some]
    assert some != sorted(some)


@pytest.mark.parametrize("more", [(), ("--pays", "less")])
def test_moves_say_how_many_more_all_has(run: Run, more: tuple[str, ...]) -> None:
    def groups(*arguments: str) -> list[str]:
        found = json.loads(run("moves", "53-3033", *more, *arguments, "-f", "json").out)["moves"]
        return [one["group"] for one in found]

    out = run("moves", "53-3033", *more, "--limit", "3").out
    shown = ("more", "same") if not more else ("less",)
    left = sum(group in shown for group in groups("--all")) - 3
    assert f"--all has {left} more." in out
    assert "--all has" not in run("moves", "53-3033", *more, "--all").out


def test_moves_that_pass_a_filter_name_the_list_of_those_farther_off(run: Run) -> None:
    farther = "careercli list --family healthcare --education associate --sort pay"
    assert (
        f"`{farther}`: those farther off" in run("moves", "cashier", "--family", "healthcare").out
    )
    assert "phlebotomists" in run(*farther.split()[1:], "--format", "csv").out
    refused = run("moves", "store-manager", "--family", "healthcare")
    assert "No role near yours matches these filters." in refused.err
    assert "Those farther off: careercli list --family healthcare --sort pay" in refused.err
    assert "farther off" not in run("moves", "cashier", "--min-pay", "900k").err
    out = run("moves", "cashier", "--skill", "customer service", "--min-pay", "40k").out
    assert "careercli list --education associate --min-pay 40000 --skill 'customer service'" in out


def test_moves_in_another_order_stay_in_their_groups(run: Run) -> None:
    found = json.loads(run("moves", "53-3033", "--sort", "pay", "-f", "json").out)["moves"]
    pay = [one["pay_figure"]["value"] for one in found if one["group"] == "more"]
    assert pay == sorted(pay, reverse=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["salary", "barber", "--min-pay", "80k"], "Leave out the role, or the filter."),
        (["list", "--family", "trades", "--family", "education"], "has two values"),
        (["list", "-n", "3", "--limit", "4"], "has two values"),
    ],
)
def test_filters_in_conflict_are_told(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_filter_too_many_is_named(run: Run) -> None:
    result = run("list", "--family", "trades", "--min-pay", "90k", "--min-growth", "15")
    assert (result.code, result.out) == (1, "")
    assert re.search(r"Without --family there would be \d+\.", result.err)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("shift lead at Dollar General", "Store Manager"),
        ("server at Olive Garden", "Server"),
        ("crew member at McDonald's", "Fast food worker"),
        ("shift lead", "Food service supervisor"),
        ("software engineer at Amazon", "Software Engineer"),
    ],
)
def test_an_employers_name_is_no_job(run: Run, typed: str, near: str) -> None:
    result = run("show", typed)
    assert near in result.out + result.err
    assert "Lawyer" not in result.err


def test_trades_take_in_construction_and_repair(run: Run) -> None:
    out = run("list", "--family", "trades", "--sort", "pay").out
    assert "Elevator mechanic" in out
    assert "Welder" not in out


def test_of_how_many_roles_remote_work_is_known_is_said(run: Run) -> None:
    out = run("list", "--remote").out
    assert re.search(r"\d+ roles of 100 whose remote work is known", out)


def test_what_a_job_should_not_have_is_not_searched_for(run: Run) -> None:
    found = run("search", "jobs", "with", "animals", "no", "math")
    assert "Not searched for: no math" in found.err
    assert "Math" not in found.out
    assert "Animal trainer" in found.out
    refused = run("search", "job", "no", "english")
    assert (refused.code, refused.out) == (2, "")
    assert "--education" in refused.err
    assert run("search", "no bake molder").err == ""


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        (
            "what jobs pay 100k without a degree",
            "list --education high-school --min-pay 100k --sort pay",
        ),
        ("jobs that pay over $65,000", "list --min-pay 65000 --sort pay"),
        ("work from home", "list --remote"),
        ("jobs that pay $25 an hour", "list --min-pay 25/h --sort pay"),
        ("fastest growing careers", "list --sort growth --all"),
        ("six figure jobs", "list --min-pay 100k --sort pay"),
        ("jobs with less than 2 years of college", "list --education certificate"),
        ("jobs that take two years of school", "list --education associate"),
        ("jobs that help people", "interests"),
        ("what job is right for me", "interests"),
        ("i don't know what to do with my life", "interests"),
        ("career change", "interests"),
        ("jobs where i can be alone", "interests"),
        ("$20 an hour", "list --min-pay 20/h --sort pay"),
        ("jobs for people who hate people", "interests"),
    ],
)
def test_a_question_without_a_name_has_the_command_that_answers(
    run: Run, asked: str, command: str
) -> None:
    refused = run("search", asked)
    assert (refused.code, refused.out) == (2, "")
    assert f"Type careercli {command}" in refused.err
    assert run(*command.split()).code == 0 or command == "interests"


@pytest.mark.parametrize(
    ("asked", "command", "unknown"),
    [
        (
            "jobs without a degree or experience",
            "list --education high-school",
            "without experience",
        ),
        ("no experience or degree", "list --education high-school", "no experience"),
        ("no GED or math", "list --education none", "no math"),
    ],
)
def test_what_or_joins_is_under_the_one_no(
    run: Run, asked: str, command: str, unknown: str
) -> None:
    refused = run("search", asked)
    assert (refused.code, refused.out) == (2, "")
    assert f"Type careercli {command}. There is no filter for “{unknown}”.\n" in refused.err
    nurse = run("search", f"nurse {asked.removeprefix('jobs ')}")
    assert "for “nurse”" in nurse.out
    assert f"Type careercli {command.replace('list', 'search nurse')}." in nurse.err


@pytest.mark.parametrize("asked", ["cashier no nights or math", "cashier no math or nights"])
def test_a_condition_in_a_list_of_what_is_not_wanted_is_a_part_of_it(run: Run, asked: str) -> None:
    found = run("search", asked)
    assert "for “cashier”" in found.out
    assert "no math" in found.err
    assert HOURS in found.err


BODY, OUTDOORS = "asks of the body", "Whether work is outdoors"
HOURS, RECORD = "Hours, shifts", "criminal record can't"
TRAVEL, STRESS, REPLACED = "much a job travels", "How stressful work", "What AI does to work"
EMPLOYERS, PEOPLE, BEST = "Employers and openings", "Who a job is right for", "depends on you"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("light work", BODY),
        ("sitting job", BODY),
        ("jobs with no heavy lifting", BODY),
        ("work outside", OUTDOORS),
        ("outdoor jobs", OUTDOORS),
        ("home every night", HOURS),
        ("no nights or weekends", HOURS),
        ("part time", HOURS),
        ("no travel", TRAVEL),
        ("jobs that let me travel", TRAVEL),
        ("low stress jobs", STRESS),
        ("jobs that won't be replaced by AI", REPLACED),
        ("recession proof jobs", "How safe a job is"),
        ("government jobs", EMPLOYERS),
        ("jobs with good benefits", EMPLOYERS),
        ("jobs for single moms", PEOPLE),
        ("jobs for a 16 year old", PEOPLE),
        ("at 40", PEOPLE),
        ("jobs where you sit down", BODY),
        ("jobs for people with adhd", PEOPLE),
        ("best jobs 2026", BEST),
        ("ex-military", "your military job"),
        ("jobs for felons", RECORD),
        ("jobs for people with a criminal record", RECORD),
    ],
)
def test_a_condition_that_no_data_list_is_said_to_be_one(run: Run, asked: str, said: str) -> None:
    refused = run("search", asked)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err
    beside = run("search", f"cashier {asked.removeprefix('jobs ')}")
    assert beside.code == 0
    assert said in beside.err
    assert "for “cashier”" in beside.out


@pytest.mark.parametrize(
    ("asked", "command", "role"),
    [
        ("how much does a plumber make", "salary plumber", "plumber"),
        ("nurse salary ohio", "salary nurse -a Ohio", "nurse"),
        ("how to become a nurse", "plan nurse", "nurse"),
        ("what does a welder do all day", "show welder", "welder"),
        ("jobs like welder", "moves welder", "welder"),
        ("how long does it take to become an electrician", "plan electrician", "electrician"),
        ("do i need a degree to be a paralegal", "plan paralegal", "paralegal"),
        ("is nursing worth it", "show nursing", "nursing"),
        ("what's it like being a lawyer", "show lawyer", "lawyer"),
        ("will AI replace paralegals?", "show paralegal ai", "paralegal"),
        ("are welders in demand", "show welder outlook", "welder"),
        ("what else can a barber do", "moves barber", "barber"),
        ("burned out cook", "moves cook", "cook"),
        ("ex-barber", "moves barber", "barber"),
        ("jobs for barbers outside of a shop", "moves barber", "barber"),
        ("cheapest way to become a welder", "plan welder", "welder"),
        ("welding school", "plan welding", "welding"),
        ("how long is nursing school", "plan nursing", "nursing"),
        ("what skills do i need to be a welder", "skills welder", "welder"),
        ("how many barbers are there in texas", "salary barber -a Texas", "barber"),
    ],
)
def test_a_question_about_a_role_has_the_command_that_answers(
    run: Run, asked: str, command: str, role: str
) -> None:
    found = run("search", asked)
    assert f"careercli {command} " in found.err
    assert f"for “{role}”" in found.out
    assert run(*command.split()).code == 0


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ("cook to chef", "path cook chef"),
        ("how do i go from a cna to an rn", "path cna rn"),
        ("plumber vs electrician", "compare plumber electrician"),
        ("difference between welders and plumbers", "compare welder plumber"),
        ("barber or truck driver", "compare barber truck-driver"),
    ],
)
def test_a_question_about_two_roles_has_the_command_that_answers(
    run: Run, asked: str, command: str
) -> None:
    found = run("search", asked)
    assert f"careercli {command} " in found.err
    assert found.out.startswith("# Found")
    assert run(*command.split()).code == 0


@pytest.mark.parametrize("asked", ["waiter or waitress", "business to business", "go to college"])
def test_words_that_join_no_two_roles_are_no_question(run: Run, asked: str) -> None:
    found = run("search", asked)
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("show cook to chef", "path cook chef"),
        ("show is nursing worth it", "show nursing"),
        ("plumber vs electrician", "compare plumber electrician"),
        ("how do i become a barber", "plan barber"),
    ],
)
def test_a_question_is_one_to_every_command(run: Run, typed: str, answer: str) -> None:
    assert f"careercli {answer} " in run(*typed.split()).err


@pytest.mark.parametrize(
    ("typed", "out", "err"),
    [
        ("state trooper", "# Police Officer", "is taken for Police Officer"),
        ("mover", "", "is taken for"),
        ("jobs that pay 30 an hour", "", "Type careercli list --min-pay 30/h --sort pay."),
        ("no degree jobs", "", "Type careercli list --education high-school."),
        ("what should i be", "", "Type careercli interests"),
        ("shw barber", "", "Did you mean 'show'?"),
    ],
)
def test_words_without_a_command_are_a_role_a_wish_or_a_slip(
    run: Run, typed: str, out: str, err: str
) -> None:
    answer = run(*typed.split())
    assert answer.out.startswith(out)
    assert err in answer.err


def test_an_apprentice_of_a_guide_without_an_occupation_is_no_defect(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "florist.toml").write_text(FLORIST)
    assert run("guide", "add", str(tmp_path / "florist.toml")).code == 0
    assert "defect" not in run("show", "apprentice florist").err


@pytest.mark.parametrize("title", ["assistant to the principal", "cook and dishwasher"])
def test_a_title_of_two_jobs_is_no_question(run: Run, title: str) -> None:
    assert "question" not in run("show", title).err


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("what can i do with a biology degree", "biology"),
        ("psychology major", "psychology"),
        ("jobs with a degree in history", "history"),
    ],
)
def test_a_degree_in_a_field_is_that_field(run: Run, asked: str, field: str) -> None:
    found = run("search", asked)
    assert f"for “{field}”" in found.out
    assert f"careercli list --study {field}" in found.out


@pytest.mark.parametrize(
    "asked", ["i like dogs", "I want to work with dogs", "good with dogs", "jobs where i like dogs"]
)
def test_what_is_liked_is_searched_for_without_the_liking(run: Run, asked: str) -> None:
    assert "for “dogs”" in run("search", asked).out


def test_a_search_says_if_no_name_has_all_of_it(run: Run) -> None:
    for whole in ("charge nurse", "registered nurse icu", "wordpress", "welding"):
        assert run("search", whole).out.startswith("# Found")
    assert run("search", "nurse of dragons").out.startswith("# No role goes by that name")


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("¿cuánto gana un plomero?", "Plumber"),
        ("ingeniero de software", "Software Engineer"),
        ("quiero ser enfermera", "Registered Nurse"),
        ("should i be a lawyer", "Lawyer"),
        ("i am a bartender", "Bartender"),
    ],
)
def test_small_words_are_not_searched_for(run: Run, asked: str, role: str) -> None:
    assert f"|---|---|\n| {role} |" in run("search", asked).out


def test_a_title_with_outdoor_in_it_is_found_by_it(run: Run) -> None:
    assert "| Tour guide | other title: Outdoor Guide |" in run("search", "outdoor guide").out


def test_a_liking_is_asked_about_by_interests_whatever_the_limit(run: Run) -> None:
    for liking in ("help people", "work with my hands"):
        refused = run("search", liking, "--limit", "3")
        assert (refused.code, refused.out) == (2, "")
        assert "Type careercli interests to find what suits you." in refused.err


def test_a_sorted_search_says_so_and_puts_what_only_a_text_has_last(run: Run) -> None:
    text = run("search", "cdl", "--sort", "pay", "--limit", "40").out
    assert "for “cdl”, sorted by pay" in text
    kinds = re.findall(r"^\| .+? \| (.+?)(?::.*)? \|$", text, re.MULTILINE)[1:]
    is_text = [kind in ("text", "what it is like") for kind in kinds]
    assert True in is_text
    assert is_text == sorted(is_text)


def test_schooling_that_is_enough_is_a_filter(run: Run) -> None:
    found = run("search", "medical jobs 2 year degree")
    assert "Type careercli search medical --education associate." in found.err
    assert "for “medical”" in found.out


@pytest.mark.parametrize(
    "name",
    [
        "remote patient monitoring nurse",
        "401k administrator",
        "no show clerk",
        "careers advisor",
        "felony clerk",
        "night auditor",
        "light truck driver",
        "outdoor power equipment mechanic",
        "outdoor",
        "travel",
        "weight lifting",
    ],
)
def test_words_of_a_name_stay_in_it(run: Run, name: str) -> None:
    found = run("search", name)
    assert (found.code, found.err) == (0, "")
    assert re.search(f"(for|nearest to) “{name}”", found.out)


def test_fillers_are_not_searched_for(run: Run) -> None:
    paid = run("search", "highest paying trades")
    assert "Type careercli search trades --sort pay." in paid.err
    assert "other title: EST" not in paid.out
    assert run("search", "nurse jobs").out == run("search", "nurse").out
    assert "for “social work”" in run("search", "social work").out


def test_a_limit_and_a_filter_look_beyond_the_first_ten(run: Run) -> None:
    assert len(run("search", "driver", "-n", "14", "-f", "csv").out.splitlines()) == 15
    assert "Nurse anesthetist" in run("search", "nurse", "--min-pay", "150k").out


def test_jobs_of_the_army_and_in_spanish_are_found(run: Run) -> None:
    for asked, name in (("88M", "Truck Driver"), ("cocinero", "Cook"), ("ninera", "Nanny")):
        assert f"| {name} |" in run("search", asked).out


def test_a_misspelled_license_is_found(run: Run) -> None:
    found = json.loads(run("search", "cosmotology license", "--format", "json").out)
    assert [hit["id"] for hit in found["credentials"]] == ["cosmetology-license"]
