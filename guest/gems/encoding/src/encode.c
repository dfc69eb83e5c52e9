/* String#encode, force_encoding, encoding and scrub where nothing is in the way; Ruby does the rest. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "characters.h"
#include "encode.h"
#include "output.h"
#include "wide.h"

/* Names are no longer. */
#define LONGEST_NAME 32

/* The class, and its objects by number and by name. A script can take away the constants that name them. */
static struct RClass *encoding_class;
static mrb_value by_number, by_name;

/* Encoding.__note(by_number, by_name), once, by encoding.rb. */
static mrb_value
note_encodings(mrb_state *mrb, mrb_value self)
{
  mrb_get_args(mrb, "HH", &by_number, &by_name);
  encoding_class = mrb_class_ptr(self);
  mrb_gc_register(mrb, by_number);
  mrb_gc_register(mrb, by_name);
  mrb_gc_register(mrb, self);
  return self;
}

static mrb_bool
known_p(mrb_int number)
{
  return (number >= KOBAKO_BINARY && number <= KOBAKO_LAST_TABLE) ||
         (number >= KOBAKO_UTF_16LE && number <= KOBAKO_UTF_32);
}

/* The number of an Encoding or of a name of one; -1 if it takes more to find it. */
static int
number_of(mrb_state *mrb, mrb_value value)
{
  char room[LONGEST_NAME];

  if (mrb_string_p(value)) {
    mrb_int len = RSTRING_LEN(value);
    if (len > LONGEST_NAME) return -1;
    for (mrb_int i = 0; i < len; i++) room[i] = TOUPPER(RSTRING_PTR(value)[i]);
    value = mrb_hash_get(mrb, by_name, mrb_str_new(mrb, room, len));
  }
  if (!mrb_object_p(value) || mrb_obj_class(mrb, value) != encoding_class) return -1;
  mrb_value number = mrb_iv_get(mrb, value, MRB_IVSYM(__number));
  return mrb_integer_p(number) && known_p(mrb_integer(number)) ? (int)mrb_integer(number) : -1;
}

/* What mruby has for a number; US-ASCII may be more than ASCII if it is not marked. */
static uint32_t
flags_of(int number, mrb_bool ascii)
{
  if (number <= KOBAKO_UTF_8) return number == KOBAKO_BINARY ? MRB_STR_BINARY : 0;
  if (number == KOBAKO_US_ASCII && ascii) return MRB_STR_US_ASCII;
  return MRB_STR_BINARY | (uint32_t)((number - 1) & 31) << MRB_STR_ENC_SHIFT;
}

static mrb_bool
ascii_p(mrb_value text)
{
  return mrb_str_found_ascii_p(mrb_str_ptr(text));
}

static void
set_encoding(mrb_state *mrb, mrb_value text, int number)
{
  struct RString *s = mrb_str_ptr(text);
  mrb_bool wide = number >= KOBAKO_UTF_16LE;

  if (RSTR_WIDE_P(s) || wide) RSTR_UNSET_SINGLE_BYTE_FLAG(s);
  RSTR_SET_ENCODING(s, 0);
  RSTR_SET_ENCODING(s, flags_of(number, number == KOBAKO_US_ASCII && ascii_p(text)));
  kobako_widen(mrb, text);
}

static mrb_value
str_force_encoding(mrb_state *mrb, mrb_value self)
{
  mrb_value encoding = mrb_get_arg1(mrb);

  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  int number = number_of(mrb, encoding);
  if (number < 0) {
    mrb_value class = mrb_obj_value(mrb_class_get_id(mrb, MRB_SYM(Encoding)));
    encoding = mrb_funcall_id(mrb, class, MRB_SYM(find), 1, encoding);
    number = mrb_nil_p(encoding) ? KOBAKO_BINARY : number_of(mrb, encoding);
    mrb_check_frozen(mrb, mrb_basic_ptr(self));
  }
  set_encoding(mrb, self, number < 0 ? KOBAKO_BINARY : number);
  return self;
}

static mrb_value
str_encoding(mrb_state *mrb, mrb_value self)
{
  return mrb_hash_get(mrb, by_number, mrb_fixnum_value(kobako_encoding(self)));
}

/* A String with the same bytes. */
static mrb_value
copied(mrb_state *mrb, mrb_value self, int number)
{
  mrb_value copy = mrb_str_dup(mrb, self);

  set_encoding(mrb, copy, number);
  return copy;
}

static mrb_value
str_scrub(mrb_state *mrb, mrb_value self)
{
  const mrb_value *args;
  mrb_value block;
  mrb_int argc;

  mrb_get_args(mrb, "*&", &args, &argc, &block);
  if (argc < 2 && (ascii_p(self) || kobako_valid_p(self))) return copied(mrb, self, kobako_encoding(self));
  return mrb_hand_over(mrb, self, MRB_SYM(__scrub), argc, args, block);
}

/* What encode is asked for. */
struct request {
  int from, to;
  /* what takes the place of what is invalid, and of what the other encoding has not; nil if that is refused */
  mrb_value invalid, undefined;
};

/* :replace as the text that takes the place, nil as nil; FALSE for another option. */
static mrb_bool
read_replaced(mrb_state *mrb, mrb_value options, mrb_sym name, mrb_value by, mrb_value *replaced, mrb_int *known)
{
  mrb_value value = mrb_hash_fetch(mrb, options, mrb_symbol_value(name), mrb_undef_value());

  *replaced = mrb_nil_value();
  if (mrb_undef_p(value)) return TRUE;
  ++*known;
  if (mrb_nil_p(value)) return TRUE;
  if (!mrb_symbol_p(value) || mrb_symbol(value) != MRB_SYM(replace)) return FALSE;
  *replaced = by;
  return TRUE;
}

