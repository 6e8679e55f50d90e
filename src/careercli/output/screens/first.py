"""The first screen of a role: what anybody asks first, in the same rows for every role."""

import re
import textwrap
from collections.abc import Callable, Collection, Iterator, Sequence

from careercli.core.figures import figure_words, signed_percent, usd
from careercli.core.interests import INTEREST_WORDS
from careercli.core.pay import estimate, hourly_of, is_paid_by_hour, on_basis
from careercli.model.basics import Figure, Pay
from careercli.model.role import Role, Tier
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Approx,
    Commands,
    Inline,
    Legend,
    Page,
    Part,
    Range,
    Title,
    cited,
    data,
    parts,
    plain,
    quiet,
)
from careercli.output.screens.blocks import joined, known_facts, shown_figure
from careercli.output.screens.credential import portrait_of
from careercli.output.screens.occupation import (
    change_words,
    cite_onet,
    cite_projections,
    exposure_words,
    official,
)
from careercli.output.screens.pay import (
    NATION,
    PER,
    basis_words,
    cite_series,
    group_title,
    larger_group,
    median_cell,
    percentile_range,
    self_employed_blocks,
)
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.skills import short_label
from careercli.output.screens.wording import (
    is_leftover,
    leftover_words,
    money_range,
    period_end,
    shown_name,
    typed_name,
    years_words,
)

WIDTH, HEIGHT = 80, 22
"""The screen that the first one fits, without the prompts before and after it."""
TWO_LINES = 128
"""Characters of prose that fit beside the labels in two lines."""
ONE_LINE = 64
"""Less than these beside the labels tell little."""
LEAD_LINES = 224
"""Characters of prose that fit in three lines below the title: nearly every portrait's first ones,
whose second sentence often says what the first one means."""
MUSTS = 5


def _pay(reader: SectionContext) -> Iterator[Inline]:
    """The survey's pay if it is exactly of the job; else an estimate, beside the nearest's."""
    role = reader.role
    survey = _survey(role)
    if survey:
        yield from _survey_pay(role, survey)
        yield from (paragraph.text for paragraph in self_employed_blocks(role))
    levels = on_basis(role.pay, "levels")
    if survey and (middle := estimate(role)):
        estimated = ("a publisher\u2019s estimate: ", data(usd(middle.value)))
        yield cited(estimated, cite(middle, role.sources))
    elif levels:
        yield _estimated(role, levels)
    nearest = role.nearest
    if not survey and nearest and nearest.pay and (figure := nearest.pay.figure("p50")):
        of = f" a year: the median of {nearest.title} ({nearest.match})"
        yield cited((shown_figure(figure, near=True), of), cite(figure, role.sources))


def _survey(role: Role) -> Pay | None:
    """The survey's pay of exactly this job, in the unit that comes first."""
    if is_paid_by_hour(role):
        return hourly_of(role)
    nearest = role.nearest
    beside = nearest.pay if nearest and nearest.match == "exact" else None
    series = beside or on_basis(role.pay, "percentiles")
    return series if series and "p50" in series.points else None


def _survey_pay(role: Role, series: Pay) -> Iterator[Inline]:
    yearly = role.nearest.pay if role.nearest else on_basis(role.pay, "percentiles")
    words: list[Part] = []
    for unit in dict.fromkeys((series.unit, "USD/year")):
        figure = (series if unit == series.unit else yearly or series).figure("p50")
        if figure and figure.unit == unit:
            words += [", " if words else "", shown_figure(figure), f" {PER[unit]}"]
    jobs = role.occupation.employment if role.occupation else None
    of = f" of {figure_words(jobs)} employees" if jobs else ""
    if group := role.occupation.counted_in if role.occupation else "":
        of = f" of {group_title(group)}, its larger group"
    where = "" if series.place == NATION else f" in {series.place}"
    yield cited((*words, f": the median{of}{where}"), cite_series(series, role.sources))
    drawn = yearly if yearly and "p50" in yearly.points else series
    if line := percentile_range(drawn):
        yield line


def _estimated(role: Role, series: Pay) -> Inline:
    points = series.points
    amounts = [amount for name, amount in points.items() if name != "median"]
    words: list[Part] = []
    if amounts:
        low, high = min(amounts), max(amounts)
        words.append(data(money_range(low, high) if low < high else usd(low)))
    if "median" in points:
        words += [", middle " if amounts else "", data(usd(points["median"]))]
    words.append(f" a year, {series.place}, {basis_words(series)}")
    return cited(tuple(words), cite_series(series, role.sources))


