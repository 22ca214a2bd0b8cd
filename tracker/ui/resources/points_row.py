"""One agency in a split of 100 points: its name, a slider, the number, and a lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from tracker.models.points_split import WHOLE
from tracker.ui.resources.points_edit import PointsEdit
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, quiet_button

_NARROWEST, _WIDEST = 24 * UNIT, 64 * UNIT


class PointsRow(QWidget):
    """Shows the points, and asks to change them: `moved` by the slider, `typed` in the number as it stands."""

    moved = Signal(int)
    typed = Signal(str)
    left = Signal(str)
    lock_turned = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._name = Elided(name)
        self.edit = PointsEdit()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.lock = quiet_button("Lock")
        self._lay_out()
        self._connect()

    @property
    def name_width(self) -> int:
        """How wide the name wants to be, in pixels, within bounds."""
        return min(max(self._name.sizeHint().width(), _NARROWEST), _WIDEST)

    def set_name_width(self, width: int) -> None:
        """Gives the name its room: the same in all rows, so that the sliders begin below each other."""
        self._name.setFixedWidth(width)

    def show_points(self, points: int, *, locked: bool) -> None:
        """Shows points; what is being typed just now stays as it is typed."""
        quiet = self.slider.blockSignals(True)
        self.slider.setValue(points)
        self.slider.blockSignals(quiet)
        if self.edit.text() != str(points) and not self.edit.isModified():
            self.edit.setText(str(points))
            if self.edit.hasFocus():
                self.edit.selectAll()
        self.lock.setChecked(locked)
        self.lock.setText("Locked" if locked else "Lock")

    def settle(self) -> None:
        """What was typed has been taken, or is given up: the points that are shown next stand in its place."""
        self.edit.setModified(False)
        self.edit.mark(wrong=False)

    def _lay_out(self) -> None:
        self.slider.setRange(0, WHOLE)
        self.slider.setPageStep(10)
        self.slider.setMinimumHeight(6 * UNIT)
        # The number beside it does all that the slider does: one stop for the Tab key is enough.
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.slider.setAccessibleName(f"Points for {self.name}, slider")
        self.edit.setAccessibleName(f"Points for {self.name}")
        self.lock.setCheckable(True)
        self.lock.setProperty("small", True)
        self.lock.setFixedWidth(18 * UNIT)
        self.lock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lock.setAccessibleName(f"Lock the points of {self.name}")
        self.lock.setToolTip("Locked, these points stay while others move (L)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.edit)
        row.addWidget(self.lock)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self.moved)
        self.edit.textEdited.connect(self.typed)
        self.edit.editingFinished.connect(self._leave)
        self.lock.clicked.connect(self.lock_turned)

    def _leave(self) -> None:
        if self.edit.isModified():
            self.left.emit(self.edit.text())
