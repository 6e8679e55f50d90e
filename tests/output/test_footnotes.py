"""Every citation has a footnote, and the other way round; a terminal names sources in a line."""

import re
from pathlib import Path

import pytest

from careercli.output.footnotes import numbered
from careercli.output.page import (
    MAX_COMMANDS,
    Approx,
    Cite,
    Column,
    Commands,
    Heading,
    Legend,
    Note,
    Notes,
    Paragraph,
    Scale,
    ScaleRow,
    Table,
    Timeline,
    TimelineStep,
    Title,
    cited,
    data,
    is_approximate,
    plain,
)
from careercli.output.render.markdown import markdown
from careercli.output.render.terminal import terminal
from tests.golden.cases import CASES, HTML, MD, TABLE, Case
from tests.golden.running import transcript
from tests.golden.test_golden import golden, read

DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
REFERENCE = re.compile(f"[{DIGITS}]+")
NOTE = re.compile(rf"^ *([{DIGITS}]+) (.*)")
PAGES = [case for case in CASES if MD in case.forms or TABLE in case.forms]


def number(reference: str) -> int:
    return int("".join(str(DIGITS.index(digit)) for digit in reference))


def footnotes(text: str) -> tuple[list[int], dict[int, str]]:
    """The numbers cited in the order of their first citation, and the notes below the text."""
    cited_numbers: list[int] = []
    notes: dict[int, str] = {}
    for line in text.splitlines():
        if note := NOTE.match(line):
            notes[number(note[1])] = note[2]
        else:
            cited_numbers += map(number, REFERENCE.findall(line))
    return list(dict.fromkeys(cited_numbers)), notes


def written(case: Case, form: str, stage: Path, folder: Path) -> str:
    """What a case writes, from its golden file if it has one of that form: that is tested there."""
    if form in case.forms:
        return read(golden(case, form))
    return transcript(case, form, stage, folder)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: f"{case.scene.name}-{case.name}")
def test_citations_and_footnotes_are_the_same_in_order(
    case: Case, stage: Path, tmp_path: Path
) -> None:
    page = written(case, MD, stage, tmp_path / "here").partition("\n--- ")[0]
    cited_numbers, notes = footnotes(page)
    assert cited_numbers == list(notes) == list(range(1, len(notes) + 1))
    assert len(set(notes.values())) == len(notes)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if TABLE in case.forms and "help" not in case.name],
    ids=lambda case: f"{case.scene.name}-{case.name}",
)
def test_a_screen_ends_with_at_most_three_commands(case: Case) -> None:
    *_, end = read(golden(case, TABLE)).partition("\n--- ")[0].strip("\n").split("\n\n")
    assert len(re.findall(r"^ *careercli ", end, re.MULTILINE)) <= MAX_COMMANDS


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if HTML in case.forms],
    ids=lambda case: f"{case.scene.name}-{case.name}",
)
def test_each_footnote_of_a_document_links_to_its_citation(case: Case) -> None:
    document = read(golden(case, HTML))
    notes = re.findall(r'<li id="n(\S+)">', document)
    assert notes
    assert re.findall(r'href="#n(\S+)" id="r\S+"', document) == notes
    assert set(re.findall(r'href="#n(\S+)"', document)) == set(notes)


def test_a_reader_meets_them_from_the_title_down_and_a_table_row_by_row() -> None:
    first, second, third, fourth = (Cite(f"Source {name}.") for name in "ABCD")
    columns = (Column("Role"), Column("pay"), Column("growth"))
    row = ("Welder", cited(data("$50"), second), cited(data("+1 %"), third))
    page = (
        Title("Roles", cited("1 role", first)),
        Table(columns, (row, ("Rigger", fourth, second))),
        Heading("Again", third),
    )
    *blocks, notes = numbered(page)
    assert notes == Notes(
        (
            Note(1, "¹", "Source A."),
            Note(2, "²", "Source B."),
            Note(3, "³", "Source C."),
            Note(4, "⁴", "Source D."),
        )
    )
    title, table, heading = blocks
    assert isinstance(title, Title)
    assert isinstance(table, Table)
    assert isinstance(heading, Heading)
    assert plain(title.aside) == "1 role ¹"
    assert [[plain(cell) for cell in cells] for cells in table.rows] == [
        ["Welder", "$50 ²", "+1 % ³"],
        ["Rigger", "⁴", "²"],
    ]
    assert plain(heading.aside) == "³"


def test_a_chart_and_a_timeline_cite_where_they_say_a_figure() -> None:
    page = (
        Scale((ScaleRow("Nurse", cited("$80", Cite("A.")), at=(80,), note=Cite("B.")),), 0, 90),
        Timeline((TimelineStep("now", "Nurse", Cite("C."), (Cite("A."),), (Cite("D."),)),)),
    )
    cited_numbers, notes = footnotes(markdown(page))
    assert cited_numbers == [1, 2, 3, 4]
    assert notes == {1: "A.  ", 2: "B.  ", 3: "C.  ", 4: "D.  "}


def test_a_page_without_citations_has_no_footnotes() -> None:
    assert markdown((Title("Page", cited("said", None)), Paragraph("Nothing."))) == (
        "# Page\n\nsaid\n\nNothing.\n"
    )


def test_a_terminal_marks_what_is_ours_and_names_the_other_sources_in_one_line() -> None:
    survey = "Occupational Employment and Wage Statistics"
    page = (
        Title("Barber"),
        Paragraph(cited("Pay.", Cite(f"Survey: U.S. Bureau, {survey}, May 2025, national, 2025."))),
        Paragraph(cited("Jobs.", Cite("Projection: BLS, Employment Projections 2024-34, 2024."))),
        Paragraph(cited("Stress.", Cite("Editorial: Editors' judgement."))),
        Paragraph(cited("Interests.", Cite("Official fact: Labor, O*NET 30.3 Database, 2026-05."))),
        Paragraph(cited("Hours.", Cite("Survey: https://www.cards.example/fees?x, 2026."))),
        Heading("Way in", Cite("Editorial: Editors' judgement.")),
        Legend("~ unsure."),
        Commands((("careercli list", ""),)),
    )
    drawn = terminal(page, 80, color=False)
    assert not set(drawn) & set(DIGITS)
    assert "Stress. ours" in drawn
    assert "Way in  ours" in drawn
    assert drawn.splitlines()[-3:] == [
        "  ~ unsure.",
        "  BLS May 2025 and 2024–34, O*NET 30.3, cards.example 2026",
        "  careercli list",
    ]


def test_only_a_figure_that_is_near_is_approximate() -> None:
    assert is_approximate(("✓ ", Approx("+3 %"), " ", Cite("A.")))
    assert plain(Approx("+3 %")) == "~+3 %"
    assert not is_approximate("~5 people, in words of a guide")
