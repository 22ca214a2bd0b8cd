"""Who gives promises to whom, as counts: for the group to talk about (§4.3)."""

from collections import Counter
from collections.abc import Mapping

from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Beside the ids of agencies: a promise to everybody at the table, to somebody else, and of nobody who is named.
THE_GROUP, OTHERS, NOBODY_NAMED = "the group", "others", "nobody named"
_GROUP_WORDS = frozenset({"", "group", "the group", "us", "all", "everybody", "everyone"})


@value
class Giving(Value):
    """Counts of promises by who gave them and to whom. Parties are (key, name) pairs; a key is an agency's id or word.

    `givers` are all who gave any, `takers` all to whom any was given: agencies in the order in which they joined (over
    all groups by name), then the group and others.
    """

    givers: tuple[tuple[str, str], ...]
    takers: tuple[tuple[str, str], ...]
    counts: Mapping[tuple[str, str], int]

    def count(self, giver: str, taker: str) -> int:
        """How many promises one gave to the other."""
        return self.counts.get((giver, taker), 0)

    def given(self, giver: str) -> int:
        """How many promises one gave in all."""
        return sum(count for (who, _), count in self.counts.items() if who == giver)

    def taken(self, taker: str) -> int:
        """How many promises were given to one in all."""
        return sum(count for (_, whom), count in self.counts.items() if whom == taker)


def giving(snapshot: Snapshot, group_id: str | None = None) -> Giving:
    """Who gives promises to whom in a group, or over all; whatever became of them."""
    commitments = snapshot.of(Commitment) if group_id is None else snapshot.of(Commitment, group_id=group_id)
    known = _known(snapshot)
    counts = Counter((promise.agency_id or NOBODY_NAMED, _taker(promise, known)) for promise in commitments)
    order = [(agency.id, agency.called) for agency in agencies_in_order(snapshot, group_id)]
    order += [(word, word) for word in (THE_GROUP, OTHERS, NOBODY_NAMED)]
    gave, took = {giver for giver, _ in counts}, {taker for _, taker in counts}
    return Giving(
        givers=tuple(party for party in order if party[0] in gave),
        takers=tuple(party for party in order if party[0] in took),
        counts=counts,
    )


def _taker(promise: Commitment, known: Mapping[str, str]) -> str:
    words = folded(promise.to)
    if promise.to_agency_id:
        return promise.to_agency_id
    return THE_GROUP if words in _GROUP_WORDS else known.get(words, OTHERS)


def _known(snapshot: Snapshot) -> dict[str, str]:
    """Agencies by all that they are called; a name that fits two stands for neither."""
    names: dict[str, set[str]] = {}
    for agency in snapshot.of(Agency):
        for name in (agency.name, agency.short_name, agency.te_reo_name, agency.code):
            if name:
                names.setdefault(folded(name), set()).add(agency.id)
    return {name: min(ids) for name, ids in names.items() if len(ids) == 1}
