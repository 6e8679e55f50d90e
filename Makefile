.PHONY: check golden
check:
	.venv/bin/python scripts/check.py
golden:
	.venv/bin/python -m pytest tests/golden --renew
