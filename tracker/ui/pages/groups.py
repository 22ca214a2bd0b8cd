"""All groups at a glance, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.group_summary import GroupSummary, group_summary
from tracker.models.records.group import Group
from tracker.ui.cells import LinesDelegate, StageDelegate, TrajectoryDelegate
from tracker.ui.desk import Desk
from tracker.ui.group_list import groups_in_order
from tracker.ui.page import Page
from tracker.ui.pages.group_table import GroupTable, StageHeading
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Heading, Muted, primary_button, quiet_button
from tracker.ui.words import count

# The rules of the signals are loaded when the page has been painted.
if TYPE_CHECKING:
    from tracker.ui.signals.reader import SignalReader

_STAGE, _TRAJECTORY = 2, 3
_ROW_HEIGHT, _TALLEST_ROW = 15 * UNIT, 26 * UNIT


class GroupsPage(Page):
    """Filter, sort, group by stage; Enter or a double click opens a group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = GroupTable()
        self.view = TableView(self.table, "groups", _ROW_HEIGHT, _TALLEST_ROW)
        self.view.setAccessibleName("Groups")
        self.filter = QLineEdit()
        self.by_stage = quiet_button("Group by &stage")
        self.correct = quiet_button("&Correct", icon_name="pencil")
        self.add = primary_button("&Add group", icon_name="plus")
        self._summary = Muted()
        self._reader: SignalReader | None = None
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Groups"

    def show_place(self, place: Place) -> None:
        self.refill()
        (self.view if self.table.total else self.first).setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        groups = groups_in_order(snapshot)
        self.table.set_rows([group_summary(snapshot, group.id) for group in groups])
        running = sum(group.runs_on(snapshot.today) for group in groups)
        closed = sum(not group.open_on(snapshot.today) for group in groups)
        to_begin = len(groups) - running - closed
        told = [count(running, "group running", "groups running"), f"{closed} closed"]
        told += [f"{to_begin} to begin"] if to_begin else []
        self._summary.setText(f"{', '.join(told)} · as at {shown(snapshot.today)}")
        self._stack.setCurrentIndex(0 if groups else 1)
        self.correct.setVisible(bool(groups))
        self.add.setVisible(bool(groups))
        self._summary.setVisible(bool(groups))
        # The rows do not wait for the signals, nor the page for their rules.
        QTimer.singleShot(0, self._read_signals)

    def add_group(self) -> None:
        """Asks for a new group and opens it."""
        made = add_record(self.desk, self, Group)
        if made is not None:
            self.desk.go(Place("group", made.id, "overview"))

    def correct_group(self) -> None:
        """Asks for the chosen group's details."""
        row = self.view.chosen_row
        if isinstance(row, GroupSummary):
            correct_record(self.desk, self, row.group)

    def _read_signals(self) -> None:
        if not self.isVisible():
            return
        if self._reader is None:
            from tracker.ui.signals.reader import reader_of

            self._reader = reader_of(self.desk)
            self._reader.read.connect(self._show_signals)
        if self._reader.ask(self):
            self._show_signals()

    def _show_signals(self) -> None:
        if self._reader is not None:
            self.table.set_signals(self._reader.seen)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(Heading("Groups"))
        top.addStretch(1)
        top.addWidget(self.correct)
        top.addWidget(self.add)
        column.addLayout(top)
        column.addWidget(self._summary)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._card())
        self.first = primary_button("Add the first &group", icon_name="plus")
        self.first.clicked.connect(self.add_group)
        self._stack.addWidget(
            EmptyState("Groups that your office works with stand here, one row each. There is none yet.", self.first)
        )
        column.addWidget(self._stack, 1)

    def _card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(UNIT, 2 * UNIT, UNIT, UNIT)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.setContentsMargins(UNIT, 0, UNIT, 0)
        self.filter.setPlaceholderText("Filter: a part of a name, a place, a stage …")
        self.filter.setAccessibleName("Filter the groups")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(90 * UNIT)
        self.by_stage.setCheckable(True)
        row.addWidget(self.filter, 1)
        row.addStretch(1)
        row.addWidget(self.by_stage)
        card.body.addLayout(row)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setItemDelegateForColumn(_STAGE, StageDelegate(lambda row: row.lane, self.view))
        self.view.setItemDelegateForColumn(_TRAJECTORY, TrajectoryDelegate(lambda row: row.trajectory, self.view))
        card.body.addWidget(self.view, 1)
        return card

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_group)
        self.correct.clicked.connect(self.correct_group)
        self.filter.textChanged.connect(self.table.set_filter)
        self.by_stage.toggled.connect(self.table.set_by_stage)
        self.table.modelReset.connect(self._span_headings)
        self.table.layoutChanged.connect(self._span_headings)
        self.view.row_height_changed.connect(self._span_headings)
        self.view.opened.connect(self._open)
        self.view.chosen.connect(self._show_chosen)
        self._show_chosen(None)

    def _open(self, row: object) -> None:
        if isinstance(row, GroupSummary):
            self.desk.go(Place("group", row.group.id, "overview"))

    def _show_chosen(self, row: object) -> None:
        self.correct.setEnabled(isinstance(row, GroupSummary))

    def _span_headings(self) -> None:
        self.view.clearSpans()
        for place, row in enumerate(self.table.rows):
            heading = isinstance(row, StageHeading)
            if heading:
                self.view.setSpan(place, 0, 1, len(self.table.columns))
            self.view.setRowHeight(place, 8 * UNIT if heading else self.view.fitting_row_height)
