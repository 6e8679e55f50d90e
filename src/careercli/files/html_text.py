"""The words of an HTML page, in time that grows with its size alone.

What an advertisement's page says besides the advertisement is left out, by what its elements are
called, by how much of them is links, and by headings such as "Similar jobs".
"""

import json
import re
from collections.abc import Collection, Generator, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from careercli.errors import DataError, Problem
from careercli.text import excerpt

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_OPEN = 500
"""Elements open at once. The parser's time grows with their number for each further element."""
MAX_ATTRIBUTES = 500
"""Attributes of one element, each of which the parser compares with all others."""

_SILENT = {"script", "style", "title", "template", "noscript", "button", "select", "option", "svg"}
_AROUND = {"nav", "header", "footer", "aside"}
"""Parts of a page that are its site's, not its subject's."""
_BLOCK = {"p", "div", "li", "br", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
          "section", "article", "table", "main", "dt", "dd", "pre", "blockquote"}  # fmt: skip
_HEADING = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NAMES = frozenset(
    "nav navbar navigation menu topbar breadcrumb breadcrumbs cookie cookies consent gdpr footer "
    "similar related recommended recommendations sidebar share sharing social login signin signup "
    "newsletter insights popup modal".split()
)
"""Words in the class or id of an element that holds none of the advertisement."""
_ELSEWHERE = re.compile(
    r"^\s*(?:similar|related|more|other|recommended|featured|nearby) (?:jobs|roles|positions"
    r"|openings|opportunities)|^\s*(?:people also|you may also|jobs you|sign in|log in|follow us)",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_SHELL = re.compile(r"(?:enable|requires?|need|turn on) java ?script|\bcookies?\b", re.IGNORECASE)
LINKS = 0.6
"""Share of an element's letters in links from which it is a menu; a convention."""
MIN_LINKS = 3
MIN_MAIN = 20
"""Words that an element called `main` or `article` must have to be taken for the page's subject."""
COOKIE_NOTICE = 60
"""Words up to which an element that speaks of cookies is a notice."""


class _Measure:
    """What is in an element: letters, letters in links, links, words."""

    __slots__ = ("letters", "linked", "links", "text")

    def __init__(self) -> None:
        self.letters = self.linked = self.links = 0
        self.text = ""


def html_words(text: str, name: str) -> str:
    """What a page says, blocks on lines of their own, headings behind `#`, items behind `-`.

    An advertisement that the page describes by schema.org's JobPosting is read from there.

    Raises DataError with `name` for more than MAX_OPEN open elements or MAX_ATTRIBUTES
    attributes, and for a page that has no text of its own.
    """
    if problem := _problem(text):
        raise DataError(name, [problem])
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    for data in _linked_data(page):
        if posting := posting_text(data):
            return posting
    words = _words(page.body)
    if not words.strip() or (len(words.split()) < MIN_MAIN and _SHELL.search(words)):
        problem = Problem("", "is a page without its text", excerpt(words.strip()), _SAVE)
        raise DataError(name, [problem])
    return words


_SAVE = "Open it in a browser, wait until the text is there, and save or copy it."


def fragment_words(markup: str) -> str:
    """The words of a piece of markup, as JSON has it; text without markup stays as it is."""
    if "&lt;" in markup or "&amp;" in markup:
        from html import unescape

        markup = unescape(markup)
    if "<" not in markup and "&" not in markup:
        return markup
    if _problem(markup):
        return re.sub(r"<[^<>]*>", " ", markup)
    from selectolax.lexbor import LexborHTMLParser

    return _words(LexborHTMLParser(markup).body)


def _linked_data(page: "LexborHTMLParser") -> Iterator[Any]:
    """Every object of JSON-LD in a page."""
    for script in page.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text() or "")
        except (ValueError, RecursionError):
            continue
        rest = [data]
        for _ in range(100):
            if not rest:
                break
            part = rest.pop()
            if isinstance(part, list):
                rest += part[:100]
            elif isinstance(part, dict):
                yield part
                rest += [part["@graph"]] if isinstance(part.get("@graph"), list) else []


_POSTING = (
    ("title", ""),
    ("description", ""),
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Requirements"),
    ("skills", "Skills"),
    ("experienceRequirements", "Requirements"),
    ("educationRequirements", "Requirements"),
)


def posting_text(data: Any) -> str:
    """The text of an advertisement in schema.org's JobPosting; empty if it is none."""
    kinds = data.get("@type") if isinstance(data, dict) else None
    if "JobPosting" not in (kinds if isinstance(kinds, list) else [kinds]):
        return ""
    parts: list[str] = []
    for key, heading in _POSTING:
        value = data.get(key)
        if isinstance(value, list):
            value = "\n".join(f"- {one}" for one in value if isinstance(one, str))
        if isinstance(value, str) and value.strip():
            words = fragment_words(value).strip()
            parts.append(f"# {heading}\n{words}" if heading else words)
    if pay := _posted_pay(data.get("baseSalary")):
        parts.append(pay)
    return "\n\n".join(parts)


def _posted_pay(salary: Any) -> str:
    value = salary.get("value") if isinstance(salary, dict) else None
    if not isinstance(value, dict):
        return ""
    amounts = [value.get(key) for key in ("minValue", "value", "maxValue")]
    shown = [f"${one:,}" for one in amounts if isinstance(one, int | float)]
    unit = {"HOUR": "an hour", "YEAR": "a year", "MONTH": "a month", "WEEK": "a week"}
    return f"Pay: {' - '.join(shown)} {unit.get(str(value.get('unitText')), '')}" if shown else ""


def _walk(
    root: "LexborNode | None",
) -> Generator[tuple["LexborNode", bool], bool | None, None]:
    """Each node below, and whether it is being left; a caller may send True to skip what is in."""
    node, depth = root, 0
    while node is not None:
        skip = yield node, False
        inside = None if skip else node.child
        if inside is not None:
            node, depth = inside, depth + 1
            continue
        yield node, True
        while node is not None and node.next is None and depth:
            node, depth = node.parent, depth - 1
            if node is not None:
                yield node, True
        node = node.next if node is not None and depth else None


def _measures(root: "LexborNode | None") -> dict[int, _Measure]:
    """What is in each element, by its identity."""
    found: dict[int, _Measure] = {}
    stack: list[tuple[int, bool, _Measure]] = []
    links = 0
    for node, leaving in _walk(root):
        if node.is_text_node:
            if not leaving and stack and node.parent is not None and node.parent.tag not in _SILENT:
                content = node.text_content or ""
                size = len(content.strip())
                top = stack[-1][2]
                top.letters += size
                top.linked += size if links else 0
                if len(top.text) < 600:
                    top.text += f" {content[:600]}"
        elif not leaving:
            is_link = node.tag == "a"
            links += is_link
            measure = _Measure()
            measure.links = int(is_link)
            stack.append((node.mem_id, is_link, measure))
        elif stack and stack[-1][0] == node.mem_id:
            identity, is_link, measure = stack.pop()
            links -= is_link
            found[identity] = measure
            if stack:
                above = stack[-1][2]
                above.letters += measure.letters
                above.linked += measure.linked
                above.links += measure.links
                if len(above.text) < 600:
                    above.text += f" {measure.text}"
    return found


def _words(body: "LexborNode | None") -> str:
    measures = _measures(body)
    root = _subject(body, measures)
    writer = _Writer(measures)
    walk = _walk(root)
    try:
        node, leaving = next(walk)
        while True:
            skip = writer.enter(node, is_root=node is root) if not leaving else writer.leave(node)
            node, leaving = walk.send(skip) if not leaving else next(walk)
    except StopIteration:
        pass
    lines = (line.strip() for line in writer.words.getvalue().split("\n"))
    kept = [line for line in lines if line not in ("#", "-")]
    return re.sub(r"\n{2,}(?=- )", "\n", re.sub(r"\n{3,}", "\n\n", "\n".join(kept)))


def _subject(body: "LexborNode | None", measures: dict[int, _Measure]) -> "LexborNode | None":
    """The element that holds what the page is about: `main` or `article`, else the whole."""
    for tag in ("main", "article", '[role="main"]'):
        first = body.css_first(tag) if body is not None else None
        if first is not None and len(measures[first.mem_id].text.split()) >= MIN_MAIN:
            return first
    return body


class _Writer:
    """Writes the words of a page's subject.

    elsewhere: the level of the heading under which stands what is not the subject; 0 without one
    """

    def __init__(self, measures: dict[int, _Measure]) -> None:
        self.words = StringIO()
        self._measures = measures
        self._elsewhere = 0

    def enter(self, node: "LexborNode", *, is_root: bool) -> bool:
        """Whether to skip what is in a node."""
        if node.is_text_node:
            if not self._elsewhere:
                self.words.write(_spaced(node))
            return False
        tag = node.tag or ""
        skip = not is_root and _is_around(node, tag, self._measures)
        if tag in _HEADING:
            self._heading(int(tag[1]), self._measures[node.mem_id].text)
        if not skip and not self._elsewhere and tag in _BLOCK:
            self.words.write("\n# " if tag in _HEADING else "\n- " if tag == "li" else "\n")
        return skip

    def _heading(self, level: int, text: str) -> None:
        if self._elsewhere and level <= self._elsewhere:
            self._elsewhere = 0
        if _ELSEWHERE.match(text):
            self._elsewhere = level

    def leave(self, node: "LexborNode") -> bool:
        if node.tag in _BLOCK and node.tag != "br":
            self.words.write("\n")
        return False


def _spaced(node: "LexborNode") -> str:
    content = node.text_content or ""
    parent = node.parent
    return content if parent is not None and parent.tag == "pre" else _SPACE.sub(" ", content)


_SPACE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile("[A-Za-z]+")


def _is_around(node: "LexborNode", tag: str, measures: dict[int, _Measure]) -> bool:
    """Whether an element is not of the page's subject."""
    if tag in _SILENT or tag in _AROUND:
        return True
    if tag not in ("div", "section", "ul", "ol", "form", "p", "span", "dialog"):
        return False
    attributes = node.attributes
    called = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    role = attributes.get("role") or ""
    if role in ("navigation", "banner", "contentinfo", "complementary", "dialog", "search"):
        return True
    if called.strip() and not _NAMES.isdisjoint(_WORD.findall(called.lower())):
        return True
    measure = measures.get(node.mem_id)
    if measure is None or tag in ("p", "span"):
        return bool(measure and _is_notice(measure))
    if measure.links >= MIN_LINKS and measure.linked >= LINKS * measure.letters:
        return True
    return _is_notice(measure) or (
        tag != "ul" and bool(_ELSEWHERE.match(measure.text)) and measure.letters < 2000
    )


def _is_notice(measure: _Measure) -> bool:
    """Whether an element is a notice about cookies."""
    short = len(measure.text.split()) <= COOKIE_NOTICE
    return short and _COOKIES.search(measure.text) is not None


# -- the scan ------------------------------------------------------------------------------------
#
# It goes through the tags once and holds open what the HTML standard holds open, or more: an end
# tag closes the last element of its name only if the standard is sure to obey it, and never what
# is inside that one. What the standard reads in two ways, by what is open, is refused.

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
_CLOSES_P = _SPECIAL - _BARRIER - _PARTS - {"noscript", "frameset", "search"} | {
    "hr",
    "plaintext",
    "xmp",
}
_BREAKS_OUT = _SPECIAL - _FOREIGN | frozenset(
    "b big body br code em embed font head hr i img meta nobr ruby s small span strike strong sub "
    "sup tt u var".split()
)
"""Elements, among others, that are never part of a picture or a formula, and end it."""


_ENDS_ITS_KIND = frozenset("a button nobr select table".split())


class _Open:
    """The elements that are open, by their places in the order in which they were opened."""

    def __init__(self) -> None:
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
        if name in ("form", "frameset"):  # obeyed or not by more than what is open
            return
        if last < 0:
            return
        between = self._last_list() if name == "li" else barrier
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

    def _last_list(self) -> int:
        return max((self._places.get(name) or [-1])[-1] for name in ("ol", "ul"))

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


def _problem(text: str) -> Problem | None:
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
    hint = "Save the page as text, or copy the advertisement into a text file."
    return Problem(_line(text, place), f"must not have more than {limit} {what}", "", hint)


def _ambiguous(text: str, place: int) -> Problem:
    hint = "Save the page as text, or copy the advertisement into a text file."
    return Problem(
        _line(text, place), "must not have markup inside raw text", excerpt(text[place:]), hint
    )


def _line(text: str, place: int) -> str:
    return f"line {text.count(chr(10), 0, place) + 1}"
