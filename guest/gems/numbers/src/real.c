/* Arithmetic of real numbers outside of objects. */
#include <math.h>
#include <mruby.h>
#include <mruby/numeric.h>
#include "pairs.h"
#include "real.h"

/* Integers below are floats without loss. */
#define EXACT ((mrb_int)1 << 53)

struct kobako_real
kobako_whole(mrb_int n)
{
  return (struct kobako_real){ KOBAKO_WHOLE, n, 1, 0 };
}

__attribute__((noinline)) mrb_bool
kobako_product(mrb_int a, mrb_int b, mrb_int *product)
{
  return !mrb_int_mul_overflow(a, b, product);
}

mrb_bool
kobako_real_of(const mrb_value *value, struct kobako_real *real)
{
  const mrb_value *parts;

  if (mrb_integer_p(*value)) {
    *real = kobako_whole(mrb_integer(*value));
    return TRUE;
  }
  if (mrb_float_p(*value)) {
    *real = (struct kobako_real){ KOBAKO_FLOAT, 0, 1, mrb_float(*value) };
    return TRUE;
  }
  parts = kobako_rational_parts(value);
  if (!parts || !mrb_integer_p(parts[0]) || !mrb_integer_p(parts[1]) || mrb_integer(parts[1]) <= 0) return FALSE;
  *real = (struct kobako_real){ KOBAKO_FRACTION, mrb_integer(parts[0]), mrb_integer(parts[1]), 0 };
  return TRUE;
}

mrb_value
kobako_real_value(mrb_state *mrb, const struct kobako_real *real)
{
  if (real->kind == KOBAKO_FLOAT) return mrb_float_value(mrb, real->f);
  if (real->kind == KOBAKO_WHOLE) return mrb_int_value(mrb, real->n);
  return kobako_make_rational(mrb, mrb_int_value(mrb, real->n), mrb_int_value(mrb, real->d));
}

static uint64_t
size_of(mrb_int n)
{
  return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

__attribute__((noinline)) struct kobako_real
kobako_reduced(mrb_int n, mrb_int d)
{
  uint64_t a = size_of(n), b = (uint64_t)d;

  while (a != 0) {
    uint64_t rest = b % a;
    b = a;
    a = rest;
  }
  return (struct kobako_real){ KOBAKO_FRACTION, n / (mrb_int)b, d / (mrb_int)b, 0 };
}

/* Rounded where CRuby rounds: see Rational.__quotient. */
__attribute__((noinline)) mrb_bool
kobako_real_to_f(const struct kobako_real *real, double *f)
{
  mrb_int bits = real->n < 0 ? ~real->n : real->n, most = bits >> 62 ? (mrb_int)1 << 62 : EXACT;

  *f = real->kind == KOBAKO_FLOAT ? real->f : (double)real->n / (double)real->d;
  return real->d < most;
}

/* As floats, if one of both is one and the other can be; FALSE if there is no such result. */
static __attribute__((noinline)) mrb_bool
floats(char sign, const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  double f, g;

  if (!kobako_real_to_f(a, &f) || !kobako_real_to_f(b, &g)) return FALSE;
  *result = (struct kobako_real){ KOBAKO_FLOAT, 0, 1,
                                  sign == '+'   ? f + g
                                  : sign == '-' ? f - g
                                  : sign == '*' ? f * g
                                                : f / g };
  return TRUE;
}

static enum kobako_kind
kind_of(const struct kobako_real *a, const struct kobako_real *b)
{
  return a->kind > b->kind ? a->kind : b->kind;
}

/* n / d of the kind that both operands have together. */
static void
set(struct kobako_real *result, enum kobako_kind kind, mrb_int n, mrb_int d)
{
  *result = d == 1 ? kobako_whole(n) : kobako_reduced(n, d);
  result->kind = kind;
}

mrb_bool
kobako_add(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  enum kobako_kind kind = kind_of(a, b);
  mrb_int x, y, n, d;

  if (kind == KOBAKO_FLOAT) return floats('+', a, b, result);
  if (!kobako_product(a->n, b->d, &x) || !kobako_product(b->n, a->d, &y) || mrb_int_add_overflow(x, y, &n) ||
      !kobako_product(a->d, b->d, &d)) {
    return FALSE;
  }
  set(result, kind, n, d);
  return TRUE;
}

mrb_bool
kobako_subtract(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  struct kobako_real minus = *b;

  if (kind_of(a, b) == KOBAKO_FLOAT) return floats('-', a, b, result);
  if (b->n == MRB_INT_MIN) return FALSE;
  minus.n = -b->n;
  return kobako_add(a, &minus, result);
}

mrb_bool
kobako_multiply(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  enum kobako_kind kind = kind_of(a, b);
  mrb_int n, d;

  if (kind == KOBAKO_FLOAT) return floats('*', a, b, result);
  if (!kobako_product(a->n, b->n, &n) || !kobako_product(a->d, b->d, &d)) return FALSE;
  set(result, kind, n, d);
  return TRUE;
}

mrb_bool
kobako_divide(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  mrb_int n, d;

  if (kind_of(a, b) == KOBAKO_FLOAT) return floats('/', a, b, result);
  if (b->n == 0 || !kobako_product(a->n, b->d, &n) || !kobako_product(a->d, b->n, &d)) return FALSE;
  if (n == MRB_INT_MIN || d == MRB_INT_MIN) return FALSE;
  *result = kobako_reduced(d < 0 ? -n : n, d < 0 ? -d : d);
  return TRUE;
}

static int
order_of(double f, double g)
{
  return f < g ? -1 : f > g ? 1 : f == g ? 0 : 2;
}

mrb_bool
kobako_compare(const struct kobako_real *a, const struct kobako_real *b, int *order)
{
  mrb_int x, y;

  if (kind_of(a, b) == KOBAKO_FLOAT) {
    double f, g;
    if (!kobako_real_to_f(a, &f) || !kobako_real_to_f(b, &g)) return FALSE;
    if (size_of(a->n) > EXACT || size_of(b->n) > EXACT) return FALSE;
    *order = order_of(f, g);
    return TRUE;
  }
  if (!kobako_product(a->n, b->d, &x) || !kobako_product(b->n, a->d, &y)) return FALSE;
  *order = (x > y) - (x < y);
  return TRUE;
}
