"""British and American spelling, irregular plurals, and contractions."""

import re

from bot.grading.tables import listed

BRITISH = {
    "colour": "color", "flavour": "flavor", "humour": "humor", "labour": "labor",
    "neighbour": "neighbor", "odour": "odor", "behaviour": "behavior", "favour": "favor",
    "favourite": "favorite", "honour": "honor", "harbour": "harbor", "vapour": "vapor",
    "tumour": "tumor", "rumour": "rumor", "armour": "armor", "vigour": "vigor",
    "centre": "center", "metre": "meter", "litre": "liter", "fibre": "fiber", "theatre": "theater",
    "kilometre": "kilometer", "centimetre": "centimeter", "millimetre": "millimeter",
    "grey": "gray", "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog",
    "programme": "program", "cheque": "check", "tyre": "tire", "defence": "defense",
    "offence": "offense", "licence": "license", "practise": "practice", "aluminium": "aluminum",
    "leukaemia": "leukemia", "anaemia": "anemia", "oestrogen": "estrogen",
    "paediatric": "pediatric", "manoeuvre": "maneuver", "sulphur": "sulfur", "ageing": "aging",
    "judgement": "judgment", "artefact": "artifact", "mould": "mold", "plough": "plow",
    "storey": "story", "sceptical": "skeptical", "fulfil": "fulfill", "enrol": "enroll",
    "modelling": "modeling", "labelling": "labeling", "labelled": "labeled",
    "travelling": "traveling", "cancelled": "canceled", "signalling": "signaling",
    "modelled": "modeled", "levelled": "leveled", "channelled": "channeled", "learnt": "learned",
    "burnt": "burned", "whilst": "while", "amongst": "among", "towards": "toward",
    "afterwards": "afterward", "backwards": "backward", "forwards": "forward", "maths": "math",
    "encyclopaedia": "encyclopedia", "haemoglobin": "hemoglobin", "foetus": "fetus",
    "yoghurt": "yogurt", "moustache": "mustache", "pyjamas": "pajamas",
}  # fmt: skip
_ISE = re.compile(r"(?<=[a-z]{3})(i|y)s(e|ed|er|ers|es|ing|ation|ations|able)$")
_ISE_KEEP = listed(
    "rise arise wise otherwise likewise exercise promise premise noise raise praise precise "
    "concise advise advises advised adviser revise revised supervise supervised supervising "
    "unsupervised comprise comprised surprise surprised surprising disguise enterprise expertise "
    "franchise paradise poise cruise bruise televise televised devise devised improvise despise "
    "demise compromise compromised compromises compromising merchandise treatise excise incise "
    "raised raising noises promised promises rising rises arises risen raises exercises exercised "
    "exercising supervises revises semisupervised enterprises premises cruises"
    " paraphrase basis bases precisely"
)

PLURALS = {
    "mice": "mouse", "indices": "index", "matrices": "matrix", "vertices": "vertex",
    "criteria": "criterion", "phenomena": "phenomenon", "children": "child", "men": "man",
    "women": "woman", "people": "person", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "axes": "axis", "analyses": "analysis", "hypotheses": "hypothesis", "theses": "thesis",
    "crises": "crisis", "bases": "basis", "mitochondria": "mitochondrion", "bacteria": "bacterium",
    "data": "data", "leaves": "leaf", "lives": "life", "wolves": "wolf", "knives": "knife",
    "halves": "half", "shelves": "shelf", "appendices": "appendix", "media": "medium",
    "spectra": "spectrum", "nuclei": "nucleus", "radii": "radius", "fungi": "fungus",
    "stimuli": "stimulus", "alumni": "alumnus", "syllabi": "syllabus", "oxen": "ox",
    "schemata": "schema", "formulae": "formula", "larvae": "larva", "series": "series",
    "species": "species", "news": "news", "movies": "movie", "cookies": "cookie", "lies": "lie",
    "ties": "tie", "pies": "pie", "dies": "die", "shoes": "shoe", "toes": "toe", "lens": "lens",
    "kubernetes": "kubernetes", "https": "https", "ifrs": "ifrs", "ntfs": "ntfs", "ftps": "ftps",
    "smtps": "smtps", "ldaps": "ldaps", "devops": "devops", "windows": "windows", "aws": "aws", "this": "this", "gas": "gas", "gases": "gas",
    "buses": "bus", "biases": "bias", "bias": "bias", "alias": "alias", "aliases": "alias",
    "canvas": "canvas", "atlas": "atlas", "pandas": "pandas", "keras": "keras",
    "always": "always", "perhaps": "perhaps", "redis": "redis", "kinesis": "kinesis",
    "caches": "cache", "axles": "axle", "kinases": "kinase", "gpus": "gpu", "cpus": "cpu",
    "apis": "api", "amis": "ami", "menus": "menu", "skis": "ski", "taxis": "taxi",
    "emojis": "emoji", "tpus": "tpu", "npus": "npu", "vpus": "vpu", "urls": "url",
    "atria": "atrium", "vertebrae": "vertebra", "alveoli": "alveolus", "quanta": "quantum",
    "strata": "stratum", "ova": "ovum",
    "databases": "database", "houses": "house", "causes": "cause", "uses": "use",
}  # fmt: skip

CONTRACTIONS = {
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not",
    "wont": "will not", "shan't": "shall not", "ain't": "is not", "aint": "is not",
    "don't": "do not", "dont": "do not", "doesn't": "does not", "doesnt": "does not",
    "didn't": "did not", "didnt": "did not", "isn't": "is not", "isnt": "is not",
    "aren't": "are not", "arent": "are not", "wasn't": "was not", "wasnt": "was not",
    "weren't": "were not", "werent": "were not", "hasn't": "has not", "hasnt": "has not",
    "haven't": "have not", "havent": "have not", "hadn't": "had not", "wouldn't": "would not",
    "wouldnt": "would not", "shouldn't": "should not", "shouldnt": "should not",
    "couldn't": "could not", "couldnt": "could not", "mustn't": "must not",
    "needn't": "need not", "w/o": "without", "witout": "without", "wihtout": "without", "withot": "without",
    "wihout": "without", "withuot": "without", "withotu": "without", "witohut": "without", "i'm": "i am", "im": "i am", "it's": "it is",
    "that's": "that is", "thats": "that is", "they're": "they are", "you're": "you are",
    "we're": "we are", "theyre": "they are", "there's": "there is", "what's": "what is",
    "let's": "let us", "i'd": "i would", "i'll": "i will", "i've": "i have", "who's": "who is",
    "he's": "he is", "she's": "she is",
}  # fmt: skip


def american(word: str) -> str:
    """The American spelling of a folded word; other words come back unchanged."""
    known = BRITISH.get(word)
    if known is not None:
        return known
    if "is" in word or "ys" in word:
        if word in _ISE_KEEP or word.endswith("wise"):
            return word
        return _ISE.sub(r"\1z\2", word)
    if "our" in word and len(word) > 5:
        for british, plain in (("our", "or"), ("ours", "ors"), ("oured", "ored")):
            stem = word.removesuffix(british)
            if stem != word and stem + "our" in BRITISH:
                return stem + plain
    return word


def singular(word: str) -> str:
    """The singular of a folded English noun, near enough for comparing."""
    known = PLURALS.get(word)
    if known is not None:
        return known
    if len(word) < 4 or word[-1] != "s" or word[-2] in "suiy'":
        if word.endswith("ys") and len(word) > 4 and word[-3] in "aeo":
            return word[:-1]
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]
