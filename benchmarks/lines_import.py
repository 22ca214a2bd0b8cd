"""Treasury's rows brought into an office: read, checked, held against what is there, and kept as one step.

The file is made here, of the size and shape of the one published in 2019, so that nobody has to have that one.
"""

import csv
import random
import shutil
from itertools import count
from pathlib import Path

from benchmarks.bare import raw_lines
from benchmarks.bare.rows import connect
from benchmarks.ground import Ground
from benchmarks.timing import Row, in_pairs, timed
from tracker.models.line_import import EstimatesFrameworks, Source, plan_lines
from tracker.models.records import Framework
from tracker.reports.treasury_lines import read_treasury_lines
from tracker.store.office import Office

RUNS = 15
# Lines by year, and how many of them are categories of so many wholes: as published in 2019.
_YEARS = {2015: 1020, 2016: 1004, 2017: 1007, 2018: 1043, 2019: 1125, 2020: 1089}
_CATEGORIES, _WHOLES = 332, 95
_SORTS = {2019: "Estimated Actual", 2020: "Main Estimates"}
_WORDS = (
    *("this", "appropriation", "is", "limited", "to", "services"),
    *("that", "help", "families", "and", "their", "children"),
)
# As long as the scopes are on average.
_SCOPE_WORDS = 40


def measure(ground: Ground) -> Row:
    """Each run begins with a fresh copy of the sample, which is not measured."""
    path = ground.folder / "treasury.csv"
    rows = write_file(path)
    framework_id = _a_framework(ground)

    def program() -> float:
        office = Office.open(ground.copy_of_sample("lines"), ground.setting)
        try:
            return timed(lambda: bring_in(office, path))
        finally:
            office.close()

    def bare() -> float:
        copy = ground.folder / "bare.tracker"
        shutil.copyfile(ground.sample, copy)
        connection = connect(copy)
        try:
            return timed(lambda: raw_lines.put_in(connection, path, framework_id))
        finally:
            connection.close()

    return Row(
        f"importing {rows:,} of Treasury's rows",
        "csv reader and one raw sqlite3 executemany",
        in_pairs(program, bare, RUNS),
        at_most=5,
    )


def bring_in(office: Office, path: Path) -> None:
    """As `tracker lines import` does it."""
    snapshot = office.snapshot()
    frameworks = EstimatesFrameworks(snapshot, office.mint)
    found = read_treasury_lines(path, frameworks.id_of, office.mint)
    source = Source(found.file_name, found.sha256, office.setting.clock())
    plan = plan_lines(snapshot, frameworks, found.lines, found.parents, source)
    with office.step("bring in accountability lines"):
        office.save(*plan.records)


def write_file(path: Path) -> int:
    """Writes the rows; returns how many there are."""
    chance, codes = random.Random(2019), count(1000)
    rows = [row for year, lines in _YEARS.items() for row in _rows_of(year, lines, chance, codes)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return len(rows)


def _rows_of(year: int, lines: int, chance: random.Random, codes: "count[int]") -> list[list[str]]:
    wholes = [str(next(codes)) for _ in range(_WHOLES)]
    found = []
    for place in range(lines):
        code = str(next(codes))
        is_part = place < _CATEGORIES
        whole = wholes[place % _WHOLES] if is_part else code
        kind = place % _WHOLES
        names = [f"Department {kind % 40}", f"Vote {kind % 50}", code, whole, f"Services of kind {whole}"]
        sorts = [f"Category {code}", "MCA" if is_part else "Single", "Departmental Output Expenses", "", "Education"]
        amounts = [str(chance.randint(-50, 400_000)), str(year), _SORTS.get(year, "Actuals"), "A"]
        scope = " ".join(chance.choices(_WORDS, k=_SCOPE_WORDS))
        found.append([*names, *sorts, *amounts, scope, "26", "Minister of Education"])
    return found


def _a_framework(ground: Ground) -> str:
    office = Office.read(ground.sample, ground.setting)
    try:
        return office.snapshot().of(Framework)[0].id
    finally:
        office.close()
