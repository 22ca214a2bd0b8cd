"""Ids: UUIDs of version 7 that sort by time."""

import uuid

from tracker.models.identity import in_order, mint


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


def test_what_is_made_within_one_moment_keeps_its_order() -> None:
    first, second = mint(7, 500), mint(7, 3)
    assert in_order(first, second) > first
    assert in_order(second, first) == first
    assert uuid.UUID(in_order(first, second)).version == 7


def test_a_clock_that_is_put_back_does_not_turn_the_order_round() -> None:
    assert in_order(mint(9, 0), mint(7, 5)) > mint(9, 0)
