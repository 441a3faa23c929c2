# `make` lists the targets. Everything is built with the Swift toolchain and three C libraries, which `make setup`
# brings, together with qpdf, which counts the pages of PDFs, and hunspell, which checks the spelling of texts.

SWIFT ?= swift
PREFIX ?= /usr/local
EXAMPLES := examples/mem-2022
SWIFT_SOURCES := Sources Tests Package.swift $(wildcard Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources)
LONGEST_FILE := 500
# Beside the compiler stand the clang and the llvm-cov that fit it; others may come first on the path.
TOOLCHAIN = $(dir $(realpath $(shell command -v $(firstword $(SWIFT)))))
tool = $(or $(wildcard $(TOOLCHAIN)$(1)),$(1))

RELEASE := .build/release/validate
STATIC := .build-static/release/validate
COVERAGE := .build-coverage

.DEFAULT_GOAL := help
.PHONY: help setup release demo test conformance dependence fuzz corpus sanitize lint spelling coverage static install bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

# A library is missing when the smallest program that uses it does not build: that also finds one that was not
# installed as a package.
YAML_PROGRAM := \#include <yaml.h>\nint main(void) { return !yaml_get_version_string(); }\n
ZIP_PROGRAM := \#include <minizip/unzip.h>\nint main(void) { return unzClose(0) == 0; }\n
RE2_PROGRAM := \#include <re2/re2.h>\nint main() { return !RE2::FullMatch("a", "a"); }\n
builds = printf '$(2)' | $(call tool,clang) -x $(1) - $(3) -o "$$program"
has_yaml = $(call builds,c,$(YAML_PROGRAM),-lyaml)
has_re2 = $(call builds,c++,$(RE2_PROGRAM),-std=c++17 -lre2 -lstdc++)
has_zip = $(call builds,c,$(ZIP_PROGRAM),-lminizip -lz)
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive

has_hunspell = hunspell -d es_ES -l </dev/null

setup: ## install the C libraries, qpdf and hunspell (apt-get) where they are missing
	@command -v $(SWIFT) >/dev/null || { echo "setup: there is no $(SWIFT); see https://www.swift.org/install" >&2; exit 1; }
	@program=$$(mktemp); trap 'rm -f "$$program"' EXIT; packages=; \
	{ $(has_yaml); } 2>/dev/null || packages="$$packages libyaml-dev"; \
	{ $(has_re2); } 2>/dev/null || packages="$$packages libre2-dev"; \
	{ $(has_zip); } 2>/dev/null || packages="$$packages libminizip-dev"; \
	command -v qpdf >/dev/null || packages="$$packages qpdf"; \
	{ $(has_hunspell); } 2>/dev/null || packages="$$packages hunspell hunspell-es"; \
	command -v pkg-config >/dev/null || packages="$$packages pkg-config"; \
	[ -n "$$packages" ] || exit 0; \
	echo "setup: missing:$$packages"; \
	command -v apt-get >/dev/null || { echo "setup: there is no apt-get; install them by hand" >&2; exit 1; }; \
	$(AS_ROOT) apt-get update -qq && \
	$(AS_ROOT) apt-get install -qq --no-install-recommends $$packages >/dev/null && \
	{ $(has_yaml); } && { $(has_re2); } && { $(has_zip); } && command -v qpdf >/dev/null && { $(has_hunspell); } && \
	echo "setup: installed"

release: setup
	@$(SWIFT) build --quiet -c release --product validate

# Exit code 1 says that a reply has errors, which is an answer. From 2 on something is wrong with the demonstration.
check = echo '$$ validate check $(1)'; $(RELEASE) check $(1); code=$$?; echo "exit code $$code"; echo; [ $$code -le 1 ]

demo: release ## check both example replies, then draft Peru's findings
	@$(call check,$(EXAMPLES)/mexico.yaml)
	@$(call check,$(EXAMPLES)/peru.yaml)
	@echo '$$ validate draft $(EXAMPLES)/peru.yaml'
	@$(RELEASE) draft $(EXAMPLES)/peru.yaml

# What passed is one line, what was skipped says why; what failed is told whole.
test: setup ## run all tests (RECORD=1 writes the recorded outputs anew)
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	$(SWIFT) test --disable-xctest >"$$log" 2>&1 && \
	{ sed -n 's/^conformance //p' "$$log"; grep -E '^(➜|✔ Test run)' "$$log"; } || { cat "$$log"; exit 1; }

dependence: setup ## try every answer to every item of the MEM (ten minutes; make test tries every sixth item)
	@DEPENDENCE=all $(SWIFT) test --disable-xctest --filter DependenceTests

conformance: setup ## what passes of cel-spec's vectors, a row a suite
	@log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	$(SWIFT) test --disable-xctest --filter ConformanceTests >"$$log" 2>&1; code=$$?; \
	sed -n 's/^conformance //p' "$$log"; grep -E '^(➜|✘|↳ [a-z0-9_]+/)' "$$log"; exit $$code

