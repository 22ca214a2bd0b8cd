"""What is done with claims on lines, and what is refused."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.builders import (
    a_framework,
    a_group,
    a_line,
    a_mapping,
    a_meeting,
    a_member,
    a_result,
    an_agency,
    an_id,
    some_evidence,
)
from tracker.models.mapping_changes import (
    agreed_by_agency,
    agreed_by_group,
    claimed,
    disputed,
    put_right,
    read_share,
    split_by_strength,
    split_equally,
    with_evidence,
    with_part,
    with_sentence,
    with_share,
    with_strength,
    withdrawn,
)
from tracker.models.mapping_rules import strong_claim_gaps, warnings_of
from tracker.models.mistake import Mistake
from tracker.models.records import Mapping, Record
from tracker.models.records.accountability import (
    FrameworkState,
    GroupType,
    MappingRole,
    MappingState,
    MappingType,
    ShareBasis,
)
from tracker.models.records.result import Grade
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.store.office import Office

TODAY = date(2008, 6, 30)
GROUP = a_group()
EDUCATION, POLICE = an_agency("EDU", short_name="Education"), an_agency("POL", short_name="Police")
FRAMEWORK = a_framework()
WHOLE = a_line(FRAMEWORK, "11764", name="Outcomes for students", group_type=GroupType.PARENT)
PART = a_line(FRAMEWORK, "11768", name="Outcomes for students", category_name="Attendance", parent_line_id=WHOLE.id)
SCHOOL = a_result(GROUP, 12)
SEATS = (a_member(GROUP, EDUCATION), a_member(GROUP, POLICE))
MEETING = a_meeting(GROUP, on=date(2008, 6, 26))
OFFICE = (GROUP, EDUCATION, POLICE, *SEATS, FRAMEWORK, WHOLE, PART, SCHOOL, MEETING)


def seen(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, (*OFFICE, *records))


def draft(share_bp: int | None = None, agency: Any = EDUCATION, **fields: Any) -> Mapping:
    return a_mapping(SCHOOL, agency, share_bp, **{"state": MappingState.DRAFT, "narrative": ""} | fields)


def agreed(share_bp: int | None = None, agency: Any = EDUCATION, **fields: Any) -> Mapping:
    return a_mapping(SCHOOL, agency, share_bp, **{"agreed_on": date(2008, 6, 26)} | fields)


def of_agencies(count: int) -> list[Mapping]:
    return [draft(agency=an_agency(f"A{number}")) for number in range(count)]


def shares(claims: Sequence[Mapping]) -> list[int]:
    return [claim.share_bp or 0 for claim in claims]


# Claims


def test_a_claim_is_a_draft_with_the_best_grade_of_what_shows_its_result() -> None:
    evidence = (some_evidence(SCHOOL, grade=Grade.C), some_evidence(SCHOOL, grade=Grade.B))
    made = claimed(seen(*evidence), SCHOOL, EDUCATION.id, PART.id, an_id)
    assert (made.state, made.agency_id, made.line_id) == (MappingState.DRAFT, EDUCATION.id, PART.id)
    assert (made.evidence_grade, made.share_bp, made.problems()) == (Grade.B, None, [])


def test_a_result_counts_towards_a_line_once_whoever_claims_it() -> None:
    with pytest.raises(Mistake, match="counts towards “Attendance” already, as Education claims"):
        claimed(seen(draft(line_id=PART.id)), SCHOOL, POLICE.id, PART.id, an_id)


@pytest.mark.parametrize(("first", "second"), [(WHOLE, PART), (PART, WHOLE)])
def test_a_claim_on_a_whole_and_on_one_of_its_categories_is_refused(first: Any, second: Any) -> None:
    with pytest.raises(Mistake, match="multi-category appropriation and one of its categories"):
        claimed(seen(draft(line_id=first.id)), SCHOOL, EDUCATION.id, second.id, an_id)


def test_whole_and_part_are_told_by_their_codes_where_no_link_is_kept() -> None:
    whole = a_line(FRAMEWORK, "900", group_type=GroupType.PARENT)
    part = a_line(FRAMEWORK, "901", parent_code="900")
    with pytest.raises(Mistake, match="keep one of the two"):
        claimed(seen(whole, part, draft(line_id=whole.id)), SCHOOL, EDUCATION.id, part.id, an_id)


def test_an_agency_contributes_without_a_line_once_and_beside_others() -> None:
    own = draft(line_id=None)
    with pytest.raises(Mistake, match="Education has a claim without a line"):
        claimed(seen(own), SCHOOL, EDUCATION.id, None, an_id)
    assert claimed(seen(own), SCHOOL, POLICE.id, None, an_id).agency_id == POLICE.id


def test_a_withdrawn_claim_is_taken_up_again_and_not_doubled() -> None:
    old = draft(4000, line_id=PART.id, state=MappingState.WITHDRAWN)
    made = claimed(seen(old), SCHOOL, EDUCATION.id, PART.id, an_id)
    assert (made.id, made.state, made.share_bp) == (old.id, MappingState.DRAFT, 4000)


def test_a_claim_cannot_be_taken_up_again_where_another_has_taken_its_place() -> None:
    old, live = draft(line_id=PART.id, state=MappingState.DISPUTED), draft(agency=POLICE, line_id=PART.id)
    with pytest.raises(Mistake, match="as Police claims"):
        agreed_by_agency(seen(old, live), old, TODAY)
    with pytest.raises(Mistake, match="as Police claims"):
        agreed_by_group(seen(old, live), [old], TODAY, None)


# Shares


def test_a_share_of_the_whole_and_one_point_more_is_refused() -> None:
    claim = draft()
    assert with_share([claim], claim, 10_000).share_bp == 10_000
    with pytest.raises(Mistake, match=r"A share of 100\.01% cannot be"):
        with_share([claim], claim, 10_001)


@pytest.mark.parametrize(
    ("typed", "share"),
    [("40", 4000), ("40%", 4000), (" 33.34 % ", 3334), ("33,5", 3350), ("4000 bp", 4000), ("0", 0), ("", None)],
)
def test_a_share_is_typed_in_per_cent_or_in_points(typed: str, share: int | None) -> None:
    assert read_share(typed) == share


@pytest.mark.parametrize("typed", ["half", "-1", "100.01", "10001 bp", "33.345", "1e3", "4000000000000", "=1+1"])
def test_what_is_no_share_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Mistake, match=r"no share|cannot be|finer"):
        read_share(typed)


def test_drafts_may_add_up_to_more_than_the_whole_and_the_group_cannot_agree_them() -> None:
    claims = [draft(6000), draft(4001, POLICE)]
    with pytest.raises(Mistake, match=r"add up to 100\.01%, and 100% is the whole"):
        agreed_by_group(seen(*claims), [claims[0]], TODAY, None)


def test_beside_a_share_that_the_group_agreed_none_goes_over_the_whole() -> None:
    claims = [agreed(6000), draft(agency=POLICE)]
    with pytest.raises(Mistake, match="The group has agreed some of them already"):
        with_share(claims, claims[1], 4001)
    assert with_share(claims, claims[1], 4000).share_bp == 4000


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 8, 9, 11, 18])
def test_equal_shares_add_up_to_exactly_the_whole(count: int) -> None:
    split = split_equally(of_agencies(count))
    assert sum(shares(split)) == 10_000
    assert max(shares(split)) - min(shares(split)) <= 1
    assert {claim.share_basis for claim in split} == {ShareBasis.EQUAL}


def test_an_equal_split_is_over_agencies_and_one_with_two_lines_has_one_part() -> None:
    two_lines = [draft(line_id=PART.id), draft(line_id=an_id())]
    split = split_equally([*two_lines, draft(agency=POLICE)])
    assert shares(split) == [2500, 2500, 5000]


def test_disputed_and_withdrawn_claims_take_no_part_in_a_split() -> None:
    others = [draft(agency=POLICE, state=state) for state in (MappingState.DISPUTED, MappingState.WITHDRAWN)]
    assert shares(split_equally([draft(), *others])) == [10_000]
    with pytest.raises(Mistake, match="Nobody claims this result yet"):
        split_equally(others)


def test_a_split_by_strength_adds_up_and_needs_a_strength() -> None:
    claims = [draft(strength=4), draft(agency=POLICE, strength=2), draft(agency=an_agency("X"), strength=0)]
    assert shares(split_by_strength(claims)) == [6667, 3333, 0]
    with pytest.raises(Mistake, match="No claim on this result has a strength yet"):
        split_by_strength([draft()])


# Agreement


def test_what_was_agreed_is_a_draft_again_with_another_share_strength_or_part() -> None:
    claim = agreed(5000, strength=2)
    for changed in (
        with_share([claim], claim, 4000),
        with_strength(claim, 3),
        with_part(claim, MappingRole.CORE, MappingType.LEAD),
    ):
        assert (changed.state, changed.agreed_on, changed.revision) == (MappingState.DRAFT, None, 2)


def test_nothing_changes_where_nothing_was_changed() -> None:
    claim = agreed(5000, strength=2)
    assert with_strength(claim, 2) is claim
    assert with_share([claim], claim, 5000) is claim


def test_the_group_agrees_with_its_meeting_and_day() -> None:
    claim = draft(5000)
    (made,) = agreed_by_group(seen(claim), [claim], date(2008, 6, 26), MEETING.id)
    assert (made.state, made.agreed_on, made.agreed_meeting_id) == (
        MappingState.GROUP_AGREED,
        date(2008, 6, 26),
        MEETING.id,
    )
    with pytest.raises(Mistake, match="That meeting was on 26 Jun 2008"):
        agreed_by_group(seen(claim), [claim], TODAY, MEETING.id)


def test_nothing_is_agreed_on_a_day_to_come() -> None:
    claim = draft()
    with pytest.raises(Mistake, match="1 Jul 2008 is still to come"):
        agreed_by_agency(seen(claim), claim, date(2008, 7, 1))
    with pytest.raises(Mistake, match="still to come"):
        agreed_by_group(seen(claim), [claim], date(2008, 7, 1), None)


def test_an_agency_does_not_agree_what_its_group_agreed() -> None:
    with pytest.raises(Mistake, match="The group has agreed this claim already"):
        agreed_by_agency(seen(), agreed(), TODAY)


def test_a_dispute_takes_the_agreement_back_and_a_withdrawn_claim_is_not_weighed() -> None:
    claim = disputed(agreed(5000))
    assert (claim.state, claim.agreed_on, claim.live) == (MappingState.DISPUTED, None, False)
    gone = withdrawn(claim)
    for change in (lambda: with_strength(gone, 2), lambda: with_share([gone], gone, 1), lambda: disputed(gone)):
        with pytest.raises(Mistake, match="This claim is withdrawn: C takes it up again"):
            change()


# Words and evidence


def test_a_sentence_of_500_characters_fits_and_one_more_does_not() -> None:
    assert len(with_sentence(draft(), "x" * 500).narrative) == 500
    with pytest.raises(Mistake, match=r"501 characters, and 500 fit: leave out 1\."):
        with_sentence(draft(), "x" * 501)


def test_a_claim_takes_the_best_grade_of_what_shows_it() -> None:
    kept = some_evidence(SCHOOL, grade=Grade.B)
    claim = draft(evidence_grade=Grade.B)
    made = with_evidence(seen(kept, claim), claim, some_evidence(SCHOOL, grade=Grade.A))
    assert made.evidence_grade is Grade.A
    assert with_evidence(seen(kept, claim), claim, dataclasses.replace(kept, grade=Grade.D)).evidence_grade is Grade.D


def test_a_strong_claim_says_what_it_lacks() -> None:
    claim = draft(strength=3)
    assert len(strong_claim_gaps(claim)) == 3
    founded = agreed(strength=4, evidence_grade=Grade.B, rival_explanation="A new principal")
    assert strong_claim_gaps(founded) == ()
    assert strong_claim_gaps(draft(strength=2)) == ()


def test_warnings_tell_of_the_year_the_framework_and_the_seat() -> None:
    old = a_framework(period_from=date(2006, 7, 1), period_to=date(2007, 6, 30), state=FrameworkState.SUPERSEDED)
    line = a_line(old, "5", year_end=2007)
    stranger = an_agency("X", name="Stranger")
    claim = draft(agency=stranger, line_id=line.id)
    told = " ".join(warnings_of(seen(old, line, stranger, claim), claim))
    assert "the line of 1 Jul 2006 to 30 Jun 2007" in told
    assert "is not in force" in told
    assert "Stranger has no seat in the group" in told


# The form


def test_the_form_refuses_what_single_keys_refuse() -> None:
    before = agreed(6000, line_id=PART.id)
    other = draft(4000, POLICE, line_id=WHOLE.id)
    for typed, said in (
        (dataclasses.replace(before, share_bp=10_001), "cannot be"),
        (dataclasses.replace(before, line_id=WHOLE.id), "counts towards"),
        (dataclasses.replace(before, narrative="x" * 501), "500 fit"),
    ):
        with pytest.raises(Mistake, match=said):
            put_right(seen(before, other), before, typed)


def test_the_form_takes_agreement_back_where_the_part_was_changed() -> None:
    before = agreed(6000)
    made = put_right(seen(before), before, dataclasses.replace(before, strength=1))
    assert (made.state, made.revision) == (MappingState.DRAFT, 2)
    assert put_right(seen(before), before, before) is before


def test_the_office_itself_keeps_no_agreed_shares_over_the_whole(office: Office) -> None:
    with office.step("make ready"):
        office.save(*OFFICE)
    with pytest.raises(Mistake, match="agree on 100% or less"), office.step("agree"):
        office.save(agreed(6000), agreed(4001, POLICE))
