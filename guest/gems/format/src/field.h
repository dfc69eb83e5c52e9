/* A field of a format and the text that it is written to. */
#ifndef KOBAKO_FIELD_H
#define KOBAKO_FIELD_H

#include <mruby.h>

#define FLAG_SHARP (1u << 0)
#define FLAG_MINUS (1u << 1)
#define FLAG_PLUS (1u << 2)
#define FLAG_ZERO (1u << 3)
#define FLAG_SPACE (1u << 4)
#define FLAG_WIDTH (1u << 5)
#define FLAG_PRECISION (1u << 6)
#define FLAG_POINT (1u << 7)

/* Widths and precisions fit into 31 bits; the precision is -1 where none was given. */
struct field {
  unsigned flags;
  mrb_int width, precision;
  char type;
};

/* A number as it is laid out: sign (or 0), prefix, dots, and digits, before which `fill` goes up to `count`. */
struct digits {
  char sign, fill;
  const char *prefix, *text;
  size_t length;
  mrb_int count;
  mrb_bool dots;
};

void format_fill(mrb_state *mrb, mrb_value out, char c, mrb_int count);
void format_padded(mrb_state *mrb, mrb_value out, const struct field *field, const struct digits *digits);
void format_integer(mrb_state *mrb, mrb_value out, struct field field, mrb_value value);
void format_float(mrb_state *mrb, mrb_value out, struct field field, mrb_value value);

#endif
