"""What moves read of occupations, worked out once, when they are imported.

`trait` has each one's job zone, pay, growth and skills in a few bytes, because a thousand are read
at once; `likeness` how like each is to every other; `calibration` what is usual among occupations
of one family.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterator
from typing import Any

from careercli.core.moves import element_demands, within_families
from careercli.core.similarity import RATED, TITLE_WEIGHT, OccupationText, likenesses
from careercli.model.move_inputs import RATING_UNIT
from careercli.official.dataset import ReportProgress

LOWEST_IMPORTANCE = 1
"""The lowest value of O*NET's importance scale."""


def put_trait(db: sqlite3.Connection, role: dict[str, Any]) -> None:
    """Stores what moves read of an occupation."""
    occupation = role["occupation"]
    zone = (occupation.get("zone") or {}).get("number")
    series: dict[str, Any] = next(iter(role.get("pay", ())), {})
    pay, open_ended = series.get("points", {}).get("p50"), "p50" in series.get("at_least", ())
    growth = role.get("outlook", {}).get("growth", {}).get("value")
    levels = _levels(db, occupation.get("ratings", {}).get("skills", {}).get("rows", ()))
    code = occupation["code"]
    counted = occupation.get("survey", code)
    entry = occupation.get("entry", "")
    values = (code, zone, pay, open_ended, counted, growth, entry, levels)
    db.execute("INSERT INTO trait VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _levels(db: sqlite3.Connection, rows: Any) -> bytes:
    """Weight and level of each skill, in hundredths, at its element's place; 0 where not needed."""
    if not rows:
        return b""
    found: dict[int, tuple[int, int]] = {}
    for one in rows:
        place = _place(db, one["id"], one["name"])
        level = round(RATING_UNIT * one.get("level", 0))
        weight = round(RATING_UNIT * (one["value"] - LOWEST_IMPORTANCE))
        found[place] = (weight, level)
    values = array("h")
    for place in range(max(found) + 1):
        values.extend(found.get(place, (0, 0)))
    return values.tobytes()


def _place(db: sqlite3.Connection, element: str, name: str) -> int:
    for (place,) in db.execute("SELECT place FROM rated_skill WHERE id = ?", (element,)):
        return int(place)
    (place,) = db.execute("SELECT count(*) FROM rated_skill").fetchone()
    db.execute("INSERT INTO rated_skill VALUES (?, ?, ?)", (place, element, name))
    return int(place)


def relate(db: sqlite3.Connection, tell: ReportProgress) -> None:
    """Works out how alike the occupations of O*NET are, where that is not kept from before."""
    if db.execute("SELECT 1 FROM likeness LIMIT 1").fetchone():
        return
    described = list(_described(db))
    if not described:
        return
    tell("how alike occupations are")
    db.executemany(
        "INSERT INTO likeness VALUES ('onet', ?, ?, ?, ?)",
        (
            (one.code, place, " ".join(one.lacks), one.row.tobytes())
            for place, one in enumerate(likenesses(described))
        ),
    )
    _calibrate(db)


def _described(db: sqlite3.Connection) -> Iterator[OccupationText]:
    rows = db.execute("SELECT code, whole FROM part WHERE dataset = 'onet' ORDER BY code")
    for code, text in rows:
        whole = json.loads(text)
        yield described(code, whole)


def described(code: str, whole: dict[str, Any]) -> OccupationText:
    """What similarity reads of a part of O*NET. The summary counts with the tasks, not alone."""
    occupation = whole["occupation"]
    ratings = {
        facet: {one["id"]: one["value"] for one in rated["rows"]}
        for facet, rated in occupation.get("ratings", {}).items()
        if facet in RATED
    }
    ratings["interests"] = {one["letter"]: one["value"] for one in occupation.get("interests", ())}
    tasks = [one["text"] for one in occupation.get("tasks", ())]
    titles = [whole["title"]] * TITLE_WEIGHT + whole.get("titles", [])
    text = {"tasks": " ".join([whole["summary"], *tasks]) if tasks else ""}
    return OccupationText(code, ratings, text | {"titles": " ".join(titles)})


def _calibrate(db: sqlite3.Connection) -> None:
    """Stores what coverage of skills is usual from one occupation to another of its major group."""
    elements = [element for (element,) in db.execute("SELECT id FROM rated_skill ORDER BY place")]
    rows = db.execute("SELECT code, levels FROM trait WHERE levels != x'' ORDER BY code")
    asks = [(code[:2], element_demands(elements, array("h", levels))) for code, levels in rows]
    found = within_families(asks)
    values = ("skills", found.mean, found.deviation, found.roles, found.pairs)
    db.execute("INSERT INTO calibration VALUES ('onet', ?, ?, ?, ?, ?)", values)
