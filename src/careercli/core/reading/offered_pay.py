"""What an advertisement pays: by the hour, the day, the week, the month, the year or the mile."""

import re
from collections.abc import Iterator
from math import inf
from typing import Literal, NamedTuple

from careercli.core.reading.text_pattern import lowered
from careercli.model.basics import HOURS_A_YEAR

Unit = Literal["USD/hour", "USD/day", "USD/week", "USD/month", "USD/year", "USD/mile"]
A_YEAR: dict[Unit, int] = {
    "USD/hour": HOURS_A_YEAR,
    "USD/day": HOURS_A_YEAR // 8,
    "USD/week": 52,
    "USD/month": 12,
    "USD/year": 1,
}
"""How many of a unit full-time work has in a year; of miles nobody knows."""
LEAST: dict[Unit, float] = {
    "USD/hour": 7,
    "USD/day": 56,
    "USD/week": 280,
    "USD/month": 1_000,
    "USD/year": 10_000,
    "USD/mile": 0.2,
}
"""Less is a differential, a bonus or pay for something else."""
MOST_A_MILE = 10


class OfferedPay(NamedTuple):
    """What an advertisement pays, in USD.

    low, high: the same if it names one amount
    besides: the words of pay by the mile, if it names that too
    """

    low: float
    high: float
    unit: Unit
    words: str
    besides: str = ""

    def yearly(self) -> tuple[float, float] | None:
        """By the year of full-time work; None if it isn't by time."""
        factor = A_YEAR.get(self.unit)
        return (self.low * factor, self.high * factor) if factor else None


_AMOUNT = r"\$\s?(\d[\d,]*(?:\.\d+)?|\.\d+)\s?([kK]\b)?"
_BETWEEN = r"\s?(?:/|per |an? )?\s?(?:hr|hour|h|day|wk|week|mo|month|yr|year)\b\.?"
"""A unit behind the lower amount, said again behind the higher one: "$25/hr - $30/hr"."""
_RANGE = re.compile(
    rf"{_AMOUNT}(?:\s?\+)?"
    rf"(?:(?:{_BETWEEN}\s*(?:-|–|—|(?:up )?to)\s*\$|\s*(?:-|–|—|to|and)\s*\$?)\s?"
    r"(\d[\d,]*(?:\.\d+)?|\.\d+)\s?([kK]\b)?)?"
)
_BARE = re.compile(
    r"(?<![\w$£€¥₹.,/#:+–—-])(?<![£€¥₹] )(\d[\d,]{0,8}(?:\.\d{1,2})?)\s?([kK]\b)?\s?\+?"
    rf"(?:(?:{_BETWEEN})?\s?(?:-|–|—|to\b|and\b)\s?(\d[\d,]{{0,8}}(?:\.\d{{1,2}})?)\s?([kK]\b)?)?"
    r"(?![\w%])"
)
"""Amounts without a sign: "60k-68k", "18-22/hr"; many other numbers are written so too."""
_PAY_BEFORE = re.compile(
    r"\b(?:pay(?:s|ing)?|wages?|salary|compensation|comp|hourly|earn|make|base|starting"
    r"|starts)(?: (?:rate|range|scale|is|of|from|at|up to|between|an?|the))*\s?[:–-]?\s?$"
)
_PAY_BEHIND = re.compile(
    r"\s*(?:(?:usd|bucks|dollars) (?:an?|per)\b|(?:usd\s*)?"
    r"/\s?(?:hr|hour|h|yr|year|wk|week|mo|month|annum)\b"
    r"|(?:hourly|annually|yearly)\b|(?:an?|per) (?:yr|year|annum)\b"
    r"|hr\b\.?\s?(?:\+|plus\b|do[eq]\b|and tips))"
)
_ITEM_BEFORE = re.compile(r"(?:^|[\n|•·,;(–—-])\s*$")
_BY_TIME = re.compile(
    r"\s?(?:an?|per) (?:hr|hour|day|week|month)\b(?=\s*(?:$|[.,;)|(+&\n]|do[eq]\b|plus\b))"
)
_OF_WORK = re.compile(
    r"\b(?:must|units|cases|cartons|pieces|pallets|boxes|orders|calls|parts|lines|rooms|tables"
    r"|patients|produce|loads|tickets|rate|volume|minimum|at least|team of|speed|flow|quota)\b"
    r"[^,;|\n]*$"
)
"""Before what somebody gets done in an hour: "must pick 120/hr"."""
_PAY_GOES_ON = re.compile(
    r"\s*(?:$|[.,;)|(\n]|[-–—+&/]|(?:usd|bucks|dollars|an?|per|hourly|weekly|monthly|annually|yearly|yr|hr|doe|doq"
    r"|d\.o\.e|depending|based|base|salary|plus|with|w/|ote|to start|starting|bonus|commission"
    r"|your first year)(?![a-z]))"
)
_CENTS = re.compile(
    r"\b(\d\d(?:\.\d)?)(?:\s*(?:-|–|to)\s*(\d\d(?:\.\d)?))?\s*"
    r"(?:cpm\b|(?:cents|¢)\s*(?:per|an?|/)\s?mile)"
)
_UNITS: dict[str, Unit] = {
    "h": "USD/hour",
    "d": "USD/day",
    "w": "USD/week",
    "mo": "USD/month",
    "mi": "USD/mile",
}
_UNIT = re.compile(
    r"\s*\+?\s*(?:usd|bucks|dollars)?\s*(?:/\s?|\ban?\s+|\bper\s+|\bevery\s+)?"
    r"(hour(?:ly)?|hr|h\b|year(?:ly)?|yr|annum|annually|salary|day\b|daily|week(?:ly)?|wk|month(?:ly)?"
    r"|mo\b|mile)",
)
_UNIT_BEFORE = re.compile(r"\b(weekly|daily|monthly)\b[^$]*$")
_NOT_PAY = re.compile(
    r"\b(?:bonus|sign[- ]?on|budget|revenue|sales of|worth|per diem|reimburse\w*|book of"
    r"|aum|million|differential|allowance|stipend)\b|\d\s?[mb]\b",
)
_EXTRA = re.compile(
    r"\W*(?:\w+ )?(?:bonus|per diem|stipend|allowance|toward|reimburse|differential)"
)
_OF_A_PIECE = re.compile(
    r"\s?(?:/\s?|(?:per|an?) )(?:appointment|article|assignment|bag|box|call|case|chart|class"
    r"|client|course|credit|delivery|door|event|foot|ft|game|head|install|job|lead|lesson|load|night"
    r"|order|package|page|patient|piece|procedure|project|report|ride|room|sale|session|shift|sq"
    r"|square|stop|student|test|ton|tree|trip|unit|visit|word)(?:e?s)?\b"
    r"|/(?!(?:doe|ote|tips?|bonus|commission|plus|neg\w*|dep\w*|base|hrs?|hours?|h|wks?|weeks?|mo"
    r"|months?|yrs?|years?|days?|mi|miles?|annum|full|part|start\w*|weekends?|nights?)\b)[a-z]{3,}\b"
)
"""Behind an amount for a piece of work, of which nobody knows how many a year has: "per visit", and
whatever else stands right behind a slash: "/walk"."""
_ADDED = re.compile(r"\s*(?:\(\s*)?(?:\+|&|w/|(?:plus|and|with)\b)")
"""What comes behind an amount that is something else besides it: "$75k - $92k + per diem"."""


