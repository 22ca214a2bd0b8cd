"""Decisions that somebody typed on the Conflicts sheet of the last national workbook."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.reports.collation.conflict import Decision, decision_from
from tracker.reports.collation.giving_up import GivingUpIsAnError
from tracker.reports.collation.incoming_file import file_bytes, incoming_file
from tracker.reports.collation.register_sheets import ACTION, CONFLICTS, DECIDED_BY, DECIDED_ON, KEY
from tracker.reports.collation.sheet_parts import sheet_parts
from tracker.reports.sheet import FIRST_ROW, HEADING_ROW


def typed_decisions(out: Path, now: datetime) -> tuple[Decision, ...]:
    """What the last output holds; an action without a name is none, one without a day is of today.

    Raises Mistake if the output is there and cannot be read: what was typed in it would be lost.
    """
    if not out.exists():
        return ()
    try:
        return tuple(_decisions(out, now))
    except Mistake as mistake:
        raise Mistake(
            f"{mistake.sentence} {out.name} is there and is no national workbook that can be read, so decisions typed "
            "in it would be lost: move it away, or choose another name."
        ) from mistake


def _decisions(out: Path, now: datetime) -> Iterator[Decision]:
    from python_calamine import CalamineError, CalamineWorkbook

    file = incoming_file(out.name, file_bytes(out))
    part = sheet_parts(file).get(CONFLICTS)
    if part is None or part.far:
        raise Mistake(f"It has no sheet {CONFLICTS}.")
    try:
        with GivingUpIsAnError(), CalamineWorkbook.from_path(out) as book:
            rows = book.get_sheet_by_name(CONFLICTS).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise Mistake("It is damaged.") from error
    headings = [str(cell) for cell in rows[HEADING_ROW - 1]] if len(rows) >= HEADING_ROW else []
    if not {ACTION, DECIDED_BY, DECIDED_ON, KEY} <= set(headings):
        raise Mistake(f"Columns of its sheet {CONFLICTS} are missing.")
    for cells in rows[FIRST_ROW - 1 :]:
        row = dict(zip(headings, cells, strict=False))
        on = row.get(DECIDED_ON)
        day = on.date() if isinstance(on, datetime) else on if isinstance(on, date) else now.astimezone().date()
        about = str(row.get("About", ""))
        key, action, by = (str(row.get(heading, "")) for heading in (KEY, ACTION, DECIDED_BY))
        if decision := decision_from(key, action, by, day.isoformat(), about):
            yield decision
