/* Keywords of a call that go right into the registers of their parameters. */
#include <mruby.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include "calls.h"
#include "keywords.h"

#define MAX_KEYWORDS 12

/* Keywords with their parameters. */
struct taken {
  mrb_int count, mask;
  uint8_t registers[MAX_KEYWORDS];
  mrb_value values[MAX_KEYWORDS];
};

static const mrb_value *
value_of(const mrb_value *pairs, mrb_int nk, mrb_sym name)
{
  for (mrb_int i = 0; i < nk; i++) {
    if (pairs[2 * i].tt == MRB_TT_SYMBOL && pairs[2 * i].value.sym == name) return &pairs[2 * i + 1];
  }
  return NULL;
}

/* Finds the parameters, from `pc` on, of all these pairs. Gives the instruction behind them, and in `open` the first
   parameter that none is for; NULL if that needs one, or a pair has no parameter. */
static const mrb_code *
match(const mrb_code *pc, const mrb_irep *irep, const mrb_value *pairs, mrb_int nk, struct taken *taken,
      const mrb_code **open)
{
  while (*pc != OP_KEYEND) {
    const mrb_code *keyword = keyword_at(pc);
    const mrb_value *value;

    if (!keyword || keyword[2] >= MAX_KEYWORD) return NULL;
    value = value_of(pairs, nk, irep->syms[keyword[2]]);
    if (value) {
      taken->registers[taken->count] = keyword[1];
      taken->values[taken->count++] = *value;
      taken->mask |= (mrb_int)1 << keyword[2];
    }
    else if (keyword == pc) return NULL;
    else if (!*open) *open = pc;
    pc = keyword + 3;
  }
  return taken->count == nk ? pc + 1 : NULL;
}

const mrb_code *
kobako_take_keywords(mrb_value *r, const mrb_irep *irep, mrb_int n, mrb_int nk)
{
  const mrb_code *pc = irep->iseq, *end, *open = NULL;
  uint32_t aspec;
  mrb_int required, optional, all;
  struct taken taken = { 0 };

  if (*pc != OP_ENTER) return NULL;
  aspec = PEEK_W(pc + 1);
  required = MRB_ASPEC_REQ(aspec);
  optional = MRB_ASPEC_OPT(aspec);
  all = required + optional;
  if (MRB_ASPEC_KEY(aspec) == 0 || n < required || n > all || all >= PACKED || nk > MAX_KEYWORDS ||
      (aspec & ~PARAMETERS) != 0)
    return NULL;
  pc += 4 + 3 * optional;
  /* behind the defaults of optional parameters */
  if (optional > 0) {
    if (*pc != OP_JMP) return NULL;
    pc += 3 + (int16_t)PEEK_S(pc + 1);
  }
  end = match(pc, irep, &r[n + 1], nk, &taken, &open);
  if (!end) return NULL;
  for (mrb_int i = n + 1; i < irep->nlocals; i++) SET_NIL_VALUE(r[i]);
  SET_NIL_VALUE(r[all + 2]);
  SET_FIXNUM_VALUE(r[all + 1], taken.mask);
  for (mrb_int i = 0; i < taken.count; i++) r[taken.registers[i]] = taken.values[i];
  if (n < all) return irep->iseq + 4 + 3 * (n - required);
  return open ? open : end;
}
