/* Loops that Hash has as Array has them: by `for`, which gives the pairs of a Hash. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/internal.h> /* by what is included before it */
#include <kobako_enumerable.h>

static const mrb_sym shared[] = {
  MRB_SYM_Q(all),      MRB_SYM_Q(any),    MRB_SYM(count),  MRB_SYM(each_with_index), MRB_SYM(each_with_object),
  MRB_SYM(filter_map), MRB_SYM(group_by), MRB_SYM_Q(none), MRB_SYM(partition)
};

/* Defines the routine of a method of Array as one of Hash. */
static void
share(mrb_state *mrb, mrb_sym name)
{
  struct RClass *c = mrb->array_class;
  mrb_method_t method = mrb_method_search_vm(mrb, &c, name);
  struct RProc *copy = MRB_OBJ_ALLOC(mrb, MRB_TT_PROC, mrb->proc_class);

  mrb_proc_copy(mrb, copy, MRB_METHOD_PROC(method));
  MRB_PROC_SET_TARGET_CLASS(copy, mrb->hash_class);
  MRB_METHOD_FROM_PROC(method, copy);
  mrb_define_method_raw(mrb, mrb->hash_class, name, method);
}

void
kobako_share_loops(mrb_state *mrb)
{
  int arena = mrb_gc_arena_save(mrb);

  for (size_t i = 0; i < sizeof(shared) / sizeof(*shared); i++) {
    share(mrb, shared[i]);
    mrb_gc_arena_restore(mrb, arena);
  }
}
