"""An advertisement on the screen: what it asks for, requires, does not ask for and pays."""

from collections import Counter
from collections.abc import Iterator, Sequence

from careercli.core.figures import usd
from careercli.core.match import (
    Advertisement,
    BesideSurvey,
    NamedCredential,
    NamedSkill,
    Wanted,
    choices,
    chosen,
)
from careercli.core.pay import standing
from careercli.core.reading.degrees_asked import label_of
from careercli.core.reading.not_about_the_job import ASIDE
from careercli.core.reading.offered_pay import A_YEAR, OfferedPay
from careercli.core.reading.requirement import Requirement
from careercli.model.basics import Pay
from careercli.output.page import (
    Block,
    Check,
    CheckState,
    Column,
    Commands,
    Facts,
    Inline,
    Page,
    Paragraph,
    Scale,
    ScaleRow,
    Table,
    Title,
    data,
    quiet,
)
from careercli.output.screens.blocks import had_table, known_facts
from careercli.output.screens.credential import HELD, held_words
from careercli.output.screens.pay import between_words, group_title
from careercli.output.screens.skills import LEVELS
from careercli.output.screens.wording import Labels, first_of, money_range, pluralize, sentence
from careercli.text import join_and

STATES: dict[str, CheckState] = {
    "have": "met",
    "claimed": "unrated",
    "none": "missing",
    "unrated": "unrated",
}
MET: dict[str, CheckState] = {"met": "met", "not met": "missing", "not known": "unrated"}
JUDGED = frozenset(("degree", "degree or years", "program", "years", "license", "wish"))
"""Requirements that the profile can answer; the others are yours to judge."""
DENIED = frozenset(("no degree", "no experience"))
"""What an advertisement says that it doesn't ask for."""
MAX_UNRECOGNIZED = 12
MAX_WANTED = 20


def match_page(read: Advertisement, labels: Labels) -> Page:
    """`match FILE`."""
    blocks: list[Block] = [_title(read)]
    if read.may_be:
        names = join_and([role.title for role in read.may_be], "or")
        asks = "That asks" if len(read.may_be) == 1 else "Those ask"
        blocks.append(
            Paragraph(f"Is it {names}? {asks} for a license or certificate that it names.")
        )
    if tally := _tally(read):
        blocks.append(Paragraph(tally))
    must = [_asked(skill, labels) for skill in read.skills if skill.standing == "must"]
    if must:
        blocks.append(had_table(must, "Asks for"))
    nice = [
        _nice(labels[skill.skill], skill.written, skill.is_enough)
        for skill in read.skills
        if skill.standing == "nice"
    ]
    nice += [
        _nice(labels[credential.id], credential.written, credential.state == "held")
        for credential in read.credentials
        if credential.standing == "nice"
    ]
    nice += [
        _nice(wish.label.removeprefix("or "), wish.label.removeprefix("or "), wish.met == "met")
        for wish in read.required
        if wish.wished and wish.kind in JUDGED
    ]
    blocks += known_facts([("Nice", join_and(nice))])
    blocks += _requires(read, labels)
    denied = [labels[skill] for skill in read.denied]
    denied += [asked.label for asked in read.required if asked.kind in DENIED]
    blocks += known_facts([("Doesn't ask for", join_and(denied))])
    blocks += _pays(read)
    blocks += _rest(read, labels)
    return tuple(blocks)


def _title(read: Advertisement) -> Title:
    if not read.roles:
        return Title(read.title or "Advertisement", "no role here is near to it")
    first = read.roles[0]
    if first.words:
        return Title(read.title, f"read as: {first.title} (\u201c{first.words}\u201d)")
    percent = 100 * first.named // max(1, first.full)
    return Title("Advertisement", f"read as: {first.title} (names {percent} % of its skills)")


_HAD = ("had", "claimed without a level", "below the level", "not had", "not in your profile")
"""How a thing that is asked for is had, the best first."""


