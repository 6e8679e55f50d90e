"""The search at its edge: what is typed, and the roles that are meant."""

import json
import re
from typing import Any

import pytest

from careercli.core.name_scores import object_stem, root
from careercli.core.title_words import ParsedTitle, parse_title
from careercli.core.word_forms import american, gerunds, person_forms
from tests.support.running import Run


@pytest.mark.parametrize(
    ("typed", "words", "seniority"),
    [
        ("Senior Software Engineer (Remote, Contract)", "software engineer", "senior"),
        ("Sr. Accountant", "accountant", "senior"),
        ("Jr Web Developer", "web developer", "entry"),
        ("Software Engineering Intern", "software engineering", "entry"),
        ("Entry-Level Machinist", "machinist", "entry"),
        ("Head of Marketing", "marketing manager", "lead"),
        ("Lead Cook, part time", "cook", "lead"),
        ("Nurse (Night Shift)", "nurse", None),
        ("Mechanical Engineer II", "mechanical engineer", None),
        ("Welder, 2nd shift", "welder", None),
        ("Line Cook, Austin, TX", "line cook", None),
        ("Line Cook, Baton Rouge, LA", "line cook", None),
        ("Principal", "principal", None),
        ("Contractor", "contractor", None),
        ("Night Auditor", "night auditor", None),
        ("Product Manager (Growth)", "product manager growth", None),
        ("", "", None),
    ],
)
def test_a_title_is_taken_apart(typed: str, words: str, seniority: str | None) -> None:
    assert parse_title(typed)[:2] == (words, seniority)


def test_a_word_before_a_state_may_be_a_place() -> None:
    assert parse_title("nurse austin tx") == ParsedTitle("nurse austin", None, "austin")
    assert parse_title("physician assistant pa").words == "physician assistant pa"


def test_british_words_in_american_spelling() -> None:
    for british, form in (
        ("labour", "labor"),
        ("centre", "center"),
        ("organiser", "organizer"),
        ("analysed", "analyzed"),
        ("programme", "program"),
        ("counsellor", "counselor"),
        ("anaesthetist", "anesthetist"),
        ("lorries", "truck"),
        ("jewellery", "jewelry"),
    ):
        assert form in american(british)
    assert not list(american("nurse"))


def test_families_of_words() -> None:
    assert root("automation") == root("automated")
    assert root("adviser") == root("advisor")
    assert root("intern") != root("internet")
    assert {"repairman", "repairer"} <= set(person_forms("repairwoman"))


def hits(run: Run, *words: str) -> list[dict[str, Any]]:
    result = run("search", *words, "--format", "json")
    assert (result.code, result.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.out)["hits"]
    return found


def test_level_and_terms_carry_no_weight(run: Run) -> None:
    plain = [hit["slug"] for hit in hits(run, "software engineer")]
    assert [hit["slug"] for hit in hits(run, "Sr. Software Engineer (Remote)")] == plain
    assert run("show", "Senior Registered Nurse").out == run("show", "registered nurse").out


def test_short_words_and_words_that_titles_have_are_left_alone(run: Run) -> None:
    assert not any("Internet" in hit["words"] for hit in hits(run, "intern"))
    assert hits(run, "asst manager")[0] == hits(run, "assistant manager")[0]
    assert hits(run, "labour relations specialist")[0] == hits(run, "labor relations specialist")[0]


def test_a_skill_and_a_program_find_the_roles_that_ask_for_them(run: Run) -> None:
    for alias, name in (("k8s", "Kubernetes"), ("quickbooks", "QuickBooks")):
        first = hits(run, alias)[0]
        assert (first["where"], name in first["words"]) == ("skills", True)


def test_a_field_of_study_finds_its_occupations_with_a_caveat(run: Run) -> None:
    assert any(hit["where"] == "field of study" for hit in hits(run, "anthropology"))
    assert "not what graduates do" in " ".join(run("search", "anthropology").out.split())
    assert "careercli list --study biology" in run("search", "biology").out
    assert "--study" not in run("search", "welder").out


