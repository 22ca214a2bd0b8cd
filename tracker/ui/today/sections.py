"""The sections on the right of the Today page, as rows: coming meetings and the latest victories."""

from tracker.models.dates import shown
from tracker.models.figures.day_words import near_day
from tracker.models.figures.today import Coming, coming_up, latest_victories
from tracker.models.records.group import Group
from tracker.models.records.result import Result
from tracker.models.snapshot import Snapshot
from tracker.ui.place import Place
from tracker.ui.today.day_rows import DayRow, Heading, Told, card_of
from tracker.ui.today.row_list import Row
from tracker.ui.words import count

_NOTHING_PLANNED = "No meeting is planned for the next five weeks. Plan one, and it stands here."
_NO_VICTORY = "No little victory yet. Log the first with its meeting (§7.2)."


def coming_rows(snapshot: Snapshot, most: int) -> list[Row]:
    """The next meetings, each with its brief."""
    told = [_coming(snapshot, one) for one in coming_up(snapshot, most)]
    rows = card_of(told) if told else [quiet_row(_NOTHING_PLANNED, Place("meetings"))]
    return [Heading("Coming up", first=True), *rows]


def victory_rows(snapshot: Snapshot, most: int) -> list[Row]:
    """The latest little victories."""
    told = [_victory(snapshot, one) for one in latest_victories(snapshot, most)]
    rows = card_of(told) if told else [quiet_row(_NO_VICTORY, Place("log-meeting"))]
    return [Heading("Latest little victories"), *rows]


def quiet_row(sentence: str, place: Place) -> DayRow:
    """What stands where there is nothing yet, and where it comes from."""
    return DayRow(Told(sentence, "", place, tone="quiet"), first=True, last=True)


def _coming(snapshot: Snapshot, coming: Coming) -> Told:
    meeting = coming.meeting
    people = count(coming.people, "person", "people") if coming.people else ""
    return Told(
        coming.group,
        " · ".join(part for part in (meeting.place, people) if part),
        Place("group", meeting.group_id, "meetings", meeting.planned.id if meeting.planned else ""),
        above=" ".join(part for part in (near_day(meeting.on, snapshot.today), meeting.starts) if part),
        pill="Brief",
    )


def _victory(snapshot: Snapshot, result: Result) -> Told:
    shared = count(len(result.credit_ids), "agency", "agencies") if result.credit_ids else ""
    parts = (snapshot.called(Group, result.group_id), shown(result.on), shared)
    return Told(
        result.title,
        " · ".join(part for part in parts if part),
        Place("group", result.group_id or "", "victories", result.id),
        tone="good",
        sign="★",
    )