def _tally(read: Advertisement) -> str:
    """How many of the things that an advertisement asks for are had; of what one is enough for, the
    best one counts."""
    skills: dict[str, list[str]] = {}
    for skill in read.skills:
        if skill.standing == "must":
            below = skill.status == "have" and not skill.is_enough
            told = {"have": _HAD[0], "claimed": _HAD[1], "none": _HAD[3], "unrated": _HAD[4]}
            had = _HAD[2] if below else told[skill.status]
            skills.setdefault(str(skill.choice or skill.skill), []).append(had)
    states = [min(each, key=_HAD.index) for each in skills.values()]
    ways = [way for way in read.required if way.kind in JUDGED and not way.wished]
    credentials = choices(one for one in read.credentials if one.standing == "must")
    is_first = bool(credentials) or any(way.kind == "license" for way in ways)
    replaced = {way.instead_of for way in ways if way.met == "met" and way.instead_of}
    told = {"held": _HAD[0], "not held": _HAD[3], "unknown": _HAD[4]}
    states += [
        _HAD[0] if any(one.id in replaced for one in choice) else told[chosen(choice).state]
        for choice in credentials
    ]
    told = {"met": _HAD[0], "not met": _HAD[3], "not known": _HAD[4]}
    states += [told[way.met] for way in ways if not (is_first and way.label.startswith("or "))]
    counted = Counter(states)
    said = [f"{counted[had]} {had}" for had in _HAD if counted[had]]
    return f"Of {pluralize(len(states), 'thing')} that it asks for: {', '.join(said)}." * (
        len(states) > 1
    )


def _asked(skill: NamedSkill, labels: Labels) -> tuple[Inline, ...]:
    label, status = labels[skill.skill], skill.status
    below = status == "have" and not skill.is_enough
    level = LEVELS[skill.level].text if skill.level else status if status != "unrated" else ""
    asks = [] if skill.written == label else [f"\u201c{skill.written}\u201d"]
    asks += ["from your present job"] if skill.from_job else []
    asks += [pluralize(skill.years, "year")] if skill.years else []
    asks += [LEVELS[skill.asked_level].text] if skill.asked_level else []
    asks += ["one of these is enough"] if skill.choice else []
    return (Check("below" if below else STATES[status]), label), level, quiet(", ".join(asks))


def _nice(label: str, written: str, held: bool) -> str:
    mark = " \u2713" if held else ""
    return f"{label}{mark}" if written == label else f"{label}{mark} (\u201c{written}\u201d)"


def _requires(read: Advertisement, labels: Labels) -> Iterator[Block]:
    credentials = choices(held for held in read.credentials if held.standing == "must")
    required = [asked for asked in read.required if asked.kind in JUDGED and not asked.wished]
    own = [asked for asked in read.required if asked.kind not in JUDGED | DENIED]
    known = [asked for asked in own if asked.met == "met"]
    named = [
        ({asked.id for asked in choice}, _credential(choice, labels)) for choice in credentials
    ]
    for way in sorted((*required, *known), key=lambda way: way.kind != "license"):
        beside = [place for place, (names, _) in enumerate(named, 1) if way.instead_of in names]
        place = beside[0] if beside else len(named)  # one of two ways stands behind the other
        named.insert(place, ({way.label}, _required(way)))
    rows = [row for _, row in named]
    if rows:
        yield had_table(rows, "Requires")
    judged = [requirement.label for requirement in own if requirement not in known]
    kinds = {requirement.kind for requirement in read.required}
    said = {
        "degree": not kinds.isdisjoint(("degree", "degree or years", "program", "no degree")),
        "license or certificate": bool(read.credentials) or "license" in kinds,
        "years": not kinds.isdisjoint(("years", "degree or years", "no experience"))
        or any(skill.years for skill in read.skills),
        "pay": bool(read.pay),
    }
    missing = ", ".join(word for word, is_said in said.items() if not is_said)
    is_judged = bool(credentials or required)
    short = _verdict(credentials, required, labels, read.own_years) if is_judged else ""
    facts = [("In short", short), ("Yours to judge", ", ".join(judged)), ("Not mentioned", missing)]
    yield from known_facts(facts)


def _required(way: Requirement) -> tuple[Inline, ...]:
    is_known = way.kind != "license"
    words = f"\u201c{way.words}\u201d" if is_known else "careercli doesn't know it"
    met = "level met" if way.is_part else way.met if way.met != "not known" else ""
    return (Check(MET[way.met]), way.label), met, quiet(words)


