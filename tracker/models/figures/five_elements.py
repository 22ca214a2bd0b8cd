"""How a group answers together: the five elements from what is recorded already, and the gaps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.context_gaps import untold_risks
from tracker.models.figures.need import Lead
from tracker.models.figures.promises import promises
from tracker.models.figures.seats_on import roles_on
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import several
from tracker.models.guidance.elements import (
    DISCUSSION,
    INFORMATION,
    OBJECTIVES,
    TROUBLE,
    UNDERSTAND,
    ElementHelp,
)
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.membership import Membership, RoleName
from tracker.models.records.outcome import Indicator, IndicatorValue, SharedOutcome, ValueKind
from tracker.models.records.outlook import Practice, PracticeName, PracticeState, SenseMaking
from tracker.models.records.reading import Accommodation, Question, Reading
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import FriendNote, Review
from tracker.models.records.risk import Risk
from tracker.models.records.stage import Assessment
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_YEAR = timedelta(days=365)


@value
class ElementPoint(Value):
    """One thing an element rests on: whether it is there, in words, and where in the group it is seen to."""

    there: bool
    text: str
    tab: str


@value
class Element(Value):
    """One element with its points; `gaps` are those that are not there."""

    help: ElementHelp
    points: tuple[ElementPoint, ...]

    @property
    def gaps(self) -> tuple[ElementPoint, ...]:
        """What is not there."""
        return tuple(point for point in self.points if not point.there)

    @property
    def words(self) -> str:
        """3 of 4 are there."""
        return f"{len(self.points) - len(self.gaps)} of {len(self.points)} there"


@value
class FiveElements(Value):
    """The five elements of a group on a day."""

    group_id: str
    group: str
    on: date
    elements: tuple[Element, ...]

    @property
    def words(self) -> str:
        """14 of 19 there, 5 gaps."""
        points = sum(len(element.points) for element in self.elements)
        gaps = sum(len(element.gaps) for element in self.elements)
        return f"{points - gaps} of {points} there, {several(gaps, 'gap', 'gaps') if gaps else 'no gap'}"

    def place(self, point: ElementPoint) -> Lead:
        """Where a point is seen to."""
        return Lead("group", self.group_id, point.tab)


def five_elements(snapshot: Snapshot, group_id: str, on: date | None = None) -> FiveElements:
    """The five elements on a day (today if none). Raises KeyError if there is no such group."""
    look = _Look(snapshot, snapshot.one(Group, group_id), on or snapshot.today)
    elements = tuple(Element(help, tuple(points(look))) for help, points in _POINTS)
    return FiveElements(group_id, look.group.name, look.day, elements)


class _Look:
    """A group on a day, and what was recorded of it by then."""

    def __init__(self, snapshot: Snapshot, group: Group, day: date) -> None:
        self.snapshot = snapshot
        self.group = group
        self.day = day
        seats = snapshot.of(Membership, group_id=group.id)
        self.members = {seat.agency_id for seat in seats if seat.active_on(day)}

    def dated(self, kind: type[Record], since: date | None = None) -> list[Record]:
        """What was recorded by the day, or between `since` and it, oldest first."""
        first = since or date.min
        found = [each for each in self.snapshot.of(kind, group_id=self.group.id) if first < _on(each) <= self.day]
        return sorted(found, key=lambda each: (_on(each), each.id))

    def practice(self, *names: PracticeName) -> Practice | None:
        """The latest word on the first of some practices that has one in place, else on any of them."""
        latest: dict[PracticeName | None, Practice] = {}
        for each in self.dated(Practice):
            assert isinstance(each, Practice)
            if each.name in names:
                latest[each.name] = each
        placed = [each for each in latest.values() if each.state is PracticeState.IN_PLACE]
        return next(iter(placed or latest.values()), None)


def _on(record: Record) -> date:
    day: date | None = getattr(record, "on", None) or getattr(record, "agreed_on", None)
    return day or date.max


def _understanding(look: _Look) -> Iterator[ElementPoint]:
    rated = {each.agency_id for each in look.dated(SenseMaking) if isinstance(each, SenseMaking)} & look.members
    yield _share(rated, look.members, "said how they see the issue", "overview/beginnings")
    gains = [each for each in look.dated(Reading) if isinstance(each, Reading) and each.question is Question.GAINS]
    read = {each.agency_id for each in gains} & look.members
    yield _share(read, look.members, "said who gains", "balance")
    noted = look.group.participation is not None
    yield _point(
        noted, "How iwi and Māori take part is noted", "Not noted how iwi and Māori take part", "overview/context"
    )
    yield _practised(look, "Building relationships", PracticeName.RELATIONSHIP_BUILDING)


def _objectives(look: _Look) -> Iterator[ElementPoint]:
    purpose = bool(look.group.purpose.strip())
    yield _point(
        purpose, "The shared purpose is written down", "No shared purpose is written down", "overview/beginnings"
    )
    yield _measured(look)
    yield _practised(look, "A roadmap or a single plan", PracticeName.SINGLE_PLAN, PracticeName.ROADMAP)
    unsettled = promises(look.snapshot, group_id=look.group.id, unsettled=True)
    vague = [each for each in unsettled if each.commitment.due is None or not each.commitment.agency_id]
    said = f"{several(len(unsettled), 'open promise', 'open promises')}"
    if not unsettled and not look.snapshot.of(Commitment, group_id=look.group.id):
        yield ElementPoint(False, "No promise is recorded", "commitments")
        return
    there = f"{said}, each with an agency and a day" if unsettled else "No promise is open"
    yield _point(not vague, there, f"{len(vague):,} of {said} without an agency or a day", "commitments")


def _information(look: _Look) -> Iterator[ElementPoint]:
    basis = look.group.sharing_basis
    label = basis.label[:1].lower() + basis.label[1:] if basis else ""
    yield _point(
        basis is not None,
        f"Information is shared on this basis: {label}",
        "The basis on which information is shared is not noted",
        "overview/context",
    )
    told = [each for each in _victories(look) if each.told_home_on and each.told_home_on <= look.day]
    victories = len(_victories(look))
    counted = f"{len(told):,} of {several(victories, 'little victory', 'little victories')}"
    yield _point(
        bool(told),
        f"{counted} of 12 months told to the home agencies",
        f"{counted} of 12 months told home" if victories else "No little victory in 12 months to tell at home",
        "victories",
    )
    untold = untold_risks(look.snapshot, look.group.id, look.day)
    waiting = several(len(untold), "high risk that nobody was told of", "high risks that nobody was told of")
    if look.dated(Risk):
        yield _point(not untold, "No high risk that nobody was told of", waiting, "overview/context")
    else:
        # Nothing noted is no proof that nothing could go wrong.
        yield ElementPoint(False, "No risk has been noted", "overview/context")


def _discussion(look: _Look) -> Iterator[ElementPoint]:
    met = look.dated(Meeting, look.day - _YEAR)
    yield _point(
        bool(met), f"{several(len(met), 'meeting', 'meetings')} in 12 months", "No meeting in 12 months", "meetings"
    )
    yield _lately(look, Review, "review", "learning")
    yield _lately(look, Assessment, "self-assessment", "life-cycle/assessment")
    friends = [
        role for role in roles_on(look.snapshot, look.group.id, look.day) if role.name is RoleName.CRITICAL_FRIEND
    ]
    notes = several(len(look.dated(FriendNote)), "note", "notes")
    yield _point(bool(friends), f"A critical friend, {notes}", "Nobody is the critical friend now", "learning/friend")


def _trouble(look: _Look) -> Iterator[ElementPoint]:
    yield _practised(look, "Rules of engagement", PracticeName.RULES_OF_ENGAGEMENT)
    yield _practised(look, "A memorandum of understanding", PracticeName.MEMORANDUM)
    risks = [each for each in look.dated(Risk) if isinstance(each, Risk) and not _closed(each, look.day)]
    bare = [each for each in risks if not each.response.strip()]
    open_risks = several(len(risks), "open risk", "open risks")
    if risks:
        said = f"{open_risks}, each with what is done about it"
        gap = f"{len(bare):,} of {open_risks} without a word on what is done"
        yield _point(not bare, said, gap, "overview/context")
    yield _balls(look)
    overdue = [
        each
        for each in promises(look.snapshot, group_id=look.group.id, unsettled=True)
        if each.standing is Standing.OVERDUE
    ]
    yield _point(
        not overdue,
        "No promise is overdue",
        f"{several(len(overdue), 'promise is', 'promises are')} overdue without a new day",
        "commitments",
    )
    yield from _imbalance(look)


def _balls(look: _Look) -> ElementPoint:
    balls = ball_standings(look.snapshot, look.group.id, settled=True)
    if not balls:
        return ElementPoint(False, "It is not noted who holds the ball on any issue", "commitments")
    dropped = [ball for ball in balls if ball.dropped]
    return _point(
        not dropped,
        "Somebody holds the ball on every open issue",
        f"{several(len(dropped), 'open issue', 'open issues')} that nobody holds the ball on",
        "commitments",
    )


def _imbalance(look: _Look) -> Iterator[ElementPoint]:
    agreed = [each for each in look.dated(Accommodation) if isinstance(each, Accommodation)]
    if agreed:
        late = [each for each in agreed if each.review_on and each.review_on < look.day]
        text = (
            f"What was agreed about an imbalance was to be looked at again on {shown(late[-1].review_on)}"
            if late
            else ""
        )
        yield _point(not late, "What was agreed about an imbalance has a day to look at it again", text, "balance")


# The element, and what it rests on.
_POINTS: Sequence[tuple[ElementHelp, Callable[[_Look], Iterator[ElementPoint]]]] = (
    (UNDERSTAND, _understanding),
    (OBJECTIVES, _objectives),
    (INFORMATION, _information),
    (DISCUSSION, _discussion),
    (TROUBLE, _trouble),
)


def _point(there: bool, said: str, gap: str, tab: str) -> ElementPoint:
    return ElementPoint(there, said if there else gap, tab)


def _share(some: set[str | None], members: set[str | None], what: str, tab: str) -> ElementPoint:
    """There once more than half of the agencies did it: counts say how many."""
    if not members:
        return ElementPoint(False, f"No agency has a seat that could have {what}", tab)
    text = f"{len(some):,} of {several(len(members), 'agency', 'agencies')} {what}"
    return ElementPoint(2 * len(some) > len(members), text, tab)


def _practised(look: _Look, what: str, *names: PracticeName) -> ElementPoint:
    found = look.practice(*names)
    if found is None or found.state is None:
        return ElementPoint(False, f"{what}: nothing noted", "overview/working")
    state = found.state.label[:1].lower() + found.state.label[1:]
    return ElementPoint(
        found.state is PracticeState.IN_PLACE, f"{what}: {state}, {shown(found.on)}", "overview/working"
    )


def _lately(look: _Look, kind: type[Record], noun: str, tab: str) -> ElementPoint:
    every = look.dated(kind)
    last = f"last {noun} {shown(_on(every[-1]))}" if every else f"no {noun} yet"
    lately = bool(every) and _on(every[-1]) > look.day - _YEAR
    return ElementPoint(lately, last[:1].upper() + last[1:], tab)


def _measured(look: _Look) -> ElementPoint:
    """An outcome can be told apart from its lack once an indicator has a target or a baseline."""
    outcomes = look.snapshot.of(SharedOutcome, group_id=look.group.id)
    indicators = [each for one in outcomes for each in look.snapshot.of(Indicator, outcome_id=one.id)]
    aimed = [each for each in indicators if _has_target(look.snapshot.of(IndicatorValue, indicator_id=each.id))]
    counted = several(len(outcomes), "shared outcome", "shared outcomes")
    aim = f"{len(aimed):,} of {several(len(indicators), 'indicator', 'indicators')} with a target"
    text = f"{counted}, {aim}" if outcomes else "No shared outcome is written down"
    return ElementPoint(bool(aimed), text, "victories")


def _has_target(values: Iterable[IndicatorValue]) -> bool:
    return any(each.kind is ValueKind.TARGET for each in values)


def _victories(look: _Look) -> list[Result]:
    found = look.dated(Result, look.day - _YEAR)
    return [each for each in found if isinstance(each, Result) and each.state is not ResultState.WITHDRAWN]


def _closed(risk: Risk, day: date) -> bool:
    return risk.closed_on is not None and risk.closed_on <= day
