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

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.xdist_group("packages")  # which are built once


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    tree = tmp_path_factory.mktemp("tree") / "careercli"
    subprocess.run(["git", "clone", "-q", "--local", str(ROOT), str(tree)], check=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(tree))
    return folder


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


def test_an_installed_package_answers(packages: Path, tmp_path: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", str(environment))
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    (pip,) = Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl")  # runs without unpacking
    into = ("--python", str(scripts / "python"), "install", "-q", "--no-compile")
    run(sys.executable, str(pip / "pip"), *into, str(wheel))
    program = str(scripts / "careercli")
    assert run(program, "show", "product-coordinator", cwd=tmp_path).startswith(
        "# Product Coordinator"
    )
    assert "13-1082" in run(
        program, "salary", "product-coordinator", "--format", "csv", cwd=tmp_path
    )
    assert run(
        program, "export", "product-coordinator", "--format", "html", cwd=tmp_path
    ).startswith("<!doctype html>")


def test_the_wheel_holds_the_store_and_not_the_hook(packages: Path) -> None:
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
    assert "careercli/_hatch.py" not in names


def test_the_sdist_holds_the_data_and_not_the_store(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert {
        "data/roles/product-coordinator.toml",
        "data/skills.toml",
        "src/careercli/_hatch.py",
    } <= names
    assert "src/careercli/bundled.db" not in names
