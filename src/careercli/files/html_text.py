"""The words of an HTML page, in time that grows with its size alone.

What an advertisement's page says besides the advertisement is left out, by what its elements are
called, by how much of them is links, and by headings such as "Similar jobs".
"""

import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from careercli.errors import DataError
from careercli.files.html_scan import page_problem
from careercli.text import excerpt

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

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

    def add(self, letters: int, linked: int, links: int, text: str) -> None:
        self.letters += letters
        self.linked += linked
        self.links += links
        if len(self.text) < 600:
            self.text += f" {text}"


def html_words(text: str, name: str) -> str:
    """What a page says, blocks on lines of their own, headings behind `#`, items behind `-`.

    An advertisement that the page describes by schema.org's JobPosting is read from there.

    Raises DataError with `name` for more than MAX_OPEN open elements or MAX_ATTRIBUTES
    attributes, and for a page that has no text of its own.
    """
    if problem := page_problem(text):
        raise DataError(name, [problem])
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(text)
    for data in _linked_data(page):
        if posting := posting_text(data):
            return posting
    words = _words(page.body)
    if not words.strip() or (len(words.split()) < MIN_MAIN and _SHELL.search(words)):
        raise DataError.of(name, "", "is a page without its text", excerpt(words.strip()), _SAVE)
    return words


_SAVE = "Open it in a browser, wait until the text is there, and save or copy it."


def fragment_words(markup: str) -> str:
    """The words of a piece of markup, as JSON has it; text without markup stays as it is."""
    if "&lt;" in markup or "&amp;" in markup:
        from html import unescape

        markup = unescape(markup)
    if "<" not in markup and "&" not in markup:
        return markup
    if page_problem(markup):
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
            value = "\n".join(f"- {line}" for line in value if isinstance(line, str))
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
    shown = [f"${amount:,}" for amount in amounts if isinstance(amount, int | float)]
    unit = {"HOUR": "an hour", "YEAR": "a year", "MONTH": "a month", "WEEK": "a week"}
    return f"Pay: {' - '.join(shown)} {unit.get(str(value.get('unitText')), '')}" if shown else ""


def _walk(root: "LexborNode | None") -> Iterator[tuple["LexborNode", bool]]:
    """Each node from the root down, when it is entered and when it is left: True."""
    rest = [] if root is None else [(root, False)]
    while rest:
        node, leaving = rest.pop()
        yield node, leaving
        if not leaving:
            inside = list(node.iter(include_text=True))
            rest += [(node, True), *((child, False) for child in reversed(inside))]


def _measures(root: "LexborNode | None") -> dict[int, _Measure]:
    """What is in each element, by its identity."""
    found: dict[int, _Measure] = {}
    around: list[_Measure] = []
    links = 0
    for node, leaving in _walk(root):
        if node.is_text_node:
            if not leaving and node.parent is not None and node.parent.tag not in _SILENT:
                content = node.text_content or ""
                letters = len(content.strip())
                around[-1].add(letters, letters if links else 0, 0, content[:600])
        elif not leaving:
            links += node.tag == "a"
            around.append(_Measure())
        else:
            links -= node.tag == "a"
            measure = found[node.mem_id] = around.pop()
            measure.links += node.tag == "a"
            if around:
                around[-1].add(measure.letters, measure.linked, measure.links, measure.text)
    return found


def _words(body: "LexborNode | None") -> str:
    measures = _measures(body)
    root = _subject(body, measures)
    writer = _Writer(measures)
    skipped = None
    for node, leaving in _walk(root):
        if leaving and skipped in (None, node.mem_id):
            skipped = None
            writer.leave(node)
        elif skipped is None and writer.enter(node, is_root=node is root):
            skipped = node.mem_id
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

    def leave(self, node: "LexborNode") -> None:
        if node.tag in _BLOCK and node.tag != "br":
            self.words.write("\n")


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
    measure = measures[node.mem_id]
    if _COOKIES.search(measure.text) and len(measure.text.split()) <= COOKIE_NOTICE:
        return True
    if tag in ("p", "span"):
        return False
    if measure.links >= MIN_LINKS and measure.linked >= LINKS * measure.letters:
        return True
    return tag != "ul" and measure.letters < 2000 and bool(_ELSEWHERE.match(measure.text))
