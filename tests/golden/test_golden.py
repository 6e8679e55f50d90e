"""Every command writes what its golden file holds; see cases.py for how they are renewed."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.golden.cases import CASES, JSON, Case
from tests.golden.keys import key_lines
from tests.golden.running import answer, transcript

HERE = Path(__file__).parent
KEYS = HERE / "json_keys.txt"
RUNS = [(case, form) for case in CASES for form in case.forms]


@pytest.fixture(scope="session")
def renewing(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew"))


def golden(case: Case, form: str) -> Path:
    return HERE / case.scene.name / f"{case.name}.{form}.txt"


def read(path: Path) -> str:
    return path.read_bytes().decode().replace("\r\n", "\n") if path.exists() else ""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())


@pytest.mark.parametrize(
    ("case", "form"), RUNS, ids=[f"{case.scene.name}-{case.name}-{form}" for case, form in RUNS]
)
def test_it_writes_what_it_wrote(
    case: Case, form: str, stage: Path, renewing: bool, tmp_path: Path
) -> None:
    path = golden(case, form)
    written = transcript(case, form, stage, tmp_path / "here")
    if renewing:
        write(path, written)
    assert written == read(path)


def test_no_golden_is_left_over(renewing: bool) -> None:
    wanted = {golden(case, form) for case, form in RUNS}
    stale = set(HERE.glob("*/*.txt")) - wanted - set((HERE / "files").iterdir())
    if renewing:
        for path in stale:
            path.unlink()
    else:
        assert not stale


def test_json_answers_have_the_keys_they_had(stage: Path, renewing: bool, tmp_path: Path) -> None:
    answers: dict[str, list[Any]] = defaultdict(list)
    for number, (case, form) in enumerate(RUNS):
        if form == JSON:  # run again in renewing: this test may come before the files are new
            written = (
                transcript(case, form, stage, tmp_path / str(number))
                if renewing
                else read(golden(case, form))
            )
            value = answer(written)
            shape = "error" if "error" in value else case.name
            answers[shape].append(value)
    text = "".join(
        f"{shape}\n" + "".join(f"    {line}\n" for line in key_lines(values)) + "\n"
        for shape, values in sorted(answers.items())
    )
    if renewing:
        write(KEYS, text)
    assert text == read(KEYS)
