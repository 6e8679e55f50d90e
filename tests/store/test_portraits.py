"""Portraits and credentials: our own words, in agreement with their fields, refused if unsound."""

import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from careercli.errors import DataError
from careercli.files.portrait_schema import Written, read_portraits
from careercli.store.compile import compile_bundled
from tests.support.running import ROOT, Run
from tests.support.scripts import script

RUNS = script("source_runs")
SHINGLE = 5


@pytest.fixture(scope="module")
def shipped() -> Written:
    return read_portraits(ROOT / "data")


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from strings(inner)


def prose(portrait: dict[str, Any]) -> list[str]:
    """A portrait's parts, the things that people do as one."""
    parts = [portrait[name] for name in ("what", "where", "way_in", "untold") if name in portrait]
    return [*parts, " ".join(portrait.get("do", ()))]


# -- what ships --------------------------------------------------------------------------------


def test_each_occupation_that_is_rated_has_a_portrait(shipped: Written) -> None:
    assert len(shipped.portraits) == 923
    assert len(shipped.credentials) > 250
    assert all(portrait.get("what") for portrait in shipped.portraits.values())


def test_no_run_of_eight_words_is_a_source_s(shipped: Written) -> None:
    """O*NET's tasks and descriptions, and the Handbook's pages."""
    known = RUNS.unpack(RUNS.TARGET.read_bytes())
    assert len(known) > 450_000
    texts = [text for one in shipped.portraits.values() for text in prose(one)]
    texts += [
        text for text in strings(shipped.credentials) if not text.startswith(("ooh:", "http"))
    ]
    assert [run for text in texts for run in RUNS.runs(text) if RUNS.run_hash(run) in known] == []


def test_the_file_of_runs_gives_back_what_was_put_in() -> None:
    numbers = {0, 1, 127, 128, 129, 2**40 - 1, RUNS.run_hash("one two")}
    assert RUNS.unpack(RUNS.pack(numbers)) == numbers


def test_no_opening_stands_more_than_six_times(shipped: Written) -> None:
    openings = Counter(
        " ".join(words[:SHINGLE])
        for portrait in shipped.portraits.values()
        for text in strings({k: v for k, v in portrait.items() if k in ("what", "do", "where")})
        if len(words := RUNS.words_of(text)) >= SHINGLE
    )
    assert [one for one, times in openings.items() if times > 6] == []


def test_no_two_portraits_share_more_than_three_runs_of_five_words(shipped: Written) -> None:
    holders = defaultdict(set)
    for code, portrait in shipped.portraits.items():
        for text in prose(portrait):
            for run in RUNS.runs(text, SHINGLE):
                holders[run].add(code)
    shared = Counter(pair for codes in holders.values() for pair in combinations(sorted(codes), 2))
    assert [(pair, times) for pair, times in shared.items() if times > 3] == []


# -- shown -------------------------------------------------------------------------------------


def test_a_portrait_leads_and_its_credentials_are_told(run: Run, shipped: Written) -> None:
    shown = run("show", "barber", "--format", "md").out
    assert shipped.portraits["39-5011.00"]["what"] in shown
    assert "| Barber license | always" in shown
    assert "Occupational Outlook Handbook, Barbers, Hairstylists, and Cosmetologists" in shown
    section = run("show", "barber", "-s", "credentials", "--format", "md").out
    assert "Barber license" in section
    assert "Pay" not in section


def test_what_is_not_known_is_said_so(run: Run, shipped: Written) -> None:
    asked = {code for one in shipped.credentials.values() for code in one["asked_by"]}
    unknown = [
        code
        for code, one in shipped.portraits.items()
        if "credentials" not in one and code not in asked
    ]
    none = [code for code, one in shipped.portraits.items() if one.get("credentials") == []]
    for codes, words in ((unknown, "Not known."), (none, "None is usual.")):
        for code in codes[:1]:
            assert words in run("show", code, "-s", "credentials").out


def test_a_credential_is_shown_under_its_names_but_a_role_goes_first(run: Run) -> None:
    pages = {run("show", *name.split()).out for name in ("cdl-a", "CDL", "class A CDL")}
    assert len(pages) == 1
    assert "| Heavy and Tractor-Trailer Truck Drivers | usually |" in pages.pop()
    data = json.loads(run("show", "cdl-a", "--format", "json").out)
    assert data["credential"]["id"] == "cdl-a"
    assert {one["level"] for one in data["asked_by"]} <= {"always", "usually", "sometimes"}
    assert run("show", "electrician").out.startswith("# Electrician")
    assert "has no parts" in run("show", "cdl-a", "-s", "pay").err


