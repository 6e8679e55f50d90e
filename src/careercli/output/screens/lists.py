"""Roles as a list."""

from collections.abc import Mapping, Sequence

from careercli.model.basics import CredentialHit, Hit, RoleSummary
from careercli.output.page import (
    Approx,
    Block,
    Cite,
    Column,
    Commands,
    Facts,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    is_approximate,
    quiet,
)
from careercli.output.screens.wording import pluralize


def list_page(
    briefs: Sequence[RoleSummary],
    families: Mapping[str, str],
    readiness: Mapping[str, int],
    of: int,
) -> Page:
    """`list`, chosen from `of` roles: title, pay, growth, how remote."""
    columns = [
        Column("Role", wide=True),
        Column("median pay", "right", short="pay"),
        Column("growth", "right"),
        Column("remote", spare=True),
        Column("family", spare=True),
    ]
    body: list[tuple[Inline, ...]] = []
    for brief in briefs:
        title: Inline = brief.title
        if brief.origin:
            title = (brief.title, quiet(f" ({brief.origin})"))
        cells: tuple[Inline, ...] = (
            title,
            _figure(brief.pay_words, brief.pay_note),
            _figure(brief.growth_words, brief.growth_note),
            brief.remote or "–",
            families.get(brief.family, ""),
        )
        if readiness:
            percent = readiness.get(brief.key)
            ready: Inline = quiet("–") if percent is None else data(f"{percent} %")
            cells = (title, ready, *cells[1:])
        body.append(cells)
    if readiness:
        columns.insert(1, Column("ready", "right"))
    count = pluralize(len(briefs), "role") + (f" of {of}" if of > len(briefs) else "")
    notes = dict.fromkeys(brief.source_note for brief in briefs if brief.source_note)
    blocks: list[Block] = [
        Title("Roles", cited(count, *map(Cite, notes))),
        Table(tuple(columns), tuple(body)),
    ]
    if any(is_approximate(cell) for cells in body for cell in cells):
        words = "~ of the nearest official occupation, which is not exactly the job."
        blocks.append(Paragraph(quiet(words)))
    blocks.append(Commands(((f"careercli show {briefs[0].slug}", "read one"),)))
    return tuple(blocks)


def _figure(words: str, note: str) -> Inline:
    """A figure in the words of a summary, in which `~` stands before one that is only near."""
    if not words:
        return quiet("–")
    exact = words.removeprefix("~")
    return (data(words) if exact == words else Approx(exact, "data"), Cite(note))


def search_page(query: str, hits: Sequence[Hit], credentials: Sequence[CredentialHit]) -> Page:
    """`search`: each role with the place where it hit, and credentials in a line."""
    also: tuple[Block, ...] = ()
    if credentials:
        named = "; ".join(f"{one.label} ({one.id})" for one in credentials)
        also = (Facts((("Credentials", named),)),)
    if not hits:
        command = (f"careercli show {credentials[0].id}", "read the first")
        return (Title("Found", f"for \u201c{query}\u201d"), *also, Commands((command,)))
    rows = tuple((hit.row.title, quiet(_place(hit))) for hit in hits)
    table = Table((Column("Role", wide=True), Column("where", wide=True)), rows)
    if all(hit.kind == "text" for hit in hits):
        title = Title(
            "No role goes by that name", f"\u201c{query}\u201d stands only in the text of these"
        )
        return (title, table, *also)
    return (
        Title("Found", f"for \u201c{query}\u201d, best first"),
        table,
        *also,
        Commands(((f"careercli show {hits[0].row.slug}", "read the first"),)),
    )


def _place(hit: Hit) -> str:
    if hit.kind == "title" and hit.words == hit.row.title:
        return "title"
    return f"{hit.kind}: {hit.words}"
