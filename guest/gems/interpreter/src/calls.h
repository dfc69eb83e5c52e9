/* Frames and methods of calls that are made without a call of C. */
#ifndef KOBAKO_CALLS_H
#define KOBAKO_CALLS_H

#include <mruby.h>
#include <mruby/class.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "operands.h"

/* So many arguments are in an array: CALL_MAXARGS of mruby's loop. */
#define PACKED 15

INLINE mrb_bool
has_env(const mrb_callinfo *ci)
{
  return ci->u.env && ci->u.env->tt == MRB_TT_ENV;
}

/* Whether there is room for another frame, of a routine with its stack at `stack`. */
INLINE mrb_bool
has_room(const struct mrb_context *c, const mrb_callinfo *ci, const mrb_value *stack, const mrb_irep *irep)
{
  mrb_int room = irep->nregs < 4 ? 4 : irep->nregs;

  return ci + 1 < c->ciend && stack + room < c->stend;
}

INLINE mrb_callinfo *
push(struct mrb_context *c, mrb_callinfo *ci, mrb_value *stack, const struct RProc *proc, struct RClass *target,
     mrb_sym mid, uint8_t n)
{
  ci++;
  ci->n = n;
  ci->nk = 0;
  ci->cci = 0;
  ci->vis = MRB_METHOD_PUBLIC_FL;
  ci->mid = mid;
  ci->proc = proc;
  ci->blk = NULL;
  ci->stack = stack;
  ci->pc = proc && !MRB_PROC_CFUNC_P(proc) ? proc->body.irep->iseq : NULL;
  ci->u.target_class = target;
  ci->match = NULL;
  c->ci = ci;
  return ci;
}

/* Where the block of a routine is, by the operand of OP_BLKPUSH; NULL if that is gone or too far up. */
INLINE mrb_value *
block_at(const mrb_callinfo *ci, mrb_int operand)
{
  mrb_int up = operand & 0xf,
          offset = (operand >> 11 & 0x3f) + (operand >> 10 & 1) + (operand >> 5 & 0x1f) + (operand >> 4 & 1);
  const struct REnv *e;

  if (up == 0) return ci->stack + 1 + offset;
  e = env_at(ci->proc, up - 1);
  if (!e || (!MRB_ENV_ONSTACK_P(e) && e->mid == 0) || MRB_ENV_LEN(e) <= offset + 1) return NULL;
  return e->stack + 1 + offset;
}

/* What is left of a block when the call that it was given to ends, of the frame that made it. */
INLINE void
end_block(struct RProc *block, const mrb_callinfo *ci)
{
  if (!MRB_PROC_STRICT_P(block) && MRB_PROC_ENV(block) == (has_env(ci) ? ci->u.env : NULL)) {
    block->flags |= MRB_PROC_ORPHAN;
  }
}

/* The method of a class that a call runs, if the cache has it and nothing forbids it. */
INLINE const struct mrb_cache_entry *
cached_in(mrb_state *mrb, const struct RClass *c, mrb_sym mid, mrb_bool own)
{
  const struct mrb_cache_entry *entry = &mrb->cache[MRB_METHOD_PLACE(c, mid)];

  if (entry->c != c || entry->mid != mid) entry = &mrb->cache[MRB_METHOD_OTHER_PLACE(c, mid)];
  if (entry->c != c || entry->mid != mid || MRB_METHOD_UNDEF_P(entry->m)) return NULL;
  return entry->m.flags & (MRB_METHOD_REFINED_FL | (own ? 0 : MRB_METHOD_VISIBILITY_MASK)) ? NULL : entry;
}

INLINE const struct mrb_cache_entry *
cached_method(mrb_state *mrb, mrb_value recv, mrb_sym mid, mrb_bool own)
{
  return cached_in(mrb, mrb_class(mrb, recv), mid, own);
}

/* The same of a call that a frame makes: of itself, a method of the core may call those of its own class alone. */
INLINE const struct mrb_cache_entry *
method_for(mrb_state *mrb, const mrb_callinfo *ci, mrb_value recv, mrb_sym mid, mrb_bool own)
{
  const mrb_value *self = ci->stack;
  mrb_bool of_self = recv.tt == self->tt && recv.value.p == self->value.p;
  mrb_bool direct = ci->proc->body.irep->flags & MRB_IREP_DIRECT && of_self;

  return cached_in(mrb, direct ? MRB_PROC_TARGET_CLASS(ci->proc) : mrb_class(mrb, recv), mid, own);
}

