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


WEAK = {
    "figure": ('[market]\ntrends = "Wages rose by 12 % in 3 years."', "market.trends", "12 %"),
    "money": ('[[faq]]\nquestion = "Fees?"\nanswer = "About $300."', "faq[0].answer", "$3"),
    "ladder": (
        "".join(
            f'[[tiers]]\ntitle = "{end}"\nessence = "e"\nchanges = "c"\nsource = "ours"\n'
            f"years = {{ start = {start}{f', end = {end}' if end else ''} }}\n"
            for start, end in ((0, 2), (2, 5), (5, 8), (8, 0))
        ),
        "tiers",
        "0\u20132, 2\u20135, 5\u20138, 8+",
    ),
    "years": (
        '[[tiers]]\ntitle = "Owner"\nessence = "e"\nchanges = "c"\nyears = { start = 9 }',
        "tiers[1].source",
        "Owner",
    ),
    "issuer": ('[[education.certificates]]\nname = "Ribbons"', "certificates[0].issuer", "Ribbons"),
    "unsourced": (
        '[[education.certificates]]\nname = "Ribbons"\nissuer = "Us"',
        "certificates[0].source",
        "Ribbons",
    ),
    "unknown credential": (
        '[[education.certificates]]\nname = "Ribbons"\ncredential = "ribbons"',
        "certificates[0].credential",
        "ribbons",
    ),
    "transferable": ("", "requirements", "personal skills"),
    "unlinked": ('[[related]]\ntitle = "Sales manager"', "related[0].slug", "Sales manager"),
}


@pytest.mark.parametrize("fault", WEAK)
def test_a_weakness_is_named(run: Run, florist: Path, fault: str) -> None:
    text, where, found = WEAK[fault]
    florist.write_text(
        re.sub(r"\[\[tiers\]\].*", "", FLORIST, flags=re.DOTALL) + text
        if fault == "ladder"
        else FLORIST + text
    )
    told = run("guide", "check", str(florist), "--format", "json")
    assert told.code == 0
    (checked,) = json.loads(told.out)["files"]
    warned = [(one["where"], one["rule"] + one["found"]) for one in checked["warnings"]]
    assert any(place.endswith(where) and found in what for place, what in warned), warned
    assert run("guide", "check", "--strict", str(florist)).code == 1


def test_a_figure_whose_source_covers_it_and_a_story_s_are_fine(run: Run, florist: Path) -> None:
    florist.write_text(
        FLORIST.replace('"editorial"', '"editorial"\ncovers = ["market"]')
        + '[market]\ntrends = "Wages rose by 12 %."\n'
        + '[[cases]]\ntitle = "June"\ntext = "She sold 40 % more."\ntakeaway = "Sell more in June."'
    )
    assert "has a figure" not in run("guide", "check", str(florist)).out
    assert "Our own count" in run("show", str(florist), "-s", "market").out


def test_a_publisher_s_ladder_may_be_the_template(run: Run, florist: Path) -> None:
    text, _, _ = WEAK["ladder"]
    bare = re.sub(r"\[\[tiers\]\].*", "", FLORIST, flags=re.DOTALL)
    florist.write_text(bare.replace('"editorial"', '"published-claim"') + text)
    assert "ladder of every job" not in run("guide", "check", str(florist)).out


def test_the_check_finds_an_opening_that_five_guides_share(run: Run, florist: Path) -> None:
    files = [florist]
    for number in range(4):
        files.append(florist.with_name(f"f{number}.toml"))
        files[-1].write_text(
            FLORIST.replace('"florist"', f'"f{number}"')
            .replace("before dawn", f"at {number}")
            .replace('"Florist"', f'"Florist {number}"')
            .replace('summary = "', f'summary = "A Florist {number} is somebody who ')
        )
    florist.write_text(FLORIST.replace('summary = "', 'summary = "A florist '))
    four = run("guide", "check", *map(str, files[:4])).out
    assert "other guides do" not in four
    five = run("guide", "check", *map(str, files)).out
    assert "summary: begins as 4 other guides do" in five


def test_links_to_no_role_are_a_warning_and_shown_unlinked(run: Run, florist: Path) -> None:
    florist.write_text(FLORIST + '[[related]]\ntitle = "Gardener"\nslug = "gardener"\n')
    result = run("guide", "check", str(florist))
    assert result.code == 0
    assert "isn't a role here (found gardener)" in result.out
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


# -- the folder and the store are one --------------------------------------------------------------


def test_a_guide_that_was_killed_before_it_was_compiled_is_there(
    run: Run, florist: Path, home: Path
) -> None:
    run("guide", "add", str(florist))
    store = (home / "user.db").read_bytes()
    other = florist.read_text().replace('"florist"', '"tanner"')
    (home / "guides" / "tanner.toml").write_text(other)  # as a kill after copying leaves it
    assert run("show", "tanner").code == 0
    assert (home / "user.db").read_bytes() != store
    assert run("guide", "remove", "tanner").code == 0
    assert run("show", "tanner").code == 2
    assert run("show", "florist").code == 0


def test_a_guide_that_no_longer_passes_is_named_at_once_and_by_check(
    run: Run, florist: Path, home: Path
) -> None:
    run("guide", "add", str(florist))
    own = home / "guides" / "florist.toml"
    own.write_text(own.read_text().replace("summary", "sumary"))
    result = run("list")
    assert result.code == 0
    assert f"{own} is left out: " in result.err
    checked = run("guide", "check")
    assert checked.code == 1
    assert "summary" in checked.err


def test_a_broken_store_of_guides_is_made_again_of_the_folder(
    run: Run, florist: Path, home: Path
) -> None:
    run("guide", "add", str(florist))
    (home / "user.db").write_bytes(b"no database" * 500)
    result = run("show", "florist")
    assert (result.code, result.err) == (0, "")


def test_guides_that_cannot_be_made_ready_do_not_stop_the_rest(
    run: Run, florist: Path, home: Path
) -> None:
    run("guide", "add", str(florist))
    (home / "user.db").unlink()
    (home / "user.db").mkdir()
    result = run("show", "electrician")
    assert result.code == 0
    assert "your guides are left out" in result.err
