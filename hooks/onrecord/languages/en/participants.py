"""English verbs, and those that say the same from two sides."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.participants import Participants


def _forms(*lines: str) -> tuple[tuple[str, str, str], ...]:
    """Verbs with their past forms and participles: ``give gave given``, ``hit`` where all are one."""
    found = []
    for verb in ", ".join(lines).split(","):
        forms = verb.split()
        base = forms[0]
        past = forms[1] if len(forms) > 1 else base
        found.append((base, past, forms[2] if len(forms) > 2 else past))
    return tuple(found)


def _pairs(*lines: str) -> tuple[tuple[str, str], ...]:
    """The pairs of some lines."""
    return tuple((line.split()[0], line.split()[1]) for line in lines)


def _with_endings(*verbs: str) -> frozenset[str]:
    """The forms of some verbs, and those that are formed irregularly as they stand."""
    found = set(verbs)
    for verb in verbs:
        stem = verb[:-1] if verb[-1] in "ey" else verb
        past = "ied" if verb[-1] == "y" else "ed"
        found.update((f"{verb}s", f"{stem}{past}", f"{stem}ing", f"{verb}ing", f"{verb}ed"))
        if verb[-1] == "y":
            found.update((f"{stem}ies", f"{verb}ed"))
    return frozenset(found)


_MUTUAL = sorted(
    words(
        "meet marry divorce fight negotiate trade cooperate agree resemble share border collaborate "
        "discuss talk",
        "compete merge unite play face speak date love equal match rival join connect link touch "
        "live work say include",
        "know call name become remain see help",
        "met fought said knew known became saw seen spoke spoken relation relations border tie ties "
        "cooperation",
        "talks agreement treaty war conflict relationship marriage difference gap distance trade game match",
    )
)

PARTICIPANTS = Participants(
    irregular=_forms(
        "arise arose arisen, awake awoke awoken, bear bore born/borne, beat beat beaten, become "
        "became become",
        "begin began begun, bend bent, bet, bid bid bid/bidden, bind bound, bite bit bitten, bleed bled",
        "blow blew blown, break broke broken, breed bred, bring brought, broadcast broadcast/broadcasted",
        "build built, burn burnt, burst, buy bought, cast, catch caught, choose chose chosen, cling clung",
        "come came come, cost, creep crept, cut, deal dealt, dig dug, do did done, draw drew drawn",
        "drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt",
        "fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget "
        "forgot forgotten",
        "forgive forgave forgiven, freeze froze frozen, get got got/gotten, give gave given, go went gone",
        "grind ground, grow grew grown, hang hung, have had, hear heard, hide hid hidden, hit, hold "
        "held, hurt",
        "keep kept, kneel knelt, know knew known, lay laid, lead led, leave left, lend lent, let, "
        "lie lay lain",
        "light lit, lose lost, make made, mean meant, meet met, mislead misled, mistake mistook mistaken",
        "outdo outdid outdone, overcome overcame overcome, overrun overran overrun, oversee oversaw overseen",
        "overtake overtook overtaken, overthrow overthrew overthrown, pay paid, put, quit, read, "
        "rebuild rebuilt",
        "retake retook retaken, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said",
        "see saw seen, seek sought, sell sold, send sent, set, shake shook shaken, shed, shine "
        "shone, shoot shot",
        "show showed shown, shrink shrank shrunk, shut, sing sang sung, sink sank sunk, sit sat, sleep slept",
        "slide slid, speak spoke spoken, spend spent, spin spun, split, spread, spring sprang "
        "sprung, stand stood",
        "steal stole stolen, stick stuck, sting stung, strike struck, strive strove striven, swear "
        "swore sworn",
        "sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told",
        "think thought, throw threw thrown, undergo underwent undergone, understand understood",
        "undertake undertook undertaken, undo undid undone, uphold upheld, upset, wake woke woken",
        "wear wore worn, weave wove woven, weep wept, win won, wind wound, withdraw withdrew withdrawn",
        "withhold withheld, withstand withstood, write wrote written, rewrite rewrote rewritten",
    ),
    verbs=words(
        "accept accuse achieve acquire act adapt add adopt advise affect air allow announce appear "
        "appoint approve",
        "argue arrest ask assassinate attack attend award back ban base belong betray block bomb "
        "call capture carry",
        "cause celebrate change charge claim close collect command compete complete compose conduct "
        "confirm conquer",
        "consider contain continue control convince cover create criticise criticize cross cure "
        "damage debut declare",
        "defeat defend deliver demand deny describe design destroy develop direct discover divorce "
        "dominate donate",
        "earn edit educate elect employ enable end endorse enter establish exist expand explain "
        "export express",
        "face fail feature film finish follow force form found fund gain graduate greet guard handle "
        "hate head help",
        "hire host identify import impose include increase influence inform inherit inspire intend "
        "introduce invade",
        "invent invest invite involve join judge kidnap kill land launch like list live locate love "
        "maintain manage",
        "mark marry mention monitor move murder name negotiate nominate occupy offer open operate "
        "oppose order own",
        "perform persuade plan play portray praise precede premiere present produce promise promote "
        "propose protect",
        "prove provide publish pursue raise reach receive recognise recognize record refer refuse "
        "reject release",
        "remain remove replace report represent request rescue resemble resign respect respond "
        "restore restrict",
        "return reveal reward rule sack sanction save score serve share sign sponsor star start "
        "starve state stay",
        "stop store study succeed sue suffer suggest support surround survive suspend sentence threaten tour",
        "trade train transfer travel treat turn unite urge use view violate visit vote want warn "
        "watch welcome work",
        "worship wound acknowledge abide abolish",
    ),
    passive=words("is are was were be been being am get gets got isn't aren't wasn't weren't"),
    doer=words("by"),
    owner=words("of"),
    mutual=_with_endings(*_MUTUAL),
    converse=_pairs(
        "receive give",
        "get give",
        "buy sell",
        "purchase sell",
        "borrow lend",
        "inherit bequeath",
        "import export",
        "lose win",
        "learn teach",
        "follow precede",
        "succeed precede",
        "own belong",
    ),
    givers=words("from"),
    takers=words("to"),
    adding=words("and"),
)
