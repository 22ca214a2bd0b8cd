"""The words that lines begin with, kind by kind, as patterns over a flat line (`flat.flat`)."""

from tracker.models.meeting_draft import ItemKind

# A colon or a dash after the word: the word goes, the rest is the item.
_MARK = r"(?:\s*:\s*|\s+-+>?\s+|\s*-+>\s*)"
_WE = (
    r"(?:(?:we|the group|the hui|the meeting|everyone|everybody|all|members|it(?: was| is|'s"
    r"| has been)|group|team|the team|the chair)(?:'ve|'s| have| has| were| are| all)* )?"
)
_ALSO = r"(?:also |now |all |then |finally |just )*"
# After "decided" these words need it: "agreed on 20 hours".
_NEEDS_IT = r"(?!(?:on|in|with|at|by|not|against|about|for|upon|from|today|unanimously|between|and|or|but|as|\w+ly)\b)"
_HOW_HIGH = r"(?:(?P<level>very high|high|low|medium|moderate|big|major|serious|huge|real|small|minor|slight)[- ])?"
_WORRIED = r"(?:worried|concerned|anxious|afraid|nervous|scared|frightened|fearful|uneasy)"
_WORRIER = (
    r"(?:(?!who\b|if\b)\S+ ){0,4}?(?:\S+'(?:s|re|m)|is|are|am|was|were|feels?|gets?|getting|still)"
    r" (?:(?:all|both|still|also|very|really|quite|pretty|so|a bit|a little|getting|more|now) )*"
)

