"""What people say of themselves that isn't a job."""

import pytest

from careercli.core.not_a_job import is_unsure, is_wish, situation_of, without_opening


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("I'm a high school senior", "school"),
        ("nursing student", "school"),
        ("senior in high school", "school"),
        ("laid off from Boeing", "no job"),
        ("stay-at-home mom", "no job"),
        ("retired", "no job"),
        ("in the Army", "service"),
        ("army veteran", "service"),
        ("self-employed", "own business"),
        ("student services director", None),
        ("retired teacher", None),
        ("army cook", None),
        ("home health aide", None),
    ],
)
def test_a_situation_is_no_job_and_a_job_no_situation(said: str, situation: str | None) -> None:
    assert situation_of(said) == situation


@pytest.mark.parametrize("wish", ["something with animals", "work from home", "better pay"])
def test_a_wish_names_no_job(wish: str) -> None:
    assert is_wish(wish)
    assert not is_unsure(wish)


def test_what_only_opens_a_sentence_is_left_out() -> None:
    assert without_opening("I'm a laid off welder") == "welder"
    assert is_unsure("I don't know yet")
