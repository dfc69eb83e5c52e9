/* Arguments of routines with optional parameters, of blocks that get more or fewer than they have parameters, and of
   routines with keywords of which none is given. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "calls.h"
#include "enter.h"
#include "operands.h"

/* Puts the elements of an array into `v`, MAX_CLEARED at most; gives how many. */
INLINE mrb_int
spread(mrb_value *v, const struct RArray *ary, mrb_int most)
{
  mrb_int length = ARY_LEN(ary);
  const mrb_value *elements = ARY_PTR(ary);

  if (length > most) length = most;
#pragma unroll
  for (int i = 0; i < MAX_CLEARED; i++) {
    if (i >= length) break;
    v[i] = elements[i];
  }
  return length;
}

const mrb_code *
kobako_enter(mrb_state *mrb, const mrb_code *pc, int arena)
{
  mrb_callinfo *ci = mrb->c->ci;
  const mrb_irep *irep = ci->proc->body.irep;
  uint32_t aspec = PEEK_W(pc + 1);
  mrb_int required = MRB_ASPEC_REQ(aspec), all = required + MRB_ASPEC_OPT(aspec), given = ci->n;
  mrb_bool rest = MRB_ASPEC_REST(aspec), keywords = MRB_ASPEC_KEY(aspec) > 0, strict = MRB_PROC_STRICT_P(ci->proc);
  mrb_int locals = all + rest + keywords + 2;
  mrb_value *arguments = ci->stack + 1, block;

  if ((aspec & ~(PARAMETERS | MRB_ARGS_REST())) != 0 || given >= PACKED || all + rest >= PACKED || ci->nk != 0 ||
      irep->nlocals - locals > MAX_CLEARED)
    return NULL;
  block = arguments[given];
  if (given == 1 && all + rest > 1 && !strict) {
    if (arguments->tt != MRB_TT_ARRAY || all > MAX_CLEARED || rest) return NULL;
    given = spread(arguments, mrb_ary_ptr(*arguments), all);
  }
  else if (given < required || (given > all && !rest)) {
    if (strict || all - given > MAX_CLEARED) return NULL;
    if (given > all) given = all;
  }
  else if (all - given > MAX_CLEARED) return NULL;
  if (rest) {
    mrb_value others;

    ci->pc = pc + 4;
    others = mrb_ary_new_from_values(mrb, given > all ? given - all : 0, &arguments[all]);
    mrb->gc.arena_idx = arena;
    if (given > all) given = all;
    clear(&arguments[given], all - given);
    arguments[all] = others;
  }
  else clear(&arguments[given], all - given);
  if (keywords) {
    SET_NIL_VALUE(arguments[all + rest]);
    ci->nk = PACKED;
  }
  ci->stack[locals - 1] = block;
  ci->n = (uint8_t)(all + rest);
  clear(&ci->stack[locals], irep->nlocals - locals);
  return given > required ? pc + 4 + 3 * (given - required) : pc + 4;
}
