/* Loops of Array and Hash that call no block. */
#include <math.h>
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include "core.h"

static mrb_value
ary_include_p(mrb_state *mrb, mrb_value self)
{
  mrb_value wanted = mrb_get_arg1(mrb);
  int arena = mrb_gc_arena_save(mrb);

  for (mrb_int i = 0; i < RARRAY_LEN(self); i++) {
    if (mrb_equal(mrb, RARRAY_PTR(self)[i], wanted)) return mrb_true_value();
    mrb_gc_arena_restore(mrb, arena);
  }
  return mrb_false_value();
}

/* Adds what comes to a float, with the error of each addition kept (Kahan and Babuska), as CRuby does. */
static void
add(double *total, double *error, double value)
{
  double sum = *total + value;

  if (isfinite(sum)) *error += fabs(*total) >= fabs(value) ? (*total - sum) + value : (value - sum) + *total;
  *total = sum;
}

/* The sum of small integers and floats, nil where there is anything else. */
static mrb_value
ary_sum(mrb_state *mrb, mrb_value self)
{
  mrb_value start = mrb_get_arg1(mrb);
  mrb_bool exact = mrb_integer_p(start);
  mrb_int sum = exact ? mrb_integer(start) : 0;
  double total = mrb_float_p(start) ? mrb_float(start) : 0.0, error = 0.0;
  mrb_bool floats = FALSE;

  if (!exact && !mrb_float_p(start)) return mrb_nil_value();
  for (mrb_int i = 0; i < RARRAY_LEN(self); i++) {
    mrb_value value = RARRAY_PTR(self)[i];

    if (mrb_integer_p(value) && exact) {
      if (mrb_int_add_overflow(sum, mrb_integer(value), &sum)) return mrb_nil_value();
    }
    else if (mrb_float_p(value) || (mrb_integer_p(value) && floats)) {
      if (exact) total = (double)sum;
      exact = FALSE;
      floats = TRUE;
      add(&total, &error, mrb_float_p(value) ? mrb_float(value) : (double)mrb_integer(value));
    }
    else {
      return mrb_nil_value();
    }
  }
  if (exact) return mrb_int_value(mrb, sum);
  return mrb_float_value(mrb, isfinite(total) ? total + error : total);
}

/* A small integer and the elements from `at` on added, up to the first that is none or with which the sum is large: the
   sum, and where that is. nil if the script has an Integer#+ of its own. */
static mrb_value
ary_added(mrb_state *mrb, mrb_value self)
{
  mrb_value memo;
  mrb_int at;

  mrb_get_args(mrb, "oi", &memo, &at);
  if (mrb->redefined) return mrb_nil_value();
  if (mrb_integer_p(memo)) {
    mrb_int sum = mrb_integer(memo);

    while (at < RARRAY_LEN(self) && mrb_integer_p(RARRAY_PTR(self)[at]) &&
           !mrb_int_add_overflow(sum, mrb_integer(RARRAY_PTR(self)[at]), &sum)) {
      memo = mrb_int_value(mrb, sum);
      at++;
    }
  }
  return mrb_assoc_new(mrb, memo, mrb_int_value(mrb, at));
}

static mrb_int
count_argument(mrb_state *mrb, const char *complaint)
{
  mrb_int count;

  mrb_get_args(mrb, "i", &count);
  if (count < 0) mrb_raise(mrb, E_ARGUMENT_ERROR, complaint);
  return count;
}

static mrb_value
ary_take(mrb_state *mrb, mrb_value self)
{
  mrb_int count = count_argument(mrb, "attempt to take negative size"), size = RARRAY_LEN(self);

  return mrb_ary_subseq(mrb, self, 0, count < size ? count : size);
}

static mrb_value
ary_drop(mrb_state *mrb, mrb_value self)
{
  mrb_int count = count_argument(mrb, "attempt to drop negative size"), size = RARRAY_LEN(self);

  return count < size ? mrb_ary_subseq(mrb, self, count, size - count) : mrb_ary_new(mrb);
}

static mrb_value
ary_rotate(mrb_state *mrb, mrb_value self)
{
  mrb_int count = 1, size;

  mrb_get_args(mrb, "|i", &count);
  size = RARRAY_LEN(self);
  mrb_value rotated = mrb_ary_new_from_values(mrb, size, RARRAY_PTR(self));
  if (size < 2) return rotated;
  mrb_int first = (count % size + size) % size;
  memcpy(RARRAY_PTR(rotated), RARRAY_PTR(self) + first, (size - first) * sizeof(mrb_value));
  memcpy(RARRAY_PTR(rotated) + size - first, RARRAY_PTR(self), first * sizeof(mrb_value));
  return rotated;
}

