"""Log meeting: who came, and one line after another; everything is saved in one step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, planned_meeting
from tracker.models.meeting_checks import day_problem, draft_problems, held_that_day, left_out_note, same_day_note
from tracker.models.meeting_draft import MeetingDraft
from tracker.models.meeting_log import draft_of, records_of, removed
from tracker.models.meeting_members import member_name, places_of
from tracker.models.records import Agency, Group, Meeting, Membership, Person, Record
from tracker.ui.desk import Desk
from tracker.ui.draft import DraftFolder, Typed
from tracker.ui.draft_keeper import DraftKeeper
from tracker.ui.group_first import lay_out_after_group
from tracker.ui.group_list import groups_in_order
from tracker.ui.meeting_form import MeetingForm
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record
from tracker.ui.seat_chip import SeatChip
from tracker.ui.someone_else import SentDialog, SomeoneElseDialog
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, label, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT


class LogMeetingPage(Page):
    """A new meeting of a group, or a saved one to correct (`Place.record_id`). What is typed is never lost.

    Where `Place.record_id` is the key of a planned meeting, the new one begins with its day and place.
    """

    kinds: frozenset[type[Record]] = frozenset((Agency, Group, Meeting, Membership, Person))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        # The group or the saved meeting whose draft is in view; "" while there is none.
        self._key = ""
        self._planned: ComingMeeting | None = None
        self._begun = Typed(meeting=MeetingDraft())
        # Whether the message says that the group has another meeting of the day.
        self._twice = False
        # What the word beside the message does.
        self._offered: Callable[[], None] = self.start_afresh
        self.form = MeetingForm(desk.snapshot)
        self.banner = Banner()
        self.save_button = primary_button("Save meeting   Ctrl+Enter")
        folder = DraftFolder(desk.office.setting.data_folder, desk.office.path)
        self.keeper = DraftKeeper(folder, self._typed_to_keep, self)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Correct a meeting" if self._begun.meeting.meeting_id else "Log meeting"

    def show_place(self, place: Place) -> None:
        groups = groups_in_order(self.desk.snapshot)
        self._stack.setCurrentIndex(1 if groups else 0)
        if not groups:
            return
        if not (place.group_id or place.record_id):
            if not self._key:
                self._open(groups[0].id)
            self.form.head.group.setFocus()
            return
        snapshot = self.desk.snapshot
        planned = planned_meeting(snapshot, place.record_id)
        key = place.record_id if snapshot.find(Meeting, place.record_id) else place.group_id or groups[0].id
        if (key, planned) != (self._key, self._planned):
            self._open(key, planned)
        self.form.focus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        self._stack.setCurrentIndex(1 if snapshot.of(Group) else 0)
        if snapshot.find(Meeting, self._key) or snapshot.find(Group, self._key):
            self.form.set_records(snapshot)
            if self._twice and not held_that_day(self.form.draft, snapshot):
                self.banner.clear()
                self._twice = False
        else:
            self._key = ""

    def save(self) -> bool:
        """Ctrl+Enter: keeps everything in one step and goes to the group, or says what stands in the way."""
        if not self.form.said.keep_line():
            return False
        draft, snapshot = self.form.draft, self.desk.snapshot
        problem = self.form.head.day_problem or next(iter(draft_problems(draft, snapshot)), "")
        if problem:
            self._refuse(problem)
            return False
        records, gone = records_of(draft, snapshot, self.desk.office.mint), removed(draft, snapshot)
        name = "correct a meeting" if draft.meeting_id else "log a meeting"
        if (records or gone) and not self.desk.do(name, *records, removes=gone):
            return False
        self._forget()
        self.desk.go(Place("group", draft.group_id, "overview"))
        twice = same_day_note(draft, snapshot)
        self.desk.said.emit(" ".join(filter(None, (f"Saved: {draft.words}. {UNDO_HINT}", twice))))
        return True

    def start_afresh(self) -> None:
        """Throws away what was typed, and begins anew."""
        key, planned = self._key, self._planned
        self._forget()
        self._open(key, planned)
        self.form.focus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.keep()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        sentence = "A meeting belongs to a group: add the first group, then log it here."
        self._stack = lay_out_after_group(self, self._sheet(), "Log meeting", sentence, self._add_group)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        top = QHBoxLayout()
        self._title = Heading("Log meeting")
        top.addWidget(self._title)
        top.addStretch(1)
        note = label("Never a client's name. The draft is kept as you type.", "muted")
        top.addWidget(note, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.form, 1)
        self._later = quiet_button("Finish later")
        self._later.setToolTip("Leaves the page; what you typed stays and comes back")
        self.form.foot.addWidget(self._later)
        self.form.foot.addWidget(self.save_button)
        return sheet

    def _connect(self) -> None:
        self.form.changed.connect(self.keeper.touch)
        self.form.group_chosen.connect(self._change_group)
        self.form.save_requested.connect(self.save)
        self.form.strip.someone_else_requested.connect(self._ask_who_else)
        self.form.strip.sent_requested.connect(self._ask_who_instead)
        self.save_button.clicked.connect(self.save)
        self._later.clicked.connect(self._finish_later)
        self.banner.action_chosen.connect(self._do_offered)
        self.form.said.page_kept.connect(self._say_pasted)
        self.form.head.day.editingFinished.connect(self._check_day)
        self.keeper.mistaken.connect(self.banner.warn)

    def _open(self, key: str, planned: ComingMeeting | None = None) -> None:
        """Shows the draft of a group or of a saved meeting: what was typed before, or as it begins."""
        self.keeper.keep()
        begun = self._beginning(key, planned)
        self._key, self._planned = key, planned
        self._begun = Typed(meeting=begun, day_text=shown(begun.on))
        typed = self.keeper.find(key, begun)
        self._show(typed or self._begun)
        if typed and typed != self._begun:
            self._offered = self.start_afresh
            twice = same_day_note(typed.meeting, self.desk.snapshot)
            said = f"Here is what you had typed: {typed.words}, not saved yet. {twice}".strip()
            self.banner.say(said, "Start afresh")
        elif self.keeper.unread:
            self.banner.warn(self.keeper.unread)
        else:
            self._warn_of_same_day()

    def _beginning(self, key: str, planned: ComingMeeting | None) -> MeetingDraft:
        snapshot = self.desk.snapshot
        if snapshot.find(Meeting, key):
            return draft_of(snapshot, key)
        usual = next(iter(places_of(snapshot, key)), "")
        if planned:
            return MeetingDraft(group_id=key, on=planned.on, place=planned.place or usual)
        return MeetingDraft(group_id=key, on=snapshot.today, place=usual)

    def _show(self, typed: Typed) -> None:
        self._title.setText(self.heading)
        self.banner.clear()
        self.form.set_records(self.desk.snapshot)
        self.form.show_typed(typed, self._begun.meeting)

    def _typed_to_keep(self) -> tuple[str, Typed | None]:
        typed = self.form.typed
        return self._key, typed if typed != self._begun else None

    def _forget(self) -> None:
        self.keeper.forget(self._key)
        self._key, self._planned = "", None
        self._begun = Typed(meeting=MeetingDraft())
        self._show(self._begun)

    def _refuse(self, problem: str) -> None:
        self.banner.warn(problem)
        if self.form.head.on is None:
            self.form.head.day.mark(wrong=True)
            self.form.head.day.setFocus()

    def _do_offered(self) -> None:
        self._offered()

    def _say_pasted(self, number: int) -> None:
        self._offered = self._take_page_back
        lost = left_out_note(self.form.draft)
        words = f"{number} lines were pasted, each paragraph as one. {lost}".strip()
        self.banner.say(words, "Take them out again")

    def _take_page_back(self) -> None:
        self.form.said.take_back()
        self.banner.clear()
        self.form.composer.line.setFocus()

    def _check_day(self) -> None:
        """A day on which the group cannot have met is said when its field is left, and not only in the end."""
        problem = self.form.head.day_problem or day_problem(self.form.draft, self.desk.snapshot)
        self.form.head.day.mark(wrong=bool(problem))
        if problem:
            self.banner.warn(problem)
        else:
            self.banner.clear_warning()
            self._warn_of_same_day()

    def _warn_of_same_day(self) -> None:
        """Two people may log the same meeting; the one that is kept can be corrected instead."""
        draft, snapshot = self.form.draft, self.desk.snapshot
        held = held_that_day(draft, snapshot)
        self._twice = held is not None
        if held is not None:
            place = Place("log-meeting", draft.group_id, record_id=held.id)
            self._offered = lambda: self.desk.go(place)
            self.banner.warn(same_day_note(draft, snapshot), "Correct that one")

    def _change_group(self, group_id: str) -> None:
        """What was typed goes along to the other group, unless that one has an unfinished meeting of its own."""
        typed = self.form.typed
        moved = replace(typed.meeting, group_id=group_id, attendances=(), chair_id="")
        if replace(typed, meeting=moved).blank or self.keeper.find(group_id):
            self._open_other(group_id, typed)
            return
        self.keeper.forget(self._key)
        self._key, self._planned = group_id, None
        self._begun = Typed(meeting=MeetingDraft(group_id=group_id, on=self.desk.snapshot.today))
        self._show(replace(typed, meeting=moved))
        self.keeper.touch()

    def _open_other(self, group_id: str, typed: Typed) -> None:
        """What is kept under the group before is still that group's; a day or a place typed first goes along."""
        before, head = self._begun, self.form.head
        head.group.choose(self._key)
        if typed.blank:
            self.keeper.forget(self._key)
            self._key = ""
        self._open(group_id)
        if self.form.typed != self._begun:
            return
        if typed.day_text != before.day_text:
            head.day.setText(typed.day_text)
        if typed.meeting.place != before.meeting.place:
            head.place.setText(typed.meeting.place)

    def _ask_who_else(self) -> None:
        dialog = SomeoneElseDialog(self.desk, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.attendance:
            self.form.add_attendance(dialog.attendance)
            self.form.strip.focus_on(dialog.attendance)
        dialog.deleteLater()

    def _ask_who_instead(self, chip: SeatChip) -> None:
        seat = chip.attendance
        dialog = SentDialog(self, member_name(self.desk.snapshot, seat.agency_id, seat.person_id), seat)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chip.set_attendance(dialog.attendance)
            self.keeper.touch()
        dialog.deleteLater()

    def _finish_later(self) -> None:
        self.desk.go(Place("group", self.form.head.group.key, "overview"))

    def _add_group(self) -> None:
        made = add_record(self.desk, self, Group)
        if made is not None:
            self.desk.go(Place("log-meeting", made.id))
