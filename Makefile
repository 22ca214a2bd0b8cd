# The doors of the project. packaging/set_up.py does the work, so that Windows and macOS have the same.
PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test bench lint ready clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## open the window on the sample office; without a screen, the same journey on the command line
	@$(PYTHON) packaging/set_up.py run $(ARGS)

test: ## run every test, without a screen (ARGS="-k words" for some of them)
	@$(PYTHON) packaging/set_up.py test $(ARGS)

bench: ## measure the program beside the bare minimum that does the same
	@$(PYTHON) packaging/set_up.py bench $(ARGS)

lint: ## check style and types
	@$(PYTHON) packaging/set_up.py lint

ready: ## set up and stop there
	@$(PYTHON) packaging/set_up.py ready

clean: ## remove what was made, but for the sample office and what you typed into it
	@rm -rf .venv dist build/journey .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
