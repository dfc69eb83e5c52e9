/* Loops of the core over the pairs of a Hash. */
#include <mruby.h>
#include <mruby/hash.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/internal.h> /* by what is included before it */
#include "pairs.h"

/* The instruction behind ITEM or PAIR, or the one that it jumps to; NULL where ITEM has no Hash. */
const mrb_code *
kobako_next_pair(mrb_state *mrb, const mrb_code *pc, int arena)
{
  mrb_callinfo *ci = mrb->c->ci;
  mrb_value *r = &ci->stack[pc[1]];
  mrb_bool there;

  if (!mrb_hash_p(*r)) return NULL;
  there = *pc == OP_PAIR ? mrb_hash_pair(mrb, r) : mrb_hash_item(mrb, r);
  mrb->gc.arena_idx = arena;
  pc += 4 + (there ? 0 : (int16_t)PEEK_S(pc + 2));
  ci->pc = pc; /* where the run stands, if it is stopped in a loop */
  return pc;
}
