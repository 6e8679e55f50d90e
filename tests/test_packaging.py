"""Both kinds of package carry the guides, and one works from another folder in a new environment.

The wheel is made from the sdist, so that what it answers the sdist answers too.
"""

import email
import ensurepip
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from careercli.files import locations

ROOT = Path(__file__).parents[1]
HOOK = "src/careercli/_hatch.py"


def test_both_packages_carry_the_guides_and_an_installed_one_answers(tmp_path: Path) -> None:
    packages, tree = tmp_path / "dist", tmp_path / "careercli"
    run("git", "clone", "-q", "--shared", str(ROOT), str(tree))
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", str(packages))
    run(*build, "--sdist", str(tree))
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
        archive.extractall(tmp_path / "sdist", filter="data")
    assert {"data/roles/product-coordinator.toml", "data/skills.toml", HOOK} <= names
    assert "src/careercli/bundled.db" not in names
    (unpacked,) = (tmp_path / "sdist").iterdir()
    # The build makes it again unless every file that it is made of is in the sdist, as it is here.
    shutil.copyfile(locations.edition_store(), unpacked / "src" / "careercli" / "edition.db")
    run(*build, "--wheel", str(unpacked))
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
    python = str(scripts / "python")
    find = "import sysconfig; print(sysconfig.get_path('purelib'))"
    copy_declared(wheel, Path(run(python, "-c", find).strip()))
    (packed,) = Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")
    zipfile.ZipFile(packed).extractall(folder / "pip")  # it would run packed, compiled each time
    into = (
        "--python",
        python,
        "install",
        "-q",
        "--no-compile",
        "--no-index",
        "--no-warn-conflicts",
    )
    run(sys.executable, str(folder / "pip" / "pip"), *into, str(wheel))
    program = str(scripts / "careercli")
    role = "product-coordinator"
    assert run(program, "show", role, cwd=folder).startswith("# Product Coordinator")
    assert "13-1082" in run(program, "salary", role, "--format", "csv", cwd=folder)
    document = run(program, "export", role, "--format", "html", cwd=folder)
    assert document.startswith("<!doctype html>")


def copy_declared(wheel: Path, site: Path) -> None:
    """Copies what the wheel declares that it needs, and what that needs, out of this environment.

    So pip, asked to look nowhere else, refuses a version that isn't allowed, and a package that is
    imported but not declared isn't there.
    """
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(path))
    missing = needed(metadata.get_all("Requires-Dist", []))
    there: set[str] = set()
    while missing - there:
        name = min(missing - there)
        there.add(name)
        package = distribution(name)
        missing |= needed(package.requires or ())
        for file in package.files or ():
            if ".." not in file.parts:
                target = site / file
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file.locate(), target)


def needed(requirements: Iterable[str]) -> set[str]:
    """The names of the packages that are required here, without those of extras."""
    return {
        canonicalize_name(one.name)
        for one in map(Requirement, requirements)
        if not one.marker or one.marker.evaluate({"extra": ""})
    }


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout
