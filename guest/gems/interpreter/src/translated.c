/* Where the interpreter enters what the host has translated, and what the host has to know for it. */
#include <stddef.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/irep.h>
#include <mruby/object.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/variable.h>
#include <kobako_interpreter.h>
#include "once.h"
#include "step.h"
#include "translated.h"

/* The host puts the translation into the place of this one in the table of functions. */
static __attribute__((noinline)) const mrb_code *
untranslated(mrb_state *mrb, const mrb_code *pc)
{
  (void)mrb;
  return pc;
}

struct kobako_tier kobako_tier = { .layout = LAYOUT, .enter = untranslated, .step = kobako_step };

const mrb_code *kobako_misses[MISSES];

void
kobako_keep_program(mrb_state *mrb)
{
  mrb_irep_incref(mrb, (mrb_irep *)mrb->program);
  mrb->translated = 2;
}

static void
note(mrb_state *mrb, struct RClass *c, const mrb_sym *names, size_t count)
{
  for (size_t i = 0; i < count && kobako_tier.core_count < MAX_CORE; i++) {
    struct RClass *found = c;
    mrb_method_t m = mrb_method_search_vm(mrb, &found, names[i]);
    const struct RProc *p = m.as.proc;

    if (MRB_METHOD_UNDEF_P(m) || MRB_METHOD_FUNC_P(m)) continue;
    if (MRB_PROC_ALIAS_P(p)) p = p->upper;
    if (MRB_PROC_CFUNC_P(p)) continue;
    kobako_tier.core[kobako_tier.core_count].mid = names[i];
    kobako_tier.core[kobako_tier.core_count++].irep = p->body.irep;
  }
}

/* The functions of C by which methods are known that are defined when a script asks for them. */
static void
note_functions(mrb_state *mrb)
{
  struct RClass *c = mrb_class_new(mrb, mrb->object_class), *math = mrb_module_get_id(mrb, MRB_SYM(Math));
  mrb_value name = mrb_symbol_value(MRB_SYM(name));
  mrb_method_t m;

  mrb_funcall_argv(mrb, mrb_obj_value(c), MRB_SYM(attr_accessor), 1, &name);
  m = mrb_method_search_vm(mrb, &c, MRB_SYM(name));
  kobako_tier.reader = MRB_METHOD_PROC_P(m) ? m.as.proc->body.func : NULL;
  m = mrb_method_search_vm(mrb, &c, MRB_SYM_E(name));
  kobako_tier.writer = MRB_METHOD_PROC_P(m) ? m.as.proc->body.func : NULL;
  c = mrb_class(mrb, mrb_obj_value(math));
  m = mrb_method_search_vm(mrb, &c, MRB_SYM(sqrt));
  kobako_tier.root = MRB_METHOD_FUNC_P(m) ? MRB_METHOD_FUNC(m) : NULL;
}

void
kobako_note_core(mrb_state *mrb)
{
  static const mrb_sym known[] = { MRB_OPSYM(mod),    MRB_OPSYM(and),    MRB_OPSYM(or),  MRB_OPSYM(xor),
                                   MRB_OPSYM(lshift), MRB_OPSYM(rshift), MRB_SYM(size),  MRB_SYM(length),
                                   MRB_SYM_Q(even),   MRB_SYM_Q(odd),    MRB_OPSYM(not), MRB_SYM_Q(nil),
                                   MRB_OPSYM(eqq),    MRB_SYM(sqrt) };
  static const mrb_sym integers[] = { MRB_SYM(times), MRB_SYM(upto), MRB_SYM(downto), MRB_SYM(step),
                                      MRB_SYM(__each_step) };
  static const mrb_sym arrays[] = {
    MRB_SYM(each),       MRB_SYM(each_index), MRB_SYM(each_with_index), MRB_SYM(map),
    MRB_SYM(select),     MRB_SYM(reject),     MRB_SYM(inject),          MRB_SYM(each_with_object),
    MRB_SYM(group_by),   MRB_SYM(partition),  MRB_SYM(flat_map),        MRB_SYM(sum),
    MRB_SYM(count),      MRB_SYM(find),       MRB_SYM_Q(any),           MRB_SYM_Q(all),
    MRB_SYM_Q(none),     MRB_SYM(tally),      MRB_SYM(min_by),          MRB_SYM(max_by),
    MRB_SYM(each_slice), MRB_SYM(each_cons),  MRB_SYM(reduce),          MRB_SYM(collect)
  };
  static const mrb_sym ranges[] = { MRB_SYM(each), MRB_SYM(__each), MRB_SYM(map), MRB_SYM(select), MRB_SYM(step) };
  static const mrb_sym hashes[] = { MRB_SYM(each), MRB_SYM(each_pair), MRB_SYM(map), MRB_SYM(select), MRB_SYM(sum) };
  static const mrb_sym loops[] = { MRB_SYM(loop) };

#define COUNT(names) (sizeof(names) / sizeof *(names))
  for (size_t i = 0; i < COUNT(known); i++) kobako_tier.known[i] = known[i];
  kobako_tier.known_count = COUNT(known);
  note(mrb, mrb->integer_class, integers, COUNT(integers));
  note(mrb, mrb->array_class, arrays, COUNT(arrays));
  note(mrb, mrb->range_class, ranges, COUNT(ranges));
  note(mrb, mrb->hash_class, hashes, COUNT(hashes));
  note(mrb, mrb->kernel_module, loops, COUNT(loops));
  note_functions(mrb);
#undef COUNT
  mrb->redefined = FALSE; /* what the core has instead of mruby's is no script's */
  kobako_tier.mrb = mrb;
  kobako_tier.cache = mrb->cache;
}

