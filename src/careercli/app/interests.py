"""What `interests` asks and answers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from careercli.app.filters import (
    Listing,
    conditions,
    meeting,
    ordered,
    person_reader,
    role_fits,
)
from careercli.app.places import open_store_in
from careercli.core.interest_questions import HINT_AFTER, QUESTIONS, scored
from careercli.core.interests import (
    INTEREST_NAMES,
    Scores,
    parse_scores,
    stored_text,
    strongest,
    typed_letters,
)
from careercli.core.names import names_in_table
from careercli.errors import CareerError
from careercli.files import locations, profile
from careercli.output.keys import single_keys
from careercli.output.records.interests import INTERESTS
from careercli.output.screens.interests import (
    InterestsView,
    RoleFit,
    asked_line,
    interests_page,
    intro_lines,
)
from careercli.output.stdout import Record, Result, is_interactive, read_answer, say_err
from careercli.store.reader import Store

BACK, LEAVE = "b", "q"
KEYS = frozenset({*"12345", BACK, LEAVE})
SHOWN = 12
"""Roles that are shown, unless --limit says otherwise."""
HINTED = 3
"""Roles that the first hint names."""


def interests_answer(words: Sequence[str], profile_name: str | None, listing: Listing) -> Result:
    """`interests`: from letters or scores, by asking, or from the profile where nobody is there.

    The scores are kept in the profile. Raises CareerError if all six are equal.

    words: letters, names or scores; none to be asked
    listing: which roles are shown, and how many
    """
    store = open_store_in(listing.area, profile_name)
    scores = _scores(store, words, profile_name)
    fits = role_fits(store, scores)
    if not fits:
        raise CareerError(
            "All six scores are equal, so no role follows them better than another.",
            hint="Answer again, and use 1 and 5 as well: what matters is what you like more.",
        )
    briefs = {brief.key: brief for brief in store.summaries(occupations=True)}
    borrowed = store.interest_profiles()
    person = person_reader(profile_name)
    tests = conditions(store, listing.roles, store.families(), person)
    passing = meeting([briefs[key] for key in fits], tests)
    if listing.order not in (None, "fit"):
        best, _ = ordered(store, passing, listing.order, person)
    else:
        best = sorted(passing, key=lambda brief: (-fits[brief.key], brief.title))
    shown = [
        RoleFit(brief, fits[brief.key], borrowed[brief.key][1])
        for brief in best[: listing.limit or SHOWN]
    ]
    names = names_in_table(fit.role for fit in shown)
    view = InterestsView(scores, shown, names, typed_letters(words), asked=not words)

    return Result("interests", lambda: interests_page(view), lambda: Record(INTERESTS, view))


def _scores(store: Store, words: Sequence[str], profile_name: str | None) -> Scores:
    path = locations.profile_file(profile_name)
    if words:
        scores = parse_scores(words)
        text = typed_letters(words) or stored_text(scores)
    else:
        kept = profile.read_chosen(profile_name, tell=say_err).interest_scores
        if kept and not is_interactive():
            return kept
        scores = scored(_asked(store))
        text = stored_text(scores)
    if len(set(scores)) > 1 and text != profile.read(path).tables.get("interests"):
        profile.change(path, lambda person: person.set_interests(text))
        say_err(f"Interests kept in {path}.")
    return scores


def _asked(store: Store) -> list[int]:
    """An answer of 1 to 5 for each question; raises CareerError when somebody leaves."""
    say_err("\n".join(intro_lines()))
    answers: list[int] = []
    with _reader() as read:
        while len(answers) < len(QUESTIONS):
            answer = read(asked_line(len(answers)))
            if answer == LEAVE:
                raise CareerError(
                    f"You left after {len(answers)} of {len(QUESTIONS)} answers; nothing was kept.",
                    hint="`careercli interests SAE` takes letters, if you know yours.",
                )
            if answer == BACK:
                del answers[-1:]
                continue
            answers.append(int(answer))
            if len(answers) == HINT_AFTER:
                say_err(_hint(store, scored(answers)))
    return answers


@contextmanager
def _reader() -> Iterator[Callable[[str], str]]:
    """What asks a question until the answer is one: by key, or by line through a pipe."""

    def read_line(question: str) -> str:
        while (answer := read_answer(question)) is not None:
            if answer in KEYS:
                return answer
        return LEAVE

    if not is_interactive():
        yield read_line
        return
    with single_keys() as key:

        def read_key(question: str) -> str:
            say_err(question, end="")
            while (answer := key().casefold() or LEAVE) not in KEYS:
                pass
            say_err(answer)
            return answer

        yield read_key


def _hint(store: Store, scores: Scores) -> str:
    """What the answers so far say."""
    fits = role_fits(store, scores)
    if not fits:
        return "  So far you like everything equally."
    first, second, *_ = [*strongest(scores)]
    briefs = {brief.key: brief for brief in store.summaries(occupations=True)}
    best = sorted(fits, key=lambda key: (-fits[key], briefs[key].title))[:HINTED]
    names = names_in_table(briefs[key] for key in best)
    return (
        f"  So far: {INTEREST_NAMES[first]}, then {INTEREST_NAMES[second]};"
        f" such as {', '.join(names[key].lower() for key in best)}."
    )