def test_half_of_a_query_in_a_text_is_no_hit(run: Run) -> None:
    result = run("search", "xqzt", "vwpq")
    assert (result.code, result.out) == (1, "")
    assert "Nothing was found" in result.err


def test_what_is_no_role_is_answered_with_the_best_hits(run: Run) -> None:
    result = run("show", "submerged seam wizard", "--format", "json")
    assert result.code == 2
    candidates = json.loads(result.err)["error"]["candidates"]
    searched = [hit["slug"] for hit in hits(run, "submerged seam wizard")]
    assert candidates == searched[:3]


@pytest.mark.parametrize(
    ("typed", "slug", "said"),
    [
        ("electrician", "electrician", ""),
        ("29-1141", "registered-nurse", ""),
        ("registered nurses", "registered-nurse", ""),
        ("stocker", "stockers-and-order-fillers", ""),
        ("sous chef", "chefs-and-head-cooks", "is taken for Chef."),
        ("secretary", "administrative-assistant", "is taken for Administrative Assistant."),
        ("order picker", "stockers-and-order-fillers", "is taken for Stocker."),
        ("warehouse picker", "packers-and-packagers-hand", "is taken for Hand packer."),
        ("help desk technician", "it-support-specialist", "is taken for IT Support Specialist."),
        ("Senior Registered Nurse", "registered-nurse", "is taken for Registered Nurse."),
        ("retired barber", "barbers", "is taken for Barber."),
        ("lawn care guy", "landscaper", "the nearest role"),
        ("uber driver", "taxi-drivers", "the nearest role"),
        ("infantry veteran", "infantry", "no pay for it"),
    ],
)
def test_what_a_name_is_taken_for_is_said(run: Run, typed: str, slug: str, said: str) -> None:
    shown = run("show", typed, "--format", "json")
    assert json.loads(shown.out)["role"]["slug"] == slug
    assert said in " ".join(shown.err.split())
    assert bool(said) == ("is taken for" in shown.err)


def test_a_veteran_of_a_service_is_asked_for_the_occupation(run: Run) -> None:
    shown = run("show", "army veteran")
    assert shown.code == 2
    assert "Infantry soldier" in shown.err


def test_what_only_sounds_like_a_role_opens_none(run: Run) -> None:
    for typed in ("shrink", "qqq guy", "blah"):
        assert run("show", typed).code == 2


def test_parts_and_several_roles_go_before_a_guess(run: Run) -> None:
    assert run("show", "barber", "pay").err == ""
    assert "is taken for" not in run("show", "barber", "welder").err


def test_short_words_are_near_few_skills(run: Run) -> None:
    refused = run("skills", "welder", "--gap", "--with", "foo")
    assert refused.code == 2
    assert "Object" not in refused.err


def test_words_of_a_portrait_find_it_and_are_marked(run: Run) -> None:
    found = {hit["key"]: hit for hit in hits(run, "roulette", "dispute")}
    assert found["soc:39-1013.00"]["where"] == "portrait"
    assert "roulette dispute" in found["soc:39-1013.00"]["words"]


def test_a_word_that_begins_with_a_point_is_no_other_word(run: Run) -> None:
    assert all(".net" in hit["words"].casefold() for hit in hits(run, ".net"))


@pytest.mark.parametrize("typed", ["manager", "supervisor", "assistant", "technician", "engineer"])
def test_a_general_word_asks_which_role_is_meant(run: Run, typed: str) -> None:
    result = run("show", typed)
    assert (result.code, result.out) == (2, "")
    named = [line.strip() for line in result.err.splitlines() if line.startswith("  ")]
    assert not [name for name in named[:3] if name.startswith("Other")]
    assert f'more match; see careercli search "{typed}" -n 50.' in result.err


