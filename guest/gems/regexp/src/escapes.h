/* Escapes in a pattern's source. */
#ifndef KOBAKO_ESCAPES_H
#define KOBAKO_ESCAPES_H

#include <mruby.h>

mrb_bool kobako_contains(const char *source, size_t len, const char *part);

/* The source as the engine reads it. */
mrb_value kobako_engine_source(mrb_state *mrb, const char *p, size_t len);

/* Whether there are escapes like \xff, and in a row they are not a character. */
mrb_bool kobako_escaped_bytes_p(const char *p, size_t len, mrb_bool any);

/* What is wrong with an escape, NULL if nothing is. */
const char *kobako_escape_error(const char *source, size_t len);

/* Appends a source whose bytes beyond ASCII are shown as \xFF. */
void kobako_show_bytes(mrb_state *mrb, mrb_value out, const char *source, size_t len);

#endif
