"""The commented skeleton that `guide new` writes."""

TEMPLATE = """\
# A careercli guide. `careercli guide check SLUG.toml` says what is missing or wrong;
# `careercli guide schema` gives the format to an editor. Only schema, slug, title, summary and
# sources are needed; leave out a part with nothing particular to say.

schema = 1
slug = "SLUG"
title = "TITLE"
summary = "TODO: what the job is, in a sentence or two."
other_titles = []                # other titles people use for this job
# family = "product"             # a group for `list --family`
responsibilities = []            # what one is answerable for, a sentence each
pros = []                        # what people in the job like
cons = []                        # and what they do not
mistakes = []                    # what beginners get wrong
advice = []                      # what helps

# Skills are ids of the vocabulary (`careercli profile set` completes them).
tech_stack = []                  # such as { skills = ["jira"] }
soft_skills = []                 # such as { skills = ["patience"], text = "Waiting well" }

# What the gap counts. need: must, should, nice. Levels: 1 basic, 2 working, 3 advanced,
# 4 expert; a career level that does not ask for it is left out.
requirements = [
  # { any_of = ["jira", "asana"], need = "must", expected = { entry = 1, mid = 2, senior = 3 } },
]

# Where figures come from. kind: survey, projection, published-estimate, published-claim,
# official-fact, editorial. Every figure names one of these sources; where a figure stands in a
# sentence, its source says so: covers = ["education", "faq[2]"].
[sources.editorial]
publisher = "TODO: you"
title = "Own judgment"
kind = "editorial"

# [soc]                          # the nearest official occupation
# code = "13-1082"
# match = "broader"              # exact, close or broader

# [[pay]]                        # one for each source
# basis = "levels"               # or percentiles: p10, p25, p50, p75, p90
# source = "editorial"
# points = { entry = 40000, mid = 50000, senior = 60000 }

# [[tiers]]                      # from the lowest up
# title = "Junior TITLE"
# level = "entry"                # entry, mid, senior, lead, or none
# years = { start = 0, end = 2 }
# source = "editorial"           # where the years are from
# essence = "The tier in one line."
# changes = "What one decides and owns here."

# [[education.certificates]]
# name = "Certified Associate in Project Management"
# short = "CAPM"
# issuer = "Project Management Institute"
# source = "editorial"
# credential = "capm"            # an id that `careercli show capm` knows
# asked = "sometimes"            # always, usually or sometimes

# [[day]]
# start = "09:00"
# end = "12:00"
# name = "Morning"
# focus = "What this part of the day is for"
# activities = ["What is done."]

# hiring = "..."                 # how the first job is found, and what is asked for
# week = "..."                   # what differs from day to day: nights, seasons, overtime
# body_risk = "..."              # what the work does to the body, and its dangers
# pay_talk = "..."               # what moves pay: shift, license, union scale, tips, region

# [entry_cost]                   # money and time to the first pay
# text = "What is paid, by whom, and when."
# credentials = ["cdl-a"]

# [ai_tools]                     # which tasks software and machines change
# date = "2026-11"
# text = "What is changing."

# [[related]]
# title = "Product Coordinator"
# slug = "product-coordinator"
# why = "How one gets from here to there."

# [[faq]]
# question = "What do people ask?"
# answer = "What one would tell a friend."
"""
