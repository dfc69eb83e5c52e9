/* Dates made of years after 1582, months and days; what else there is, is left to methods in Ruby. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "date_parts.h"

enum { FIRST_YEAR = 1583, MOST_YEARS = 999999999, PARTS = 6 };

static mrb_bool
within(mrb_value value, int low, int high)
{
  return mrb_integer_p(value) && mrb_integer(value) >= low && mrb_integer(value) <= high;
}

/* Whether three parts name a year and a month, and a day that may be there. */
static mrb_bool
plain_parts_p(const mrb_value *parts)
{
  return within(parts[0], FIRST_YEAR, MOST_YEARS) && within(parts[1], 1, 12) && within(parts[2], 1, INT32_MAX);
}

static mrb_bool
there_p(const mrb_value *parts)
{
  int last = kobako_month_days((int)mrb_integer(parts[1]), kobako_leap_year_p(mrb_integer(parts[0])));
  return mrb_integer(parts[2]) <= last;
}

static mrb_value
jd_of(mrb_state *mrb, const mrb_value *parts)
{
  int64_t days = kobako_days(mrb_integer(parts[0]), (int)mrb_integer(parts[1]), mrb_integer(parts[2]));
  return mrb_int_value(mrb, days + JULIAN_EPOCH);
}

static mrb_bool
italy_p(mrb_value start)
{
  return mrb_integer_p(start) && mrb_integer(start) == ITALY;
}

/* Date.new(year = -4712, month = 1, day = 1, start = Date::ITALY) */
static mrb_value
date_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value one = mrb_int_value(mrb, 1);
  mrb_value given[] = { mrb_int_value(mrb, -4712), one, one, mrb_int_value(mrb, ITALY) };

  mrb_get_args(mrb, "|oooo", &given[0], &given[1], &given[2], &given[3]);
  if (!italy_p(given[3]) || !plain_parts_p(given) || !there_p(given)) {
    return mrb_hand_over(mrb, self, MRB_SYM(__new), 4, given, mrb_nil_value());
  }
  struct kobako_date_parts parts = { .jd = jd_of(mrb, given), .start = given[3], .second = mrb_nil_value() };
  kobako_set_date(mrb, self, &parts);
  return self;
}

/* Date.valid_civil?(year, month, day, start = Date::ITALY) */
static mrb_value
date_s_valid_civil_p(mrb_state *mrb, mrb_value self)
{
  mrb_value given[] = { mrb_nil_value(), mrb_nil_value(), mrb_nil_value(), mrb_int_value(mrb, ITALY) };

  mrb_get_args(mrb, "ooo|o", &given[0], &given[1], &given[2], &given[3]);
  if (italy_p(given[3]) && plain_parts_p(given)) return mrb_bool_value(there_p(given));
  return mrb_hand_over(mrb, self, MRB_SYM(__valid_civil), 4, given, mrb_nil_value());
}

/* Date#__set(jd, start, second = nil, nano = nil, offset = nil) */
static mrb_value
date_set(mrb_state *mrb, mrb_value self)
{
  mrb_value none = mrb_nil_value();
  struct kobako_date_parts parts = { .second = none, .nano = none, .offset = none };

  mrb_get_args(mrb, "oo|ooo", &parts.jd, &parts.start, &parts.second, &parts.nano, &parts.offset);
  if (!mrb_test(parts.second)) parts.second = none;
  kobako_set_date(mrb, self, &parts);
  return self;
}

/* DateTime.new(year, month, day, hour, minute, second) */
static mrb_value
date_time_initialize(mrb_state *mrb, mrb_value self)
{
  const mrb_value *given;
  mrb_int count;
  mrb_value zero = mrb_int_value(mrb, 0);
  int64_t second = 0;

  mrb_get_args(mrb, "*", &given, &count);
  mrb_bool plain = count >= 3 && count <= PARTS && plain_parts_p(given) && there_p(given);
  for (mrb_int i = 3; plain && i < PARTS; i++) {
    plain = i >= count || within(given[i], 0, i == 3 ? 23 : 59);
    second = second * 60 + (plain && i < count ? mrb_integer(given[i]) : 0);
  }
  if (!plain) {
    if (count <= 8) return mrb_hand_over(mrb, self, MRB_SYM(__new), count, given, mrb_nil_value());
    mrb_funcall_argv(mrb, self, MRB_SYM(__new), count, given);
    return self;
  }
  struct kobako_date_parts parts = { jd_of(mrb, given), mrb_int_value(mrb, ITALY), mrb_int_value(mrb, second), zero,
                                     zero };
  kobako_set_date(mrb, self, &parts);
  return self;
}

void
kobako_init_date_made(mrb_state *mrb, struct RClass *date)
{
  mrb_define_private_method_id(mrb, date, MRB_SYM(initialize), date_initialize, MRB_ARGS_OPT(4));
  mrb_define_method_id(mrb, date, MRB_SYM(__set), date_set, MRB_ARGS_ARG(2, 3));
  mrb_define_class_method_id(mrb, date, MRB_SYM_Q(valid_civil), date_s_valid_civil_p, MRB_ARGS_ARG(3, 1));
  mrb_define_class_method_id(mrb, date, MRB_SYM_Q(valid_date), date_s_valid_civil_p, MRB_ARGS_ARG(3, 1));
}

void
kobako_init_date_time(mrb_state *mrb, struct RClass *date_time)
{
  mrb_define_private_method_id(mrb, date_time, MRB_SYM(initialize), date_time_initialize, MRB_ARGS_ANY());
}
