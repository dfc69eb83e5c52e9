/* The parts of a Date, and its texts. What is not Gregorian is left to methods in Ruby. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "date_parts.h"

/* Days of a thousand million years, and of more than two. */
#define MOST_DAYS 365000000000
enum { MARGIN = 800 };

enum { DAY_PARTS = 2, PARTS = 5 };

/* In the order of struct kobako_date_parts. */
static const mrb_sym names[] = {
  MRB_IVSYM(jd), MRB_IVSYM(start), MRB_IVSYM(second), MRB_IVSYM(nano), MRB_IVSYM(offset),
};

void
kobako_read_date(mrb_state *mrb, mrb_value date, struct kobako_date_parts *out)
{
  mrb_value values[PARTS];

  for (int i = 0; i < PARTS; i++) values[i] = mrb_iv_get(mrb, date, names[i]);
  *out = (struct kobako_date_parts){ values[0], values[1], values[2], values[3], values[4] };
}

void
kobako_set_date(mrb_state *mrb, mrb_value date, const struct kobako_date_parts *parts)
{
  const mrb_value values[] = { parts->jd, parts->start, parts->second, parts->nano, parts->offset };
  int count = mrb_nil_p(parts->second) ? DAY_PARTS : PARTS;

  for (int i = 0; i < count; i++) mrb_iv_set(mrb, date, names[i], values[i]);
}

mrb_bool
kobako_plain_date_p(const struct kobako_date_parts *parts)
{
  if (!mrb_integer_p(parts->jd) || mrb_integer(parts->jd) < -MOST_DAYS || mrb_integer(parts->jd) > MOST_DAYS) {
    return FALSE;
  }
  if (mrb_integer_p(parts->start)) return mrb_integer(parts->jd) - MARGIN >= mrb_integer(parts->start);
  return mrb_float_p(parts->start) && mrb_float(parts->start) == -INFINITY;
}

/* A part that a method in Ruby says, from `low` on and less than so many more. */
static int
asked(mrb_state *mrb, mrb_value value, int low, int count)
{
  return (int)kobako_mod(kobako_mod(mrb_as_int(mrb, value), count) - low, count) + low;
}

static void
show_other_day(mrb_state *mrb, mrb_value date, struct kobako_shown *out)
{
  mrb_value civil = mrb_ensure_array_type(mrb, mrb_funcall_id(mrb, date, MRB_SYM(__civil), 0));

  out->year = mrb_ensure_integer_type(mrb, mrb_ary_ref(mrb, civil, 0));
  mrb_gc_protect(mrb, out->year);
  out->month = asked(mrb, mrb_ary_ref(mrb, civil, 1), 1, 12);
  out->day = asked(mrb, mrb_ary_ref(mrb, civil, 2), 1, 31);
}

/* Year, month, day and, if the date is Gregorian, the day of the year. */
static void
show_day(mrb_state *mrb, mrb_value date, const struct kobako_date_parts *parts, struct kobako_shown *out)
{
  struct kobako_day day;

  out->gregorian = kobako_plain_date_p(parts);
  if (!out->gregorian) {
    show_other_day(mrb, date, out);
    return;
  }
  kobako_day_of(mrb_integer(parts->jd) - JULIAN_EPOCH, &day);
  out->year = mrb_int_value(mrb, day.year);
  out->month = day.month;
  out->day = day.day;
  out->yday = day.yday;
}

static void
show_days_place(mrb_state *mrb, mrb_value date, const struct kobako_date_parts *parts, struct kobako_shown *out)
{
  if (out->gregorian) {
    out->wday = (int)kobako_mod(mrb_integer(parts->jd) + 1, 7);
    return;
  }
  out->wday = asked(mrb, mrb_funcall_id(mrb, date, MRB_SYM(wday), 0), 0, 7);
  out->yday = asked(mrb, mrb_funcall_id(mrb, date, MRB_SYM(__yday), 0), 1, 366);
}

