"""From the words that were typed to the role that was meant."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import UnknownNameError, UsageError
from careercli.model.basics import is_occupation
from careercli.output.stdout import chosen_number, is_interactive, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import (
    close_words,
    collapse_spaces,
    in_a_row,
    normalize_name,
    normalize_skill,
    strip_control,
)

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.model.basics import Seniority
    from careercli.model.datasets import Element
    from careercli.model.role import Role

NEAREST = 3
"""Hits of the search that are offered for what is no role."""
MAX_CANDIDATES = 12
"""Members of a group that are named."""
MILITARY, ENLISTED = "soc:55-", "soc:55-3"
"""How the keys of military occupations begin, and of those of enlisted people."""
NEARLY_ALL, MOST, MANY = 0.8, 0.5, 0.1
"""Shares of the people who go by a title; conventions."""


def resolve_role(store: Store, words: Sequence[str], *, guess: bool = True) -> Role:
    """The role named by the words; asks back where several fit and somebody is there.

    Raises UsageError if the words are several roles, as "dispatcher diesel-mechanic" is.
    """
    if guess and len(several_roles(store, words)) > 1:
        typed = " ".join(shlex.quote(word) for word in words)
        raise UsageError(
            f"{in_a_row(words)} are {len(words)} roles; this takes one.",
            hint=f"Type careercli compare {typed} to see them side by side.",
        )
    return store.get(resolve_key(store, " ".join(words), guess=guess))


def several_roles(store: Store, words: Sequence[str]) -> list[str]:
    """The keys of words each of which is a role, one of them typed as a slug or a phrase, and which
    are no role together; else none."""
    if len(words) < 2 or not any(re.search("[- ]", word.strip()) for word in words):
        return []
    keys = [] if known_key(store, " ".join(words)) else [known_key(store, word) for word in words]
    return keys if all(keys) else []


def resolve_role_or_credential(store: Store, words: Sequence[str]) -> Role | str:
    """The role named by the words, without guessing; else the id of the credential so named."""
    try:
        return resolve_role(store, words, guess=False)
    except UnknownNameError:
        if credential_id := store.credential_id(" ".join(words)):
            return credential_id
        raise


def resolve_key(store: Store, name: str, *, guess: bool = True) -> str:
    """As `resolve_role`, for a key alone.

    What isn't the code, slug, title or short name of a role, but leads to one, is said on stderr. A
    title with words of level, contract or place that no role has is taken without them. With
    `guess`, words that no role is called by are taken for the best hit of the search if that is
    clear. What is no role at all raises UnknownNameError with the three best hits.
    """
    try:
        return _meant_key(store, name, guess=guess)
    except UnknownNameError as error:
        name_candidates(store, error)
        raise


def name_candidates(store: Store, error: UnknownNameError) -> None:
    """Gives the roles that an error offers the names they have in tables, with the slug or code
    beside a name that isn't enough to type."""
    slugs = error.candidates
    named = zip(slugs, role_names(store, slugs), strict=True)
    error.names = [
        name if known_key(store, name) == store.resolve(slug) else f"{name} ({slug})"
        for slug, name in named
    ]


def _meant_key(store: Store, name: str, *, guess: bool) -> str:
    try:
        return _resolve(store, name)
    except UnknownNameError as error:
        if error.ambiguous or error.hint:  # it already says what is wrong
            raise
        from careercli.core.not_a_job import ADVICE, situation_of

        if situation := situation_of(name):
            message = f"\u201c{collapse_spaces(strip_control(name))}\u201d isn't a job."
            raise UnknownNameError(message, [], hint=ADVICE[situation]) from None
        from careercli.app.places import place_alone

        if place_alone(store, [name]):
            message = f"\u201c{collapse_spaces(strip_control(name))}\u201d is a place, not a role."
            hint = f'Name a role before it, or type careercli list --area "{name}" --sort pay.'
            raise UnknownNameError(message, [], hint=hint) from None
        if guess:
            from careercli.app.role_questions import refuse_question

            refuse_question(store, name)
        from careercli.core.employers import at_kind_of_place, is_head_of_any_work

        lead = normalize_name(name)
        is_lead = guess and lead.endswith(" lead") and not is_head_of_any_work(lead)
        if is_lead and (key := lead_called(store, lead)):
            _say_taken(store, name, key, ", the nearest role")
            return key
        asked = at_kind_of_place(name)
        hits = store.search(asked, limit=NEAREST) if guess else []
        if guess and (key := store.finder.meant(asked)):
            near = [hit.row.slug for hit in hits if hit.row.key != key]
            _say_taken(store, name, key, ", the nearest role", "Others near it", near)
            return key
        if guess and (key := _without_first_words(store, name, {hit.row.key for hit in hits})):
            return key
        nearest = [hit.row.slug for hit in hits] or error.candidates
        message = f"There is no role \u201c{name}\u201d."
        hint = "`careercli list --all` shows every role."
        raise UnknownNameError(message, nearest, hint=hint) from None


