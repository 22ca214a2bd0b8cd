"""A meeting's draft, and the records that it becomes: the window and the command line call the same functions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from tracker.models.draft_now import draft_now
from tracker.models.folding import folded
from tracker.models.meeting_draft import DraftAttendance, DraftItem, ItemKind, MeetingDraft
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, NoteKind, Presence
from tracker.models.records.office import OfficeDetails
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.records.review import Lesson
from tracker.models.records.risk import Risk, RiskLevel
from tracker.models.snapshot import Snapshot

Mint = Callable[[], str]
R = TypeVar("R", bound=Record)


def draft_of(snapshot: Snapshot, meeting_id: str) -> MeetingDraft:
    """A saved meeting as a draft, to be corrected. Raises KeyError if there is no such meeting."""
    meeting = snapshot.one(Meeting, meeting_id)
    attendances = tuple(
        DraftAttendance(
            agency_id=came.agency_id or "",
            person_id=came.person_id or "",
            presence=came.presence or Presence.PRESENT,
            level=came.level,
            instead=came.instead,
        )
        for came in snapshot.of(Attendance, meeting_id=meeting_id)
    )
    return MeetingDraft(
        group_id=meeting.group_id or "",
        on=meeting.on,
        place=meeting.place,
        chair_id=meeting.chair_id or "",
        felt=meeting.felt,
        attendances=attendances,
        items=tuple(item_of(record, snapshot) for record in _item_records(snapshot, meeting_id)),
        meeting_id=meeting_id,
    )


def item_of(record: Record, snapshot: Snapshot) -> DraftItem:
    """One record of a meeting as the line that it came from."""
    match record:
        case Commitment():
            return DraftItem(
                kind=ItemKind.COMMITMENT,
                text=record.text,
                agency_id=record.agency_id or "",
                person_id=record.person_id or "",
                to=record.to,
                to_agency_id=record.to_agency_id or "",
                due=record.due,
                record_id=record.id,
            )
        case Risk():
            return DraftItem(
                kind=ItemKind.RISK,
                text=record.text,
                agency_id=record.agency_id or "",
                level=record.level or RiskLevel.MEDIUM,
                record_id=record.id,
            )
        case Handover():
            ball = snapshot.find(Ball, record.ball_id)
            text = ball.issue if ball else ""
            return DraftItem(kind=ItemKind.BALL, text=text, agency_id=record.agency_id or "", record_id=record.id)
        case Result():
            credit = record.credit_ids
            return DraftItem(kind=ItemKind.VICTORY, text=record.name, agency_ids=credit, record_id=record.id)
        case Lesson():
            carry_to = record.carry_to_ids
            return DraftItem(kind=ItemKind.LESSON, text=record.text, agency_ids=carry_to, record_id=record.id)
        case _:
            return DraftItem(kind=_kind_of(record), text=record.title, record_id=record.id)


def records_of(draft: MeetingDraft, snapshot: Snapshot, mint: Mint) -> list[Record]:
    """The records to save: new ones with minted ids, and of a corrected meeting those that differ from what is kept.

    Parents come before what leads to them. The draft must be without `draft_problems`.
    """
    draft = draft_now(draft, snapshot)
    made = _Making(draft, snapshot, mint)
    records: list[Record] = [made.meeting(), *(made.attendance(came) for came in draft.attendances)]
    for item in draft.items:
        records += made.item(item)
    return [record for record in records if snapshot.find(type(record), record.id) != record]


def removed(draft: MeetingDraft, snapshot: Snapshot) -> tuple[Record, ...]:
    """What a correction takes away: records of the saved meeting that the draft no longer has."""
    if not draft.meeting_id:
        return ()
    kept = {(item.record_id, _KIND_OF_ITEM[item.kind]) for item in draft.items}
    gone: list[Record] = [
        record for record in _item_records(snapshot, draft.meeting_id) if (record.id, type(record)) not in kept
    ]
    # What was renegotiated of a promise goes with it.
    gone = [change for record in gone for change in snapshot.of(DueChange, commitment_id=record.id)] + gone
    gone += [ball for ball in (_only_ball(record, snapshot) for record in gone) if ball]
    came = {(attendance.agency_id, attendance.person_id) for attendance in draft.attendances}
    gone += [
        attendance
        for attendance in snapshot.of(Attendance, meeting_id=draft.meeting_id)
        if (attendance.agency_id or "", attendance.person_id or "") not in came
    ]
    return tuple(gone)


class _Making:
    """Makes the records of one draft; an id that the draft brings along keeps its record's other fields."""

    def __init__(self, draft: MeetingDraft, snapshot: Snapshot, mint: Mint) -> None:
        self._draft = draft
        self._snapshot = snapshot
        self._mint = mint
        self._meeting_id = draft.meeting_id or mint()
        self._known = {
            (came.agency_id or "", came.person_id or ""): came
            for came in snapshot.of(Attendance, meeting_id=self._meeting_id)
        }

    def meeting(self) -> Meeting:
        draft = self._draft
        return self._kept(
            Meeting,
            self._meeting_id,
            group_id=draft.group_id,
            on=draft.on,
            place=draft.place.strip(),
            chair_id=draft.chair_id or None,
            felt=draft.felt,
        )

    def attendance(self, came: DraftAttendance) -> Attendance:
        known = self._known.get((came.agency_id, came.person_id))
        return self._kept(
            Attendance,
            known.id if known else self._mint(),
            meeting_id=self._meeting_id,
            agency_id=came.agency_id,
            person_id=came.person_id or None,
            presence=came.presence,
            level=came.level,
            instead=came.instead,
        )

    def item(self, item: DraftItem) -> list[Record]:
        """The records of one line; a ball gives two unless the issue is open already."""
        match item.kind:
            case ItemKind.DECISION:
                return [self._kept(Decision, self._id(item), **self._common("on"), text=item.text)]
            case ItemKind.NOTE | ItemKind.NOW_SEE:
                kind = NoteKind.NOTE if item.kind is ItemKind.NOTE else NoteKind.NOW_SEE
                return [self._kept(Note, self._id(item), **self._common("on"), kind=kind, text=item.text)]
            case ItemKind.COMMITMENT:
                return [self._commitment(item)]
            case ItemKind.VICTORY:
                return [self._victory(item)]
            case ItemKind.LESSON:
                values = self._common("on") | {"carry_to_ids": item.agency_ids}
                return [self._kept(Lesson, self._id(item), **values, text=item.text)]
            case ItemKind.RISK:
                values = self._common("on") | {"level": item.level, "agency_id": item.agency_id or None}
                return [self._kept(Risk, self._id(item), **values, text=item.text)]
            case ItemKind.BALL:
                return self._ball(item)

    def _commitment(self, item: DraftItem) -> Commitment:
        identity = self._id(item)
        known = self._snapshot.find(Commitment, identity)
        first_due = item.due
        # A date that was renegotiated since stays: the first one is never lost.
        if known and (known.first_due != known.due or self._snapshot.of(DueChange, commitment_id=identity)):
            first_due = known.first_due
        return self._kept(
            Commitment,
            identity,
            **self._common("made_on"),
            text=item.text,
            agency_id=item.agency_id or None,
            person_id=item.person_id or None,
            to=item.to,
            to_agency_id=item.to_agency_id or None,
            due=item.due,
            first_due=first_due,
        )

    def _victory(self, item: DraftItem) -> Result:
        identity = self._id(item)
        values = self._common("on") | {"name": item.text, "credit_ids": item.agency_ids}
        if self._snapshot.find(Result, identity) is None:
            values["primary_reporter"] = next((office.code for office in self._snapshot.of(OfficeDetails)), "")
        return self._kept(Result, identity, **values)

    def _ball(self, item: DraftItem) -> list[Record]:
        group_id, on = self._draft.group_id, self._draft.on
        known = self._snapshot.find(Handover, item.record_id)
        ball = self._snapshot.find(Ball, known.ball_id) if known else None
        ball = ball or ball_in_play(item.text, self._snapshot, group_id, on)
        if ball is None:
            ball = Ball(id=self._mint(), group_id=group_id, issue=item.text, opened_on=on)
        elif known:
            opened = on if ball.opened_on == known.on else ball.opened_on
            ball = replace(ball, issue=item.text, opened_on=opened)
        elif ball.opened_on and on and on < ball.opened_on:
            # A meeting that is logged late shows that the issue is older.
            ball = replace(ball, opened_on=on)
        values = {"ball_id": ball.id, "on": on, "agency_id": item.agency_id or None, "meeting_id": self._meeting_id}
        return [ball, self._kept(Handover, self._id(item), **values)]

    def _common(self, day_field: str) -> dict[str, Any]:
        return {"group_id": self._draft.group_id, "meeting_id": self._meeting_id, day_field: self._draft.on}

    def _id(self, item: DraftItem) -> str:
        known = self._snapshot.find(_KIND_OF_ITEM[item.kind], item.record_id)
        return known.id if known else self._mint()

    def _kept(self, kind: type[R], identity: str, /, **values: Any) -> R:
        known = self._snapshot.find(kind, identity)
        return replace(known, **values) if known else kind(id=identity, **values)


