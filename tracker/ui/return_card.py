"""Prepare a return: of which group, for which period, how far it has come, and to whom it goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QWidget

from tracker.models.figures.next_return import last_addressee, period_to_report, periods_around
from tracker.models.period import Period, read_period
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import KeyedCombo
from tracker.ui.group_list import groups_in_order
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, primary_button, quiet_button
from tracker.ui.words import count

if TYPE_CHECKING:
    from tracker.reports.preview import Preview

# From this height on what leaves and what stays are lists.
_ROOMY = 110 * UNIT
_STATES = (ReturnState.DRAFT, ReturnState.PROVISIONAL, ReturnState.CERTIFIED)
_MONTHS = {1: "Jul to Sep", 2: "Oct to Dec", 3: "Jan to Mar", 4: "Apr to Jun"}
# What a row of each sheet is, for the sentence on what leaves.
_NOUNS = {
    "Results": ("result", "results"),
    "Mappings": ("claim on a line", "claims on lines"),
    "Contributions": ("contribution", "contributions"),
    "Outcomes": ("value of an indicator", "values of indicators"),
    "Evidence": ("piece of evidence", "pieces of evidence"),
    "Members": ("seat by its post", "seats by their posts"),
    "Life_cycle": ("stage judgement", "stage judgements"),
    "Commitments": ("promise", "promises"),
    "Learning": ("lesson", "lessons"),
}


class ReturnCard(Card):
    """Asks; says what leaves and what stays; and while a return is written, how far that is."""

    changed = Signal()
    preview_requested = Signal()
    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__("Prepare a return")
        self.group = KeyedCombo("Group", 40)
        self.period = KeyedCombo("Period", 30)
        self.state = KeyedCombo("State", 24)
        self.to_whom = QLineEdit()
        self.purpose = QLineEdit()
        self.preview = quiet_button("&Preview")
        self.save = primary_button("&Save as Excel", icon_name="file-spreadsheet")
        self.progress = QProgressBar()
        self._leaves = Muted()
        self._stays = Muted()
        self._given_to = ""
        self._preview: Preview | None = None
        self._roomy = False
        self._dress()
        self._lay_out()
        self._connect()

    @property
    def chosen_period(self) -> Period:
        """The period of the return."""
        return read_period(self.period.key)

    @property
    def chosen_state(self) -> ReturnState:
        """How far the return has come."""
        return ReturnState(self.state.key)

    def offer(self, snapshot: Snapshot) -> None:
        """Offers groups and periods, and keeps what is chosen."""
        self.group.offer([(group.id, group.name) for group in groups_in_order(snapshot)])
        usual = period_to_report(snapshot.today)
        periods = [(period.label, _words(period)) for period in periods_around(snapshot.today)]
        self.period.offer(periods, self.period.key or usual.label)
        self.suggest(snapshot)

    def suggest(self, snapshot: Snapshot) -> None:
        """Suggests to whom and what for, unless somebody typed something else."""
        addressee = last_addressee(snapshot, self.group.key)
        if self.to_whom.text() in ("", self._given_to):
            self.to_whom.setText(addressee)
            self.to_whom.setCursorPosition(0)
        self._given_to = addressee
        purposes = ("Yearly return", "Quarterly return")
        if self.purpose.text() in ("", *purposes):
            self.purpose.setText(purposes[bool(self.chosen_period.quarter)])

    def show_preview(self, preview: "Preview") -> None:
        """Says in two sentences what leaves and what stays, or as lists where there is room."""
        self._preview = preview
        leaves = [
            count(line.count, *_NOUNS.get(line.sheet, (line.what, line.what))) for line in preview.leaves if line.count
        ]
        self._leaves.setText(self._told("Leaves the office", leaves, "nothing, a nil return"))
        stays = [f"{line.count:,} {line.what}" for line in preview.stays]
        self._stays.setText(self._told("Stays", stays, "nothing"))
        self._stays.setToolTip("\n".join(f"{line.count:,} {line.what}: {line.why}" for line in preview.stays))

    def show_progress(self, share: float, words: str = "") -> None:
        """How far the writing is, from 0 to 1."""
        self.progress.setValue(round(share * 100))
        self.progress.setAccessibleDescription(words)

    def set_busy(self, busy: bool) -> None:
        """Shows the progress and Cancel in place of the buttons, or these again."""
        self._bottom.setCurrentIndex(1 if busy else 0)
        for widget in (self.group, self.period, self.state, self.to_whom, self.purpose):
            widget.setEnabled(not busy)
        self.show_progress(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().height() >= _ROOMY
        if roomy is not self._roomy:
            self._roomy = roomy
            self._told_in.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
            if self._preview is not None:
                self.show_preview(self._preview)

    def _told(self, what: str, parts: Sequence[str], nothing: str) -> str:
        if self._roomy:
            return "\n".join((what, *(parts or [nothing])))
        return f"{what}: {', '.join(parts) or nothing}."

    def _dress(self) -> None:
        self.state.offer([(state.value, state.label) for state in _STATES], ReturnState.DRAFT.value)
        for edit, name in ((self.to_whom, "To whom"), (self.purpose, "Purpose")):
            edit.setAccessibleName(name)
            edit.setMaxLength(300)
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Writing the return")

    def _lay_out(self) -> None:
        self.body.addLayout(self._asked())
        self._told_in = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._told_in.setSpacing(2 * UNIT)
        for told in (self._leaves, self._stays):
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._told_in.addWidget(told, 1)
        self.body.addLayout(self._told_in)
        self._bottom = QStackedWidget()
        self._bottom.addWidget(_row(self.preview, self.save))
        self._cancel = quiet_button("Cancel")
        self._bottom.addWidget(_row(self._cancel, self.progress))
        self.body.addWidget(self._bottom)
        self.body.addStretch(1)

    def _asked(self) -> QGridLayout:
        """Of which group and period it is, to whom it goes and what for."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.group, 0, 0, 1, 2)
        grid.addWidget(self.period, 1, 0)
        grid.addWidget(self.state, 1, 1)
        for column, (words, edit) in enumerate((("&To whom", self.to_whom), ("Purpos&e", self.purpose))):
            caption = label(words, "caption")
            caption.setBuddy(edit)
            grid.addWidget(caption, 2, column)
            grid.addWidget(edit, 3, column)
        return grid

    def _connect(self) -> None:
        for combo in (self.group, self.period, self.state):
            combo.currentIndexChanged.connect(self.changed)
        self.preview.clicked.connect(self.preview_requested)
        self.save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.cancel_requested)


def _row(first: QWidget, second: QWidget) -> QWidget:
    row = QWidget()
    row.setProperty("look", "page")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * UNIT)
    layout.addWidget(first)
    layout.addWidget(second, 1 if isinstance(second, QProgressBar) else 0)
    if not isinstance(second, QProgressBar):
        layout.addStretch(1)
    return row


def _words(period: Period) -> str:
    if not period.quarter:
        return f"Year {period.label}"
    return f"{period.year.label} Q{period.quarter}, {_MONTHS[period.quarter]}"
