"""The card of the matrix: what narrows it, the matrix or its list or what is suggested, and what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui.accountability.claim_table import ClaimTable
from tracker.ui.accountability.legend import Legend
from tracker.ui.accountability.matrix_view import MatrixView
from tracker.ui.accountability.suggestion_list import SuggestionList
from tracker.ui.accountability.text_asking import TextAsking
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Elided, EmptyState, Muted, quiet_button

TITLE = "Shared results on each agency's own lines"
STRENGTHS = "01234"
OFFERS = (
    ("C", "Claim", "A draft claim of the column's agency on its line"),
    ("P", "Part", "Core or supporting; led, funded, did the work or helped"),
    ("S", "Share", "A share of the result, in per cent; empty takes it away"),
    ("E", "Split", "The whole result equally over the claiming agencies. With Shift: by the strength of their claims"),
    ("A", "Agency", "Agreed by the agency today. With Shift: on another day"),
    ("G", "Group", "Agreed by the group, with day and meeting. With Shift: all claims of the row"),
    ("D", "Dispute", "Disputed: kept, and not counted"),
    ("W", "Withdraw", "Withdrawn: kept, and not counted; C takes it up again"),
    ("N", "Sentence", "The sentence for head office, up to 500 characters"),
    ("R", "Cause", "What else could explain the result"),
    ("V", "Evidence", "Adds what shows it. With Shift: corrects what is there"),
    ("Enter", "More", "Measure, outcome, evidence grade, who may see it; claims an empty cell"),
    ("L", "Suggest", "Lines that share words with the result: nothing is claimed by itself"),
    ("T", "All lines", "Every line of the members, or those in use alone"),
    ("B", "List", "The same facts in words, claim by claim; and back"),
    ("U", "Unmapped", "Only results that count towards no line; and back"),
)
LETTERS = "".join(key for key, _, _ in OFFERS if len(key) == 1) + STRENGTHS
WHICH = (
    ("all", "All results"),
    ("unmapped", "On no line yet"),
    ("agree", "Not agreed by the group"),
    ("over", "Shares over 100%"),
    ("disputed", "Disputed"),
)


class MappingCard(Card):
    """Shows one of its faces: "matrix", "list", "suggestions" or "empty"."""

    def __init__(self) -> None:
        super().__init__(TITLE)
        self.filter = QLineEdit()
        self.which = KeyedCombo("Which results", 44)
        self.period = KeyedCombo("Period", 28)
        self.summary = Elided("", "muted")
        self.asking = Asking()
        self.writing = TextAsking()
        self.matrix = MatrixView(LETTERS)
        self.legend = Legend()
        self.table = ClaimTable()
        self.list = KeyedView(self.table, "claims", LETTERS)
        self.suggestions = SuggestionList()
        self.first = quiet_button("Go to the group's victories")
        self.empty = EmptyState("", self.first)
        self.nothing = Muted("No result fits the filter.")
        self.foot = FootRow(OFFERS)
        self._stack = QStackedWidget()
        self._faces: dict[str, QWidget] = {}
        self._lay_out()

    @property
    def face(self) -> str:
        """Which face is in view."""
        return next(name for name, widget in self._faces.items() if widget is self._stack.currentWidget())

    def turn(self, face: str) -> None:
        """Shows another face."""
        self._stack.setCurrentWidget(self._faces[face])
        self.foot.setVisible(face in ("matrix", "list"))
        self.legend.setVisible(face == "matrix")
        for widget in (self.filter, self.which, self.summary):
            widget.setVisible(face != "empty")

    def _lay_out(self) -> None:
        self.body.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the results")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(24 * UNIT)
        self.filter.setMaximumWidth(60 * UNIT)
        for place, widget in enumerate((self.filter, self.which, self.period), start=2):
            self.header.insertWidget(place, widget)
        self.list.setItemDelegate(LinesDelegate(self.list))
        self.list.setAccessibleName("Claims, result by result")
        faces = {"matrix": self.matrix, "list": self.list, "suggestions": self.suggestions, "empty": self.empty}
        for name, widget in faces.items():
            self._faces[name] = _held(widget)
            self._stack.addWidget(self._faces[name])
        line = QHBoxLayout()
        line.setSpacing(6 * UNIT)
        line.addWidget(self.summary)
        line.addWidget(self.legend, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.asking)
        self.body.addWidget(self.writing)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.foot)
        self.nothing.hide()


def _held(widget: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    return whole
