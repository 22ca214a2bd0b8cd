"""A draft held against the records as they stand: an agency or a person may have been taken out since it was typed."""

from dataclasses import replace

from tracker.models.meeting_draft import DraftAttendance, DraftItem, MeetingDraft
from tracker.models.records.agency import Agency
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot


def draft_now(draft: MeetingDraft, snapshot: Snapshot) -> MeetingDraft:
    """The draft without what it names and the office does not hold any more; its words stay as they are."""
    return replace(
        draft,
        chair_id=_there(snapshot, Person, draft.chair_id),
        attendances=_attendances(draft, snapshot),
        items=tuple(_item(item, snapshot) for item in draft.items),
    )


def names_the_gone(item: DraftItem, snapshot: Snapshot) -> bool:
    """Whether a line names an agency or a person that the office does not hold any more."""
    return _item(item, snapshot) != item


def _attendances(draft: MeetingDraft, snapshot: Snapshot) -> tuple[DraftAttendance, ...]:
    """Of an agency that is gone nothing stays; of a person that is gone, the agency, once."""
    found: dict[tuple[str, str], DraftAttendance] = {}
    for came in draft.attendances:
        if snapshot.find(Agency, came.agency_id):
            person_id = _there(snapshot, Person, came.person_id)
            found.setdefault((came.agency_id, person_id), replace(came, person_id=person_id))
    return tuple(found.values())


def _item(item: DraftItem, snapshot: Snapshot) -> DraftItem:
    return replace(
        item,
        agency_id=_there(snapshot, Agency, item.agency_id),
        person_id=_there(snapshot, Person, item.person_id),
        to_agency_id=_there(snapshot, Agency, item.to_agency_id),
        agency_ids=tuple(identity for identity in item.agency_ids if snapshot.find(Agency, identity)),
    )


def _there(snapshot: Snapshot, kind: type[Agency] | type[Person], identity: str) -> str:
    return identity if identity and snapshot.find(kind, identity) else ""
