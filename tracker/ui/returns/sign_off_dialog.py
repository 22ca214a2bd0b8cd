"""Who stands behind a return: typed names, one line for each role."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records.handing_in import Assurance, SignOff, SignOffRole
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import Heading, Muted, label, primary_button, quiet_button

_HEADINGS = ("", "Name", "Position", "Agency", "Date", "Assurance")
_ABOUT = (
    "These names stand on the sheet Sign_off of the return that is saved next. A typed name is a note of who stands "
    "behind it, not an electronic signature."
)


class SignOffDialog(QDialog):
    """Accepted, its `sign_offs` are what was typed, without a return yet."""

    def __init__(
        self, snapshot: Snapshot, typed: Sequence[SignOff], last: Sequence[SignOff], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Sign-off")
        self._today = snapshot.today
        self._last = {each.role: each for each in last}
        self._problem = label("", "problem")
        given = {each.role: each for each in typed}
        self.lines = {role: _Line(role, snapshot, given.get(role), self._last.get(role)) for role in SignOffRole}
        self.same = quiet_button("&Same as last time, today")
        self.same.setVisible(bool(last))
        self.sign_offs: tuple[SignOff, ...] = tuple(typed)
        self._lay_out()

    def accept(self) -> None:
        try:
            self.sign_offs = tuple(each for line in self.lines.values() if (each := line.sign_off) is not None)
        except Mistake as mistake:
            self._problem.setText(mistake.sentence)
            self._problem.show()
            return
        super().accept()

    def _fill_same(self) -> None:
        for role, line in self.lines.items():
            if role in self._last:
                line.show_sign_off(self._last[role])
                line.on.set_day(self._today)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading("Sign-off"))
        about = Muted(_ABOUT)
        about.setWordWrap(True)
        column.addWidget(about)
        column.addLayout(self._grid())
        self._problem.setWordWrap(True)
        self._problem.hide()
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self.same)
        row.addStretch(1)
        cancel, ok = quiet_button("Cancel"), primary_button("&Keep")
        cancel.clicked.connect(self.reject)
        ok.clicked.connect(self.accept)
        ok.setDefault(True)
        self.same.clicked.connect(self._fill_same)
        row.addWidget(cancel)
        row.addWidget(ok)
        column.addLayout(row)
        self.resize(220 * UNIT, self.sizeHint().height())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(2 * UNIT)
        for place, words in enumerate(_HEADINGS):
            grid.addWidget(label(words, "caption"), 0, place)
        for number, (role, line) in enumerate(self.lines.items(), start=1):
            grid.addWidget(label(role.label), number, 0)
            for place, widget in enumerate((line.name, line.position, line.agency, line.on, line.assurance), start=1):
                grid.addWidget(widget, number, place)
        for place in (1, 2, 3):
            grid.setColumnStretch(place, 1)
        return grid


class _Line:
    """The inputs of one role."""

    def __init__(self, role: SignOffRole, snapshot: Snapshot, given: SignOff | None, last: SignOff | None) -> None:
        self._role = role
        self.name, self.position, self.agency = QLineEdit(), QLineEdit(), QLineEdit()
        self.on = DayEdit(f"{role.label}: date", snapshot, past=True)
        self.on.setFixedWidth(30 * UNIT)
        self.assurance = KeyedCombo(f"{role.label}: assurance", 34)
        self.assurance.offer([("", "Not said"), *((each.value, each.label) for each in Assurance)])
        words = {"name": self.name, "position": self.position, "agency": self.agency}
        for word, edit in words.items():
            edit.setAccessibleName(f"{role.label}: {word}")
            edit.setMaxLength(300)
            # Who it was last time helps, and signs nothing.
            edit.setPlaceholderText(getattr(last, word) if last else "")
        if given is not None:
            self.show_sign_off(given)

    @property
    def sign_off(self) -> SignOff | None:
        """What was typed; None without a name. Raises Mistake for what cannot be kept."""
        name = self.name.text().strip()
        if not name:
            if self.position.text().strip() or self.agency.text().strip() or self.on.day:
                raise Mistake(f"{self._role.label}: type the name too, or leave the line empty.")
            return None
        return SignOff(
            role=self._role,
            name=name,
            position=self.position.text().strip(),
            agency=self.agency.text().strip(),
            on=self.on.day,
            assurance=Assurance(self.assurance.key) if self.assurance.key else None,
        )

    def show_sign_off(self, given: SignOff) -> None:
        """Shows names that are known."""
        self.name.setText(given.name)
        self.position.setText(given.position)
        self.agency.setText(given.agency)
        self.on.set_day(given.on)
        self.assurance.choose(given.assurance.value if given.assurance else "")
