"""What each kind of row of a log becomes: the records to keep, made anew or changed from what the row was before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from tracker.models.dates import shown
from tracker.models.file_values import words_of
from tracker.models.folding import folded
from tracker.models.log_columns import LogColumn as C
from tracker.models.log_columns import LogKind, PromiseState
from tracker.models.log_entry import CellProblem, LogEntry
from tracker.models.log_results import result_records
from tracker.models.log_sorts import DOLLARS, by_unit, sort_of, sorts_words
from tracker.models.meeting_log import ball_in_play
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.contribution import Contribution, Resource
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, NoteKind, Presence
from tracker.models.records.record import Record
from tracker.models.records.review import Lesson
from tracker.models.records.risk import Barrier, BarrierKind, Risk
from tracker.models.snapshot import Snapshot

R = TypeVar("R", bound=Record)


@dataclass
class Became:
    """What one row became: `own` are all records that it stands for, `others` what changes beside them."""

    own: list[Record] = field(default_factory=list)
    others: list[Record] = field(default_factory=list)
    removes: list[Record] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)


class Router:
    """Turns the rows of one log into records, row by row in the order of their days."""

    def __init__(self, snapshot: Snapshot, mint: Callable[[], str]) -> None:
        self._snapshot = snapshot
        self._mint = mint
        # An issue may be new in the very log: its later rows pass the same ball on.
        self._balls: dict[tuple[str, str], Ball] = {}

    def became(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record]) -> Became:
        """What a row becomes; `known` is what it was when it was read before."""
        made = Became()
        routes = {
            LogKind.DECISION: self._decision,
            LogKind.COMMITMENT: self._commitment,
            LogKind.VICTORY: self._victory,
            LogKind.LESSON: self._lesson,
            LogKind.RISK: self._risk,
            LogKind.BALL: self._ball,
            LogKind.NOW_SEE: self._note,
            LogKind.NOTE: self._note,
            LogKind.BARRIER: self._barrier,
            LogKind.CONTRIBUTION: self._contribution,
            LogKind.APOLOGY: self._apology,
        }
        routes[entry.kind](entry, meeting, known, made)
        self._drop(known, made)
        made.warnings += _left_out(entry)
        for record in made.own:
            made.problems += [CellProblem(C.WHAT_HAPPENED, "", *_apart(told)) for told in record.problems()]
        return made

    def _decision(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        made.own.append(self._kept(Decision, known, entry, meeting, on=entry.on, text=entry.text))

    def _note(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        kind = NoteKind.NOW_SEE if entry.kind is LogKind.NOW_SEE else NoteKind.NOTE
        made.own.append(self._kept(Note, known, entry, meeting, on=entry.on, text=entry.text, kind=kind))

    def _lesson(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        ids = tuple(agency.id for agency in entry.agencies)
        made.own.append(self._kept(Lesson, known, entry, meeting, on=entry.on, text=entry.text, carry_to_ids=ids))

    def _risk(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        told: dict[str, Any] = {"on": entry.on, "text": entry.text, "agency_id": _id(entry.agency)}
        told |= {"level": entry.level} if entry.level else {}
        made.own.append(self._kept(Risk, known, entry, meeting, **told))

    def _commitment(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        before = next((record for record in known if isinstance(record, Commitment)), None)
        first_due = entry.due
        # A date that was renegotiated since stays: the first one is never lost.
        if before and (before.first_due != before.due or self._snapshot.of(DueChange, commitment_id=before.id)):
            first_due = before.first_due
        told: dict[str, Any] = {"made_on": entry.on, "text": _with_name(entry), "due": entry.due}
        told |= {"first_due": first_due, "agency_id": _id(entry.agency), "person_id": _id(entry.person)}
        if entry.to or entry.to_agency:
            told |= {"to": entry.to, "to_agency_id": _id(entry.to_agency)}
        told |= self._ending(entry, before, made)
        made.own.append(self._kept(Commitment, known, entry, meeting, **told))

    def _ending(self, entry: LogEntry, before: Commitment | None, made: Became) -> dict[str, date]:
        """A log has no day on which a promise was kept: the day it is taken for is said, and nothing is taken back."""
        ended = before and (before.kept_on or before.released_on or before.missed_on)
        if ended:
            is_done = bool(before and before.kept_on)
            if (entry.state is PromiseState.DONE) != is_done:
                why = f"is not what is kept here, where it ended on {shown(ended)}"
                advice = "It stays as it is here; open it again in Commitments if that is wrong."
                made.warnings.append(CellProblem(C.COMMITMENT_STATE, str(entry.state or ""), why, advice))
            return {}
        today = max(self._snapshot.today, entry.on)
        if entry.state is PromiseState.DONE:
            on = entry.due if entry.due and entry.due <= today else today
            why = f"has no day, and is taken for kept on {shown(on)}"
            made.warnings.append(CellProblem(C.COMMITMENT_STATE, "done", why, "Put the day right in Commitments."))
            return {"kept_on": on}
        if entry.state is PromiseState.STOPPED:
            why = f"has no day, and is taken for released on {shown(today)}"
            made.warnings.append(CellProblem(C.COMMITMENT_STATE, "stopped", why, "Put the day right in Commitments."))
            return {"released_on": today}
        return {}

    def _victory(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        own, removes, warnings = result_records(self._snapshot, entry, meeting, known, self._mint)
        made.own += own
        made.removes += removes
        made.warnings += warnings

    def _ball(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        before = next((record for record in known if isinstance(record, Handover)), None)
        key = (entry.group.id, folded(entry.text))
        ball = self._balls.get(key)
        if ball is None and before is not None and (held := self._snapshot.find(Ball, before.ball_id)):
            opened = entry.on if held.opened_on == before.on else held.opened_on
            ball = replace(held, issue=entry.text, opened_on=opened)
        ball = ball or ball_in_play(entry.text, self._snapshot, entry.group.id, entry.on)
        if ball is None:
            told: dict[str, Any] = {"group_id": entry.group.id, "issue": entry.text, "opened_on": entry.on}
            ball = Ball(id=self._mint(), sensitivity=entry.sensitivity, **told)
        elif ball.opened_on and entry.on < ball.opened_on:
            # A meeting that is logged late shows that the issue is older.
            ball = replace(ball, opened_on=entry.on)
        self._balls[key] = ball
        who = entry.person.name if entry.person else entry.person_named
        told = {"ball_id": ball.id, "on": entry.on, "agency_id": _id(entry.agency), "note": who}
        made.others.append(ball)
        made.own.append(self._kept(Handover, known, entry, meeting, **told))

    def _barrier(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        kind, text, in_front = sort_of(entry.text, BarrierKind)
        if not self._sorted(kind, BarrierKind, entry, made, in_front=in_front):
            return
        told = {"kind": kind, "text": text, "since": entry.on}
        made.own.append(self._kept(Barrier, known, entry, None, **told))

    def _contribution(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        kind, text, in_front = sort_of(entry.text, Resource)
        if not in_front and (told_by := by_unit(entry.unit)):
            kind, text, in_front = told_by, entry.text, True
        if not self._sorted(kind, Resource, entry, made, in_front=in_front):
            return
        told: dict[str, Any] = {"kind": kind, "text": text, "agency_id": _id(entry.agency)}
        if kind is Resource.MONEY and folded(entry.unit) in DOLLARS:
            told |= {"value_nzd": entry.value}
        else:
            told |= {"quantity": entry.value, "unit": entry.unit}
        is_promised = entry.state in (PromiseState.OPEN, PromiseState.DOING, PromiseState.STOPPED)
        before = next((record for record in known if isinstance(record, Contribution)), None)
        day = "promised_on" if is_promised else "delivered_on"
        if before is None or getattr(before, day) is None:
            told |= {day: entry.on}
        made.own.append(self._kept(Contribution, known, entry, None, **told))

    def _apology(self, entry: LogEntry, meeting: Meeting, known: Sequence[Record], made: Became) -> None:
        agency_id, person_id = _id(entry.agency), _id(entry.person)
        if person_id is None and any(came.agency.id == agency_id and not came.person for came in entry.present):
            assert entry.agency is not None
            why = "sent an apology and is among the agencies present"
            made.problems.append(
                CellProblem(C.OWNER_AGENCY, entry.agency.code, why, "Keep one of the two, or name who.")
            )
            return
        told = {"agency_id": agency_id, "person_id": person_id, "presence": Presence.APOLOGY}
        there = next(
            (
                each
                for each in self._snapshot.of(Attendance, meeting_id=meeting.id)
                if (each.agency_id, each.person_id) == (agency_id, person_id)
            ),
            None,
        )
        if there and there not in known:
            why = f"is noted here already as “{there.presence.label if there.presence else ''}”"
            made.warnings.append(CellProblem(C.OWNER_AGENCY, "", why, "What is noted here stays as it is."))
            return
        made.own.append(self._kept(Attendance, known, entry, meeting, **told))

    def _sorted(self, kind: object, sorts: Any, entry: LogEntry, made: Became, *, in_front: bool) -> bool:
        words = sorts_words(sorts)
        if kind is None:
            why = f"does not say which sort of {entry.kind.value} it is"
            advice = f"Begin with one of these and a colon: {words}."
            made.problems.append(CellProblem(C.WHAT_HAPPENED, entry.text, why, advice))
        elif not in_front:
            label = str(getattr(kind, "label", kind))
            why = f"is taken for a {entry.kind.value} of the sort “{label}”"
            advice = f"If it is another, begin with it and a colon: {words}."
            made.warnings.append(CellProblem(C.WHAT_HAPPENED, entry.text, why, advice))
        return kind is not None

    def _kept(
        self, kind: type[R], known: Sequence[Record], entry: LogEntry, meeting: Meeting | None, /, **told: Any
    ) -> R:
        before = next((record for record in known if isinstance(record, kind)), None)
        told |= {"sensitivity": entry.sensitivity}
        if kind not in (Handover, Attendance):
            told |= {"group_id": entry.group.id}
        if meeting is not None:
            told |= {"meeting_id": meeting.id}
        return replace(before, **told) if before else kind(id=self._mint(), **told)

    def _drop(self, known: Sequence[Record], made: Became) -> None:
        """What the row was and is no longer, as when its kind was put right."""
        own, going = {record.id for record in made.own}, {record.id for record in made.removes}
        # What leads to another goes before it.
        for record in reversed(known) if made.own else ():
            if record.id in own or record.id in going or type(record) in {type(each) for each in made.own}:
                continue
            made.removes += [*self._with_what_follows(record), record]
            if isinstance(record, Handover) and len(self._snapshot.of(Handover, ball_id=record.ball_id)) == 1:
                made.removes += [ball for ball in (self._snapshot.find(Ball, record.ball_id),) if ball]

    def _with_what_follows(self, record: Record) -> tuple[Record, ...]:
        return self._snapshot.of(DueChange, commitment_id=record.id) if isinstance(record, Commitment) else ()


def _id(record: Record | None) -> str | None:
    return record.id if record else None


def _with_name(entry: LogEntry) -> str:
    """The words, with the name of somebody who is not in the office."""
    named = entry.person_named if entry.person is None else ""
    return f"{entry.text} ({named})" if named and folded(named) not in folded(entry.text) else entry.text


def _apart(sentence: str) -> tuple[str, str]:
    """A sentence of a record's own as what is wrong and what to do."""
    why, _, advice = sentence.partition(": ")
    return why.rstrip("."), advice[:1].upper() + advice[1:]


