"""A table of the window as plain data: what is shown, in its order, without what is restricted to the office."""

from tracker.models.figures.row_gate import RowGate
from tracker.reports.plain_table import PlainColumn, PlainTable
from tracker.ui.desk import Desk
from tracker.ui.table import Column
from tracker.ui.table_view import TableView


def plain_table(view: TableView, desk: Desk, place: str = "") -> PlainTable:
    """The table as it is filtered and sorted now; `place` is what the page around it is called."""
    table, gate = view.table, RowGate(desk.snapshot)
    rows, parts, stays, part = [], [], 0, ""
    for number, row in enumerate(table.rows):
        if (heading := table.heading_at(number)) is not None:
            # How many rows stand below is counted anew outside: some of them may stay.
            part = heading.rpartition(": ")[0] or heading
        elif gate.lets(row, table.records(row) if table.records else None):
            rows.append(row)
            parts.append(part)
        else:
            stays += 1
    return PlainTable(
        title=_title(view, place),
        office=desk.snapshot.office.name,
        as_at=desk.snapshot.today,
        columns=tuple(
            _told(column, rows, hidden=view.isColumnHidden(number)) for number, column in enumerate(table.columns)
        ),
        rows=len(rows),
        total=table.total,
        stays=stays,
        filtered=table.filter_words,
        parts=tuple(parts) if any(parts) else (),
    )


def _told(column: Column, rows: list[object], *, hidden: bool) -> PlainColumn:
    values = tuple(column.value(row) for row in rows)
    texts = tuple(column.shown(row) for row in rows)
    if column.tip is not None and not any(texts):
        # What is drawn says in its tip, in words, what it shows.
        values = texts = tuple(column.tip(row) for row in rows)
    return PlainColumn(column.heading, values, texts, column.right, hidden)


def _title(view: TableView, place: str) -> str:
    """What the page and the table on it are called: "Papakura: Promises"; a count beside a name is left out."""
    name = view.accessibleName().split("   ")[0].strip()
    if not name or not place or name.casefold() == place.casefold():
        return name or place or "List"
    return f"{place}: {name}"
