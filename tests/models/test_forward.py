"""Moving forward: tactics for the stage, promises of them, and the office's own evidence."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import a_group, a_stage, an_agency, an_id
from tracker.models.figures.forward import Forward, TacticRow, forward, under_way
from tracker.models.figures.tactic_evidence import Followed, evidence, tries
from tracker.models.forward_changes import made_promise, said_whether_helped
from tracker.models.guidance.tactics import TACTICS
from tracker.models.mistake import Mistake
from tracker.models.records import Commitment, Group, Record
from tracker.models.records.commitment import Helped
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
POLICE = an_agency("POL", short_name="Police")
PRACTICAL = next(tactic for tactic in TACTICS if tactic.key == "frustration_practical")
MADE = date(2007, 6, 1)


def a_promise(group: Group, **more: Any) -> Commitment:
    fields: dict[str, Any] = {"id": an_id(), "group_id": group.id, "text": "Paint the hall", "agency_id": POLICE.id}
    return Commitment(**fields | {"made_on": MADE, "due": MADE, "tactic": PRACTICAL.key} | more)


def known(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, (POLICE, *records))


def row(found: Forward, key: str = PRACTICAL.key) -> TacticRow:
    return next(each for each in found.rows if each.id == key)


@pytest.mark.parametrize(
    ("stage", "crossover", "stages"),
    [
        (Stage.FLYING, False, {Stage.FLYING}),
        (Stage.FRUSTRATION, True, {Stage.FRUSTRATION, Stage.FUNCTIONING}),
        (Stage.FUNCTIONING, True, {Stage.FRUSTRATION, Stage.FUNCTIONING}),
        (Stage.FAILING, False, {Stage.FAILING, Stage.FRUSTRATION}),
        (None, False, set()),
    ],
)
def test_the_tactics_suit_the_stage(stage: Stage | None, crossover: bool, stages: set[Stage]) -> None:
    group = a_group()
    found = forward(known(group, a_stage(group, stage, crossover=crossover)), group.id)
    assert {each.tactic.stage for each in found.suited} == stages


def test_no_tactic_suits_a_group_that_is_closed_or_was_never_judged() -> None:
    never, closed = a_group(), a_group(closed_on=date(2008, 1, 1), closed_because="Done")
    snapshot = known(never, closed, a_stage(closed))
    assert (forward(snapshot, never.id).suited, forward(snapshot, never.id).judged) == ((), False)
    assert (forward(snapshot, closed.id).suited, forward(snapshot, closed.id).closed) == ((), True)


def test_a_tactic_becomes_a_promise_with_its_words_its_owner_and_its_date() -> None:
    group, due = a_group(), date(2008, 7, 25)
    made = made_promise(known(group), group.id, PRACTICAL, " ", (POLICE.id, ""), due, an_id)
    assert (made.text, made.tactic, made.agency_id, made.person_id) == (
        PRACTICAL.text,
        PRACTICAL.key,
        POLICE.id,
        None,
    )
    assert (made.made_on, made.due, made.first_due) == (TODAY, due, due)
    assert under_way(known(group, made), group.id)[PRACTICAL.key].commitment == made


@pytest.mark.parametrize(
    ("owner", "due", "closed", "says"),
    [
        ("", TODAY, None, "Say who will do it"),
        (POLICE.id, date(2008, 6, 29), None, "29 Jun 2008 is past"),
        (POLICE.id, TODAY, date(2008, 1, 1), "closed on 1 Jan 2008"),
    ],
)
def test_what_cannot_be_promised_is_said(owner: str, due: date, closed: date | None, says: str) -> None:
    group = a_group(closed_on=closed, closed_because="Done" if closed else "")
    with pytest.raises(Mistake, match=says):
        made_promise(known(group), group.id, PRACTICAL, "", (owner, ""), due, an_id)


@pytest.mark.parametrize(
    ("fields", "asks"),
    [
        ({"kept_on": TODAY, "due": TODAY}, True),
        ({"due": TODAY - timedelta(days=30)}, True),
        ({"due": TODAY - timedelta(days=29)}, False),
        ({"due": None}, False),
        ({"kept_on": MADE, "helped": Helped.NO}, False),
        ({"released_on": MADE}, False),
        ({"kept_on": MADE, "tactic": ""}, False),
    ],
    ids=["kept", "30 days past", "29 days past", "no date", "said", "released", "no tactic"],
)
def test_it_is_asked_in_time_whether_it_helped(fields: dict[str, Any], asks: bool) -> None:
    group = a_group()
    found = forward(known(group, a_promise(group, **fields)), group.id)
    assert found.asking == int(asks)


def test_whether_it_helped_is_said_on_a_day_and_taken_back() -> None:
    promise = a_promise(a_group())
    said = said_whether_helped(promise, Helped.PARTLY, TODAY, "They came.")
    assert (said.helped, said.helped_on, said.helped_note) == (Helped.PARTLY, TODAY, "They came.")
    assert said_whether_helped(said, None, TODAY) == promise
    with pytest.raises(Mistake, match="It was promised on 1 Jun 2007"):
        said_whether_helped(promise, Helped.YES, date(2007, 5, 1))


def tried(helped: Helped | None, *stages: tuple[date, Stage], **group_fields: Any) -> list[Record]:
    group = a_group(**group_fields)
    promise = a_promise(group, kept_on=MADE, helped=helped)
    return [group, promise, *(a_stage(group, stage, on=on) for on, stage in stages)]


BEGUN, SOON, LATE = date(2007, 3, 1), date(2007, 9, 1), date(2008, 1, 1)


@pytest.mark.parametrize(
    ("stages", "fields", "followed"),
    [
        ([(BEGUN, Stage.FRUSTRATION), (SOON, Stage.FUNCTIONING)], {}, Followed.UP),
        ([(BEGUN, Stage.FRUSTRATION), (LATE, Stage.FUNCTIONING)], {}, Followed.SAME),
        ([(BEGUN, Stage.FRUSTRATION), (SOON, Stage.FAILING)], {}, Followed.DOWN),
        ([], {}, Followed.TOO_EARLY),
        (
            [(BEGUN, Stage.FRUSTRATION), (SOON, Stage.FAILING)],
            {"closed_on": date(2007, 10, 1), "closed_because": "Over"},
            Followed.DOWN,
        ),
    ],
)
def test_what_followed_is_where_the_group_stood_180_days_later(
    stages: list[tuple[date, Stage]], fields: dict[str, Any], followed: Followed
) -> None:
    found = tries(known(*tried(None, *stages, **fields)))[PRACTICAL.key]
    assert [each.followed for each in found] == [followed]


def test_a_try_of_late_is_too_early_to_tell() -> None:
    group = a_group()
    promise = a_promise(group, made_on=date(2008, 5, 1), due=None, kept_on=date(2008, 5, 1))
    found = tries(known(group, promise, a_stage(group)))[PRACTICAL.key]
    assert found[0].followed is Followed.TOO_EARLY


def test_evidence_is_counts_by_stage_and_in_all() -> None:
    stuck = ((BEGUN, Stage.FRUSTRATION),)
    moved = ((BEGUN, Stage.FRUSTRATION), (SOON, Stage.FUNCTIONING))
    records = [*tried(Helped.YES, *moved), *tried(Helped.YES, *moved), *tried(Helped.NO, *stuck)]
    records += tried(None, (BEGUN, Stage.FORMING))
    at_forming, at_frustration, in_all = evidence(PRACTICAL.key, tries(known(*records))[PRACTICAL.key])
    assert (at_forming.where, at_forming.words) == ("Forming", "Tried once: too few to tell")
    assert at_forming.followed_words == ""
    assert at_frustration.words == "Tried 3 times: helped 2, did not help 1"
    assert at_frustration.followed_words == "180 days later: further on 2, at the same stage 1"
    assert in_all.words == "Tried 4 times: helped 2, did not help 1, not said 1"


@pytest.mark.parametrize(("number", "words"), [(0, "Not tried yet"), (2, "Tried twice: too few to tell")])
def test_under_three_tries_nothing_is_said(number: int, words: str) -> None:
    records = [record for _ in range(number) for record in tried(Helped.YES, (BEGUN, Stage.FRUSTRATION))]
    group = a_group()
    found = row(forward(known(group, *records), group.id)).in_all
    assert (found.words, found.followed_words) == (words, "")


def test_a_promise_that_was_never_carried_out_is_no_try() -> None:
    group = a_group()
    promises = [a_promise(group), a_promise(group, missed_on=MADE), a_promise(group, released_on=MADE)]
    assert tries(known(group, *promises))[PRACTICAL.key] == ()
