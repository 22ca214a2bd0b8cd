"""Measuring two things in turn, A B A B …, so that whatever else the machine does falls on both alike."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Measure = Callable[[], float]

# A start takes a second or two; one that takes a minute will never end.
_LONGEST = 60.0


@dataclass(frozen=True)
class Pairs:
    """Seconds that the program and the bare minimum took, measured in turn."""

    program: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios, pair by pair."""
        return median(ours / theirs for ours, theirs in zip(self.program, self.bare, strict=True))


@dataclass(frozen=True)
class Row:
    """One line of the table. `at_most` is the ratio that is aimed for, `aim` a closer one where there is one."""

    what: str
    compared_with: str
    pairs: Pairs
    at_most: float
    aim: float | None = None


def in_pairs(program: Measure, bare: Measure, runs: int) -> Pairs:
    """Measures both once unheard, so that bytecode and file caches are warm, then `runs` times in turn."""
    program()
    bare()
    measured = [(program(), bare()) for _ in range(runs)]
    return Pairs(tuple(ours for ours, _ in measured), tuple(theirs for _, theirs in measured))


def timed(work: Callable[[], object]) -> float:
    """The seconds that a piece of work takes in this process."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def until_ended(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The seconds from a process's start to its end. Raises CalledProcessError, with what it said, if it failed."""
    return timed(
        lambda: subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_LONGEST),
    )


def until_marked(command: Sequence[str], environment: Mapping[str, str], mark: Path) -> float:
    """The seconds from a process's start to the moment that it notes in `mark`, by the clock that processes share.

    Raises RuntimeError, with what it said, if it ends without a mark.
    """
    mark.unlink(missing_ok=True)
    begun = time.monotonic()
    ended = subprocess.run(command, env=environment, check=False, capture_output=True, timeout=_LONGEST, text=True)
    if not mark.exists():
        raise RuntimeError(f"{' '.join(command)} marked nothing:\n{ended.stdout}{ended.stderr}")
    return float(mark.read_text(encoding="utf-8")) - begun


def tracker_command() -> list[str]:
    """The installed entry point; where there is none, the module."""
    installed = Path(sys.executable).with_name("tracker")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "tracker"]
