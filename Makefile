.PHONY: check golden attack
check:
	.venv/bin/python scripts/check.py
golden:
	.venv/bin/python -m pytest tests/golden --renew
attack:
	.venv/bin/python -m benchmarks.attack
