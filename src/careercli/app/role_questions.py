"""The command that answers a question about roles, if there are such roles."""

from shlex import quote

from careercli.app.places import is_role
from careercli.core.role_questions import RoleQuestion, questions_about_roles
from careercli.errors import UnknownNameError
from careercli.store.reader import Store
from careercli.text import collapse_spaces, strip_control

ANSWERS = {
    "salary {}": "says what it pays",
    "plan {}": "says what it takes",
    "show {}": "says what it is",
    "show {} outlook": "says how its jobs grow",
    "show {} ai": "says what two studies say of it",
    "skills {}": "lists what it needs",
    "moves {}": "finds what is near it",
    "path {} {}": "finds the way",
    "compare {} {}": "shows both beside each other",
}
"""Commands that answer a question about roles, and what each of them does."""
OPENINGS = frozenset("how what which is are will do does can should i".split())
"""Words with which a question begins."""


def question_about_roles(store: Store, text: str) -> RoleQuestion | None:
    """What a text asks about roles that there are; None if it asks nothing of the kind.

    Two roles are only those that are each called so and aren't one; one may be meant by several.
    """
    for question in questions_about_roles(text):
        roles = [_called(store, role) for role in question.roles]
        keys = [tuple(store.called(role)) for role in roles]
        is_pair = len(roles) == 1 or (all(map(_is_clear, keys)) and len(set(keys)) == len(keys))
        if all(roles) and is_pair:
            return question._replace(roles=tuple(roles))
    return None


def _is_clear(keys: tuple[str, ...]) -> bool:
    return len(keys) == 1


def refuse_question(store: Store, name: str) -> None:
    """Raises UnknownNameError, with the command that answers, if a name is clearly a question."""
    question = question_about_roles(store, name)
    if question and (len(question.roles) > 1 or name.split()[0].casefold() in OPENINGS):
        message = f"\u201c{collapse_spaces(strip_control(name))}\u201d is a question."
        raise UnknownNameError(message, [], hint=answer_to(question)) from None


def answer_to(question: RoleQuestion, place: str = "") -> str:
    """The command that answers, and what it does; of a place, if the command shows pay there."""
    typed = (quote("-".join(role.split())) for role in question.roles)
    command = question.command.format(*typed)
    area = f" -a {quote(place)}" if place and command.startswith("salary") else ""
    return f"careercli {command}{area} {ANSWERS[question.command]}."


def _called(store: Store, words: str) -> str:
    """What a role is called that words name, perhaps in the plural; empty if there is none."""
    from careercli.core.name_scores import singular

    if store.called(one := singular(words)):
        return one
    return words if is_role(store, [words]) else ""
