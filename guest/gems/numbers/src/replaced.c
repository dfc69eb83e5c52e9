#include <mruby.h>
#include <mruby/class.h>
#include <mruby/proc.h>
#include "numbers.h"

mrb_func_t
kobako_replaced(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  mrb_method_t method = mrb_method_search_vm(mrb, &c, name);

  return MRB_METHOD_PROC_P(method) ? MRB_PROC_CFUNC(MRB_METHOD_PROC(method)) : MRB_METHOD_FUNC(method);
}
