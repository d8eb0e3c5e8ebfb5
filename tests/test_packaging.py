"""What is installed: from a wheel by others, and by the project itself at pinned versions."""

import os
import shutil
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.built_site import ROOT, SEED, run

PIP = (sys.executable, "-m", "pip", "--quiet", "--quiet", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    return next(folder.glob("*.whl"))


def test_a_wheel_carries_every_template_and_static_file(wheel: Path) -> None:
    carried = set(ZipFile(wheel).namelist())
    files = [path for name in ("templates", "static") for path in (ROOT / name).rglob("*") if path.is_file()]
    assert files
    assert "duizhao/py.typed" in carried
    assert not {f"duizhao/{path.relative_to(ROOT).as_posix()}" for path in files} - carried


def test_an_installed_wheel_builds_an_archive_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    python, command = (tmp_path / "venv/bin" / name for name in ("python", "duizhao"))
    venv.create(tmp_path / "venv", with_pip=False)
    run(*PIP, "--python", python, "install", "--constraint", ROOT / "constraints.txt", wheel)
    archive = tmp_path / "archive"
    (archive / "content").mkdir(parents=True)
    (archive / "site.yaml").write_text("title: An archive\n", encoding="utf-8")
    shutil.copy(ROOT / "content" / SEED, archive / "content")
    run(command, "build", cwd=archive)
    assert list((archive / "public/1954/12/24").glob("1-*.html"))
    assert list((archive / "public/static").rglob("*.css"))


def test_without_its_libraries_the_build_says_what_to_do(tmp_path: Path) -> None:
    alone = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    command = [sys.executable, "-S", str(ROOT / "build.py")]
    done = subprocess.run(command, env=alone, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "make site" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_everything_that_is_installed_is_pinned() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    allowed = {pin.lower() for pin in pins if not pin.startswith("#")}
    installed = {f"{found.name}=={found.version}".lower() for found in distributions()}
    assert not {name for name in installed - allowed if not name.startswith(("duizhao==", "setuptools=="))}
