/* What Complexes of plain parts answer; Ruby has the methods that go on where these do not. */
#include <math.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "numbers.h"
#include "pairs.h"
#include "real.h"

struct complex {
  struct kobako_real re, im;
};

enum way { PLUS, MINUS, TIMES, BY };

static mrb_bool
complex_of(const mrb_value *value, struct complex *complex)
{
  const mrb_value *parts = kobako_complex_parts(value);

  return parts && kobako_real_of(&parts[0], &complex->re) && kobako_real_of(&parts[1], &complex->im);
}

/* The Complex or the real number that an operation is with. */
static mrb_bool
operand(const mrb_value *value, struct complex *complex, mrb_bool *real)
{
  *real = kobako_real_of(value, &complex->re);
  return *real || complex_of(value, complex);
}

static mrb_value
complex_value(mrb_state *mrb, const struct complex *complex)
{
  mrb_value re = kobako_real_value(mrb, &complex->re);

  return kobako_make_complex(mrb, re, kobako_real_value(mrb, &complex->im));
}

static mrb_bool
finite_p(const struct complex *a)
{
  return isfinite(a->re.f) && isfinite(a->im.f);
}

static mrb_bool
multiply(const struct complex *a, const struct complex *b, struct complex *result)
{
  struct kobako_real x, y, u, v;

  return finite_p(a) && finite_p(b) && kobako_multiply(&a->re, &b->re, &x) && kobako_multiply(&a->im, &b->im, &y) &&
         kobako_multiply(&a->re, &b->im, &u) && kobako_multiply(&a->im, &b->re, &v) &&
         kobako_subtract(&x, &y, &result->re) && kobako_add(&u, &v, &result->im);
}

/* A quotient that is whole is an Integer. */
static mrb_bool
divide(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result)
{
  if (!kobako_divide(a, b, result)) return FALSE;
  if (result->kind == KOBAKO_FRACTION && result->d == 1) result->kind = KOBAKO_WHOLE;
  return TRUE;
}

static struct kobako_real
size_of(struct kobako_real real)
{
  if (real.n < 0) real.n = -real.n;
  real.f = fabs(real.f);
  return real;
}

/* Whether b's real part is the greater one, into *real. */
static mrb_bool
greater_part(const struct complex *b, mrb_bool *real)
{
  int order;

  if (b->re.n == MRB_INT_MIN || b->im.n == MRB_INT_MIN) return FALSE;
  struct kobako_real re = size_of(b->re), im = size_of(b->im);
  if (!kobako_compare(&re, &im, &order)) return FALSE;
  *real = order == 1;
  return TRUE;
}

static mrb_bool
divide_by_complex(const struct complex *a, const struct complex *b, struct complex *result)
{
  const struct kobako_real one = kobako_whole(1);
  struct kobako_real r, n, x, y;
  mrb_bool real;

  if (!greater_part(b, &real)) return FALSE;
  const struct kobako_real *great = real ? &b->re : &b->im, *small = real ? &b->im : &b->re;
  if (!divide(small, great, &r) || !kobako_multiply(&r, &r, &n) || !kobako_add(&n, &one, &n) ||
      !kobako_multiply(great, &n, &n)) {
    return FALSE;
  }
  if (!kobako_multiply(real ? &a->im : &a->re, &r, &x) || !kobako_multiply(real ? &a->re : &a->im, &r, &y))
    return FALSE;
  if (!kobako_add(real ? &a->re : &x, real ? &x : &a->im, &x)) return FALSE;
  if (!kobako_subtract(real ? &a->im : &y, real ? &y : &a->re, &y)) return FALSE;
  return divide(&x, &n, &result->re) && divide(&y, &n, &result->im);
}

