"""A meeting that was logged here, as a log: how somebody with the program sends the office what they logged.

It is read into the office's own file as any log is. What is restricted to the office stays, and is counted.
"""

from dataclasses import replace
from datetime import datetime

from tracker.models.dates import shown
from tracker.models.figures.gate import Gate, group_that_leaves, is_restricted
from tracker.models.log_columns import MEETING, LogColumn, LogKind, PromiseState
from tracker.models.log_columns import LogColumn as C
from tracker.models.log_known import OF_A_MEETING
from tracker.models.log_present import present_words
from tracker.models.mistake import Mistake
from tracker.models.records.accountability import Mapping
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, NoteKind, Presence
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.records.result import Evidence, Result
from tracker.models.records.review import Lesson
from tracker.models.records.risk import Risk
from tracker.models.snapshot import Snapshot
from tracker.reports.file_name import safe_part
from tracker.reports.log_template import EXTRA_LISTS, PreparedLog, facts_of, lists_of
from tracker.reports.log_workbook import LogBook
from tracker.reports.sheet import Cell
from tracker.reports.sound_text import sound

_SAID = (Decision, Commitment, Result, Lesson, Risk, Handover, Note)
Row = dict[LogColumn, Cell]


def prepare_meeting(snapshot: Snapshot, meeting_id: str, made_at: datetime, who: str) -> PreparedLog:
    """The meeting with who came and all that was said there; `who` typed it.

    The log is known by the meeting, so that one saved again updates. Raises KeyError if there is no such meeting,
    Mistake if it may not leave or holds nothing.
    """
    meeting = snapshot.one(Meeting, meeting_id)
    group = group_that_leaves(snapshot, meeting.group_id)
    if is_restricted(meeting):
        raise Mistake("This meeting is restricted to this office, so it cannot leave: change who may see it first.")
    gate = Gate(snapshot)
    rows = _Rows(snapshot, meeting, group, gate, who).rows()
    lists, codes = lists_of(snapshot, [group], Gate(snapshot))
    lists |= {column.value: words for column, words in EXTRA_LISTS.items()}
    facts = replace(facts_of(snapshot, f"{OF_A_MEETING}{meeting.id}", made_at, [group]), made_as=MEETING)
    on = meeting.on or snapshot.today
    title = f"{sound(group.called)}, meeting of {shown(on)}"
    book = LogBook(facts, title, made_at, lists, codes, rows=rows, columns=tuple(LogColumn), prepared=len(rows))
    file_name = f"PT-T1_{safe_part(snapshot.office.code) or 'office'}_{safe_part(group.code) or 'group'}_{on}.xlsx"
    return PreparedLog(book, f"Meeting as a log, {title}", file_name, len(rows), gate.stays)


