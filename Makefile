# Begrepp: `make` builds the program and the site, `make test` runs all checks.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
BUILD_FLAGS ?=

.DEFAULT_GOAL := site
.PHONY: site build deps lint scripts test test-browser bench bench-paint install uninstall clean

# The site of this repository's content, and what it holds.
site: build
	@"$$($(SWIFT) build -c release --show-bin-path)/begrepp" build

build: deps
	$(SWIFT) build -c release --product begrepp $(BUILD_FLAGS)

# What the build needs and this machine lacks.
deps:
	@.ci/dependencies

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Plugins Package.swift

# What readers' browsers load, made small of what people read; kept in the repository, so that a build
# needs no esbuild. `make test` holds the two together.
SCRIPTS = site search
ESBUILD = esbuild --minify --charset=utf8 --log-level=error
scripts:
	@.ci/dependencies browser
	@for name in $(SCRIPTS); do \
	  $(ESBUILD) "--banner:js=// From Sources/Site/Scripts/$$name.js by 'make scripts'." \
	    --outfile=templates/assets/$$name.js --allow-overwrite Sources/Site/Scripts/$$name.js; \
	done

# Warnings are errors here. One build serves the tests and the program that they run.
test: export BEGREPP_STRICT = 1
test: lint
	@.ci/dependencies test
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build
	$(MAKE) test-browser

# The built site in Chromium; part of `make test`.
test-browser: .venv/installed
	@.ci/dependencies browser
	BEGREPP="$$($(SWIFT) build --show-bin-path)/begrepp" \
	  .venv/bin/python -m pytest -n 2 --dist loadgroup -c Tests/Browser/pytest.ini Tests/Browser

.venv/installed: Tests/Browser/requirements.txt
	@.ci/dependencies browser
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# What it all costs, as a table; see docs/performance.md.
bench: build
	$(SWIFT) build -c release --product benchmarks $(BUILD_FLAGS)
	@"$$($(SWIFT) build -c release --show-bin-path)/benchmarks" $(PARTS)
	@case " $(PARTS) " in "  "|*" paint "*) $(MAKE) --no-print-directory bench-paint;; esac

# How soon a reader sees a page: needs the browser of the tests.
bench-paint: .venv/installed
	@.venv/bin/python Benchmarks/paint.py "$$($(SWIFT) build -c release --show-bin-path)/begrepp"

# The program, its manual page and what the shells complete, where they look for it below share/.
MAN = man/man1
BASH = bash-completion/completions
ZSH = zsh/site-functions
FISH = fish/vendor_completions.d

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(SWIFT) build -c release --show-bin-path)/begrepp" "$(DESTDIR)$(PREFIX)/bin/begrepp"
	@for folder in $(MAN) $(BASH) $(ZSH) $(FISH); do install -d "$(DESTDIR)$(PREFIX)/share/$$folder"; done
	@program="$(DESTDIR)$(PREFIX)/bin/begrepp"; share="$(DESTDIR)$(PREFIX)/share"; \
	  "$$program" manual > "$$share/$(MAN)/begrepp.1" && \
	  "$$program" --generate-completion-script bash > "$$share/$(BASH)/begrepp" && \
	  "$$program" --generate-completion-script zsh > "$$share/$(ZSH)/_begrepp" && \
	  "$$program" --generate-completion-script fish > "$$share/$(FISH)/begrepp.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/begrepp" "$(DESTDIR)$(PREFIX)/share/$(MAN)/begrepp.1" \
	  "$(DESTDIR)$(PREFIX)/share/$(BASH)/begrepp" "$(DESTDIR)$(PREFIX)/share/$(ZSH)/_begrepp" \
	  "$(DESTDIR)$(PREFIX)/share/$(FISH)/begrepp.fish"

clean:
	rm -rf .build .begrepp .venv public
