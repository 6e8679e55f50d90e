"""A command's answer as data."""

import csv
import io
import json
from typing import Any

from tests.support.running import Run


def answer(run: Run, *arguments: str) -> dict[str, Any]:
    result = run(*arguments, "--format", "json")
    assert (result.code, result.err) == (0, ""), result.err
    data: dict[str, Any] = json.loads(result.out)
    assert data["schema"] == 1
    return data


def answer_with_notes(run: Run, *arguments: str) -> Any:
    """The answer, whatever is told on stderr."""
    result = run(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def person(run: Run, job: str, *more: str) -> None:
    """A profile with a job."""
    assert run("profile", "set", f"job={job}", *more).code == 0


def survey(role: dict[str, Any]) -> dict[str, Any]:
    """A role's pay by the survey."""
    found: dict[str, Any] = next(one for one in role["pay"] if one["basis"] == "percentiles")
    return found


def table(run: Run, *arguments: str) -> list[dict[str, str]]:
    result = run(*arguments, "--format", "csv")
    assert (result.code, result.err) == (0, ""), result.err
    return list(csv.DictReader(io.StringIO(result.out)))
