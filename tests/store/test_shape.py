"""The file's shape: what the migrations made is what the declarations ask for, and old files still open."""

import gzip
import re
import sqlite3
from pathlib import Path

import pytest

from tracker.models.records import KINDS, Record
from tracker.store.header import read_header
from tracker.store.migrations import VERSION
from tracker.store.office import Office
from tracker.store.rows import table_sql
from tracker.store.setting import Setting

OLD_OFFICES = sorted((Path(__file__).parent.parent / "old_offices").glob("*.tracker.gz"))


def columns(sql: str) -> list[str]:
    body = sql[sql.index("(") + 1 : sql.rindex(")")]
    return sorted(re.sub(r"\s+", " ", part).strip().replace('"', "") for part in re.split(r",\s*", body))


def unpacked(old: Path, folder: Path) -> Path:
    path = folder / old.stem
    path.write_bytes(gzip.decompress(old.read_bytes()))
    return path


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_the_migrations_made_the_table_that_the_declaration_asks_for(office: Office, kind: type[Record]) -> None:
    made = office._connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (kind.table,)).fetchone()[0]
    assert columns(made) == columns(table_sql(kind))
    assert made.endswith("STRICT")


def test_the_header_says_whose_the_file_is_and_its_version(office: Office) -> None:
    office.close()
    assert read_header(office.path).version == VERSION


@pytest.mark.parametrize("old", OLD_OFFICES, ids=lambda path: path.name)
def test_every_released_file_still_opens_with_all_that_was_in_it(old: Path, tmp_path: Path, setting: Setting) -> None:
    path = unpacked(old, tmp_path)
    with sqlite3.connect(path) as connection:
        tables = [kind.table for kind in KINDS]
        known = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in tables
            if table in known
        }
    connection.close()
    office = Office.open(path, setting)
    assert {kind.table: len(office.snapshot().of(kind)) for kind in KINDS if kind.table in counts} == counts
    # The first two hold readings without the seats of those who were read: allowed then, and only named now.
    assert [finding for finding in office.findings() if "without a seat there on that day" not in finding] == []
    office.close()


def test_every_version_is_among_the_old_offices(tmp_path: Path) -> None:
    assert {read_header(unpacked(path, tmp_path)).version for path in OLD_OFFICES} == set(range(1, VERSION + 1))
