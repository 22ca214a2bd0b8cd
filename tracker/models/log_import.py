"""A log as what it would change here, row by row: new, changed, the same or rejected; all rows in one step, or none.

A row is known again by its log and its reference: sent once more it updates what it became, and does not double it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.file_values import words_of
from tracker.models.folding import folded
from tracker.models.log_between import one_chair, one_holder, refused
from tracker.models.log_columns import LogColumn
from tracker.models.log_entry import CellProblem, LogEntry
from tracker.models.log_known import KnownRows
from tracker.models.log_line_reading import ReadLine, read_line
from tracker.models.log_meetings import meetings_of, plan_meeting
from tracker.models.log_routes import Became, Router
from tracker.models.log_sheet import LogFile, LogLine
from tracker.models.log_words import changes_words, entry_words, shortened
from tracker.models.mistake import Mistake
from tracker.models.named_in_file import NamesInFile
from tracker.models.records.meeting import Attendance, Meeting
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

# Below this two texts are about different things.
_ALIKE = 0.5


class RowOutcome(Choice):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same", "The same"
    REJECTED = "rejected"


@dataclass(frozen=True)
class RowReport:
    """One row of the dry run. `said` is the row in a line, `changes` what would be different here."""

    line: LogLine
    outcome: RowOutcome
    said: str
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be said of the row, a sentence each: what stands in the way first."""
        told = [problem.sentence for problem in (*self.problems, *self.warnings)]
        return (*told, *self.line.notes)


@dataclass(frozen=True)
class LogImport:
    """The dry run of a whole log, and what would be kept. `meetings` says what becomes of each meeting that changes."""

    log: LogFile
    rows: tuple[RowReport, ...]
    meetings: tuple[str, ...] = ()
    saves: tuple[Record, ...] = ()
    removes: tuple[Record, ...] = ()
    entered_by: tuple[str, ...] = ()

    @property
    def rejected(self) -> int:
        """How many rows cannot be read: while there is one, nothing is kept."""
        return self._counted(RowOutcome.REJECTED)

    @property
    def changes_anything(self) -> bool:
        """Whether bringing it in would change anything."""
        return bool(self.saves or self.removes)

    @property
    def words(self) -> str:
        """12 rows: 9 new, 1 changed, 2 the same, none rejected."""
        parts = [(outcome.label.casefold(), self._counted(outcome)) for outcome in RowOutcome]
        told = ", ".join(f"{count or 'none'} {word}" for word, count in parts if count or word == "rejected")
        return f"{len(self.rows)} {'row' if len(self.rows) == 1 else 'rows'}: {told}"

    @property
    def step_name(self) -> str:
        """As undo names it, with who typed the rows."""
        who = f", entered by {', '.join(self.entered_by[:3])}" if self.entered_by else ""
        more = " and others" if len(self.entered_by) > 3 else ""
        return shortened(f"read a log{who}{more}", 120)

    def refuse_rejected(self) -> None:
        """Raises Mistake while any row is rejected."""
        if self.rejected:
            rows = "1 row cannot" if self.rejected == 1 else f"{self.rejected} rows cannot"
            raise Mistake(f"Nothing was brought in, for {rows} be read: put right what is said of it, and try again.")

    def _counted(self, outcome: RowOutcome) -> int:
        return sum(row.outcome is outcome for row in self.rows)


def plan_import(snapshot: Snapshot, log: LogFile, mint: Callable[[], str]) -> LogImport:
    """What a log would change. Nothing is kept by it. Raises Mistake if the log is another office's or empty."""
    return _Planning(snapshot, log, mint).plan()


