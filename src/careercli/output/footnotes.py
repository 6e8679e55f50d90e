"""Footnotes: every figure on a screen carries a mark, and every mark its source and kind."""

from collections.abc import Mapping

from careercli.core.figures import citation
from careercli.model.basics import Figure, FigureKind, Source
from careercli.output.page import Note, Notes

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Footnotes:
    """Numbers provenance in the order in which it is met on the page."""

    def __init__(self, sources: Mapping[str, Source] | None = None) -> None:
        self._sources = sources or {}
        self._notes: dict[str, Note] = {}

    def of(self, sources: Mapping[str, Source]) -> "Footnotes":
        """The same notes, for a role with sources of its own: two may use one id."""
        other = Footnotes(sources)
        other._notes = self._notes
        return other

    def figure(self, figure: Figure) -> str:
        """The mark for a figure."""
        return self.cite(figure.source, figure.kind, date=figure.date, note=figure.note)

    def cite(
        self,
        source: str,
        kind: FigureKind | None,
        *,
        date: str | None = None,
        note: str | None = None,
    ) -> str:
        """The mark for a source cited as a kind of figure."""
        found = self._sources[source]
        return self.mark(citation(found, kind, date=date, note=note), found.url or "")

    def mark(self, text: str, url: str = "") -> str:
        """The mark for a footnote of these words."""
        if text not in self._notes:
            mark = str(len(self._notes) + 1).translate(_SUPERSCRIPT)
            self._notes[text] = Note(mark, text, url)
        return self._notes[text].mark

    def notes(self) -> tuple[Notes, ...]:
        """The footnotes so far, as a block; nothing where there are none."""
        return (Notes(tuple(self._notes.values())),) if self._notes else ()
