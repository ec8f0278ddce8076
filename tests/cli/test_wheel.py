"""What is shipped works where nothing of the checkout is: built, installed and run somewhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "SIP_TUI_DATA"}}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=100
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that has the built wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
    bin_ = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", bin_ / "python", "--disable-pip-version-check")
    done = run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    _lend_libraries(folder / "env")
    return bin_


def _lend_libraries(env: Path) -> None:
    """A .pth file lends the libraries; the .pth files among them, such as that of the checkout, are not read."""
    (own,) = {path.parent for path in env.rglob("site-packages/sip_tui")}
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def test_the_demo_runs_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    played = run(installed / "sip-tui", "demo", "--headless", "--lang", "sv", cwd=tmp_path)
    assert (played.returncode, played.stderr) == (0, "")
    assert played.stdout.startswith("# ")
    assert "bildschema" in played.stdout


def test_the_data_lies_inside_the_installed_package(installed: Path, tmp_path: Path) -> None:
    code = "from sip_tui.paths import data_path; print(data_path('demo', 'script.toml'))"
    found = run(installed / "python", "-c", code, cwd=tmp_path)
    script = Path(found.stdout.strip())
    assert script.is_file()
    assert script.is_relative_to(installed.parent)
    assert script.parent.parent.parent.name == "sip_tui"


def test_the_wheel_has_a_man_page_and_completions(installed: Path) -> None:
    share = installed.parent / "share"
    assert (share / "man" / "man1" / "sip-tui.1").read_text(encoding="utf-8").startswith(".TH SIP")
    assert "complete -o filenames" in (share / "bash-completion" / "completions" / "sip-tui").read_text(
        encoding="utf-8"
    )
    assert (share / "fish" / "vendor_completions.d" / "sip-tui.fish").is_file()
