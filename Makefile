# `make run` and `make test` set up what they need. Only the package index is asked.

PYTHON ?= python3
VENV ?= .venv
RUNS ?= 20000
BENCH ?=
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test slowtest lint eval bench fuzz killtest models clean

help:            ## Show this list.
	@grep -E '^[a-z]+: .*##|^[a-z]+:  *##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

$(BIN)/dprk-events: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed. Say which with: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[report]'
	@touch $@

$(BIN)/.dev: $(BIN)/dprk-events
	$(BIN)/python -m pip install --quiet --editable '.[html,pdf,report,warc,zst]' $$($(PYTHON) tools/dev_requirements.py)
	@touch $@

run: $(BIN)/dprk-events   ## Extract the events of samples/, link and show them, and make a report.
	@mkdir -p out
	$(BIN)/dprk-events extract samples/*.txt --metadata samples/metadata.csv -o out/events.jsonl
	$(BIN)/dprk-events link out/events.jsonl -q -o out/happenings.jsonl
	$(BIN)/dprk-events report out/events.jsonl out/happenings.jsonl -o out/report.html

test: $(BIN)/.dev         ## Run the tests, a process for each core.
	$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile -m 'not slow'

slowtest: $(BIN)/.dev     ## Run the tests that take long: killed runs, benchmarks, other pipelines.
	$(BIN)/python -m pytest -q --numprocesses auto -m slow

lint: $(BIN)/.dev         ## Run ruff and mypy.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(BIN)/.dev         ## Measure on the annotated articles (the shared ones too, where they are).
	$(BIN)/python tools/evaluate.py
	$(BIN)/python tools/eval_rows.py
	$(BIN)/python tools/eval_items.py
	$(BIN)/python tools/eval_dates.py

bench: $(BIN)/.dev        ## Measure speed beside spaCy and dateparser; writes docs/benchmarks.md (BENCH=--memory: more).
	$(BIN)/python tools/bench.py $(BENCH)

fuzz: $(BIN)/.dev         ## Try RUNS inputs on reading and dates (default 20000).
	$(BIN)/python -m pip install --quiet $$($(PYTHON) tools/dev_requirements.py fuzz) || echo 'No atheris here: at random.' >&2
	$(BIN)/python -m tools.fuzz --runs $(RUNS)

killtest: $(BIN)/.dev     ## Kill runs at random moments, resume them, compare the output.
	$(BIN)/python tools/kill_test.py

clean:           ## Remove what the other goals made.
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
