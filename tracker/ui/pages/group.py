"""One group: its name, stage and purpose, and a tab for each side of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.group_summary import group_summary
from tracker.models.records.group import Group
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import correct_record
from tracker.ui.stage_badge import StageBadge
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, Heading, Muted, link_button, primary_button, quiet_button
from tracker.ui.words import count

# The rules of the signals are loaded when the page has been painted.
if TYPE_CHECKING:
    from tracker.ui.signals.reader import SignalReader

# A tab's module is imported when it is first wanted, as a page's is.
TABS = (
    ("overview", "Overview", "tracker.ui.group.overview", "OverviewTab"),
    ("people", "People", "tracker.ui.group.people", "PeopleTab"),
    ("meetings", "Meetings", "tracker.ui.group.meetings", "MeetingsTab"),
    ("commitments", "Commitments", "tracker.ui.group.commitments", "CommitmentsTab"),
    ("balance", "Balance", "tracker.ui.group.balance", "BalanceTab"),
    ("victories", "Victories", "tracker.ui.group.victories", "VictoriesTab"),
    ("life-cycle", "Life cycle", "tracker.ui.group.life_cycle", "LifeCycleTab"),
    ("learning", "Learning", "tracker.ui.group.learning", "LearningTab"),
    ("accountability", "Accountability", "tracker.ui.group.accountability", "AccountabilityTab"),
)
# From this width on the tabs stand apart as usual.
_ROOMY = 230 * UNIT
_NAMES = tuple(name for name, _, _, _ in TABS)


class GroupPage(Page):
    """The header holds for all tabs; each tab is a page of its own, made when first visited."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._made: dict[str, Page] = {}
        self._name = Heading("")
        self._name.setWordWrap(True)
        self._badge = StageBadge()
        self._purpose = Elided("", "quiet")
        self._facts = Muted()
        self.signals = link_button("")
        self.signals.hide()
        self._reader: SignalReader | None = None
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def heading(self) -> str:
        return self.desk.snapshot.called(Group, self._group_id)

    def show_place(self, place: Place) -> None:
        if self.desk.snapshot.find(Group, place.group_id) is None:
            self.desk.go(Place("groups"))
            return
        self._group_id = place.group_id
        # A tab may be named with one of its sides, as in life-cycle/assessment.
        name, _, side = place.tab.partition("/")
        name = name if name in _NAMES else _NAMES[0]
        self.refill()
        tab = self._tab(name)
        self._stack.setCurrentWidget(tab)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(_NAMES.index(name))
        self.tabs.blockSignals(False)
        # Qt hands the keyboard to the first button when the page before is hidden: the tabs are the better start.
        if not self._stack.isAncestorOf(QApplication.focusWidget() or self):
            self.tabs.setFocus()
        tab.show_place(Place("group", place.group_id, f"{name}/{side}" if side else name, place.record_id))

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        group = snapshot.find(Group, self._group_id)
        if group is None:
            # An undo may have taken the group away that is in view.
            if self._group_id:
                self.desk.go(Place("groups"))
            return
        summary = group_summary(snapshot, group.id)
        self._name.setText(group.name)
        self._badge.set_lane(summary.lane)
        self._badge.setVisible(summary.trajectory.now is not None)
        self._purpose.set_text(group.purpose)
        self._purpose.setVisible(bool(group.purpose))
        ended = f"closed {shown(group.closed_on)}" if not group.open_on(snapshot.today) else ""
        facts = (
            count(summary.agencies, "agency", "agencies"),
            count(summary.people, "person", "people"),
            f"since {shown(group.started_on)}",
            ended,
            group.place,
        )
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        QTimer.singleShot(0, self._read_signals)

    def correct_group(self) -> None:
        """Asks for the group's details."""
        correct_record(self.desk, self, self.desk.snapshot.one(Group, self._group_id))

    def show_brief(self) -> None:
        """Shows the page for the next meeting."""
        from tracker.ui.printing.brief_dialog import BriefDialog

        dialog = BriefDialog(self.desk, self, self._group_id)
        dialog.exec()
        dialog.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = event.size().width() < _ROOMY
        if bool(self.tabs.property("tight")) != tight:
            # All tabs stay in view in the narrowest window.
            self.tabs.setProperty("tight", tight)
            self.tabs.style().unpolish(self.tabs)
            self.tabs.style().polish(self.tabs)

    def _read_signals(self) -> None:
        """The page does not wait for the signals, nor for their rules."""
        if not self.isVisible() or self.desk.snapshot.find(Group, self._group_id) is None:
            return
        if self._reader is None:
            from tracker.ui.signals.reader import reader_of

            self._reader = reader_of(self.desk)
            self._reader.read.connect(self._show_signals)
        if self._reader.ask(self, group_id=self._group_id):
            self._show_signals()

    def _show_signals(self) -> None:
        if self._reader is None or self.desk.snapshot.find(Group, self._group_id) is None:
            return
        seen = self._reader.seen_in(self._group_id)
        self.signals.setText(count(len(seen), "signal"))
        self.signals.setAccessibleName(f"{count(len(seen), 'signal')}: see what needs attention")
        self.signals.setToolTip("\n".join(f"{each.rule.urgency.label}: {each.rule.title}" for each in seen))
        self.signals.setVisible(bool(seen))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._top())
        column.addWidget(self._purpose)
        facts = QHBoxLayout()
        facts.setSpacing(2 * UNIT)
        facts.addWidget(self._badge)
        facts.addWidget(self.signals)
        facts.addWidget(self._facts, 1)
        self.signals.clicked.connect(lambda: self.desk.go(Place("group", self._group_id, "overview/signals")))
        column.addLayout(facts)
        self.tabs.setAccessibleName("Sides of the group")
        self.tabs.setExpanding(False)
        for _, words, _, _ in TABS:
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._ask_for_tab)
        column.addWidget(self.tabs)
        column.addSpacing(UNIT)
        column.addWidget(self._stack, 1)

    def _top(self) -> QHBoxLayout:
        """The group's name, and what can be done with the group."""
        correct = quiet_button("C&orrect", icon_name="pencil")
        correct.setToolTip("Correct the group's name, purpose and other details")
        correct.clicked.connect(self.correct_group)
        log = primary_button("Lo&g meeting", icon_name="calendar-plus")
        log.clicked.connect(self._log)
        brief = quiet_button("&Brief", icon_name="file-text")
        brief.setToolTip("One page for the next meeting, to save or print")
        brief.clicked.connect(self.show_brief)
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(self._name, 1)
        for button in (correct, brief, log):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _tab(self, name: str) -> Page:
        if name not in self._made:
            _, _, module, kind = TABS[_NAMES.index(name)]
            tab: Page = getattr(import_module(module), kind)(self.desk)
            self._made[name] = tab
            self._stack.addWidget(tab)
        return self._made[name]

    def _ask_for_tab(self, place: int) -> None:
        self.desk.go(Place("group", self._group_id, _NAMES[place]))

    def _log(self) -> None:
        self.desk.go(Place("log-meeting", self._group_id))
