/* What the methods that print print, as a String. */
#ifndef KOBAKO_PRINTED_TEXT_H
#define KOBAKO_PRINTED_TEXT_H

#include <mruby.h>

/* A line for each argument, and for each element of an Array. */
mrb_value kobako_lines_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv);

/* The arguments one after the other. */
mrb_value kobako_strings_of(mrb_state *mrb, mrb_int argc, const mrb_value *argv);

/* A line for each argument's `inspect`. */
mrb_value kobako_inspected(mrb_state *mrb, mrb_int argc, const mrb_value *argv);

/* The first character of a String, or the byte of a number. */
mrb_value kobako_character_of(mrb_state *mrb, mrb_value object);

#endif
