/* What Rationals of small parts answer; Ruby has the methods that go on where these do not. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include "numbers.h"
#include "pairs.h"
#include "real.h"

static __attribute__((noinline)) mrb_value
calculate(mrb_state *mrb, mrb_value self, kobako_operation *operation, mrb_sym otherwise)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_real a, b, result;

  if (kobako_real_of(&self, &a) && kobako_real_of(&other, &b) && operation(&a, &b, &result)) {
    return kobako_real_value(mrb, &result);
  }
  return kobako_go_on(mrb, otherwise, 1, &other);
}

static mrb_value
plus(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, kobako_add, MRB_SYM(__plus));
}

static mrb_value
minus(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, kobako_subtract, MRB_SYM(__minus));
}

static mrb_value
times(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, kobako_multiply, MRB_SYM(__times));
}

static mrb_value
by(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, kobako_divide, MRB_SYM(__by));
}

/* self <=> other into *order; else FALSE. */
static mrb_bool
compared(mrb_value self, mrb_value other, int *order)
{
  struct kobako_real a, b;

  return kobako_real_of(&self, &a) && kobako_real_of(&other, &b) && kobako_compare(&a, &b, order);
}

static mrb_value
order(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  int order;

  if (!compared(self, other, &order)) return kobako_go_on(mrb, MRB_SYM(__order), 1, &other);
  return order == 2 ? mrb_nil_value() : mrb_fixnum_value(order);
}

static mrb_value
equal(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  int order;

  if (!compared(self, other, &order)) return kobako_go_on(mrb, MRB_SYM(__equal), 1, &other);
  return mrb_bool_value(order == 0);
}

static mrb_value
coerce(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_real real;
  double f;

  if (mrb_integer_p(other)) return mrb_assoc_new(mrb, kobako_make_rational(mrb, other, mrb_fixnum_value(1)), self);
  if (mrb_float_p(other) && kobako_real_of(&self, &real) && kobako_real_to_f(&real, &f)) {
    return mrb_assoc_new(mrb, other, mrb_float_value(mrb, f));
  }
  return kobako_go_on(mrb, MRB_SYM(__coerce), 1, &other);
}

static mrb_value
to_f(mrb_state *mrb, mrb_value self)
{
  struct kobako_real real;
  double f;

  if (kobako_real_of(&self, &real) && kobako_real_to_f(&real, &f)) return mrb_float_value(mrb, f);
  return kobako_go_on(mrb, MRB_SYM(__to_f), 0, NULL);
}

enum way { FLOOR, CEIL, TRUNCATE, HALF_UP, HALF_EVEN, HALF_DOWN };

/* Whether the whole part of |n| / d becomes one more. */
static mrb_bool
up_p(enum way way, uint64_t whole, uint64_t rest, uint64_t d, mrb_bool negative)
{
  if (rest == 0) return FALSE;
  if (way == FLOOR) return negative;
  if (way == CEIL) return !negative;
  if (way == TRUNCATE) return FALSE;
  if (rest != d - rest) return rest > d - rest;
  return way == HALF_UP || (way == HALF_EVEN && whole % 2 == 1);
}

static mrb_int
rounded(mrb_int n, mrb_int d, enum way way)
{
  uint64_t size = n < 0 ? 0 - (uint64_t)n : (uint64_t)n, whole = size / (uint64_t)d;

  whole += up_p(way, whole, size % (uint64_t)d, (uint64_t)d, n < 0);
  return (mrb_int)(n < 0 ? 0 - whole : whole);
}

/* The number with so many digits behind the point, where that can be told. */
static mrb_bool
rounded_to(const struct kobako_real *real, mrb_int digits, enum way way, struct kobako_real *result)
{
  mrb_int scale = 1, n, d;

  if (digits < -18 || digits > 18 || real->n == MRB_INT_MIN) return FALSE;
  for (mrb_int i = digits < 0 ? -digits : digits; i > 0; i--) scale *= 10;
  if (digits > 0) {
    if (!kobako_product(real->n, scale, &n)) return FALSE;
    *result = kobako_reduced(rounded(n, real->d, way), scale);
    return TRUE;
  }
  if (!kobako_product(real->d, scale, &d) || !kobako_product(rounded(real->n, d, way), scale, &n)) return FALSE;
  *result = kobako_whole(n);
  return TRUE;
}

