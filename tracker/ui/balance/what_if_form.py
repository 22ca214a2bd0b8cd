"""Says what is to be supposed: so much of a kind from one agency to another, or the chair to somebody else."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.balance import Balance
from tracker.models.figures.balance_moves import MoveChair, MoveResource
from tracker.models.figures.resource_shares import ResourceShare
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import measured, number
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Membership, Person
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import Muted, Title, label, quiet_button

_AGENCY, _PERSON = "agency ", "person "


class WhatIfForm(QWidget):
    """`supposed` carries a move; `taken_back` asks for the last one to be forgotten. Enter supposes what is typed."""

    supposed = Signal(object)
    taken_back = Signal()

    def __init__(self, snapshot: Snapshot, group_id: str) -> None:
        super().__init__()
        self._snapshot, self._group_id = snapshot, group_id
        self._kinds: dict[str, ResourceShare] = {}
        self.kind = KeyedCombo("What would move")
        self.giver, self.taker = KeyedCombo("From"), KeyedCombo("To")
        self.amount = QLineEdit()
        self.move_it = quiet_button("Suppose the &move")
        self.chair_to = KeyedCombo("The chair goes to")
        self.chair_it = quiet_button("Suppose the c&hair")
        self.take_back = quiet_button("&Take the last one back", icon_name="undo-2")
        self._problem = label("", "problem")
        self._supposed = Muted()
        self._parts: list[QWidget] = []
        self._lay_out()
        self._connect()

    @property
    def problem(self) -> str:
        """Why a thing cannot be supposed; "" while nothing is wrong."""
        return self._problem.text()

    @property
    def supposed_words(self) -> str:
        """What is supposed so far, a line each."""
        return self._supposed.text()

    def clear(self) -> None:
        """Forgets the amount that was typed: it has been supposed."""
        self.amount.clear()

    def say(self, sentence: str) -> None:
        """Says what is wrong; "" takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def show_balance(self, after: Balance, moves: Sequence[MoveResource | MoveChair]) -> None:
        """Offers what can be moved of a balance in which all so far has been supposed."""
        self.say("")
        self._kinds = {kind.heading: kind for kind in after.kinds if kind.unit and kind.total}
        self.kind.offer([(key, key) for key in self._kinds])
        seated = agencies_on(self._snapshot, self._group_id, after.on)
        agencies = [row.agency for row in after.rows if row.id in seated]
        self.taker.offer([(agency.id, agency.called) for agency in agencies])
        self._offer_givers()
        self.chair_to.offer([*self._people(after), *((_AGENCY + each.id, _whoever(each)) for each in agencies)])
        for part in self._parts:
            part.setEnabled(bool(self._kinds))
        self.chair_it.setEnabled(bool(agencies))
        lines = [f"{place}. {self._words(move)}" for place, move in enumerate(moves, start=1)]
        self._supposed.setText("\n".join(lines) or "Nothing is supposed yet.")
        self.take_back.setEnabled(bool(moves))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            in_chair = self.chair_to.hasFocus() or self.chair_it.hasFocus()
            self._suppose_chair() if in_chair else self._suppose_move()
        else:
            super().keyPressEvent(event)

    def _suppose_move(self) -> None:
        kind = self._kinds.get(self.kind.key)
        if kind is None:
            return
        try:
            amount = _amount(self.amount.text(), kind.unit)
        except Mistake as mistake:
            self.say(mistake.sentence)
            return
        self.supposed.emit(MoveResource(kind.kind, kind.unit, self.giver.key, self.taker.key, amount))

    def _suppose_chair(self) -> None:
        key = self.chair_to.key
        if key.startswith(_PERSON):
            self.supposed.emit(MoveChair(person_id=key.removeprefix(_PERSON)))
        elif key:
            self.supposed.emit(MoveChair(agency_id=key.removeprefix(_AGENCY)))

    def _offer_givers(self) -> None:
        """Who has any of the kind, with how much."""
        kind = self._kinds.get(self.kind.key)
        amounts = kind.amounts.items() if kind else ()
        unit = kind.unit if kind else ""
        self.giver.offer([(key, f"{self._called(key)}: {measured(has, unit)}") for key, has in amounts if has])
        self._choose_another_taker()
        self.amount.setPlaceholderText(f"such as {number(Decimal(1000))} ({unit})" if unit else "")

    def _choose_another_taker(self) -> None:
        """What moves goes to somebody who does not have it."""
        if self.taker.key == self.giver.key and self.taker.count() > 1:
            self.taker.setCurrentIndex((self.taker.currentIndex() + 1) % self.taker.count())

    def _people(self, after: Balance) -> list[tuple[str, str]]:
        """Those who sit in the group on the day, with their agency."""
        seats = [seat for seat in self._snapshot.of(Membership, group_id=self._group_id) if seat.active_on(after.on)]
        found = {
            seat.person_id: f"{self._snapshot.called(Person, seat.person_id)} ({self._called(seat.agency_id or '')})"
            for seat in seats
            if seat.person_id
        }
        return [(_PERSON + key, words) for key, words in sorted(found.items(), key=lambda pair: pair[1])]

    def _words(self, move: MoveResource | MoveChair) -> str:
        if isinstance(move, MoveResource):
            what = f"{measured(move.amount, move.unit)} of {move.kind.label.lower()}"
            return f"{what} from {self._called(move.from_id)} to {self._called(move.to_id)}"
        person = self._snapshot.called(Person, move.person_id)
        return f"The chair to {person or self._called(move.agency_id or '')}"

    def _called(self, agency_id: str) -> str:
        return self._snapshot.called(Agency, agency_id)

    def _lay_out(self) -> None:
        self.amount.setAccessibleName("How much")
        self._problem.setWordWrap(True)
        self._parts = [self.kind, self.giver, self.taker, self.amount, self.move_it]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(Title("Somebody else brings it"))
        for words, field in (
            ("&What", self.kind),
            ("&From", self.giver),
            ("T&o", self.taker),
            ("How m&uch", self.amount),
        ):
            _add(column, words, field)
        column.addWidget(self.move_it, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(3 * UNIT)
        column.addWidget(Title("Somebody else chairs"))
        _add(column, "T&he chair goes to", self.chair_to)
        column.addWidget(self.chair_it, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._problem)
        column.addSpacing(3 * UNIT)
        column.addWidget(Title("Supposed so far"))
        column.addWidget(self._supposed)
        column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._offer_givers)
        self.giver.currentIndexChanged.connect(self._choose_another_taker)
        self.move_it.clicked.connect(self._suppose_move)
        self.chair_it.clicked.connect(self._suppose_chair)
        self.take_back.clicked.connect(self.taken_back)


def _add(column: QVBoxLayout, words: str, field: QWidget) -> None:
    caption = label(words, "caption")
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)


def _whoever(agency: Agency) -> str:
    return f"{agency.called}, whoever it sends"


def _amount(text: str, unit: str) -> Decimal:
    typed = text.strip().removeprefix("$").replace(",", "").replace(" ", "")
    if not typed:
        raise Mistake(f"Say how much would move, in {unit}.")
    try:
        return Decimal(typed)
    except InvalidOperation as error:
        raise Mistake(f"“{text.strip()}” is no amount: write it like 12,000.") from error