def _verdict(
    credentials: Sequence[Sequence[NamedCredential]],
    required: Sequence[Requirement],
    labels: Labels,
    own_years: str,
) -> str:
    """What of it is lacking, what there is time for, and what the profile doesn't say."""
    asked: list[tuple[str, str]] = []
    later: list[str] = []
    replaced = {way.instead_of for way in required if way.met == "met" and way.instead_of}
    for choice in credentials:
        name, state = _either(choice, labels), chosen(choice).state
        if not replaced.isdisjoint(asked.id for asked in choice):
            continue
        if (within := chosen(choice).within) and state != "held":
            later.append(f"{name} {within}")
        else:
            asked.append((f"{'either ' * (len(choice) > 1)}{name}", state))
    unsure = [way for way in required if own_years and _is_unsure(way)]
    is_first = asked or any(way.kind == "license" for way in required)
    instead = [way for way in required if is_first and way.label.startswith("or ")]  # of two ways
    asked += [
        (f"{'either ' * (way.kind == 'degree or years')}{way.label.removeprefix('or ')}", way.met)
        for way in required
        if way not in instead and way not in unsure and way.label not in replaced
        if not way.is_part
    ]
    lacking = [label for label, state in asked if state in ("not held", "not met")]
    unknown = [label for label, state in asked if state in ("unknown", "not known")]
    said = [f"you don't have {join_and(lacking)}"] if lacking else []
    said += [f"not in your profile: {join_and(unknown)}"] if unknown else []
    lacked = "it" if len(lacking) + len(unknown) == 1 else "one of these"
    for way in instead if said else ():
        name = labels.get(way.instead_of, way.instead_of)
        if not name or name in (*lacking, *unknown):
            stands_for = name if name and lacked != "it" else lacked
            said.append(f"{way.label.removeprefix('or ')} may stand in for {stands_for}")
    said += [f"there is time to get {join_and(later)}"] if later else []
    said += [f"yours to judge: {way.label} (you have {own_years})" for way in unsure]
    if any(way.is_part and way not in instead for way in required):
        said.append("yours to judge: whether your degree is in the field")
    if not said:
        return f"You have {_had_kinds(credentials, required)} that it requires."
    return sentence("; ".join(said))


def _had_kinds(
    credentials: Sequence[Sequence[NamedCredential]], required: Sequence[Requirement]
) -> str:
    """The kinds of what is required, none that an advertisement wasn't seen to ask for."""
    kinds = {way.kind for way in required}
    is_license = bool(credentials) or "license" in kinds
    both = {"degree or years"}
    diploma = label_of("high-school")
    is_diploma = any(way.label.removeprefix("or ").startswith(diploma) for way in required)
    school = "diploma" if is_diploma else "degree"
    words = ["license" * is_license, school * bool(kinds & {"degree", "program", *both})]
    words += ["year" * bool(kinds & {"years", *both})]
    return f"every {join_and([word for word in words if word])}"


def _is_unsure(way: Requirement) -> bool:
    """Whether years are asked for in work that may or may not be the person's."""
    return way.kind == "years" and way.met == "not known" and not way.label.startswith("or ")


def _credential(choice: Sequence[NamedCredential], labels: Labels) -> tuple[Inline, ...]:
    best = chosen(choice)
    names = [
        f"\u201c{asked.written}\u201d" for asked in choice if asked.written != labels[asked.id]
    ]
    names += dict.fromkeys(asked.within for asked in choice if asked.within)
    names += ["through your present job"] if best.from_job else []
    names += [f"through {labels[best.through]}"] if best.through else []
    held = held_words(best.state, best.until)
    return (Check(HELD[best.state]), _either(choice, labels)), held, quiet(", ".join(names))


def _either(choice: Sequence[NamedCredential], labels: Labels) -> str:
    return " or ".join(labels[asked.id] for asked in choice)


def _pays(read: Advertisement) -> Iterator[Block]:
    pay, survey = read.pay, read.survey
    if pay is None:
        return
    facts: list[tuple[str, Inline]] = [("Pays", data(_paid(pay)))]
    yearly = pay.yearly()
    if yearly is None:
        yield Facts(tuple(facts))
        return
    low, high = yearly
    if beside := read.beside:
        facts.append(("In the survey", _in_survey(beside, low, high)))
    if read.own_pay:
        change = [round(100 * (end / read.own_pay - 1)) for end in (low, high)]
        signs = " to ".join(dict.fromkeys(f"{percent:+d} %" for percent in change))
        facts.append(("Beside yours", f"{signs} on your {usd(read.own_pay)}"))
    yield Facts(tuple(facts))
    if survey and {"p25", "p50", "p75"} <= survey.points.keys():
        points = survey.points
        bottom, top = points.get("p10", points["p25"]), points.get("p90", points["p75"])
        middle, half = points["p50"], (points["p25"], points["p75"])
        at, span = ((low,), None) if low == high else ((), (low, high))
        rows = [
            ScaleRow(_first_city(survey.place), data(usd(middle)), (bottom, middle, top), half),
            ScaleRow("This one", data(_range(low, high)), at, span),
        ]
        if read.own_pay:
            rows.append(ScaleRow("You", data(usd(read.own_pay)), (read.own_pay,)))
        yield Scale(tuple(rows), 0, max(bottom, top, high, read.own_pay or 0))


