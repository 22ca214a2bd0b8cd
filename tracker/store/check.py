"""What `tracker check` looks at: the file's own soundness, then what must hold in every office."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from tracker.models.fields import FieldType, fields_of
from tracker.models.invariants import all_broken
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_TABLE, KINDS
from tracker.models.snapshot import Snapshot
from tracker.store.rows import Row, columns_of
from tracker.store.trouble import reading

Check = Callable[[sqlite3.Connection, Snapshot], Iterator[str]]


def findings(connection: sqlite3.Connection, snapshot: Callable[[], Snapshot], path: Path) -> list[str]:
    """Each thing found, as a sentence with a count. What cannot even be read is a finding as well."""
    found: list[str] = []
    for check in _CHECKS:
        try:
            with reading(path):
                found += check(connection, snapshot())
        except Mistake as mistake:
            found.append(mistake.sentence)
    return list(dict.fromkeys(found))


def _whole(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if answers != ["ok"]:
        yield f"The file is damaged in {_counted(len(answers), 'place', 'places')}: restore a backup."


def _references(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield f"{_counted(len(broken), 'entry leads', 'entries lead')} to something that is not there."
    for kind in KINDS:
        for part in fields_of(kind):
            if part.kept_as not in (FieldType.REFERENCES, FieldType.SCORES) or not part.refers_to:
                continue
            target = next(other for other in KINDS if other.__name__ == part.refers_to)
            lost = sum(
                1
                for record in snapshot.of(kind)
                for entry in getattr(record, part.name)
                if snapshot.find(target, entry if isinstance(entry, str) else entry[0]) is None
            )
            if lost:
                lead = _counted(lost, f"{kind.noun} leads", f"{kind.nouns} lead")
                yield f"{lead} to {target.nouns} that are not there."


def _sound(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    for kind in KINDS:
        wrong = [problem for record in snapshot.of(kind) for problem in record.problems()[:1]]
        if wrong:
            wanting = _counted(len(wrong), f"{kind.noun} needs", f"{kind.nouns} need")
            yield f"{wanting} putting right: {wrong[0]}"


def _fitting(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    yield from all_broken(snapshot)


def _notes_replay(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    """Every note of the history, played forwards, must give the present rows."""
    rows: dict[tuple[str, str], Row | None] = {}
    notes = connection.execute(
        "SELECT c.table_name, c.row_id, c.after FROM changes c JOIN steps s ON s.number = c.step"
        " WHERE s.undone_at IS NULL ORDER BY c.number"
    )
    for table, row_id, after in notes:
        known = rows.get((table, row_id)) or {}
        rows[table, row_id] = None if after is None else {**known, **json.loads(after)}
    wrong = 0
    for kind in KINDS:
        present = _present(connection, kind.table)
        # Notes that are older than a column know nothing of it: it held then what it holds at first.
        at_first = _at_first(connection, kind.table)
        replayed = {row_id: {**at_first, **row} for (table, row_id), row in rows.items() if table == kind.table and row}
        wrong += sum(present.get(row_id) != replayed.get(row_id) for row_id in present.keys() | replayed.keys())
    if wrong:
        differ = _counted(wrong, "entry differs", "entries differ")
        yield f"{differ} from what the history says of {'it' if wrong == 1 else 'them'}."


def _at_first(connection: sqlite3.Connection, table: str) -> Row:
    columns = connection.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (table,)).fetchall()
    # What stands there as a default was written by our own migrations.
    return {name: connection.execute(f"SELECT {default or 'NULL'}").fetchone()[0] for name, default in columns}


def _present(connection: sqlite3.Connection, table: str) -> dict[str, Row]:
    columns = columns_of(KIND_BY_TABLE[table])
    names = ", ".join(f'"{name}"' for name in columns)
    return {
        row[0]: dict(zip(columns, row, strict=True)) for row in connection.execute(f'SELECT {names} FROM "{table}"')
    }


def _searchable(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[str]:
    from tracker.store.search_index import entry_of

    expected = sum(1 for kind in KINDS for record in snapshot.of(kind) if entry_of(record) is not None)
    kept = connection.execute("SELECT count(*) FROM search_entries").fetchone()[0]
    if kept != expected:
        yield f"The search index holds {_counted(kept, 'entry', 'entries')} and should hold {expected}."


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


_CHECKS: tuple[Check, ...] = (
    _whole,
    _references,
    _sound,
    _fitting,
    _notes_replay,
    _searchable,
)
