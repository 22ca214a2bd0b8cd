"""A kept line whose words were changed: what the change itself says is read, and all else stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tracker.models.meeting_draft import DraftItem, ItemKind

Read = Callable[[str, ItemKind | None], DraftItem]

# What a reading gives beside kind and words.
_PARTS = ("agency_id", "person_id", "to", "to_agency_id", "agency_ids", "due", "due_open", "who_open")


def changed_item(item: DraftItem, text: str, kind: ItemKind | None, read: Read) -> DraftItem:
    """The line with other words, or of another kind (None leaves it); `read` is the reader's `read`.

    A line that nobody touches comes back as it was, however its words would be read now.
    """
    if text == item.text and kind in (None, item.kind):
        return replace(item, kind_open=item.kind_open and kind is None)
    if item.kind_open or kind not in (None, item.kind):
        return _of_another_kind(item, read(text, kind))
    before, after = read(item.text, item.kind), read(text, item.kind)
    said = {name: getattr(after, name) for name in _PARTS if getattr(after, name) != getattr(before, name)}
    said = {name: value for name, value in said.items() if value}
    if not said:
        return replace(item, text=_words(text, after), left_out=item.left_out + after.left_out)
    return replace(item, text=after.text, left_out=item.left_out + after.left_out, **_settled(said))


def _of_another_kind(item: DraftItem, after: DraftItem) -> DraftItem:
    """What the words give under the new kind; where they give nothing, what was known before."""
    known: dict[str, Any] = {name: getattr(after, name) or getattr(item, name) for name in _PARTS}
    return replace(
        item,
        kind=after.kind,
        kind_open=after.kind_open,
        text=after.text,
        left_out=item.left_out + after.left_out,
        **known,
    )


def _words(text: str, after: DraftItem) -> str:
    """The words as typed, unless something in them cannot be shown."""
    return after.text if after.left_out else text.strip()


def _settled(said: dict[str, Any]) -> dict[str, Any]:
    """What is told now is no longer open."""
    if said.get("due"):
        said.setdefault("due_open", "")
    if said.get("agency_id") or said.get("person_id"):
        said.setdefault("who_open", "")
    return said
