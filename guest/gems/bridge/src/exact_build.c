/* Builders of values that have parts. */
#include <math.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/gc.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/range.h>
#include <mruby/variable.h>
#include <kobako.h>
#include <kobako_library.h>
#include "exact.h"
#include "guarded.h"

enum { DAY = 86400, NANOSECONDS = 1000000000 };

struct bytes {
  mrb_bool negative;
  const uint8_t *start;
  size_t len;
};

static mrb_value
new_integer(mrb_state *mrb, void *p)
{
  const struct bytes *bytes = (const struct bytes *)p;
  mrb_value number;

  if (bytes->len == 0) return mrb_fixnum_value(0);
  number = mrb_bint_from_bytes(mrb, bytes->start, (mrb_int)bytes->len);
  if (!bytes->negative) return number;
  if (mrb_type(number) == MRB_TT_INTEGER) return mrb_int_value(mrb, -mrb_integer(number));
  return mrb_bint_mul(mrb, number, mrb_fixnum_value(-1)); /* and not mrb_bint_neg, which makes -2**63 a long one */
}

mrb_bool
kobako_integer(mrb_state *mrb, mrb_bool negative, const uint8_t *bytes, size_t len, mrb_value *out)
{
  struct bytes given = { negative, bytes, len };
  return kobako_guarded(mrb, new_integer, &given, out);
}

static mrb_value
new_object(mrb_state *mrb, struct RClass *class)
{
  return mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, class));
}

static mrb_value
new_time(mrb_state *mrb, void *p)
{
  const struct kobako_time *given = (const struct kobako_time *)p;
  mrb_value time = new_object(mrb, kobako_exact_classes.time);

  mrb_iv_set(mrb, time, MRB_IVSYM(seconds), mrb_int_value(mrb, given->seconds));
  mrb_iv_set(mrb, time, MRB_IVSYM(sub), mrb_int_value(mrb, (mrb_int)given->nanoseconds * NANOSECONDS));
  mrb_iv_set(mrb, time, MRB_IVSYM(offset), mrb_int_value(mrb, given->offset));
  mrb_iv_set(mrb, time, MRB_IVSYM(utc), mrb_bool_value(given->utc));
  mrb_iv_set(mrb, time, MRB_IVSYM(object), mrb_nil_value());
  return time;
}

mrb_bool
kobako_time(mrb_state *mrb, const struct kobako_time *time, mrb_value *out)
{
  return kobako_guarded(mrb, new_time, (void *)time, out);
}

struct date {
  enum kobako_class class;
  const struct kobako_date *date;
};

static mrb_value
new_date(mrb_state *mrb, void *p)
{
  const struct date *given = (const struct date *)p;
  const struct kobako_date *date = given->date;
  mrb_value object = new_object(mrb, kobako_load_class(mrb, given->class));
  int32_t second = (int32_t)date->second + date->offset;
  mrb_int days = second < 0 ? -1 : second / DAY;
  mrb_value day = mrb_num_add(mrb, mrb_int_value(mrb, date->day), mrb_int_value(mrb, days));
  mrb_bool whole = isfinite(date->start) && date->start == floor(date->start);

  mrb_iv_set(mrb, object, MRB_IVSYM(jd), day);
  mrb_iv_set(mrb, object, MRB_IVSYM(start),
             whole ? mrb_int_value(mrb, (mrb_int)date->start) : mrb_float_value(mrb, date->start));
  if (given->class == KOBAKO_DATE_CLASS && date->second == 0 && date->nanoseconds == 0 && date->offset == 0)
    return object;
  mrb_iv_set(mrb, object, MRB_IVSYM(second), mrb_int_value(mrb, second - days * DAY));
  mrb_iv_set(mrb, object, MRB_IVSYM(nano), mrb_int_value(mrb, date->nanoseconds));
  mrb_iv_set(mrb, object, MRB_IVSYM(offset), mrb_int_value(mrb, date->offset));
  return object;
}

mrb_bool
kobako_date(mrb_state *mrb, mrb_bool with_time, const struct kobako_date *date, mrb_value *out)
{
  struct date given = { with_time ? KOBAKO_DATE_TIME_CLASS : KOBAKO_DATE_CLASS, date };
  return kobako_guarded(mrb, new_date, &given, out);
}

struct decimal {
  mrb_bool negative;
  const char *digits;
  size_t len;
  int32_t exponent;
};

/* Digits that a word has room for. */
enum { WORD_DIGITS = 18 };

