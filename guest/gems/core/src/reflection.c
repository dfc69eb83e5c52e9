/* What only C can tell of modules, procs and the calls that are under way. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "core.h"

static mrb_value
clone_bare(mrb_state *mrb, mrb_value self)
{
  return mrb_immediate_p(self) ? self : mrb_obj_clone_bare(mrb, self);
}

static mrb_value
immediate_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb_immediate_p(self));
}

/* The lines of a backtrace, that of the caller first; as many as are asked for, or all. */
static mrb_value
backtrace(mrb_state *mrb, mrb_value self)
{
  mrb_int most = MRB_INT_MAX - 1;
  mrb_value lines;

  mrb_get_args(mrb, "|i", &most);
  lines = mrb_get_backtrace_first(mrb, most + 1);

  mrb_ary_shift(mrb, lines);
  return lines;
}

/* What the class shows as its name without being found by it; nil takes it away. */
static mrb_value
set_temporary_name(mrb_state *mrb, mrb_value self)
{
  mrb_value name;

  mrb_get_args(mrb, "S!", &name);
  mrb_obj_iv_set_force(mrb, mrb_obj_ptr(self), MRB_SYM(temporary_name), name);
  return self;
}

static mrb_value
permanent_name_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb_iv_defined(mrb, self, MRB_SYM(__classname__)));
}

/* What a proc was made of: a method, a symbol, or true for what is made in C elsewhere; nil for code of a script. */
static mrb_value
proc_origin(mrb_state *mrb, mrb_value self)
{
  const struct RProc *proc = mrb_proc_ptr(self);

  if (MRB_PROC_BY_NAME_P(mrb, proc)) return MRB_PROC_ENV(proc)->stack[0];
  return mrb_iv_get(mrb, self, MRB_SYM(origin));
}

static mrb_value
proc_set_origin(mrb_state *mrb, mrb_value self)
{
  mrb_iv_set(mrb, self, MRB_SYM(origin), mrb_get_arg1(mrb));
  return self;
}

/* Makes the proc a lambda, or none. */
static mrb_value
proc_strict(mrb_state *mrb, mrb_value self)
{
  mrb_value strict = mrb_get_arg1(mrb);

  if (mrb_test(strict)) mrb_proc_ptr(self)->flags |= MRB_PROC_STRICT;
  else mrb_proc_ptr(self)->flags &= ~MRB_PROC_STRICT;
  return self;
}

/* Whether the code that asks sees a constant. */
static mrb_value
constant_p(mrb_state *mrb, mrb_value self)
{
  mrb_sym name;
  const mrb_callinfo *caller = mrb->c->ci - 1;

  mrb_get_args(mrb, "n", &name);
  return mrb_bool_value(mrb_lexical_const_p(mrb, caller->proc, name));
}

/* Whether `module::NAME` is there. */
static mrb_value
constant_of_p(mrb_state *mrb, mrb_value self)
{
  mrb_value module;
  mrb_sym name;

  mrb_get_args(mrb, "on", &module, &name);
  return mrb_bool_value(mrb_const_public_p(mrb, module, name));
}

/* For `==`, which asks: whether a call of it with the same receiver and argument is under way. */
static mrb_value
asked_within_p(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  const mrb_callinfo *asking = mrb->c->ci - 1;

  for (const mrb_callinfo *ci = asking - 1; ci > mrb->c->cibase; ci--) {
    if (ci->mid == MRB_OPSYM(eq) && ci->proc == asking->proc && mrb_obj_eq(mrb, ci->stack[0], self) &&
        mrb_obj_eq(mrb, ci->stack[1], other))
      return mrb_true_value();
  }
  return mrb_false_value();
}

void
kobako_init_reflection(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module, *module = mrb->module_class, *proc = mrb->proc_class;
  struct RClass *basic = mrb_class_get_id(mrb, MRB_SYM(BasicObject));

  mrb_define_method_id(mrb, kernel, MRB_SYM(__clone_bare), clone_bare, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, kernel, MRB_SYM_Q(__immediate), immediate_p, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, basic, MRB_SYM_Q(__constant), constant_p, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, basic, MRB_SYM_Q(__constant_of), constant_of_p, MRB_ARGS_REQ(2));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__backtrace), backtrace, MRB_ARGS_OPT(1));
  mrb_define_private_method_id(mrb, module, MRB_SYM(__set_temporary_name), set_temporary_name, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, module, MRB_SYM_Q(__permanent_name), permanent_name_p, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM_Q(__asked_within), asked_within_p, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proc, MRB_SYM(__origin), proc_origin, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, proc, MRB_SYM_E(__origin), proc_set_origin, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, proc, MRB_SYM_E(__lambda), proc_strict, MRB_ARGS_REQ(1));
}
