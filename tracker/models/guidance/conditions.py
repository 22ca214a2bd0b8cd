"""What helps working together and what hinders it, section by section (§2.3 to §7.3), in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ConditionHelp:
    """Something that `helps` or hinders. `text` can be seen in a group or not; `next_step` is what to do or ask.

    `key` is what is kept of it; it begins with the part of the work that `section` is about.
    """

    key: str
    section: str
    helps: bool
    text: str
    next_step: str


# The parts of the work, each with the section that says what helps it and what hinders it.
PARTS: dict[str, tuple[str, str]] = {
    "starting": ("2.3", "Before starting"),
    "together": ("3.4", "Getting together"),
    "working": ("4.3", "Working together"),
    "learning": ("5.3", "Learning"),
    "support": ("6.3", "Support from home"),
    "sustaining": ("7.3", "Keeping going"),
}


def _conditions(part: str, helps: bool, *each: tuple[str, str, str]) -> tuple[ConditionHelp, ...]:
    section, _ = PARTS[part]
    return tuple(
        ConditionHelp(key=f"{part}_{name}", section=section, helps=helps, text=text, next_step=next_step)
        for name, text, next_step in each
    )


CONDITIONS: tuple[ConditionHelp, ...] = (
    *_conditions(
        "starting",
        True,
        (
            "client",
            "We look at it from the side of the people concerned, and at what should come of it",
            "Ask what would be different for them, and who has asked them.",
        ),
        (
            "outward",
            "Agencies here look outward and like to get to the bottom of things",
            "Ask who at home would back something new, and bring them in early.",
        ),
        (
            "pause",
            "We stop, and look at it afresh from several sides",
            "Give one meeting to nothing else: each agency says how it looks from where it stands.",
        ),
        (
            "why",
            "It is plain what we want to do together, and why",
            "Put the purpose into a sentence, and ask each agency whether it is its own.",
        ),
        (
            "who",
            "Thought has been given to who is needed",
            "List who holds a piece of it, and see whose chair is empty.",
        ),
    ),
    *_conditions(
        "starting",
        False,
        (
            "core_business",
            "Agencies keep to what they always do, and to no more of it than they must",
            "Ask home managers what this work would do for what they answer for.",
        ),
        (
            "usual",
            "For want of a better idea, everybody goes on as ever",
            "Try one small new thing, and look at what it shows.",
        ),
    ),
    *_conditions(
        "together",
        True,
        (
            "heart",
            "Somebody cares enough to start, and knows how to bring agencies into one room",
            "Say who that is, and find a second person like it.",
        ),
        (
            "standing",
            "Members have means, wits and standing, and are trusted at home",
            "Ask what each may promise without asking first.",
        ),
        (
            "experienced",
            "Some members have worked like this before",
            "Ask them what they would do again, and what never.",
        ),
        (
            "citizen",
            "The people it is all for stand in the middle of it",
            "Ask how they take part, and who talks with them.",
        ),
        (
            "time",
            "There is time to see how others see it, to come to one view and to one plan",
            "Keep the first meetings free for just that.",
        ),
        (
            "trust",
            "People trust one another",
            "Make small promises and keep them soon: trust grows on that.",
        ),
        (
            "letting_go",
            "Members let go of their usual stance and help to shape one that all can share",
            "Ask each what it would give up for the aim.",
        ),
    ),
    *_conditions(
        "together",
        False,
        (
            "fixed",
            "Somebody has made up their mind, or knows only one answer",
            "Ask what would have to be true for another answer to be right.",
        ),
        (
            "power",
            "Money or power talks some views down, or settles the answer too early",
            "Let somebody else take the chair, and hear the quietest first.",
        ),
        (
            "overpromising",
            "Members promise what neither they nor those at home can do",
            "Have the home agency back a promise before it is written down.",
        ),
    ),
    *_conditions(
        "working",
        True,
        (
            "models",
            "We know that each of us sees the work through other eyes",
            "Let each say in their own words how they think it works.",
        ),
        (
            "spanning",
            "Some people move freely between agencies and do more than their post says",
            "Find out who they are, and make it welcome at home.",
        ),
        (
            "open",
            "Members are open, curious about what is new to them, and ready to have a go",
            "Give the keenest something to try soon.",
        ),
        (
            "decisions",
            "It is clear who leads and who decides, here and in each agency",
            "Write it down, one line for each agency.",
        ),
        (
            "contributions",
            "Everybody knows what each agency has promised and will bring",
            "Go through the commitments, agency by agency.",
        ),
        (
            "rules",
            "It is settled what we do about power, quarrels, shared means, and people coming and going",
            "Put the rules of engagement on one page.",
        ),
        (
            "no_surprises",
            "Nobody is taken by surprise",
            "Tell an agency of a risk before it hears of it elsewhere.",
        ),
        (
            "light",
            "How we work fits the task, and weighs no more than it must",
            "Ask what could be left out.",
        ),
    ),
    *_conditions(
        "working",
        False,
        (
            "nodding",
            "Members agree in the room and do not do it afterwards",
            "Read the open promises aloud, and ask what stands in the way.",
        ),
        (
            "own_thing",
            "Members go their own way",
            "Ask what it would take to do it together.",
        ),
        (
            "agendas",
            "Members pull in different directions, each for an end of its own",
            "Let each say openly what it is after.",
        ),
        (
            "no_backing",
            "Members do not win over those at home",
            "Go and see the home manager together.",
        ),
        (
            "risks",
            "What could go wrong is not seen, or nobody deals with it",
            "List it, with whom it would fall on and who tells them.",
        ),
    ),
    *_conditions(
        "learning",
        True,
        (
            "reflecting",
            "Looking back at how we work has its place",
            "Put the next review into the calendar now.",
        ),
        (
            "agreed_early",
            "We agreed early on what to look back at: what comes of it, and how we go about it",
            "Name two or three things that you would want to know in a year.",
        ),
        (
            "carrying",
            "What is learned here finds its way home",
            "Settle for each lesson who carries it, to whom and by when.",
        ),
    ),
    *_conditions(
        "learning",
        False,
        (
            "fixed_view",
            "Somebody's picture of it never moves",
            "Go with them to where it happens.",
        ),
        (
            "closed",
            "Somebody will not hear what others think",
            "Ask each to put another's view into their own words.",
        ),
        (
            "facts",
            "We know too little",
            "List what you would have to know, and who knows it.",
        ),
        (
            "narrow",
            "We see only a small part of what goes on",
            "Ask somebody who has not been asked yet.",
        ),
        (
            "boundaries",
            "Lines between agencies are treated as if they could not move",
            "Ask of each line who drew it, and who could draw it anew.",
        ),
    ),
    *_conditions(
        "support",
        True,
        (
            "said",
            "Managers say openly that they want this work, and ask what comes of it",
            "Ask a manager to write so to their own staff.",
        ),
        (
            "core",
            "Agencies count working with others as part of what they are there for",
            "Ask where it stands in the agency's plan.",
        ),
        (
            "tight_loose",
            "Agencies are firm on what should come of it, and leave open how",
            "Ask which rule could bend, and which result could not.",
        ),
        (
            "chances",
            "Staff have chances to get to know people elsewhere, in their agency and outside it",
            "Ask for a swap, a visit or a day of training together.",
        ),
        (
            "manager",
            "Each member gets on well with the manager at home",
            "Ask each when they last told their manager of the group.",
        ),
        (
            "time",
            "There are hours and money for it",
            "Ask each home agency for so many hours and such an amount, and note the day.",
        ),
        (
            "roles",
            "What somebody's job is can be drawn anew",
            "Ask what in the post would have to change.",
        ),
        (
            "rules",
            "The usual ways may be bent where that helps",
            "Ask to be allowed to try it differently for some months.",
        ),
        (
            "practical",
            "There is help with rooms, minutes and the like",
            "Ask which agency lends somebody for it.",
        ),
        (
            "learning",
            "There is room to look back and learn while we work",
            "Ask for a day a year, and for somebody from outside to lead it.",
        ),
        (
            "recognition",
            "New ideas that lead somewhere are noticed at home, and thanked for",
            "Tell the home agency of a little victory and of who had the idea.",
        ),
    ),
    *_conditions(
        "support",
        False,
        (
            "impatience",
            "Agencies do not see how long a group needs before it can work",
            "Tell them what the first year is for.",
        ),
        (
            "alone",
            "An agency pulls out, or acts alone and so undoes what others did",
            "Ask its manager to talk with the group before the next step.",
        ),
        (
            "far",
            "Those at the top do not see it as it looks from the front line",
            "Take a chief executive along for a morning.",
        ),
    ),
    *_conditions(
        "sustaining",
        True,
        (
            "stage",
            "We know which stage we are in, and steer by it",
            "Judge the stage together, and choose one thing that suits it.",
        ),
        (
            "process",
            "We watch how we work as well as what we are after",
            "Ask at the end of each meeting how it felt.",
        ),
        (
            "essence",
            "We care for what makes it work more than for the shape it has",
            "Ask what could be left out, and it would still work.",
        ),
        (
            "friends",
            "Somebody from outside goes along with us and says what they see",
            "Ask somebody to be your critical friend.",
        ),
        (
            "telling",
            "Those who got it going win others for it",
            "Ask them to tell one story to whoever matters most.",
        ),
        (
            "links",
            "Members are well connected with their own agency",
            "Look at the ladder: at which levels is each agency connected?",
        ),
        (
            "patterns",
            "We notice when things begin to run differently, and hear what comes back",
            "Ask the front line what is different this month.",
        ),
        (
            "edges",
            "We make room for what goes well, and stand in the way of what does not",
            "Name one thing to do more of, and one to stop.",
        ),
    ),
    *_conditions(
        "sustaining",
        False,
        (
            "top_down",
            "New orders come from above, from people who do not know how we work by now",
            "Show whoever gives them how it is done here, and why.",
        ),
        (
            "one_size",
            "The same is asked of everybody, whatever the place",
            "Say what is different here, with one example.",
        ),
    ),
)

_BY_KEY = {help.key: help for help in CONDITIONS}


def condition_help(key: str) -> ConditionHelp | None:
    """What is said of an enabler or impediment; None for a key that is not known."""
    return _BY_KEY.get(key)


def part_title(help: ConditionHelp) -> str:
    """The part of the work that it belongs to, with its section: "Before starting (§2.3)"."""
    section, words = PARTS[help.key.partition("_")[0]]
    return f"{words} (§{section})"
