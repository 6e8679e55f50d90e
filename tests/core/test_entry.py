"""What a role takes: had, to be had, or not known."""

import pytest

from careercli.core.entry import Asked, Entry, Held, Kinship, entry
from careercli.model.portrait import AskedId

BACHELOR, MASTER, SCHOOL = (
    "Bachelor's degree",
    "Master's degree",
    "High school diploma or equivalent",
)
ASSOCIATE, CERTIFICATE = "Associate's degree", "Postsecondary nondegree award"
DOCTORATE = "Doctoral or professional degree"
NONE = Kinship()
NURSE = AskedId("rn-license", "always", "license")
PRACTITIONER = AskedId("np-license", "always", "license")


def takes(held: Held, kinship: Kinship = NONE, **asked: object) -> Entry:
    wanted = Asked(SCHOOL, "None", "None", ())._replace(**asked)  # type: ignore[arg-type]
    return entry(held, wanted, kinship)


@pytest.mark.parametrize(
    ("mine", "asked", "years"),
    [
        (SCHOOL, BACHELOR, 4),
        (ASSOCIATE, BACHELOR, 2),
        (BACHELOR, MASTER, 2),
        (BACHELOR, BACHELOR, 0),
        (MASTER, SCHOOL, 0),
        (SCHOOL, DOCTORATE, 7),
        (ASSOCIATE, DOCTORATE, 5),
        (MASTER, DOCTORATE, 3),
        (CERTIFICATE, ASSOCIATE, 2),
        (SCHOOL, CERTIFICATE, 0),
    ],
)
def test_school_is_what_is_still_to_study(mine: str, asked: str, years: int) -> None:
    assert takes(Held(mine), education=asked).school == years


def test_another_degree_is_none_for_a_licensed_profession() -> None:
    teacher, nurse = Held(BACHELOR), Held(BACHELOR, frozenset({"rn-license"}))
    assert takes(teacher, education=BACHELOR, credentials=(NURSE,)).school == 2
    assert takes(Held(ASSOCIATE), education=BACHELOR, credentials=(NURSE,)).school == 2
    assert takes(Held(SCHOOL), education=BACHELOR, credentials=(NURSE,)).school == 4
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
    assert takes(held, Kinship(experience=related), experience=experience).state == state


def test_training_on_the_job_stands_in_nobodys_way_but_an_apprenticeship_does() -> None:
    assert takes(Held(SCHOOL), training="Long-term on-the-job training").state == "have"
    assert takes(Held(SCHOOL), training="Apprenticeship").state == "obtainable"
    served = Held(SCHOOL, frozenset({"electrician-apprenticeship"}))
    asked = (AskedId("electrician-apprenticeship", "usually", "apprenticeship"),)
    assert takes(served, training="Apprenticeship", credentials=asked).state == "have"
    assert takes(Held(SCHOOL), training="None", credentials=asked).state == "obtainable"


def test_what_is_asked_for_is_unknown_if_nobody_has_written_it() -> None:
    assert takes(Held(SCHOOL), all_known=False).state == "unknown"
    assert takes(Held(SCHOOL), all_known=False, credentials=(NURSE,)).state == "obtainable"
    assert takes(Held(""), education=BACHELOR).state == "unknown"
    assert Entry().state == "unknown"


def test_a_certificate_is_of_one_kind_of_work() -> None:
    held = Held(CERTIFICATE)
    assert takes(held, education=CERTIFICATE).state == "obtainable"
    assert takes(Held(MASTER), education=CERTIFICATE).state == "obtainable"
    assert takes(held, Kinship(training=True), education=CERTIFICATE).state == "have"


def test_a_license_stands_for_the_certificate_that_leads_to_it() -> None:
    barber = AskedId("barber-license", "always", "license")
    driving = AskedId("driver-license", "usually", "license", groups=9)
    asked = (barber, driving)
    missing = takes(
        Held(SCHOOL, frozenset({"driver-license"})), education=CERTIFICATE, credentials=asked
    )
    assert missing.study is None
    assert [part.name for part in missing.missing("credential")] == ["barber-license"]
    both = Held(SCHOOL, frozenset({"barber-license", "driver-license"}))
    assert takes(both, education=CERTIFICATE, credentials=asked).state == "have"
    only_driving = takes(Held(SCHOOL), education=CERTIFICATE, credentials=(driving,))
    assert only_driving.study


def test_an_associates_degree_is_of_one_field() -> None:
    held = Held(ASSOCIATE)
    assert takes(held, Kinship(field=True), education=ASSOCIATE).state == "have"
    other = takes(held, education=ASSOCIATE)
    assert (other.state, other.school) == ("obtainable", 2)


def test_what_the_present_job_asks_for_is_marked() -> None:
    held = Held(SCHOOL, frozenset({"rn-license"}), from_job=frozenset({"rn-license"}))
    (part,) = (one for one in takes(held, credentials=(NURSE,)).parts if one.kind == "credential")
    assert part.state == "have"
    assert part.from_job
