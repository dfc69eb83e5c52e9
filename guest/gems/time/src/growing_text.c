/* A text that grows, with numbers in it. */
#include <string.h>
#include <mruby.h>
#include <mruby/string.h>
#include "growing_text.h"

void
kobako_grown(struct kobako_growing *text)
{
  if (mrb_nil_p(text->string)) {
    text->string = mrb_str_new(text->mrb, text->bytes, text->len);
  }
  else {
    mrb_str_cat(text->mrb, text->string, text->bytes, text->len);
  }
  text->len = 0;
}

void
kobako_grow(struct kobako_growing *text, const char *bytes, size_t len)
{
  if (len > sizeof text->bytes - text->len) kobako_grown(text);
  if (len > sizeof text->bytes) {
    mrb_str_cat(text->mrb, text->string, bytes, len);
    return;
  }
  memcpy(text->bytes + text->len, bytes, len);
  text->len += len;
}

void
kobako_grow_byte(struct kobako_growing *text, char byte)
{
  kobako_grow(text, &byte, 1);
}

void
kobako_grow_fill(struct kobako_growing *text, char fill, int64_t count)
{
  char row[64];

  memset(row, fill, sizeof row);
  for (; count > 0; count -= (int64_t)sizeof row) {
    kobako_grow(text, row, count < (int64_t)sizeof row ? (size_t)count : sizeof row);
  }
}

/* Digits with a sign before what fills them up with zeros, or behind spaces. */
static void
put_digits(struct kobako_growing *text, mrb_bool negative, const char *digits, size_t len, int64_t width, char fill)
{
  int64_t missing = width - (int64_t)len - negative;

  if (fill == ' ') kobako_grow_fill(text, ' ', missing);
  if (negative) kobako_grow_byte(text, '-');
  if (fill != ' ') kobako_grow_fill(text, '0', missing);
  kobako_grow(text, digits, len);
}

void
kobako_grow_int(struct kobako_growing *text, int64_t number, int64_t width, char fill)
{
  char digits[20], *at = digits + sizeof digits;
  uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;

  do *--at = (char)('0' + left % 10);
  while (left /= 10);
  put_digits(text, number < 0, at, (size_t)(digits + sizeof digits - at), width, fill);
}

void
kobako_grow_integer(struct kobako_growing *text, mrb_value number, int64_t width, char fill)
{
  if (mrb_integer_p(number)) {
    kobako_grow_int(text, mrb_integer(number), width, fill);
    return;
  }
  mrb_value shown = mrb_obj_as_string(text->mrb, number);
  mrb_bool negative = RSTRING_LEN(shown) > 0 && RSTRING_PTR(shown)[0] == '-';
  put_digits(text, negative, RSTRING_PTR(shown) + negative, (size_t)(RSTRING_LEN(shown) - negative), width, fill);
}