def _outlook(reader: SectionContext) -> Iterator[Inline]:
    role = reader.role
    outlook, nearest, occupation = role.outlook, role.nearest, role.occupation
    own = outlook.growth if outlook else None
    if nearest and nearest.growth:
        if own:
            whose = "claimed by the publisher" if own.kind == "published-claim" else "growth"
            yield cited((data(signed_percent(own.value)), f" {whose}"), cite(own, role.sources))
        growth, exact = nearest.growth, nearest.match == "exact"
        words = signed_percent(growth.value)
        change = data(words) if exact else Approx(words, "data")
        rest = _projected(role, growth, nearest.all_growth, nearest.openings if exact else None)
        beside = "" if exact else f", {nearest.title}"
        yield cited((change, f"{rest}{beside}"), cite(growth, role.sources))
    elif own:
        rest = ""
        if occupation:
            rest = _projected(role, own, occupation.all_growth, occupation.openings)
        yield cited((shown_figure(own), rest), cite(own, role.sources))


def _projected(
    role: Role, growth: Figure, all_growth: Figure | None, openings: Figure | None
) -> str:
    """Until when growth is projected, that of all jobs, and the openings."""
    year = period_end(role.sources[growth.source].title)
    words = f" by {year}" if year else ""
    if all_growth:
        words += f" (all jobs {signed_percent(all_growth.value)})"
    return words + (f", {figure_words(openings)} openings a year" if openings else "")


def _demand(reader: SectionContext) -> Iterator[Inline]:
    if demand := reader.role.demand:
        level = (data(demand.level), ", on a scale from low to very high")
        yield cited(level, cite_source(reader.role.sources[demand.source], demand.kind))


def _way_in(reader: SectionContext) -> Iterator[Inline]:
    """In our words; else the usual education, and what is always asked for."""
    role, occupation = reader.role, official(reader)
    if way_in := portrait_of(reader).way_in:
        yield (beginning(way_in), quiet(" ours"))
        return
    if role.education and role.education.usual:
        yield role.education.usual
    elif occupation.entry:
        yield cited(occupation.entry, cite_projections(role))
    asked = [term.credential.label for term in occupation.credentials if term.level == "always"]
    if asked:
        yield f"always asked for: {', '.join(asked)}"


def _tiers(reader: SectionContext) -> Iterator[Inline]:
    if reader.role.tiers:
        yield " → ".join(map(_short_tier, reader.role.tiers))


def _short_tier(tier: Tier) -> str:
    years = years_words(tier.years).replace(" years", " y")
    return f"{tier.title} ({years})" if years else tier.title


def _remote(reader: SectionContext) -> Iterator[Inline]:
    setting = reader.role.setting
    if setting and setting.remote:
        yield (data(setting.remote), f"; {setting.remote_note}" if setting.remote_note else "")


def _balance(reader: SectionContext) -> Iterator[Inline]:
    if worklife := reader.role.worklife:
        source = cite_source(reader.role.sources[worklife.source], worklife.kind)
        yield cited(f"{worklife.balance}; stress {worklife.stress}", source)


def _suits(reader: SectionContext) -> Iterator[Inline]:
    """The interests that stand out, strongest first; those of the nearest occupation, if any."""
    role, occupation = reader.role, reader.role.occupation
    letters = (role.nearest.interests or "") if role.nearest else ""
    if occupation and occupation.interests:
        strongest = "".join(interest.letter for interest in occupation.interests[:2])
        letters = occupation.high_points or strongest
    if letters:
        words = f"{', '.join(INTEREST_WORDS[letter] for letter in letters)} (Holland {letters})"
        yield cited(words if occupation else Approx(words), cite_onet(role))


def _musts(reader: SectionContext) -> Iterator[Inline]:
    musts = [asked for asked in reader.role.requirements if asked.need == "must"][:MUSTS]
    if musts:
        yield "; ".join(short_label(asked.any_of, reader.labels) for asked in musts)


def _not_told(reader: SectionContext) -> Iterator[Inline]:
    if untold := portrait_of(reader).untold:
        yield (beginning(untold), quiet(" ours"))


def _near(reader: SectionContext) -> Iterator[Inline]:
    near = [(f"{row.name or row.title} ", *parts(median_cell(row))) for row in reader.near]
    if near:
        yield joined(" · ", near)


def _guides(reader: SectionContext) -> Iterator[Inline]:
    near = [(guide.title, guide.nearest.match) for guide in reader.guides if guide.nearest]
    if near:
        yield joined(" · ", [(title, quiet(f" ({match})")) for title, match in near])


