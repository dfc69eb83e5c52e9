/* Integers of binary digits, and of digits that are some of these each. */
#ifndef KOBAKO_BINARY_DIGITS_H
#define KOBAKO_BINARY_DIGITS_H

#include <mruby.h>

/*
 * Reads digits of a base that is a power of two: 0 means as the prefix says, -8 that and else octal. FALSE for another
 * base, or what is no number; where `whole`, for what has anything but blanks behind it.
 */
mrb_bool kobako_binary_digits(mrb_state *mrb, mrb_value text, mrb_int base, mrb_bool whole, mrb_value *n);

void kobako_init_binary_digits(mrb_state *mrb);

#endif
