/* $~ and what is read from it: a match for each method that is under way, kept in its mrb_callinfo. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include "regexp.h"

/* Whether a script wrote it: C and the image's own Ruby work for their caller. */
static mrb_bool
script_p(const struct RProc *proc)
{
  return proc && !MRB_PROC_CFUNC_P(proc) && !MRB_PROC_ALIAS_P(proc) && !(proc->body.irep->flags & MRB_ISEQ_NO_FREE);
}

/* The frame of the method, the class body or the program that a block was written in, if it still runs. */
static mrb_callinfo*
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
    if (context != mrb->c && context->fib) mrb_write_barrier(mrb, (struct RBasic*)context->fib);
    return home;
  }
  return ci;
}

static mrb_callinfo*
frame(mrb_state *mrb)
{
  mrb_callinfo *ci = mrb->c->ci;

  while (ci > mrb->c->cibase && !script_p(ci->proc)) ci--;
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

/* Called by mrb_gv_get for a name that has no value. */
mrb_value
kobako_special_global(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);
  mrb_int number = 0;
  mrb_value match;
  kobako_region region;

  if (len < 2) return mrb_nil_value();
  if (text[1] >= '1' && text[1] <= '9') {
    for (mrb_int i = 1; i < len; i++) {
      if (text[i] < '0' || text[i] > '9' || number > 100000) return mrb_nil_value();
      number = number * 10 + (text[i] - '0');
    }
    return kobako_match_group(mrb, kobako_last_match(mrb), number);
  }
  if (len != 2) return mrb_nil_value();
  switch (text[1]) {
  case '~':
    return kobako_last_match(mrb);
  case '&':
    return kobako_match_group(mrb, kobako_last_match(mrb), 0);
  case '`': case '\'': case '+':
    match = kobako_last_match(mrb);
    if (!kobako_match_region(mrb, match, &region)) return mrb_nil_value();
    if (text[1] == '+') {
      for (number = region.num_regs - 1; number > 0 && region.beg[number] < 0; number--) ;
      return number > 0 ? kobako_match_group(mrb, match, number) : mrb_nil_value();
    }
    return mrb_funcall_argv(mrb, match, text[1] == '`' ? MRB_SYM(pre_match) : MRB_SYM(post_match), 0, NULL);
  }
  return mrb_nil_value();
}

void kobako_check_output(mrb_state *mrb, mrb_sym name, mrb_value value);

/* Called by mrb_gv_set before it stores: TRUE if the name was $~, which is not stored with the others. */
mrb_bool
kobako_set_global(mrb_state *mrb, mrb_sym name, mrb_value value)
{
  kobako_region region;
  mrb_int len;
  const char *text = mrb_sym_name_len(mrb, name, &len);

  kobako_check_output(mrb, name, value);
  if (len != 2 || text[1] != '~') return FALSE;
  if (!mrb_nil_p(value) && !kobako_match_region(mrb, value, &region)) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected MatchData)", value);
  }
  kobako_set_last_match(mrb, value);
  return TRUE;
}
