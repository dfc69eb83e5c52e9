/* The order of keys that need no call to be compared. */
#ifndef KOBAKO_SORT_KEYS_H
#define KOBAKO_SORT_KEYS_H

#include <mruby.h>

/* A new array of the values in the order of their keys, both arrays of the same size: stable. nil unless all keys are of
 * one kind: integers, floats without NaN, or strings. */
mrb_value kobako_sorted_by_keys(mrb_state *mrb, mrb_value keys, mrb_value values);

#endif
