/* What the files of this gem call of each other. */
#ifndef KOBAKO_NUMBERS_H
#define KOBAKO_NUMBERS_H

#include <mruby.h>

/* The function that a method is before one of this gem takes its place. */
mrb_func_t kobako_replaced(mrb_state *mrb, struct RClass *c, mrb_sym name);

void kobako_init_math(mrb_state *mrb);
void kobako_init_pairs(mrb_state *mrb);
void kobako_init_rational(mrb_state *mrb);
void kobako_init_complex(mrb_state *mrb);
void kobako_init_integer(mrb_state *mrb);
void kobako_init_float(mrb_state *mrb);
void kobako_init_conversions_of_numbers(mrb_state *mrb);

#endif
