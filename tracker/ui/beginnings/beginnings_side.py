"""How a group began (§1.2 to §3.2): whether it is needed, why it formed, how members see the issue, what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.continuum import continuum
from tracker.models.figures.sense_spread import sense_spread
from tracker.models.figures.triage import triage_standing
from tracker.models.records import Agency, ContinuumPlace, Group, Membership, Purpose, SenseMaking, Triage
from tracker.ui.beginnings.continuum_card import ContinuumCard
from tracker.ui.beginnings.sense_card import SenseCard
from tracker.ui.beginnings.triage_card import TriageCard
from tracker.ui.beginnings.why_card import WhyCard
from tracker.ui.beginnings.wordings_card import WordingsCard
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT

# From these widths on there are two columns, and three.
_TWO, _THREE = 240 * UNIT, 370 * UNIT


class BeginningsSide(Page):
    """Five cards in one, two or three columns."""

    kinds = frozenset({Group, Triage, SenseMaking, ContinuumPlace, Purpose, Membership, Agency})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._columns = 0
        self.wordings = WordingsCard(desk)
        self.triage = TriageCard(desk)
        self.why = WhyCard(desk)
        self.sense = SenseCard(desk)
        self.continuum = ContinuumCard(desk)
        self._lay_out()
        self._arrange(1)

    @property
    def heading(self) -> str:
        return "Beginnings"

    @property
    def words(self) -> str:
        """How the group began and where it is, in a line."""
        snapshot = self.desk.snapshot
        standing = triage_standing(snapshot, self._group_id)
        said = (
            standing.result.label if standing and standing.result else "",
            sense_spread(snapshot, self._group_id).words,
            continuum(snapshot, self._group_id).words,
        )
        return " · ".join(part for part in said if part)

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            self._lead_to(place.record_id)

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        for card in (self.wordings, self.triage, self.why, self.sense, self.continuum):
            card.show_group(self._group_id)

    def take_focus(self) -> None:
        """Gives the keyboard to the first question, or to rewording where it is answered."""
        edits = list(self.triage.rows.edits.values())
        (edits[0] if not edits[0].text() else self.wordings.reword_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange(3 if width >= _THREE else 2 if width >= _TWO else 1)

    def _lead_to(self, identity: str) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(SenseMaking, identity):
            self.sense.lead_to(identity)
        elif snapshot.find(ContinuumPlace, identity):
            self.continuum.lead_to(identity)
        elif snapshot.find(Purpose, identity):
            self.wordings.lead_to()
        else:
            next(iter(self.triage.rows.edits.values())).setFocus()

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        stacks = {
            1: ((self.wordings, self.triage, self.why, self.sense, self.continuum),),
            2: ((self.wordings, self.triage, self.why), (self.sense, self.continuum)),
            3: ((self.triage, self.why), (self.sense,), (self.wordings, self.continuum)),
        }[columns]
        for place in range(3):
            self._grid.setColumnStretch(place, (4 if place == 1 else 3) if place < columns else 0)
        for place, cards in enumerate(stacks):
            for card in cards:
                self._stacks[place].addWidget(card, 1 if card is cards[-1] else 0)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * UNIT)
        self._stacks = [QVBoxLayout() for _ in range(3)]
        for place, stack in enumerate(self._stacks):
            stack.setSpacing(3 * UNIT)
            self._grid.addLayout(stack, 0, place)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is in it takes the keyboard, and brings itself into view.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