# Each pattern opens a line of that kind; what the group `cut` takes in is no part of the item.
OPENINGS: tuple[tuple[ItemKind, str], ...] = (
    (
        ItemKind.COMMITMENT,
        rf"(?P<cut>(?:(?:action|ap|task|job)(?:s| points?| items?| required)?(?: \d+)?|promised?|promises"
        rf"|commitments?"
        rf"|to ?-?do(?: list)?|next steps?|follow[- ]?ups?|mahi){_MARK}|(?:to-?do|a/?p) (?:for |on )?"
        rf"|actions? (?:points? |items? )?(?:for|on) )",
    ),
    (
        ItemKind.BALL,
        rf"(?P<cut>(?:(?:the )?ball|(?:te )?poro){_MARK})|(?:the )?ball(?:'s)? (?:on|for|to|is|goes|passe[sd]|now"
        rf"|with|stays|sits"
        rf"|moves|handed)\b"
        r"|kei (?:a|te|nga) .{2,60}? te poro\b",
    ),
    (ItemKind.BALL, r"over to |(?:we )?(?:pass|hand|give)(?:ed)? (?:on |over )?the ball\b"),
    (
        ItemKind.DECISION,
        rf"(?P<cut>(?:decisions?(?: made)?|resolutions?|resolved|decided|agreed(?: by (?:all|everyone))?|agreement"
        rf"|consensus"
        rf"|motion(?: carried| passed)?|carried|passed|approved|endorsed|settled|outcome|ruling|whakatau"
        rf"|(?:kua |i |ka )?whakatau\w*|(?:kua |i |ka )?whakaae\w*){_MARK})",
    ),
    (
        ItemKind.DECISION,
        rf"(?P<cut>{_WE}{_ALSO}(?:decided|agreed|resolved|decide|agree|resolve)(?: that| to)? ){_NEEDS_IT}"
        rf"|{_WE}{_ALSO}(?:decided|agreed|resolved|voted|opted|settled on|approved|endorsed|ratified|signed off"
        rf"|chose)\b"
        r"|moved (?:by )?(?=.{2,200}\bseconded\b)|moved that\b|it was moved\b"
        r"|(?:kua |i |ka )(?:whakaae|whakatau)\w*|whaka(?:aetia|tauhia|tauria)\b"
        r"|(?:all |everyone |everybody )?in favour of\b|(?:the )?consensus (?:is|was|that)\b|carried (?:that"
        r"|unanimously)\b"
        r"|(?:the )?(?:motion|resolution) (?:was )?(?:carried|passed|that|to)\b|from now on\b|going forward\b"
        r"|(?:we're |we are )going with\b|(?:the )?decision (?:is|was|to|that)\b",
    ),
    (
        ItemKind.VICTORY,
        r"(?P<cut>(?:(?:a |our |another )?(?:little |small |big |quick |nice )?(?:victory|victories"
        r"|wins?|success(?:es)?|(?:good|great) (?:news|result)|highlight"
        rf"|celebration|celebrate|milestone|breakthrough|bright spot|positive)|well done|ka pai|ka mau te wehi"
        rf"|ka rawe"
        r"|thanks|wikitoria|miharo|tu ?meke|whoop(?: whoop)?|woo ?hoo|yay|hooray|hurrah|awesome|brilliant|stoked"
        rf"|choice|fantastic|great)(?:{_MARK}|\s*!+\s+))",
    ),
    (
        ItemKind.VICTORY,
        r"well done\b|good on\b|(?:great|nice|good|awesome|fantastic) (?:work|job|effort)\b|kudos\b"
        r"|congrat\w*|big ups\b|(?:he |tino )?ka pai\b"
        r"|tino pai\b|ka mau te wehi\b|tau ke\b|nga mihi\b|mihi (?:nui )?ki\b|(?:many |big |huge "
        r"|special |with )?thanks to\b|thank you to\b"
        r"|shout ?-?out to\b|hats off to\b|credit (?:to|goes)\b|(?:we )?celebrated\b"
        r"|(?:ka rawe|miharo|tu ?meke|whoop|woo ?hoo|yay|hooray|hurrah|chur|props to|cheers to|big mihi)\b"
        r"|(?:we're |we are |all |everyone |everyone's )*(?:so |very |really |super )*(?:proud (?:of|that)|stoked"
        r"|chuffed|delighted"
        r"|rapt|thrilled)\b"
        r"|(?:so |very |really )?(?:great|good|lovely|awesome|fantastic|wonderful|brilliant) (?:to (?:see|hear)|that"
        r"|news)\b"
        r"|(?:a |what a |another )*(?:little |small |big |huge |quick |real )(?:win|victory|success)\b"
        r"|first time (?:in|ever|since|that)\b|thank you,? (?=\S)|best \w+ (?:yet|ever)\b",
    ),
    (
        ItemKind.LESSON,
        r"(?P<cut>(?:(?:key |our |the |main )?lessons?(?: (?:we )?(?:learn(?:ed|t)|is|was|here))?"
        r"|(?:key |our |main )?learn(?:ed|t|ings?)|(?:key )?take-?aways?"
        rf"|what we(?:'ve| have)? learn(?:ed|t)|akoranga|(?:in|with) hindsight"
        rf"|(?:the )?moral(?: of the story)?)(?:{_MARK}|\s*,\s*"
        rf"| is that | was that ))",
    ),
    (
        ItemKind.LESSON,
        rf"(?P<cut>{_WE}{_ALSO}learn(?:ed|t) that )|{_WE}{_ALSO}(?:learn(?:ed|t))\b"
        rf"|lessons? (?:learn(?:ed|t)|is|was|for|from)\b"
        r"|the lesson\b|what we(?:'ve| have)? learn(?:ed|t)\b|(?:in|with) hindsight\b|(?:kua |i )ako\b|akoranga\b"
        r"|next time\b(?! (?:we|the group|you|they)(?: all)? meets?\b)|(?:we |i )?should(?:'ve| have) (?!(?:the|a|an"
        r"|some|more|our|it|them|all|enough|\d+)\b)|(?:we |i )?wish (?:we|i)\b"
        r"|what (?:worked|didn't work|works|doesn't work|helped)\b|(?:we(?:'ve)? |have )?found (?:out )?that\b"
        r"|note for next time\b|mistake:|moral\b",
    ),
    (
        ItemKind.RISK,
        rf"(?P<cut>(?:watch out,\s+)|(?:a |the |main |biggest )*{_HOW_HIGH}(?:risks?|danger|concerns?|worr(?:y|ies)"
        rf"|fears?|red flag"
        rf"|watch(?: out)?|at risk|threat|hazard|morearea|turaru|tupono)"
        rf"(?: ?\((?P<said>high|low|medium)\))?{_MARK}(?:(?P<after>very high|high|medium|low)(?: risk)?(?:{_MARK}"
        rf"|, ))?)",
    ),
    (
        ItemKind.RISK,
        rf"(?:there is |there's |there are )?(?:a |the |some )*(?:main |biggest )?{_HOW_HIGH}(?:risks?"
        rf"|danger) (?:that|of|for|to|is|on|if|we)\b"
        rf"|(?:{_WORRIER}|(?:very |really |quite |a bit |all |still |also )*){_WORRIED} (?:that|about|if|for|of)\b"
        rf"|{_WORRIER}{_WORRIED}\b"
        # "Concerned parents came" worries about nothing yet.
        rf"|{_WORRIED} (?=.*(?:\b(?:will|won't|might|may|could|would|can't|cannot|going to)\b|'ll\b))"
        r"|(?:(?:my|our|the|their|mum's|main|biggest|big|only|one|a) )*(?:concern|worry|fear|danger) is\b"
        r"|(?:there is |there's )?(?:a |some |the |real |good |big |fair |strong )*(?:chance|possibility|worry"
        r"|worries|concerns?|fears?) (?:that|of|the|we)\b|what if\b(?!.*\?)"
        r"|(?:we're |we are |it's |it is )?(?:at risk|in danger|exposed)\b(?: of| if| that|:| -)|threat (?:to|of"
        r"|that)\b"
        r"|(?:watch out|look out|be careful|careful)(?:,| that\b|,? (?:or|if)\b)"
        r"|(?:we |i |they |we all )?fear (?:that|for|the)\b|concern(?:s)? (?:that|about)\b",
    ),
    (
        ItemKind.NOW_SEE,
        rf"(?P<cut>(?:what )?we(?: all)?(?: can)? now(?: all)?(?: see"
        rf"| understand)(?: differently)?(?:{_MARK}| that | is that | is )"
        rf"|(?:what )?we see (?:now|differently)(?: now)?(?:{_MARK}| that | is that | is )"
        rf"|now (?:we )?see(?:{_MARK}| that )"
        rf"|(?:it )?turn(?:s|ed) out(?:{_MARK}|,? that | )|we(?: all)?(?: can)? now(?: all)? see "
        rf"|what we now see differently )",
    ),
    (
        ItemKind.NOW_SEE,
        r"(?:what )?we(?: all)?(?: can)? now(?: all)?(?: see| understand| realise| know)\b"
        r"|now we (?:see|understand|realise|know)\b"
        r"|we used to think\b|(?:we |i |everyone |everybody |they )?(?:all )?used to (?:think|believe|reckon"
        r"|assume|see)\b(?=.*(?:\bnow\b|\bbut\b|,|\bturn))"
        r"|we (?:see (?:it |this |that |things )?(?:now|differently))|inaianei (?:kua"
        r"|ka) (?:kite|marama)|kua marama\b|kua kite\b"
        r"|(?:we(?:'ve)? |everyone |now we |only now do we )?(?:realis|realiz)(?:ed|e)\b|(?:we |nobody |none of us "
        r"|no one )?(?:didn't"
        r"|did not|hadn't|never) (?:know|known|realised?|see that|seen that|understand|understood)\b|(?:we "
        r"|i )had no idea\b"
        r"|(?:we |i )?(?:had|got) (?:it|this|that|them) (?:all )?wrong\b|(?:it's |it is "
        r"|is )?(?:all )?clear(?:er)? now\b"
        r"|it(?:'s| is| has)? (?:now|become) clear\b|(?:the )?penny (?:has )?dropped\b|(?:it )?dawned on\b"
        r"|we(?:'re| are)? (?:now )?(?:seeing|looking at|see|look at) (?:it|this|things|the \w+) (?:in a new light"
        r"|differently)\b"
        r"|(?:it |this |that |things )?(?:looks?|seems?) (?:very |quite |all )?different(?:ly)?\b|now (?:we get"
        r"|it's clear|i see)\b"
        r"|seeing now\b|(?:we |i |everyone |everybody )?(?:all )?(?:always )?thought .{2,80}\b(?:but|it(?:'s| is"
        r"| was) actually|actually|in fact"
        r"|turns? out)\b"
        r"|(?:the )?(?:real|actual|underlying) (?:issue|problem|story|question|barrier|reason) (?:is|was)\b"
        r"|same picture\b|before,? we saw\b|(?:new )?(?:insight|aha(?: moment)?|light ?bulb(?: moment)?)\b",
    ),
    (
        ItemKind.NOTE,
        rf"(?P<cut>(?:notes?|nb|n\.b\.|fyi|f\.y\.i\.|noted|for (?:your |the )?(?:info(?:rmation)?"
        rf"|record)|reminder|panui|tuhipoka)(?:{_MARK}|,\s*)"
        r"|noted that |fyi |nb )|noted?\b|for (?:your |the )?(?:information|record)\b|panui\b|reminder\b"
        r"|apologies\b|in attendance\b|present:|karakia\b|minutes (?:of|from)\b|(?:hui|meeting) (?:opened|closed)\b",
    ),
)
