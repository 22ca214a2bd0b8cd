"""Suggesting lines for a result and claiming one of them: by the member that answers for it, or by who is named."""

from PySide6.QtCore import QObject, Signal

from tracker.models.figures.accountability_columns import LineColumn, lines_of_year
from tracker.models.figures.accountability_matrix import AccountabilityMatrix
from tracker.models.figures.line_suggestions import LineSuggestion, asked_words, line_suggestions
from tracker.models.records import Agency, Line, Membership
from tracker.ui.accountability.cell import MatrixCell
from tracker.ui.accountability.claim_card import ClaimCard
from tracker.ui.accountability.claim_deeds import ClaimDeeds
from tracker.ui.accountability.mapping_card import MappingCard
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk

# So many lines are looked at; those of other years are among them.
_LOOKED_AT = 400


class Suggesting(QObject):
    """`claimed` carries the result's id and the column's key of what was claimed."""

    claimed = Signal(str, str)

    def __init__(self, desk: Desk, card: MappingCard, story: ClaimCard, deeds: ClaimDeeds) -> None:
        super().__init__()
        self._desk = desk
        self._card = card
        self._story = story
        self._deeds = deeds
        self._cell: MatrixCell | None = None
        card.suggestions.chosen.connect(self._claim)
        card.suggestions.view.chosen.connect(self._tell)

    def show(self, matrix: AccountabilityMatrix, cell: MatrixCell) -> None:
        """Shows the lines that share words with a cell's result."""
        self._cell = cell
        snapshot = self._desk.snapshot
        ranked = self._desk.office.ranked(Line, asked_words(cell.row.result), _LOOKED_AT)
        found = line_suggestions(snapshot, matrix, cell.row, ranked, lines_of_year(snapshot, matrix.period))
        self._card.suggestions.show_suggestions(cell, found)
        self._card.turn("suggestions")
        self._card.suggestions.take_focus()
        self._tell(self._card.suggestions.view.chosen_row)

    def _tell(self, suggestion: LineSuggestion | None) -> None:
        """The scope of a suggested line at hand, before somebody claims it."""
        if suggestion and self._cell and self._card.face == "suggestions":
            column = self._column(suggestion, next(iter(suggestion.agency_ids), ""))
            self._story.show_cell(self._desk.snapshot, MatrixCell(self._cell.row, column))

    def _claim(self, suggestion: LineSuggestion) -> None:
        if len(suggestion.agency_ids) == 1:
            self._desk.attempt(lambda: self._keep(suggestion, suggestion.agency_ids[0]))
        else:
            self._ask(suggestion)

    def _ask(self, suggestion: LineSuggestion) -> None:
        """Asks which agency claims: of several that answer for it, or of all members where none does."""
        assert self._cell is not None
        snapshot, whose = self._desk.snapshot, KeyedCombo("Agency", 40)
        seats = snapshot.of(Membership, group_id=self._cell.row.result.group_id)
        ids = suggestion.agency_ids or tuple(dict.fromkeys(seat.agency_id for seat in seats if seat.agency_id))
        whose.offer([(each, snapshot.called(Agency, each)) for each in ids])
        self._card.asking.ask(
            f"Which agency claims {suggestion.line.code} {suggestion.line.shown_name}?",
            "Claim",
            [("agency", "Agency", whose)],
            lambda given: self._keep(suggestion, given["agency"]),
        )

    def _keep(self, suggestion: LineSuggestion, agency_id: str) -> None:
        assert self._cell is not None
        column = self._column(suggestion, agency_id)
        self._deeds.claim([(self._cell.row, column)])
        self.claimed.emit(self._cell.row.id, column.key)

    def _column(self, suggestion: LineSuggestion, agency_id: str) -> LineColumn:
        agency, line = self._desk.snapshot.find(Agency, agency_id), suggestion.line
        called, code = (agency.called, agency.code) if agency else (line.administering_agency, "")
        return LineColumn(agency_id, called, code, line, in_use=False, fed=False, seated=True)
