"""The explorer: what it shows, what its keys do, and what it writes."""

import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from careercli.app.open_stores import open_store
from careercli.browse.app import Explorer
from careercli.browse.roles import Search
from careercli.output.render.terminal import lines
from careercli.output.screens.role import GUIDE, OCCUPATION, section_names, tab_page, tabs_of
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.sections import SECTIONS
from tests.support import official
from tests.support.exploring import Visit, visit
from tests.support.running import Run, See, Spawn

# -- tabs ----------------------------------------------------------------------------------------


def test_every_section_stands_on_one_tab() -> None:
    known = {section.name for section in SECTIONS}
    for tabs in (GUIDE, OCCUPATION):
        named = [name for names in tabs.values() for name in names]
        assert len(set(named)) == len(named)
        assert known.issuperset(named)
    assert known == {name for names in GUIDE.values() for name in names}


def test_tabs_have_the_words_of_the_commands(run: Run) -> None:
    store = open_store()
    role = store.get("guide:product-coordinator")
    reader = SectionContext(role, store.labels(role.skill_ids()))
    assert section_names(reader)
    page = tab_page(reader, "Day")
    drawn = ["".join(span.text for span in line) for line in lines(page, 200)]
    words = " ".join(" ".join(drawn).replace("│", " ").split())
    for line in run("day", "product-coordinator").out.splitlines():
        if line.startswith("- "):
            assert line[2:].replace("\\", "") in words


def test_a_tab_without_content_is_not_there(run: Run, tmp_path: Path) -> None:
    guide = tmp_path / "hermit.toml"
    guide.write_text(
        'schema = 1\nslug = "hermit"\ntitle = "Hermit"\nsummary = "Alone."\n'
        '[sources.editorial]\npublisher = "me"\ntitle = "Own judgement"\nkind = "editorial"\n'
    )
    assert run("guide", "add", str(guide)).code == 0
    assert tabs_of(SectionContext(open_store().get("guide:hermit"), {})) == ["About"]

    async def script(at: Visit) -> None:
        screen = await at.search("hermit")
        assert "Alone." in screen
        assert "Career" not in screen.splitlines()[1]
        await at.press("enter", "right", "space", "c", "c")  # nothing to go to, to rate, to compare

    visit(script)


# -- reading -------------------------------------------------------------------------------------


def test_the_first_screen_has_the_list_and_the_first_guide() -> None:
    async def script(at: Visit) -> None:
        rows = at.screen.splitlines()
        assert rows[0].startswith(" / to search")
        assert rows[2].startswith(" Account Executive")
        assert "About  Pay  Career  Day  Skills  Tools  Advice" in rows[1]
        assert "Closing business is the whole job" in at.screen
        assert "? Help q Quit" in rows[-1]

    visit(script)


def test_the_target_is_shown_first(run: Run) -> None:
    run("profile", "target", "electrician")

    async def script(at: Visit) -> None:
        assert "Electrician  Trades" in at.screen

    visit(script)


@pytest.mark.usefixtures("keeper")
def test_search_as_you_type() -> None:
    async def script(at: Visit) -> None:
        screen = await at.press("slash", *"lig")
        assert screen.startswith(" lig ")
        assert "Lighthouse Keeper" in screen.splitlines()[2]
        assert "Lighthouse Keeper  Trades" in screen
        await at.press("escape")
        assert at.app.query_one(Search).value == ""
        await at.press("escape")
        assert at.app.focused is not None
        assert at.app.focused.id == "roles"
        assert "Lighthouse Keeper" in (await at.search("wickie")).splitlines()[2]  # another title
        assert "Nothing found" in await at.search("xqzt")

    visit(script)


def test_where_nothing_is_found_no_guide_stands() -> None:
    async def script(at: Visit) -> None:
        await at.search("nurse")
        await at.press("right")
        for keys in ([*"xqzt"], ["backspace", "x"]):
            screen = await at.burst("slash", "end", *keys)
            assert "Nothing found" in screen
            *rows, _ = screen.split("\n")  # the last has the keys
            assert [row[30:].strip() for row in rows] == [""] * 23
        await at.press("enter", "space", "right", "c", "c")  # nothing to read, to go to, to compare
        assert at.notices == ""
        screen = await at.search("nurse")
        assert "Registered Nurse  Health" in screen
        assert "Registered Nurses, 29-1141" in screen  # the tab that was open

    visit(script)


