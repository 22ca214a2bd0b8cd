"""Who holds the ball, and on what: "Education has the ball on attendance", "over to Police: the course"."""

import re

from tracker.models.typed_line.flat import just_before
from tracker.models.typed_line.handovers import handed_over
from tracker.models.typed_line.holding import Holding
from tracker.models.typed_line.name_lists import NameList, listed
from tracker.models.typed_line.names import Named
from tracker.models.typed_line.subject import Who, leading_names, whose

_ON = r"(?:\s*[,:-]*\s*(?:on|for|about|with|of|regarding|re|over)\s+|\s*[:,-]+\s*)"
_HOLDS = re.compile(
    r"(?:'s|'ve|'re|'ll)?\s+(?:will |now |still |to |can |is to |has agreed to |agreed to |currently |is |are |also "
    r"|has )*"
    r"(?:has|have|hold|holds|holding|held|take|takes|took|taking|taken|keep|keeps|keeping|got|get|gets|has got|have got"
    r"|pick|picks|picked|picking|carry|carries|carrying|own|owns|run with|runs with|with)(?: up| over| on)? "
    r"(?:the|this|that) ball(?: now| next)?\b"
)
_OWNS = re.compile(r"(?:'s?)? ball(?: now| next| again)?(?![\w'])")
_IT_IS = re.compile(r"(?:it's|its|it is|that's|this is|now|over to you:?)\s+(?:now\s+)?")
_NOBODY = re.compile(
    r"(?:nobody|no[ -]one|no agency|none of us)(?:'s)?(?: now| currently| still)? (?:has|holds|have|is holding"
    r"|holding|got|has got"
    r"|has picked up|picked up|took|takes) the ball\b"
)
_OVER_TO = re.compile(r"over to\s+")
_GIVES = r"(?:pass|hand|give|move|gave|throw|thr[eo]w)(?:es|ed|s|ing)?|giving"
_PASSED = re.compile(
    rf"(?:\s*(?:we |i )?(?:will |to |have |has |now |are |is )*(?P<gives>{_GIVES})(?: on"
    rf"| over)? )?(?:the )?ball(?:'s)?(?:\s*:)?\s*"
    r"(?:(?:on|for|about|re|with) (?P<before>.{2,200}?)\s+)?(?:is |was |has |now |be |still |will |should |back )*"
    r"(?:goes|go|passes|passed|pass|moves|moved|handed|given|stays|stay|sits|sit|lies|rests|held|hold)?(?: on| over"
    r"| back)? ?"
    r"(?:from .{2,40}? )?(?:(?:to|with|by|(?P<court>in))\s+|(?:[-=]*>+|→)\s*)(?=\S)"
)
_SOME_BALL = re.compile(
    rf"(?:(?:we |i )?(?:{_GIVES})(?: on| over)? (?:the )?)?(?P<before>[^:;,]{{2,60}}?)(?:\s*[-:,]\s*"
    rf"|\s+)(?:the )?ball(?:'s)?\s+"
    r"(?:is |now |goes |moves |back |over |sits )*(?:(?:to|with)\s+|(?:[-=]*>+|→)\s*)(?=\S)"
)
_VERB = re.compile(r"\b(?:pass|hand|gave|give|throw|thr[eo]w|kick|drop|ha[sd]|have|is|was|play)(?:p?ed|e?s|ing)?\b")
_IS_WITH = re.compile(r"kei (?:a|te|nga) (?=.{2,60}te poro\b)")
_TE_BALL = re.compile(r"\s+te poro\b(?: inaianei)?(?:\s+(?:mo|o|i)\s+)?")
_COURT = re.compile(r"(?:'s?)? (?:court|hands|corner|camp)\b")
_FOLLOWS = re.compile(_ON)
_AT_END = re.compile(
    r"\s*(?:[-=]*>+|-+|=+|,|:|\(|\[|→|\bto\b|\bwith\b|\bgoes to\b|\bsits with\b|\bis with\b|\bstays with\b"
    r"|,?\s*\b(?:was|were|from|used to be)(?: with)? [^,;]{2,30}?,?\s*(?:and |but )?(?:is |it's "
    r"|its )?now(?: with| to)?\b"
    r"|\bnow with\b|\bhanded to\b|\bheld by\b|\bpassed to\b|\bover to\b)\s*(?:the\s+)?$"
)
_TAKES = re.compile(
    rf"(?:\s+(?:has|have|holds?|takes?|keeps?|leads?|will (?:take|hold|lead|keep)|to (?:take|hold|lead"
    rf"|keep)|picks? up|(?:has|have|holds?|takes?) it)\b)?(?:{_ON}|\s*\((?=.*\)$))|\s+(?:has|have|holds?|takes?"
    rf"|keeps?|to (?:take|hold|lead|keep)|picks? up)\s+"
)
_SO_LONG = re.compile(r"\s+(?:until|till|while|because|so|as|for now|and|but)\b")
_BEFORE_HOLDER = re.compile(r"\s*(?:[:,;-]|->|→|\b(?:is|are|now|is now|stays|:))\s*(?:the\s+)?$")
_ABOUT = re.compile(r"(?:on|for|about|with|re|regarding|as for)\s+")
_REST = re.compile(r"[\s.;,!)\]]*$")