def offered_pay(text: str) -> OfferedPay | None:
    """The pay that a text states: its first range by the hour or year, else its first amount of
    those, else by the week, month or day; by the mile if there is nothing else."""
    offers = list(_offers(text))
    by_mile = next((offer for offer in offers if offer.unit == "USD/mile"), None)
    by_time = [offer for offer in offers if offer.unit != "USD/mile"]
    usual = [offer for offer in by_time if offer.unit in ("USD/hour", "USD/year")]
    ranges = [offer for offer in usual if offer.low < offer.high]
    first = next(iter((*ranges, *usual, *by_time)), None)
    if first and by_mile:
        return first._replace(besides=by_mile.words)
    return first or by_mile


def without_pay(line: str) -> str:
    """A line with a comma for each pay that it states."""
    for offer in _offers(line):
        line = line.replace(offer.words, ",")
    return line


def _offers(text: str) -> Iterator[OfferedPay]:
    bare = (hit for hit in _BARE.finditer(text) if _is_bare_pay(text, hit))
    for hit in sorted((*_RANGE.finditer(text), *bare), key=re.Match.start):
        after = text[hit.end() : hit.end() + 24]
        before = lowered(re.split(r"[.\n]", text[max(0, hit.start() - 24) : hit.start()])[-1])
        stated = _UNIT.match(lowered(after)) or _UNIT_BEFORE.search(before)
        low = _number(hit[1], hit[2] or (hit[4] if hit[3] else None))
        high = _number(hit[3], hit[4] or hit[2]) if hit[3] else low
        unit: Unit
        if stated:
            unit = next((_UNITS[key] for key in _UNITS if stated[1].startswith(key)), "USD/year")
        else:
            unit = "USD/hour" if high < 250 else "USD/year"
        if high >= LEAST["USD/year"] >= low * 10 and low * 1000 <= high:
            low *= 1000  # $70-80,000
        behind = stated.end() if stated and stated.re is _UNIT else 0
        if not stated and _OF_A_PIECE.match(lowered(after)):
            continue
        is_with_more = hit.group().endswith(" +") or _ADDED.match(lowered(after), behind)
        of_it = "" if is_with_more else lowered(re.split(r"[.;\n]", after, maxsplit=1)[0])
        near = before + lowered(hit.group()) + of_it
        is_extra = not is_with_more and _EXTRA.match(lowered(after), behind)
        is_usual = stated and unit in ("USD/hour", "USD/year")
        if not is_usual and (is_extra or _NOT_PAY.search(before if stated else near)):
            continue
        most = MOST_A_MILE if unit == "USD/mile" else inf
        if low and low <= high and LEAST[unit] <= high <= most:
            yield OfferedPay(low, high, unit, f"{hit.group()}{after[:behind]}".strip(" +"))
    for cents in _CENTS.finditer(lowered(text)):
        low, high = float(cents[1]) / 100, float(cents[2] or cents[1]) / 100
        yield OfferedPay(low, high, "USD/mile", cents.group())


def _is_bare_pay(text: str, hit: re.Match[str]) -> bool:
    """Whether an amount without a sign is pay: by words before it or a unit behind it, or because
    it goes from thousands to thousands and nothing follows that it could be a number of."""
    after = lowered(text[hit.end() : hit.end() + 24])
    before = lowered(text[max(0, hit.start() - 32) : hit.start()])
    if not _PAY_GOES_ON.match(after) or hit[1] == "401":
        return False
    is_told = _PAY_BEFORE.search(before) is not None
    is_told = is_told or (before.endswith("usd ") and "," in hit.group())
    if not is_told and _OF_WORK.search(before):
        return False
    is_told = is_told or _PAY_BEHIND.match(after) is not None or bool(hit[3] and hit[4])
    return is_told or bool(_ITEM_BEFORE.search(before) and (hit[2] or _BY_TIME.match(after)))


def _number(digits: str, thousand: str | None) -> float:
    return float(digits.replace(",", "")) * (1000 if thousand else 1)
