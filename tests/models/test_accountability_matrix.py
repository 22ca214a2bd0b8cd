"""Results by accountability lines."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import (
    a_framework,
    a_group,
    a_line,
    a_mapping,
    a_member,
    a_result,
    an_agency,
    an_id,
    some_evidence,
)
from tracker.models.figures.accountability_matrix import (
    AccountabilityMatrix,
    accountability_matrix,
    periods_with_results,
    usual_period,
)
from tracker.models.figures.claim_sentence import proposed_sentence
from tracker.models.figures.line_suggestions import asked_words, line_suggestions
from tracker.models.period import Period
from tracker.models.records import Agency, Group, Mapping, Record, Result
from tracker.models.records.accountability import FrameworkState, GroupType, MappingState, MappingType
from tracker.models.records.agency import Sector
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, ResultState
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.store.office import Office

TODAY = date(2008, 6, 30)
YEAR = Period(2008)
GROUP = a_group()
EDUCATION, POLICE = an_agency("EDU", short_name="Education"), an_agency("POL", short_name="Police")
TRUST = an_agency("TRU", name="Papakura trust", sector=Sector.COMMUNITY)
FRAMEWORK = a_framework()
ATTENDANCE = a_line(FRAMEWORK, name="Attendance", scope="Services so that students attend school")
LEARNING = a_line(FRAMEWORK, "12187", name="Learning support", scope="Support for learners with needs")
CRIME = a_line(FRAMEWORK, "8575", name="Crime prevention", administering_agency=POLICE.name, vote="Police")
LINES = (FRAMEWORK, ATTENDANCE, LEARNING, CRIME)
SEATS = tuple(a_member(GROUP, agency) for agency in (EDUCATION, POLICE, TRUST))
OFFICE = (GROUP, EDUCATION, POLICE, TRUST, *SEATS, *LINES)
SCHOOL = a_result(GROUP, 12, narrative="They attend every day")


def seen(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, (*OFFICE, *records))


def matrix_of(*records: Record, group: Group = GROUP, period: Period = YEAR) -> AccountabilityMatrix:
    return accountability_matrix(seen(*records), group.id, period)


def claim(result: Result, agency: Agency, share_bp: int | None = None, **fields: Any) -> Mapping:
    return a_mapping(result, agency, share_bp, **fields)


def test_columns_are_the_members_lines_of_the_year_by_agency_and_vote_and_those_without_a_line_last() -> None:
    found = [(column.agency, column.code) for column in matrix_of(SCHOOL).columns]
    lines = [("Education", "11768"), ("Education", "12187"), ("Police", "8575")]
    assert found == [*lines, ("Education", ""), ("Papakura trust", ""), ("Police", "")]


def test_only_lines_in_use_are_shown_at_first_and_all_where_none_is() -> None:
    assert len(matrix_of(SCHOOL).used) == 6
    used = matrix_of(SCHOOL, claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id)).used
    assert [column.code for column in used] == ["11768"]


def test_lines_of_another_year_or_of_a_draft_are_no_columns() -> None:
    old = a_framework(period_from=date(2006, 7, 1), period_to=date(2007, 6, 30))
    draft = a_framework(state=FrameworkState.DRAFT)
    others = (old, a_line(old, "1", year_end=2007), draft, a_line(draft, "2"))
    assert {column.code for column in matrix_of(SCHOOL, *others).columns} == {"11768", "12187", "8575", ""}


def test_a_year_whose_framework_is_superseded_keeps_its_lines() -> None:
    old = a_framework(period_from=date(2006, 7, 1), period_to=date(2007, 6, 30), state=FrameworkState.SUPERSEDED)
    line = a_line(old, "1", year_end=2007)
    found = matrix_of(a_result(GROUP, on=date(2007, 3, 1)), old, line, period=Period(2007))
    assert [column.code for column in found.columns if column.line] == ["1"]


def test_a_multi_category_appropriation_stands_there_only_when_somebody_claims_it() -> None:
    whole = a_line(FRAMEWORK, "11764", group_type=GroupType.PARENT)
    assert "11764" not in {column.code for column in matrix_of(whole).columns}
    found = matrix_of(whole, SCHOOL, claim(SCHOOL, EDUCATION, line_id=whole.id))
    assert [column.whole for column in found.used] == [True]


def test_a_part_of_an_agency_without_a_seat_has_the_lines_of_the_whole() -> None:
    whole = an_agency("MSD", name="Ministry of Social Development")
    part = an_agency("WINZ", name="Work and Income", part_of_id=whole.id)
    line = a_line(FRAMEWORK, "11301", administering_agency=whole.name)
    found = matrix_of(whole, part, line, a_member(GROUP, part))
    assert [column.agency for column in found.columns if column.code == "11301"] == ["Work and Income"]


def test_an_agency_with_two_lines_counts_once() -> None:
    claims = (claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id), claim(SCHOOL, EDUCATION, line_id=LEARNING.id))
    found = matrix_of(SCHOOL, *claims)
    assert found.rows[0].agencies == 1
    assert found.rows[0].once_words == "Contributed to 12 · counted once 12 · overlap 1.0"
    assert found.by_agency == {EDUCATION.id: 1}
    assert sorted(found.totals.values()) == [1, 1]


def test_apportioned_and_not_allocated_make_what_is_counted_once() -> None:
    claims = (claim(SCHOOL, EDUCATION, 5000, line_id=ATTENDANCE.id), claim(SCHOOL, POLICE, 1000, line_id=CRIME.id))
    row = matrix_of(SCHOOL, *claims).rows[0]
    assert row.identity_words == "7.2 apportioned + 4.8 not allocated = 12 counted once"
    assert (row.left_bp, row.share_words) == (4000, "Shares: 60% of it agreed by the group")


def test_a_share_that_the_group_has_not_agreed_allocates_nothing() -> None:
    row = matrix_of(SCHOOL, claim(SCHOOL, EDUCATION, 5000, state=MappingState.AGENCY_AGREED)).rows[0]
    assert (row.left_bp, row.identity_words, row.share_words) == (None, "", "50% claimed, not agreed")


def test_shares_over_the_whole_are_shown_and_said() -> None:
    drafts = [claim(SCHOOL, each, 5500, state=MappingState.DRAFT) for each in (EDUCATION, POLICE)]
    found = matrix_of(SCHOOL, *drafts)
    assert found.rows[0].over
    assert found.rows[0].share_words.startswith("The shares add up to 110%")
    assert found.words.endswith("1 result over 100%")


def test_what_is_unmapped_and_what_nothing_feeds_is_counted() -> None:
    story = a_result(GROUP, name="One visit", on=date(2008, 5, 1))
    found = matrix_of(SCHOOL, story, claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id), claim(story, TRUST))
    assert [row.result for row in found.unmapped] == [story]
    assert [column.code for column in found.unfed] == ["12187", "8575"]
    assert found.words == "2 results of 2007/08, 1 on a line · 3 lines of 2 agencies, 2 with nothing yet"


def test_a_line_is_fed_by_the_result_of_another_group_as_well() -> None:
    other = a_group(code="SEMO", name="Schooling")
    theirs = a_result(other)
    found = matrix_of(other, theirs, claim(theirs, EDUCATION, line_id=ATTENDANCE.id))
    assert [column.code for column in found.unfed] == ["12187", "8575"]


def test_disputed_and_withdrawn_claims_stay_in_their_cells_and_do_not_count() -> None:
    disputed = claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id, state=MappingState.DISPUTED)
    withdrawn = claim(SCHOOL, POLICE, line_id=CRIME.id, state=MappingState.WITHDRAWN)
    row = matrix_of(SCHOOL, disputed, withdrawn).rows[0]
    assert set(row.cells.values()) == {disputed, withdrawn}
    assert (row.agencies, row.unmapped, row.disputed) == (0, True, True)


def test_a_live_claim_stands_in_the_cell_before_one_that_was_withdrawn() -> None:
    live = claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id)
    old = claim(SCHOOL, EDUCATION, line_id=ATTENDANCE.id, state=MappingState.WITHDRAWN)
    assert list(matrix_of(SCHOOL, live, old).rows[0].cells.values()) == [live]


def test_withdrawn_results_and_those_of_other_periods_are_left_out() -> None:
    others = (a_result(GROUP, state=ResultState.WITHDRAWN), a_result(GROUP, on=date(2007, 6, 30)))
    assert [row.result for row in matrix_of(SCHOOL, *others).rows] == [SCHOOL]


def test_a_group_opens_at_this_year_or_at_the_last_that_has_results() -> None:
    old = a_result(GROUP, on=date(2004, 3, 1))
    assert usual_period(seen(SCHOOL, old), GROUP.id) == YEAR
    assert usual_period(seen(old), GROUP.id) == Period(2004)
    labels = [period.label for period in periods_with_results(seen(old), GROUP.id)]
    assert labels == ["2007/08", "2003/04", "2003/04-Q3"]


def test_a_group_without_anything_has_an_empty_matrix() -> None:
    found = accountability_matrix(snapshot_of(TODAY, [GROUP]), GROUP.id, YEAR)
    assert (found.rows, found.columns, found.words) == ((), (), "No result of 2007/08 is recorded yet")


def sentence(result: Result, mapping: Mapping, *others: Record) -> str:
    return proposed_sentence(seen(result, mapping, *others), mapping)


def test_the_proposed_sentence_says_who_did_what_with_whom_agreed_and_shown_how() -> None:
    led = claim(SCHOOL, EDUCATION, 5000, line_id=ATTENDANCE.id, type=MappingType.LEAD, narrative="")
    told = sentence(SCHOOL, led, claim(SCHOOL, POLICE), some_evidence(SCHOOL))
    assert told == (
        "Education led the work towards “Tamariki back at school” (12 people), with Police. It counts towards 11768 "
        "Attendance. The group agreed 50% of it as its share (6 people). Shown by: Attendance register (grade A)."
    )


def test_a_strong_claim_that_is_not_founded_is_the_agencys_own_word() -> None:
    told = sentence(SCHOOL, claim(SCHOOL, EDUCATION, strength=3, type=MappingType.LEAD))
    assert told.startswith("Education reports that it led the work")


@pytest.mark.parametrize("basis", [CountBasis.PEOPLE, CountBasis.WHANAU, CountBasis.HOUSEHOLDS])
def test_a_small_count_is_in_no_sentence(basis: CountBasis) -> None:
    few = a_result(GROUP, 3, count_basis=basis, unit="of them")
    assert "(fewer than 6 of them)" in sentence(few, claim(few, EDUCATION, 5000))


def test_of_a_restricted_result_the_title_alone_is_told() -> None:
    held = a_result(GROUP, 12, sensitivity=Sensitivity.RESTRICTED)
    told = sentence(held, claim(held, EDUCATION, 5000, line_id=ATTENDANCE.id), some_evidence(held))
    assert told == "Education shared the work towards “Tamariki back at school”."


def test_a_restricted_agency_is_not_named_and_the_sentence_is_never_too_long() -> None:
    hidden = an_agency("HID", name="Hidden", sensitivity=Sensitivity.RESTRICTED)
    many = [an_agency(f"A{number}", name=f"An agency with a rather long name {number}") for number in range(18)]
    own = claim(SCHOOL, EDUCATION)
    assert "with another agency" in sentence(SCHOOL, own, hidden, claim(SCHOOL, hidden))
    assert len(sentence(SCHOOL, own, *many, *(claim(SCHOOL, each) for each in many))) <= 500


def test_a_ratio_has_no_sums_that_could_mislead() -> None:
    ratio = a_result(
        GROUP, aggregation=Aggregation.RATIO, numerator=Decimal(9), denominator=Decimal(12), unit="calls", id=an_id()
    )
    row = matrix_of(ratio, claim(ratio, EDUCATION, 5000)).rows[0]
    assert (row.once_words, row.identity_words) == ("", "")


def test_lines_are_suggested_by_words_of_their_name_and_scope_and_nothing_is_mapped(office: Office) -> None:
    with office.step("make ready"):
        office.save(*OFFICE, SCHOOL)
    snapshot = office.snapshot()
    matrix = accountability_matrix(snapshot, GROUP.id, YEAR)
    ranked = office.ranked(type(ATTENDANCE), asked_words(SCHOOL))
    found = line_suggestions(snapshot, matrix, matrix.rows[0], ranked, snapshot.of(type(ATTENDANCE)))
    assert [(each.line.code, each.words, each.agencies) for each in found] == [
        ("11768", ("attendance", "attend", "school"), "Education")
    ]
    assert snapshot.of(Mapping) == ()


def test_words_are_found_without_their_macrons_and_odd_signs_ask_for_nothing(office: Office) -> None:
    line = a_line(FRAMEWORK, "7", name="Whānau ora")
    with office.step("make ready"):
        office.save(FRAMEWORK, line)
    assert office.ranked(type(line), ["whanau"]) == [line.id]
    assert office.ranked(type(line), ["", '"', "* NEAR(x"]) == []
