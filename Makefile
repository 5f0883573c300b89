# Thin on purpose: one command each, all of it in scripts/.
.DEFAULT_GOAL := help
.PHONY: help run test lint demo sample-bundle bench fuzz setup

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## build everything, start it on http://localhost:8080 and fill it with the demonstration
	@scripts/run

test: ## install what is missing, then lint and every test there is
	@scripts/test

lint: ## formatting and clippy, for the machine and for the browser
	@scripts/lint

demo: ## the demonstration alone, into a running server: make demo URL=http://localhost:8080
	@URL='$(URL)' scripts/run demo

sample-bundle: ## the bundle of the demonstration's case: make sample-bundle OUT=path.zip
	@OUT='$(OUT)' scripts/run sample-bundle

bench: ## release build, then the measurements
	@scripts/run bench

fuzz: ## search for bytes that break a decoder: make fuzz SECONDS_EACH=600 TARGETS="event log"
	@SECONDS_EACH='$(SECONDS_EACH)' TARGETS='$(TARGETS)' scripts/fuzz

setup: ## install all that run and test need and that is missing
	@scripts/setup test
