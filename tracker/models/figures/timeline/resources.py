"""What resources and power tell: contributions, support from home, readings, and what was agreed about them."""

from collections.abc import Iterator

from tracker.models.figures import timeline_words as words
from tracker.models.figures.timeline.by_day import by_day
from tracker.models.figures.timeline.entry import NOBODY, Telling, Whom
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution, Support
from tracker.models.records.group import Group
from tracker.models.records.reading import Accommodation, Reading
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """What is given is about who gives it; readings about who rated and who was rated."""
    for given in snapshot.of(Contribution, group_id=group.id):
        what = given.text or (given.kind.label if given.kind else "")
        detail = words.joined(snapshot.called(Agency, given.agency_id), words.given(given))
        whom = about(snapshot, group.id, (given.agency_id,))
        yield given.promised_on, "Contribution promised", what, detail, given, whom
        yield given.delivered_on, "Contribution delivered", what, detail, given, whom
    for support in snapshot.of(Support, group_id=group.id):
        yield from _support(snapshot, support)
    for reading, several in by_day(snapshot.of(Reading, group_id=group.id), lambda reading: reading.on):
        agencies = len({one.agency_id for one in several})
        title = f"Points from {words.several(agencies, 'agency', 'agencies')}"
        yield reading.on, "Power reading", title, "", reading, _read(several)
    for agreed in snapshot.of(Accommodation, group_id=group.id):
        yield agreed.agreed_on, "Accommodation", agreed.text, agreed.imbalance, agreed, NOBODY


def _support(snapshot: Snapshot, support: Support) -> Iterator[Telling]:
    what = support.text or (support.kind.label if support.kind else "")
    who = snapshot.called(Agency, support.agency_id)
    whom = about(snapshot, support.group_id, (support.agency_id,))
    secured = words.joined(who, words.dollars(support.amount_nzd))
    yield support.asked_on, "Support asked for", what, who, support, whom
    yield support.promised_on, "Support promised", what, who, support, whom
    yield support.secured_on, "Support secured", what, secured, support, whom


def _read(readings: list[Reading]) -> Whom:
    raters = {reading.agency_id for reading in readings if reading.agency_id}
    rated = {agency_id for reading in readings for agency_id, _ in reading.points}
    return Whom(frozenset(raters | rated))
