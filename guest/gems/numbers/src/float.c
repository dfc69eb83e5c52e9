/* Methods of Float, and fractions for them; Ruby has those that go on where these do not. */
#include <math.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include "numbers.h"
#include "pairs.h"
#include "real.h"

static mrb_func_t plain_round;

static mrb_value
rounded(mrb_state *mrb, mrb_value self)
{
  return kobako_round(mrb, self, plain_round);
}

/* The fraction that a float is, where its parts are small. */
static mrb_bool
fraction_of(double f, struct kobako_real *real)
{
  int exponent;
  mrb_int whole = (mrb_int)ldexp(frexp(f, &exponent), 53);

  exponent -= 53;
  if (whole == 0) exponent = 0;
  while (exponent < 0 && whole % 2 == 0) {
    whole /= 2;
    exponent++;
  }
  if (exponent < -62 || exponent > 9) return FALSE;
  *real = (struct kobako_real){ KOBAKO_FRACTION, whole, 1, 0 };
  if (exponent < 0) real->d = (mrb_int)1 << -exponent;
  else real->n = whole * ((mrb_int)1 << exponent);
  return TRUE;
}

static mrb_value
to_r(mrb_state *mrb, mrb_value self)
{
  struct kobako_real real;

  if (isfinite(mrb_float(self)) && fraction_of(mrb_float(self), &real)) return kobako_real_value(mrb, &real);
  return kobako_go_on(mrb, MRB_SYM(__to_r), 0, NULL);
}

/* p * n + q, into *p; the former *p into *q. */
static mrb_bool
next_part(mrb_int n, mrb_int *p, mrb_int *q)
{
  mrb_int product, sum;

  if (!kobako_product(*p, n, &product) || mrb_int_add_overflow(product, *q, &sum)) return FALSE;
  *q = *p;
  *p = sum;
  return TRUE;
}

/* The fraction with the least denominator from low to high, both above zero, by what their continued fractions share. */
static mrb_bool
simplest(struct kobako_real low, struct kobako_real high, mrb_int *p, mrb_int *q)
{
  mrb_int p0 = 0, q0 = 1;

  *p = 1;
  *q = 0;
  for (;;) {
    if (low.d <= 0 || high.d <= 0 || low.n < 0) return FALSE;
    mrb_int whole = low.n / low.d, rest = low.n % low.d;
    if (whole > high.n / high.d) return FALSE;
    mrb_bool last = rest == 0 || whole < high.n / high.d;
    if (!next_part(last && rest != 0 ? whole + 1 : whole, p, &p0) ||
        !next_part(last && rest != 0 ? whole + 1 : whole, q, &q0)) {
      return FALSE;
    }
    if (last) return TRUE;
    struct kobako_real above = { KOBAKO_FRACTION, high.d, high.n - whole * high.d, 0 };
    high = (struct kobako_real){ KOBAKO_FRACTION, low.d, rest, 0 };
    low = above;
  }
}

/* Rational.__simplest(low, high) */
static mrb_value
simplest_between(mrb_state *mrb, mrb_value self)
{
  mrb_value args[2];
  struct kobako_real low, high, result = { KOBAKO_FRACTION, 0, 1, 0 };

  mrb_get_args(mrb, "oo", &args[0], &args[1]);
  if (kobako_real_of(&args[0], &low) && kobako_real_of(&args[1], &high) && low.kind == KOBAKO_FRACTION &&
      high.kind == KOBAKO_FRACTION && simplest(low, high, &result.n, &result.d)) {
    return kobako_real_value(mrb, &result);
  }
  return kobako_go_on(mrb, MRB_SYM(__simplest_of), 2, args);
}

static const struct kobako_method methods[] = {
  { MRB_SYM(round), rounded, MRB_ARGS_OPT(1) | MRB_ARGS_KEY(1, 0) },
  { MRB_SYM(to_r), to_r, MRB_ARGS_NONE() },
};

void
kobako_init_float(mrb_state *mrb)
{
  struct RClass *flt = mrb->float_class;

  plain_round = kobako_replaced(mrb, flt, MRB_SYM(round));
  KOBAKO_DEFINE(mrb, flt, methods);
  mrb_define_class_method_id(mrb, kobako_rational_class(), MRB_SYM(__simplest), simplest_between, MRB_ARGS_REQ(2));
}
