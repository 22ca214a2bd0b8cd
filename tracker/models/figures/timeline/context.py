"""What the world around the group tells: outside events, risks, and barriers."""

from collections.abc import Iterator

from tracker.models.figures import timeline_words as words
from tracker.models.figures.timeline.entry import NOBODY, Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.event import Event
from tracker.models.records.group import Group
from tracker.models.records.risk import Barrier, Risk
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """A risk is about the agency on which it would fall."""
    for event in snapshot.of(Event, group_id=group.id):
        yield event.on, "Outside event", event.text, event.kind.label if event.kind else "", event, NOBODY
    for risk in snapshot.of(Risk, group_id=group.id):
        level = risk.level.label if risk.level else ""
        falls_on = snapshot.called(Agency, risk.agency_id)
        whom = about(snapshot, group.id, (risk.agency_id,))
        told = f"to {risk.told_whom}" if risk.told_whom else ""
        yield risk.on, "Risk", risk.text, words.joined(level, falls_on), risk, whom
        yield risk.told_on, "No-surprises note", risk.text, told, risk, whom
        yield risk.closed_on, "Risk closed", risk.text, "", risk, whom
    for barrier in snapshot.of(Barrier, group_id=group.id):
        asked = f"asked of {barrier.asked_of}" if barrier.asked_of else ""
        yield barrier.since, "Barrier", barrier.text, asked, barrier, NOBODY
