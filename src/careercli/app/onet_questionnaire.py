"""`profile rate OCCUPATION`: O*NET's skills one by one, on O*NET's own scale."""

import shutil
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from careercli.app.asking import BACK, ORIGIN, QUIT, SKIP, ask_in_turn, read_rating
from careercli.core.onet_gap import OnetTerm, onet_gap
from careercli.files import locations, profile
from careercli.files.profile import MAX_ONET_LEVEL, Profile
from careercli.model.occupation import Element, Occupation, Rating
from careercli.model.role import Role
from careercli.output.page import plain
from careercli.output.screens.gap import readiness_words
from careercli.output.screens.occupation import NOT_IMPORTED
from careercli.output.stdout import say_err
from careercli.store.reader import Store

ONET_LEVELS = [str(level) for level in range(MAX_ONET_LEVEL + 1)]


class OnetQuestionnaire(NamedTuple):
    """What the questions are made from."""

    ratings: Sequence[Rating]
    elements: dict[str, Element]
    name: str | None


def rate_occupation(
    store: Store, role: Role, occupation: Occupation, person: Profile, name: str | None
) -> None:
    """Asks for every skill that counts in the occupation and has no level yet."""
    if "skills" not in occupation.ratings:
        if store.has_skill_ratings():
            say_err(
                f"O*NET has no skill ratings for {role.title}.\n"
                f"careercli skills {role.slug} --gap counts its software."
            )
        else:
            say_err(NOT_IMPORTED)
        return
    asking = OnetQuestionnaire(occupation.ratings["skills"].rows, store.elements(), name)
    terms = onet_gap(asking.ratings, person.onet_levels).terms
    to_ask = [term for term in terms if term.level is None]
    if to_ask:
        _ask_all(asking, role.title, to_ask, total=len(terms))
    else:
        say_err(f"Every skill of {role.title} is rated.")
    _conclude(asking, role.slug)


def _ask_all(
    asking: OnetQuestionnaire, title: str, to_ask: Sequence[OnetTerm], *, total: int
) -> None:
    say_err(
        f"{title}: {len(to_ask)} of O*NET's {total} skills to rate, on its own scale.\n"
        f"The most important comes first. Type 0 to {MAX_ONET_LEVEL}; 0 is none of it.\n"
        "Enter skips, b goes back, q leaves; every answer is kept."
    )
    if not any(element.anchors for element in asking.elements.values()):
        say_err("What the levels look like was not in the files that were imported.")

    def ask(index: int) -> str:
        return _ask(asking, to_ask[index], f"{index + 1} of {len(to_ask)}")

    ask_in_turn(len(to_ask), ask)


def _ask(asking: OnetQuestionnaire, term: OnetTerm, where: str) -> str:
    rating = term.rating
    say_err(f"\n{rating.name}")
    say_err(f"  {where} · importance {rating.value:.2f} of 5 · needs level {term.needed:.2f}")
    width = min(shutil.get_terminal_size().columns, 88)
    element = asking.elements.get(rating.id)
    for anchor in element.anchors if element else ():
        lead = f"  {anchor.level}  "
        say_err(textwrap.fill(f"{lead}{anchor.words}", width, subsequent_indent=" " * len(lead)))
    while True:
        answer = read_rating("> ")
        if answer in (QUIT, BACK, SKIP):
            return answer
        if answer in ONET_LEVELS:
            _keep(asking, rating, int(answer))
            return "kept"
        say_err(f"Please type 0 to {MAX_ONET_LEVEL}, Enter, b or q.")


def _keep(asking: OnetQuestionnaire, rating: Rating, level: int) -> None:
    def edit(person: Profile) -> None:
        person.rate_onet(rating.id, rating.name, level, origin=ORIGIN)

    profile.change(locations.profile_file(asking.name), edit)


def _conclude(asking: OnetQuestionnaire, slug: str) -> None:
    levels = profile.read(locations.profile_file(asking.name)).onet_levels
    found = onet_gap(asking.ratings, levels)
    if found.readiness is None:
        say_err("Nothing rated yet.")
        return
    say_err(f"\nReadiness {plain(readiness_words(found))}.")
    say_err(f"careercli skills {slug} --gap shows what is missing.")
