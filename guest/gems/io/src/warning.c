/* What the interpreter and the parser warn of, on its way to Warning.warn. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/debug.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_warning.h>

int
kobako_verbosity(mrb_state *mrb)
{
  mrb_value verbose = mrb_gv_get(mrb, MRB_GVSYM(VERBOSE));

  return mrb_nil_p(verbose) ? 0 : mrb_test(verbose) ? 2 : 1;
}

void
kobako_warn(mrb_state *mrb, mrb_value text)
{
  mrb_value warning = mrb_obj_value(mrb_module_get_id(mrb, MRB_SYM(Warning)));

  mrb_funcall_argv(mrb, warning, MRB_SYM(warn), 1, &text);
}

/* "file:line: " of the nearest code that has lines. */
static mrb_value
place(mrb_state *mrb)
{
  for (mrb_callinfo *ci = mrb->c->ci; ci >= mrb->c->cibase; ci--) {
    const struct RProc *proc = ci->proc;
    const char *file;
    int32_t line;

    if (!proc || MRB_PROC_CFUNC_P(proc) || !ci->pc) continue;
    const mrb_irep *irep = proc->body.irep;
    if (mrb_debug_get_position(mrb, irep, (uint32_t)(ci->pc - irep->iseq) - 1, &line, &file)) {
      return mrb_format(mrb, "%s:%d: ", file, (int)line);
    }
  }
  return mrb_str_new(mrb, NULL, 0);
}

void
kobako_warning(mrb_state *mrb, mrb_value text)
{
  if (kobako_verbosity(mrb) > 0) kobako_warn(mrb, mrb_format(mrb, "%vwarning: %v\n", place(mrb), text));
}
