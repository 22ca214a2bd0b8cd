"""What the checks of a return found: each in its sentence, with a way to what it is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.icons import icon
from tracker.ui.returns.query_row import QueryRow
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Card, label, link_button
from tracker.ui.words import count

if TYPE_CHECKING:
    # Loaded when the page asks for its first return, not for its window.
    from tracker.reports.finding import Finding

# More warnings stand on the return's own Checks sheet; a card is for what comes first.
_MOST = 60
# From this height on the checks that passed are listed as well.
_ROOMY = 110 * UNIT
_LOOKS = {
    "error": ("circle-alert", "danger", "Error"),
    "query": ("circle-help", "warning", "Query"),
    "warning": ("info", "muted", "Warning"),
    "pass": ("circle-check", "good", "Passed"),
}


class ChecksCard(Card):
    """Errors stop signing, queries are explained in place, warnings inform. What passed is one line, opened on request.

    `explained` carries a query and what was typed about it, which is "" to take it back.
    """

    followed = Signal(object)
    explained = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Checks")
        self._findings: Sequence[Finding] = ()
        self._queries: list[QueryRow] = []
        self._open = False
        # Until somebody turns it, the list of what passed is open where it has room.
        self._turned = False
        self._words = ""
        self._inside = QWidget()
        self._inside.setProperty("look", "page")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, UNIT, 0)
        self._rows.setSpacing(UNIT)
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        area.setAccessibleName("Checks")
        self._area = area
        self.body.addWidget(area, 1)

    @property
    def findings(self) -> Sequence["Finding"]:
        """What was found, errors first."""
        return self._findings

    @property
    def title(self) -> str:
        """What stands over them: how many of each severity."""
        return self._words

    def show_findings(self, findings: Sequence["Finding"]) -> None:
        """Shows other findings; where only explanations changed, what is there stays, and the keyboard with it."""
        same = _kinds_of(findings) == _kinds_of(self._findings)
        self._findings = findings
        if same and self._queries:
            self._show_explanations()
        else:
            self._fill()

    @property
    def queries(self) -> Sequence["QueryRow"]:
        """The rows of the queries."""
        return self._queries

    def _show_explanations(self) -> None:
        shown = {row.finding.key: row for row in self._queries}
        for finding in self._findings:
            if finding.key in shown:
                shown[finding.key].show_finding(finding)
        self._say_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().height() >= _ROOMY
        if not self._turned and roomy is not self._open:
            self._open = roomy
            self._fill()

    def _fill(self) -> None:
        for query in self._queries:
            # A line that goes is not left by the person.
            query.edit.blockSignals(True)
        self._queries = []
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        passed = [finding for finding in self._findings if finding.severity == "pass"]
        troubles = [finding for finding in self._findings if finding.severity != "pass"]
        self._say_title()
        # What stands in the way of signing is all here; of the rest what comes first.
        most = max(_MOST, sum(finding.severity != "warning" for finding in troubles))
        for finding in troubles[:most]:
            self._rows.addWidget(self._row(finding))
        if len(troubles) > most:
            more = count(len(troubles) - most, "more stands", "more stand")
            self._rows.addWidget(_line("info", f"{more} on the sheet Checks of the return."))
        if passed:
            self._rows.addWidget(self._passed_row(len(passed)))
            if self._open:
                for finding in passed:
                    self._rows.addWidget(_line("pass", finding.rule))
        self._rows.addStretch(1)
        self._set_tab_order()

    def _say_title(self) -> None:
        troubles = [finding for finding in self._findings if finding.severity != "pass"]
        self._words = _title(troubles, len(self._findings))
        self.set_title(self._words)

    def _set_tab_order(self) -> None:
        """Links that are made anew would come last of all on the page."""
        before: QWidget = self._area
        for place in range(self._rows.count()):
            item = self._rows.itemAt(place)
            row = item.widget() if item else None
            inside = [*row.findChildren(QPushButton), *row.findChildren(QLineEdit)] if row else []
            for link in inside:
                QWidget.setTabOrder(before, link)
                before = link

    def _row(self, finding: "Finding") -> QWidget:
        return self._query(finding) if finding.severity == "query" else self._plain_row(finding)

    def _query(self, finding: "Finding") -> QWidget:
        row = QueryRow(finding)
        row.followed.connect(self.followed)
        row.kept.connect(self.explained)
        row.finished.connect(self._go_on)
        self._queries.append(row)
        return row

    def _go_on(self, row: QueryRow) -> None:
        """To the next query that nobody has explained, if there is one."""
        place = self._queries.index(row)
        for following in (*self._queries[place + 1 :], *self._queries[:place]):
            if not following.explained:
                following.edit.setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(following)
                return

    def _plain_row(self, finding: "Finding") -> QWidget:
        about = f"“{finding.item}”: " if finding.item else ""
        row = _line(finding.severity.value, f"{about}{finding.message}")
        if finding.record is not None or finding.result_id:
            link = link_button("show")
            link.setAccessibleName(f"Show what this is about: {finding.item or finding.message}")
            link.clicked.connect(lambda: self.followed.emit(finding))
            layout = row.layout()
            assert layout is not None
            layout.addWidget(link)
            layout.setAlignment(link, Qt.AlignmentFlag.AlignTop)
        return row

    def _passed_row(self, number: int) -> QWidget:
        row = _line("pass", f"{count(number, 'check')} passed")
        link = link_button("hide" if self._open else "list")
        link.setAccessibleName("Hide the checks that passed" if self._open else "List the checks that passed")
        link.clicked.connect(self._turn)
        layout = row.layout()
        assert layout is not None
        layout.addWidget(link)
        return row

    def _turn(self) -> None:
        self._open, self._turned = not self._open, True
        self._fill()


def _line(severity: str, words: str) -> QWidget:
    sign, tone, name = _LOOKS.get(severity, _LOOKS["warning"])
    row = QWidget()
    row.setProperty("look", "page")
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * UNIT)
    mark = QLabel()
    mark.setPixmap(icon(sign, getattr(current(), tone), 16).pixmap(16, 16))
    mark.setToolTip(name)
    mark.setAccessibleName(name)
    text = label(words)
    text.setWordWrap(True)
    text.setAccessibleName(f"{name}: {words}")
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    return row


def _counted(troubles: Sequence["Finding"], one: str, many: str, number: int) -> str:
    """How many there are; of queries how many nobody has explained, once somebody has begun."""
    explained = sum(bool(finding.explanation) for finding in troubles)
    if one != "query" or not explained:
        return count(number, one, many)
    left = number - explained
    return f"{count(left, one, many)} open" if left else f"{count(number, one, many)} explained"


def _kinds_of(findings: Sequence["Finding"]) -> list[tuple[str, ...]]:
    return [(finding.severity.value, *finding.key) for finding in findings]


def _title(troubles: Sequence["Finding"], total: int) -> str:
    if not total:
        return "Checks"
    words = (("error", "error", "errors"), ("query", "query", "queries"), ("warning", "warning", "warnings"))
    numbers = [(sum(finding.severity == kind for finding in troubles), one, many) for kind, one, many in words]
    said = ", ".join(_counted(troubles, one, many, number) for number, one, many in numbers if number)
    return f"Checks   {said or 'all passed'}"
