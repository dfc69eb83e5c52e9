/* Time: adding, subtracting and comparing moments. What is no small integer is left to methods in Ruby. */
#include <math.h>
#include <mruby.h>
#include <mruby/numeric.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "time_parts.h"

enum { NANOSECONDS = 1000000000 };

/* Seconds of which nanoseconds are no longer than an integer is. */
#define MOST_SECONDS 9000000000

mrb_bool
kobako_split(mrb_value number, int64_t *seconds, int64_t *sub)
{
  *sub = 0;
  if (mrb_integer_p(number)) {
    *seconds = mrb_integer(number);
    return TRUE;
  }
  if (!mrb_float_p(number) || !(fabs(mrb_float(number)) < (double)MOST_SECONDS)) return FALSE;
  double whole = floor(mrb_float(number)), rest = (mrb_float(number) - whole) * (1 << 18);

  if (rest != floor(rest)) return FALSE;
  *seconds = (int64_t)whole;
  *sub = (int64_t)rest * (ATTOSECONDS >> 18);
  return TRUE;
}

/* Moves a moment on, or back; FALSE where that takes more than small integers. */
static mrb_bool
move(mrb_state *mrb, struct kobako_moment *moment, mrb_value by, mrb_bool back)
{
  int64_t seconds, sub;

  if (!kobako_plain_moment_p(moment) || !kobako_split(by, &seconds, &sub)) return FALSE;
  if (!mrb_nil_p(moment->object) && !mrb_symbol_p(moment->object)) return FALSE;
  sub = mrb_integer(moment->sub) + (back ? -sub : sub);
  if (back ? __builtin_sub_overflow(mrb_integer(moment->seconds), seconds, &seconds)
           : __builtin_add_overflow(mrb_integer(moment->seconds), seconds, &seconds)) {
    return FALSE;
  }
  if (__builtin_add_overflow(seconds, kobako_div(sub, ATTOSECONDS), &seconds)) return FALSE;
  moment->seconds = mrb_int_value(mrb, seconds);
  moment->sub = mrb_int_value(mrb, kobako_mod(sub, ATTOSECONDS));
  return TRUE;
}

static mrb_value
time_plus(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_moment moment;

  if (kobako_time_p(mrb, other)) mrb_raise(mrb, E_TYPE_ERROR, "time + time?");
  kobako_moment(mrb, self, &moment);
  if (!move(mrb, &moment, other, FALSE)) return mrb_hand_over(mrb, self, MRB_SYM(__plus), 1, &other, mrb_nil_value());
  return kobako_new_time(mrb, kobako_time_class, &moment);
}

/* Seconds as a Float; FALSE where nanoseconds do not say them or are too many. */
static mrb_bool
seconds_of(int64_t seconds, int64_t sub, mrb_float *out)
{
  if (sub % NANOSECONDS != 0 || seconds < -MOST_SECONDS || seconds > MOST_SECONDS) return FALSE;
  int64_t nanoseconds = sub / NANOSECONDS;
  *out = (mrb_float)(seconds * NANOSECONDS + nanoseconds) / 1e9;
  return TRUE;
}

/* From one moment to another. */
static mrb_bool
between(const struct kobako_moment *from, const struct kobako_moment *to, mrb_float *out)
{
  int64_t seconds;

  if (!kobako_plain_moment_p(from) || !kobako_plain_moment_p(to)) return FALSE;
  if (__builtin_sub_overflow(mrb_integer(to->seconds), mrb_integer(from->seconds), &seconds)) return FALSE;
  return seconds_of(seconds, mrb_integer(to->sub) - mrb_integer(from->sub), out);
}

static mrb_value
time_minus(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_moment moment, from;
  mrb_float seconds;

  kobako_moment(mrb, self, &moment);
  if (kobako_time_p(mrb, other)) {
    kobako_moment(mrb, other, &from);
    if (between(&from, &moment, &seconds)) return mrb_float_value(mrb, seconds);
  }
  else if (move(mrb, &moment, other, TRUE)) {
    return kobako_new_time(mrb, kobako_time_class, &moment);
  }
  return mrb_hand_over(mrb, self, MRB_SYM(__minus), 1, &other, mrb_nil_value());
}

static mrb_value
time_to_f(mrb_state *mrb, mrb_value self)
{
  struct kobako_moment moment;
  mrb_float seconds;

  kobako_moment(mrb, self, &moment);
  if (kobako_plain_moment_p(&moment) && seconds_of(mrb_integer(moment.seconds), mrb_integer(moment.sub), &seconds)) {
    return mrb_float_value(mrb, seconds);
  }
  return mrb_funcall_id(mrb, self, MRB_SYM(__to_f), 0);
}

static int
order(int64_t one, int64_t two)
{
  return (one > two) - (one < two);
}

static mrb_value
time_cmp(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_moment one, two;
  int result;

  if (!kobako_time_p(mrb, other)) return mrb_hand_over(mrb, self, MRB_SYM(__turned), 1, &other, mrb_nil_value());
  kobako_moment(mrb, self, &one);
  kobako_moment(mrb, other, &two);
  if (!kobako_plain_moment_p(&one) || !kobako_plain_moment_p(&two)) {
    return mrb_hand_over(mrb, self, MRB_SYM(__order), 1, &other, mrb_nil_value());
  }
  result = order(mrb_integer(one.seconds), mrb_integer(two.seconds));
  if (result == 0) result = order(mrb_integer(one.sub), mrb_integer(two.sub));
  return mrb_int_value(mrb, result);
}

static mrb_value
time_hash(mrb_state *mrb, mrb_value self)
{
  struct kobako_moment moment;

  kobako_moment(mrb, self, &moment);
  if (!mrb_integer_p(moment.seconds) || !mrb_integer_p(moment.sub))
    return mrb_funcall_id(mrb, self, MRB_SYM(__hash), 0);
  uint64_t hash = (uint64_t)mrb_integer(moment.seconds) * 0x9e3779b97f4a7c15 + (uint64_t)mrb_integer(moment.sub);
  return mrb_int_value(mrb, (mrb_int)((hash ^ hash >> 29) >> 2));
}

void
kobako_init_time_arithmetic(mrb_state *mrb, struct RClass *time)
{
  mrb_define_method_id(mrb, time, MRB_OPSYM(add), time_plus, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, time, MRB_OPSYM(sub), time_minus, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, time, MRB_OPSYM(cmp), time_cmp, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, time, MRB_SYM(to_f), time_to_f, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, time, MRB_SYM(hash), time_hash, MRB_ARGS_NONE());
}