ROWS: dict[str, Callable[[SectionContext], Iterator[Inline]]] = {
    "Pay": _pay,
    "Outlook": _outlook,
    "Change": change_words,
    "Counted in": lambda reader: larger_group(reader.role, ""),
    "Demand": _demand,
    "Way in": _way_in,
    "Tiers": _tiers,
    "Remote": _remote,
    "Balance": _balance,
    "Suits": _suits,
    "AI": exposure_words,
    "Must have": _musts,
    "Not told": _not_told,
    "Near": _near,
    "Guides": _guides,
}
"""Rows in order, each as its lines."""
ELSEWHERE = frozenset({"Demand", "Balance"})
"""Rows for which the first screen has no room; the parts have them."""
SPARE = ("Must have", "Remote", "Tiers", "Near", "Guides", "Suits")
"""Rows that are left out if the others take all the room."""
OTHER_LINES = 3
"""Lines for two blank ones and the sources."""


def fact_rows(reader: SectionContext, labels: Collection[str]) -> Iterator[tuple[str, Inline]]:
    """Some rows; the second and further lines of one have no label."""
    for label in ROWS:
        if label in labels:
            for place, line in enumerate(ROWS[label](reader)):
                yield ("" if place else label, line)


def beginning(prose: str, room: int = TWO_LINES) -> str:
    """The sentences of prose that fit into some lines of the first screen; at least the first, and
    one more if that is less than a line."""
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z])", prose)
    kept = sentences[0]
    for following in sentences[1:]:
        if len(kept) + len(following) >= (room if len(kept) >= ONE_LINE else LEAD_LINES):
            break
        kept += f" {following}"
    return kept


def head(reader: SectionContext, family: str) -> Title:
    """What a role is called, and what it is."""
    role = reader.role
    code = role.occupation.code.removesuffix(".00") if role.occupation else ""
    named = (role.title if role.name else "") if role.bare_occupation else family
    words = " · ".join(filter(None, (named, code)))
    aside = cited(words, cite_onet(role)) if role.bare_occupation else words
    return Title(shown_name(role), aside, lead_of(role))


def lead_of(role: Role) -> Inline:
    """What a role is: of an occupation, in the words of its portrait if it has one."""
    occupation = role.bare_occupation
    portrait = occupation.portrait if occupation else None
    if occupation and is_leftover(role.title) and not (portrait and portrait.what):
        return leftover_words(role.name or role.title)
    return (portrait.what, quiet(" ours")) if portrait and portrait.what else role.summary


COMMANDS_TOO = ("day", "tiers", "skills")


def first_screen(reader: SectionContext, family: str, names: Sequence[str]) -> Page:
    """`show ROLE` on a terminal; `names` are the parts that it tells of."""
    lead, *ours = parts(lead_of(reader.role)) or ("",)
    room = LEAD_LINES if reader.role.bare_occupation else TWO_LINES
    title = head(reader, family)._replace(lead=(beginning(plain(lead), room), *ours))
    typed = typed_name(reader.role)
    more = _named_in_a_line(names) if names else ""
    commands = [f"careercli show {typed} {names[0]}"] if names else []
    commands.append(f"careercli moves {typed}")
    aside = len(title.text) + len(plain(title.aside)) + 2 > WIDTH
    above = 1 + aside * _lines(title.aside, 2) + _lines(title.lead, 2)
    beside = len("  ·  ".join(commands)) <= WIDTH - 2
    below = _lines(more, 2) + (1 if beside else len(commands))
    facts = known_facts(_fitting(reader, HEIGHT - OTHER_LINES - above - below))
    legend = (Legend(more),) if more else ()
    return (title, *facts, *legend, Commands(tuple((command, "") for command in commands)))


def _named_in_a_line(names: Sequence[str]) -> str:
    """The parts that there are; without those that are commands, too, if a line is too short."""
    for given_up in (None, *COMMANDS_TOO):
        names = [name for name in names if name != given_up]
        more = f"More: {', '.join(names)}, all"
        if _lines(more, 2) == 1:
            break
    return more


def _fitting(reader: SectionContext, height: int) -> list[tuple[str, Inline]]:
    """The rows that fit a height; those that are given up first are of a guide alone."""
    labels = ROWS.keys() - ELSEWHERE
    for given_up in (*SPARE, ""):
        rows = list(fact_rows(reader, labels))
        beside = 4 + max((len(label) for label, _ in rows), default=0)
        if sum(_lines(line, beside) for _, line in rows) <= height:
            break
        labels -= {given_up}
    return rows


def _lines(inline: Inline, beside: int) -> int:
    """How many lines an inline takes beside so many cells."""
    if isinstance(inline, Range):
        return 1
    return len(textwrap.wrap(plain(inline), WIDTH - beside, break_on_hyphens=False))
