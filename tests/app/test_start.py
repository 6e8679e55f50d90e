"""Four questions: what they keep, what they say at once, and where they end."""

import json
from pathlib import Path

import pytest

from tests.app.test_interests import SOCIAL
from tests.support.answers import answer
from tests.support.running import Run
from tests.support.terminal import seen

DRIVER = "delivry driver, 6 years\npittsburgh\nhigh school, forklift card\n?\n"


def test_each_answer_is_told_one_fact_and_the_end_is_what_is_near(run: Run) -> None:
    result = run("start", "-f", "json", stdin=DRIVER)
    assert result.code == 0
    facts = (
        "Delivery Driver · 983,300 people",
        "Pittsburgh, PA · typical pay there",
        "High school",
    )
    assert all(fact in result.err for fact in facts)
    found = json.loads(result.out)
    assert found["command"] == "moves"
    assert found["moves"][0]["pay_figure"]["place"] == "Pittsburgh, PA"
    kept = json.loads(run("profile", "-f", "json").out)
    assert (kept["current"]["role"], kept["current"]["years"]) == ("delivery-driver", 6)
    assert kept["education"] == "high-school"


def test_a_target_ends_in_the_way_there(run: Run) -> None:
    result = run("start", "-f", "json", stdin="barber\n\n\nelectrician\n")
    assert json.loads(result.out)["command"] == "path"


def test_a_target_alone_ends_in_a_plan(run: Run) -> None:
    result = run("start", "-f", "json", stdin="\n\n\nregistered nurse\n")
    assert json.loads(result.out)["command"] == "plan"


@pytest.mark.parametrize("answers", ["barber\n", "barber\npittsburgh\n\n", ""])
def test_answers_that_end_early_keep_nothing(run: Run, home: Path, answers: str) -> None:
    result = run("start", stdin=answers)
    assert (result.code, result.out) == (1, "")
    assert "nothing was kept" in result.err
    assert not (home / "profile.toml").exists()


def test_a_piped_answer_that_is_not_understood_keeps_nothing(run: Run, home: Path) -> None:
    result = run("start", stdin="barber\natlantis\n\n?\n")
    assert result.code == 2
    assert "atlantis" in result.err
    assert not (home / "profile.toml").exists()


def test_who_leaves_keeps_whole_answers_and_goes_on_there(run: Run) -> None:
    first = run("start", stdin="barber\nq\n")
    assert (first.code, first.out) == (0, "")
    assert "careercli start goes on" in first.err
    again = run("start", stdin="pittsburgh\n\n?\n")
    assert again.code == 0
    assert "What do you do now?" not in again.err
    assert "typical pay there for your job" in again.err


def test_back_takes_an_answer_back(run: Run) -> None:
    assert run("start", stdin="barber\nb\nwelder\n\n\n?\n").code == 0
    assert json.loads(run("profile", "-f", "json").out)["current"]["role"] == "welder"
    run("profile", "unset", "job")
    assert run("start", stdin="barber\nb\n\n\n\nelectrician\n").code == 0
    assert not json.loads(run("profile", "-f", "json").out).get("current")


def test_a_person_is_asked_again(run: Run) -> None:
    screen = seen("start", "--no-pager", typed=["qwertzuiop\n", "barber\n", "q\n"])
    assert screen.code == 0
    assert "Barber · 15,000 people" in screen.text


def test_a_student_who_does_not_know_is_asked_what_she_likes(run: Run) -> None:
    typed = ["high school senior\n", "fresno\n", "high school\n", "work from home\n", "?\n", SOCIAL]
    screen = seen("start", "--no-pager", typed=typed)
    assert screen.code == 0
    assert "In school" in screen.text
    assert "is a wish, not the name of a job" in screen.text
    assert "What suits SRI" in screen.text
    assert answer(run, "profile")["current"]["role"] == "high school senior"


def test_words_that_are_only_like_a_name_are_a_question(run: Run) -> None:
    typed = ["laid off\n", "walmart stocker\n", "1\n", "q\n"]
    screen = seen("start", "--no-pager", typed=typed)
    assert "If you had one, type the last" in screen.text
    assert "No job is called “walmart stocker” here." in screen.text
    assert "A number, or another answer." in screen.text
    assert answer(run, "profile")["current"]["role"] == "stockers-and-order-fillers"


@pytest.mark.parametrize(
    "target", ["office job", "student", "easier on my back", "home every night"]
)
def test_a_piped_wish_is_no_target(run: Run, home: Path, target: str) -> None:
    result = run("start", stdin=f"cook at a diner\n\n\n{target}\n")
    assert result.code == 2
    assert target in result.err
    assert not (home / "profile.toml").exists()


