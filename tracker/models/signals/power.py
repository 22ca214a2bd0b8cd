"""Signals of support, and of the balance between agencies (§4.1, §4.2, §6.2)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.chair_check import chairs_on
from tracker.models.figures.need import Urgency
from tracker.models.figures.reading_round import ReadingRound, latest_readings, reading_round
from tracker.models.figures.share_words import per_cent, points
from tracker.models.figures.shares import agencies_on, delivered_values, enough_to_tell, year_before
from tracker.models.figures.timeline_words import dollars, several
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution
from tracker.models.records.reading import Question, Reading
from tracker.models.records.record import Record
from tracker.models.signals.at_table import agencies_now
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.signals.support import SUPPORT_RULES
from tracker.models.value import Value, value

# Under so many agencies only the shares say anything.
_FEWEST = 3


@value
class _Given(Value):
    """What was delivered with a value in 12 months: NZD by agency id, members without any as 0, the largest first."""

    amounts: Mapping[str, Decimal]
    members: int
    with_value: int
    enough: bool

    @property
    def total(self) -> Decimal:
        """In NZD."""
        return sum(self.amounts.values(), Decimal(0))

    @property
    def effective_partners(self) -> Decimal | None:
        """1 / Σs²: as many, of one size, as would give the same picture; None under three agencies."""
        if len(self.amounts) < _FEWEST or not self.total:
            return None
        return self.total * self.total / sum(amount * amount for amount in self.amounts.values())

    @property
    def coverage(self) -> str:
        """6 of 8 agencies have such a value."""
        have = "has" if self.with_value == 1 else "have"
        return f"{self.with_value:,} of {several(self.members, 'agency', 'agencies')} {have} such a value"

    @property
    def too_little(self) -> str:
        """Why there is not enough to tell: 1 of 9 agencies delivered something with a value in the last 12 months."""
        count = f"{self.with_value:,} of" if self.with_value else "None of"
        agencies = several(self.members, "agency", "agencies")
        return f"{count} {agencies} delivered something with a value in the last 12 months"

    def part(self, agency_id: str) -> Fraction:
        """An agency's share, 0 to 1."""
        return Fraction(self.amounts.get(agency_id, Decimal(0))) / Fraction(self.total)


def _given(case: Case) -> _Given:
    today = case.snapshot.today
    members = agencies_on(case.snapshot, case.group.id, today)
    values = delivered_values(case.snapshot, case.group.id, today)
    amounts = {one: values.get(one, Decimal(0)) for one in members | values.keys()}
    return _Given(
        amounts=dict(sorted(amounts.items(), key=lambda pair: (-pair[1], pair[0]))),
        members=len(members),
        with_value=sum(amounts[one] > 0 for one in members),
        enough=enough_to_tell(values, members),
    )


def _behind(case: Case, agency_id: str) -> list[Record]:
    """The agency, and what it delivered with a value in 12 months, the largest first."""
    today, after = case.snapshot.today, year_before(case.snapshot.today)
    given = [
        one
        for one in case.snapshot.of(Contribution, group_id=case.group.id)
        if one.agency_id == agency_id and one.value_nzd and one.delivered_on and after < one.delivered_on <= today
    ]
    given.sort(key=lambda one: (-(one.value_nzd or 0), one.id))
    return [case.snapshot.one(Agency, agency_id), *given]


def _chair_holds_most(case: Case) -> Finding:
    chairs = chairs_on(case.snapshot, case.group.id, case.snapshot.today)
    if not chairs:
        return not_enough("Nobody has the chair")
    holders = list(dict.fromkeys(chair.agency_id for chair in chairs if chair.agency_id))
    if not holders:
        return not_enough("It is not noted for which agency the chair sits")
    given = _given(case)
    if not given.enough:
        return not_enough(given.too_little)
    most = [one for one in holders if 100 * given.part(one) > case.limit("chair_share")]
    if not most:
        return NOT_SEEN
    called, share = case.snapshot.called(Agency, most[0]), given.part(most[0])
    figures = f"{called} has the chair and gave {_share_words(share, given)}"
    return seen(figures, *_behind(case, most[0]), weight=round(100 * share))


def _one_dominates(case: Case) -> Finding:
    given = _given(case)
    if not given.enough:
        return not_enough(given.too_little)
    if given.members < 2 and len(given.amounts) < 2:
        return not_enough("Only one agency is counted")
    largest = next(iter(given.amounts))
    share, partners = given.part(largest), given.effective_partners
    over = 100 * share > case.limit("dominant_share")
    few = partners is not None and 100 * partners < case.limit("partners_part") * len(given.amounts)
    if not over and not few:
        return NOT_SEEN
    figures = f"{case.snapshot.called(Agency, largest)} gave {_share_words(share, given)}"
    if partners is not None:
        figures += f"; {len(given.amounts):,} agencies, and resources as if there were {partners:.1f}"
    return seen(figures, *_behind(case, largest), weight=round(100 * share))


