"""An advertisement on the screen: what it asks for, requires, does not ask for and pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import usd
from careercli.core.match import NamedCredential, NamedSkill, PayPlace, Wanted
from careercli.core.statements import ASIDE
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
from careercli.output.screens.credential import HELD, held_words
from careercli.output.screens.skills import LEVELS
from careercli.output.screens.wording import join_and, money_range, pluralize

if TYPE_CHECKING:
    from careercli.core.match import Advertisement

Labels = Mapping[str, str]
STATES: dict[str, CheckState] = {
    "have": "met",
    "claimed": "unrated",
    "none": "missing",
    "unrated": "unrated",
}
MET: dict[str, CheckState] = {"met": "met", "not met": "missing", "not known": "unrated"}
PERCENTILES = {"p10": "10th", "p25": "25th", "p50": "median", "p75": "75th", "p90": "90th"}
JUDGED = frozenset(("degree", "years"))
"""Requirements that the profile can answer; the others are yours to judge."""
MAX_UNRECOGNIZED = 12
MAX_WANTED = 20


def match_page(read: Advertisement, labels: Labels) -> Page:
    """`match FILE`."""
    blocks: list[Block] = [_title(read)]
    must = [skill for skill in read.skills if skill.standing == "must"]
    if must:
        columns = (Column("Asks for", wide=True), Column("you"), Column("", wide=True))
        blocks.append(Table(columns, tuple(_asked(one, labels) for one in must)))
    nice = [skill for skill in read.skills if skill.standing == "nice"]
    nice_held = [credential for credential in read.credentials if credential.standing == "nice"]
    if nice or nice_held:
        words = [_nice(labels[one.skill], one.written, one.status == "have") for one in nice]
        words += [_nice(labels[one.id], one.written, one.state == "held") for one in nice_held]
        blocks.append(Facts((("Nice", join_and(words)),)))
    blocks += _requires(read, labels)
    if read.denied:
        names = join_and([labels[one] for one in read.denied])
        blocks.append(Facts((("Doesn't ask for", names),)))
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


def _asked(one: NamedSkill, labels: Labels) -> tuple[Inline, ...]:
    state = STATES[one.status]
    if one.status == "have" and one.asked_level > one.level:
        state = "below"
    level = LEVELS[one.level].text if one.level else one.status if one.status != "unrated" else ""
    asks = [f"{pluralize(one.years, 'year')}"] if one.years else []
    asks += [f"{LEVELS[one.asked_level].text}"] if one.asked_level else []
    asks += ["one of these is enough"] if one.choice else []
    written = "" if one.written == labels[one.skill] else f"\u201c{one.written}\u201d"
    return (
        (Check(state), labels[one.skill]),
        level,
        quiet(", ".join(filter(None, [written, *asks]))),
    )


def _nice(label: str, written: str, held: bool) -> str:
    mark = " \u2713" if held else ""
    return f"{label}{mark}" if written == label else f"{label}{mark} (\u201c{written}\u201d)"


def _requires(read: Advertisement, labels: Labels) -> Iterator[Block]:
    rows = [
        _credential(credential, labels)
        for credential in read.credentials
        if credential.standing == "must"
    ]
    rows += [
        (
            (Check(MET[requirement.met]), requirement.label),
            requirement.met if requirement.met != "not known" else "",
            quiet(f"\u201c{requirement.words}\u201d{', preferred' if requirement.wished else ''}"),
        )
        for requirement in read.required
        if requirement.kind in JUDGED
    ]
    if rows:
        columns = (Column("Requires", wide=True), Column("you"), Column("", wide=True))
        yield Table(columns, tuple(rows))
    judged = [one.label for one in read.required if one.kind not in JUDGED]
    facts = [("Yours to judge", ", ".join(judged))] if judged else []
    kinds = {one.kind for one in read.required}
    missing = [
        word
        for word, there in (
            ("degree", "degree" in kinds),
            ("license or certificate", bool(read.credentials)),
            ("years", "years" in kinds or any(skill.years for skill in read.skills)),
            ("pay", bool(read.pay)),
        )
        if not there
    ]
    if missing:
        facts.append(("Not said", ", ".join(missing)))
    if facts:
        yield Facts(tuple(facts))


def _credential(one: NamedCredential, labels: Labels) -> tuple[Inline, ...]:
    written = "" if one.written == labels[one.id] else f"\u201c{one.written}\u201d"
    name = (Check(HELD[one.state]), labels[one.id])
    return name, held_words(one.state, one.until), quiet(written)


def _pays(read: Advertisement) -> Iterator[Block]:
    pay, place = read.pay, read.place
    if pay is None:
        return
    low, high = pay.yearly()
    if pay.unit == "USD/hour":
        by_hour = f"${pay.low:,.2f}" if low == high else f"${pay.low:,.2f}–{pay.high:,.2f}"
        words = f"{by_hour} an hour ({_range(low, high)} a year at 2,080 hours)"
    else:
        words = f"{_range(low, high)} a year"
    facts: list[tuple[str, Inline]] = [("Pays", data(words))]
    if place:
        facts.append(("In the survey", _stands(place, low, high)))
    if read.own_pay:
        change = [round(100 * (end / read.own_pay - 1)) for end in (low, high)]
        signs = " to ".join(dict.fromkeys(f"{one:+d} %" for one in change))
        facts.append(("Beside yours", f"{signs} on your {usd(read.own_pay)}"))
    yield Facts(tuple(facts))
    if place and {"p25", "p50", "p75"} <= place.points.keys():
        points = place.points
        ends = (points.get("p10", points["p25"]), points.get("p90", points["p75"]))
        rows = [
            ScaleRow(
                _first_city(place.place),
                data(usd(points["p50"])),
                (ends[0], points["p50"], ends[1]),
                (points["p25"], points["p75"]),
            ),
            ScaleRow("This one", data(_range(low, high)), (), (low, high))
            if low != high
            else ScaleRow("This one", data(usd(low)), (low,)),
        ]
        if read.own_pay:
            rows.append(ScaleRow("You", data(usd(read.own_pay)), (read.own_pay,)))
        yield Scale(tuple(rows), 0, max(*ends, high, read.own_pay or 0))


def _range(low: float, high: float) -> str:
    return usd(low) if low == high else money_range(low, high)


def _stands(place: PayPlace, low: float, high: float) -> str:
    """Where the pay stands among the percentiles of the survey."""
    lowest, highest = place.between(low).split("-")[0], place.between(high).split("-")[-1]
    median = place.points.get("p50")
    shown = f"; the median is {usd(median)}" if median else ""
    return f"{_between(lowest, highest)}, {place.place}{shown}"


def _first_city(place: str) -> str:
    """A metropolitan area by its first city: Dayton, OH."""
    cities, comma, states = place.partition(", ")
    return f"{cities.partition('-')[0]}{comma}{states.partition('-')[0]}"


def _between(lowest: str, highest: str) -> str:
    """Percentiles around pay; empty for what is below or above all of them."""
    if lowest == highest and lowest:
        return f"at the {_percentile(lowest)}"
    if lowest and highest:
        return f"between the {PERCENTILES[lowest]} and the {_percentile(highest)}"
    if highest:
        return f"below the {_percentile(highest)}"
    return f"above the {_percentile(lowest)}" if lowest else "from the lowest to the highest"


def _percentile(point: str) -> str:
    words = PERCENTILES[point]
    return words if point == "p50" else f"{words} percentile"


def _rest(read: Advertisement, labels: Labels) -> Iterator[Block]:
    facts: list[tuple[str, Inline]] = []
    if len(read.roles) > 1:
        facts.append(("Also near", quiet(", ".join(role.title for role in read.roles[1:]))))
    for reason, ids in read.aside.items():
        names = ", ".join(labels[one] for one in ids)
        facts.append(("Set aside", quiet(f"{names}: {ASIDE[reason]}")))
    if read.unknown:
        names = ", ".join(read.unknown[:MAX_UNRECOGNIZED])
        more = len(read.unknown) - MAX_UNRECOGNIZED
        facts.append(("Not recognized", quiet(names + (f" and {more} more" if more > 0 else ""))))
    facts += [("Note", quiet(note)) for note in read.notes]
    if facts:
        yield Facts(tuple(facts))
    commands = []
    unrated = next((skill for skill in read.skills if skill.status in ("unrated", "claimed")), None)
    if unrated:
        commands.append((f"careercli profile set {unrated.skill}=3", "rate what you have"))
    if read.roles:
        slug = read.roles[0].slug
        commands.append((f"careercli show {slug}", "what the job is like"))
    if commands:
        yield Commands(tuple(commands))


def several_page(read: Sequence[Advertisement], wanted: Sequence[Wanted], labels: Labels) -> Page:
    """`match FILE FILE`, or a folder."""
    title = Title(
        "What they ask for most that you lack", f"{pluralize(len(read), 'advertisement')}"
    )
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
            labels[one.id],
            data(f"{one.advertisements} of {len(read)}"),
            str(one.must),
            quiet("" if one.status in ("unrated", "unknown") else one.status),
        )
        for one in wanted[:MAX_WANTED]
    )
    files = Facts((("Read", quiet(", ".join(_read_as(one) for one in read))),))
    return (title, Table(columns, rows), files)


def _read_as(one: Advertisement) -> str:
    role = one.roles[0].title if one.roles else "no role"
    return f"{one.name.rsplit('/', 1)[-1]} ({role})"
