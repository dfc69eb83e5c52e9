/* Integer(), Float(), Rational() and Complex(), and to_r and to_c of texts, of plain values; Ruby does the rest. */
#include <math.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/variable.h>
#include "binary_digits.h"
#include "numbers.h"
#include "pairs.h"
#include "real.h"
#include "text.h"

/* A value, one more that is undef if it was not given, and what `exception:` says. */
struct arguments {
  mrb_value values[3];
};

static void
read(mrb_state *mrb, struct arguments *arguments)
{
  const mrb_sym names[] = { MRB_SYM(exception) };
  mrb_kwargs keywords = { 1, 0, names, &arguments->values[2], NULL };

  arguments->values[1] = mrb_undef_value();
  mrb_get_args(mrb, "o|o:", &arguments->values[0], &arguments->values[1], &keywords);
  if (mrb_undef_p(arguments->values[2])) arguments->values[2] = mrb_true_value();
}

static mrb_bool
whole_of(const mrb_value *values, mrb_int *n)
{
  struct kobako_text text;
  mrb_int base = 10;

  if (!mrb_undef_p(values[1]) && !mrb_nil_p(values[1])) {
    if (!mrb_integer_p(values[1]) || !mrb_string_p(values[0])) return FALSE;
    base = mrb_integer(values[1]);
    if (base < 2 || base > 36) return FALSE;
  }
  if (kobako_text_of(values[0], &text)) return kobako_integer_text(text, base, n);
  if (mrb_integer_p(values[0])) {
    *n = mrb_integer(values[0]);
    return TRUE;
  }
  if (!mrb_float_p(values[0]) || !FIXABLE_FLOAT(mrb_float(values[0]))) return FALSE;
  *n = (mrb_int)mrb_float(values[0]);
  return TRUE;
}

/* A text of digits of a base that is a power of two. */
static mrb_bool
binary_of(mrb_state *mrb, const mrb_value *values, mrb_value *n)
{
  mrb_int base = 0;

  if (!mrb_string_p(values[0])) return FALSE;
  if (mrb_integer_p(values[1])) base = mrb_integer(values[1]);
  else if (!mrb_undef_p(values[1]) && !mrb_nil_p(values[1])) return FALSE;
  return base >= 0 && kobako_binary_digits(mrb, values[0], base, TRUE, n);
}

static mrb_value
integer(mrb_state *mrb, mrb_value self)
{
  struct arguments arguments;
  mrb_value digits;
  mrb_int n;

  read(mrb, &arguments);
  if (mrb_true_p(arguments.values[2]) && whole_of(arguments.values, &n)) return mrb_int_value(mrb, n);
  if (mrb_true_p(arguments.values[2]) && binary_of(mrb, arguments.values, &digits)) return digits;
  if (mrb_undef_p(arguments.values[1])) arguments.values[1] = mrb_nil_value();
  return kobako_go_on(mrb, MRB_SYM(__to_integer), 3, arguments.values);
}

static mrb_bool
float_of(mrb_value value, double *f)
{
  struct kobako_text text;

  if (kobako_text_of(value, &text)) return kobako_float_text(text, f);
  if (mrb_float_p(value)) *f = mrb_float(value);
  else if (mrb_integer_p(value)) *f = (double)mrb_integer(value);
  else return FALSE;
  return TRUE;
}

static mrb_value
to_float(mrb_state *mrb, mrb_value self)
{
  struct arguments arguments;
  double f;

  read(mrb, &arguments);
  if (mrb_true_p(arguments.values[2]) && float_of(arguments.values[0], &f)) return mrb_float_value(mrb, f);
  arguments.values[1] = arguments.values[2];
  return kobako_go_on(mrb, MRB_SYM(__to_float), 2, arguments.values);
}

/* The fraction that a value, or two of them, make; whole numbers if there are two. */
static mrb_bool
fraction_of(const mrb_value *values, struct kobako_real *fraction)
{
  struct kobako_real divisor;
  struct kobako_text text;

  if (mrb_undef_p(values[1]) && kobako_text_of(values[0], &text)) return kobako_rational_text(text, fraction);
  if (!mrb_integer_p(values[0])) return FALSE;
  *fraction = kobako_reduced(mrb_integer(values[0]), 1);
  if (mrb_undef_p(values[1])) return TRUE;
  return mrb_integer_p(values[1]) && kobako_real_of(&values[1], &divisor) &&
         kobako_divide(fraction, &divisor, fraction);
}

