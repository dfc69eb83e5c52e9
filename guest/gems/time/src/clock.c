/* Process.clock_gettime and Time.__nanoseconds: the clocks of the host and what was slept, in nanoseconds. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <kobako_wasi.h>
#include "time_parts.h"

WASI(clock_time_get) extern uint16_t wasi_clock_time_get(uint32_t clock, uint64_t precision, int64_t *time);

enum { REALTIME, MONOTONIC, LAST_CLOCK = 3 };

/* How far a script moved the clocks on by sleeping: nothing in a sandbox waits. */
static int64_t slept;

static mrb_value
time_of(mrb_state *mrb, uint32_t clock)
{
  int64_t time = 0;

  if (wasi_clock_time_get(clock, 1, &time) != 0) mrb_raise(mrb, E_RUNTIME_ERROR, "the host gives no time");
  if (__builtin_add_overflow(time, slept, &time)) time = INT64_MAX;
  return mrb_int_value(mrb, time);
}

int64_t
kobako_realtime(mrb_state *mrb)
{
  return mrb_integer(time_of(mrb, REALTIME));
}

/* The clocks of a process and of a thread go as the monotonic one does. */
static mrb_value
nanoseconds(mrb_state *mrb, mrb_value self)
{
  mrb_int number;

  mrb_get_args(mrb, "i", &number);
  if (number < REALTIME || number > LAST_CLOCK) return mrb_nil_value();
  return time_of(mrb, number == REALTIME ? REALTIME : MONOTONIC);
}

/* Process.clock_gettime(clock, unit = :float_second) */
static mrb_value
clock_gettime(mrb_state *mrb, mrb_value self)
{
  mrb_value clock, unit = mrb_nil_value();

  mrb_get_args(mrb, "o|o", &clock, &unit);
  if (!mrb_nil_p(unit) || !mrb_integer_p(clock) || mrb_integer(clock) < REALTIME || mrb_integer(clock) > LAST_CLOCK) {
    return mrb_funcall_id(mrb, self, MRB_SYM(__clock_gettime), 2, clock, unit);
  }
  mrb_value time = time_of(mrb, mrb_integer(clock) == REALTIME ? REALTIME : MONOTONIC);
  return mrb_float_value(mrb, (mrb_float)mrb_integer(time) / 1e9);
}

/* Time.__pass(nanoseconds) */
static mrb_value
pass(mrb_state *mrb, mrb_value self)
{
  mrb_int nanoseconds;
  int64_t until, time = mrb_integer(time_of(mrb, REALTIME));

  mrb_get_args(mrb, "i", &nanoseconds);
  if (__builtin_add_overflow(time, nanoseconds, &until)) {
    mrb_raise(mrb, E_RANGE_ERROR, "the clock of a sandbox ends in the year 2262 (sleep less)");
  }
  slept += nanoseconds;
  return mrb_nil_value();
}

void
kobako_init_clock(mrb_state *mrb, struct RClass *time)
{
  struct RClass *process = mrb_define_module_id(mrb, MRB_SYM(Process));

  mrb_define_class_method_id(mrb, process, MRB_SYM(clock_gettime), clock_gettime, MRB_ARGS_ARG(1, 1));
  mrb_define_class_method_id(mrb, time, MRB_SYM(__nanoseconds), nanoseconds, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, time, MRB_SYM(__pass), pass, MRB_ARGS_REQ(1));
}
