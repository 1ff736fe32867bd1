"""English."""

from __future__ import annotations

from onrecord.language import Abbreviations, Language, words
from onrecord.languages.en.calendar import CALENDAR_WORDS
from onrecord.languages.en.certainty import CERTAINTY
from onrecord.languages.en.editorial import EDITORIAL
from onrecord.languages.en.governing import CUES
from onrecord.languages.en.naming import NAMING
from onrecord.languages.en.opposition import OPPOSITION
from onrecord.languages.en.participants import PARTICIPANTS
from onrecord.languages.en.quantities import QUANTITY_WORDS
from onrecord.languages.en.reporting import REPORTING
from onrecord.languages.en.scope import SCOPE
from onrecord.languages.en.vocabulary import VOCABULARY
from onrecord.lexicon import Lexicon

_BE = "is are was were be been being am isn't aren't wasn't weren't"
_HAVE = "has have had hasn't haven't hadn't"
_DO = "do does did don't doesn't didn't"
_MODALS = (
    "will would shall should can could may might must ought won't wouldn't shan't shouldn't can't couldn't "
    "mightn't mustn't cannot"
)
_IRREGULAR = (
    "became began broke brought built bought came caught chose cut dealt drew drove ate fell felt fought "
    "found fled flew forgot gave went grew held hit kept knew led left lent let lost made meant met paid "
    "put ran rose said saw sought sold sent set shook shot shut sank spent spoke stood stole struck "
    "swore took taught told thought threw understood won wrote says hurt lay laid bore beat bent bound "
    "burst cast dug forbade froze got hid rode rang slept spread sprang stuck swept tore wore withdrew "
    "remains remain becomes become seems seem includes include continues continue needs need wants want "
    "makes make takes take gives give gets get goes go comes come"
)

