/* Integers and floats as the directives d i u o x X b B, f e E g G a A write them. */
#include <math.h>
#include <string.h>
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_floats.h>
#include "field.h"

#define MOST 0x7ffffffe
/* The most digits before the point of a float, its sign, point and exponent. */
#define FLOAT_ROOM 400
/* Digits behind the point for which the stack has room. */
#define PLACES 32

void
format_fill(mrb_state *mrb, mrb_value out, char c, mrb_int count)
{
  mrb_int length = RSTRING_LEN(out);

  if (count <= 0) return;
  if (count > MOST - length) mrb_raise(mrb, E_ARGUMENT_ERROR, "width too big");
  mrb_str_resize(mrb, out, length + count);
  memset(RSTRING_PTR(out) + length, c, (size_t)count);
}

/* What the count of digits leaves of the width is spaces, before it all or behind. */
void
format_padded(mrb_state *mrb, mrb_value out, const struct field *field, const struct digits *digits)
{
  mrb_int length = (mrb_int)digits->length, zeros = digits->count > length ? digits->count - length : 0;
  mrb_int prefix = digits->prefix ? (mrb_int)strlen(digits->prefix) : 0;
  mrb_int spaces = field->width - (digits->sign != 0) - prefix - (digits->dots ? 2 : 0) - zeros - length;

  if (!(field->flags & FLAG_MINUS)) format_fill(mrb, out, ' ', spaces);
  if (digits->sign) mrb_str_cat(mrb, out, &digits->sign, 1);
  if (prefix) mrb_str_cat(mrb, out, digits->prefix, (size_t)prefix);
  if (digits->dots) mrb_str_cat_lit(mrb, out, "..");
  format_fill(mrb, out, digits->fill, zeros);
  mrb_str_cat(mrb, out, digits->text, digits->length);
  if (field->flags & FLAG_MINUS) format_fill(mrb, out, ' ', spaces);
}

static char
sign_of(const struct field *field, mrb_bool negative)
{
  if (negative) return '-';
  if (field->flags & FLAG_PLUS) return '+';
  return field->flags & FLAG_SPACE ? ' ' : 0;
}

static mrb_value
kernel_number(mrb_state *mrb, mrb_sym function, mrb_value value)
{
  return mrb_funcall_argv(mrb, mrb_obj_value(mrb->kernel_module), function, 1, &value);
}

static mrb_value
whole(mrb_state *mrb, mrb_value value)
{
  if (mrb_integer_p(value) || mrb_bigint_p(value)) return value;
  return kernel_number(mrb, MRB_SYM(Integer), value);
}

static int
base_of(char type)
{
  switch (type) {
  case 'x':
  case 'X':
    return 16;
  case 'o':
    return 8;
  case 'b':
  case 'B':
    return 2;
  default:
    return 10;
  }
}

static char
greatest_digit(int base, char type)
{
  if (base == 16) return type == 'X' ? 'F' : 'f';
  return base == 8 ? '7' : '1';
}

/* The digits that the complement of a negative number ends in, the first of which goes on to the left. */
static mrb_value
complement(mrb_state *mrb, mrb_value value, int base)
{
  mrb_value inverse = mrb_integer_p(value) ? mrb_int_value(mrb, ~mrb_integer(value)) : mrb_bint_rev(mrb, value);
  mrb_value text = mrb_integer_to_str(mrb, inverse, base);
  char *p, *start, greatest = greatest_digit(base, 'x');
  mrb_int length = RSTRING_LEN(text);

  start = RSTRING_PTR(text);
  for (mrb_int i = 0; i < length; i++) {
    int digit = start[i] <= '9' ? start[i] - '0' : start[i] - 'a' + 10;
    start[i] = "0123456789abcdef"[base - 1 - digit];
  }
  for (p = start; p < start + length && *p == greatest; p++);
  inverse = mrb_str_new(mrb, &greatest, 1);
  return mrb_str_cat(mrb, inverse, p, (size_t)(start + length - p));
}

