"""Doing something with claims: one named step of the office each, said in the line on top of the page."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import ResultRow
from tracker.models.figures.apportioning import percent
from tracker.models.mapping_changes import (
    agreed_by_agency,
    agreed_by_group,
    claimed,
    disputed,
    split_by_strength,
    split_equally,
    with_part,
    with_rival,
    with_sentence,
    with_share,
    with_strength,
    withdrawn,
)
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Mapping, Result
from tracker.models.records.accountability import STRENGTH_WORDS, MappingRole, MappingState, MappingType
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes

Change = Callable[[Snapshot, Mapping], Mapping]
_AS_IT_IS = "It stands so already: nothing was changed."
_AGAIN = " What was agreed otherwise is a draft again: A or G when it is agreed anew."


class ClaimDeeds:
    """What can be done with claims. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def claim(self, places: Sequence[tuple[ResultRow, LineColumn]]) -> None:
        """Draft claims of the columns' agencies on their lines."""
        office = self._desk.office
        made = []
        with office.step(_name("claim a line", "claim {} lines", len(places))):
            for row, column in places:
                line_id = column.line.id if column.line else None
                claim = claimed(office.snapshot(), row.result, column.agency_id, line_id, office.mint)
                # Kept one by one, so that each is held against those before it.
                office.save(claim)
                made.append(claim)
        self._say(f"Claimed as a draft: {self._named(made)}.")

    def weigh(self, claims: Sequence[Mapping], strength: int) -> None:
        """All with one strength, 0 to 4."""
        self._each(
            claims,
            _name("weigh a claim", "weigh {} claims", len(claims)),
            f"Strength {strength}, {STRENGTH_WORDS[strength]}",
            lambda snapshot, claim: with_strength(claim, strength),
        )

    def share(self, claims: Sequence[Mapping], share_bp: int | None) -> None:
        """All with one share in basis points, or without one."""
        told = "No share" if share_bp is None else f"A share of {percent(share_bp)}"
        self._each(
            claims,
            _name("give a share", "give {} shares", len(claims)),
            told if len(claims) == 1 or share_bp is None else f"{told} each",
            lambda snapshot, claim: with_share(snapshot.of(Mapping, result_id=claim.result_id), claim, share_bp),
        )

    def split(self, row: ResultRow, *, by_strength: bool) -> None:
        """The whole of a result over its claims: equally over the agencies, or by strength."""
        snapshot = self._desk.snapshot
        claims = snapshot.of(Mapping, result_id=row.id)
        changed = split_by_strength(claims) if by_strength else split_equally(claims)
        shares = _shares_words(changed)
        how = "by strength" if by_strength else "equally"
        self._keep(f"split a result {how}", f"Split {how}, {shares}: {in_quotes(row.result.name)}", claims, changed)

    def part(self, claims: Sequence[Mapping], role: MappingRole, part: MappingType) -> None:
        """All with one role and one way of having a part."""
        self._each(
            claims,
            _name("give a claim its part", "give {} claims their part", len(claims)),
            f"{part.label}, {role.label.lower()}",
            lambda snapshot, claim: with_part(claim, role, part),
        )

    def agree_by_agency(self, claims: Sequence[Mapping], on: date) -> None:
        """Agreed by their agencies on that day."""
        self._each(
            claims,
            _name("note the agency's agreement", "note agencies' agreement to {} claims", len(claims)),
            f"Agreed by the agency {self._when(on)}",
            lambda snapshot, claim: agreed_by_agency(snapshot, claim, on),
        )

    def agree_by_group(self, claims: Sequence[Mapping], on: date, meeting_id: str | None) -> None:
        """Agreed by the group on that day, at that meeting if at one."""
        now = self._now(claims)
        changed = agreed_by_group(self._desk.snapshot, now, on, meeting_id)
        where = " at the meeting" if meeting_id else ""
        name = _name("note the group's agreement", "note the group's agreement to {} claims", len(claims))
        self._keep(name, f"Agreed by the group{where} {self._when(on)}: {self._named(changed)}", now, changed)

    def dispute(self, claims: Sequence[Mapping]) -> None:
        """Disputed: kept, not counted."""
        name = _name("dispute a claim", "dispute {} claims", len(claims))
        self._each(claims, name, "Disputed, kept and not counted", lambda snapshot, claim: disputed(claim))

    def withdraw(self, claims: Sequence[Mapping]) -> None:
        """Withdrawn: kept, not counted."""
        name = _name("withdraw a claim", "withdraw {} claims", len(claims))
        self._each(claims, name, "Withdrawn, kept and not counted", lambda snapshot, claim: withdrawn(claim))

    def write_sentence(self, claim: Mapping, text: str) -> None:
        """The sentence for head office."""
        self._each(
            [claim], "write a sentence for head office", "Kept the sentence", lambda _, now: with_sentence(now, text)
        )

    def write_rival(self, claim: Mapping, text: str) -> None:
        """What else could explain the result."""
        self._each(
            [claim], "weigh another explanation", "Kept the other explanation", lambda _, now: with_rival(now, text)
        )

    def _each(self, claims: Sequence[Mapping], name: str, done: str, change: Change) -> None:
        """Changes one after another, each as it stands after those before it."""
        office, before, changed = self._desk.office, self._now(claims), []
        with office.step(name):
            for claim in before:
                made = change(office.snapshot(), claim)
                if made != claim:
                    office.save(made)
                    changed.append(made)
            if not changed:
                raise Mistake(_AS_IT_IS)
        self._say(f"{done}: {self._named(changed)}.{_again(before, changed)}")

    def _keep(self, name: str, done: str, before: Sequence[Mapping], changed: Sequence[Mapping]) -> None:
        fresh = [each for each in changed if each not in before]
        if not fresh:
            raise Mistake(_AS_IT_IS)
        with self._desk.office.step(name):
            self._desk.office.save(*fresh)
        self._say(f"{done}.{_again(before, fresh)}")

    def _now(self, claims: Sequence[Mapping]) -> list[Mapping]:
        """As they stand now: something else may have been done while a day or a share was asked for."""
        snapshot = self._desk.snapshot
        found = [now for claim in claims if (now := snapshot.find(Mapping, claim.id))]
        if not found:
            raise Mistake("There is no claim in this cell yet: C makes one.")
        return found

    def _named(self, claims: Sequence[Mapping]) -> str:
        if len(claims) > 1:
            return count(len(claims), "claim")
        snapshot, claim = self._desk.snapshot, claims[0]
        result = snapshot.called(Result, claim.result_id)
        return f"{snapshot.called(Agency, claim.agency_id)} on {in_quotes(result)}"

    def _when(self, on: date) -> str:
        return "today" if on == self._desk.snapshot.today else f"on {shown(on)}"

    def _say(self, sentence: str) -> None:
        self._desk.said.emit(f"{sentence} {UNDO_HINT}")


def _name(one: str, many: str, number: int) -> str:
    return one if number == 1 else many.format(f"{number:,}")


def _again(before: Sequence[Mapping], changed: Sequence[Mapping]) -> str:
    """Whether something agreed has become a draft by it."""
    states = {claim.id: claim.state for claim in before}
    agreed = (MappingState.AGENCY_AGREED, MappingState.GROUP_AGREED)
    reopened = any(each.state is MappingState.DRAFT and states.get(each.id) in agreed for each in changed)
    return _AGAIN if reopened else ""


def _shares_words(claims: Sequence[Mapping]) -> str:
    """5 shares of 20%, or the first few."""
    shares = [percent(claim.share_bp or 0) for claim in claims]
    if len(set(shares)) == 1:
        return f"{len(shares)} × {shares[0]}" if len(shares) > 1 else shares[0]
    return f"{', '.join(shares[:4])}{' …' if len(shares) > 4 else ''}"
