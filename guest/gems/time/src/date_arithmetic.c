/* Date: days and months on and back. What is no small integer is left to methods in Ruby. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/numeric.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "date_parts.h"

enum { MOST_MONTHS = 1000000000 };

/* A Date of the same class, with the same time. */
static mrb_value
on_day(mrb_state *mrb, mrb_value date, struct kobako_date_parts *parts, int64_t jd)
{
  mrb_value other = mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, mrb_obj_class(mrb, date)));

  parts->jd = mrb_int_value(mrb, jd);
  kobako_set_date(mrb, other, parts);
  return other;
}

/* Moved by days; nil where that takes more than small integers. */
static mrb_value
by_days(mrb_state *mrb, mrb_value date, mrb_value days, mrb_bool back)
{
  struct kobako_date_parts parts;
  int64_t jd;

  kobako_read_date(mrb, date, &parts);
  if (!mrb_integer_p(days) || !mrb_integer_p(parts.jd)) return mrb_nil_value();
  if (back ? __builtin_sub_overflow(mrb_integer(parts.jd), mrb_integer(days), &jd)
           : __builtin_add_overflow(mrb_integer(parts.jd), mrb_integer(days), &jd)) {
    return mrb_nil_value();
  }
  return on_day(mrb, date, &parts, jd);
}

/* Moved by months, to the last day of a month that is shorter; nil for what is left to Ruby. */
static mrb_value
by_months(mrb_state *mrb, mrb_value date, mrb_value count, mrb_bool back)
{
  struct kobako_date_parts parts;
  struct kobako_day day;

  kobako_read_date(mrb, date, &parts);
  if (!mrb_integer_p(count) || mrb_integer(count) < -MOST_MONTHS || mrb_integer(count) > MOST_MONTHS) {
    return mrb_nil_value();
  }
  if (!kobako_plain_date_p(&parts)) return mrb_nil_value();
  kobako_day_of(mrb_integer(parts.jd) - JULIAN_EPOCH, &day);
  int64_t months = day.year * 12 + day.month - 1 + (back ? -mrb_integer(count) : mrb_integer(count));
  int64_t year = kobako_div(months, 12);
  int month = (int)kobako_mod(months, 12) + 1, last = kobako_month_days(month, kobako_leap_year_p(year));
  int64_t jd = kobako_days(year, month, day.day < last ? day.day : last) + JULIAN_EPOCH;
  parts.jd = mrb_int_value(mrb, jd);
  return kobako_plain_date_p(&parts) ? on_day(mrb, date, &parts, jd) : mrb_nil_value();
}

/* Moved by the argument that `format` takes, or by 1. */
static __attribute__((noinline)) mrb_value
moved(mrb_state *mrb, mrb_value date, const char *format, mrb_bool months, mrb_bool back)
{
  mrb_value count = mrb_int_value(mrb, 1);

  mrb_get_args(mrb, format, &count);
  mrb_value other = months ? by_months(mrb, date, count, back) : by_days(mrb, date, count, back);
  if (!mrb_nil_p(other)) return other;
  mrb_sym name = back ? MRB_SYM(__minus) : MRB_SYM(__plus);
  if (months) name = back ? MRB_SYM(__months_back) : MRB_SYM(__months_on);
  return mrb_hand_over(mrb, date, name, 1, &count, mrb_nil_value());
}

#define MOVES(name, format, months, back)                      \
  static mrb_value date_##name(mrb_state *mrb, mrb_value self) \
  {                                                            \
    return moved(mrb, self, format, months, back);             \
  }

MOVES(plus, "o", FALSE, FALSE)
MOVES(minus, "o", FALSE, TRUE)
MOVES(next_day, "|o", FALSE, FALSE)
MOVES(prev_day, "|o", FALSE, TRUE)
MOVES(succ, "", FALSE, FALSE)
MOVES(months_on, "o", TRUE, FALSE)
MOVES(months_back, "o", TRUE, TRUE)
MOVES(next_month, "|o", TRUE, FALSE)
MOVES(prev_month, "|o", TRUE, TRUE)

void
kobako_init_date_arithmetic(mrb_state *mrb, struct RClass *date)
{
  mrb_define_method_id(mrb, date, MRB_OPSYM(add), date_plus, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, date, MRB_OPSYM(sub), date_minus, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, date, MRB_OPSYM(rshift), date_months_on, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, date, MRB_OPSYM(lshift), date_months_back, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, date, MRB_SYM(next_day), date_next_day, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, date, MRB_SYM(prev_day), date_prev_day, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, date, MRB_SYM(next_month), date_next_month, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, date, MRB_SYM(prev_month), date_prev_month, MRB_ARGS_OPT(1));
  mrb_define_method_id(mrb, date, MRB_SYM(succ), date_succ, MRB_ARGS_NONE());
}
