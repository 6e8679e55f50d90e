"""How far two studies find an occupation exposed to AI, each by itself."""

from collections.abc import Iterator

from careercli.model.occupation import Exposure
from careercli.output.footnotes import cite_source
from careercli.output.page import (
    Block,
    Column,
    Entry,
    Heading,
    Inline,
    Paragraph,
    Part,
    Table,
    cited,
    data,
)
from careercli.output.screens.section import SectionContext
from careercli.output.screens.wording import ordinal

STUDIES = {"exposure-gpts": "a study of 2023", "exposure-microsoft": "a study of 2025"}
MEASURED = {
    "exposure-gpts": "The share of an occupation's tasks that raters judged exposed to language "
    "models: directly; with half weight for tasks that need further software; or with full weight.",
    "exposure-microsoft": "How far an occupation's activities were done successfully with Copilot, "
    "in conversations of 2024.",
}
NOT_MEASURED = {
    "exposure-gpts": "Not measured: whether anybody uses it for them, how well, at what cost, or "
    "what that does to jobs and pay.",
    "exposure-microsoft": "Not measured: other assistants, what is done without one, or what that "
    "does to jobs and pay.",
}
RATERS = {"human": "people", "dv": "a model (GPT-4)", "": "–"}
MEASURES = {
    "alpha": "directly",
    "beta": "half weight",
    "gamma": "full weight",
    "applicability": "applicability",
}
MAIN_MEASURES = ("beta", "applicability")
"""Of each study, the measure by which it ranks occupations itself."""


def exposure_words(reader: SectionContext) -> Iterator[Inline]:
    """Both studies in a line, each as a place of 100."""
    told: list[Part] = []
    for study in STUDIES:
        places = dict.fromkeys(
            ordinal(exposure.place_of_100)
            for exposure in reader.exposures
            if exposure.study == study and exposure.measure in MAIN_MEASURES
        )
        if places:
            source = reader.studies[study]
            told += [
                ", " if told else "",
                data(" or ".join(places)),
                f" in {source.date}" if told else f" of 100 in a {source.date} study",
                cite_source(source),
            ]
    if told:
        yield (*told, "; 100 is most exposed")


def _row(exposure: Exposure) -> tuple[Inline, ...]:
    last = exposure.rank + exposure.tied - 1
    ranks = f"{exposure.rank:,}" if exposure.tied == 1 else f"{exposure.rank:,}\u2013{last:,}"
    return (
        MEASURES[exposure.measure],
        RATERS[exposure.rater],
        data(ordinal(exposure.place_of_100)),
        f"{ranks} of {exposure.of:,}",
        f"{exposure.value:.2f}",
    )


def exposure_blocks(reader: SectionContext) -> Iterator[Block]:
    """`show ROLE ai`."""
    if not reader.exposures:
        return
    yield Heading("AI exposure", "a place among all occupations; 100 is the most exposed")
    figures = (Column(title, "right") for title in ("of 100", "rank", "score"))
    columns = (Column(""), Column("rated by"), *figures)
    for study, title in STUDIES.items():
        rows = tuple(_row(exposure) for exposure in reader.exposures if exposure.study == study)
        if rows:
            source = reader.studies[study]
            measured, limits = Paragraph(MEASURED[study]), Paragraph(NOT_MEASURED[study])
            aside = cited(title, cite_source(source))
            yield Entry(source.title, (measured, Table(columns, rows), limits), aside)
    yield Paragraph(
        "The studies measure different things, so they are not averaged. Exposed tasks may be "
        "helped with or taken over; neither study says which."
    )
