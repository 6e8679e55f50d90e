"""What a reader sees and what a script gets, command by command."""

import json
import re
from pathlib import Path

import pytest

from tests.support.answers import answer, table
from tests.support.guides import FLORIST
from tests.support.running import Run, See

ROLE = "product-coordinator"


# -- show ------------------------------------------------------------------------------------

SECTIONS = [
    "pay",
    "outlook",
    "demand",
    "functions",
    "responsibilities",
    "day",
    "week",
    "setting",
    "industries",
    "tiers",
    "skills",
    "tools",
    "tech-skills",
    "soft-skills",
    "skill-map",
    "education",
    "path",
    "pros",
    "cons",
    "balance",
    "mistakes",
    "advice",
    "cases",
    "portfolio",
    "market",
    "world",
    "related",
    "titles",
    "faq",
]


def test_show_has_every_section(run: Run) -> None:
    out = run("show", ROLE).out
    assert out.startswith("# Product Coordinator\n")
    assert f"Parts: {', '.join(SECTIONS)}" in out


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("registered-nurse tuition", "## Cost of entry"),
        ("welder body", "## Body and risk"),
        ("barber licenses", "## Credentials"),
        ("registered nurse schedule", "## Balance and stress"),
    ],
)
def test_a_part_answers_to_what_people_call_it(run: Run, typed: str, heading: str) -> None:
    assert heading in run("show", *typed.split()).out


def test_a_part_that_a_role_does_not_have_is_no_other_role(run: Run) -> None:
    for typed in ("welder xyz", "medical-assistant costs"):
        result = run("show", *typed.split())
        assert (result.code, result.out) == (2, "")
        assert f"has no part “{typed.split()[-1]}”." in result.err
    assert run("show", "cable", "guy").code == 0


@pytest.mark.parametrize("name", SECTIONS)
def test_each_section_can_be_had_alone(run: Run, name: str) -> None:
    result = run("show", ROLE, "--section", name)
    assert result.code == 0
    assert result.out.count("\n## ") in (1, 2)  # pay has the nearest occupation beside it


def test_show_as_json_gives_each_figure_its_source_and_kind(run: Run) -> None:
    data = answer(run, "show", ROLE)
    role = data["role"]
    own, official = role["pay"]
    assert (own["place"], own["unit"], own["kind"], own["source"]) == (
        *("US", "USD/year", "published-estimate", "jobicy"),
    )
    assert own["points"]["senior"] == 75500
    assert official["occupation"]["code"] == role["soc"]["code"] == "13-1082"
    assert official["kind"] == "survey"
    assert data["sources"]["oews-2025"]["publisher"] == "U.S. Bureau of Labor Statistics"
    assert role["skills"]["jira"] == {"label": "Jira", "kind": "tool"}


def test_show_prints_the_claim_beside_the_projection(run: Run) -> None:
    out = run("show", ROLE, "--section", "outlook").out
    for part in ("+8 %", "+5.6 %", "+3.1 %", "Publisher's claim", "Projection"):
        assert part in out


def test_show_has_no_csv(run: Run) -> None:
    result = run("show", ROLE, "--format", "csv")
    assert (result.code, result.out) == (2, "")
    assert "no CSV form" in result.err


def test_all_is_every_part_on_a_terminal_too(draw: See) -> None:
    first = draw("show", ROLE, "--no-pager", height=1500).text
    whole = draw("show", ROLE, "--section", "all", "--no-pager", height=1500).text
    assert "Questions people ask" not in first
    assert "More: pay, outlook" in first
    assert "Questions people ask" in whole
    assert "Skills needed" in whole


@pytest.mark.parametrize("role", ["barber", "registered-nurse"])
def test_change_and_exposure_are_told_in_words_and_by_study(run: Run, role: str) -> None:
    change = run("show", role, "-s", "change").out
    assert re.search(r"1 in \d+ leave each year, [a-z ]+ of them for other work", change)
    exposure = run("show", role, "-s", "ai").out
    assert "risk" not in exposure.casefold()
    for words in ("people", "a model (GPT-4)", "2023", "2025", "Not measured", "of 923", "of 785"):
        assert words in exposure


