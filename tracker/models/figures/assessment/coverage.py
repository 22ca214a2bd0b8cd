"""Who was asked and who answered: what goes with every figure of a self-assessment."""

from tracker.models.figures.assessment.averages import counting, heard
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import several
from tracker.models.records.agency import Agency
from tracker.models.records.stage import Assessment
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Coverage(Value):
    """All agencies in the order in which they joined. `raters` are those who answered anything.

    `not_asked` had a seat on the day of the round; `unknowing` is how many sent nothing but "don't know", and counts
    in neither `raters` nor `answered`.
    """

    raters: int
    answered: tuple[Agency, ...]
    asked: tuple[Agency, ...]
    not_asked: tuple[Agency, ...]
    unknowing: int = 0

    @property
    def waited_for(self) -> tuple[Agency, ...]:
        """Those asked from whom there is no answer yet."""
        return tuple(agency for agency in self.asked if agency not in self.answered)

    @property
    def short(self) -> str:
        """8 raters from 4 of 7 agencies asked."""
        raters = several(self.raters, "rater", "raters")
        if not self.asked:
            return f"{raters} from {several(len(self.answered), 'agency', 'agencies')}"
        return f"{raters} from {len(self.answered)} of {several(len(self.asked), 'agency', 'agencies')} asked"

    @property
    def words(self) -> str:
        """8 raters from 4 of 7 agencies asked; not asked: Health; not counted: 1 rater with only “don't know”."""
        said = self.short
        if self.not_asked:
            said += f"; not asked: {', '.join(agency.called for agency in self.not_asked)}"
        if self.unknowing:
            said += f"; not counted: {several(self.unknowing, 'rater', 'raters')} with only “don't know”"
        return said


def coverage(snapshot: Snapshot, assessment: Assessment) -> Coverage:
    """Who was asked and who answered in a round."""
    ratings = heard(snapshot, assessment)
    counted = counting(ratings)
    answered = {rating.agency_id for rating in counted}
    asked = {*assessment.asked_ids, *(rating.agency_id for rating in ratings)} if assessment.asked_ids else set()
    group_id = assessment.group_id or ""
    seated = agencies_on(snapshot, group_id, assessment.on) if assessment.on and asked else frozenset()
    order = agencies_in_order(snapshot, group_id)
    return Coverage(
        raters=len(counted),
        answered=tuple(agency for agency in order if agency.id in answered),
        asked=tuple(agency for agency in order if agency.id in asked),
        not_asked=tuple(agency for agency in order if agency.id in seated - asked),
        unknowing=len(ratings) - len(counted),
    )
