/* Numbers, symbols and links, as Marshal::Writer writes them. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_utf8.h>
#include "marshal.h"
#include "writer.h"

static void
type_error(struct writer *w, const char *message)
{
  mrb_state *mrb = w->mrb;

  mrb_raise(mrb, E_TYPE_ERROR, message);
}

void
kobako_marshal_put(struct writer *w, const char *bytes, mrb_int len)
{
  mrb_str_cat(w->mrb, w->out, bytes, (size_t)len);
}

void
kobako_marshal_put_byte(struct writer *w, char byte)
{
  kobako_marshal_put(w, &byte, 1);
}

void
kobako_marshal_put_long(struct writer *w, mrb_int number)
{
  char bytes[1 + sizeof(int32_t)];
  mrb_int rest = number;
  int count = 0;

  if (number > INT32_MAX || number < INT32_MIN) type_error(w, "long too big to dump");
  if (number == 0) return kobako_marshal_put_byte(w, 0);
  if (number > 0 && number < 123) return kobako_marshal_put_byte(w, (char)(number + 5));
  if (number < 0 && number > -124) return kobako_marshal_put_byte(w, (char)(number - 5));
  do {
    bytes[++count] = (char)rest;
    rest >>= 8;
  } while (rest != 0 && rest != -1);
  bytes[0] = (char)(number < 0 ? -count : count);
  kobako_marshal_put(w, bytes, count + 1);
}

void
kobako_marshal_put_text(struct writer *w, mrb_value text)
{
  kobako_marshal_put_long(w, RSTRING_LEN(text));
  kobako_marshal_put(w, RSTRING_PTR(text), RSTRING_LEN(text));
}

/* Writes a link to what has a number already. */
mrb_bool
kobako_marshal_linked(struct writer *w, mrb_value numbers, mrb_value value, char mark)
{
  mrb_value number = mrb_hash_fetch(w->mrb, numbers, value, mrb_undef_value());

  if (mrb_undef_p(number)) return FALSE;
  kobako_marshal_put_byte(w, mark);
  kobako_marshal_put_long(w, mrb_integer(number));
  return TRUE;
}

mrb_value
kobako_marshal_place_of(struct writer *w, mrb_value object)
{
  return mrb_integer_p(object) ? object : mrb_int_value(w->mrb, (mrb_int)(uintptr_t)mrb_ptr(object));
}

void
kobako_marshal_remember(struct writer *w, mrb_value object)
{
  mrb_hash_set(w->mrb, w->objects, kobako_marshal_place_of(w, object), mrb_int_value(w->mrb, w->count++));
  mrb_ary_push(w->mrb, w->kept, object);
}

void
kobako_marshal_put_symbol(struct writer *w, mrb_sym name)
{
  mrb_state *mrb = w->mrb;
  mrb_value symbol = mrb_symbol_value(name);
  mrb_int len;

  if (kobako_marshal_linked(w, w->symbols, symbol, ';')) return;
  const char *bytes = mrb_sym_name_len(mrb, name, &len);
  mrb_bool ascii = kobako_ascii_p(bytes, (size_t)len);
  kobako_marshal_put(w, ascii ? ":" : "I:", ascii ? 1 : 2);
  kobako_marshal_put_long(w, len);
  kobako_marshal_put(w, mrb_sym_name_len(mrb, name, &len), len);
  mrb_hash_set(mrb, w->symbols, symbol, mrb_int_value(mrb, mrb_hash_size(mrb, w->symbols)));
  if (ascii) return;
  kobako_marshal_put_long(w, 1);
  kobako_marshal_put_symbol(w, MRB_SYM(E));
  kobako_marshal_put_byte(w, 'T');
}

void
kobako_marshal_put_integer(struct writer *w, mrb_int number)
{
  mrb_uint rest = number < 0 ? -(mrb_uint)number : (mrb_uint)number;
  char bytes[sizeof(rest)];
  int count = 0;

  if (number < 0x40000000 && number >= -0x40000000) {
    kobako_marshal_put_byte(w, 'i');
    return kobako_marshal_put_long(w, number);
  }
  /* What is no small one in CRuby is an object. */
  if (number < (mrb_int)1 << 62 && number >= -((mrb_int)1 << 62)) w->count++;
  else if (kobako_marshal_linked(w, w->objects, mrb_int_value(w->mrb, number), '@')) return; /* beyond any place */
  else kobako_marshal_remember(w, mrb_int_value(w->mrb, number));
  for (; rest > 0; rest >>= 8) bytes[count++] = (char)rest;
  if (count % 2) bytes[count++] = 0;
  kobako_marshal_put(w, number < 0 ? "l-" : "l+", 2);
  kobako_marshal_put_long(w, count / 2);
  kobako_marshal_put(w, bytes, count);
}

/* Floats that CRuby keeps in a word, so that equal ones are one object. */
static mrb_bool
in_word_p(double number)
{
  double size = fabs(number);

  return (size > 0x1p-255 && size < 0x1p257) || (number == 0 && !signbit(number));
}

void
kobako_marshal_put_float(struct writer *w, mrb_value number)
{
  if (in_word_p(mrb_float(number))) {
    if (kobako_marshal_linked(w, w->floats, number, '@')) return;
    mrb_hash_set(w->mrb, w->floats, number, mrb_int_value(w->mrb, w->count));
  }
  w->count++;
  kobako_marshal_put_byte(w, 'f');
  kobako_marshal_put_text(w, kobako_marshal_float(w->mrb, number));
}