_USED: dict[LogKind, frozenset[C]] = {
    LogKind.COMMITMENT: frozenset({C.OWNER_AGENCY, C.OWNER_PERSON, C.DUE_DATE, C.COMMITMENT_STATE, C.TO_WHOM}),
    LogKind.VICTORY: frozenset(
        {C.VALUE, C.UNIT, C.BASELINE, C.BETTER_OFF, C.AGENCIES_CONTRIBUTING, C.LINE_CODE, C.STRENGTH, C.EVIDENCE}
    ),
    LogKind.LESSON: frozenset({C.AGENCIES_CONTRIBUTING}),
    LogKind.RISK: frozenset({C.OWNER_AGENCY, C.RISK_LEVEL}),
    LogKind.BALL: frozenset({C.OWNER_AGENCY, C.OWNER_PERSON}),
    LogKind.CONTRIBUTION: frozenset({C.OWNER_AGENCY, C.VALUE, C.UNIT, C.COMMITMENT_STATE}),
    LogKind.APOLOGY: frozenset({C.OWNER_AGENCY, C.OWNER_PERSON}),
}
_SOME_KINDS = {
    C.OWNER_AGENCY: "agency",
    C.OWNER_PERSON: "person_named",
    C.DUE_DATE: "due",
    C.COMMITMENT_STATE: "state",
    C.VALUE: "value",
    C.BASELINE: "baseline",
    C.BETTER_OFF: "rba",
    C.AGENCIES_CONTRIBUTING: "agencies",
    C.LINE_CODE: "line_code",
    C.STRENGTH: "strength",
    C.EVIDENCE: "evidence",
    C.RISK_LEVEL: "level",
}


def _left_out(entry: LogEntry) -> list[CellProblem]:
    """What is told and does not go with the kind of the row: it is said, and not lost without a word."""
    used = _USED.get(entry.kind, frozenset())
    found = []
    for column, name in _SOME_KINDS.items():
        value = getattr(entry, name)
        if column not in used and value not in (None, "", ()):
            said = value.code if hasattr(value, "code") else getattr(value, "label", None) or _words(value)
            why, advice = f"does not go with a {entry.kind.value}, and is left out", "Say it in the words of the row."
            found.append(CellProblem(column, str(said), why, advice))
    return found


def _words(value: Any) -> str:
    return "; ".join(agency.code for agency in value) if isinstance(value, tuple) else words_of(value)
