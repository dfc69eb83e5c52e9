/* Numbers out of plain texts: digits with a sign, a point, a slash or an i. */
#include <mruby.h>
#include <mruby/numeric.h>
#include <mruby/string.h>
#include <kobako_floats.h>
#include "real.h"
#include "text.h"

/* So many decimal digits fit into a word. */
#define DIGITS 18

/* Digits with those behind a point. */
struct decimal {
  mrb_int digits;
  int behind;
};

mrb_bool
kobako_text_of(mrb_value value, struct kobako_text *text)
{
  if (!mrb_string_p(value) || RSTR_WIDE_P(mrb_str_ptr(value))) return FALSE;
  text->at = RSTRING_PTR(value);
  text->end = text->at + RSTRING_LEN(value);
  return TRUE;
}

static mrb_bool
skip(struct kobako_text *text, char c)
{
  if (text->at == text->end || *text->at != c) return FALSE;
  text->at++;
  return TRUE;
}

static mrb_bool
sign(struct kobako_text *text, mrb_bool *negative)
{
  *negative = skip(text, '-');
  return *negative || skip(text, '+');
}

static int
digit_of(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if ((c | 32) >= 'a' && (c | 32) <= 'z') return (c | 32) - 'a' + 10;
  return 36;
}

/* Digits into *n, behind what it holds; gives their number. */
static int
digits(struct kobako_text *text, mrb_int *n)
{
  const char *from = text->at;

  while (text->at < text->end && *text->at >= '0' && *text->at <= '9' && text->at - from <= DIGITS) {
    if (!kobako_product(*n, 10, n) || mrb_int_add_overflow(*n, *text->at - '0', n)) return 0;
    text->at++;
  }
  return (int)(text->at - from);
}

static mrb_bool
decimal(struct kobako_text *text, struct decimal *decimal)
{
  decimal->digits = 0;
  decimal->behind = 0;
  if (digits(text, &decimal->digits) == 0) return FALSE;
  return !skip(text, '.') || (decimal->behind = digits(text, &decimal->digits)) > 0;
}

mrb_bool
kobako_integer_text(struct kobako_text text, mrb_int base, mrb_int *n)
{
  mrb_bool negative;

  sign(&text, &negative);
  if (text.at == text.end || (*text.at == '0' && text.end - text.at > 1)) return FALSE;
  for (*n = 0; text.at < text.end; text.at++) {
    int digit = digit_of(*text.at);
    if (digit >= base || !kobako_product(*n, base, n) || mrb_int_add_overflow(*n, digit, n)) return FALSE;
  }
  if (negative) *n = -*n;
  return TRUE;
}

mrb_bool
kobako_float_text(struct kobako_text text, double *f)
{
  mrb_int ignored = 0;
  struct decimal number;
  mrb_bool negative;
  const char *from;

  sign(&text, &negative);
  from = text.at;
  if (!decimal(&text, &number)) return FALSE;
  if (skip(&text, 'e') || skip(&text, 'E')) {
    mrb_bool small;
    sign(&text, &small);
    int count = digits(&text, &ignored);
    if (count == 0 || count > 2) return FALSE;
  }
  *f = kobako_read_float(from, text.end - from);
  if (negative) *f = -*f;
  return text.at == text.end;
}

mrb_bool
kobako_decimal_text(struct kobako_text text, mrb_int *n, int *behind)
{
  mrb_bool negative = skip(&text, '-');
  struct decimal number;

  if (!decimal(&text, &number) || text.at < text.end) return FALSE;
  *n = negative ? -number.digits : number.digits;
  *behind = number.behind;
  return TRUE;
}

static mrb_bool
fraction_of(const struct decimal *decimal, struct kobako_real *fraction)
{
  mrb_int scale = 1;

  if (decimal->behind > DIGITS) return FALSE;
  for (int i = 0; i < decimal->behind; i++) scale *= 10;
  *fraction = kobako_reduced(decimal->digits, scale);
  return TRUE;
}

mrb_bool
kobako_rational_text(struct kobako_text text, struct kobako_real *fraction)
{
  struct decimal number;
  struct kobako_real divisor;
  mrb_bool negative;

  sign(&text, &negative);
  if (!decimal(&text, &number) || !fraction_of(&number, fraction)) return FALSE;
  if (skip(&text, '/')) {
    if (!decimal(&text, &number) || !fraction_of(&number, &divisor)) return FALSE;
    if (!kobako_divide(fraction, &divisor, fraction)) return FALSE;
  }
  if (negative) fraction->n = -fraction->n;
  return text.at == text.end;
}

/* An Integer, or a Float if there is a point; one if there are no digits, and may be none. */
static mrb_bool
part(struct kobako_text *text, mrb_bool negative, mrb_bool none, struct kobako_real *part)
{
  const char *from = text->at;
  struct decimal number;

  if (none && (from == text->end || *from < '0' || *from > '9')) {
    *part = kobako_whole(negative ? -1 : 1);
    return TRUE;
  }
  if (!decimal(text, &number)) return FALSE;
  *part = kobako_whole(negative ? -number.digits : number.digits);
  if (number.behind == 0) return TRUE;
  double f = kobako_read_float(from, text->at - from);
  *part = (struct kobako_real){ KOBAKO_FLOAT, 0, 1, negative ? -f : f };
  return TRUE;
}

/* Whether the text ends with an i. */
static mrb_bool
last_i(struct kobako_text *text)
{
  return (skip(text, 'i') || skip(text, 'j')) && text->at == text->end;
}

mrb_bool
kobako_complex_text(struct kobako_text text, struct kobako_real *re, struct kobako_real *im)
{
  mrb_bool negative;

  sign(&text, &negative);
  if (!part(&text, negative, FALSE, re)) return FALSE;
  *im = kobako_whole(0);
  if (text.at == text.end) return TRUE;
  if (sign(&text, &negative)) return part(&text, negative, TRUE, im) && last_i(&text);
  *im = *re;
  *re = kobako_whole(0);
  return last_i(&text);
}