def told_level(store: Store, name: str, key: str) -> Seniority | None:
    """The level that a title tells of a guide, which is said on stderr; None if it tells none.

    The own name of a role tells no level, and official occupations have none.
    """
    if is_occupation(key):
        return None
    with suppress(UnknownNameError):
        if store.meaning(name).is_exact:
            return None
    from careercli.core.title_words import parse_title

    if level := parse_title(name).seniority:
        typed = collapse_spaces(strip_control(name))
        say_err(f"Level {level}, as \u201c{typed}\u201d says; --level sets another.")
    return level


def known_key(store: Store, name: str) -> str:
    """The key of the role of that very name; empty if there is none, or several."""
    with suppress(UnknownNameError):
        return store.resolve(name)
    return ""


def present_role(store: Store, person: Profile) -> str:
    """The key of a person's present role; empty where there is none, or it is no role here."""
    return known_key(store, person.current.role) if person.current else ""


def role_called(store: Store, title: str) -> str | None:
    """The key of the role of that very title, else of the title without the words of its level;
    None without one.

    Of several that go by it: the one that nearly all of their people work in, else the one that
    the search puts first, if many do, else the one that most do.
    """
    from careercli.core.title_words import job_words, without_deputy

    words = job_words(title)
    for name in dict.fromkeys((title, words, without_deputy(words))):
        roles = store.called(name)
        if not roles:
            continue
        first = max(roles, key=lambda key: roles[key])
        if roles[first] >= NEARLY_ALL:
            return first
        hits = store.search(name, limit=1)
        if hits and roles.get(hits[0].row.key, 0) >= MANY:
            return hits[0].row.key
        if roles[first] >= MOST:
            return first
    return None


def lead_called(store: Store, title: str) -> str | None:
    """The key of the role of a lead whom no role is called, "kitchen lead"; None without one."""
    work, _, head = title.rpartition(" ")
    return head_of(store, work, is_lead=True) if work and head in ("lead", "leader") else None


def head_of(store: Store, work: str, *, is_lead: bool) -> str | None:
    """The key of the role of those who supervise or lead a kind of work."""
    supervisor = role_called(store, f"{work} supervisor")
    if supervisor and not (is_lead and "manager" in normalize_name(store.get(supervisor).title)):
        return supervisor
    led = (work, f"{work} worker", f"{work} associate") if is_lead else ()
    return next((key for title in led if (key := role_called(store, title))), None)


def _without_first_words(store: Store, name: str, best: Collection[str]) -> str:
    """The key of the role whose own name the last words are, as in "courtroom judge", or that they
    (two or more) may mean and that is among the best hits of the search; empty if the words before
    them are a role too.

    best: the keys of those hits
    """
    words = name.split()
    for first in range(1, len(words)):
        with suppress(UnknownNameError):
            key, is_own = store.meaning(" ".join(words[first:]))
            means = is_own or (key in best and len(words) - first > 1)
            if means and not store.called(" ".join(words[:first])):
                _say_taken(store, name, key, ", by its last words")
                return key
    return ""


def _apprenticed(store: Store, name: str) -> str:
    """The key of the trade that an apprentice learns, where it is learned in an apprenticeship;
    other titles call its helpers so. Empty if the name says no such thing."""
    words = normalize_name(name).split()
    rest = " ".join(word for word in words if word != "apprentice")
    if rest and len(words) > len(rest.split()):
        from careercli.core.entry import APPRENTICESHIP

        for trade in (rest, f"{rest} worker"):
            with suppress(UnknownNameError):
                key = store.meaning(trade).key
                learned = store.traits([onet_code(store.get(key))]).values()
                if any(trait.training == APPRENTICESHIP for trait in learned):
                    _say_taken(store, name, key, ", whose pay isn't that of its apprentices")
                    return key
    return ""


def _resolve(store: Store, name: str) -> str:
    return _apprenticed(store, name) or _named(store, name)


