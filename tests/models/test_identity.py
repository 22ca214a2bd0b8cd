"""Ids: UUIDs of version 7 that sort by time."""

import uuid

from tracker.models.identity import mint


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = uuid.UUID(mint(1_214_784_000_000, 2**74 - 1))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_sort_by_the_time_they_were_made() -> None:
    ids = [mint(at, bits) for at, bits in ((1, 2**74 - 1), (2, 0), (2**47, 5), (2**48 - 1, 0))]
    assert ids == sorted(ids)


def test_chance_tells_apart_what_was_made_at_one_moment() -> None:
    assert len({mint(7, bits) for bits in range(1000)}) == 1000
    assert mint(7, 1 << 62) != mint(7, 0)


def test_more_chance_than_there_is_room_for_does_no_harm() -> None:
    assert uuid.UUID(mint(2**50, 2**90)).version == 7
