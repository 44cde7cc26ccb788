# make            build/relatieprofiel
# make example    the first two reports, from a bare Debian
# make check      all tests
# make web        the page for a browser, build/web/relatieprofiel.html
# CONTRIBUTING.md has the others.

V ?= release
B := build/$(V)
CC ?= cc
PREFIX ?= /usr/local
MAKEFLAGS += --no-print-directory

PKGS := yaml-0.1 harfbuzz harfbuzz-subset libdeflate libpng libutf8proc libmd
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wswitch-enum -Wformat=2 -Wundef -Wvla \
	-Wwrite-strings
SAN := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
FLAGS_release := -O2 -g
FLAGS_asan := -O1 -g $(SAN) -Werror
FLAGS_gcc := -O2 -Werror
FLAGS_clang := -O1 -Werror
FLAGS_cov := -O0 -g --coverage
FLAGS_fuzz := -O1 -g $(SAN) -fsanitize=fuzzer-no-link
CFLAGS ?= $(FLAGS_$(V))
CPPFLAGS += -Isrc -D_POSIX_C_SOURCE=200809L
CFLAGS_ALL = -std=c11 $(WARN) -ffile-prefix-map=$(CURDIR)=. $(CFLAGS) \
	$(PKG_CFLAGS)
LDLIBS_ALL = $(PKG_LIBS) -lhpdf -liniparser -lhyphen -lm
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)

