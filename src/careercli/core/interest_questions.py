"""Thirty activities, five of each of Holland's six types: ours, and no validated test."""

from collections.abc import Sequence

from careercli.core.interests import INTEREST_LETTERS, Scores

ANSWERS = ("not at all", "not much", "don't mind", "like it", "very much")
"""What 1 to 5 stand for; they score 0 to 4."""
HINT_AFTER = 12
"""Answers after which a first hint is given: two of each type."""

_ACTIVITIES = {
    "R": (
        "Take a bicycle apart and put it back together",
        "Drive a loaded truck across three states",
        "Weld a broken gate",
        "Grow vegetables on an acre of ground",
        "Find out why a machine stopped, and get it running",
    ),
    "I": (
        "Work out from blood samples what makes a patient ill",
        "Count birds for a year and look for a pattern",
        "Find the mistake in a long calculation",
        "Design an experiment that could prove you wrong",
        "Reconstruct a crime from what was left behind",
    ),
    "A": (
        "Write a story that strangers will read",
        "Play in a band every weekend",
        "Choose colors, light and furniture for a restaurant",
        "Draw the pictures for a children's book",
        "Act a part on a stage",
    ),
    "S": (
        "Teach a child to read",
        "Help a family through a hard decision",
        "Coach somebody through exercises after an injury",
        "Run a group for teenagers who are new in town",
        "Listen to a neighbor's trouble for an hour",
    ),
    "E": (
        "Talk a doubtful customer into the better model",
        "Open a shop with your own money",
        "Lead a crew that has to finish by Friday",
        "Bargain over the price of a house",
        "Run for office in your town",
    ),
    "C": (
        "Keep a company's books to the cent",
        "File a thousand records so that each is found in seconds",
        "Check forms for the box that somebody left empty",
        "Plan a month of shifts for forty people",
        "Count a warehouse's stock and order before it runs out",
    ),
}
QUESTIONS = tuple(question for turn in zip(*_ACTIVITIES.values(), strict=True) for question in turn)
"""The activities, their types in turn: R I A S E C R I …"""


def scored(answers: Sequence[int]) -> Scores:
    """Six scores, 0 to 20 when all is answered, from answers of 1 to 5 in the order asked."""
    kinds = len(INTEREST_LETTERS)
    return tuple(float(sum(answer - 1 for answer in answers[kind::kinds])) for kind in range(kinds))
