"""The explorer in a test: keys in, the screen's text out."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.events import Key
from textual.pilot import Pilot

from careercli.browse.app import Explorer
from careercli.browse.roles import Search
from careercli.browse.session import Session

CHARACTERS = {"space": " ", "slash": "/", "question_mark": "?"}
CALM = 5
"""Turns of the event loop without a message, after which the explorer has nothing left to do."""


class Visit:
    """A person at the explorer."""

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Presses keys, each once the last is obeyed; returns the screen as text."""
        for key in keys:
            self.app.post_message(_pressed(key))
            await self._obeyed()
        await self.settle()
        return self.screen

    async def settle(self) -> None:
        """Waits until every message is answered, and what that changed is on the screen."""
        settled = False
        while not settled:
            await self._obeyed()
            await self.pilot.pause(0)
            await self.pilot.wait_for_animation()
            settled = not await self._is_busy()

    async def _obeyed(self) -> None:
        """Waits until every message is answered, which needs no drawing of what it changed."""
        while await self._is_busy():
            pass

    async def _is_busy(self) -> bool:
        for _ in range(CALM):
            await asyncio.sleep(0)
            pumps = (self.app, *self.app.screen.walk_children(with_self=True))
            if self.app._settling or any(pump.message_queue_size for pump in pumps):
                return True
        return False

    async def burst(self, *keys: str) -> str:
        """Presses keys so fast that the last is there before the first is obeyed."""
        for key in keys:
            self.app.post_message(_pressed(key))
        await self.settle()
        return self.screen

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


def _pressed(key: str) -> Key:
    return Key(key, key if len(key) == 1 else CHARACTERS.get(key))


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
            await at.settle()
            await script(at)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("careercli.browse.app.SETTLED", 0.001)  # nobody goes on to another role
        asyncio.run(run())
    if app.failure:
        raise app.failure
    return app
