/* What is between two texts: String#upto, and Ranges of Strings. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include <kobako_replaced.h>
#include "string_succ.h"
#include "string_upto.h"

enum way { LETTERS, NUMBERS, ANY };

struct walk {
  enum way way;
  /* nil if there is no end */
  mrb_value last, after;
  mrb_bool exclusive;
};

static mrb_func_t plain_to_a;

static mrb_bool
digits_p(mrb_value text)
{
  const char *p = RSTRING_PTR(text), *end = RSTRING_END(text);

  while (p < end && ISDIGIT(*p)) p++;
  return p == end && RSTRING_LEN(text) > 0;
}

static mrb_bool
ascii_p(mrb_value text)
{
  return mrb_str_found_ascii_p(mrb_str_ptr(text));
}

/* Whether it is one character of ASCII. */
static mrb_bool
letter_p(mrb_value text)
{
  return RSTRING_LEN(text) == 1 && ascii_p(text);
}

/* The numbers that two texts of digits are, as -1, 0 or 1. */
static int
compare_numbers(mrb_value a, mrb_value b)
{
  const char *p = RSTRING_PTR(a), *p_end = RSTRING_END(a), *q = RSTRING_PTR(b), *q_end = RSTRING_END(b);

  while (p < p_end && *p == '0') p++;
  while (q < q_end && *q == '0') q++;
  if (p_end - p != q_end - q) return p_end - p < q_end - q ? -1 : 1;
  int order = memcmp(p, q, p_end - p);
  return order < 0 ? -1 : order > 0;
}

/* Where the walk from `first` begins; FALSE if nothing is on it. */
static mrb_bool
begin(mrb_state *mrb, struct walk *walk, mrb_value first, mrb_value last, mrb_bool exclusive)
{
  *walk = (struct walk){ ANY, last, mrb_nil_value(), exclusive };
  if (mrb_nil_p(last)) {
    if (digits_p(first)) walk->way = NUMBERS;
    return TRUE;
  }
  mrb_str_encoding_of_both(mrb, first, last);
  if (ascii_p(first) && ascii_p(last)) {
    if (letter_p(first) && letter_p(last)) walk->way = LETTERS;
    else if (digits_p(first) && digits_p(last)) walk->way = NUMBERS;
  }
  int order = walk->way == NUMBERS ? compare_numbers(first, last) : mrb_str_cmp(mrb, first, last);
  if (order > 0 || (exclusive && order == 0)) return FALSE;
  if (walk->way == ANY) {
    walk->after = mrb_str_dup(mrb, last);
    kobako_succeed(mrb, walk->after);
    return !mrb_str_equal(mrb, first, walk->after);
  }
  return TRUE;
}

/* Makes of a text what comes after it; FALSE if it was the last. */
static mrb_bool
go_on(mrb_state *mrb, const struct walk *walk, mrb_value text)
{
  mrb_bool endless = mrb_nil_p(walk->last);

  if (!endless && !walk->exclusive && mrb_str_equal(mrb, text, walk->last)) return FALSE;
  if (RSTRING_LEN(text) == 0) return FALSE;
  if (walk->way == LETTERS) {
    mrb_str_modify(mrb, mrb_str_ptr(text));
    ++*RSTRING_PTR(text);
  }
  else {
    kobako_succeed(mrb, text);
  }
  if (endless) return TRUE;
  if (walk->way == NUMBERS) {
    int order = compare_numbers(text, walk->last);
    return order < 0 || (order == 0 && !walk->exclusive);
  }
  if (walk->exclusive && mrb_str_equal(mrb, text, walk->last)) return FALSE;
  if (walk->way == LETTERS) return TRUE;
  return RSTRING_LEN(text) <= RSTRING_LEN(walk->last) && !mrb_str_equal(mrb, text, walk->after);
}

static mrb_value
copied(mrb_state *mrb, mrb_value text)
{
  mrb_value copy = mrb_str_new(mrb, RSTRING_PTR(text), RSTRING_LEN(text));

  RSTR_COPY_SINGLE_BYTE_FLAG(mrb_str_ptr(copy), mrb_str_ptr(text));
  return copy;
}

/* A String of its own for the text at which the walk is. */
static mrb_value
shown(mrb_state *mrb, const struct walk *walk, mrb_value text)
{
  mrb_value copy = copied(mrb, text);

  if (walk->way == NUMBERS) RSTR_SET_ENCODING(mrb_str_ptr(copy), MRB_STR_US_ASCII);
  return copy;
}

