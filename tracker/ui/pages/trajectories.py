"""All groups' trajectories: laid over each other or side by side, as at any day, with what they say together."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.trajectories import STUCK_DAYS, Trajectories, trajectories
from tracker.models.mistake import Mistake
from tracker.models.records import Group, StageJudgement, Threshold
from tracker.models.signals.signals import limits
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.plots.picture_file import KINDS
from tracker.ui.preferences import Preferences
from tracker.ui.record_dialog import add_record
from tracker.ui.style import UNIT
from tracker.ui.trajectories.chart_card import ChartCard
from tracker.ui.trajectories.day_row import DayRow
from tracker.ui.trajectories.facts import Facts
from tracker.ui.trajectories.head_row import HeadRow
from tracker.ui.trajectories.view_choice import ViewChoice
from tracker.ui.widgets import Elided, EmptyState, Heading, primary_button, quiet_button
from tracker.ui.words import count

_NO_GROUPS = "Each group's way through its life cycle stands here (§7.2), beside all others. There is no group yet."
_NO_JUDGEMENTS = (
    "No group's stage has been judged yet: its trajectory begins with the first judgement, on the group's Life cycle."
)
_WIDE = 370 * UNIT
_PAGE, _NO_GROUP, _NO_JUDGEMENT = range(3)


class TrajectoriesPage(Page):
    """Three ways to look, one key to a table; L turns the picture into the table with the same facts."""

    kinds = frozenset({Group, StageJudgement, Threshold})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._on: date | None = None
        self._full: tuple[Snapshot, Trajectories] | None = None
        self._told: Trajectories | None = None
        self.choices = {each: quiet_button(each.label) for each in ViewChoice}
        self.head, self.days = HeadRow(), DayRow()
        self.chart, self.facts = ChartCard(), Facts()
        self.summary = Elided("", "muted")
        self._stack = QStackedWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._view = ViewChoice(Preferences.here().trajectories_view or ViewChoice.CALENDAR)
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def heading(self) -> str:
        return "Trajectories"

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self._on or self.desk.snapshot.today

    @property
    def view(self) -> ViewChoice:
        """In which way the groups are shown."""
        return self._view

    def show_place(self, place: Place) -> None:
        self.refill()
        self.take_focus()

    def take_focus(self) -> None:
        """Gives the keyboard to the groups, or to the button that begins."""
        state = self._stack.currentIndex()
        if state == _PAGE:
            self.chart.take_focus()
        else:
            (self.first_group if state == _NO_GROUP else self.first_judgement).setFocus()

    def show_day(self, on: date) -> None:
        """Shows the whole office as at a day, up to today."""
        self._on = None if on == self.desk.snapshot.today else on
        self.refill()

    def show_view(self, view: ViewChoice) -> None:
        """Shows the groups in another way; it is the same the next time."""
        self._view = view
        Preferences.here().trajectories_view = view.value
        self.head.as_table.setChecked(False)
        self._show()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        full = self._today(snapshot)
        self._stack.setCurrentIndex(_state(full))
        for part in (*self.choices.values(), self.summary):
            part.setVisible(bool(full.judgements))
        self._told = full if self._on is None else trajectories(snapshot, self._on, stuck_days=_stuck(snapshot))
        first = min((line.begun for line in full.lines), default=snapshot.today)
        self.days.show_day(snapshot, self.on, first, self._told.later_words)
        self.facts.show_facts(self._told)
        self._show()

    def save_picture(self, path: Path) -> None:
        """Saves what is in view as the path's ending says, and says so."""
        try:
            words = f"{self.summary.whole} · as at {shown(self.on)}"
            self.chart.save_picture(path, self.desk.snapshot.office.name, words)
        except Mistake as mistake:
            self.desk.mistaken.emit(mistake.sentence)
        else:
            self.desk.said.emit(f"The picture is saved as {path}.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self.facts.fit(wide=wide)

    def _today(self, snapshot: Snapshot) -> Trajectories:
        """As at today, worked out once: as the day moves, places and scales stay what they are."""
        if self._full is None or self._full[0] is not snapshot:
            self._full = (snapshot, trajectories(snapshot, stuck_days=_stuck(snapshot)))
        return self._full[1]

    def _show(self) -> None:
        if self._told is None or self._full is None:
            return
        fitting = self.head.fitting(self._told.lines)
        told = Trajectories(self._told.on, fitting, self._told.later, self._told.left_out)
        self.choices[self._view].setChecked(True)
        listed = self.head.as_table.isChecked()
        self.chart.show_lines(self._full[1], told, self._view, listed=listed)
        self.head.whole.setEnabled(not listed and self._view is not ViewChoice.MULTIPLES)
        self.head.save.setEnabled(bool(told.judgements) and not listed)
        narrow = f" · {count(len(fitting), 'group')} shown" if self.head.narrows else ""
        self.summary.set_text(f"{self._told.words}{narrow}")

    def _ask_where(self) -> None:
        kinds = ";;".join(KINDS)
        proposed = f"Trajectories {self.on.isoformat()}.png"
        chosen, kind = QFileDialog.getSaveFileName(self, "Save the trajectories as a picture", proposed, kinds)
        if chosen:
            path = Path(chosen)
            self.save_picture(path if path.suffix else path.with_suffix(KINDS[kind]))

    def _open(self, group_id: str, judgement_id: str = "") -> None:
        self.desk.go(Place("group", group_id, "life-cycle/trajectory", judgement_id))

    def _add_group(self) -> None:
        made = add_record(self.desk, self, Group)
        if made is not None:
            self._open(made.id)

    def _judge_first(self) -> None:
        line = self._told.lines[0] if self._told and self._told.lines else None
        if line is not None:
            self._open(line.id)

    def _lay_out(self) -> None:
        self.first_group = primary_button("Add the first &group", icon_name="plus")
        self.first_judgement = primary_button("Go to a group's &life cycle", icon_name="arrow-right")
        page = QWidget()
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(2 * UNIT)
        self._both.addWidget(self.chart, 1)
        self._both.addWidget(self.facts)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * UNIT)
        inside.addWidget(self.head)
        inside.addWidget(self.days)
        inside.addLayout(self._both, 1)
        for part in (page, EmptyState(_NO_GROUPS, self.first_group), EmptyState(_NO_JUDGEMENTS, self.first_judgement)):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(self._top())
        column.addWidget(self._stack, 1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(Heading("Trajectories"))
        row.addWidget(self.summary, 1)
        group = QButtonGroup(self)
        for each, button in self.choices.items():
            button.setCheckable(True)
            group.addButton(button, each.rank)
            row.addWidget(button)
        group.idClicked.connect(lambda rank: self.show_view(list(ViewChoice)[rank]))
        return row

    def _connect(self) -> None:
        self.head.narrowed.connect(self._show)
        self.head.as_table.toggled.connect(self._turn)
        self.head.whole.clicked.connect(self.chart.show_whole)
        self.head.save.clicked.connect(self._ask_where)
        self.days.moved.connect(self.show_day)
        self.days.mistaken.connect(self.desk.mistaken)
        self.chart.group_requested.connect(self._open)
        self.chart.all_requested.connect(self.head.clear)
        self.facts.group_requested.connect(self._open)
        self.first_group.clicked.connect(self._add_group)
        self.first_judgement.clicked.connect(self._judge_first)

    def _add_keys(self) -> None:
        self.days.bar.add_keys(self)
        key = QShortcut(QKeySequence("L"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.head.as_table.toggle)

    def _turn(self) -> None:
        """The keyboard stays with the groups when they turn into the table, and back."""
        within = self.chart.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._show()
        if within:
            self.chart.take_focus()


def _state(full: Trajectories) -> int:
    if full.judgements:
        return _PAGE
    return _NO_JUDGEMENT if full.lines or full.later else _NO_GROUP


def _stuck(snapshot: Snapshot) -> int:
    """The office's own limit for a group that is stuck."""
    return int(limits(snapshot).get("stuck_days", STUCK_DAYS))
