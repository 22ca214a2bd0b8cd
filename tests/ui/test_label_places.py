"""Names beside the points of a picture."""

from tracker.ui.balance.label_places import Box, label_places

ROOM = Box(0, 0, 300, 200)


def test_a_name_stands_right_of_its_point_where_there_is_room() -> None:
    assert label_places([(50, 100)], [(60, 16)], ROOM, 5) == [Box(59, 92, 60, 16)]


def test_a_point_at_the_right_edge_has_its_name_on_the_left() -> None:
    (box,) = label_places([(290, 100)], [(60, 16)], ROOM, 5)
    assert box is not None
    assert box.right <= 285


def test_points_on_one_place_have_names_beside_each_other() -> None:
    boxes = label_places([(150, 100)] * 5, [(60, 16)] * 5, ROOM, 5)
    found = [box for box in boxes if box]
    assert len(found) == 5
    assert not any(one.meets(other) for place, one in enumerate(found) for other in found[:place])


def test_where_there_is_no_room_there_is_no_name() -> None:
    assert label_places([(10, 10)], [(400, 16)], ROOM, 5) == [None]
