"""`python -m benchmarks.unseen_lines [FILE]`: typed lines the reader was not made for, read once, and the score.

The lines and what each is expected to mean stand in tests/data/unseen-lines.toml and unseen-lines-2.toml; where they
were typed stands at the head of the first. Without a FILE both are read, one table after the other.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from benchmarks.ground import TOP
from tests.builders import a_group, a_member, a_person, an_agency, an_id, an_office
from tracker.models.folding import folded
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records import Agency, Person, PlannedMeeting, Record, SchoolTerm
from tracker.models.records.agency import Sector
from tracker.models.snapshot import Snapshot, snapshot_of

LINES = TOP / "tests" / "data" / "unseen-lines.toml"
MORE_LINES = TOP / "tests" / "data" / "unseen-lines-2.toml"
MEETING = date(2008, 6, 12)
PARTS = ("kind", "who", "person", "to", "due", "agencies")
ASK = "ask"

# Code, name, short name, name in te reo, and who sits there.
_IN_THE_GROUP = (
    ("POL", "New Zealand Police", "Police", "Ngā Pirihimana o Aotearoa", "Sergeant Tama Rewi"),
    ("HNZ", "Housing New Zealand", "Housing", "", ""),
    ("WINZ", "Work and Income", "Work and Income", "Te Hiranga Tangata", "Mele Fonoti"),
    ("CYF", "Child, Youth and Family", "CYF", "", "Hana Pōtiki"),
    ("EDU", "Ministry of Education", "Education", "Te Tāhuhu o te Mātauranga", "Rob Clark"),
    ("PHS", "Papakura High School", "", "", ""),
    ("MAR", "Manurewa Marae", "", "", "Ana Te Aho"),
    ("TWA", "Te Whānau o Aroha Trust", "Te Whānau o Aroha", "", ""),
)
_ELSEWHERE = ("CMDHB", "Counties Manukau District Health Board", "Counties Manukau DHB", "", "")


class Reader(Protocol):
    """What reads a line."""

    def read(self, line: str) -> DraftItem: ...


@dataclass(frozen=True)
class Verdict:
    """One line: what came out of each part, where that was not what is expected."""

    line: str
    wrong: dict[str, str]


def setting_of_the_lines() -> tuple[Snapshot, str]:
    """The records around the lines, and the id of the group that meets."""
    group = a_group()
    records: list[Record] = [an_office(), group]
    for place, (code, name, short, te_reo, sits) in enumerate((*_IN_THE_GROUP, _ELSEWHERE)):
        agency = an_agency(code, name=name, short_name=short, te_reo_name=te_reo, sector=Sector.CENTRAL_GOVERNMENT)
        records.append(agency)
        person = a_person(agency, name=sits, post="") if sits else None
        if person:
            records.append(person)
        if place < len(_IN_THE_GROUP):
            records.append(a_member(group, agency, person_id=person.id if person else None))
    records += [
        PlannedMeeting(id=an_id(), group_id=group.id, on=date(2008, 6, 26)),
        SchoolTerm(id=an_id(), name="Term 2, 2008", from_on=date(2008, 5, 5), to_on=date(2008, 7, 4)),
        SchoolTerm(id=an_id(), name="Term 3, 2008", from_on=date(2008, 7, 21), to_on=date(2008, 9, 26)),
    ]
    return snapshot_of(MEETING, records), group.id


def expectations(file: Path = LINES) -> list[dict[str, Any]]:
    """The lines with what is expected of each, as they stand in the file."""
    lines: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["lines"]
    return lines


def verdicts(reader: Reader, snapshot: Snapshot, lines: Sequence[dict[str, Any]]) -> list[Verdict]:
    """Reads each line once."""
    return [
        Verdict(expected["line"], dict(_wrong(snapshot, expected, reader.read(expected["line"])))) for expected in lines
    ]


def report(found: Sequence[Verdict]) -> Iterator[str]:
    """The score by parts and as a whole, and the lines that came out otherwise."""
    total = len(found)
    for part in PARTS:
        yield f"{part:<10}{sum(part not in verdict.wrong for verdict in found):>3} of {total}"
    yield f"{'all of it':<10}{sum(not verdict.wrong for verdict in found):>3} of {total}"
    for verdict in found:
        if verdict.wrong:
            yield f"\n{verdict.line}"
            yield from (f"    {part}: {words}" for part, words in verdict.wrong.items())


def tables(reader: Reader, snapshot: Snapshot, files: Sequence[Path]) -> Iterator[str]:
    """The report of each file under the file's name."""
    for place, file in enumerate(files):
        if place:
            yield ""
        yield file.name
        yield from report(verdicts(reader, snapshot, expectations(file)))


def main(arguments: Sequence[str]) -> int:
    """Prints the score as it comes; exit status 0 whatever it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unseen_lines")
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="lines in the same form (default: both files)"
    )
    file = parser.parse_args(arguments).file

    from tracker.models.typed_line.reader import LineReader

    snapshot, group_id = setting_of_the_lines()
    reader = LineReader(snapshot, group_id, MEETING)
    print("\n".join(tables(reader, snapshot, [file] if file else [LINES, MORE_LINES])))
    return 0


def _wrong(snapshot: Snapshot, expected: dict[str, Any], item: DraftItem) -> Iterator[tuple[str, str]]:
    """Each part that is not as expected, with both in words."""
    wanted, got = _wanted(expected), _got(snapshot, item)
    for part in PARTS:
        if wanted[part] != got[part]:
            yield part, f"{got[part] or 'nothing'}, expected {wanted[part] or 'nothing'}"


def _wanted(expected: dict[str, Any]) -> dict[str, str]:
    return {
        "kind": expected["kind"],
        "who": expected.get("agency", ""),
        "person": expected.get("person", ""),
        "to": _plain(expected.get("to", "")),
        "due": expected.get("due", ""),
        "agencies": ", ".join(sorted(expected.get("agencies", []))),
    }


def _got(snapshot: Snapshot, item: DraftItem) -> dict[str, str]:
    """What was read, in the words of the file. A part that the kind does not have counts only if it would be asked."""
    promise = item.kind is ItemKind.COMMITMENT
    credited = item.kind in (ItemKind.VICTORY, ItemKind.LESSON)
    who = _called(snapshot, item.agency_id) if item.kind.owned else ""
    due = item.due.isoformat() if item.due else ""
    return {
        "kind": item.kind.name.lower(),
        "who": ASK if item.who_open else who,
        "person": snapshot.called(Person, item.person_id) if promise and item.person_id else "",
        "to": _to(snapshot, item) if promise else "",
        "due": ASK if item.due_open else due if promise else "",
        "agencies": ", ".join(sorted(_called(snapshot, each) for each in item.agency_ids)) if credited else "",
    }


def _to(snapshot: Snapshot, item: DraftItem) -> str:
    return _plain(_called(snapshot, item.to_agency_id) or item.to)


def _plain(words: str) -> str:
    """To whom, without macrons, capitals and article."""
    return folded(words).removeprefix("the ").strip()


def _called(snapshot: Snapshot, agency_id: str) -> str:
    return snapshot.called(Agency, agency_id) if agency_id else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