@pytest.mark.usefixtures("keeper")
def test_a_guide_by_its_tabs() -> None:
    async def script(at: Visit) -> None:
        await at.search("lighthouse")
        await at.press("enter")
        screen = await at.press("right")
        assert "Pay by level" in screen
        assert "├─" in screen
        assert "$42,000" in screen
        screen = await at.press("right")
        assert "● Assistant Keeper" in screen
        assert "entry $35,000" in screen
        screen = await at.press("right")
        assert "● Putting out  05:00–09:00   4 h" in screen
        screen = await at.press("left")
        assert "● Principal Keeper" in screen
        await at.press("escape", "left", "left", "left")
        assert "Learn to cook." in at.screen  # round the corner

    visit(script)


def test_a_page_scrolls_and_is_drawn_again_for_another_size() -> None:
    async def script(at: Visit) -> None:
        await at.press("enter")
        before = at.screen
        assert await at.press("pagedown") != before
        assert await at.press("home") == before
        await at.pilot.resize_terminal(120, 40)
        await at.settle()
        assert "interested company from first conversation" in " ".join(
            line[46:].strip() for line in at.screen.splitlines()
        )
        for width, height in ((40, 10), (20, 5), (3, 2), (80, 24)):
            await at.pilot.resize_terminal(width, height)
            await at.settle()
            await at.press("right", "right", "right", "right")
            assert max(map(len, at.screen.splitlines())) <= width

    visit(script)


def test_by_mouse(keeper: None) -> None:
    async def script(at: Visit) -> None:
        await at.search("lighthouse")
        await at.pilot.click("TabBar", offset=(8, 0))
        await at.settle()
        assert "Pay by level" in at.screen
        await at.pilot.click("TabBar", offset=(26, 0))
        await at.settle()
        await at.pilot.click("#checklist", offset=(5, 1))
        await at.settle()
        assert "◐ Attention to detail" in at.screen

    visit(script)


def test_keys_in_a_burst_reach_what_they_were_meant_for() -> None:
    async def script(at: Visit) -> None:
        keys = ["slash", *"pro", "down", "down", *"duct", "escape", *"nurse", "down", "enter"]
        await at.press(*keys, "end", "c", "home", "c", "escape")
        assert at.app.query_one(Search).value == "nurse"
        assert at.app.is_running

    visit(script)


def test_keys_that_edit_the_search_take_their_turn_among_letters() -> None:
    async def script(at: Visit) -> None:
        search = at.app.query_one(Search)
        await at.burst("slash", *"nursex", "backspace", *"ry")
        assert search.value == "nursery"
        await at.burst("ctrl+u", *"acount", "left", "left", "left", "left", "c", "end", "a")
        assert search.value == "accounta"
        await at.burst("x", "escape", *"product", "down")
        assert search.value == "product"
        assert at.app.query_one("#roles", OptionList).highlighted == 1
        await at.burst("s", "enter", "d")
        assert search.value == "products"
        assert at.app.theme == "light"

    visit(script)


def test_filters_and_their_end() -> None:
    async def script(at: Visit) -> None:
        await at.press("f", "down", "space")
        screen = await at.press("escape")
        assert "roles, remote" in screen
        assert "Electrician" not in screen
        await at.press("f", *["down"] * 8, "space")
        screen = await at.press("escape")
        assert "remote, Product" in screen
        assert "Accountant" not in screen
        assert "Product Manager" in screen
        assert "remote" not in (await at.press("f", "x", "escape")).splitlines()[1]
        letters = await at.press("f", "down", "down", "space", "down", "space", "escape")
        assert "roles, RI" in letters.splitlines()[1]
        without = await at.press("f", "down", "down", "space", "escape")
        assert "roles, I" in without.splitlines()[1]

    visit(script)


def test_two_roles_side_by_side() -> None:
    async def script(at: Visit) -> None:
        await at.press("c", "down")
        screen = await at.press("c")
        assert "Account Executive and Accountant" in screen.splitlines()[0]
        assert "Pay by survey" in screen
        assert "careercli path" not in screen
        assert "Cost accounting" in await at.press("end")
        assert "Account Executive" in (await at.press("escape")).splitlines()[2]

    visit(script)

    async def wide(at: Visit) -> None:
        await at.press("c", "down")
        assert "Accountant" in (await at.press("c")).splitlines()[0]

    visit(wide, size=(120, 40))


def test_the_role_that_is_marked_is_named_once() -> None:
    async def script(at: Visit) -> None:
        await at.press("c")
        told = "Account Executive is marked: go to another role in the list and press c to compare."
        assert at.notices == told
        await at.press("c")
        assert at.notices == "Account Executive is not marked any more."
        await at.press("c")
        assert at.notices == told

    visit(script)


