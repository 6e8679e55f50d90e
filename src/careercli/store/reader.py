"""The stores, read as one.

`bundled.db` is built with the package and read-only; `user.db` in the data folder holds guides
that were added, `official.db` occupations, made of what was imported. What the user added comes
first, and replaces a bundled guide of the same slug; no guide hides its occupation.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from careercli.model.basics import Hit
from careercli.store.places import LocalReader
from careercli.store.skills import SkillReader

if TYPE_CHECKING:
    from careercli.store.search import RoleSearch


class Store(LocalReader, SkillReader):
    """Roles, skills and official data, read from every store there is.

    Each part is read in a file of its own; `careercli.store.store_chain` opens the stores. The
    search is loaded when something is first looked for.
    """

    @cached_property
    def finder(self) -> RoleSearch:
        """The search for roles."""
        from careercli.store.search import RoleSearch

        return RoleSearch(self)

    def search(self, words: str, *, limit: int = 10, corrects: bool = True) -> list[Hit]:
        """Roles that the words lead to, best first; see `RoleSearch.search`."""
        return self.finder.search(words, limit=limit, corrects=corrects)