static mrb_bool
calculated(enum way way, const struct complex *a, const struct complex *b, mrb_bool real, struct complex *result)
{
  static kobako_operation *const operations[] = { kobako_add, kobako_subtract, kobako_multiply, divide };
  kobako_operation *operation = operations[way];

  if (!real && way == TIMES) return multiply(a, b, result);
  if (!real && way == BY) return divide_by_complex(a, b, result);
  if (real && way < TIMES) result->im = a->im;
  else if (!operation(&a->im, real ? &b->re : &b->im, &result->im)) return FALSE;
  return operation(&a->re, &b->re, &result->re);
}

/* Whether a part is a Rational, whose operators a script may have made its own. */
static mrb_bool
fractions_p(const struct complex *a)
{
  return a->re.kind == KOBAKO_FRACTION || a->im.kind == KOBAKO_FRACTION;
}

static mrb_value
calculate(mrb_state *mrb, mrb_value self, enum way way)
{
  static const mrb_sym names[] = { MRB_SYM(__plus), MRB_SYM(__minus), MRB_SYM(__times), MRB_SYM(__by) };
  mrb_value other = mrb_get_arg1(mrb);
  struct complex a, b, result;
  mrb_bool real;

  b.im = kobako_whole(0);
  if (complex_of(&self, &a) && operand(&other, &b, &real) && !fractions_p(&a) && !fractions_p(&b) &&
      calculated(way, &a, &b, real, &result)) {
    return complex_value(mrb, &result);
  }
  return kobako_go_on(mrb, names[way], 1, &other);
}

static mrb_value
plus(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, PLUS);
}

static mrb_value
minus(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, MINUS);
}

static mrb_value
times(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, TIMES);
}

static mrb_value
by(mrb_state *mrb, mrb_value self)
{
  return calculate(mrb, self, BY);
}

static mrb_value
equal(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct complex a, b;
  mrb_bool real;
  int re, im;

  b.im = kobako_whole(0);
  if (complex_of(&self, &a) && operand(&other, &b, &real) && kobako_compare(&a.re, &b.re, &re) &&
      kobako_compare(&a.im, &b.im, &im)) {
    return mrb_bool_value(re == 0 && im == 0);
  }
  return kobako_go_on(mrb, MRB_SYM(__equal), 1, &other);
}

static mrb_bool
zero_p(const struct kobako_real *real)
{
  return real->n == 0 && real->f == 0;
}

static mrb_value
absolute(mrb_state *mrb, mrb_value self)
{
  struct complex c;
  double x, y;

  if (!complex_of(&self, &c) || !kobako_real_to_f(&c.re, &x) || !kobako_real_to_f(&c.im, &y) || c.re.n == MRB_INT_MIN ||
      c.im.n == MRB_INT_MIN) {
    return kobako_go_on(mrb, MRB_SYM(__abs), 0, NULL);
  }
  if (!zero_p(&c.re) && !zero_p(&c.im)) return mrb_float_value(mrb, hypot(x, y));
  if (c.re.kind == KOBAKO_FLOAT || c.im.kind == KOBAKO_FLOAT) return mrb_float_value(mrb, fabs(zero_p(&c.im) ? x : y));
  c.re = size_of(zero_p(&c.im) ? c.re : c.im);
  return kobako_real_value(mrb, &c.re);
}

static const struct kobako_method methods[] = {
  { MRB_OPSYM(add), plus, MRB_ARGS_REQ(1) },   { MRB_OPSYM(sub), minus, MRB_ARGS_REQ(1) },
  { MRB_OPSYM(mul), times, MRB_ARGS_REQ(1) },  { MRB_OPSYM(div), by, MRB_ARGS_REQ(1) },
  { MRB_SYM(quo), by, MRB_ARGS_REQ(1) },       { MRB_OPSYM(eq), equal, MRB_ARGS_REQ(1) },
  { MRB_SYM(abs), absolute, MRB_ARGS_NONE() }, { MRB_SYM(magnitude), absolute, MRB_ARGS_NONE() },
};

void
kobako_init_complex(mrb_state *mrb)
{
  KOBAKO_DEFINE(mrb, kobako_complex_class(), methods);
}
