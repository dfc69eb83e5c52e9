/* Numbers and elements by chance, for plain arguments; mrblib/random.rb goes on where these do not. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/range.h>
#include <mruby/variable.h>
#include "choices.h"
#include "twister.h"

/* So many elements are chosen without a copy of all. */
#define FEW 16

static struct RClass *random_class;

static struct twister *
by_default(mrb_state *mrb)
{
  return kobako_twister(mrb, mrb_iv_get(mrb, mrb_obj_value(random_class), MRB_IVSYM(__default)));
}

/* A number of a Range of Integers; undef for another one, and for an empty one. */
static mrb_value
in_range(mrb_state *mrb, struct twister *t, mrb_value value)
{
  struct RRange *range = mrb_range_ptr(mrb, value);
  mrb_value first = RANGE_BEG(range), last = RANGE_END(range);
  mrb_int width;

  if (!mrb_integer_p(first) || !mrb_integer_p(last) ||
      mrb_int_sub_overflow(mrb_integer(last), mrb_integer(first), &width)) {
    return mrb_undef_value();
  }
  if (width < 0) return mrb_undef_value();
  width -= RANGE_EXCL(range);
  if (width < 0 || width == MRB_INT_MAX) return mrb_undef_value();
  return mrb_int_value(mrb, mrb_integer(first) + kobako_random_limited(t, width));
}

/* What Random#rand gives, or Kernel#rand, for which a limit is as good as its absolute value; undef where Ruby decides. */
static mrb_value
number(mrb_state *mrb, struct twister *t, mrb_value limit, mrb_bool kernel)
{
  if (!t) return mrb_undef_value();
  if (mrb_nil_p(limit)) return mrb_float_value(mrb, kobako_random_real(t, FALSE));
  if (mrb_range_p(limit)) return in_range(mrb, t, limit);
  if (mrb_integer_p(limit)) {
    mrb_int most = mrb_integer(limit);
    if (kernel && most == 0) return mrb_float_value(mrb, kobako_random_real(t, FALSE));
    if (kernel && most < 0 && most != MRB_INT_MIN) most = -most;
    return most > 0 ? mrb_int_value(mrb, kobako_random_limited(t, most - 1)) : mrb_undef_value();
  }
  if (kernel || !mrb_float_p(limit) || !isfinite(mrb_float(limit)) || mrb_float(limit) <= 0) return mrb_undef_value();
  return mrb_float_value(mrb, kobako_random_real(t, FALSE) * mrb_float(limit));
}

static mrb_value
answer(mrb_state *mrb, mrb_value self, struct twister *t, mrb_bool kernel)
{
  mrb_value limit = mrb_nil_value(), found;

  mrb_get_args(mrb, "|o", &limit);
  found = number(mrb, t, limit, kernel);
  return mrb_undef_p(found) ? mrb_hand_over(mrb, self, MRB_SYM(__rand), 1, &limit, mrb_nil_value()) : found;
}

static mrb_value
kernel_rand(mrb_state *mrb, mrb_value self)
{
  return answer(mrb, self, by_default(mrb), TRUE);
}

static mrb_value
class_rand(mrb_state *mrb, mrb_value self)
{
  return answer(mrb, self, mrb_class_ptr(self) == random_class ? by_default(mrb) : NULL, FALSE);
}

static mrb_value
random_rand(mrb_state *mrb, mrb_value self)
{
  return answer(mrb, self, kobako_twister(mrb, self), FALSE);
}

/* The generator that `random:` says; NULL for one that is not of the class Random itself. */
static struct twister *
chooser(mrb_state *mrb, mrb_value *random)
{
  if (mrb_undef_p(*random)) *random = mrb_nil_value();
  if (mrb_nil_p(*random)) return by_default(mrb);
  return mrb_type(*random) == MRB_TT_CDATA && mrb_obj_ptr(*random)->c == random_class ? kobako_twister(mrb, *random)
                                                                                      : NULL;
}

static void
swap(mrb_value *a, mrb_value *b)
{
  mrb_value kept = *a;

  *a = *b;
  *b = kept;
}

static struct twister *
shuffler(mrb_state *mrb, mrb_value *random)
{
  const mrb_sym names[] = { MRB_SYM(random) };
  const mrb_kwargs keywords = { 1, 0, names, random, NULL };

  mrb_get_args(mrb, ":", &keywords);
  return chooser(mrb, random);
}

