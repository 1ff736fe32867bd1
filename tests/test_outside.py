"""What lies outside a quotation: real traps are seen, honest quoting is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages import language_of
from onrecord.model import Claim, Quotation
from onrecord.outside import CutOff, Outside, carries_meaning, changes_sense, cut_off, hides, pronoun
from onrecord.sentences import paragraph, sentence, sentences
from onrecord.text import Location, Scalar, Span, Text

ENGLISH = language_of("en")
SOMEWHERE = Text("facts/dam.yml", "")


def scalar(words: str) -> Scalar:
    return Scalar(words, SOMEWHERE, 0, 0)


def quotation(speaker: str = "") -> Quotation:
    at = Location(SOMEWHERE)
    return Quotation(scalar("..."), None, at, speaker=scalar(speaker) if speaker else None)


def claim(attributed_to: str = "") -> Claim:
    at = Location(SOMEWHERE)
    by = scalar(attributed_to) if attributed_to else None
    return Claim(scalar("dam"), scalar("..."), (), at, attributed_to=by)


def unmarked(marked: str) -> tuple[str, Span]:
    """A text without its braces, and the place between them."""
    return marked.replace("{", "").replace("}", ""), Span(marked.index("{"), marked.index("}") - 1)


def cuts(
    marked: str, speaker: str = "", attributed_to: str = "", covered: str = "", *, known: bool = True
) -> dict[Outside, str]:
    """What ``{...}`` in a text is cut off from: each kind with the words."""
    source, span = unmarked(marked)
    beside = source.index(covered)
    found = cut_off(
        Text("seeds/dam.txt", source),
        (span,),
        quotation(speaker),
        claim(attributed_to),
        ENGLISH if known else None,
        (Span(beside, beside + len(covered)),) if covered else (),
    )
    assert all(cut.why for cut in found)
    return {cut.kind: source[cut.words.start : cut.words.end] for cut in found}


NEGATIONS = (
    "It is not true that {the dam is safe for general use}.",
    "The engineers denied that {the wall had been leaking since May}.",
    "The engineers denied {the wall had been leaking since May}.",
    "There is no evidence that {the dam was built without a permit}.",
    "No {other village has lost its school}.",
    "The villages will not {accept the new water rights}.",
    "The villages won't {accept the new water rights}.",
    "The board can't {approve the second turbine this year}.",
    "The board cannot {approve the second turbine this year}.",
    "The council failed to {publish the report on the flood}.",
    "The council refused to {publish the report on the flood}.",
    "The wall has never {been inspected by an engineer}.",
    "The wall has not yet {been inspected by an engineer}.",
    "The wall was not, the board says, {inspected by an engineer}.",
    "The mayor was unable to {explain the missing money}.",
    "A locked gate prevented the clerk from {opening the lower sluice}.",
    "The law forbids farmers from {pumping water out of the lake}.",
    "The law restricts {the farmers' water rights}.",
    "It is false that {the lake was drained in 1950}.",
    "It is a myth that {the lake was drained in 1950}.",
    "The board rejected the claim that {the wall was cracked from the start}.",
    "The old wall is far from {ready for another winter}.",
    "The board built a canal instead of {raising the old wall}.",
    "The workers went home rather than {finish the upper wall}.",
    "The village lacks {a reliable supply of water}.",
    "They blamed the lack of {a reliable supply of water}.",
    "Hardly {anybody in the valley was warned}.",
    "Nobody {in the valley had been warned}.",
    "None of {the turbines have been repaired}.",
    "Neither {the mayor nor the clerk opened the gate}.",
    "The minister did not say that {the dam would be repaired}.",
    "The report does not mean that {the wall will fall this year}.",
    "The board no longer {believes in the old plan}.",
    "It is unlikely that {the lake will be full by June}.",
    "It is impossible for {the lake to be full by June}.",
    "The pumps were too weak to {empty the lower basin}.",
    "The dam was built without {the consent of the villages}.",
    "There is no country that {has built a taller wall}.",
    "The judge doubted that {the map was drawn in 1912}.",
    "The claim that {the dam is unsafe for the valley} is false.",
    "Claims that {the dam is unsafe} have been debunked.",
    "{The use of the old canal} is not recommended.",
    "{The western villages will} not accept the plan.",
    "{The new plan was supported} by nobody.",
    "{The dam will hold for a century}, the engineers denied.",
    "Few {engineers believed in the old wall}.",
    "The mayor did not come or {open the lower gate}.",
    "The wall does not hold back sand, mud or {the water of the spring}.",
    "Although {the villages have sent envoys to the board}, no village has accepted the plan.",
    "Though {the lake was full}, it never reached the upper wall.",
    "The villages, which have not {accepted the new plan}, sent a letter.",
    "The wall isn't {strong enough for another flood}.",
    "The board stopped short of {closing the lower gate}.",
    "The engineers ruled out {a failure of the main turbine}.",
    "He left not because {the dam was unsafe}.",
    "Not a single {village has accepted the plan}.",
    "At no time {was the lower gate open}.",
    "The mayor has yet to say anything, and the clerk does not {know where the map is}.",
    # other subjects
    "Contrary to reports, it isn't the case that {the factory released toxic gas}.",
    "Scientists found no proof that {the drug cures malaria}.",
    "There was never any suggestion that {the bank had lost the money}.",
    "The company did not confirm that {it had sold the factory}.",
    "By no means {did the court approve the merger}.",
    "The senator rejected suggestions that {he had taken bribes}.",
    "He dismissed as nonsense claims that {he had taken bribes}.",
    "No one has shown that {the treatment reduces mortality}.",
    "Nothing suggests that {the treatment reduces mortality}.",
    "The study could not demonstrate that {the treatment reduces mortality}.",
    "The trial did not find that {the treatment reduces mortality}.",
    "Neither country {has signed the treaty}.",
    "She never said {the bridge was unsafe}.",
    "I don't think {the bridge is unsafe}.",
    "It's wrong to say that {the bridge is unsafe}.",
    "It would be false to claim that {the bridge is unsafe}.",
    "The bridge is anything but {safe for heavy lorries}.",
    "The plan falls short of {the targets set in Paris}.",
    "The bank stopped {lending money to farmers}.",
    "The minister is against {building a new airport in the north}.",
    "The government has abandoned plans to {build a new airport}.",
    "The government scrapped {the plan to build a new airport}.",
    "The drug did nothing to {reduce the number of deaths}.",
    "The police have yet to {find the missing painting}.",
    "In no case {was the vaccine linked to death}.",
    "Few {scientists support the theory}.",
    "The results do not support the claim that {coffee causes cancer}.",
    "There's little evidence {coffee causes cancer}.",
    "The allegation that {the mayor took bribes} is untrue.",
    "The idea that {coffee causes cancer} has been disproved.",
    "{The mayor took bribes}, which is not true.",
    "{The vaccine} does not cause autism.",
    "{The painting was stolen by the guard} is a myth.",
    "The president has not, despite his promise, {closed the prison camp}.",
    "Germany, France and Spain have not {ratified the treaty on fishing}.",
    "Contrary to what he said, he never {served in the army}.",
    "The ruling prohibits the company from {selling the drug in Europe}.",
    "A ban on {selling the drug in Europe} was proposed.",
    "She refused point-blank to {testify before the committee}.",
    "The new law does not mean that, from January, {all cars must be electric}.",
    "Nor has {the treaty been signed by Germany}.",
    "Hardly had {the treaty been signed} when war broke out.",
    "The firm denied wrongdoing and that {it had misled its customers}.",
    "Nobody believes {the painting is genuine}.",
    "The theory has never been proven that {the painting is genuine}.",
    "Doctors do not recommend {drinking alcohol during pregnancy}.",
)

CONDITIONS = (
    "Until the gate is mended, {the clerk will not fill the lake}.",
    "{The clerk will not fill the lake} until the gate is mended.",
    "{The vaccine is safe for general use}, except in infants under one year.",
    "{The water is safe to drink}, unless it has rained.",
    "Unless it has rained, {the water is safe to drink}.",
    "If the wall fails, {the valley will be flooded}.",
    "If {the wall fails in spring}, the valley will be flooded.",
    "{The valley will be flooded} if the wall fails.",
    "{The board will pay for the repairs}, provided that the state agrees.",
    "{The villages may use the water} as long as the lake is full.",
    "As long as the lake is full, {the villages may use the water}.",
    "{The plan was approved}, subject to a final inspection.",
    "{The gate may be opened} only when the clerk is present.",
    "Only when the clerk is present {may the gate be opened}.",
    "{The pumps work}, but only in summer.",
    "{The new rule holds for all villages} with the exception of the upper ones.",
    "{All the turbines run at night} apart from the oldest.",
    "{Every village has signed} other than the one at the spring.",
    "They intend to {build a second wall below the first}.",
    "There are plans to {build a second wall below the first}.",
    "There are plans that {will bring water to the upper village}.",
    "The dam may {hold for another hundred years}.",
    "The dam could {hold for another hundred years}.",
    "The council will decide whether {the dam should be rebuilt}.",
    "It is unclear whether {the dam was ever inspected}.",
    "The council asked if {the dam had been inspected}.",
    "Perhaps {the dam was never inspected}.",
    "Was {the dam inspected in 1990}?",
    "{The dam was inspected in 1990}?",
    "Only {three villages have signed the agreement}.",
    "Almost {all the villages have signed the agreement}.",
    "Some {villages below the dam have signed the agreement}.",
    "The farmers threatened to {open the gate by force}.",
    "The water was expected to {reach the village by noon}.",
    "In case of frost, {the gate must stay open}.",
    "{The grant will be paid} pending a decision of the court.",
    "{The lake froze every winter} until 1963.",
    "Assuming the wall holds, {the lake will be full in May}.",
    "Except in a flood, {the gate stays closed}.",
    "The board agreed to {repair the lower road}.",
    "Less than {half of the wall was inspected}.",
    "The farmers would welcome a proposal for {a second wall below the first}.",
    "The clerk said that, unless it rains, {the lake will be dry}.",
    # other subjects
    "Not all {patients recovered within a week}.",
    "Not every {patient recovered within a week}.",
    "It was not until 1960 that {women were allowed to vote}.",
    "The king died before he could {sign the treaty of peace}.",
    "Should the talks fail, {the sanctions will return}.",
    "Were the talks to fail, {the sanctions would return}.",
    "{The drug is approved for adults} only.",
    "{Visitors may enter the park}, weather permitting.",
    "Provided that funds are found, {the museum will reopen in June}.",
    "{The museum will reopen in June}, if all goes well.",
    "{The museum will reopen in June} on condition that the roof is repaired.",
    "{The bank will repay all customers} but only after an audit.",
    "In theory, {the reactor can run for sixty years}.",
    "{The reactor can run for sixty years}, at least in theory.",
    "The court might {overturn the sentence next year}.",
    "The committee is considering whether to {close the school}.",
    "The party plans to {raise taxes on fuel}.",
    "The party has promised to {raise taxes on fuel}.",
    "The party is likely to {raise taxes on fuel}.",
    "A proposal to {raise taxes on fuel} was debated.",
    "The vaccine is expected to {prevent most infections}.",
    "With the exception of Hungary, {all members voted for the budget}.",
    "All members, except Hungary, {voted for the budget}.",
    "{All members voted for the budget}, with the exception of Hungary.",
    "{The road is open to all traffic} excluding lorries.",
    "{The road is open all year}, barring heavy snow.",
    "{The contract remains valid} so long as rent is paid.",
    "{Flights will resume on Monday} unless the ash returns.",
    "Unless the ash returns, he said, {flights will resume on Monday}.",
    "{Smoking is allowed in the hall} after 8 p.m. only.",
    "{The army will withdraw} only if the talks succeed.",
    "{Interest is paid monthly} subject to approval.",
    "Had the dam failed, {the town would have been destroyed}.",
    "Without the loan, {the company would collapse}.",
    "Nearly {half of the voters stayed at home}.",
    "As many as {five hundred people may have died}.",
    "Did {the company know about the defect}?",
    "The question is whether {the company knew about the defect}.",
    "{Taxes will fall next year}, assuming growth continues.",
    "{The law applies to all companies} other than banks.",
    "Fewer than {one hundred wolves live in the forest}.",
    "Scientists are testing if {the vaccine prevents infection}.",
    "There are fears that {the vote was rigged}.",
)

SPEAKERS = (
    "The ministry said that {the dam was safe for another winter}.",
    "The ministry said {the dam was safe for another winter}.",
    "The ministry said on Friday that {the dam was safe for another winter}.",
    "The ministry told reporters that {the dam was safe for another winter}.",
    "According to the ministry, {the dam was safe for another winter}.",
    "{The dam was safe for another winter}, the ministry said.",
    "{The dam was safe for another winter}, said a spokesman for the ministry.",
    "{The dam was safe for another winter}, according to the ministry.",
    "{The dam was safe for another winter} according to the ministry.",
    "The dam, officials say, {was safe for another winter}.",
    "{The dam was safe}, the ministry said in a statement on Friday, and it would stay so.",
    "{The dam} was safe for another winter, the ministry said.",
    "The engineers believe that {the wall was cracked from the start}.",
    "The farmers claim {the wall was cracked from the start}.",
    "Villagers alleged that {the clerk had taken the money}.",
    "There were rumours that {the clerk had taken the money}.",
    "Reportedly, {the clerk had taken the money}.",
    "The clerk reportedly {took the money from the safe}.",
    "The clerk is believed to {have taken the money}.",
    "The clerk was accused of {taking money from the safe}.",
    "The alleged {theft of the village money} was in May.",
    "It seems that {the map was drawn in 1912}.",
    "The mayor called it {a turning point for the valley}.",
    "The mayor described the wall as {a turning point for the valley}.",
    'The mayor said, "{The wall is a turning point for the valley}."',
    "The mayor said, \u201c{The wall is a turning point for the valley}.\u201d",
    'The mayor said, "{The wall is a turning point for the valley}\u201d on Friday.',
    'The mayor spoke of a "{turning point for the whole valley}" in May.',
    '"The wall is old. {It will fall in a year}. We must act," the mayor said.',
    "\u201cThe wall is old. {It will fall in a year}. We must act,\u201d the mayor said.",
    "\u2018The wall is old. {It will fall in a year}. We must act,\u2019 the mayor said.",
    "''The wall is old. {It will fall in a year}. We must act,'' the mayor said.",
    "\u201cThe wall is old.\n\n\u201c{It will fall in a year}. We must act.\u201d",
    "\u201cThe wall is old.\n\n\u201cIt is cracked. {It will fall in a year}.\n\n\u201cWe must act.\u201d",
    'The mayor was blunt. {"The wall will fall in a year."} Nobody answered.',
    "Taliban officials praised the step and stated that {it would improve relations}.",
    "The board announced that {the road was closed} and that the bridge was open.",
    "He warned that, after the rain, {the lower road would be flooded}.",
    "As the ministry put it, the dam was old; {the road was worse}, it added.",
    "The report said that the wall was old and {the gate was rusty}.",
    "It was said that {the map was drawn in 1912}.",
    "The theory that {the map was drawn in 1912} found few friends.",
    # other subjects
    "Researchers hope the vaccine will {prevent most infections}.",
    "Critics argue that {the law harms small firms}.",
    "Critics say {the law harms small firms}.",
    "{The law harms small firms}, critics argue.",
    "{The law harms small firms}, say critics of the government.",
    "In the view of critics, {the law harms small firms}.",
    "{The firm hid its losses}, prosecutors allege.",
    "Prosecutors allege the firm {hid its losses for years}.",
    "{The firm hid its losses}, it is alleged.",
    "The firm allegedly {hid its losses for years}.",
    "The firm is alleged to have {hidden its losses for years}.",
    "The suspected {leader of the gang was arrested}.",
    "Police suspect that {the fire was started on purpose}.",
    "Police say they believe {the fire was started on purpose}.",
    "Witnesses testified that {the driver ran the red light}.",
    "{The driver ran the red light}, according to witnesses.",
    "{The driver}, according to witnesses, ran the red light.",
    "The driver, according to witnesses, {ran the red light at speed}.",
    "{The economy will grow by two percent}, the bank forecast on Monday.",
    "The bank predicts {the economy will grow by two percent}.",
    "{The economy will grow}, Smith told the newspaper.",
    "{The economy will grow}, as Smith put it in May.",
    "Asked about the plan, Smith replied that {the economy would grow}.",
    "Smith's claim that {the economy would grow} drew laughter.",
    "Rumours of {a secret deal between the banks} spread.",
    "The article describes the minister as {the architect of the crisis}.",
    "The newspaper accused the minister of {lying to parliament about the war}.",
    "Smith called the decision {a disaster for the whole region}.",
    "\u201cWe are ready,\u201d Smith said. \u201c{The economy will grow}.\u201d",
    "\u201c{The economy will grow},\u201d Smith said.",
    "Smith said \u2018{the economy will grow this year}\u2019.",
    "Smith said: {The economy will grow this year}.",
    "Opponents have long claimed, without evidence, that {the vote was rigged}.",
    "It has been suggested that {the vote was rigged}.",
    "He believes in a theory that {the earth is flat}.",
    "The minister insisted on Tuesday that {the vote was fair}.",
    "The minister, insisting that {the vote was fair}, resigned.",
    "In a letter to the court, lawyers wrote that {the vote was fair}.",
    "The report quotes an official as saying {the vote was fair}.",
    "Officials in three provinces said {the vote was fair}.",
    "Supposedly {the vote was fair and open}.",
    "Many people think {the vote was rigged by the army}.",
)

CONTRASTS = (
    "{The dam was built in 1950}, but it was never used.",
    "{The dam was built in 1950} but it was never used.",
    "{The dam was built in 1950}, although the money had run out.",
    "{The dam was built in 1950}; however, it was small.",
    "{The dam was built in 1950} despite the protests of the villages.",
    "{The dam was built in 1950}, though nobody lived there.",
    "Although {the dam was built in 1950}, the canal was dug later.",
)

PHRASES = (
    "{The committee found that the dam was} safe.",
    "{The committee closed the lower gate of the} dam.",
    "{The wall above the village is very} old.",
)

HONEST = (
    # whole sentences
    "{It is not true that the dam is safe.}",
    "{It is not true that the dam is safe}.",
    "The wall is old. {The dam was not safe.} Nobody came.",
    "The wall is old. {The dam was not safe. Nobody came.} It rained.",
    "{Until the gate is mended, the clerk will not fill the lake.}",
    '{The mayor said, "The wall is old."} Nobody answered.',
    '{"The wall is old," the mayor said.} Nobody answered.',
    '{"The Old Wall" is a film about the dam.}',
    "{Was the dam inspected in 1990?}",
    'The dam is 6" thick at the top. {The wall was built in 1950.}',
    "- {The wall was built in 1950}\n- It was never inspected\n",
    "1. {The wall was built in 1950.}\n2. It was never inspected.\n",
    "Mr. Smith did not come. {The wall was built in 1950.}",
    "NO NEW WALL\n\n{The wall was built in 1950.}",
    "The Village That Never Was\n{The wall was built in 1950 by a small firm from the valley below.}",
    "NEW DAM (Valley) July 4: {The wall has been opened by the mayor.}",
    # the governing word is inside
    "The ministry {said that the dam was safe}.",
    "Everyone knows that {no other village has lost its school}.",
    "In May, {the board denied that the wall leaked}.",
    "Yesterday {the clerk refused to open the gate}.",
    "Today, {if the wall fails, the valley will be flooded}.",
    # another clause
    "He did not come, and {the dam was built}.",
    "He did not come and {the dam was built}.",
    "He did not come, but {the dam was built in 1950}.",
    "He did not come; {the dam was built in 1950}.",
    "He said nothing because {the dam was built in 1950}.",
    "The mayor was never asked, so {the dam was built in 1950}.",
    "The clerk, who did not come, {sent a letter to the board}.",
    "The clerk, who said he was ill, {sent a letter to the board}.",
    "The clerk (who denied it) {sent a letter to the board}.",
    "Not surprisingly, {the dam was built in 1950}.",
    "No, {the dam was built in 1950}.",
    "The law not only {protects the farmers} but also the fishers.",
    "The wall is not a fence but {a barrier of stone and earth}.",
    "No doubt {the dam was built in 1950}.",
    "There is no doubt that {the dam was built in 1950}.",
    "The clerk did not know that {the dam was built in 1950}.",
    "Unlike the old wall, {the new dam was built of stone}.",
    "Without a word, {the clerk closed the gate}.",
    "After the vote failed, {the dam was built by the state}.",
    "When the rain stopped, {the dam was opened by the mayor}.",
    "Saying that he was tired, {the mayor left the meeting}.",
    "{The dam was built in 1950}, and the mayor did not come.",
    "{The dam was built in 1950} and the mayor did not come.",
    "{The dam was built in 1950} because the old wall did not hold.",
    "{The dam was built in 1950}; nobody came.",
    "{The dam was built in 1950}, when the mayor said it was safe.",
    "{The dam was built in 1950}, which the mayor denied knowing.",
    "{The dam was built in 1950}, and the mayor said it was safe.",
    "{The dam was built in 1950} by a firm that no longer exists.",
    "{The dam was built in 1950}, not demolished.",
    "{The wall forbids nothing} and restricts the fishers.",
    "Right now, {the rule forbids boats from entering the lake} and restricts the fishers.",
    "{The board continues to raise the fees} and freeze the grants.",
    "The board closed the gate, and {the farmers, who had not been asked, went home}.",
    "Although the villages have sent envoys, {no village has accepted the plan}.",
    "If only a few came, the mayor spoke; {the dam was opened at noon}.",
    "As of May, {no village has accepted the plan}.",
    "{No village has accepted the plan} as of yet.",
    "The mayor added a gate to the wall, and {the clerk painted it green}.",
    "The village maintained {its old embassy in the capital}.",
    "Since the flood, the village has maintained {the wall above the church}.",
    "The report found {a crack in the lower wall}.",
    "The board announced {a new fee for boats on the lake}.",
    "In the statement, {the board thanked the workers of the valley}.",
    "The mayor opened the dam, {which was built in 1950}.",
    "{The dam was opened in May} after years of delay.",
    "{The dam was opened in May}, ending four years of drought.",
    "After 20 years of work, {the dam was opened in May} when the troops left.",
    "{The mayor had denied everything} before the trial began.",
    "The mayor met {the head of the board and his deputy} in May.",
    "The farmers' rights are old, and {the villages' wells are deep}.",
    "The board's '50s plan failed, but {the dam was built in 1950}.",
    'The mayor said "no" twice. {The dam was built in 1950.}',
    'The film "Old Wall" won a prize, and {the dam was built in 1950}.',
    'The mayor said "no", and {the dam was built in 1950}.',
    "In May 1950 {the dam was opened by the mayor}.",
    "By May {the lake was full of fish}.",
    "The house at No. 10 {was bought by the board in 1950}.",
    "The U.S. did not pay. {The dam was built in 1950.}",
    "The mayor hopes for rain. {The lake was full in May.}",
    "A few {villages below the dam signed}.",
    "The only {bridge below the dam was closed}.",
    "Few came. {The dam was opened at noon.}",
    "The mayor thanked everybody, including those who had said no, and {the band played until noon}.",
    "{The villages}, which had said no, were flooded.",
    "It rained, {the lake rose by a metre}, and the clerk closed the gate.",
    "More than once {the lake rose by a metre}.",
    "The mayor was right: {the wall did not hold}.",
    "The clerk told a story, and {the children listened until dark}.",
    "The council met in May and {after a long debate approved the dam}.",
    "The minister, as well as the clerk, {opened the lower gate}.",
    "To say nothing of the cost, {the dam took ten years to build}.",
    "The board did what nobody had done: {it opened the lower gate}.",
    "{The dam holds 35 000 tons of water} at its peak.",
    "{The post said the harvest was good} this year.",
    "{Not only did the dam hold}, but it also stayed dry.",
    "The valley was poor; it had no road, no school and no doctor. {The dam changed that.}",
    "Once the dam was built, {the villages were moved up the hill}.",
    "In 1950, {the state bought the land above the village} for a small sum.",
    "The firm, known as Old Wall, {was founded in 1912}.",
    "The clerk's claim to the land was old, and {the court upheld it in 1950}.",
    "The wall was said. {The dam was built in 1950.}",
    # other subjects
    "{The bridge opened in 1932}, nine years after work began.",
    "The bridge, which opened in 1932, {carries eight lanes of traffic}.",
    "{The bridge opened in 1932}, said to be the warmest year on record.",
    "If anything, {the bridge carries more traffic today}.",
    "As if that were not enough, {the bridge was closed in May}.",
    "{The company was founded in 1912 by two brothers} who never married.",
    "The company was founded by two brothers who never married, and {their sister ran the shop}.",
    "She did not attend school; instead {she worked in the family shop}.",
    "The war did not end in 1917. {It ended in November 1918.}",
    "Despite not speaking French, {she worked in Paris for ten years}.",
    "Having failed the exam, {she worked in Paris for ten years}.",
    "Unable to find work, {she moved to Paris in 1925}.",
    "Refusing to give up, {she moved to Paris in 1925}.",
    "{She moved to Paris in 1925}, never to return.",
    "{She moved to Paris in 1925}, refusing to give up.",
    "{She moved to Paris in 1925} to study with Rodin, who said she had talent.",
    "{The treaty was signed in 1648}, ending a war that nobody had won.",
    "The treaty that ended the war {was signed in 1648}.",
    "{Germany and France signed the treaty}, while Spain refused.",
    "While Spain refused, {Germany and France signed the treaty}.",
    "Spain refused, whereas {Germany and France signed the treaty}.",
    "Spain did not sign, although {Germany and France signed the treaty}.",
    "{The river is 300 km long} and up to 2 km wide.",
    "Not long after, {the river flooded the old town}.",
    "No sooner said than done: {the river flooded the old town}.",
    "{The river flooded the old town} in less than an hour.",
    "{The council met on Monday} to decide whether to close the school.",
    "{The council, led by Smith, closed the school}, and parents sued.",
    "When asked why, Smith laughed. {The council closed the school.}",
    "{Smith was elected mayor} after Jones refused to stand.",
    "{Smith was elected mayor} because voters believed he was honest.",
    "{Smith was elected mayor with 52% of the vote}, the first woman to hold the post.",
    "{The population grew from 5,000 to 9,000} between 1900 and 1950.",
    "Almost unknown in Europe, {the plant grows in every garden in Japan}.",
    "Once common in Europe, {the plant is now rare outside Japan}.",
    "Some of it burned, and {the rest of the town was flooded}.",
    "On the other hand, {the plant grows well in shade}.",
    "There, {the plant grows well in shade}.",
    "Thus {the plant grows well in shade}.",
    "{The song was written by Bob Dylan} and recorded without overdubs.",
    "{The film stars Tom Hanks as a lawyer}, not a doctor.",
    "{The film was released in May} to mixed reviews, but only in Europe was it a hit.",
    "For the first time, {the team won the cup}.",
    "{The team won the cup}, beating Chelsea, who had not lost since March.",
    "{The team won the cup} in 1999 and hasn't won it since.",
    "The team hasn't won since 1999, when {it beat Chelsea in the final}.",
    "The prize, which she did not expect, {was awarded in Oslo}.",
    "The prize (she did not expect it) {was awarded in Oslo}.",
    "{The prize was awarded in Oslo}; she said she had not expected it.",
    "I said hello; {the prize was awarded in Oslo}.",
    "Her father believed in hard work, and {she studied every night}.",
    "What the law says is clear: {drivers must stop at red lights}.",
    "As everyone knows, {drivers must stop at red lights}.",
    "The fact that {drivers must stop at red lights} is well known.",
    "It is true that {drivers must stop at red lights}.",
    "It is well known that {drivers must stop at red lights}.",
    "It was in May that {the drivers went on strike}.",
    "The law requires that {drivers stop at red lights}.",
    "The result was that {the drivers went on strike}.",
    "The reason is that {the drivers went on strike}.",
    "The study showed that {the drug lowered blood pressure}.",
    "{The drug lowered blood pressure in adults}, the primary endpoint.",
    "Researchers gave the drug to 300 adults, and {it lowered their blood pressure}.",
    "{The village has no school}, no shop and no doctor.",
    "{The village lies at the foot of Mt. Fuji}. It has no school.",
    "Born in Paris in 1901, {he never married}.",
    "{Born in Paris in 1901, he never married} and died in 1980.",
    "After he was told that the money was gone, {he left the country}.",
    "Since nobody objected, {the motion was carried by the council}.",
    "Because he had not paid, {the court seized the house in 1950}.",
)


@pytest.mark.parametrize("marked", NEGATIONS)
def test_a_negation_outside_is_seen(marked: str) -> None:
    assert Outside.NEGATION in cuts(marked)


@pytest.mark.parametrize("marked", CONDITIONS)
def test_a_condition_outside_is_seen(marked: str) -> None:
    assert Outside.CONDITION in cuts(marked)


@pytest.mark.parametrize("marked", SPEAKERS)
def test_a_speaker_outside_is_seen(marked: str) -> None:
    assert Outside.SPEAKER in cuts(marked)


@pytest.mark.parametrize("marked", CONTRASTS)
def test_a_contrast_outside_is_seen(marked: str) -> None:
    assert set(cuts(marked)) == {Outside.CONTRAST}


@pytest.mark.parametrize("marked", PHRASES)
def test_a_phrase_that_breaks_off_is_seen(marked: str) -> None:
    assert Outside.PHRASE in cuts(marked)


@pytest.mark.parametrize("marked", HONEST)
def test_honest_quoting_is_left_alone(marked: str) -> None:
    assert set(cuts(marked)) <= {Outside.CONTRAST}


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("It is not true that {the dam is safe for use}.", "not true that"),
        ("Until the gate is mended, {the lake stays empty}.", "Until the gate is mended,"),
        ("{The water is safe to drink}, unless it has rained.", ", unless it has rained"),
    ],
)
def test_the_words_shown_are_those_that_govern_and_what_stands_between(marked: str, words: str) -> None:
    assert list(cuts(marked).values()) == [words]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ('In May the mayor said, "{The wall is old}."', 'In May the mayor said, "'),
        ('"{The wall is old}," the mayor said.', '" the mayor said.'),
        ('He was blunt. "{The wall is old.}" Nobody spoke.', '"'),
    ],
)
def test_with_quotation_marks_the_words_beside_them_are_shown(marked: str, words: str) -> None:
    assert cuts(marked, known=False) == {Outside.SPEAKER: words}


@pytest.mark.parametrize("marked", SPEAKERS)
def test_a_speaker_who_is_named_is_not_missing(marked: str) -> None:
    assert Outside.SPEAKER not in cuts(marked, speaker="the ministry")
    assert Outside.SPEAKER not in cuts(marked, attributed_to="the ministry")


def test_a_denial_stays_one_whoever_is_named() -> None:
    assert Outside.NEGATION in cuts("The ministry denied that {the dam was unsafe}.", speaker="the ministry")
    assert Outside.CONDITION in cuts("If it rains, {the lake will rise again}.", attributed_to="the ministry")


@pytest.mark.parametrize(
    ("marked", "covered"),
    [
        ("It is not true that {the dam is safe for use}.", "It is not true that"),
        ("Until the gate is mended, {the lake stays empty}.", "Until the gate is mended"),
        ("{The water is safe to drink}, unless it has rained.", "unless it has rained."),
        ("{The dam was safe for another winter}, the ministry said.", "the ministry said."),
        ('The mayor said, "{The wall is old and cracked}."', 'The mayor said, "The wall'),
        ("Although {the villages have signed}, no village has paid.", ", no village has paid."),
        ("{Was the dam ever inspected}?", "inspected?"),
    ],
)
def test_what_the_claim_quotes_elsewhere_is_not_missing(marked: str, covered: str) -> None:
    assert cuts(marked) != {}
    assert cuts(marked, covered=covered) == {}


def test_without_rules_for_the_language_only_quotation_marks_are_seen() -> None:
    assert cuts("It is not true that {the dam is safe for use}.", known=False) == {}
    assert set(cuts("Der Rat: \u201e{Der Damm ist sicher genug}.\u201c", known=False)) == {Outside.SPEAKER}
    assert cuts("{Der Rat: \u201eDer Damm ist sicher genug.\u201c} Und so fort.", known=False) == {}


def test_of_a_quotation_with_an_ellipsis_only_the_outer_ends_count() -> None:
    source = "The council met in May, which nobody had expected, and approved the dam."
    spans = (Span(0, 22), Span(source.index("and"), len(source)))
    assert cut_off(Text("seeds/dam.txt", source), spans, quotation(), claim(), ENGLISH) == ()


HIDING = (
    ("The trial drug was {not} shown to be effective.", "a negation", "not"),
    ("The villages will {never again} accept the plan.", "a negation", "never"),
    ("The villages {refused to} accept the plan.", "a negation", "refused to"),
    ("The law forbids {farmers from} pumping water.", "a negation", "forbids farmers from"),
    ("The law protects the fishers {and restricts} their boats.", "a negation", "restricts"),
    ("The water is safe {unless it rains} in May.", "a condition, an exception or a limit", "unless"),
    ("The clerk {may} have taken the money.", "a condition, an exception or a limit", "may"),
    ("The clerk {allegedly} took the money.", "a doubt", "allegedly"),
    ("The dam{, officials said,} was safe.", "who says so", "said"),
    ("The dam{, according to the clerk,} was safe.", "who says so", "according to"),
    ("The dam was safe {and the clerk said that} the wall was old.", "who says so", "said"),
    ("The dam{, built in 1950,} was safe.", "a number", ""),
    ("The dam{, with its three gates,} was safe.", "a number", "three"),
    ('The dam{, called "Old Wall",} was safe.', "a quotation mark", ""),
    ("The dam{, called \u2018Old Wall\u2019,} was safe.", "a quotation mark", ""),
)
HIDING_NOTHING = (
    "The council met in May {and after a long debate} approved the dam.",
    "Old Hassan{, the village's new envoy to the board,} was welcomed.",
    "The act {of the board of the upper valley} will help the villages.",
    "They build {roads, bridges,} and schools.",
    "The clerk {of the village, a man of many parts,} opened the gate.",
    "The wall is high {and very} strong.",
    "In May {of that year} the dam was opened.",
    "The board{, which had maintained the wall,} paid.",
)


@pytest.mark.parametrize(("marked", "what", "words"), HIDING)
def test_an_ellipsis_may_not_hide_what_governs(marked: str, what: str, words: str) -> None:
    source, gap = unmarked(marked)
    shown = f": \u201c{words}\u201d" if words else ""
    assert hides(Text("seeds/dam.txt", source), gap, ENGLISH) == f"{what} is left out{shown}"


@pytest.mark.parametrize("marked", HIDING_NOTHING)
def test_an_ellipsis_may_leave_out_the_rest(marked: str) -> None:
    source, gap = unmarked(marked)
    assert hides(Text("seeds/dam.txt", source), gap, ENGLISH) is None


def test_without_rules_for_the_language_an_ellipsis_may_not_hide_numbers_and_marks() -> None:
    source = "Der Damm, 1950 gebaut, ist nicht \u201ealt\u201c."
    text = Text("seeds/dam.txt", source)
    assert hides(text, Span(8, 22), None) == "a number is left out"
    assert hides(text, Span(source.index("\u201e"), len(source)), None) == "a quotation mark is left out"
    assert hides(text, Span(source.index("ist"), source.index("\u201e")), None) is None


@pytest.mark.parametrize(
    "words",
    [
        *(
            "not",
            "never",
            "do not",
            "only",
            "allegedly",
            "nine",
            "$9",
            "in 2025",
            "will",
            "is",
            "all",
            "falsely",
        ),
        *("except China, which did it", "unless it rains", "who is not", "no", "almost all", "may"),
    ],
)
def test_what_an_editor_may_not_put_in(words: str) -> None:
    assert changes_sense(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    ["the committee", "the Taliban", "Russia", "the mayor's", "farmers of the valley", "the ban on boats"],
)
def test_what_an_editor_may_put_in(words: str) -> None:
    assert not changes_sense(words, ENGLISH)


def test_without_rules_for_the_language_numbers_may_not_be_put_in() -> None:
    assert changes_sense("9", None)
    assert not changes_sense("der Rat", None)


def test_pronouns() -> None:
    known = ["it", "It", "they", "them", "his", "her", "this", "these", "who", "their", "it\u2019s", " them "]
    assert all(pronoun(word, ENGLISH) for word in known)
    assert not any(pronoun(word, ENGLISH) for word in ("the", "group", "the group", "Taliban", "", "said"))
    assert not pronoun("it", None)


def test_words_that_carry_meaning() -> None:
    assert all(carries_meaning(word, ENGLISH) for word in ("dam", "Dam", "recognise", "1950", "7", "nation"))
    assert not any(
        carries_meaning(word, ENGLISH) for word in ("a", "The", "said", "not", "it\u2019s", "x", "fully")
    )
    assert carries_meaning("der", None)
    assert not carries_meaning("d", None)


# Properties

WORDS = st.sampled_from(
    [
        *(
            "the dam",
            "was",
            "safe",
            "not",
            "no",
            "never",
            "until",
            "unless",
            "if",
            "except",
            "said",
            "that",
            "he",
        ),
        *(
            "according to",
            "the mayor",
            "denied",
            "and",
            "but",
            "although",
            ",",
            ";",
            ":",
            "-",
            "(",
            ")",
            '"',
            "'",
        ),
        *(
            "\u201c",
            "\u201d",
            "\u2018",
            "\u2019",
            ".",
            "?",
            "!",
            "...",
            "\u2026",
            "Mr.",
            "U.S.",
            "1950",
            "may",
            "called",
        ),
        *(
            "forbids",
            "from",
            "to",
            "only",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\u2028",
            "\u00ad",
            "can't",
            "No. 5",
            "\u4e2d\u3002",
        ),
    ]
)
SOURCES = st.one_of(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(max_size=200))


def found_in(source: str, span: Span, *, known: bool = True) -> tuple[CutOff, ...]:
    language = ENGLISH if known else None
    return cut_off(Text("seeds/dam.txt", source), (span,), quotation(), claim(), language)


@given(SOURCES, st.integers(0, 400), st.integers(1, 200), st.booleans())
def test_what_is_found_lies_in_the_sentence_and_the_paragraph(
    source: str, start: int, length: int, known: bool
) -> None:
    if not source:
        return
    start %= len(source)
    whole = paragraph(source, start)
    span = Span(start, max(start + 1, min(start + length, whole.end)))
    for cut in found_in(source, span, known=known):
        assert whole.start <= cut.words.start < cut.words.end <= max(whole.end, span.end)
        assert cut.sentence.start <= start
        assert cut.sentence.end >= span.end
        assert source[cut.words.start : cut.words.end].strip()
    hides(Text("seeds/dam.txt", source), span, ENGLISH)
    changes_sense(source[span.start : span.end], ENGLISH)


@given(SOURCES, st.data())
def test_a_whole_sentence_without_quotation_marks_is_always_fine(source: str, data: st.DataObject) -> None:
    for mark in "\"'`\u2018\u2019\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u2033":
        source = source.replace(mark, "")
    if not source.strip():
        return
    whole = paragraph(source, data.draw(st.integers(0, len(source) - 1)))
    one = data.draw(st.sampled_from(sentences(source, whole, ENGLISH)))
    kept = source[one.start : one.end].strip()
    if kept:
        start = source.index(kept, one.start)
        assert found_in(source, Span(start, start + len(kept))) == ()
        assert sentence(source, Span(start, start + len(kept)), ENGLISH) == one


@given(SOURCES, st.integers(0, 400))
def test_a_whole_paragraph_is_always_fine_unless_it_is_speech(source: str, offset: int) -> None:
    whole = paragraph(source, min(offset, len(source)))
    if source[whole.start : whole.end].strip():
        assert {cut.kind for cut in found_in(source, whole)} <= {Outside.SPEAKER}
