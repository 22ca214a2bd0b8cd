"""Lines and measures that an agency typed into a workbook (PT-T2), held against those that the office has.

One row is a line, or one measure of a line; what stands empty leaves what is known. A line is known again by its
framework, agency and code, a measure by its line and code.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tracker.models.choice import Choice
from tracker.models.folding import folded
from tracker.models.line_keys import keyed
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, FrameworkKind, GroupType, Line, Measure, Operator
from tracker.models.records.agency import Agency
from tracker.models.records.record import Record
from tracker.models.records.result import Rba
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.models.value import Value, value


class TemplateColumn(Choice):
    """The columns, in their order."""

    FRAMEWORK = "framework"
    AGENCY = "agency"
    CODE = "code"
    PARENT_CODE = "parent_code", "parent code"
    NAME = "name"
    TYPE = "type"
    MEASURE_CODE = "measure_code", "measure code"
    MEASURE = "measure"
    RBA = "rba"
    UNIT = "unit"
    TARGET_OP = "target_op", "target is"
    TARGET_LOW = "target_low", "target from"
    TARGET_HIGH = "target_high", "target to"
    BASELINE = "baseline"
    FREQUENCY = "frequency"
    PAGE_REF = "page_ref", "page"


C = TemplateColumn
RBA_WORDS: Mapping[str, Rba] = {folded(each.label): each for each in Rba} | {each.value: each for each in Rba}
OPERATOR_WORDS: Mapping[str, Operator] = {each.value: each for each in Operator} | {
    folded(each.label): each for each in Operator
}
_YEAR = re.compile(r"\b(\d{4})[/-](\d{2}|\d{4})\b")
_KINDS = (
    ("performance expectations", FrameworkKind.SPE),
    ("spe", FrameworkKind.SPE),
    ("annual report", FrameworkKind.ANNUAL_REPORT),
    ("strategic intentions", FrameworkKind.STRATEGIC_INTENTIONS),
    ("long-term plan", FrameworkKind.COUNCIL_LTP),
    ("long term plan", FrameworkKind.COUNCIL_LTP),
    ("outcome", FrameworkKind.OUTCOME_FRAMEWORK),
    ("contract", FrameworkKind.CONTRACT),
    ("expectation", FrameworkKind.CE_EXPECTATION),
    ("estimates", FrameworkKind.ESTIMATES),
    ("target", FrameworkKind.GOVERNMENT_TARGET),
)


@value
class TemplateRow(Value):
    """A row as it was read: words by column, numbers as numbers, and what could not be read, by column."""

    number: int
    cells: Mapping[TemplateColumn, Any]
    problems: tuple[str, ...] = ()


class RowFate(Choice):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same", "As it was"
    REJECTED = "rejected"


@value
class RowReport(Value):
    """What becomes of one row; `said` is a sentence, and for a rejected row says what to do."""

    number: int
    fate: RowFate
    said: str
    name: str = ""

    @property
    def id(self) -> str:
        """The row's number."""
        return str(self.number)


@value
class TemplatePlan(Value):
    """What reading the workbook would do: row by row, and what is to be saved if no row is rejected."""

    rows: tuple[RowReport, ...]
    records: tuple[Record, ...]

    @property
    def rejected(self) -> int:
        """How many rows cannot be kept as they are."""
        return sum(row.fate is RowFate.REJECTED for row in self.rows)

    @property
    def words(self) -> str:
        """12 rows: 9 new, 1 changed, 2 as they were, 0 rejected."""
        counts = {fate: sum(row.fate is fate for row in self.rows) for fate in RowFate}
        return (
            f"{len(self.rows):,} {'row' if len(self.rows) == 1 else 'rows'}: {counts[RowFate.NEW]:,} new, "
            f"{counts[RowFate.CHANGED]:,} changed, {counts[RowFate.SAME]:,} as they were, "
            f"{counts[RowFate.REJECTED]:,} rejected"
        )

    def refuse_rejected(self) -> None:
        """Raises Mistake while a row is rejected: all rows are kept, or none."""
        if self.rejected:
            which = next(row for row in self.rows if row.fate is RowFate.REJECTED)
            rows = "1 row is" if self.rejected == 1 else f"{self.rejected:,} rows are"
            raise Mistake(f"{rows} rejected, so nothing was kept. Row {which.number}: {which.said}")


