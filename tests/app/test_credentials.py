"""Credentials: held, not held or not known, beside readiness and never in it."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from tests.support.running import Run

OLD = """schema = 1
[target]
role = "registered-nurse"
[marks.nursing-license]
level = 3
[marks.acls]
level = "none"
[marks.pals]
level = "claimed"
[marks.teamwork]
level = 3
[credentials.bls]
until = "2024-05"
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A profile of a version in which some credentials were skills."""
    path = tmp_path / "old.toml"
    path.write_text(OLD)
    return path


def states(run: Run, role: str, *options: str) -> dict[str, tuple[str, str]]:
    """Credential id -> how often the role asks for it, and whether it is held."""
    data = json.loads(run("skills", role, "--gap", "--format", "json", *options).out)
    return {one["id"]: (one["asked"], one["state"]) for one in data["credentials"]}


def test_what_a_profile_does_not_say_is_not_known(run: Run) -> None:
    assert states(run, "registered-nurse")["rn-license"] == ("always", "unknown")
    shown = run("skills", "registered-nurse", "--gap").out
    assert "Registered nurse (RN) license | not known | always asked for" in shown


def test_a_guide_s_own_word_goes_before_its_occupation_s(run: Run) -> None:
    """The occupation names no BLS card; the guide says usually."""
    nurse = open_store().get("guide:registered-nurse")
    assert nurse.occupation is not None
    asked = {one.id: one.level for one in open_store().asked_credentials(nurse)}
    assert "bls" not in [one.id for one in nurse.occupation.credentials]
    assert (asked["bls"], asked["nrp"]) == ("usually", "sometimes")


def test_a_guide_without_an_exact_occupation_names_its_own(run: Run) -> None:
    assert states(run, "product-coordinator")["capm"] == ("sometimes", "unknown")


def test_what_is_held_is_in_no_sum(run: Run) -> None:
    run("profile", "set", "teamwork=3")
    before = json.loads(run("skills", "registered-nurse", "--gap", "--format", "json").out)
    run("profile", "set", "RN license", "ccrn=none")
    after = json.loads(run("skills", "registered-nurse", "--gap", "--format", "json").out)
    told = {one["id"]: one["state"] for one in after["credentials"]}
    assert (told["rn-license"], told["ccrn"]) == ("held", "not held")
    assert {**after, "credentials": []} == {**before, "credentials": []}


def test_an_occupation_s_gap_names_them_too(run: Run) -> None:
    assert states(run, "barber")["barber-license"] == ("always", "unknown")


def test_an_old_rating_counts_as_held_and_an_expired_card_does_not(run: Run, old: Path) -> None:
    told = states(run, "registered-nurse", "--profile", str(old))
    assert told["rn-license"] == ("always", "held")
    assert told["pals"] == ("sometimes", "held")
    assert told["acls"] == ("sometimes", "not held")
    assert told["bls"] == ("usually", "not held")
    assert old.read_text() == OLD
    shown = run("profile", "--profile", str(old)).out
    assert "| Registered nurse (RN) license | held |" in shown
    assert "expired 2024-05" in shown


def test_an_old_rating_is_moved_by_the_next_change_which_says_so_once(run: Run, old: Path) -> None:
    first = run("profile", "set", "sql=2", "--profile", str(old))
    assert "nursing-license isn't a skill any more" in first.err
    tables: dict[str, Any] = tomllib.loads(old.read_text())
    assert tables["credentials"] == {
        "acls": {"held": False},
        "bls": {"until": "2024-05"},
        "pals": {},
        "rn-license": {},
    }
    assert set(tables["marks"]) == {"sql", "teamwork"}
    assert "skill any more" not in run("profile", "set", "sql=3", "--profile", str(old)).err


def test_a_credential_has_no_level(run: Run, home: Path) -> None:
    for word in ("cissp=3", "cissp="):
        result = run("profile", "set", word)
        assert (result.code, "held or not" in result.err) == (2, True)
    assert not home.exists()


def test_a_credential_can_be_forgotten(run: Run, home: Path) -> None:
    run("profile", "set", "CISSP")
    assert "forgotten" in run("profile", "unset", "cissp").err
    assert "was not in the profile" in run("profile", "unset", "cissp").err
    assert tomllib.loads((home / "profile.toml").read_text())["credentials"] == {}


def test_an_ad_names_credentials_as_people_write_them(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "rn-license")
    ad = tmp_path / "ad.txt"
    ad.write_text("RN wanted, BLS required. Compassion. We pay at the rn of the month, pe and cdl.")
    data = json.loads(run("match", str(ad), "--format", "json").out)
    assert [(one["id"], one["written"], one["state"]) for one in data["credentials"]] == [
        ("rn-license", "RN", "held"),
        ("bls", "BLS", "unknown"),
    ]
    assert not {"RN", "BLS"} & set(data["unrecognized"])


def test_a_resume_s_certificates_are_kept_as_held(run: Run, home: Path, tmp_path: Path) -> None:
    resume = tmp_path / "resume.json"
    resume.write_text(json.dumps({"certificates": [{"name": "Certified ScrumMaster"}]}))
    shown = json.loads(run("import", str(resume), "--format", "json").out)
    assert shown["credentials"][0]["where"] == "certificates[0].name"
    run("import", str(resume), "--yes")
    assert tomllib.loads((home / "profile.toml").read_text())["credentials"] == {"csm": {}}


@pytest.mark.parametrize("odd", [["csm"], "csm", {"name": "csm"}, [None, "csm"], 5, None])
def test_certificates_of_an_odd_shape_go_out_as_they_were_read(
    run: Run, tmp_path: Path, odd: object
) -> None:
    resume = tmp_path / "resume.json"
    resume.write_text(json.dumps({"certificates": odd, "skills": ["Excel"]}))
    run("import", str(resume), "--yes")
    run("profile", "set", "credential=bls")
    sent = json.loads(run("profile", "-f", "jsonresume").out)["certificates"]
    named = {"csm"} if odd not in (5, None) else set()
    assert {one["name"] for one in sent} == {"Basic Life Support (BLS)"} | named


def test_what_is_held_goes_out_as_a_certificate_and_comes_back(
    run: Run, tmp_path: Path, old: Path
) -> None:
    run("profile", "set", "ccrn=none", "--profile", str(old))
    old.write_text(f"{old.read_text()}\n[marks.nursing-license]\nlevel = 2\n")
    out = run("profile", "-f", "jsonresume", "--profile", str(old)).out
    assert "Nursing license" not in out
    resume = tmp_path / "resume.json"
    resume.write_text(out)
    copy = tmp_path / "copy.toml"
    run("import", str(resume), "--yes", "--profile", str(copy))
    held = tomllib.loads(copy.read_text())["credentials"]
    assert set(held) == {"rn-license", "pals"}


def test_a_credential_that_a_text_denies_is_not_held(run: Run, home: Path, tmp_path: Path) -> None:
    resume = tmp_path / "resume.txt"
    resume.write_text("Holds a forklift card, no CDL.\n")
    run("import", str(resume), "--yes")
    held = tomllib.loads((home / "profile.toml").read_text())["credentials"]
    assert "cdl-a" not in held
    assert len(held) == 1


def test_a_plan_numbers_what_is_to_be_had_before_what_is_to_be_learned(run: Run) -> None:
    run("profile", "set", "job=elementary-teacher", "education=bachelor", "time management=1")
    page = run("plan", "registered-nurse").out
    numbered = re.findall(
        r"^(?:\| )?(\d+)[. ]+\|? ?(Study|Get|Time management)", page, re.MULTILINE
    )
    assert numbered == [("1", "Study"), ("2", "Get"), ("3", "Time management")]
    assert "\n1. Study: accelerated nursing program" in page
    assert "\n- Or: program in this field" in page
    assert '<li value="2">Get' in run("plan", "registered-nurse", "-f", "html", "-o", "-").out
    held = run("plan", "registered-nurse", "--with", "rn-license").out
    assert re.search(r"^- Hold: Registered nurse", held, re.MULTILINE)
    assert re.search(r"^\| [12] \| Time management", held, re.MULTILINE)
