/* What gems that write methods in C share, those of String most of all. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <kobako_replaced.h>
#include <kobako_string.h>
#include "core.h"

mrb_value
kobako_string_of(mrb_state *mrb, mrb_value value)
{
  if (mrb_string_p(value)) return value;
  if (mrb_symbol_p(value)) return mrb_sym_str(mrb, mrb_symbol(value));
  return mrb_ensure_string_type(mrb, value);
}

mrb_func_t
kobako_replaced(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  mrb_method_t method = mrb_method_search_vm(mrb, &c, name);

  return MRB_METHOD_PROC_P(method) ? MRB_PROC_CFUNC(MRB_METHOD_PROC(method)) : MRB_METHOD_FUNC(method);
}

mrb_func_t
kobako_wrap_string(mrb_state *mrb, mrb_sym name, mrb_func_t function, mrb_aspec aspec)
{
  mrb_func_t replaced = kobako_replaced(mrb, mrb->string_class, name);

  mrb_define_method_id(mrb, mrb->string_class, name, function, aspec);
  return replaced;
}
