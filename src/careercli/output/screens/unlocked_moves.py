"""With one skill more: `moves --with`."""

from __future__ import annotations

from careercli.core.moves import UnlockedMoves
from careercli.output.page import Block, Page, Paragraph, Title, data, quiet
from careercli.output.screens.move_words import MovesView, start_words
from careercli.output.screens.moves import moves_blocks


def with_page(view: MovesView, label: str, more: UnlockedMoves, passing: int) -> Page:
    """`moves --with`: the moves that the skill would open; `view` has some or all of them.

    passing: how many pass without it
    """
    now = f"{passing} of {view.of:,} near roles pass every test now; with {label} "
    opened, shown = len(more.moves), len(view.moves)
    blocks: list[Block] = [Title(f"Moves {start_words(view)}", f"with {label}")]
    if not more.gain:
        blocks.append(Paragraph(f"No role near asks for more {label} than you have."))
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
    return tuple(blocks)
