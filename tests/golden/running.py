"""Runs a golden case in this process and writes down what it did."""

import datetime
import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import pytest

from careercli.cli.main import main
from careercli.official import store
from tests.golden.cases import COLOR, MD, TABLE, Case
from tests.support import official

FILES = Path(__file__).with_name("files")
LIGHTHOUSE = Path(__file__).parents[1] / "data" / "lighthouse-keeper.toml"
BINARY = {".db", ".lock", ".xlsx", ".zip"}
HOME = "home"
"""The data folder, relative to the working folder: its name has the same width everywhere."""


class _StoppedClock(datetime.datetime):
    """The day and time at which every case runs, so that its answer is the same on any day."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Self:
        return cls(2026, 12, 1, 3, 4, 5, tzinfo=tz)


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _run(line: str, *, stdin: str = "", form: str = MD) -> tuple[int, str, str]:
    """The exit code, and what was written to stdout and stderr."""
    kind = _Terminal if form in (TABLE, COLOR) else io.TextIOWrapper
    streams = {name: kind(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
    streams["stdin"] = kind(io.BytesIO(stdin.encode()), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERCLI_HOME", HOME)
        patch.setenv("COLUMNS", "80")
        patch.setenv("LINES", "100000")
        patch.delenv("NO_COLOR" if form == COLOR else "FORCE_COLOR", raising=False)
        if form != COLOR:
            patch.setenv("NO_COLOR", "1")
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        for module in (datetime, store):  # others import it when they need it
            patch.setattr(module, "datetime", _StoppedClock)
        code = main(shlex.split(line))
        written = []
        for name in ("stdout", "stderr"):
            streams[name].flush()
            written.append(streams[name].buffer.getvalue().decode())  # type: ignore[attr-defined]
    return code, written[0], written[1]


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield


def make_stage(folder: Path) -> Path:
    """A folder with the small official files in downloads/, and imported in home/."""
    downloads = folder / "downloads"
    downloads.mkdir()
    official.onet_zip(downloads / "db_30_3_text.zip", official.onet_30_3())
    official.wages_2024(downloads / "national_M2024_dl.xlsx")
    official.projections_2024(downloads / "occupation.xlsx")
    paid = {"California": 137_690, "Texas": 87_250, "Alabama": 70_000, "Alaska": "*"}
    states = [
        official.wage("29-1171", "Nurse Practitioners", (pay,) * 6, area=(f"0{row}", name, "2"))
        for row, (name, pay) in enumerate(paid.items(), 1)
    ]
    official.workbook(downloads / "state_M2024_dl.xlsx", {"state": [official.WAGE_HEADER, *states]})
    with _working_in(folder):
        for line in (
            "sources add --yes downloads/db_30_3_text.zip",
            "sources add --yes downloads/national_M2024_dl.xlsx",
            "sources add --yes downloads/state_M2024_dl.xlsx",
            "sources add --yes downloads/occupation.xlsx",
        ):
            code, _, told = _run(line)
            assert code == 0, told
    return folder


def transcript(case: Case, form: str, stage: Path, folder: Path) -> str:
    """What a case writes in a form: the command line, stdout, stderr, exit code, files."""
    folder.mkdir()
    _copy_named(case, folder)
    if case.scene.downloads:
        shutil.copytree(stage / "downloads", folder, dirs_exist_ok=True)
    home = folder / HOME
    if case.scene.imported:
        shutil.copytree(stage / HOME, home)
    if case.scene.profile:
        home.mkdir(exist_ok=True)
        (folder / case.scene.profile).rename(home / "profile.toml")
    with _working_in(folder):
        for line in case.before:
            code, _, told = _run(line)
            assert code == 0, told
        before = _texts(folder)
        line = case.line if form in (TABLE, MD, COLOR) else f"{case.line} -f {form}"
        code, out, err = _run(line, stdin=case.stdin, form=form)
    parts = [f"$ careercli {line}".rstrip(), _laid_out(out)]
    if err:
        parts += ["--- stderr", _laid_out(err)]
    if code:
        parts.append(f"--- exit code {code}")
    for name, content in sorted(_texts(folder).items()):
        if before.get(name) != content:
            parts += [f"--- file {name}", _laid_out(content)]
    written = "\n".join(part.removesuffix("\n") for part in parts if part) + "\n"
    return _timeless(written.replace(str(folder), "<folder>"))


def _copy_named(case: Case, folder: Path) -> None:
    """Copies the files and folders that a case names."""
    named = " ".join((case.line, *case.before, case.scene.profile or ""))
    for path in (*FILES.iterdir(), LIGHTHOUSE):
        if path.name in named:
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            copy(path, folder / path.name)


def answer(written: str) -> Any:
    """The JSON in a transcript, from stdout or else from stderr; None where there is none."""
    body = written.partition("\n")[2].partition("\n--- ")[0]
    if body.startswith("--- stderr\n"):
        body = written.partition("--- stderr\n")[2].partition("\n--- ")[0]
    try:
        return json.loads(body)
    except ValueError:
        return None


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file() and not BINARY & {path.suffix, *path.suffixes}
    }


def _laid_out(text: str) -> str:
    """JSON as one value to a line, and no character that an editor or Git would change."""
    if text.startswith("{"):
        with suppress(ValueError):
            text = json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    return text.replace("\r\n", "\n").replace("\x1b", "␛")


def _timeless(text: str) -> str:
    """The text without this machine's time zone, the program's version and the digests of files,
    which are packed anew for each run."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "0" * 64, text)
    text = re.sub(r"(\d\dT\d\d:\d\d:\d\d)[+-]\d\d:\d\d", r"\1+00:00", text)
    return re.sub(r"(careercli) \d+\.\d+\.\d+\S*", r"\1 0.0.0", text)
