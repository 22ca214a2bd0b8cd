"""A thousand returns put together in one process, beside python-calamine reading all their cells."""

import resource
import shutil
import subprocess
import sys

from benchmarks.ground import TOP, Ground
from benchmarks.many_returns import many_returns
from benchmarks.timing import Row, in_pairs, timed

RETURNS, RUNS = 1_000, 3


def measure(ground: Ground) -> Row:
    """Both sides are processes of their own, from their start to their end; nothing is remembered from run to run."""
    folder = many_returns(ground, RETURNS)
    size = sum(path.stat().st_size for path in folder.iterdir()) // RETURNS // 1000
    out = ground.folder / "national" / "national.xlsx"

    def program() -> float:
        shutil.rmtree(out.parent, ignore_errors=True)
        out.parent.mkdir()
        return timed(lambda: _run(ground, "-m", "tracker", "collate", str(folder), "--out", str(out)))

    def bare() -> float:
        return timed(lambda: _run(ground, "-c", _BARE, str(folder)))

    pairs = in_pairs(program, bare, RUNS)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Row(
        f"collating {RETURNS:,} returns of {size} KB (at most {peak} MB of memory)",
        "python-calamine reading all their cells, one process",
        pairs,
        at_most=3,
    )


def _run(ground: Ground, *words: str) -> None:
    subprocess.run(
        [sys.executable, *words], env=ground.environment, cwd=TOP, check=True, capture_output=True, timeout=600
    )


_BARE = """
import sys
from pathlib import Path
from python_calamine import CalamineWorkbook
for path in Path(sys.argv[1]).iterdir():
    with CalamineWorkbook.from_path(path) as book:
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
"""
