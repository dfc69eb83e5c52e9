/* Methods that Array, Hash, Range and Set have as Enumerable has them, only faster. CRuby has Enumerable's alone, which ask a
   subclass for its `each`; what CRuby has in the class itself is not here. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <kobako_enumerable.h>

static const mrb_sym of_all[] = {
  MRB_SYM(collect_concat),   MRB_SYM(each_cons), MRB_SYM(each_slice),   MRB_SYM(each_with_index),
  MRB_SYM(each_with_object), MRB_SYM(entries),   MRB_SYM(filter_map),   MRB_SYM(flat_map),
  MRB_SYM(group_by),         MRB_SYM(inject),    MRB_SYM(partition),    MRB_SYM(reduce),
  MRB_SYM(sort_by),          MRB_SYM(tally),     MRB_SYM(__extreme_by), MRB_SYM_Q(member)
};
static const mrb_sym of_hash[] = { MRB_SYM_Q(all),      MRB_SYM(collect), MRB_SYM(count),      MRB_SYM(detect),
                                   MRB_SYM(drop_while), MRB_SYM(find),    MRB_SYM(find_index), MRB_SYM(first),
                                   MRB_SYM(map),        MRB_SYM_Q(none),  MRB_SYM_Q(one),      MRB_SYM(sum),
                                   MRB_SYM(take_while), MRB_SYM(uniq),    MRB_SYM(zip) };
static const mrb_sym of_range[] = { MRB_SYM_Q(all),      MRB_SYM_Q(any),      MRB_SYM(collect), MRB_SYM(detect),
                                    MRB_SYM(drop_while), MRB_SYM(each_entry), MRB_SYM(filter),  MRB_SYM(find),
                                    MRB_SYM(find_index), MRB_SYM(map),        MRB_SYM(max_by),  MRB_SYM(min_by),
                                    MRB_SYM(to_a),       MRB_SYM_Q(none),     MRB_SYM_Q(one),   MRB_SYM(reject),
                                    MRB_SYM(select),     MRB_SYM(take_while), MRB_SYM(uniq),    MRB_SYM(zip) };
static const mrb_sym of_set[] = { MRB_SYM_Q(all),  MRB_SYM_Q(any), MRB_SYM(collect), MRB_SYM(count),
                                  MRB_SYM(detect), MRB_SYM(find),  MRB_SYM(map),     MRB_SYM(max),
                                  MRB_SYM(max_by), MRB_SYM(min),   MRB_SYM(min_by),  MRB_SYM(minmax),
                                  MRB_SYM_Q(none), MRB_SYM(sort),  MRB_SYM(sum),     MRB_SYM(to_h) };

static void
mark(mrb_state *mrb, struct RClass *c, const mrb_sym *names, size_t count)
{
  for (size_t i = 0; i < count; i++) mrb_mark_by_each(mrb, c, names[i]);
}

void
kobako_mark_by_each(mrb_state *mrb)
{
#define MARK(c, names) mark(mrb, c, names, sizeof(names) / sizeof *(names))
  MARK(mrb->array_class, of_all);
  MARK(mrb->hash_class, of_all);
  MARK(mrb->hash_class, of_hash);
  MARK(mrb->range_class, of_all);
  MARK(mrb->range_class, of_range);
  MARK(mrb_class_get_id(mrb, MRB_SYM(Set)), of_all);
  MARK(mrb_class_get_id(mrb, MRB_SYM(Set)), of_set);
#undef MARK
}
