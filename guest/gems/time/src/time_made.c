/* Times made of numbers and of an offset that is written as most are. The rest is left to methods in Ruby. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "time_parts.h"

enum { NANOSECONDS = 1000000000, MOST_YEARS = 1000000000, PARTS = 6 };

static mrb_bool
digits(const char *text, int most, int *out)
{
  if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return FALSE;
  *out = (text[0] - '0') * 10 + text[1] - '0';
  return *out <= most;
}

/* An offset as +HH:MM or the name of UTC; FALSE for another zone. */
static mrb_bool
written_zone(mrb_state *mrb, mrb_value zone, struct kobako_moment *out)
{
  const char *text = RSTRING_PTR(zone);
  mrb_int len = RSTRING_LEN(zone);
  int hours, minutes;

  out->object = mrb_nil_value();
  out->offset = mrb_int_value(mrb, 0);
  out->utc = (len == 1 && text[0] == 'Z') || (len == 3 && memcmp(text, "UTC", 3) == 0) ||
             (len == 6 && memcmp(text, "-00:00", 6) == 0);
  if (out->utc) return TRUE;
  if (len != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return FALSE;
  if (!digits(text + 1, 23, &hours) || !digits(text + 4, 59, &minutes)) return FALSE;
  int offset = hours * 3600 + minutes * 60;
  out->offset = mrb_int_value(mrb, text[0] == '-' ? -offset : offset);
  return TRUE;
}

/* UTC, unless the script has set a variable of the environment. */
static mrb_bool
local_zone(mrb_state *mrb, struct kobako_moment *out)
{
  mrb_value environment = mrb_const_get(mrb, mrb_obj_value(mrb->object_class), MRB_SYM(ENV));
  mrb_value variables = mrb_iv_get(mrb, environment, MRB_IVSYM(variables));

  if (!mrb_hash_p(variables) || mrb_hash_size(mrb, variables) != 0) return FALSE;
  out->object = mrb_symbol_value(MRB_SYM(local));
  out->offset = mrb_int_value(mrb, 0);
  out->utc = FALSE;
  return TRUE;
}

static mrb_bool
plain_zone(mrb_state *mrb, mrb_value zone, struct kobako_moment *out)
{
  if (mrb_nil_p(zone) || mrb_undef_p(zone)) return local_zone(mrb, out);
  return mrb_string_p(zone) && written_zone(mrb, zone, out);
}

static mrb_value
given(mrb_value value)
{
  return mrb_undef_p(value) ? mrb_nil_value() : value;
}

/* How many of a unit are a second, 0 for what is no unit. */
static int64_t
unit_of(mrb_value unit)
{
  if (mrb_undef_p(unit)) return 1000000;
  if (!mrb_symbol_p(unit)) return 0;
  switch (mrb_symbol(unit)) {
  case MRB_SYM(millisecond):
    return 1000;
  case MRB_SYM(usec):
  case MRB_SYM(microsecond):
    return 1000000;
  case MRB_SYM(nsec):
  case MRB_SYM(nanosecond):
    return NANOSECONDS;
  default:
    return 0;
  }
}

static mrb_bool
plain_at(mrb_state *mrb, mrb_value number, mrb_value fraction, mrb_value unit, struct kobako_moment *out)
{
  int64_t seconds, sub, units = unit_of(unit);

  if (!kobako_split(number, &seconds, &sub) || units == 0) return FALSE;
  if (!mrb_undef_p(fraction)) {
    if (!mrb_integer_p(fraction) || sub != 0) return FALSE;
    if (__builtin_add_overflow(seconds, kobako_div(mrb_integer(fraction), units), &seconds)) return FALSE;
    sub = kobako_mod(mrb_integer(fraction), units) * (ATTOSECONDS / units);
  }
  out->seconds = mrb_int_value(mrb, seconds);
  out->sub = mrb_int_value(mrb, sub);
  return TRUE;
}

static mrb_value
time_s_at(mrb_state *mrb, mrb_value self)
{
  mrb_value number, fraction = mrb_undef_value(), unit = mrb_undef_value(), zone = mrb_undef_value();
  mrb_sym names[] = { MRB_SYM(in) };
  mrb_kwargs keywords = { 1, 0, names, &zone, NULL };
  struct kobako_moment moment;

  mrb_get_args(mrb, "o|oo:", &number, &fraction, &unit, &keywords);
  if (plain_at(mrb, number, fraction, unit, &moment) && plain_zone(mrb, zone, &moment)) {
    return kobako_new_time(mrb, mrb_class_ptr(self), &moment);
  }
  if (mrb_undef_p(unit)) unit = mrb_symbol_value(MRB_SYM(microsecond));
  mrb_value whole = mrb_bool_value(mrb_undef_p(fraction)), zoned = mrb_bool_value(!mrb_undef_p(zone));
  fraction = mrb_undef_p(fraction) ? mrb_int_value(mrb, 0) : fraction;
  const mrb_value all[] = { number, fraction, unit, whole, zoned, given(zone) };
  return mrb_hand_over(mrb, self, MRB_SYM(__at), 6, all, mrb_nil_value());
}

static void
now(mrb_state *mrb, struct kobako_moment *out)
{
  int64_t time = kobako_realtime(mrb);

  out->seconds = mrb_int_value(mrb, kobako_div(time, NANOSECONDS));
  out->sub = mrb_int_value(mrb, kobako_mod(time, NANOSECONDS) * NANOSECONDS);
}

static mrb_value
time_s_now(mrb_state *mrb, mrb_value self)
{
  mrb_value zone = mrb_undef_value();
  mrb_sym names[] = { MRB_SYM(in) };
  mrb_kwargs keywords = { 1, 0, names, &zone, NULL };
  struct kobako_moment moment = { .offset = mrb_nil_value(), .object = mrb_nil_value() };

  mrb_get_args(mrb, ":", &keywords);
  now(mrb, &moment);
  if (plain_zone(mrb, zone, &moment)) return kobako_new_time(mrb, mrb_class_ptr(self), &moment);
  mrb_value time = kobako_new_time(mrb, mrb_class_ptr(self), &moment);
  const mrb_value all[] = { moment.seconds, moment.sub, given(zone) };
  return mrb_hand_over(mrb, time, MRB_SYM(__moment), 3, all, mrb_nil_value());
}

/* Year, month, day, hour, minute, second and microsecond that are integers within their bounds, to a moment of an
   offset. */
static mrb_bool
plain_civil(mrb_state *mrb, mrb_int count, const mrb_value *parts, struct kobako_moment *out)
{
  static const int low[] = { -MOST_YEARS, 1, 1, 0, 0, 0, 0 }, high[] = { MOST_YEARS, 12, 31, 23, 59, 60, 999999 };
  int64_t given[PARTS + 1] = { 0, 1, 1, 0, 0, 0, 0 };

  if (count < 1 || count > PARTS + 1) return FALSE;
  for (mrb_int i = 0; i < count; i++) {
    if (!mrb_integer_p(parts[i]) || mrb_integer(parts[i]) < low[i] || mrb_integer(parts[i]) > high[i]) return FALSE;
    given[i] = mrb_integer(parts[i]);
  }
  int64_t days = kobako_days(given[0], (int)given[1], given[2]);
  int64_t second = given[3] * 3600 + given[4] * 60 + given[5] - mrb_integer(out->offset);
  out->seconds = mrb_int_value(mrb, days * DAY_SECONDS + second);
  out->sub = mrb_int_value(mrb, given[6] * (ATTOSECONDS / 1000000));
  return TRUE;
}

/* Eight at most, or the ten of Time#to_a. */
static void
check_parts(mrb_state *mrb, mrb_int count)
{
  if (count == 9 || count > 10) mrb_argnum_error(mrb, count, 1, 8);
}

static mrb_value
time_s_utc(mrb_state *mrb, mrb_value self)
{
  const mrb_value *parts;
  mrb_int count;
  struct kobako_moment moment = { .offset = mrb_int_value(mrb, 0), .object = mrb_nil_value(), .utc = TRUE };

  mrb_get_args(mrb, "*", &parts, &count);
  if (plain_civil(mrb, count, parts, &moment)) return kobako_new_time(mrb, mrb_class_ptr(self), &moment);
  check_parts(mrb, count);
  return mrb_hand_over(mrb, self, MRB_SYM(__utc), count, parts, mrb_nil_value());
}

static mrb_value
time_s_local(mrb_state *mrb, mrb_value self)
{
  const mrb_value *parts;
  mrb_int count;
  struct kobako_moment moment;

  mrb_get_args(mrb, "*", &parts, &count);
  if (local_zone(mrb, &moment) && plain_civil(mrb, count, parts, &moment)) {
    return kobako_new_time(mrb, mrb_class_ptr(self), &moment);
  }
  check_parts(mrb, count);
  return mrb_hand_over(mrb, self, MRB_SYM(__local), count, parts, mrb_nil_value());
}

/* Time.new(year, month, day, hour, minute, second, zone, in:, precision:) */
static mrb_value
time_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value parts[PARTS + 1], found[] = { mrb_undef_value(), mrb_undef_value() };
  mrb_sym names[] = { MRB_SYM(in), MRB_SYM(precision) };
  mrb_kwargs keywords = { 2, 0, names, found, NULL };
  struct kobako_moment moment;

  for (int i = 0; i <= PARTS; i++) parts[i] = mrb_undef_value();
  mrb_get_args(mrb, "|ooooooo:", &parts[0], &parts[1], &parts[2], &parts[3], &parts[4], &parts[5], &parts[6],
               &keywords);
  mrb_int count = 0;
  while (count <= PARTS && !mrb_undef_p(parts[count])) count++;
  mrb_value zone = mrb_undef_p(found[0]) && count > PARTS ? parts[PARTS] : found[0];
  mrb_bool twice = count > PARTS && !mrb_undef_p(found[0]);
  if (!twice && plain_zone(mrb, zone, &moment)) {
    if (count == 0) now(mrb, &moment);
    if (count == 0 || plain_civil(mrb, count > PARTS ? PARTS : count, parts, &moment)) {
      kobako_set_moment(mrb, self, &moment);
      return self;
    }
  }
  const mrb_value all[] = { mrb_ary_new_from_values(mrb, count, parts), mrb_bool_value(!mrb_undef_p(found[0])),
                            given(found[0]), mrb_undef_p(found[1]) ? mrb_int_value(mrb, 9) : found[1] };
  return mrb_hand_over(mrb, self, MRB_SYM(__new), 4, all, mrb_nil_value());
}

