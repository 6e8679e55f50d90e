"""`profile rate OCCUPATION`: O*NET's skills one by one, on O*NET's own scale."""

import shutil
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from careercli import locations, profile
from careercli.commands.rating import BACK, ORIGIN, QUIT, SKIP, ask_each, asked_line
from careercli.core.onet import OnetTerm, onet_gap
from careercli.output import narrate
from careercli.page import plain
from careercli.parts import Element, Occupation, Rating, Role
from careercli.profile import ONET_TOP, Profile
from careercli.store import Store
from careercli.views.gap import readiness_words
from careercli.views.occupation import NOT_IMPORTED

LEVELS = [str(level) for level in range(ONET_TOP + 1)]


class Asking(NamedTuple):
    """What the questions are made from."""

    ratings: Sequence[Rating]
    elements: dict[str, Element]
    name: str | None


def rate_occupation(
    store: Store, role: Role, occupation: Occupation, person: Profile, name: str | None
) -> None:
    """Asks for every skill that counts in the occupation and has no level yet."""
    if "skills" not in occupation.ratings:
        if store.ratings_imported():
            narrate(
                f"O*NET has no skill ratings for {role.title}.\n"
                f"careercli skills {role.slug} --gap counts its software."
            )
        else:
            narrate(NOT_IMPORTED)
        return
    asking = Asking(occupation.ratings["skills"].rows, store.elements(), name)
    terms = onet_gap(asking.ratings, person.onet_levels).terms
    to_ask = [term for term in terms if term.level is None]
    if to_ask:
        _ask_all(asking, role.title, to_ask, total=len(terms))
    else:
        narrate(f"Every skill of {role.title} is rated.")
    _conclude(asking, role.slug)


def _ask_all(asking: Asking, title: str, to_ask: Sequence[OnetTerm], *, total: int) -> None:
    narrate(
        f"{title}: {len(to_ask)} of O*NET's {total} skills to rate, on its own scale.\n"
        f"The most important comes first. Type 0 to {ONET_TOP}; 0 is none of it.\n"
        "Enter skips, b goes back, q leaves; every answer is kept."
    )
    if not any(element.anchors for element in asking.elements.values()):
        narrate("What the levels look like was not in the files that were imported.")

    def ask(index: int) -> str:
        return _ask(asking, to_ask[index], f"{index + 1} of {len(to_ask)}")

    ask_each(len(to_ask), ask)


def _ask(asking: Asking, term: OnetTerm, where: str) -> str:
    rating = term.rating
    narrate(f"\n{rating.name}")
    narrate(f"  {where} · importance {rating.value:.2f} of 5 · needs level {term.needed:.2f}")
    width = min(shutil.get_terminal_size().columns, 88)
    element = asking.elements.get(rating.id)
    for anchor in element.anchors if element else ():
        lead = f"  {anchor.level}  "
        narrate(textwrap.fill(f"{lead}{anchor.words}", width, subsequent_indent=" " * len(lead)))
    while True:
        answer = asked_line("> ")
        if answer in (QUIT, BACK, SKIP):
            return answer
        if answer in LEVELS:
            _keep(asking, rating, int(answer))
            return "kept"
        narrate(f"Please type 0 to {ONET_TOP}, Enter, b or q.")


def _keep(asking: Asking, rating: Rating, level: int) -> None:
    def edit(person: Profile) -> None:
        person.rate_onet(rating.id, rating.name, level, origin=ORIGIN)

    profile.change(locations.profile_file(asking.name), edit)


def _conclude(asking: Asking, slug: str) -> None:
    levels = profile.read(locations.profile_file(asking.name)).onet_levels
    found = onet_gap(asking.ratings, levels)
    if found.readiness is None:
        narrate("Nothing rated yet.")
        return
    narrate(f"\nReadiness {plain(readiness_words(found))}.")
    narrate(f"careercli skills {slug} --gap shows what is missing.")