/*
 * first.__upto(last, exclusive, at, limit): an Array of so many texts from `at` on, and then the text at which to go on,
 * or nil.
 */
static mrb_value
str_upto(mrb_state *mrb, mrb_value self)
{
  mrb_value last, at;
  mrb_bool exclusive;
  mrb_int limit;
  struct walk walk;

  mrb_get_args(mrb, "obSi", &last, &exclusive, &at, &limit);
  if (!mrb_nil_p(last)) last = mrb_ensure_string_type(mrb, last);
  mrb_value found = mrb_ary_new(mrb);
  mrb_bool more = begin(mrb, &walk, self, last, exclusive);
  mrb_value text = more ? copied(mrb, at) : mrb_nil_value();
  int arena = mrb_gc_arena_save(mrb);
  for (; more && limit > 0; limit--) {
    mrb_ary_push(mrb, found, shown(mrb, &walk, text));
    more = go_on(mrb, &walk, text);
    mrb_gc_arena_restore(mrb, arena);
  }
  mrb_ary_push(mrb, found, more ? text : mrb_nil_value());
  return found;
}

/* Whether a Range is of Strings alone. */
static mrb_bool
texts_p(mrb_state *mrb, mrb_value range)
{
  struct RRange *r = mrb_range_ptr(mrb, range);

  return mrb_string_p(RANGE_BEG(r)) && mrb_string_p(RANGE_END(r));
}

/* range.__num_to_a: the elements of a Range of numbers or of Strings, nil of others. */
static mrb_value
range_to_a(mrb_state *mrb, mrb_value self)
{
  struct walk walk;

  if (!texts_p(mrb, self)) return plain_to_a(mrb, self);
  struct RRange *r = mrb_range_ptr(mrb, self);
  if (RSTR_WIDE_P(mrb_str_ptr(RANGE_BEG(r)))) {
    mrb_value each = mrb_funcall_id(mrb, RANGE_BEG(r), MRB_SYM(upto), 2, RANGE_END(r), mrb_bool_value(RANGE_EXCL(r)));
    return mrb_funcall_id(mrb, each, MRB_SYM(to_a), 0);
  }
  mrb_value found = mrb_ary_new(mrb);
  if (!begin(mrb, &walk, RANGE_BEG(r), RANGE_END(r), RANGE_EXCL(r))) return found;
  mrb_value text = copied(mrb, RANGE_BEG(r));
  int arena = mrb_gc_arena_save(mrb);
  do {
    mrb_ary_push(mrb, found, shown(mrb, &walk, text));
    mrb_gc_arena_restore(mrb, arena);
  } while (go_on(mrb, &walk, text));
  return found;
}

/* first.__upto_include?(last, exclusive, value) */
static mrb_value
str_upto_include_p(mrb_state *mrb, mrb_value self)
{
  mrb_value last, value;
  mrb_bool exclusive;
  struct walk walk;

  mrb_get_args(mrb, "Sbo", &last, &exclusive, &value);
  value = mrb_try_string(mrb, value);
  if (mrb_nil_p(value)) return mrb_false_value();
  if (letter_p(self) && letter_p(last)) {
    if (RSTRING_LEN(value) != 1) return mrb_false_value();
    char c = *RSTRING_PTR(value), end = *RSTRING_PTR(last);
    if (letter_p(value)) return mrb_bool_value((*RSTRING_PTR(self) <= c && c < end) || (!exclusive && c == end));
  }
  if (!begin(mrb, &walk, self, last, exclusive)) return mrb_false_value();
  mrb_value text = copied(mrb, self);
  do {
    if (mrb_str_equal(mrb, text, value)) return mrb_true_value();
  } while (go_on(mrb, &walk, text));
  return mrb_false_value();
}

void
kobako_init_string_upto(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  plain_to_a = kobako_replaced(mrb, mrb->range_class, MRB_SYM(__num_to_a));
  mrb_define_method_id(mrb, mrb->range_class, MRB_SYM(__num_to_a), range_to_a, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__upto), str_upto, MRB_ARGS_REQ(4));
  mrb_define_method_id(mrb, string, MRB_SYM_Q(__upto_include), str_upto_include_p, MRB_ARGS_REQ(3));
}
