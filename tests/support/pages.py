"""HTML files read as a browser would, for the tests."""

from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "line", "rect", "circle"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "article", "section", "header"),
    *("nav", "hgroup", "h1", "h2", "h3", "h4", "h5", "p", "span", "strong", "a", "code"),
    *("ul", "ol", "li", "dl", "dt", "dd", "div", "table", "tbody", "tr", "th", "td"),
    *("svg", "line", "rect", "circle"),
}


class Document(HTMLParser):
    """The elements of a file with their attributes, its titles and charts' titles, its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.titles: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.titles.append(data)
        elif self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]


def read(path: Path) -> Document:
    return Document(path.read_text(encoding="utf-8"))


def assert_harmless(markup: str) -> Document:
    """Nothing in the file runs, loads, or links to anything but itself and the web."""
    found = Document(markup)
    assert found.open == []
    assert {tag for tag, _ in found.elements} <= ALLOWED
    for tag, attributes in found.elements:
        assert not {"style", "src", "srcset", "action", "background"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")], tag
    assert [one for one in found.links if not one.startswith(("#", "https://", "http://"))] == []
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in found.links if one.startswith("#")} <= set(ids)
    assert not any(sign in markup for sign in ("\x1b", "\u202e", "\u2066", "\x07"))
    return found