def plan_template(snapshot: Snapshot, rows: Iterable[TemplateRow], mint: Callable[[], str]) -> TemplatePlan:
    """Holds the rows of a workbook against the office; nothing is kept by it."""
    planning = _Planning(snapshot, mint)
    reports = [planning.take(row) for row in rows]
    return TemplatePlan(tuple(reports), tuple(planning.records()))


class _Planning:
    """Where the planning of one workbook stands. What earlier rows made is known to the later ones."""

    def __init__(self, snapshot: Snapshot, mint: Callable[[], str]) -> None:
        self._snapshot = snapshot
        self._mint = mint
        self._frameworks = {framework.id: framework for framework in snapshot.of(Framework)}
        self._lines = {line.id: line for line in snapshot.of(Line)}
        self._by_code: dict[tuple[str, str], list[str]] = {}
        for line in self._lines.values():
            self._by_code.setdefault((line.framework_id or "", line.code), []).append(line.id)
        self._measures = {measure.id: measure for measure in snapshot.of(Measure)}
        self._by_measure = {(each.line_id or "", each.code): each.id for each in self._measures.values()}
        self._touched: dict[str, Record] = {}
        self._seen: dict[tuple[str, str], int] = {}
        # What the row at hand made, each with what it was.
        self._made: list[tuple[Line | Measure, Line | Measure | None]] = []

    def records(self) -> Iterable[Record]:
        """What is to be saved: frameworks before their lines, lines before their measures."""
        kinds = (Framework, Line, Measure)
        return sorted(self._touched.values(), key=lambda record: kinds.index(type(record)))

    def take(self, row: TemplateRow) -> RowReport:
        """What becomes of one row."""
        name = str(row.cells.get(C.NAME) or row.cells.get(C.CODE) or "")
        if row.problems:
            return RowReport(row.number, RowFate.REJECTED, row.problems[0], name)
        before = (dict(self._touched), dict(self._frameworks), dict(self._seen))
        self._made.clear()
        try:
            return self._taken(row)
        except Mistake as mistake:
            self._touched, self._frameworks, self._seen = before
            self._forget_row()
            return RowReport(row.number, RowFate.REJECTED, mistake.sentence, name)

    def _taken(self, row: TemplateRow) -> RowReport:
        for column in (C.FRAMEWORK, C.AGENCY, C.CODE):
            if not row.cells.get(column):
                raise Mistake(f"The {column.value} is missing: fill it in.")
        agency = self._agency(row)
        framework, said_framework = self._framework(row, agency)
        line, line_fate = self._line(row, framework, agency)
        said = [said_framework, f"{_fate_words(line_fate)} line {line.code} “{line.shown_name}”"]
        fate = line_fate
        if row.cells.get(C.MEASURE_CODE) or row.cells.get(C.MEASURE):
            measure, measure_fate = self._measure(row, line)
            said.append(f"{_fate_words(measure_fate)} measure {measure.code}")
            fate = _together(line_fate, measure_fate)
        elif any(row.cells.get(column) not in (None, "") for column in _OF_A_MEASURE):
            raise Mistake("The row has a target or a unit, and no measure: give the measure and its code.")
        self._refuse_twice(row, line)
        sentence = "; ".join(filter(None, said))
        return RowReport(row.number, fate, f"{sentence[:1].upper()}{sentence[1:]}.", line.shown_name)

    def _refuse_twice(self, row: TemplateRow, line: Line) -> None:
        key = (line.id, str(row.cells.get(C.MEASURE_CODE) or ""))
        if key in self._seen:
            what = f"measure {key[1]} of line {line.code}" if key[1] else f"line {line.code}"
            raise Mistake(f"The {what} stands in row {self._seen[key]} too: keep one of the two.")
        self._seen[key] = row.number

    def _agency(self, row: TemplateRow) -> Agency | None:
        said = folded(row.cells[C.AGENCY])
        found = [
            agency
            for agency in self._snapshot.of(Agency)
            if said in (folded(agency.name), folded(agency.short_name), folded(agency.code))
        ]
        if len(found) > 1:
            raise Mistake(f"“{row.cells[C.AGENCY]}” is what several agencies are called: give the whole name.")
        return found[0] if found else None

    def _framework(self, row: TemplateRow, agency: Agency | None) -> tuple[Framework, str]:
        name = row.cells[C.FRAMEWORK]
        found = [each for each in self._frameworks.values() if folded(each.name) == folded(name)]
        owned = [each for each in found if agency and each.owner_agency_id == agency.id]
        if len(owned or found) == 1:
            return (owned or found)[0], ""
        if found:
            raise Mistake(f"Several frameworks are called “{name}”: give each a name of its own.")
        if agency is None:
            raise Mistake(f"“{row.cells[C.AGENCY]}” is no agency of this office: add it first, or put the name right.")
        year = _year_in(name)
        if year is None:
            raise Mistake(
                f"There is no framework “{name}”: add it first, or put its year into its name, as in “{name} 2007/08”."
            )
        made = Framework(
            id=self._mint(),
            name=name,
            kind=next((kind for words, kind in _KINDS if words in folded(name)), FrameworkKind.INTERNAL_PLAN),
            owner_agency_id=agency.id,
            period_from=year.first_day,
            period_to=year.last_day,
        )
        _refuse_problems(made)
        self._frameworks[made.id] = self._touched[made.id] = made
        assert made.kind is not None
        return made, f"new framework “{name}” ({made.kind.label}, {year.label})"

    def _line(self, row: TemplateRow, framework: Framework, agency: Agency | None) -> tuple[Line, RowFate]:
        cells = row.cells
        names = {folded(cells[C.AGENCY])} | ({folded(agency.name)} if agency else set())
        known = [
            self._lines[identity]
            for identity in self._by_code.get((framework.id, cells[C.CODE]), ())
            if folded(self._lines[identity].administering_agency) in names
        ]
        if not known and agency is None:
            raise Mistake(f"“{cells[C.AGENCY]}” is no agency of this office: add it first, or put the name right.")
        before = known[0] if known else None
        line = before or Line(
            id=self._mint(),
            framework_id=framework.id,
            code=cells[C.CODE],
            parent_code=cells[C.CODE],
            name=cells.get(C.NAME) or "",
            administering_agency=agency.name if agency else "",
            group_type=GroupType.SINGLE,
            year_end=framework.period_to.year if framework.period_to else None,
        )
        line = self._with_parent(self._named(line, cells), cells)
        if before is None:
            if not line.name:
                raise Mistake(f"The name of line {cells[C.CODE]} is missing: fill it in.")
            line = keyed(snapshot_of(self._snapshot.today, (*self._frameworks.values(), *self._lines.values())), line)
        return self._kept(before, line)

    def _named(self, line: Line, cells: Mapping[TemplateColumn, Any]) -> Line:
        """The name in the template is the one that is shown: of a category its own, else the line's."""
        changes: dict[str, Any] = {}
        if cells.get(C.NAME) and cells[C.NAME] != line.shown_name:
            changes["category_name" if line.category_name else "name"] = cells[C.NAME]
        if cells.get(C.TYPE):
            changes["appropriation_type"] = cells[C.TYPE]
        return replace(line, **changes)

    def _with_parent(self, line: Line, cells: Mapping[TemplateColumn, Any]) -> Line:
        code = cells.get(C.PARENT_CODE)
        if not code or code in (line.code, line.parent_code):
            return line
        for identity in self._by_code.get((line.framework_id or "", code), ()):
            parent = self._lines[identity]
            if parent.administering_agency == line.administering_agency:
                return replace(line, parent_code=code, parent_line_id=parent.id, group_type=GroupType.MCA)
        raise Mistake(f"The parent code {code} is no line of this framework and agency: put its row before this one.")

    def _measure(self, row: TemplateRow, line: Line) -> tuple[Measure, RowFate]:
        cells = row.cells
        code = cells.get(C.MEASURE_CODE)
        if not code:
            raise Mistake("The measure has no code: give it one, by which it is known again.")
        before = self._measures.get(self._by_measure.get((line.id, code), ""))
        measure = before or Measure(id=self._mint(), line_id=line.id, code=code)
        told = {name: cells[column] for column, name in _MEASURE_FIELDS.items() if cells.get(column) not in (None, "")}
        told |= _target(cells)
        made = replace(measure, **told)
        if not made.text:
            raise Mistake(f"The words of measure {code} are missing: fill them in.")
        return self._kept(before, made)

    def _kept(self, before: Any, made: Any) -> tuple[Any, RowFate]:
        _refuse_problems(made)
        if made == before:
            return made, RowFate.SAME
        self._touched[made.id] = made
        self._made.append((made, before))
        self._know(made)
        return made, RowFate.NEW if before is None else RowFate.CHANGED

    def _know(self, made: Line | Measure) -> None:
        if isinstance(made, Measure):
            self._measures[made.id] = made
            self._by_measure[made.line_id or "", made.code] = made.id
            return
        self._lines[made.id] = made
        codes = self._by_code.setdefault((made.framework_id or "", made.code), [])
        if made.id not in codes:
            codes.append(made.id)

    def _forget_row(self) -> None:
        """What a rejected row made is unknown to the rows after it."""
        for made, before in reversed(self._made):
            if before is not None:
                self._know(before)
            elif isinstance(made, Measure):
                del self._measures[made.id], self._by_measure[made.line_id or "", made.code]
            else:
                del self._lines[made.id]
                self._by_code[made.framework_id or "", made.code].remove(made.id)


