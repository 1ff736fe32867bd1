"""English words that say how widely, how strongly, since when and why a thing holds."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.scope import Scope

_SUPERLATIVES = (
    "largest biggest greatest smallest least highest lowest tallest longest shortest oldest youngest "
    "newest earliest fastest slowest strongest weakest richest poorest best worst finest hardest easiest "
    "heaviest lightest deepest widest broadest closest nearest farthest furthest safest deadliest "
    "bloodiest busiest cheapest costliest wealthiest hottest coldest warmest wettest driest cleanest "
    "dirtiest brightest darkest loudest quietest happiest saddest simplest greenest sharpest steepest "
    "toughest fiercest wildest cruelest harshest gravest loosest purest rarest commonest wisest smartest "
    "strictest tightest thickest thinnest most"
)

_KINDS = (
    (
        "girl girls boy boys toddler toddlers infant infants",
        "child children pupils youngsters people minors kids",
    ),
    ("girl girls woman women men boys man", "people everyone persons citizens humans person adults anyone"),
    ("pupil pupils student students", "people children everyone young"),
    ("soldier soldiers officer officers policeman policemen", "people everyone"),
    ("foreigner foreigners refugee refugees migrant migrants tourist tourists", "people everyone"),
    (
        "car cars lorry lorries truck trucks bus buses motorcycle motorcycles bicycle bicycles",
        "vehicles vehicle traffic",
    ),
    (
        "dog dogs cat cats horse horses cow cows sheep pig pigs bird birds wolf wolves bear "
        "bears fish whale whales",
        "animal animals pets creatures",
    ),
    ("duck ducks goose geese swan swans eagle eagles owl owls", "bird birds animal animals"),
    ("oak oaks pine pines elm elms birch beech", "tree trees plants"),
    ("apple apples pear pears orange oranges banana bananas", "fruit fruits food"),
    ("beef pork chicken lamb mutton", "meat food"),
    ("beer wine vodka whisky whiskey rum gin", "alcohol drink drinks"),
    ("cannabis heroin cocaine marijuana opium", "drugs"),
    ("rifle rifles pistol pistols handgun handguns gun guns knife knives", "weapon weapons arms"),
    ("novel novels magazine magazines poem poems", "books book literature publications"),
    ("newspaper newspapers television radio", "media press"),
    ("football tennis cricket basketball hockey", "sport sports"),
    ("coal oil gas", "fuel fuels energy"),
    ("physicist chemist biologist", "scientist scientists"),
    ("surgeon nurse doctor", "staff people"),
    (
        "prisoners inmates convicts felons employees workers civilians pensioners immigrants "
        "residents visitors "
        "journalists activists members patients drivers voters widows mothers fathers parents husbands wives "
        "teenagers adolescents smokers protesters strangers outsiders locals villagers",
        "people everyone everybody anyone anybody persons humans citizens adults",
    ),
    ("muslims christians jews hindus", "believers people everyone"),
    ("judges lawyers teachers nurses doctors farmers", "workers people professionals everyone"),
    ("primary secondary high elementary", "school"),
)


def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for narrow, wide in _KINDS:
        for word in narrow.split():
            found[word] = found.get(word, frozenset()) | frozenset(wide.split())
    return found


SCOPE = Scope(
    quantities=Phrases(
        (
            (
                "none",
                "no, none of, none, not one, not a single, neither of, zero, no other, not any, hardly any",
            ),
            ("none", "nobody, no one, nothing"),
            (
                "few",
                "few, very few, a few, only a few, a handful of, a minority of, a small number of, one or "
                "two",
            ),
            (
                "some",
                "some, some of, several, several of, a number of, certain, a couple of, parts of, part "
                "of, a part of, one of, some other",
            ),
            (
                "some",
                "not all, not every, not everyone, not all of, half of, a third of, a quarter of, a "
                "fraction of, a portion of, a proportion of, partly, partially, sometimes, occasionally, "
                "somebody, someone",
            ),
            (
                "many",
                "many, many of, lots of, a lot of, numerous, scores of, dozens of, a large number of, "
                "much of, plenty of, hundreds of, thousands of, a great many, often, frequently, a large "
                "part of",
            ),
            (
                "most",
                "most, most of, the majority of, a majority of, nearly all, almost all, nearly every, "
                "almost every, the vast majority of, the bulk of, majority of, mostly, mainly, largely, "
                "usually, generally, typically, virtually all, nearly all of, almost all of, almost "
                "always, nearly everyone, almost everyone, predominantly, more than half of, over half "
                "of, the greater part of, overwhelming majority of, vast majority of",
            ),
            (
                "all",
                "all, all of, every, each, each of, every one of, every single, the whole of, the entire, "
                "all the, everyone, everybody, everything, always, the whole, anyone, anybody, any and "
                "all, both of, entire, whole",
            ),
        )
    ),
    between=words("of the these those his her its their our other such remaining a an in"),
    exclusives=Phrases(
        (
            (
                "only",
                "only, sole, solely, exclusively, the lone, nothing but, none but, no one but, exclusive "
                "to, nobody but, unique to, uniquely, the one and only, nothing other than, nothing "
                "except",
            ),
            ("first", "the first, first ever, first-ever, for the first time, the very first, first to"),
            ("last", "the last, the final, for the last time"),
            ("exactly", "exactly, precisely"),
            (
                "whole",
                "entirely, completely, wholly, totally, outright, altogether, in full, in its entirety, "
                "in their entirety, utterly, absolutely, fully, thoroughly",
            ),
            (
                "ever",
                "ever, never, always, forever, for ever, permanently, for good, at all times, invariably",
            ),
            (
                "absolute",
                "under any circumstances, in any form, full stop, at all, whatsoever, no matter what, in "
                "any way, without exception, under no circumstances, unconditionally, categorically, in "
                "any case, in every case, of any kind, by any means, without any condition, without "
                "conditions, no exceptions, regardless of anything, come what may, in any circumstances, "
                "in no circumstances, whatever happens, without reservation, in every respect, in all "
                "circumstances, under all circumstances",
            ),
        )
    ),
    merely=words("a an"),
    parts=words(
        "season seasons series episode episodes half part parts volume chapter round rounds "
        "stage phase day days "
        "week month year years quarter set game games frame leg lap minute minutes hour night edition act "
        "verse line place name two three four five few several time times version issue wave "
        "year's century decade"
    ),
    licences=Phrases(
        (
            (
                "only",
                "no other, no one else, nobody else, just, single, alone, limited to, restricted to, "
                "confined to, except, merely, unique, one, lone, but, nothing else, nowhere else, purely, "
                "entirely, all, apart, other than, outside, besides, unlike, sole, no more than, at most, "
                "exclusive, whole, entire, few, never, unprecedented, remaining, simply, every, none, "
                "wholly, completely, without, lack, lacks, not until, unless, first, none of, little, "
                "nothing, less than, fewer, mere, barely",
            ),
            (
                "first",
                "first, 1st, earliest, debut, debuted, inaugural, maiden, never before, original, "
                "originally, pioneer, pioneered, founding, premiere, premiered, initial, initially, "
                "founder, oldest, only, one, introduced, began, start, started, starting, beginning, "
                "opening, new, newly, unprecedented, history, before, debuts, historic, sole, previously, "
                "never, invented, i, lead, former, opened, ever, since, second",
            ),
            (
                "last",
                "last, final, finally, latest, ultimate, ended, end, ends, ending, most recent, again, "
                "past, previous, recent, recently, closing, finale, concluded, conclusion, concluding, "
                "conclude, concludes, until, remaining, died, death, retired, late, third, later, "
                "subsequent, eventually",
            ),
            (
                "exactly",
                "exact, just, same, precise, equal, equals, identical, total, totalled, totaled, sharp, "
                "on the dot",
            ),
            (
                "whole",
                "all, full, fully, whole, entire, complete, total, every, only, nothing, purely, "
                "throughout, exclusively, solely, absolute, thorough, everything, 100, extremely, very, "
                "deeply, so, much, never, no, not, each",
            ),
            (
                "ever",
                "no, not, all, every, none, until, yet, nothing, nobody, no one, only, first, eternal, "
                "permanent, without, each, any, constant, constantly, everlasting, whenever, record, "
                "most, history, usually, regularly, unable, failed, lack, fail, 's, n't, since, before, "
                "unmarried, single, consistently, long, perpetual, rarely, refused, refuses, neither, "
                "nor, life, lifelong, remained, remains, continuous, still",
            ),
            (
                "absolute",
                "any, all, every, no, none, ever, never, nothing, unconditional, categorical, total, "
                "complete, absolute, full",
            ),
        )
    ),
    superlatives=words(_SUPERLATIVES),
    bounding=words("at"),
    peaks=words(
        "top leading foremost chief main primary principal major record peak first only no number "
        "best-selling champion champions winner won title premier ultimate maximum minimum "
        "highest-grossing last unprecedented star greatest flagship majority dominant world's mostly "
        "favourite favorite bestselling than more outsold prime supreme never unrivalled unmatched ranked "
        "rank second third fourth fifth"
    ),
    especially=words(
        "especially particularly notably chiefly mainly mostly primarily principally largely including"
    ),
    qualifiers=words(
        "fully formally officially legally publicly directly completely entirely partly partially openly "
        "explicitly permanently temporarily substantially significantly materially seriously solely "
        "exclusively full formal official legal high secondary primary public permanent nuclear serious "
        "significant major fatal violent armed unarmed commercial private foreign military civilian "
        "medical free paid unauthorised unauthorized illegal undocumented unprovoked unrestricted "
        "immediate immediately widespread conclusive conclusively definitive direct independently "
        "independent voluntarily knowingly deliberately intentionally unanimously alone"
    ),
    equal_qualifiers=(
        words("fully full completely complete entirely entire wholly whole totally total"),
        words("formally formal officially official legally legal"),
        words("partly partially partial part"),
        words("publicly public openly open"),
        words("illegal illegally unauthorised unauthorized undocumented unlawful"),
        words("deliberately intentionally knowingly deliberate intentional"),
        words(
            "serious seriously significant significantly substantial substantially major material materially"
        ),
        words("immediate immediately"),
        words("permanent permanently"),
        words("temporary temporarily"),
        words("conclusive conclusively definitive definitively"),
        words("direct directly"),
        words("independent independently"),
        words("alone solely exclusively only"),
        words("high secondary"),
        words("unanimous unanimously"),
        words("voluntary voluntarily"),
    ),
    kinds=_kinds(),
    barring=words(
        "forbid forbids forbade forbidden forbidding ban bans banned banning prohibit prohibits "
        "prohibited prohibiting bar bars barred barring prevent prevents prevented preventing block "
        "blocks blocked exclude excludes excluded not no never none nobody cannot without deny denies "
        "denied refuse refuses refused stop stops stopped restrict restricts restricted all every each "
        "any only"
    ),
    forbidding=words(
        "forbid forbids forbade ban bans banned prohibit prohibits prohibited bar bars barred "
        "prevent prevents "
        "prevented block blocks blocked exclude excludes excluded outlaw outlaws outlawed no without"
    ),
    scales=(
        (
            "limit limits limited limiting restrict restricts restricted restricting curb curbs curbed "
            "curbing constrain constrains constrained regulate regulates regulated control controls "
            "controlled",
            "ban bans banned banning prohibit prohibits prohibited prohibiting forbid forbids forbade "
            "forbidden outlaw outlaws outlawed abolish abolishes abolished end ends ended",
        ),
        (
            "injured injuring injures injure wounded wounding wounds wound hurt hurting hurts",
            "killed killing kills kill dead died dies murdered slain",
        ),
        (
            "criticised criticized criticises criticizes criticise criticize questioned questions queried",
            "condemned condemns condemn denounced denounces denounce lambasted excoriated",
        ),
        (
            "suspected suspects suspect accused accuses questioned investigated arrested detained charged "
            "indicted",
            "convicted convicts sentenced imprisoned jailed guilty",
        ),
        ("warm mild lukewarm", "hot scorching boiling sweltering"),
        ("cool chilly", "cold freezing icy frozen"),
        ("like likes liked liking", "love loves loved loving adore adores adored"),
        (
            "dislike dislikes disliked",
            "hate hates hated hating loathe loathes loathed detest detests detested",
        ),
        (
            "damaged damages damage damaging",
            "destroyed destroys destroy destroying demolished razed obliterated",
        ),
        (
            "asked asks ask requested requests request urged urges urge invited invites",
            "ordered orders order demanded demands demand required requires require forced forces force "
            "compelled",
        ),
        (
            "suggested suggests recommended recommends advised advises proposed proposes",
            "ordered orders required requires demanded demands insisted insists imposed imposes decreed",
        ),
        ("helped helps help contributed contributes assisted", "caused causes"),
        (
            "reduced reduces reduce cut cuts lowered lowers decreased decreases decrease eased eases "
            "lessened",
            "eliminated eliminates eliminate eradicated eradicates abolished ended removed",
        ),
        (
            "delayed delays delay postponed postpones suspended suspends paused deferred",
            "cancelled canceled cancels scrapped abandoned",
        ),
        ("worried concerned uneasy", "terrified panicked"),
        ("disagreed disagrees", "fought condemned"),
        ("touched nudged", "struck punched beat"),
        ("small slight minor modest", "huge enormous massive vast"),
        ("good decent fair adequate", "excellent superb outstanding perfect"),
        ("bad poor", "terrible awful catastrophic disastrous"),
        ("allegation allegations accusation accusations claim claims", "proof conviction convictions"),
        ("associated linked correlated connected related", "caused causes"),
        (
            "discussed discusses considered considers debated",
            "approved approves agreed adopted adopts passed",
        ),
        ("interested", "determined"),
        ("protest protests protested demonstration demonstrations", "riot riots rioted revolt uprising"),
        ("candidate candidates nominee nominees contender contenders", "winner winners champion"),
        ("nominated shortlisted nomination nominations", "won wins awarded"),
        ("outbreak", "epidemic pandemic"),
        (
            "acknowledge acknowledged acknowledges tolerate tolerated tolerates",
            "endorse endorsed endorses embrace embraced",
        ),
        ("near close", "adjoining"),
        ("resembles similar resembled", "identical same"),
        ("threatened threatens threaten", "attacked attacks killed"),
        ("evacuated displaced", "killed"),
        ("hospitalised hospitalized treated", "died killed"),
        ("missing", "dead killed"),
        ("infected positive", "died dead"),
        ("possible plausible conceivable", "certain proven inevitable"),
        ("likely probable", "certain inevitable proven"),
        ("influenced influences", "determined dictated caused"),
        ("slowed slows slowing", "stopped stops halted reversed"),
        ("weakened weakens", "destroyed defeated collapsed"),
    ),
    courses=Phrases(
        (
            (
                "past",
                "previously, formerly, once, used to, at one time, in the past, until recently, earlier, "
                "at that time, at the time, back then, former, historically, originally",
            ),
            (
                "now",
                "now, currently, today, at present, presently, nowadays, these days, right now, at the "
                "moment",
            ),
            (
                "begin",
                "begin/begins/began/begun/beginning, start/starts/started/starting, "
                "open/opens/opened/opening, launch/launches/launched/launching, found/founds/founded, "
                "establish/establishes/established, initiate/initiates/initiated, "
                "introduce/introduces/introduced, set up, resume/resumed, inaugurated",
            ),
            (
                "go on",
                "continue/continues/continued/continuing, remain/remains/remained/remaining, still, "
                "maintain/maintains/maintained/maintaining, keep/keeps/kept/keeping, "
                "retain/retains/retained, persist/persists/persisted, ongoing, go/goes/went/gone on, "
                "carry/carries/carried on, preserve/preserves/preserved, sustain/sustains/sustained",
            ),
            (
                "end",
                "stop/stops/stopped/stopping, cease/ceases/ceased/ceasing, end/ends/ended/ending, "
                "close/closes/closed/closing, discontinue/discontinues/discontinued, halt/halts/halted, "
                "quit/quits, abandon/abandons/abandoned, terminate/terminates/terminated, shut/shuts "
                "down, suspend/suspends/suspended, no longer, withdraw/withdrew/withdrawn",
            ),
            (
                "so far",
                "as of yet, so far, yet, to date, until now, thus far, as yet, up to now, hitherto, till now",
            ),
            ("ever", "ever, never, forever, for good"),
        )
    ),
    gone=Phrases((("past", "used to be, used to, formerly, previously"),)),
    present=words("is are has have 's 're"),
    bygone=words("was were had did been ex former formerly previously once used past retired late"),
    causes=Phrases(
        (
            (
                "sure",
                "because, because of, due to, owing to, as a result of, as a result, as a consequence of, "
                "in response to, in retaliation for, led to, lead/leads/leading to, caused, causes, "
                "caused by, resulted in, results/resulting in, resulted from, triggered, triggered by, "
                "sparked, prompted, prompted by, thanks to, therefore, consequently, hence, thus, in "
                "revenge for, which is why, for this reason, attributed to, on account of, stems/stemmed "
                "from, brought about, driven by, the reason, the cause of, the result of, as punishment "
                "for, in protest at/against, so that, provoked, motivated by, in order to",
            ),
        )
    ),
    linking=Phrases(
        (
            (
                "any",
                "because, due, owing, result, results, resulted, resulting, consequence, consequences, "
                "consequently, response, responding, responded, react, reacted, reaction, retaliation, "
                "led, lead, leads, leading, cause, causes, caused, causing, trigger, triggered, "
                "triggering, spark, sparked, prompt, prompted, prompting, thanks, therefore, hence, thus, "
                "thereby, reason, reasons, why, attribute, attributed, on account, stem, stems, stemmed, "
                "brought, bring, brings, driven, drove, so, amid, forced, forces, blame, blamed, fault, "
                "factor, factors, effect, effects, contribute, contributed, contributes, protest, "
                "protests, punish, punished, punishment, motive, motivated, provoke, provoked, explain, "
                "explained, explains, following, followed, follows, after, this, that is, revenge, in "
                "view of, in light of, then, it",
            ),
        )
    ),
    comparisons=Phrases(
        (
            ("than", "more/less/fewer than"),
            ("times", "twice as, three times as, half as, as much as, as many as"),
        )
    ),
    comparing=Phrases(
        (
            (
                "any",
                "than, more, less, fewer, most, least, compared, comparison, compare, compares, relative, "
                "exceed, exceeds, exceeded, exceeding, surpass, surpassed, surpasses, outnumber, "
                "outnumbered, outperform, outperformed, beat, beats, beaten, behind, ahead, above, below, "
                "over, under, rank, ranked, ranks, ranking, unlike, versus, twice, double, triple, half, "
                "superior, inferior, prefer, preferred, rather, first, second, third, increase, "
                "increased, increases, rise, rose, fall, fell, decrease, decreased, drop, dropped, "
                "higher, lower, greater, better, worse, same, equal, as, overtake, overtook, overtaken, "
                "defeat, defeated, outsold, only, top, leading, record, before, after, earlier, later, "
                "older, younger, last, all, grew, up, down, between, among, favourite, favorite, at "
                "least, at most, minimum, maximum, several, many, approximately, about, around, almost, "
                "nearly",
            ),
        )
    ),
    comparative_endings=("er",),
    measures=words("than"),
)
