/* Calls of methods of C, made outside of mruby's loop, in which each call saves what is live in all of it. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "answer.h"
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

/* Calls a function as the method `mid` of the receiver in r[0] with n arguments; the block is there. */
static inline const mrb_code *
call(mrb_state *mrb, mrb_value *r, const struct mrb_cache_entry *entry, mrb_sym mid, mrb_int n, const mrb_code *next,
     int arena)
{
  struct RProc *block = is(&r[n + 1], MRB_TT_PROC) ? mrb_proc_ptr(r[n + 1]) : NULL;
  mrb_callinfo *ci = mrb->c->ci;
  const struct RProc *proc;
  mrb_func_t function = function_of(entry, n, &proc);
  mrb_value v;

  if (!function || ci + 1 >= mrb->c->ciend) return NULL;
  ci->pc = next;
  ci = push(mrb->c, ci, r, proc, entry->c0, mid, n);
  ci->blk = block;
  v = function(mrb, *r);
  mrb->gc.arena_idx = arena;
  if (mrb->exc || mrb->c->ci != ci || !ci->u.keep_context || has_env(ci)) {
    mrb->left = v;
    return KOBAKO_LEFT;
  }
  *ci->stack = v;
  mrb->c->ci = --ci;
  if (block) end_block(block, ci);
  return next;
}

/* Begins a method of Ruby with a block, as run_plain does without. */
static inline const mrb_code *
begin(mrb_state *mrb, mrb_value *r, const struct mrb_cache_entry *entry, mrb_sym mid, mrb_int n, const mrb_code *next)
{
  const struct RProc *p = entry->m.as.proc;
  mrb_callinfo *ci = mrb->c->ci;

  if (!plain_method_p(entry) || !has_room(mrb->c, ci, r, p->body.irep)) return NULL;
  ci->pc = next;
  ci = push(mrb->c, ci, r, p, entry->c0, mid, n);
  ci->blk = is(&r[n + 1], MRB_TT_PROC) ? mrb_proc_ptr(r[n + 1]) : NULL;
  return entered(ci, p->body.irep, p->body.irep->iseq);
}

const mrb_code *
kobako_call_function(mrb_state *mrb, const mrb_code *pc, int arena)
{
  const mrb_callinfo *ci = mrb->c->ci;
  mrb_value *r = &ci->stack[pc[1]];
  const struct mrb_cache_entry *entry;
  const mrb_code *next = pc + 2;
  mrb_bool own = FALSE, block = FALSE;
  mrb_int n = 1;
  mrb_sym mid;

  switch (*pc) {
  case OP_SSENDB:
    *r = ci->stack[0];
    own = TRUE;
    /* fall through */
  case OP_SENDB:
    n = pc[3];
    next = pc + 4;
    mid = ci->proc->body.irep->syms[pc[2]];
    if (n >= PACKED || !(is(&r[n + 1], MRB_TT_PROC) || mrb_nil_p(r[n + 1]))) return NULL;
    block = TRUE;
    break;
  case OP_SSEND:
  case OP_SSEND0:
    *r = ci->stack[0];
    own = TRUE;
    /* fall through */
  case OP_SEND:
  case OP_SEND0:
    n = *pc == OP_SEND0 || *pc == OP_SSEND0 ? 0 : pc[3];
    next = pc + (n == 0 && *pc != OP_SEND && *pc != OP_SSEND ? 3 : 4);
    mid = ci->proc->body.irep->syms[pc[2]];
    if (n >= PACKED) return NULL;
    break;
  case OP_ADD:
    mid = MRB_OPSYM(add);
    break;
  case OP_SUB:
    mid = MRB_OPSYM(sub);
    break;
  case OP_MUL:
    mid = MRB_OPSYM(mul);
    break;
  case OP_DIV:
    mid = MRB_OPSYM(div);
    break;
  case OP_EQ:
    mid = MRB_OPSYM(eq);
    break;
  default:
    return NULL;
  }
  entry = cached_method(mrb, *r, mid, own);
  if (!entry) return NULL;
  if (block) {
    const mrb_code *begun = begin(mrb, r, entry, mid, n, next);

    if (begun) return begun;
  }
  else {
    if (kobako_answered(mrb, entry, r, n)) return next;
    SET_NIL_VALUE(r[n + 1]);
  }
  return call(mrb, r, entry, mid, n, next, arena);
}