def said_to_hold(text: str, plain: str, names: list[Named]) -> Holding | None:
    """A line that says who has, takes or is passed the ball; None where it says nothing of the kind."""
    if is_with := _IS_WITH.match(plain):
        return _in_te_reo(text, plain, names, is_with.end())
    if "ball" not in plain and not plain.startswith("over to"):
        return handed_over(text, plain, names)
    if nobody := _NOBODY.match(plain):
        return Holding(_issue(text, plain, nobody.end()), Who())
    if over := _OVER_TO.match(plain):
        row = listed(plain, names, over.end())
        return Holding(_issue(text, plain, row.end), whose(list(row.names), _said(text, row))) if row.names else None
    if passed := _PASSED.match(plain):
        return _passed(text, plain, names, passed)
    some = _SOME_BALL.match(plain)
    if some and not _VERB.search(some["before"]) and (row := listed(plain, names, some.end())).names:
        return Holding(text[some.start("before") : some.end("before")], whose(list(row.names), _said(text, row)))
    return _opened(text, plain, names) or _closed(text, plain, names)


def _in_te_reo(text: str, plain: str, names: list[Named], start: int) -> Holding | None:
    """ "Kei a CYF te pōro mō te mahere"."""
    row = listed(plain, names, start)
    ball = _TE_BALL.match(plain, row.end)
    return Holding(text[ball.end() :].strip() or text, whose(list(row.names), _said(text, row))) if ball else None


def _opened(text: str, plain: str, names: list[Named]) -> Holding | None:
    """ "Education has the ball on attendance", "it's Housing's ball: the heater", "CYF passes the ball on … to …"."""
    it_is = _IT_IS.match(plain)
    if not (leading := leading_names(plain, names, it_is.end() if it_is else 0)):
        return None
    end = leading[-1].end
    if held := _HOLDS.match(plain, end) or _OWNS.match(plain, end):
        return Holding(_issue(text, plain, held.end()), whose(leading, _words(text, leading)))
    passed = _PASSED.match(plain, end)
    return _passed(text, plain, names, passed) if passed and passed["gives"] else None


def _closed(text: str, plain: str, names: list[Named]) -> Holding | None:
    """ "Attendance: Education has the ball", "attendance is Education's ball"."""
    for named in names:
        held = _HOLDS.match(plain, named.end) or _OWNS.match(plain, named.end)
        before = just_before(_BEFORE_HOLDER, plain, named.start)
        if held and before and _REST.match(plain, held.end()):
            issue = text[: before.start()]
            start = _ABOUT.match(plain, 0, before.start())
            return Holding(issue[start.end() if start else 0 :].strip() or text, whose([named], named.words))
    return None


def holding_of(text: str, plain: str, names: list[Named]) -> Holding:
    """The holder and the issue of what is known to be a ball: "Education: attendance", "attendance - Education"."""
    if said := said_to_hold(text, plain, names):
        return said
    if (leading := leading_names(plain, names)) and (takes := _TAKES.match(plain, leading[-1].end)):
        who = whose(leading, _words(text, leading))
        # A name that is not known stays in the text: nothing of it is lost.
        rest = text[takes.end() :].removesuffix(")" if takes[0].endswith("(") else "").strip()
        return Holding(text if who.open or not rest else rest, who)
    if names and _REST.match(plain, names[-1].end) and (leads := just_before(_AT_END, plain, names[-1].start)):
        who = whose(names[-1:], names[-1].words)
        return Holding(text if who.open else text[: leads.start()].strip(" ,:;-") or text, who)
    return Holding(text, Who())


def _passed(text: str, plain: str, names: list[Named], passed: re.Match[str]) -> Holding | None:
    row = listed(plain, names, passed.end())
    court = _COURT.match(plain, row.end)
    if not row.names or (passed["court"] and not court):
        return None
    who = whose(list(row.names), _said(text, row))
    if passed["before"]:
        return Holding(text[passed.start("before") : passed.end("before")], who)
    return Holding(_issue(text, plain, court.end() if court else row.end), who)


def _issue(text: str, plain: str, end: int) -> str:
    """What the ball is about, after "on"; the whole line where nothing follows."""
    follows = _FOLLOWS.match(plain, end)
    if not follows and _SO_LONG.match(plain, end):
        return text
    return text[follows.end() if follows else end :].strip(" .,;:") or text


def _words(text: str, named: list[Named]) -> str:
    return text[named[0].start : named[-1].end]


def _said(text: str, row: NameList) -> str:
    return _words(text, list(row.names)) if row.names else ""
