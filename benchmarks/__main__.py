"""`python -m benchmarks` measures every row; `python -m benchmarks start listing` measures those."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module

from benchmarks.ground import TOP, Ground
from benchmarks.table import machine, table
from benchmarks.timing import Row

ROWS = (
    "start",
    "trajectory",
    "meeting",
    "group_return",
    "agency_return",
    "listing",
    "keystroke",
    "typed_line",
    "search",
    "people_pages",
    "large_pages",
    "signals",
    "trajectories",
    "collate",
    "lines_import",
)


def main(wanted: Sequence[str]) -> int:
    """Exit status: 0 however slow it was, 2 for a row that is none."""
    if unknown := [name for name in wanted if name not in ROWS]:
        print(f"There is no row {' or '.join(unknown)}: choose from {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    build = TOP / "build"
    build.mkdir(exist_ok=True)
    # In the checkout and not in the system's own folder for such things, which may be no disk at all.
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=build) as folder:
        ground = Ground.prepare(build / folder)
        rows = [row for name in ROWS if not wanted or name in wanted for row in _measured(name, ground)]
    print(f"\n{machine()}\n\n{table(rows)}")
    return 0


def _measured(name: str, ground: Ground) -> tuple[Row, ...]:
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    measure: Callable[[Ground], Row | tuple[Row, ...]] = import_module(f"benchmarks.{name}").measure
    found = measure(ground)
    return found if isinstance(found, tuple) else (found,)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
