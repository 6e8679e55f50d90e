"""Pages as plain Markdown: the same words as on a terminal, never cut and never wrapped."""

import re
from collections.abc import Iterator

from careercli.output.footnotes import numbered
from careercli.output.page import (
    Aligned,
    Block,
    Bullets,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Legend,
    Notes,
    Page,
    Paragraph,
    Picture,
    Scale,
    Span,
    Table,
    Timeline,
    Title,
    parts,
    plain,
    spans,
)
from careercli.text import one_line

_MAYBE_ACTIVE = frozenset("\\`*[]|<_&")
_ACTIVE = r"([\\`*\[\]|]|<(?=[a-zA-Z/!?])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~~)"
_STARTS = frozenset("#>+-=0123456789 ")
_ACTIVE_AT_START = r"^(\s*)([#>+-]|\d+[.)])(?=\s)|^(\s*)(=+|-+)$"


def markdown(page: Page) -> str:
    """The page as CommonMark with tables."""
    return "\n\n".join(filter(None, ("\n".join(_block(block)) for block in numbered(page)))) + "\n"


def without_escapes(text: str) -> str:
    """Markdown that is read as it stands, such as help through a pipe."""
    return re.sub(r"\\([\\`*\[\]|<_&~#>+.)=-])", r"\1", text)


def escape(text: str) -> str:
    """Text that Markdown shows as it stands."""
    escaped = one_line(text)
    if not _MAYBE_ACTIVE.isdisjoint(escaped) or "~~" in escaped:
        escaped = re.sub(_ACTIVE, r"\\\1", escaped)
    if escaped[:1] in _STARTS:
        escaped = re.sub(_ACTIVE_AT_START, lambda found: _escape_start(found.group()), escaped)
    return escaped


def _escape_start(start: str) -> str:
    if start.rstrip(".)").strip().isdigit():
        return start[:-1] + "\\" + start[-1]
    return start[: len(start) - len(start.lstrip())] + "\\" + start.lstrip()


def _inline(inline: Inline) -> str:
    if isinstance(inline, str):
        return escape(inline)
    if "strong" not in [part.style for part in parts(inline) if isinstance(part, Span)]:
        return escape(plain(inline))
    return "".join(
        f"**{escape(span.text)}**" if span.style == "strong" else escape(span.text)
        for span in spans(inline)
    )


def _block(block: Block) -> Iterator[str]:  # noqa: C901  # one case a block
    match block:
        case Title(text, aside, lead):
            yield f"# {escape(text)}"
            for below in (aside, lead):
                if below:
                    yield from ("", _inline(below))
        case Heading(text, aside):
            yield _headline("## ", text, aside)
        case Paragraph(text) | Legend(text):
            yield _inline(text)
        case Picture():
            return
        case Bullets():
            marks = block._replace(bullet="-").marked
            yield from (f"{mark} {_inline(item)}" for mark, item in marks)
        case Facts(rows):
            for label, value in rows:  # one without a label goes on where the last one ended
                yield f"- {escape(label)}: {_inline(value)}" if label else f"  - {_inline(value)}"
        case Table(columns, rows):
            yield from _table(
                [escape(column.title) for column in columns],
                [column.align == "right" for column in columns],
                [[_inline(cell) for cell in row] for row in rows],
            )
        case Aligned(tables):
            for index, table in enumerate(tables):
                if index:
                    yield ""
                yield from _block(table)
        case Scale(rows=scale_rows, head=head):
            notes = any(row.note for row in scale_rows)
            body = [
                [escape(row.label), _inline(row.value), _inline(row.note)][: 2 + notes]
                for row in scale_rows
            ]
            yield from _table(["", escape(head), ""][: 2 + notes], [False, True, False], body)
        case Timeline(steps):
            for index, step in enumerate(steps):
                if index:
                    yield ""
                margin = f"{escape(step.margin)} " if step.margin else ""
                yield _headline(f"### {margin}", step.title, step.aside)
                for text in step.text:
                    yield from ("", _inline(text))
                if step.items:
                    yield ""
                    yield from (f"- {_inline(item)}" for item in step.items)
        case Entry(title, blocks, aside):
            yield _headline("### ", title, aside)
            for inner in blocks:
                yield ""
                yield from _block(inner)
        case Commands(rows):
            yield from (
                f"- `{command}`" + (f": {escape(what)}" if what else "") for command, what in rows
            )
        case Notes(rows):
            yield from (f"{note.sign} {escape(note.text)}  " for note in rows)


def _headline(start: str, text: str, aside: Inline) -> str:
    return f"{start}{escape(text)}" + (f" ({_inline(aside)})" if plain(aside) else "")


def _table(titles: list[str], right: list[bool], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(titles) + " |"
    yield "|" + "|".join("---:" if to_right else "---" for to_right in right[: len(titles)]) + "|"
    yield from ("| " + " | ".join(cells) + " |" for cells in rows)
