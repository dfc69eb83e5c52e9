/* The parts of a Time. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/variable.h>
#include "time_parts.h"

struct RClass *kobako_time_class;

/* A Time that no script sees. */
static mrb_value first;

static mrb_value
variable(mrb_state *mrb, mrb_value time, mrb_sym name)
{
  return mrb_iv_get(mrb, time, name);
}

void
kobako_moment(mrb_state *mrb, mrb_value time, struct kobako_moment *out)
{
  out->seconds = variable(mrb, time, MRB_IVSYM(seconds));
  if (mrb_nil_p(out->seconds)) mrb_raisef(mrb, E_TYPE_ERROR, "uninitialized %C", mrb_obj_class(mrb, time));
  out->sub = variable(mrb, time, MRB_IVSYM(sub));
  out->offset = variable(mrb, time, MRB_IVSYM(offset));
  out->object = variable(mrb, time, MRB_IVSYM(object));
  out->utc = mrb_test(variable(mrb, time, MRB_IVSYM(utc)));
}

mrb_bool
kobako_plain_moment_p(const struct kobako_moment *moment)
{
  return mrb_integer_p(moment->seconds) && mrb_integer_p(moment->sub) && mrb_integer_p(moment->offset);
}

mrb_bool
kobako_time_p(mrb_state *mrb, mrb_value value)
{
  return mrb_object_p(value) && mrb_obj_is_kind_of(mrb, value, kobako_time_class);
}

void
kobako_set_moment(mrb_state *mrb, mrb_value time, const struct kobako_moment *moment)
{
  mrb_iv_set(mrb, time, MRB_IVSYM(seconds), moment->seconds);
  mrb_iv_set(mrb, time, MRB_IVSYM(sub), moment->sub);
  mrb_iv_set(mrb, time, MRB_IVSYM(offset), moment->offset);
  mrb_iv_set(mrb, time, MRB_IVSYM(utc), mrb_bool_value(moment->utc));
  mrb_iv_set(mrb, time, MRB_IVSYM(object), moment->object);
}

/* Room for all variables is made by copying those of the first Time. */
mrb_value
kobako_new_time(mrb_state *mrb, struct RClass *klass, const struct kobako_moment *moment)
{
  mrb_value time = mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, klass));

  mrb_iv_copy(mrb, time, first);
  kobako_set_moment(mrb, time, moment);
  return time;
}

static mrb_value
divided(mrb_state *mrb, mrb_value number, int64_t by, int64_t *rest)
{
  if (mrb_integer_p(number)) {
    *rest = kobako_mod(mrb_integer(number), by);
    return mrb_int_value(mrb, kobako_div(mrb_integer(number), by));
  }
  mrb_value both = mrb_funcall_id(mrb, number, MRB_SYM(divmod), 1, mrb_int_value(mrb, by));

  both = mrb_ensure_array_type(mrb, both);
  *rest = mrb_as_int(mrb, mrb_ary_ref(mrb, both, 1));
  return mrb_ary_ref(mrb, both, 0);
}

/* Whole seconds since the epoch by the clock of the Time. */
static mrb_value
local_seconds(mrb_state *mrb, mrb_value time, const struct kobako_moment *moment)
{
  mrb_int sum;

  if (kobako_plain_moment_p(moment) &&
      !mrb_int_add_overflow(mrb_integer(moment->seconds), mrb_integer(moment->offset), &sum)) {
    return mrb_int_value(mrb, sum);
  }
  return mrb_ensure_integer_type(mrb, mrb_funcall_id(mrb, time, MRB_SYM(__local), 0));
}

static void
show_second(struct kobako_shown *out, int64_t second)
{
  out->hour = (int)(second / 3600);
  out->min = (int)(second % 3600 / 60);
  out->sec = (int)(second % 60);
}

/* Years of which a small integer says no more are counted by cycles of 400. */
static void
show_day(mrb_state *mrb, mrb_value days, struct kobako_shown *out)
{
  enum { CYCLE = 146097 };
  struct kobako_day day;
  int64_t of_cycle = mrb_integer_p(days) ? mrb_integer(days) : 0;
  mrb_value cycles = mrb_nil_value();

  if (!mrb_integer_p(days)) cycles = divided(mrb, days, CYCLE, &of_cycle);
  out->wday = (int)kobako_mod(of_cycle + 4, 7);
  kobako_day_of(of_cycle, &day);
  out->year = mrb_int_value(mrb, day.year);
  if (!mrb_nil_p(cycles)) out->year = mrb_num_add(mrb, mrb_num_mul(mrb, cycles, mrb_int_value(mrb, 400)), out->year);
  out->month = day.month;
  out->day = day.day;
  out->yday = day.yday;
}