def ball_in_play(issue: str, snapshot: Snapshot, group_id: str, on: date | None) -> Ball | None:
    """The ball of a group on the same issue, macrons and case aside, that is open, or was on that day; else None."""
    balls = [ball for ball in snapshot.of(Ball, group_id=group_id) if folded(ball.issue) == folded(issue)]
    then = (ball for ball in balls if ball.closed_on and _between(ball.opened_on, on, ball.closed_on))
    return next(then, None) or next((ball for ball in balls if ball.closed_on is None), None)


def _between(first: date | None, day: date | None, end: date) -> bool:
    return first is not None and day is not None and first <= day < end


_KIND_OF_ITEM: dict[ItemKind, type[Record]] = {
    ItemKind.DECISION: Decision,
    ItemKind.COMMITMENT: Commitment,
    ItemKind.VICTORY: Result,
    ItemKind.LESSON: Lesson,
    ItemKind.RISK: Risk,
    ItemKind.BALL: Handover,
    ItemKind.NOW_SEE: Note,
    ItemKind.NOTE: Note,
}


def _item_records(snapshot: Snapshot, meeting_id: str) -> list[Record]:
    """Everything said at a meeting, in the order of the kinds and within a kind as it was kept."""
    kinds = dict.fromkeys(_KIND_OF_ITEM.values())
    return [record for kind in kinds for record in snapshot.of(kind, meeting_id=meeting_id)]


def _kind_of(record: Record) -> ItemKind:
    if isinstance(record, Note):
        return ItemKind.NOW_SEE if record.kind is NoteKind.NOW_SEE else ItemKind.NOTE
    return next(item_kind for item_kind, kind in _KIND_OF_ITEM.items() if type(record) is kind)


def _only_ball(record: Record, snapshot: Snapshot) -> Ball | None:
    """The ball that only this handover made, so that it goes with it."""
    if not isinstance(record, Handover):
        return None
    alone = len(snapshot.of(Handover, ball_id=record.ball_id)) == 1
    return snapshot.find(Ball, record.ball_id) if alone else None
