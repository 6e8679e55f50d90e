"""The store on a small vocabulary of its own: names, renames, and what the build refuses."""

import json
from pathlib import Path

import pytest

from careercli.app.open_stores import open_store
from careercli.errors import CareerError, DataError
from careercli.files import locations
from careercli.official.build import _fingerprint, compile_shipped
from careercli.store.compile import compile_bundled
from tests.support.guides import FLORIST
from tests.support.running import ROOT, Run, database

SKILLS = """
[ratings]
tool = ["a", "b", "c", "d"]
technical = ["a", "b", "c", "d"]
soft = ["a", "b", "c", "d"]
[skills.bouquets]
label = "Flower arranging"
kind = "technical"
aliases = ["Bouquet making"]
was = ["flower-tying"]
near = ["ikebana"]
[skills.ikebana]
label = "Ikebana"
kind = "technical"
near = ["bouquets"]
builds_on = ["bouquets"]
[skills.cpp]
label = "C++"
kind = "tool"
[skills.csharp]
label = "C#"
kind = "tool"
"""
GUIDE = FLORIST.replace("summary", 'family = "trade"\nsummary').replace(
    "flower-arranging", "bouquets"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "roles").mkdir(parents=True)
    (folder / "skills.toml").write_text(SKILLS)
    (folder / "families.toml").write_text('trade = "Trades"\n')
    (folder / "credentials.toml").write_text("schema = 1\n")
    (folder / "names.csv").write_text("code,name\n")
    (folder / "handbook.csv").write_text("page,title,codes,similar\n")
    (folder / "experience.csv").write_text("page,work\n")
    (folder / "origins.csv").write_text("code,work,first\n")
    (folder / "meanings.csv").write_text("name,work,id\n")
    (folder / "schooling.csv").write_text(
        "page,codes,degree,college,least,most,first,after_least,after_most\n"
    )
    (folder / "roles" / "florist.toml").write_text(GUIDE)
    return folder


@pytest.fixture
def bundled(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "bundled.db"
    compile_bundled(data, target)
    monkeypatch.setattr(locations, "bundled_store", lambda: target)
    return target


@pytest.mark.usefixtures("bundled")
def test_a_skill_that_was_renamed_keeps_its_mark(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "profile.toml").write_text("[marks.flower-tying]\nlevel = 2\n")
    data = json.loads(run("skills", "florist", "--gap", "--format", "json").out)
    assert data["readiness_percent"] == 100


@pytest.mark.usefixtures("bundled")
def test_the_explorer_forgets_a_renamed_skill_under_its_old_name(home: Path) -> None:
    from careercli.browse.session import Session
    from careercli.output.screens.checklist import ChecklistLine

    home.mkdir()
    (home / "profile.toml").write_text("[marks.flower-tying]\nlevel = 2\n")
    session, bouquets = Session(), ChecklistLine("bouquets", "Bouquets")
    assert session.level_of(bouquets) == 2
    session.rate(bouquets, None)
    assert session.level_of(bouquets) is None
    assert "marks.flower-tying" not in (home / "profile.toml").read_text()


@pytest.mark.usefixtures("bundled")
def test_names_fold_but_signs_count() -> None:
    store = open_store()
    assert store.skill("bouquet-MAKING") == store.skill("Flower  Arranging") == "bouquets"
    assert (store.skill("c++"), store.skill("C #"), store.skill("C")) == ("cpp", "csharp", None)


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ('"Bouquet making"', '"ikebana"', "skills.ikebana", "must not share a name"),
        (
            'builds_on = ["bouquets"]',
            'builds_on = ["roses"]',
            "skills.ikebana.builds_on",
            "another",
        ),
        ('kind = "tool"', 'kind = "gadget"', "skills.cpp.kind", "must be one of"),
        ('was = ["', 'ratings = ["', "skills.bouquets.ratings", "four sentences"),
        ('near = ["ikebana"]', 'builds_on = ["ikebana"]', "builds_on", "circle"),
    ],
)
def test_an_unsound_vocabulary_stops_the_build(
    data: Path, tmp_path: Path, old: str, new: str, where: str, rule: str
) -> None:
    assert old in SKILLS
    (data / "skills.toml").write_text(SKILLS.replace(old, new))
    with pytest.raises(DataError) as caught:
        compile_bundled(data, tmp_path / "out.db")
    assert any(where in one.where and rule in one.rule for one in caught.value.problems)
    assert not (tmp_path / "out.db").exists()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"bouquets"', '"roses"', "must be in skills.toml"),
        ('"trade"', '"luck"', "must be in families.toml"),
        ('slug = "florist"', 'slug = "gardener"', "must be the file's name"),
    ],
)
def test_an_unsound_guide_stops_the_build(
    data: Path, tmp_path: Path, old: str, new: str, rule: str
) -> None:
    (data / "roles" / "florist.toml").write_text(GUIDE.replace(old, new))
    with pytest.raises(DataError) as caught:
        compile_bundled(data, tmp_path / "out.db")
    assert any(rule in one.rule for one in caught.value.problems)


def test_a_folder_that_is_not_there_is_told(data: Path, tmp_path: Path) -> None:
    with pytest.raises(CareerError, match="cannot be written"):
        compile_bundled(data, tmp_path / "nowhere" / "out.db")


def test_the_store_of_another_version_is_made_again(run: Run, home: Path, tmp_path: Path) -> None:
    (tmp_path / "florist.toml").write_text(FLORIST)
    run("guide", "add", str(tmp_path / "florist.toml"))
    with database(home / "user.db") as db:
        db.execute("PRAGMA user_version = 999")
    assert "Arranges flowers" in run("show", "florist").out


def test_what_ships_stays_as_it_is_while_nothing_changed() -> None:
    stores = (locations.bundled_store(), locations.edition_store())
    before = [store.stat().st_ino for store in stores]
    compile_shipped(ROOT / "data")
    assert [store.stat().st_ino for store in stores] == before


def test_a_change_of_a_guide_is_seen(data: Path) -> None:
    before = _fingerprint(data)
    (data / "roles" / "florist.toml").write_text(GUIDE.replace("40000", "40001"))
    assert _fingerprint(data) != before
