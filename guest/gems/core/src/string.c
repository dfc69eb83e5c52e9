/* What gems that write methods of String in C share. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <kobako_string.h>
#include "core.h"

mrb_value
kobako_string_of(mrb_state *mrb, mrb_value value)
{
  if (mrb_string_p(value)) return value;
  if (mrb_symbol_p(value)) return mrb_sym_str(mrb, mrb_symbol(value));
  return mrb_ensure_string_type(mrb, value);
}

/* String.__text(value): a String, or what its to_str gives; raises TypeError. */
static mrb_value
text_of(mrb_state *mrb, mrb_value self)
{
  return mrb_ensure_string_type(mrb, mrb_get_arg1(mrb));
}

/* String.__whole(value): an Integer, or what its to_int gives; raises TypeError. */
static mrb_value
whole_of(mrb_state *mrb, mrb_value self)
{
  return mrb_ensure_integer_type(mrb, mrb_get_arg1(mrb));
}

void
kobako_init_string(mrb_state *mrb)
{
  mrb_define_class_method_id(mrb, mrb->string_class, MRB_SYM(__text), text_of, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, mrb->string_class, MRB_SYM(__whole), whole_of, MRB_ARGS_REQ(1));
}

mrb_func_t
kobako_wrap_string(mrb_state *mrb, mrb_sym name, mrb_func_t function, mrb_aspec aspec)
{
  struct RClass *string = mrb->string_class;
  mrb_method_t method = mrb_method_search_vm(mrb, &string, name);
  mrb_define_method_id(mrb, mrb->string_class, name, function, aspec);
  return MRB_METHOD_PROC_P(method) ? MRB_PROC_CFUNC(MRB_METHOD_PROC(method)) : MRB_METHOD_FUNC(method);
}