def test_a_search_finds_credentials_too(run: Run) -> None:
    found = json.loads(run("search", "cdl", "--format", "json").out)
    assert found["credentials"][0]["id"] == "cdl-a"
    assert found["hits"]
    only = run("search", "cdl-hazmat").out
    assert "cdl-hazmat" in only


def test_a_guide_of_exactly_the_job_has_its_credentials(run: Run) -> None:
    shown = run("show", "registered-nurse", "credentials").out
    assert "| Registered nurse (RN) license | always" in shown


# -- the door ----------------------------------------------------------------------------------

BARBER = """
schema = 1

["39-5011.00"]
what = "Hair, all day."
way_in = "You learn beside an old hand."
credentials = ["barber-license"]
sources = ["ooh:barbers"]
"""
LICENSE = """
schema = 1

[barber-license]
label = "Barber license"
names = ["barber's license"]
kind = "license"
issuer = "state board"
time = { start = 1000, end = 1600, unit = "hours", kind = "editorial", date = "2026-11-28" }
asked_by = { "39-5011.00" = "always" }
editorial = ["39-5011.00"]
sources = ["ooh:barbers"]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "roles").mkdir(parents=True)
    (folder / "portraits").mkdir()
    (folder / "skills.toml").write_text("[ratings]\n[skills]\n")
    (folder / "families.toml").write_text("")
    (folder / "names.csv").write_text("code,name\n39-5011.00,Barber\n")
    (folder / "handbook.csv").write_text("page,title,codes,similar\nbarbers,Barbers,,\n")
    (folder / "experience.csv").write_text("page,work\n")
    (folder / "origins.csv").write_text("code,work,first\n")
    (folder / "meanings.csv").write_text("name,work,id\n")
    (folder / "schooling.csv").write_text(
        "page,codes,degree,college,least,most,first,after_least,after_most\n"
    )
    (folder / "credentials.toml").write_text(LICENSE)
    (folder / "portraits" / "39.toml").write_text(BARBER)
    compile_bundled(folder, tmp_path / "sound.db")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "where", "rule", "found"),
    [
        ("39-5011.00", "39-9999.00", "39-9999.00", "must be an occupation", "39-9999.00"),
        ('"barber-license"', '"luck"', "39-5011.00.credentials", "in credentials.toml", "luck"),
        ("ooh:barbers", "ooh:bakers", "39-5011.00.sources", "page in handbook.csv", "ooh:bakers"),
        ("ooh:barbers", "barbers", "39-5011.00.sources[0]", "must be a source", "barbers"),
        ('["barber-license"]', "[]", "39-5011.00.credentials", "always or usually", "barber"),
        ("Hair,", "[bold]Hair[/],", "39-5011.00.what", "without markup", "Hair"),
        ("Hair,", "**Hair**,", "39-5011.00.what", "without markup", "Hair"),
        ("Hair,", "<b>Hair</b>,", "39-5011.00.what", "without markup", "Hair"),
        ("Hair,", "Ha\\u0007ir,", "39-5011.00.what", "control characters", "Ha"),
        ("Hair,", "H" * 1_000_000, "39-5011.00.what", "at most 600 characters", "HHH"),
        ("what =", "wat =", "39-5011.00.wat", "not a key that a portrait has", "Hair"),
        ("schema = 1", "schema = 2", "schema", "must be 1", "2"),
        (
            "sources =",
            "apprenticeship = 'yes'\nsources =",
            "39-5011.00.apprenticeship",
            "boolean",
            "yes",
        ),
        (
            'hand."',
            'hand, as an apprentice."\napprenticeship = false',
            "39-5011.00.way_in",
            "must not name an apprenticeship",
            "apprentice",
        ),
    ],
)
def test_an_unsound_portrait_stops_the_build(
    data: Path, tmp_path: Path, old: str, new: str, where: str, rule: str, found: str
) -> None:
    file = data / "portraits" / "39.toml"
    refused(data, file, BARBER.replace(old, new), tmp_path, (where, rule, found))


def test_prose_that_names_a_license_which_its_fields_deny_stops_the_build(
    data: Path, tmp_path: Path
) -> None:
    file = data / "portraits" / "39.toml"
    (data / "names.csv").write_text("code,name\n39-5011.00,Barber\n39-5012.00,Stylist\n")
    denied = '\n["39-5012.00"]\nwhat = "A license, then hair."\ncredentials = []\n'
    rule = ("39-5012.00.what", "must not name a license", "license")
    refused(data, file, BARBER + denied, tmp_path, rule)
    file.write_text(f"{BARBER}{denied}varies_by_state = true\n")
    compile_bundled(data, tmp_path / "some-states.db")


CREDITS = 'credits = [{ name = "shaving", builds_on = "razor", source = "ooh:bakers" }]'


@pytest.mark.parametrize(
    ("old", "new", "where", "rule", "found"),
    [
        ('"2026-11-28"', '"soon"', "barber-license.time.date", "must be a date", "soon"),
        ('"2026-11-28"', '"2026-02-30"', "barber-license.time.date", "must be a date", "02-30"),
        ('"39-5011.00" =', '"39-9999.00" =', "barber-license.asked_by", "occupation", "39-9999"),
        ('"39-5011.00" =', '"barber" =', "barber-license.asked_by.barber", "O*NET-SOC", "barber"),
        ('"always"', '"often"', "barber-license.asked_by.39-5011.00", "must be one of", "often"),
        ("start = 1000", "start = 2000", "barber-license.time.end", "more than", "2000 to 1600"),
        ('"hours"', '"USD"', "barber-license.time.unit", "must be a time", "USD"),
        ('kind = "editorial"', 'kind = "official-fact"', "time.source", "unless", ""),
        ('kind = "license"', 'kind = "luck"', "barber-license.kind", "must be one of", "luck"),
        ('issuer = "state board"', "", "barber-license.issuer", "is missing", ""),
        ("state board", "state \\u001b board", "barber-license.issuer", "control", "board"),
        ("[barber-license]", "[Barber]", "Barber", "must be a slug", "Barber"),
        ("Barber license", "<b>Barber</b>", "barber-license.label", "without markup", "<b>"),
        ("Barber license", "B" * 1_000_000, "barber-license.label", "at most 600", "BBB"),
        ("ooh:barbers", "ooh:bakers", "barber-license.sources", "handbook.csv", "ooh:bakers"),
        ("sources =", 'was = ["Old Id"]\nsources =', "license.was[0]", "must be a slug", "Old"),
        ("state board", "", "barber-license.issuer", "must not be empty", ""),
        ("sources =", 'covers = ["razor"]\nsources =', "license.covers", "another", "razor"),
        ("sources =", f"{CREDITS}\nsources =", "license.credits", "must build on", "razor"),
        ("sources =", f"{CREDITS}\nsources =", "license.credits", "handbook.csv", "ooh:bakers"),
    ],
)
def test_an_unsound_credential_stops_the_build(
    data: Path, tmp_path: Path, old: str, new: str, where: str, rule: str, found: str
) -> None:
    refused(
        data, data / "credentials.toml", LICENSE.replace(old, new), tmp_path, (where, rule, found)
    )


def test_two_credentials_of_one_name_stop_the_build(data: Path, tmp_path: Path) -> None:
    tables = LICENSE.replace("\nschema = 1\n", "").replace("[barber-license]", "[license-b]")
    rule = ("license-b", "must not share a name", "barber license")
    refused(data, data / "credentials.toml", LICENSE + tables, tmp_path, rule)


SKILLS = """
[ratings]

