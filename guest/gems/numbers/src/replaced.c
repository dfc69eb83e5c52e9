/* What a method in C does with the one in whose place it stands, and the one in Ruby behind it. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "numbers.h"

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

mrb_value
kobako_round(mrb_state *mrb, mrb_value self, mrb_func_t plain)
{
  mrb_value args[] = { mrb_fixnum_value(0), mrb_undef_value() };
  const mrb_sym names[] = { MRB_SYM(half) };
  const mrb_kwargs keywords = { 1, 0, names, &args[1], NULL };

  if (mrb->c->ci->nk == 0) return plain(mrb, self);
  mrb_get_args(mrb, "|o:", &args[0], &keywords);
  if (mrb_undef_p(args[1])) args[1] = mrb_nil_value();
  return kobako_go_on(mrb, MRB_SYM(__round_half), 2, args);
}