/* What the translation relies on. */
#define AT(type, field, offset) mrb_static_assert(offsetof(type, field) == (offset), #type "." #field " has moved")
mrb_static_assert(sizeof(void *) != 4 || sizeof(mrb_value) == 16, "a value is no pair");
#ifdef __wasm__
AT(mrb_value, tt, 8);
AT(mrb_state, c, 4);
AT(mrb_state, exc, 16);
AT(mrb_state, array_class, 48);
AT(mrb_state, hash_class, 52);
AT(mrb_state, range_class, 56);
AT(mrb_state, float_class, 60);
AT(mrb_state, integer_class, 64);
AT(mrb_state, program, 88);
AT(mrb_state, translated, 92);
AT(mrb_state, redefined, 96);
AT(mrb_state, kept, 100);
AT(struct mrb_kept_table, at_hand, 0);
AT(struct kept, value, 8);
mrb_static_assert(sizeof(struct kept) == 24, "a kept value is larger");
AT(struct mrb_context, stend, 8);
AT(struct mrb_context, ci, 12);
AT(struct mrb_context, ciend, 20);
AT(mrb_callinfo, mid, 4);
AT(mrb_callinfo, proc, 8);
AT(mrb_callinfo, blk, 12);
AT(mrb_callinfo, stack, 16);
AT(mrb_callinfo, pc, 20);
AT(mrb_callinfo, u, 24);
AT(mrb_callinfo, match, 28);
mrb_static_assert(sizeof(mrb_callinfo) == 32, "a frame is larger");
AT(mrb_irep, nregs, 2);
AT(mrb_irep, clen, 4);
AT(mrb_irep, flags, 6);
mrb_static_assert(MRB_IREP_DIRECT == 32, "a flag has moved");
AT(mrb_irep, ilen, 8);
AT(mrb_irep, iseq, 12);
AT(mrb_irep, syms, 16);
AT(mrb_irep, slen, 20);
AT(mrb_irep, plen, 24);
AT(mrb_irep, rlen, 26);
AT(mrb_irep, pool, 28);
AT(mrb_irep, reps, 32);
AT(mrb_irep_pool, u, 8);
AT(struct mrb_cache_entry, mid, 8);
AT(struct mrb_cache_entry, m, 12);
mrb_static_assert(sizeof(struct mrb_cache_entry) == 20, "an entry of the cache is larger");
mrb_static_assert(MRB_METHOD_CACHE_SIZE == 256, "the cache has another size");
AT(struct RProc, body, 8);
AT(struct RProc, upper, 12);
AT(struct RProc, e, 16);
AT(struct REnv, stack, 8);
AT(struct REnv, mid, 16);
AT(struct RArray, as.heap.len, 8);
AT(struct RArray, as.heap.ptr, 16);
AT(struct RObject, iv, 8);
AT(mrb_shaped_iv, values, 8);
AT(mrb_iv_shape, edge, 12);
AT(mrb_iv_shape, count, 16);
#endif
