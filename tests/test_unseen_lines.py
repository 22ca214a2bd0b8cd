"""How the score of the lines that the reader has not seen is made, with readers that are put on."""

from datetime import date

from benchmarks.unseen_lines import ASK, expectations, report, setting_of_the_lines, verdicts
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records import Agency, Person
from tracker.models.snapshot import Snapshot


class KnowsTheAnswers:
    """Reads every line as it is expected."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._agencies = {agency.called: agency.id for agency in snapshot.of(Agency)}
        self._people = {person.name: person.id for person in snapshot.of(Person)}
        self._answers = {expected["line"]: expected for expected in expectations()}

    def read(self, line: str) -> DraftItem:
        answer = self._answers[line]
        agency, due, to = answer.get("agency", ""), answer.get("due", ""), answer.get("to", "")
        return DraftItem(
            kind=ItemKind[answer["kind"].upper()],
            text=line,
            agency_id=self._agencies.get(agency, ""),
            who_open="somebody" if agency == ASK else "",
            person_id=self._people.get(answer.get("person", ""), ""),
            to_agency_id=self._agencies.get(to, ""),
            to="" if to in self._agencies else to,
            due=None if due in ("", ASK) else date.fromisoformat(due),
            due_open="some day" if due == ASK else "",
            agency_ids=tuple(self._agencies[name] for name in answer.get("agencies", [])),
        )


class TakesNotes:
    """Reads every line as a plain note."""

    def read(self, line: str) -> DraftItem:
        return DraftItem(kind=ItemKind.NOTE, text=line)


def test_there_are_fifty_lines_of_all_eight_kinds_and_none_twice() -> None:
    lines = expectations()
    assert len({expected["line"] for expected in lines}) == 50
    assert {expected["kind"].upper() for expected in lines} == {kind.name for kind in ItemKind}


def test_a_reader_that_knows_the_answers_has_every_line_right() -> None:
    snapshot, _ = setting_of_the_lines()
    found = list(report(verdicts(KnowsTheAnswers(snapshot), snapshot, expectations())))
    assert len(found) == 7
    assert all(words.endswith(" 50 of 50") for words in found)


def test_a_line_that_comes_out_otherwise_is_listed_with_what_was_expected() -> None:
    snapshot, _ = setting_of_the_lines()
    (mele,) = [expected for expected in expectations() if expected["line"].startswith("Mele to ring")]
    (verdict,) = verdicts(TakesNotes(), snapshot, [mele])
    assert verdict.wrong == {
        "kind": "note, expected commitment",
        "who": "nothing, expected Work and Income",
        "person": "nothing, expected Mele Fonoti",
        "due": "nothing, expected 2008-06-16",
    }


def test_a_reader_that_only_takes_notes_has_the_notes_right_alone() -> None:
    snapshot, _ = setting_of_the_lines()
    found = list(report(verdicts(TakesNotes(), snapshot, expectations())))
    assert found[0] == "kind        2 of 50"
    assert found[6] == "all of it   2 of 50"
