/* What only C can tell and set of the objects that Marshal writes and reads. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "core.h"

static int
found_method(mrb_state *mrb, mrb_sym name, mrb_method_t method, void *found)
{
  *(mrb_bool *)found = TRUE;
  return 1;
}

static int
found_variable(mrb_state *mrb, mrb_sym name, mrb_value value, void *found)
{
  if (name == MRB_SYM(__attached__)) return 0;
  *(mrb_bool *)found = TRUE;
  return 1;
}

/* The modules that the object itself was extended by; nil for none, false if it has methods or variables of its own. */
static mrb_value
extensions(mrb_state *mrb, mrb_value self)
{
  mrb_bool own = FALSE;
  mrb_value modules;
  struct RClass *c;

  if (mrb_immediate_p(self)) return mrb_nil_value();
  c = mrb_obj_ptr(self)->c;
  if (c->tt != MRB_TT_SCLASS) return mrb_nil_value();
  mrb_mt_foreach(mrb, c, found_method, &own);
  mrb_iv_foreach(mrb, mrb_obj_value(c), found_variable, &own);
  if (own) return mrb_false_value();
  modules = mrb_ary_new(mrb);
  for (c = c->super; c && c->tt == MRB_TT_ICLASS && !(c->flags & MRB_FL_CLASS_IS_ORIGIN); c = c->super) {
    if (!(c->flags & MRB_FL_CLASS_IS_PREPENDED)) mrb_ary_push(mrb, modules, mrb_obj_value(c->c));
  }
  return modules;
}

static mrb_value
message(mrb_state *mrb, mrb_value self)
{
  return mrb_exc_mesg_get(mrb, mrb_exc_ptr(self));
}

/* exception.__restore(message, cause, status), each of which may be nil */
static mrb_value
restore(mrb_state *mrb, mrb_value self)
{
  mrb_value message, cause, status;

  mrb_get_args(mrb, "ooo", &message, &cause, &status);
  if (!mrb_nil_p(message)) mrb_exc_mesg_set(mrb, mrb_exc_ptr(self), mrb_obj_as_string(mrb, message));
  if (mrb_exception_p(cause)) mrb_iv_set(mrb, self, MRB_SYM(cause), cause);
  if (mrb_integer_p(status)) mrb_iv_set(mrb, self, MRB_SYM(status), status);
  return self;
}

void
kobako_init_marshal(mrb_state *mrb)
{
  struct RClass *exception = mrb->eException_class;

  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__extensions), extensions, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, exception, MRB_SYM(__mesg), message, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, exception, MRB_SYM(__restore), restore, MRB_ARGS_REQ(3));
}
