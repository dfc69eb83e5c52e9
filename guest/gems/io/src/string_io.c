/* StringIO.new of a String, eof?, and what prints; the rest of StringIO is in string_io_read.c, _write.c and mrblib. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "string_io.h"

/* new, new(string) and, in Ruby, all others. */
static mrb_value
initialize(mrb_state *mrb, mrb_value self)
{
  mrb_int mode = READABLE | WRITABLE | MAY_READ | MAY_WRITE;
  mrb_value string;

  /* To ask how many there are makes an argument of keywords. */
  if (mrb->c->ci->nk > 0 || mrb_get_argc(mrb) > 1) return kobako_string_io_in_ruby(mrb, self, MRB_SYM(__open_with));
  if (mrb_get_argc(mrb) == 1) string = mrb_get_arg1(mrb);
  else string = mrb_str_new(mrb, NULL, 0);
  if (!mrb_string_p(string)) return kobako_string_io_in_ruby(mrb, self, MRB_SYM(__open_with));
  if (mrb_frozen_p(mrb_str_ptr(string))) mode = READABLE | MAY_READ;
  mrb_iv_set(mrb, self, MRB_IVSYM(mode), mrb_fixnum_value(mode));
  mrb_iv_set(mrb, self, MRB_IVSYM(string), string);
  mrb_iv_set(mrb, self, MRB_IVSYM(pos), mrb_fixnum_value(0));
  mrb_iv_set(mrb, self, MRB_IVSYM(lineno), mrb_fixnum_value(0));
  mrb_iv_remove(mrb, self, MRB_IVSYM(encoding));
  return self;
}

static mrb_value
eof_p(mrb_state *mrb, mrb_value self)
{
  mrb_value text = kobako_string_io_text(mrb, self, READABLE);

  return mrb_bool_value(!mrb_string_p(text) || RSTRING_LEN(text) <= kobako_string_io_position(mrb, self));
}

void
kobako_init_string_io(mrb_state *mrb, struct RClass *text)
{
  mrb_define_private_method_id(mrb, text, MRB_SYM(initialize), initialize, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, text, MRB_SYM_Q(eof), eof_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, text, MRB_SYM(eof), eof_p, MRB_ARGS_NONE());
  kobako_init_string_io_read(mrb, text);
  kobako_init_string_io_write(mrb, text);
}
