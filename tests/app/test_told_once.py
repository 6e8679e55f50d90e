"""What a person or a coach reads of facts that several screens share, each said as what it is."""

import csv
import io
import re
from pathlib import Path

from tests.app.test_coaching import answer, texts
from tests.support.running import Run


def rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    result = run(*arguments, "--format", "csv")
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


# -- fields of study -------------------------------------------------------------------------------


def test_a_field_of_study_names_its_own_occupations_first(run: Run) -> None:
    found = answer(run, "list", "--study", "biology", "--education", "bachelor", "--sort", "pay")
    place = {role["slug"]: number for number, role in enumerate(found["roles"])}
    own, narrower = "biological-technicians", "data-scientist"
    assert place["biologists"] < place[own] < place[narrower] < place["penetration-testers"]
    told = texts(run, "list", "--study", "biology", "--education", "bachelor")
    assert told.index("By a narrower field") < told.index("Told of its group only")
    assert told.index("Told of its group only") < told.index("Penetration tester")


def test_a_field_that_no_words_narrow_has_one_table(run: Run) -> None:
    assert "narrower" not in texts(run, "list", "--study", "welding")


# -- credentials -----------------------------------------------------------------------------------


def test_the_years_of_an_apprenticeship_are_told_once(run: Run) -> None:
    told = texts(run, "show", "electrician", "credentials")
    assert told.count("4 to 5 years") == 1
    assert "that apprenticeship" in told


def test_what_only_some_ask_for_has_a_tick_if_it_is_held(run: Run) -> None:
    run("profile", "set", "job=truck driver", "credential=cdl-a", "years=15")
    path = texts(run, "path", "49-3031")
    assert "Some employers ask for: ASE certification" in path
    assert "(CDL-A) ✓" in path
    assert "(CDL-B) ✓, usually asked for" in path


# -- plans and gaps --------------------------------------------------------------------------------


def test_a_plan_tells_no_time_of_skills_and_keeps_that_of_what_is_to_be_had(run: Run) -> None:
    run("profile", "set", "job=cook", "years=5", "education=high-school", "conduit-bending=1")
    told = texts(run, "plan", "electrician")
    assert "Electrical apprenticeship, 4 to 5 years" in told
    assert "No source states how long any of these skills takes" in told
    assert "any of these steps" not in told


def test_musts_without_a_rating_stand_before_a_should(run: Run) -> None:
    run("profile", "set", "job=cook", "years=5", "education=high-school", "load-calculations=1")
    told = texts(run, "plan", "electrician")
    assert told.index("Asked for, and not rated by you yet: National Electr") < told.index("should")
    assert "Also asked for" not in told


def test_the_next_skill_is_a_must(run: Run) -> None:
    run("profile", "set", "target=data-engineer", "sql=3", "python=2")
    gap = answer(run, "skills", "data-engineer", "--gap")
    needs = {skill: term["need"] for term in gap["terms"] for skill in term["any_of"]}
    assert {needs[step["skill"]] for step in gap["next"]} == {"must"}


# -- reports ---------------------------------------------------------------------------------------


def test_a_report_says_what_to_have_and_the_pay_before_the_gap(run: Run) -> None:
    run("profile", "set", "job=nursing assistant", "education=high-school")
    run("profile", "set", "target=registered-nurse")
    told = texts(run, "report")
    assert max(told.index("Get: Registered nurse"), told.index("$97,550")) < told.index("The gap")


def test_a_coach_reads_a_share_and_what_nobody_has_rated(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        path = str(tmp_path / f"{name}.toml")
        run("profile", "set", "target=electrician", "blueprint-reading=1", "--profile", path)
    told = texts(run, "report", "--clients", str(tmp_path))
    assert "points" not in told
    share = re.search("Together they have (.*)% of what their targets ask for.", told)
    run("profile", "set", "target=electrician", "--profile", str(tmp_path / "three.toml"))
    with_an_unrated = texts(run, "report", "--clients", str(tmp_path))
    assert share
    assert f"The 2 of them with known skills have {share[1]}% of" in with_an_unrated
    assert "National Electrical Code (2)" in told


# -- interests -------------------------------------------------------------------------------------


def test_interests_say_what_education_a_role_asks_for(run: Run) -> None:
    run("profile", "set", "education=bachelor")
    told = texts(run, "interests", "ISA")
    assert "| Psychology professor | 0.87 | doctorate |" in told
    assert "careercli interests ISA --education mine" in told
    assert "--education mine" not in texts(run, "interests", "ISA", "--education", "mine")


# -- columns ---------------------------------------------------------------------------------------


def test_moves_have_pay_in_dollars_under_the_name_that_lists_have(run: Run) -> None:
    run("profile", "set", "job=nursing assistant")
    moves = rows(run, "moves")
    listed = {row["slug"]: row for row in rows(run, "list", "--all", "--limit", "2000")}
    for move in moves:
        assert move["survey_median_usd"] == listed[move["slug"]]["survey_median_usd"]
        assert move["pay_test"] in ("pass", "fail", "unknown")


def test_skills_of_another_vocabulary_are_not_known_to_be_missing(run: Run) -> None:
    compared = rows(run, "compare", "medical-secretary", "office-clerk", "receptionist")
    cells = {row["fact"]: row for row in compared if row["fact"].startswith("skill ")}
    assert {row["office-clerks-general"] for row in cells.values()} <= {"yes", "not known"}


def test_an_importance_without_a_level_is_not_read_as_one(run: Run) -> None:
    told = texts(run, "skills", "dispatcher")
    assert "Programming | 1.4 level 0.4" in told
    assert "Operation and Control | 1.2 level –" in told


def test_a_page_in_a_file_carries_no_commands(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=nursing assistant", "target=registered-nurse")
    for name in ("report.html", "report.md"):
        path = tmp_path / name
        assert run("report", "-o", str(path)).code == 0
        assert "careercli profile rate" not in path.read_text(encoding="utf-8")
    path = tmp_path / "compared.html"
    run("compare", "hvac", "electrician", "-o", str(path))
    assert "careercli path" not in path.read_text(encoding="utf-8")
    assert "careercli path" in run("compare", "hvac", "electrician").out


def test_the_judgment_of_a_guides_author_is_not_called_ours(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lighthouse-keeper.toml"
    path.write_text(
        'schema = 1\nslug = "lighthouse-keeper"\ntitle = "Lighthouse Keeper"\n'
        'summary = "Keeps a light."\n[sources.mine]\npublisher = "Omar"\n'
        'title = "Own judgment"\nkind = "editorial"\n[[pay]]\nbasis = "levels"\n'
        'source = "mine"\nkind = "editorial"\nplace = "US"\n'
        "points = { entry = 80000, mid = 115000, senior = 150000 }\n",
        encoding="utf-8",
    )
    assert run("guide", "add", str(path)).code == 0
    told = texts(run, "show", "lighthouse-keeper", "pay")
    assert "Author's judgment: Omar, Own judgment" in told
    assert "estimates are a publisher's or a guide author's" in texts(run, "list", "--sort", "pay")
