"""One cell of the matrix: a result, a line, and the claim that stands there; and how it is said in words."""

from tracker.models.dates import shown
from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import ResultRow
from tracker.models.figures.apportioning import percent
from tracker.models.figures.timeline_words import joined
from tracker.models.records.accountability import STRENGTH_WORDS, Mapping, MappingState
from tracker.models.value import Value, value
from tracker.ui.group.amounts import measured


@value
class MatrixCell(Value):
    """`column` is None for a result that stands in the list because nothing is claimed of it."""

    row: ResultRow
    column: LineColumn | None

    @property
    def id(self) -> str:
        """Names the cell."""
        return f"{self.row.id}|{self.column.key if self.column else ''}"

    @property
    def claim(self) -> Mapping | None:
        """The claim that stands there."""
        return self.row.cells.get(self.column.key) if self.column else None

    @property
    def words(self) -> str:
        """The whole cell in a line, for those who listen and for tooltips."""
        where = self.column.words if self.column else "no claim"
        return f"{self.row.result.name}. {where}: {claim_words(self.claim)}"


def claim_words(claim: Mapping | None) -> str:
    """Led, core · essential (4) · share 50% · agreed by the group 26 Jun 2008."""
    if claim is None:
        return "nothing claimed"
    part = ", ".join(each.label.lower() for each in (claim.type, claim.role) if each)
    share = f"share {percent(claim.share_bp)}" if claim.share_bp is not None else "no share"
    basis = claim.share_basis.label.lower() if claim.share_basis and claim.share_bp is not None else ""
    return joined(
        part[:1].upper() + part[1:],
        strength_words(claim.strength),
        f"{share} ({basis})" if basis and basis != "agreed" else share,
        state_words(claim),
    )


def strength_words(strength: int | None) -> str:
    """Essential (4); "" where nothing is said of it."""
    return "" if strength is None else f"{STRENGTH_WORDS[strength]} ({strength})"


def state_words(claim: Mapping) -> str:
    """Agreed by the group 26 Jun 2008."""
    state = claim.state.label.lower() if claim.state else ""
    agreed = claim.state in (MappingState.AGENCY_AGREED, MappingState.GROUP_AGREED)
    return f"{state} {shown(claim.agreed_on)}".strip() if agreed else state


def value_words(row: ResultRow) -> str:
    """12 people, or that it is a story; of a restricted one the title alone may leave."""
    result = row.result
    value = measured(result.value, result.unit) if result.value is not None else "story"
    if result.numerator is not None and result.denominator is not None:
        value = f"{measured(result.numerator, '')} of {measured(result.denominator, result.unit)}"
    return joined("restricted" if row.restricted else "", value)


def left_words(row: ResultRow) -> str:
    """40%, what no agency has as its share; a dot where nothing is agreed."""
    if row.over:
        return percent(row.figures.claimed_bp)
    return "·" if row.left_bp is None else percent(row.left_bp)


def claimed_by_words(row: ResultRow) -> str:
    """5 agencies; "no line" where it counts nowhere."""
    if row.unmapped:
        return "no line" if not row.agencies else f"{row.agencies}, no line"
    return "1 agency" if row.agencies == 1 else f"{row.agencies} agencies"
