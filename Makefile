# Needs Python 3.11 or later and make. Everything else comes from requirements.lock, into .venv.

PYTHON ?= python3
py := .venv/bin/python
# Through the interpreter, not the scripts: their first line cannot hold every folder name.
pip := $(py) -m pip install --quiet --disable-pip-version-check
run := PATH="$(CURDIR)/.venv/bin:$$PATH"
typed := domain projections cli tests $(wildcard examples/*.py)

export NO_COLOR := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help test demo bench torture docs lock clean

help:
	@echo 'make test   set up .venv, then lint, types, imports, tests with the coverage gate, docs'
	@echo 'make demo   set up what running needs, then play examples/demo.sh'
	@echo 'make bench  measure; make -s bench prints JSON lines and nothing else'
	@echo 'make torture  kill, fill, flip, cut off; print what was lost (a quarter of an hour)'
	@echo 'make docs   write the generated pages again'
	@echo 'make lock   write requirements.lock again from pyproject.toml'
	@echo 'make clean  remove .venv and what the tools left behind'

test: .venv/.dev .venv/.project
	$(py) -m ruff check .
	$(py) -m ruff format --check .
	$(py) -m mypy $(typed)
	.venv/bin/lint-imports --no-logo
	$(py) -m pytest --cov --cov-report=term
	@if [ -f tests/tools/generate_docs.py ]; then $(py) tests/tools/generate_docs.py --check; fi

demo: .venv/.project
	@# Compiled here, because the environment may forbid it at run time, and every command would compile anew.
	@$(py) -m compileall -q cli domain projections
	@$(run) examples/demo.sh

bench: .venv/.dev .venv/.project
	@$(py) -m tests.bench

torture: .venv/.dev .venv/.project
	@$(py) -m tests.torture

docs: .venv/.dev .venv/.project
	$(py) tests/tools/generate_docs.py

# Three stamps: what running needs, what developing needs beside it, the project itself.
# A new lock means a new environment, so that nothing stays behind that it no longer names.
.venv/.runtime: requirements.lock
	@echo 'Setting up .venv for running ...' >&2
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("nemcon needs Python 3.11 or later; name one with: make PYTHON=...")'
	@$(PYTHON) -m venv --clear .venv >&2
	@$(py) -c 'print(open("requirements.lock").read().partition("# Development")[0])' > .venv/runtime.lock
	@$(pip) --require-hashes -r .venv/runtime.lock >&2
	@echo > $@

.venv/.dev: .venv/.runtime
	@echo 'Setting up .venv for developing ...' >&2
	@$(pip) --require-hashes -r requirements.lock >&2
	@echo > $@

.venv/.project: pyproject.toml .venv/.runtime
	@$(pip) --no-deps --no-build-isolation --editable . >&2
	@# What pyproject.toml asks for and the lock lacks is found here: run make lock.
	@$(py) -m pip check --disable-pip-version-check >&2
	@echo > $@

# Two passes, so that the first part of the lock is all that running needs; both for Python 3.11 and later.
compile := .venv-lock/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate

lock:
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(compile) pyproject.toml --all-extras --group dev -o .venv-lock/all
	$(compile) pyproject.toml --group build -c .venv-lock/all -o .venv-lock/runtime
	without=; while read -r line; do case "$$line" in \
	    [a-z]*==*) without="$$without --no-emit-package $${line%%==*}";; esac; done < .venv-lock/runtime; \
	$(compile) pyproject.toml --all-extras --group dev -c .venv-lock/all $$without -o .venv-lock/dev
	{ echo '# Written by "make lock" from pyproject.toml.'; \
	  echo '# Runtime: what the command needs, and setuptools, which installs it.'; cat .venv-lock/runtime; \
	  echo; echo '# Development: what the tests and checks need beside it, and the extras.'; \
	  sed '/^$$/,$$d' .venv-lock/dev; } > requirements.lock

clean:
	@$(PYTHON) -c 'import pathlib, shutil; \
	[shutil.rmtree(p, ignore_errors=True) for name in (".venv", ".venv-lock", ".hypothesis", ".import_linter_cache", \
	".mypy_cache", ".pytest_cache", ".ruff_cache", "build", "dist", "htmlcov", "nemcon.egg-info") for p in [pathlib.Path(name)]]; \
	[p.unlink() for p in pathlib.Path(".").glob(".coverage*")]; \
	[shutil.rmtree(p) for top in ("domain", "projections", "cli", "tests") for p in [*pathlib.Path(top).rglob("__pycache__")]]'
