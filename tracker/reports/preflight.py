"""The checks that are made before a return is saved: each a small function, all in one tuple a return."""

from collections.abc import Iterable, Iterator

from tracker.models.records import Record
from tracker.reports.finding import Check, Facts, Finding, Severity, Trouble
from tracker.reports.sheet import CONTINUED, FIRST_ROW, Sheet
from tracker.reports.sound_text import texts_of, unsound_characters


def findings(checks: Iterable[Check[Facts]], facts: Facts, sheets: Iterable[Sheet]) -> tuple[Finding, ...]:
    """What each check found, errors first; a check that found nothing passed.

    `sheets` are the return's raw sheets: a finding about a record says where in them it stands.
    """
    places = _places(sheets)
    found = [finding for check in checks for finding in _run(check, facts, places)]
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def text_findings(before: Iterable[Sheet], after: Iterable[Sheet]) -> tuple[Finding, ...]:
    """What was done to text so that cells can hold it: control characters replaced, long texts continued."""
    return (_replaced(before), _continued(after))


def open_count(found: Iterable[Finding], severity: Severity) -> int:
    """How many findings have that severity."""
    return sum(finding.severity is severity for finding in found)


def _run(check: Check[Facts], facts: Facts, places: dict[str, tuple[str, int]]) -> Iterator[Finding]:
    troubles = list(check.find(facts))
    if not troubles:
        yield Finding(check.check_id, check.rule, Severity.PASS, "Nothing found.")
    for trouble in troubles:
        yield _finding(check, trouble, places)


def _finding(check: Check[Facts], trouble: Trouble, places: dict[str, tuple[str, int]]) -> Finding:
    record = trouble.record
    sheet, row = places.get(record.id, ("", None)) if record else ("", None)
    return Finding(
        check_id=check.check_id,
        rule=check.rule,
        severity=check.severity,
        message=trouble.message,
        item=trouble.item or (_short(record.title) if record else ""),
        record=record,
        result_id=trouble.result_id,
        sheet=sheet,
        row=row,
    )


def _places(sheets: Iterable[Sheet]) -> dict[str, tuple[str, int]]:
    """Where each record first stands."""
    places: dict[str, tuple[str, int]] = {}
    for sheet in sheets:
        for place, record in enumerate(sheet.records):
            if isinstance(record, Record):
                places.setdefault(record.id, (sheet.name, place + FIRST_ROW))
    return places


def _short(title: str) -> str:
    line = title.split("\n", 1)[0]
    return line if len(line) <= 80 else f"{line[:79]}…"


def _replaced(sheets: Iterable[Sheet]) -> Finding:
    rule = "Text holds no control characters"
    count = sum(map(unsound_characters, texts_of(sheets)))
    if not count:
        return Finding("control_characters", rule, Severity.PASS, "Nothing found.")
    words = "1 character that no workbook can hold was" if count == 1 else f"{count:,} such characters were"
    return Finding("control_characters", rule, Severity.WARNING, f"{words} replaced by a space or a line end.")


def _continued(sheets: Iterable[Sheet]) -> Finding:
    rule = "Text fits into one cell"
    count = sum(1 for sheet in sheets for row in sheet.rows if row and row[0] == CONTINUED)
    if not count:
        return Finding("long_text", rule, Severity.PASS, "Nothing found.")
    words = "1 further row carries" if count == 1 else f"{count:,} further rows carry"
    message = f"{words} on a text longer than a cell; their first cell says “{CONTINUED}”."
    return Finding("long_text", rule, Severity.WARNING, message)