def test_exposure_as_json_has_each_rating_with_its_place_and_source(run: Run) -> None:
    data = answer(run, "show", "barber", "-s", "ai")
    places = {
        (one["study"], one["rater"], one["measure"]): one["place_of_100"]
        for one in data["role"]["exposures"]
    }
    assert places["exposure-gpts", "human", "beta"] == 19
    assert places["exposure-gpts", "dv", "beta"] == 27
    assert places["exposure-microsoft", "", "applicability"] == 30
    assert {study for study, *_ in places} <= data["sources"].keys()


def test_exposure_is_never_borrowed(run: Run) -> None:
    result = run("show", ROLE, "-s", "ai")  # its nearest occupation is a broader one
    assert (result.code, result.out) == (2, "")
    assert "AI:" not in run("show", ROLE).out


def test_sources_are_told_whole_where_they_are_asked_for(draw: See) -> None:
    first = draw("show", "barber").text
    assert "O*NET 30.3, BLS May 2025 and 2024–34" in first
    assert "endorsed" not in first
    whole = " ".join(draw("show", "barber", "-s", "sources", height=60).text.split())
    for words in ("USDOL/ETA has not approved, endorsed, or tested", "CC BY 4.0", "2024–34"):
        assert words in whole


def test_an_unknown_section_names_those_there_are(run: Run) -> None:
    result = run("show", ROLE, "--section", "weather")
    assert (result.code, result.out) == (2, "")
    assert "skill-map" in result.err


# -- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["product-coordinator"],
        ["Product Coordinator"],
        ["PRODUCT", "coordinator"],
        ["product-coord"],
        ["product  coordinator"],
        ["Product Launch Coordinator"],
        ["produit".replace("it", "ct coor")],
    ],
)
def test_a_role_answers_to_its_names(run: Run, words: list[str]) -> None:
    found = run("day", *words, "--format", "json")
    assert json.loads(found.out)["role"]["slug"] == ROLE


@pytest.mark.parametrize("name", ["product-cordinator", "produkt coordinator"])
def test_a_typo_opens_the_nearest_and_says_so(run: Run, name: str) -> None:
    result = run("show", name, "--format", "json")
    assert json.loads(result.out)["role"]["slug"] == ROLE
    assert result.err.startswith(f"“{name}” is taken for Product Coordinator, the nearest role.")


@pytest.mark.parametrize(
    "name", ["", "%", "_", "'; DROP TABLE role; --", "\x1b[31mred", "x" * 5000, "日本"]
)
def test_a_strange_name_is_only_unknown(run: Run, name: str) -> None:
    result = run("show", name)
    assert (result.code, result.out) == (2, "")
    assert "\x1b" not in result.err


@pytest.mark.parametrize(
    ("lead", "role"),
    [("warehouse lead", "Warehouse supervisor"), ("Kitchen Lead", "Food service supervisor")],
)
def test_a_lead_whom_no_role_is_called_supervises(run: Run, lead: str, role: str) -> None:
    result = run("show", lead)
    assert result.err.startswith(f"“{lead}” is taken for {role}, the nearest role.")
    assert f"# {role}" in result.out


@pytest.mark.parametrize("lead", ["crew lead", "team lead", "scout leader"])
def test_a_lead_of_any_work_is_no_role(run: Run, lead: str) -> None:
    result = run("show", lead)
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("command", ["show", "salary", "moves", "path", "day"])
def test_a_blank_name_is_said_to_be_one(run: Run, command: str) -> None:
    result = run(command, " ")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("careercli: No role is named.")


def test_an_ambiguous_name_is_asked_back_in_a_terminal(see: See, run: Run) -> None:
    piped = run("day", "product")
    assert (piped.code, piped.out) == (2, "")
    assert "Product Manager" in piped.err
    screen = see("day", "product", "--no-pager", typed=["nonsense\n", "1\n"])
    assert screen.code == 0
    assert "Which one?" in screen.text
    lines = screen.text.replace("\n", "")  # what was typed ahead has no line of its own
    assert "“nonsense” isn't a number from 1 to 6 or a role's name." in lines


