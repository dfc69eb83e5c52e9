/* What values hold. A script may have set any of it to anything. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <bigint.h>
#include <kobako.h>
#include "exact.h"
#include "guarded.h"

enum { DAY = 86400, NANOSECONDS = 1000000000 };

mrb_bool
kobako_magnitude_of(const mrb_value *value, struct kobako_magnitude *out)
{
  if (mrb_type(*value) == MRB_TT_INTEGER) {
    mrb_int number = mrb_integer(*value);
    uint64_t word = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    memcpy(out->word, &word, sizeof(word));
    out->bytes = out->word;
    out->len = sizeof(word);
    out->negative = number < 0;
  }
  else if (mrb_type(*value) == MRB_TT_BIGINT) {
    struct RBigint *big = RBIGINT(*value);

    out->bytes = (const uint8_t *)RBIGINT_ARY(big);
    out->len = (uint32_t)(RBIGINT_SIZE(big) * sizeof(mp_limb));
    out->negative = RBIGINT_SIGN(big) < 0;
  }
  else {
    return FALSE;
  }
  while (out->len > 0 && out->bytes[out->len - 1] == 0) out->len--;
  return TRUE;
}

static mrb_value
part(mrb_state *mrb, mrb_value value, mrb_sym name)
{
  return mrb_iv_get(mrb, value, name);
}

/* The whole number below an Integer or a Rational that is not negative; -1 for everything else. */
static int64_t
whole(mrb_state *mrb, mrb_value value)
{
  if (mrb_type(value) == MRB_TT_INTEGER) return mrb_integer(value);
  if (mrb_type(value) != MRB_TT_OBJECT || mrb_obj_class(mrb, value) != kobako_exact_classes.rational) return -1;

  mrb_value numerator = part(mrb, value, MRB_IVSYM(numerator)), denominator = part(mrb, value, MRB_IVSYM(denominator));
  mrb_bool one_big = mrb_type(numerator) == MRB_TT_BIGINT, two_big = mrb_type(denominator) == MRB_TT_BIGINT;
  if (!one_big && mrb_type(numerator) != MRB_TT_INTEGER) return -1;
  if (!two_big && (mrb_type(denominator) != MRB_TT_INTEGER || mrb_integer(denominator) < 1)) return -1;
  if (!one_big) return two_big || mrb_integer(numerator) < 0 ? 0 : mrb_integer(numerator) / mrb_integer(denominator);

  mrb_value quotient = mrb_bint_div(mrb, numerator, denominator);
  return mrb_type(quotient) == MRB_TT_INTEGER ? mrb_integer(quotient) : -1;
}

static mrb_bool
within(mrb_value value, int64_t low, int64_t high, int32_t *out)
{
  if (mrb_type(value) != MRB_TT_INTEGER || mrb_integer(value) < low || mrb_integer(value) > high) return FALSE;
  *out = (int32_t)mrb_integer(value);
  return TRUE;
}

struct reading {
  mrb_value value;
  void *out;
};

static mrb_value
read_time(mrb_state *mrb, void *p)
{
  const struct reading *reading = (const struct reading *)p;
  struct kobako_time *time = (struct kobako_time *)reading->out;
  mrb_value seconds = part(mrb, reading->value, MRB_IVSYM(seconds));
  int64_t sub = whole(mrb, part(mrb, reading->value, MRB_IVSYM(sub)));

  if (mrb_type(seconds) != MRB_TT_INTEGER || sub < 0 || sub / NANOSECONDS >= NANOSECONDS) return mrb_false_value();
  time->seconds = mrb_integer(seconds);
  time->nanoseconds = (uint32_t)(sub / NANOSECONDS);
  time->utc = mrb_true_p(part(mrb, reading->value, MRB_IVSYM(utc)));
  return mrb_bool_value(within(part(mrb, reading->value, MRB_IVSYM(offset)), 1 - DAY, DAY - 1, &time->offset));
}

/* The first Gregorian day as a float; 0.0 for none. */
static double
start_of(mrb_state *mrb, mrb_value start)
{
  if (mrb_float_p(start)) return mrb_float(start);
  if (mrb_type(start) == MRB_TT_INTEGER) return (double)mrb_integer(start);
  if (mrb_type(start) != MRB_TT_OBJECT || mrb_obj_class(mrb, start) != kobako_exact_classes.rational) return 0.0;

  mrb_value numerator = part(mrb, start, MRB_IVSYM(numerator)), denominator = part(mrb, start, MRB_IVSYM(denominator));
  if (mrb_type(numerator) != MRB_TT_INTEGER || mrb_type(denominator) != MRB_TT_INTEGER) return 0.0;
  return (double)mrb_integer(numerator) / (double)mrb_integer(denominator);
}

