/* Floats as JSON writes them: 1e+20 and 0.0000001, where Float#to_s has 1.0e+20 and 1.0e-07. */
#include <stdlib.h>
#include <mruby.h>
#include <mruby/numeric.h>
#include <mruby/string.h>
#include "json_float.h"

/* Significant digits, of which the last counts 10 to that power: whole below 10**15, with leading zeros down to 10**-9. */
static void
put_digits(mrb_state *mrb, mrb_value text, const char *digits, int count, int power)
{
  int exponent = power + count - 1, point = power + count;

  if (power >= 0 && exponent < 15) {
    mrb_str_cat(mrb, text, digits, (size_t)count);
    while (power-- > 0) mrb_str_cat_lit(mrb, text, "0");
    mrb_str_cat_lit(mrb, text, ".0");
  }
  else if (power < 0 && (power > -7 || (exponent > -10 && exponent < 10))) {
    if (point > 0) mrb_str_cat(mrb, text, digits, (size_t)point);
    else mrb_str_cat_lit(mrb, text, "0");
    mrb_str_cat_lit(mrb, text, ".");
    for (; point < 0; point++) mrb_str_cat_lit(mrb, text, "0");
    digits += power + count > 0 ? power + count : 0;
    mrb_str_cat(mrb, text, digits, (size_t)(count - point));
  }
  else {
    mrb_str_cat(mrb, text, digits, 1);
    if (count > 1) mrb_str_cat_lit(mrb, text, ".");
    mrb_str_cat(mrb, text, digits + 1, (size_t)count - 1);
    mrb_str_cat_cstr(mrb, text, exponent < 0 ? "e" : "e+");
    mrb_str_cat_str(mrb, text, mrb_integer_to_str(mrb, mrb_fixnum_value(exponent), 10));
  }
}

void
kobako_json_float(mrb_state *mrb, mrb_value text, mrb_value shown)
{
  const char *p = RSTRING_PTR(shown), *end = p + RSTRING_LEN(shown);
  char digits[32];
  int count = 0, power = 0;
  mrb_bool behind = FALSE;

  if (*p == '-') {
    mrb_str_cat_lit(mrb, text, "-");
    p++;
  }
  for (; p < end && *p != 'e'; p++) {
    if (*p == '.') behind = TRUE;
    else {
      if (behind) power--;
      if (count > 0 || *p != '0') digits[count++] = *p;
    }
  }
  if (p < end) power += (int)strtol(p + 1, NULL, 10);
  for (; count > 1 && digits[count - 1] == '0'; count--) power++;
  if (count == 0) mrb_str_cat_lit(mrb, text, "0.0");
  else put_digits(mrb, text, digits, count, power);
}
