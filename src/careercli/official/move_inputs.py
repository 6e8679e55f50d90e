"""What moves read of occupations, worked out once, when they are imported.

`trait` has each one's job zone, pay, growth and skills in a few bytes, because a thousand are read
at once; `likeness` how like each is to every other; `calibration` what is usual among occupations
of one family.
"""

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careercli.core.interests import INTEREST_LETTERS
from careercli.core.likeness import RATED, TITLE_WEIGHT, OccupationText, likenesses
from careercli.core.moves import element_demands, within_families
from careercli.model.basics import major_group
from careercli.model.move_inputs import ONET_EDUCATION, RATING_UNIT
from careercli.official.dataset import ReportProgress, Row
from careercli.store.schema import (
    CALIBRATION,
    INTEREST_PROFILE,
    LIKENESS,
    LIKENESS_SCORES,
    RATED_SKILL,
    TRAIT,
)

LOWEST_IMPORTANCE = 1
"""The lowest value of O*NET's importance scale."""


def put_trait(db: sqlite3.Connection, role: dict[str, Any], positions: dict[str, int]) -> None:
    """Stores what moves read of an occupation.

    positions: element id -> position of a rated skill; new ones are stored and added
    """
    occupation = role["occupation"]
    code = occupation["code"]
    series: dict[str, Any] = next(iter(role.get("pay", ())), {})
    shares = {share["name"]: share["percent"] for share in occupation.get("education", ())}
    db.execute(
        TRAIT.insert(),
        (
            code,
            (occupation.get("zone") or {}).get("number"),
            series.get("points", {}).get("p50"),
            "p50" in series.get("at_least", ()),
            occupation.get("survey", code),
            role.get("outlook", {}).get("growth", {}).get("value"),
            occupation.get("entry", ""),
            shares.get(ONET_EDUCATION[0], 0.0) if shares else None,
            *(occupation.get(part, "") for part in ("experience", "training")),
            occupation.get("employment", {}).get("value"),
            " ".join(f"{other['tier']}{other['code']}" for other in occupation.get("related", ())),
            _levels(db, positions, occupation.get("ratings", {}).get("skills", {}).get("rows", ())),
        ),
    )
    scores = {scored["letter"]: scored["value"] for scored in occupation.get("interests", ())}
    if scores.keys() == set(INTEREST_LETTERS):
        hundredths = array(
            "H", (round(RATING_UNIT * scores[letter]) for letter in INTEREST_LETTERS)
        )
        db.execute(INTEREST_PROFILE.insert(), (code, hundredths.tobytes()))


def _levels(db: sqlite3.Connection, positions: dict[str, int], ratings: Any) -> bytes:
    """Weight and level of each skill, in hundredths, by its position; 0 if it is not needed."""
    if not ratings:
        return b""
    rated: dict[int, tuple[int, int]] = {}
    for rating in ratings:
        level = round(RATING_UNIT * rating.get("level", 0))
        weight = round(RATING_UNIT * (rating["value"] - LOWEST_IMPORTANCE))
        if rating["id"] not in positions:
            positions[rating["id"]] = len(positions)
            skill = (positions[rating["id"]], rating["id"], rating["name"])
            db.execute(RATED_SKILL.insert(), skill)
        rated[positions[rating["id"]]] = (weight, level)
    values = array("h")
    for position in range(max(rated) + 1):
        values.extend(rated.get(position, (0, 0)))
    return values.tobytes()


def relate(db: sqlite3.Connection, tell: ReportProgress) -> None:
    """Works out how alike the occupations of O*NET are, unless that is known already."""
    if not any(db.execute("SELECT 1 FROM likeness LIMIT 1")):
        sql = "SELECT code, record FROM import_record WHERE dataset = 'onet' ORDER BY code"
        texts = [occupation_text(code, json.loads(record)) for code, record in db.execute(sql)]
        tell("how alike occupations are")
        for position, likeness in enumerate(likenesses(texts)):
            for table, row in likeness_rows(position, *likeness):
                db.execute(table.insert(), row)
    if not any(db.execute("SELECT 1 FROM calibration LIMIT 1")):
        _calibrate(db)


def likeness_rows(
    position: int, code: str, missing: Iterable[str], scores: "array[int]"
) -> Iterator[Row]:
    """An occupation's likeness as a store holds it: packed, and apart from its code."""
    yield LIKENESS, ("onet", position, code, " ".join(missing))
    yield LIKENESS_SCORES, ("onet", position, zlib.compress(scores.tobytes()))


def occupation_text(code: str, record: Mapping[str, Any]) -> OccupationText:
    """What likeness reads of a record of O*NET. The summary counts with the tasks, not alone."""
    occupation = record["occupation"]
    ratings = {
        facet: {rating["id"]: rating["value"] for rating in rated["rows"]}
        for facet, rated in occupation.get("ratings", {}).items()
        if facet in RATED
    }
    interests = occupation.get("interests", ())
    ratings["interests"] = {interest["letter"]: interest["value"] for interest in interests}
    tasks = [task["text"] for task in occupation.get("tasks", ())]
    titles = [record["title"]] * TITLE_WEIGHT + record.get("titles", [])
    text = {"tasks": " ".join([record["summary"], *tasks]) if tasks else ""}
    return OccupationText(code, ratings, text | {"titles": " ".join(titles)})


def _calibrate(db: sqlite3.Connection) -> None:
    """Stores what coverage of skills is usual from one occupation to another of its major group."""
    elements = [row[0] for row in db.execute("SELECT id FROM rated_skill ORDER BY position")]
    rows = db.execute("SELECT code, levels FROM trait WHERE levels != x'' ORDER BY code")
    asks = [(major_group(code), element_demands(elements, levels)) for code, levels in rows]
    usual = within_families(asks)
    values = ("onet", "skills", usual.mean, usual.deviation, usual.roles, usual.pairs)
    db.execute(CALIBRATION.insert(), values)
