/* Which encoding a String has, and what of it is no character. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_utf8.h>
#include "ascii_texts.h"
#include "letter_case.h"
#include "normalize.h"
#include "transcode.h"

/* What Encoding::LIST has at 0 is binary, then UTF-8 and the others by their index. */
static mrb_value
str_encoding_number(mrb_state *mrb, mrb_value self)
{
  mrb_int index = mrb_str_encoding_index(self);
  return mrb_fixnum_value(index == 0 && RSTR_BINARY_P(mrb_str_ptr(self)) ? 0 : index + 1);
}

/* string.__set_encoding(number) */
static mrb_value
str_set_encoding(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  mrb_int number;

  mrb_get_args(mrb, "i", &number);
  mrb_check_frozen(mrb, s);
  if (number <= 1) RSTR_SET_ENCODING(s, number == 0 ? MRB_STR_BINARY : 0);
  else if (number == 2 && kobako_ascii_p(RSTR_PTR(s), RSTR_LEN(s))) RSTR_SET_ENCODING(s, MRB_STR_US_ASCII);
  else RSTR_SET_ENCODING(s, MRB_STR_BINARY | (uint32_t)((number - 1) & 31) << MRB_STR_ENC_SHIFT);
  return self;
}

static mrb_value
str_valid_encoding_p(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  if (RSTR_BINARY_P(s)) return mrb_bool_value(kobako_valid_p(self));
  return mrb_bool_value(mrb_str_found_ascii_p(s) || kobako_utf8_p(RSTR_PTR(s), RSTR_LEN(s)));
}

/* string.__invalid_at(from): where the first bytes that are no character begin and end, nil if there are none. */
static mrb_value
str_invalid_at(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  mrb_int from, to;

  mrb_get_args(mrb, "i", &from);
  if (from < 0) return mrb_nil_value();
  while (from < RSTR_LEN(s)) {
    uint32_t code;
    if (kobako_decode(self, from, &to, &code) != KOBAKO_INVALID) from = to;
    else return mrb_assoc_new(mrb, mrb_fixnum_value(from), mrb_fixnum_value(to));
  }
  return mrb_nil_value();
}

void
mrb_kobako_encoding_gem_init(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM_Q(valid_encoding), str_valid_encoding_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__encoding), str_encoding_number, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__set_encoding), str_set_encoding, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(__invalid_at), str_invalid_at, MRB_ARGS_REQ(1));
  kobako_init_ascii_texts(mrb);
  kobako_init_letter_case(mrb);
  kobako_init_normalize(mrb);
  kobako_init_transcode(mrb);
}

void
mrb_kobako_encoding_gem_final(mrb_state *mrb)
{
}
