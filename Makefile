# Targets: make, check, example, asan, lint, format, accept, bench, fuzz,
# torture, cov, install.  CONTRIBUTING.md explains them.

V ?= release
B := build/$(V)
CC ?= cc

PKGS := yaml-0.1 harfbuzz harfbuzz-subset libdeflate libutf8proc libmd
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wswitch-enum -Wformat=2 -Wundef -Wvla \
	-Wwrite-strings
FLAGS_release := -O2 -g
FLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -Werror
FLAGS_cov := -O0 -g --coverage
CFLAGS ?= $(FLAGS_$(V))
CPPFLAGS += -Isrc -D_POSIX_C_SOURCE=200809L
CFLAGS_ALL = -std=c11 $(WARN) -ffile-prefix-map=$(CURDIR)=. $(CFLAGS) \
	$(shell pkg-config --cflags $(PKGS))
LDLIBS_ALL = $(shell pkg-config --libs $(PKGS)) -lhpdf -liniparser -lhyphen

SRC := $(wildcard src/*.c src/*/*.c src/*/*/*.c)
OBJ := $(SRC:%.c=$(B)/%.o)

all: build/relatieprofiel

build/relatieprofiel: $(B)/relatieprofiel
	cp $< $@

$(B)/relatieprofiel: $(OBJ)
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LDLIBS_ALL)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d)

.PHONY: all
