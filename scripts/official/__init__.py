"""Readers of the original files that `scripts/edition.py` makes `data/official/` of."""
