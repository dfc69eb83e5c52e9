/* What the files of this gem call of each other. */
#ifndef KOBAKO_NUMBERS_H
#define KOBAKO_NUMBERS_H

#include <mruby.h>
#include <kobako_replaced.h>

/* Goes on with a method of Ruby of the receiver, in the place of the one that was called. */
mrb_value kobako_go_on(mrb_state *mrb, mrb_sym name, int argc, const mrb_value *argv);

/* round(digits, half:) by `plain`, which knows of no `half:`. */
mrb_value kobako_round(mrb_state *mrb, mrb_value self, mrb_func_t plain);

struct kobako_method {
  mrb_sym name;
  mrb_func_t function;
  mrb_aspec aspec;
};

void kobako_define(mrb_state *mrb, struct RClass *c, const struct kobako_method *methods, int count);

#define KOBAKO_DEFINE(mrb, c, methods) kobako_define(mrb, c, methods, sizeof(methods) / sizeof((methods)[0]))

void kobako_init_math(mrb_state *mrb);
void kobako_init_pairs(mrb_state *mrb);
void kobako_init_rational(mrb_state *mrb);
void kobako_init_complex(mrb_state *mrb);
void kobako_init_integer(mrb_state *mrb);
void kobako_init_float(mrb_state *mrb);
void kobako_init_conversions_of_numbers(mrb_state *mrb);

#endif