def _share_words(share: Fraction, given: _Given) -> str:
    total = dollars(given.total.quantize(Decimal(1)))
    return f"{per_cent(share)} of {total} delivered in the last 12 months ({given.coverage})"


@value
class _Reading(Value):
    """Who gives and who gains, as the group read it once; the days may differ."""

    gives: ReadingRound
    gets: ReadingRound

    def gap(self, agency_id: str) -> Fraction:
        """Share given less share gained, −1 to 1; 0 for an agency that was not there to be rated both times."""
        if agency_id not in self.gives.rated or agency_id not in self.gets.rated:
            return Fraction(0)
        return self.gives.share(agency_id) - self.gets.share(agency_id)

    def words(self, agency_id: str) -> str:
        """40 points given and 20 gained (2 May 2008, by 5 agencies)."""
        days = dict.fromkeys(shown(one.on) for one in (self.gives, self.gets))
        raters = several(min(len(self.gives.views), len(self.gets.views)), "agency", "agencies")
        given, got = points(self.gives.share(agency_id)), points(self.gets.share(agency_id))
        return f"{given} points given and {got} gained ({' and '.join(days)}, by {raters})"


def _gives_more(case: Case) -> Finding:
    gives, gets = (_latest(case, question) for question in (Question.GIVES, Question.GAINS))
    if len(gives) < 2 or len(gets) < 2:
        there = "one reading so far" if gives and gets else "no reading of both yet"
        return not_enough(f"Two readings are needed of who gives and who gains: there is {there}")
    agencies, now = agencies_now(case), _reading(case, gives[0], gets[0])
    # Most groups are done with the latest; who no longer stands above it need not be looked for in the one before.
    above = _above(case, agencies, now)
    before = _reading(case, gives[1], gets[1]) if above else None
    above = _above(case, above, before)
    if not above or now is None or before is None:
        return NOT_SEEN
    told = [f"{one.called}: {now.words(one.id)}, and before that {before.words(one.id)}" for one in above]
    gap = max(now.gap(one.id) for one in above)
    return seen("; ".join(told), *above, *gives[0], *gets[0], weight=round(100 * gap))


def _latest(case: Case, question: Question) -> tuple[list[Reading], ...]:
    return latest_readings(case.snapshot, case.group.id, question, case.snapshot.today)[0]


def _reading(case: Case, gives: Sequence[Reading], gets: Sequence[Reading]) -> _Reading | None:
    given, got = (reading_round(case.snapshot, case.group.id, each) for each in (gives, gets))
    return _Reading(given, got) if given and got else None


def _above(case: Case, agencies: Sequence[Agency], reading: _Reading | None) -> list[Agency]:
    """Those whose share given lies so many points above what they gained."""
    least = Fraction(case.limit("give_gap"), 100)
    return [agency for agency in agencies if reading and reading.gap(agency.id) >= least]


POWER_RULES: tuple[Rule, ...] = (
    *SUPPORT_RULES,
    Rule(
        key="chair_holds_most",
        title="Chair holds most of the resources",
        section="4.2",
        why=(
            "Who brings the most is heard anyway. With the chair as well there is no counterweight: another agency in "
            "the chair keeps the others speaking."
        ),
        action="See balance",
        tab="balance",
        urgency=Urgency.LATER,
        look=_chair_holds_most,
        limits=(Limit("chair_share", "The chair's agency gives over", Decimal(50), "%", Decimal(1), Decimal(100)),),
    ),
    Rule(
        key="one_dominates",
        title="One agency dominates",
        section="4.2",
        why=(
            "Resources that lie with one agency may suit the work. What is left unsaid about it turns into resentment, "
            "so put it on the table and agree what the group does about it."
        ),
        action="See balance",
        tab="balance",
        urgency=Urgency.LATER,
        look=_one_dominates,
        limits=(
            Limit("dominant_share", "The largest share is over", Decimal(60), "%", Decimal(1), Decimal(100)),
            Limit(
                "partners_part",
                "Effective partners, of all agencies, under",
                Decimal(50),
                "%",
                Decimal(1),
                Decimal(100),
            ),
        ),
    ),
    Rule(
        key="gives_more",
        title="Giving more than it gets",
        section="4.1",
        why=(
            "An agency stays while the work pays for it too. One that gives for long without getting will be asked at "
            "home what it is for, so look for what it could gain before it goes."
        ),
        action="See balance",
        tab="balance",
        urgency=Urgency.SOON,
        look=_gives_more,
        limits=(
            Limit("give_gap", "Given above gained, twice running", Decimal(15), "points", Decimal(1), Decimal(100)),
        ),
    ),
)
