/* Floats as Marshal writes them: the fewest digits that mean the number. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <mruby.h>
#include <mruby/numeric.h>
#include <mruby/string.h>
#include "marshal.h"

#define MAX_DIGITS 32

/* Digits without zeros around them, with the point behind so many of them. */
struct decimal {
  char digits[MAX_DIGITS];
  int count, point;
};

/* Takes apart what Float#to_s gives of a number that is not negative. */
static struct decimal
decimal_of(const char *text, const char *end)
{
  struct decimal d = { .count = 0, .point = 0 };
  mrb_bool fraction = FALSE;

  for (; text < end && *text != 'e'; text++) {
    if (*text == '.') {
      fraction = TRUE;
      continue;
    }
    if (*text == '0' && d.count == 0) {
      if (fraction) d.point--;
      continue;
    }
    if (d.count < MAX_DIGITS) d.digits[d.count++] = *text;
    if (!fraction) d.point++;
  }
  if (text < end) d.point += atoi(text + 1);
  while (d.count > 0 && d.digits[d.count - 1] == '0') d.count--;
  return d;
}

static void
cat(mrb_state *mrb, mrb_value text, const char *bytes, int count)
{
  mrb_str_cat(mrb, text, bytes, (size_t)count);
}

static mrb_value
placed(mrb_state *mrb, mrb_value text, const struct decimal *d)
{
  int before = d->point < -3 || d->point > d->count ? 1 : d->point;

  if (before <= 0) {
    mrb_str_cat_lit(mrb, text, "0.");
    for (int i = before; i < 0; i++) mrb_str_cat_lit(mrb, text, "0");
    cat(mrb, text, d->digits, d->count);
    return text;
  }
  cat(mrb, text, d->digits, before);
  if (d->count > before) {
    mrb_str_cat_lit(mrb, text, ".");
    cat(mrb, text, d->digits + before, d->count - before);
  }
  if (before != d->point) {
    mrb_str_cat_lit(mrb, text, "e");
    mrb_str_cat_str(mrb, text, mrb_integer_to_str(mrb, mrb_int_value(mrb, d->point - 1), 10));
  }
  return text;
}

mrb_value
kobako_marshal_float(mrb_state *mrb, mrb_value number)
{
  double f = mrb_float(number);
  mrb_value text;

  if (isnan(f)) return mrb_str_new_lit(mrb, "nan");
  if (isinf(f)) return f > 0 ? mrb_str_new_lit(mrb, "inf") : mrb_str_new_lit(mrb, "-inf");
  text = signbit(f) ? mrb_str_new_lit(mrb, "-") : mrb_str_new(mrb, NULL, 0);
  if (f == 0) return mrb_str_cat_lit(mrb, text, "0");

  mrb_value shown = mrb_float_to_str(mrb, mrb_float_value(mrb, fabs(f)), NULL);
  struct decimal d = decimal_of(RSTRING_PTR(shown), RSTRING_PTR(shown) + RSTRING_LEN(shown));
  return placed(mrb, text, &d);
}
