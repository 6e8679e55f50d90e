"""`import` and `profile -f jsonresume`."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from careercli.app.credentials import held_ids, holdings_of, labels_of, move_rated_credentials
from careercli.app.lookup import known_key
from careercli.app.open_stores import open_store
from careercli.app.resume_role import (
    facts_of,
    not_held_in_service,
    past_job,
    present_roles,
    unknown_title,
)
from careercli.app.resume_work import of_present_work, with_own_license
from careercli.core.credentials import Holding
from careercli.core.not_a_job import situation_of
from careercli.errors import CareerError, UsageError
from careercli.files import locations, profile
from careercli.files.json_resume import (
    RESUME,
    exported,
    stored_resume,
    with_certificates,
    with_own_words,
)
from careercli.files.profile import Profile, ProfileRole, today
from careercli.files.profile_schema import CLAIMED, NONE, ONET
from careercli.files.resume import (
    NotClaimed,
    ResumeSkills,
    SuggestedCredential,
    SuggestedRating,
    propose,
    proposed_by,
)
from careercli.files.short_forms import is_of_any_trade
from careercli.files.text_input import TextDocument, read_document
from careercli.model.basics import PROFICIENCIES, Seniority
from careercli.output.records.profile import IMPORT
from careercli.output.screens.resume import (
    ImportProposals,
    ProposedLevel,
    ProposedRow,
    import_page,
)
from careercli.output.stdout import (
    OutputFormat,
    Record,
    Result,
    emit,
    emit_json,
    is_interactive,
    read_answer,
    say_err,
)
from careercli.store.reader import Store
from careercli.text import escape_control, one_line


def import_file(
    name: str,
    form: OutputFormat | None,
    profile_name: str | None,
    *,
    yes: bool,
    pager: bool,
    leave_out: str = "",
) -> None:
    """Shows what a résumé or another profile would add, and adds it when told to.

    `leave_out` are numbers of proposals, such as "2,5" or "3-6". Raises UsageError for a number
    that no proposal has, CareerError if nothing is found.
    """
    store = open_store()
    resume = None
    if name.endswith(".toml"):
        other = profile.read_existing(Path(name))
        moved = store.former_skills(other.entries)
        skills = [proposal for proposal in proposed_by(other) if proposal.skill not in moved]
        held = tuple(
            SuggestedCredential(credential, f"credentials.{credential}", credential, holding.until)
            for credential, holding in holdings_of(store, other).items()
            if holding.held
        )
        found = ResumeSkills(skills, [], other.onet_entries, held)
    else:
        reading = read_document(name, columns=True)
        found = propose(reading, store.terms, int(today()[:4]))
        found = _with_role(store, reading, found._replace(facts=facts_of(store, reading, found)))
        found = with_own_license(store, reading, of_present_work(store, found))
        found = _with_doubtful_titles(store, found)
        found = _with_service(store, reading, found)
        found = found._replace(notes=(*found.notes, *past_job(reading, found)))
        resume = reading.data
    found = _without_expired(found)
    path = locations.profile_file(profile_name)
    person = profile.read(path)
    proposals = _numbered(found, _known(store, person, found))
    left_out = _numbers(leave_out, len(proposals.rows))
    named = [claim.skill for claim in found.not_claimed]
    named += [proposal.skill for proposal in found.proposals]
    labels = labels_of(store, [*named, *(credential.id for credential in found.credentials)])
    if not (proposals.rows or found.proposals or found.onet_levels or found.credentials):
        raise _nothing(name, found)
    answer = Result(
        "profile import",
        lambda: import_page(proposals, left_out, labels),
        lambda: Record.of(IMPORT, proposals=proposals, labels=labels),
    )
    emit(answer, form, pager=pager and not is_interactive())
    if not proposals.rows:
        say_err("Nothing to add.")
        return
    if not yes and is_interactive():
        answered = _asked(len(proposals.rows))
        yes, left_out = answered is not None, left_out | (answered or frozenset())
    new = [row for number, row in enumerate(proposals.rows, start=1) if number not in left_out]
    new = list(_without_doubts(new, labels, asks=yes))
    if not yes:
        say_err("Nothing was written; --yes adds them, --except 2,5 leaves some out.")
    elif not new:
        say_err("Nothing to add.")
    else:
        ratings = [row for row in new if isinstance(row, SuggestedRating)]
        levels = _ask_levels(ratings) if is_interactive() else {}

        def edit(person: Profile) -> None:
            _add(person, new, levels, name)
            if resume is not None:
                person.tables[RESUME] = escape_control(json.dumps(resume, ensure_ascii=False))
            move_rated_credentials(store, person)

        profile.change(path, edit)
        say_err(f"{len(new)} added to {path}.")
        say_err(_next_step(store, new, profile.read(path)))


def _next_step(store: Store, new: Sequence[ProposedRow], person: Profile) -> str:
    roles = present_roles(new)
    named = [goal.role for goal in (person.target, person.current) if goal]
    roles += [role for role in named if known_key(store, role)]
    if not roles:
        return "careercli profile set job=ROLE adds your present job."
    return f"careercli skills {roles[0]} --gap shows how far they go."


def _without_doubts(
    new: Sequence[ProposedRow], labels: Mapping[str, str], *, asks: bool
) -> Iterator[ProposedRow]:
    """The rows, without credentials that only a short form names and that the person, if there is
    one to ask, doesn't say that they hold."""
    for row in new:
        if isinstance(row, SuggestedCredential) and row.is_short and asks:
            label = labels[row.id]
            question = f"{row.words} ({row.where}): do you hold {label}? [y/N] "
            answer = read_answer(question) if is_interactive() else None
            if (answer or "").casefold() not in ("y", "yes"):
                told = f"{row.words} alone may mean something else than {label}"
                say_err(f"{told}; if you hold it: careercli profile set {row.id}")
                continue
        yield row


