"""Signals of results, lines, shares and lessons: each seen, not seen, and not enough to tell."""

from datetime import date
from typing import Any

from tests.builders import a_framework, a_line, a_mapping, a_member, a_result, an_agency, an_id
from tests.models.signals.looking import GROUP, ago, look
from tracker.models.records import Carrying, Lesson, Mapping, Record, Result
from tracker.models.records.accountability import FrameworkState, GroupType, MappingState
from tracker.models.records.result import ResultState
from tracker.models.signals.rule import NOT_SEEN, Finding, Verdict

EDU = an_agency("EDU", short_name="Education")
POL = an_agency("POL", short_name="Police")
SEATS = (EDU, POL, a_member(GROUP, EDU), a_member(GROUP, POL))
FRAMEWORK = a_framework()
LINE = a_line(FRAMEWORK)
OTHER = a_line(FRAMEWORK, "11769")


def won(**fields: Any) -> Result:
    return a_result(GROUP, **fields)


def counted(result: Result, **fields: Any) -> Mapping:
    return a_mapping(result, EDU, **{"line_id": LINE.id} | fields)


def of_lines(*records: Record) -> Finding:
    return look("line_without_results", *SEATS, FRAMEWORK, LINE, *records)


def learned(days: int) -> Lesson:
    return Lesson(id=an_id(), group_id=GROUP.id, on=ago(days), text="Ask the whānau first")


def carried(lesson: Lesson, days: int = 3) -> Carrying:
    return Carrying(id=an_id(), lesson_id=lesson.id, agency_id=EDU.id, on=ago(days))


# Results without a line


def test_a_result_of_the_year_that_counts_towards_no_line_is_told() -> None:
    bare, placed = won(), won()
    found = look("results_without_line", bare, placed, counted(placed))
    assert found.figures == "1 of 2 results of 2007/08 counts towards no line"
    assert found.records == (bare,)


def test_a_claim_without_a_line_or_one_that_does_not_count_places_nothing() -> None:
    first, second = won(), won()
    claims = counted(first, line_id=None), counted(second, state=MappingState.DISPUTED)
    found = look("results_without_line", first, second, *claims)
    assert found.figures == "2 of 2 results of 2007/08 count towards no line"


def test_results_that_all_count_somewhere_are_not_told() -> None:
    result = won()
    assert look("results_without_line", result, counted(result)) == NOT_SEEN


def test_a_year_without_results_cannot_be_told() -> None:
    before, withdrawn = won(on=date(2007, 6, 30)), won(state=ResultState.WITHDRAWN)
    found = look("results_without_line", before, withdrawn)
    assert (found.verdict, found.figures) == (Verdict.NOT_ENOUGH, "No result of 2007/08 is recorded yet")


# Lines without results


def test_a_line_of_an_agency_at_the_table_with_no_result_is_told() -> None:
    result = won()
    found = of_lines(OTHER, result, counted(result))
    assert found.figures == "Lines of 2007/08 towards which no result counts: Education 1 of 2"
    assert found.records == (OTHER,)


def test_a_line_is_an_agencys_by_its_name_or_by_its_own_framework() -> None:
    own = a_framework(owner_agency_id=POL.id)
    line = a_line(own, "P1", administering_agency="Somebody else")
    found = look("line_without_results", *SEATS, own, line)
    assert found.figures == "Lines of 2007/08 towards which no result counts: Police 1 of 1"


def test_a_line_of_another_department_is_an_agencys_once_it_counts_a_result_there() -> None:
    elsewhere, result = a_line(FRAMEWORK, "E", administering_agency="Its new department"), won()
    found = look("line_without_results", *SEATS, FRAMEWORK, elsewhere, result, counted(result, line_id=elsewhere.id))
    assert found == NOT_SEEN


def test_lines_that_all_have_a_result_are_not_told() -> None:
    result = won()
    assert of_lines(result, counted(result)) == NOT_SEEN


def test_a_result_for_the_whole_serves_its_categories() -> None:
    whole = a_line(FRAMEWORK, "W", group_type=GroupType.PARENT)
    part = a_line(FRAMEWORK, "W1", group_type=GroupType.MCA, parent_line_id=whole.id)
    result = won()
    found = look("line_without_results", *SEATS, FRAMEWORK, whole, part, result, counted(result, line_id=whole.id))
    assert found == NOT_SEEN


def test_a_result_of_another_year_serves_no_line_of_this_one() -> None:
    result = won(on=date(2007, 6, 30))
    assert of_lines(result, counted(result)).verdict is Verdict.SEEN


def test_without_lines_in_force_this_year_it_cannot_be_told() -> None:
    old = a_framework(state=FrameworkState.SUPERSEDED)
    last_year = a_line(FRAMEWORK, "L", year_end=2007)
    found = look("line_without_results", *SEATS, old, a_line(old), FRAMEWORK, last_year)
    said = "No line of 2007/08 is kept for any agency in the group"
    assert (found.verdict, found.figures) == (Verdict.NOT_ENOUGH, said)


# Shares over 100%


def test_shares_that_add_up_to_more_than_the_whole_are_told() -> None:
    result = won(name="Tamariki back at school")
    found = look("shares_over", result, a_mapping(result, EDU, 6_000), a_mapping(result, POL, 5_050))
    assert found.figures == "1 of 1 result with shares; the most is 110.5% of “Tamariki back at school”"
    assert found.records == (result,)


def test_shares_of_exactly_the_whole_are_sound_and_disputed_ones_do_not_count() -> None:
    result = won()
    claims = a_mapping(result, EDU, 6_000), a_mapping(result, POL, 4_000)
    disputed = a_mapping(result, POL, 4_000, state=MappingState.DISPUTED)
    assert look("shares_over", result, *claims, disputed) == NOT_SEEN


def test_without_a_share_nothing_adds_up() -> None:
    result = won()
    assert look("shares_over", result, a_mapping(result, EDU)).verdict is Verdict.NOT_ENOUGH


# Lessons kept in the group


def test_a_lesson_over_90_days_old_and_carried_nowhere_is_told() -> None:
    kept, told = learned(91), learned(300)
    found = look("lessons_kept", kept, told, carried(told))
    assert found.figures == "1 of 2 lessons carried to no home agency; learned on 31 Mar 2008, 91 days ago"
    assert (found.records, found.weight) == ((kept,), 91)


def test_a_lesson_has_90_days_to_be_carried_home() -> None:
    assert look("lessons_kept", learned(90)) == NOT_SEEN


def test_a_lesson_to_be_carried_tomorrow_is_not_carried_yet() -> None:
    lesson = learned(200)
    assert look("lessons_kept", lesson, carried(lesson, -1)).verdict is Verdict.SEEN


def test_without_a_lesson_it_cannot_be_told() -> None:
    assert look("lessons_kept").verdict is Verdict.NOT_ENOUGH
