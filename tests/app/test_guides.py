"""Guides that a user added."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.support.guides import FLORIST
from tests.support.running import ROOT, Run


@pytest.fixture
def florist(tmp_path: Path) -> Path:
    path = tmp_path / "florist.toml"
    path.write_text(FLORIST)
    return path


def test_an_added_guide_joins_every_command(run: Run, florist: Path) -> None:
    result = run("guide", "add", str(florist))
    assert result.code == 0
    assert "flower-arranging" in result.err  # not in the vocabulary, and said so
    florist.unlink()  # what was added is a copy
    assert "Arranges flowers" in run("show", "flower arranger").out
    assert "Florist (yours)" in run("list").out
    assert "$50,000" in run("salary", "florist", "--level", "senior").out
    assert "Flower arranging" in run("skills", "florist").out
    assert run("search", "flowers").out.count("Florist") >= 1
    ranked = run("salary", "--level", "senior", "--format", "csv").out
    assert "florist" in {row["slug"] for row in csv.DictReader(io.StringIO(ranked))}
    assert run("guide", "remove", "florist").code == 0
    assert "Arranges flowers" not in run("show", "florist").out


def test_an_added_guide_may_replace_a_bundled_one(run: Run, florist: Path) -> None:
    florist.write_text(FLORIST.replace('"florist"', '"scrum-master"'))
    assert "in place of the bundled guide" in run("guide", "add", str(florist)).err
    assert "Florist (yours, in place of ours)" in run("list").out
    assert "Arranges flowers" in run("show", "scrum-master").out
    (hit, *_) = json.loads(run("search", "florist", "--format", "json").out)["hits"]
    assert hit["origin"] == "yours, in place of ours"
    run("guide", "remove", "scrum-master")
    assert "Arranges flowers" not in run("show", "scrum-master").out


def test_a_guide_without_skills_does_not_borrow_those_of_the_one_it_replaces(
    run: Run, florist: Path
) -> None:
    bare = FLORIST.replace('"florist"', '"scrum-master"')
    florist.write_text(re.sub(r"requirements = .*", "", bare))
    assert run("guide", "add", str(florist)).code == 0
    assert "aren't described" in run("skills", "scrum-master", "--gap").out
    assert "scrum-master" not in run("skills", "--gap", "--format", "csv").out


def test_a_broken_guide_is_refused_and_with_it_its_folder(run: Run, florist: Path) -> None:
    (florist.parent / "broken.toml").write_text(FLORIST.replace("40000", '"a lot"'))
    result = run("guide", "add", str(florist.parent))
    assert result.code == 1
    assert "pay[0].points.mid" in result.err
    assert "Nothing was added" in result.err
    assert "Arranges flowers" not in run("show", "florist").out


def test_guides_that_are_not_there(run: Run, tmp_path: Path) -> None:
    assert run("guide", "add", str(tmp_path / "no.toml")).code == 1
    assert run("guide", "add", str(tmp_path)).code == 2
    assert run("guide", "remove", "florist").code == 2


def test_a_new_guide_is_sound_and_says_what_is_missing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("guide", "new", "event-planner").code == 0
    checked = run("guide", "check", "event-planner.toml")
    assert checked.code == 0
    assert "placeholder" in checked.out
    assert run("guide", "check", "--strict", "event-planner.toml").code == 1
    again = run("guide", "new", "event-planner")
    assert again.code == 1
    assert "there already" in again.err
    assert run("guide", "new", "../escape").code == 2


def test_the_check_finds_copies_between_guides(run: Run, florist: Path) -> None:
    other = florist.with_name("other.toml")
    other.write_text(
        FLORIST.replace('"florist"', '"other"').replace("before dawn", "at dawn, mostly")
    )
    florist.write_text(
        FLORIST.replace("Everything.", "One owns the shop on the corner of the street.")
    )
    other.write_text(
        other.read_text().replace("Everything.", "One owns the shop on the corner of the road.")
    )
    out = run("guide", "check", str(florist), str(other)).out
    assert "nearly a sentence of another guide" in out
    other.write_text(other.read_text().replace("of the road", "of the street"))
    assert "stands in another guide too" in run("guide", "check", str(florist), str(other)).out


def test_links_to_no_role_are_a_warning_and_shown_unlinked(run: Run, florist: Path) -> None:
    florist.write_text(FLORIST + '[[related]]\ntitle = "Gardener"\nslug = "gardener"\n')
    result = run("guide", "check", str(florist))
    assert result.code == 0
    assert "is no role here (found gardener)" in result.out
    assert run("guide", "add", str(florist)).code == 0
    assert "Gardener" in run("show", "florist", "--section", "related").out


WAGES = (
    "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n"
    "13-1082,Project Management Specialists,detailed,1066670,110740,61580,78440,{median},"
    "133100,167970\n"
)


def test_survey_figures_are_held_against_the_workbook(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "national_M2025_dl.csv"
    guide = str(ROOT / "data/roles/product-coordinator.toml")
    book.write_text(WAGES.format(median=102320))
    assert run("guide", "check", guide, "--against", str(book)).code == 0
    book.write_text(WAGES.format(median=102321))
    result = run("guide", "check", guide, "--against", str(book))
    assert result.code == 1
    assert "nearest.pay.p50: must be the workbook's figure (found 102320" in result.err
    book.write_text(WAGES.format(median="*"))
    assert "has nothing" in run("guide", "check", guide, "--against", str(book)).err
    book.write_text("no,wages\n1,2\n")
    assert run("guide", "check", guide, "--against", str(book)).code == 1
