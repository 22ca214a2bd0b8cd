"""A line that says what is to be done and names nobody: "ring the landlord by Friday", "letter to go out by Friday"."""

import re

# Words that begin what is to be done: where one of them stands first, no name stands there.
_VERBS = (
    r"ring|call|phone|e-?mail|text|txt|send|write|book|check|visit|find|get|ask|confirm|arrange|organi[sz]e|sort|fix"
    r"|draft|pay|bring|follow|set|talk|meet|invite|update|report|prepare|circulate|share|forward|chase|apply|print"
    r"|order|drop|pick|speak|reply|respond|return|go|come|move|refer|take|give|add|make|put|let|look|see|tell|show"
    r"|finish|complete|start|work|help|collect|deliver|contact|remind|review|collate|file|sign|transfer|enrol|connect"
    r"|try|remember|keep|hand|pass|host|cook|clean|paint|install|measure|insulate|assess|interview|consult|mark"
    r"|will (?!not\b)\w+"
)
_ORDER = re.compile(rf"(?:please |pls |also |then |just |and )*(?:{_VERBS})\b(?!'|:)")
_NO_NAME = re.compile(
    rf"(?:{_VERBS}|listen|agree|need|needs|have|has|want|wants|plan|plans|aim|aims|hope|hoping|happy|ready|able|due"
    rf"|back"
    r"|up|also|still|how|everyone|not|no|yes|more|less|something|anything|lots|much|used|according|thanks|welcome|good"
    r"|great|hard|easy|time|try|close|next|only|likely|sure|down|over|on|in|at|by|from|with|of|and|or|but|is|are|was"
    r"|were|be|been|it|that|this|continue|continues)\b"
)


def orders(plain: str) -> bool:
    """Whether a line begins with what is to be done."""
    return bool(_ORDER.match(plain))


def names_nobody(plain: str) -> bool:
    """Whether a line begins with a word that is the name of nobody and no post."""
    return bool(_NO_NAME.match(plain))
