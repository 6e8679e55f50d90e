"""What stands first about a role, above its sections."""

from collections.abc import Callable, Collection, Iterator, Mapping

from careercli.core.figures import signed_percent, usd
from careercli.core.pay import estimate, on_basis
from careercli.model.role import Role, Tier
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import Inline, Part, cited, data, parts
from careercli.output.screens.pay import basis_words, cite_series
from careercli.output.screens.section import SectionContext
from careercli.output.screens.skills import short_label
from careercli.output.screens.wording import money_range, years_words


def glance_of(reader: SectionContext, labels: Collection[str] = ()) -> Iterator[tuple[str, Inline]]:
    """What stands alone above the sections, of a guide or an occupation; or some of it."""
    facts = GLANCE
    if reader.role.bare_occupation:
        from careercli.output.screens import occupation

        facts = occupation.GLANCE
    for label, write in facts.items():
        if (not labels or label in labels) and (fact := write(reader)):
            yield label, fact


def _demand_words(reader: SectionContext) -> Inline:
    if not (demand := reader.role.demand):
        return ""
    level = (data(demand.level), ", on a scale from low to very high")
    return cited(level, cite_source(reader.role.sources[demand.source], demand.kind))


def _ladder_words(reader: SectionContext) -> Inline:
    return " → ".join(_short_tier(tier) for tier in reader.role.tiers)


def _remote_words(reader: SectionContext) -> Inline:
    setting = reader.role.setting
    if not (setting and setting.remote):
        return ""
    return (data(setting.remote), f"; {setting.remote_note}" if setting.remote_note else "")


def _balance_words(reader: SectionContext) -> Inline:
    if not (worklife := reader.role.worklife):
        return ""
    source = cite_source(reader.role.sources[worklife.source], worklife.kind)
    return cited(f"{worklife.balance}; stress {worklife.stress}", source)


def _must_words(reader: SectionContext) -> Inline:
    musts = [asked for asked in reader.role.requirements if asked.need == "must"][:5]
    return "; ".join(short_label(asked.any_of, reader.labels) for asked in musts)


def _pay_words(reader: SectionContext) -> Inline:
    """The role's own estimate, else its nearest occupation's survey median.

    The survey goes first if that occupation is exactly the job.
    """
    role = reader.role
    pay: list[Part] = []
    exact = role.nearest is not None and role.nearest.match == "exact"
    if exact and (survey := _survey_words(role)):
        middle = estimate(role)
        if middle is None:
            return survey
        beside = ("; a publisher\u2019s estimate ", data(usd(middle.value)))
        return cited((*parts(survey), *beside), cite(middle, role.sources))
    if series := on_basis(role.pay, "levels"):
        points = series.points
        amounts = [amount for name, amount in points.items() if name != "median"]
        if amounts:
            low, high = min(amounts), max(amounts)
            pay.append(data(money_range(low, high) if low < high else usd(low)))
        if "median" in points:
            pay += [", middle " if amounts else "", data(usd(points["median"]))]
        pay.append(f" a year, {series.place}, {basis_words(series)}")
        return cited(tuple(pay), cite_series(series, role.sources))
    return _survey_words(role)


def _survey_words(role: Role) -> Inline:
    """The survey median of the nearest occupation."""
    nearest = role.nearest
    if nearest and nearest.pay and (figure := nearest.pay.figure("p50")):
        whose = " a year, survey median"
        if nearest.match != "exact":
            whose += f" of {nearest.title} ({nearest.match})"
        return cited((data(usd(figure.value)), whose), cite(figure, role.sources))
    return ""


def _short_tier(tier: Tier) -> str:
    years = years_words(tier.years).replace(" years", " y")
    return f"{tier.title} ({years})" if years else tier.title


def _outlook_words(reader: SectionContext) -> Inline:
    role = reader.role
    outlook: tuple[Part, ...] = ()
    if role.outlook and role.outlook.growth:
        growth = role.outlook.growth
        whose = "claimed" if growth.kind == "published-claim" else "growth"
        outlook = (
            data(signed_percent(growth.value)),
            f" {whose}",
            cite(growth, role.sources),
        )
    nearest = role.nearest
    if nearest and nearest.growth and nearest.all_growth:
        change = signed_percent(nearest.growth.value)
        average = signed_percent(nearest.all_growth.value)
        before = "; " if outlook else ""
        official = (*outlook, f"{before}nearest occupation {change}, all {average}")
        return cited(official, cite(nearest.growth, role.sources))
    return outlook


GLANCE: Mapping[str, Callable[[SectionContext], Inline]] = {
    "Pay": _pay_words,
    "Outlook": _outlook_words,
    "Demand": _demand_words,
    "Ladder": _ladder_words,
    "Remote": _remote_words,
    "Balance": _balance_words,
    "Must have": _must_words,
}
