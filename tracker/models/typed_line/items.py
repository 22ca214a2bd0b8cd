"""What a line says, kind by kind."""

from collections.abc import Callable
from dataclasses import replace

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.typed_line.balls import holding_of, said_to_hold
from tracker.models.typed_line.carrying import carried_to
from tracker.models.typed_line.credit import credit_of, thanks_named
from tracker.models.typed_line.days import DayReader
from tracker.models.typed_line.flat import flat
from tracker.models.typed_line.handovers import asked_who_holds
from tracker.models.typed_line.holding import Holding
from tracker.models.typed_line.issues import OpenIssues
from tracker.models.typed_line.kinds import Opening, opening_of
from tracker.models.typed_line.moment import Moment
from tracker.models.typed_line.names import Named, NameIndex
from tracker.models.typed_line.promises import PromiseReader
from tracker.models.typed_line.risks import concerns, falls_on, heading_end, level_of, warns
from tracker.models.typed_line.sayings import aside_end, carried, good_news, settled
from tracker.models.typed_line.subject import Who, subject_of, whose


class ItemReader:
    """Reads the words of one meeting's lines, without the letter in front."""

    def __init__(self, moment: Moment) -> None:
        self._names = NameIndex(moment.snapshot, moment.group_id, moment.on)
        self._days = DayReader(moment)
        self._issues = OpenIssues(moment.snapshot, moment.group_id)
        self._promises = PromiseReader(self._names, self._days)
        self._of_kind: dict[ItemKind, Callable[[str, str], DraftItem]] = {
            ItemKind.COMMITMENT: self._commitment,
            ItemKind.VICTORY: self._victory,
            ItemKind.LESSON: self._lesson,
            ItemKind.RISK: self._risk,
            ItemKind.BALL: self._ball,
        }

    def is_open_issue(self, text: str) -> bool:
        """Whether an open ball has these very words."""
        return self._issues.has(text)

    def item(self, text: str, kind: ItemKind) -> DraftItem:
        """What a text is read as when its kind is known."""
        opening = opening_of(flat(text), kind)
        return self._opened(text, opening or Opening(kind, 0))

    def item_by_its_words(self, text: str) -> DraftItem:
        """What a text is read as when nobody chose its kind."""
        plain = flat(text)
        if opening := opening_of(plain):
            return self._opened(text, opening)
        # "OK so Police will": the words behind go first, or "OK so Police" would be somebody's name.
        aside = aside_end(plain)
        found = (self._told(text[aside:]) if aside else None) or self._by_its_sentence(text, plain)
        return found or DraftItem(kind=ItemKind.NOTE, text=text, kind_open=True)

    def _told(self, text: str) -> DraftItem | None:
        plain = flat(text)
        opening = opening_of(plain)
        return self._opened(text, opening) if opening else self._by_its_sentence(text, plain)

    def _opened(self, text: str, opening: Opening) -> DraftItem:
        rest = text[opening.end :].strip() or text
        if opening.kind in self._of_kind:
            return self._of_kind[opening.kind](rest, opening.level)
        return DraftItem(kind=opening.kind, text=rest)

    def _by_its_sentence(self, text: str, plain: str) -> DraftItem | None:
        names = self._names.found_in(text, plain)
        if asked := asked_who_holds(text, plain, names):
            return self._ball(text, holding=asked)
        if carried(plain):
            return DraftItem(kind=ItemKind.DECISION, text=text)
        promise = self._promises.promise(text)
        if plain.rstrip().endswith("?"):
            return promise.item if promise.asked else None
        if said_to_hold(text, plain, names):
            return self._ball(text)
        if promise.certain:
            return promise.item
        if settled(plain):
            return DraftItem(kind=ItemKind.DECISION, text=text)
        if thanks_named(plain, names) or good_news(plain):
            return self._victory(text)
        # Who it falls on is not said by a line that does not call itself a risk.
        return replace(self._risk(text), agency_id="") if warns(plain) else None

    def _commitment(self, text: str, level: str = "") -> DraftItem:
        return self._promises.promise(text).item

    def _victory(self, text: str, level: str = "") -> DraftItem:
        plain = flat(text)
        credit = credit_of(text, plain, self._names.found_in(text, plain))
        return DraftItem(kind=ItemKind.VICTORY, text=credit.text, agency_ids=credit.agency_ids, who_open=credit.open)

    def _lesson(self, text: str, level: str = "") -> DraftItem:
        plain = flat(text)
        carried = carried_to(text, plain, self._names.found_in(text, plain))
        return DraftItem(kind=ItemKind.LESSON, text=carried.text, agency_ids=carried.agency_ids, who_open=carried.open)

    def _risk(self, text: str, level: str = "") -> DraftItem:
        plain = flat(text)
        names = self._names.found_in(text, plain)
        who, end = _on_whom(text, plain, names)
        # A name that is not known stays in the text: nothing of it is lost.
        rest = text if who.open else text[end:].strip() or text
        return DraftItem(
            kind=ItemKind.RISK, text=rest, agency_id=who.agency_id, level=level_of(plain, level), who_open=who.open
        )

    def _ball(self, text: str, level: str = "", holding: Holding | None = None) -> DraftItem:
        text = self._days.undated(text)
        plain = flat(text)
        holding = holding or holding_of(text, plain, self._names.found_in(text, plain))
        who, issue = holding.who, self._issues.named(holding.text)
        return DraftItem(kind=ItemKind.BALL, text=issue, agency_id=who.agency_id, who_open=who.open)


def _on_whom(text: str, plain: str, names: list[Named]) -> tuple[Who, int]:
    """On whom a risk falls, and where the risk itself begins."""
    subject = subject_of(text, plain, names)
    if subject and subject.names and subject.end and not subject.promises:
        return subject.who, subject.end
    if falls := falls_on(plain, names):
        return whose(list(falls.names), text[falls.names[0].start : falls.end]), heading_end(plain, falls)
    concerned = concerns(plain, names)
    return (Who(concerned.only.agency_id), 0) if concerned and concerned.only else (Who(), 0)