[skills.driving]
label = "Driving"
kind = "technical"
aliases = ["barber's license"]
"""


def test_what_is_a_skill_is_no_credential_too(data: Path, tmp_path: Path) -> None:
    (data / "skills.toml").write_text(SKILLS)
    rule = ("barber-license", "must not share a name with a skill", "barber's license")
    refused(data, data / "credentials.toml", LICENSE, tmp_path, rule)


GUIDE = """
schema = 1
slug = "barber"
title = "Barber"
summary = "Hair, all day."
family = "care"

[sources.ours]
publisher = "Us"
title = "Our own count"
kind = "editorial"

[[education.certificates]]
name = "Barber license"
credential = "barber-license"
"""


def test_a_guide_s_certificate_is_a_credential_there_is(data: Path, tmp_path: Path) -> None:
    (data / "families.toml").write_text('care = "Care"\n')
    file = data / "roles" / "barber.toml"
    file.write_text(GUIDE)
    compile_bundled(data, tmp_path / "guide.db")
    rule = ("certificates[0].credential", "must be in credentials.toml", "luck")
    refused(data, file, GUIDE.replace('"barber-license"', '"luck"'), tmp_path, rule)
    cost = GUIDE + '[entry_cost]\ntext = "Shears."\ncredentials = ["luck"]\n'
    rule = ("entry_cost.credentials", "must be in credentials.toml", "luck")
    refused(data, file, cost, tmp_path, rule)


def refused(
    data: Path, file: Path, text: str, tmp_path: Path, expected: tuple[str, str, str]
) -> None:
    """The build names file, key, rule and value, and makes no store."""
    assert tomllib.loads(text)
    file.write_text(text)
    with pytest.raises(DataError) as caught:
        compile_bundled(data, tmp_path / "out.db")
    assert caught.value.path == file
    where, rule, found = expected
    problems = caught.value.problems
    assert any(
        one.where.endswith(where) and rule in one.rule and found in one.found for one in problems
    ), problems[:3]
    assert len(str(caught.value)) < 2000
    assert not (tmp_path / "out.db").exists()
