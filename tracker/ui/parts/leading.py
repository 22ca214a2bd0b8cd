"""From a line of a list or a mark on a plot to the thing itself: to its meeting, or to its form."""

from PySide6.QtWidgets import QWidget

from tracker.models.fields import FieldType, fields_of
from tracker.models.records import Attendance, Meeting, Record, StageJudgement
from tracker.ui.desk import Desk
from tracker.ui.place import Place
from tracker.ui.record_dialog import correct_record

# Points and answers are given on pages of their own, not in a form.
_NOT_IN_A_FORM = {FieldType.SCORES, FieldType.MOMENT}


def lead_to(desk: Desk, parent: QWidget, record: Record, group_id: str) -> bool:
    """Opens the meeting a record belongs to, or its form. Returns False if there is nowhere to lead to yet."""
    meeting_id = record.id if isinstance(record, Meeting) else getattr(record, "meeting_id", None)
    if meeting_id:
        desk.go(Place("log-meeting", group_id=group_id, record_id=meeting_id))
        return True
    if not opens(record):
        return False
    if isinstance(record, StageJudgement):
        # Loaded with the first judgement: it looks at the other judgements, and at the self-assessment behind it.
        from tracker.ui.assessment.judging import judge

        judge(desk, parent, record)
    else:
        correct_record(desk, parent, record)
    return True


def opens(record: Record) -> bool:
    """Whether the record can be opened: it is told in a meeting, or its fields fit in a form."""
    if isinstance(record, Meeting) or getattr(record, "meeting_id", None):
        return True
    kinds = {field.kept_as for field in fields_of(type(record))}
    return not isinstance(record, Attendance) and not kinds & _NOT_IN_A_FORM
