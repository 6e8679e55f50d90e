"""Guides of one's own: check, new, add, remove, list."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careercli.app.open_stores import open_store
from careercli.app.user_store import left_out_line, put_guides, take_guide
from careercli.core.lint import differences, lint, openings, placeholders, repeated, unknown_names
from careercli.errors import CareerError, DataError, Problem, UnknownNameError, UsageError
from careercli.files import locations
from careercli.files.atomic import write_atomic
from careercli.files.guide_schema import SLUG, CheckedGuide, check_file
from careercli.files.guide_template import TEMPLATE
from careercli.model.codec import to_json_data
from careercli.output.records.guides import CHECK, OWN_GUIDES
from careercli.output.screens.guides import check_page, guides_page, problem_lines
from careercli.output.screens.wording import pluralize
from careercli.output.stdout import OutputFormat, Record, Result, emit, say_err
from careercli.store.compile import check_own_guides, named_credentials, named_skills


def check_files(
    files: Sequence[Path], form: OutputFormat | None, books: Sequence[Path], *, strict: bool
) -> bool:
    """`guide check`: writes what was found; returns whether every file passes.

    Without a file it checks the guides that were added.
    """
    files = files or sorted(locations.user_guides().glob("*.toml"))
    if not files:
        raise UsageError("You have no guides of your own.", hint="Name a file to check.")
    checked = [check_file(path) for path in files]
    for book in books:
        official = _book(book)
        checked = [_against(guide, book.name, official) for guide in checked]
    warnings = _warnings(checked)
    bad = [guide for guide in checked if guide.problems or (strict and warnings[guide.path])]
    answer = Result(
        "guide check",
        lambda: check_page(checked, warnings),
        lambda: Record.of(CHECK, checked=checked, warnings=warnings),
    )
    if form or not bad:
        emit(answer, form, pager=False)
    else:
        for guide in bad:
            problems = [*guide.problems, *(warnings[guide.path] if strict else ())]
            say_err("\n".join(problem_lines(guide.path, problems)))
    return not bad


def _book(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """What a workbook says of each occupation, by SOC code. Raises DataError."""
    from careercli.official import oews, projections
    from careercli.official.files import members
    from careercli.store.schema import AREA_PAY
    from careercli.store.wages import NATION, WageRow, code_text

    with members(path, "") as found:
        try:
            rows = oews.read(str(path), found, "", lambda _: None)
        except DataError:
            return projections.read(str(path), found, "", lambda _: None).parts
        paid = [WageRow._make(fields) for table, fields in rows if table is AREA_PAY]
    return {
        code_text(row.code): ({"pay": {"points": row.by_year}} if row.by_year else {})
        | ({"employment": row.employment} if row.employment else {})
        for row in paid
        if row.area == NATION
    }


def _against(
    checked: CheckedGuide, name: str, official: Mapping[str, Mapping[str, Any]]
) -> CheckedGuide:
    """The guide with a problem for each figure that is not the workbook's."""
    code = checked.guide.get("soc", {}).get("code")
    if code is None:
        return checked
    survey = (series for series in checked.guide.get("pay", ()) if series["kind"] == "survey")
    own = {point: amount for series in survey for point, amount in series["points"].items()}
    nearest = open_store(user=False).nearest(code)
    differing = differences(to_json_data(nearest), own, official.get(code, {}), name)
    return checked._replace(problems=[*checked.problems, *differing])


def _warnings(checked: Sequence[CheckedGuide]) -> dict[Path, list[Problem]]:
    store = open_store()
    labels = store.skill_labels(store.skill_ids())
    skills = {skill: label.kind for skill, label in labels.items()}
    sound = {str(path): guide for path, guide, problems in checked if not problems}
    roles = dict(store.slugs())
    roles |= {guide["slug"]: guide["title"] for guide in sound.values()}
    warnings: dict[Path, list[Problem]] = {guide.path: [] for guide in checked}
    for path, guide in sound.items():
        warnings[Path(path)] += lint(guide, skills, roles, named_skills(guide))
        warnings[Path(path)] += [
            Problem(where, "isn't a credential here", credential, "It is shown by its name alone.")
            for where, credential in named_credentials(guide)
            if store.credential_id(credential) != credential
        ]
    for path, problem in (*repeated(sound), *openings(sound)):
        warnings[Path(path)].append(problem)
    return warnings


