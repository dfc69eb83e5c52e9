/* Calls of methods of C, made outside of mruby's loop, in which each call saves what is live in all of it. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "answer.h"
#include "begin_call.h"
#include "calls.h"
#include "functions.h"

static inline mrb_bool
takes(mrb_aspec aspec, mrb_int n)
{
  mrb_int least = MRB_ASPEC_REQ(aspec) + MRB_ASPEC_POST(aspec);

  return n >= least && (MRB_ASPEC_REST(aspec) || n <= least + MRB_ASPEC_OPT(aspec));
}

/* The function of a method that takes so many arguments; NULL if it is none of C, or refuses them. */
static inline mrb_func_t
function_of(const struct mrb_cache_entry *entry, mrb_int n, const struct RProc **proc)
{
  *proc = NULL;
  if (!MRB_METHOD_PROC_P(entry->m)) return takes(MRB_MT_ASPEC(entry->m.flags), n) ? MRB_METHOD_FUNC(entry->m) : NULL;
  *proc = entry->m.as.proc;
  if (MRB_PROC_ALIAS_P(*proc) || !MRB_PROC_CFUNC_P(*proc) || (MRB_PROC_NOARG_P(*proc) && n > 0)) return NULL;
  return MRB_PROC_CFUNC(*proc);
}

/* Calls a function as the method `mid` of the receiver in r[0] with n arguments; or, if it `makes`, as `initialize` of a
 * new object of the class in r[0]. */
static inline const mrb_code *
call(mrb_state *mrb, mrb_value *r, const struct mrb_cache_entry *entry, mrb_sym mid, mrb_int n, const mrb_code *next,
     int arena, mrb_bool makes)
{
  mrb_callinfo *ci = mrb->c->ci;
  const struct RProc *proc;
  mrb_func_t function = function_of(entry, n, &proc);
  mrb_value v;

  if (!function || ci + 1 >= mrb->c->ciend) return NULL;
  SET_NIL_VALUE(r[n + 1]);
  ci->pc = next;
  ci = push(mrb->c, ci, r, proc, entry->c0, mid, n);
  if (makes) kobako_make_object(mrb, ci);
  v = function(mrb, *r);
  mrb->gc.arena_idx = arena;
  if (mrb->exc || mrb->c->ci != ci || !ci->u.keep_context || has_env(ci)) {
    mrb->left = v;
    return KOBAKO_LEFT;
  }
  if (!makes) *ci->stack = v;
  mrb->c->ci = ci - 1;
  return next;
}

const mrb_code *
kobako_call_function(mrb_state *mrb, const mrb_code *pc, int arena)
{
  const mrb_callinfo *ci = mrb->c->ci;
  const mrb_sym *names = ci->proc->body.irep->syms;
  mrb_value *r = &ci->stack[pc[1]];
  const struct mrb_cache_entry *entry;
  mrb_bool own = *pc == OP_SSEND || *pc == OP_SSEND0, makes;
  const mrb_code *next;
  mrb_int n;
  mrb_sym mid;

  if (own) *r = ci->stack[0];
  switch (*pc) {
  case OP_SSEND:
  case OP_SEND:
    n = pc[3];
    mid = names[pc[2]];
    next = pc + 4;
    break;
  case OP_SSEND0:
  case OP_SEND0:
    n = 0;
    mid = names[pc[2]];
    next = pc + 3;
    break;
  default: /* OP_EQ */
    n = 1;
    mid = MRB_OPSYM(eq);
    next = pc + 2;
  }
  entry = method_for(mrb, ci, *r, mid, own);
  if (!entry) return NULL;
  makes = MRB_METHOD_PROC_P(entry->m) && entry->m.as.proc == &mrb_class_new_proc;
  if (makes) {
    entry = kobako_initializer(mrb, *r);
    if (!entry) return NULL;
    mid = MRB_SYM(initialize);
  }
  if (n >= PACKED || (makes && plain_method_p(entry))) {
    return kobako_begin_call(mrb, r, entry, mid, makes ? n | MAKES : n, next);
  }
  if (!makes && kobako_answered(mrb, entry, r, n)) return next;
  return call(mrb, r, entry, mid, n, next, arena, makes);
}
