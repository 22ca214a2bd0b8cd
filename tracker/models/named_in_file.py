"""Whom a name in a file means: by name, short name or code in full. Nothing is guessed; the nearest are named."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot

Named = TypeVar("Named", Group, Agency, Person)
_NAMED_BY = ("code", "short_name", "name", "te_reo_name", "post")
_NEAREST, _LIKE = 3, 0.6
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")


@dataclass(frozen=True)
class Meant(Generic[Named]):
    """Who is meant, or None; then `why` says so and `advice` what to write."""

    record: Named | None
    why: str = ""
    advice: str = ""


class NamesInFile:
    """The names of one office, looked up by the hundred."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._groups = _by_name(snapshot.of(Group))
        self._agencies = _by_name(snapshot.of(Agency))
        self._people = _by_name(snapshot.of(Person))

    def group(self, text: str) -> Meant[Group]:
        """The group of that name or code."""
        return _meant(text, self._groups, "group")

    def agency(self, text: str) -> Meant[Agency]:
        """The agency of that name or code."""
        return _meant(text, self._agencies, "agency")

    def person(self, text: str, agency_id: str = "", group_id: str = "") -> Meant[Person]:
        """The person of that name or post; of several the one of the agency, or with a seat in the group.

        "Mere Tau (POL)" names the agency as well.
        """
        found = self._people.get(folded(text), [])
        if not found and (parts := _IN_BRACKETS.fullmatch(text.strip())):
            named = self.agency(parts[2]).record
            found = [person for person in self._people.get(folded(parts[1]), []) if named and _of(person, named)]
        for fits in (
            [person for person in found if agency_id and person.agency_id == agency_id],
            [person for person in found if group_id and self._sits_in(person, group_id)],
        ):
            if len(found) > 1 and fits:
                found = fits
        return _one(text, found) if found else _meant(text, self._people, "person")

    def add(self, record: Group | Agency | Person) -> None:
        """From here on the names of one more are known, where nobody has them yet."""
        if isinstance(record, Group):
            _add(self._groups, record)
        elif isinstance(record, Agency):
            _add(self._agencies, record)
        else:
            _add(self._people, record)

    def _sits_in(self, person: Person, group_id: str) -> bool:
        return any(seat.group_id == group_id for seat in self._snapshot.of(Membership, person_id=person.id))


def _of(person: Person, agency: Agency) -> bool:
    return person.agency_id == agency.id


def _by_name(records: Iterable[Named]) -> dict[str, list[Named]]:
    """All that a name may mean; a code goes before a name that reads the same."""
    found: dict[str, list[Named]] = {}
    ranks: dict[str, int] = {}
    for record in records:
        own: dict[str, int] = {}
        for rank, field in enumerate(_NAMED_BY):
            if key := folded(getattr(record, field, "")):
                own.setdefault(key, 0 if field == "code" else 1 if rank < len(_NAMED_BY) - 1 else 2)
        for key, rank in own.items():
            if key not in found or rank < ranks[key]:
                found[key], ranks[key] = [record], rank
            elif rank == ranks[key]:
                found[key].append(record)
    return found


def _add(names: dict[str, list[Named]], record: Named) -> None:
    for name, found in _by_name([record]).items():
        names.setdefault(name, []).extend(found)


def _meant(text: str, names: dict[str, list[Named]], noun: str) -> Meant[Named]:
    key = folded(text)
    if key in names:
        return _one(text, names[key])
    near = difflib.get_close_matches(key, names, n=_NEAREST, cutoff=_LIKE)
    near += [name for name in names if key and len(key) > 2 and (key in name or name in key.split())]
    titles = list(dict.fromkeys(_title(record) for name in near for record in names[name]))[:_NEAREST]
    nobody = "nobody" if noun == "person" else f"no {noun}"
    advice = (
        f"Write {' or '.join(titles)}" if titles else f"Look at the {'people' if noun == 'person' else 'codes'} here"
    )
    add = "add the person first" if noun == "person" else f"add the {noun} first"
    return Meant(None, f"is {nobody} of this office", f"{advice}, or {add}.")


def _one(text: str, found: list[Named]) -> Meant[Named]:
    if len(found) == 1:
        return Meant(found[0])
    titles = "; ".join(dict.fromkeys(_title(record) for record in found))
    return Meant(None, f"fits {len(found)} here", f"Say which is meant: {titles}.")


def _title(record: Group | Agency | Person) -> str:
    if isinstance(record, Person):
        return record.name if record.post in ("", record.name) else f"{record.name} ({record.post})"
    return f"{record.code} ({record.called})" if record.code else record.called
