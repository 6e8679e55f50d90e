"""A working day as a timetable that adds up."""

from collections.abc import Sequence

from careercli.model.role import DayBlock, Role, minutes_between
from careercli.output.page import Block, Page, Paragraph, Timeline, TimelineStep, Title, quiet
from careercli.output.screens.wording import pluralize


def timetable(blocks: Sequence[DayBlock]) -> Timeline:
    """The blocks with times in the margin."""
    return Timeline(
        tuple(
            TimelineStep(
                f"{block.start}–{block.end}",
                block.name,
                quiet(hours(block.minutes)),
                (block.focus,),
                block.activities,
            )
            for block in blocks
        )
    )


def hours(minutes: int) -> str:
    """180 as `3 h`, 450 as `7 h 30 min`."""
    whole, rest = divmod(minutes, 60)
    return " ".join([f"{whole} h"] * (whole > 0) + [f"{rest} min"] * (rest > 0))


def day_page(role: Role) -> Page:
    """`day ROLE`."""
    blocks: list[Block] = [Title(role.title, "a typical day")]
    if not role.day:
        return (*blocks, Paragraph("This role's day isn't described."))
    total = sum(block.minutes for block in role.day)
    begin, end = role.day[0].start, role.day[-1].end
    blocks.append(timetable(role.day))
    counting = pluralize(len(role.day), "block")
    off = minutes_between(begin, end) - total
    breaks = f"{hours(off)} off between them" if off > 0 else "breaks included"
    summary = f"{hours(total)} in {counting}, from {begin} to {end}, {breaks}."
    return (*blocks, Paragraph(quiet(summary)))
