/* Arguments of routines with optional parameters, and with keywords of which none is given. */
#include <mruby.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "calls.h"
#include "enter.h"
#include "operands.h"

const mrb_code *
kobako_enter(mrb_callinfo *ci, const mrb_code *pc)
{
  const mrb_irep *irep = ci->proc->body.irep;
  uint32_t aspec = PEEK_W(pc + 1);
  mrb_int required = MRB_ASPEC_REQ(aspec), all = required + MRB_ASPEC_OPT(aspec), given = ci->n;
  mrb_bool keywords = MRB_ASPEC_KEY(aspec) > 0;
  mrb_int locals = all + 2 + keywords;
  mrb_value block;

  if ((aspec & ~(uint32_t)(MRB_ARGS_REQ(31) | MRB_ARGS_OPT(31) | MRB_ARGS_KEY(31, 0) | MRB_ARGS_BLOCK())) != 0 ||
      given < required || given > all || all >= PACKED || ci->nk != 0 || all - given > MAX_CLEARED ||
      irep->nlocals - locals > MAX_CLEARED)
    return NULL;
  /* a block takes one array apart */
  if (given == 1 && all > 1 && !MRB_PROC_STRICT_P(ci->proc)) return NULL;
  block = ci->stack[given + 1];
  clear(&ci->stack[given + 1], all - given);
  if (keywords) {
    SET_NIL_VALUE(ci->stack[all + 1]);
    ci->nk = PACKED;
  }
  ci->stack[locals - 1] = block;
  ci->n = (uint8_t)all;
  clear(&ci->stack[locals], irep->nlocals - locals);
  return pc + 4 + 3 * (given - required);
}