static void
show(mrb_state *mrb, mrb_value time, const struct kobako_moment *moment, struct kobako_shown *out)
{
  int64_t second;
  mrb_value days = divided(mrb, local_seconds(mrb, time, moment), DAY_SECONDS, &second);

  show_second(out, second);
  show_day(mrb, days, out);
}

void
kobako_shown_time(mrb_state *mrb, mrb_value time, struct kobako_shown *out)
{
  struct kobako_moment moment;

  kobako_moment(mrb, time, &moment);
  show(mrb, time, &moment, out);
  out->self = time;
  out->epoch = moment.seconds;
  out->utc = moment.utc;
  out->date = FALSE;
  out->gregorian = TRUE;
  if (!mrb_integer_p(moment.offset)) moment.offset = mrb_funcall_id(mrb, moment.offset, MRB_SYM(round), 0);
  out->offset = (int32_t)mrb_as_int(mrb, moment.offset);
  out->sub = mrb_integer_p(moment.sub) ? mrb_integer(moment.sub) : -1;
}

static void
shown(mrb_state *mrb, mrb_value time, struct kobako_shown *out)
{
  struct kobako_moment moment;

  kobako_moment(mrb, time, &moment);
  show(mrb, time, &moment, out);
}

#define PART(name, value)                                      \
  static mrb_value time_##name(mrb_state *mrb, mrb_value self) \
  {                                                            \
    struct kobako_shown out;                                   \
    shown(mrb, self, &out);                                    \
    return value;                                              \
  }

PART(year, out.year)
PART(month, mrb_int_value(mrb, out.month))
PART(day, mrb_int_value(mrb, out.day))
PART(hour, mrb_int_value(mrb, out.hour))
PART(min, mrb_int_value(mrb, out.min))
PART(sec, mrb_int_value(mrb, out.sec))
PART(wday, mrb_int_value(mrb, out.wday))
PART(yday, mrb_int_value(mrb, out.yday))
PART(sunday_p, mrb_bool_value(out.wday == 0))
PART(monday_p, mrb_bool_value(out.wday == 1))
PART(tuesday_p, mrb_bool_value(out.wday == 2))
PART(wednesday_p, mrb_bool_value(out.wday == 3))
PART(thursday_p, mrb_bool_value(out.wday == 4))
PART(friday_p, mrb_bool_value(out.wday == 5))
PART(saturday_p, mrb_bool_value(out.wday == 6))

static void
define(mrb_state *mrb, struct RClass *time, mrb_sym name, mrb_func_t function)
{
  mrb_define_method_id(mrb, time, name, function, MRB_ARGS_NONE());
}

void
kobako_init_time(mrb_state *mrb, struct RClass *time)
{
  mrb_value zero = mrb_int_value(mrb, 0);
  const struct kobako_moment none = { zero, zero, zero, mrb_nil_value(), FALSE };

  kobako_time_class = time;
  first = mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, time));
  mrb_gc_register(mrb, first);
  kobako_set_moment(mrb, first, &none);
  define(mrb, time, MRB_SYM(year), time_year);
  define(mrb, time, MRB_SYM(month), time_month);
  define(mrb, time, MRB_SYM(day), time_day);
  define(mrb, time, MRB_SYM(hour), time_hour);
  define(mrb, time, MRB_SYM(min), time_min);
  define(mrb, time, MRB_SYM(sec), time_sec);
  define(mrb, time, MRB_SYM(wday), time_wday);
  define(mrb, time, MRB_SYM(yday), time_yday);
  define(mrb, time, MRB_SYM_Q(sunday), time_sunday_p);
  define(mrb, time, MRB_SYM_Q(monday), time_monday_p);
  define(mrb, time, MRB_SYM_Q(tuesday), time_tuesday_p);
  define(mrb, time, MRB_SYM_Q(wednesday), time_wednesday_p);
  define(mrb, time, MRB_SYM_Q(thursday), time_thursday_p);
  define(mrb, time, MRB_SYM_Q(friday), time_friday_p);
  define(mrb, time, MRB_SYM_Q(saturday), time_saturday_p);
}
