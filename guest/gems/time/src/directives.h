/* Directives of strftime that stand for no others. */
#ifndef KOBAKO_DIRECTIVES_H
#define KOBAKO_DIRECTIVES_H

#include "growing_text.h"
#include "strftime.h"

struct kobako_directive {
  mrb_bool left, upper, change;
  char fill;     /* NUL for the usual one */
  int32_t width; /* 0 for the usual one */
  int colons;
};

/* Adds what a directive shows; FALSE for what is none. */
mrb_bool kobako_show_directive(struct kobako_growing *text, const struct kobako_shown *shown,
                               const struct kobako_directive *directive, char letter);

/* Adds a word as wide as the directive says; `change` is 1 for capitals and -1 for small letters. */
void kobako_show_cased(struct kobako_growing *text, const struct kobako_directive *directive, const char *bytes,
                       size_t len, int change);

#endif
