"""The stores, read as one.

`bundled.db` is built with the package and read-only; `user.db` in the data folder holds guides
that were added, `official.db` occupations, made of what was imported. What the user added comes
first, and replaces a bundled guide of the same slug; no guide hides its occupation.
"""

from careercli.store.official import OfficialReader
from careercli.store.places import LocalReader
from careercli.store.search import RoleSearch
from careercli.store.skills import SkillReader


class Store(LocalReader, RoleSearch, SkillReader, OfficialReader):
    """Roles, skills and official data, read from every store there is.

    Each part is read in a file of its own; `careercli.store.chain` opens the stores.
    """
