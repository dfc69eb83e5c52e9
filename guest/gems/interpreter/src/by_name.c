/* The procs of Symbol#to_proc, whose calls are calls of the method that the symbol names. */
#include <mruby.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "once.h"

void
mrb_kobako_interpreter_gem_init(mrb_state *mrb)
{
  mrb_value proc = mrb_funcall_argv(mrb, mrb_symbol_value(MRB_SYM(to_proc)), MRB_SYM(to_proc), 0, NULL);

  if (!MRB_PROC_CFUNC_P(mrb_proc_ptr(proc))) mrb->by_name = mrb_proc_ptr(proc)->body.irep;
}

void
mrb_kobako_interpreter_gem_final(mrb_state *mrb)
{
  kobako_free_kept(mrb);
}