static void
upcase(char *p, size_t length)
{
  for (size_t i = 0; i < length; i++) {
    if (p[i] >= 'a' && p[i] <= 'z') p[i] = (char)(p[i] - 'a' + 'A');
  }
}

static const char *
prefix_of(char type)
{
  switch (type) {
  case 'o':
    return "0";
  case 'x':
    return "0x";
  case 'X':
    return "0X";
  case 'b':
    return "0b";
  case 'B':
    return "0B";
  default:
    return NULL;
  }
}

/* How many digits to write, and whether with a prefix. */
static void
measure(struct field *field, struct digits *digits)
{
  mrb_bool zero = digits->length == 1 && *digits->text == '0';
  mrb_int room = field->width - (digits->sign != 0) - (digits->dots ? 2 : 0);
  mrb_int count = field->precision - (digits->dots ? 2 : 0);

  digits->prefix = field->flags & FLAG_SHARP ? prefix_of(field->type) : NULL;
  if (digits->prefix && !digits->prefix[1]) {
    mrb_bool padded = (field->flags & FLAG_PRECISION) && count > (mrb_int)digits->length;
    if (digits->dots || (padded && !zero)) digits->prefix = NULL;
    else if (zero) digits->length = 0, count -= field->flags & FLAG_PRECISION ? 1 : 0;
  }
  else if (zero) digits->prefix = NULL;
  if ((field->flags & (FLAG_ZERO | FLAG_MINUS | FLAG_PRECISION)) == FLAG_ZERO) {
    digits->count = room - (digits->prefix ? (mrb_int)strlen(digits->prefix) : 0);
  }
  else {
    if (!digits->prefix && count == 0 && digits->length == 1 && zero) digits->length = 0;
    digits->count = count;
  }
}

void
format_integer(mrb_state *mrb, mrb_value out, struct field field, mrb_value value)
{
  int base = base_of(field.type);
  char buffer[68];
  struct digits digits = { 0 };
  mrb_bool negative;

  value = whole(mrb, value);
  negative = mrb_integer_p(value) ? mrb_integer(value) < 0 : mrb_bint_sign(mrb, value) < 0;
  digits.dots = negative && base != 10 && !(field.flags & (FLAG_PLUS | FLAG_SPACE));
  digits.fill = digits.dots ? greatest_digit(base, field.type) : '0';
  if (digits.dots || !mrb_integer_p(value)) {
    mrb_value text = digits.dots ? complement(mrb, value, base) : mrb_integer_to_str(mrb, value, base);
    if (field.type == 'X') upcase(RSTRING_PTR(text), (size_t)RSTRING_LEN(text));
    digits.text = RSTRING_PTR(text);
    digits.length = (size_t)RSTRING_LEN(text);
  }
  else {
    char *text = mrb_int_to_cstr(buffer, sizeof(buffer), mrb_integer(value), base);
    digits.length = strlen(text);
    if (field.type == 'X') upcase(text, digits.length);
    digits.text = text;
  }
  if (!digits.dots) {
    digits.sign = sign_of(&field, negative);
    if (negative) digits.text++, digits.length--;
  }
  measure(&field, &digits);
  format_padded(mrb, out, &field, &digits);
}

/* Digits of a float or a fraction: zeros fill the width where the flag says so. */
static void
put_decimal(mrb_state *mrb, mrb_value out, struct field *field, struct digits *digits)
{
  mrb_int prefix = digits->prefix ? (mrb_int)strlen(digits->prefix) : 0;

  digits->fill = '0';
  if ((field->flags & (FLAG_ZERO | FLAG_MINUS)) == FLAG_ZERO)
    digits->count = field->width - (digits->sign != 0) - prefix;
  format_padded(mrb, out, field, digits);
}

/* An integer or a Rational with so many digits behind the point, exactly. */
static void
format_exact(mrb_state *mrb, mrb_value out, struct field *field, mrb_value value)
{
  struct digits digits = { 0 };
  mrb_int precision = field->precision < 0 ? 6 : field->precision;
  mrb_value places = mrb_int_value(mrb, precision), text;

  text = mrb_funcall_argv(mrb, value, MRB_SYM(__decimal), 1, &places);
  mrb_ensure_string_type(mrb, text);
  digits.text = RSTRING_PTR(text);
  digits.length = (size_t)RSTRING_LEN(text);
  digits.sign = sign_of(field, digits.length > 0 && *digits.text == '-');
  if (digits.sign == '-') digits.text++, digits.length--;
  put_decimal(mrb, out, field, &digits);
}

