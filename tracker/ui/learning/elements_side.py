"""How a group answers together: the five elements, from what is recorded already, with their gaps."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.five_elements import FiveElements, five_elements
from tracker.models.records import Group
from tracker.ui.desk import Desk
from tracker.ui.learning.element_box import ElementBox
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import Muted, quiet_button

_SOURCE = "After the Auditor-General's five elements for organisations that answer together (2025), in our words."
# From these widths on the boxes stand in two and in three columns.
_TWO, _THREE = 180 * UNIT, 320 * UNIT


class ElementsSide(Page):
    """Nearly everything recorded counts here, so every change touches it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._shown: FiveElements | None = None
        self.boxes: list[ElementBox] = []
        self.print = quiet_button("&Print or save…", icon_name="file-text")
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._lay_out()

    @property
    def heading(self) -> str:
        return "Five elements"

    @property
    def words(self) -> str:
        """How much is there."""
        if not self._group_id or self.desk.snapshot.find(Group, self._group_id) is None:
            return ""
        return five_elements(self.desk.snapshot, self._group_id).words

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id or self._group_id
        self.refill()

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        found = five_elements(self.desk.snapshot, self._group_id)
        if found != self._shown:
            self._shown = found
            self._fill(found)

    def take_focus(self) -> None:
        """Gives the keyboard to the first gap."""
        links = [link for box in self.boxes for link in box.links]
        (links[0] if links else self.print).setFocus()

    def show_page(self) -> None:
        """Shows the page to print or save."""
        from tracker.ui.printing.elements_dialog import ElementsDialog

        dialog = ElementsDialog(self.desk, self, self._group_id)
        dialog.exec()
        dialog.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _fill(self, found: FiveElements) -> None:
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = [ElementBox(element) for element in found.elements]
        for box in self.boxes:
            box.asked.connect(self._lead)
        self._place()
        # The button to print stands above the boxes, and comes after their links.
        links = [link for box in self.boxes for link in box.links]
        for before, after in pairwise([*links, self.print]):
            QWidget.setTabOrder(before, after)

    def _place(self) -> None:
        columns = 3 if self.width() >= _THREE else 2 if self.width() >= _TWO else 1
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))
        for number, box in enumerate(self.boxes):
            last = number == len(self.boxes) - 1
            # The last takes what is left of its row.
            wide = columns - number % columns if last else 1
            self._grid.addWidget(box, number // columns, number % columns, 1, wide)

    def _lead(self, tab: str) -> None:
        self.desk.go(Place("group", self._group_id, tab))

    def _lay_out(self) -> None:
        self._inside.setProperty("look", "page")
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * UNIT)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is in it takes the keyboard, and brings itself into view.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("The five elements")
        area.setWidget(self._inside)
        self.print.setToolTip("One page of the five elements and their gaps, to talk over in the group")
        self.print.clicked.connect(self.show_page)
        row = QHBoxLayout()
        row.addWidget(Muted(_SOURCE), 1)
        row.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(row)
        column.addWidget(area, 1)
