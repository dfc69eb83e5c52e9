/* Array#sort! without a block. The sort is stable: equal elements keep their order, as they do
   where CRuby sorts by the C library of Linux. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include "core.h"
#include "order.h"
#include "sort_keys.h"

/* What is sorted; `values` move as their keys do. */
struct sort {
  struct order order;
  mrb_int size;
  mrb_value keys, values; /* arrays that nobody else has, or nil for values */
  mrb_value other_keys, other_values;
};

/* Both arrays have all elements that are elsewhere no more, so that the collector finds them. */
static void
put(mrb_state *mrb, mrb_value to, mrb_int at, mrb_value from, mrb_int index)
{
  if (mrb_nil_p(to)) return;
  RARRAY_PTR(to)[at] = RARRAY_PTR(from)[index];
  mrb_write_barrier(mrb, mrb_basic_ptr(to));
}

static void
take(mrb_state *mrb, const struct sort *s, mrb_int at, mrb_int from)
{
  put(mrb, s->keys, at, s->keys, from);
  put(mrb, s->values, at, s->values, from);
}

static void
give_back(mrb_state *mrb, const struct sort *s, mrb_int at, mrb_int from)
{
  put(mrb, s->keys, at, s->other_keys, from);
  put(mrb, s->values, at, s->other_values, from);
}

static void
merge(mrb_state *mrb, const struct sort *s, mrb_int begin, mrb_int middle, mrb_int end)
{
  mrb_int left = 0, size = middle - begin, right = middle, at = begin;

  for (mrb_int i = 0; i < size; i++) {
    put(mrb, s->other_keys, i, s->keys, begin + i);
    put(mrb, s->other_values, i, s->values, begin + i);
  }
  while (left < size && right < end) {
    if (kobako_order_of(mrb, &s->order, RARRAY_PTR(s->other_keys)[left], RARRAY_PTR(s->keys)[right]) <= 0)
      give_back(mrb, s, at++, left++);
    else take(mrb, s, at++, right++);
  }
  while (left < size) give_back(mrb, s, at++, left++);
}

/* From the top down: so objects are compared as the GNU C library has CRuby compare them. */
static void
sort(mrb_state *mrb, const struct sort *s, mrb_int begin, mrb_int end)
{
  mrb_int middle = begin + (end - begin) / 2;

  if (middle == begin) return;
  sort(mrb, s, begin, middle);
  sort(mrb, s, middle, end);
  merge(mrb, s, begin, middle, end);
}

static mrb_value
copy_of(mrb_state *mrb, mrb_value array)
{
  return mrb_ary_new_from_values(mrb, RARRAY_LEN(array), RARRAY_PTR(array));
}

static mrb_value
ary_sort_bang(mrb_state *mrb, mrb_value self)
{
  struct sort s = { .order = kobako_order_now(mrb) };
  mrb_value block;

  mrb_get_args(mrb, "&", &block);
  mrb_ary_modify(mrb, mrb_ary_ptr(self));
  s.size = RARRAY_LEN(self);
  if (s.size < 2) return self;
  if (!mrb_nil_p(block)) return mrb_hand_over(mrb, self, MRB_SYM(__sort_by_block), 0, NULL, block);
  mrb_value sorted = kobako_sorted_by_keys(mrb, &s.order, self, self);
  if (!mrb_nil_p(sorted)) return mrb_ary_replace(mrb, self, sorted), self;
  s.keys = copy_of(mrb, self);
  s.other_keys = copy_of(mrb, self);
  s.values = s.other_values = mrb_nil_value();
  sort(mrb, &s, 0, s.size);
  mrb_ary_replace(mrb, self, s.keys);
  return self;
}

/* A new array of the elements in the order of their keys. */
static mrb_value
ary_sort_by_keys(mrb_state *mrb, mrb_value self)
{
  struct sort s = { .order = kobako_order_now(mrb) };
  mrb_value keys = mrb_get_arg1(mrb);

  s.size = RARRAY_LEN(self);
  if (!mrb_array_p(keys) || RARRAY_LEN(keys) != s.size) {
    mrb_raise(mrb, E_RUNTIME_ERROR, "array modified during sort_by");
  }
  mrb_value sorted = kobako_sorted_by_keys(mrb, &s.order, keys, self);
  if (!mrb_nil_p(sorted)) return sorted;
  s.keys = copy_of(mrb, keys);
  s.values = copy_of(mrb, self);
  s.other_keys = copy_of(mrb, keys);
  s.other_values = copy_of(mrb, self);
  sort(mrb, &s, 0, s.size);
  return s.values;
}

/* Takes so many elements of another array, from an index on, into places that it has. */
static mrb_value
ary_take(mrb_state *mrb, mrb_value self)
{
  mrb_value from;
  mrb_int at, index, count;

  mrb_get_args(mrb, "iAii", &at, &from, &index, &count);
  mrb_ary_modify(mrb, mrb_ary_ptr(self));
  if (at < 0 || index < 0 || count < 0 || at > RARRAY_LEN(self) - count || index > RARRAY_LEN(from) - count) {
    mrb_raise(mrb, E_INDEX_ERROR, "no such elements");
  }
  memmove(RARRAY_PTR(self) + at, RARRAY_PTR(from) + index, count * sizeof(mrb_value));
  return self;
}

/* What a block gave for two elements that is neither true nor a number: nil cannot order them. */
static mrb_value
ary_unordered(mrb_state *mrb, mrb_value self)
{
  mrb_value a, b, order;

  mrb_get_args(mrb, "ooo", &a, &b, &order);
  if (mrb_nil_p(order)) mrb_cmp_error(mrb, a, b);
  return order;
}

void
kobako_init_sort(mrb_state *mrb)
{
  struct RClass *array = mrb->array_class;

  mrb_define_method_id(mrb, array, MRB_SYM_B(sort), ary_sort_bang, MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, array, MRB_SYM(__sort_by_keys), ary_sort_by_keys, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(__take), ary_take, MRB_ARGS_REQ(4));
  mrb_define_method_id(mrb, array, MRB_SYM(__unordered), ary_unordered, MRB_ARGS_REQ(3));
}
