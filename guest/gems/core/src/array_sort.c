/* Array#sort! and what finds extremes. The sort is stable: equal elements keep their order, as they do where
   CRuby sorts by the C library of Linux. */
#include <math.h>
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "core.h"

#define RUN 8 /* elements that are sorted by insertion */
#define INCOMPARABLE (-2)

/* What is sorted, by which order; `values` move as their keys do. */
struct sort {
  mrb_value block;
  mrb_int size;
  mrb_value keys, values; /* arrays that nobody else has, or nil for values */
  mrb_value other_keys, other_values;
};

static mrb_int
sign_of(mrb_state *mrb, mrb_value order)
{
  if (mrb_nil_p(order)) return INCOMPARABLE;
  if (mrb_integer_p(order)) return (mrb_integer(order) > 0) - (mrb_integer(order) < 0);
  return mrb_cmp(mrb, order, mrb_fixnum_value(0));
}

static mrb_int
order_of(mrb_state *mrb, mrb_value a, mrb_value b, mrb_value block)
{
  if (!mrb_nil_p(block)) {
    mrb_value pair[2] = { a, b };
    return sign_of(mrb, mrb_yield_argv(mrb, block, 2, pair));
  }
  if (mrb_integer_p(a) && mrb_integer_p(b))
    return (mrb_integer(a) > mrb_integer(b)) - (mrb_integer(a) < mrb_integer(b));
  if (mrb_float_p(a) && mrb_float_p(b)) {
    if (isnan(mrb_float(a)) || isnan(mrb_float(b))) return INCOMPARABLE;
    return (mrb_float(a) > mrb_float(b)) - (mrb_float(a) < mrb_float(b));
  }
  return mrb_cmp(mrb, a, b);
}

/* Negative, 0 or positive; raises if the two cannot be compared. */
static mrb_int
compare(mrb_state *mrb, mrb_value a, mrb_value b, mrb_value block)
{
  int arena = mrb_gc_arena_save(mrb);
  mrb_int order = order_of(mrb, a, b, block);

  mrb_gc_arena_restore(mrb, arena);
  if (order == INCOMPARABLE) mrb_cmp_error(mrb, a, b);
  return order;
}

/* An element is in its place of the array until it has a new one, so that the collector finds it. */
static void
move_down(mrb_value array, mrb_int from, mrb_int to)
{
  mrb_value *elements, moved;

  if (mrb_nil_p(array)) return;
  elements = RARRAY_PTR(array);
  moved = elements[from];
  memmove(elements + to + 1, elements + to, (from - to) * sizeof(mrb_value));
  elements[to] = moved;
}

static void
insert(mrb_state *mrb, struct sort *s, mrb_int begin, mrb_int end)
{
  mrb_value *keys = RARRAY_PTR(s->keys);

  for (mrb_int i = begin + 1; i < end; i++) {
    mrb_int place = i;

    while (place > begin && compare(mrb, keys[place - 1], keys[i], s->block) > 0) place--;
    if (place == i) continue;
    move_down(s->keys, i, place);
    move_down(s->values, i, place);
  }
}

static void
put(mrb_state *mrb, mrb_value to, mrb_int at, mrb_value from, mrb_int index)
{
  if (mrb_nil_p(to)) return;
  RARRAY_PTR(to)[at] = RARRAY_PTR(from)[index];
  mrb_write_barrier(mrb, mrb_basic_ptr(to));
}

static void
merge(mrb_state *mrb, struct sort *s, mrb_int begin, mrb_int middle, mrb_int end)
{
  mrb_value *keys = RARRAY_PTR(s->keys);
  mrb_int left = begin, right = middle;
  mrb_bool ordered = middle == end || compare(mrb, keys[middle - 1], keys[middle], s->block) <= 0;

  for (mrb_int at = begin; at < end; at++) {
    mrb_bool from_left =
        right == end || (left < middle && (ordered || compare(mrb, keys[left], keys[right], s->block) <= 0));
    mrb_int taken = from_left ? left++ : right++;

    put(mrb, s->other_keys, at, s->keys, taken);
    put(mrb, s->other_values, at, s->values, taken);
  }
}

static void
swap(mrb_value *a, mrb_value *b)
{
  mrb_value kept = *a;
  *a = *b;
  *b = kept;
}

static mrb_int
least(mrb_int a, mrb_int b)
{
  return a < b ? a : b;
}

static void
sort(mrb_state *mrb, struct sort *s)
{
  for (mrb_int begin = 0; begin < s->size; begin += RUN) insert(mrb, s, begin, least(begin + RUN, s->size));
  for (mrb_int width = RUN; width < s->size; width *= 2) {
    for (mrb_int begin = 0; begin < s->size; begin += 2 * width) {
      merge(mrb, s, begin, least(begin + width, s->size), least(begin + 2 * width, s->size));
    }
    swap(&s->keys, &s->other_keys);
    swap(&s->values, &s->other_values);
  }
}

static mrb_value
copy_of(mrb_state *mrb, mrb_value array)
{
  return mrb_ary_new_from_values(mrb, RARRAY_LEN(array), RARRAY_PTR(array));
}

static mrb_value
ary_sort_bang(mrb_state *mrb, mrb_value self)
{
  struct sort s = { 0 };

  mrb_get_args(mrb, "&", &s.block);
  mrb_ary_modify(mrb, mrb_ary_ptr(self));
  s.size = RARRAY_LEN(self);
  if (s.size < 2) return self;
  s.keys = copy_of(mrb, self);
  s.other_keys = s.size > RUN ? copy_of(mrb, self) : mrb_nil_value();
  s.values = s.other_values = mrb_nil_value();
  sort(mrb, &s);
  mrb_ary_replace(mrb, self, s.keys);
  return self;
}

/* A new array of the elements in the order of their keys. */
static mrb_value
ary_sort_by_keys(mrb_state *mrb, mrb_value self)
{
  struct sort s = { 0 };
  mrb_value keys = mrb_get_arg1(mrb);

  s.size = RARRAY_LEN(self);
  if (!mrb_array_p(keys) || RARRAY_LEN(keys) != s.size) {
    mrb_raise(mrb, E_RUNTIME_ERROR, "array modified during sort_by");
  }
  s.block = mrb_nil_value();
  s.keys = copy_of(mrb, keys);
  s.values = copy_of(mrb, self);
  s.other_keys = copy_of(mrb, keys);
  s.other_values = copy_of(mrb, self);
  sort(mrb, &s);
  return s.values;
}

/* The index of the first least element (-1) or greatest (1); nil for an empty array. */
static mrb_value
ary_extreme_index(mrb_state *mrb, mrb_value self)
{
  mrb_int sign, found = 0;

  mrb_get_args(mrb, "i", &sign);
  if (RARRAY_LEN(self) == 0) return mrb_nil_value();
  for (mrb_int i = 1; i < RARRAY_LEN(self); i++) {
    mrb_value a = mrb_ary_entry(self, i), b = mrb_ary_entry(self, found);

    if (compare(mrb, a, b, mrb_nil_value()) * sign > 0) found = i;
  }
  return mrb_int_value(mrb, found);
}

void
kobako_init_sort(mrb_state *mrb)
{
  struct RClass *array = mrb->array_class;

  mrb_define_method_id(mrb, array, MRB_SYM_B(sort), ary_sort_bang, MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, array, MRB_SYM(__sort_by_keys), ary_sort_by_keys, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(__extreme_index), ary_extreme_index, MRB_ARGS_REQ(1));
}
