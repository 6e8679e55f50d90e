"""What an advertisement asks for that only the person can judge: age, a drug test, nights."""

from careercli.core.reading.requirement import told

_WEIGHT = r"\d{2,3}[ -]?(?:lbs?\b|pounds?\b|kgs?\b|#)"
CONDITIONS = {
    "citizenship": told(
        "U.S. citizenship", r"\b(?:us|u\.s\.) citizen(?:ship)?\b|\bitar\b", "citizen itar"
    ),
    "sponsorship": told(
        "no visa sponsorship",
        r"\b(?:no|not|unable|cannot|without|won['’]?t)\b[^.;\n]{0,30}\bsponsor\w*|\bno visa\b",
        "sponsor visa",
    ),
    "authorization": told(
        "authorization to work in the U.S.",
        r"\bauthoriz(?:ed|ation) to work\b|\bwork authorization\b|\blegally (?:authorized"
        r"|eligible)\b|\b(?:uses?|participat\w+ in|an?|through|via|must pass) e-verify\b"
        r"|\be-verify (?:employer|participant|company|is|will|required)\b"
        r"|(?:^|[.;\n])\s*e-verify\s*(?=[.;!\n]|$)",
        "authoriz eligible e-verify",
    ),
    "age": told(
        "being {} or older",
        r"\b(?P<age>1[4-9]|2\d)\s?(?:\+|years?(?: of age| old)?)?,? (?:and|or)"
        r" (?:older|over|above)\b"
        r"|(?:^|[,:;(]\s?)(?P<item>1[68]|19|21)\+(?=\s*(?:[,;.)/]|$|w/|with\b))"
        r"|(?<!\d)(?<!\bto )(?<![-–])\b(?P<years>1[4-9]|2\d)\+? (?:years?|yrs?) (?:of age|old)\b"
        r"|\bminimum age(?: is| of|:)? (?P<least>\d\d)\b"
        r"|\bmust be (?:at least |over )?(?P<bare>1[4-9]|2\d)\b(?:\+"
        r"|(?! ?(?:%|lbs|pounds|miles|minutes|hours|days|weeks|months)))",
        "old age over above must +",
    ),
    "transportation": told(
        "reliable transportation",
        r"\b(?:reliable|dependable|own) (?:source of |means of )?(?:transport(?:ation)?|vehicle)\b",
        "transport vehicle",
    ),
    "tools": told(
        "your own tools",
        r"\b(?:own|have|provide your) (?:basic |hand |power |set of )*tools\b",
        "tools",
    ),
    "record": told(
        "a clean driving record",
        r"\b(?:moving|traffic) violations?\b|\bdriving (?:record|history)\b|\bmvr\b|\bclean dmv\b"
        r"|\bmotor vehicle (?:record|report)\b",
        "violation driving mvr dmv vehicle",
    ),
    "weld test": told(
        "a weld test",
        r"\bpass(?:es|ing)? (?:an? |the |our )?(?:[\w-]+ )?(?:x-?rays?\b|radiograph\w*"
        r"|weld(?:ing)? tests?|bend tests?)(?: tests?| inspection)?|\bx-?ray (?:quality|welds?)\b"
        r"|\bweld(?:ing)? tests?\b",
        "ray radiograph weld bend",
    ),
    "drug": told(
        "a drug test",
        r"(?<!no )(?<!without )\bdrug (?:screen\w*|scrn|test\w*)|\bsubstance abuse"
        r" (?:screen\w*|test\w*)|\bhair follicle\b|\bdrug-free\b",
        "drug follicle substance",
    ),
    "background": told(
        "a background check",
        r"\b(?:background|bg) (?:check|investigation|screening)"
        r"|\bb(?:c?kg(?:r?n?d)?|ckgrnd)\b(?! of)"
        r"|\bno felon\w+|\bfingerprint\w*",
        "background bg bkg bckg felon fingerprint",
    ),
    "lifting": told(
        "lifting {}",
        rf"\b(?:lift|carry|mov(?:e|ing)\b|push|pull|transfer)[a-z]*\b[^.;$\n\d]{{0,40}}"
        rf"(?P<amount>{_WEIGHT})|(?P<before>{_WEIGHT}) lift",
        "lift carry mov push pull transfer",
    ),
    "standing": told(
        "standing for long",
        r"\b(?:stand|be on your feet)(?:ing)? (?:for )?(?:\d+(?:[-–]\d+)? ?(?:hours|hrs)|long|all"
        r"|the entire|extended)[^.,;\n]{0,15}",
        "stand feet",
    ),
    "physical": told(
        "a physical test",
        r"\b(?:physical|agility|fitness)(?: (?:agility|ability|abilities|fitness|readiness))?"
        r" (?:tests?|assessment|battery)\b",
        "physical agility fitness",
    ),
    "portfolio": told(
        "a portfolio",
        r"\bportfolio of (?:[\w-]+ ){0,3}(?:work|samples|projects|pieces|designs?|writing)\b"
        r"|\b(?:writing|work|design) samples\b|\bportfolio (?:is )?required\b",
        "portfolio samples",
    ),
    "credit": told("a credit check", r"\bcredit (?:(?:&|and|/) \w+ )?checks?\b", "credit"),
    "bond": told("being bondable", r"\bbondable\b", "bondable"),
    "nights": told(
        "nights",
        r"(?<!no )(?<!no late )\b(?:night shifts?|nights|overnight(?:s)?|3rd shift|third shift"
        r"|graveyard)\b(?! (?:differential|audit))",
        "night 3rd third graveyard",
    ),
    "second shift": told("second shift", r"\b(?:2nd|second|evening) shift\b", "shift"),
    "weekends": told(
        "weekends",
        r"(?<!home )(?<!no )\b(?:week|wk)ends?\b(?! (?:off|required))|\bwknds?\b"
        r"|\bsaturdays?\b|\bsundays?\b|\bwed-sun\b",
        "weekend wkend wknd saturday sunday wed-sun",
    ),
    "holidays": told(
        "holidays", r"(?<!paid )(?<!observed )\bholidays?\b(?! pay| bonus| schedule)", "holiday"
    ),
    "on call": told(
        "being on call", r"(?<!no )\bon[- ]call (?:rotation|shift|weekends?|duty|\d)", "call"
    ),
    "travel": told(
        "travel {}",
        r"\btravel (?:up to )?(?P<amount>\d{1,3} ?%)|\b(?P<share>\d{1,3} ?%) travel\b"
        r"|\bwilling(?:ness)? to travel\b",
        "travel",
    ),
    "rotation": told(
        "{}", r"(?P<amount>\b\d{1,2}(?: days?)? on ?[/,]? ?\d{1,2}(?: days?)? off)\b", "off"
    ),
    "heat": told(
        "work in the heat", r"\b(?:degree|extreme|high) (?:heat|temperatures)\b", "heat temperature"
    ),
    "boots": told("steel-toe boots", r"\bsteel[- ]toe\w*", "steel"),
    "cold": told("work in the cold", r"\bfreezer\b|\bcold storage\b", "freezer cold"),
}
