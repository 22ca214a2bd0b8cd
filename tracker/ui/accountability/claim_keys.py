"""What one key does with the chosen claims: at once, or after a line in the page has asked for the rest."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.models.dates import shown
from tracker.models.figures.accountability_matrix import ResultRow
from tracker.models.figures.apportioning import percent
from tracker.models.figures.claim_sentence import proposed_sentence
from tracker.models.mapping_changes import read_share
from tracker.models.mapping_rules import LONGEST_SENTENCE
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Evidence, Mapping, Meeting, Result
from tracker.models.records.accountability import MappingRole, MappingType
from tracker.ui.accountability.cell import MatrixCell
from tracker.ui.accountability.claim_card import evidence_of
from tracker.ui.accountability.claim_deeds import ClaimDeeds
from tracker.ui.accountability.claim_forms import add_evidence, correct_claim, correct_evidence
from tracker.ui.accountability.mapping_card import STRENGTHS
from tracker.ui.accountability.text_asking import TextAsking
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.words import count, in_quotes

_NO_CLAIM = "There is no claim in this cell yet: C makes one."
_NO_MEETING = "none"


class ClaimKeys:
    """Takes a key with the cells that are chosen. What is wrong is said in the page, and nothing is changed."""

    def __init__(self, desk: Desk, parent: QWidget, asking: Asking, writing: TextAsking) -> None:
        self._desk = desk
        self._parent = parent
        self._asking = asking
        self._writing = writing
        self.deeds = ClaimDeeds(desk)

    def press(self, key: str, cells: Sequence[MatrixCell], *, shift: bool = False) -> None:
        """Does what a key stands for with the claims in these cells; with Shift it asks for more."""
        claims = [cell.claim for cell in cells if cell.claim]
        if key == "C":
            self._desk.attempt(lambda: self._claim(cells))
        elif key == "E" and cells:
            self._desk.attempt(lambda: self._split(cells, by_strength=shift))
        elif key == "G" and shift and cells:
            self._desk.attempt(lambda: self._ask_group(_whole_rows(cells)))
        elif key == "V" and cells and (shift or not claims):
            self._show_evidence(cells[0], correct=shift)
        elif not claims:
            self._desk.mistaken.emit(_NO_CLAIM)
        else:
            self._desk.attempt(lambda: self._do(key, claims, other_day=shift))

    def open(self, cell: MatrixCell) -> None:
        """Opens the claim of a cell, or claims it where it is empty."""
        if cell.claim:
            correct_claim(self._desk, self._parent, cell.claim)
        else:
            self.press("C", [cell])

    def _do(self, key: str, claims: Sequence[Mapping], *, other_day: bool) -> None:
        today = self._desk.snapshot.today
        doing: dict[str, Callable[[], object]] = {
            "P": lambda: self._ask_part(claims),
            "S": lambda: self._ask_share(claims),
            "A": lambda: self._ask_day(claims) if other_day else self.deeds.agree_by_agency(claims, today),
            "G": lambda: self._ask_group(claims),
            "D": lambda: self.deeds.dispute(claims),
            "W": lambda: self.deeds.withdraw(claims),
            "N": lambda: self._write_sentence(claims[0]),
            "R": lambda: self._write_rival(claims[0]),
            "V": lambda: add_evidence(self._desk, self._parent, claims[0]),
        }
        if key in STRENGTHS:
            self.deeds.weigh(claims, int(key))
        elif key in doing:
            doing[key]()

    def _claim(self, cells: Sequence[MatrixCell]) -> None:
        if cells and all(cell.column is None for cell in cells):
            raise Mistake("No line is chosen: L looks for lines by the result's words, B goes back to the matrix.")
        # Where several are chosen, those that have a claim stay as they are.
        empty = [cell for cell in cells if cell.claim is None or not cell.claim.live]
        self.deeds.claim([(cell.row, cell.column) for cell in empty or cells if cell.column])

    def _split(self, cells: Sequence[MatrixCell], *, by_strength: bool) -> None:
        rows = _rows(cells)
        if len(rows) > 1:
            raise Mistake("A split is over one result: choose cells of one row.")
        self.deeds.split(rows[0], by_strength=by_strength)

    def _ask_part(self, claims: Sequence[Mapping]) -> None:
        role, part = KeyedCombo("Role", 30), KeyedCombo("Part", 40)
        role.offer([(each.value, each.label) for each in MappingRole], claims[0].role)
        part.offer([(each.value, each.label) for each in MappingType], claims[0].type)
        self._asking.ask(
            f"What part was it? {self._named(claims)}",
            "Keep",
            [("type", "Part", part), ("role", "Role", role)],
            lambda given: self.deeds.part(claims, MappingRole(given["role"]), MappingType(given["type"])),
        )

    def _ask_share(self, claims: Sequence[Mapping]) -> None:
        share = QLineEdit()
        share.setPlaceholderText("40, 33.34, 4000 bp, or empty for none")
        first = claims[0].share_bp
        share.setText("" if first is None else percent(first))
        each = " each" if len(claims) > 1 else ""
        self._asking.ask(
            f"What share{each}? {self._named(claims)}",
            "Keep",
            [("share", "Share, in per cent", share)],
            lambda given: self.deeds.share(claims, read_share(given["share"])),
        )

    def _ask_day(self, claims: Sequence[Mapping]) -> None:
        snapshot = self._desk.snapshot
        self._asking.ask(
            f"Agreed by the agency on which day? {self._named(claims)}",
            "Agency agrees",
            [("on", "Day", DayEdit("The day", snapshot, snapshot.today, past=True))],
            lambda given: self.deeds.agree_by_agency(claims, given["on"]),
        )

    def _ask_group(self, claims: Sequence[Mapping]) -> None:
        """The latest meeting stands there: Enter takes it."""
        if not claims:
            raise Mistake(_NO_CLAIM)
        snapshot = self._desk.snapshot
        result = snapshot.one(Result, claims[0].result_id)
        told = snapshot.of(Meeting, group_id=result.group_id)
        held = sorted((each for each in told if each.on and each.on <= snapshot.today), key=_day, reverse=True)
        which, day = KeyedCombo("Meeting", 50), DayEdit("The day", snapshot, snapshot.today, past=True)
        days = {each.id: each.on for each in held}
        offered = [(each.id, ", ".join(part for part in (shown(each.on), each.place) if part)) for each in held]
        which.offer([*offered, (_NO_MEETING, "At no meeting")], held[0].id if held else _NO_MEETING)
        day.set_day(days.get(which.key, snapshot.today))
        which.currentIndexChanged.connect(lambda: day.set_day(days.get(which.key, snapshot.today)))
        self._asking.ask(
            f"Agreed by the group at which meeting? {self._named(claims)}",
            "Group agrees",
            [("meeting", "Meeting", which), ("on", "Day", day)],
            lambda given: self.deeds.agree_by_group(
                claims, given["on"], None if given["meeting"] == _NO_MEETING else given["meeting"]
            ),
        )

    def _write_sentence(self, claim: Mapping) -> None:
        self._writing.ask(
            f"The sentence for head office. {self._named([claim])}",
            claim.narrative,
            proposed_sentence(self._desk.snapshot, claim),
            LONGEST_SENTENCE,
            lambda text: self.deeds.write_sentence(claim, text),
        )

    def _write_rival(self, claim: Mapping) -> None:
        self._writing.ask(
            f"What else could explain it? {self._named([claim])}",
            claim.rival_explanation,
            "",
            0,
            lambda text: self.deeds.write_rival(claim, text),
        )

    def _show_evidence(self, cell: MatrixCell, *, correct: bool) -> None:
        kept = evidence_of(self._desk.snapshot, cell)
        if not correct:
            self._desk.mistaken.emit(_NO_CLAIM)
        elif not kept:
            self._desk.mistaken.emit("Nothing shows this result yet: V adds evidence to a claim.")
        elif len(kept) == 1:
            correct_evidence(self._desk, self._parent, kept[0], cell.claim)
        else:
            self._ask_evidence(kept, cell.claim)

    def _ask_evidence(self, kept: Sequence[Evidence], claim: Mapping | None) -> None:
        which = KeyedCombo("Which evidence", 50)
        which.offer([(each.id, each.name) for each in kept])
        by_id = {each.id: each for each in kept}

        def correct(chosen: str) -> None:
            self._asking.leave()
            correct_evidence(self._desk, self._parent, by_id[chosen], claim)

        inputs: list[tuple[str, str, QWidget]] = [("which", "Evidence", which)]
        self._asking.ask("Correct which evidence?", "Correct", inputs, lambda given: correct(given["which"]))

    def _named(self, claims: Sequence[Mapping]) -> str:
        if len(claims) > 1:
            return count(len(claims), "claim")
        snapshot, claim = self._desk.snapshot, claims[0]
        return f"{snapshot.called(Agency, claim.agency_id)} on {in_quotes(snapshot.called(Result, claim.result_id))}"


def _rows(cells: Sequence[MatrixCell]) -> list[ResultRow]:
    return list({cell.row.id: cell.row for cell in cells}.values())


def _whole_rows(cells: Sequence[MatrixCell]) -> list[Mapping]:
    """The claims of these rows that count and that the group has not agreed yet."""
    return [claim for row in _rows(cells) for claim in row.to_agree]


def _day(meeting: Meeting) -> date:
    return meeting.on or date.min
