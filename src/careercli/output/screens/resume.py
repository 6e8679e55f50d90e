"""What a résumé would add to the profile."""

from collections.abc import Collection, Mapping

from careercli.files.profile import MAX_ONET_LEVEL, onet_label
from careercli.files.resume import LEVEL_WORDS, ResumeSkills, SuggestedRating
from careercli.model.basics import PROFICIENCIES
from careercli.output.page import Block, Column, Facts, Page, Paragraph, Table, Title, quiet
from careercli.output.screens.wording import pluralize

Labels = Mapping[str, str]


def import_page(found: ResumeSkills, known: Collection[str], labels: Labels) -> Page:
    """`profile import`: each proposal with where it stands."""
    new = [one for one in found.proposals if one.skill not in known]
    onet = {one: entry for one, entry in found.onet_levels.items() if one not in known}
    kept = len(found.proposals) + len(found.onet_levels) - len(new) - len(onet)
    title = Title("What it would add", pluralize(len(new) + len(onet), "skill"))
    blocks: list[Block] = [title]
    if new:
        columns = (
            Column("Skill", wide=True),
            Column("level"),
            Column("where"),
            Column("", wide=True),
        )
        rows = tuple(
            (labels[one.skill], _level(one), quiet(one.where), quiet(one.evidence or one.words))
            for one in new
        )
        blocks.append(Table(columns, rows))
    if onet:
        head = (Column("O*NET's skill", wide=True), Column(f"level, 0 to {MAX_ONET_LEVEL}"))
        levels = tuple((onet_label(one, entry), str(entry["level"])) for one, entry in onet.items())
        blocks.append(Table(head, levels))
    if kept:
        blocks.append(
            Paragraph(f"{pluralize(kept, 'skill')} in it you have rated yourself; they stay.")
        )
    if any(one.level or one.said for one in new):
        table = ", ".join(f"{word} {level}" for word, level in LEVEL_WORDS.items())
        blocks.append(Facts((("Level words", table),)))
    if found.unknown:
        words = ", ".join(f"\u201c{text}\u201d ({where})" for where, text in found.unknown)
        blocks.append(Facts((("Not recognised", words),)))
    return tuple(blocks)


def _level(one: SuggestedRating) -> str:
    if one.level == 0:
        return "none"
    if one.level:
        return f"{one.level} {PROFICIENCIES[one.level]}"
    return f"claimed (\u201c{one.said}\u201d is not understood)" if one.said else "claimed"
