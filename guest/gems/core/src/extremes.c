/* Array#max, #min and #minmax, and what max_by and min_by find by their keys. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "core.h"
#include "order.h"

/* Goes on from `*at` as long as there are integers: the index of the extreme of them and the one found before. */
static mrb_int
integer_extreme(mrb_value array, mrb_int *at, mrb_int found, mrb_int sign)
{
  const mrb_value *items = RARRAY_PTR(array);
  mrb_int size = RARRAY_LEN(array), best = mrb_integer(items[found]), i = *at;

  for (; i < size && mrb_integer_p(items[i]); i++) {
    mrb_int item = mrb_integer(items[i]);

    if (sign > 0 ? item <= best : item >= best) continue;
    best = item;
    found = i;
  }
  *at = i;
  return found;
}

/* The index of the first least element (-1) or greatest (1) of an array that has some. */
static mrb_int
extreme_index(mrb_state *mrb, mrb_value array, mrb_int sign)
{
  struct order order = kobako_order_now(mrb);
  mrb_int found = 0;

  for (mrb_int i = 1; i < RARRAY_LEN(array); i++) {
    if (order.integers && mrb_integer_p(mrb_ary_entry(array, found))) {
      found = integer_extreme(array, &i, found, sign);
      if (i == RARRAY_LEN(array)) break;
    }
    if (kobako_order_of(mrb, &order, RARRAY_PTR(array)[i], mrb_ary_entry(array, found)) * sign > 0) found = i;
  }
  return found;
}

/* keys.__extreme_index(sign): nil for an empty array. */
static mrb_value
ary_extreme_index(mrb_state *mrb, mrb_value self)
{
  mrb_int sign;

  mrb_get_args(mrb, "i", &sign);
  return RARRAY_LEN(self) == 0 ? mrb_nil_value() : mrb_int_value(mrb, extreme_index(mrb, self, sign));
}

static mrb_value
extreme(mrb_state *mrb, mrb_value self, mrb_int sign)
{
  return RARRAY_LEN(self) == 0 ? mrb_nil_value() : mrb_ary_entry(self, extreme_index(mrb, self, sign));
}

/* With a count or a block it is Enumerable's. */
static mrb_value
extreme_or(mrb_state *mrb, mrb_value self, mrb_int sign, mrb_sym general)
{
  const mrb_value *arguments;
  mrb_value block;
  mrb_int count;

  mrb_get_args(mrb, "*&", &arguments, &count, &block);
  if (count > 0 || !mrb_nil_p(block)) return mrb_hand_over(mrb, self, general, count, arguments, block);
  return extreme(mrb, self, sign);
}

static mrb_value
ary_max(mrb_state *mrb, mrb_value self)
{
  return extreme_or(mrb, self, 1, MRB_SYM(__max));
}

static mrb_value
ary_min(mrb_state *mrb, mrb_value self)
{
  return extreme_or(mrb, self, -1, MRB_SYM(__min));
}

static mrb_value
ary_minmax(mrb_state *mrb, mrb_value self)
{
  mrb_value block;

  mrb_get_args(mrb, "&", &block);
  if (!mrb_nil_p(block)) return mrb_hand_over(mrb, self, MRB_SYM(__minmax), 0, NULL, block);
  mrb_value least = extreme(mrb, self, -1);
  /* A <=> may take it out of the array. */
  mrb_gc_protect(mrb, least);
  mrb_value greatest = extreme(mrb, self, 1);
  mrb_gc_protect(mrb, greatest);
  return mrb_assoc_new(mrb, least, greatest);
}

void
kobako_init_extremes(mrb_state *mrb)
{
  struct RClass *array = mrb->array_class;

  mrb_define_method_id(mrb, array, MRB_SYM(__extreme_index), ary_extreme_index, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(max), ary_max, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, array, MRB_SYM(min), ary_min, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, array, MRB_SYM(minmax), ary_minmax, MRB_ARGS_BLOCK());
}
