/* Where words may be divided, from the pattern files of the system.  The only
   user of libhyphen. */
#ifndef PAGE_HYPHEN_H
#define PAGE_HYPHEN_H

#include "base/units.h"

#include <stdint.h>

/* The patterns of a language and the words looked up before. */
struct hyphenator;

/* Least letters before and after a division, and of a divided word. */
enum { HYPHEN_BEFORE = 2, HYPHEN_AFTER = 3, HYPHEN_WORD = 5 };

/* Longer words are not divided. */
enum { HYPHEN_BYTES_MAX = 63 };

/* Opens the patterns of `lang`; owned by the caller, for the run.  NULL where
   they are not installed: then nothing is divided. */
struct hyphenator *hyphen_open(enum lang lang);

/* NULL is allowed. */
void hyphen_close(struct hyphenator *h);

/* Where the one word in `text` may be divided: bit k says that a line may end
   before byte k.  Punctuation around the word is allowed.  Nothing (0) for a
   short word, one with digits, with inner capitals or marks, or with letters
   the patterns do not know. */
uint64_t hyphen_points(
    const struct hyphenator *h, const char *text, size_t len);

#endif
