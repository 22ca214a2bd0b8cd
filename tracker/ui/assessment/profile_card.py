"""The plain profile of a round: five stages, or the six domains of a health check, which are never added up."""

from tracker.models.dates import shown
from tracker.models.figures.assessment.assessment_round import AssessmentRound
from tracker.models.figures.assessment.comparison import Comparison
from tracker.models.figures.assessment.health import DomainView, HealthRound
from tracker.models.figures.assessment.question_view import scale
from tracker.ui.assessment.told_lines import ToldLines
from tracker.ui.group.profile_bars import ProfileBars, ProfileRow
from tracker.ui.widgets import Card, Muted

_SIGNS = "Five bars, and no total: the bar is the mean over agencies, a dot is one agency, {named}."
_HEALTH = "Six domains, and no total: a dot is one agency, {named}{median}."
_MEDIAN = "; the figure is the median"
_FIRST = "There is no round before this one to compare with."


class ProfileCard(Card):
    """The picture, and below it what changed since the round before."""

    def __init__(self) -> None:
        super().__init__("Profile")
        self.bars = ProfileBars()
        self._note = Muted()
        self._since = ToldLines()
        self.body.addWidget(self.bars)
        self.body.addWidget(self._note)
        self.body.addWidget(self._since)
        self.body.addStretch(1)

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return [*self.bars.words, self._note.text(), *self._since.words]

    def show_signs(self, told: AssessmentRound, before: Comparison | None) -> None:
        """Shows the profile over the five stages."""
        self.set_title("Profile over the stages")
        self.bars.show_profile(told.profile)
        self._note.setText(_SIGNS.format(named=_named(told.assessment.named)))
        self._compare(before)

    def show_health(self, told: HealthRound, before: Comparison | None) -> None:
        """Shows the six domains."""
        self.set_title("Health check, domain by domain")
        rows = [_domain_row(domain) for domain in told.domains]
        self.bars.show_rows(rows, f"Health check: {told.coverage.words}")
        median = any(domain.median is not None for domain in told.domains)
        note = _HEALTH.format(named=_named(told.assessment.named), median=_MEDIAN if median else "")
        self._note.setText(" ".join((note, f"{_sentence(told.coverage.words)}.", *told.limits)))
        self._compare(before)

    def _compare(self, before: Comparison | None) -> None:
        if before is None:
            self._since.show_parts([("", [("", _FIRST)])])
            return
        moved = [(change.label, change.words or "nobody answered it twice") for change in before.whole]
        notes = [("", words) for words in (f"{before.words}.", before.membership_words) if words]
        self._since.show_parts([(f"Since {shown(before.earlier.on)}", [*moved, *notes])])


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _named(named: bool) -> str:
    return "with its name in the table below" if named else "without its name"


def _domain_row(domain: DomainView) -> ProfileRow:
    figure = "–" if domain.median is None else scale(domain.median)
    dots = tuple(dot.score for dot in domain.dots)
    spread = f"agencies from {scale(dots[0])} to {scale(dots[-1])}" if dots else "too few answers"
    middle = "" if domain.median is None else f"median {figure}, "
    split = f", {domain.split} of {len(domain.questions)} questions split" if domain.split else ""
    return ProfileRow(domain.domain.label, None, figure, dots, f"{middle}{spread}{split}")
