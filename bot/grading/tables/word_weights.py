"""Which words say much and which say little, where no sheet tells.

A sheet's own counts replace this where there is one. The lists are the commonest words of
plain English explanations; a word in none of them is a term and weighs 1.
"""

from bot.grading.tables import listed

ARTICLES = frozenset(("a", "an", "the"))

FUNCTION = listed(
    """not no nor a an the of to in on at by for from with into onto as is are was were be been being am do
    does did doing done has have had having will would shall should can could may might must it
    its they them their theirs he she his her him hers we us our ours you your yours i me my mine
    this that these those there here and or but so then than if when while which who whom whose
    what where how why because since also too very just  both each every either neither
    such same own about       through during
    between again further once   other some any all   much s t re ve ll d m etc eg
    ie via per upon within      """
)
"""Words of grammar: they hardly count as covered or missed."""

FILLER = listed(
    """algorithm algorithms method methods technique techniques approach approaches service
    services function functions called named known type types kind kinds way ways thing things
    something anything stuff sort example examples basically actually really probably maybe simply
    mainly mostly usually generally typically often sometimes like well get gets got getting make
    makes made making go goes going use uses used using   name names system process
    strategy strategies option options tool tools  term answer amazon
    aws api apis call calls operation operations command commands parameter parameters property sir mr mrs ms mme mlle madame monsieur herr frau dr doctor prof professor lord lady
    attribute setting settings value values"""
)
"""Words that may be added to a right answer, or left out of it, without changing it."""

COMMON = listed(
    """model models over under out off before after above below more most without down fewer few many only one ones mode none never rise rises falls fell able across act action add added against allow allows almost along already always amount
    another appear area around ask away back bad based become becomes begin behind believe best
    better big body book bring building business buy call came care carry case cause causes
    certain change changed changes child choose city clear close color come comes common compare
    complete condition consider contain contains content continue control correct could country
    course create created creates cut day days decide depend depends describe detail determine
    develop difference different difficult direct do doing down drive drop each early easily easy
    effect end enough entire equal especially even event ever every exactly exist expect experience
    explain fact fall family far fast feel fewer field figure fill final find finds first follow
    following food force form found free front full further gave general give given gives good
    great ground group grow half hand happen happens happened hard he head hear heard heat heavy
    held help helps high higher hold home hot hour house however human idea important include
    includes increase information inside instead interest item itself job keep keeps kept key knew
    know knows known land large larger last late later learn least leave left less let letter level
    life light line list little live local long longer look looks lot low lower main major man mark
    material matter mean means measure member method might mind moment money month more morning
    move moved moves moving much name nature near need needed needs new next night normal note
    nothing notice number object occur open order original others outside overall page paper part
    particular parts pass people perform person picture piece place plan plant play point position
    possible power present problem produce product program prove provide provides public pull push
    put question quickly quite rate rather reach read ready real reason receive record reduce
    related remain remember remove report represent require required result results return right
    room rule run runs said same say says school second see seem seen send sense sentence separate
    set several shape share she short should show shows side similar simple since single size slow
    small smaller so solution some someone soon sound space special specific stand start starts
    state stay stays still stop story strong study such sure surface system table take takes taken
    talk tell test than thank that thing think third those though thought three through thus time
    times today together told took top total toward travel tree true try turn turned turns two
    under understand unit until up usually various view wait walk want wants was watch water
    wear week weight well went were what whether whole wide will with word words work works world
    worse would write wrong year years yes yet young"""
)
"""Everyday words: they say something, but less than a term."""

CLAUSE = listed(
    """is are was were it they because so if when that which can will would do does did has have
    there you i we"""
)
"""Words of sentences: where they stand, commas part clauses rather than names."""

FUNCTION_WEIGHT = 0.08
FILLER_WEIGHT = 0.25
COMMON_WEIGHT = 0.6
TERM_WEIGHT = 1.0
