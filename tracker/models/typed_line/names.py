"""Who is named in a line: agencies and people, found by every name they go by, longest first, of the group first."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.aliases import Alias, Typing, agency_aliases, person_aliases
from tracker.models.typed_line.flat import flat

_WORD = re.compile(r"[^\W_]+|&")
# Māori is also written with doubled vowels: whaanau is whānau.
_DOUBLED = re.compile(r"([aeiou])\1")
_LONGEST = 12
_LOOSE = 4
# First names that are words as well: in small letters they are the word.
_WORDS_AS_WELL = re.compile(
    r"(?:will|may|mark|hope|grace|faith|joy|rose|pat|bill|sue|drew|frank|rich|art|chase|grant|hunter|rob|dawn|april|june"
    r"|august|jack|sandy|angel|miles|guy|dean)$"
)
# Those of te reo Māori are names where they open a line: no sentence begins with them.
_TE_REO_WORDS = re.compile(r"(?:rua|ora|ana|ani|rere|kaha|marama|moana|awa|toa|hari)$")


@dataclass(frozen=True)
class Known:
    """Somebody who is known: an agency, or a person with the agency. `here` is whether they sit in the group."""

    agency_id: str
    person_id: str
    called: str
    here: bool


@dataclass(frozen=True)
class Named:
    """A name in a line, from `start` to `end`, and everybody whom it fits best.

    `loose` is a word such as "school", or a first name in small letters: a name only where it opens the line.
    """

    start: int
    end: int
    words: str
    fits: tuple[Known, ...]
    loose: bool

    @property
    def only(self) -> Known | None:
        """Who is meant; None where it fits several."""
        return self.fits[0] if len(self.fits) == 1 else None

    @property
    def sure(self) -> bool:
        """Whether it was typed as a name is: with a capital, or in several words."""
        return not self.words[:1].islower() or " " in self.words


class NameIndex:
    """All names of an office, made ready once for a group on a day."""

    def __init__(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[tuple[Alias, Known]]]] = {}
        # Who has not joined yet is known all the same; who has left is not.
        seats = [seat for seat in snapshot.of(Membership, group_id=group_id) if not (seat.to_on and seat.to_on < on)]
        here = {seat.agency_id for seat in seats} | {seat.person_id for seat in seats}
        for agency in snapshot.of(Agency):
            self._add(agency_aliases(agency), Known(agency.id, "", agency.called, agency.id in here))
        by_person = {person_id: [seat for seat in seats if seat.person_id == person_id] for person_id in here}
        for person in snapshot.of(Person):
            agency_id = _sits_for(person, by_person.get(person.id, []), on)
            self._add(person_aliases(person), Known(agency_id, person.id, person.name, person.id in here))

    def found_in(self, text: str, plain: str) -> list[Named]:
        """The names in a line, in order, none within another. `plain` is `flat(text)`."""
        words = [(_key(found[0]), found.start(), found.end()) for found in _WORD.finditer(plain)]
        small = not any(map(str.isupper, text))
        names, place = [], 0
        while place < len(words):
            named, length = self._at(words, place, text, small)
            names += [named] if named else []
            place += length
        return names

    def _at(self, line: list[tuple[str, int, int]], place: int, text: str, small: bool) -> tuple[Named | None, int]:
        known = self._by_first.get(line[place][0])
        if known is None:
            return None, 1
        for length in range(min(_LONGEST, len(line) - place), 0, -1):
            fitting = known.get(tuple(key for key, _, _ in line[place : place + length]))
            start, end = line[place][1], line[place + length - 1][2]
            words = text[start : end + 1]
            fitting = [
                (alias, someone)
                for alias, someone in fitting or ()
                # "Health checks" in small letters are no agency of another group.
                if _typed_so(alias.typing, words, small) and (someone.here or words[:1].isupper())
            ]
            if fitting:
                return _named(fitting, start, text[start:end], small), length
        return None, 1

    def _add(self, aliases: list[Alias], known: Known) -> None:
        for alias in aliases:
            # Of those who do not sit here only the names as kept are known: the rest would be a guess.
            if (known.here or alias.rank == 0) and (keys := _keys(alias.name)):
                self._by_first.setdefault(keys[0], {}).setdefault(keys, []).append((alias, known))


def _sits_for(person: Person, seats: list[Membership], on: date) -> str:
    """The agency for which a person sits in the group on the day, whichever they work for today."""
    home = person.agency_id or ""
    seated = [seat.agency_id or "" for seat in seats if seat.active_on(on)] or [seat.agency_id or "" for seat in seats]
    return home if home in seated or not seated else seated[0]


def _keys(name: str) -> tuple[str, ...]:
    """The words by which a name is looked up, without the article that a sentence may leave out."""
    keys = tuple(_key(found[0]) for found in _WORD.finditer(flat(name)))
    return keys[1:] if keys[:1] == ("the",) else keys


def _key(word: str) -> str:
    return "and" if word == "&" else _DOUBLED.sub(r"\1", word)


def _typed_so(typing: Typing, words: str, small: bool) -> bool:
    """Whether a name was typed as it must be; a colon behind it says as much as capitals. MoE has capitals enough."""
    if typing is Typing.ANYHOW or words.endswith(":"):
        return True
    if typing is Typing.CAPITALS:
        return words[:1].isupper() and sum(map(str.isupper, words)) > 1
    if typing is Typing.FIRST_NAME:
        return words[:1].isupper() or not _WORDS_AS_WELL.match(flat(words).strip(" ,:;'."))
    return small or words[:1].isupper()


def _named(fitting: list[tuple[Alias, Known]], start: int, words: str, small: bool) -> Named:
    best = min((not known.here, alias.rank) for alias, known in fitting)
    fits = {known: alias for alias, known in fitting if (not known.here, alias.rank) == best}
    first_name = any(alias.typing is Typing.FIRST_NAME for alias in fits.values())
    unsure = first_name and words[:1].islower() and (not small or bool(_TE_REO_WORDS.match(flat(words))))
    loose = best[1] == _LOOSE or unsure
    return Named(start, start + len(words), words, tuple(fits), loose)
