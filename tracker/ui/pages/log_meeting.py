"""Log meeting: who came, and one line after another; everything is saved in one step."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.meeting_checks import draft_problems
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


class LogMeetingPage(Page):
    """A new meeting of a group, or a saved one to correct (`Place.record_id`). What is typed is never lost."""

    kinds: frozenset[type[Record]] = frozenset((Agency, Group, Meeting, Membership, Person))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        # The group or the saved meeting whose draft is in view; "" while there is none.
        self._key = ""
        self._begun = Typed(meeting=MeetingDraft())
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
        key = place.record_id or place.group_id or self._key or groups[0].id
        if key != self._key:
            self._open(key)
        if place.group_id or place.record_id:
            self.form.focus()
        else:
            self.form.head.group.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        self._stack.setCurrentIndex(1 if snapshot.of(Group) else 0)
        if snapshot.find(Meeting, self._key) or snapshot.find(Group, self._key):
            self.form.set_records(snapshot)
        else:
            self._key = ""

    def save(self) -> bool:
        """Ctrl+Enter: keeps everything in one step and goes to the group, or says what stands in the way."""
        if not self.form.keep_line():
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
        self.desk.said.emit(f"Saved: {draft.words}. Undo with Ctrl+Z.")
        return True

    def start_afresh(self) -> None:
        """Throws away what was typed, and begins anew."""
        key = self._key
        self._forget()
        self._open(key)
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
        self.banner.action_chosen.connect(self.start_afresh)
        self.keeper.mistaken.connect(self.banner.warn)

    def _open(self, key: str) -> None:
        """Shows the draft of a group or of a saved meeting: what was typed before, or as it begins."""
        self.keeper.keep()
        snapshot = self.desk.snapshot
        if snapshot.find(Meeting, key):
            begun = draft_of(snapshot, key)
        else:
            place = next(iter(places_of(snapshot, key)), "")
            begun = MeetingDraft(group_id=key, on=snapshot.today, place=place)
        self._key = key
        self._begun = Typed(meeting=begun, day_text=shown(begun.on))
        typed = self.keeper.find(key)
        self._show(typed or self._begun)
        if typed and typed != self._begun:
            self.banner.say(f"Here is what you had typed: {typed.words}, not saved yet.", "Start afresh")

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
        self._key = ""
        self._begun = Typed(meeting=MeetingDraft())
        self._show(self._begun)

    def _refuse(self, problem: str) -> None:
        self.banner.warn(problem)
        if self.form.head.on is None:
            self.form.head.day.mark(wrong=True)
            self.form.head.day.setFocus()

    def _change_group(self, group_id: str) -> None:
        """What was typed goes along to the other group, unless that one has an unfinished meeting of its own."""
        typed = self.form.typed
        moved = replace(typed.meeting, group_id=group_id, attendances=(), chair_id="")
        if replace(typed, meeting=moved).blank or self.keeper.find(group_id):
            # What is kept under the group before is still that group's.
            self.form.head.group.choose(self._key)
            self._open(group_id)
            return
        self.keeper.forget(self._key)
        self._key = group_id
        self._begun = Typed(meeting=MeetingDraft(group_id=group_id, on=self.desk.snapshot.today))
        self._show(replace(typed, meeting=moved))
        self.keeper.touch()

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
