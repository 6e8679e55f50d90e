"""Words before what a person wishes for, or doesn't like, so that it isn't taken for a claim."""

from careercli.core.reading.text_pattern import Cue

# these are looked for in lower case

WISHED = Cue(
    r"(?<!s )(?<!people )\b(?:seeks?\b|seeking|wants?\b|wishes to|(?:would|['’]d) (?:like|love)"
    r"|looking (?:to|for|at becoming)|(?:hop(?:e|es|ing)|aspir(?:e|es|ing)|intend(?:s|ing)?|plans"
    r"|eager|keen|excited|ready|dream(?:s|ing)?|goal is|dream is) (?:to|of|for|on)"
    r"|(?:curious|excited|enthusiastic) (?:about|by)"
    r"|(?:transition|mov|switch|pivot|break|chang)(?:e|ing)? (?:in)?to (?:an? |the )?(?:new )?"
    r"(?:career|role|job|position|field)"
    r"|(?:transitioning|pivoting|breaking|moving|switching) into"
    r"|career (?:change|switch|transition)(?: (?:in)?to)?)\b"
    r"|^\W*(?:(?:career |professional |my )?(?:objective|goals?|dream(?: job)?"
    r"|(?:target|desired) (?:job|position|role))\s*:"
    r"|(?:(?:career |professional )?objective\W+)?to (?:obtain|secure|gain|find|land|become|begin"
    r"|pursue|enter|join)\b"
    r"|(?:an? )?(?:full[- ]time |part[- ]time |entry[- ]level |challenging )*(?:position|job|career"
    r"|opportunity) (?:in|as|with|where|that)\b)",
    "seek want wish would 'd ’d looking hop aspir intend plans eager keen excited ready dream goal "
    "curious enthusiastic career role job position field ing objective target desired opportunity "
    "obtain secure gain find land become begin pursue enter join",
)
"""Before what a person wants to do or learn; what others seek is theirs: "clients seeking"."""
DISLIKED = Cue(
    r"(?<!who )(?<!students )(?<!patients )(?<!clients )(?<!people )(?<!children )(?<!learners )"
    r"\b(?:hat(?:e|es|ed)(?! speech)|dislik(?:e|es|ed)|detests?|(?:afraid|scared|fear) of|fears"
    r"|nervous (?:about|with)|uncomfortable with|struggl(?:e|es|ed|ing) with"
    r"|(?:bad|poor|weak|terrible|no good|not good) (?:at|in|with))\b",
    "hat dislik detest afraid scared fear nervous uncomfortable struggl bad poor weak terrible "
    "good",
)
OWN = Cue(
    r"\b(?:(?:us(?:e|ing)|appl(?:y|ying)|utilize|utilizing|leverag(?:e|ing)|contribut(?:e|ing)"
    r"|shar(?:e|ing)|bring(?:ing)?|offer(?:ing)?)\b(?! for\b)|my\b|(?:with|have|has|bringing|over) "
    r"(?:over |more than )?(?:\d|strong|proven|extensive|solid|experience|excellent|several|many)"
    r"|skilled|proficient|certified|licensed|experienced|fluent)",
    "us appl utilize utilizing leverag contribut shar bring offer my with have has over skilled "
    "proficient certified licensed experienced fluent",
)
"""Behind a wish, before what a person has for it: "seeking a job where I can use my Spanish"."""
