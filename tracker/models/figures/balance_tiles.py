"""The five figures at the head of a group's balance, each with the counts and the day behind it."""

from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.chair_check import Chair, ChairCheck
from tracker.models.figures.concentration import FEWEST
from tracker.models.figures.gives_gets import GivesGets
from tracker.models.figures.headline import Headline
from tracker.models.figures.influence import Influence
from tracker.models.figures.share_words import level_with, per_cent, points
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.figures.timeline_words import joined, several
from tracker.models.value import Value, value

# Above so large a share one agency dominates (§4.2).
DOMINATES = Fraction(60, 100)
NOTHING = "–"


@value
class BalanceTile(Value):
    """A caption, a figure and what it rests on. `tone` is "", "warning" or "good"; the words say it too."""

    caption: str
    figure: str
    note: str
    tone: str = ""

    @property
    def words(self) -> str:
        """All of it in a line."""
        return f"{self.caption}: {self.figure} · {self.note}"


def balance_tiles(
    resources: Headline, check: ChairCheck, decides: Influence | None, given_and_got: GivesGets
) -> tuple[BalanceTile, ...]:
    """Largest share of resources, effective partners, chair, largest influence, who gives more than it gains."""
    return (
        _largest(resources),
        _partners(resources),
        _chair(check),
        _influence(decides),
        _gives_more(given_and_got),
    )


def _largest(resources: Headline) -> BalanceTile:
    caption = "Largest share of resources"
    until = f"12 months to {shown(resources.on)}"
    if resources.largest is None or resources.concentration is None:
        return BalanceTile(caption, NOTHING, joined(NOT_ENOUGH, resources.coverage, until))
    shares = resources.concentration.shares.values()
    share = max(shares)
    level = level_with(share, shares)
    note = joined(level, f"of {resources.total_words} delivered", resources.coverage, until)
    tone = "warning" if share > DOMINATES and resources.n >= FEWEST else ""
    return BalanceTile(caption, f"{resources.largest.agency} {resources.largest.per_cent}", note, tone)


def _partners(resources: Headline) -> BalanceTile:
    caption, spread = "Effective partners", resources.concentration
    if spread is None:
        return BalanceTile(caption, NOTHING, joined(NOT_ENOUGH, resources.coverage))
    agencies = several(spread.n, "agency", "agencies")
    if spread.effective_partners is None:
        return BalanceTile(caption, NOTHING, f"shares only: {agencies}, and it takes {FEWEST}")
    partners = f"{spread.effective_partners:.1f}"
    note = joined(f"of {agencies}, resources as if {partners} gave", f"1 ÷ HHI {spread.hhi:.2f}")
    tone = "warning" if 2 * spread.effective_partners < spread.n else ""
    return BalanceTile(caption, f"{partners} of {spread.n}", note, tone)


def _chair(check: ChairCheck) -> BalanceTile:
    caption = "Chair"
    if check.chair is None:
        return BalanceTile(caption, NOTHING, check.words)
    figure = ", ".join(_chair_figure(chair) for chair in check.chairs)
    verdicts = "; ".join(dict.fromkeys(chair.verdict for chair in check.chairs))
    return BalanceTile(caption, figure, joined(verdicts, f"on {shown(check.on)}"), _chair_tone(check.chairs))


def _chair_figure(chair: Chair) -> str:
    return f"{chair.called} {per_cent(chair.resources)}".rstrip()


def _chair_tone(chairs: tuple[Chair, ...]) -> str:
    if any(chair.over_half for chair in chairs):
        return "warning"
    return "good" if all(chair.most_resources is False for chair in chairs) else ""


def _influence(decides: Influence | None) -> BalanceTile:
    caption = "Influence, largest"
    if decides is None:
        return BalanceTile(caption, NOTHING, "no reading yet of who decides")
    row = decides.largest
    level = level_with(row.share, (each.share for each in decides.rows))
    return BalanceTile(caption, f"{row.agency} {per_cent(row.share)}", joined(level, decides.words))


def _gives_more(given_and_got: GivesGets) -> BalanceTile:
    caption, most = "Gives more than it gains", given_and_got.most
    if not given_and_got.rows:
        return BalanceTile(caption, NOTHING, _lower(given_and_got.words))
    if most is None:
        return BalanceTile(caption, "Nobody", given_and_got.words)
    twice = most in given_and_got.giving_more()
    note = joined(
        f"{points(most.gives)} of 100 points given, {points(most.gets)} gained",
        f"{most.gap_before_words} on {given_and_got.before}" if most.gap_before_words else "",
        given_and_got.words,
    )
    return BalanceTile(caption, f"{most.agency} {most.gap_words}", note, "warning" if twice else "")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
