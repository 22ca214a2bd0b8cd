"""The chair check: whether whoever chairs also brings or decides the most (§4.2: better not, stories 2 and 7)."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.headline import Headline, headline
from tracker.models.figures.influence import Influence, influence
from tracker.models.figures.share_words import per_cent
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership, Role, RoleName
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Above so large a share of the resources the chair is no counterweight to anybody.
MOST_OF_IT = Fraction(1, 2)


@value
class ChairHolder(Value):
    """Who chairs: the person's id, None if only the agency is known, and the agency's, None if nobody knows it."""

    person_id: str | None
    agency_id: str | None


@value
class Chair(Value):
    """A chair and what the agency brings and decides, from 0 to 1; None where there is not enough to tell.

    `most_resources` and `most_influence` say whether no agency has a larger share, `level` whether another has the
    same largest share of resources.
    """

    holder: ChairHolder
    person: str
    agency: str
    resources: Fraction | None
    influence: Fraction | None
    most_resources: bool | None
    most_influence: bool | None
    level: bool

    @property
    def called(self) -> str:
        """The agency, or the person where that is all that is known."""
        return self.agency or self.person

    @property
    def over_half(self) -> bool:
        """Whether the agency has over half of the resources."""
        return self.resources is not None and self.resources > MOST_OF_IT

    @property
    def verdict(self) -> str:
        """In words, whether the chair is a counterweight."""
        if not self.holder.agency_id:
            return "chairs for no agency"
        if self.most_resources is None:
            return f"{NOT_ENOUGH} who brings the most"
        if self.level:
            return "level with the largest"
        return "also brings the most" if self.most_resources else "a counterweight to the largest"

    @property
    def words(self) -> str:
        """Customs 9%: a counterweight to the largest."""
        share = per_cent(self.resources) if self.holder.agency_id else ""
        return f"{f'{self.called} {share}'.rstrip()}: {self.verdict}"


@value
class ChairCheck(Value):
    """Who chairs on a day, the latest first: mostly one."""

    on: date
    chairs: tuple[Chair, ...]

    @property
    def chair(self) -> Chair | None:
        """The one who took the chair last; None if nobody has it."""
        return self.chairs[0] if self.chairs else None

    @property
    def words(self) -> str:
        """What is to be said of each; or that nobody chairs."""
        return "; ".join(chair.words for chair in self.chairs) or f"Nobody has the chair on {shown(self.on)}"


def chair_check(snapshot: Snapshot, group_id: str, on: date | None = None) -> ChairCheck:
    """Who has the chair on a day, beside the headline on resources and the latest reading of who decides."""
    day = on or snapshot.today
    told = headline(snapshot, group_id, day), influence(snapshot, group_id, on=day)
    return chair_check_of(snapshot, day, chairs_on(snapshot, group_id, day), *told)


def chair_check_of(
    snapshot: Snapshot, on: date, holders: Iterable[ChairHolder], resources: Headline, decides: Influence | None
) -> ChairCheck:
    """The same of given chairs and figures: those of the day, or supposed ones."""
    return ChairCheck(on, tuple(_chair(snapshot, holder, resources, decides) for holder in holders))


def chairs_on(snapshot: Snapshot, group_id: str, day: date) -> tuple[ChairHolder, ...]:
    """Who has the chair on a day, who took it last first; on the day of a change the one who comes has it."""
    roles = snapshot.of(Role, group_id=group_id)
    held = [role for role in roles if role.name is RoleName.CHAIR and role.person_id and role.active_on(day)]
    held.sort(key=lambda role: (role.from_on or day, role.id), reverse=True)
    staying = [role for role in held if role.to_on != day] or held
    people = dict.fromkeys(role.person_id for role in staying)
    return tuple(ChairHolder(person_id, agency_for(snapshot, group_id, person_id, day)) for person_id in people)


def agency_for(snapshot: Snapshot, group_id: str, person_id: str | None, day: date) -> str | None:
    """The id of the agency a person sits for in a group; without a seat there, of the one the person belongs to."""
    seats = [seat for seat in snapshot.of(Membership, person_id=person_id) if seat.group_id == group_id]
    taken = [seat for seat in seats if seat.active_on(day) and seat.agency_id]
    if taken:
        return max(taken, key=lambda seat: (seat.from_on or day, seat.id)).agency_id
    person = snapshot.find(Person, person_id)
    return person.agency_id if person else None


def _chair(snapshot: Snapshot, holder: ChairHolder, resources: Headline, decides: Influence | None) -> Chair:
    share = resources.share(holder.agency_id) if holder.agency_id else None
    row = decides.row(holder.agency_id) if decides and holder.agency_id else None
    shares = list(resources.concentration.shares.values()) if resources.concentration else []
    most = None if share is None else share == max(shares)
    return Chair(
        holder=holder,
        person=snapshot.called(Person, holder.person_id),
        agency=snapshot.called(Agency, holder.agency_id),
        resources=share,
        influence=row.share if row else None,
        most_resources=most,
        most_influence=row.share == decides.largest.share if row and decides else None,
        level=bool(most) and shares.count(max(shares)) > 1,
    )
