/* The order of keys that need no call to be compared. */
#ifndef KOBAKO_SORT_KEYS_H
#define KOBAKO_SORT_KEYS_H

#include <math.h>
#include <mruby.h>

/* Whether `<=>` is C's own: of integers, floats and strings. */
struct order {
  mrb_bool integers, floats, strings;
};

/* Whether a value compares by C with others of its type. */
static inline mrb_bool
kobako_ordered_p(const mrb_state *mrb, const struct order *order, mrb_value key)
{
  switch (mrb_type(key)) {
  case MRB_TT_INTEGER:
    return order->integers;
  case MRB_TT_FLOAT:
    return order->floats && !isnan(mrb_float(key));
  case MRB_TT_STRING:
    return order->strings && mrb_obj_ptr(key)->c == mrb->string_class;
  default:
    return FALSE;
  }
}

/* A new array of the values in the order of their keys, both arrays of the same size: stable. nil unless all keys are of
 * one kind that has an order of C's own: integers, floats without NaN, or strings of no subclass. */
mrb_value kobako_sorted_by_keys(mrb_state *mrb, const struct order *order, mrb_value keys, mrb_value values);

#endif
