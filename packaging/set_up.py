"""Makes ready all that the program needs, once, and then runs, tests, measures or checks it.

    python3 packaging/set_up.py run | test | bench | lint | ready

The standard library alone, and the same on Linux, macOS and Windows. What was made is noted in a stamp; while the
stamp holds, nothing is made again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from qt_libraries import has_screen, missing_sentence, still_missing, wanted_libraries

TOP = Path(__file__).resolve().parent.parent
VENV = TOP / ".venv"
STAMP = VENV / "set-up.stamp"
CONSTRAINTS = TOP / "packaging" / "constraints.txt"
SAMPLE = TOP / "build" / "sample.tracker"
OLDEST_PYTHON = (3, 11)


class SetUpError(Exception):
    """What stands in the way, in one line, with what to do about it."""


def venv_program(name: str) -> Path:
    """A program of the environment, where this system keeps it."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def stamp_text(files: Iterable[Path], python: str, top: Path) -> str:
    """What the environment was made from: Python, the checkout's folder, and a hash of the files that name its needs.

    The folder counts because the environment names it by its full path, and a moved checkout would run the old one.
    """
    digest = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    return f"{python}\n{top}\n{digest}\n"


def present_stamp() -> str:
    """The stamp of an environment made now."""
    python = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    return stamp_text([TOP / "pyproject.toml", CONSTRAINTS], python, TOP)


def stamp_holds(stamp: Path, present: str) -> bool:
    """Whether the environment was made from what is here now."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == present


def check_python(version: tuple[int, ...] = sys.version_info[:2]) -> None:
    """Raises SetUpError where Python is too old, or has come without the means to make an environment."""
    name = ".".join(map(str, version))
    if version < OLDEST_PYTHON:
        raise SetUpError(f"Python 3.11 or later is needed and this is {name}. Try: make run PYTHON=python3.12")
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        raise SetUpError(f"Python's venv is missing. Install it with: sudo apt-get install python{name}-venv")


def ensure_environment() -> None:
    """Makes .venv with the project and its tools in it, unless the stamp says that it is there already.

    Raises:
        SetUpError: it cannot be made.
    """
    present = present_stamp()
    if stamp_holds(STAMP, present) and venv_program("python").is_file():
        return
    check_python()
    print("Setting up, this once: a few minutes, and some 130 MB to fetch.", flush=True)
    STAMP.unlink(missing_ok=True)
    must([sys.executable, "-m", "venv", "--clear", str(VENV)], "Python could not make .venv; the lines above say why.")
    must(install_command(), "The packages could not be installed; the lines above say why. Is there a network?")
    STAMP.write_text(present, encoding="utf-8")


def install_command() -> list[str]:
    """Pip's, with its progress only where somebody is looking."""
    pip = [str(venv_program("python")), "-m", "pip", "--disable-pip-version-check", "install"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    return [*pip, *quiet, "--editable", f"{TOP}[dev]", "--constraint", str(CONSTRAINTS)]


def must(command: Sequence[str], otherwise: str) -> None:
    """Runs a command; raises SetUpError with the sentence if it fails."""
    root = {"PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run(command, cwd=TOP, env={**os.environ, **root}, check=False).returncode != 0:
        raise SetUpError(otherwise)


def make_ready(*, window: bool = False) -> None:
    """The system libraries for a window or for none, then the environment: what is quickly said is said first.

    Raises:
        SetUpError: one of them is missing and could not be made.
    """
    if missing := still_missing(wanted_libraries(sys.platform, os.environ, window=window)):
        raise SetUpError(missing_sentence(missing))
    ensure_environment()


def run(arguments: Sequence[str]) -> NoReturn:
    """Opens the window on the sample office, or makes the same journey on the command line where there is no screen."""
    window = has_screen(sys.platform, os.environ)
    make_ready(window=window)
    if not window:
        print("No screen here: the same journey on the command line.", flush=True)
        hand_over([str(venv_program("python")), str(TOP / "packaging" / "journey.py")])
    tracker = str(venv_program("tracker"))
    if not SAMPLE.exists():
        SAMPLE.parent.mkdir(exist_ok=True)
        must([tracker, "sample", str(SAMPLE)], "The sample office could not be written; the lines above say why.")
    hand_over([tracker, *(arguments or [str(SAMPLE)])])


def test(arguments: Sequence[str]) -> NoReturn:
    """Runs the tests, without a screen and on every core."""
    make_ready()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hand_over([str(venv_program("python")), "-m", "pytest", "-n", "auto", *arguments])


def bench(arguments: Sequence[str]) -> NoReturn:
    """Measures the program beside the bare minimum that does the same."""
    make_ready()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hand_over([str(venv_program("python")), "-m", "benchmarks", *arguments])


def lint(_arguments: Sequence[str]) -> NoReturn:
    """Checks style and types; every check is run, so that one run tells all."""
    ensure_environment()
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    python = str(venv_program("python"))
    results = [subprocess.run([python, "-m", *check], cwd=TOP, check=False).returncode for check in checks]
    sys.exit(1 if any(results) else 0)


def ready(_arguments: Sequence[str]) -> None:
    """Sets up and stops there."""
    make_ready(window=has_screen(sys.platform, os.environ))
    print(f"Ready: {venv_program('tracker')}")


VERBS: Mapping[str, Callable[[Sequence[str]], None]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "lint": lint,
    "ready": ready,
}


def hand_over(command: Sequence[str]) -> NoReturn:
    """Becomes the command; on Windows, where a process cannot, waits for it."""
    os.chdir(TOP)
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], list(command))


def usage() -> str:
    """What may be said."""
    return f"set_up.py: say one of {', '.join(VERBS)}"


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 done, 1 something stands in the way (said in one line), 2 used wrongly."""
    if not arguments or arguments[0] not in VERBS:
        print(usage(), file=sys.stderr)
        return 2
    try:
        VERBS[arguments[0]](arguments[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