static mrb_value
shuffled(mrb_state *mrb, mrb_value array, struct twister *t)
{
  mrb_ary_modify(mrb, mrb_ary_ptr(array));
  for (mrb_int left = RARRAY_LEN(array); left > 0; left--) {
    swap(&RARRAY_PTR(array)[left - 1], &RARRAY_PTR(array)[kobako_random_limited(t, left - 1)]);
  }
  return array;
}

static mrb_value
shuffle_bang(mrb_state *mrb, mrb_value self)
{
  mrb_value random;
  struct twister *t = shuffler(mrb, &random);

  return t ? shuffled(mrb, self, t) : mrb_hand_over(mrb, self, MRB_SYM(__shuffle), 1, &random, mrb_nil_value());
}

static mrb_value
shuffle(mrb_state *mrb, mrb_value self)
{
  mrb_value random;
  struct twister *t = shuffler(mrb, &random);

  if (!t) return mrb_hand_over(mrb, self, MRB_SYM(__shuffled), 1, &random, mrb_nil_value());
  return shuffled(mrb, mrb_ary_new_from_values(mrb, RARRAY_LEN(self), RARRAY_PTR(self)), t);
}

/* Some elements, without one twice. */
static mrb_value
few(mrb_state *mrb, mrb_value self, struct twister *t, int count)
{
  mrb_value found = mrb_ary_new_capa(mrb, count);
  mrb_int numbers[FEW], sorted[FEW];

  for (int i = 0; i < count; i++) numbers[i] = kobako_random_limited(t, RARRAY_LEN(self) - i - 1);
  for (int i = 0; i < count; i++) {
    int at = 0, last = i;
    for (; at < i && numbers[i] >= sorted[at]; at++) numbers[i]++;
    for (; last > at; last--) sorted[last] = sorted[last - 1];
    sorted[at] = numbers[i];
    mrb_ary_push(mrb, found, RARRAY_PTR(self)[numbers[i]]);
  }
  return found;
}

static mrb_value
many(mrb_state *mrb, mrb_value self, struct twister *t, mrb_int count)
{
  mrb_value rest = mrb_ary_new_from_values(mrb, RARRAY_LEN(self), RARRAY_PTR(self));
  mrb_int len = RARRAY_LEN(rest);

  for (mrb_int i = 0; i < count; i++) {
    swap(&RARRAY_PTR(rest)[i], &RARRAY_PTR(rest)[i + kobako_random_limited(t, len - i - 1)]);
  }
  return mrb_ary_resize(mrb, rest, count);
}

static mrb_value
sample(mrb_state *mrb, mrb_value self)
{
  mrb_value args[] = { mrb_nil_value(), mrb_undef_value() };
  const mrb_sym names[] = { MRB_SYM(random) };
  const mrb_kwargs keywords = { 1, 0, names, &args[1], NULL };
  mrb_int len = RARRAY_LEN(self), count;
  struct twister *t;

  mrb_get_args(mrb, "|o:", &args[0], &keywords);
  t = chooser(mrb, &args[1]);
  if (t && mrb_nil_p(args[0])) return mrb_ary_entry(self, kobako_random_limited(t, len - 1));
  if (!t || !mrb_integer_p(args[0]) || mrb_integer(args[0]) < 0) {
    return mrb_hand_over(mrb, self, MRB_SYM(__sample), 2, args, mrb_nil_value());
  }
  count = mrb_integer(args[0]) < len ? mrb_integer(args[0]) : len;
  return count <= FEW ? few(mrb, self, t, (int)count) : many(mrb, self, t, count);
}

void
kobako_init_choices(mrb_state *mrb, struct RClass *random)
{
  struct RClass *kernel = mrb->kernel_module, *array = mrb->array_class;

  random_class = random;
  mrb_gc_register(mrb, mrb_obj_value(random));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(rand), kernel_rand, MRB_ARGS_OPT(1));
  mrb_define_class_method_id(mrb, kernel, MRB_SYM(rand), kernel_rand, MRB_ARGS_OPT(1));
  mrb_define_class_method_id(mrb, random, MRB_SYM(rand), class_rand, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, random, MRB_SYM(rand), random_rand, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, array, MRB_SYM(shuffle), shuffle, MRB_ARGS_KEY(1, 0));
  mrb_define_method_id(mrb, array, MRB_SYM_B(shuffle), shuffle_bang, MRB_ARGS_KEY(1, 0));
  mrb_define_method_id(mrb, array, MRB_SYM(sample), sample, MRB_ARGS_OPT(1) | MRB_ARGS_KEY(1, 0));
}
