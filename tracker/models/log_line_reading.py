"""Reading one row of a log: each cell as what it means, or a sentence that says why it cannot be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from tracker.models.dates import shown
from tracker.models.file_values import Unread, choice_of, codes_of, day_of, number_of, words_of
from tracker.models.identifying import identifying
from tracker.models.log_columns import (
    BETTER_OFF,
    KINDS,
    LONGEST_TEXT,
    SENSITIVITIES,
    SHORTEST_TEXT,
    STRENGTHS,
    LogColumn,
    LogKind,
    PromiseState,
)
from tracker.models.log_entry import CellProblem, LogEntry
from tracker.models.log_present import Came, read_present
from tracker.models.log_sheet import LogLine
from tracker.models.named_in_file import NamesInFile
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.meeting import Feeling
from tracker.models.records.person import Person
from tracker.models.records.result import Rba
from tracker.models.records.risk import RiskLevel

T = TypeVar("T")
_CODE_AND_WORDS = re.compile(r"(.+?)\s*\((.+)\)")
C = LogColumn

EARLIEST = date(2000, 7, 1)
_LENGTHS = {C.MEETING_PLACE: 100, C.OWNER_PERSON: 80, C.LINE_CODE: 20, C.EVIDENCE: 250, C.ENTERED_BY: 80, C.UNIT: 60}
_LENGTHS |= {C.CHAIRED_BY: 80, C.TO_WHOM: 100}
_OWNED = (LogKind.COMMITMENT, LogKind.BALL, LogKind.CONTRIBUTION, LogKind.APOLOGY)
_READ = (*(column for column in C if column is not C.ROW_REF),)


@dataclass(frozen=True)
class ReadLine:
    """What came of reading one row: an entry, or what stands in its way; and what somebody should look at."""

    line: LogLine
    entry: LogEntry | None
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()


def read_line(line: LogLine, names: NamesInFile, today: date, *, of_a_meeting: bool = False) -> ReadLine:
    """Reads a row. One that the program wrote may leave open what a meeting leaves open; texts have any length."""
    reading = _Reading(line, names, today, loose=of_a_meeting)
    entry = reading.entry()
    return ReadLine(line, entry, tuple(reading.problems), tuple(reading.warnings))


class _Reading:
    """Where the reading of one row stands."""

    def __init__(self, line: LogLine, names: NamesInFile, today: date, *, loose: bool) -> None:
        self._line = line
        self._names = names
        self._today = today
        self._loose = loose
        self.problems: list[CellProblem] = []
        self.warnings: list[CellProblem] = []

    def entry(self) -> LogEntry | None:
        for column, (why, advice) in self._line.refused.items():
            self._refuse(column, why, advice)
        on, group, kind = self._meeting_day(), self._group(), self._needed(C.KIND, KINDS)
        text = self._happened()
        present = self._present(group)
        agency, agencies = self._owner(kind), self._several(C.AGENCIES_CONTRIBUTING)
        person, person_named = self._person(C.OWNER_PERSON, agency, group)
        chair, chair_named = self._person(C.CHAIRED_BY, None, group)
        to, to_agency = self._to_whom()
        read: dict[str, Any] = {
            "place": self._words(C.MEETING_PLACE),
            "due": self._due(kind, on),
            "state": self._state(kind),
            "value": self._number(C.VALUE, least=0),
            "unit": self._words(C.UNIT),
            "baseline": self._number(C.BASELINE),
            "rba": self._better_off(kind),
            "line_code": self._words(C.LINE_CODE),
            "strength": self._choice(C.STRENGTH, STRENGTHS),
            "evidence": self._words(C.EVIDENCE),
            "sensitivity": self._needed(C.SENSITIVITY, SENSITIVITIES),
            "entered_by": self._words(C.ENTERED_BY) or self._missing(C.ENTERED_BY, "Say who typed the row."),
            "level": self._choice(C.RISK_LEVEL, {level.label: level for level in RiskLevel}),
            "felt": self._choice(C.FELT, {felt.label: felt for felt in Feeling}),
        }
        if read["value"] is not None and not read["unit"]:
            self._missing(C.UNIT, "Say what the value counts.")
        self._warn_of_people()
        if self.problems or on is None or group is None or kind is None:
            return None
        read |= {"on": on, "group": group, "kind": kind, "text": text, "present": present, "to": to}
        read |= {"agency": agency, "agencies": agencies, "person": person, "person_named": person_named}
        return LogEntry(**read, chair=chair, chair_named=chair_named, to_agency=to_agency)

    def _meeting_day(self) -> date | None:
        on = self._taken(C.MEETING_DATE, day_of)
        if on is None:
            if not self._told(C.MEETING_DATE):
                self._missing(C.MEETING_DATE, "Give the day of the meeting, such as 12 Jun 2008.")
        elif on < EARLIEST and not self._loose:
            self._refuse(C.MEETING_DATE, f"is before {shown(EARLIEST)}", "Look at the year and put it right.")
        elif on > self._today + timedelta(days=1):
            self._refuse(C.MEETING_DATE, "has not come yet", "Give the day on which the group met.")
        return on

    def _group(self) -> Group | None:
        words = words_of(self._line.cells.get(C.GROUP))
        if not words:
            self._missing(C.GROUP, "Name the group that met by its code.")
            return None
        meant = self._names.group(words)
        if meant.record is None:
            self._refuse(C.GROUP, meant.why, meant.advice)
            return None
        group, on = meant.record, self._day_quietly(C.MEETING_DATE)
        if on and group.started_on and on < group.started_on:
            started = shown(group.started_on)
            self._refuse(
                C.MEETING_DATE, f"is before {group.called} started ({started})", "Give that day or a later one."
            )
        if on and group.closed_on and on > group.closed_on:
            closed = shown(group.closed_on)
            self._refuse(
                C.MEETING_DATE, f"is after {group.called} closed ({closed})", "Give that day or an earlier one."
            )
        return group

    def _happened(self) -> str:
        text = words_of(self._line.cells.get(C.WHAT_HAPPENED))
        if not text:
            self._missing(C.WHAT_HAPPENED, "Say in a sentence what happened or was agreed.")
        elif not self._loose and not SHORTEST_TEXT <= len(text) <= LONGEST_TEXT:
            fits = f"{SHORTEST_TEXT} to {LONGEST_TEXT} fit"
            advice = "Say a little more." if len(text) < SHORTEST_TEXT else "Shorten it, or put the rest in a row more."
            self._refuse(C.WHAT_HAPPENED, f"has {len(text)} characters and {fits}", advice)
        return text

    def _present(self, group: Group | None) -> tuple[Came, ...]:
        parts = codes_of(self._line.cells.get(C.AGENCIES_PRESENT))
        if not parts and not self._loose:
            self._missing(C.AGENCIES_PRESENT, "Give the codes of the agencies that came, with ; between them.")
        found = []
        for part in parts:
            came, why, advice = read_present(part, self._names, group.id if group else "")
            if came is None:
                self._refuse(C.AGENCIES_PRESENT, why, advice, part)
            else:
                found.append(came)
                if why:
                    self.warnings.append(CellProblem(C.AGENCIES_PRESENT, part, why, advice))
        return tuple(found)

    def _owner(self, kind: LogKind | None) -> Agency | None:
        parts = codes_of(self._line.cells.get(C.OWNER_AGENCY))
        if len(parts) > 1:
            one = "has the ball" if kind is LogKind.BALL else "can be named here"
            self._refuse(C.OWNER_AGENCY, f"names {len(parts)} agencies and one alone {one}", "Keep one of them.")
            return None
        if not parts:
            # A meeting in the program may leave open who promised, and who holds a ball.
            if kind in _OWNED and not (self._loose and kind in (LogKind.COMMITMENT, LogKind.BALL)):
                self._missing(C.OWNER_AGENCY, f"Say whose the {kind.value} is, by the agency's code.")
            return None
        meant = self._names.agency(parts[0])
        if meant.record is None:
            self._refuse(C.OWNER_AGENCY, meant.why, meant.advice)
        return meant.record

    def _several(self, column: LogColumn) -> tuple[Agency, ...]:
        found = []
        for part in codes_of(self._line.cells.get(column)):
            meant = self._names.agency(part)
            if meant.record is None:
                self._refuse(column, meant.why, meant.advice, part)
            else:
                found.append(meant.record)
        return tuple(dict.fromkeys(found))

    def _person(self, column: LogColumn, agency: Agency | None, group: Group | None) -> tuple[Person | None, str]:
        """Somebody who is not in the office is kept by name alone, and said."""
        words = self._words(column)
        if not words:
            return None, ""
        meant = self._names.person(words, agency.id if agency else "", group.id if group else "")
        if meant.record is None:
            self.warnings.append(CellProblem(column, words, f"{meant.why}, and is kept by name alone", meant.advice))
        return meant.record, words

    def _to_whom(self) -> tuple[str, Agency | None]:
        """An agency is named by its code, with what was said of it in brackets; all else is words."""
        words = self._words(C.TO_WHOM)
        parts = _CODE_AND_WORDS.fullmatch(words)
        code, said = (parts[1], parts[2]) if parts else (words, "")
        agency = self._names.agency(code).record if code else None
        is_code = agency is not None and code in (agency.code, agency.name)
        return (said, agency) if is_code else (words, None)

    def _due(self, kind: LogKind | None, on: date | None) -> date | None:
        due = self._taken(C.DUE_DATE, day_of)
        if due is None and kind is LogKind.COMMITMENT and not self._told(C.DUE_DATE) and not self._loose:
            self._missing(C.DUE_DATE, "Say when the promise is to be kept, such as 27 Jun 2008.")
        if due and on and due < on:
            self._refuse(C.DUE_DATE, f"is before the meeting of {shown(on)}", "Put one of the two dates right.")
        return due

    def _state(self, kind: LogKind | None) -> PromiseState | None:
        states = {state.value: state for state in PromiseState}
        if kind is LogKind.COMMITMENT and not self._loose:
            return self._needed(C.COMMITMENT_STATE, states)
        return self._choice(C.COMMITMENT_STATE, states)

    def _better_off(self, kind: LogKind | None) -> Rba | None:
        words = self._words(C.BETTER_OFF)
        if not words and kind is LogKind.VICTORY and not self._loose:
            self._missing(C.BETTER_OFF, f"Choose one of: {', '.join(BETTER_OFF)}.")
        if kind is LogKind.VICTORY and not self._told(C.AGENCIES_CONTRIBUTING) and not self._loose:
            self._missing(C.AGENCIES_CONTRIBUTING, "Give the codes of the agencies that had a part in it.")
        return self._choice(C.BETTER_OFF, BETTER_OFF)

    def _number(self, column: LogColumn, least: int | None = None) -> Decimal | None:
        number = self._taken(column, number_of)
        if number is not None and least is not None and number < least:
            self._refuse(column, f"is below {least}", "Give a number from 0 up; what it was before is the baseline.")
        return number

    def _words(self, column: LogColumn) -> str:
        words = " ".join(words_of(self._line.cells.get(column)).split())
        longest = _LENGTHS.get(column, LONGEST_TEXT)
        if len(words) > longest and not self._loose:
            self._refuse(column, f"has {len(words)} characters and {longest} fit", "Shorten it.")
        return words

    def _needed(self, column: LogColumn, words: Mapping[str, T]) -> T | None:
        if not self._told(column):
            self._missing(column, f"Choose one of: {', '.join(_first_of_each(words))}.")
            return None
        return self._choice(column, words)

    def _choice(self, column: LogColumn, words: Mapping[str, T]) -> T | None:
        return self._taken(column, lambda value: choice_of(value, words), _first_of_each(words))

    def _taken(self, column: LogColumn, read: Callable[[Any], T | None], words: tuple[str, ...] = ()) -> T | None:
        try:
            return read(self._line.cells.get(column))
        except Unread as unread:
            advice = f"Choose one of: {', '.join(words)}." if words else unread.advice
            self._refuse(column, unread.why, advice)
            return None

    def _day_quietly(self, column: LogColumn) -> date | None:
        try:
            return day_of(self._line.cells.get(column))
        except Unread:
            return None

    def _told(self, column: LogColumn) -> bool:
        return bool(words_of(self._line.cells.get(column)))

    def _missing(self, column: LogColumn, advice: str) -> str:
        if column not in self._line.refused:
            self.problems.append(CellProblem(column, "", f"{column.label} is missing", advice))
        return ""

    def _refuse(self, column: LogColumn, reason: str, advice: str, said: str = "") -> None:
        value = said or words_of(self._line.cells.get(column))
        problem = CellProblem(column, value, reason, advice)
        if problem not in self.problems:
            self.problems.append(problem)

    def _warn_of_people(self) -> None:
        for column in _READ:
            for sign in identifying(words_of(self._line.cells.get(column))):
                self.warnings.append(
                    CellProblem(column, sign.words, f"looks like {sign.what}", "If it is a client's, take it out.")
                )


def _first_of_each(words: Mapping[str, object]) -> tuple[str, ...]:
    """Of words that mean the same, the first."""
    firsts: dict[object, str] = {}
    for word, meant in words.items():
        firsts.setdefault(meant, word)
    return tuple(firsts.values())
