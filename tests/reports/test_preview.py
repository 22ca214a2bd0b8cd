"""Before a return is saved the person sees what leaves and what stays, and why."""

from tests.reports.conftest import Maker


def test_what_leaves_is_counted_by_sheet(small_group: Maker) -> None:
    leaves = {line.sheet: line.count for line in small_group.prepare().preview.leaves}
    assert leaves["Results"] == 5
    assert leaves["Mappings"] == 6
    assert sum(leaves.values()) == small_group.prepare().rows


def test_drafts_leave_marked(small_group: Maker) -> None:
    (line,) = [line for line in small_group.prepare().preview.leaves if line.sheet == "Results"]
    assert line.why == "1 of them a draft, marked as such"


def test_what_stays_is_counted_with_its_reason(small_group: Maker) -> None:
    stays = {line.what: (line.count, line.why) for line in small_group.prepare().preview.stays}
    assert stays["number"] == (1, "a count of people under 6 leaves as “fewer than 6”, the result stays in")
    assert stays["claim on a line"] == (1, "disputed or withdrawn: named on Checks")
    assert stays["names of people"][0] == 1


def test_a_return_with_nothing_to_hide_says_nothing_stays(maker: Maker) -> None:
    assert maker.prepare().preview.stays == ()