class _Planning:
    """Where the planning of one import stands."""

    def __init__(self, snapshot: Snapshot, log: LogFile, mint: Callable[[], str]) -> None:
        self._snapshot = snapshot
        self._log = log
        self._mint = mint
        self._known = KnownRows(snapshot, log.facts.template_id, of_a_meeting=log.facts.of_a_meeting)
        self._router = Router(snapshot, mint)
        self._saves: list[Record] = []
        self._removes: list[Record] = []

    def plan(self) -> LogImport:
        self._refuse_other_office()
        lines = [line for line in self._log.lines if line.filled]
        if not lines:
            raise Mistake("The log is empty: no row of it is filled in.")
        names, loose = NamesInFile(self._snapshot), self._log.facts.of_a_meeting
        read = [read_line(line, names, self._snapshot.today, of_a_meeting=loose) for line in lines]
        read = self._one_ref_each(read)
        read = [self._not_of_another_copy(each) for each in read]
        read = one_holder(read)
        good = [(each.line.ref, each.entry) for each in read if each.entry and not each.problems]
        meetings = meetings_of(good)
        read = one_chair(read, meetings)
        reports: dict[int, RowReport] = {
            each.line.number: _rejected(each) for each in read if each.problems or each.entry is None
        }
        by_ref = {each.line.ref: each for each in read if each.line.number not in reports}
        said = []
        for meeting in meetings:
            plan_meeting(meeting, self._snapshot, self._known, self._mint)
            for ref, entry in meeting.entries:
                if ref in by_ref:
                    each = by_ref[ref]
                    reports[each.line.number] = self._row(each, entry, meeting.meeting)
            self._keep(meeting.saves, meeting.removes)
            if meeting.sentence:
                said.append(meeting.sentence)
        rows = tuple(reports[each.line.number] for each in read)
        who = Counter(entry.entered_by for _, entry in good if entry.entered_by)
        return LogImport(
            log=replace(self._log, notes=(*self._log.notes, *self._emptied(lines))),
            rows=rows,
            meetings=tuple(said),
            saves=_once(self._saves),
            removes=_once(self._removes),
            entered_by=tuple(name for name, _ in who.most_common()),
        )

    def _row(self, each: ReadLine, entry: LogEntry, meeting: Meeting) -> RowReport:
        ref, content = each.line.ref, entry.content
        known = self._known.records(ref)
        if self._known.unchanged(ref, content):
            return RowReport(each.line, RowOutcome.SAME, entry_words(entry))
        became = self._router.became(entry, meeting, known)
        problems, warnings = (*each.problems, *became.problems), (*each.warnings, *became.warnings)
        if problems:
            return RowReport(each.line, RowOutcome.REJECTED, entry_words(entry), problems, warnings)
        changed = [
            record for record in (*became.others, *became.own) if self._snapshot.find(type(record), record.id) != record
        ]
        if known and not self._known.rows(ref) and not changed and not became.removes:
            # A copy of this very file has it as well.
            return RowReport(each.line, RowOutcome.SAME, entry_words(entry))
        notes, dropped = self._known.noted(ref, content, became.own, self._mint)
        self._keep([*changed, *notes], [*became.removes, *dropped])
        outcome = RowOutcome.CHANGED if known or self._known.rows(ref) else RowOutcome.NEW
        changes = self._changes(became, changed) if outcome is RowOutcome.CHANGED else ()
        return RowReport(each.line, outcome, entry_words(entry), (), warnings, changes)

    def _changes(self, became: Became, changed: Iterable[Record]) -> tuple[str, ...]:
        told: list[str] = []
        for record in changed:
            before = self._snapshot.find(type(record), record.id)
            if before is not None:
                told += changes_words(self._snapshot, before, record)
            elif not isinstance(record, Meeting):
                told.append(f"New {record.noun}")
        told += [f"Removed: {record.noun} “{shortened(record.title, 60)}”" for record in became.removes]
        return tuple(dict.fromkeys(told)) or ("Nothing that is kept here",)

    def _keep(self, saves: Iterable[Record], removes: Iterable[Record]) -> None:
        self._saves += saves
        self._removes += removes

    def _refuse_other_office(self) -> None:
        office, facts = self._snapshot.office, self._log.facts
        if folded(facts.office_code) != folded(office.code):
            raise Mistake(
                f"This log was given out by {facts.office or 'another office'} ({facts.office_code}), and this office "
                f"is {office.name} ({office.code}): open the office that it belongs to."
            )

    def _one_ref_each(self, read: Sequence[ReadLine]) -> list[ReadLine]:
        """Every row needs a reference of its own: without it, it could not be known again."""
        often = Counter(folded(each.line.ref) for each in read)
        taken = {folded(line.ref) for line in self._log.lines} | {folded(ref) for ref in self._known.refs}
        free = (f"L{number:03d}" for number in range(1, 100_000) if f"l{number:03d}" not in taken)
        checked = []
        for each in read:
            ref = each.line.ref
            if not ref:
                checked.append(refused(each, LogColumn.ROW_REF, "", "Row ref is missing", f"Type {next(free)} there."))
            elif len(ref) > 40 or ref.startswith("meeting "):
                checked.append(refused(each, LogColumn.ROW_REF, ref, "is no row ref", f"Type {next(free)} there."))
            elif often[folded(ref)] > 1:
                others = [other.line.number for other in read if folded(other.line.ref) == folded(ref)]
                where = " and ".join(str(number) for number in others if number != each.line.number)
                advice = f"Give one of them another, such as {next(free)}."
                checked.append(refused(each, LogColumn.ROW_REF, ref, f"stands in row {where} as well", advice))
            else:
                checked.append(each)
        return checked

    def _not_of_another_copy(self, each: ReadLine) -> ReadLine:
        """Two people with copies of one form would overwrite each other: what is quite different is not taken."""
        entry = each.entry
        before = next((record for record in self._known.records(each.line.ref) if record.title), None)
        if entry is None or before is None or self._known.unchanged(each.line.ref, entry.content):
            return each
        if isinstance(before, Attendance) or SequenceMatcher(None, before.title, entry.text).ratio() >= _ALIKE:
            return each
        on = getattr(before, "on", None) or getattr(before, "made_on", None) or getattr(before, "since", None)
        if on == entry.on and getattr(before, "group_id", entry.group.id) == entry.group.id:
            return each
        why = f"was read here before as “{shortened(before.title, 60)}”, {shown(on)}, and now is something else"
        advice = "Give it a row that was not used yet; or ask for a log of your own, if this one is a colleague's copy."
        return refused(each, LogColumn.ROW_REF, each.line.ref, why, advice)

    def _emptied(self, lines: Iterable[LogLine]) -> list[str]:
        here = {line.ref for line in lines}
        gone = [ref for ref in self._known.refs if ref not in here and not ref.startswith("meeting ")]
        gone = [ref for ref in gone if self._known.records(ref)]
        if not gone:
            return []
        which = ", ".join(gone[:5]) + (f" and {len(gone) - 5} more" if len(gone) > 5 else "")
        return [f"Read before and empty now: {which}. What became of that stays here; remove it here if it was wrong."]


def _rejected(each: ReadLine) -> RowReport:
    said = (
        entry_words(each.entry)
        if each.entry
        else shortened(words_of(each.line.cells.get(LogColumn.WHAT_HAPPENED)), 120)
    )
    return RowReport(each.line, RowOutcome.REJECTED, said, each.problems, each.warnings)


def _once(records: Iterable[Record]) -> tuple[Record, ...]:
    """Each once, as it was last; in the order in which they came."""
    latest: dict[tuple[type[Record], str], Record] = {}
    for record in records:
        latest[type(record), record.id] = record
    return tuple(latest.values())
