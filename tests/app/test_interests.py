"""Interests: the questions, the scores, and the roles that follow them."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careercli.app.filters import role_fits
from careercli.app.open_stores import open_store
from careercli.core.interests import INTEREST_LETTERS, QUESTIONS, correlations, parse_scores, scored
from tests.support.answers import answer, table
from tests.support.running import Run
from tests.support.terminal import seen

SOCIAL = "".join("5" if number % 6 == 3 else "1" for number in range(len(QUESTIONS)))
"""Keys of somebody who likes what is social and nothing else."""
ILLUSTRATIONS = {
    "R": ("17-3024.01", "45-2091.00", "47-2031.00", "53-3052.00"),
    "I": ("19-1029.04", "19-1042.00", "19-2031.00", "19-3041.00"),
    "A": ("27-1012.00", "27-1013.00", "27-2011.00", "27-2042.00"),
    "S": ("21-1012.00", "21-1021.00", "25-2021.00", "29-1141.00"),
    "E": ("11-2011.00", "13-1161.01", "23-1011.00", "41-2031.00"),
    "C": ("13-1041.01", "13-2061.00", "15-1242.00", "43-9061.00"),
}
"""Occupations that illustrate one type each: O*NET 30.3, Interests Illustrative Occupations."""

six_scores = st.tuples(*[st.integers(0, 40).map(float)] * 6)


def test_thirty_keys_give_scores_roles_and_a_first_hint(run: Run) -> None:
    screen = seen("interests", "--no-pager", typed=[SOCIAL])
    assert screen.code == 0
    assert "So far: Social, then" in screen.text
    assert "30 of 30" in screen.text
    scores = {one["letter"]: one["score"] for one in answer(run, "interests")["scores"]}
    assert scores == {letter: 20 if letter == "S" else 0 for letter in INTEREST_LETTERS}


def test_back_takes_an_answer_back_and_other_keys_are_passed_over(run: Run) -> None:
    screen = seen("interests", "--no-pager", typed=[f"5x\x1b[Ab{SOCIAL}"])
    assert screen.code == 0
    assert answer(run, "interests")["scores"][0] == {"letter": "R", "score": 0}


def test_who_leaves_keeps_nothing(run: Run) -> None:
    screen = seen("interests", typed=["11q"])
    assert screen.code == 1
    assert "after 2 of 30 answers; nothing was kept" in screen.text
    assert run("profile", "-f", "csv").out.count("interests") == 0


def test_answers_through_a_pipe_that_end_early_keep_nothing(run: Run) -> None:
    result = run("interests", stdin="1\n5\n")
    assert result.code == 1
    assert "after 2 of 30" in result.err


def test_a_question_is_broken_at_words(run: Run) -> None:
    screen = seen("interests", "--no-pager", width=40, typed=[SOCIAL])
    lines = screen.text.splitlines()
    begun = next(number for number, line in enumerate(lines) if "2 of 30" in line)
    assert len(lines[begun]) <= 40
    assert lines[begun + 1].startswith("  ")


def test_equal_answers_give_no_result_and_say_why(run: Run) -> None:
    result = run("interests", stdin="3\n" * 30)
    assert (result.code, result.out) == (1, "")
    assert "equal" in result.err


def test_equal_scores_leave_the_profile_as_it_was(run: Run) -> None:
    run("interests", "SAE")
    assert run("interests", *["20"] * 6).code == 1
    assert answer(run, "profile")["interests"] == "SAE"


@pytest.mark.parametrize("typed", [["SA"], ["social", "artistic"], ["Social, Artistic"]])
def test_letters_and_names_say_the_same(run: Run, typed: list[str]) -> None:
    assert run("interests", *typed).code == 0
    slugs = [row["slug"] for row in table(run, "interests")]
    run("interests", "sa")
    assert slugs == [row["slug"] for row in table(run, "interests")]
    assert len(slugs) == 12


@pytest.mark.parametrize("typed", [["41", "1", "1", "1", "1", "1"], ["QX"], ["1", "2"], ["SS"]])
def test_what_is_no_interest_is_refused(run: Run, typed: list[str]) -> None:
    result = run("interests", *typed)
    assert result.code == 2
    assert "13 16 24 24 19 20" in result.err


def test_a_guide_stands_for_its_occupation_and_a_borrowed_profile_is_marked(run: Run) -> None:
    run("interests", "SIC")
    rows = table(run, "interests", "--limit", "1000")
    keys = {row["key"]: row["borrowed"] for row in rows}
    assert keys["guide:registered-nurse"] == "no"
    assert "soc:29-1141.00" not in keys
    run("interests", "ECS")
    rows = table(run, "interests", "--limit", "1000")
    assert {row["key"]: row["borrowed"] for row in rows}["guide:product-coordinator"] == "yes"


def test_one_letter_finds_what_onet_gives_as_its_illustrations() -> None:
    store = open_store()
    codes = {guide: key for key, guide in store.exact_guides.items()}
    found = 0
    for letter, illustrations in ILLUSTRATIONS.items():
        fits = role_fits(store, parse_scores([letter]))
        best = sorted(fits, key=lambda key: -fits[key])[: len(fits) // 10]
        first = {codes.get(key, key) for key in best}
        found += sum(f"soc:{code}" in first for code in illustrations)
    assert found >= 20


@given(six_scores, six_scores, st.floats(0.1, 10), st.floats(-5, 5))
def test_only_the_pattern_of_scores_counts(mine, role, stretch, shift) -> None:  # type: ignore[no-untyped-def]
    assume(len(set(mine)) > 1 and len(set(role)) > 1)
    (fit,) = correlations(mine, {"a": role}).values()
    assert -1.000001 <= fit <= 1.000001
    moved = tuple(score * stretch + shift for score in mine)
    (again,) = correlations(moved, {"a": role}).values()
    assert again == pytest.approx(fit, abs=1e-6)


def test_every_type_is_asked_five_times() -> None:
    assert scored([5] * len(QUESTIONS)) == (20.0,) * 6
    assert len(set(QUESTIONS)) == 30


def test_a_score_out_of_range_is_named(run: Run) -> None:
    for scores, wrong in (
        ("13 16 24 24 19 60", "Conventional is \u201c60"),
        ("-1 0 0 0 0 0", "-1"),
    ):
        result = run("interests", *scores.split())
        assert result.code == 2
        assert wrong in result.err
        assert "0 to 40" in result.err


def test_what_suits_best_fits_well_in_every_order(run: Run) -> None:
    result = run("interests", "RSI", "--education", "high-school", "--sort", "pay", "-f", "json")
    fits = [role["fit"] for role in json.loads(result.out)["roles"]]
    assert len(fits) == 12
    assert min(fits) > 0.6


def test_where_nothing_fits_well_the_nearest_are_called_so(run: Run) -> None:
    page = run("interests", "A", "--family", "installation", "--sort", "pay").out
    assert "Suits you in part" in page
    assert "Suits you best" not in page
    result = run("interests", "SA", "--family", "installation")
    assert result.code == 1
    assert "has interests like yours" in result.err


def test_interests_that_are_kept_are_not_asked_for_again(run: Run) -> None:
    run("interests", "SEC")
    screen = seen("interests", "--no-pager")
    assert screen.code == 0
    assert "By the interests in your profile, SEC. --again asks again." in " ".join(
        screen.text.split()
    )
    assert "1 of 30" not in screen.text
    assert "30 of 30" in seen("interests", "--again", "--no-pager", typed=[SOCIAL]).text
