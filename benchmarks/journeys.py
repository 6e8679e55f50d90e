"""How moves, paths and plans answer career journeys that somebody with practice has judged.

    python benchmarks/journeys.py benchmarks/journeys/open.json [MORE.json] [--detail]

A journey has a person, a question (moves, path or plan), what to accept, what is acceptable, what
is absurd, credentials to name and facts to say. Each is asked through the program, with the person
as a profile; facts and credentials are looked for in the JSON and in the text with `--why`.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

ROWS = 5
EDUCATION = {"high school": "high-school", "some college": "certificate"}


def main(files: list[str], *, detail: bool) -> None:
    total: Counter[str] = Counter()
    for journey in [one for file in files for one in json.loads(Path(file).read_text())]:
        found = score(journey)
        total.update({key: value for key, value in found.items() if isinstance(value, int)})
        total[journey["question"]] += 1
        counts = {key: value for key, value in found.items() if isinstance(value, int)}
        print(f"{journey['id']:<32} {journey['question']:<5} {counts}")
        if detail:
            print(f"    {found['shown']}\n    unsaid: {found['unsaid']}")
    rows = ROWS * total["moves"]
    print(
        f"\nmoves: {total['accepted']} accepted, {total['acceptable']} acceptable of {rows}; "
        f"absurd {total['absurd']}; paths and plans accepted {total['way']} of "
        f"{total['path'] + total['plan']}; credentials {total['named']} of {total['credentials']}; "
        f"facts {total['said']} of {total['facts']}"
    )


def score(journey: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:
        Path(home, "profile.toml").write_text(_profile(journey["person"]))
        command = [journey["question"]]
        if journey["question"] != "moves":
            command.append(journey["goal"])
        data = json.loads(_run([*command, "--format", "json"], home))
        why = ["--why"] if journey["question"] == "moves" else []
        text = _run([*command, *why, "--format", "md"], home) + json.dumps(data, ensure_ascii=False)
    text = re.sub(r"\s+", " ", text)
    needed = [one for one in journey["credentials"] if not one.get("optional")]
    named = [one for one in needed if _is_in(one, text)]
    said = [one for one in journey["must_say"] if _is_in(one, text)]
    lost = [
        one.get("fact") or one["name"]
        for one in (*journey["must_say"], *needed)
        if one not in said and one not in named
    ]
    found: dict[str, Any] = {
        "named": len(named), "credentials": len(needed), "said": len(said),
        "facts": len(journey["must_say"]), "unsaid": lost,
    }  # fmt: skip
    way = journey["question"] != "moves"
    return found | (_way(journey, data) if way else _moves(journey, data))


def _moves(journey: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    shown = [(_code(one), one["to"]["title"]) for one in data["moves"]]
    marks = {
        code: mark
        for mark, part in (("~", "acceptable"), ("+", "accept"), ("!!", "absurd"))
        for code in journey[part]
    }
    return {
        "accepted": sum(code in journey["accept"] for code, _ in shown[:ROWS]),
        "acceptable": sum(code in journey["acceptable"] for code, _ in shown[:ROWS]),
        "absurd": sum(code in journey["absurd"] for code, _ in shown),
        "shown": "; ".join(f"{title} {marks.get(code, '?')}" for code, title in shown),
    }


def _way(journey: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    steps = [one for one in data.get("steps") or [] if isinstance(one.get("to"), dict)]
    via = [code for one in steps if (code := _code(one)) != journey["goal"]]
    titles = [one["to"]["title"] for one in steps]
    accepted = any(via == one["via"] for one in journey["accept"])
    return {
        "way": int(bool(data.get("steps")) and accepted),
        "absurd": sum(code in journey["absurd"] for code in via),
        "shown": " > ".join(titles),
    }


def _code(one: dict[str, Any]) -> str:
    to = one["to"]
    code = (one.get("occupation") or {}).get("code") or to.get("code") or to.get("key", "")
    return str(code).removeprefix("soc:")


def _is_in(wanted: dict[str, Any], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in wanted["patterns"])


def _profile(person: dict[str, Any]) -> str:
    lines = ["schema = 1"]
    education = person["education"]
    lines.append(f'education = "{EDUCATION.get(education, education)}"')
    if person["riasec"]:
        lines.append(f'interests = "{person["riasec"]}"')
    if person["soc"]:
        lines.append(f'[current]\nrole = "{person["soc"]}"\nyears = {person["years"]}')
    lines += [f'[marks."{name.lower()}"]\nlevel = "claimed"' for name in person["skills"]]
    return "\n".join(lines) + "\n"


def _run(command: list[str], home: str) -> str:
    environment = {**os.environ, "CAREERCLI_HOME": home, "NO_COLOR": "1"}
    program = [sys.executable, "-m", "careercli", *command]
    return subprocess.run(
        program, env=environment, capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    main(named, detail="--detail" in sys.argv)
