"""Makes the pictures in docs/pictures from what the program draws; a test fails where one is stale.

    python scripts/pictures.py

SVG, in the terminal's own fonts and without a request to anywhere.
"""

import asyncio
import io
import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PICTURES = {
    "show": (["show registered-nurse"], 22),
    "salary": (["salary product-coordinator"], 20),
    "gap": (
        [
            "profile set target=product-coordinator level=entry",
            'profile set jira=2 "ms excel=3" "user stories=1" facilitation=2 sql=none',
            "skills --gap",
        ],
        24,
    ),
    "moves": (["moves product-coordinator --limit 8"], 24),
    "barber": (["show barber"], 22),
    "driver": (["moves delivery-driver"], 30),
    "start": (["start --no-pager"], 40),
    "match": (
        [
            "profile set job=welder pay=24.50/h grinding=3 mig-welding=3 blueprint-reading=2",
            "profile set weld-symbols=2 tig-welding=1 press-brake-operation=none",
            "match welder.txt",
        ],
        40,
    ),
    "places": (["salary barber -a fl -a ca -a pa -a pittsburgh -a tx"], 24),
    "clients": (["report --clients clients"], 34),
}
"""Name -> commands, of which the last is drawn, and how many of its lines."""
ANSWERS = ("delivry driver, 6 years", "pittsburgh", "high school, forklift card", "?")
"""What is typed into `start`."""
TYPED = ("3", "down", "down", "2", "down", "1")
"""The ratings that the explorer's picture has."""
SAMPLES = Path(__file__).parents[1] / "docs" / "samples"
"""Where the files are that the commands name."""
THEME = TerminalTheme(
    (250, 250, 247),
    (40, 44, 52),
    [(40, 44, 52), (178, 50, 50), (40, 120, 60), (150, 110, 0), (40, 80, 170), (140, 60, 140),
     (0, 116, 128), (90, 94, 100)],
)  # fmt: skip
FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
 font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#fafaf7"/>
<g transform="translate(9, 9)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


def drawn(name: str) -> str:
    """A picture as it is now."""
    commands, lines = PICTURES[name]
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "CAREERCLI_HOME": home, "COLUMNS": "80", "FORCE_COLOR": "1"}
        environment |= {"TERM": "xterm-256color"}
        environment.pop("NO_COLOR", None)
        for command in commands:
            words = f'"{sys.executable}" -m careercli {command}'
            if command.startswith("start"):
                text = answered(words, environment).replace(home, "~/careercli")
                continue
            form = "" if "profile" in command else " --format table"
            text = subprocess.run(
                words + form, shell=True, env=environment, capture_output=True, encoding="utf-8",
                check=True, cwd=SAMPLES,
            ).stdout  # fmt: skip
    console = Console(record=True, width=80, file=io.StringIO(), legacy_windows=False)
    console.print(Text.from_ansi(f"$ careercli {commands[-1].removesuffix(' --no-pager')}\n"))
    console.print(Text.from_ansi("\n".join(text.splitlines()[:lines])), soft_wrap=True)
    console.print()  # the clip ends within the last line
    return console.export_svg(theme=THEME, code_format=FORMAT, unique_id=name)


def answered(command: str, environment: dict[str, str]) -> str:
    """What a terminal shows of a command that asks, with what is typed."""
    import fcntl
    import pty
    import struct
    import termios

    process, terminal = pty.fork()
    if process == 0:
        os.execvpe("sh", ["sh", "-c", f"exec {command}"], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    shown, answers = b"", iter(ANSWERS)
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the command has ended
            break
        if not part:
            break
        shown += part
        if shown.endswith(b"> ") and (answer := next(answers, None)) is not None:
            os.write(terminal, f"{answer}\n".encode())
    os.waitpid(process, 0)
    return shown.decode()


def explored() -> str:
    """The explorer as it is now: a person's skills against a role, without fonts to fetch."""
    from careercli.browse.app import Explorer
    from careercli.browse.session import Session

    pictures: list[str] = []

    async def visit(explorer: Explorer) -> None:
        async with explorer.run_test(size=(96, 26)) as pilot:
            await pilot.pause(0.1)
            for keys in (["slash", *"product c", "enter"], [*["right"] * 4, "enter"], TYPED):
                for key in keys:
                    explorer.simulate_key(key)
                await pilot.pause(0.1)
                await pilot.pause()
            picture = explorer.export_screenshot()
            picture = re.sub(r"terminal-\d+", "browse", picture)
            pictures.append(re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL))

    with tempfile.TemporaryDirectory() as home:
        before = os.environ.get("CAREERCLI_HOME")
        os.environ["CAREERCLI_HOME"] = home
        try:
            asyncio.run(visit(Explorer(Session())))
        finally:
            os.environ.pop("CAREERCLI_HOME")
            if before:
                os.environ["CAREERCLI_HOME"] = before
    return pictures[0]


def words(picture: str) -> list[str]:
    """The words of a picture, as different releases of Rich draw them alike."""
    return " ".join(map(unescape, re.findall(r"<text[^>]*>([^<]*)</text>", picture))).split()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for one in PICTURES:
        (FOLDER / f"{one}.svg").write_text(drawn(one), encoding="utf-8")
    (FOLDER / "browse.svg").write_text(explored(), encoding="utf-8")