static mrb_value
read_date(mrb_state *mrb, void *p)
{
  const struct reading *reading = (const struct reading *)p;
  struct kobako_date *date = (struct kobako_date *)reading->out;
  mrb_value day = part(mrb, reading->value, MRB_IVSYM(jd)), time = part(mrb, reading->value, MRB_IVSYM(second));
  int64_t nanoseconds = 0;
  int32_t second = 0;

  if (mrb_type(day) != MRB_TT_INTEGER) return mrb_false_value();
  date->day = mrb_integer(day);
  date->start = start_of(mrb, part(mrb, reading->value, MRB_IVSYM(start)));
  date->offset = 0;
  if (!mrb_nil_p(time)) {
    nanoseconds = whole(mrb, part(mrb, reading->value, MRB_IVSYM(nano)));
    if (!within(time, 0, DAY - 1, &second) || nanoseconds < 0 || nanoseconds >= NANOSECONDS) return mrb_false_value();
    if (!within(part(mrb, reading->value, MRB_IVSYM(offset)), -DAY, DAY, &date->offset)) return mrb_false_value();
  }
  second -= date->offset;
  for (; second < 0; second += DAY) {
    if (__builtin_sub_overflow(date->day, (int64_t)1, &date->day)) return mrb_false_value();
  }
  for (; second >= DAY; second -= DAY) {
    if (__builtin_add_overflow(date->day, (int64_t)1, &date->day)) return mrb_false_value();
  }
  date->second = (uint32_t)second;
  date->nanoseconds = (uint32_t)nanoseconds;
  return mrb_true_value();
}

/* The digits of an Integer of a word, at the end of the buffer. */
static void
write_digits(mrb_int number, struct kobako_decimal *out)
{
  uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  char *at = out->buffer + sizeof(out->buffer);

  do {
    *--at = (char)('0' + left % 10);
    left /= 10;
  } while (left > 0);
  out->digits = at;
  out->len = (uint32_t)(out->buffer + sizeof(out->buffer) - at);
  out->negative = number < 0;
}

static mrb_value
long_digits(mrb_state *mrb, void *number)
{
  return mrb_bint_to_s(mrb, *(const mrb_value *)number, 10);
}

static mrb_bool
read_guarded(mrb_state *mrb, mrb_protect_error_func *body, void *data)
{
  mrb_value done;
  return kobako_guarded(mrb, body, data, &done) && mrb_true_p(done);
}

mrb_bool
kobako_time_of(mrb_state *mrb, const mrb_value *value, struct kobako_time *out)
{
  struct reading reading = { *value, out };
  return read_guarded(mrb, read_time, &reading);
}

mrb_bool
kobako_date_of(mrb_state *mrb, const mrb_value *value, struct kobako_date *out)
{
  struct reading reading = { *value, out };
  return read_guarded(mrb, read_date, &reading);
}

mrb_bool
kobako_decimal_of(mrb_state *mrb, const mrb_value *value, struct kobako_decimal *out)
{
  mrb_value n = part(mrb, *value, MRB_IVSYM(n)), e = part(mrb, *value, MRB_IVSYM(e)), text;

  out->digits = NULL;
  if (mrb_nil_p(e)) return within(n, -3, 3, &out->sign);
  if (!within(e, INT32_MIN, INT32_MAX, &out->exponent)) return FALSE;
  if (mrb_type(n) == MRB_TT_INTEGER) {
    write_digits(mrb_integer(n), out);
    return TRUE;
  }
  if (mrb_type(n) != MRB_TT_BIGINT || !kobako_guarded(mrb, long_digits, &n, &text)) return FALSE;
  out->negative = mrb_bint_sign(mrb, n) < 0;
  out->digits = RSTRING_PTR(text) + out->negative;
  out->len = (uint32_t)RSTRING_LEN(text) - out->negative;
  return TRUE;
}

mrb_bool
kobako_parts_of(mrb_state *mrb, const mrb_value *value, mrb_value *one, mrb_value *two)
{
  switch (kobako_exact_kind(mrb, *value)) {
  case KOBAKO_RATIONAL:
    *one = part(mrb, *value, MRB_IVSYM(numerator));
    *two = part(mrb, *value, MRB_IVSYM(denominator));
    return TRUE;
  case KOBAKO_COMPLEX:
    *one = part(mrb, *value, MRB_IVSYM(real));
    *two = part(mrb, *value, MRB_IVSYM(imaginary));
    return TRUE;
  case KOBAKO_RANGE:
#ifndef MRB_RANGE_EMBED
    if (!mrb_range_raw_ptr(*value)->edges) return FALSE; /* allocated, and no more */
#endif
    *one = RANGE_BEG(mrb_range_raw_ptr(*value));
    *two = RANGE_END(mrb_range_raw_ptr(*value));
    return TRUE;
  default:
    return FALSE;
  }
}

mrb_bool
kobako_excludes_end(mrb_state *mrb, const mrb_value *range)
{
  return RANGE_EXCL(mrb_range_raw_ptr(*range));
}

mrb_bool
kobako_members_of(mrb_state *mrb, const mrb_value *set, mrb_value *hash)
{
  *hash = part(mrb, *set, MRB_IVSYM(hash));
  return mrb_hash_p(*hash);
}

mrb_bool
kobako_record_of(mrb_state *mrb, const mrb_value *record, mrb_value *names, const mrb_value **values)
{
  struct RClass *class = mrb_obj_class(mrb, *record);

  do {
    *names = mrb_iv_get(mrb, mrb_obj_value(class), MRB_SYM(__members__));
    class = class->super;
  } while (!mrb_array_p(*names) && class);
  *values = RARRAY_PTR(*record);
  return mrb_array_p(*names) && RARRAY_LEN(*names) == RARRAY_LEN(*record);
}
