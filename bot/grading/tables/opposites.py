"""Words and prefixes that turn a statement into its contrary."""

from bot.grading.tables import listed

_PAIRS = """
increase decrease | increase reduce | increasing decreasing | rise fall | grow shrink | up down
raise lower | raise reduce | rise drop | raise decrease | increase lower | rise decrease
increase drop | grow decrease | grow fall | grow drop | rise shrink | higher decrease | higher reduce | more decrease | more reduce
less increase | fewer increase | bigger reduce | bigger decrease | smaller increase | lower raise | add remove | with without | higher fewer | high low | higher lower
highest lowest | big small | bigger smaller | large small | larger smaller | largest smallest
more less | more fewer | most least | long short | longer shorter | maximum minimum | max min
maximize minimize | maximal minimal | before after | above below | over under | overfit underfit
overfitting underfitting | inside outside | in out | into from | inbound outbound
incoming outgoing | ingress egress | upper lower | upstream downstream | internal external
interior exterior | include exclude | open close | opened closed | start stop | early late
fast slow | faster slower | quick slow | hot cold | hotter colder | warm cool | warmer cooler
hard soft | harder softer | strong weak | stronger weaker | thick thin | thicker thinner
tight loose | tighter looser | heavy light | heavier lighter | rough smooth | wet dry
dark bright | true false | positive negative | right left | correct incorrect | valid invalid
same different | similar different | equal unequal | always never | all none | on off
enable disable | allow deny | allow forbid | allow prevent | accept reject | encrypt decrypt
encryption decryption | encode decode | compress decompress | serialize deserialize
connected disconnected | connected separated | connect disconnect | attach detach | together apart
complete incomplete | closed broken | static dynamic | synchronous asynchronous | local global
local remote | online offline | manual automatic | linear nonlinear | supervised unsupervised
labeled unlabeled | balanced imbalanced | stationary nonstationary | sparse dense | wide narrow
shallow deep | simple complex | symmetric asymmetric | homogeneous heterogeneous | direct inverse
directly inversely | proportional inverse | success failure | pass fail | win lose | gain loss
absorb reflect | absorb emit | attract repel | expand contract | heat cool | melt freeze
evaporate condense | odd even | forward backward | ascending descending | lossless lossy
stateful stateless | mutable immutable | deterministic stochastic | parametric nonparametric
convex concave | vertical horizontal | majority minority | best worst | better worse | good bad
agree disagree | like dislike | yes no | possible impossible
"""

_CONTRASTS = """
precision recall | sensitivity specificity | mean median | bias variance | train test
training inference | row column | rows columns | client server | parent child | encoder decoder
prefix suffix | north south | east west | input output | primary secondary
ancestor descendant | predecessor successor | upload download | import export | start end | begin end
first last | read write | push pull | public private | batch online | generative discriminative
exploit explore | exploitation exploration | buy sell | lend borrow | major minor
buyer seller | landlord tenant | lender borrower | sender receiver | sender recipient
teacher pupil | doctor patient | plaintiff defendant | husband wife | driver passenger
host guest | master slave | leader follower | mother father | son daughter | brother sister
"""

OPPOSITES: dict[str, frozenset[str]] = {}
for _pair in (_PAIRS + _CONTRASTS).replace("\n", "|").split("|"):
    if _pair.strip():
        _one, _other = _pair.split()
        OPPOSITES[_one] = OPPOSITES.get(_one, frozenset()) | {_other}
        OPPOSITES[_other] = OPPOSITES.get(_other, frozenset()) | {_one}
"""Word → its opposites."""

CONTRASTS = frozenset(
    frozenset(each.split()) for each in _CONTRASTS.replace("\n", "|").split("|") if each.strip()
)
"""Pairs that exclude each other but leave a third: there is more than precision and recall."""

NEGATING_PREFIXES = (
    "un", "in", "im", "ir", "il", "non", "dis", "de", "a", "anti", "counter", "mis", "semi",
    "self", "super", "sub", "under", "over",
)  # fmt: skip
"""A prefix that makes another term of the word it is put before."""

PREFIX_PAIRS = (
    ("in", "out"), ("in", "ex"), ("im", "ex"), ("over", "under"), ("up", "down"), ("inter", "intra"),
    ("hyper", "hypo"), ("af", "ef"), ("peri", "apo"), ("macro", "micro"), ("pre", "post"), ("ad", "ab"), ("endo", "exo"),
    ("homo", "hetero"), ("mono", "poly"), ("multi", "uni"), ("multi", "single"), ("en", "de"),
    ("max", "min"), ("ana", "cata"), ("hydro", "hypo"), ("iso", "aniso"), ("meso", "macro"),
    ("sym", "asym"), ("fore", "back"), ("for", "back"), ("front", "back"), ("super", "sub"),
    ("under", "super"), ("a", "u"), ("e", "im"), ("pro", "anti"), ("bi", "uni"), ("bi", "tri"),
    ("kilo", "mega"), ("kilo", "milli"), ("mega", "giga"), ("intro", "extro"), ("re", "de"),
    ("eu", "pro"), ("meta", "para"), ("syn", "anti"), ("ortho", "para"), ("proto", "deuto"),
    ("up", "out"), ("with", "without"), ("dia", "ana"), ("dis", "in"), ("oxi", "redu"),
)  # fmt: skip
"""Two prefixes of which one may not be read as a typing mistake for the other."""

NEGATIONS = listed("not no never none nor neither without cannot nothing nobody nowhere")


DIRECTIONS = listed(
    """increase decrease reduce raise lower rise fall grow shrink up down more less fewer higher
    maximize minimize enable disable add remove"""
)
"""Words that say which way to move something."""

MODIFIERS = listed(
    """new old north south east west northern southern eastern western great upper lower red black white
    green blue yellow left right odd even golden silver united central high low big little saint san santa los las el
    inner outer middle first second third false true double single triple half full"""
)
"""First words that make a name another one than its last word alone."""
SIDES = listed("left right north south east west up down in out even odd plus minus open closed")
"""Last words that a name may not lack."""

QUALIFIERS = listed(
    """new north south east west northern southern eastern western northeast northwest southeast
    southwest upper lower central equatorial red black white green blue yellow purple light dark
    vice deputy assistant associate adjunct former ex acting sous under sub pro great grand step
    half god prime major lieutenant brigadier junior senior geometric harmonic odd even uneven
    other penultimate pseudo proto neo anti counter non outer inner middle"""
)
"""Words that make another known name of the one behind them."""

NEAR_ENDINGS = (
    ("ide", "ate", "ite"), ("ane", "ene", "yne"), ("ose", "ase"), ("ic", "ous"), ("al", "ol"),
    ("itis", "osis"), ("logy", "nomy"), ("phobia", "philia"), ("gram", "graph"), ("ology", "ometry"),
)  # fmt: skip
"""Endings that make another thing of one stem."""