class _Rows:
    """The rows of one meeting: what was said there, or where nothing was a note that it was held."""

    def __init__(self, snapshot: Snapshot, meeting: Meeting, group: Group, gate: Gate, who: str) -> None:
        self._snapshot = snapshot
        self._gate = gate
        self._frame: Row = {
            C.MEETING_DATE: meeting.on,
            C.GROUP: group.code,
            C.MEETING_PLACE: sound(meeting.place),
            C.CHAIRED_BY: self._person(meeting.chair_id),
            C.AGENCIES_PRESENT: "; ".join(self._came(meeting)),
            C.FELT: meeting.felt.label.casefold() if meeting.felt else "",
            C.ENTERED_BY: sound(who),
        }
        self._meeting = meeting

    def rows(self) -> tuple[Row, ...]:
        """Each known by what it is made from, so that one saved again is the same row."""
        said = [record for kind in _SAID for record in self._snapshot.of(kind, meeting_id=self._meeting.id)]
        rows = [self._row(record) for record in said if self._gate.lets(record)]
        if rows:
            return tuple(rows)
        if self._gate.stays:
            raise Mistake("All that was said there is restricted to this office, so there is nothing to save.")
        raise Mistake("Nothing was said at this meeting yet: write down a line of it first.")

    def _row(self, record: Record) -> Row:
        sensitivity = record.sensitivity.label.casefold()
        told = self._told(record)
        return {C.ROW_REF: record.id, C.SENSITIVITY: sensitivity} | self._frame | told

    def _told(self, record: Record) -> Row:
        told: Row
        match record:
            case Commitment():
                return _said(LogKind.COMMITMENT, record.text) | {
                    C.OWNER_AGENCY: self._agency(record.agency_id),
                    C.OWNER_PERSON: self._person(record.person_id),
                    C.DUE_DATE: record.due,
                    C.COMMITMENT_STATE: _state(record).value,
                    C.TO_WHOM: self._to_whom(record),
                }
            case Result():
                return _said(LogKind.VICTORY, record.name) | self._result(record)
            case Lesson():
                return _said(LogKind.LESSON, record.text) | {
                    C.AGENCIES_CONTRIBUTING: self._agencies(record.carry_to_ids)
                }
            case Risk():
                level = record.level.label.casefold() if record.level else ""
                told = {C.OWNER_AGENCY: self._agency(record.agency_id), C.RISK_LEVEL: level}
                return _said(LogKind.RISK, record.text) | told
            case Handover():
                ball = self._snapshot.one(Ball, record.ball_id)
                told = {C.OWNER_AGENCY: self._agency(record.agency_id), C.OWNER_PERSON: sound(record.note)[:80]}
                return _said(LogKind.BALL, ball.issue) | told
            case Note():
                kind = LogKind.NOW_SEE if record.kind is NoteKind.NOW_SEE else LogKind.NOTE
                return _said(kind, record.text)
            case _:
                return _said(LogKind.DECISION, record.title)

    def _result(self, result: Result) -> Row:
        claims = self._snapshot.of(Mapping, result_id=result.id)
        agency_ids = dict.fromkeys((*result.credit_ids, *(claim.agency_id or "" for claim in claims if claim.live)))
        evidence = next(iter(self._gate.leaving(self._snapshot.of(Evidence, result_id=result.id))), None)
        return {
            C.VALUE: result.value,
            C.UNIT: sound(result.unit),
            C.BASELINE: result.baseline,
            C.BETTER_OFF: result.rba.label.casefold() if result.rba else "not sure",
            C.AGENCIES_CONTRIBUTING: self._agencies(tuple(agency_ids)),
            C.EVIDENCE: sound(evidence.reference or evidence.name) if evidence else "",
        }

    def _to_whom(self, promise: Commitment) -> str:
        agency, said = self._agency(promise.to_agency_id), sound(promise.to)
        return f"{agency} ({said})" if agency and said else agency or said

    def _came(self, meeting: Meeting) -> list[str]:
        found = []
        for came in self._snapshot.of(Attendance, meeting_id=meeting.id):
            agency = self._agency(came.agency_id)
            if agency and self._gate.lets(came):
                person = self._person(came.person_id)
                found.append(present_words(agency, person, came.presence or Presence.PRESENT, sound(came.instead)))
        return found

    def _agency(self, identity: str | None) -> str:
        found = self._snapshot.find(Agency, identity)
        if found is None or not self._gate.lets(found):
            return ""
        alone = len(self._snapshot.of(Agency, code=found.code)) == 1 and ";" not in found.code
        return sound(found.code if alone else found.name)

    def _agencies(self, ids: tuple[str, ...]) -> str:
        return "; ".join(filter(None, (self._agency(identity) for identity in ids)))

    def _person(self, identity: str | None) -> str:
        found = self._snapshot.find(Person, identity)
        return sound(found.name) if found and self._gate.lets(found) else ""


def _said(kind: LogKind, text: str) -> Row:
    return {C.KIND: kind.value, C.WHAT_HAPPENED: sound(text)}


def _state(promise: Commitment) -> PromiseState:
    if promise.kept_on:
        return PromiseState.DONE
    return PromiseState.STOPPED if promise.released_on else PromiseState.OPEN
