/* Which of two values is greater. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "order.h"

#define INCOMPARABLE (-2) /* of mrb_cmp_answer */

static mrb_bool
function_p(mrb_state *mrb, struct RClass *c)
{
  return MRB_METHOD_FUNC_P(mrb_vm_find_method(mrb, c, &c, MRB_OPSYM(cmp)));
}

struct order
kobako_order_now(mrb_state *mrb)
{
  struct order order = { function_p(mrb, mrb->integer_class), function_p(mrb, mrb->float_class),
                         function_p(mrb, mrb->string_class) };
  return order;
}

static mrb_int
answered_order(mrb_state *mrb, const struct order *order, mrb_value a, mrb_value b)
{
  if (mrb_type(a) == mrb_type(b) && kobako_ordered_p(mrb, order, a) && kobako_ordered_p(mrb, order, b))
    return mrb_cmp(mrb, a, b);
  return mrb_cmp_answer(mrb, mrb_funcall_argv(mrb, a, MRB_OPSYM(cmp), 1, &b));
}

mrb_int
kobako_order_of(mrb_state *mrb, const struct order *order, mrb_value a, mrb_value b)
{
  int arena = mrb_gc_arena_save(mrb);
  mrb_int found = answered_order(mrb, order, a, b);

  mrb_gc_arena_restore(mrb, arena);
  if (found == INCOMPARABLE) {
    mrb_gc_protect(mrb, a);
    mrb_gc_protect(mrb, b);
    mrb_cmp_error(mrb, a, b);
  }
  return found;
}
