# Every target makes the environment it needs; nothing is done twice.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check

RUNTIME     := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
# The tests' validators of HTML and linked data are npm's; without npm these tests say they are skipped.
VALIDATORS  := $(if $(shell command -v npm),tests/validators/node_modules/.package-lock.json)

.DEFAULT_GOAL := help
.PHONY: build serve test lint format model check bench bench-translation lock clean distclean help install install-dev

build: $(RUNTIME) ## Read seeds/, write docs/ and site/
	$(BIN)/python -m summarizer build $(ARGS)

serve: $(RUNTIME) ## Build, then show the site on http://localhost:8000
	$(BIN)/python -m summarizer serve $(ARGS)

model: $(RUNTIME) ## Install the German→English translation model (ARGS="--from FILE" without internet)
	$(BIN)/python -m summarizer model install $(ARGS)

test: $(DEVELOPMENT) $(VALIDATORS) ## Run every test (ARGS="tests/reading -k utf" for some)
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: $(DEVELOPMENT) ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEVELOPMENT) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

check: $(RUNTIME) ## Check the built site against its articles
	$(BIN)/python -m summarizer check

install: $(RUNTIME) ## Create the environment that `make build` uses

install-dev: $(DEVELOPMENT) ## Create the environment that `make test` uses

# --no-deps: the lock is complete, and argostranslate's own list would bring torch and stanza
# (see requirements/overrides.txt).
$(RUNTIME): requirements/runtime.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/runtime.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): $(RUNTIME) requirements/development.txt
	$(PIP) install --quiet --no-deps --require-hashes -r requirements/development.txt
	@touch $@

tests/validators/node_modules/.package-lock.json: tests/validators/package-lock.json
	npm ci --prefix tests/validators --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench: $(DEVELOPMENT) ## Measure extraction, builds and pages (ARGS="--articles 1,100,1000")
	$(BIN)/python -m bench.run $(ARGS)

bench-translation: $(DEVELOPMENT) ## Measure translation against argostranslate.translate
	$(BIN)/python bench/translation.py $(ARGS)

lock: ## Resolve requirements/*.in again into the pinned, hashed locks
	@test -x $(BIN)/uv || $(PIP) install --quiet uv
	cd requirements && for name in runtime development; do \
	  ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --upgrade --override overrides.txt $$name.in -o $$name.txt || exit; \
	done

clean: ## Remove what builds made; installed models stay
	rm -rf site docs/de docs/en build-report.json .cache/summaries .cache/catalogues .cache/editions .cache/memory \
	  .cache/staging .cache/build.json .cache/site.json

distclean: clean ## Remove the environment and the models, too
	rm -rf $(VENV) .cache

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
