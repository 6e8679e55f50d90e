"""What we write of an occupation, and credentials, on the screen."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.core.credentials import CredentialTerm
from careercli.core.figures import KIND_WORDS, amount_words
from careercli.model.basics import Source
from careercli.model.portrait import (
    AskedCredential,
    AskingOccupation,
    Credential,
    CredentialFigure,
    Portrait,
)
from careercli.output.footnotes import cite_source
from careercli.output.page import (
    Block,
    Bullets,
    Check,
    Cite,
    Column,
    Commands,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    quiet,
)
from careercli.output.screens.held import HELD, held_words
from careercli.output.screens.section import SectionContext

EDITORIAL = "ours"


def _portrait(reader: SectionContext) -> Portrait:
    """The portrait of the occupation; an empty one if it has none."""
    occupation = reader.role.occupation
    return (occupation.portrait if occupation else None) or Portrait()


def _heading(title: str, reader: SectionContext) -> Heading:
    """A heading over words of ours, with the pages of the Handbook that their facts are from."""
    sources = reader.role.sources
    pages = [cite_source(sources[name]) for name in _portrait(reader).sources]
    return Heading(title, cited(EDITORIAL, *pages))


def day_to_day(reader: SectionContext) -> Iterator[Block]:
    if do := _portrait(reader).do:
        yield _heading("Day to day", reader)
        yield Bullets(do)


def setting(reader: SectionContext) -> Iterator[Block]:
    if where := _portrait(reader).where:
        yield _heading("Where and how", reader)
        yield Paragraph(where)


def way_in(reader: SectionContext) -> Iterator[Block]:
    portrait = _portrait(reader)
    silent = portrait.apprenticeship and "apprentice" not in portrait.way_in.casefold()
    if portrait.way_in or silent:
        yield _heading("The way in", reader)
        if portrait.way_in:
            yield Paragraph(portrait.way_in)
        if silent:
            yield Paragraph("There are apprenticeships.")


def untold(reader: SectionContext) -> Iterator[Block]:
    if told := _portrait(reader).untold:
        yield _heading("What outsiders are not told", reader)
        yield Paragraph(told)


def credential_blocks(reader: SectionContext) -> Iterator[Block]:
    """The credentials that an occupation asks for; that none is usual, or that it isn't known."""
    portrait, occupation = _portrait(reader), reader.role.occupation
    asked = occupation.credentials if occupation else ()
    if not any(one.level != "sometimes" for one in asked):
        none = portrait.credentials is not None
        yield Paragraph("None is usual." if none else "Not known.")
    if portrait.varies_by_state:
        yield Paragraph("Licensing differs by state.")
    if asked:
        yield credential_table(asked, portrait.sources, reader.role.sources)


def credential_table(
    asked: Sequence[AskedCredential], about: Sequence[str], sources: Mapping[str, Source]
) -> Table:
    """Credentials: how often each is asked for, how long it takes and what it costs.

    `about` are the ids of the Handbook's pages about the occupation; of a credential's pages they
    are cited, or all, if none of those is about it.
    """
    rows = []
    for one in asked:
        credential = one.credential
        names = [name for name in credential.sources if name in sources]
        pages = [cite_source(sources[name]) for name in names if name in about]
        pages = pages or [cite_source(sources[name]) for name in names]
        level = (one.level, quiet(f", {EDITORIAL}")) if one.editorial else cited(one.level, *pages)
        rows.append(
            (
                credential.label,
                level,
                figure_cell(credential.time, sources),
                figure_cell(credential.cost, sources),
            )
        )
    columns = [Column("Credential", wide=True), Column("asked for")]
    for index, title in ((2, "time"), (3, "cost")):
        if any(row[index] for row in rows):
            columns.append(Column(title))
    kept = [0, 1, *(i for i in (2, 3) if any(row[i] for row in rows))]
    return Table(tuple(columns), tuple(tuple(row[i] for i in kept) for row in rows))


def held_blocks(terms: Sequence[CredentialTerm]) -> Iterator[Block]:
    """The credentials that a role asks for, each with whether the person holds it."""
    if not terms:
        return
    yield Heading("Credentials", "held or not; in no sum")
    rows = tuple(
        (
            (Check(HELD[term.state]), term.asked.credential.label),
            held_words(term.state, term.until),
            quiet(f"{term.asked.level} asked for"),
        )
        for term in terms
    )
    yield Table((Column("", wide=True), Column("you"), Column("", wide=True)), rows)


def figure_cell(figure: CredentialFigure | None, sources: Mapping[str, Source]) -> Inline:
    """A figure with its source; empty if there is none."""
    if figure is None:
        return ""
    words = data(amount_words(figure))
    if figure.source is not None and figure.source in sources:
        source = sources[figure.source]
        return cited(words, cite_source(source, figure.kind, date=figure.date, note=figure.note))
    note = f" {figure.note[:1].upper()}{figure.note[1:]}." if figure.note else ""
    where = figure.source or "Editors' judgment"
    text = f"{KIND_WORDS[figure.kind]}: {where}, {figure.date}.{note}"
    return cited(words, Cite(text, figure.source or ""))


def credential_page(
    credential: Credential,
    asking: Sequence[AskingOccupation],
    sources: Mapping[str, Source],
) -> Page:
    """`show CREDENTIAL`."""
    state = {True: "yes", False: "no", None: ""}[credential.varies_by_state]
    pages = [cite_source(sources[name]) for name in credential.sources if name in sources]
    facts: list[tuple[str, Inline]] = [
        ("Issuer", credential.issuer),
        ("Also called", ", ".join(credential.names)),
        ("Differs by state", state),
        ("Usual way", (credential.way, quiet(f" ({EDITORIAL})")) if credential.way else ""),
    ]
    for label, figure in (
        ("Time", credential.time),
        ("Cost", credential.cost),
        ("Renewal", credential.renewal),
    ):
        facts.append((label, figure_cell(figure, sources)))
    rows: list[tuple[Inline, ...]] = [
        (one.title, (one.level, quiet(f", {EDITORIAL}")) if one.editorial else one.level)
        for one in asking
    ]
    blocks: list[Block] = [
        Title(credential.label, credential.kind),
        Facts(tuple((label, fact) for label, fact in facts if fact)),
    ]
    if rows:
        blocks += [
            Heading("Asked for by", cited("", *pages) if pages else EDITORIAL),
            Table((Column("Occupation", wide=True), Column("asked for")), tuple(rows)),
            Commands(((f"careercli show {asking[0].slug}", "read the first"),)),
        ]
    return tuple(blocks)
