"""Where a planned meeting is logged, now that its day has come."""

from tracker.models.figures.coming import ComingMeeting
from tracker.ui.place import Place


def log_place(meeting: ComingMeeting) -> Place:
    """Log meeting, with the day and the place of a planned one."""
    return Place("log-meeting", meeting.group_id, record_id=meeting.key)
