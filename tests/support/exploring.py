"""The explorer in a test: keys in, the screen's text out."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.events import Key
from textual.pilot import Pilot

from careercli.browse.app import Explorer
from careercli.browse.roles import Search
from careercli.browse.session import Session

SETTLED = 0.1
"""Seconds after which what a key began is on the screen."""


class Visit:
    """A person at the explorer."""

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Presses keys; returns the screen as text."""
        await self.pilot.press(*keys)
        await self.pilot.pause(SETTLED)
        return self.screen

    async def burst(self, *keys: str) -> str:
        """Presses keys so fast that the last is there before the first is obeyed."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
        return await self.press()

    async def search(self, words: str) -> str:
        """Searches for words, pasted; leaves the keys to the list. Returns the screen as text."""
        self.app.query_one(Search).value = words
        return await self.press("slash", "enter")

    @property
    def screen(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)

    @property
    def notices(self) -> str:
        """What the notices over the screen say, however they are broken into lines."""
        return "\n".join(notice.message for notice in self.app._notifications)


def visit(
    script: Callable[[Visit], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    profile: str | None = None,
) -> Explorer:
    """Runs a script at the explorer; returns that, as it ended."""
    app = Explorer(Session(profile))

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            at = Visit(app, pilot)
            while "Quit" not in at.screen:  # the footer comes last
                await pilot.pause(SETTLED)
            await script(at)

    asyncio.run(run())
    if app.failure:
        raise app.failure
    return app
