"""A group's Accountability: shared results on each agency's own lines, and what head office reads (§4.2, §6.2)."""

from PySide6.QtWidgets import QVBoxLayout

from tracker.models.figures.accountability_matrix import (
    AccountabilityMatrix,
    ResultRow,
    accountability_matrix,
    periods_with_results,
    usual_period,
)
from tracker.models.folding import folded
from tracker.models.period import Period, period_of, read_period
from tracker.models.records import (
    Agency,
    Evidence,
    Framework,
    Group,
    Line,
    Mapping,
    Measure,
    Meeting,
    Membership,
    Result,
    SharedOutcome,
)
from tracker.ui.accountability.cell import MatrixCell
from tracker.ui.accountability.claim_card import ClaimCard
from tracker.ui.accountability.claim_keys import ClaimKeys
from tracker.ui.accountability.mapping_card import LETTERS, WHICH, MappingCard
from tracker.ui.accountability.suggesting import Suggesting
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place

_NO_RESULT = (
    "Once the group has results of {period}, they stand here beside the lines that its agencies answer for (§4.2). "
    "Results are told as victories."
)
_NO_AGENCY = "The lines of the group's agencies stand here: it begins with the agencies at the table."


class AccountabilityTab(Page):
    """The matrix first; B turns to the same facts as a list, T to all lines, L to what the words suggest."""

    kinds = frozenset(
        {Result, Mapping, Evidence, Line, Framework, Measure, SharedOutcome, Agency, Membership, Meeting, Group}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._period: Period | None = None
        self._matrix: AccountabilityMatrix | None = None
        self._all_lines = False
        self._face = "matrix"
        self.card = MappingCard()
        self.story = ClaimCard()
        self.keys = ClaimKeys(desk, self, self.card.asking, self.card.writing)
        self.suggesting = Suggesting(desk, self.card, self.story, self.keys.deeds)
        self._box = StoryBox(self.card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self._connect()

    @property
    def heading(self) -> str:
        return "Accountability"

    @property
    def matrix(self) -> AccountabilityMatrix | None:
        """What is shown, whole; None before the first group."""
        return self._matrix

    @property
    def chosen(self) -> list[MatrixCell]:
        """The chosen cells, row by row."""
        if self._face == "list":
            return self.card.list.chosen_rows
        return self.card.matrix.cells

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id:
            self._group_id, self._period, self._all_lines = place.group_id, None, False
            self.card.filter.clear()
            self.card.which.choose("all")
            self.card.asking.leave()
            self.card.writing.leave()
        if place.record_id:
            self._lead_to(place.record_id)
        else:
            self.refill()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        self._period = self._period or usual_period(snapshot, self._group_id)
        offered = list(periods_with_results(snapshot, self._group_id))
        if self._period not in offered:
            offered.append(self._period)
        self.card.period.offer([(each.label, each.label) for each in offered], self._period.label)
        self._matrix = accountability_matrix(snapshot, self._group_id, self._period)
        self._offer(self._matrix)
        self._fill()

    def take_focus(self) -> None:
        """Gives the keyboard to the matrix or its list, so that the keys work at once; to a button if it is empty."""
        faces = {"matrix": self.card.matrix, "list": self.card.list, "empty": self.card.first}
        if self.card.face == "suggestions":
            self.card.suggestions.take_focus()
        else:
            faces[self.card.face].setFocus()

    def press(self, key: str, shift: bool = False) -> None:
        """Does what a key stands for with the cells that are chosen."""
        if key == "T":
            self._all_lines = not self._all_lines
            self._fill()
        elif key == "B":
            self._turn("matrix" if self._face == "list" else "list")
        elif key == "U":
            self.card.which.choose("all" if self.card.which.key == "unmapped" else "unmapped")
            self._fill()
        elif not self.chosen:
            return
        elif key == "L" and self._matrix:
            self.suggesting.show(self._matrix, self.chosen[0])
        elif key == "Enter":
            self.keys.open(self.chosen[0])
        else:
            self.keys.press(key, self.chosen, shift=shift)

    def _connect(self) -> None:
        card = self.card
        card.filter.textChanged.connect(self._fill)
        card.which.currentIndexChanged.connect(self._fill)
        card.period.currentIndexChanged.connect(self._choose_period)
        card.matrix.moved.connect(self._show_chosen)
        card.list.selectionModel().selectionChanged.connect(self._show_chosen)
        for view in (card.matrix, card.list):
            view.key_typed.connect(self.press)
            view.opened.connect(lambda *_: self.press("Enter"))
        card.foot.chosen.connect(self.press)
        card.suggestions.left.connect(self._go_back)
        self.suggesting.claimed.connect(self._show_claimed)
        card.first.clicked.connect(self._begin)
        for asking in (card.asking, card.writing):
            asking.opened.connect(lambda: self._box.make_room(True))
            asking.closed.connect(self._go_on)

    def _offer(self, matrix: AccountabilityMatrix) -> None:
        """What the results can be narrowed to, each with its count."""
        counts = {key: sum(_fits(row, key) for row in matrix.rows) for key, _ in WHICH}
        words = [(key, f"{told}: {counts[key]:,}" if key != "all" else told) for key, told in WHICH]
        self.card.which.offer(words)

    def _fill(self) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        rows = self._rows(matrix)
        columns = matrix.columns if self._all_lines else matrix.used
        self.card.summary.set_text(matrix.words)
        self.card.foot.buttons["T"].setText(f"{'Lines in use' if self._all_lines else 'All lines'}   T")
        self.card.foot.arrange()
        self.card.matrix.show_matrix(matrix, rows, columns)
        self._fill_list(rows)
        empty = not matrix.rows or not matrix.columns
        self.card.empty.say(_NO_AGENCY if matrix.rows else _NO_RESULT.format(period=matrix.period.label))
        self.card.first.setText("Go to the group's people" if matrix.rows else "Go to the group's victories")
        self.card.nothing.setVisible(not rows and not empty)
        if self.card.face != "suggestions" or empty:
            self.card.turn("empty" if empty else self._face)
        self._show_chosen()

    def _fill_list(self, rows: list[ResultRow]) -> None:
        """The list of thousands of claims is made when it is looked at."""
        if self._matrix and self._face == "list":
            self.card.table.show_claims(rows, self._matrix.columns)
            self.card.list.choose_first()

    def _rows(self, matrix: AccountabilityMatrix) -> list[ResultRow]:
        words = folded(self.card.filter.text()).split()
        rows = [row for row in matrix.rows if _fits(row, self.card.which.key)]
        return [row for row in rows if all(word in _told(matrix, row) for word in words)] if words else rows

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._box.show_story(bool(chosen) and self.card.face != "empty")
        always = {"T", "B", "U"}
        if not chosen:
            self.card.foot.allow(always)
            return
        self.story.show_cell(self.desk.snapshot, chosen[0] if self._face == "list" else _at(self.card) or chosen[0])
        claims = [cell.claim for cell in chosen if cell.claim]
        fits = always | {"L", "Enter"}
        fits |= {"C"} if any(cell.column and not (cell.claim and cell.claim.live) for cell in chosen) else set()
        fits |= {"E"} if chosen[0].row.figures.mappings else set()
        fits |= set(LETTERS) - {"C", "E"} if claims else set()
        self.card.foot.allow(fits)

    def _turn(self, face: str) -> None:
        """To the list and back; what was chosen stays chosen."""
        chosen = self.chosen[:1]
        self._face = face
        if self._matrix:
            self._fill_list(self._rows(self._matrix))
        self.card.turn(face if self._matrix and self._matrix.rows else "empty")
        for cell in chosen:
            if face == "list":
                self.card.list.choose(cell.id)
            elif cell.column:
                self.card.matrix.choose(cell.row.id, cell.column.key)
        self.take_focus()
        self._show_chosen()

    def _choose_period(self) -> None:
        self._period = read_period(self.card.period.key)
        self.refill()

    def _show_claimed(self, row_id: str, column_key: str) -> None:
        """To the cell that was claimed from the suggestions."""
        self.card.turn(self._face)
        self.card.matrix.choose(row_id, column_key)
        self.card.list.choose(f"{row_id}|{column_key}")
        self.take_focus()

    def _go_back(self) -> None:
        self.card.turn(self._face)
        self._show_chosen()
        self.take_focus()

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.take_focus()

    def _begin(self) -> None:
        rows = bool(self._matrix and self._matrix.rows)
        self.desk.go(Place("group", self._group_id, "people" if rows else "victories"))

    def _lead_to(self, identity: str) -> None:
        """To the cell of a claim or of what shows it, the row of a result, or the column of a line."""
        snapshot = self.desk.snapshot
        evidence = snapshot.find(Evidence, identity)
        claim = snapshot.find(Mapping, (evidence.mapping_id if evidence else None) or identity)
        result_id = claim.result_id if claim else (evidence.result_id if evidence else None) or identity
        result = snapshot.find(Result, result_id)
        self.card.filter.clear()
        self.card.which.choose("all")
        if result and result.on:
            year = period_of(result.on).year
            self._period = self._period if self._period and result.on in self._period else year
        self.refill()
        if result:
            key = f"{claim.agency_id or ''}|{claim.line_id or ''}" if claim else ""
            self.card.matrix.choose(result.id, key)
            self.card.list.choose(f"{result.id}|{key}")
        elif snapshot.find(Line, identity):
            self._lead_to_line(identity)
        self.take_focus()

    def _lead_to_line(self, line_id: str) -> None:
        for all_lines in (self._all_lines, True):
            self._all_lines = all_lines
            self._fill()
            for place, column in enumerate(self.card.matrix.columns):
                if column.line and column.line.id == line_id:
                    self.card.matrix.go_to(0, place)
                    return


def _fits(row: ResultRow, which: str) -> bool:
    wanted = {"unmapped": row.unmapped, "agree": bool(row.to_agree), "over": row.over, "disputed": row.disputed}
    return wanted.get(which, True)


def _told(matrix: AccountabilityMatrix, row: ResultRow) -> str:
    columns = [column for key in row.cells if (column := matrix.column_by_key.get(key))]
    return folded(f"{row.result.name} {' '.join(column.words for column in columns)}")


def _at(card: MappingCard) -> MatrixCell | None:
    return card.matrix.cell
