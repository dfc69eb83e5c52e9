/* Bytes, lengths, symbols and floats, as Marshal::Reader reads them. */
#include <math.h>
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "reader.h"

mrb_value
kobako_marshal_call(struct reader *r, mrb_sym method, mrb_int argc, const mrb_value *argv)
{
  return mrb_funcall_argv(r->mrb, r->self, method, argc, argv);
}

void
kobako_marshal_wrong(struct reader *r, const char *message)
{
  mrb_state *mrb = r->mrb;

  mrb_raise(mrb, E_ARGUMENT_ERROR, message);
}

uint8_t
kobako_marshal_read_byte(struct reader *r)
{
  if (!mrb_string_p(r->source)) {
    return (uint8_t)mrb_as_int(r->mrb, mrb_funcall_argv(r->mrb, r->source, MRB_SYM(byte), 0, NULL));
  }
  if (r->at >= RSTRING_LEN(r->source)) kobako_marshal_wrong(r, "marshal data too short");
  return (uint8_t)RSTRING_PTR(r->source)[r->at++];
}

mrb_int
kobako_marshal_read_long(struct reader *r)
{
  int size = (int8_t)kobako_marshal_read_byte(r);
  int count = size < 0 ? -size : size;
  uint32_t number = 0;

  if (size == 0) return 0;
  if (size > 4) return size - 5;
  if (size < -4) return size + 5;
  for (int i = 0; i < count; i++) number |= (uint32_t)kobako_marshal_read_byte(r) << 8 * i;
  return size > 0 ? (mrb_int)number : (mrb_int)number - ((mrb_int)1 << 8 * count);
}

/* How many items follow. */
mrb_int
kobako_marshal_read_count(struct reader *r)
{
  mrb_int count = kobako_marshal_read_long(r);

  if (count < 0) kobako_marshal_wrong(r, "negative array size (or size too big)");
  return count;
}

mrb_value
kobako_marshal_read_bytes(struct reader *r, mrb_int count)
{
  mrb_value bytes, number = mrb_int_value(r->mrb, count);

  if (count < 0) kobako_marshal_wrong(r, "negative string size (or size too big)");
  if (mrb_string_p(r->source)) {
    if (count > RSTRING_LEN(r->source) - r->at) kobako_marshal_wrong(r, "marshal data too short");
    bytes = mrb_str_new(r->mrb, RSTRING_PTR(r->source) + r->at, count);
    r->at += count;
  }
  else {
    bytes = mrb_funcall_argv(r->mrb, r->source, MRB_SYM(bytes), 1, &number);
    mrb_ensure_string_type(r->mrb, bytes);
  }
  RSTR_SET_ENCODING(mrb_str_ptr(bytes), MRB_STR_BINARY);
  return bytes;
}

mrb_value
kobako_marshal_symbol_at(struct reader *r, mrb_int index)
{
  mrb_value symbol = index < 0 ? mrb_nil_value() : mrb_ary_entry(r->symbols, index);

  if (!mrb_symbol_p(symbol)) kobako_marshal_wrong(r, "bad symbol");
  return symbol;
}

/* Of ASCII; others are made of a text and of the encoding that may follow. */
mrb_value
kobako_marshal_read_new_symbol(struct reader *r, mrb_bool coded)
{
  mrb_state *mrb = r->mrb;
  mrb_value text = kobako_marshal_read_bytes(r, kobako_marshal_read_long(r)), symbol = mrb_nil_value();
  mrb_int index = RARRAY_LEN(r->symbols);

  if (kobako_ascii_p(RSTRING_PTR(text), (size_t)RSTRING_LEN(text))) {
    symbol = mrb_symbol_value(mrb_intern(mrb, RSTRING_PTR(text), (size_t)RSTRING_LEN(text)));
  }
  mrb_ary_push(mrb, r->symbols, symbol);
  if (!coded && !mrb_nil_p(symbol)) return symbol;
  mrb_value arguments[] = { text, mrb_bool_value(coded), symbol };
  symbol = kobako_marshal_call(r, MRB_SYM(coded_symbol), 3, arguments);
  mrb_ary_set(mrb, r->symbols, index, symbol);
  return symbol;
}

static void
bad_symbol(struct reader *r, uint8_t mark)
{
  mrb_state *mrb = r->mrb;

  mrb_raisef(mrb, E_ARGUMENT_ERROR, "dump format error for symbol(0x%v)",
             mrb_integer_to_str(mrb, mrb_int_value(mrb, mark), 16));
}

mrb_sym
kobako_marshal_read_symbol(struct reader *r)
{
  uint8_t mark = kobako_marshal_read_byte(r);
  mrb_bool coded = mark == 'I';
  mrb_value symbol;

  if (coded) mark = kobako_marshal_read_byte(r);
  if (mark == ';' && coded) kobako_marshal_wrong(r, "dump format error (symlink with encoding)");
  if (mark != ':' && mark != ';') bad_symbol(r, mark);
  symbol =
      mark == ':' ? kobako_marshal_read_new_symbol(r, coded) : kobako_marshal_symbol_at(r, kobako_marshal_read_long(r));
  return mrb_symbol(symbol);
}

mrb_value
kobako_marshal_read_float(struct reader *r)
{
  mrb_value text = kobako_marshal_read_bytes(r, kobako_marshal_read_long(r));
  const char *bytes = RSTRING_PTR(text), *end = memchr(bytes, 0, (size_t)RSTRING_LEN(text));
  size_t len = end ? (size_t)(end - bytes) : (size_t)RSTRING_LEN(text);

#define IS(literal) (len == sizeof(literal) - 1 && memcmp(bytes, literal, len) == 0)
  if (IS("nan")) return mrb_float_value(r->mrb, NAN);
  if (IS("inf")) return mrb_float_value(r->mrb, INFINITY);
  if (IS("-inf")) return mrb_float_value(r->mrb, -INFINITY);
#undef IS
  return mrb_float_value(r->mrb, mrb_str_to_dbl(r->mrb, mrb_str_new(r->mrb, bytes, (mrb_int)len), FALSE));
}
