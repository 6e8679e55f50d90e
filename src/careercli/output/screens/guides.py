"""The user's own guides on the screen."""

from collections.abc import Sequence

from careercli.files.guide_schema import CheckedGuide
from careercli.output.page import Column, Commands, Page, Paragraph, Table, Title, quiet
from careercli.output.screens.wording import pluralize

NEXT = (
    ("careercli guide new NAME", "a skeleton to fill in"),
    ("careercli guide add FILE", "it joins every command"),
)


def guides_page(checked: Sequence[CheckedGuide]) -> Page:
    """`guide`."""
    if not checked:
        return (
            Title("Guides of your own", ""),
            Paragraph("There are none yet."),
            Commands(NEXT),
        )
    rows = tuple(
        (
            guide.path.stem,
            str(guide.guide.get("title", "")) or quiet("–"),
            _left_out(guide) or quiet("–"),
        )
        for guide in checked
    )
    columns = (Column("Guide"), Column("title", wide=True), Column("left out for"))
    following = []
    if any(guide.problems for guide in checked):
        following.append(("careercli guide check", "every problem"))
    if sound := [guide for guide in checked if not guide.problems]:
        following.append((f"careercli show {sound[0].path.stem}", "how it reads"))
    return (
        Title("Guides of your own", pluralize(len(checked), "guide")),
        Table(columns, rows),
        Commands(tuple(following)),
    )


def _left_out(guide: CheckedGuide) -> str:
    return pluralize(len(guide.problems), "problem") if guide.problems else ""