/* The environment of a block of Ruby, which the call of it needs; NULL of others. */
INLINE const struct REnv *
env_of_block(const mrb_state *mrb, const mrb_value *block)
{
  const struct RProc *p;

  if (block->tt != MRB_TT_PROC) return NULL;
  p = mrb_proc_ptr(*block);
  if (MRB_PROC_BY_NAME_P(mrb, p) || MRB_PROC_ALIAS_P(p) || MRB_PROC_CFUNC_P(p) || !p->body.irep) return NULL;
  return MRB_PROC_ENV(p);
}

/* Whether it is one of Ruby that needs no more than a frame, as Class#new does. */
INLINE mrb_bool
plain_method_p(const struct mrb_cache_entry *entry)
{
  const struct RProc *p = entry->m.as.proc;

  return MRB_METHOD_PROC_P(entry->m) && p != &mrb_class_new_proc &&
         !(p->flags & (MRB_PROC_ALIAS | MRB_PROC_CFUNC_FL)) && p->body.irep;
}

/* The instruction after the one at `pc` if that takes arguments which are just the parameters, or, of a block, more; else
   `pc`. */
INLINE const mrb_code *
entered(mrb_callinfo *ci, const mrb_irep *irep, const mrb_code *pc)
{
  uint32_t aspec;
  mrb_int m1;

  if (*pc != OP_ENTER) return pc;
  aspec = PEEK_W(pc + 1);
  m1 = MRB_ASPEC_REQ(aspec);
  if ((aspec & ~0x7c0001) != 0 || ci->n < m1 || ci->n == PACKED || ci->nk != 0) return pc;
  if (irep->nlocals - (m1 + 2) > MAX_CLEARED) return pc;
  if (ci->n > m1) {
    if (MRB_PROC_STRICT_P(ci->proc)) return pc;
    ci->stack[m1 + 1] = ci->stack[ci->n + 1];
    ci->n = (uint8_t)m1;
  }
  clear(&ci->stack[m1 + 2], irep->nlocals - (m1 + 2));
  return pc + 4;
}

/* What is where the Hash of its keywords would be: nil if there were none, or an Integer (keywords.h); else NULL. */
INLINE const mrb_value *
keywords_of(const mrb_callinfo *ci)
{
  const mrb_value *given = &ci->stack[ci->n + 1];

  return ci->nk == PACKED && ci->n < PACKED && (is(given, MRB_TT_INTEGER) || mrb_nil_p(*given)) ? given : NULL;
}

/* The instruction that takes the keyword whose parameter begins at `pc`; NULL if none does, as in code of no compiler. */
INLINE const mrb_code *
keyword_at(const mrb_code *pc)
{
  if (*pc == OP_KEY_P && pc[3] == OP_JMPIF && pc[4] == pc[1]) pc += 7 + (int16_t)PEEK_S(pc + 5);
  return *pc == OP_KARG ? pc : NULL;
}

/* Parameters without an Array or a Hash of the rest. */
#define PARAMETERS ((uint32_t)(MRB_ARGS_REQ(31) | MRB_ARGS_OPT(31) | MRB_ARGS_KEY(31, 0) | MRB_ARGS_BLOCK()))

/* Names of keywords with a larger index have no bit. */
#define MAX_KEYWORD 62

INLINE mrb_bool
is_given(const mrb_value *given, mrb_int index)
{
  return is(given, MRB_TT_INTEGER) && index < MAX_KEYWORD && (given->value.i >> index & 1);
}

/* Makes the frame of Proc#call that of the proc, if that is one of Ruby. */
INLINE mrb_bool
become(const struct mrb_context *c, mrb_callinfo *ci, const struct RProc *p)
{
  const struct REnv *e = MRB_PROC_ENV(p);
  const mrb_irep *irep = p->body.irep;
  mrb_int kept = ci->n + 2;

  if (MRB_PROC_ALIAS_P(p) || MRB_PROC_CFUNC_P(p) || !irep || !e || ci->n >= PACKED || ci->nk != 0 ||
      irep->nregs - kept > MAX_CLEARED || ci->stack + irep->nregs >= c->stend)
    return FALSE;
  ci->mid = e->mid;
  ci->u.target_class = e->c;
  ci->proc = p;
  clear(&ci->stack[kept], irep->nregs - kept);
  ci->stack[0] = e->stack[0];
  return TRUE;
}

#endif
