"""What a résumé would add to the profile."""

from collections.abc import Collection, Mapping

from careercli.files.profile import MAX_ONET_LEVEL, onet_label
from careercli.files.resume import LEVEL_WORDS, ResumeSkills, SuggestedRating
from careercli.output.page import Block, Column, Facts, Page, Paragraph, Table, Title, quiet
from careercli.output.screens.skills import LEVELS
from careercli.output.screens.wording import pluralize

Labels = Mapping[str, str]


def import_page(resume: ResumeSkills, known: Collection[str], labels: Labels) -> Page:
    """`import`: each suggested rating, and where the file has it."""
    new = [rating for rating in resume.proposals if rating.skill not in known]
    onet = {skill: entry for skill, entry in resume.onet_levels.items() if skill not in known}
    kept = len(resume.proposals) + len(resume.onet_levels) - len(new) - len(onet)
    title = Title("Skills to add", pluralize(len(new) + len(onet), "skill"))
    blocks: list[Block] = [title]
    if new:
        columns = (
            Column("Skill", wide=True),
            Column("level"),
            Column("where"),
            Column("", wide=True),
        )
        rows = tuple(
            (
                labels[rating.skill],
                _level(rating),
                quiet(rating.where),
                quiet(rating.evidence or rating.words),
            )
            for rating in new
        )
        blocks.append(Table(columns, rows))
    if onet:
        head = (Column("O*NET's skill", wide=True), Column(f"level, 0 to {MAX_ONET_LEVEL}"))
        levels = tuple(
            (onet_label(skill, entry), str(entry["level"])) for skill, entry in onet.items()
        )
        blocks.append(Table(head, levels))
    if held := [one for one in resume.credentials if one.id not in known]:
        heads = (Column("Credential", wide=True), Column("where"), Column("", wide=True))
        lines = tuple((labels[one.id], quiet(one.where), quiet(one.words)) for one in held)
        blocks.append(Table(heads, lines))
    if kept:
        blocks.append(
            Paragraph(
                f"You have already rated {pluralize(kept, 'skill')} in it; those don't change."
            )
        )
    if any(rating.level or rating.said for rating in new):
        table = ", ".join(f"{word} {level}" for word, level in LEVEL_WORDS.items())
        blocks.append(Facts((("Level words", table),)))
    if resume.unknown:
        names = ", ".join(f"\u201c{text}\u201d ({where})" for where, text in resume.unknown)
        blocks.append(Facts((("Not recognized", names),)))
    return tuple(blocks)


def _level(rating: SuggestedRating) -> str:
    if rating.level is None:
        unknown = f" (\u201c{rating.said}\u201d isn't a known level)" if rating.said else ""
        return f"claimed{unknown}"
    return LEVELS[rating.level].text if rating.level else "none"
