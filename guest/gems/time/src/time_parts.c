/* The parts of a Time. */
#include <stddef.h>
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

enum { PARTS = 5 };

/* In the order of struct kobako_moment. */
static const mrb_sym names[] = {
  MRB_IVSYM(seconds), MRB_IVSYM(sub), MRB_IVSYM(offset), MRB_IVSYM(object), MRB_IVSYM(utc),
};

void
kobako_moment(mrb_state *mrb, mrb_value time, struct kobako_moment *out)
{
  mrb_value values[PARTS];

  for (int i = 0; i < PARTS; i++) values[i] = mrb_iv_get(mrb, time, names[i]);
  if (mrb_nil_p(values[0])) mrb_raisef(mrb, E_TYPE_ERROR, "uninitialized %C", mrb_obj_class(mrb, time));
  *out = (struct kobako_moment){ values[0], values[1], values[2], values[3], mrb_test(values[4]) };
}

mrb_bool
kobako_plain_moment_p(const struct kobako_moment *moment)
{
  return mrb_integer_p(moment->seconds) && mrb_integer_p(moment->sub) && mrb_integer(moment->sub) >= 0 &&
         mrb_integer(moment->sub) < ATTOSECONDS && mrb_integer_p(moment->offset);
}

mrb_bool
kobako_time_p(mrb_state *mrb, mrb_value value)
{
  return mrb_object_p(value) && mrb_obj_is_kind_of(mrb, value, kobako_time_class);
}

void
kobako_set_moment(mrb_state *mrb, mrb_value time, const struct kobako_moment *moment)
{
  const mrb_value values[] = {
    moment->seconds, moment->sub, moment->offset, moment->object, mrb_bool_value(moment->utc),
  };

  for (int i = 0; i < PARTS; i++) mrb_iv_set(mrb, time, names[i], values[i]);
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
  /* What is asked on the way may set the Time anew. */
  mrb_gc_protect(mrb, moment.seconds);
  mrb_gc_protect(mrb, moment.sub);
  mrb_gc_protect(mrb, moment.offset);
  show(mrb, time, &moment, out);
  out->self = time;
  out->epoch = moment.seconds;
  out->utc = moment.utc;
  out->date = FALSE;
  out->gregorian = TRUE;
  if (!mrb_integer_p(moment.offset)) moment.offset = mrb_funcall_id(mrb, moment.offset, MRB_SYM(round), 0);
  out->offset = (int32_t)(mrb_as_int(mrb, moment.offset) % (mrb_int)(DAY_SECONDS + DAY_SECONDS));
  out->sub = mrb_integer_p(moment.sub) ? mrb_integer(moment.sub) : -1;
}

/* What a Time shows, but for its epoch and its offset. */
static void
shown(mrb_state *mrb, mrb_value time, struct kobako_shown *out)
{
  mrb_value seconds = mrb_iv_get(mrb, time, MRB_IVSYM(seconds)), offset = mrb_iv_get(mrb, time, MRB_IVSYM(offset));
  struct kobako_moment moment;
  mrb_int sum;

  if (mrb_integer_p(seconds) && mrb_integer_p(offset) &&
      !mrb_int_add_overflow(mrb_integer(seconds), mrb_integer(offset), &sum)) {
    show_second(out, kobako_mod(sum, DAY_SECONDS));
    show_day(mrb, mrb_int_value(mrb, kobako_div(sum, DAY_SECONDS)), out);
    return;
  }
  kobako_moment(mrb, time, &moment);
  /* What is asked on the way may set the Time anew. */
  mrb_gc_protect(mrb, moment.seconds);
  mrb_gc_protect(mrb, moment.sub);
  mrb_gc_protect(mrb, moment.offset);
  show(mrb, time, &moment, out);
}

static __attribute__((noinline)) int
part(mrb_state *mrb, mrb_value time, size_t offset)
{
  struct kobako_shown out;

  shown(mrb, time, &out);
  return *(const int *)((const char *)&out + offset);
}

#define PART(name)                                                                   \
  static mrb_value time_##name(mrb_state *mrb, mrb_value self)                       \
  {                                                                                  \
    return mrb_int_value(mrb, part(mrb, self, offsetof(struct kobako_shown, name))); \
  }

#define WEEKDAY(name, number)                                                                \
  static mrb_value time_##name##_p(mrb_state *mrb, mrb_value self)                           \
  {                                                                                          \
    return mrb_bool_value(part(mrb, self, offsetof(struct kobako_shown, wday)) == (number)); \
  }

PART(month)
PART(day)
PART(hour)
PART(min)
PART(sec)
PART(wday)
PART(yday)
WEEKDAY(sunday, 0)
WEEKDAY(monday, 1)
WEEKDAY(tuesday, 2)
WEEKDAY(wednesday, 3)
WEEKDAY(thursday, 4)
WEEKDAY(friday, 5)
WEEKDAY(saturday, 6)

static mrb_value
time_year(mrb_state *mrb, mrb_value self)
{
  struct kobako_shown out;

  shown(mrb, self, &out);
  return out.year;
}

void
kobako_init_time(mrb_state *mrb, struct RClass *time)
{
  static const struct {
    mrb_sym name;
    mrb_func_t function;
  } methods[] = {
    { MRB_SYM(year), time_year },
    { MRB_SYM(month), time_month },
    { MRB_SYM(day), time_day },
    { MRB_SYM(hour), time_hour },
    { MRB_SYM(min), time_min },
    { MRB_SYM(sec), time_sec },
    { MRB_SYM(wday), time_wday },
    { MRB_SYM(yday), time_yday },
    { MRB_SYM_Q(sunday), time_sunday_p },
    { MRB_SYM_Q(monday), time_monday_p },
    { MRB_SYM_Q(tuesday), time_tuesday_p },
    { MRB_SYM_Q(wednesday), time_wednesday_p },
    { MRB_SYM_Q(thursday), time_thursday_p },
    { MRB_SYM_Q(friday), time_friday_p },
    { MRB_SYM_Q(saturday), time_saturday_p },
  };
  mrb_value zero = mrb_int_value(mrb, 0);
  const struct kobako_moment none = { zero, zero, zero, mrb_nil_value(), FALSE };

  kobako_time_class = time;
  first = mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, time));
  mrb_gc_register(mrb, first);
  kobako_set_moment(mrb, first, &none);
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
    mrb_define_method_id(mrb, time, methods[i].name, methods[i].function, MRB_ARGS_NONE());
  }
}
