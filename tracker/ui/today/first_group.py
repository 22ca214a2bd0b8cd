"""What Today shows in an office without a group."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.records.group import Group
from tracker.ui.desk import Desk
from tracker.ui.place import Place
from tracker.ui.widgets import EmptyState, primary_button

_SENTENCE = "What needs attention, the next meetings and the latest little victories of your groups stand here."


class FirstGroup(QWidget):
    """One line on what goes there, and the button that adds the first group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.add = primary_button("Add the first &group", icon_name="plus")
        self.add.clicked.connect(self._add_group)
        self.setFocusProxy(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EmptyState(_SENTENCE, self.add, "Today"))

    def _add_group(self) -> None:
        from tracker.ui.record_dialog import add_record

        made = add_record(self._desk, self, Group)
        if made is not None:
            self._desk.go(Place("group", made.id, "overview"))
