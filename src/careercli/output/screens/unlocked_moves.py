"""With one skill more: `moves --with` and `moves --best-skill`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.core.moves import Start, UnlockedMoves
from careercli.model.basics import Source
from careercli.output.footnotes import cite_source
from careercli.output.page import (
    Block,
    Column,
    Commands,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    quiet,
)
from careercli.output.screens.move_words import MovesView, start_words, typed
from careercli.output.screens.moves import moves_blocks
from careercli.output.screens.wording import join_and


def with_page(view: MovesView, label: str, more: UnlockedMoves) -> Page:
    """`moves --with`: the moves that the skill would open; `view` has some or all of them."""
    now = f"{view.passing} of {view.of:,} pass all four tests now; with {label} "
    opened, shown = len(more.moves), len(view.moves)
    blocks: list[Block] = [Title(f"Moves {start_words(view.start)}", f"with {label}")]
    if not more.gain:
        blocks.append(Paragraph(f"No role here asks for more {label} than you have."))
    elif not opened:
        blocks.append(Paragraph(f"{now}no other would."))
    else:
        rest = f" more would; {shown} of them:" if shown < opened else " more would:"
        blocks.append(Paragraph((now, data(str(opened)), rest)))
    if view.moves:
        blocks += moves_blocks(view)
    if more.gain:
        gain = f"It adds {100 * more.gain:.1f} % of the skills asked for, on average over all."
        blocks.append(Paragraph(quiet(gain)))
    command = f"careercli moves{_here(view.start)} --best-skill"
    return (*blocks, Commands(((command, "which skill opens most"),)))


def best_page(
    start: Start, best: Sequence[UnlockedMoves], labels: Mapping[str, str], of: int, onet: Source
) -> Page:
    """`moves --best-skill`, among `of` roles."""
    columns = (
        Column("One skill more", wide=True),
        Column("opens", "right"),
        Column("adds", "right"),
        Column("the first of them", wide=True),
    )
    rows = tuple(
        (
            labels[more.skill],
            data(str(len(more.moves))),
            f"{100 * more.gain:.1f} %",
            quiet(join_and([move.to.title for move in more.moves[:2]])),
        )
        for more in best
    )
    by_onet = any(more.vocabulary == "onet" for more in best)
    among = f"moves {start_words(start)}, {of:,} roles"
    source = cite_source(onet) if by_onet else None
    blocks: list[Block] = [Title("Which skill opens most", cited(among, source))]
    if not best[0].moves:
        blocks.append(Paragraph("No single skill opens a move. These add most on the way:"))
    meaning = (
        "Opens: moves that would then pass all four tests. Adds: share of the skills that roles "
        "ask for, on average. Each skill as high as a role asks for it."
    )
    if by_onet:
        meaning += " Trade knowledge, licences and degrees are not among O*NET's skills."
    first = f"careercli moves{_here(start)} --with {best[0].skill}"
    blocks += [Table(columns, rows), Paragraph(quiet(meaning)), Commands(((first, "which ones"),))]
    return tuple(blocks)


def _here(start: Start) -> str:
    return f" {typed(start.role)}" if start.role and not start.own else ""