def test_errors_as_json(run: Run) -> None:
    result = run("show", "product", "--format", "json")
    error = json.loads(result.err)
    assert (result.code, result.out, error["schema"]) == (2, "", 1)
    assert error["error"]["kind"] == "unknown-name"
    assert ROLE in error["error"]["candidates"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "qqqq", "-fjson"],
        ["search", "qqqq", "-f", "JSON"],
        ["show", "qqqq", "--format=json"],
        ["profile", "set", "qqqq=3", "--format", "json"],
        ["show", "qqqq", "-f", "md", "-f", "json"],
        ["qqqq", "-f", "json"],
    ],
    ids=" ".join,
)
def test_an_option_for_json_is_for_errors_too(run: Run, arguments: list[str]) -> None:
    assert json.loads(run(*arguments).err)["schema"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "qqqq -fjson"],
        ["show", "qqqq --format=json"],
        ["show", "--", "-fjson"],
        ["show", "qqqq", "--section", "-fjson"],
        ["show", "qqqq", "--profile", "-fjson"],
        ["show", "qqqq", "-f", "json", "-f", "md"],
    ],
    ids=" ".join,
)
def test_a_word_that_holds_such_an_option_is_a_word(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).err.startswith("careercli: ")


def test_a_wrong_option_as_json(run: Run) -> None:
    result = run("list", "--colour", "--format=json")
    assert result.code == 2
    assert json.loads(result.err)["error"]["kind"] == "usage"


# -- list, salary, tiers, skills, day -----------------------------------------------------------


def test_list_tells_pay_with_its_kind(run: Run) -> None:
    rows = {row["slug"]: row for row in answer(run, "list")["roles"]}
    assert rows[ROLE]["pay"][0]["points"]["median"] == 65000
    row = {row["slug"]: row for row in table(run, "list")}[ROLE]
    assert (row["published_median_usd"], row["published_median_kind"]) == (
        "65000",
        "published-estimate",
    )
    assert "| Product Coordinator | ~$102,320 ¹ | $65,000 ³ |" in run("list").out


def test_salary_of_a_role_shows_what_is_not_published(run: Run) -> None:
    out = run("salary", ROLE).out
    assert "| senior | $75,500 |" in out
    assert "| lead | not published |" in out
    assert "| top 10 % | from $80,000 |" in out


def test_salary_at_a_level(run: Run) -> None:
    data = answer(run, "salary", ROLE, "--level", "senior")
    assert data["figure"]["value"] == 75500
    assert answer(run, "salary", ROLE, "--level", "lead")["figure"] is None
    assert "Lead (Lead Product Coordinator / Associate Product Manager): not published." in (
        run("salary", ROLE, "--level", "lead").out
    )


@pytest.mark.parametrize("level", ["entry", "mid", "senior", "top"])
def test_salary_over_roles_ranks_each_basis_by_itself(run: Run, level: str) -> None:
    data = answer(run, "salary", "--level", level)
    for block in ("by_level", "by_percentile"):
        amounts = [one["figure"]["value"] for one in data[block] if one["figure"]]
        assert amounts
        assert amounts == sorted(amounts, reverse=True)
    kinds = {one["figure"]["kind"] for one in data["by_percentile"] if one["figure"]}
    assert kinds == {"survey"}
    assert not {one["slug"] for one in data["by_level"]} & {
        one["slug"] for one in data["by_percentile"]
    }


def test_no_percentile_stands_for_lead(run: Run) -> None:
    assert answer(run, "salary", "--level", "lead")["by_percentile"] == []
    assert "No survey percentile" in run("salary", "--level", "lead").out


def test_salary_csv_has_an_amount_for_each_point(run: Run) -> None:
    rows = table(run, "salary", ROLE)
    points = {row["point"]: row["usd_a_year"] for row in rows if row["basis"] == "levels"}
    assert (points["entry"], points["lead"]) == ("54500", "")
    assert all(row["kind"] for row in rows)


def test_tiers_carry_level_years_and_pay(run: Run) -> None:
    tiers = answer(run, "tiers", ROLE)["role"]["tiers"]
    assert [(tier["level"], tier.get("pay_figure", {}).get("value")) for tier in tiers] == [
        ("entry", 54500),
        ("mid", 65000),
        ("senior", 75500),
        ("lead", None),
    ]
    assert [row["years_to"] for row in table(run, "tiers", ROLE)] == ["2", "5", "8", ""]
    assert "### 8+ years Lead Product Coordinator" in run("tiers", ROLE).out