_MEASURE_FIELDS: Mapping[TemplateColumn, str] = {
    C.MEASURE: "text",
    C.RBA: "rba",
    C.UNIT: "unit",
    C.TARGET_OP: "target_op",
    C.BASELINE: "baseline",
    C.FREQUENCY: "frequency",
    C.PAGE_REF: "page_ref",
}
_OF_A_MEASURE = tuple(column for column in (*_MEASURE_FIELDS, C.TARGET_LOW, C.TARGET_HIGH) if column is not C.MEASURE)


def _target(cells: Mapping[TemplateColumn, Any]) -> dict[str, Any]:
    """A target in words stands where else its number would."""
    low, high, sort = cells.get(C.TARGET_LOW), cells.get(C.TARGET_HIGH), cells.get(C.TARGET_OP)
    told: dict[str, Any] = {}
    if sort is Operator.IN_WORDS:
        return {"target_words": str(low)} if low not in (None, "") else {}
    for column, name, number in ((C.TARGET_LOW, "target_low", low), (C.TARGET_HIGH, "target_high", high)):
        if number in (None, ""):
            continue
        if not isinstance(number, Decimal):
            raise Mistake(f"The {column.value} is “{number}”: give a number, or “text” as what the target is.")
        told[name] = number
    if told and sort is None:
        raise Mistake("Say what the target is: >=, <=, =, between or text.")
    if "target_high" in told and sort is not Operator.BETWEEN:
        raise Mistake("A target up to a second number is “between”: say so, or leave the second one empty.")
    return told


def _fate_words(fate: RowFate) -> str:
    return {RowFate.NEW: "new", RowFate.CHANGED: "changed"}.get(fate, "unchanged")


def _together(line: RowFate, measure: RowFate) -> RowFate:
    if measure is RowFate.SAME:
        return line
    return RowFate.NEW if measure is RowFate.NEW and line is not RowFate.CHANGED else RowFate.CHANGED


def _year_in(name: str) -> Period | None:
    found = _YEAR.search(name)
    if found is None:
        return None
    begins, ends = int(found[1]), int(found[2])
    return Period(begins + 1) if ends in ((begins + 1) % 100, begins + 1) and 1990 <= begins < 2199 else None


def _refuse_problems(record: Record) -> None:
    if problems := record.problems():
        raise Mistake(problems[0])
