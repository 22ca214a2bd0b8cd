"""The chosen cell told in full: the claim, what to know of it, the result's sums, and the line's scope at hand."""

from tracker.models.dates import shown
from tracker.models.figures.apportioning import percent
from tracker.models.figures.claim_sentence import proposed_sentence
from tracker.models.figures.timeline_words import joined, number
from tracker.models.mapping_rules import LONGEST_SENTENCE, warnings_of
from tracker.models.records import Evidence, Mapping, Measure, Meeting, SharedOutcome
from tracker.models.snapshot import Snapshot
from tracker.ui.accountability.cell import MatrixCell, claim_words
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import UNIT

# The matrix needs the room more.
_FLAT_HEIGHT, _LOW_HEIGHT = 33 * UNIT, 28 * UNIT
_NOTHING = "Nothing is claimed here."


class ClaimCard(StoryCard):
    """Lies under the matrix, or stands beside it where there is room."""

    def __init__(self) -> None:
        super().__init__("The claim", facts=5)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat, low)
        if flat:
            self.setFixedHeight(_LOW_HEIGHT if low else _FLAT_HEIGHT)

    def show_cell(self, snapshot: Snapshot, cell: MatrixCell) -> None:
        """Tells of a cell."""
        row, claim, column = cell.row, cell.claim, cell.column
        hint = f" C claims it for {column.agency}." if column else " L looks for lines by its words."
        warnings = " ".join(warnings_of(snapshot, claim)) if claim else ""
        part = row.figures.apportioned(claim) if claim else None
        own = ""
        if claim and claim.share_bp is not None and part is not None:
            own = f"{percent(claim.share_bp)} of it is {number(round(part, 4))} {row.result.unit}".rstrip()
        self.tell(
            f"{column.words if column else 'No claim yet'}. {row.result.name}",
            (
                (f"{claim_words(claim)}{f' · {own}' if own else ''}" if claim else f"{_NOTHING}{hint}", ""),
                (warnings, "warning"),
                (row.once_words, ""),
                (row.share_words, "danger" if row.over else ""),
                (row.identity_words, ""),
            ),
            _lines_of(snapshot, cell),
        )


def _lines_of(snapshot: Snapshot, cell: MatrixCell) -> list[tuple[str, str]]:
    claim, line = cell.claim, cell.column.line if cell.column else None
    lines: list[tuple[str, str]] = []
    if claim:
        sentence = " ".join(claim.narrative.split())
        if sentence:
            lines.append((f"Sentence\n{len(sentence)} of {LONGEST_SENTENCE}", sentence))
        else:
            lines.append(("Proposed\nN takes it up", proposed_sentence(snapshot, claim)))
    if line:
        lines.append(("Scope", " ".join(line.scope.split()) or "None is kept with this line: look it up."))
    if claim:
        lines += _claim_lines(snapshot, claim)
    elif cell.row.result.narrative:
        lines.append(("Story", " ".join(cell.row.result.narrative.split())))
    lines += [("Evidence", _evidence_words(each)) for each in evidence_of(snapshot, cell)]
    if line:
        about = joined(line.vote and f"Vote {line.vote}", line.name if line.category_name else "")
        amount = f"${line.amount_000:,} thousand, as context alone" if line.amount_000 is not None else ""
        lines.append(("Line", joined(about, amount, line.administering_agency)))
    return lines


def evidence_of(snapshot: Snapshot, cell: MatrixCell) -> list[Evidence]:
    """What shows the result and the claim, the best first."""
    claim = cell.claim
    found = [*snapshot.of(Evidence, result_id=cell.row.id)]
    if claim:
        found += [each for each in snapshot.of(Evidence, mapping_id=claim.id) if each not in found]
    return sorted(found, key=lambda each: each.grade.rank if each.grade else 9)


def _claim_lines(snapshot: Snapshot, claim: Mapping) -> list[tuple[str, str]]:
    meeting = snapshot.find(Meeting, claim.agreed_meeting_id)
    measure = snapshot.find(Measure, claim.measure_id)
    outcome = snapshot.find(SharedOutcome, claim.outcome_id)
    told = [
        ("Agreed", f"at the meeting of {shown(meeting.on)}" if meeting else ""),
        ("Explained\notherwise", " ".join(claim.rival_explanation.split())),
        ("Measure", joined(measure.code, measure.text) if measure else ""),
        ("Outcome", outcome.title if outcome else ""),
    ]
    return [(caption, words) for caption, words in told if words]


def _evidence_words(evidence: Evidence) -> str:
    grade = evidence.grade.label if evidence.grade else ""
    return joined(evidence.name, shown(evidence.on), evidence.reference, grade)
