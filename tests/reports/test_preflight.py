"""The checks before a return is saved: what they find, and that errors stop signing."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_framework, a_line, a_mapping, a_member, a_result, a_stage, an_agency, some_evidence
from tests.reports.conftest import Maker
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Line, Mapping, Result
from tracker.models.records.accountability import GroupType, MappingState
from tracker.models.records.handing_in import ReturnState
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Grade
from tracker.reports.finding import Finding, Severity
from tracker.reports.group_checks import GROUP_CHECKS


@pytest.fixture
def claimed(maker: Maker) -> tuple[Maker, Result, Agency, Line]:
    """A result of a member agency with a line of its year, and nothing wrong."""
    agency, framework = an_agency(), a_framework()
    line, result = a_line(framework), a_result(maker.group, 12)
    maker.keep(agency, framework, line, result, a_member(maker.group, agency), some_evidence(result))
    return maker, result, agency, line


def found(maker: Maker, check_id: str) -> list[Finding]:
    return [each for each in maker.prepare().checks if each.check_id == check_id and each.severity is not Severity.PASS]


def test_every_check_is_listed_and_passes_where_nothing_is_wrong(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, agency, line = claimed
    maker.keep(a_mapping(result, agency, 5000, line_id=line.id), a_stage(maker.group, on=date(2008, 5, 1)))
    ids = {each.check_id for each in maker.prepare().checks if each.severity is Severity.PASS}
    assert ids == {check.check_id for check in GROUP_CHECKS} | {"control_characters", "long_text"}


def test_shares_that_sum_to_10001_stop_signing_and_not_a_draft(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, agency, line = claimed
    other = an_agency("POL")
    maker.keep(other, a_mapping(result, agency, 5000, line_id=line.id), a_mapping(result, other, 5001))
    (check,) = found(maker, "share_cap")
    assert (check.severity, check.sheet, check.row, check.result_id) == (Severity.ERROR, "Results", 5, result.id)
    with pytest.raises(Mistake, match="This return has an error"):
        maker.write(maker.prepare(ReturnState.CERTIFIED))
    assert maker.write(maker.prepare(ReturnState.DRAFT)).path.exists()


def test_a_restricted_share_is_in_the_cap_and_is_not_told(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, _, line = claimed
    secret = a_mapping(result, an_agency("X"), 9000, line_id=line.id, sensitivity=Sensitivity.RESTRICTED)
    maker.keep(secret, a_mapping(result, an_agency("Y"), 2000))
    (cap,), (claim,) = found(maker, "share_cap"), found(maker, "restricted_claim")
    assert "more than 100%" in cap.message
    assert "Agency X" not in claim.message + claim.item


def test_a_whole_and_its_category_are_refused(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, agency, line = claimed
    whole = replace(line, id="whole", code="11764", parent_code="", line_key="whole", group_type=GroupType.PARENT)
    category = replace(line, id="part", code="11765", parent_code="11764", line_key="part", group_type=GroupType.MCA)
    maker.keep(whole, category)
    maker.keep(*(a_mapping(result, agency, line_id=each.id) for each in (whole, category)))
    (check,) = found(maker, "whole_and_part")
    assert check.severity is Severity.ERROR


def test_two_claims_on_one_line_are_an_error(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, agency, line = claimed
    maker.keep(*(a_mapping(result, agency, line_id=line.id) for _ in range(2)))
    assert [each.severity for each in found(maker, "one_claim_a_line")] == [Severity.ERROR]


def test_a_result_outside_its_lines_year_is_asked_about(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, agency, _ = claimed
    framework = a_framework(period_from=date(2006, 7, 1), period_to=date(2007, 6, 30))
    line = a_line(framework, "1")
    maker.keep(framework, line, a_mapping(result, agency, line_id=line.id))
    (check,) = found(maker, "line_year")
    assert check.severity is Severity.QUERY
    assert "20 May 2008" in check.message


@pytest.mark.parametrize(
    ("claim", "stands"),
    [
        ({"evidence_grade": Grade.B, "rival_explanation": "The new bus"}, True),
        ({"evidence_grade": Grade.C, "rival_explanation": "The new bus"}, False),
        ({"evidence_grade": Grade.A}, False),
        ({"evidence_grade": Grade.A, "rival_explanation": "The bus", "state": MappingState.AGENCY_AGREED}, False),
    ],
)
def test_a_strong_claim_needs_its_grounds(
    claimed: tuple[Maker, Result, Agency, Line], claim: dict[str, object], stands: bool
) -> None:
    maker, result, agency, line = claimed
    maker.keep(a_mapping(result, agency, line_id=line.id, strength=3, **claim))
    assert bool(found(maker, "strong_claims")) is not stands


def test_who_is_no_member_is_asked_about(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, result, _, _ = claimed
    stranger = an_agency("X", short_name="The stranger")
    maker.keep(stranger, a_mapping(result, stranger))
    (check,) = found(maker, "member_agency")
    assert check.message.startswith("The stranger has not been a member")
    assert isinstance(check.record, Mapping)


def test_what_another_office_reports_first_is_not_counted_here(claimed: tuple[Maker, Result, Agency, Line]) -> None:
    maker, *_ = claimed
    maker.keep(a_result(maker.group, 40, primary_reporter="WLG"))
    assert found(maker, "one_primary")[0].severity is Severity.QUERY
    totals = dict(row[:2] for row in maker.prepare().book.sheets[-1].rows)
    assert totals["total.people"] == 12


def test_a_title_that_tells_a_withheld_count_is_asked_about(maker: Maker) -> None:
    maker.keep(a_result(maker.group, 3, name="Three tamariki back at school"))
    assert [each.severity for each in found(maker, "small_in_words")] == [Severity.QUERY]


def test_errors_come_first(small_group: Maker) -> None:
    ranks = [each.severity.rank for each in small_group.prepare().checks]
    assert ranks == sorted(ranks)
