"""The accountability lines, a side of the page Office: framework by framework, with scope, measures and claims."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, cast

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.line_board import LineRow, framework_at_hand, framework_counts, line_board, line_story
from tracker.models.records import Framework, Line, Mapping, Measure, Result
from tracker.models.records.record import Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.lines.line_columns import LINE_COLUMNS
from tracker.ui.lines.line_deeds import LineDeeds
from tracker.ui.lines.line_story_card import LineStoryCard
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button
from tracker.ui.words import count

_IMPORT, _ADD, _MEASURE, _LINK = "I", "A", "M", "S"
_OUT, _READ, _YEAR, _FRAMEWORK = "T", "R", "Y", "F"
_OFFERS = (
    ("Enter", "Correct", "Opens the chosen line to put it right"),
    (_MEASURE, "Measure", "Adds a measure to the chosen line; with Shift opens its first"),
    (_LINK, "Goes on as", "Says which line of a later year goes on with the chosen one"),
    (_ADD, "Line", "Adds a line by hand; its key is made by the program"),
    (_FRAMEWORK, "Framework", "Opens the framework in view; with Shift adds one"),
    (_IMPORT, "Bring in…", "Treasury's workbook of expenditure data, or a CSV of it: looked at first"),
    (_OUT, "Template…", "Writes lines and measures as a workbook to fill in"),
    (_READ, "Read…", "Reads a template that came back: row by row first"),
    (_YEAR, "New year…", "Links lines to those of the next year, and carries claims across"),
)
_NOTHING = (
    "Lines that agencies answer for stand here: appropriations, and what plans and contracts promise. Treasury "
    "publishes appropriations on its website each Budget day, as “Data from the Estimates of Appropriations”: a "
    "workbook with a sheet Raw Data. Save it, then bring it in (I); or type a line by hand (A)."
)
_ALL = "all"
# Loaded when one is opened: reading and writing workbooks takes a while to load.
_DIALOGS = {
    _IMPORT: ("tracker.ui.lines.import_dialog", "LinesImportDialog"),
    _OUT: ("tracker.ui.lines.template_out_dialog", "TemplateOutDialog"),
    _READ: ("tracker.ui.lines.template_in_dialog", "TemplateInDialog"),
    _YEAR: ("tracker.ui.lines.year_dialog", "NewYearDialog"),
}


class LinesSide(Page):
    """The arrow keys go over the lines; single keys do something with the chosen one, or bring others in."""

    kinds: frozenset[type[Record]] = frozenset({Framework, Line, Measure, Mapping, Result})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._framework: str | None = None
        self.table = HeadedTable(LINE_COLUMNS, lambda row: str(row.id), lambda name, rows: name)
        self.view = KeyedView(self.table, "lines", "".join(_DIALOGS) + _ADD + _MEASURE + _LINK + _FRAMEWORK)
        self.filter = QLineEdit()
        self.framework = KeyedCombo("Framework", 44)
        self.vote = KeyedCombo("Vote", 26)
        self.department = KeyedCombo("Agency", 26)
        self.bring = primary_button("Bring in Treasury's workbook…", icon_name="upload")
        self.asking = Asking()
        self.story = LineStoryCard()
        self.foot = FootRow(_OFFERS)
        self.deeds = LineDeeds(desk, self, self.asking)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Accountability lines"

    @property
    def words(self) -> str:
        """How much there is of all."""
        counts = framework_counts(self.desk.snapshot)
        if not counts:
            return ""
        lines, claims = sum(each.lines for each in counts), sum(each.claims for each in counts)
        return f"{count(len(counts), 'framework')}, {count(lines, 'line')}, {count(claims, 'claim')} on them"

    @property
    def chosen(self) -> LineRow | None:
        """The line that is chosen; None if there is none."""
        row = self.view.chosen_row
        return row if isinstance(row, LineRow) else None

    def show_place(self, place: Place) -> None:
        if place.record_id and (line := self.desk.snapshot.find(Line, place.record_id)) is not None:
            self._framework = line.framework_id
        self.refill()
        if place.record_id:
            self.view.choose(place.record_id)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if self._framework is None:
            self._framework = framework_at_hand(snapshot) or None
        counts = framework_counts(snapshot)
        offers = [(each.id, f"{each.framework.name}   {each.lines:,}") for each in counts]
        self.framework.offer([(_ALL, f"All frameworks   {sum(each.lines for each in counts):,}"), *offers])
        self.framework.choose(self._framework or _ALL)
        rows = line_board(snapshot, "" if self.framework.key == _ALL else self.framework.key)
        self._offer(self.vote, "All Votes", {row.line.vote for row in rows if row.line.vote})
        self._offer(self.department, "All agencies", {row.line.administering_agency for row in rows})
        self.table.set_rows(filter(self._fits, rows))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the lines, or to what brings the first ones in."""
        (self.view if self.table.total else self.bring).setFocus()

    def press(self, key: str, shift: bool = False) -> None:
        """Does what a key stands for."""
        row = self.chosen
        if key in _DIALOGS:
            self._open(key)
        elif key == _FRAMEWORK:
            self._press_framework(shift)
        elif key == _ADD:
            self._show_kept(self.deeds.add_line("" if self.framework.key == _ALL else self.framework.key))
        elif row is None:
            self.desk.mistaken.emit("Choose a line first, with the arrow keys.")
        elif key == _MEASURE:
            self._press_measure(row, shift)
        elif key == _LINK:
            self.deeds.link(row, self.view.setFocus)
        else:
            self._show_kept(self.deeds.correct_line(row.line))

    def _press_framework(self, shift: bool) -> None:
        if shift or self.framework.key == _ALL:
            if (made := self.deeds.add_framework()) is not None:
                self._framework = made.id
                self.refill()
        else:
            self.deeds.correct_framework(self.framework.key)
        self.view.setFocus()

    def _press_measure(self, row: LineRow, shift: bool) -> None:
        known = self.desk.snapshot.of(Measure, line_id=row.line.id)
        if shift and known:
            self.deeds.correct_measure(min(known, key=lambda each: each.code))
        else:
            self.deeds.add_measure(row.line)
        self.view.setFocus()

    def _open(self, key: str) -> None:
        module, name = _DIALOGS[key]
        make = cast(Callable[..., QDialog], getattr(import_module(module), name))
        dialog = make(self.desk, self.window())
        if dialog.exec() and key == _IMPORT:
            self._framework = cast(Any, dialog).framework_id or self._framework
            self.refill()
        dialog.deleteLater()
        self.take_focus()

    def _fits(self, row: LineRow) -> bool:
        return self.vote.key in ("", _ALL, row.line.vote) and self.department.key in (
            "",
            _ALL,
            row.line.administering_agency,
        )

    def _offer(self, combo: KeyedCombo, every: str, names: Iterable[str]) -> None:
        combo.offer([(_ALL, every), *((name, name) for name in sorted(names))])

    def _turn(self) -> None:
        """Another framework: its own Votes and agencies are offered."""
        self._framework = "" if self.framework.key == _ALL else self.framework.key
        self.vote.choose(_ALL)
        self.department.choose(_ALL)
        self.refill()

    def _show_kept(self, line: Line | None) -> None:
        if line is not None:
            self._framework = line.framework_id
            self.refill()
            self.view.choose(line.id)
        self.view.setFocus()

    def _show_chosen(self) -> None:
        row = self.chosen
        self.box.show_story(row is not None)
        if row is not None:
            self.story.tell_line(line_story(self.desk.snapshot, row.line))
        always = {*_DIALOGS, _ADD, _FRAMEWORK}
        self.foot.allow(always | ({"Enter", _MEASURE, _LINK} if row else set()))

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        empty = EmptyState(_NOTHING, self.bring)
        card = FilteredCard("Lines", self.view, empty, self.filter, [])
        card.body.insertWidget(1, self._choosers())
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self.box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box, 1)

    def _choosers(self) -> QWidget:
        """Framework, Vote and agency in a row of their own: their names are long."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        row.setSpacing(2 * UNIT)
        for combo, share in ((self.framework, 5), (self.vote, 3), (self.department, 3)):
            row.addWidget(combo, share)
        return whole

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.set_filter)
        self.filter.textChanged.connect(self.view.choose_first)
        self.framework.currentIndexChanged.connect(self._turn)
        for combo in (self.vote, self.department):
            combo.currentIndexChanged.connect(self.refill)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda row: self.press("Enter"))
        self.view.chosen.connect(self._show_chosen)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self.box.make_room(True))
        self.asking.closed.connect(self._leave_asking)
        self.bring.clicked.connect(lambda: self.press(_IMPORT))

    def _leave_asking(self) -> None:
        self.box.make_room(False)
        self.view.setFocus()