def _paid(pay: OfferedPay) -> str:
    """The pay as it is offered, and what that is in a year."""
    yearly, besides = pay.yearly(), f"; {pay.besides}" if pay.besides else ""
    if pay.unit == "USD/year":
        return f"{_range(pay.low, pay.high)} a year{besides}"
    form = ",.0f" if pay.low % 1 == pay.high % 1 == 0 and pay.unit != "USD/hour" else ",.2f"
    amount = f"${pay.low:{form}}" + (f"–{pay.high:{form}}" if pay.low < pay.high else "")
    unit = pay.unit.removeprefix("USD/")
    by_time = f"{amount} {'an' if unit == 'hour' else 'a'} {unit}"
    if yearly is None:
        return f"{by_time}; what that is in a year depends on the miles"
    return f"{by_time} ({_range(*yearly)} a year at {A_YEAR[pay.unit]:,} {unit}s){besides}"


def _range(low: float, high: float) -> str:
    return usd(low) if low == high else money_range(low, high)


def _in_survey(beside: BesideSurvey, low: float, high: float) -> str:
    """Where the pay stands in the survey; beside that of a larger group, only what that is."""
    place = f"{beside.pay.place}{', your place' * beside.in_own_place}"
    if not beside.group:
        return _stands(beside.pay._replace(place=place), low, high)
    median = beside.pay.points.get("p50")
    shown = f", whose median is {usd(median)}, {place}" if median else ""
    return f"not compared: counted among {group_title(beside.group)}{shown}"


def _stands(survey: Pay, low: float, high: float) -> str:
    """Where the pay stands among the percentiles of the survey."""
    lowest, highest = standing(survey, low).below, standing(survey, high).above
    median = survey.points.get("p50")
    shown = f"; the median is {usd(median)}" if median else ""
    between = between_words(lowest, highest, " percentile") or "from the lowest to the highest"
    return f"{between}, {survey.place}{shown}"


def _first_city(place: str) -> str:
    """A metropolitan area by its first city: Dayton, OH."""
    cities, comma, states = place.partition(", ")
    return f"{cities.partition('-')[0]}{comma}{states.partition('-')[0]}"


def _rest(read: Advertisement, labels: Labels) -> Iterator[Block]:
    facts = [("Also near", ", ".join(role.title for role in read.roles[1:]))]
    for reason, ids in read.aside.items():
        names = ", ".join(labels[name] for name in ids)
        facts.append(("Set aside", f"{names}: {ASIDE[reason]}"))
    facts.append(("Not recognized", first_of(read.unknown, MAX_UNRECOGNIZED)))
    facts += [("Note", note) for note in read.notes]
    yield from known_facts((label, quiet(fact)) for label, fact in facts if fact)
    following = []
    had = {skill.choice for skill in read.skills if skill.choice and skill.status == "have"}
    if unrated := [
        skill.skill
        for skill in read.skills
        if skill.status in ("unrated", "claimed") and skill.choice not in had
    ]:
        following.append((f"careercli profile set {unrated[0]}=3", "rate what you have"))
    if read.roles:
        following.append((f"careercli show {read.roles[0].slug}", "what the job is like"))
    following += [(f"careercli show {role.slug}", "if it is that") for role in read.may_be]
    if following:
        yield Commands(tuple(following))


def several_page(read: Sequence[Advertisement], wanted: Sequence[Wanted], labels: Labels) -> Page:
    """`match FILE FILE`, or a folder."""
    title = Title("What they ask for most that you lack", pluralize(len(read), "advertisement"))
    if not wanted:
        return (title, Paragraph("You have all that they name."))
    columns = (
        Column("", wide=True),
        Column("ads", "right"),
        Column("require it", "right"),
        Column("you"),
    )
    rows = tuple(
        (
            labels[skill.id],
            data(f"{skill.advertisements} of {len(read)}"),
            str(skill.must),
            quiet("" if skill.status in ("unrated", "unknown") else skill.status),
        )
        for skill in wanted[:MAX_WANTED]
    )
    files = Facts((("Read", quiet(", ".join(map(_read_as, read)))),))
    return (title, Table(columns, rows), files)


def _read_as(read: Advertisement) -> str:
    role = read.roles[0].title if read.roles else "no role"
    return f"{read.name.rsplit('/', 1)[-1]} ({role})"
