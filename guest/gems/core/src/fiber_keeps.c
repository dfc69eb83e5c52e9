/* What is kept with a fiber beside its frames: in its singleton class, which only a fiber that keeps something has. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/variable.h>
#include <kobako_replaced.h>
#include "core.h"

static mrb_value
fiber_kept(mrb_state *mrb, mrb_value self)
{
  mrb_sym name;
  struct RClass *c = mrb_obj_ptr(self)->c;

  mrb_get_args(mrb, "n", &name);
  return c->tt == MRB_TT_SCLASS ? mrb_iv_get(mrb, mrb_obj_value(c), name) : mrb_nil_value();
}

static mrb_value
fiber_keep(mrb_state *mrb, mrb_value self)
{
  mrb_sym name;
  mrb_value value;

  mrb_get_args(mrb, "no", &name, &value);
  if (name != MRB_SYM(storage) && name != MRB_SYM(locals) && name != MRB_SYM(blocking))
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "a fiber keeps no %n", name);
  mrb_iv_set(mrb, mrb_singleton_class(mrb, self), name, value);
  return value;
}

static mrb_value
fiber_root_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(((struct RFiber *)mrb_ptr(self))->cxt == mrb->root_c);
}

static mrb_func_t plain_initialize;

/* With a copy of the storage of the fiber that makes it. */
static mrb_value
fiber_initialize(mrb_state *mrb, mrb_value self)
{
  const mrb_value *given;
  mrb_int count;
  mrb_value block;
  const struct RFiber *maker = mrb->c->fib;

  if (mrb->c->ci->nk > 0) {
    mrb_get_args(mrb, "*&", &given, &count, &block);
    if (count == 1) {
      mrb_value options = given[0];
      mrb_gc_protect(mrb, options);
      mrb_funcall_with_block(mrb, self, MRB_SYM(__initialize), 0, NULL, block);
      return mrb_funcall_argv(mrb, self, MRB_SYM(__keep_all), 1, &options);
    }
  }
  plain_initialize(mrb, self);
  if (maker && maker->c->tt == MRB_TT_SCLASS) {
    mrb_value storage = mrb_iv_get(mrb, mrb_obj_value(maker->c), MRB_SYM(storage));
    if (mrb_hash_p(storage)) {
      mrb_iv_set(mrb, mrb_singleton_class(mrb, self), MRB_SYM(storage), mrb_hash_dup(mrb, storage));
    }
  }
  return self;
}

void
kobako_init_fiber_keeps(mrb_state *mrb)
{
  struct RClass *fiber = mrb_class_get_id(mrb, MRB_SYM(Fiber));

  plain_initialize = kobako_replaced(mrb, fiber, MRB_SYM(initialize));
  mrb_define_private_method_id(mrb, fiber, MRB_SYM(initialize), fiber_initialize, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, fiber, MRB_SYM(__initialize), fiber_initialize, MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, fiber, MRB_SYM(__kept), fiber_kept, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, fiber, MRB_SYM(__keep), fiber_keep, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, fiber, MRB_SYM_Q(__root), fiber_root_p, MRB_ARGS_NONE());
}
