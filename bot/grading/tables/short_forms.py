"""Everyday short forms: a word cut short that stands for one word only."""

SHORT_FORMS = {
    "config": "configuration", "async": "asynchronous", "sync": "synchronous",
    "spec": "specification", "eval": "evaluation", "param": "parameter", "max": "maximum",
    "min": "minimum", "avg": "average", "std": "standard", "prod": "production",
    "env": "environment", "app": "application", "info": "information", "doc": "document",
    "repo": "repository", "db": "database", "algo": "algorithm", "regex": "regular expression",
    "conv": "convolutional", "seq": "sequence", "init": "initialization", "dir": "directory",
    "lib": "library", "pkg": "package", "stat": "statistic", "approx": "approximately",
    "freq": "frequency", "coeff": "coefficient", "coef": "coefficient",
    "hyperparam": "hyperparameter", "preproc": "preprocessing", "govt": "government",
    "dept": "department", "univ": "university", "intl": "international", "corp": "corporation", "co": "company", "inc": "incorporated",
    "ltd": "limited", "dr": "doctor", "prof": "professor", "jr": "junior", "jnr": "junior", "sr": "senior", "snr": "senior",
    "op": "opus", "art": "article", "mt": "mount", "st": "saint", "ste": "saint", "sankt": "saint", "ft": "fort", "temp": "temperature", "vs": "versus", "dev": "development",
    "auth": "authentication", "perm": "permission", "cert": "certificate", "admin": "administrator",
    "mgmt": "management", "mgr": "manager", "msg": "message", "req": "request", "resp": "response",
    "num": "number", "img": "image", "vid": "video", "vocab": "vocabulary", "dim": "dimension",
    "dist": "distribution", "prob": "probability", "calc": "calculation", "gov": "government",
    "comm": "communication", "intro": "introduction", "lab": "laboratory",
    "exam": "examination", "photo": "photograph", "phone": "telephone", "tv": "television",
    "usa": "us", "jan": "january", "feb": "february",
    "apr": "april", "jun": "june", "jul": "july", "aug": "august", "sep": "september",
    "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
"""Short base → the base it stands for."""
