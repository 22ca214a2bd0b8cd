"""A promise in a line: who makes it, to whom, and by when."""

import re
from dataclasses import dataclass, replace

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.typed_line.days import DayReader, Due
from tracker.models.typed_line.flat import flat
from tracker.models.typed_line.named_last import done_by, named_last
from tracker.models.typed_line.names import Named, NameIndex
from tracker.models.typed_line.orders import orders
from tracker.models.typed_line.requests import request_in
from tracker.models.typed_line.subject import Subject, Who, acts, subject_after, subject_of, unknown_subject
from tracker.models.typed_line.to_whom import recipient_of
from tracker.models.typed_line.verb_first import verb_first

# "Once the bond is paid, Police will …": what it hangs on stays in the text.
_CLAUSE = re.compile(
    r"(?P<word>if|when|once|as|after|before|until|while|since|unless|provided|in|at|for|to|also,?)\b[^,:]{2,120},\s*"
)


@dataclass(frozen=True)
class Promise:
    """A line read as a promise. `certain` is whether it says that somebody will do something, `asked` that they are
    asked to.
    """

    item: DraftItem
    certain: bool
    asked: bool = False


@dataclass(frozen=True)
class _Said:
    """Who promises, if anybody, and the text without them."""

    subject: Subject | None
    text: str
    asked: bool = False


class PromiseReader:
    """Reads the promises of one meeting's lines."""

    def __init__(self, names: NameIndex, days: DayReader) -> None:
        self._names = names
        self._days = days

    def promise(self, text: str) -> Promise:
        """What a line promises, where it is known to be a promise; and whether it would be known without."""
        due = self._days.due(text)
        plain = flat(due.text)
        names = self._names.found_in(due.text, plain)
        said = self._said(due, plain, names)
        who = said.subject.who if said.subject else Who()
        to = recipient_of(due.text, plain, names, who.agency_id)
        item = DraftItem(
            kind=ItemKind.COMMITMENT,
            text=said.text,
            agency_id=who.agency_id,
            person_id=who.person_id,
            to=to.to,
            to_agency_id=to.agency_id,
            due=due.day,
            due_open=due.open,
            who_open=who.open,
        )
        return Promise(item, _is_certain(due, plain, said.subject), said.asked)

    def _said(self, due: Due, plain: str, names: list[Named]) -> _Said:
        """Who promises; a name that is not known stays in the text: nothing of it is lost."""
        text = due.text
        if asked := request_in(text, plain, names, due.said):
            return _Said(asked, text if asked.who.open else text[asked.end :].rstrip(" ?"), asked=True)
        some_day = due.said and not due.lasts
        subject = verb_first(text, plain, names) or subject_of(text, plain, names, due.by, some_day)
        if subject is None and due.opens and (after := self._behind(due, plain, due.opens)):
            return _Said(after, text)
        if subject is None and (clause := _CLAUSE.match(plain)):
            surely = due.said or clause["word"] != "if"
            return _Said(self._behind(due, plain, clause.end()) if surely else None, text)
        if not (subject and subject.promises):
            if by := done_by(text, plain, names):
                return _Said(by, text)
            if subject is None and (last := named_last(text, plain, names)):
                return _Said(last[0], text if last[0].who.open else text[: last[1]].rstrip() or text)
        subject = subject or subject_after(text, plain, names) or unknown_subject(text, plain, due.said)
        if subject is None or subject.who.open:
            return _Said(subject, text)
        return _Said(subject, text[subject.end :].strip() or text)

    def _behind(self, due: Due, plain: str, end: int) -> Subject | None:
        """Who promises behind words that stay in the text: a day with its hour, or what the promise hangs on."""
        start = end + len(plain[end:]) - len(plain[end:].lstrip(" ,:;-"))
        rest, plain_rest = due.text[start:], plain[start:]
        subject = subject_of(rest, plain_rest, self._names.found_in(rest, plain_rest), due.by)
        if subject is None or not (subject.promises or (due.by and subject.names and acts(plain_rest, _end(subject)))):
            return None
        return replace(subject, end=0, promises=True)


def _end(subject: Subject) -> int:
    return subject.end or subject.names[-1].end


def _is_certain(due: Due, plain: str, subject: Subject | None) -> bool:
    if subject is None:
        return due.by and orders(plain)
    return subject.promises or (due.said and acts(plain, _end(subject)))