static mrb_value
number_of_digits(mrb_state *mrb, const struct decimal *given)
{
  mrb_int number = 0;

  if (given->len > WORD_DIGITS) {
    return mrb_bint_new_str(mrb, given->digits, (mrb_int)given->len, given->negative ? -10 : 10);
  }
  for (size_t i = 0; i < given->len; i++) number = number * 10 + (given->digits[i] - '0');
  return mrb_int_value(mrb, given->negative ? -number : number);
}

static mrb_value
new_decimal(mrb_state *mrb, void *p)
{
  const struct decimal *given = (const struct decimal *)p;
  mrb_value object = new_object(mrb, kobako_load_class(mrb, KOBAKO_DECIMAL_CLASS));

  mrb_iv_set(mrb, object, MRB_IVSYM(n), number_of_digits(mrb, given));
  mrb_iv_set(mrb, object, MRB_IVSYM(e), mrb_int_value(mrb, given->exponent));
  return object;
}

mrb_bool
kobako_decimal(mrb_state *mrb, mrb_bool negative, const char *digits, size_t len, int32_t exponent, mrb_value *out)
{
  struct decimal given = { negative, digits, len, exponent };
  return kobako_guarded(mrb, new_decimal, &given, out);
}

static mrb_value
new_special_decimal(mrb_state *mrb, void *sign)
{
  mrb_value object = new_object(mrb, kobako_load_class(mrb, KOBAKO_DECIMAL_CLASS));

  mrb_iv_set(mrb, object, MRB_IVSYM(n), mrb_int_value(mrb, *(int32_t *)sign));
  mrb_iv_set(mrb, object, MRB_IVSYM(e), mrb_nil_value());
  return object;
}

mrb_bool
kobako_special_decimal(mrb_state *mrb, int32_t sign, mrb_value *out)
{
  return kobako_guarded(mrb, new_special_decimal, &sign, out);
}

struct halves {
  struct RClass *class;
  mrb_sym names[2];
  mrb_value values[2];
};

static mrb_value
new_halves(mrb_state *mrb, void *p)
{
  const struct halves *halves = (const struct halves *)p;
  mrb_value object = new_object(mrb, halves->class);
  int i;

  for (i = 0; i < 2; i++) mrb_iv_set(mrb, object, halves->names[i], halves->values[i]);
  return object;
}

mrb_bool
kobako_rational(mrb_state *mrb, const mrb_value *numerator, const mrb_value *denominator, mrb_value *out)
{
  struct halves halves = { kobako_exact_classes.rational,
                           { MRB_IVSYM(numerator), MRB_IVSYM(denominator) },
                           { *numerator, *denominator } };
  return kobako_guarded(mrb, new_halves, &halves, out);
}

mrb_bool
kobako_complex(mrb_state *mrb, const mrb_value *real, const mrb_value *imaginary, mrb_value *out)
{
  struct halves halves = { kobako_exact_classes.complex,
                           { MRB_IVSYM(real), MRB_IVSYM(imaginary) },
                           { *real, *imaginary } };
  return kobako_guarded(mrb, new_halves, &halves, out);
}

struct pair {
  mrb_value one;
  mrb_value two;
  mrb_bool exclude_end;
};

/* The host compared the ends, so they are not compared again by code of the guest. */
static mrb_value
new_range(mrb_state *mrb, void *p)
{
  const struct pair *pair = (const struct pair *)p;
  mrb_value range = mrb_range_new(mrb, mrb_nil_value(), mrb_nil_value(), pair->exclude_end);
  struct RRange *raw = mrb_range_raw_ptr(range);

  RANGE_BEG(raw) = pair->one;
  RANGE_END(raw) = pair->two;
  mrb_write_barrier(mrb, (struct RBasic *)raw);
  return range;
}

mrb_bool
kobako_range(mrb_state *mrb, const mrb_value *begin, const mrb_value *end, mrb_bool exclude_end, mrb_value *out)
{
  struct pair pair = { *begin, *end, exclude_end };
  return kobako_guarded(mrb, new_range, &pair, out);
}

static mrb_value
new_set(mrb_state *mrb, void *hash)
{
  mrb_value set = new_object(mrb, kobako_exact_classes.set);

  mrb_iv_set(mrb, set, MRB_IVSYM(hash), *(const mrb_value *)hash);
  return set;
}

mrb_bool
kobako_set(mrb_state *mrb, const mrb_value *hash, mrb_value *out)
{
  return kobako_guarded(mrb, new_set, (void *)hash, out);
}
