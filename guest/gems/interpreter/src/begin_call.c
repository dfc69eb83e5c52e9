/* Calls that begin in the frame of a method of Ruby or of a block. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "begin_call.h"
#include "calls.h"
#include "keywords.h"

mrb_value mrb_instance_alloc(mrb_state *mrb, mrb_value c);

void
kobako_make_object(mrb_state *mrb, mrb_callinfo *ci)
{
  ci->vis |= MRB_CI_NEW;
  *ci->stack = mrb_instance_alloc(mrb, *ci->stack);
}

const struct mrb_cache_entry *
kobako_initializer(mrb_state *mrb, mrb_value c)
{
  return mrb_class_p(c) ? cached_in(mrb, mrb_class_ptr(c), MRB_SYM(initialize), TRUE) : NULL;
}

/* How many arguments r[1] and what follows it are: one by one, or as an Array; -1 if they have to stay that. */
static inline mrb_int
count_of(const mrb_value *r, mrb_int n)
{
  mrb_int length;

  if (n != PACKED) return n;
  if (r[1].tt != MRB_TT_ARRAY) return -1;
  length = ARY_LEN(mrb_ary_ptr(r[1]));
  if (length >= PACKED) return -1;
  if (length > 0) {
    const mrb_value *last = &ARY_PTR(mrb_ary_ptr(r[1]))[length - 1];

    /* ruby2_keywords: mruby's loop makes keywords of it */
    if (last->tt == MRB_TT_HASH && mrb_hash_ptr(*last)->flags & MRB_HASH_KEYWORDS) return -1;
  }
  return length;
}

/* Puts the arguments one by one into the registers, and no block behind them. */
static inline void
place(mrb_value *r, mrb_int n, mrb_int count)
{
  if (n == PACKED) {
    const mrb_value *elements = ARY_PTR(mrb_ary_ptr(r[1]));

    for (mrb_int i = 0; i < count; i++) r[i + 1] = elements[i];
  }
  SET_NIL_VALUE(r[count + 1]);
}

/* Whether there is room for a frame, and for so many arguments. */
static inline mrb_bool
fits(const mrb_state *mrb, const mrb_value *r, const mrb_irep *irep, mrb_int count)
{
  return has_room(mrb->c, mrb->c->ci, r, irep) && r + count + 2 < mrb->c->stend;
}

const mrb_code *
kobako_begin_call(mrb_state *mrb, mrb_value *r, const struct mrb_cache_entry *entry, mrb_sym mid, mrb_int counts,
                  const mrb_code *next)
{
  mrb_callinfo *ci = mrb->c->ci;
  mrb_int n = counts & 0xf, nk = counts >> 4 & 0xf, count = count_of(r, n);
  const mrb_irep *irep;
  const mrb_code *begin;

  if (count < 0 || nk == PACKED || (n == PACKED && nk > 0) || !plain_method_p(entry)) return NULL;
  irep = entry->m.as.proc->body.irep;
  if (!fits(mrb, r, irep, count)) return NULL;
  begin = irep->iseq;
  if (nk == 0) place(r, n, count);
  else {
    uint32_t aspec;

    begin = kobako_take_keywords(r, irep, n, nk);
    if (!begin) return NULL;
    aspec = PEEK_W(irep->iseq + 1);
    count = MRB_ASPEC_REQ(aspec) + MRB_ASPEC_OPT(aspec);
  }
  ci->pc = next;
  ci = push(mrb->c, ci, r, entry->m.as.proc, entry->c0, mid, (uint8_t)count);
  if (nk > 0) ci->nk = PACKED;
  if (counts & MAKES) kobako_make_object(mrb, ci);
  return begin;
}

const mrb_code *
kobako_begin_yield(mrb_state *mrb, const mrb_code *pc)
{
  mrb_callinfo *ci = mrb->c->ci;
  mrb_value *r = &ci->stack[pc[1]];
  mrb_int count = pc[2] == PACKED ? count_of(r, PACKED) : -1;
  const struct REnv *e = env_of_block(mrb, r);
  const struct RProc *p;

  if (count < 0 || !e) return NULL;
  p = mrb_proc_ptr(*r);
  if (!fits(mrb, r, p->body.irep, count)) return NULL;
  place(r, PACKED, count);
  for (mrb_int i = count + 2; i < p->body.irep->nregs; i++) SET_NIL_VALUE(r[i]);
  ci->pc = pc + 3;
  push(mrb->c, ci, r, p, e->c, e->mid, (uint8_t)count);
  *r = e->stack[0];
  return p->body.irep->iseq;
}
