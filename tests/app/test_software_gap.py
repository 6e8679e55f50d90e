"""The gap to an occupation: software by the vocabulary's aliases, nothing invented."""

from pathlib import Path

import pytest

from careercli.core.gap import software_gap, spellings
from careercli.model.occupation import Software
from careercli.model.skills import SkillRating
from tests.support import official
from tests.support.answers import answer, table
from tests.support.running import Run

ASKED = (
    Software("Atlas", in_demand=True),
    Software("Atlas Cloud", in_demand=True),
    Software("Borg", in_demand=True),
    Software("Cobalt", in_demand=True),
    Software("Dora", in_demand=True, hot=True),
    Software("Elk", hot=True),
)
IDS = {"Atlas": "atlas", "Atlas Cloud": "atlas", "Borg": "borg", "Cobalt": "cobalt", "Elk": "elk"}


def test_programs_of_one_skill_count_once_and_the_rest_is_named() -> None:
    found = software_gap(
        ASKED, IDS, {"atlas": SkillRating(2), "borg": SkillRating(0), "elk": SkillRating(4)}
    )
    assert [(one.skill, one.state) for one in found.programs] == [
        ("borg", "none"),
        ("cobalt", "unrated"),
        ("atlas", "known"),
    ]
    assert (found.known, found.rated, found.unmatched) == (1, 2, ("Dora",))


def test_a_claim_is_no_knowledge_yet() -> None:
    (one,) = software_gap((ASKED[0],), IDS, {"atlas": SkillRating(None)}).programs
    assert (one.state, one.level) == ("claimed", 0)


def test_software_of_other_jobs_is_nothing_to_learn() -> None:
    found = software_gap((Software("Elk", hot=True), Software("Fir")), IDS, {})
    assert (found.programs, found.unmatched) == ((), ())


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("Structured query language SQL", "SQL"),
        ("Structured query language SQL", "Structured query language"),
        ("Tableau software", "Tableau"),
    ],
)
def test_names_are_known_without_what_is_added(name: str, spelt: str) -> None:
    assert spelt in spellings(name)


def test_an_abbreviation_of_other_words_is_none() -> None:
    assert "AWS" not in spellings("Acme hosting AWS")


def test_the_gap_to_an_occupation(run: Run, tmp_path: Path) -> None:
    run(
        "sources",
        "add",
        "--yes",
        str(official.onet_zip(tmp_path / "onet.zip", official.onet_30_3())),
    )
    before = answer(run, "skills", "15-1251", "--gap")["software"]
    assert (before["known"], before["programs"][0]["state"]) == (0, "unrated")
    assert run("profile", "set", "jira=3").code == 0
    out = run("skills", "15-1251", "--gap", "--why").out
    assert "You know 1 of 1 (1 of 1 rated)." in out
    assert "any level of yours counts as knowing it" in out
    assert "CC BY 4.0" in out
    (jira,) = [row for row in table(run, "skills", "15-1251", "--gap") if row["skill"] == "jira"]
    assert jira["state"] == "known"
    assert "O\\*NET has no skill ratings" in run("skills", "13-1082", "--gap").out
    assert answer(run, "skills", "13-1082", "--gap")["onet"] is None