static mrb_bool
read_options(mrb_state *mrb, mrb_value options, struct request *request)
{
  mrb_int known = 0;
  mrb_value by = mrb_hash_fetch(mrb, options, mrb_symbol_value(MRB_SYM(replace)), mrb_undef_value());

  known += !mrb_undef_p(by);
  if (mrb_undef_p(by) || mrb_nil_p(by)) {
    mrb_bool unicode = request->to == KOBAKO_UTF_8 || request->to >= KOBAKO_UTF_16LE;
    by = unicode ? mrb_str_new_lit(mrb, "\xef\xbf\xbd") : mrb_str_new_lit(mrb, "?");
  }
  else if (!mrb_string_p(by) || !ascii_p(by)) {
    return FALSE;
  }
  return read_replaced(mrb, options, MRB_SYM(invalid), by, &request->invalid, &known) &&
         read_replaced(mrb, options, MRB_SYM(undef), by, &request->undefined, &known) &&
         known == mrb_hash_size(mrb, options);
}

/* FALSE for what is for Ruby. */
static mrb_bool
read_request(mrb_state *mrb, mrb_value self, struct request *request)
{
  const mrb_value *args;
  mrb_int argc;

  mrb_get_args(mrb, "*", &args, &argc);
  mrb_value options = argc > 1 && mrb_hash_p(args[argc - 1]) ? args[--argc] : mrb_nil_value();
  request->invalid = request->undefined = mrb_nil_value();
  if (argc < 1 || argc > 2 || mrb_obj_class(mrb, self) != mrb->string_class) return FALSE;
  request->to = number_of(mrb, args[0]);
  request->from = argc == 2 ? number_of(mrb, args[1]) : kobako_encoding(self);
  if (request->to < 0 || request->from < 0) return FALSE;
  if (request->to >= KOBAKO_UTF_16 || request->from >= KOBAKO_UTF_16) return FALSE;
  return mrb_nil_p(options) || read_options(mrb, options, request);
}

/* Puts a text of UTF-8 in the place of what cannot be. */
static void
put_text(mrb_state *mrb, struct kobako_output *out, int encoding, mrb_value text)
{
  const uint8_t *p = (const uint8_t *)RSTRING_PTR(text), *end = p + RSTRING_LEN(text);
  mrb_int size;
  uint32_t code;

  for (; p < end; p += size) {
    kobako_decode_at(KOBAKO_UTF_8, p, end - p, &size, &code);
    if (out->left < 4) kobako_make_room(mrb, out, 4);
    int put = kobako_encode(encoding, code, out->end);
    out->end += put;
    out->left -= put;
  }
}

/* Undef if it stops at something that is not replaced. */
static mrb_value
converted(mrb_state *mrb, mrb_value self, const struct request *request)
{
  const uint8_t *p = (const uint8_t *)RSTRING_PTR(self), *end = p + RSTRING_LEN(self);
  struct kobako_output out = kobako_output(mrb, RSTRING_LEN(self));
  mrb_int size;
  uint32_t code;

  for (; p < end; p += size) {
    enum kobako_decoded found = kobako_decode_at(request->from, p, end - p, &size, &code);
    if (out.left < 4) kobako_make_room(mrb, &out, 4);
    int put = found == KOBAKO_CHARACTER ? kobako_encode(request->to, code, out.end) : 0;
    out.end += put;
    out.left -= put;
    if (put > 0) continue;
    mrb_value by = found == KOBAKO_INVALID ? request->invalid : request->undefined;
    if (mrb_nil_p(by)) return mrb_undef_value();
    put_text(mrb, &out, request->to, by);
  }
  mrb_value text = kobako_output_text(mrb, &out, 0);
  set_encoding(mrb, text, request->to);
  return text;
}

static mrb_bool
unicode_p(int encoding)
{
  return encoding == KOBAKO_UTF_8 || encoding >= KOBAKO_UTF_16LE;
}

/* What a request makes of a text; undef if that is for Ruby. */
static mrb_value
encoded(mrb_state *mrb, mrb_value self, const struct request *request)
{
  mrb_bool narrow = request->from < KOBAKO_UTF_16LE && request->to < KOBAKO_UTF_16LE;

  if (narrow && ascii_p(self)) return copied(mrb, self, request->to);
  if (request->from != request->to) return converted(mrb, self, request);
  if (mrb_nil_p(request->invalid)) return copied(mrb, self, request->to);
  return unicode_p(request->to) ? converted(mrb, self, request) : mrb_undef_value();
}

static mrb_value
str_encode(mrb_state *mrb, mrb_value self)
{
  struct request request;
  const mrb_value *args;
  mrb_int argc;

  if (read_request(mrb, self, &request)) {
    mrb_value text = encoded(mrb, self, &request);
    if (!mrb_undef_p(text)) return text;
  }
  mrb_get_args(mrb, "*", &args, &argc);
  return mrb_hand_over(mrb, self, MRB_SYM(__encode), argc, args, mrb_nil_value());
}

void
kobako_init_encode(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;
  struct RClass *encoding = mrb_define_class_id(mrb, MRB_SYM(Encoding), mrb->object_class);

  mrb_define_class_method_id(mrb, encoding, MRB_SYM(__note), note_encodings, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, string, MRB_SYM(encoding), str_encoding, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(force_encoding), str_force_encoding, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(encode), str_encode, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, string, MRB_SYM(scrub), str_scrub, MRB_ARGS_ANY());
}