SRC := $(wildcard src/*/*.c src/*/*/*.c)
ALL := $(SRC:%.c=$(B)/%.o)
LIB := $(filter-out $(B)/src/cli/main.o,$(ALL))
OBJ := $(filter-out $(B)/src/web/%,$(ALL))
ENGINE := $(filter-out $(B)/src/cli/%,$(OBJ))
EMBED := $(B)/examples/embed/embed
UNIT := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/*/test_*.c))
UNIT_LIB := $(patsubst %.c,$(B)/%.o,$(wildcard tests/unit/*.c))
FUZZ := $(patsubst %.c,build/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

DUTCH := build/locale/nl/LC_MESSAGES/relatieprofiel.mo

all: build/relatieprofiel $(DUTCH)

$(DUTCH): po/nl.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Renamed into place, so that a test that runs the old one is not disturbed.
build/relatieprofiel: build/release/relatieprofiel
	cp $< $@.new
	mv -f $@.new $@

$(B)/relatieprofiel: $(OBJ)
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LDLIBS_ALL)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(B)/tests/%.o: CPPFLAGS += -I.

$(UNIT): $(B)/%: %.c $(UNIT_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< \
		$(UNIT_LIB) $(LIB) -lcmocka $(LDLIBS_ALL)

# The engine alone, as another program has it.
$(EMBED): examples/embed/embed.c $(ENGINE)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< $(ENGINE) \
		$(LDLIBS_ALL)

FUZZ_LIB := build/fuzz/tests/fuzz/fuzz.o \
	build/fuzz/tests/unit/fake_metrics.o build/fuzz/tests/unit/debian.o \
	build/fuzz/tests/unit/trees.o
build/fuzz/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) -fsanitize=fuzzer -MMD -MP -o $@ \
		$< $(FUZZ_LIB) $(LIB) $(LDLIBS_ALL)

deps-%:
	@sh tests/install-deps.sh $(subst -, ,$*)

example: deps-build
	@$(MAKE) -s -j2 all
	@mkdir -p build/examples
	@build/relatieprofiel render examples/juf-anne.yaml -d build/examples
	@echo "Made: build/examples/LP-0017.handout.pdf"
	@echo "      build/examples/LP-0017.coach.pdf"

web: deps-build-web
	@$(MAKE) -s -j2 build/web/relatieprofiel.html
	@$(MAKE) -s -j2 all
	@build/relatieprofiel render -l web/leaflet.ini -d build/web --force -q
	@echo "Made: build/web/relatieprofiel.html"
	@echo "      build/web/je-eerste-profiel.pdf"

# The tests of the page alone, which `make check` has too.
check-web: deps-build-web-browser
	@$(MAKE) -s -j2 all build/web/relatieprofiel.html
	@tests/web/check.sh build/relatieprofiel

check: deps-build-check-web-browser
	@$(MAKE) -s -j2 all
	@$(MAKE) -s -j2 tests V=$(V)

# All tests on the variant V.
tests: $(B)/relatieprofiel $(EMBED) $(UNIT) $(DUTCH) build/web/relatieprofiel.html
	@tests/check.sh $(B)/relatieprofiel $(EMBED) $(UNIT)

asan: deps-build-check-web-browser
	@$(MAKE) -s -j2 tests V=asan

lint: deps-build-lint
	@$(MAKE) -s -j2 all
	@tests/lint.sh

format:
	clang-format -i $$(find src tests examples -name '*.[ch]')

# Random cases by the thousand, on the variant V; `make check` has a few.
torture: deps-build-check-web-browser
	@$(MAKE) -s -j2 all $(B)/relatieprofiel build/web/relatieprofiel.html
	@python3 tests/oracle.py $(B)/relatieprofiel 1000
	@python3 tests/faults.py $(B)/relatieprofiel
	@python3 tests/mutate.py $(B)/relatieprofiel 1000
	@python3 tests/typed.py $(B)/relatieprofiel 100000
	@python3 tests/tidy.py $(B)/relatieprofiel 5000
	@python3 tests/assets.py $(B)/relatieprofiel 1000
	@WEB_REPORTS=500 tests/web/check.sh build/relatieprofiel test_worker

# Messages of the source into po/nl.po; new ones wait there for their Dutch.
XGETTEXT := xgettext --from-code=UTF-8 --no-location --sort-output -k_ \
	-kdiag_error:4 -kdiag_warning:4 -kdiag_remark:4 -kdiag_help:2 \
	-kdiag_note:3 -kdiag_words:2 -kDIAG_WORDS -kengine_fault:2 -kfail:3 --package-name=relatieprofiel
build/messages.pot: $(SRC)
	@mkdir -p $(@D)
	$(XGETTEXT) -o $@ $(SRC)

po: build/messages.pot
	msgmerge -q --no-fuzzy-matching --no-location -s -U --backup=none \
		po/nl.po build/messages.pot

# Writes what comes out as what is expected; read the diff before the commit.
accept: all
	@ACCEPT=1 tests/run.sh build/relatieprofiel

# What PERFORMANCE.md explains.
bench: deps-build-check-web-browser
	@$(MAKE) -s -j2 all $(B)/tests/bench/measure $(B)/tests/bench/bench_line \
		build/web/relatieprofiel.html
	@tests/bench/bench.sh build/relatieprofiel $(B)/tests/bench/measure \
		$(B)/tests/bench/bench_line
	@node tests/web/bench.mjs build/relatieprofiel

$(B)/tests/bench/%: tests/bench/%.c $(UNIT_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< \
		$(UNIT_LIB) $(LIB) $(LDLIBS_ALL)

FUZZ_SECONDS ?= 20
fuzz: deps-build-lint
	@$(MAKE) -s -j2 V=fuzz CC=clang fuzzers
	@for f in $(FUZZ); do tests/fuzz/run.sh $$f $(FUZZ_SECONDS) || exit 1; done
fuzzers: $(FUZZ)

cov: deps-build-check-web-browser
	@$(MAKE) -s -j2 tests V=cov
	@cd build/cov && gcov -n -o . $(SRC:%.c=%.gcda) 2>/dev/null | \
		awk -F"'" '/^File .src/ { f = $$2 } \
		/^Lines/ && f { split($$0, p, /[:%]/); printf "%6.1f%% %s\n", p[2], f; f = "" }' | \
		sort -n

SHARE = $(DESTDIR)$(PREFIX)/share/relatieprofiel
install: all
	install -D -m 755 build/relatieprofiel $(DESTDIR)$(PREFIX)/bin/relatieprofiel
	for d in rules layouts fonts examples; do \
		install -d $(SHARE)/$$d && \
		ls $$d/*.ini $$d/*.yaml $$d/*-logo.png 2>/dev/null | \
		xargs install -m 644 -t $(SHARE)/$$d || exit 1; done
	[ ! -e build/web/relatieprofiel.html ] || \
		install -m 644 build/web/relatieprofiel.html $(SHARE)
	install -D -m 644 man/relatieprofiel.1 \
		$(DESTDIR)$(PREFIX)/share/man/man1/relatieprofiel.1
	install -D -m 644 man/relatieprofiel-formats.5 \
		$(DESTDIR)$(PREFIX)/share/man/man5/relatieprofiel-formats.5

	install -D -m 644 $(DUTCH) \
		$(DESTDIR)$(PREFIX)/share/locale/nl/LC_MESSAGES/relatieprofiel.mo

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/relatieprofiel \
		$(DESTDIR)$(PREFIX)/share/man/man1/relatieprofiel.1 \
		$(DESTDIR)$(PREFIX)/share/man/man5/relatieprofiel-formats.5
	rm -f $(DESTDIR)$(PREFIX)/share/locale/nl/LC_MESSAGES/relatieprofiel.mo
	rm -rf $(SHARE)

clean:
	rm -rf build

include web/web.mk

-include $(wildcard $(B)/*/*/*.d $(B)/*/*/*/*.d)

.SECONDARY:
.PHONY: all web po example check check-web tests asan lint format accept bench fuzz fuzzers torture \
	cov install uninstall clean
