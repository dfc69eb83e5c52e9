/* The line of a syntax error, with a caret. */
#ifndef KOBAKO_EXCERPT_H
#define KOBAKO_EXCERPT_H

#include <mruby.h>

/* A source text and the number of its first line. */
struct kobako_place {
  const char *source;
  size_t len;
  uint16_t line;
};

/* Appends the line of a syntax error and a caret under its column to a message; nothing if there is
   no such line. */
void kobako_cat_excerpt(mrb_state *mrb, mrb_value text, const struct kobako_place *place, uint16_t lineno, int column,
                        const char *message);

#endif