/* Of a number from 0 on what follows 0x: all its bits, or so many digits behind the point. */
static size_t
write_hexadecimal(char *buffer, double number, mrb_int precision, mrb_bool point, mrb_bool upper)
{
  static const char lower_digits[] = "0123456789abcdef", upper_digits[] = "0123456789ABCDEF";
  const char *names = upper ? upper_digits : lower_digits;
  char *p = buffer, *q, exponent[8];
  int power = 0, places = 13;
  uint64_t bits = (uint64_t)ldexp(frexp(number, &power), 53);

  if (number != 0) power--;
  if (precision < 0) {
    while (places > 0 && ((bits >> (52 - 4 * places)) & 15) == 0) places--;
  }
  else if (precision < 13) {
    uint64_t unit = (uint64_t)1 << (52 - 4 * precision), rest = bits & (unit - 1);
    bits -= rest;
    if (rest > unit / 2 || (rest == unit / 2 && (bits & unit))) bits += unit;
    places = (int)precision;
    if (bits >> 52 > 1) bits >>= 1, power++;
  }
  *p++ = names[bits >> 52];
  if (places > 0 || precision > 0 || point) *p++ = '.';
  for (int i = 1; i <= places; i++) *p++ = names[(bits >> (52 - 4 * i)) & 15];
  for (mrb_int i = 13; i < precision; i++) *p++ = '0';
  *p++ = upper ? 'P' : 'p';
  q = mrb_int_to_cstr(exponent, sizeof(exponent), power, 10);
  if (power >= 0) *p++ = '+';
  while (*q) *p++ = *q++;
  return (size_t)(p - buffer);
}

static void
format_special(mrb_state *mrb, mrb_value out, struct field *field, double number)
{
  struct digits digits = { 0 };

  digits.text = isnan(number) ? "NaN" : "Inf";
  digits.length = 3;
  digits.sign = sign_of(field, !isnan(number) && number < 0);
  format_padded(mrb, out, field, &digits);
}

void
format_float(mrb_state *mrb, mrb_value out, struct field field, mrb_value value)
{
  struct digits digits = { 0 };
  mrb_bool hexadecimal = field.type == 'a' || field.type == 'A';
  mrb_int room = FLOAT_ROOM + (field.precision > 0 ? field.precision : 0);
  char near[FLOAT_ROOM + PLACES], *text = near;
  double number;

  if (field.type == 'f' && !mrb_float_p(value) && mrb_respond_to(mrb, value, MRB_SYM(__decimal))) {
    format_exact(mrb, out, &field, value);
    return;
  }
  if (!mrb_float_p(value) && !mrb_integer_p(value)) value = kernel_number(mrb, MRB_SYM(Float), value);
  number = mrb_as_float(mrb, value);
  if (isnan(number) || isinf(number)) {
    format_special(mrb, out, &field, number);
    return;
  }
  if (room > MOST) mrb_raise(mrb, E_ARGUMENT_ERROR, "precision too big");
  if ((size_t)room > sizeof(near)) text = RSTRING_PTR(mrb_str_new(mrb, NULL, (size_t)room));
  if (hexadecimal) {
    digits.prefix = field.type == 'a' ? "0x" : "0X";
    digits.length =
        write_hexadecimal(text, fabs(number), field.precision, (field.flags & FLAG_SHARP) != 0, field.type == 'A');
  }
  else {
    digits.length =
        (size_t)kobako_format_float(fabs(number), text, (size_t)room, (uint8_t)field.type,
                                    field.precision < 0 ? 6 : (int)field.precision, (field.flags & FLAG_SHARP) != 0);
  }
  digits.text = text;
  digits.sign = sign_of(&field, signbit(number) != 0);
  put_decimal(mrb, out, &field, &digits);
}
