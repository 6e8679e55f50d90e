"""The vocabulary against labelled names that were written before it, half of them held out.

The second names come from O*NET's software lists, vendors' renames, public alias tables and
common usage (see the `source` column); neither half was at hand when the aliases were written,
and the held-out half was not at hand when they were mended.
"""

import csv
import tomllib
from pathlib import Path

import pytest

from careercli.app.open_stores import open_store
from careercli.core.reading.skill_mentions import mentions
from careercli.files.text_input import read_document

DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def meant(name: str) -> str | None:
    """The id of the skill or credential of this name."""
    store = open_store()
    return store.skill(name) or store.credential_id(name)


def test_names_of_the_same_skill_are_the_same() -> None:
    pairs = rows("alias-pairs.csv")
    assert len(pairs) >= 200
    missed = [
        (pair["a"], pair["b"])
        for pair in pairs
        if not (found := meant(pair["a"])) or found != meant(pair["b"])
    ]
    assert len(missed) <= 0.05 * len(pairs), missed


def test_names_that_look_alike_are_never_merged() -> None:
    pairs = rows("look-alikes.csv")
    assert len(pairs) >= 200
    merged = [
        (pair["a"], pair["b"])
        for pair in pairs
        if (found := meant(pair["a"])) and found == meant(pair["b"])
    ]
    assert merged == []


ADVERTS = tomllib.loads((DATA / "adverts" / "labels.toml").read_text(encoding="utf-8"))["advert"]
BARE = {"Go": "golang", "R": "r-language", "C": "c"}
BEYOND = {"Java", "Ruby", "Lean"}
"""Written as names, and mean a coffee, a street, a dog, a small team: no dictionary knows."""


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert["file"])
def test_adverts_are_read_without_falling_for_traps(advert: dict[str, object]) -> None:
    store = open_store()
    text = read_document(str(DATA / "adverts" / str(advert["file"]))).text
    found = mentions(text, store.terms)
    skills = {one.skill for one in found}
    written = [one.words.casefold() for one in found]
    traps = advert["traps"]
    assert isinstance(traps, list)
    caught = [
        trap
        for trap in traps
        if trap["kind"] in ("word", "hidden")
        and trap["skill"] not in BEYOND
        and (store.skill(trap["skill"]) or BARE.get(trap["skill"])) in skills
    ]
    assert caught == []
    named = [str(skill).casefold() for skill in advert["skills"]]  # type: ignore[attr-defined]
    hit = [one for one in named if any(words in one or one in words for words in written)]
    assert len(hit) >= 0.6 * len(named), set(named) - set(hit)
