"""Words on lines of a terminal, whatever the words."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.output.page import Paragraph, Span, Style
from careercli.output.render.terminal import lines

STYLES: tuple[Style, ...] = ("", "strong", "quiet", "data")
WORDS = st.text(st.sampled_from("ab-5% ,\u4e2d\u00e9\u25cf\u0301"), max_size=60)
PARTS = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)), min_size=1, max_size=4)


@given(PARTS, st.integers(12, 70))
def test_lines_fit_and_keep_every_character_and_its_style(
    parts: list[tuple[str, Style]], width: int
) -> None:
    drawn = lines((Paragraph(tuple(Span(*part) for part in parts)),), width)
    assert all(cell_len("".join(span.text for span in line).rstrip()) <= width for line in drawn)
    kept = [(sign, span.style) for line in drawn for span in line for sign in span.text]
    asked = [(sign, style) for text, style in parts for sign in text]
    assert [each for each in kept if each[0] != " "] == [each for each in asked if each[0] != " "]


@given(st.lists(st.sampled_from(["50 %", "pay", "2 h", "15 min", "a", "minute"]), max_size=30))
def test_no_line_begins_with_the_unit_of_a_number_and_words_stay_whole(words: list[str]) -> None:
    drawn = lines((Paragraph(" ".join(words)),), 20)
    texts = ["".join(span.text for span in line).strip() for line in drawn]
    assert " ".join(texts).split() == " ".join(words).split()
    assert not any(text.split()[:1] in (["%"], ["h"], ["min"]) for text in texts)
