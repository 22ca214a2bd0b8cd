"""Prepare a return: of which group, agency or region, for which period, how far it has come, and to whom it goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QWidget

from tracker.models.figures.next_return import last_addressee, period_to_report, periods_around, states_offered
from tracker.models.folding import folded
from tracker.models.period import Period, read_period
from tracker.models.records.agency import Agency
from tracker.models.records.handing_in import Return, ReturnKind, ReturnState
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
_KINDS = (ReturnKind.GROUP, ReturnKind.AGENCY, ReturnKind.REGION)
# Where there is less room, so many kinds are named; all of them stand in the preview.
_MOST = 5
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
    "Results_by_line": ("claim", "claims"),
    "No_line": ("result without a line", "results without a line"),
    "Scope_query": ("claim to check against its scope", "claims to check against their scope"),
    "Portfolio": ("group", "groups"),
    "Agency_presence": ("agency in a group", "agencies in groups"),
    "Barriers": ("barrier", "barriers"),
    "Claims": ("part in a result", "parts in results"),
}


class ReturnCard(Card):
    """Asks; says what leaves and what stays; and while a return is written, how far that is."""

    changed = Signal()
    preview_requested = Signal()
    sign_off_requested = Signal()
    save_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__("Prepare a return")
        self.kind = KeyedCombo("Return", 22)
        self.scope = KeyedCombo("Of", 40)
        self.period = KeyedCombo("Period", 30)
        self.state = KeyedCombo("State", 24)
        self.to_whom = QLineEdit()
        self.purpose = QLineEdit()
        self.preview = quiet_button("&Preview")
        self.sign_off = quiet_button("Sig&n-off…")
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
    def chosen_kind(self) -> ReturnKind:
        """Which return it is."""
        return ReturnKind(self.kind.key)

    @property
    def chosen_period(self) -> Period:
        """The period of the return."""
        return read_period(self.period.key)

    @property
    def chosen_state(self) -> ReturnState:
        """How far the return has come."""
        return ReturnState(self.state.key)

    def offer(self, snapshot: Snapshot) -> None:
        """Offers what returns are of, periods and states, and keeps what is chosen."""
        self.scope.offer(_scopes(snapshot, self.chosen_kind))
        self.scope.setEnabled(self.chosen_kind is not ReturnKind.REGION)
        usual = period_to_report(snapshot.today)
        periods = [(period.label, _words(period)) for period in periods_around(snapshot.today)]
        self.period.offer(periods, self.period.key or usual.label)
        self.suggest(snapshot)

    def offer_states(self, latest: Return | None) -> None:
        """Offers how far the revision after `latest` may come; keeps what is chosen where that is one of them."""
        self.state.offer([(state.value, state.label) for state in states_offered(latest)])

    def choose(self, kind: ReturnKind, scope_id: str, snapshot: Snapshot) -> None:
        """Chooses whose return it is, and says nothing of it."""
        self.kind.choose(kind.value)
        self.offer(snapshot)
        self.scope.choose(scope_id)

    def say_signed(self, number: int) -> None:
        """How many names stand under it so far."""
        self.sign_off.setText(f"Sig&n-off   {number}" if number else "Sig&n-off…")

    def suggest(self, snapshot: Snapshot) -> None:
        """Suggests to whom and what for, unless somebody typed something else."""
        addressee = last_addressee(snapshot, self.scope.key)
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
        self._leaves.setToolTip("\n".join(leaves))
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
        for widget in (self.kind, self.period, self.state, self.to_whom, self.purpose):
            widget.setEnabled(not busy)
        self.scope.setEnabled(not busy and self.chosen_kind is not ReturnKind.REGION)
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
        told = list(parts) if len(parts) <= _MOST + 1 else [*parts[:_MOST], f"and {len(parts) - _MOST} kinds more"]
        return f"{what}: {', '.join(told) or nothing}."

    def _dress(self) -> None:
        self.kind.offer([(kind.value, kind.label.split()[0]) for kind in _KINDS], ReturnKind.GROUP.value)
        self.offer_states(None)
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
        self._bottom.addWidget(_row(self.preview, self.sign_off, self.save))
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
        whose = QHBoxLayout()
        whose.setSpacing(2 * UNIT)
        whose.addWidget(self.kind)
        whose.addWidget(self.scope, 1)
        grid.addLayout(whose, 0, 0, 1, 2)
        grid.addWidget(self.period, 1, 0)
        grid.addWidget(self.state, 1, 1)
        for column, (words, edit) in enumerate((("&To whom", self.to_whom), ("P&urpose", self.purpose))):
            caption = label(words, "caption")
            caption.setBuddy(edit)
            grid.addWidget(caption, 2, column)
            grid.addWidget(edit, 3, column)
        return grid

    def _connect(self) -> None:
        for combo in (self.kind, self.scope, self.period, self.state):
            combo.currentIndexChanged.connect(self.changed)
        self.preview.clicked.connect(self.preview_requested)
        self.sign_off.clicked.connect(self.sign_off_requested)
        self.save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.cancel_requested)


def _scopes(snapshot: Snapshot, kind: ReturnKind) -> list[tuple[str, str]]:
    """What returns of a kind may be of: id and name."""
    if kind is ReturnKind.AGENCY:
        agencies = sorted(snapshot.of(Agency), key=lambda each: (folded(each.name), each.id))
        return [(agency.id, agency.name) for agency in agencies]
    if kind is ReturnKind.REGION:
        return [(snapshot.office.id, snapshot.office.region)]
    return [(group.id, group.name) for group in groups_in_order(snapshot)]


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    row.setProperty("look", "page")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * UNIT)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QProgressBar) else 0)
    if not any(isinstance(widget, QProgressBar) for widget in widgets):
        layout.addStretch(1)
    return row


def _words(period: Period) -> str:
    if not period.quarter:
        return f"Year {period.label}"
    return f"{period.year.label} Q{period.quarter}, {_MONTHS[period.quarter]}"
