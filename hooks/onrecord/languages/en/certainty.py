"""English words that say how surely a thing is said."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.certainty import Certainty
from onrecord.lexicon.phrases import Phrases

_IRREGULAR = (
    "arise arose arisen, awake awoke awoken, bear bore borne born, beat beaten, become became, begin "
    "began begun, bend bent, bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke "
    "broken, breed bred, bring brought, build built, burn burnt, buy bought, catch caught, choose chose "
    "chosen, cling clung, come came, creep crept, deal dealt, dig dug, do did done does, draw drew drawn, "
    "dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel "
    "felt, fight fought, find found, flee fled, fly flew flown, forbid forbade forbidden, foresee foresaw "
    "foreseen, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten, "
    "give gave given, go went gone, grind ground, grow grew grown, hang hung, hear heard, hide hid "
    "hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led, leap leapt, learn "
    "learnt, leave left, lend lent, lie lain, light lit, lose lost, make made, mean meant, meet met, "
    "mislead misled, mistake mistook mistaken, overcome overcame, overthrow overthrew overthrown, pay "
    "paid, plead pled, prove proven, rebuild rebuilt, repay repaid, ride rode ridden, ring rang rung, "
    "rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, sew sewn, shake "
    "shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank "
    "sunk, sit sat, sleep slept, slide slid, speak spoke spoken, speed sped, spend spent, spin spun, "
    "spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung, strike struck, "
    "strive strove, swear swore sworn, sweep swept, swim swam swum, swing swung, take took taken, teach "
    "taught, tear tore torn, tell told, think thought, throw threw thrown, tread trod, undergo underwent "
    "undergone, understand understood, undertake undertook undertaken, undo undid undone, uphold upheld, "
    "wake woke woken, wear wore worn, weave wove woven, weep wept, win won, wind wound, withdraw withdrew "
    "withdrawn, withhold withheld, withstand withstood, write wrote written, have has had, cut, hit, put, "
    "set, let, shut, cost, hurt, spread, split, cast"
)
_AMBIGUOUS = words("ground wound found left born bound lit shot light lay saw bore felt")


def _forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _IRREGULAR.split(","):
        verb, *others = line.split()
        found.update(dict.fromkeys(others, verb))
    return found


_VERBS = _forms()
_BE = "is/are/was/were/be/been"

CERTAINTY = Certainty(
    ahead=Phrases(
        (
            ("will", "will, shall, won't, i'll, we'll, you'll, he'll, she'll, it'll, they'll"),
            (
                "will",
                f"{_BE} going to, {_BE} about to, {_BE} set to, {_BE} due to be, {_BE} bound to, {_BE} "
                f"poised to, {_BE} to be, {_BE} to become, {_BE} to get, {_BE} destined to",
            ),
            ("would", "would, he'd, she'd, they'd, wouldn't"),
            ("may", "may, might, could, couldn't, mightn't, can possibly, may well, might well, could well"),
            (
                "plan",
                "plan/plans/planned/planning to, intend/intends/intended/intending to, "
                "hope/hopes/hoped/hoping to, aim/aims/aimed/aiming to, want/wants/wanted/wanting to, "
                "wish/wishes/wished/wishing to, seek/seeks/sought/seeking to, mean/means/meant to, "
                "expect/expects/expected/expecting to, promise/promises/promised/promising to, "
                "pledge/pledges/pledged/pledging to, vow/vows/vowed/vowing to, "
                "offer/offers/offered/offering to, threaten/threatens/threatened/threatening to, "
                "propose/proposes/proposed/proposing to, prepare/prepares/prepared/preparing to, prepare "
                "for, swear/swore/sworn to, consider/considers/considered/considering, "
                "contemplate/contemplates/contemplating, undertake/undertakes/undertook to, "
                "commit/committed to, agree/agrees/agreed/agreeing to, decide/decides/decided/deciding "
                "to, resolve/resolves/resolved to, volunteer/volunteered to, apply/applied/applying to, "
                "ready/eager/keen/willing/prepared/determined/anxious to, plot/plotted/plotting to, "
                f"conspire/conspired/conspiring to, desire/desires/desired to, {_BE} planning, {_BE} "
                f"proposing, {_BE} hoping for, look/looks/looking to, would like to, would/'d love to, "
                "intention/intent/ambition/desire/wish/hope/aim/goal/bid/pledge/promise to, "
                "plan/plans/proposal/proposals/offer/threat/vow/agreement/decision/mandate/need to, "
                "talk/talks/negotiation/negotiations to, talks on/about, intention of, "
                "intends/intend/intended on, hopes/hoping/plans/planning on",
            ),
            (
                "try",
                "try/tries/tried/trying to, attempt/attempts/attempted/attempting to, "
                "strive/strives/strove/striving to, struggle/struggles/struggled/struggling to, "
                "endeavour/endeavours/endeavoured/endeavor/endeavored to, effort/efforts/attempt/attempts "
                "to, fight/fights/fighting to, campaign/campaigns/campaigned/campaigning to, work/working "
                "to",
            ),
            (
                "told",
                f"{_BE} said to, {_BE} thought to, {_BE} believed to, {_BE} expected to, {_BE} rumoured "
                f"to, {_BE} rumored to, {_BE} alleged to, {_BE} reported to, {_BE} supposed to, {_BE} "
                f"scheduled to, {_BE} planned to, {_BE} slated to, {_BE} likely to, {_BE} unlikely to, "
                f"{_BE} projected to, {_BE} forecast to, {_BE} predicted to, {_BE} suspected of, {_BE} "
                f"accused of, {_BE} charged with, {_BE} understood to, {_BE} presumed to, {_BE} assumed "
                f"to, {_BE} intended to, {_BE} meant to, {_BE} designed to, {_BE} feared to, {_BE} urged "
                f"to, {_BE} asked to, {_BE} ordered to, suspected/accused of, charged with, "
                "likely/expected/scheduled/slated/thought/believed to, "
                "said/alleged/rumoured/rumored/reported/supposed/understood/presumed to",
            ),
            ("may", "seem/seems/seemed/appear/appears/appeared to"),
            (
                "perhaps",
                "allegedly, reportedly, supposedly, purportedly, ostensibly, possibly, perhaps, probably, "
                "presumably, potentially, conceivably, theoretically, hypothetically, maybe",
            ),
            ("must", "must, should, ought to, need/needs/needed to, ought"),
        )
    ),
    urging=Phrases(
        (
            (
                "plan",
                "ask/asks/asked/asking, urge/urges/urged/urging, want/wants/wanted, "
                "order/orders/ordered/ordering, tell/tells/told, request/requests/requested, "
                "beg/begs/begged, invite/invites/invited, encourage/encourages/encouraged/encouraging, "
                "advise/advises/advised, instruct/instructs/instructed, require/requires/required, "
                "expect/expects/expected, plan/plans/planned for, appeal/appeals/appealed to, "
                "challenge/challenged",
            ),
        )
    ),
    urged=words("to"),
    nouns=Phrases(
        (
            (
                "plan",
                "plan/plans/planning for/of, proposal/proposals for, hope/hopes for/of, bid/bids for, "
                "call/calls for, demand/demands for, offer/offers of, promise/promises of, pledge/pledges "
                "of, intention of, planned, proposed, intended, promised, pledged, hoped-for, draft, "
                "upcoming, forthcoming, prospective, attempted, attempt/attempts at, would-be",
            ),
            (
                "chance",
                "prospect/prospects for/of, possibility/possibilities of/for, chance/chances of/for, "
                "potential for, potential, possible, risk/risks of, threat/threats of, likelihood of, "
                "danger of, hope of, opportunity/opportunities for, scope for, fear/fears of, "
                "expectation/expectations of, room for",
            ),
            (
                "told",
                "alleged, supposed, purported, suspected, rumoured, rumored, reported, presumed, so-called",
            ),
            (
                "told",
                "allegation/allegations/accusation/accusations/claim/claims/rumour/rumours of, "
                "suspicion/suspicions of",
            ),
        )
    ),
    beliefs=Phrases(
        (
            (
                "belief",
                "believe/believes/believed/believing, think/thinks/thinking, hope/hopes/hoped/hoping, "
                "expect/expects/expected/expecting, suspect/suspects/suspecting, suspected that, "
                "fear/fears/feared/fearing, assume/assumes/assumed/assuming, suppose/supposes/supposing, "
                "imagine/imagines/imagined/imagining, presume/presumes/presumed, guess/guesses/guessed, "
                "dream/dreams/dreamed/dreamt that, wish/wishes/wished that, pretend/pretends/pretended, "
                "speculate/speculates/speculated/speculating, suggest/suggests/suggested/suggesting that, "
                "imply/implies/implied that, predict/predicts/predicted that, bet/bets that, "
                "doubt/doubts/doubted, allege/alleges/alleged/alleging that, pray/prays/prayed that, "
                "possibility/chance/likelihood/hope/hopes/fear/fears/belief/idea/notion/risk/suspicion "
                "that, rumour/rumours/rumor/rumors/allegation/allegations/theory/speculation/hypothesis "
                "that, it seems, it seemed, as if, as though, possible that, likely that, probable that, "
                "unlikely that",
            ),
        )
    ),
    conditions=Phrases(
        (
            (
                "if",
                "if, only if, provided that, providing that, provided/providing the/it/they/he/she, on "
                "condition that, on the condition that, as long as, so long as, in case, in the event "
                "that, in the event of, assuming that, assuming the, subject to, contingent on/upon, "
                "conditional on/upon, dependent on/upon, depends/depend/depended on, depending on, only "
                "when, only after, only once, only with, in case of, once",
            ),
            ("unless", "unless, except if, without first"),
            ("until", "until, till, not until"),
        )
    ),
    fulfilments=Phrases(
        (
            (
                "if",
                "as soon as, once, when, whenever, after, if, the moment, immediately after, following, upon",
            ),
        )
    ),
    hedges=Phrases(
        (
            (
                "hedge",
                "perhaps, maybe, possibly, probably, presumably, potentially, allegedly, reportedly, "
                "supposedly, apparently, seemingly, purportedly, ostensibly, conceivably, hypothetically, "
                "theoretically, in theory, likely, unlikely, hopefully, arguably, tentatively, believed, "
                "thought, possible, rumoured, rumored, suspected, alleged, unclear, uncertain, "
                "unconfirmed, could, might, may, would, should, if, whether, expected, planned, proposed, "
                "potential",
            ),
        )
    ),
    asking=words(
        "see know knows knew wonder wonders wondered decide determine check unclear sure unsure certain "
        "test learn even as ask asks asked asking question doubt doubts care matter what find tell"
    ),
    achieving=Phrases(
        (
            (
                "done",
                "manage/manages/managed to, begin/begins/began/begun to, start/starts/started to, "
                "continue/continues/continued to, go/goes/went on to, come/comes/came to, get/gets/got "
                "to, help/helps/helped to, help/helps/helped, able to, proceed/proceeded to, "
                "succeed/succeeded in",
            ),
        )
    ),
    later=words(
        "later eventually subsequently go then ultimately finally afterwards thereafter again until "
        "become end often usually always sometimes frequently never still"
    ),
    own_view=words("i we i'd i'm"),
    naming=words("the a an his its their our my your this no any another main prime chief"),
    unforeseen=words(
        "imagine imagined imagining expect expected suspect suspected dream dreamed dreamt "
        "guess guessed predicted "
        "hope hoped fear feared"
    ),
    linking=words("be have been being not never also then now soon only even still both all"),
    having=words("has have had having he's she's it's they've we've i've hasn't haven't hadn't"),
    being=words("is are was were being isn't aren't wasn't weren't am"),
    allowing=words(
        "allow allows allowed permit permits permitted permission forbid forbids forbade forbidden ban "
        "bans banned prohibit prohibits prohibited bar bars barred let lets entitled eligible authorised "
        "authorized legal illegal right rights free must able can cannot can't unable"
    ),
    clause_ends=words("but although though whereas while because which who whose whom since unless if until"),
    verbs=_VERBS,
    pasts=frozenset(_VERBS) - _AMBIGUOUS - words("has does"),
)
