"""Both kinds of package carry the guides, and one works from another folder in a new environment.

The wheel is made from the sdist, so that what it answers the sdist answers too.
"""

import ensurepip
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOOK = "src/careercli/_hatch.py"


def test_both_packages_carry_the_guides_and_an_installed_one_answers(tmp_path: Path) -> None:
    packages, tree = tmp_path / "dist", tmp_path / "careercli"
    run("git", "clone", "-q", "--local", str(ROOT), str(tree))
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(packages), str(tree))
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert {"data/roles/product-coordinator.toml", "data/skills.toml", HOOK} <= names
    assert "src/careercli/bundled.db" not in names
    (wheel,) = packages.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "careercli/bundled.db",
        "careercli/edition.db",
        "careercli/py.typed",
        "careercli/browse/explorer.tcss",
        "careercli/output/render/templates/document.html",
    } <= names
    assert any(name.endswith("share/man/man1/careercli.1") for name in names)
    assert HOOK.removeprefix("src/") not in names
    answers_when_installed(wheel, tmp_path)


def answers_when_installed(wheel: Path, folder: Path) -> None:
    environment = folder / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", str(environment))
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    (packed,) = Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")
    zipfile.ZipFile(packed).extractall(folder / "pip")  # it would run packed, compiled each time
    into = ("--python", str(scripts / "python"), "install", "-q", "--no-compile")
    run(sys.executable, str(folder / "pip" / "pip"), *into, str(wheel))
    program = str(scripts / "careercli")
    role = "product-coordinator"
    assert run(program, "show", role, cwd=folder).startswith("# Product Coordinator")
    assert "13-1082" in run(program, "salary", role, "--format", "csv", cwd=folder)
    document = run(program, "export", role, "--format", "html", cwd=folder)
    assert document.startswith("<!doctype html>")


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout
