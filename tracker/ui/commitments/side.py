"""What promises and balls have in common: a list to filter, the chosen row told beside it, one key for each deed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.models.records import Meeting, Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.commitments.ball_card import BallCard
from tracker.ui.commitments.promise_card import PromiseCard
from tracker.ui.commitments.side_box import SideBox
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.widgets import Button, EmptyState, quiet_button

ADD, CORRECT = "A", "Enter"


class CommitmentsSide(QWidget):
    """Shows one group, or all where `group_id` is "". Of the groups' meetings it asks for the one to open."""

    meeting_requested = Signal(str, str)
    # What the list is called; what it says when it is empty, and when all is settled.
    title = ""
    nothing = ""
    all_settled = ""

    def __init__(self, desk: Desk, view: KeyedView, foot: FootRow, story: PromiseCard | BallCard, add: Button) -> None:
        super().__init__()
        self._desk = desk
        self._group_id = ""
        self._any = False
        self.view = view
        self.table = view.headed
        self.foot = foot
        self.story = story
        self.add = add
        self.filter = QLineEdit()
        self.which = KeyedCombo(f"Which {self.title.lower()}", 34)
        self.asking = Asking()

    def refill(self) -> None:
        """Draws what the snapshot says; what is chosen stays chosen."""
        raise NotImplementedError

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with what is chosen."""
        raise NotImplementedError

    def led_to(self, identity: str) -> Record | None:
        """What of this side something leads to; None if there is no such thing."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Tells of what is chosen."""
        raise NotImplementedError

    def show_group(self, group_id: str) -> None:
        """Shows another group; "" shows all."""
        if group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = group_id
        self.refill()

    def lead_to(self, identity: str) -> bool:
        """Chooses what something leads to; returns whether there is such a thing."""
        found = self.led_to(identity)
        if found is None:
            return False
        self.filter.clear()
        if not self.table.index_of(found.id).isValid():
            self.which.choose("all")
            self.refill()
        self.view.choose(found.id)
        self.view.setFocus()
        return True

    def lay_out(self, choosers: Sequence[KeyedCombo], first: str) -> None:
        """Puts the side together, once; `first` is the word on the button of an empty list."""
        self.view.setItemDelegate(LinesDelegate(self.view))
        button = quiet_button(first, icon_name="plus")
        button.clicked.connect(self._add)
        self._empty = EmptyState(self.nothing, button)
        card = FilteredCard(self.title, self.view, self._empty, self.filter, choosers, self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._box = SideBox(card, self.story)
        column.addWidget(self._box)
        self._connect()

    def show_agency(self, agency_id: str | None) -> None:
        """Tells of the agency that what is chosen is about, and what can be done in the list at all."""
        self._box.show_agency(self._desk.snapshot, agency_id)
        self.foot.setVisible(self._any)
        self._empty.say(self.all_settled if self._any else self.nothing)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self.refill)
        self.add.clicked.connect(self._add)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self._box.make_room(True))
        self.asking.closed.connect(lambda: self._box.make_room(False))
        self.asking.closed.connect(self.view.setFocus)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(CORRECT))
        self.view.selectionModel().selectionChanged.connect(self.show_chosen)
        self.story.meeting_requested.connect(self._lead_to_meeting)

    def _add(self) -> None:
        self.press(ADD)

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _lead_to_meeting(self, meeting_id: str) -> None:
        if meeting := self._desk.snapshot.find(Meeting, meeting_id):
            self.meeting_requested.emit(meeting.group_id, meeting.id)
