/* The two encodings of a String: UTF-8, and binary. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_utf8.h>
#include "letter_case.h"

static mrb_value
str_valid_encoding_p(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  return mrb_bool_value(RSTR_SINGLE_BYTE_P(s) || RSTR_BINARY_P(s) || kobako_utf8_p(RSTR_PTR(s), RSTR_LEN(s)));
}

static mrb_value
str_binary_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(RSTR_BINARY_P(mrb_str_ptr(self)));
}

/* string.__force_binary(true or false) */
static mrb_value
str_force_binary(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  mrb_bool binary;

  mrb_get_args(mrb, "b", &binary);
  mrb_check_frozen(mrb, s);
  if (binary) s->flags |= MRB_STR_BINARY;
  else s->flags &= ~MRB_STR_BINARY;
  return self;
}

/* string.__invalid_at(from): where the first bytes that are no character begin and end, nil if there are none. */
static mrb_value
str_invalid_at(mrb_state *mrb, mrb_value self)
{
  struct RString *s = mrb_str_ptr(self);
  mrb_int from, to, len = RSTR_LEN(s), wanted;

  mrb_get_args(mrb, "i", &from);
  if (RSTR_BINARY_P(s) || from < 0) return mrb_nil_value();
  while (from < len) {
    const char *p = RSTR_PTR(s) + from;
    uint8_t lead = (uint8_t)*p;
    wanted = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (from + wanted <= len && kobako_utf8_p(p, wanted)) {
      from += wanted;
      continue;
    }
    /* a beginning that could have gone on is one bad part, another byte is one by itself */
    for (to = from + 1; to < len && to - from < wanted - 1; to++) {
      char trial[4] = { 0 };
      mrb_int n = to - from + 1;
      for (mrb_int i = 0; i < n; i++) trial[i] = p[i];
      for (mrb_int i = n; i < wanted; i++) trial[i] = (char)0x80;
      if ((p[n - 1] & 0xc0) != 0x80 || (!kobako_utf8_p(trial, wanted) && n > 1)) break;
    }
    return mrb_assoc_new(mrb, mrb_fixnum_value(from), mrb_fixnum_value(to));
  }
  return mrb_nil_value();
}

void
mrb_kobako_encoding_gem_init(mrb_state *mrb)
{
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, string, MRB_SYM_Q(valid_encoding), str_valid_encoding_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM_Q(__binary), str_binary_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, string, MRB_SYM(__force_binary), str_force_binary, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(__invalid_at), str_invalid_at, MRB_ARGS_REQ(1));
  kobako_init_letter_case(mrb);
}

void
mrb_kobako_encoding_gem_final(mrb_state *mrb)
{
}
