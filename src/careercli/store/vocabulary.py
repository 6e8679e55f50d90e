"""The names by which a skill is recognised."""

from __future__ import annotations

from typing import Any

from careercli.model.basics import (
    Skill,
)
from careercli.text import normalize_name, normalize_skill


def skill_names(skill_id: str, skill: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Folded name -> (name as written, what sort of name), for all by which it is recognised.

    Sorts: `name`; `word`, a single word for a personal skill, such as "flexible", which says it in
    a list of skills and something else in running text; `id`, which nobody writes.
    """
    names = [skill["label"], *skill.get("aliases", ()), *skill.get("hidden", ())]
    in_label = set(normalize_name(skill["label"]).split())
    folded: dict[str, tuple[str, str]] = {}
    for name in names:
        words = normalize_name(name).split()
        single = skill["kind"] == "soft" and len(words) == 1 and words[0] not in in_label
        folded.setdefault(normalize_skill(name), (name, "word" if single else "name"))
    for name in (skill_id, *skill.get("was", ())):
        folded.setdefault(normalize_skill(name), (name, "id"))
    return folded


def unknown_skill(skill_id: str) -> Skill:
    """What stands in for a skill that no vocabulary has: its id, made readable."""
    return Skill(skill_id.replace("-", " ").capitalize(), "technical")
