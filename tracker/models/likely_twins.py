"""Who may have been typed twice: others of a kind, those that read alike first."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from tracker.models.figures.timeline_words import joined, several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# From here on two names look like one that was typed twice.
LIKELY = 0.75
_SURE = 1.0
_WORD = re.compile(r"\w+")


@value
class Twin(Value):
    """Another agency or person that may be the same. `likeness` is from 0 to 1; `why` says what reads alike."""

    record: Agency | Person
    about: str
    likeness: float
    why: str

    @property
    def id(self) -> str:
        """The id of the agency or the person."""
        return self.record.id

    @property
    def likely(self) -> bool:
        """Whether it is worth a look."""
        return self.likeness >= LIKELY


def likely_twins(snapshot: Snapshot, record: Agency | Person) -> tuple[Twin, ...]:
    """All others of the kind: the likeliest first, then by name."""
    every: Iterable[Agency | Person] = snapshot.of(type(record))
    found = [_twin(snapshot, record, other) for other in every if other.id != record.id]
    return tuple(sorted(found, key=lambda twin: (-round(twin.likeness, 2) * twin.likely, folded(twin.record.name))))


def _twin(snapshot: Snapshot, record: Agency | Person, other: Agency | Person) -> Twin:
    likeness, why = _likeness(record, other)
    return Twin(other, about_words(snapshot, other), likeness, why)


def about_words(snapshot: Snapshot, record: Agency | Person) -> str:
    """What tells one from another of the same name: post and agency, or code and short name; and how many seats."""
    if isinstance(record, Person):
        post = "" if record.post == record.name else record.post
        seats = len(snapshot.of(Membership, person_id=record.id))
        return joined(post, snapshot.called(Agency, record.agency_id), several(seats, "seat", "seats"))
    short = "" if record.short_name == record.name else record.short_name
    seats = len(snapshot.of(Membership, agency_id=record.id))
    return joined(short, record.code, several(seats, "seat", "seats"))


def _likeness(record: Agency | Person, other: Agency | Person) -> tuple[float, str]:
    if isinstance(record, Person) and isinstance(other, Person):
        mail = folded(record.email)
        if mail and mail == folded(other.email):
            return _SURE, "the same e-mail address"
    own, theirs = _names(record), _names(other)
    if own & theirs:
        return _SURE, "the same name"
    best = max((_alike(one, two) for one in own for two in theirs), default=0.0)
    return best, "a similar name" if best >= LIKELY else ""


def _names(record: Agency | Person) -> frozenset[str]:
    names = [record.name]
    if isinstance(record, Agency):
        names += [record.short_name, record.te_reo_name]
    return frozenset(folded(name) for name in names if name)


def _alike(one: str, two: str) -> float:
    """How alike two folded names are: letter by letter, or word by word whatever their order."""
    first, second = set(_WORD.findall(one)), set(_WORD.findall(two))
    shared = first & second
    words = len(shared) / len(first | second) if shared else 0.0
    inside = LIKELY if len(shared) > 1 and shared in (first, second) else 0.0
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    # What cannot come near is not looked at letter by letter.
    near = matcher.real_quick_ratio() >= LIKELY and matcher.quick_ratio() >= LIKELY
    return max(words, inside, matcher.ratio() if near else 0.0)
