"""All bundled guides: worth reading, linked to each other, every figure with a source."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from careercli.core.lint import lint, openings, repeated
from careercli.files.guide_schema import check_file
from careercli.store.compile import named_skills

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "data" / "roles").glob("*.toml"))
SLUGS = [file.stem for file in FILES]
OFFICIAL = ROOT / "data" / "official"
Guides = dict[str, dict[str, Any]]

checked_once = cache(check_file)


@pytest.fixture(scope="module")
def guides() -> Guides:
    """Each guide's data, by its slug."""
    return {file.stem: checked_once(file).guide for file in FILES}


def test_there_are_at_least_forty() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_passes_the_strict_check(file: Path, guides: Guides) -> None:
    checked = checked_once(file)
    labels = open_store().skill_labels(open_store().skill_ids())
    skills = {skill: label.kind for skill, label in labels.items()}
    roles = {slug: guide["title"] for slug, guide in guides.items()}
    assert [
        *checked.problems,
        *lint(checked.guide, skills, roles, list(named_skills(checked.guide))),
    ] == []


def test_no_sentence_stands_in_two_guides_and_no_opening_in_five(guides: Guides) -> None:
    assert [*repeated(guides), *openings(guides)] == []


def test_related_roles_link_both_ways_and_connect_all(guides: Guides) -> None:
    links = {
        slug: {one["slug"] for one in guide["related"] if one.get("slug")}
        for slug, guide in guides.items()
    }
    assert [(a, b) for a, there in links.items() for b in there if a not in links[b]] == []
    reached, rest = set(), ["product-coordinator"]
    while rest:
        slug = rest.pop()
        if slug not in reached:
            reached.add(slug)
            rest += links[slug]
    assert reached == set(links)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_names_its_nearest_occupation_with_official_figures(slug: str, guides: Guides) -> None:
    guide = guides[slug]
    nearest = open_store().get(f"guide:{slug}").nearest
    assert nearest is not None
    assert nearest.code == guide["soc"]["code"]
    assert nearest.pay is not None
    assert nearest.growth is not None
    assert nearest.all_growth is not None
    assert guide["soc"]["match"] == "exact" or guide["soc"].get("note")


@pytest.mark.parametrize("slug", SLUGS)
def test_requirements_are_those_of_a_job_and_levels_rise(slug: str, guides: Guides) -> None:
    requirements = guides[slug]["requirements"]
    assert 20 <= len(requirements) <= 32
    assert requirements[0]["need"] == "must"
    levels = {tier["level"] for tier in guides[slug]["tiers"] if tier.get("level")}
    assert all(set(one["expected"]) <= levels for one in requirements)


def test_no_two_guides_are_exactly_one_occupation(guides: Guides) -> None:
    exact = [g["soc"]["code"] for g in guides.values() if g["soc"]["match"] == "exact"]
    assert len(exact) == len(set(exact))


def test_a_ladder_and_each_certificate_says_where_it_is_from(guides: Guides) -> None:
    for guide in guides.values():
        certificates = guide["education"].get("certificates", ())
        assert all("source" in one for one in (*guide["tiers"], *certificates))
    coordinator = guides["product-coordinator"]
    assert {tier["source"] for tier in coordinator["tiers"]} == {"jobicy"}
    assert coordinator["sources"]["jobicy"]["kind"] != "editorial"


def test_no_requirement_is_a_credential(guides: Guides) -> None:
    store = open_store()
    skills = {s for g in guides.values() for one in g["requirements"] for s in one["any_of"]}
    assert not store.former_skills(skills)


def test_no_guide_holds_survey_figures_of_its_own(guides: Guides) -> None:
    kinds = {series["kind"] for guide in guides.values() for series in guide.get("pay", ())}
    assert kinds <= {"published-estimate"}


@pytest.mark.parametrize("slug", SLUGS)
def test_demand_follows_the_one_rule(slug: str, guides: Guides) -> None:
    """By the projection of an exact or close occupation; else a publisher's claim, or none."""
    guide = guides[slug]
    nearest, demand = open_store().get(f"guide:{slug}").nearest, guide.get("demand")
    assert nearest is not None
    assert nearest.growth is not None
    assert nearest.all_growth is not None
    if nearest.match == "broader":
        assert demand is None or demand["kind"] == "published-claim"
        return
    growth, everyone = nearest.growth.value, nearest.all_growth.value
    steps = ((2, "moderate"), (4, "high"))
    level = next((name for times, name in steps if growth <= times * everyone), "very high")
    level = "low" if growth < everyone else level
    assert demand is not None
    assert (demand["level"], demand["source"]) == (level, "projections")


def test_titles_lead_to_one_guide(guides: Guides) -> None:
    seen: dict[str, str] = {}
    for slug, guide in guides.items():
        for title in (guide["title"], *guide["other_titles"]):
            assert seen.setdefault(title.casefold(), slug) == slug, title
