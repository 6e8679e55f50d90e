"""On a terminal: the screen that a person sees, at several widths, and how it ends."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.running import Run, See, Spawn

ROLE = "product-coordinator"


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize(
    "command",
    [
        ["show", ROLE],
        ["list"],
        ["salary", ROLE],
        ["salary", "--level", "senior"],
        ["tiers", ROLE],
        ["skills", ROLE],
        ["skills", ROLE, "--gap"],
        ["day", ROLE],
        ["--help"],
        [],
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(draw: See, command: list[str], width: int) -> None:
    pager = ["--no-pager"] if command and command != ["--help"] else []
    screen = draw(*command, *pager, width=width, height=1200)
    assert screen.code == 0
    plain = _without_styles(screen.raw).split("\r\n")
    assert max(map(len, plain)) <= width


def _without_styles(raw: bytes) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", raw.decode())


def test_the_first_22_lines_stand_alone(draw: See) -> None:
    lines = draw("show", ROLE, "--no-pager", height=1500).lines
    first = lines[:22]
    labels = [
        line.split("  ")[1].strip() for line in first if line.startswith("  ") and line[2] != " "
    ]
    for part in ("Pay", "Outlook", "Way in", "Tiers", "Remote", "Suits", "Near"):
        assert part in labels
    assert "More: pay" in " ".join(first)
    assert f"careercli moves {ROLE}" in " ".join(first)
    assert not any(lines[22:])


def test_what_a_narrow_screen_leaves_out_is_said(draw: See) -> None:
    def screen(width: int) -> str:
        return draw("moves", "cashier", "-n", "2", "--no-pager", width=width, height=60).text

    assert "No room for jobs, alike." in screen(50)
    assert "No room" not in screen(80)
    stacked = screen(40)
    assert "Pays more" in stacked
    assert "alike          ●" in stacked


@pytest.mark.parametrize("width", [40, 80])
def test_an_error_wraps_at_words(draw: See, width: int) -> None:
    lines = draw("salary", "barber", "--area", "nowhere at all in the world", width=width).lines
    told = " ".join(" ".join(lines).split())
    assert "There is no area “nowhere at all in the world”." in told
    assert "such as tulsa or oklahoma" in told


@pytest.mark.parametrize("width", [40, 60])
def test_no_number_is_parted_from_its_percent_sign(draw: See, width: int) -> None:
    lines = draw("show", "barber", width=width, height=200).lines
    assert not [line for line in lines if line.strip().startswith("%")]


@pytest.mark.parametrize("command", ["show barber", "salary barber -a tx -a fl", "salary welder"])
def test_ranges_are_drawn_with_ascii_too_and_given_up_on_a_narrow_screen(
    draw: See, see: See, command: str
) -> None:
    words = [*command.split(), "--no-pager"]
    assert "━●━" in draw(*words, height=200).text
    plain = see(*words, height=200, PYTHONIOENCODING="ascii", LC_ALL="C").text
    assert "=o=" in plain
    narrow = draw(*words, width=40, height=200).text
    assert "━" not in narrow
    assert "$" in narrow


def test_colour_only_where_it_is_wanted(see: See) -> None:
    assert b"\x1b[" in see("salary", ROLE, "--no-pager").raw
    assert b"\x1b[" not in see("salary", ROLE, "--no-pager", NO_COLOR="1").raw
    assert b"\x1b[" not in see("salary", ROLE, "--no-pager", TERM="dumb").raw


def test_a_terminal_without_utf8_gets_ascii(see: See) -> None:
    for command in (["show", ROLE], ["salary", ROLE, "--level", "mid"]):
        raw = see(*command, "--no-pager", PYTHONIOENCODING="ascii", LC_ALL="C").raw
        assert raw.isascii()
        assert b"$50,000-80,000" in raw
        assert b" ?" not in raw


def test_long_output_goes_through_the_pager(see: See, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged; cat >/dev/null\n")
    pager.chmod(0o755)
    whole = ("show", ROLE, "--section", "all")
    assert see(*whole, height=24, PAGER=str(pager)).lines[0] == "paged"
    assert "paged" not in see("show", ROLE, height=24, PAGER=str(pager)).text
    assert "paged" not in see(*whole, height=1500, PAGER="cat").text
    assert see(*whole, "--no-pager", height=24, PAGER=str(pager)).text.count("paged") == 0


@pytest.mark.parametrize("options", ["-X", "X", "-i -PA prompt", "--tabs=4", ""])
@pytest.mark.skipif(not shutil.which("less"), reason="less isn't installed")
def test_less_draws_colours_with_the_users_own_options(see: See, options: str) -> None:
    screen = see(
        *("show", ROLE, "--section", "all"), height=24, PAGER="less", LESS=options, typed=["q"]
    )
    assert "Product Coordinator" in screen.text
    assert "ESC[" not in screen.text


def test_the_same_words_on_a_terminal_and_through_a_pipe(draw: See, run: Run) -> None:
    piped = run("day", ROLE).out
    drawn = " ".join(draw("day", ROLE, "--no-pager", width=200).text.split())
    for line in piped.splitlines():
        if line.startswith("- "):
            assert line[2:].replace("\\", "") in drawn.replace("│ ", "")


def test_nothing_is_cut_or_wrapped_through_a_pipe(run: Run) -> None:
    longest = max(len(line) for line in run("show", ROLE).out.splitlines())
    assert longest > 200


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m careercli show {ROLE}; echo $? >&2"
    shell = subprocess.run(
        ["bash", "-c", f"( {command} ) | head -n 1"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    # the whole guide may fit into the pipe's buffer before head leaves
    assert shell.stdout == "# Product Coordinator\n"
    assert shell.stderr in ("141\n", "0\n")


def test_a_reader_that_leaves_in_the_middle_is_told_without_a_buffer_too() -> None:
    command = f"PYTHONUNBUFFERED=1 {sys.executable} -m careercli list --all -f json; echo $? >&2"
    shell = subprocess.run(
        ["bash", "-c", f"( {command} ) | head -c 10"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (shell.stdout, shell.stderr) == ('{"schema":', "141\n")


def test_a_reader_that_is_gone_is_the_conventional_code(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(
        [sys.executable, "-m", "careercli", "list"],
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (process.returncode, process.stderr) == (141, b"")


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "careercli", "profile", "rate", ROLE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while "needs" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("careercli show pro", ROLE),
        (f"careercli show {ROLE} --section sk", "skill-map"),
        ("careercli profile set ji", "jira"),
        ("careercli sal", "salary"),
    ],
)
def test_the_shell_completes_names(spawn: Spawn, words: str, wanted: str) -> None:
    index = str(len(words.split()) - 1)
    done = spawn(_CAREERCLI_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=index)
    assert wanted in done.stdout.split()


GUIDES = sorted(path.stem for path in (Path(__file__).parents[2] / "data" / "roles").glob("*.toml"))


@pytest.mark.parametrize("slug", GUIDES)
def test_every_guide_says_the_main_things_in_22_lines(slug: str) -> None:
    from careercli.app.open_stores import open_store

    assert len(_first_screen(open_store().resolve(slug)).splitlines()) <= 22


def _first_screen(key: str) -> str:
    """What `show` draws at 80 columns."""
    from careercli.app.open_stores import open_store
    from careercli.app.show import role_context
    from careercli.output.render.terminal import terminal
    from careercli.output.screens.role import role_screen

    store = open_store()
    role = store.with_portrait(store.get(key))
    reader = role_context(store, role, store.labels(role.skill_ids()))
    return terminal(role_screen(reader, store.family(role.family)), 80, color=False)


def test_every_25th_role_says_the_main_things_in_22_lines() -> None:
    from careercli.app.open_stores import open_store

    keys = [row.key for row in open_store().rows(occupations=True)]
    for key in keys[::25]:
        screen = _first_screen(key).splitlines()
        assert len(screen) <= 22
        assert max(map(len, screen)) <= 80


@pytest.mark.parametrize(
    "command",
    [
        "COLUMNS=abc {careercli} list --format table",
        "{careercli} list > /dev/full",
        "PYTHONUNBUFFERED= {careercli} --help > /dev/full",
        "{careercli} list >&-",
        "{careercli} profile rate product-coordinator <&-",
        "{careercli} match - <&-",
        "CAREERCLI_HOME=/proc/1/nothing {careercli} profile set jira=1",
        "CAREERCLI_HOME=$(printf '%5000s' | tr ' ' x) {careercli} profile",
        "{careercli} profile --profile $(printf '%5000s' | tr ' ' x).toml",
        "{careercli} profile set jira=2 --evidence $'\\xff'",
    ],
)
def test_a_strange_environment_is_no_traceback(tmp_path: Path, command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", command.format(careercli=f"{sys.executable} -m careercli")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2, 141)


def test_a_guide_of_four_keys_is_drawn(draw: See, tmp_path: Path) -> None:
    path = tmp_path / "mini.toml"
    path.write_text(
        'schema = 1\nslug = "mini"\ntitle = "Mini"\nsummary = "Small."\n'
        '[sources.me]\npublisher = "me"\ntitle = "Own judgement"\nkind = "editorial"\n',
        encoding="utf-8",
    )
    screen = draw("show", str(path))
    assert screen.code == 0
    assert screen.lines[0].startswith("Mini")


def test_a_name_wider_than_its_column_breaks_at_a_hyphen(draw: See) -> None:
    screen = draw("salary", "registered-nurse", "-a", "washington dc", width=80).text
    assert "  Washington-Arlington-  " in screen
    assert "  Alexandria, DC-VA-MD-WV" in screen


def test_a_word_that_fits_below_its_label_is_not_cut_beside_it(draw: See) -> None:
    lines = draw("sources", "--no-pager", width=80, height=400).lines
    hashes = [line.strip() for line in lines if len(line.strip()) == 64 and " " not in line.strip()]
    assert len(hashes) == sum(line.strip() == "SHA-256" for line in lines) > 5
