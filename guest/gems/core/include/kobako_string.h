/* For methods of String that are written in C. */
#ifndef KOBAKO_STRING_H
#define KOBAKO_STRING_H

#include <mruby.h>

/* Defines a method of String in place of mruby's own in C, which it returns. */
mrb_func_t kobako_wrap_string(mrb_state *mrb, mrb_sym name, mrb_func_t function, mrb_aspec aspec);

/* A String or a Symbol as a String, or what answers to_str; raises TypeError. */
mrb_value kobako_string_of(mrb_state *mrb, mrb_value value);

#endif