static void
show_time(const struct kobako_date_parts *parts, struct kobako_shown *out)
{
  int second = mrb_integer_p(parts->second) ? (int)kobako_mod(mrb_integer(parts->second), DAY_SECONDS) : 0;
  int64_t nano = mrb_nil_p(parts->second) ? 0 : mrb_integer_p(parts->nano) ? mrb_integer(parts->nano) : -1;

  out->hour = second / 3600;
  out->min = second % 3600 / 60;
  out->sec = second % 60;
  out->sub = nano < 0 || nano >= 1000000000 ? -1 : nano * 1000000000;
  out->offset =
      mrb_integer_p(parts->offset) ? (int32_t)(mrb_integer(parts->offset) % (mrb_int)(DAY_SECONDS + DAY_SECONDS)) : 0;
}

void
kobako_shown_date(mrb_state *mrb, mrb_value date, struct kobako_shown *out)
{
  struct kobako_date_parts parts;

  kobako_read_date(mrb, date, &parts);
  /* What is asked on the way may set the Date anew. */
  mrb_gc_protect(mrb, parts.second);
  mrb_gc_protect(mrb, parts.nano);
  mrb_gc_protect(mrb, parts.offset);
  show_day(mrb, date, &parts, out);
  show_days_place(mrb, date, &parts, out);
  show_time(&parts, out);
  out->self = date;
  out->epoch = mrb_undef_value();
  out->utc = FALSE;
  out->date = TRUE;
}

static void
day_of(mrb_state *mrb, mrb_value date, struct kobako_shown *out)
{
  struct kobako_date_parts parts;

  kobako_read_date(mrb, date, &parts);
  show_day(mrb, date, &parts, out);
}

static mrb_value
date_year(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown day;

  day_of(mrb, self, &day);
  return day.year;
}

static __attribute__((noinline)) mrb_value
part(mrb_state *mrb, mrb_value date, mrb_bool month)
{
  struct kobako_shown day;

  day_of(mrb, date, &day);
  return mrb_int_value(mrb, month ? day.month : day.day);
}

static mrb_value
date_month(mrb_state *mrb, mrb_value self)
{
  return part(mrb, self, TRUE);
}

static mrb_value
date_day(mrb_state *mrb, mrb_value self)
{
  return part(mrb, self, FALSE);
}

static mrb_value
date_yday(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown day;

  day_of(mrb, self, &day);
  return day.gregorian ? mrb_int_value(mrb, day.yday) : mrb_funcall_id(mrb, self, MRB_SYM(__yday), 0);
}

static mrb_value
date_cweek(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown day;
  int years;

  kobako_shown_date(mrb, self, &day);
  return day.gregorian ? mrb_int_value(mrb, kobako_week(mrb, &day, &years))
                       : mrb_funcall_id(mrb, self, MRB_SYM(__cweek), 0);
}

static mrb_value
date_cwyear(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown day;
  int years;

  kobako_shown_date(mrb, self, &day);
  if (!day.gregorian) return mrb_funcall_id(mrb, self, MRB_SYM(__cwyear), 0);
  kobako_week(mrb, &day, &years);
  return mrb_int_value(mrb, mrb_integer(day.year) + years);
}

static mrb_value
date_to_s(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown day = { .date = TRUE };

  day_of(mrb, self, &day);
  mrb_value text = kobako_strftime_literal(mrb, &day, "%Y-%m-%d");
  RSTR_SET_ENCODING(mrb_str_ptr(text), MRB_STR_US_ASCII);
  return text;
}

static mrb_value
date_strftime(mrb_state *mrb, mrb_value self)
{
  mrb_value format = mrb_undef_value();
  struct kobako_shown shown;

  mrb_get_args(mrb, "|o", &format);
  if (mrb_undef_p(format)) return date_to_s(mrb, self);
  format = kobako_strftime_format(mrb, format);
  kobako_shown_date(mrb, self, &shown);
  return kobako_strftime(mrb, &shown, format);
}

void
kobako_init_date_parts(mrb_state *mrb, struct RClass *date)
{
  mrb_define_method_id(mrb, date, MRB_SYM(year), date_year, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(month), date_month, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(day), date_day, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(yday), date_yday, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(cweek), date_cweek, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(cwyear), date_cwyear, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(to_s), date_to_s, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, date, MRB_SYM(strftime), date_strftime, MRB_ARGS_OPT(1));
}
