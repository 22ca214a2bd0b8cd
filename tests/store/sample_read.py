"""The sample office as a snapshot, and what its tests ask of it."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from tracker.models.identity import mint
from tracker.models.records import Group, Record
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.places import resources
from tracker.store.sample import read_sample

NAMES = {
    "ICM": "Integrated Case Management, Papakura",
    "SEMO": "Schooling Effectiveness in Māngere and Ōtara",
    "MTJ": "Mayors' Taskforce for Jobs",
    "AUT": "Autism support",
    "RSE": "Recognised Seasonal Employers",
    "GUEDO": "Government Urban and Economic Development Office",
    "NMCC": "National Maritime Coordination Centre",
    "CBT": "Circuit-breaker team on family violence",
}
each_group = pytest.mark.parametrize("code", NAMES)


@cache
def read_snapshot() -> Snapshot:
    """The sample as at the end of June 2008; read once."""
    numbers = iter(range(1, 100_000))

    def new_id() -> str:
        number = next(numbers)
        return mint(1_200_000_000_000 + number, number)

    return snapshot_of(date(2008, 6, 30), read_sample(resources() / "sample", new_id))


def group_called(snapshot: Snapshot, code: str) -> Group:
    (group,) = snapshot.of(Group, code=code)
    return group


def of(snapshot: Snapshot, kind: type[Record], code: str) -> Sequence[Record]:
    """What a group has of a kind that leads to it."""
    return snapshot.of(kind, group_id=group_called(snapshot, code).id)