def _named(store: Store, name: str) -> str:
    try:
        key, is_exact = store.meaning(name)
    except UnknownNameError as unknown:
        error = _group(store, name) or unknown
        if error.dominant:
            key = store.resolve(error.candidates[0])
            _say_taken(store, name, key, "", "Also called so", error.candidates[1:4])
            return key
        if error.ambiguous and is_interactive():
            return store.resolve(_choose(store, error))
        if error.ambiguous:
            raise error from None
        if served := _military(store, name):
            return served
        from careercli.core.title_words import parse_title

        if rest := _without_service(name):
            return _resolve(store, rest)
        job = parse_title(name).words
        if job == normalize_name(name):
            raise
        try:
            key, is_exact = store.resolve(job), False
        except UnknownNameError:
            raise error from None
    if not is_exact:
        _say_taken(store, name, key)
    return key


def _group(store: Store, name: str) -> UnknownNameError | None:
    """What a code of a group stands for that isn't an occupation's: of one that the wage survey
    counts together, now or in an older edition, or of a group of the classification."""
    from careercli.official.survey_codes import COMBINED

    code = name.strip()
    if not re.fullmatch(r"\d\d-\d{4}", code):
        return None
    counted = {part for part, group in store.surveyed_as().items() if group == code}
    members = {part[:7] for part in counted} or COMBINED.get(code, ())
    if counted or members:
        what = "occupations that the wage survey counts together"
        what += "" if counted else " in its editions of May 2019 and 2020"
    elif code.endswith("0"):
        what = "occupations of the classification"
        start = code.rstrip("0")
        start = f"{start}-" if len(start) < len("13-") else start
        members = {part[:7] for part in store.surveyed_as() if part.startswith(start)}
    keys = [key for member in sorted(members) if (key := known_key(store, member))]
    if not keys:
        return None
    roles = [store.get(key) for key in keys]
    slugs, title = [role.slug for role in roles], ""
    if counted and (occupation := roles[0].occupation):
        title = occupation.counted_in.removeprefix(code)
    shown = slugs[:MAX_CANDIDATES]
    more = f" {len(slugs) - len(shown)} more belong to it." if len(slugs) > len(shown) else ""
    return UnknownNameError(
        f"{code}{title} stands for {len(slugs)} {what}.",
        shown,
        hint=f"Give one of these.{more}",
        ambiguous=True,
    )


def _without_service(name: str) -> str:
    """A job in a service without the service: what an army logistics specialist does outside."""
    from careercli.core.not_a_job import SERVICES

    folded = normalize_name(name)
    for service in SERVICES:
        if folded.startswith(f"{service} "):
            return folded.removeprefix(f"{service} ")
        if folded.endswith(f" {service}"):
            return folded.removesuffix(f" {service}").removesuffix(" in the")
    return ""


def _military(store: Store, name: str) -> str:
    """The key of the military occupation of a veteran of it; empty if the name says no such thing.

    Raises UnknownNameError with all of them for a veteran of a service: there it may be any.
    """
    from careercli.core.not_a_job import SERVICES, VETERAN

    words = normalize_name(name).split()
    if not words or words[-1] not in VETERAN:
        return ""
    served = " ".join(word for word in words[:-1] if word not in ("us", "former"))
    if not served or served in SERVICES:
        titles = store.occupation_names()
        raise UnknownNameError(
            f"\u201c{name}\u201d tells no occupation.",
            [titles[key][0] for key in sorted(titles) if key.startswith(ENLISTED)],
            hint="Give the one you had, or the civilian job that is nearest to what you did.",
            ambiguous=True,
        )
    with suppress(UnknownNameError):
        key = store.resolve(served)
        if key.startswith(MILITARY):
            _say_taken(store, name, key, ", a military occupation: the survey has no pay for it")
            return key
    return ""


def _say_taken(
    store: Store, name: str, key: str, of: str = "", also: str = "", others: Sequence[str] = ()
) -> None:
    """Says which role a name is taken for, and which others it may be."""
    from careercli.output.screens.wording import names_in_table

    keys = list(dict.fromkeys([key, *map(store.resolve, others)]))
    rows = {row.key: row for row in store.rows(keys)}
    names = names_in_table(rows.values())
    more = f" {also}: {in_a_row([names[other] for other in keys[1:]])}." if keys[1:] else ""
    typed = collapse_spaces(strip_control(name))
    proof = "" if of else _proof_of(store, typed, key)
    say_err(f"\u201c{typed}\u201d is taken for {names[key]}{of}.{more}{proof}")