static __attribute__((noinline)) mrb_value
round_by(mrb_state *mrb, mrb_value self, enum way way, mrb_value digits, mrb_sym otherwise)
{
  struct kobako_real real, result;
  mrb_bool plain = mrb_integer_p(digits) && kobako_real_of(&self, &real);

  if (plain && rounded_to(&real, mrb_integer(digits), way, &result)) return kobako_real_value(mrb, &result);
  return kobako_go_on(mrb, otherwise, 1, &digits);
}

static mrb_value
digits_given(mrb_state *mrb)
{
  mrb_value digits = mrb_fixnum_value(0);

  mrb_get_args(mrb, "|o", &digits);
  return digits;
}

static mrb_value
floored(mrb_state *mrb, mrb_value self)
{
  return round_by(mrb, self, FLOOR, digits_given(mrb), MRB_SYM(__floor));
}

static mrb_value
ceiled(mrb_state *mrb, mrb_value self)
{
  return round_by(mrb, self, CEIL, digits_given(mrb), MRB_SYM(__ceil));
}

static mrb_value
truncated(mrb_state *mrb, mrb_value self)
{
  return round_by(mrb, self, TRUNCATE, digits_given(mrb), MRB_SYM(__truncate));
}

static mrb_value
to_i(mrb_state *mrb, mrb_value self)
{
  return round_by(mrb, self, TRUNCATE, mrb_fixnum_value(0), MRB_SYM(__truncate));
}

/* The way that `half:` says; FALSE for what Ruby has to look at. */
static mrb_bool
way_of(mrb_value half, enum way *way)
{
  if (mrb_undef_p(half) || mrb_nil_p(half)) {
    *way = HALF_UP;
    return TRUE;
  }
  if (!mrb_symbol_p(half)) return FALSE;
  *way = mrb_symbol(half) == MRB_SYM(even) ? HALF_EVEN : mrb_symbol(half) == MRB_SYM(down) ? HALF_DOWN : HALF_UP;
  return *way != HALF_UP || mrb_symbol(half) == MRB_SYM(up);
}

static mrb_value
rounded_half(mrb_state *mrb, mrb_value self)
{
  mrb_value args[] = { mrb_fixnum_value(0), mrb_undef_value() };
  const mrb_sym names[] = { MRB_SYM(half) };
  const mrb_kwargs keywords = { 1, 0, names, &args[1], NULL };
  struct kobako_real real, result;
  enum way way;

  mrb_get_args(mrb, "|o:", &args[0], &keywords);
  if (way_of(args[1], &way) && mrb_integer_p(args[0]) && kobako_real_of(&self, &real) &&
      rounded_to(&real, mrb_integer(args[0]), way, &result)) {
    return kobako_real_value(mrb, &result);
  }
  if (mrb_undef_p(args[1])) args[1] = mrb_nil_value();
  return kobako_go_on(mrb, MRB_SYM(__round), 2, args);
}

static const struct kobako_method methods[] = {
  { MRB_SYM(floor), floored, MRB_ARGS_OPT(1) },
  { MRB_SYM(ceil), ceiled, MRB_ARGS_OPT(1) },
  { MRB_SYM(truncate), truncated, MRB_ARGS_OPT(1) },
  { MRB_SYM(to_i), to_i, MRB_ARGS_NONE() },
  { MRB_SYM(round), rounded_half, MRB_ARGS_OPT(1) | MRB_ARGS_KEY(1, 0) },
  { MRB_OPSYM(add), plus, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(sub), minus, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(mul), times, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(div), by, MRB_ARGS_REQ(1) },
  { MRB_SYM(quo), by, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(cmp), order, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(eq), equal, MRB_ARGS_REQ(1) },
  { MRB_SYM(coerce), coerce, MRB_ARGS_REQ(1) },
  { MRB_SYM(to_f), to_f, MRB_ARGS_NONE() },
};

void
kobako_init_rational(mrb_state *mrb)
{
  KOBAKO_DEFINE(mrb, kobako_rational_class(), methods);
}