# The instrumentation must reach the library, and lld is the linker that can take it. Without `enable=no` the crash reporter
# waits for a debugger that never comes.
FUZZ_BUILD = $(SWIFT) build --quiet -c release --package-path Fuzz \
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld
FUZZ := SWIFT_BACKTRACE=enable=no Fuzz/.build/release/fuzz
FUZZ_TARGETS := parse check evaluate
RUNS ?= 10000000

fuzz: setup ## look for inputs that break the expressions (RUNS=10000000 of each kind); keeps what it finds
	@$(FUZZ_BUILD)
	@for target in $(FUZZ_TARGETS); do \
	  folder=Fuzz/.build/corpus/$$target; mkdir -p $$folder Fuzz/.build/finds; \
	  $(FUZZ) unpack Fuzz/corpus/$$target.txt $$folder; \
	  echo "== $$target"; \
	  $(FUZZ) $$target -runs=$(RUNS) -max_len=200 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
	    -artifact_prefix=Fuzz/.build/finds/$$target- $$folder >Fuzz/.build/$$target.log 2>&1; code=$$?; \
	  tail -n 8 Fuzz/.build/$$target.log; [ $$code = 0 ] || exit 1; \
	done

corpus: setup ## run the inputs that fuzzing has kept
	@$(FUZZ_BUILD)
	@for target in $(FUZZ_TARGETS); do $(FUZZ) replay $$target Fuzz/corpus/$$target.txt || exit 1; done

sanitize: setup ## the tests under the address and the thread sanitizer
	@for kind in address thread; do \
	  echo "== $$kind"; $(SWIFT) test --quiet --disable-xctest --sanitize=$$kind --scratch-path .build-$$kind || exit 1; \
	done

lint: ## format, strictly, and the length of files
	@$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	@find $(SWIFT_SOURCES) -name '*.swift' -exec wc -l {} + | \
	  awk '$$2 != "total" && $$1 > $(LONGEST_FILE) {print $$2 ": " $$1 " lines, more than $(LONGEST_FILE)"; bad = 1} END {exit bad}'

# A language, and the dictionaries that it is checked against.
SPELLING := es:es_ES

spelling: ## the spelling of all texts for people, against hunspell and Tests/Spelling/*.words
	@$(foreach pair,$(SPELLING),Tests/Spelling/check.sh $(subst :, ,$(pair)) &&) true

# Swift knows lines and regions, no branches; a branch is a region.
coverage: setup ## lines and regions that tests reach, by target
	@mkdir -p $(COVERAGE)
	@$(SWIFT) test --quiet --disable-xctest --enable-code-coverage --scratch-path $(COVERAGE) >$(COVERAGE)/log 2>&1 || \
	  { cat $(COVERAGE)/log; exit 1; }
	@printf '%-14s %8s %8s\n' target lines regions
	@for target in Documents Expressions RulesEngine Questionnaire EvidenceFiles validate; do \
	  report=$$($(call tool,llvm-cov) report $(COVERAGE)/debug/validatePackageTests.xctest \
	    -instr-profile $(COVERAGE)/debug/codecov/default.profdata Sources/$$target) || exit 1; \
	  echo "$$report" | awk -v target=$$target '$$1 == "TOTAL" {printf "%-14s %8s %8s\n", target, $$10, $$4}'; \
	done

# All in one file, symbols stripped. Where a static C library is missing, the Swift runtime alone is linked in.
static: setup
	@mkdir -p .build-static
	@build="$(SWIFT) build --quiet -c release --product validate --scratch-path .build-static -Xlinker -s"; \
	$$build -Xswiftc -static-executable 2>.build-static/log || \
	{ echo 'static: a static executable does not link here (.build-static/log); linking the Swift runtime only'; \
	  $$build --static-swift-stdlib; }

install: static ## install below PREFIX (/usr/local), with completions for bash, zsh and fish
	@install -D -m 755 $(STATIC) $(DESTDIR)$(PREFIX)/bin/validate
	@completions() { \
	  mkdir -p "$(DESTDIR)$(PREFIX)/$$2" && $(STATIC) --generate-completion-script $$1 >"$(DESTDIR)$(PREFIX)/$$2/$$3"; \
	}; \
	completions bash share/bash-completion/completions validate && \
	completions zsh share/zsh/site-functions _validate && \
	completions fish share/fish/vendor_completions.d validate.fish
	@echo "installed $(DESTDIR)$(PREFIX)/bin/validate"

# Times are printed, instructions and calls are gates; those need valgrind.
bench: setup ## reading a reply against libyaml alone, and evaluating expressions against two other engines
	@$(SWIFT) run --quiet -c release --package-path Benchmarks bench
	@Benchmarks/compare.py
	@$(SWIFT) run --quiet -c release --package-path Benchmarks expressions threads
	@Benchmarks/instructions.sh
	@Benchmarks/evaluations.sh

clean: ## remove what was built
	@rm -rf .build .build-* Benchmarks/.build Fuzz/.build
