"""A scan of a page's tags before it's parsed: the parser's time must grow with the size alone.

It goes through the tags once and holds open what the HTML standard holds open, or more: an end
tag closes the last element of its name only if the standard is sure to obey it, and never what
is inside that one. What the standard reads in two ways, by what is open, is refused.
"""

import re
from collections.abc import Collection

from careercli.errors import Problem
from careercli.text import excerpt

MAX_OPEN = 500
"""Elements open at once. The parser's time grows with their number for each further element."""
MAX_ELEMENTS = 100_000
"""Elements of a page in all; a long page has some thousands."""
MAX_ATTRIBUTES = 500
"""Attributes of one element, each of which the parser compares with all others."""

_TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\t\n\f\r />]*)|(!--)|(!\[CDATA\[)|[!?/])")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+(?:(>)|[^\t\n\f\r />][^\t\n\f\r />=]*+"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'>])[^\t\n\f\r >]++|(?=>)))?+)"
)
_UNCLOSED = re.compile(r"[\t\n\f\r ]*+=[\t\n\f\r ]*+[\"']")
_COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>")
_PARTS = frozenset("caption colgroup tbody td tfoot th thead tr".split())
_CELLS = frozenset("caption colgroup td th".split())
_ENDED_BY = {"td": _CELLS, "th": _CELLS, "tr": _CELLS | {"tr"}}
_LIST_ITEM = frozenset(("li",))
_DESCRIPTIONS = frozenset(("dd", "dt"))
_ITEMS = _LIST_ITEM | _DESCRIPTIONS
_IGNORED = frozenset(
    "area base basefont bgsound body br col embed frame head hr html image img input keygen link "
    "meta option param source track wbr".split()
)
_RAW = frozenset("iframe noembed noframes plaintext script style textarea title xmp".split())
"""Elements in whose text no tag is one."""
_FOREIGN = frozenset(("svg", "math"))
_BARRIER = frozenset(
    "annotation-xml applet button desc foreignobject marquee math mi mn mo ms mtext object select "
    "svg table template".split()
)
"""Elements out of which no end tag of another element leads."""
_SPECIAL = (
    _BARRIER
    | _PARTS
    | _ITEMS
    | frozenset(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav "
        "noscript ol p pre search section summary ul".split()
    )
)
"""Elements out of which only the end tags of some of them lead."""
_ENDED_FROM_AFAR = _SPECIAL - frozenset(
    "annotation-xml desc foreignobject math mi mn mo ms mtext search svg".split()
)
_NOT_BEFORE_ITEMS = frozenset(("address", "div", "p"))
_CLOSES_P = _SPECIAL - _BARRIER - _PARTS - {"noscript", "frameset", "search"}
_CLOSES_P |= {"hr", "plaintext", "xmp"}
_BREAKS_OUT = _SPECIAL - _FOREIGN | frozenset(
    "b big body br code em embed font head hr i img meta nobr ruby s small span strike strong sub "
    "sup tt u var".split()
)
"""Elements, among others, that are never part of a picture or a formula, and end it."""
_ENDS_ITS_KIND = frozenset("a button nobr select table".split())


class _Open:
    """The elements that are open, by their places in the order in which they were opened."""

    def __init__(self) -> None:
        self.total = 0
        self._names: list[str] = []
        self._places: dict[str, list[int]] = {}
        self._alive: set[int] = set()
        self._order: list[int] = []
        self._doubt = -1
        """Places up to this may have been closed by the standard with what was around them."""
        self._special: list[int] = []
        self._before_items: list[int] = []
        self._barriers: list[int] = []
        self._intact: dict[int, bool] = {}

    def __len__(self) -> int:
        return len(self._alive)

    def foreign(self) -> bool:
        """Whether a tag may mean something else here: in a picture, formula, menu or frame."""
        return any(self._places.get(name) for name in (*_FOREIGN, "select", "frameset"))

    def start(self, name: str) -> None:
        """A start tag."""
        self.total += 1
        barrier = self._last(self._barriers)
        if barrier in self._intact and name in _BREAKS_OUT:
            self._intact[barrier] = False
        self._close_before(name, barrier)
        if name in _IGNORED and (name in _BREAKS_OUT or not self.foreign()):
            return
        if name in _ENDS_ITS_KIND and self._places.get(name):
            self._doubt = self._last(self._order)
        place = len(self._names)
        self._names.append(name)
        self._places.setdefault(name, []).append(place)
        self._alive.add(place)
        self._order.append(place)
        if name in _SPECIAL:
            self._special.append(place)
            if name not in _NOT_BEFORE_ITEMS:
                self._before_items.append(place)
        if name in _BARRIER:
            self._barriers.append(place)
        if name in _FOREIGN:
            self._intact[place] = not self._places.get("select")

    def _close_before(self, name: str, barrier: int) -> None:
        """Closes what a start tag closes."""
        if name in _CLOSES_P:
            self._remove_above(("p",), barrier)
        if name in _ITEMS:
            item = self._last(self._before_items)
            same = _LIST_ITEM if name == "li" else _DESCRIPTIONS
            if item > barrier and self._names[item] in same:
                self._remove(item)
        if name in _PARTS and barrier >= 0 and self._names[barrier] == "table":
            self._remove_above(_ENDED_BY.get(name, _PARTS), barrier)

    def end(self, name: str) -> None:
        """An end tag."""
        barrier = self._last(self._barriers)
        places = self._places.get(name)
        last = places[-1] if places else -1
        if barrier in self._intact and last < barrier:
            self._intact[barrier] = False
        if last < 0 or name in ("form", "frameset"):  # those two hang on more than what is open
            return
        between = barrier
        if name == "li":
            between = max((self._places.get(kind) or [-1])[-1] for kind in ("ol", "ul"))
        if name not in _ENDED_FROM_AFAR and self._last(self._special) != last:
            between = self._last(self._special)
        if last < max(barrier, between):
            self._doubt = self._last(self._order)
            return
        if self._intact.get(last):
            while self._order[-1] > last:
                self._remove(self._order.pop())
        if name == "table":
            self._remove_above(_PARTS, last)
        if name in _ENDED_FROM_AFAR and last > self._doubt:
            self._remove_above(_ITEMS | {"p"}, last)
        self._remove(last)

    def _last(self, places: list[int]) -> int:
        """The last place of those that is still open, -1 without one."""
        while places and places[-1] not in self._alive:
            places.pop()
        return places[-1] if places else -1

    def _remove_above(self, names: Collection[str], barrier: int) -> None:
        for name in names:
            places = self._places.get(name)
            while places and places[-1] > barrier:
                self._remove(places[-1])

    def _remove(self, place: int) -> None:
        if place in self._alive:
            self._alive.remove(place)
            if (top := self._last(self._order)) > place:
                self._doubt = top
            self._places[self._names[place]].pop()  # only the last of a name is ever closed


