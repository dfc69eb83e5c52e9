/* GC.count and GC.stat: what the collector has done since the guest was made; GC.stress. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/gc.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include "core.h"

static void
put(mrb_state *mrb, mrb_value hash, mrb_sym name, size_t number)
{
  mrb_hash_set(mrb, hash, mrb_symbol_value(name), mrb_fixnum_value((mrb_int)number));
}

static mrb_value
gc_count(mrb_state *mrb, mrb_value self)
{
  struct mrb_gc_figures is;

  mrb_gc_figures(mrb, &is);
  return mrb_fixnum_value((mrb_int)is.minors + (mrb_int)is.majors);
}

/* Puts all into a Hash. No time passes on a guest's clock while it collects. */
static mrb_value
gc_figures(mrb_state *mrb, mrb_value self)
{
  mrb_value hash = mrb_get_arg1(mrb);
  struct mrb_gc_figures is;

  mrb_gc_figures(mrb, &is);
  put(mrb, hash, MRB_SYM(count), is.minors + is.majors);
  put(mrb, hash, MRB_SYM(time), 0);
  put(mrb, hash, MRB_SYM(heap_allocated_pages), is.pages);
  put(mrb, hash, MRB_SYM(heap_live_slots), is.live);
  put(mrb, hash, MRB_SYM(heap_free_slots), is.slots - is.live);
  put(mrb, hash, MRB_SYM(total_allocated_objects), is.live + is.freed);
  put(mrb, hash, MRB_SYM(total_freed_objects), is.freed);
  put(mrb, hash, MRB_SYM(minor_gc_count), is.minors);
  put(mrb, hash, MRB_SYM(major_gc_count), is.majors);
  put(mrb, hash, MRB_SYM(old_objects), is.old);
  return hash;
}

static mrb_value
gc_stress(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb->gc.stress);
}

/* Collects at each allocation from the next one on, or no longer. */
static mrb_value
gc_set_stress(mrb_state *mrb, mrb_value self)
{
  mrb_value flag = mrb_get_arg1(mrb);

  mrb->gc.stress = mrb_test(flag);
  if (mrb->gc.stress) mrb->gc.threshold = 0;
  return flag;
}

void
kobako_init_gc_figures(mrb_state *mrb)
{
  struct RClass *gc = mrb_module_get_id(mrb, MRB_SYM(GC));

  mrb_define_module_function_id(mrb, gc, MRB_SYM(count), gc_count, MRB_ARGS_NONE());
  mrb_define_class_method_id(mrb, gc, MRB_SYM(stress), gc_stress, MRB_ARGS_NONE());
  mrb_define_class_method_id(mrb, gc, MRB_SYM_E(stress), gc_set_stress, MRB_ARGS_REQ(1));
  mrb_define_module_function_id(mrb, gc, MRB_SYM(__figures), gc_figures, MRB_ARGS_REQ(1));
}