KEYS = {
    80: "← → Tabs / Search space Open f Filter c Compare d Shade ? Help q Quit",
    69: "← → Tabs / Search space Open f Filter c Compare d Shade ? Help q Quit",
    68: "← → Tabs / Search space Open f Filter c Compare ? Help q Quit",
    40: "← → Tabs / Search ? Help q Quit",
    20: "? Help q Quit",
}
"""A terminal's width -> the keys that it shows."""


@pytest.mark.parametrize("width", KEYS)
def test_help_and_quit_have_room_in_the_narrowest_terminal(width: int) -> None:
    async def script(at: Visit) -> None:
        assert at.screen.splitlines()[-1] == KEYS[width]

    visit(script, size=(width, 24))


def test_help_and_quit_have_room_in_a_terminal_that_changes() -> None:
    async def script(at: Visit) -> None:
        for width in (*KEYS, 80):
            await at.pilot.resize_terminal(width, 24)
            await at.settle()
            assert at.screen.splitlines()[-1] == KEYS[width]
            assert (await at.press("up")).splitlines()[-1] == KEYS[width]

    visit(script)


def test_help_and_light() -> None:
    async def script(at: Visit) -> None:
        assert "search as you type" in await at.press("question_mark")
        await at.press("escape")
        await at.press("d")
        assert at.app.theme == "light"
        await at.press("d")
        assert at.app.theme == "dark"

    visit(script)


# -- skills --------------------------------------------------------------------------------------


async def _to_skills(at: Visit) -> None:
    await at.search("lighthouse")
    await at.press("enter", "left", "left", "left")
    assert "level mid" in at.screen


@pytest.mark.usefixtures("keeper")
def test_space_cycles_a_level_and_the_readiness_moves(run: Run, home: Path) -> None:
    async def script(at: Visit) -> None:
        await _to_skills(at)
        assert "Readiness nothing rated yet" in at.screen
        seen = []
        for _ in range(7):
            screen = await at.press("space")
            seen.append(next(row for row in screen.splitlines() if "Attention to detail  " in row))
        told = ["1 basic", "2 working", "3 advanced", "4 expert", "none", "?", "1 basic"]
        assert [words in row for words, row in zip(told, seen, strict=True)] == [True] * 7
        assert "◐" in seen[0]
        assert "☑" in seen[1]
        assert "☐" in seen[4]
        assert "(1 of 5 rated" in at.screen
        assert "nothing rated yet" in await at.press("backspace")
        await at.press("1")

    visit(script)
    written = tomllib.loads((home / "profile.toml").read_text())
    assert written["marks"]["attention-to-detail"]["level"] == 1
    assert [change.get("after") for change in written["history"]["changes"]] == [
        1, 2, 3, 4, "none", None, 1, None, 1,
    ]  # fmt: skip
    gap = json.loads(run("skills", "lighthouse-keeper", "--gap", "--format", "json").out)
    assert (gap["rated"], gap["readiness_percent"]) == (1, 12)


@pytest.mark.usefixtures("keeper")
def test_the_profile_is_the_one_that_the_command_writes(run: Run, home: Path) -> None:
    file = home / "profile.toml"
    run("profile", "set", "attention-to-detail=3", "sql=none", "--evidence", "the log")
    by_command = tomllib.loads(file.read_text())
    file.unlink()
    run("profile", "set", "attention-to-detail=1", "--evidence", "the log")
    run("profile", "set", "sql=1", "--evidence", "the log")

    async def script(at: Visit) -> None:
        await _to_skills(at)
        await at.press("3", "down", "down", "down", "down", "0")

    visit(script)
    by_key = tomllib.loads(file.read_text())
    for mark in by_key["marks"].values():
        assert mark.pop("from") == "browse"
    for mark in by_command["marks"].values():
        assert mark.pop("from") == "set"
    assert by_key["marks"] == by_command["marks"]
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("keeper")
def test_alternatives_are_rated_one_by_one(run: Run) -> None:
    async def script(at: Visit) -> None:
        await _to_skills(at)
        screen = await at.press("down", "down", "2")
        assert "the best one of these counts" in screen
        assert "☐ Jira" in screen
        assert "☑ Asana" in screen
        assert "(1 of 5 rated" in screen

    visit(script)
    terms = json.loads(run("skills", "lighthouse-keeper", "--gap", "--format", "json").out)["terms"]
    assert [one["any_of"] for one in terms if one["state"] == "met"] == [["jira", "asana"]]


