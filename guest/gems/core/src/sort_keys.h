/* Sorts by keys that need no call to be compared. */
#ifndef KOBAKO_SORT_KEYS_H
#define KOBAKO_SORT_KEYS_H

#include <mruby.h>
#include "order.h"

/* A new array of the values in the order of their keys, both arrays of the same size: stable. nil unless all keys are of
 * one kind that has an order of C's own: integers, floats without NaN, or strings of no subclass. */
mrb_value kobako_sorted_by_keys(mrb_state *mrb, const struct order *order, mrb_value keys, mrb_value values);

#endif