LANGUAGE = Language(
    name="English",
    cues=CUES,
    lexicon=Lexicon(
        quantities=QUANTITY_WORDS,
        calendar=CALENDAR_WORDS,
        stemmer="english",
        opposition=OPPOSITION,
        naming=NAMING,
        participants=PARTICIPANTS,
        reporting=REPORTING,
        certainty=CERTAINTY,
        editorial=EDITORIAL,
        scope=SCOPE,
        vocabulary=VOCABULARY,
        spellings=(
            ("isation", "ization"),
            ("isations", "izations"),
            ("ising", "izing"),
            ("ised", "ized"),
            ("ises", "izes"),
            ("ise", "ize"),
            ("yse", "yze"),
            ("ysed", "yzed"),
            ("our", "or"),
            ("ours", "ors"),
            ("oured", "ored"),
            ("ouring", "oring"),
            ("lled", "led"),
            ("lling", "ling"),
            ("tre", "ter"),
            ("tres", "ters"),
            ("ence", "ense"),
        ),
    ),
    abbreviations=Abbreviations(
        never_last=words(
            "mr mrs ms messrs dr prof rev hon gen gov sen rep lt col capt cpt cmdr sgt maj adm brig pres",
            "supt st mt ft e.g i.e cf vs viz ca approx mme mlle fr",
        ),
        before_numbers=words(
            "no nos p pp fig figs art arts sec secs ch vol vols para paras op eq c v ver ext tel",
        ),
        sometimes_last=words(
            "inc ltd co corp bros jr sr etc al ph.d m.d b.a m.a a.m p.m u.s u.k u.n e.u u.s.a d.c ed eds",
            "trans est jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs",
            "fri sat sun ave blvd rd dept univ assn bldg calif mass conn pa fla tex ill ariz colo wash",
            "ore va md wis minn mich ind",
        ),
        starters=words(
            "a an the this that these those it its he his she her they their we our you your there here",
            "who what when where why how if although though while since because as at by for from in",
            "into on of to with without after before during until unless despite and but or so yet nor",
            "however moreover meanwhile then thus also only even some many most all both each every any",
            "no not none another other others one two several few more according once under over through",
            "between against such instead still now today yesterday later earlier is are was were do",
            "does did has have had can could will would should may might",
        ),
        always_capital=words("i i'm i've i'd i'll"),
    ),
    magnitudes=words(
        "hundred thousand million millions billion billions trillion trillions quadrillion m mn bn tn k",
        "dozen lakh crore percent per percentage basis pct degrees degree celsius fahrenheit",
    ),
    pronouns=words(
        "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself",
        "it its itself we us our ours ourselves they them their theirs themselves this that these those",
        "who whom whose which one ones he's she's it's they're they've they'd they'll we're we've we'd",
        "we'll i'm i've i'd i'll he'd he'll she'd she'll",
    ),
    stop_words=words(
        _BE,
        _HAVE,
        _DO,
        _MODALS,
        "a an the this that these those i me my mine you your yours he him his she her hers it its we us",
        "our ours they them their theirs who whom whose which what when where why how and or but nor so",
        "yet if unless until although though while because since as than then at by for from in into of",
        "off on onto out over to toward towards under up upon with within without about above across",
        "after against along among around before behind below beneath beside besides between beyond down",
        "during except near per through throughout via not no never none neither any some all both each",
        "every either much many more most few fewer less least little other others another such same own",
        "one very too quite rather fully just only even also ever still already again once here there",
        "now yes said say says saying told tell tells get gets got having doing let lets it's he's she's",
        "that's there's i'm i've i'd i'll you're we're they're myself yourself himself herself itself",
        "ourselves themselves",
    ),
    not_inserted=words(
        _BE,
        _HAVE,
        _DO,
        _MODALS,
        "always often sometimes usually also all every everyone everybody any both each most more many",
        "much less least former true truly really indeed currently still already",
        "previously and or but because falsely wrongly illegally unlawfully secretly openly officially",
        "unofficially formally informally",
    ),
    numbers=words(
        "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
        "hundred hundreds thousand thousands million millions billion billions trillion dozen dozens",
        "half third quarter twice thrice double triple",
    ),
    elided=words("em til till tis twas cause bout round s t d m n re ve ll"),
    names=words("may"),
    joining=words("and but so yet then plus while whereas"),
    adding=words("and"),
    opposing=words("but"),
    alternative=words("or nor"),
    subordinate=words(
        "because since when whenever while although though whereas after before as where once if unless",
        "until till so",
    ),
    relative=words("who which whose whom where when"),
    complementisers=words("that whether how why"),
    likening=words("as"),
    subjects=words(
        "i he she we they there he's she's it's they're we're i'm there's they've we've i've",
    ),
    finite=words(
        _BE, _HAVE, _DO, _MODALS, _IRREGULAR, "he's she's it's that's there's i'm they're we're you're"
    ),
    auxiliaries=words(_BE, _HAVE, _DO, _MODALS, "to"),
    perfect=words("has have had will would"),
    infinitives=words("be have"),
    infinitive_marks=words("to"),
    past_endings=("ed",),
    present_endings=("s",),
    participle_endings=("ing",),
    adverb_endings=("ly",),
    possessive_endings=("'s", "s'"),
    determiners=words(
        "a an the this that these those my your his her its our their some any no every each all both",
        "many several another such it them him us me you",
    ),
    prepositions=words(
        "about above across after against along among around at before behind below beneath beside",
        "between beyond by during for from in inside into near of off on onto out over since through",
        "throughout to toward towards under upon with within without via per as than like despite",
        "notwithstanding",
    ),
    agents=words("by in at to from"),
    leaning=words(
        "a an the my your our their its every very and or nor is are was were am has have had will would",
        "shall should may might must cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't",
        "don't didn't won't wouldn't can't",
    ),
    denying=words(
        "not cannot never no nor neither none nobody nothing nowhere without hardly barely scarcely",
        "rarely seldom few little",
    ),
    plain_denials=words("not never cannot"),
    no_such=words("no nobody none nothing few without neither"),
    negative_ending="n't",
    presupposing=words(
        "know knows knew known knowing realise realised realize realized aware forget forgot forgotten",
        "regret regretted surprise surprised surprising surprisingly secret coincidence wonder hide hid",
        "hidden conceal concealed notice noticed mention mentioned learn learned learnt discover",
        "discovered see understand understood remember matter matters care cares cared mind deny dispute",
        "doubt",
    ),
    asking=words(
        "see know knows knew wonder wonders wondered decide determine check unclear sure unsure certain",
        "test learn even as",
    ),
    addressing=words("told tells tell"),
    conditional=words(_MODALS),
    questioning=words(_BE, _HAVE, _DO, _MODALS),
)