def test_the_day_adds_up(run: Run) -> None:
    data = answer(run, "day", ROLE)
    minutes = sum(block["minutes"] for block in data["role"]["day"])
    assert data["role"]["day_minutes"] == minutes == 480
    assert "8 h in 4 blocks" in run("day", ROLE).out
    assert len(table(run, "day", ROLE)) == 12


def test_a_day_may_end_at_the_hour_at_which_it_began(run: Run, tmp_path: Path) -> None:
    watches = (("07:00", "19:00"), ("20:00", "07:00"))
    day = (
        f'[[day]]\nstart = "{start}"\nend = "{end}"\nname = "n"\nfocus = "f"\nactivities = []\n'
        for start, end in watches
    )
    guide = tmp_path / "florist.toml"
    guide.write_text(f"{FLORIST}{''.join(day)}")
    assert run("guide", "add", str(guide)).code == 0
    told = "23 h in 2 blocks, from 07:00 to 07:00, 1 h off between them."
    assert told in run("day", "florist").out


def test_skills_of_a_role(run: Run) -> None:
    data = answer(run, "skills", ROLE)
    assert 20 <= len(data["role"]["requirements"]) <= 30
    assert all(one["kind"] == "editorial" for one in data["role"]["requirements"])
    assert "☐ Jira, Asana, Trello or monday.com" in run("skills", ROLE).out
    senior = table(run, "skills", ROLE, "--level", "senior")
    assert {row["level"] for row in senior} == {"senior"}


def test_skills_of_a_tier(run: Run) -> None:
    assert answer(run, "skills", ROLE, "--tier", "Senior Product")["level"] == "senior"
    result = run("skills", ROLE, "--tier", "Boss")
    assert result.code == 2
    assert "Junior Product Coordinator" in result.err


# -- the program -------------------------------------------------------------------------------


def test_bare_careercli_shows_questions(run: Run) -> None:
    result = run()
    assert result.code == 0
    assert result.out.count("`careercli ") == 5


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_groups_commands_with_an_example_each(run: Run, flag: str) -> None:
    out = run(flag).out
    for group in (
        "## Read a role (careercli show",
        "## Find a role (careercli",
        "## You (careercli",
        "## Data (careercli",
    ):
        assert group in out


@pytest.mark.parametrize(
    "command", ["show", "salary", "tiers", "skills", "day", "list", "profile", "guide"]
)
def test_each_command_has_help_with_examples(run: Run, command: str) -> None:
    result = run(command, "-h")
    assert result.code == 0
    assert f"careercli {command}" in result.out


