"""Who leaves an occupation, and how many places that opens, in words."""

from collections.abc import Iterator

from careercli.core.figures import figure_words
from careercli.output.footnotes import cite
from careercli.output.page import Block, Facts, Heading, Inline, Paragraph, cited, data, quiet
from careercli.output.screens.section import SectionContext
from careercli.output.screens.wording import one_in, share_words


def change_words(reader: SectionContext) -> Iterator[Inline]:
    """How many leave in a year, and how many of them for another job."""
    occupation = reader.role.occupation
    if occupation is None or not occupation.separation_rate or not occupation.transfer_rate:
        return
    rate, moved = occupation.separation_rate, occupation.transfer_rate
    if rate.value <= 0:
        return
    words = f" leaves each year, {share_words(moved.value / rate.value)} of them for another job"
    yield cited((data(one_in(rate.value)), words), cite(rate, reader.role.sources))


def change_blocks(reader: SectionContext) -> Iterator[Block]:
    """`show ROLE change`."""
    occupation = reader.role.occupation
    if occupation is None or not any(told := tuple(change_words(reader))):
        return
    yield Heading("Change", "who leaves, and what opens")
    yield from map(Paragraph, told)
    figures = (
        ("For another occupation", occupation.transfer_rate),
        ("Out of the labor force", occupation.exit_rate),
        ("Both together", occupation.separation_rate),
    )
    facts: list[tuple[str, Inline]] = [
        (label, cited((data(f"{rate.value:g} %"), " a year"), cite(rate, reader.role.sources)))
        for label, rate in figures
        if rate
    ]
    if openings := occupation.openings:
        cell = (data(figure_words(openings)), " a year, after people who left and by growth")
        facts.append(("Openings", cited(cell, cite(openings, reader.role.sources))))
    yield Facts(tuple(facts))
    yield Paragraph(
        quiet(
            "Projected yearly averages over ten years. Who changes the employer but not the "
            "occupation is not counted."
        )
    )