def test_what_most_people_of_a_general_name_are_is_still_taken(run: Run) -> None:
    assert "is taken for Registered Nurse." in run("show", "nurse").err
    assert "is taken for Office clerk." in run("show", "clerk").err


@pytest.mark.parametrize("command", ["show", "salary"])
@pytest.mark.parametrize(
    ("code", "said", "member"),
    [
        ("13-1020", "13-1020 Buyers and purchasing agents stands for 3", "Purchasing agent"),
        ("31-1120", "stands for 2 occupations", "Home Health Aide"),
        ("15-1256", "in its editions of May 2019 and 2020", "QA Engineer"),
        ("15-1250", "stands for 5 occupations of the classification", "Web developer"),
        ("15-1132", "an older code", ""),
    ],
)
def test_a_code_of_a_group_names_its_members(
    run: Run, command: str, code: str, said: str, member: str
) -> None:
    result = run(command, code)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert member in result.err


def test_a_word_of_level_has_no_family(run: Run) -> None:
    found = run("search", "intern").out
    assert not re.search("Internal|Internist|International", found)
    assert "Network" not in run("search", ".net", "-n", "3").out
    assert "Network" not in run("show", ".net").err


def test_an_official_page_names_the_guides_near_it(run: Run) -> None:
    assert "Guides: Frontend Developer (close)" in run("show", "15-1254").out
    assert "Product Owner (broader)" in run("show", "13-1082").out


@pytest.mark.parametrize(
    ("said", "asked", "key"),
    [
        ("fixing cars", "fix my car", "guide:automotive-technician"),
        ("selling houses", "sells houses", "soc:41-9022.00"),
        ("writing code", "write code", "guide:software-engineer"),
        ("doing taxes", "do taxes", "soc:13-2082.00"),
        ("flying planes", "fly a plane", "soc:53-2011.00"),
        ("drawing blood", "draw blood", "soc:31-9097.00"),
        ("putting out fires", "put out fires", "guide:firefighter"),
        ("helping old people", "help old people", "guide:home-health-aide"),
        ("growing vegetables", "grow vegetables", "soc:11-9013.00"),
        ("making furniture", "make furniture", "soc:51-7011.00"),
        ("cutting hair", "cut hair", "guide:hairdresser"),
        ("delivering babies", "deliver a baby", "soc:29-1218.00"),
        ("washing dishes", "wash the dishes", "soc:35-9021.00"),
        ("working on a farm", "work on farms", "guide:farmworker"),
    ],
)
def test_what_is_done_opens_who_does_it(run: Run, said: str, asked: str, key: str) -> None:
    for words in (said, asked):
        found = json.loads(run("search", words, "--format", "json").out)["hits"][0]
        assert found["key"] == key, words
        assert f"\u201c{words}\u201d is taken for" in run("show", words, "pay").err


@pytest.mark.parametrize(
    ("verb", "form"),
    [("fix", "fixing"), ("makes", "making"), ("run", "running"), ("tie", "tying"), ("do", "doing")],
)
def test_a_verb_has_a_form_in_ing(verb: str, form: str) -> None:
    assert form in gerunds(verb)


def test_the_singular_and_the_plural_of_an_object_are_one() -> None:
    for one, more in (("baby", "babies"), ("movie", "movies"), ("box", "boxes"), ("car", "cars")):
        assert object_stem(one) == object_stem(more)
    assert object_stem("glass") != object_stem("glaze")


def test_words_of_grammar_are_no_short_forms_of_titles(run: Run) -> None:
    for words, none in (("what people do", "Doctor of Osteop"), ("do my garden", "DO Phys")):
        assert none not in run("search", words).out
    assert "DO Physician" in run("search", "DO physician jobs").out


def test_an_object_is_no_place(run: Run) -> None:
    for words in ("clean cars", "drive a car", "dredge rivers"):
        assert "--area" not in run("search", words).err, words
    assert "Dallas" in run("search", "welder dallas").err