def test_version(run: Run) -> None:
    import careercli

    assert run("--version").out == f"careercli {careercli.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["lst"],
        ["show"],
        ["salary", "--level", "boss"],
        ["list", "--format", "xml"],
        ["skills", "--why"],
        ["salary", "--level"],
        ["show", ROLE, "--section"],
    ],
)
def test_usage_errors_say_so(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("careercli: ")
    assert any(said in result.err for said in ("--help", "Add --gap", "must be one of entry"))


def test_a_section_alone_is_alone_in_json_too(run: Run) -> None:
    role = answer(run, "show", ROLE, "--section", "day")["role"]
    assert "day" in role
    assert not role.keys() & {"pay", "tiers", "faq", "requirements"}
    senior = answer(run, "skills", ROLE, "--level", "senior")["role"]["requirements"]
    assert all(set(one["expected"]) == {"senior"} for one in senior)


@pytest.mark.parametrize(
    "order",
    [["--profile", "ana", "set", "jira=3"], ["set", "--profile", "ana", "jira=3"]],
)
def test_options_of_a_group_reach_its_commands(run: Run, home: Path, order: list[str]) -> None:
    assert run("profile", *order).code == 0
    assert (home / "profiles" / "ana.toml").exists()
    assert not (home / "profile.toml").exists()


def test_every_command_takes_the_global_options(run: Run) -> None:
    plain = run("day", ROLE).out
    assert run("day", ROLE, "--profile", "x", "--no-pager").out == plain
    assert run("profile", "set", "jira=2", "--format", "json", "--no-pager").code == 0


@pytest.mark.parametrize(
    "order",
    [
        ("--level", "senior", "salary", ROLE, "-f", "json"),
        ("-f", "json", "salary", ROLE, "--level", "senior"),
        ("-f", "json", "-l", "senior", "salary", ROLE),
    ],
)
def test_options_of_every_command_may_go_before_it(run: Run, order: tuple[str, ...]) -> None:
    assert json.loads(run(*order).out)["level"] == "senior"


def test_what_one_supposes_to_have_counts_and_is_not_kept(run: Run, home: Path) -> None:
    plain = answer(run, "skills", ROLE, "--gap")
    supposed = run("skills", ROLE, "--gap", "--with", "jira=4", "--with", "pmp", "-f", "json")
    assert supposed.err == "As if you had Jira, Project Management Professional (PMP).\n"
    assert json.loads(supposed.out)["points"] > plain["points"]
    planned = run("plan", ROLE, "--with", "jira", "-f", "json")
    assert "jira" not in {step["skill"] for step in json.loads(planned.out)["steps"]}
    assert not (home / "profile.toml").exists()


def test_a_license_that_one_supposes_to_have_is_no_step_of_a_move(run: Run) -> None:
    def credentials(*more: str) -> dict[str, bool]:
        found = json.loads(run("moves", "53-3033", *more, "-f", "json").out)["moves"]
        truck = next(one for one in found if one["occupation"]["code"] == "53-3032.00")
        return {one["id"]: one["held"] for one in truck["credentials"]}

    assert not credentials()["cdl-a"]
    assert credentials("--with", "cdl-a")["cdl-a"]


def test_a_named_profile_that_is_not_there_is_said(run: Run) -> None:
    result = run("skills", "--gap", "--profile", "clinet")
    assert result.code == 0
    assert "There is no profile \u201cclinet\u201d yet" in result.err


def test_a_target_that_is_gone_is_named_as_the_targets(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "profile.toml").write_text('[target]\nrole = "lamplighter"\n')
    result = run("skills", "--gap")
    assert (result.code, result.out) == (1, "")
    assert "target, lamplighter, isn't a role" in result.err


def test_a_present_job_that_is_no_role_is_kept_as_written(run: Run) -> None:
    result = run("profile", "current", "Moon keeper", "--pay", "48000")
    assert result.code == 0
    assert answer(run, "profile")["current"] == {
        "role": "Moon keeper",
        "level": None,
        "pay": 48000,
        "years": None,
    }


PARTS_OF_A_GUIDE = """
schema = 1
slug = "diver"
title = "Commercial Diver"
summary = "Welds and inspects under water."
hiring = "Schools place most of them."
week = "Six on, six off."
body_risk = "Ears and joints."
pay_talk = "Depth pay is counted by the foot."

[entry_cost]
text = "School and a helmet."
credentials = ["twic"]
figures = [{ label = "helmet", value = 6000, unit = "USD", source = "editorial" }]

[ai_tools]
date = "2026-11"
text = "Vehicles take the looking."

[sources.editorial]
publisher = "us"
title = "Own judgment"
kind = "editorial"
"""


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("hiring", "Schools place"),
        ("entry-cost", "Helmet"),
        ("week", "Six on"),
        ("body-risk", "Ears and"),
        ("pay-talk", "Depth pay"),
        ("ai-tools", "as of 2026-11"),
    ],
)
def test_a_guide_tells_what_outsiders_ask(
    run: Run, tmp_path: Path, section: str, text: str
) -> None:
    guide = tmp_path / "diver.toml"
    guide.write_text(PARTS_OF_A_GUIDE)
    assert run("guide", "check", str(guide)).code == 0
    assert text in run("show", str(guide)).out
    assert text in run("show", str(guide), "--section", section).out
    asked = answer(run, "show", str(guide), "--section", section)["role"]
    part = section.replace("-", "_")
    assert part in asked
    assert "slug" in asked


def test_what_was_typed_is_quoted_in_short(run: Run) -> None:
    for words in (("interests", "1" * 5000), ("show", "x" * 5000), ("salary", "x" * 5000)):
        result = run(*words)
        assert result.code == 2
        assert 100 < len(result.err) < 1000
        assert "...\u201d" in result.err


def test_what_profile_set_did_not_keep_is_said(run: Run, home: Path) -> None:
    result = run("profile", "set", "place=pittsburgh", "nonsense=3", "pay=30k")
    assert result.code == 2
    assert "Nothing was kept of place, nonsense, pay." in result.err
    assert not (home / "profile.toml").exists()


