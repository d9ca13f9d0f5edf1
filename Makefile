# Every command of the project. What they do is in deploy/local; `make help` lists them.

PYTHON ?= python3
N ?= 1000

.DEFAULT_GOAL := help
.PHONY: run stop reset demo synthetic release shell database test test-s3 bench lint check format lock bench-extraction bench-queue help

run stop reset demo release shell database test-s3 lint check format lock bench-extraction help:
	@$(PYTHON) -m deploy.local $@

test:
	@$(PYTHON) -m deploy.local test $(ARGS)

bench: N = 200000
bench:
	@$(PYTHON) -m deploy.local bench $(N)

bench-queue: N = 50000
bench-queue:
	@$(PYTHON) -m deploy.local bench-queue $(N)

synthetic:
	@$(PYTHON) -m deploy.local synthetic $(N)
