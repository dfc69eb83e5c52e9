/* The translation of the program that runs, if the host made one (crates/engine/src/tier). */
#ifndef KOBAKO_TRANSLATED_H
#define KOBAKO_TRANSLATED_H

#include <mruby.h>
#include <mruby/irep.h>

#define LAYOUT 4
#define MAX_CORE 64
#define MAX_KNOWN 16

/* What the host has to know to translate a program. It puts the translation into the place of `enter` in the table of
   functions, and says so by `mrb->translated`: 1, and 2 once the program's code is kept for it. */
struct kobako_tier {
  uint32_t layout;
  const mrb_code *(*enter)(mrb_state *mrb, const mrb_code *pc);
  mrb_state *mrb;
  struct mrb_cache_entry *cache;
  mrb_func_t reader, writer, root; /* of attr_reader, attr_writer and Math.sqrt */
  const mrb_code *(*step)(mrb_state *mrb, const mrb_code *pc);
  uint32_t known_count, core_count;
  mrb_sym known[MAX_KNOWN];
  struct {
    mrb_sym mid;
    const mrb_irep *irep;
  } core[MAX_CORE];
};

extern struct kobako_tier kobako_tier;

/* Instructions at which it is known that the translation has no entry. */
#define MISSES 512
extern const mrb_code *kobako_misses[MISSES];

/* Keeps the code of the program, which the translation is of. */
void kobako_keep_program(mrb_state *mrb);

/* Whether the translation, if there is one, may be entered at an instruction. */
static inline mrb_bool
kobako_enters_p(const mrb_state *mrb, const mrb_code *pc)
{
  return mrb->translated && kobako_misses[(uintptr_t)pc % MISSES] != pc;
}

/* The first instruction from `pc` on that the translation cannot do; `pc` if that is this one. KOBAKO_LEFT as
   kobako_call_function gives it. */
static inline const mrb_code *
kobako_translated(mrb_state *mrb, const mrb_code *pc)
{
  const mrb_code *next;

  if (!kobako_enters_p(mrb, pc)) return pc;
  if (mrb->translated == 1) kobako_keep_program(mrb);
  next = kobako_tier.enter(mrb, pc);
  if (next) return next;
  kobako_misses[(uintptr_t)pc % MISSES] = pc;
  return pc;
}

/* Says where the run stands, if it is stopped in a loop; a translated one may be entered at its head. */
#define JUMP(distance)                                          \
  do {                                                          \
    int by = (distance);                                        \
    ci->pc = pc += by;                                          \
    if (stops && by < 0 && kobako_enters_p(mrb, pc)) return pc; \
  } while (0)

#endif
