"""What narrows the Trajectories page: a text, a stage, running or closed; and the table in the picture's place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectories import GroupLine, narrowed
from tracker.ui.choosers import KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import quiet_button

_STATES = (("", "Any state"), ("running", "Running"), ("closed", "Closed"))


class HeadRow(QWidget):
    """`narrowed` says that other groups are wanted."""

    narrowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.stage = KeyedCombo("Stage", 32)
        self.state = KeyedCombo("Running or closed", 27)
        self.as_table = quiet_button("As a &list")
        self.whole = quiet_button("&Whole time")
        self.save = quiet_button("&Picture…", icon_name="image")
        self._lay_out()
        self.filter.textChanged.connect(self.narrowed)
        self.stage.currentIndexChanged.connect(self.narrowed)
        self.state.currentIndexChanged.connect(self.narrowed)

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for that may leave groups out."""
        return bool(self.filter.text().strip() or self.stage.key or self.state.key)

    def fitting(self, lines: tuple[GroupLine, ...]) -> tuple[GroupLine, ...]:
        """The groups that are asked for."""
        return narrowed(lines, self.filter.text(), self.stage.key, self.state.key)

    def clear(self) -> None:
        """Asks for all groups again."""
        self.filter.clear()
        self.stage.setCurrentIndex(0)
        self.state.setCurrentIndex(0)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Filter: a part of a name, a place, a theme …")
        self.filter.setAccessibleName("Filter the groups")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(28 * UNIT)
        self.filter.setMaximumWidth(90 * UNIT)
        stages = [(lane.value, lane.label) for lane in reversed(Lane)]
        self.stage.offer([("", "Any stage"), *stages, ("none", "Not clear")])
        self.state.offer(_STATES)
        self.as_table.setCheckable(True)
        self.as_table.setToolTip("The same facts as a list (L)")
        self.whole.setToolTip("Shows the whole time again (0, or a double click)")
        self.save.setAccessibleName("Save picture")
        self.save.setToolTip("Saves what is in view as PNG, SVG or PDF")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.filter, 1)
        row.addWidget(self.stage)
        row.addWidget(self.state)
        row.addStretch(1)
        for button in (self.as_table, self.whole, self.save):
            row.addWidget(button)
