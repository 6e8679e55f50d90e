"""The report: a person on one page, and a coach's clients, which are the sum of the single gaps."""

import csv
import io
import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from tests.support import official
from tests.support.pages import assert_harmless
from tests.support.profiles import marks, write
from tests.support.running import Run, See

ROLE = "product-coordinator"


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    return write(
        tmp_path / "clients" / "ana.toml",
        target={"role": ROLE, "level": "entry"},
        current={"role": "Bar keeper", "pay": 41000},
        interests="SEC",
        marks=marks(jira=2, written_communication=1, organization="none", facilitation=2),
    )


def report(run: Run, *arguments: str) -> Any:
    result = run("report", *arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


# -- a person ------------------------------------------------------------------------------------


def test_one_page_says_who_how_far_what_next_and_what_it_pays(run: Run, ana: Path) -> None:
    out = run("report", "--profile", str(ana)).out
    for part in (
        "ana",
        "- Today: Bar keeper, $41,000 a year",
        "- Target: Product Coordinator, level entry",
        "- Interests: SEC",
        "| ◐ Written communication | 1 basic | 2 working | must |",
        "## Next skills",
        "## The order",
        "- Pay, level entry: $54,500",
        "is 75 % of it",
        "## Moves (from your interests and skills)",
    ):
        assert part in out


def test_its_moves_are_the_moves(run: Run, ana: Path) -> None:
    told = report(run, "--profile", str(ana))["moves"]
    moves = run("moves", "--profile", str(ana), "--format", "json", "--limit", "3").out
    assert told == {
        key: part
        for key, part in json.loads(moves).items()
        if key not in ("schema", "command", "sources")
    }


def test_nothing_known_is_no_move(run: Run) -> None:
    assert report(run)["moves"] is None
    assert "Moves" not in run("report").out


def test_its_gap_is_the_gap(run: Run, ana: Path) -> None:
    told = report(run, "--profile", str(ana))
    gap = json.loads(run("skills", "--gap", "--profile", str(ana), "--format", "json").out)
    assert told["gap"] == {
        key: part for key, part in gap.items() if key not in ("schema", "command", "role")
    }
    plan = json.loads(run("plan", "--profile", str(ana), "--format", "json").out)
    skills = [step for step in plan["steps"] if step["kind"] == "skill"]
    assert told["steps"] == [{key: step[key] for key in told["steps"][0]} for step in skills]
    assert (told["profile"], told["role"]["slug"]) == ("ana", ROLE)


def test_without_a_target_it_names_two_commands_and_no_number(run: Run) -> None:
    out = run("report").out
    assert out.count("`careercli ") == 2
    assert "%" not in out
    assert report(run)["gap"] is None


def test_with_nothing_rated_it_names_a_command_and_no_readiness(run: Run) -> None:
    run("profile", "target", ROLE)
    out = run("report").out
    assert out.count("`careercli ") == 1
    assert "Readiness: nothing rated yet" in out
    assert report(run)["gap"]["readiness_percent"] is None


def test_another_role_and_level_can_be_asked_for(run: Run, ana: Path) -> None:
    told = report(run, "registered", "nurse", "--level", "senior", "--profile", str(ana))
    assert (told["role"]["slug"], told["gap"]["level"]) == ("registered-nurse", "senior")


def test_towards_an_occupation_it_counts_software(run: Run, tmp_path: Path) -> None:
    run(
        "sources",
        "add",
        "--yes",
        str(official.onet_zip(tmp_path / "db.zip", official.onet_30_3())),
    )
    out = run("report", official.DEVELOPER).out
    assert "You know 0 of 1 (0 of 1 rated)" in out
    assert re.search(r"\S Official fact: U.S. Department of Labor", out)
    assert "- Not rated: Jira" in out
    programs = report(run, official.DEVELOPER)["gap"]["software"]["programs"]
    assert [program["skill"] for program in programs] == ["jira"]


def test_it_is_written_as_a_file_like_an_export(run: Run, ana: Path, tmp_path: Path) -> None:
    path = tmp_path / "ana.html"
    assert run("report", "--profile", str(ana), "-o", str(path)).code == 0
    assert "level entry" in assert_harmless(path.read_text(encoding="utf-8")).text
    assert run("report", "-o", str(tmp_path / "ana.pdf")).code == 2
    assert run("report", "-o", str(path), "--format", "csv").code == 2
    assert run("report", "--format", "csv").code == 2


def test_no_page_is_written_about_a_profile_that_is_not_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anna.html"
    for name in ("anna", str(tmp_path / "anna.toml")):
        result = run("report", "--profile", name, "-o", str(path))
        assert (result.code, result.out, path.exists()) == (1, "", False)
        assert f"There is no profile \u201c{name}\u201d yet" in result.err.replace("\n", "")
    monkeypatch.setenv("CAREERCLI_PROFILE", "anna")
    assert run("report").code == 1


def test_on_a_narrow_terminal_nothing_is_cut(draw: See, ana: Path) -> None:
    screen = draw("report", "--profile", str(ana), width=40)
    assert screen.code == 0
    assert "Career report" in screen.text
    assert "…" not in screen.text


# -- a coach's clients ---------------------------------------------------------------------------


@pytest.fixture
def clients(ana: Path) -> Path:
    folder = ana.parent
    write(folder / "bob.toml", target={"role": "electrician"}, marks=marks(organization="none"))
    write(folder / "cleo.toml", marks=marks(sql=2))
    write(folder / "dora.toml", target={"role": "dragon tamer"})
    (folder / "emil.toml").write_text("marks = [", encoding="utf-8")
    (folder / "fay.toml").symlink_to(ana)
    (folder / ".gus.toml").write_text("", encoding="utf-8")
    (folder / "below").mkdir()
    write(folder / "below" / "hal.toml", target={"role": ROLE})
    return folder


def test_every_client_has_a_line_without_a_name(run: Run, clients: Path) -> None:
    told = report(run, "--clients", str(clients))
    assert [(one["client"], one["state"]) for one in told["clients"]] == [
        ("client 1", "measured"),
        ("client 2", "measured"),
        ("client 3", "no target"),
        ("client 4", "unknown target"),
        ("client 5", "unreadable"),
    ]
    for form in ("md", "csv", "json"):
        out = run("report", "--clients", str(clients), "--format", form).out
        assert not [name for name in ("ana", "bob", "emil", "dragon") if name in out]


def test_an_option_is_no_folder_of_clients(run: Run) -> None:
    result = run("report", "--clients", "-f", "csv")
    assert (result.code, result.out) == (2, "")
    assert "--clients needs a folder; found -f." in result.err


def test_what_cannot_be_read_is_told_and_the_rest_is_answered(run: Run, clients: Path) -> None:
    result = run("report", "--clients", str(clients))
    assert result.code == 0
    for reason in ("emil.toml has 1 problem", "fay.toml is a link", "dragon tamer, isn't a role"):
        assert reason in result.err
    assert "can't be read" in result.out


@pytest.mark.parametrize(
    "written", ["a" * 1_000_000, f'[target]\nrole = "x"\nlevel = "{"a" * 1_000_000}"']
)
def test_what_is_wrong_is_quoted_in_short(run: Run, tmp_path: Path, written: str) -> None:
    path = tmp_path / "clients" / "big.toml"
    path.parent.mkdir()
    path.write_text(written, encoding="utf-8")
    result = run("report", "--clients", str(path.parent))
    assert (result.code, "aaa..." in result.err) == (0, True)
    assert len(result.err) < 1000
    assert len(run("guide", "check", str(path)).err) < 1000


@pytest.fixture
def towards_occupations(run: Run, tmp_path: Path) -> Path:
    run(
        "sources",
        "add",
        "--yes",
        str(official.onet_zip(tmp_path / "db.zip", official.onet_30_3())),
    )
    folder = tmp_path / "clients"
    write(
        folder / "1.toml",
        target={"role": official.DEVELOPER},
        onet_levels={"2.A.2.a": {"level": 7, "name": "Critical Thinking"}},
    )
    write(
        folder / "2.toml",
        target={"role": official.DEVELOPER},
        onet_levels={
            "2.A.2.a": {"level": 1, "name": "Critical Thinking"},
            "2.B.3.e": {"level": 7, "name": "Programming"},
        },
    )
    return folder


def test_the_next_skill_towards_an_occupation_is_told_in_every_form(
    run: Run, towards_occupations: Path
) -> None:
    expected = [("2.B.3.e", "Programming"), ("2.A.2.a", "Critical Thinking")]
    out = run("report", "--clients", str(towards_occupations)).out
    told = report(run, "--clients", str(towards_occupations))["clients"]
    text = run("report", "--clients", str(towards_occupations), "--format", "csv").out
    assert [(one["next"]["any_of"][0], one["next"]["label"]) for one in told] == expected
    rows = csv.DictReader(io.StringIO(text))
    assert [(row["next_skill"], row["next_label"]) for row in rows] == expected
    assert all(f"| {name} |" in out for _, name in expected)


def test_who_rated_nothing_has_no_next_skill(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path / "clients" / "one.toml", target={"role": "electrician"}).parent
    out = run("report", "--clients", str(folder)).out
    assert report(run, "--clients", str(folder))["clients"][0]["next"] is None
    assert "None of them has rated a skill yet." in out
    assert "points of readiness" not in out


def test_clients_are_told_what_they_lack_to_hold(run: Run, tmp_path: Path) -> None:
    target = {"role": "registered-nurse"}
    folder = write(tmp_path / "clients" / "1.toml", target=target).parent
    write(folder / "2.toml", target=target, credentials={"rn-license": {}})
    write(folder / "3.toml", target=target, current={"role": "29-1141.03"})
    told = report(run, "--clients", str(folder))["clients"]
    assert [[one["id"] for one in client["to_hold"]] for client in told] == [
        ["rn-license", "bls"],
        ["bls"],
        ["bls"],
    ]
    text = run("report", "--clients", str(folder), "--format", "csv").out
    first = next(csv.DictReader(io.StringIO(text)))
    assert first["to_hold"].startswith("Registered nurse (RN) license | ")
    assert "Registered nurse license; " in run("report", "--clients", str(folder)).out


def test_a_report_says_what_to_have_as_the_plan_does(run: Run) -> None:
    run("profile", "set", "target=barber", "education=none")
    out = run("report").out
    assert "- Get: Barber license, 1,000 to 1,600 hours" in out
    assert "Way in: Barber school" in out


def test_what_is_only_claimed_is_not_called_rated(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "one.toml", marks={"sql": {"level": "claimed"}})
    assert "1 skill, none rated" in run("report", "--profile", str(path)).out
    write(path, marks={"sql": {"level": "claimed"}, "jira": {"level": 2}})
    assert "2 skills, 1 rated" in run("report", "--profile", str(path)).out


def test_skills_that_can_stand_in_for_each_other_are_all_told(run: Run, tmp_path: Path) -> None:
    role, asked = next(
        (role, one)
        for role in open_store().requirements()
        for one in role.requirements
        if len(one.any_of) > 1 and one.need == "must" and "mid" in one.expected
    )
    others = {
        skill: {"level": 4}
        for one in role.requirements
        if one != asked
        for skill in one.any_of
        if skill not in asked.any_of
    }
    target = {"role": role.slug, "level": "mid"}
    folder = write(tmp_path / "clients" / "one.toml", target=target, marks=others).parent
    following = report(run, "--clients", str(folder))["clients"][0]["next"]
    assert following["any_of"] == list(asked.any_of)
    row = next(
        csv.DictReader(io.StringIO(run("report", "--clients", str(folder), "-f", "csv").out))
    )
    assert row["next_skill"] == " | ".join(asked.any_of)
    assert row["next_label"] == following["label"]
    assert f"| {following['label']} |" in run("report", "--clients", str(folder)).out


def test_names_are_shown_when_they_are_asked_for(run: Run, clients: Path) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("report", "--clients", str(clients), "--names", "-f", "csv").out)
        )
    )
    assert [row["client"] for row in rows] == ["ana", "bob", "cleo", "dora", "emil"]


