"""English words by which somebody says, thinks or calls something."""

from __future__ import annotations

from onrecord.language import words
from onrecord.lexicon.reporting import Reporting


def _forms(*lines: str) -> frozenset[str]:
    """The forms of regular verbs."""
    found = set()
    for verb in words(*lines):
        if verb.endswith("e"):
            found |= {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
        elif verb.endswith("y") and verb[-2] not in "aeo":
            found |= {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
        elif verb.endswith(("s", "sh", "ch", "x")):
            found |= {verb, f"{verb}es", f"{verb}ed", f"{verb}ing"}
        else:
            found |= {verb, f"{verb}s", f"{verb}ed", f"{verb}ing"}
    return frozenset(found)


REPORTING = Reporting(
    saying=_forms(
        "state announce report note add explain declare confirm remark observe comment reply respond answer",
        "reveal disclose mention acknowledge concede testify recall recount reiterate repeat emphasise",
        "emphasize stress tweet post joke promise vow pledge warn urge ask complain lament recommend suggest",
        "agree boast shout cry whisper mutter chant exclaim inform assure conclude caution counter clarify",
        "affirm attest bemoan blast chide confess denounce elaborate enthuse express gush",
        "insist interject intone murmur muse mock ridicule opine pronounce protest proclaim question",
        "reassure rebut retort scoff sigh snap sneer summarise summarize thunder utter venture",
        "voice volunteer wonder yell advise allude argue assert claim allege contend criticise criticize",
        "deny dismiss remind retweet discuss describe praise applaud outline highlight deride",
        "label call stipulate notify invoke cite inquire enquire preach reason",
    )
    | words(
        "say says said saying tell tells told telling write writes wrote written writing admit admits",
        "admitted admitting quip quips quipped quipping speak speaks spoke spoken speaking put puts",
        "wrote swear swears swore read reads blog blogged hold holds held find finds found refer refers",
        "referred referring think thinks thought believe believes believed",
    ),
    ambiguous=words(
        "hold holds held put puts read reads paint paints painted slam slams slammed slamming blast blasts",
        "blasted snap snaps snapped counter counters post posts posting cry reason brand brands dub address",
        "charges charged answer answers question questions protest protests joke stress reveal reveals note",
        "tweet sigh preach painting reading putting slamming snapping posting branding dubbing questioning",
    ),
    opining=_forms(
        "believe allege contend opine argue insist surmise speculate posit theorise theorize reckon",
    )
    | words("think thinks thought thinking"),
    opining_before_clause=_forms(
        "claim assert assume suspect suppose fear hope doubt hint complain charge maintain",
        "conjecture",
    )
    | words("feel feels felt feeling"),
    calling=_forms("call label term brand dub deem christen declare pronounce proclaim")
    | words("labelled labelling dubbed dubbing branded"),
    calling_as=_forms(
        "describe characterise characterize portray hail denounce praise regard view depict condemn dismiss",
        "deride decry perceive paint laud acclaim ridicule slam blast",
    )
    | words("see sees saw seen seeing refer refers referred referring"),
    declaring=_forms("declare pronounce proclaim deem christen"),
    accusing=_forms("accuse blame"),
    charges=words("of for"),
    likening=words("as"),
    particles=words(
        "for on off up out in upon into over away to about by back at forth attention time police home",
        "down together",
    ),
    introducing=words("that"),
    nouns=words(
        "statement statements view views opinion opinions belief beliefs allegation allegations accusation",
        "accusations assertion assertions claim claims quote quotes quoted quotation remark remarks",
        "comment comments words word alleged allegedly reportedly supposedly purportedly purported supposed",
        "reported considered seen viewed regarded thought argued claimed believed described phrase speech",
        "testimony suspicion suspicions accused interview tweet letter critics consensus review reviews",
        "according account accounts opined declaration promise hope hopes fear fears rumour rumours rumor",
        "rumors speaks spoke mentions referring refers position stance agreed agrees perceived deemed",
        "self-described self-proclaimed so-called praised criticised criticized expected hailed argument",
        "mind message motto slogan prediction predicts predicted estimate estimated forecast response",
        "apparently attributed attributes credited credits saying theory idea notion report reports",
    )
    | _forms("want wish intend plan expect prefer like love hate desire enjoy worry advocate support oppose"),
    sourcing=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("per",),
    ),
    viewing=(
        ("in", "the", "view", "of"),
        ("in", "the", "opinion", "of"),
        ("in", "the", "eyes", "of"),
    ),
    agents=words("by"),
    being=words("is are was were be been being am get gets got become becomes became"),
    relatives=words("who which that"),
    titles=words(
        "mr mrs ms miss dr prof professor sir dame lord lady rev reverend gen general col colonel capt",
        "captain lt lieutenant maj major sgt sergeant gov governor sen senator rep representative president",
        "secretary minister chancellor king queen prince princess pope bishop archbishop judge justice mayor",
        "ambassador hon honourable honorable director chairman chairwoman chief premier prime vice",
        "congressman congresswoman detective inspector officer commissioner nominee candidate former acting",
        "deputy coach attorney spokesman spokeswoman spokesperson then-president ex-president vice-president",
        "first speaker republican democratic democrat leader jr sr ii iii m.p mp phd",
    ),
    bodies=words(
        "government ministry department agency office committee commission council parliament congress",
        "senate house party campaign court company firm corporation bank university union army military navy",
        "police force administration authority authorities association organisation organization group",
        "federation institute foundation newspaper magazine paper network board bureau embassy delegation",
        "coalition alliance church league club team school college hospital society cabinet assembly",
        "secretariat service regime state country nation",
    ),
    persons=words("he she they it we i who you"),
    things=words("it who that which"),
    unexpecting=words("never hardly scarcely barely little nobody none no few once"),
    answers=words("yes no so nothing little goodbye hello thanks"),
    onlookers=words(
        "critics analysts observers experts economists supporters opponents campaigners activists scientists",
        "researchers commentators pundits historians scholars academics doctors lawyers residents locals",
        "villagers neighbours neighbors farmers traders investors fans skeptics sceptics detractors rivals",
        "advocates proponents backers environmentalists conservationists protesters protestors strategists",
        "forecasters bookmakers some many most others people voters workers unions teachers parents students",
        "psychologists engineers specialists watchers insiders readers viewers reviewers columnists",
    ),
    seats=(
        ("kremlin", "russia"),
        ("white house", "united states"),
        ("pentagon", "united states"),
        ("downing street", "united kingdom"),
        ("whitehall", "united kingdom"),
        ("westminster", "united kingdom"),
        ("elysee", "france"),
        ("holyrood", "scotland"),
    ),
    definite=words("the this that these those his her its their our my your"),
    indefinite=words("a an one"),
    articles=words("the"),
    quantities=words("other others one many some most several few both all another such"),
    plural_endings=("s", "men", "people"),
    epithet_endings=("man", "woman", "men", "women"),
    linking=words("of for at from in with to on and &"),
    own=words(
        "article articles report reports source sources author authors text page piece story paper study",
        "statement document post blog editorial newspaper headline standfirst book essay column transcript",
        "wording sentence paragraph reporter letter dispatch bulletin release website site entry",
    ),
    wording=words(
        "phrase phrases word words wording wordings term terms expression expressions title titled entitled",
        "headline heading spelt spelled slogan motto sentence",
        "abbreviation abbreviations acronym meaning nickname nicknamed translates translated",
    ),
)
