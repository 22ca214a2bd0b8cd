"""The four domains as boxes (§3.2): each with its way to act, and the agencies that place the issue there."""

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.models.figures.sense_spread import SenseSpread
from tracker.models.guidance.sense_domains import SENSE_DOMAINS, DomainHelp
from tracker.ui.beginnings.chip import Chip
from tracker.ui.flow_box import FlowBox
from tracker.ui.style import UNIT
from tracker.ui.widgets import Muted, label


class DomainBox(QFrame):
    """One domain."""

    def __init__(self, help: DomainHelp) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._help = help
        self._chips = FlowBox(UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(help.domain.label, "title"))
        column.addWidget(Muted(f"{help.text} ({help.way})"))
        column.addWidget(self._chips)
        column.addStretch(1)

    def show_agencies(self, names: list[str]) -> None:
        """Shows who places the issue here."""
        self._chips.set_parts([Chip(name) for name in names])
        self._chips.updateGeometry()
        who = ", ".join(names) or "nobody"
        self.setAccessibleName(f"{self._help.domain.label}: {who}")


class SenseBoxes(QWidget):
    """As they lie in the source: complex and knowable above, chaos and known below."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {help.domain: DomainBox(help) for help in SENSE_DOMAINS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * UNIT)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
        for line in range(2):
            grid.setColumnStretch(line, 1)
            grid.setRowStretch(line, 1)

    def show_spread(self, spread: SenseSpread) -> None:
        """Shows who stands where."""
        for domain, box in self.boxes.items():
            box.show_agencies([view.agency for view in spread.in_domain(domain)])