def page_problem(text: str) -> Problem | None:
    """What keeps a page from being read in time that grows with its size alone."""
    opened = _Open()
    place = 0
    while tag := _TAG.search(text, place):
        _, name, comment, data = tag.groups()
        if comment:
            end = _COMMENT_END.search(text, tag.end())
            place = end.end() if end else len(text)
        elif data and opened.foreign():
            place = _marked_end(text, tag.end())
            if place < 0:
                return _ambiguous(text, tag.start())
        elif not name:
            place = text.find(">", tag.end() - 1) + 1 or len(text)
        else:
            place, problem = _read_tag(text, tag, opened)
            if problem:
                return problem
    return None


def _read_tag(text: str, tag: re.Match[str], opened: _Open) -> tuple[int, Problem | None]:
    """Where a tag ends, or the raw text that begins with it; and what must not be."""
    place, attributes = _tag_end(text, tag.end())
    if attributes > MAX_ATTRIBUTES:
        return place, _limit(text, tag.start(), MAX_ATTRIBUTES, "attributes in one element")
    name = tag[2].lower() if tag[2].isascii() else tag[2]
    if tag[1]:
        opened.end(name)
    elif name in _RAW:
        place = _raw_end(text, place, name, certain=not opened.foreign())
        return place, None if place >= 0 else _ambiguous(text, tag.start())
    else:
        opened.start(name)
        if len(opened) > MAX_OPEN:
            return place, _limit(text, tag.start(), MAX_OPEN, "open elements")
        if opened.total > MAX_ELEMENTS:
            return place, _limit(text, tag.start(), MAX_ELEMENTS, "elements")
    return place, None


def _tag_end(text: str, place: int) -> tuple[int, int]:
    """Where a tag ends whose name ends at `place`, and how many attributes it has."""
    attributes = 0
    while found := _ATTRIBUTE.match(text, place):
        place = found.end()
        if found[1]:
            return place, attributes
        if _UNCLOSED.match(text, place):
            break
        attributes += 1
    return len(text), attributes


def _raw_end(text: str, place: int, name: str, *, certain: bool) -> int:
    """Where raw text ends, at its end tag's name; -1 if it might also be read as tags."""
    if name == "plaintext" and certain:
        return len(text)
    end = _RAW_ENDS[name].search(text, place)
    stop = end.start() if end else len(text)
    if not certain and text.find("<", place, stop) >= 0:
        return -1
    escaped = text.find("<!--", place, stop) if name == "script" else -1
    if escaped >= 0 and _SCRIPT.search(text, escaped, stop):
        return -1
    return _tag_end(text, end.end())[0] if end else len(text)


_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII) for name in _RAW
}
_SCRIPT = re.compile("<script", re.IGNORECASE | re.ASCII)


def _marked_end(text: str, place: int) -> int:
    """Where a CDATA section ends; -1 if it would end elsewhere as a comment."""
    end = text.find(">", place)
    return end + 1 if end >= 2 and text[end - 2 : end] == "]]" else -1


def _limit(text: str, place: int, limit: int, what: str) -> Problem:
    return _problem(text, place, f"must not have more than {limit:,} {what}")


def _ambiguous(text: str, place: int) -> Problem:
    return _problem(text, place, "must not have markup inside raw text", excerpt(text[place:]))


def _problem(text: str, place: int, rule: str, found: str = "") -> Problem:
    hint = "Save the page as text, or copy the advertisement into a text file."
    return Problem(f"line {text.count(chr(10), 0, place) + 1}", rule, found, hint)
