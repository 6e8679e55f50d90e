"""Guides that tests add."""

from pathlib import Path

KEEPER = Path(__file__).parents[1] / "data" / "lighthouse-keeper.toml"


FLORIST = """schema = 1
slug = "florist"
title = "Florist"
summary = "Arranges flowers before dawn."
other_titles = ["Flower Arranger"]
requirements = [{ any_of = ["flower-arranging"], need = "must", expected = { mid = 2 } }]
[sources.ours]
publisher = "Us"
title = "Our own count"
kind = "editorial"
[[pay]]
basis = "levels"
source = "ours"
points = { entry = 30000, mid = 40000, senior = 50000 }
[[tiers]]
title = "Florist"
level = "mid"
essence = "Ties."
changes = "Everything."
"""