/* How often each element comes. */
static mrb_value
ary_tally(mrb_state *mrb, mrb_value self)
{
  mrb_value counts = mrb_hash_new(mrb);
  int arena = mrb_gc_arena_save(mrb);

  for (mrb_int i = 0; i < RARRAY_LEN(self); i++) {
    mrb_value item = RARRAY_PTR(self)[i];
    mrb_value count = mrb_hash_fetch(mrb, counts, item, mrb_fixnum_value(0));

    mrb_hash_set(mrb, counts, item, mrb_int_value(mrb, mrb_integer(count) + 1));
    mrb_gc_arena_restore(mrb, arena);
  }
  return counts;
}

/* Rows of the elements of this array and of the others at the same index. */
static mrb_value
ary_zipped(mrb_state *mrb, mrb_value self)
{
  mrb_value others, rows;

  mrb_get_args(mrb, "A", &others);
  rows = mrb_ary_new_capa(mrb, RARRAY_LEN(self));
  for (mrb_int i = 0; i < RARRAY_LEN(self); i++) {
    int arena = mrb_gc_arena_save(mrb);
    mrb_value row = mrb_ary_new_capa(mrb, RARRAY_LEN(others) + 1);

    mrb_ary_push(mrb, row, RARRAY_PTR(self)[i]);
    for (mrb_int k = 0; k < RARRAY_LEN(others); k++) {
      mrb_ary_push(mrb, row, mrb_ary_entry(RARRAY_PTR(others)[k], i));
    }
    mrb_ary_push(mrb, rows, row);
    mrb_gc_arena_restore(mrb, arena);
  }
  return rows;
}

/* The columns of rows of one length; nil if these are none. */
static mrb_value
ary_columns(mrb_state *mrb, mrb_value self)
{
  mrb_value columns = mrb_ary_new(mrb);
  mrb_int height = RARRAY_LEN(self), width = 0;

  for (mrb_int k = 0; k < height; k++) {
    mrb_value row = RARRAY_PTR(self)[k];

    if (!mrb_array_p(row) || (k > 0 && RARRAY_LEN(row) != width)) return mrb_nil_value();
    width = RARRAY_LEN(row);
  }
  for (mrb_int i = 0; i < width; i++) {
    int arena = mrb_gc_arena_save(mrb);
    mrb_value column = mrb_ary_new_capa(mrb, height);

    for (mrb_int k = 0; k < height; k++) mrb_ary_push(mrb, column, RARRAY_PTR(RARRAY_PTR(self)[k])[i]);
    mrb_ary_push(mrb, columns, column);
    mrb_gc_arena_restore(mrb, arena);
  }
  return columns;
}

static int
push_pair(mrb_state *mrb, mrb_value key, mrb_value value, void *pairs)
{
  int arena = mrb_gc_arena_save(mrb);

  mrb_ary_push(mrb, *(mrb_value *)pairs, mrb_assoc_new(mrb, key, value));
  mrb_gc_arena_restore(mrb, arena);
  return 0;
}

/* Adds a pair; false if it is none. */
static mrb_value
hash_put(mrb_state *mrb, mrb_value self)
{
  mrb_value pair = mrb_get_arg1(mrb);

  if (!mrb_array_p(pair) || RARRAY_LEN(pair) != 2) return mrb_false_value();
  mrb_hash_set(mrb, self, RARRAY_PTR(pair)[0], RARRAY_PTR(pair)[1]);
  return mrb_true_value();
}

static mrb_value
hash_to_a(mrb_state *mrb, mrb_value self)
{
  mrb_value pairs = mrb_ary_new_capa(mrb, mrb_hash_size(mrb, self));

  MRB_HASH_LIST(mrb_hash_ptr(self));
  mrb_hash_foreach(mrb, mrb_hash_ptr(self), push_pair, &pairs);
  return pairs;
}

struct search {
  mrb_value hash;
  mrb_bool missed;
};

static int
look_for(mrb_state *mrb, mrb_value key, mrb_value value, void *data)
{
  struct search *search = (struct search *)data;

  search->missed = !mrb_hash_key_p(mrb, search->hash, key);
  return search->missed;
}

/* hash.__keys?(other): whether it has all keys of the other one. */
static mrb_value
hash_keys_p(mrb_state *mrb, mrb_value self)
{
  struct search search = { self, FALSE };
  mrb_value other;

  mrb_get_args(mrb, "H", &other);
  mrb_hash_foreach(mrb, mrb_hash_ptr(other), look_for, &search);
  return mrb_bool_value(!search.missed);
}

void
kobako_init_collections(mrb_state *mrb)
{
  struct RClass *array = mrb->array_class;

  mrb_define_method_id(mrb, array, MRB_SYM_Q(include), ary_include_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(take), ary_take, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(drop), ary_drop, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(rotate), ary_rotate, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, array, MRB_SYM(__sum), ary_sum, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, array, MRB_SYM(__added), ary_added, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, array, MRB_SYM(__tally), ary_tally, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, array, MRB_SYM(__columns), ary_columns, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, array, MRB_SYM(__zipped), ary_zipped, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(to_a), hash_to_a, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(__first_pair), mrb_hash_first_pair, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM_Q(__keys), hash_keys_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(__put), hash_put, MRB_ARGS_REQ(1));
}
