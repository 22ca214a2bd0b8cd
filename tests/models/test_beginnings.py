"""Before starting: the triage, sense-making, the continuum, and the wordings of the purpose."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.continuum import continuum
from tracker.models.figures.purposes import purposes
from tracker.models.figures.sense_spread import sense_spread
from tracker.models.figures.triage import triage_found, triage_standing
from tracker.models.mistake import Mistake
from tracker.models.purpose_changes import corrected, reworded
from tracker.models.records import ContinuumPlace, Group, Purpose, Record, SenseMaking, Triage
from tracker.models.records.outlook import Closeness, Domain, TriageResult
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.models.triage_changes import kept_triage, overruled

TODAY = date(2008, 6, 30)
GROUP = a_group(purpose="Fewer services at one door.")
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")


def a_triage(aspects: int | None, agencies: int | None, clarity: int | None, fit: int | None, **more: Any) -> Triage:
    fields: dict[str, Any] = {"id": an_id(), "group_id": GROUP.id, "on": TODAY}
    fields |= {"aspects": aspects, "agencies": agencies, "clarity": clarity, "standardness": fit}
    return Triage(**fields | more)


def a_view(agency: Record, domain: Domain, on: date = TODAY) -> SenseMaking:
    return SenseMaking(id=an_id(), group_id=GROUP.id, agency_id=agency.id, domain=domain, on=on)


def a_place(closeness: Closeness, on: date = TODAY, **more: Any) -> ContinuumPlace:
    fields: dict[str, Any] = {"id": an_id(), "group_id": GROUP.id, "on": on, "closeness": closeness}
    return ContinuumPlace(**fields | more)


def known(*records: Record) -> Snapshot:
    members = (a_member(GROUP, POLICE), a_member(GROUP, EDUCATION))
    return snapshot_of(TODAY, (GROUP, POLICE, EDUCATION, *members, *records))


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ((7, 6, 1, 0), TriageResult.JOINED_UP),
        ((1, 1, 4, 4), TriageResult.SINGLE),
        ((1, 2, 4, 4), TriageResult.SINGLE),
        # One answer that speaks for several agencies keeps a simple matter in view.
        ((1, 3, 4, 4), TriageResult.GREY),
        ((2, 2, 2, 2), TriageResult.GREY),
        ((4, 3, 2, 2), TriageResult.GREY),
        ((0, 0, 0, 0), TriageResult.GREY),
    ],
)
def test_three_of_four_answers_have_to_agree(answers: tuple[int, int, int, int], result: TriageResult) -> None:
    found = triage_found(a_triage(*answers))
    assert found.result is result
    assert len(found.reasons) == 4


def test_a_question_left_open_is_not_enough_to_tell() -> None:
    found = triage_found(a_triage(7, 6, None, 0))
    assert (found.result, found.words) == (None, "Not enough to tell")
    assert found.open_questions == ("How clear is it what the matter is?",)


def test_the_manager_may_overrule_and_says_why() -> None:
    triage = kept_triage(a_triage(7, 6, 1, 0))
    with pytest.raises(Mistake, match="Say in a line why"):
        overruled(triage, TriageResult.SINGLE, " ")
    decided = overruled(triage, TriageResult.SINGLE, "Housing has it in hand.")
    standing = triage_standing(known(decided), GROUP.id)
    assert standing is not None
    assert (standing.result, standing.overruled) == (TriageResult.SINGLE, True)
    assert overruled(decided, TriageResult.JOINED_UP, "").overruled_because == ""


def test_a_triage_without_any_answer_is_not_kept() -> None:
    with pytest.raises(Mistake, match="None of the four questions"):
        kept_triage(a_triage(None, None, None, None))


def test_the_latest_triage_counts_and_the_earlier_stay() -> None:
    first = a_triage(2, 2, 2, 2, on=date(2008, 1, 1))
    standing = triage_standing(known(first, a_triage(7, 6, 1, 0), a_triage(0, 0, 0, 0, on=date(2008, 7, 1))), GROUP.id)
    assert standing is not None
    assert (standing.found.result, standing.earlier) == (TriageResult.JOINED_UP, (first,))


def test_the_spread_counts_each_members_latest_view_and_tells_who_moved() -> None:
    before = a_view(POLICE, Domain.CHAOS, date(2008, 1, 1))
    spread = sense_spread(known(a_view(POLICE, Domain.COMPLEX), before, a_view(EDUCATION, Domain.KNOWN)), GROUP.id)
    assert spread.words == "2 views in 2 domains: 1 complex, 1 known"
    assert [view.agency for view in spread.in_domain(Domain.COMPLEX)] == ["Police"]
    assert [view.moved_words for view in spread.views] == ["", "moved from chaos (1 Jan 2008)"]


def test_members_who_have_not_said_are_named() -> None:
    spread = sense_spread(known(a_view(POLICE, Domain.COMPLEX)), GROUP.id)
    assert (spread.words, spread.asked_words) == ("One view so far: 1 complex", "1 agency not asked yet: Education")
    assert sense_spread(known(), GROUP.id).words == ""


def test_all_who_see_it_alike_are_said_to() -> None:
    spread = sense_spread(known(a_view(POLICE, Domain.KNOWN), a_view(EDUCATION, Domain.KNOWN)), GROUP.id)
    assert (spread.words, spread.asked_words) == ("All 2 see it alike: 2 known", "")


@pytest.mark.parametrize(
    ("now", "target", "words"),
    [
        (Closeness.COMMUNICATION, Closeness.CO_ORDINATION, "Communication now, 2 places short of co-ordination"),
        (Closeness.COLLABORATION, Closeness.COLLABORATION, "Collaboration: where the group means to be"),
        (Closeness.COLLABORATION, Closeness.CO_OPERATION, "Collaboration now: closer than the co-operation"),
        (Closeness.CO_EXISTENCE, None, "Co-existence now; where the group means to be has not been noted"),
        (None, Closeness.CO_OPERATION, "Where the group is has not been noted"),
        (None, None, ""),
    ],
)
def test_the_gap_is_said_in_words(now: Closeness | None, target: Closeness | None, words: str) -> None:
    places = [a_place(now)] if now else []
    places += [a_place(target, target=True)] if target else []
    found = continuum(known(*places), GROUP.id).words
    assert found.startswith(words) if words else not found


def test_places_stand_newest_first_and_those_to_come_wait() -> None:
    old, new = a_place(Closeness.CO_EXISTENCE, date(2007, 3, 1)), a_place(Closeness.COMMUNICATION)
    found = continuum(known(new, old, a_place(Closeness.COLLABORATION, date(2008, 7, 1))), GROUP.id)
    assert [step.place for step in found.steps] == [new, old]


def test_rewording_keeps_the_first_wording_and_sets_the_groups_own() -> None:
    made = reworded(known(), GROUP.id, "Fewer doors.", "The aunties said so.", TODAY, an_id)
    first, second, group = made
    assert isinstance(first, Purpose)
    assert isinstance(group, Group)
    assert (first.text, first.on) == ("Fewer services at one door.", GROUP.started_on)
    assert group.purpose == "Fewer doors."
    snapshot = snapshot_of(TODAY, (group, first, second))
    assert [each.said_why for each in purposes(snapshot, GROUP.id)] == ["The aunties said so.", "The first wording"]


def test_a_wording_changed_elsewhere_is_shown_and_kept_at_the_next() -> None:
    noted = Purpose(id=an_id(), group_id=GROUP.id, on=date(2008, 1, 1), text="Another door.", why="To begin with.")
    snapshot = known(noted)
    latest = purposes(snapshot, GROUP.id)[0]
    assert (latest.text, latest.said_why, latest.on) == (GROUP.purpose, "Reworded without a reason", None)
    made = reworded(snapshot, GROUP.id, "Fewer doors.", "Asked for.", TODAY, an_id)
    after = snapshot_of(TODAY, (noted, *made))
    assert [each.text for each in purposes(after, GROUP.id)] == ["Fewer doors.", GROUP.purpose, "Another door."]


@pytest.mark.parametrize(
    ("text", "why", "on", "says"),
    [
        ("", "So", TODAY, "Put the purpose into words"),
        ("Fewer  services at one door.", "So", TODAY, "These are the words"),
        ("Other", " ", TODAY, "Say in a line why"),
        ("Other", "So", date(2008, 7, 1), "1 Jul 2008 is still to come"),
        ("Other", "So", date(2006, 7, 1), "The purpose was put into words on"),
    ],
)
def test_what_cannot_be_reworded_is_said(text: str, why: str, on: date, says: str) -> None:
    with pytest.raises(Mistake, match=says):
        reworded(known(), GROUP.id, text, why, on, an_id)


def test_the_latest_wording_put_right_takes_the_group_along() -> None:
    noted = Purpose(id=an_id(), group_id=GROUP.id, on=date(2008, 1, 1), text=GROUP.purpose)
    older = Purpose(id=an_id(), group_id=GROUP.id, on=date(2007, 6, 1), text="Older")
    snapshot = known(noted, older)
    _, group = corrected(snapshot, replace(noted, text="Fewer doors."))
    assert isinstance(group, Group)
    assert group.purpose == "Fewer doors."
    assert len(corrected(snapshot, replace(older, text="Oldest"))) == 1
