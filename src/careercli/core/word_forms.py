"""Other ways in which a word of a job title is written.

Each function proposes forms; whoever searches takes those that some job title really has, so that
a rule of spelling never turns one word into another.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "acct": ("accounts", "accounting", "accountant"),
    "acctg": ("accounting",),
    "admin": ("administrative", "administrator"),
    "asst": ("assistant",),
    "assoc": ("associate",),
    "backend": ("back end",),
    "bio": ("biology", "biological"),
    "biz": ("business",),
    "bldg": ("building",),
    "chem": ("chemistry", "chemical"),
    "coord": ("coordinator",),
    "cust": ("customer",),
    "dept": ("department",),
    "dev": ("developer", "development"),
    "dir": ("director",),
    "doc": ("doctor",),
    "econ": ("economics",),
    "elec": ("electrical", "electronic"),
    "elem": ("elementary",),
    "eng": ("engineer", "engineering"),
    "engr": ("engineer",),
    "equip": ("equipment",),
    "exec": ("executive",),
    "frontend": ("front end",),
    "fullstack": ("full stack",),
    "govt": ("government",),
    "info": ("information",),
    "instr": ("instructor",),
    "intl": ("international",),
    "kid": ("child", "children"),
    "kids": ("children", "child"),
    "lab": ("laboratory",),
    "lit": ("literature",),
    "mach": ("machine",),
    "maint": ("maintenance",),
    "math": ("mathematics", "mathematical"),
    "mech": ("mechanical", "mechanic"),
    "med": ("medical",),
    "mfg": ("manufacturing",),
    "mgmt": ("management",),
    "mgr": ("manager",),
    "mktg": ("marketing",),
    "natl": ("national",),
    "op": ("operator",),
    "oper": ("operator",),
    "ops": ("operations",),
    "pharm": ("pharmacy",),
    "poli": ("political",),
    "pres": ("president",),
    "prod": ("production",),
    "prof": ("professor",),
    "proj": ("project",),
    "psych": ("psychology", "psychiatric"),
    "purch": ("purchasing",),
    "rep": ("representative",),
    "reps": ("representatives",),
    "sci": ("science", "scientist"),
    "secy": ("secretary",),
    "spec": ("specialist",),
    "supt": ("superintendent",),
    "supv": ("supervisor",),
    "svc": ("service",),
    "svcs": ("services",),
    "swe": ("software engineer",),
    "sys": ("systems",),
    "tech": ("technician", "technical"),
    "techs": ("technicians",),
    "vet": ("veterinary", "veterinarian"),
    "vp": ("vice president",),
    "whse": ("warehouse",),
    "wkr": ("worker",),
}
"""Short forms and everyday words that advertisements and resumes use, with what they stand for."""


def written_out(title: str) -> Iterator[str]:
    """A title, and what its short forms may stand for: "Maint Tech", "maintenance technician"."""
    yield title
    words = re.findall(r"[\w'’&+-]+", title.lower())
    if not ABBREVIATIONS.keys().isdisjoint(words):
        forms = [ABBREVIATIONS.get(word, (word,)) for word in words]
        yield from (" ".join(form) for form in islice(product(*forms), MAX_FORMS))


MAX_FORMS = 8
"""Ways in which the short forms of a title are read, at most."""
COMPANIES = (
    dict.fromkeys(("uber", "lyft"), ("taxi",))
    | dict.fromkeys(("doordash", "grubhub", "instacart", "postmates"), ("delivery",))
    | dict.fromkeys(("fedex", "ups", "dhl"), ("package delivery", "delivery"))
    | dict.fromkeys(("usps",), ("postal",))
    | dict.fromkeys(("walmart", "costco", "kroger", "safeway"), ("retail", "store"))
    | dict.fromkeys(("starbucks", "dunkin"), ("coffee",))
    | dict.fromkeys(("mcdonalds", "wendys", "chipotle", "popeyes"), ("fast food",))
    | dict.fromkeys(("comcast", "xfinity", "verizon"), ("cable", "telecommunications"))
)
"""Companies that people name their job by, and the words that titles have for their trade."""

SPELLINGS = {
    "our": "or",
    "ae": "e",
    "oe": "e",
    "ould": "old",
    "ellery": "elry",
    "oollen": "oolen",
    "tyre": "tire",
    "plough": "plow",
    "aluminium": "aluminum",
    "grey": "gray",
    "kerb": "curb",
    "enqui": "inqui",
    "sulph": "sulf",
    "draught": "draft",
    "aeroplane": "airplane",
    "manoeuvr": "maneuver",
    "ammer": "amer",
    "enrolment": "enrollment",
    "fulfilment": "fulfillment",
    "instalment": "installment",
}
"""British spellings, anywhere in a word, and the American ones: the classes of differences of
VarCon 2019.10 (Kevin Atkinson and Benjamin Titze, wordlist.aspell.net)."""
SPELLED_ENDINGS = {
    f"{british}{rest}": f"{american}{rest}"
    for british, american, endings in (
        ("tre", "ter", ("", "s")),
        ("bre", "ber", ("", "s")),
        ("amme", "am", ("", "s")),
        ("ogue", "og", ("", "s")),
        ("que", "ck", ("", "s")),
        ("is", "iz", ("e", "es", "ed", "er", "ers", "ing", "ation", "ations", "ational")),
        ("ys", "yz", ("e", "es", "ed", "er", "ers", "ing")),
        ("ll", "l", ("ed", "er", "ers", "ing", "or", "ors", "ist", "ists", "ery")),
        ("enc", "ens", ("e", "es")),
        ("gein", "gin", ("g",)),
        ("ialit", "ialt", ("y",)),
    )
    for rest in endings
}
"""The same at the end of a word."""

VOCABULARY: dict[str, tuple[str, ...]] = {
    "barrister": ("attorney",),
    "biscuit": ("cookie",),
    "bookshop": ("bookstore",),
    "caravan": ("trailer",),
    "coffin": ("casket",),
    "dustbin": ("garbage",),
    "dustman": ("garbage collector",),
    "lorry": ("truck",),
    "luggage": ("baggage",),
    "maize": ("corn",),
    "maths": ("math",),
    "motorbike": ("motorcycle",),
    "motorway": ("highway",),
    "petrol": ("gasoline", "gas"),
    "postman": ("mailman",),
    "railway": ("railroad",),
    "rubbish": ("garbage", "trash"),
    "shop": ("store",),
    "solicitor": ("attorney",),
    "spanner": ("wrench",),
    "trousers": ("pants",),
    "windscreen": ("windshield",),
}
"""British words and the American ones of the same thing: those of VarCon's table of vocabulary
(voc.tab) whose British word means nothing else at work in the United States."""

PERSONS = ("man", "men", "woman", "women", "person", "people", "lady", "guy", "gal", "girl", "boy")
"""Words that say only that somebody does it, alone or at the end of another: "repairman"."""
GRAMMAR = frozenset(
    "a an the i me my your his her its our their some do does is are am be can should to"
    " for de en el la los las un una con cuanto gana ganan quiero ser me gusta trabajo trabajos"
    " trabajar".split()
)
"""Words, English and Spanish, that say nothing of a job beside others, though some are short forms
in capitals."""
MAX_SPELLED = max(map(len, SPELLED_ENDINGS))
MIN_STEM = 3


def short_form(word: str) -> tuple[str, ...]:
    """What an abbreviation, or a company, stands for, the likeliest first; else nothing."""
    return ABBREVIATIONS.get(word, ()) or COMPANIES.get(word, ())


def american(word: str) -> Iterator[str]:
    """What a British word would be in American spelling, or the American word for it."""
    singular = word.removesuffix("s")
    singular = f"{singular[:-2]}y" if word.endswith("ies") else singular
    yield from VOCABULARY.get(word, ()) or VOCABULARY.get(singular, ())
    for british, form in SPELLINGS.items():
        if british in word:
            yield word.replace(british, form)
    for size in range(2, min(len(word), MAX_SPELLED) + 1):
        if form := SPELLED_ENDINGS.get(word[-size:], ""):
            yield word[:-size] + form


def person_forms(word: str) -> Iterator[str]:
    """Other words for whoever does the same: "repairwoman", "repairman", "repairer"."""
    for end in PERSONS:
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= MIN_STEM and not stem.endswith("wo"):
            yield from (f"{stem}{other}" for other in ("man", "person", "woman") if other != end)
            yield f"{stem}er"


def gerunds(word: str) -> Iterator[str]:
    """What a verb is in -ing: "fix" or "fixes", "fixing"; "make", "making"; "cut", "cutting"."""
    if word.endswith("ing") and len(word) > len("sing"):
        yield word
        return
    for stem in dict.fromkeys((word, word.removesuffix("s"), word.removesuffix("es"))):
        if stem.endswith("ie"):
            yield f"{stem[:-2]}ying"
        elif stem.endswith("e"):
            yield f"{stem[:-1]}ing"
        if len(stem) > 1:
            yield f"{stem}ing"
            yield f"{stem}{stem[-1]}ing"


def splits(word: str) -> Iterator[tuple[str, str]]:
    """The two words that a compound may be made of: "farmhand", "farm hand"."""
    for place in range(3, len(word) - 2):
        yield word[:place], word[place:]
