/* What a method in C does with the one in its place, and the one behind it. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/proc.h>
#include "numbers.h"

mrb_func_t
kobako_replaced(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  mrb_method_t method = mrb_method_search_vm(mrb, &c, name);

  return MRB_METHOD_PROC_P(method) ? MRB_PROC_CFUNC(MRB_METHOD_PROC(method)) : MRB_METHOD_FUNC(method);
}

mrb_value
kobako_go_on(mrb_state *mrb, mrb_sym name, int argc, const mrb_value *argv)
{
  return mrb_hand_over(mrb, mrb->c->ci->stack[0], name, argc, argv, mrb_nil_value());
}

void
kobako_define(mrb_state *mrb, struct RClass *c, const struct kobako_method *methods, int count)
{
  for (int i = 0; i < count; i++) {
    mrb_define_method_id(mrb, c, methods[i].name, methods[i].function, methods[i].aspec);
  }
}
