"""What the names in an advertisement mean in the work that it is for."""

import re
from collections.abc import Collection, Mapping, Sequence

from careercli.app.credentials import asked_always, licensed_roles
from careercli.app.lookup import role_called
from careercli.core.credentials import Holding, held_until
from careercli.core.match import NamedCredential, NearRole
from careercli.core.name_terms import fold
from careercli.core.pay import MANAGEMENT
from careercli.core.reading.advertisement_places import place_start
from careercli.core.reading.degrees_asked import program_field
from careercli.core.reading.statements import Statement
from careercli.core.reading.text_pattern import lowered
from careercli.store.reader import Store
from careercli.text import normalize_name

_ANY_TRADE = re.compile(r"journey(?:man|men|person)s?['’]?s? (?:card|licen[sc]e)s?$")


def of_its_trade(
    store: Store, told: Sequence[Statement], roles: Sequence[NearRole], text: str
) -> list[Statement]:
    """Statements, with a license that is written as that of any trade, "journeyman card", as the
    one of the trade that the advertisement is for; without it if that has none here."""
    general = {
        one.mention.skill
        for one in told
        if one.mention.kind == "credential" and _ANY_TRADE.search(lowered(one.mention.words))
    }
    if not general:
        return list(told)
    lower = lowered(text)
    own = store.credential_id(f"journeyman {roles[0].title}") if roles else ""
    named = {skill: own or skill for skill in general if own or skill[:TRADE_LETTERS] in lower}
    kept: list[Statement] = []
    for one in told:
        mention = one.mention
        if mention.skill not in general or not _ANY_TRADE.search(lowered(mention.words)):
            kept.append(one)
        elif skill := named.get(mention.skill):
            kept.append(one._replace(mention=mention._replace(skill=skill)))
    return kept


TRADE_LETTERS = len("electri")
"""Letters that an electrician and electrical work begin with alike."""


def of_its_work(
    store: Store, told: Sequence[Statement], roles: Sequence[NearRole], text: str
) -> tuple[list[Statement], list[str]]:
    """Statements, with names that mean one thing in some work and another elsewhere as what they
    mean in the work of the advertisement; and the names that mean nothing that is known there.

    The work is that of its title, else that of the licenses that it names; if neither is known,
    such names count as they are. A name counts too if another one says what it means.
    """
    meanings = store.meanings(one.mention.words for one in told)
    if not meanings:
        return list(told), []
    sure = {one.mention.skill for one in told if one.mention.words.lower() not in meanings}
    titled = [role for role in roles if role.words]
    keys = [role.key for role in titled[:1]]
    keys += [role.key for role in titled if role.words != titled[0].words]
    codes = store.codes_of(keys or licensed_roles(store, sure)).values()
    if not codes:
        return list(told), []
    kept: list[Statement] = []
    doubtful: list[str] = []
    for one in told:
        mention = one.mention
        meant = meanings.get(mention.words.lower(), [("", mention.skill)])
        here = (name for work, name in meant if any(code.startswith(work) for code in codes))
        skill = next(here, mention.skill if mention.skill in sure else "")
        if skill:
            kept.append(one._replace(mention=mention._replace(skill=skill)))
        elif number := _NUMBER.match(text, mention.start):
            doubtful.append(number.group())
    return kept, doubtful


_NUMBER = re.compile(r"(?=\w*[^\W\d_])\w+(?:[ -]\d{3,4}\b)?")
"""Letters with the number behind them: "API 570"."""


def without_denied(told: Sequence[Statement]) -> list[Statement]:
    """Statements without what names a credential that is denied elsewhere, as a title does, unless
    it says that it is required: "you do not need a CDL"."""
    denied = {
        one.mention.skill
        for one in told
        if one.mention.kind == "credential" and one.standing == "denied"
    }
    return [
        one
        for one in told
        if one.mention.skill not in denied
        or one.standing not in ("must", "nice")
        or _REQUIRED.search(lowered(one.sentence.text))
    ]


def without_employer(told: Sequence[Statement], text: str, title: str) -> list[Statement]:
    """Statements, with the skills that are in the employer's name, which stands before the place in
    one of the first lines, as what it says of itself."""
    spans: list[tuple[int, int]] = []
    begin, seen = 0, 0
    for line in text.split("\n"):
        seen += bool(line.strip())
        if seen > HEAD:
            break
        if seen > 1 and not (title and title in line):
            spans.append((begin, begin + place_start(line)))
        begin += len(line) + 1
    return [
        one._replace(standing="aside", reason="company")
        if one.mention.kind in ("technical", "soft")
        and any(first <= one.mention.start < last for first, last in spans)
        else one
        for one in told
    ]


HEAD = 3
"""Lines of an advertisement in which the employer is named."""
_REQUIRED = re.compile(r"\b(?:required|must|needed)\b")


def is_schooled(
    store: Store, program: str, held: Collection[str], roles: Sequence[NearRole]
) -> bool:
    """Whether one of the licenses that are held is got by that very program: what the program
    teaches is in the names of the license or of the work that always asks for it; of a program that
    doesn't say what it teaches, one that the work of the advertisement asks for."""
    field = program_field(program)
    own = asked_always(store, roles[0].key) if roles else set()
    for name, credential in store.credentials(held).items():
        if not (credential.time and credential.time.study):
            continue
        titles = store.rows([f"soc:{code}" for code in store.requiring_codes(name)])
        named = (credential.label, *credential.names, *(row.title for row in titles))
        words = {word[:STEM] for told in named for word in lowered(told).split()}
        if all(word[:STEM] in words for word in field) if field else name in own:
            return True
    return False


STEM = len("nurs")
"""Letters that the name of a trade and of those who are in it begin with alike."""


def with_greater(
    store: Store, asked: Sequence[NamedCredential], holdings: Mapping[str, Holding], today: str
) -> list[NamedCredential]:
    """Credentials asked for, each held that one which is held answers too: BLS is CPR."""
    greater: dict[str, NamedCredential] = {}
    held = {name: it for name in holdings if (it := held_until(holdings[name], today))[0] == "held"}
    for name, credential in store.credentials(held).items():
        known = NamedCredential(name, "", *held[name], through=name)
        greater |= dict.fromkeys(map(fold, credential.meets), known)
    return [
        one._replace(state=by.state, until=by.until, through=by.through)
        if one.state != "held" and (by := greater.get(fold(one.written)))
        else one
        for one in asked
    ]


def titled(store: Store, title: str) -> str | None:
    """The key of the role of that very title; None without one.

    Of a coordinator by whose title only managers go, the specialists in the same work, if they are
    an occupation: who coordinates training doesn't run the department.
    """
    key = role_called(store, title)
    work, _, last = normalize_name(title).rpartition(" ")
    if (
        not key
        or last != "coordinator"
        or not store.codes_of([key]).get(key, "").startswith(MANAGEMENT)
    ):
        return key
    specialist = role_called(store, f"{work} specialist")
    rows = {row.key: row for row in store.rows([key, specialist or key])}
    if last in rows[key].title.lower():
        return key
    is_own = specialist in rows and rows[specialist].title.endswith("Specialists")
    return specialist if is_own else key