static mrb_value
rational(mrb_state *mrb, mrb_value self)
{
  struct arguments arguments;
  struct kobako_real fraction;

  read(mrb, &arguments);
  if (mrb_true_p(arguments.values[2]) && fraction_of(arguments.values, &fraction)) {
    return kobako_real_value(mrb, &fraction);
  }
  mrb_value args[] = { arguments.values[0], arguments.values[1], mrb_bool_value(mrb_undef_p(arguments.values[1])),
                       arguments.values[2] };
  if (mrb_undef_p(args[1])) args[1] = mrb_fixnum_value(1);
  return kobako_go_on(mrb, MRB_SYM(__to_rational), 4, args);
}

static mrb_value
complex_of(mrb_state *mrb, const struct kobako_real *re, const struct kobako_real *im)
{
  mrb_value real = kobako_real_value(mrb, re);

  return kobako_make_complex(mrb, real, kobako_real_value(mrb, im));
}

/* The number of a text, or of one or two parts; undef where Ruby has to make it. */
static mrb_value
complex_out_of(mrb_state *mrb, const mrb_value *values)
{
  struct kobako_real re, im;
  struct kobako_text text;

  if (!mrb_undef_p(values[1])) {
    if (!kobako_real_of(&values[0], &re) || !kobako_real_of(&values[1], &im)) return mrb_undef_value();
    return kobako_make_complex(mrb, values[0], values[1]);
  }
  if (kobako_real_of(&values[0], &re)) return kobako_make_complex(mrb, values[0], mrb_fixnum_value(0));
  if (!kobako_text_of(values[0], &text) || !kobako_complex_text(text, &re, &im)) return mrb_undef_value();
  return complex_of(mrb, &re, &im);
}

static mrb_value
complex(mrb_state *mrb, mrb_value self)
{
  struct arguments arguments;
  mrb_value number;

  read(mrb, &arguments);
  number = mrb_true_p(arguments.values[2]) ? complex_out_of(mrb, arguments.values) : mrb_undef_value();
  if (!mrb_undef_p(number)) return number;
  mrb_value args[] = { arguments.values[0], arguments.values[1], mrb_bool_value(mrb_undef_p(arguments.values[1])),
                       arguments.values[2] };
  if (mrb_undef_p(args[1])) args[1] = mrb_fixnum_value(0);
  return kobako_go_on(mrb, MRB_SYM(__to_complex), 4, args);
}

static mrb_value
text_to_r(mrb_state *mrb, mrb_value self)
{
  struct kobako_text text;
  struct kobako_real fraction;

  if (kobako_text_of(self, &text) && kobako_rational_text(text, &fraction)) return kobako_real_value(mrb, &fraction);
  return kobako_go_on(mrb, MRB_SYM(__to_r), 0, NULL);
}

static mrb_value
text_to_c(mrb_state *mrb, mrb_value self)
{
  struct kobako_text text;
  struct kobako_real re, im;

  if (kobako_text_of(self, &text) && kobako_complex_text(text, &re, &im)) return complex_of(mrb, &re, &im);
  return kobako_go_on(mrb, MRB_SYM(__to_c), 0, NULL);
}

/* Numeric.__decimal(text): for BigDecimal, n * 10**e of a plain text; nil for another, and where n ends with a zero. */
static mrb_value
decimal(mrb_state *mrb, mrb_value self)
{
  struct kobako_text text;
  struct RObject *object;
  mrb_int n;
  int behind;

  if (!kobako_text_of(mrb_get_arg1(mrb), &text) || !kobako_decimal_text(text, &n, &behind) || n % 10 == 0) {
    return mrb_nil_value();
  }
  object = MRB_OBJ_ALLOC(mrb, MRB_TT_OBJECT, mrb_class_ptr(self));
  mrb_obj_iv_set(mrb, object, MRB_IVSYM(n), mrb_int_value(mrb, n));
  mrb_obj_iv_set(mrb, object, MRB_IVSYM(e), mrb_fixnum_value(-behind));
  return mrb_obj_value(object);
}

void
kobako_init_conversions_of_numbers(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;
  const mrb_aspec aspec = MRB_ARGS_ARG(1, 1) | MRB_ARGS_KEY(1, 0);

  mrb_define_alias_id(mrb, kernel, MRB_SYM(__integer), MRB_SYM(Integer));
  mrb_define_alias_id(mrb, kernel, MRB_SYM(__float), MRB_SYM(Float));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(Integer), integer, aspec);
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(Float), to_float, MRB_ARGS_REQ(1) | MRB_ARGS_KEY(1, 0));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(Rational), rational, aspec);
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(Complex), complex, aspec);
  mrb_define_class_method_id(mrb, mrb_class_get_id(mrb, MRB_SYM(Numeric)), MRB_SYM(__decimal), decimal,
                             MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(to_r), text_to_r, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(to_c), text_to_c, MRB_ARGS_NONE());
}
