"""What a résumé would add to the profile."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from careercli.files.profile import onet_label
from careercli.files.profile_schema import MAX_ONET_LEVEL
from careercli.files.resume import ResumeSkills, SuggestedCredential, SuggestedRating
from careercli.files.resume_education import SuggestedFact
from careercli.output.page import Block, Column, Inline, Page, Paragraph, Table, Title, quiet
from careercli.output.screens.blocks import known_facts
from careercli.output.screens.skills import LEVELS
from careercli.output.screens.wording import Labels, first_of, pluralize

MAX_UNKNOWN = 20
APART = {
    "denied": "denied",
    "learning": "still learning",
    "wished": "wished for",
    "lapsed": "expired, lost or not finished",
    "others": "used by others",
}
FACTS = {
    "current.role": "Present role",
    "current.years": "Years in it",
    "education": "Education",
    "place": "Place",
}


class ProposedLevel(NamedTuple):
    """A level of one of O*NET's skills, out of another profile."""

    element: str
    entry: Mapping[str, Any]


ProposedRow = SuggestedRating | SuggestedCredential | SuggestedFact | ProposedLevel


class ImportProposals(NamedTuple):
    """What a file would add.

    rows: what is new, in the order of its numbers, from 1
    known: ids and keys that the profile has already
    """

    found: ResumeSkills
    rows: tuple[ProposedRow, ...]
    known: Collection[str]


def import_page(proposals: ImportProposals, left_out: Collection[int], labels: Labels) -> Page:
    """`import`: each proposal with its number and where the file has it."""
    found, known = proposals.found, proposals.known
    ids = [proposal.skill for proposal in found.proposals]
    ids += [credential.id for credential in found.credentials]
    kept = sum(name in known for name in (*ids, *found.onet_levels))
    count = pluralize(len(proposals.rows) - len(left_out), "proposal")
    blocks: list[Block] = [Title("To add", count)]
    if proposals.rows:
        columns = (
            Column("", "right"),
            Column("What", wide=True),
            Column("level"),
            Column("where"),
            Column("", wide=True),
        )
        rows = tuple(
            (str(number) if number not in left_out else quiet("–"), *_row(row, labels))
            for number, row in enumerate(proposals.rows, start=1)
        )
        blocks.append(Table(columns, rows))
    if kept:
        words = f"You have already rated {pluralize(kept, 'skill')} in it; those don't change."
        blocks.append(Paragraph(words))
    facts: list[tuple[str, Inline]] = []
    for standing, words in APART.items():
        named = [labels[claim.skill] for claim in found.not_claimed if claim.standing == standing]
        facts.append((f"Not claimed: {words}", ", ".join(dict.fromkeys(named))))
    if found.unknown:
        names = [f"\u201c{text}\u201d ({where})" for where, text in found.unknown]
        facts.append(("Not recognized", quiet(first_of(names, MAX_UNKNOWN))))
    if found.notes:
        facts.append(("Noted", quiet(" ".join(found.notes))))
    return (*blocks, *known_facts(facts))


def _row(row: ProposedRow, labels: Labels) -> tuple[Inline, ...]:
    """Name, level, place and words of a proposal."""
    if isinstance(row, SuggestedRating):
        years = f", {pluralize(row.years, 'year')}" if row.years else ""
        words = "" if row.words.casefold() == labels[row.skill].casefold() else row.words
        return labels[row.skill], f"{_level(row)}{years}", quiet(row.where), quiet(words)
    if isinstance(row, SuggestedCredential):
        held = f"held until {row.until}" if row.until else "held?" if row.is_short else "held"
        held = held if row.held else "not held"
        return labels[row.id], held, quiet(row.where), quiet(row.words)
    if isinstance(row, SuggestedFact):
        value = row.shown or str(row.value)
        return f"{FACTS[row.key]}: {value}", "", quiet(row.where), quiet(row.words)
    name = onet_label(row.element, row.entry)
    level = f"{row.entry['level']} of {MAX_ONET_LEVEL}"
    return name, level, quiet(f"onet_levels.{row.element}"), quiet("O*NET's scale")


def _level(rating: SuggestedRating) -> str:
    if rating.level is None:
        unknown = f" (\u201c{rating.said}\u201d isn't a known level)" if rating.said else ""
        return f"claimed{unknown}"
    return LEVELS[rating.level].text if rating.level else "none"