@pytest.mark.usefixtures("keeper")
def test_another_level_and_a_target_of_one(run: Run) -> None:
    run("profile", "target", "lighthouse-keeper", "--level", "senior")

    async def script(at: Visit) -> None:
        await at.press("left", "left", "left")
        assert "level senior" in at.screen
        screen = await at.press("enter", "l")
        assert "level entry" in screen
        assert "Jira" not in screen

    visit(script)


@pytest.mark.usefixtures("keeper")
def test_what_another_terminal_marked_is_kept(spawn: Spawn, home: Path) -> None:
    async def script(at: Visit) -> None:
        await _to_skills(at)
        spawn("profile", "set", "sql=4")
        assert "☑ SQL" in await at.press("1")

    visit(script)
    marks = tomllib.loads((home / "profile.toml").read_text())["marks"]
    assert {skill: mark["level"] for skill, mark in marks.items()} == {
        "attention-to-detail": 1,
        "sql": 4,
    }


@pytest.mark.usefixtures("keeper")
@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("schema = 1\n[marks.jira]\nlevel = 9\n", "level must be 1, 2, 3, 4"),
        ("schema = 99\n", "newer careercli"),
        ("not = [toml", "is not TOML"),
    ],
)
def test_a_damaged_profile_is_a_notice_and_stays(home: Path, profile: str, told: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "profile.toml").write_text(profile)

    async def script(at: Visit) -> None:
        assert told in at.notices
        await _to_skills(at)
        await at.press("space")
        assert "nothing rated yet" in at.screen

    visit(script, size=(120, 40))
    assert (home / "profile.toml").read_text() == profile


@pytest.mark.usefixtures("keeper")
def test_a_profile_that_cannot_be_written_is_a_notice() -> None:
    async def script(at: Visit) -> None:
        await _to_skills(at)
        await at.press("space")
        assert "cannot be written" in at.notices
        assert "nothing rated yet" in at.screen

    visit(script, size=(120, 40), profile="/proc/nowhere/me.toml")


# -- occupations ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("occupations")
def test_an_occupation_by_its_tabs_and_software(run: Run, home: Path) -> None:
    async def script(at: Visit) -> None:
        screen = await at.search("computer prog")
        assert "About  Way in  Skills  Software" in screen.splitlines()[1]
        assert "Computer programmer" in screen
        await at.press("enter", "left")
        assert "You know 0 of" in at.screen
        assert "You know 1 of" in await at.press("2")
        assert "l Level" not in at.screen
        below = await at.press("end")
        assert "O*NET 30.3" in below
        assert await at.press("space") == below

    visit(script)
    assert len(tomllib.loads((home / "profile.toml").read_text())["marks"]) == 1


@pytest.mark.usefixtures("occupations")
def test_onets_skills_are_rated_on_their_own_scale(run: Run, home: Path) -> None:
    async def script(at: Visit) -> None:
        await at.search("15-1251")
        await at.press("right", "right", "enter")
        assert "Readiness nothing rated yet" in at.screen
        assert "1 of 2 rated" in await at.press("7")
        assert "☑ Programming" in at.screen
        assert "none" not in await at.press("space")  # after 7 comes 0
        assert "nothing rated yet" in await at.press("space")
        assert "1 of 2 rated" in await at.press("6")

    visit(script)
    levels = tomllib.loads((home / "profile.toml").read_text())["onet_levels"]
    assert {element: one["level"] for element, one in levels.items()} == {"2.B.3.e": 6}
    gap = json.loads(run("skills", "15-1251", "--gap", "--format", "json").out)
    assert gap["onet"]["rated"] == 1


@pytest.mark.usefixtures("occupations")
def test_guides_stand_before_occupations_and_can_be_alone() -> None:
    async def script(at: Visit) -> None:
        everything = at.screen.splitlines()[1]
        assert "Sustainability chief" in await at.press("end")
        guides = (await at.press("f", "space", "escape")).splitlines()[1]
        assert int(everything.split()[0]) > int(guides.split()[0])

    visit(script)


# -- hostile words -------------------------------------------------------------------------------

HOSTILE = (
    "[b]bold[/b] [@click=app.quit]click[/] [link=javascript:alert(1)]here[/link] [/] [red "
    "<script>alert(1)</script> \x1b[31mred\x1b]8;;javascript:alert(2)\x07link \x9b2J "
    "\u202eesrever \u2066isolated \x07bell"
)


