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

STUDIES = {
    "exposure-gpts": "a study of 2023",
    "exposure-microsoft": "a study of 2025",
}
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
        of_study = [
            exposure
            for exposure in reader.exposures
            if exposure.study == study and exposure.measure in MAIN_MEASURES
        ]
        if of_study:
            source = reader.studies[study]
            places = dict.fromkeys(ordinal(figure.place_of_100) for figure in of_study)
            told += [
                ", " if told else "",
                data(" or ".join(places)),
                f" in {source.date}" if told else f" of 100 in a {source.date} study",
                cite_source(source),
            ]
    if told:
        yield (*told, "; 100 is most exposed")


def _ranks(exposure: Exposure) -> str:
    """The rank of an occupation, or the ranks that it shares."""
    last = exposure.rank + exposure.tied - 1
    ranks = f"{exposure.rank:,}" if exposure.tied == 1 else f"{exposure.rank:,}\u2013{last:,}"
    return f"{ranks} of {exposure.of:,}"


def exposure_blocks(reader: SectionContext) -> Iterator[Block]:
    """`show ROLE ai`."""
    if not reader.exposures:
        return
    yield Heading("AI exposure", "a place among all occupations; 100 is the most exposed")
    for study, title in STUDIES.items():
        of_study = [exposure for exposure in reader.exposures if exposure.study == study]
        if not of_study:
            continue
        rows = tuple(
            (
                MEASURES[figure.measure],
                RATERS[figure.rater],
                data(ordinal(figure.place_of_100)),
                _ranks(figure),
                f"{figure.value:.2f}",
            )
            for figure in of_study
        )
        columns = (
            Column(""),
            Column("rated by"),
            Column("of 100", "right"),
            Column("rank", "right"),
            Column("score", "right"),
        )
        source = reader.studies[study]
        blocks: tuple[Block, ...] = (
            Paragraph(MEASURED[study]),
            Table(columns, rows),
            Paragraph(NOT_MEASURED[study]),
        )
        yield Entry(source.title, blocks, cited(title, cite_source(source)))
    yield Paragraph(
        "The studies measure different things, so they are not averaged. Exposed tasks may be "
        "helped with or taken over; neither study says which."
    )
