/* Frames and methods of calls that are made without a call of C. */
#ifndef KOBAKO_CALLS_H
#define KOBAKO_CALLS_H

#include <mruby.h>
#include <mruby/class.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "operands.h"

static inline mrb_bool
has_env(const mrb_callinfo *ci)
{
  return ci->u.env && ci->u.env->tt == MRB_TT_ENV;
}

/* Whether there is room for another frame, of a routine with its stack at `stack`. */
static inline mrb_bool
has_room(const struct mrb_context *c, const mrb_callinfo *ci, const mrb_value *stack, const mrb_irep *irep)
{
  mrb_int room = irep->nregs < 4 ? 4 : irep->nregs;

  return ci + 1 < c->ciend && stack + room < c->stend;
}

static inline mrb_callinfo *
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
  ci->pc = proc->body.irep->iseq;
  ci->u.target_class = target;
  ci->match = NULL;
  c->ci = ci;
  return ci;
}

/* The method that a call runs, if the cache has it and nothing forbids it. */
static inline const struct mrb_cache_entry *
cached_method(mrb_state *mrb, mrb_value recv, mrb_sym mid, mrb_bool own)
{
  struct RClass *c = mrb_class(mrb, recv);
  const struct mrb_cache_entry *entry = &mrb->cache[MRB_METHOD_CACHE_INDEX(c, mid)];

  if (entry->c != c || entry->mid != mid || MRB_METHOD_UNDEF_P(entry->m)) return NULL;
  return entry->m.flags & (MRB_METHOD_REFINED_FL | (own ? 0 : MRB_METHOD_VISIBILITY_MASK)) ? NULL : entry;
}

/* Whether it is one of Ruby that needs no more than a frame, as Class#new does. */
static inline mrb_bool
plain_method_p(const struct mrb_cache_entry *entry)
{
  const struct RProc *p = entry->m.as.proc;

  return MRB_METHOD_PROC_P(entry->m) && p != &mrb_class_new_proc &&
         !(p->flags & (MRB_PROC_ALIAS | MRB_PROC_CFUNC_FL)) && p->body.irep;
}

/* The instruction after the one at `pc` if that takes arguments which are just the parameters; else `pc`. */
static inline const mrb_code *
entered(const mrb_callinfo *ci, const mrb_irep *irep, const mrb_code *pc)
{
  uint32_t aspec;
  mrb_int m1;

  if (*pc != OP_ENTER) return pc;
  aspec = PEEK_W(pc + 1);
  m1 = MRB_ASPEC_REQ(aspec);
  if ((aspec & ~0x7c0001) != 0 || ci->n != m1 || ci->n == 15 || ci->nk != 0) return pc;
  if (irep->nlocals - (m1 + 2) > MAX_CLEARED) return pc;
  clear(&ci->stack[m1 + 2], irep->nlocals - (m1 + 2));
  return pc + 4;
}

#endif
