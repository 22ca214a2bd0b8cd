"""What a signal's rule is made of: its words, its limits, and the function that looks."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from tracker.models.choice import Choice
from tracker.models.figures.need import Lead, Urgency
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.risk import SetAside
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class Verdict(Choice):
    """What a rule says of a group on a day."""

    SEEN = "seen", "Seen"
    NOT_SEEN = "not_seen", "Not seen"
    NOT_ENOUGH = "not_enough", "Not enough to tell"


@value
class Limit(Value):
    """A number that a rule goes by, and that an office may set for itself: `key` is kept, `label` shown with `unit`."""

    key: str
    label: str
    usual: Decimal
    unit: str
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(10_000)


@value
class Case(Value):
    """A group as a rule meets it, on the snapshot's today. `limits` has every limit of the office by its key."""

    snapshot: Snapshot
    group: Group
    limits: Mapping[str, Decimal]

    def limit(self, key: str) -> int:
        """A limit as a whole number. Raises KeyError if there is none."""
        return int(self.limits[key])


@value
class Finding(Value):
    """What a rule found. `figures` is a sentence without its full stop, with the counts it rests on.

    `records` are what was counted, the gravest first; `weight` puts findings of the same urgency in order.
    """

    verdict: Verdict
    figures: str = ""
    records: tuple[Record, ...] = ()
    weight: int = 0


# Said where nothing was seen, and where there is not enough recorded to tell.
NOT_SEEN = Finding(Verdict.NOT_SEEN)


def seen(figures: str, *records: Record, weight: int = 0) -> Finding:
    """It is so."""
    return Finding(Verdict.SEEN, figures, records, weight)


def not_enough(figures: str = "") -> Finding:
    """Too little is recorded to tell; `figures` says what is missing."""
    return Finding(Verdict.NOT_ENOUGH, figures)


@value
class Rule(Value):
    """One signal. `key` is kept when it is set aside; `section` is the source's without §.

    `why` says in our own words why it matters, `action` is the button's word, `tab` where in the group it is put right
    (a tab, or tab/side), `look` the pure function that looks.
    """

    key: str
    title: str
    section: str
    why: str
    action: str
    tab: str
    urgency: Urgency
    look: Callable[[Case], Finding]
    limits: tuple[Limit, ...] = ()


@value
class Signal(Value):
    """What one rule says of one group today. `aside` is set while the manager has set it aside, until a day."""

    rule: Rule
    group: Group
    finding: Finding
    aside: SetAside | None = None

    @property
    def is_seen(self) -> bool:
        """Whether it is so, set aside or not."""
        return self.finding.verdict is Verdict.SEEN

    @property
    def place(self) -> Lead:
        """Where it is put right; the record that it rests on most is marked there."""
        records = self.finding.records
        return Lead("group", self.group.id, self.rule.tab, records[0].id if records else "")