def test_a_key_that_a_profile_does_not_have_is_no_skill_s_level(run: Run) -> None:
    result = run("profile", "set", "job=lpn", "age=41")
    assert result.code == 2
    assert "A profile has no key “age”" in result.err
    assert "place, education, hours" in result.err
    assert "Without it: careercli profile set job=lpn" in result.err
    quoted = run("profile", "set", "name=$USER & co", "age=41")
    assert "Without it: careercli profile set 'name=$USER & co'" in quoted.err
    named = run("profile", "set", "job=lpn", "age=41", "-p", "my client")
    assert "Without it: careercli profile set -p 'my client' job=lpn" in named.err


def test_a_profile_s_next_step_is_towards_its_target(run: Run) -> None:
    run("profile", "set", "target=electrician")
    assert "careercli plan" in run("profile").out
    run("profile", "set", "job=barber")
    page = run("profile").out
    assert "careercli path" in page
    assert "set target=" not in page


@pytest.mark.parametrize("place", ["74105", "fort hood"])
def test_a_place_that_is_no_area_says_what_to_type(run: Run, place: str) -> None:
    result = run("profile", "set", f"place={place}")
    assert result.code == 2
    assert "such as tulsa or oklahoma" in result.err
    assert ("ZIP code" in result.err) == place.isdecimal()


def test_other_names_of_keys_are_understood(run: Run) -> None:
    assert run("profile", "set", "job=lpn", "license=lpn", "city=tulsa", "salary=27/h").code == 0
    kept = run("profile").out
    assert "Tulsa, OK" in kept
    assert "practical" in kept.partition("Credentials")[2]


@pytest.mark.parametrize("line", ["--no-pager --help", "--help --no-pager", "-f json -h"])
def test_help_takes_options_that_every_command_has(run: Run, line: str) -> None:
    assert run(*line.split()).out == run("--help").out


def test_occupations_of_the_same_exposure_have_the_middle_of_their_ranks(run: Run) -> None:
    exposures = answer(run, "show", "barber", "--section", "ai")["role"]["exposures"]
    least = next(one for one in exposures if one["value"] == 0)
    assert least["rank"] + least["tied"] - 1 == least["of"]
    assert least["place_of_100"] == round(50 * (least["tied"] - 1) / least["of"])


def test_a_number_that_is_none_is_told_in_words(run: Run) -> None:
    assert "'x' isn't a number" in run("list", "--min-growth", "x").err


@pytest.mark.parametrize(
    ("typed", "area"),
    [("cook ohio", "Ohio"), ("barber in texas", "Texas"), ("cook austin tx", "Austin")],
)
def test_a_place_behind_a_role_is_its_area(run: Run, typed: str, area: str) -> None:
    for command in ("salary", "show"):
        answer = run(command, *typed.split())
        assert answer.code == 0
        assert f"is taken for --area \u201c{area}" in answer.err
        assert area in answer.out


def test_a_role_with_the_name_of_a_place_stays_a_role(run: Run) -> None:
    assert "--area" not in run("salary", "line", "cook").err


def test_path_goes_from_the_job_to_the_target(run: Run) -> None:
    assert "No goal: your profile has no target." in run("path").err
    run("profile", "set", "job=cook", "target=35-1011")
    assert run("path").out.startswith("# Cook to Chef")


def test_a_form_that_the_ending_denies_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "roles.csv"
    answer = run("list", "--format", "json", "-o", str(file))
    assert (answer.code, file.exists()) == (2, False)
    assert "ends in .csv, and --format asks for json" in answer.err


def test_pay_that_may_be_of_a_month_is_asked_about(run: Run) -> None:
    answer = run("profile", "set", "pay=2900")
    assert "by the month or by the year" in answer.err
    assert "2900/month" in answer.err
    assert "$34,800 a year" in run("profile", "set", "job=cook", "pay=2900/month").err


def test_own_guides_are_listed_in_every_form(run: Run) -> None:
    assert run("guide", "--format", "json").out.strip().endswith('"guides": []}')
    assert "There are none yet." in run("guide", "--no-pager").out


def test_a_guide_that_is_left_out_is_offered_to_be_checked_not_shown(run: Run, home: Path) -> None:
    (home / "guides").mkdir(parents=True)
    (home / "guides" / "broken.toml").write_text('title = "Florist"\n')
    listed = run("guide", "--no-pager").out
    assert "careercli guide check" in listed
    assert "careercli show" not in listed


