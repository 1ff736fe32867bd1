"""The words of English names: titles, offices, short forms, given names."""

from __future__ import annotations

from onrecord.language import words
from onrecord.languages.en.places import PLACES
from onrecord.lexicon.naming import Naming

_MONTHS = words("january february march april may june july august september october november december")


def _phrases(*lines: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of some lines, which are parted by commas, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in ", ".join(lines).split(","))


def _groups(*lines: str) -> tuple[tuple[str, ...], ...]:
    """The groups of some lines, whose members are parted by commas."""
    return tuple(tuple(member.strip() for member in line.split(",")) for line in lines)


_OFFICES = _phrases(
    "president, prime minister, premier, chancellor, foreign minister, defence minister, defense minister",
    "finance minister, interior minister, justice minister, health minister, education minister, "
    "trade minister",
    "energy minister, environment minister, home minister, home secretary, foreign secretary, minister",
    "secretary of state, secretary of defense, secretary of defence, secretary of the treasury, secretary",
    "secretary general, attorney general, solicitor general, surgeon general, governor general, "
    "chief of staff",
    "treasury secretary, defense secretary, defence secretary, press secretary, health secretary",
    "education secretary, justice secretary, foreign affairs minister, minister of foreign affairs",
    "minister of defence, minister of defense, minister of finance, minister of health, minister of justice",
    "minister of the interior, minister of education, minister of trade, minister of energy",
    "minister for foreign affairs, minister for defence, minister for health, minister for finance",
    "governor, mayor, senator, congressman, congresswoman, representative, speaker, ambassador, consul",
    "envoy, special envoy, ombudsman, commissioner, chief executive, chief executive officer, ceo, cfo, coo",
    "chief financial officer, chief operating officer, managing director, executive director, director",
    "director general, general manager, chairman, chairwoman, chairperson, chair, judge, chief "
    "justice, justice",
    "king, queen, prince, princess, emperor, empress, duke, duchess, earl, baron, sultan, emir, "
    "pope, cardinal",
    "archbishop, bishop, general, major general, lieutenant general, brigadier general, brigadier, colonel",
    "lieutenant colonel, major, captain, lieutenant, sergeant, admiral, commander, commander in "
    "chief, marshal",
    "professor, associate professor, assistant professor, dean, rector, provost, principal, headmaster",
    "editor, editor in chief, managing editor, publisher, spokesman, spokeswoman, spokesperson, treasurer",
    "sheriff, police chief, chief constable, prosecutor, district attorney, head coach, coach, manager",
    "leader, party leader, opposition leader, first lady, first minister, councillor, councilman, deputy",
)
_GIVEN = words(
    "james john robert michael william david richard joseph thomas charles christopher daniel "
    "matthew anthony",
    "mark donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason",
    "jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory",
    "alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas "
    "zachary peter",
    "kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl dylan harold "
    "jordan jesse",
    "bryan lawrence arthur gabriel bruce albert willie alan wayne philip billy elijah joe bob jim "
    "tom tim mike",
    "steve dave bill ben sam dan matt tony nick alex fred ted ed harry charlie jim jimmy johnny "
    "tommy bobby ron",
    "don ken greg jeff chris rob phil pete ray max leo oscar hugo felix martin simon neil colin ian graham",
    "stuart stewart gordon malcolm duncan craig ross barry derek trevor nigel geoffrey clive hugh owen evan",
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
    "sandra margaret",
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon "
    "laura cynthia",
    "dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra",
    "rachel carolyn janet maria olivia heather helen catherine diane julie victoria joyce lauren kelly",
    "christina ruth joan virginia judith evelyn hannah andrea megan cheryl jacqueline madison teresa abigail",
    "sophia martha sara gloria janice kathryn ann anne isabella judy charlotte julia grace amber alice jean",
    "denise frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori "
    "jane kate",
    "lucy sophie claire zoe ella eva ruby rosie fiona gillian hazel ingrid irene ivy jill kim leah liz lynn",
    "vladimir dmitry sergei andrey andrei alexei igor ivan boris mikhail nikolai oleg pavel yuri "
    "viktor natalia",
    "olga tatiana svetlana irina ahmed mohammed muhammad mohamed mohammad ali hassan hussein omar ibrahim",
    "abdul abdullah khalid mustafa yusuf fatima aisha amir karim tariq hamid mahmoud osama juan carlos luis",
    "miguel jorge pedro fernando antonio francisco manuel rafael javier diego pablo sofia carmen ana lucia",
    "pierre jacques francois michel jean philippe nicolas marie sylvie hans klaus wolfgang friedrich "
    "karl heinz",
    "jurgen dieter giovanni giuseppe marco luca paolo mario roberto francesca giulia hiroshi kenji "
    "takeshi yuki",
    "akira wei li ming raj ravi sanjay amit anil rahul vijay arun priya anita sunil deepak narendra imran",
    "kofi kwame nelson desmond barack donald hillary theresa angela emmanuel volodymyr recep benjamin",
)