def test_who_just_graduated_and_has_no_aim_keeps_what_is_known(run: Run) -> None:
    done = run("start", stdin="just graduated\nnew jersey\nBS in biology\nnone\n")
    assert "isn't a job" not in done.err
    assert "careercli interests asks" in done.err
    assert "“none”" not in done.err
    assert answer(run, "profile")["education"] == "bachelor"


def test_answers_from_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('schema = 1\njob = "nurse, 4 years"\nplace = "texas"\nhave = "RN license"\n')
    result = run("start", "--answers", str(path), "-f", "json")
    assert result.code == 0, result.err
    assert json.loads(run("profile", "-f", "json").out)["place"] == "Texas"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('schema = 2\njob = "barber"\n', "schema"),
        ('job = "barber"\n', "schema"),
        ('schema = 1\njob = "barber"\nplace = "atlantis"\n', "place"),
        ('schema = 1\njob = "barber"\ncolor = "red"\n', "color"),
        ("schema = 1\njob = 7\n", 'Write job = "7".'),
        ('schema = 1\nhave = ["CNA card", "GED"]\n', 'Write have = "CNA card, GED".'),
    ],
)
def test_a_wrong_file_is_told_by_place_and_keeps_nothing(
    run: Run, home: Path, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(text)
    result = run("start", "--answers", str(path))
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert "Barber" not in result.err
    assert not (home / "profile.toml").exists()


@pytest.mark.parametrize(
    ("typed", "credentials"),
    [
        (
            "class a cdl hazmat tanker doubles twic",
            {"cdl-a", "cdl-hazmat", "cdl-tank", "cdl-doubles", "twic"},
        ),
        ("Class A CDL w/ Hazmat", {"cdl-a", "cdl-hazmat"}),
        ("CDL-A with hazmat and tanker", {"cdl-a", "cdl-hazmat", "cdl-tank"}),
        ("cdl a, hazmat, tanker, twic", {"cdl-a", "cdl-hazmat", "cdl-tank", "twic"}),
        ("CNA license", {"cna"}),
        ("cpr first aid cna", {"cpr", "cna"}),
        ("HS diploma cdl a", {"cdl-a"}),
        ("BS in Biology, CPR, NJ drivers license", {"cpr", "driver-license"}),
        ("CDL A, lost my hazmat", {"cdl-a"}),
        ("GED, CDL permit", set()),
        ("journeyman card", set()),
    ],
)
def test_licenses_are_read_with_or_without_commas(
    run: Run, typed: str, credentials: set[str]
) -> None:
    assert run("start", stdin=f"truck driver\nmemphis\n{typed}\n?\n").code == 0
    assert set(answer(run, "profile")["credentials"]) == credentials


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("GED, CDL permit", "High school diploma · not held: CDL permit"),
        ("driver's license and a car", "Driver's license · not known here: car"),
        ("no diploma", "No diploma"),
        ("spanish", "Spanish"),
        ("31 years", "31 years in your job"),
        ("journeyman card", "not known here: journeyman card"),
    ],
)
def test_it_says_what_else_is_had_and_what_is_not(run: Run, typed: str, said: str) -> None:
    told = run("start", stdin=f"truck driver\nmemphis\n{typed}\n?\n").err.splitlines()
    assert f"   {said}" in told


@pytest.mark.parametrize("typed", ["nothing", "no license", "none"])
def test_nothing_is_an_answer(run: Run, typed: str) -> None:
    told = run("start", stdin=f"truck driver\nmemphis\n{typed}\n?\n").err
    assert "not known here" not in told


def test_a_target_that_is_the_present_job_is_asked_for_again(run: Run) -> None:
    refused = run("start", stdin="nurse\n\n\nschool nurse\n")
    assert refused.code == 2
    assert "“school nurse” is Registered Nurse, which you do now." in refused.err
    higher = run("start", "-f", "json", stdin="nurse\n\n\nsenior nurse\n")
    assert higher.code == 0, higher.err


@pytest.mark.parametrize(
    ("have", "told"),
    [
        ("LPN to RN bridge", "(LPN/LVN) license · not held: RN"),
        ("CDL-A but no tanker", "(CDL-A) · not held: tanker"),
        ("RN, BSN 5 yrs", "Registered nurse (RN) license · 5 years in your job"),
    ],
)
def test_what_is_had_and_what_is_not_stand_in_one_answer(run: Run, have: str, told: str) -> None:
    assert told in run("start", stdin=f"nurse\n\n{have}\n\n").err