def _nothing(name: str, found: ResumeSkills) -> CareerError:
    """The error for a file that has nothing to add."""
    told = [*found.notes]
    if found.unknown:
        names = ", ".join(f"\u201c{words}\u201d" for _, words in found.unknown[:10])
        told.append(f"Not recognized: {names}.")
    if found.not_claimed:
        told.append("What it names, it denies, wishes for or is still learning.")
    told.append("careercli profile rate ROLE asks for skills one by one.")
    message = f"Nothing that careercli knows was found in {one_line(name)}."
    return CareerError(message, hint=" ".join(told))


def _known(store: Store, person: Profile, found: ResumeSkills) -> set[str]:
    """What the profile says already and a file must not change, except a claim, which a level may
    replace."""
    unrated = {proposal.skill for proposal in found.proposals if proposal.level is None}
    known = {
        skill
        for skill, entry in person.entries.items()
        if entry["level"] != CLAIMED or skill in unrated
    }
    known |= person.onet_levels.keys() | holdings_of(store, person).keys()
    if person.current:
        known |= {"current.role", "current.years"}
    return known | {key for key in ("education", "place") if person.tables.get(key)}


def _without_expired(found: ResumeSkills) -> ResumeSkills:
    """The same, with expired credentials apart."""
    day = today()
    lapsed = [held for held in found.credentials if Holding(True, held.until).expired(day)]
    apart = (NotClaimed(held.id, "lapsed", held.where, held.words) for held in lapsed)
    lasting = (held for held in found.credentials if held not in lapsed)
    return found._replace(credentials=tuple(lasting), not_claimed=(*found.not_claimed, *apart))


def _with_role(store: Store, reading: TextDocument, found: ResumeSkills) -> ResumeSkills:
    """The same, but a short form of a credential that the present role asks for isn't in doubt, and
    a rank that any trade has is that of no other trade than the present role's. Without such a role
    the newest title is one that isn't known."""
    slugs = present_roles(found.facts)
    if not slugs:
        return found._replace(unknown=[*found.unknown, *unknown_title(reading)])
    asked = {
        credential.id
        for slug in slugs
        for credential in store.asked_credentials(store.get(store.resolve(slug)))
    }
    unknown = [
        (held.where, held.words)
        for held in found.credentials
        if is_of_any_trade(held.words) and held.id not in asked
    ]
    held = (
        credential._replace(is_short=credential.is_short and credential.id not in asked)
        for credential in found.credentials
        if (credential.where, credential.words) not in unknown
    )
    return found._replace(credentials=tuple(held), unknown=[*found.unknown, *unknown])


_SAYS_CARD = re.compile(
    r"certif|licen[sc]|regist|charter|accredit|journey|master|ordain|enrolled|(?-i:\b[A-Z]{2})",
    re.IGNORECASE,
)
"""In what a credential is called, and no job alone."""


def _with_doubtful_titles(store: Store, found: ResumeSkills) -> ResumeSkills:
    """The same, with those credentials in doubt that are read from the name of a job that asks for
    them: "Pharmacy technician" may be said by one without a certificate."""

    def is_title(one: SuggestedCredential) -> bool:
        if one.until or _SAYS_CARD.search(one.words):
            return False
        return any(
            credential.id == one.id
            for key in store.called(one.words)
            for credential in store.asked_credentials(store.get(key))
        )

    held = (one._replace(is_short=one.is_short or is_title(one)) for one in found.credentials)
    return found._replace(credentials=tuple(held))


def _with_service(store: Store, reading: TextDocument, found: ResumeSkills) -> ResumeSkills:
    """The same, with the licenses that a job in the armed forces doesn't take as not held."""
    lacking = tuple(not_held_in_service(store, reading, found))
    if not lacking:
        return found
    note = "The armed forces need no such license of drivers; leave out the number of one you hold."
    credentials = (*found.credentials, *lacking)
    return found._replace(credentials=credentials, notes=(*found.notes, note))


