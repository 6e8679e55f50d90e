"""Skills, read from the stores."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from careercli.model.codec import build
from careercli.store.store_chain import StoreChain
from careercli.text import normalize_skill

if TYPE_CHECKING:
    from careercli.core.name_terms import Term
    from careercli.model.skills import Skill, SkillLabel

PROGRAM_ID = "onet:"
"""Stands before the id of a program of O*NET's, which is its folded name."""


def unknown_skill(skill_id: str) -> Skill:
    """What stands in for a skill that no vocabulary has: its id, made readable."""
    from careercli.model.skills import Skill

    return Skill(skill_id.replace("-", " ").capitalize(), "technical")


class SkillReader(StoreChain):
    """The vocabulary of skills."""

    def skills(self, ids: Iterable[str]) -> dict[str, Skill]:
        """The skills with these ids; one that no vocabulary has gets its id as label."""
        from careercli.model.skills import Skill

        wanted = list(dict.fromkeys(ids))
        rows = self.query_in("SELECT id, record FROM skill WHERE id IN ({})", wanted)
        known = {skill_id: build(Skill, json.loads(record)) for skill_id, record in rows}
        return {skill_id: known.get(skill_id) or unknown_skill(skill_id) for skill_id in wanted}

    def skill_labels(self, ids: Iterable[str]) -> dict[str, SkillLabel]:
        """Skill id -> label and kind, without the rest."""
        from careercli.model.skills import SkillLabel

        wanted = list(dict.fromkeys(ids))
        rows = self.query_in("SELECT id, label, kind FROM skill WHERE id IN ({})", wanted)
        known = {skill_id: SkillLabel(label, kind) for skill_id, label, kind in rows}
        programs = self._program_names(wanted)
        known |= {program: SkillLabel(name, "tool") for program, name in programs.items()}
        return {
            skill_id: known.get(skill_id) or SkillLabel(*unknown_skill(skill_id)[:2])
            for skill_id in wanted
        }

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """Skill id -> label."""
        return {skill_id: skill.label for skill_id, skill in self.skill_labels(ids).items()}

    def near_skills(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Skill id -> ids of the skills near to it."""
        rows = self.query_in("SELECT id, near FROM skill WHERE id IN ({})", ids)
        return {skill_id: tuple(json.loads(near)) for skill_id, near in rows}

    def skill_ids(self) -> list[str]:
        """Every skill id, for completion."""
        return sorted(skill_id for (skill_id,) in self.query("SELECT id FROM skill"))

    def skill(self, name: str) -> str | None:
        """The id of the skill that is written `name` under any of its names; None if unknown."""
        sql = "SELECT id FROM skill_name WHERE folded = ?"
        for (skill_id,) in self.query(sql, normalize_skill(name)):
            return str(skill_id)
        return None

    def current_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """Old id -> today's id, for ids that a newer vocabulary renamed."""
        wanted = list(ids)
        known = {row[0] for row in self.query_in("SELECT id FROM skill WHERE id IN ({})", wanted)}
        return {old: new for old in wanted if old not in known and (new := self.skill(old))}

    def skill_names(self, *kinds: str) -> dict[str, str]:
        """Folded name -> skill id, of these kinds (see `vocabulary.skill_names`), or of all."""
        rows = self.query("SELECT folded, id, kind FROM skill_name")
        return {folded: skill_id for folded, skill_id, kind in rows if not kinds or kind in kinds}

    def terms(self, names: Collection[str]) -> dict[str, Term]:
        """The terms among folded names: skills and credentials, then O*NET's programs."""
        from careercli.core.name_terms import Term, fold

        programs = self.query_in("SELECT folded, name FROM software WHERE folded IN ({})", names)
        terms = {
            folded: Term(f"{PROGRAM_ID}{folded.replace(' ', '-')}", "tool", "program", name)
            for folded, name in programs
            if fold(name) == folded
        }
        sql = "SELECT folded, id, kind, sort, written FROM term WHERE folded IN ({})"
        return terms | {folded: Term(*columns) for folded, *columns in self.query_in(sql, names)}

    def meanings(self, names: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """Name in lower case -> beginnings of codes of work, each with the id of what it means in
        that; of names that mean something else in other work."""
        meanings: dict[str, list[tuple[str, str]]] = {}
        sql = "SELECT name, work, id FROM meaning WHERE name IN ({}) ORDER BY rowid"
        for name, work, meant in self.query_in(sql, {name.lower() for name in names}):
            meanings.setdefault(name, []).append((work, meant))
        return meanings

    def _program_names(self, ids: Iterable[str]) -> dict[str, str]:
        """Id of a program of O*NET's -> its name, of those among ids."""
        folded = {
            program.removeprefix(PROGRAM_ID).replace("-", " "): program
            for program in ids
            if program.startswith(PROGRAM_ID)
        }
        rows = self.query_in("SELECT folded, name FROM software WHERE folded IN ({})", folded)
        return {folded[key]: name for key, name in rows}

    def rating_scale(self, kind: str) -> list[str]:
        """The four sentences by which people rate themselves in skills of a kind."""
        for (sentences,) in self.query("SELECT sentences FROM rating_scale WHERE kind = ?", kind):
            return list(json.loads(sentences))
        return []
