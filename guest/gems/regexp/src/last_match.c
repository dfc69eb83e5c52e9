/* $~: a match for each method that is under way, kept in its mrb_callinfo. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/irep.h>
#include <mruby/proc.h>
#include <kobako_match.h>

/* Whether a script wrote it: C and the image's own Ruby work for their caller. */
static mrb_bool
script_p(const struct RProc *proc)
{
  return proc && !MRB_PROC_CFUNC_P(proc) && !MRB_PROC_ALIAS_P(proc) && !(proc->body.irep->flags & MRB_ISEQ_NO_FREE);
}

/* The frame of the method, the class body or the program that a block was written in, if it still runs. */
static mrb_callinfo *
home_of(mrb_state *mrb, mrb_callinfo *ci)
{
  const struct RProc *proc = ci->proc;
  struct REnv *env = NULL;
  struct mrb_context *context;
  mrb_callinfo *home;

  while (proc && !MRB_PROC_CFUNC_P(proc) && !MRB_PROC_SCOPE_P(proc) && MRB_PROC_ENV_P(proc)) {
    env = MRB_PROC_ENV(proc);
    proc = proc->upper;
  }
  if (!env || !MRB_ENV_ONSTACK_P(env)) return ci;
  context = env->cxt;
  for (home = context->ci; home >= context->cibase; home--) {
    if (home->u.env != env) continue;
    if (context != mrb->c && context->fib) mrb_write_barrier(mrb, (struct RBasic *)context->fib);
    return home;
  }
  return ci;
}

/* A block of the image's own works for who called the method that it stands in, whoever calls it. */
static mrb_callinfo *
frame(mrb_state *mrb)
{
  mrb_callinfo *ci = mrb->c->ci;

  while (ci > mrb->c->cibase && !script_p(ci->proc)) {
    if (ci->proc && !MRB_PROC_CFUNC_P(ci->proc) && !MRB_PROC_ALIAS_P(ci->proc)) {
      mrb_callinfo *home = home_of(mrb, ci);
      if (home > mrb->c->cibase && home < ci) ci = home;
    }
    ci--;
  }
  return script_p(ci->proc) ? home_of(mrb, ci) : ci;
}

mrb_value
kobako_last_match(mrb_state *mrb)
{
  struct RBasic *match = frame(mrb)->match;
  return match ? mrb_obj_value(match) : mrb_nil_value();
}

void
kobako_set_last_match(mrb_state *mrb, mrb_value match)
{
  frame(mrb)->match = mrb_nil_p(match) ? NULL : mrb_basic_ptr(match);
}
