/* The instructions that need no call of C. */
#ifndef KOBAKO_PLAIN_H
#define KOBAKO_PLAIN_H

#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "arithmetic.h"
#include "calls.h"
#include "elements.h"
#include "known.h"
#include "once.h"
#include "operands.h"
#include "translated.h"

#define regs (ci->stack)
#define IREP (ci->proc->body.irep)

/* Runs the instructions from `pc` on that call nothing of C. As no call is in here, what is live stays in registers.
   If it `stops`, it does so where a translation may be entered. */
INLINE const mrb_code *
run_until(mrb_state *mrb, const mrb_code *pc, int arena, const mrb_bool stops)
{
  mrb_callinfo *ci = mrb->c->ci;
  mrb_value *r;

  for (;;) {
    switch (*pc) {
    case OP_NOP:
      pc++;
      continue;
    case OP_MOVE:
      regs[pc[1]] = regs[pc[2]];
      pc += 3;
      continue;
    case OP_LOADL: {
      const mrb_irep_pool *literal = &IREP->pool[pc[2]];

      r = &regs[pc[1]];
      if (literal->tt == IREP_TT_INT32) SET_INT_VALUE(mrb, *r, literal->u.i32);
      else if (literal->tt == IREP_TT_INT64) SET_INT_VALUE(mrb, *r, literal->u.i64);
      else if (literal->tt == IREP_TT_FLOAT) SET_FLOAT_VALUE(mrb, *r, literal->u.f);
      else return pc;
      pc += 3;
      continue;
    }
    case OP_LOADI8:
      SET_FIXNUM_VALUE(regs[pc[1]], pc[2]);
      pc += 3;
      continue;
    case OP_LOADINEG:
      SET_FIXNUM_VALUE(regs[pc[1]], -pc[2]);
      pc += 3;
      continue;
    case OP_LOADI__1:
    case OP_LOADI_0:
    case OP_LOADI_1:
    case OP_LOADI_2:
    case OP_LOADI_3:
    case OP_LOADI_4:
    case OP_LOADI_5:
    case OP_LOADI_6:
    case OP_LOADI_7:
      SET_FIXNUM_VALUE(regs[pc[1]], *pc - OP_LOADI_0);
      pc += 2;
      continue;
    case OP_LOADI16:
      SET_FIXNUM_VALUE(regs[pc[1]], (int16_t)PEEK_S(pc + 2));
      pc += 4;
      continue;
    case OP_LOADI32:
      SET_FIXNUM_VALUE(regs[pc[1]], (int32_t)((uint32_t)PEEK_S(pc + 2) << 16 | PEEK_S(pc + 4)));
      pc += 6;
      continue;
    case OP_LOADSYM:
      SET_SYM_VALUE(regs[pc[1]], IREP->syms[pc[2]]);
      pc += 3;
      continue;
    case OP_LOADNIL:
      SET_NIL_VALUE(regs[pc[1]]);
      pc += 2;
      continue;
    case OP_LOADSELF:
      regs[pc[1]] = regs[0];
      pc += 2;
      continue;
    case OP_LOADTRUE:
      SET_TRUE_VALUE(regs[pc[1]]);
      pc += 2;
      continue;
    case OP_LOADFALSE:
      SET_FALSE_VALUE(regs[pc[1]]);
      pc += 2;
      continue;
    case OP_ONCE: {
      const mrb_value *kept = kept_at_hand(mrb, IREP->iseq + pc[2]);

      if (!kept) return pc;
      regs[pc[1]] = *kept;
      pc += 3;
      continue;
    }
    case OP_GETUPVAR: {
      const struct REnv *e = env_at(ci->proc, pc[3]);

      if (!e) return pc;
      if (pc[2] < MRB_ENV_LEN(e)) regs[pc[1]] = e->stack[pc[2]];
      else SET_NIL_VALUE(regs[pc[1]]);
      pc += 4;
      continue;
    }
    case OP_SETUPVAR: {
      const struct REnv *e = env_at(ci->proc, pc[3]);

      if (!e || MUST_TELL(e, regs[pc[1]])) return pc;
      if (pc[2] < MRB_ENV_LEN(e)) e->stack[pc[2]] = regs[pc[1]];
      pc += 4;
      continue;
    }
    case OP_GETIDX:
      r = &regs[pc[1]];
      if (!get_element(mrb, r)) return pc;
      pc += 2;
      continue;
    case OP_GETIDX0:
      if (!get_first(mrb, &regs[pc[2]], &regs[pc[1]])) return pc;
      pc += 3;
      continue;
    case OP_SETIDX:
      r = &regs[pc[1]];
      if (!set_element(mrb, r)) return pc;
      pc += 2;
      continue;
    case OP_AREF: {
      const struct RArray *ary;

      r = &regs[pc[2]];
      if (r->tt != MRB_TT_ARRAY) return pc;
      ary = mrb_ary_ptr(*r);
      if (pc[3] >= ARY_LEN(ary)) return pc;
      regs[pc[1]] = ARY_PTR(ary)[pc[3]];
      pc += 4;
      continue;
    }
    case OP_JMP:
      JUMP(3 + (int16_t)PEEK_S(pc + 1));
      continue;
    case OP_JMPIF:
      JUMP(4 + (mrb_test(regs[pc[1]]) ? (int16_t)PEEK_S(pc + 2) : 0));
      continue;
    case OP_JMPNOT:
      JUMP(4 + (mrb_test(regs[pc[1]]) ? 0 : (int16_t)PEEK_S(pc + 2)));
      continue;
    case OP_JMPNIL:
      JUMP(4 + (mrb_nil_p(regs[pc[1]]) ? (int16_t)PEEK_S(pc + 2) : 0));
      continue;
    case OP_ITEM: {
      enum next_item item = next_item(&regs[pc[1]]);

      if (item == OTHER) return pc;
      pc += 4 + (item == NONE ? (int16_t)PEEK_S(pc + 2) : 0);
      ci->pc = pc; /* where the run stands, if it is stopped in a loop */
      continue;
    }
    case OP_PAIR:
      if (!next_pair(&regs[pc[1]])) return pc;
      pc += 4;
      ci->pc = pc;
      continue;
    case OP_ADD:
      r = &regs[pc[1]];
      ARITHMETIC2(add, +);
      pc += 2;
      continue;
    case OP_ADDI:
      r = &regs[pc[1]];
      ARITHMETIC(add, +, pc[2]);
      pc += 3;
      continue;
    case OP_ADDILV:
      r = &regs[pc[1]];
      ARITHMETIC(add, +, pc[3]);
      pc += 4;
      continue;
    case OP_SUB:
      r = &regs[pc[1]];
      ARITHMETIC2(sub, -);
      pc += 2;
      continue;
    case OP_SUBI:
      r = &regs[pc[1]];
      ARITHMETIC(sub, -, pc[2]);
      pc += 3;
      continue;
    case OP_SUBILV:
      r = &regs[pc[1]];
      ARITHMETIC(sub, -, pc[3]);
      pc += 4;
      continue;
    case OP_MUL:
      r = &regs[pc[1]];
      if (both(r, MRB_TT_INTEGER)) {
        if (!is_int32(r[0].value.i) || !is_int32(r[1].value.i)) return pc;
        r->value.i *= r[1].value.i;
      }
      else if (both(r, MRB_TT_FLOAT)) r->value.f *= r[1].value.f;
      else return pc;
      pc += 2;
      continue;
    case OP_DIV:
      r = &regs[pc[1]];
      if (both(r, MRB_TT_INTEGER)) {
        mrb_int x = r[0].value.i, y = r[1].value.i;

        if (y <= 0) return pc;
        r->value.i = x / y - (x % y < 0);
      }
      else if (both(r, MRB_TT_FLOAT) && r[1].value.f != 0) r->value.f /= r[1].value.f;
      else return pc;
      pc += 2;
      continue;
    case OP_EQ:
      r = &regs[pc[1]];
      if (both(r, MRB_TT_SYMBOL)) {
        SET_BOOL_VALUE(*r, r[0].value.sym == r[1].value.sym);
        pc += 2;
        continue;
      }
      COMPARISON(==);
      continue;
    case OP_LT:
      r = &regs[pc[1]];
      COMPARISON(<);
      continue;
    case OP_LE:
      r = &regs[pc[1]];
      COMPARISON(<=);
      continue;
    case OP_GT:
      r = &regs[pc[1]];
      COMPARISON(>);
      continue;
    case OP_GE:
      r = &regs[pc[1]];
      COMPARISON(>=);
      continue;
    case OP_SSEND:
    case OP_SSEND0:
    case OP_SEND:
    case OP_SEND0: {
      mrb_bool own = *pc == OP_SSEND || *pc == OP_SSEND0, none = *pc == OP_SSEND0 || *pc == OP_SEND0;
      mrb_int n = none ? 0 : pc[3];
      mrb_sym mid = IREP->syms[pc[2]];
      const struct mrb_cache_entry *entry;
      const struct RProc *p;

      r = &regs[pc[1]];
      if (n >= PACKED) return pc;
      entry = method_for(mrb, ci, own ? regs[0] : *r, mid, own);
      if (!entry) return pc;
      if (!MRB_METHOD_PROC_P(entry->m)) {
        if (own) *r = regs[0];
        if (!answered_plainly(mrb, entry, r, n)) return pc;
        pc += none ? 3 : 4;
        continue;
      }
      p = entry->m.as.proc;
      if (!plain_method_p(entry) || !has_room(mrb->c, ci, r, p->body.irep)) return pc;
      if (own) *r = regs[0];
      SET_NIL_VALUE(r[n + 1]);
      ci->pc = pc + (none ? 3 : 4);
      ci = push(mrb->c, ci, r, p, entry->c0, mid, n);
      if (stops && kobako_enters_p(mrb, p->body.irep->iseq)) return p->body.irep->iseq;
      pc = entered(ci, p->body.irep, p->body.irep->iseq);
      continue;
    }
    case OP_CALL:
      if (!become(mrb->c, ci, mrb_proc_ptr(regs[0]))) return pc;
      pc = entered(ci, IREP, IREP->iseq);
      continue;
    case OP_BLKCALL: {
      mrb_int n = pc[2];
      const struct RProc *p;
      const struct REnv *e;

      r = &regs[pc[1]];
      if (n >= PACKED) return pc;
      e = env_of_block(mrb, r);
      if (!e) return pc;
      p = mrb_proc_ptr(*r);
      if (p->body.irep->nregs - (n + 1) > MAX_CLEARED || !has_room(mrb->c, ci, r, p->body.irep)) return pc;
      ci->pc = pc + 3;
      ci = push(mrb->c, ci, r, p, e->c, e->mid, n);
      SET_NIL_VALUE(regs[n + 1]);
      clear(&regs[n + 2], IREP->nregs - (n + 2));
      regs[0] = e->stack[0];
      if (stops && kobako_enters_p(mrb, p->body.irep->iseq)) return p->body.irep->iseq;
      pc = entered(ci, p->body.irep, p->body.irep->iseq);
      continue;
    }
    case OP_BLKPUSH:
      r = block_at(ci, PEEK_S(pc + 2));
      if (!r || mrb_nil_p(*r)) return pc;
      regs[pc[1]] = *r;
      pc += 4;
      continue;
    case OP_ENTER: {
      const mrb_code *next = entered(ci, IREP, pc);

      if (next == pc) return pc;
      pc = next;
      continue;
    }
    /* keywords that were not given, or are in their registers (keywords.h) */
    case OP_KEY_P: {
      const mrb_value *given = keywords_of(ci);

      if (!given) return pc;
      if (is_given(given, pc[2])) {
        const mrb_code *keyword = keyword_at(pc);

        if (!keyword) return pc;
        pc = keyword + 3;
      }
      else {
        SET_FALSE_VALUE(regs[pc[1]]);
        pc += 3;
      }
      continue;
    }
    case OP_KARG: {
      const mrb_value *given = keywords_of(ci);

      if (!given || !is_given(given, pc[2])) return pc;
      pc += 3;
      continue;
    }
    case OP_KEYEND:
      if (!keywords_of(ci)) return pc;
      pc++;
      continue;
    case OP_GETIV: {
      const mrb_value *v;

      if (!is(regs, MRB_TT_OBJECT)) return pc;
      v = shaped_value(mrb_obj_ptr(regs[0]), IREP->syms[pc[2]]);
      if (!v) return pc;
      regs[pc[1]] = *v;
      pc += 3;
      continue;
    }
    case OP_SETIV: {
      mrb_value *v;

      if (!is(regs, MRB_TT_OBJECT) || mrb_obj_ptr(regs[0])->frozen || MUST_TELL(mrb_obj_ptr(regs[0]), regs[pc[1]]))
        return pc;
      v = shaped_value(mrb_obj_ptr(regs[0]), IREP->syms[pc[2]]);
      if (!v) return pc;
      *v = regs[pc[1]];
      pc += 3;
      continue;
    }
    case OP_RETURN:
    case OP_RETSELF:
    case OP_RETNIL:
    case OP_RETTRUE:
    case OP_RETFALSE: {
      struct RProc *block = ci->blk;
      mrb_value v;

      if (mrb->exc || ci == mrb->c->cibase || ci->cci != 0 || IREP->clen > 0 || mrb->c->vmexec || !ci->u.env ||
          has_env(ci))
        return pc;
      if (*pc == OP_RETURN) v = regs[pc[1]];
      else if (*pc == OP_RETSELF) v = regs[0];
      else if (*pc == OP_RETNIL) SET_NIL_VALUE(v);
      else SET_BOOL_VALUE(v, *pc == OP_RETTRUE);
      if (!(ci->vis & MRB_CI_NEW)) *regs = v;
      ci--;
      if (block) end_block(block, ci);
      mrb->c->ci = ci;
      mrb->gc.arena_idx = arena;
      pc = ci->pc;
      if (stops && kobako_enters_p(mrb, pc)) return pc;
      continue;
    }
    default:
      return pc;
    }
  }
}

#undef regs
#undef IREP
#endif
