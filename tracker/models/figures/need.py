"""What needs somebody's attention: a title, the figures behind it, and where it is put right."""

from collections.abc import Sequence

from tracker.models.choice import Choice
from tracker.models.value import Value, value


class Urgency(Choice):
    """How soon somebody has to see to it."""

    NOW = "now"
    SOON = "soon"
    LATER = "later", "Keep in view"


@value
class Lead(Value):
    """Where something is put right, as a place of the window has it: page, group, tab, and the one thing there."""

    page: str
    group_id: str = ""
    tab: str = ""
    record_id: str = ""


@value
class Need(Value):
    """One thing to see to. `figures` is what it rests on, `section` the source's without §, `action` the button's word.

    `weight` puts needs of the same urgency in order, the heaviest first; `signal` is the key of the signal that it can
    be set aside by, "" where it cannot; `why` says why it matters, where there is room.
    """

    title: str
    figures: str
    section: str
    action: str
    place: Lead
    urgency: Urgency
    weight: int = 0
    signal: str = ""
    why: str = ""


def most_urgent_first(needs: list[Need]) -> tuple[Need, ...]:
    """Needs of any sources in the order in which a person should see them."""
    ranks = {urgency: rank for rank, urgency in enumerate(Urgency)}
    return tuple(sorted(needs, key=lambda need: (ranks[need.urgency], -need.weight, need.title)))


def counted(needs: Sequence[Need]) -> str:
    """How many of each urgency: "24 now, 28 soon, 7 to keep in view"; "" for none."""
    words = {Urgency.NOW: "now", Urgency.SOON: "soon", Urgency.LATER: "to keep in view"}
    counts = {urgency: sum(need.urgency is urgency for need in needs) for urgency in words}
    return ", ".join(f"{number:,} {words[urgency]}" for urgency, number in counts.items() if number)