NAMING = Naming(
    places=PLACES,
    acronyms=(
        ("un", "united nations"),
        ("eu", "european union"),
        ("nato", "north atlantic treaty organization"),
        ("who", "world health organization"),
        ("imf", "international monetary fund"),
        ("wto", "world trade organization"),
        ("fbi", "federal bureau of investigation"),
        ("cia", "central intelligence agency"),
        ("nasa", "national aeronautics and space administration"),
        ("bbc", "british broadcasting corporation"),
        ("abc", "american broadcasting company"),
        ("cbs", "columbia broadcasting system"),
        ("nbc", "national broadcasting company"),
        ("hbo", "home box office"),
        ("nba", "national basketball association"),
        ("nfl", "national football league"),
        ("nhl", "national hockey league"),
        ("mlb", "major league baseball"),
        ("uefa", "union of european football associations"),
        ("wwe", "world wrestling entertainment"),
        ("gop", "republican party"),
        ("fed", "federal reserve"),
        ("isis", "islamic state"),
        ("isil", "islamic state"),
        ("daesh", "islamic state"),
        ("is", "islamic state"),
        ("la", "los angeles"),
        ("nyc", "new york city"),
        ("dc", "washington"),
        ("tv", "television"),
        ("wwi", "world war i"),
        ("wwii", "world war ii"),
        ("wwii", "second world war"),
        ("ussr", "soviet union"),
        ("mit", "massachusetts institute of technology"),
        ("mps", "members of parliament"),
    ),
    linking=words("of the de del della der den van von da di du la le el al bin ibn ben y e dos das ten ter"),
    unnamed=words(
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays "
        "thursdays fridays",
        "saturdays sundays",
        " ".join(_MONTHS),
        "jan feb mar apr jun jul aug sept sep oct nov dec i i'm i've i'd i'll god internet web online",
        "mr mrs ms miss dr sir lord lady dame rev hon prof st",
        "president minister prime foreign deputy acting former secretary chancellor governor mayor senator",
        "ambassador general colonel captain judge justice king queen prince princess pope professor doctor",
        "director chairman chief executive officer state government ministry parliament congress senate",
        "house court party army navy police bible english tv dvd cd ok am pm ad bc bce ce covid dna rna",
        "north south east west northern southern eastern western central earth moon sun christmas easter",
        "january february part chapter volume season episode figure table section page no number vol",
        "christian muslim jewish catholic islamic hindu buddhist republican democrat democratic "
        "conservative labour",
        "republicans democrats muslims christians jews hindus catholics nazi nazis communist socialist",
        "caucasian latino hispanic black white native indigenous western internet wifi email",
        "spring summer autumn winter fall century ii iii iv vi vii viii ix xi xii",
        "mother father mom dad uncle aunt university college school county city river lake mount "
        "island street",
        "department committee council commission board union league association company band film "
        "movie series",
        "christ allah celsius fahrenheit kelvin uv gdp hiv aids mp mps mep meps ceo ceos gps pc pcs",
        "usb atm vip",
        "album song novel book show game team club festival championship world cup award awards",
    ),
    generic=words(
        "inc corp corporation company co ltd plc llc group holdings the of and university college school",
        "institute ministry department party government city county state states province district "
        "river lake",
        "mount mountain island islands mr mrs ms dr sir jr sr lord lady saint st film series tv "
        "television band",
        "republic kingdom federation league club fc afc united national international international",
        "song album novel book movie show game magazine newspaper award awards prize church museum hospital",
        "airport station street road avenue park bridge house court council committee commission agency",
        "president minister king queen prince princess pope senator governor mayor general captain",
        "agreement treaty accord pact deal act law bill games cup championship championships tournament open",
        "peninsula sea ocean bay gulf valley desert forest hills hill mountains coast beach palace "
        "castle temple",
        "tower building square hall theatre theater stadium arena centre center foundation society "
        "association",
        "union alliance army navy force forces police dynasty empire war battle campaign festival "
        "trophy medal",
        "records studios pictures productions entertainment magazine journal times newspapers press "
        "radio channel",
        "bank airlines airways motors railways railway foundation trust office bureau service services",
        "region area territory language people tribe dialect virus disease syndrome trilogy saga "
        "musical video",
        "band duo brothers sisters family character professor doctor pm minister presidential state national",
    ),
    given=_GIVEN,
    nicknames=_groups(
        "bill, william, billy, will, willie",
        "bob, robert, bobby, rob, robbie, bert",
        "jim, james, jimmy, jamie",
        "tom, thomas, tommy",
        "mike, michael, mick, mickey",
        "dave, david",
        "joe, joseph, joey",
        "dan, daniel, danny",
        "tony, anthony, antony",
        "ed, edward, eddie, ted, teddy, ned",
        "steve, steven, stephen",
        "dick, richard, rick, ricky, rich",
        "chuck, charles, charlie",
        "jack, john, johnny, jon, jonathan",
        "nick, nicholas, nicolas",
        "chris, christopher, christine, christina",
        "matt, matthew",
        "ben, benjamin",
        "sam, samuel, samantha, sammy",
        "alex, alexander, alexandra, sasha",
        "andy, andrew, drew",
        "larry, lawrence, laurence",
        "jeff, jeffrey, geoff, geoffrey",
        "greg, gregory",
        "ken, kenneth",
        "ron, ronald, ronnie",
        "don, donald, donnie",
        "tim, timothy",
        "pete, peter",
        "phil, philip, phillip",
        "fred, frederick, freddie",
        "frank, francis",
        "gerry, gerald, jerry",
        "harry, henry, hank, harold",
        "liz, elizabeth, beth, betty, eliza, lizzie",
        "kate, katherine, catherine, kathryn, kathy, cathy, katie",
        "maggie, margaret, peggy, meg",
        "sue, susan, susie",
        "pat, patricia, patrick, patty",
        "jen, jennifer, jenny",
        "becky, rebecca",
        "debbie, deborah, debra",
        "vicky, victoria",
        "nancy, ann, anne, anna",
        "mohammed, muhammad, mohammad, mohamed, muhammed",
    ),
    personal=words("he him his himself she her hers herself who whom whose"),
    plural=words("they them their theirs themselves"),
    neuter=words("it its itself"),
    owning=words("his her its their"),
    pointing=words("the this that these those"),
    groups=words(
        "group groups movement militia organisation organization faction militants insurgents network party",
        "gang rebels regime",
    ),
    about_sources=words(
        "article report reports source text story dateline datelined byline author written publisher "
        "published",
        "publication newspaper document transcript page piece interview statement",
    ),
    locating=words("in at near outside inside"),
    months=_MONTHS,
    expanses=words("hemisphere tropics equator pole meridian atmosphere"),
    offices=_OFFICES,
    highest=frozenset(
        ("president", "prime minister", "premier", "chancellor", "king", "queen", "foreign minister")
    ),
    qualifiers=words(
        "acting deputy former vice interim co assistant associate ex caretaker outgoing incoming "
        "designate elect",
        "under junior shadow honorary emeritus ceremonial provisional temporary onetime late lieutenant",
    ),
    same_office=_groups(
        "prime minister, premier",
        "foreign minister, foreign secretary, minister of foreign affairs, foreign affairs minister, "
        "minister for foreign affairs",
        "foreign minister, secretary of state",
        "defence minister, defense minister, minister of defence, minister of defense, minister for defence, "
        "defence secretary, defense secretary, secretary of defense, secretary of defence",
        "finance minister, minister of finance, minister for finance",
        "health minister, minister of health, minister for health, health secretary",
        "justice minister, minister of justice, justice secretary",
        "interior minister, minister of the interior, home secretary, home minister",
        "education minister, minister of education, education secretary",
        "trade minister, minister of trade",
        "energy minister, minister of energy",
        "treasury secretary, secretary of the treasury",
        "chief executive, chief executive officer, ceo",
        "chief financial officer, cfo",
        "chief operating officer, coo",
        "chairman, chairwoman, chairperson, chair",
        "spokesman, spokeswoman, spokesperson",
        "congressman, congresswoman, representative",
        "envoy, special envoy",
        "director, executive director, managing director, director general",
        "editor, editor in chief, managing editor",
        "coach, head coach, manager",
        "leader, president",
        "leader, prime minister, premier",
        "leader, chancellor",
        "leader, king",
        "leader, chairman",
        "leader, party leader, opposition leader",
        "mayor, leader",
    ),
    same_qualifier=_groups(
        "former, ex, onetime, late",
        "acting, interim, caretaker, provisional, temporary",
        "deputy, vice, assistant",
    ),
    destinations=words("to in at"),
)
