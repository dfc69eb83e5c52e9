/* Math.gamma and Math.lgamma. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "numbers.h"

/* The last n whose (n - 1)! is no infinity. */
#define LAST 171

static mrb_noreturn void
out_of_domain(mrb_state *mrb, const char *function)
{
  struct RClass *math = mrb_module_get_id(mrb, MRB_SYM(Math));

  mrb_raisef(mrb, mrb_class_get_under_id(mrb, math, MRB_SYM(DomainError)), "Numerical argument is out of domain - %s",
             function);
}

/* (n - 1)!, with what each product was rounded by carried along. */
static double
factorial_before(double n)
{
  double product = 1, rest = 0;

  for (int i = 2; i < (int)n; i++) {
    double upper = ldexp(floor(ldexp(product, 24 - ilogb(product))), ilogb(product) - 24), lower = product - upper;
    double next = product * i;

    rest = rest * i + ((upper * i - next) + lower * i);
    product = next + rest;
    rest -= product - next;
  }
  return product;
}

static mrb_value
gamma_of(mrb_state *mrb, mrb_value self)
{
  double x = mrb_as_float(mrb, mrb_get_arg1(mrb));

  if (x == 0) return mrb_float_value(mrb, copysign(INFINITY, x));
  if (x == -INFINITY || (x < 0 && x == floor(x))) out_of_domain(mrb, "gamma");
  return mrb_float_value(mrb, x == floor(x) && x <= LAST ? factorial_before(x) : tgamma(x));
}

static mrb_value
lgamma_of(mrb_state *mrb, mrb_value self)
{
  double x = mrb_as_float(mrb, mrb_get_arg1(mrb)), value = INFINITY;
  int sign = 1;
  mrb_value pair[2];

  if (x == -INFINITY) out_of_domain(mrb, "lgamma");
  if (x == 0) sign = signbit(x) ? -1 : 1;
  else if (!isinf(x)) value = lgamma_r(x, &sign);
  pair[0] = mrb_float_value(mrb, value);
  pair[1] = mrb_fixnum_value(sign < 0 ? -1 : 1);
  return mrb_ary_new_from_values(mrb, 2, pair);
}

void
kobako_init_math(mrb_state *mrb)
{
  struct RClass *math = mrb_module_get_id(mrb, MRB_SYM(Math));

  mrb_define_module_function_id(mrb, math, MRB_SYM(gamma), gamma_of, MRB_ARGS_REQ(1));
  mrb_define_module_function_id(mrb, math, MRB_SYM(lgamma), lgamma_of, MRB_ARGS_REQ(1));
}