def _numbered(found: ResumeSkills, known: Collection[str]) -> ImportProposals:
    """What is new in a file, in the order of its numbers."""
    rows: list[ProposedRow] = [
        proposal for proposal in found.proposals if proposal.skill not in known
    ]
    rows += [credential for credential in found.credentials if credential.id not in known]
    rows += [fact for fact in found.facts if fact.key not in known]
    rows += [
        ProposedLevel(element, entry)
        for element, entry in found.onet_levels.items()
        if element not in known
    ]
    return ImportProposals(found, tuple(rows), frozenset(known))


def _numbers(text: str, count: int) -> frozenset[int]:
    """The numbers in "2,5" or "3-6". Raises UsageError for one that no proposal has."""
    numbers: set[int] = set()
    for part in text.replace(" ", ",").split(","):
        first, dash, last = part.partition("-")
        if not part:
            continue
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise UsageError(
                f"\u201c{part}\u201d is not a number.", hint="For example, 2,5 or 3-6."
            )
        if not 1 <= int(first) <= int(last or first) <= count:
            raise UsageError(f"There is no proposal {part}; their numbers are 1 to {count}.")
        numbers |= set(range(int(first), int(last or first) + 1))
    return frozenset(numbers)


def _asked(count: int) -> frozenset[int] | None:
    """The numbers to leave out; None if nothing is to be added."""
    question = f"Add these {count}? [y/N, or the numbers to leave out, such as 2,5] "
    while answer := (read_answer(question) or "").casefold():
        if answer in ("y", "yes"):
            return frozenset()
        if answer in ("n", "no"):
            return None
        try:
            return _numbers(answer, count)
        except UsageError as error:
            say_err(error.message)
    return None


def _ask_levels(new: Sequence[SuggestedRating]) -> dict[str, int]:
    """Levels for words that are not understood, asked once for each word."""
    scale = ", ".join(f"{level} {word}" for level, word in PROFICIENCIES.items())
    meant: dict[str, int] = {}
    for said in dict.fromkeys(rating.said for rating in new if rating.said):
        question = f"What is \u201c{said}\u201d? {scale}; Enter: no level. "
        while answer := read_answer(question):
            if answer in ("1", "2", "3", "4"):
                meant[said] = int(answer)
                break
            question = "Please type 1 to 4, or Enter. "
    return {rating.skill: meant[rating.said] for rating in new if rating.said in meant}


def _add(person: Profile, new: Sequence[ProposedRow], levels: Mapping[str, int], name: str) -> None:
    file = Path(name).name
    facts: dict[str, str | int] = {}
    seniority: Seniority | None = None
    for row in new:
        if isinstance(row, SuggestedRating):
            level = NONE if row.level == 0 else row.level or levels.get(row.skill) or CLAIMED
            origin = f"{file} {row.where}"
            person.rate(row.skill, level, origin=origin, evidence=row.evidence or None)
        elif isinstance(row, SuggestedCredential):
            person.hold(row.id, held=row.held, until=row.until or None)
        elif isinstance(row, ProposedLevel):
            person.rate_onet(
                row.element,
                row.entry.get("name", ""),
                row.entry["level"],
                origin=f"{file} {ONET}.{row.element}",
                evidence=row.entry.get("evidence"),
            )
        else:
            facts[row.key] = row.value
            if row.key == "current.role" and "apprentice" in row.words.casefold():
                seniority = "entry"
    for key in facts.keys() & {"education", "place"}:
        person.put(key, facts[key])
    if role := facts.get("current.role"):
        person.set_role("current", ProfileRole(str(role), seniority))
    if "current.years" in facts and "current" in person.tables:
        person.tables["current"]["years"] = facts["current.years"]


def export(profile_name: str | None) -> None:
    """The profile as JSON Resume on stdout, with what an imported résumé held besides."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    resume = with_own_words(
        stored_resume(person),
        str(person.tables.get("name", "")),
        _position(store, person),
        person.tables.get("current", {}).get("years"),
        str(person.tables.get("education", "")),
    )
    former = store.former_skills(person.entries)
    entries = {skill: entry for skill, entry in person.entries.items() if skill not in former}
    labels = store.labels(entries)
    ratings = [(skill, labels[skill], entry["level"]) for skill, entry in entries.items()]
    levels = {
        element: {key: entry[key] for key in ("name", "level", "evidence") if key in entry}
        for element, entry in person.onet_entries.items()
    }
    held = held_ids(holdings_of(store, person))
    resume = with_certificates(resume, store.credential_labels(held), store.credential_id)
    emit_json(exported(resume, ratings, store.skill_names(), levels))


def _position(store: Store, person: Profile) -> str:
    """The present job, by its name here or as the profile has it; empty without one."""
    if not person.current or situation_of(person.current.role) == "school":
        return ""
    key = known_key(store, person.current.role)
    return store.get(key).title if key else person.current.role
