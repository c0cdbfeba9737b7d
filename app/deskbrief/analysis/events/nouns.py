"""Nouns that name something that happens."""

from __future__ import annotations

from deskbrief.analysis.grammar import NOUNS, Tree
from deskbrief.analysis.times.lexicon import listed

#: Nouns that name something that happens.
EVENT_NOUNS = listed(
    """abdication abduction accident acquittal agreement airstrike ambush amnesty annexation
    anniversary announcement appeal appointment approval armistice arrest arrival arson
    assassination assault atrocity attack auction audit avalanche award bailout ballot ban
    bankruptcy baptism battle beheading bid birth blackout blast blaze blockade bombardment bombing
    boycott brawl breach breakout break-in breakthrough breakup briefing burglary burial burning
    buyout by-election campaign capture catastrophe caucus ceasefire celebration centenary ceremony
    championship change clash clearance closure collapse collision commemoration completion concert
    conference conflict congress conquest consent contest convention conviction coronation
    counterattack counteroffensive coup crackdown crash crisis crossing crowning curfew cut
    cyberattack cyclone deadline deal death debate debut decision declaration decline default defeat
    delay delivery demonstration departure deployment deportation deposition derailment devaluation
    diagnosis dialogue disaster discovery dismissal dispute dissolution divorce docking downgrade
    downing drawdown drill drone-strike drop drought drowning duel earthquake eclipse election
    embargo enactment encounter endorsement epidemic eruption escape evacuation exchange execution
    exercise exit exodus expedition expiry explosion expulsion extradition fall famine feast
    festival fight fighting fine fire flare-up flight flood flooding founding funeral gain games
    gathering genocide groundbreaking growth gunfight hack handover handshake hanging hearing
    heatwave heist hijacking hostage-taking hurricane impeachment inauguration incident increase
    incursion independence indictment inquest inquiry insolvency inspection intervention interview
    invasion investigation investiture invitation jailbreak jump kidnapping killing landing
    landslide launch launching lawsuit layoff leak liberation liftoff lockdown lockout looting loss
    lynching manhunt marathon march marriage massacre match meeting merger mission mistrial
    mobilisation mobilization move murder mutiny negotiation nomination offensive opening operation
    ouster outage outbreak overdose overthrow pandemic parade pardon partition pile-up pilgrimage
    plea plebiscite pogrom poisoning poll premiere presentation protest pullout purchase purge
    putsch quake race raid rally rape rapprochement re-election re-opening re-run rebellion rebound
    recall recession recount recovery referendum reform release removal renewal reopening repeal
    reprieve rerun rescue reshuffle resignation retreat retrial reunification reunion review revolt
    revolution riot rise rising robbery rollout round rout ruling runoff sabotage sacking sale
    scandal screening secession seizure sell-off selloff seminar sentencing session setback shelling
    shipwreck shooting shootout showdown shutdown siege signing sinking skirmish slump sortie speech
    spill spillage spin-off splashdown split stabbing stampede stand-off standoff start stoppage
    storm storming strike suicide summit surge surrender suspension swap swearing-in sweep symposium
    take-off takeoff takeover talk talks test theft toppling tornado torpedoing torture tour
    tournament tragedy transfer tremor trial trip truce tsunami tumble typhoon unrest unveiling
    uprising upset verdict veto victory vigil violence visit vote vow voyage walkout war webinar
    wedding wildfire win withdrawal workshop"""
)
_ENDINGS = ("ation", "ition", "ution", "ment", "sion", "ction")
#: Nouns with those endings that name no happening.
_STILL = listed(
    """accommodation action administration advertisement allocation allusion ambition amendment apartment
    application apprehension approximation argument aspiration assessment association assumption
    attention aviation background basement calculation caution circulation civilisation civilization
    classification cognition collection combination comment commission commitment communication
    compensation compliment component concentration conception condition configuration confusion
    conjunction connection consideration constitution consumption contribution corporation correlation
    cushion dedication definition department description destination determination diction dimension
    direction discretion dissertation distinction document documentation ducation edition education
    element emission emotion employment entertainment environment equation equipment estimation
    exception expectation experimentation expression faction fiction foundation fraction fragment
    function garment generation government illustration imagination immigration implication inclination
    indication inflation information installation institution instruction interaction interpretation
    investment judgement judgment justification legislation limitation location management mansion
    measurement medication migration moment motion motivation nation navigation notion nutrition
    obligation observation obsession occupation opinion option organisation organization orientation
    parliament passion payment pension perception permission pigment pollution population portion
    position possession potion precision presumption probation production profession projection
    proportion protection provision publication qualification question quotation ratio ration reaction
    recommendation regulation relation report representation reputation requirement resolution sanction
    satisfaction section sediment segment sensation sentiment situation specification statement station
    television temptation tension tradition transportation treatment unemployment valuation variation
    vegetation version vision vocation"""
)
#: Texts, laws and products, which their year only names ("a 2006 report", "the 2015 Agreement").
_TEXTS = listed(
    """accord act agreement amendment article bill book budget bylaw code constitution convention covenant
    data declaration directive document edition estimate figure film forecast framework guidance guideline
    handbook index law legislation level manifesto manual memo memorandum model novel ordinance paper plan
    poll price protocol publication rate regulation report resolution rule statement statistics statute
    strategy study survey treaty value version"""
)
#: Happenings that are known by their day ("the September 11 attacks").
_ATTACKS = listed("""attack bombing coup insurrection massacre movement putsch revolution riot uprising""")


def is_event_noun(tree: Tree, at: int) -> bool:
    """Tell whether a noun names something that happens."""
    word = tree.words[at]
    if word.pos not in NOUNS or (word.pos == "PROPN" and word.entity == "DATE"):
        return False
    lemma = tree.lemma(at)
    written = {lemma, tree.words[at].text.lower(), _with_its_hyphen(tree, at)}
    return not written.isdisjoint(EVENT_NOUNS) or _is_happening(tree, at, lemma)


def names_happening(word: str) -> bool:
    """Tell whether a word in small letters, of which no more is known, may name a happening or a text."""
    single = word.removesuffix("s")
    known = {word, single} & (EVENT_NOUNS | _TEXTS)
    return bool(known) or (single.endswith(_ENDINGS) and single not in _STILL)


def _with_its_hyphen(tree: Tree, at: int) -> str:
    """Return a noun with what a hyphen joins to it, which are words of their own: "take-off"."""
    before = tree.words[at - 2 : at] if at > 1 else ()
    return f"{before[0].text}-{tree.words[at].text}".lower() if before and before[1].tag == "HYPH" else ""


def _is_happening(tree: Tree, at: int, lemma: str) -> bool:
    """Tell whether a noun made from a verb names one happening: "the establishment of the court"."""
    if (
        not lemma.endswith(_ENDINGS)
        or lemma in _STILL
        or len(lemma) < 8
        or tree.words[at].tag not in {"NN", "NNP"}
    ):
        return False
    return tree.child(at, {"det", "poss"}) >= 0 or any(
        tree.lemma(prep) in {"of", "by"} for prep in tree.kids(at, {"prep"})
    )


def is_text(tree: Tree, at: int) -> bool:
    """Tell whether a noun names a text, a law, a product or a figure, which a year before it only names."""
    return tree.lemma(at) in _TEXTS


def is_known_by_its_day(tree: Tree, at: int) -> bool:
    """Tell whether a noun names a happening that goes by its day, as "the September 11 attacks" do."""
    return tree.lemma(at) in _ATTACKS
