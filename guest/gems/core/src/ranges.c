/* Methods of Range without a block, of integers; the others are those of ../mrblib/range.rb. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/range.h>
#include <kobako_replaced.h>
#include "core.h"
#include "order.h"

/* The first of integers next to each other, and how many there are. */
struct run {
  mrb_int first, count;
};

static mrb_func_t equal_in_case;

static mrb_bool
integers_p(mrb_state *mrb, mrb_value range, struct run *out)
{
  const struct RRange *r = mrb_range_ptr(mrb, range);
  mrb_int last;

  if (!mrb_integer_p(RANGE_BEG(r)) || !mrb_integer_p(RANGE_END(r))) return FALSE;
  out->first = mrb_integer(RANGE_BEG(r));
  last = mrb_integer(RANGE_END(r));
  out->count = 0;
  if (last < out->first) return TRUE;
  return !mrb_int_sub_overflow(last, out->first, &last) && !mrb_int_add_overflow(last, !RANGE_EXCL(r), &out->count);
}

/* The sum of integers next to each other, if it is a small one. */
static mrb_bool
sum_of(struct run run, mrb_int *out)
{
  mrb_int ends;

  *out = 0;
  if (run.count == 0) return TRUE;
  if (mrb_int_add_overflow(run.first, run.first + (run.count - 1), &ends)) return FALSE;
  return !(run.count % 2 == 0 ? mrb_int_mul_overflow(run.count / 2, ends, out)
                              : mrb_int_mul_overflow(run.count, ends / 2, out));
}

static mrb_bool
answer(struct run run, mrb_sym name, mrb_int *out)
{
  switch (name) {
  case MRB_SYM(__least):
    *out = run.first;
    return run.count > 0;
  case MRB_SYM(__greatest):
    *out = run.first + (run.count - 1);
    return run.count > 0;
  case MRB_SYM(__counted):
    *out = run.count;
    return TRUE;
  default:
    return sum_of(run, out);
  }
}

/* What is asked of integers alone is answered here, other calls by the method of that name. */
static mrb_value
answer_or(mrb_state *mrb, mrb_value self, mrb_sym name)
{
  const mrb_value *argv;
  mrb_int argc, number;
  mrb_value block;
  struct run run;

  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  if (argc == 0 && mrb_nil_p(block) && integers_p(mrb, self, &run) && kobako_order_now(mrb).integers &&
      answer(run, name, &number)) {
    return mrb_int_value(mrb, number);
  }
  return mrb_hand_over(mrb, self, name, argc, argv, block);
}

static mrb_value
range_min(mrb_state *mrb, mrb_value self)
{
  return answer_or(mrb, self, MRB_SYM(__least));
}

static mrb_value
range_max(mrb_state *mrb, mrb_value self)
{
  return answer_or(mrb, self, MRB_SYM(__greatest));
}

static mrb_value
range_count(mrb_state *mrb, mrb_value self)
{
  return answer_or(mrb, self, MRB_SYM(__counted));
}

static mrb_value
range_sum(mrb_state *mrb, mrb_value self)
{
  return answer_or(mrb, self, MRB_SYM(__added));
}

static mrb_value
ary_of(mrb_state *mrb, mrb_int first, mrb_int count)
{
  mrb_value array = mrb_ary_new_capa(mrb, count);

  for (mrb_int i = 0; i < count; i++) mrb_ary_push(mrb, array, mrb_int_value(mrb, first + i));
  return array;
}

/* Whether a script gave ranges another `each`. */
static mrb_bool
each_redefined_p(mrb_state *mrb)
{
  struct RClass *c = mrb->range_class;
  mrb_method_t each = mrb_method_search_vm(mrb, &c, MRB_SYM(each));

  return !MRB_METHOD_PROC_P(each) || !kobako_core_code(MRB_METHOD_PROC(each));
}

/* first(n) and last(n): a subclass may have an `each` of its own. */
static mrb_value
end_of(mrb_state *mrb, mrb_value self, mrb_bool last, mrb_sym general)
{
  const mrb_value *argv;
  mrb_int argc;
  struct run run;

  mrb_get_args(mrb, "*", &argv, &argc);
  if (argc != 1 || !mrb_integer_p(argv[0]) || mrb_integer(argv[0]) < 0 || mrb_obj_ptr(self)->c != mrb->range_class ||
      each_redefined_p(mrb) || !integers_p(mrb, self, &run)) {
    return mrb_hand_over(mrb, self, general, argc, argv, mrb_nil_value());
  }
  mrb_int wanted = mrb_integer(argv[0]) < run.count ? mrb_integer(argv[0]) : run.count;
  return ary_of(mrb, last ? run.first + (run.count - wanted) : run.first, wanted);
}

static mrb_value
range_first(mrb_state *mrb, mrb_value self)
{
  return end_of(mrb, self, FALSE, MRB_SYM(__first));
}

static mrb_value
range_last(mrb_state *mrb, mrb_value self)
{
  return end_of(mrb, self, TRUE, MRB_SYM(__last));
}

static mrb_value
range_cover_p(mrb_state *mrb, mrb_value self)
{
  mrb_value value = mrb_get_arg1(mrb);

  if (!mrb_range_p(value)) return equal_in_case(mrb, self);
  return mrb_hand_over(mrb, self, MRB_SYM_Q(__cover), 1, &value, mrb_nil_value());
}

void
kobako_init_ranges(mrb_state *mrb)
{
  struct RClass *range = mrb->range_class;

  mrb_define_alias_id(mrb, range, MRB_SYM(__first_of_all), MRB_SYM(first));
  mrb_define_alias_id(mrb, range, MRB_SYM(__last_of_all), MRB_SYM(last));
  equal_in_case = kobako_replaced(mrb, range, MRB_OPSYM(eqq));
  mrb_define_method_id(mrb, range, MRB_SYM(min), range_min, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, range, MRB_SYM(max), range_max, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, range, MRB_SYM(count), range_count, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, range, MRB_SYM(sum), range_sum, MRB_ARGS_OPT(1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, range, MRB_SYM(first), range_first, MRB_ARGS_ANY());
  mrb_define_method_id(mrb, range, MRB_SYM(last), range_last, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, range, MRB_SYM_Q(cover), range_cover_p, MRB_ARGS_REQ(1));
}