def test_a_plan_of_two_roles_is_a_path(run: Run) -> None:
    refused = run("plan", "line cook", "chef")
    assert refused.code == 2
    assert 'careercli path "line cook" chef' in refused.err


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("courtroom judge", "judges-magistrate-judges-and-magistrates"),
        ("delivery van driver", "delivery-driver"),
    ],
)
def test_unknown_first_words_leave_the_job_of_the_last(run: Run, typed: str, slug: str) -> None:
    shown = run("show", typed, "--format", "json")
    assert json.loads(shown.out)["role"]["slug"] == slug
    assert "is taken for" in shown.err


@pytest.mark.parametrize("typed", ["moon keeper", "nurse-practitioners computer-programmers x"])
def test_first_words_are_not_lost_where_the_last_name_nothing_sure(run: Run, typed: str) -> None:
    assert run("show", typed).code == 2


def test_an_area_of_several_behind_a_role_is_asked_about(run: Run) -> None:
    refused = run("salary", "welder", "Portland")
    assert refused.code == 2
    assert "Portland-South Portland, ME" in refused.err


def test_a_goal_is_the_target(run: Run) -> None:
    run("profile", "set", "goal=35-1011")
    assert answer(run, "profile")["target"]["role"] == "chefs-and-head-cooks"


def test_what_was_imported_once_is_not_added_again(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text("Skills: food safety, Spanish, QuickBooks\n", encoding="utf-8")
    assert "3 added" in run("import", str(resume), "--yes").err
    assert "Nothing to add." in run("import", str(resume), "--yes").err


def test_years_of_other_work_are_not_those_that_an_advertisement_asks_for(
    run: Run, tmp_path: Path
) -> None:
    advert = tmp_path / "ad.txt"
    advert.write_text("Medical Assistant\nTwo years of experience. Take vital signs.\n", "utf-8")
    for job, state in (("cook", "not known"), ("medical-assistant", "met")):
        run("profile", "set", f"job={job}", "years=6")
        asked = answer(run, "match", str(advert))["requirements"]
        assert [one["met"] for one in asked if one["kind"] == "years"] == [state]


def test_several_roles_for_a_command_that_takes_one_are_refused(run: Run) -> None:
    roles = ("dispatcher", "diesel-mechanic", "driver supervisor")
    for command in (("skills",), ("tiers",), ("salary", "--level", "senior")):
        refused = run(*command, *roles)
        assert (refused.code, refused.out) == (2, "")
        assert "careercli compare dispatcher diesel-mechanic 'driver supervisor'" in refused.err
    paid = run("salary", *roles)
    assert (paid.code, paid.err) == (0, "")
    assert paid.out.count("| U.S. |") == 2 * len(roles)
    assert run("salary", "truck", "driver").code == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("learn", "plan"), ("CV", "import"), ("quiz", "interests"), ("gap", "skills --gap")],
)
def test_a_word_for_what_a_command_does_names_the_command(run: Run, typed: str, meant: str) -> None:
    refused = run(typed)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.endswith(f"Did you mean careercli {meant}?\n")
    assert run(*meant.split(), "--help").code == 0


def test_the_log_has_the_keys_and_amounts_that_are_typed(run: Run) -> None:
    run("profile", "set", "job=cook", "years=6", "pay=19.50/h", "credential=cdl-a:2099-01")
    told = run("profile", "log").out
    for row in ("| years | – | 6 |", "| pay | – | $40,560 a year |", "| held until 2099-01 |"):
        assert row in told
    assert "current" not in told


def test_doctor_names_what_a_profile_written_by_hand_names_wrongly(run: Run, home: Path) -> None:
    run("profile", "set", "job=cook", "target=barber", "place=denver", "jira=2", "cdl-a")
    assert "all is well" in run("doctor").out
    (home / "profile.toml").write_text(
        'schema = 1\nplace = "Gotham"\njob = "cook"\n[target]\nrole = "elektrician"\n'
        "[marks.jirra]\nlevel = 2\n[credentials.cdlx]\nheld = true\n",
        encoding="utf-8",
    )
    told = run("doctor").out
    assert "1 to look at" in told
    for name in ("“Gotham”", "“elektrician”", "jirra", "cdlx", "job isn't a key"):
        assert name in told
