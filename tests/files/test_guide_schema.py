"""Bad guides: each is refused with place, rule, what was found and a hint; never a traceback."""

import json
import os
from pathlib import Path

import pytest

from tests.support.running import Run

SOUND = """schema = 1
slug = "florist"
title = "Florist"
summary = "Arranges flowers."
[sources.ours]
publisher = "Us"
title = "Our own count"
kind = "editorial"
"""
PAY = '[[pay]]\nbasis = "levels"\nsource = "ours"\n[pay.points]\n'
DAY = '[[day]]\nstart = "{}"\nend = "{}"\nname = "n"\nfocus = "f"\nactivities = ["a"]\n'

BAD = {
    "wrong type": (PAY + 'mid = "65k"', "pay[0].points.mid", "must be a number", '"65k"'),
    "unknown key": ('[outlook]\nfuture = "bright"', "outlook.future", "not a key", "bright"),
    "negative": (PAY + "mid = -5", "pay[0].points.mid", "must be more than 0", "-5"),
    "reversed range": (
        PAY + "low = 9\nhigh = 8",
        "pay[0].points.high",
        "must not be less",
        "8 after 9",
    ),
    "percentile as level": (PAY + "p50 = 9", "pay[0].points.p50", "not a point", "9"),
    "percent": (
        '[outlook.growth]\nvalue = 800\nunit = "percent"\nsource = "ours"',
        "outlook.growth.value",
        "between -100 and 100",
        "800",
    ),
    "no such source": (
        PAY.replace('"ours"', '"theirs"') + "mid = 1",
        "pay[0].source",
        "must be an id",
        "theirs",
    ),
    "overlap": (
        DAY.format("09:00", "12:00") + DAY.format("11:00", "13:00"),
        "day[1].start",
        "before the block above",
        "11:00",
    ),
    "long day": (
        DAY.format("09:00", "12:00") + DAY.format("08:00", "10:00"),
        "day[1].end",
        "24 hours",
        "10:00",
    ),
    "clock": (DAY.format("9", "12:00"), "day[0].start", "time of day", '"9"'),
    "duplicate skill": (
        '[[requirements]]\nany_of = ["sql"]\nneed = "must"\nexpected = {mid = 2}\n' * 2,
        "requirements[1].any_of",
        "must not name a skill twice",
        "sql",
    ),
    "falling level": (
        '[[requirements]]\nany_of = ["sql"]\nneed = "must"\nexpected = {entry = 3, mid = 2}',
        "requirements[0].expected",
        "must not fall",
        "",
    ),
    "no amount": (PAY, "pay[0].points", "must hold an amount", "{}"),
    "no skill": (
        '[[requirements]]\nany_of = []\nneed = "must"\nexpected = {mid = 2}',
        "requirements[0].any_of",
        "must name a skill",
        "[]",
    ),
    "no level": (
        '[[requirements]]\nany_of = ["sql"]\nneed = "must"\nexpected = {}',
        "requirements[0].expected",
        "must name a level",
        "{}",
    ),
    "falling tier": (
        "".join(
            f'[[tiers]]\ntitle = "t"\nessence = "e"\nchanges = "c"\nlevel = "{level}"\n'
            for level in ("senior", "mid")
        ),
        "tiers[1].level",
        "must not fall below the tier before it",
        "mid",
    ),
    "a line without a skill": (
        "[[tech_stack]]\nskills = []",
        "tech_stack[0].skills",
        "must name a skill",
        "[]",
    ),
    "a line twice": (
        '[[tech_stack]]\nskills = ["sql"]\n' * 2,
        "tech_stack[1].skills",
        "must not name a skill twice",
        "sql",
    ),
    "level 5": (
        '[[requirements]]\nany_of = ["sql"]\nneed = "must"\nexpected = {mid = 5}',
        "requirements[0].expected.mid",
        "must be one of 1, 2, 3, 4",
        "5",
    ),
    "years": (
        '[[tiers]]\ntitle = "t"\nessence = "e"\nchanges = "c"\nyears = {start = 5, end = 2}',
        "tiers[0].years.end",
        "more than `start`",
        "5 to 2",
    ),
    "escape": ("[balance]\n", "balance", "not a key", ""),
    "control character": (
        '[setting]\ntext = "a\\u001b[31mred"',
        "setting.text",
        "control characters",
        "\\u001b",
    ),
    "bidi": ('[setting]\ntext = "a\\u202eb"', "setting.text", "control characters", "\\u202e"),
    "markup": (
        '[setting]\ntext = "a [bold red]b[/]"',
        "setting.text",
        "without markup",
        "bold red",
    ),
    "empty": ('[setting]\ntext = "  "', "setting.text", "must not be empty", ""),
    "link": (
        '[[related]]\ntitle = "F"\nslug = "florist"',
        "related[0].slug",
        "another role",
        "florist",
    ),
    "the same credential twice": (
        '[[education.certificates]]\nname = "n"\ncredential = "cpr"\n' * 2,
        "education.certificates[1].credential",
        "must not be listed twice",
        "cpr",
    ),
    "asked for what": (
        '[[education.certificates]]\nname = "n"\nasked = "always"',
        "education.certificates[0].asked",
        "must be left out without `credential`",
        "always",
    ),
    "asked how often": (
        '[[education.certificates]]\nname = "n"\ncredential = "cpr"\nasked = "often"',
        "education.certificates[0].asked",
        "must be one of always, usually, sometimes",
        "often",
    ),
    "a source of years that isn't there": (
        '[[tiers]]\ntitle = "t"\nessence = "e"\nchanges = "c"\nsource = "theirs"',
        "tiers[0].source",
        "must be an id in [sources]",
        "theirs",
    ),
    "covers what isn't there": (
        '[sources.x]\npublisher = "p"\ntitle = "t"\nkind = "survey"\ncovers = ["faq[2]"]',
        "sources.x.covers",
        "must be a part of this guide",
        "faq[2]",
    ),
    "url": (
        '[sources.x]\npublisher="p"\ntitle="t"\nkind="survey"\nurl="javascript:alert(1)"',
        "sources.x.url",
        "must be a url",
        "javascript",
    ),
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return tmp_path / "florist.toml"


def test_a_sound_guide_passes(run: Run, guide: Path) -> None:
    guide.write_text(SOUND)
    assert run("guide", "check", str(guide)).code == 0


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_is_named(run: Run, guide: Path, fault: str) -> None:
    text, where, rule, found = BAD[fault]
    guide.write_text(SOUND + text)
    result = run("guide", "check", str(guide))
    assert (result.code, result.out) == (1, "")
    assert all(part in result.err for part in (str(guide), f"{where}: ", rule, found))


def test_missing_parts_and_all_problems_in_one_go(run: Run, guide: Path) -> None:
    guide.write_text('schema = 1\nslug = "Not A Slug"\ntitle = 5\n')
    err = run("guide", "check", str(guide)).err
    assert "4 problems" in err
    for where in (
        "slug: must be a slug",
        "title: must be text",
        "summary: is missing",
        "sources: is missing",
    ):
        assert where in err


@pytest.mark.parametrize(
    ("raw", "where", "rule"),
    [
        (b"schema = 1\ntitle = \xff\n", "line 2", "must be UTF-8"),
        (b"schema = 1\ntitle = \n", "line 2", "is not TOML"),
        (b"schema = 9\n", "schema", "newer careercli"),
        (b"a = " + b"[" * 10_000 + b"]" * 10_000, "", "nested so deeply"),
        (b"[" + b".".join([b"a"] * 10_000) + b"]\n", "", "problem"),
        (b"#" * 3_000_000, "", "at most 2,000,000 bytes"),
        (b"", "schema", "is missing"),
    ],
)
def test_what_is_hardly_a_guide(run: Run, guide: Path, raw: bytes, where: str, rule: str) -> None:
    guide.write_bytes(raw)
    result = run("guide", "check", str(guide))
    assert (result.code, result.out) == (1, "")
    assert where in result.err
    assert rule in result.err


def test_a_hundred_megabytes_are_refused_unread(run: Run, guide: Path) -> None:
    with guide.open("wb") as file:
        file.truncate(100_000_000)
    assert "100,000,000 bytes" in run("guide", "check", str(guide)).err


def test_neither_a_folder_nor_a_fifo_nor_nothing_is_read(run: Run, tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.toml"
    os.mkfifo(fifo)
    for path, rule in (
        (tmp_path, "not a regular file"),
        (fifo, "not a regular file"),
        (tmp_path / "absent.toml", "is not there"),
    ):
        result = run("guide", "check", str(path))
        assert result.code == 1
        assert rule in result.err


def test_problems_as_json(run: Run, guide: Path) -> None:
    guide.write_text(SOUND + PAY + 'mid = "65k"')
    result = run("guide", "check", str(guide), "--format", "json")
    (problem,) = json.loads(result.out)["files"][0]["problems"]
    assert problem["where"] == "pay[0].points.mid"
    assert result.code == 1


def test_nothing_hostile_reaches_the_terminal(run: Run, guide: Path) -> None:
    guide.write_text(SOUND + '"\\u001b]0;owned\\u0007" = 1')
    assert "\x1b" not in run("guide", "check", str(guide)).err


def test_a_night_shift_may_pass_midnight(run: Run, guide: Path) -> None:
    guide.write_text(
        SOUND
        + DAY.format("19:00", "23:30")
        + DAY.format("23:30", "03:00")
        + DAY.format("03:00", "07:30")
    )
    assert run("guide", "check", str(guide)).code == 0


def test_a_guide_can_be_looked_at_before_it_is_added(run: Run, guide: Path) -> None:
    guide.write_text(SOUND)
    assert "Arranges flowers." in run("show", str(guide)).out


def test_the_schema_describes_the_format(run: Run) -> None:
    schema = json.loads(run("guide", "schema").out)
    assert schema["required"] == ["slug", "title", "summary", "sources", "schema"]
    assert schema["properties"]["summary"]["description"]
    assert schema["additionalProperties"] is False
