"""What `interests` asks and answers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from careercli.app.filters import (
    MINE,
    Listing,
    chosen,
    listing_options,
    ordered,
    person_reader,
    role_fits,
)
from careercli.app.places import open_store_in
from careercli.core.entry import OWN_EDUCATION, education_rank
from careercli.core.interests import (
    HINT_AFTER,
    INTEREST_NAMES,
    QUESTIONS,
    Scores,
    parse_scores,
    scored,
    stored_text,
    strongest,
    typed_letters,
)
from careercli.errors import CareerError
from careercli.files import locations, profile
from careercli.output.records.interests import INTERESTS
from careercli.output.screens.interests import (
    InterestsView,
    RoleFit,
    asked_line,
    interests_page,
    intro_lines,
)
from careercli.output.screens.wording import names_in_table
from careercli.output.single_keys import single_keys
from careercli.output.stdout import Record, Result, is_interactive, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import in_a_row

BACK, LEAVE = "b", "q"
KEYS = frozenset({*"12345", BACK, LEAVE})
SHOWN = 12
"""Roles that are shown, unless --limit says otherwise."""
SUITED = 0.608
"""The least fit that suits: of six pairs that have nothing to do with each other, one in ten
reaches it (the one-sided critical value of r for four degrees of freedom)."""
HINTED = 3
"""Roles that the first hint names."""


def interests_answer(
    words: Sequence[str], profile_name: str | None, listing: Listing, *, again: bool = False
) -> Result:
    """`interests`: from letters or scores, from the profile, or by asking.

    The scores are kept in the profile. Raises CareerError if all six are equal, or no role fits.

    words: letters, names or scores; none for those of the profile, or to be asked
    listing: which roles are shown, and how many
    again: whether to ask although the profile has interests
    """
    store = open_store_in(listing.area, profile_name)
    scores, letters, asked = _scores(store, words, profile_name, again=again)
    fits = role_fits(store, scores)
    if not fits:
        raise CareerError(
            "All six scores are equal, so no role follows them better than another.",
            hint="Answer again, and use 1 and 5 as well: what matters is what you like more.",
        )
    borrowed, person = store.interest_profiles(), person_reader(profile_name)
    everything = Listing(listing.roles._replace(occupations=True))
    passing = chosen(store, everything, person, fits)
    suited = [brief for brief in passing if fits[brief.key] >= SUITED]
    fitting = suited or [brief for brief in passing if fits[brief.key] > 0]
    if passing and not fitting:
        raise CareerError(
            "No role that passes these filters has interests like yours.",
            hint="Remove a filter and try again.",
        )
    best = sorted(fitting, key=lambda brief: (-fits[brief.key], brief.title))
    limit = listing.limit or SHOWN
    if not suited:
        best = best[:limit]  # the nearest there are, whatever their order
    if listing.order not in (None, "fit"):
        best, _ = ordered(store, best, listing.order, person)
    asks = store.entry_education()
    shown = [
        RoleFit(brief, fits[brief.key], borrowed[brief.key][1], asks.get(brief.key, ""))
        for brief in best[:limit]
    ]
    names = names_in_table(fit.role for fit in shown)
    within = _within_education(words, shown, person().tables.get("education"), listing)
    view = InterestsView(
        scores, shown, names, letters, asked=asked, suited=bool(suited), within=within
    )

    return Result("interests", lambda: interests_page(view), lambda: Record(INTERESTS, view))


def _within_education(
    words: Sequence[str], shown: Sequence[RoleFit], education: object, listing: Listing
) -> str:
    """The command that leaves out what asks for more education than the person has; empty if
    nothing that is shown does, or theirs isn't known."""
    had = education_rank(OWN_EDUCATION.get(str(education), ""))
    if (
        had < 0
        or education == "graduate"
        or all(education_rank(fit.education) <= had for fit in shown)
    ):
        return ""
    within = listing._replace(roles=listing.roles._replace(education=MINE))
    return " ".join(filter(None, ["careercli interests", *words, listing_options(within)]))


def _scores(
    store: Store, words: Sequence[str], profile_name: str | None, *, again: bool
) -> tuple[Scores, str, bool]:
    """The six scores, the letters if they are of letters, and whether they were asked for."""
    path = locations.profile_file(profile_name)
    if words:
        scores, letters, asked = parse_scores(words), typed_letters(words), False
    else:
        person = profile.read_chosen(profile_name, tell=say_err)
        text = str(person.tables.get("interests", ""))
        if (kept := person.interest_scores) and not again:
            if is_interactive():
                say_err(f"By the interests in your profile, {text}. --again asks again.")
            return kept, typed_letters([text]), False
        scores, letters, asked = scored(_asked(store)), "", True
    text = letters or stored_text(scores)
    if len(set(scores)) > 1 and text != profile.read(path).tables.get("interests"):
        profile.change(path, lambda person: person.put("interests", text))
        say_err(f"Interests kept in {path}.")
    return scores, letters, asked


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
    """A function that asks until it gets a valid answer: a key, or a line through a pipe."""

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
    fits = role_fits(store, scores)
    if not fits:
        return "  So far you like everything equally."
    first, second, *_ = [*strongest(scores)]
    briefs = {brief.key: brief for brief in store.summaries(occupations=True)}
    best = sorted(fits, key=lambda key: (-fits[key], briefs[key].title))[:HINTED]
    names = names_in_table(briefs[key] for key in best)
    return (
        f"  So far: {INTEREST_NAMES[first]}, then {INTEREST_NAMES[second]};"
        f" such as {in_a_row([names[key].lower() for key in best])}."
    )
