/* What an exception says of itself: its class, message and backtrace. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako.h>
#include "guarded.h"

void
kobako_raw_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out)
{
  *out = mrb_exc_mesg_get(mrb, mrb_exc_ptr(*exc));
}

mrb_bool
kobako_exit_status(mrb_state *mrb, const mrb_value *exc, int64_t *status)
{
  if (mrb_type(*exc) != MRB_TT_EXCEPTION) return FALSE;

  mrb_value kept = mrb_iv_get(mrb, *exc, MRB_SYM(status)); /* without an @, so of SystemExit's methods alone */
  if (!mrb_integer_p(kept)) return FALSE;
  *status = mrb_integer(kept);
  return TRUE;
}

static mrb_value
class_name(mrb_state *mrb, void *value)
{
  return mrb_mod_to_s(mrb, mrb_obj_value(mrb_obj_class(mrb, *(const mrb_value *)value)));
}

static mrb_value
message(mrb_state *mrb, void *exc)
{
  return mrb_funcall_argv(mrb, *(const mrb_value *)exc, MRB_SYM(message), 0, NULL);
}

static mrb_value
backtrace(mrb_state *mrb, void *exc)
{
  return mrb_exc_backtrace(mrb, *(const mrb_value *)exc);
}

mrb_bool
kobako_class_name(mrb_state *mrb, const mrb_value *value, mrb_value *out)
{
  return kobako_guarded(mrb, class_name, (void *)value, out);
}

mrb_bool
kobako_message(mrb_state *mrb, const mrb_value *exc, mrb_value *out)
{
  return kobako_guarded(mrb, message, (void *)exc, out) && mrb_string_p(*out);
}

mrb_bool
kobako_backtrace(mrb_state *mrb, const mrb_value *exc, mrb_value *out)
{
  return kobako_guarded(mrb, backtrace, (void *)exc, out);
}
