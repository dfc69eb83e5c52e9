/* Runs instructions outside of mruby's loop over all of them, which saves what is live in it for each call that one of them
   may make; here it stays in registers. */
#include <mruby.h>
#include <mruby/opcode.h>
#include "answer.h"
#include "begin_call.h"
#include "enter.h"
#include "functions.h"
#include "pairs.h"
#include "plain.h"
#include "translated.h"

#define LOOP(name, stops)                                                                              \
  static __attribute__((noinline)) const mrb_code *name(mrb_state *mrb, const mrb_code *pc, int arena) \
  {                                                                                                    \
    return run_until(mrb, pc, arena, stops);                                                           \
  }
LOOP(run_plain, FALSE)
LOOP(run_to_entry, TRUE)

/* The same, by the translation where it has an entry. */
static inline const mrb_code *
run_translated(mrb_state *mrb, const mrb_code *pc, int arena)
{
  const mrb_code *next, *before;

  do {
    while ((next = kobako_translated(mrb, pc)) != pc) {
      if (next == KOBAKO_LEFT) return next;
      pc = next;
    }
    if (mrb->redefined) return pc;
    before = pc;
    pc = run_to_entry(mrb, pc, arena);
  } while (pc != before);
  return pc;
}

/* Runs the instructions from `pc` on as far as the floors of this gem know them. Gives the first other one, not begun;
 * mrb->c->ci is then its frame. Gives NULL if the loop has to end the call of a function, which gave mrb->left.
 * `arena` is where the loop's part of the arena begins. */
const mrb_code *
kobako_run_ahead(mrb_state *mrb, const mrb_code *pc, int arena)
{
  for (;;) {
    const mrb_code *next;

    /* a script's own operators are called by mruby's loop */
    if (mrb->redefined) return pc;
    pc = mrb->translated ? run_translated(mrb, pc, arena) : run_plain(mrb, pc, arena);
    if (pc == KOBAKO_LEFT) return NULL;
    if (*pc == OP_SEND || *pc == OP_SEND0 || *pc == OP_SSEND || *pc == OP_SSEND0 || *pc == OP_EQ) {
      next = kobako_call_function(mrb, pc, arena);
    }
    else if (*pc == OP_BLKCALL) {
      if (pc[2] >= PACKED) next = kobako_begin_yield(mrb, pc);
      else next = kobako_answered_by_name(mrb, pc) ? pc + 3 : NULL;
    }
    else if (*pc == OP_ENTER) next = kobako_enter(mrb, pc, arena);
    else if (*pc == OP_ITEM || *pc == OP_PAIR) next = kobako_next_pair(mrb, pc, arena);
    else return pc;
    if (!next) return pc;
    if (next == KOBAKO_LEFT) return NULL;
    pc = next;
  }
}
