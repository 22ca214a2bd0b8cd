"""The agencies that take over from one: a line each, with a name that is known already or a new one and its code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from tracker.models.codes import code_for
from tracker.models.folding import folded
from tracker.models.records import Agency
from tracker.ui.desk import Desk
from tracker.ui.reference_input import FoldedCompleter, completing_model
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, label, quiet_button

_FIRST = 2
_MOST = 12
_CODE_WIDTH = 24 * UNIT


class PartList(Card):
    """Typing completes the agencies that are there; another name is a new agency, with a code that is proposed."""

    changed = Signal()

    def __init__(self, desk: Desk, before: Agency) -> None:
        super().__init__("Who takes over")
        self._before = before
        self._desk = desk
        others = [agency for agency in desk.snapshot.of(Agency) if agency.id != before.id]
        self._known = {folded(name): agency for agency in others for name in (agency.short_name, agency.name) if name}
        self._options = [(agency.id, agency.name) for agency in others]
        self._grid = QGridLayout()
        self._rows: list[tuple[str, QLineEdit, QLineEdit]] = []
        self.add = quiet_button("&Another agency", icon_name="plus")
        self.add.setProperty("small", True)
        self.add.clicked.connect(self._add_and_lead)
        self.header.addWidget(self.add)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.addWidget(label("Name of an agency that is here already, or a new one", "caption"), 0, 0)
        self._grid.addWidget(label("Short code", "caption"), 0, 1)
        self.body.addLayout(self._grid)
        for _ in range(_FIRST):
            self.add_line()

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies named so far, known or new; a line without a name is none."""
        found = [self._agency(*row) for row in self._rows if row[1].text().strip()]
        return tuple({agency.id: agency for agency in found}.values())

    @property
    def first(self) -> QLineEdit:
        """Where typing begins."""
        return self._rows[0][1]

    def line(self, place: int) -> tuple[QLineEdit, QLineEdit]:
        """The name and the code in a line, counted from 0."""
        return self._rows[place][1:]

    def add_line(self) -> QLineEdit:
        """One more line; gives its name."""
        number = len(self._rows) + 1
        name, code = QLineEdit(), QLineEdit()
        name.setAccessibleName(f"Agency {number}")
        name.setMaxLength(300)
        code.setAccessibleName(f"Short code of agency {number}")
        code.setFixedWidth(_CODE_WIDTH)
        code.setMaxLength(30)
        name.setCompleter(FoldedCompleter(completing_model(self._options, name), name))
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(code, number, 1)
        self._rows.append((self._desk.office.mint(), name, code))
        name.textChanged.connect(lambda text: self._propose(text, code))
        code.textChanged.connect(self.changed)
        self.add.setEnabled(number < _MOST)
        return name

    def _add_and_lead(self) -> None:
        self.add_line().setFocus()

    def _propose(self, text: str, code: QLineEdit) -> None:
        """A code for a new agency; that of a known one is its own."""
        known = self._known.get(folded(text))
        code.setEnabled(known is None)
        code.setText(known.code if known else code_for(text) if text.strip() else "")
        self.changed.emit()

    def _agency(self, identity: str, name: QLineEdit, code: QLineEdit) -> Agency:
        if known := self._known.get(folded(name.text())):
            return known
        return Agency(
            id=identity,
            name=name.text().strip(),
            code=code.text().strip(),
            sector=self._before.sector,
            part_of_id=self._before.part_of_id,
            has_levels=self._before.has_levels,
            sensitivity=self._before.sensitivity,
        )
