"""Every test has a home of its own; the store is compiled once, from this tree's data."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from careercli.cli.main import main
from careercli.official.build import compile_shipped
from tests.golden.running import make_stage
from tests.support import official
from tests.support.guides import KEEPER
from tests.support.homes import made_home, shared
from tests.support.running import ROOT, Result, Run, See
from tests.support.terminal import drawn, seen

DECIDING = (
    "CAREERCLI_PROFILE COLUMNS LINES FORCE_COLOR NO_COLOR COLORTERM PAGER "
    "PYTHONIOENCODING PYTHONUNBUFFERED PYTHONUTF8"
).split()
"""Variables by which a screen, or the bytes of it, would differ from machine to machine."""

MEMORY, MEMORY_NEEDED = Path("/dev/shm"), 4 << 30
"""A file system in memory, and the bytes that have to be free for the tests to use it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="Write the golden files anew.")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        _keep_bytecode()
        _work_in_memory()
        if not config.option.collectonly:
            compile_shipped(ROOT / "data")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The one test that takes a quarter of a minute begins, so that no worker ends with it."""
    items.sort(key=lambda item: item.path.name != "test_packaging.py")


def pytest_collection_finish() -> None:
    """Thousands of tests are no garbage, and are looked through less often than small programs."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _keep_bytecode() -> None:
    """Lets the hundreds of processes that tests start share what the first of them compiles."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _work_in_memory() -> None:
    """Puts the tests' folders where no disk lets them wait: a thousand are made in a minute."""
    if sys.platform == "linux" and os.access(MEMORY, os.W_OK):
        state = os.statvfs(MEMORY)
        is_large = state.f_bavail * state.f_frsize > MEMORY_NEEDED
        if is_large and not state.f_flag & os.ST_NOEXEC:  # programs are installed there, and run
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and an environment that decides nothing."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CAREERCLI_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in DECIDING:
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture(scope="session")
def keeper_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a guide whose words no other change touches."""
    add = ["guide", "add", str(KEEPER)]
    return shared(tmp_path_factory, "keeper", lambda folder: made_home(folder, add))


@pytest.fixture
def keeper(home: Path, keeper_home: Path) -> None:
    shutil.copytree(keeper_home, home)


@pytest.fixture(scope="session")
def imported_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with small official files imported."""

    def make(folder: Path) -> None:
        files = (
            official.onet_zip(folder / "db_30_3_text.zip", official.onet_30_3()),
            official.wages_2024(folder / "national_M2024_dl.xlsx"),
            official.projections_2024(folder / "occupation.xlsx"),
        )
        made_home(folder / "home", *(["sources", "add", "--yes", str(file)] for file in files))

    return shared(tmp_path_factory, "imported", make) / "home"


@pytest.fixture(scope="session")
def onet_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small O*NET imported, and nothing else."""

    def make(folder: Path) -> None:
        file = official.onet_zip(folder / "db_30_3_text.zip", official.onet_30_3())
        made_home(folder / "home", ["sources", "add", "--yes", str(file)])

    return shared(tmp_path_factory, "onet", make) / "home"


@pytest.fixture
def onet_alone(home: Path, onet_home: Path) -> None:
    shutil.copytree(onet_home, home)


@pytest.fixture(scope="session")
def survey_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small wage survey imported, beside all occupations of the edition."""

    def make(folder: Path) -> None:
        file = official.wages_2024(folder / "national_M2024_dl.xlsx")
        made_home(folder / "home", ["sources", "add", "--yes", str(file)])

    return shared(tmp_path_factory, "survey", make) / "home"


@pytest.fixture
def survey_alone(home: Path, survey_home: Path) -> None:
    shutil.copytree(survey_home, home)


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What golden cases begin with."""
    return shared(tmp_path_factory, "stage", make_stage)


@pytest.fixture
def occupations(home: Path, imported_home: Path) -> None:
    shutil.copytree(imported_home, home)


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs careercli in this process, as through pipes."""

    def run(*arguments: str, stdin: str = "") -> Result:
        import io

        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = main(list(arguments))
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run


@pytest.fixture
def spawn(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs careercli as a process of its own."""

    def spawn(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "careercli", *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            cwd=tmp_path,
            env={**os.environ, **environment},
        )

    return spawn


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> See:
    """Runs careercli in this process, as on a terminal of a size, and reads the screen."""
    return partial(drawn, monkeypatch)


@pytest.fixture
def see() -> See:
    """Runs careercli as a process of its own in a terminal of a size, and reads the screen."""
    return seen