def _proof_of(store: Store, typed: str, key: str) -> str:
    """The credential by which a part of an occupation is called, that has no figures of its own: a
    welding inspector's, of the inspectors of quality. Empty if there is none."""
    if " " not in typed:
        return ""
    hits = store.find_credentials(typed)
    named = {hit.id: hit.label for hit in hits if hit.kind == "certificate"}
    some = [
        asked.id
        for asked in (store.asked_credentials(store.get(key)) if named else ())
        if asked.level == "sometimes" and asked.id in named
    ]
    if not some:
        return ""
    counted = " It is counted there and has no figures of its own; its credential is"
    return f"{counted} {named[some[0]]}: careercli show {some[0]}."


def role_names(store: Store, slugs: Sequence[str]) -> list[str]:
    """What roles are called in tables."""
    from careercli.output.screens.wording import names_in_table

    keys = [store.resolve(slug) for slug in slugs]
    named = names_in_table(store.rows(keys))
    return [named[key] for key in keys]


def _choose(store: Store, error: UnknownNameError) -> str:
    """Asks which one; Enter takes the first, q leaves. Raises the error if nobody answers."""
    names = role_names(store, error.candidates)
    jobs = error.jobs or [0] * len(names)
    grouped = error.grouped or [False] * len(names)
    say_err(error.message)
    for number, (name, count, in_group) in enumerate(zip(names, jobs, grouped, strict=True), 1):
        people = f"{count:,} people{'*' if in_group else ' '}" if count else ""
        say_err(f"  {number:2}  {name:34} {people:>18}".rstrip())
    if any(count and in_group for count, in_group in zip(jobs, grouped, strict=True)):
        say_err("*: in the larger group with which the survey counts it")
    say_err(error.hint)
    while True:
        answer = read_answer("Which one? A number or a name; Enter takes the first, q leaves. ")
        if answer is None or answer.casefold() == "q":
            raise error
        if not answer:
            return error.candidates[0]
        if chosen := chosen_number(answer, len(names)):
            return error.candidates[chosen - 1]
        folded = normalize_name(answer)
        for candidate, name in zip(error.candidates, names, strict=True):
            if folded in (normalize_name(candidate), normalize_name(name)):
                return candidate
        if not answer.isdecimal() and known_key(store, answer):
            return answer
        say_err(f"\u201c{answer}\u201d isn't a number from 1 to {len(names)} or a role's name.")


def onet_code(role: Role) -> str:
    """The O*NET-SOC code of an occupation, or of a guide's nearest one; empty without one."""
    if role.bare_occupation:
        return role.bare_occupation.code
    return f"{role.soc.code}.00" if role.soc else ""


def role_in_file(words: Sequence[str]) -> Role | None:
    """The guide in a file, where a path to one was typed instead of a name."""
    name = words[0] if len(words) == 1 else ""
    if not (name.endswith(".toml") and any(mark in name for mark in "/\\")):
        return None
    from careercli.store.compile import compile_one

    return compile_one(Path(name))


def role_or_words(store: Store, words: Sequence[str]) -> tuple[str, str]:
    """Slug and title of the role that is named; the words twice for a student, or where it is no
    role here."""
    from careercli.core.not_a_job import situation_of

    name = collapse_spaces(strip_control(" ".join(words)))
    situation = "" if store.called(name) else situation_of(name)
    if situation == "school":
        return name, name
    try:
        role = resolve_role(store, words)
    except UnknownNameError as error:
        if error.ambiguous or situation:
            raise
        near = f" Near it: {in_a_row(error.names)}." if error.names else ""
        say_err(f"\u201c{name}\u201d isn't a role here, so it is kept as you wrote it.{near}")
        return name, name
    return role.slug, role.name or role.title


def resolve_skill(store: Store, name: str) -> str:
    """The skill that is written `name`. Raises UnknownNameError with the nearest; never guesses."""
    if skill := store.skill(name):
        return skill
    names = store.skill_names()
    folded = normalize_skill(name)
    cutoff = max(0.55, 0.9 - 0.05 * len(folded))  # in a short word each letter tells more
    close = close_words(folded, names, count=12, cutoff=cutoff)
    begun = [other for other in names if len(folded) > 2 and other.startswith(folded)]
    near = store.labels(names[other] for other in (*begun, *close))
    raise UnknownNameError(f"There is no skill \u201c{name}\u201d.", list(near.values())[:4])


def resolve_element(store: Store, name: str) -> Element:
    """O*NET's skill with this element id. Raises UnknownNameError."""
    elements = {element.casefold(): known for element, known in store.elements().items()}
    if element := elements.get(name.casefold()):
        return element
    hint = "careercli profile rate OCCUPATION asks for them one by one."
    if not elements:
        hint = "careercli sources remove onet brings the shipped release back."
    raise UnknownNameError(f"There is no skill {name} of O*NET\u2019s here.", [], hint=hint)
