/* Blocks that the host yields to, and how they end. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <kobako_services.h>
#include "services.h"

struct yielding {
  mrb_value block;
  mrb_value args;
};

static mrb_value
yield_block(mrb_state *mrb, void *p)
{
  const struct yielding *y = (const struct yielding *)p;
  return mrb_yield_argv(mrb, y->block, RARRAY_LEN(y->args), RARRAY_PTR(y->args));
}

/* The variables of the method that a block was written in, at any depth. */
static const struct REnv *
method_variables(mrb_value block)
{
  const struct RProc *proc = mrb_proc_ptr(block);
  const struct REnv *env = NULL;

  for (; proc->upper && !MRB_PROC_SCOPE_P(proc) && !MRB_PROC_STRICT_P(proc); proc = proc->upper) {
    env = MRB_PROC_ENV(proc);
  }
  return env;
}

/* Whether the block returns from the method that it was written in, and not the block that Elements#each passes on. */
static mrb_bool
returns_p(const struct yielding *y, const mrb_callinfo *target)
{
  const struct REnv *env = method_variables(y->block);
  return env && target->u.env == env && !kobako_elements_class_p(mrb_vm_ci_target_class(target));
}

enum kobako_block
kobako_yield(mrb_state *mrb, const mrb_value *block, const mrb_value *args, mrb_value *out)
{
  struct yielding y = { *block, *args };
  uintptr_t here = (uintptr_t)(mrb->c->ci - mrb->c->cibase), target;
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, yield_block, &y, &error);
  if (!error) return KOBAKO_BLOCK_VALUE;
  if (!mrb_break_p(*out)) return KOBAKO_BLOCK_RAISED;

  target = ((struct RBreak *)mrb_ptr(*out))->ci_break_index;
  if (target == here) {
    *out = mrb_break_value_get((struct RBreak *)mrb_ptr(*out));
    return KOBAKO_BLOCK_BREAK;
  }
  if (mrb->c->cibase[target].mid == MRB_SYM(catch)) return KOBAKO_BLOCK_THROWN;
  return returns_p(&y, &mrb->c->cibase[target]) ? KOBAKO_BLOCK_RETURNED : KOBAKO_BLOCK_JUMPED;
}
