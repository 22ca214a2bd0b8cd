"""Treasury's rows by csv and sqlite3 alone: read, and put into the office's own table in one executemany."""

import csv
import sqlite3
from itertools import count
from pathlib import Path

_COLUMNS = (
    *("administering_agency", "vote", "code", "parent_code", "name", "category_name", "group_type"),
    *("appropriation_type", "restriction_type", "functional_classification", "amount_000", "year_end"),
    *("amount_type", "periodicity", "scope", "portfolio_no", "portfolio_name"),
)


def put_in(connection: sqlite3.Connection, path: Path, framework_id: str) -> int:
    """Puts the rows of the file at `path` into the framework's lines; returns how many there are."""
    numbers = count(1)
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (f"{next(numbers):032x}", framework_id, f"{row[0]}|{row[2]}|{row[11]}|{row[12]}", *row)
            for row in csv.reader(file)
        ]
    names = ", ".join(("id", "framework_id", "line_key", *_COLUMNS))
    marks = ", ".join("?" * (len(_COLUMNS) + 3))
    statement = f"INSERT INTO lines(sensitivity, provenance, {names}) VALUES ('open', 'office', {marks})"
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(statement, rows)
    connection.execute("COMMIT")
    return len(rows)