@pytest.fixture
def hostile(run: Run, tmp_path: Path) -> None:
    """O*NET, as somebody wrote it who means no good."""
    tables = official.onet_30_3()
    title = HOSTILE.replace("\t", " ")
    word = "W" * 100_000
    tables["Occupation Data"] = [
        *tables["Occupation Data"],
        f"15-1299.51\tAaa {title}\t{title} {word}",
        f"15-1299.52\tAab{word}\tShort.",
    ]
    file = official.onet_zip(tmp_path / "hostile_30_3_text.zip", tables)
    assert run("sources", "add", "--yes", "--kind=onet", str(file)).code == 0


@pytest.mark.usefixtures("hostile")
def test_hostile_imports_come_through_harmless() -> None:
    async def script(at: Visit) -> None:
        screen = await at.search("aaa")
        _harmless(at.app, screen)
        assert "[b]bold[/b] [@click=app.quit]click" in screen
        _harmless(at.app, await at.press("enter", "end", "right", "c"))
        _harmless(at.app, await at.search("aab"))
        _harmless(at.app, await at.press("c"))
        assert at.app.is_running

    visit(script)


def _harmless(app: Explorer, screen: str) -> None:
    assert not any(letter in screen for letter in "\x1b\x07\x9b\u202e\u2066")
    picture = app.export_screenshot()
    assert "<script>" not in picture
    assert "href" not in picture


@pytest.mark.usefixtures("keeper")
def test_a_hostile_profile_comes_through_harmless(run: Run, home: Path) -> None:
    home.mkdir(exist_ok=True)
    quoted = json.dumps(HOSTILE)
    (home / "profile.toml").write_text(
        f"schema = 1\n[target]\nrole = {quoted}\n[marks.jira]\nlevel = 2\nevidence = {quoted}\n"
        f"[marks.{quoted}]\nlevel = 7\n"
    )

    async def script(at: Visit) -> None:
        _harmless(at.app, at.screen)
        await _to_skills(at)
        _harmless(at.app, await at.press("space"))
        assert at.app.is_running

    visit(script, size=(120, 40))


def test_hostile_words_can_be_searched_for() -> None:
    async def script(at: Visit) -> None:
        for words in (HOSTILE, "\"'*()", "NEAR(", "a OR", "[red]", "☃"):
            _harmless(at.app, await at.search(words))
        assert at.app.is_running

    visit(script)


# -- without a terminal, without Textual ---------------------------------------------------------


def test_without_a_terminal_it_says_so(run: Run) -> None:
    done = run("browse")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("careercli: browse needs a terminal.\n")


def test_without_textual_one_line_says_how_to_get_it(
    see: Callable[..., object], tmp_path: Path
) -> None:
    (tmp_path / "textual.py").write_text(
        "raise ModuleNotFoundError(\"No module named 'textual'\", name='textual')\n"
    )
    screen = see("browse", PYTHONPATH=f"{tmp_path}:{':'.join(sys.path)}", width=80)
    assert screen.code == 1  # type: ignore[attr-defined]
    assert screen.text.strip() == (  # type: ignore[attr-defined]
        "careercli: browse needs Textual: install careercli[browse] (README, Browse)."
    )


def test_in_a_narrow_terminal_the_halves_take_turns() -> None:
    async def script(at: Visit) -> None:
        listed = await at.search("accountant")
        assert "About" not in listed
        read = await at.press("enter")
        assert "Tax preparer" not in read
        assert "Advice" in read.splitlines()[2]  # names of tabs aren't broken
        assert "Tax preparer" in await at.press("tab")
        assert "Career ladder" in await at.press("tab", "right", "right")
        await at.pilot.resize_terminal(80, 20)
        await at.settle()
        assert "Tax preparer" in at.screen
        assert "Career ladder" in at.screen
        await at.pilot.resize_terminal(40, 20)
        await at.settle()
        assert "Career ladder" in at.screen
        assert "Tax preparer" not in at.screen
        assert "Tax preparer" in await at.press("escape")

    visit(script, size=(40, 20))


def test_tab_goes_to_the_other_half_from_the_search_too() -> None:
    async def script(at: Visit) -> None:
        await at.press("slash", "w", "e", "l", "d", "tab", "c")
        assert "is marked" in at.notices
        await at.press("tab", "c")
        assert at.app.query_one("#search", Input).value == "weld"

    visit(script)


def test_a_dumb_terminal_is_told_what_draws_there(see: See) -> None:
    screen = see("browse", TERM="dumb")
    assert screen.code == 2
    assert "browse can't draw on a terminal that is “dumb” by $TERM." in screen.text
    assert "careercli list" in screen.text
