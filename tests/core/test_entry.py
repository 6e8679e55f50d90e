"""What a role takes: had, to be had, or not known."""

import pytest

from careercli.core.entry import Asked, Entry, Held, entry
from careercli.model.basics import AskedId

BACHELOR, MASTER, SCHOOL = (
    "Bachelor's degree",
    "Master's degree",
    "High school diploma or equivalent",
)
NURSE = AskedId("rn-license", "always", "license")
PRACTITIONER = AskedId("np-license", "always", "license")


def takes(held: Held, *, related: bool = False, **asked: object) -> Entry:
    wanted = Asked(SCHOOL, "None", "None", ())._replace(**asked)  # type: ignore[arg-type]
    return entry(held, wanted, related=related)


@pytest.mark.parametrize(
    ("mine", "asked", "years"),
    [
        (SCHOOL, BACHELOR, 4),
        ("Associate's degree", BACHELOR, 2),
        (BACHELOR, MASTER, 2),
        (BACHELOR, BACHELOR, 0),
        (MASTER, SCHOOL, 0),
    ],
)
def test_school_is_what_is_still_to_study(mine: str, asked: str, years: int) -> None:
    assert takes(Held(mine), education=asked).school == years


def test_another_degree_is_none_for_a_licensed_profession() -> None:
    teacher, nurse = Held(BACHELOR), Held(BACHELOR, frozenset({"rn-license"}))
    assert takes(teacher, education=BACHELOR, credentials=(NURSE,)).school == 4
    assert takes(nurse, education=BACHELOR, credentials=(NURSE,)).school == 0
    asked = (NURSE, PRACTITIONER)
    assert takes(nurse, education=MASTER, credentials=asked).school == 2


@pytest.mark.parametrize(
    ("years", "related", "experience", "state"),
    [
        (5.0, True, "5 years or more", "have"),
        (4.9, True, "5 years or more", "obtainable"),
        (9.0, False, "5 years or more", "obtainable"),
        (1.0, True, "Less than 5 years", "have"),
        (None, True, "Less than 5 years", "obtainable"),
        (None, False, "None", "have"),
        (None, False, "", "unknown"),
    ],
)
def test_experience_counts_in_related_work(
    years: float | None, related: bool, experience: str, state: str
) -> None:
    held = Held(SCHOOL, frozenset(), years)
    assert takes(held, related=related, experience=experience).state == state


def test_training_on_the_job_stands_in_nobodys_way_but_an_apprenticeship_does() -> None:
    assert takes(Held(SCHOOL), training="Long-term on-the-job training").state == "have"
    assert takes(Held(SCHOOL), training="Apprenticeship").state == "obtainable"
    served = Held(SCHOOL, frozenset({"electrician-apprenticeship"}))
    asked = (AskedId("electrician-apprenticeship", "usually", "apprenticeship"),)
    assert takes(served, training="Apprenticeship", credentials=asked).state == "have"
    assert takes(Held(SCHOOL), training="None", credentials=asked).state == "obtainable"


def test_what_is_asked_for_is_unknown_if_nobody_has_written_it() -> None:
    assert takes(Held(SCHOOL), credentials=None).state == "unknown"
    assert takes(Held(""), education=BACHELOR).state == "unknown"
    assert Entry().state == "unknown"
