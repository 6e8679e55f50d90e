"""HTML files in a real browser: layout, paper, silence, and an audit with axe.

Skipped where there is no Chromium, unless CAREERCLI_INSIST_BROWSER is set, as `.ci/run` does.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from careercli.output import page as blocks_of
from careercli.output.render.html import html
from tests.support import official
from tests.support.hostile import ONE_WORD, hostile_guide
from tests.support.profiles import marks, write
from tests.support.running import Run

pytestmark = pytest.mark.browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FILES = ("guide", "occupations", "report", "clients", "hostile")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules for a page whose colours alone have changed."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for these tests alone: while it is open, its event loop holds the thread."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        told = f"none of {', '.join(PROGRAMS)} is installed"
        if os.environ.get("CAREERCLI_INSIST_BROWSER"):
            pytest.fail(f"{told}, and CAREERCLI_INSIST_BROWSER is set")
        pytest.skip(told)
    options = ["--disable-gpu"] + ["--no-sandbox"] * (os.geteuid() == 0)  # root has no sandbox
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Path:
    """Each kind of file that careercli writes."""
    path = tmp_path / "page.html"
    result = run(*_arguments(request.param, tmp_path), "-o", str(path))
    assert result.code == 0, result.err
    return path


def _arguments(kind: str, folder: Path) -> tuple[str, ...]:
    if kind == "occupations":
        return ("show", official.NURSE, official.DEVELOPER)
    if kind in ("report", "clients"):
        ana = write(
            folder / "clients" / "ana.toml",
            target={"role": "product-coordinator", "level": "entry"},
            current={"role": ONE_WORD[:1000]},
            marks=marks(jira=2, written_communication=1, documentation="none"),
        )
        write(ana.with_name("bob.toml"), target={"role": "electrician"})
        return ("report", *(("--profile", str(ana)) if kind == "report" else _all(ana.parent)))
    if kind == "hostile":
        return ("show", str(hostile_guide(folder)))
    return ("show", "product-coordinator")


def _all(folder: Path) -> tuple[str, str]:
    return ("--clients", str(folder))


def test_it_reads_on_every_screen_prints_and_is_silent(browser: Browser, file: Path) -> None:
    with browser.new_page() as page:
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(file.as_uri())
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert _outside(page, width) == []
        assert page.locator("script").count() == 0
        page.emulate_media(color_scheme="light")
        assert _violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert _violations(page, COLOURS) == []
        paper = page.pdf(format="A4")
        assert paper.startswith(b"%PDF")
        assert len(paper) > 10_000
        assert asked == [file.as_uri()]
        assert said == []


def test_a_word_without_end_stays_in_the_window(browser: Browser, tmp_path: Path) -> None:
    word = "w" * 20_000
    blocks = (
        blocks_of.Title(word, word, word),
        blocks_of.Heading(word, word),
        blocks_of.Facts(((word, word),)),
        blocks_of.Bullets((word,)),
        blocks_of.Table(
            (blocks_of.Column(word, wide=True), blocks_of.Column(word)), ((word, word),)
        ),
        blocks_of.Scale((blocks_of.ScaleRow(word, word, at=(3,), note=word),), 0, 5),
        blocks_of.Timeline((blocks_of.TimelineStep(word, word, word, (word,), (word,)),)),
        blocks_of.Commands(((word, word),)),
        blocks_of.Paragraph(blocks_of.Cite(word, f"https://{word}")),
    )
    path = tmp_path / "page.html"
    path.write_text(html([blocks]), encoding="utf-8")
    with browser.new_page() as page:
        page.goto(path.as_uri())
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert _outside(page, width) == []


def _violations(page: Page, rules: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The rules that axe finds broken, of these or of all, each with the first place."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


def _outside(page: Page, width: int) -> list[str]:
    """The elements that stick out of the window, which hidden overflow would conceal."""
    found: list[str] = page.evaluate(
        """width => [...document.querySelectorAll('main *')]
            .filter(one => one.getBoundingClientRect().right > width + 1)
            .map(one => one.outerHTML.slice(0, 80))""",
        width,
    )
    return found


def test_equal_amounts_stand_below_each_other(browser: Browser, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    run("show", "product-coordinator", "-o", str(path))
    with browser.new_page() as page:
        page.goto(path.as_uri())
        for width, media in ((360, "screen"), (768, "screen"), (1280, "screen"), (700, "print")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media)  # type: ignore[arg-type]
            ends = page.evaluate(
                """() => [...document.querySelectorAll('.rail')].map(rail => {
                    const box = rail.getBoundingClientRect();
                    return `${box.left} ${box.right}`;
                })"""
            )
            assert len(ends) > 4
            assert len(set(ends)) == 1


@pytest.mark.parametrize("kind", ["guide", "report", "clients"])
def test_no_row_is_broken_within_a_word(
    browser: Browser, run: Run, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "page.html"
    run(*_arguments(kind, tmp_path), "-o", str(path))
    with browser.new_page() as page:
        page.goto(path.as_uri())
        page.set_viewport_size({"width": 340, "height": 900})
        assert _broken_words(page) == []


def _broken_words(page: Page) -> list[str]:
    """The words in tables that stand on more than one line."""
    found: list[str] = page.evaluate(
        r"""() => [...document.querySelectorAll('th, td')].flatMap(cell => {
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
            while (texts.nextNode())
                for (const word of texts.currentNode.data.matchAll(/\p{L}+/gu)) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, word.index);
                    range.setEnd(texts.currentNode, word.index + word[0].length);
                    if (range.getClientRects().length > 1) broken.push(word[0]);
                }
            return broken;
        })"""
    )
    return found


def test_links_lead_to_their_place(browser: Browser, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    run("show", "product-coordinator", "-o", str(path))
    with browser.new_page() as page:
        page.goto(path.as_uri())
        page.get_by_role("link", name="Career ladder", exact=True).click()
        assert page.locator("h2", has_text="Career ladder").is_visible()
        page.get_by_role("link", name="Footnote 1", exact=True).first.click()
        assert page.url.endswith("#n1-1")
        page.get_by_role("link", name="Back to the text of footnote 1", exact=True).click()
        assert page.url.endswith("#r1-1")
        assert page.get_by_role("img", name="range: $50,000").is_visible()
        assert page.get_by_role("columnheader", name="senior").first.is_visible()
