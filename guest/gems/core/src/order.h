/* The order of values: by C where `<=>` is C's own, else by a call of it. */
#ifndef KOBAKO_ORDER_H
#define KOBAKO_ORDER_H

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

struct order kobako_order_now(mrb_state *mrb);

/* Negative, 0 or positive; raises if the two cannot be compared. */
mrb_int kobako_order_of(mrb_state *mrb, const struct order *order, mrb_value a, mrb_value b);

#endif
