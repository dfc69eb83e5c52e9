/* Comparable#clamp of numbers and strings that C compares. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "core.h"
#include "order.h"

static mrb_value
clamp(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc == 2 && mrb_type(argv[0]) == mrb_type(self) && mrb_type(argv[1]) == mrb_type(self)) {
    struct order order = kobako_order_now(mrb);

    if (kobako_ordered_p(mrb, &order, self) && kobako_ordered_p(mrb, &order, argv[0]) &&
        kobako_ordered_p(mrb, &order, argv[1]) && mrb_cmp(mrb, argv[0], argv[1]) <= 0) {
      if (mrb_cmp(mrb, self, argv[0]) < 0) return argv[0];
      return mrb_cmp(mrb, self, argv[1]) > 0 ? argv[1] : self;
    }
  }
  return mrb_hand_over(mrb, self, MRB_SYM(__clamp), argc, argv, mrb_nil_value());
}

void
kobako_init_clamp(mrb_state *mrb)
{
  struct RClass *comparable = mrb_module_get_id(mrb, MRB_SYM(Comparable));

  mrb_define_alias_id(mrb, comparable, MRB_SYM(__clamp), MRB_SYM(clamp));
  mrb_define_method_id(mrb, comparable, MRB_SYM(clamp), clamp, MRB_ARGS_ARG(1, 1));
}
