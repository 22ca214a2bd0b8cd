"""Groups that are where others fell."""

from tests.models.judged_office import FLYING, FORMING, FRUSTRATION, FUNCTIONING, a_life, told
from tracker.models.figures.where_others_fell import where_others_fell
from tracker.models.records import Record

# Today is month 101.
HERE = a_life("HERE", (FORMING, 0), (FUNCTIONING, 81))


def fallen(number: int, months: int = 20) -> list[list[Record]]:
    return [a_life(f"F{place}", (FUNCTIONING, 0), (FRUSTRATION, months + place)) for place in range(number)]


def test_a_group_in_the_same_stage_after_about_as_long_is_named_with_counts() -> None:
    (found,) = where_others_fell(told(HERE, *fallen(3)).lines).found
    assert found.line.group.called == "HERE"
    assert found.words == (
        "20 months in Functioning. Of 3 other stays there that lasted 15 months, 3 ended in a fall by month 25."
    )


def test_under_three_falls_nothing_is_said_but_how_many_there_were() -> None:
    seen = where_others_fell(told(HERE, *fallen(2)).lines)
    assert seen.found == ()
    assert seen.nothing_words == (
        "Too few falls to tell: 3 from one stage are needed, and this office has seen 2 from Functioning."
    )


def test_who_did_not_fall_counts_too() -> None:
    stayed = a_life("STAYED", (FUNCTIONING, 0), (FLYING, 40))
    (found,) = where_others_fell(told(HERE, stayed, *fallen(3)).lines).found
    assert (found.fell, found.lasted) == (3, 4)


def test_falls_long_before_are_no_sign() -> None:
    seen = where_others_fell(told(HERE, *fallen(3, months=2)).lines)
    assert seen.found == ()
    assert seen.nothing_words == "No running group is in a stage for about as long as others were when they fell."


def test_a_groups_own_falls_do_not_count_for_itself() -> None:
    often = a_life("OFTEN", (FUNCTIONING, 0), (FRUSTRATION, 50))
    again = a_life("AGAIN", (FUNCTIONING, 0), (FRUSTRATION, 20), (FUNCTIONING, 81))
    assert where_others_fell(told(again, often, *fallen(1)).lines).found == ()
