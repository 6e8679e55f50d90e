"""What we write of an occupation, and credentials, on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from careercli.core.credentials import CredentialState, CredentialTerm
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
    Check,
    CheckState,
    Cite,
    Column,
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
from careercli.output.screens.blocks import commands, had_table, known_facts, without_empty
from careercli.output.screens.wording import FROM_JOB

if TYPE_CHECKING:
    from careercli.output.screens.section_context import SectionContext, Writer

EDITORIAL = "ours"


def portrait_of(reader: SectionContext) -> Portrait:
    """The portrait of the occupation; an empty one if it has none."""
    occupation = reader.role.occupation
    return (occupation.portrait if occupation else None) or Portrait()


def _heading(title: str, reader: SectionContext) -> Heading:
    """A heading over words of ours, with the pages of the Handbook that their facts are from."""
    sources = reader.role.sources
    pages = [cite_source(sources[name]) for name in portrait_of(reader).sources]
    return Heading(title, cited(EDITORIAL, *pages))


def portrayed(title: str, told: Callable[[Portrait], Any], block: Callable[[Any], Block]) -> Writer:
    """The section that says one part of a portrait."""

    def write(reader: SectionContext) -> Iterator[Block]:
        if content := told(portrait_of(reader)):
            yield _heading(title, reader)
            yield block(content)

    return write


def way_in(reader: SectionContext) -> Iterator[Block]:
    portrait = portrait_of(reader)
    silent = portrait.apprenticeship and "apprentice" not in portrait.way_in.casefold()
    if portrait.way_in or silent:
        yield _heading("The way in", reader)
        if portrait.way_in:
            yield Paragraph(portrait.way_in)
        if silent:
            yield Paragraph("There are apprenticeships.")


def credentials(reader: SectionContext) -> Iterator[Block]:
    """The credentials that an occupation asks for; that none is usual, or that it isn't known."""
    portrait, occupation = portrait_of(reader), reader.role.occupation
    if occupation is None or not (occupation.portrait or occupation.credentials):
        return
    yield Heading("Credentials")
    if all(asked.level == "sometimes" for asked in occupation.credentials):
        none = portrait.credentials is not None
        yield Paragraph("None is usual." if none else "Not known.")
    if portrait.varies_by_state:
        yield Paragraph("Licensing differs by state.")
    if occupation.credentials:
        titles = ("asked for", "time", "fee")
        columns = (Column("Credential", wide=True), *map(Column, titles))
        served = [
            asked.credential.time.span
            for asked in occupation.credentials
            if asked.credential.kind == "apprenticeship" and asked.credential.time
        ]
        rows = (
            _row(asked, portrait, reader.role.sources, served) for asked in occupation.credentials
        )
        yield without_empty(columns, rows)


def _row(
    asked: AskedCredential,
    portrait: Portrait,
    sources: Mapping[str, Source],
    served: Sequence[tuple[float, float] | None],
) -> tuple[Inline, ...]:
    """A credential: how often it is asked for, how long it takes and its fee; school is extra.

    served: the years of apprenticeships beside it; a license's time that is one of them isn't told
        twice
    Of its pages of the Handbook those about the occupation are cited; all, if none is.
    """
    credential = asked.credential
    names = [name for name in credential.sources if name in sources]
    about = [name for name in names if name in portrait.sources]
    time = credential.time
    is_served = credential.kind != "apprenticeship" and time and time.study and time.span in served
    pages = [cite_source(sources[name]) for name in about or names]
    return (
        credential.label,
        _level(asked) if asked.editorial else cited(asked.level, *pages),
        quiet(APPRENTICED) if is_served else figure_cell(credential.time, sources),
        figure_cell(credential.fee, sources),
    )


APPRENTICED = "that apprenticeship"


def _level(asked: AskedCredential | AskingOccupation) -> Inline:
    return (asked.level, quiet(f", {EDITORIAL}")) if asked.editorial else asked.level


HELD: Mapping[CredentialState, CheckState] = {
    "held": "met",
    "not held": "missing",
    "unknown": "unrated",
}


def held_words(state: CredentialState, until: str, *, from_job: bool = False) -> str:
    """Whether a credential is held, and until when: held, until 2028-05, expired 2024-05; or that
    it is only taken from the present job."""
    if from_job:
        return FROM_JOB
    if state == "unknown":
        return "not known"
    if not until:
        return state
    return f"until {until}" if state == "held" else f"expired {until}"


def held_blocks(terms: Sequence[CredentialTerm]) -> Iterator[Block]:
    """The credentials that a role asks for, each with whether the person holds it."""
    if not terms:
        return
    yield Heading("Credentials", "held or not; in no sum")
    rows = (
        (
            (Check(HELD[term.state]), term.asked.credential.label),
            held_words(term.state, term.until, from_job=term.from_job),
            quiet(f"{term.asked.level} asked for"),
        )
        for term in terms
    )
    yield had_table(rows)


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
        ("Time", figure_cell(credential.time, sources)),
        ("Fee", figure_cell(credential.fee, sources)),
        ("Renewal", figure_cell(credential.renewal, sources)),
    ]
    blocks: list[Block] = [Title(credential.label, credential.kind), *known_facts(facts)]
    if asking:
        rows = tuple((occupation.title, _level(occupation)) for occupation in asking)
        blocks += [
            Heading("Asked for by", cited("", *pages) if pages else EDITORIAL),
            Table((Column("Occupation", wide=True), Column("asked for")), rows),
            commands((f"careercli show {asking[0].slug}", "read the first")),
        ]
    return tuple(blocks)
