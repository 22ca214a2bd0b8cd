"""Somebody is asked to do something: "Aroha, can you ring …", "please can Tama bring …", "need Police to check …"."""

import re

from tracker.models.typed_line.name_lists import listed
from tracker.models.typed_line.names import Named
from tracker.models.typed_line.subject import Subject, leading_names, whose

_KINDLY = r"(?:please|pls|plz|kindly|tena koa|tena)"
_YOU = r"(?:you|u|yous|one of you|somebody|someone)"
_ALSO = rf"(?:,? (?:{_KINDLY}|also|just|then|all|both|maybe|perhaps|possibly),?)*"
_ASKED = re.compile(
    rf"\s*(?:[,:;!-]+\s*)?(?:hey |hi )?(?:{_KINDLY},? )?(?:(?:can|could|would|will|might|if) {_YOU}(?: (?:could|can"
    rf"|would))?"
    r"(?: be able to| mind)?"
    rf"|do you mind|are you able to|any chance you (?:can|could)|happy for you to|{_KINDLY}){_ALSO}[,:]?\s+(?=\w)"
)
_CAN = re.compile(rf"(?:{_KINDLY},? )?(?:can|could|would|will)(?: we (?:get|ask|have))? (?:the )?@?|{_KINDLY},? @?")
_THEN = re.compile(rf"{_ALSO},?\s+(?:to )?(?=\w)")
_ASK = re.compile(
    r"(?:(?:we|i|they|the group|everyone|someone|somebody|all)(?:'ve| have| has|'ll| will)? ?)?"
    r"(?:(?:still |also |now |just |all )?"
    r"(?:asked?|asking|needs?|needed|want(?:s|ed)?|get(?:ting)?|remind(?:ed)?|told|tell|invited?|expects?|would like"
    r"|requested|waiting (?:on|for)|wait(?: for| on)?|rely(?:ing)? on|count(?:ing)? on|chase|nudge|prompt|check that)"
    r"|(?:it's |its |it is |that's )(?:now |all )?on|(?:it's |its |it is |that's )?(?:up to|down to|left to"
    r"|leave it (?:to|with)|for|(?:a "
    r"|one )?job for)) (?:the )?@?"
)
_TO_DO = re.compile(
    rf"(?:'s job| now)?(?:{_ALSO}) to(?! (?:the|a|an|this|that|these|his|her|their|our|be fair|blame)\b)\s+(?=\w)"
)
_WAS_ASKED = re.compile(
    r"\s+(?:(?:was|were|is|are|has been|have been|to be|being|got) )?(?:asked|tasked|reminded|requested|invited"
    r"|expected"
    r"|needed|down|supposed|meant) (?:again )?to\s+(?=\w)"
)


def request_in(text: str, plain: str, names: list[Named], dated: bool) -> Subject | None:
    """Who is asked, and where what they are asked to do begins; None where nobody is.

    "Can Police come?" may ask whether they could: without a day or a "please" it is no request.
    """
    if leading := leading_names(plain, names):
        found = _ASKED.match(plain, leading[-1].end) or (dated and _WAS_ASKED.match(plain, leading[-1].end))
        return _asked(text, leading, found.end()) if found else None
    if (can := _CAN.match(plain)) and (row := listed(plain, names, can.end())).names:
        then = _THEN.match(plain, row.end)
        kindly = re.search(rf"\b{_KINDLY}\b", plain[: then.end()] if then else "")
        return _asked(text, list(row.names), then.end()) if then and (dated or kindly) else None
    if dated and (ask := _ASK.match(plain)) and (row := listed(plain, names, ask.end())).names:
        to = _TO_DO.match(plain, row.end)
        return _asked(text, list(row.names), to.end()) if to else None
    return None


def _asked(text: str, names: list[Named], end: int) -> Subject:
    return Subject(whose(names, text[names[0].start : names[-1].end]), end, True, tuple(names))
