/* Where a format is, and the arguments that its directives take. */
#ifndef KOBAKO_FORMAT_ARGUMENTS_H
#define KOBAKO_FORMAT_ARGUMENTS_H
#include <mruby.h>
#include "field.h"

enum arguments_by { BY_NOTHING, BY_ORDER, BY_NUMBER, BY_NAME };

struct format {
  mrb_state *mrb;
  mrb_value source, out;
  const char *p, *end;
  const mrb_value *argv;
  mrb_int argc, taken;
  enum arguments_by by;
  mrb_value hash;
};

/* The value that the field takes, if it has been said which, and the name of it. */
struct given {
  mrb_value value;
  const char *name;
  int name_length;
};

/* Raises ArgumentError. */
mrb_noreturn void format_invalid(struct format *f, const char *message);
mrb_value format_next_argument(struct format *f);
/* <name> or {name}, after which p is behind it. */
void format_take_name(struct format *f, struct given *given);
/* All that comes before the letter of a directive, which p is at then. */
void format_take_modifiers(struct format *f, struct field *field, struct given *given);
#endif