def test_one_role_for_all(run: Run, clients: Path) -> None:
    told = report(run, ROLE, "--level", "mid", "--clients", str(clients))
    measured = [one for one in told["clients"] if one["state"] == "measured"]
    assert {(one["slug"], one["level"]) for one in measured} == {(ROLE, "mid")}
    assert len(measured) == 4
    organization = next(one for one in told["missing"] if one["any_of"] == ["organization"])
    assert (organization["missing"], organization["unrated"]) == (2, 2)
    assert told["missing"][0] == organization


@pytest.mark.parametrize("seed", range(3))
def test_the_table_is_the_sum_of_the_single_gaps(run: Run, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    roles, skills = open_store().requirements(), open_store().skill_ids()
    for number in range(8):
        role = chance.choice(roles)
        asked = [skill for one in role.requirements for skill in one.any_of]
        known = {*chance.sample(asked, 6), *chance.sample(skills, 4)}
        write(
            tmp_path / "all" / f"{number}.toml",
            target={"role": role.slug, "level": chance.choice(["entry", "mid", "senior", "lead"])},
            marks={one: {"level": chance.choice([1, 2, 3, 4, "none", "claimed"])} for one in known},
        )
    told = report(run, "--clients", str(tmp_path / "all"))
    gaps = [
        json.loads(run("skills", "--gap", "--profile", str(path), "--format", "json").out)
        for path in sorted((tmp_path / "all").iterdir())
    ]
    for key in ("points", "full", "rated", "requirements_total", "readiness_percent", "level"):
        assert [one[key] for one in told["clients"]] == [one[key] for one in gaps]
    counted = [one for one in gaps if one["readiness_percent"] is not None]
    assert told["totals"] == {
        "measured": 8,
        "rated": len(counted),
        "points": sum(one["points"] for one in counted),
        "full": sum(one["full"] for one in counted),
    }
    lacking = [term for one in gaps for term in one["terms"] if term["state"] != "unrated"]
    assert sum(one["missing"] for one in told["missing"]) == sum(
        term["state"] == "missing" for term in lacking
    )
    assert sum(one["below"] for one in told["missing"]) == sum(
        term["state"] == "below" for term in lacking
    )


def test_what_makes_no_sense_together_is_refused(run: Run, clients: Path, tmp_path: Path) -> None:
    assert run("report", "--names").code == 2
    assert run("report", "--clients", str(clients), "--profile", "ana").code == 2
    assert run("report", "--clients", str(tmp_path / "nowhere")).code == 1
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("report", "--clients", str(empty)).code == 1


def test_a_page_is_headed_by_the_clients_name(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "client-7.toml")
    run("profile", "-p", path, "set", "name=Ana Lopez", "job=cashier")
    out = run("report", "-p", path).out
    assert "Ana Lopez" in out
    assert "client-7" not in out
