"""The Auditor-General's five elements for organisations that answer together (2025), in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ElementHelp:
    """One element: what it is called, and the question that it puts to a group."""

    key: str
    title: str
    question: str


UNDERSTAND = ElementHelp(
    key="understand",
    title="Understanding each other",
    question="Do the members know what each of them brings, is bound by, and hopes to gain?",
)
OBJECTIVES = ElementHelp(
    key="objectives",
    title="Clear objectives",
    question="Is it written down what the group is after, how anybody would know, and who does what by when?",
)
INFORMATION = ElementHelp(
    key="information",
    title="Sharing the information that matters",
    question="Does what each of them needs to know reach them, on a footing that all accept?",
)
DISCUSSION = ElementHelp(
    key="discussion",
    title="Chances to discuss and to challenge",
    question="Do they meet, look at themselves, and hear somebody who asks the awkward question?",
)
TROUBLE = ElementHelp(
    key="trouble",
    title="When things go wrong",
    question="Is it agreed beforehand what happens then, and who is told?",
)

ELEMENTS: tuple[ElementHelp, ...] = (UNDERSTAND, OBJECTIVES, INFORMATION, DISCUSSION, TROUBLE)
