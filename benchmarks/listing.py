"""`tracker list FILE groups --json`, the whole process."""

import sys

from benchmarks.ground import Ground
from benchmarks.timing import Row, in_pairs, tracker_command, until_ended

RUNS = 30
_SELECT = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT * FROM groups').fetchall())"


def measure(ground: Ground) -> Row:
    """Both read the same file and print what they found."""
    path = str(ground.sample)
    return Row(
        "`tracker list FILE groups --json`",
        '`python -c "import sqlite3"` and one SELECT',
        in_pairs(
            lambda: until_ended([*tracker_command(), "list", path, "groups", "--json"], ground.environment),
            lambda: until_ended([sys.executable, "-c", _SELECT, path], ground.environment),
            RUNS,
        ),
        at_most=4.0,
    )
