/* exit and abort, and the SystemExit that they raise. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "core.h"

static mrb_noreturn void
raise_exit(mrb_state *mrb, mrb_int status, mrb_value message)
{
  mrb_value exc = mrb_exc_new_str(mrb, mrb_exc_get_id(mrb, MRB_SYM(SystemExit)), message);
  mrb_iv_set(mrb, exc, MRB_SYM(status), mrb_int_value(mrb, status));
  mrb_exc_raise(mrb, exc);
}

/* SystemExit.new(status = true, message = "SystemExit"), either of which may be left out. */
static mrb_value
exit_initialize(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc, status = 0, at = 0;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc > 0 && (mrb_true_p(argv[0]) || mrb_false_p(argv[0]) || mrb_integer_p(argv[0]))) {
    status = mrb_integer_p(argv[0]) ? mrb_integer(argv[0]) : mrb_false_p(argv[0]);
    at = 1;
  }
  if (argc - at > 1) mrb_argnum_error(mrb, argc, 0, 2);
  mrb_iv_set(mrb, self, MRB_SYM(status), mrb_int_value(mrb, status));
  if (argc > at) mrb_exc_mesg_set(mrb, mrb_exc_ptr(self), argv[at]);
  return self;
}

static mrb_value
f_exit(mrb_state *mrb, mrb_value self)
{
  mrb_value status = mrb_true_value();

  mrb_get_args(mrb, "|o", &status);
  if (mrb_true_p(status)) raise_exit(mrb, 0, mrb_str_new_lit(mrb, "exit"));
  if (mrb_false_p(status)) raise_exit(mrb, 1, mrb_str_new_lit(mrb, "exit"));
  raise_exit(mrb, mrb_as_int(mrb, status), mrb_str_new_lit(mrb, "exit"));
}

static mrb_value
f_abort(mrb_state *mrb, mrb_value self)
{
  mrb_value message = mrb_str_new_lit(mrb, "exit");

  if (mrb_get_args(mrb, "|S", &message) == 1) {
    mrb_funcall_argv(mrb, self, MRB_SYM(warn), 1, &message);
  }
  raise_exit(mrb, 1, message);
}

static mrb_value
exit_status(mrb_state *mrb, mrb_value self)
{
  mrb_value status = mrb_iv_get(mrb, self, MRB_SYM(status));
  return mrb_nil_p(status) ? mrb_fixnum_value(0) : status;
}

static mrb_value
exit_success_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb_integer(exit_status(mrb, self)) == 0);
}

void
kobako_init_exit(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;
  struct RClass *exit = mrb_define_class_id(mrb, MRB_SYM(SystemExit), mrb->eException_class);

  mrb_define_private_method_id(mrb, exit, MRB_SYM(initialize), exit_initialize, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, exit, MRB_SYM(status), exit_status, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, exit, MRB_SYM_Q(success), exit_success_p, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(exit), f_exit, MRB_ARGS_OPT(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(abort), f_abort, MRB_ARGS_OPT(1));
}
