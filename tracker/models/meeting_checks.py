"""What stands in the way of keeping a meeting's draft, and what it leaves open."""

from collections import Counter
from dataclasses import replace
from itertools import count

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.item_words import questions
from tracker.models.meeting_draft import DraftItem, ItemKind, MeetingDraft
from tracker.models.meeting_log import records_of
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.snapshot import Snapshot


def draft_problems(draft: MeetingDraft, snapshot: Snapshot) -> list[str]:
    """Why the draft cannot be kept, as sentences that say what to do; empty when it can."""
    problems = _frame_problems(draft, snapshot)
    if problems:
        return problems
    if draft.blank:
        return ["There is nothing to keep yet: tick who came, or write a line."]
    problems = [sentence for item in numbered(draft) for sentence in _item_problems(item, draft)]
    return problems or _two_holders(draft) or _record_problems(draft, snapshot)


def open_questions(draft: MeetingDraft, snapshot: Snapshot) -> list[tuple[int, str]]:
    """What the lines leave open, as pairs of the line's number (from 1) and a sentence; nothing of it must be known."""
    on = draft.on or snapshot.today
    return [
        (item.line, question.sentence)
        for item in numbered(draft)
        for question in questions(item, snapshot, draft.group_id, on)
    ]


def day_problem(draft: MeetingDraft, snapshot: Snapshot) -> str:
    """Why the group cannot have met on that day, "" if it can or no day is given yet."""
    problems = _frame_problems(draft, snapshot) if draft.on and snapshot.find(Group, draft.group_id) else []
    return next(iter(problems), "")


def held_that_day(draft: MeetingDraft, snapshot: Snapshot) -> Meeting | None:
    """Another meeting of the group that is kept on the same day; None if there is none."""
    held = snapshot.of(Meeting, group_id=draft.group_id) if draft.on else ()
    return next((each for each in held if each.on == draft.on and each.id != draft.meeting_id), None)


def same_day_note(draft: MeetingDraft, snapshot: Snapshot) -> str:
    """That another meeting of the group is kept on that day, for it may be the very same; "" if there is none."""
    if held_that_day(draft, snapshot) is None:
        return ""
    group = snapshot.called(Group, draft.group_id)
    return f"{group} has another meeting of {shown(draft.on)}: keep one of the two, unless it met twice that day."


def left_out_note(draft: MeetingDraft) -> str:
    """How many characters that cannot be shown were left out of the lines; "" if none."""
    number = sum(item.left_out for item in draft.items)
    if not number:
        return ""
    return f"{number:,} {'character' if number == 1 else 'characters'} that cannot be shown were left out of the text."


def numbered(draft: MeetingDraft) -> tuple[DraftItem, ...]:
    """The items, each with the number of its line: as it was read, or its place in the list."""
    return tuple(item if item.line else replace(item, line=place) for place, item in enumerate(draft.items, start=1))


def _frame_problems(draft: MeetingDraft, snapshot: Snapshot) -> list[str]:
    group = snapshot.find(Group, draft.group_id)
    if group is None:
        return ["Choose the group that met."]
    if draft.on is None:
        return ["Say when the group met, with a date such as 12 Jun 2008."]
    if draft.on > snapshot.today:
        return [f"{shown(draft.on)} has not come yet: give the day on which the group met."]
    if group.started_on and draft.on < group.started_on:
        return [f"{group.called} started on {shown(group.started_on)}: give that day or a later one."]
    if group.closed_on and draft.on > group.closed_on:
        return [f"{group.called} closed on {shown(group.closed_on)}: give that day or an earlier one."]
    return []


def _item_problems(item: DraftItem, draft: MeetingDraft) -> list[str]:
    if not item.text.strip():
        return [f"Line {item.line} is empty: write it, or remove it."]
    if item.due and draft.on and item.due < draft.on:
        return [
            f"Line {item.line} is due on {shown(item.due)}, before the meeting of {shown(draft.on)}: "
            "put one of the two dates right."
        ]
    return []


def _two_holders(draft: MeetingDraft) -> list[str]:
    passed = Counter(folded(item.text) for item in draft.items if item.kind is ItemKind.BALL)
    twice = [item for item in numbered(draft) if item.kind is ItemKind.BALL and passed[folded(item.text)] > 1]
    if not twice:
        return []
    lines = " and ".join(str(item.line) for item in twice)
    return [f"Lines {lines} pass the same ball: only one agency holds it at a time, so keep the last holder."]


def _record_problems(draft: MeetingDraft, snapshot: Snapshot) -> list[str]:
    numbers = count(1)
    records = records_of(draft, snapshot, lambda: f"draft-{next(numbers)}")
    return list(dict.fromkeys(sentence for record in records for sentence in record.problems()))
