/* Integers of binary, octal and hexadecimal digits, in as much time as there are digits; String#to_i, hex and oct. */
#include <string.h>
#include <mruby.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_string.h>
#include "binary_digits.h"

/* The bits of what is no big integer. */
#define FEW_BITS 62

static mrb_func_t plain_to_i;

static int
digit_of(char c)
{
  if (ISDIGIT(c)) return c - '0';
  return ISALPHA(c) ? TOLOWER(c) - 'a' + 10 : 36;
}

static mrb_int
base_of_prefix(char c)
{
  switch (TOLOWER(c)) {
  case 'x':
    return 16;
  case 'b':
    return 2;
  case 'o':
    return 8;
  default:
    return TOLOWER(c) == 'd' ? 10 : 0;
  }
}

static int
bits_of(mrb_int base)
{
  for (int bits = 1; bits <= 5; bits++) {
    if (base == (mrb_int)1 << bits) return bits;
  }
  return 0;
}

/* Takes a prefix that fits a base, and says which base it is. */
static const char *
take_prefix(const char *p, const char *end, mrb_int *base)
{
  mrb_int prefix = end - p > 1 && *p == '0' ? base_of_prefix(p[1]) : 0;

  if (prefix && (*base <= 0 || *base == prefix)) {
    *base = prefix;
    return p + 2;
  }
  if (*base <= 0) *base = *base == -8 || (p < end && *p == '0') ? 8 : 10;
  return p;
}

/* Where digits end, of which two may have one _ between them. */
static const char *
end_of_digits(const char *p, const char *end, mrb_int base, mrb_int *count)
{
  *count = 0;
  for (; p < end; p++) {
    if (digit_of(*p) < base) ++*count;
    else if (*p != '_' || end - p < 2 || digit_of(p[1]) >= base) break;
  }
  return p;
}

static mrb_int
small_of(const char *p, const char *end, int bits)
{
  mrb_int n = 0;

  for (; p < end; p++) {
    if (*p != '_') n = n << bits | digit_of(*p);
  }
  return n;
}

static mrb_value
number_of(mrb_state *mrb, const char *p, const char *end, mrb_int count, int bits)
{
  mrb_int size = (count * bits + 63) / 64 * 8, at = 0;
  uint8_t *bytes = mrb_temp_alloc(mrb, size);
  uint32_t left = 0;
  int have = 0;

  memset(bytes, 0, size);
  while (end > p) {
    if (*--end == '_') continue;
    left |= (uint32_t)digit_of(*end) << have;
    have += bits;
    if (have < 8) continue;
    bytes[at++] = (uint8_t)left;
    left >>= 8;
    have -= 8;
  }
  if (have > 0) bytes[at] = (uint8_t)left;
  return mrb_bint_from_bytes(mrb, bytes, size);
}

mrb_bool
kobako_binary_digits(mrb_state *mrb, mrb_value text, mrb_int base, mrb_bool whole, mrb_value *n)
{
  const char *p = RSTRING_PTR(text), *end = RSTRING_END(text), *rest;
  mrb_bool negative;
  mrb_int count;

  while (p < end && ISSPACE(*p)) p++;
  negative = p < end && *p == '-';
  if (p < end && (*p == '-' || *p == '+')) p++;
  p = take_prefix(p, end, &base);
  int bits = bits_of(base);
  if (bits == 0 || p == end || digit_of(*p) >= base) return FALSE;
  const char *stop = end_of_digits(p, end, base, &count);
  for (; p < stop && (*p == '0' || *p == '_'); p++) count -= *p == '0';
  for (rest = stop; whole && rest < end; rest++) {
    if (!ISSPACE(*rest)) return FALSE;
  }
  *n = count * bits <= FEW_BITS ? mrb_int_value(mrb, small_of(p, stop, bits)) : number_of(mrb, p, stop, count, bits);
  if (negative) *n = mrb_integer_p(*n) ? mrb_int_value(mrb, -mrb_integer(*n)) : mrb_bint_neg(mrb, *n);
  return TRUE;
}

static mrb_value
str_to_i(mrb_state *mrb, mrb_value self)
{
  mrb_int base;
  mrb_value n;

  if (mrb_get_argc(mrb) != 1 || !mrb_integer_p(mrb_get_argv(mrb)[0])) return plain_to_i(mrb, self);
  base = mrb_integer(mrb_get_argv(mrb)[0]);
  return base >= 0 && kobako_binary_digits(mrb, self, base, FALSE, &n) ? n : plain_to_i(mrb, self);
}

static mrb_value
by_base(mrb_state *mrb, mrb_value self, mrb_int base)
{
  mrb_value n;

  return kobako_binary_digits(mrb, self, base, FALSE, &n) ? n : mrb_str_to_integer(mrb, self, base, FALSE);
}

static mrb_value
str_hex(mrb_state *mrb, mrb_value self)
{
  return by_base(mrb, self, 16);
}

static mrb_value
str_oct(mrb_state *mrb, mrb_value self)
{
  return by_base(mrb, self, -8);
}

void
kobako_init_binary_digits(mrb_state *mrb)
{
  plain_to_i = kobako_wrap_string(mrb, MRB_SYM(to_i), str_to_i, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(hex), str_hex, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(oct), str_oct, MRB_ARGS_NONE());
}