/* Time#__set(seconds, sub, offset, utc, object = nil) */
static mrb_value
time_set(mrb_state *mrb, mrb_value self)
{
  struct kobako_moment moment = { .object = mrb_nil_value() };

  mrb_get_args(mrb, "ooob|o", &moment.seconds, &moment.sub, &moment.offset, &moment.utc, &moment.object);
  kobako_set_moment(mrb, self, &moment);
  return self;
}

void
kobako_init_time_made(mrb_state *mrb, struct RClass *time)
{
  mrb_define_class_method_id(mrb, time, MRB_SYM(at), time_s_at, MRB_ARGS_ARG(1, 2) | MRB_ARGS_KEY(1, 0));
  mrb_define_class_method_id(mrb, time, MRB_SYM(now), time_s_now, MRB_ARGS_KEY(1, 0));
  mrb_define_class_method_id(mrb, time, MRB_SYM(utc), time_s_utc, MRB_ARGS_ANY());
  mrb_define_class_method_id(mrb, time, MRB_SYM(gm), time_s_utc, MRB_ARGS_ANY());
  mrb_define_class_method_id(mrb, time, MRB_SYM(local), time_s_local, MRB_ARGS_ANY());
  mrb_define_class_method_id(mrb, time, MRB_SYM(mktime), time_s_local, MRB_ARGS_ANY());
  mrb_define_private_method_id(mrb, time, MRB_SYM(initialize), time_initialize, MRB_ARGS_OPT(7) | MRB_ARGS_KEY(2, 0));
  mrb_define_method_id(mrb, time, MRB_SYM(__set), time_set, MRB_ARGS_ARG(4, 1));
}
