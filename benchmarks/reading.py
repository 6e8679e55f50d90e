"""How much of what a person would list the reader finds, and how much of what it says is wrong.

    python benchmarks/reading.py [FOLDER ...] [-v]

FOLDER has `resumes/` and `ads/`, each with files and a `labels.json`. `reading/` beside this file
is always read: résumés and advertisements of thirty trades; `*-held-out.toml` were not looked at
before the vocabulary was finished. `-v` names what was missed and what was wrong.

A label is found if the vocabulary knows it as the skill that was proposed, or if it and a name of
the proposal, or the words it was read from, are the same words, endings aside. A proposal is wrong
if it is none of the labels and not under `also`; that is counted for advertisements alone, because
a résumé's labels aren't all that it says. A résumé's role is the present one; some of the labels
name the one that is wanted.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from careercli.app.open_stores import open_store
from careercli.text import normalize_name

HERE = Path(__file__).parent / "reading"
FILLER = frozenset("and of the a in with for to on ms microsoft software license card".split())
ENDINGS = re.compile(
    r"(?:ations?|itions?|ing|ings|ers?|ors?|ions?|ment|ed|es|s|e|al|y|ies|ied|ance|ence)$"
)


class Case(NamedTuple):
    """A labelled file; `half` names the set that it belongs to."""

    kind: str
    half: str
    name: str
    path: Path
    labels: list[str]
    also: list[str]
    role: str


def cases(folders: list[str], temporary: Path) -> Iterator[Case]:
    """Every labelled file."""
    for file in sorted(HERE.glob("*.toml")):
        kind = "ads" if file.name.startswith("ads") else "resumes"
        for name, case in tomllib.loads(file.read_text(encoding="utf-8")).items():
            path = temporary / f"{file.stem}-{name}.txt"
            path.write_text(case["text"], encoding="utf-8")
            also = case.get("also", [])
            yield Case(kind, file.stem, name, path, case["labels"], also, case["role"])
    for folder in folders:
        for kind in ("resumes", "ads"):
            labels = json.loads((Path(folder) / kind / "labels.json").read_text(encoding="utf-8"))
            for name, case in labels.items():
                path = next((Path(folder) / kind).glob(f"{name}.*"))
                role = case.get("role") or case.get("target", "")
                yield Case(kind, f"{folder} {kind}", name, path, case["labels"], [], role)


def ask(case: Case) -> dict[str, Any]:
    """What the program answers, as its JSON."""
    command = "import" if case.kind == "resumes" else "match"
    result = subprocess.run(
        [sys.executable, "-m", "careercli", command, str(case.path), "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    return dict(json.loads(result.stdout)) if result.stdout.startswith("{") else {}


def stems(words: str) -> frozenset[str]:
    """The words without endings and fillers, the words in brackets aside."""
    found = normalize_name(words).split()
    return frozenset(
        ENDINGS.sub("", word) if len(word) > 4 else word for word in found if word not in FILLER
    )


def is_same(store: Any, label: str, proposal: dict[str, Any]) -> bool:
    """Whether a label and a proposal mean the same."""
    skill = proposal.get("skill") or proposal.get("id")
    if skill in (store.skill(label), store.credential_id(label)):
        return True
    wanted = stems(label)
    for name in (proposal["label"], proposal.get("written", ""), str(skill).replace("-", " ")):
        for words in (stems(name), stems(re.sub(r"\(.*?\)", "", name))):
            if words and (wanted <= words or (words <= wanted and 2 * len(words) >= len(wanted))):
                return True
    return False


def is_role(store: Any, slug: str, label: str) -> bool:
    """Whether a role is the one that is labeled: by its code, its slug, or a title it goes by."""
    role = store.get(store.resolve(slug))
    if not label or label[0].isdigit():
        return bool(label and role.soc and role.soc.code.startswith(label))
    wanted = normalize_name(label.replace("-", " "))
    titles = [slug.replace("-", " "), role.title, *role.other_titles]
    return any(normalize_name(title).startswith(wanted.removesuffix("s")) for title in titles)


def roles_read(answer: dict[str, Any]) -> list[str]:
    """The roles that an advertisement is read as, or the present one of a résumé, first three."""
    slugs = [role["slug"] for role in answer.get("nearest_roles", ())]
    slugs += [fact["value"] for fact in answer.get("facts", ()) if fact["key"] == "current.role"]
    return slugs[:3]


def proposals(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """What is claimed or asked for, skills, credentials and languages alike."""
    return [one for part in ("proposals", "skills", "credentials") for one in answer.get(part, ())]


def besides(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """What an advertisement requires besides, as proposals."""
    return [{"label": f"{one['kind']} {one['what']}"} for one in answer.get("requirements", ())]


def main() -> None:
    folders = [word for word in sys.argv[1:] if word != "-v"]
    store = open_store()
    sums: dict[str, list[int]] = {}
    worst: dict[str, tuple[float, str]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["CAREERCLI_HOME"] = f"{temporary}/home"
        for case in cases(folders, Path(temporary)):
            answer = ask(case)
            found = proposals(answer)
            said = [*found, *besides(answer)]
            hit = [one for one in case.labels if any(is_same(store, one, p) for p in said)]
            right = [*case.labels, *case.also]
            wrong = [p for p in found if not any(is_same(store, one, p) for one in right)]
            roles = roles_read(answer)
            role = any(is_role(store, slug, case.role) for slug in roles)
            total = sums.setdefault(case.half, [0, 0, 0, 0, 0, 0])
            counts = (len(hit), len(case.labels), len(wrong), len(found), role, 1)
            total[:] = [a + b for a, b in zip(total, counts, strict=True)]
            share = len(hit) / len(case.labels)
            worst[case.half] = min(worst.get(case.half, (1.0, "")), (share, case.name))
            if "-v" in sys.argv:
                print(f"{case.half} {case.name}: {share:.0%}, roles {roles}")
                print("   missed:", ", ".join(one for one in case.labels if one not in hit))
                print("   beyond:", ", ".join(f"{p['label']} “{p['written']}”" for p in wrong))
    for half, (hits, labels, wrong_count, count, roles_right, files) in sums.items():
        low, name = worst[half]
        print(
            f"{half}: found {hits} of {labels} ({hits / labels:.0%}), worst {low:.0%} ({name});"
            f" beyond the labels {wrong_count} of {count} ({wrong_count / max(1, count):.0%});"
            f" role {roles_right} of {files}"
        )


if __name__ == "__main__":
    main()
