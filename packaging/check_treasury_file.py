"""Holds Treasury's published file of 2019 against the figures that are known of it.

Usage: python packaging/check_treasury_file.py PATH
The file is not part of the project: "Expenditure: Budget 2019 Data from the Estimates of Appropriations 2019/20" of The
Treasury (New Zealand), CC BY 4.0, saved as CSV without headings. Exit status 0 if every figure is right, 1 if one is
off or the file cannot be read, 2 if no path was given.
"""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tracker.models.identity import mint
from tracker.models.mistake import Mistake
from tracker.reports.treasury_lines import TreasuryLines, read_treasury_lines

EXPECTED = {
    "lines": 6_288,
    "bad rows": 0,
    "lines of 2020": 1_089,
    "parents of 2020": 107,
    "total of 2020 ($000)": 110_785_615,
    "keys": 6_288,
    "lost characters": 669,
    "rows with lost characters": 468,
}


def main(arguments: list[str]) -> int:
    """Prints each figure beside what is known; returns the exit status."""
    if len(arguments) != 1:
        print("usage: python packaging/check_treasury_file.py PATH", file=sys.stderr)
        return 2
    numbers = count(1)
    try:
        found = figures(
            read_treasury_lines(Path(arguments[0]), lambda year, kind: mint(0, 0), lambda: mint(next(numbers), 0))
        )
    except Mistake as mistake:
        print(mistake.sentence, file=sys.stderr)
        return 1
    for name, known in EXPECTED.items():
        print(f"{'ok ' if found[name] == known else 'OFF'}  {name:28} {found[name]:>12,}  (known: {known:,})")
    return 0 if found == EXPECTED else 1


def figures(file: TreasuryLines) -> dict[str, int]:
    """The figures of a file by the names in EXPECTED."""
    year = file.of_year(2020)
    return {
        "lines": len(file.lines),
        "bad rows": len(file.bad_rows),
        "lines of 2020": len(year.lines),
        "parents of 2020": len(year.parents),
        "total of 2020 ($000)": year.total_000,
        "keys": len({line.line_key for line in (*file.lines, *file.parents)}) - len(file.parents),
        "lost characters": file.lost_characters,
        "rows with lost characters": len(file.warnings),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