def write_skeleton(slug: str) -> None:
    """`guide new`. Raises UsageError for an invalid slug, CareerError if the file exists."""
    if not re.fullmatch(SLUG, slug):
        raise UsageError(
            f"A slug has lowercase letters, digits and single hyphens; found \u201c{slug}\u201d.",
            hint=f"For example, {_slug_of(slug) or 'event-planner'}.",
        )
    path = Path(f"{slug}.toml")
    title = slug.replace("-", " ").title()
    try:
        write_atomic(path, TEMPLATE.replace("SLUG", slug).replace("TITLE", title), new=True)
    except FileExistsError:
        message = f"{path} is there already."
        raise CareerError(message, hint="Nothing was changed.") from None
    except OSError as error:
        raise CareerError(f"{path} cannot be written: {error.strerror}.") from None
    say_err(f"{path} is written. Fill it in, then type careercli guide check {path}")


def _slug_of(words: str) -> str:
    """Words as a slug; empty if nothing of them can stand in one."""
    return "-".join(re.findall("[a-z0-9]+", words.casefold()))


def add_guides(paths: Sequence[Path]) -> None:
    """`guide add`: all of them or, if one is not sound, none."""
    files = [file for path in paths for file in _files(path)]
    checked = [check_file(path) for path in files]
    if unsound := [guide for guide in checked if guide.problems]:
        for guide in unsound[1:]:
            say_err("\n".join(problem_lines(guide.path, guide.problems)))
        raise DataError(unsound[0].path, unsound[0].problems, hint="Nothing was added.")
    slugs = [guide.guide["slug"] for guide in checked]
    if twice := {slug for slug in slugs if slugs.count(slug) > 1}:
        raise UsageError(f"Two of the files have the slug {', '.join(sorted(twice))}.")
    for guide in checked:
        if unfilled := list(placeholders(guide.guide)):
            raise DataError(guide.path, unfilled, hint="Nothing was added.")
    bundled = {slug for slug, _ in open_store(user=False).slugs()}
    put_guides(dict(zip(slugs, files, strict=True)))
    store = open_store()
    skills, roles = set(store.skill_ids()), {slug for slug, _ in store.slugs()}
    for guide, slug in zip(checked, slugs, strict=True):
        place = ", in place of the bundled guide" if slug in bundled else ""
        say_err(f"{guide.guide['title']} is added{place}: careercli show {slug}")
        for problem in unknown_names(guide.guide, skills, roles, named_skills(guide.guide)):
            say_err(f"  {problem.words()}")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.toml"))
    if not files:
        raise UsageError(f"There is no .toml file in {path}.")
    return files


def remove_guide(slug: str) -> None:
    """`guide remove`. Raises UnknownNameError if no such guide was added."""
    own = {path.stem: path for path in locations.user_guides().glob("*.toml")}
    if slug not in own:
        hint = "Only guides that you added can be removed."
        raise UnknownNameError(f"You have no guide \u201c{slug}\u201d.", sorted(own), hint=hint)
    open_store(user=False)  # so that the store of the others can be made
    left = take_guide(own[slug])
    say_err(f"{slug} is removed ({pluralize(left, 'guide')} of yours left).")


def guides_answer() -> Result:
    """`guide`: the user's own guides, and what keeps any of them out."""
    checked = check_own_guides()
    for guide in checked:
        if guide.problems:
            say_err(left_out_line(guide))
    return Result("guide", lambda: guides_page(checked), lambda: Record(OWN_GUIDES, checked))
