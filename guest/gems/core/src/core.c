/* Makes the classes of this gem what they are; Object#clone(freeze: false). */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "core.h"

static mrb_value
clone_unfrozen(mrb_state *mrb, mrb_value self)
{
  mrb_value copy = mrb_obj_clone(mrb, self);
  if (!mrb_immediate_p(copy) && !mrb_obj_eq(mrb, copy, self)) mrb_basic_ptr(copy)->frozen = 0;
  return copy;
}

void
mrb_kobako_core_gem_init(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->kernel_module, MRB_SYM(__clone_unfrozen), clone_unfrozen, MRB_ARGS_NONE());
  kobako_init_exit(mrb);
  kobako_init_require(mrb);
  kobako_init_sort(mrb);
  kobako_init_collections(mrb);
  kobako_init_string(mrb);
}

void
mrb_kobako_core_gem_final(mrb_state *mrb)
{
}
