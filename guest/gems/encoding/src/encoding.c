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
#include "casecmp.h"
#include "characters.h"
#include "encode.h"
#include "letter_case.h"
#include "normalize.h"
#include "string_succ.h"
#include "string_tr.h"
#include "string_upto.h"
#include "transcode.h"
#include "wide.h"

/* What Encoding::LIST has at 0 is binary, then UTF-8 and the others by their index. */
static mrb_value
str_encoding_number(mrb_state *mrb, mrb_value self)
{
  return mrb_fixnum_value(kobako_encoding(self));
}

static mrb_value
str_ascii_only_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb_str_found_ascii_p(mrb_str_ptr(self)));
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
  mrb_define_method_id(mrb, string, MRB_SYM_Q(ascii_only), str_ascii_only_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__encoding), str_encoding_number, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__invalid_at), str_invalid_at, MRB_ARGS_REQ(1));
  kobako_init_casecmp(mrb);
  kobako_init_encode(mrb);
  kobako_init_letter_case(mrb);
  kobako_init_normalize(mrb);
  kobako_init_string_succ(mrb);
  kobako_init_string_tr(mrb);
  kobako_init_string_upto(mrb);
  kobako_init_transcode(mrb);
  kobako_init_wide(mrb);
}

void
mrb_kobako_encoding_gem_final(mrb_state *mrb)
{
}
