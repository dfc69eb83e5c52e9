/* Regexp.timeout and the time of a search, which the engine asks for now and then. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <kobako_wasi.h>
#include "pattern.h"
#include "timeout.h"

enum { MONOTONIC = 1 };

WASI(clock_time_get) extern uint16_t wasi_clock_time_get(uint32_t clock, uint64_t precision, int64_t *time);

static double of_all; /* seconds, 0 for no limit */
static int64_t begun, limit, looks;

/* What the engine does between two looks takes about so many nanoseconds: the time of a guest whose clock stands. */
enum { LOOK = 25000 };

static int64_t
now(void)
{
  int64_t time = 0;
  wasi_clock_time_get(MONOTONIC, 1, &time);
  return time;
}

static int
time_over(void)
{
  int64_t passed = now() - begun;

  looks++;
  return (passed > 0 ? passed : looks * LOOK) >= limit;
}

void
kobako_start_search(const struct kobako_pattern *pattern)
{
  double seconds = pattern->timeout > 0 ? pattern->timeout : of_all;

  if (seconds > 0) {
    begun = now();
    limit = (int64_t)(seconds < 1e9 ? seconds * 1e9 : 1e18);
    looks = 0;
  }
  onig_set_time_over(seconds > 0 ? time_over : NULL);
}

double
kobako_timeout_of(mrb_state *mrb, mrb_value value)
{
  double seconds;

  if (mrb_nil_p(value)) return 0;
  seconds = mrb_as_float(mrb, value);
  if (!(seconds > 0)) mrb_raisef(mrb, E_ARGUMENT_ERROR, "invalid timeout: %v", value);
  return seconds;
}

static mrb_value
shown(mrb_state *mrb, double seconds)
{
  return seconds > 0 ? mrb_float_value(mrb, seconds) : mrb_nil_value();
}

static mrb_value
regexp_s_timeout(mrb_state *mrb, mrb_value self)
{
  return shown(mrb, of_all);
}

static mrb_value
regexp_s_set_timeout(mrb_state *mrb, mrb_value self)
{
  mrb_value value = mrb_get_arg1(mrb);

  of_all = kobako_timeout_of(mrb, value);
  return value;
}

static mrb_value
regexp_timeout(mrb_state *mrb, mrb_value self)
{
  return shown(mrb, kobako_pattern_of(mrb, self)->timeout);
}

void
kobako_init_timeout(mrb_state *mrb)
{
  struct RClass *regexp = mrb_class_get_id(mrb, MRB_SYM(Regexp));

  mrb_define_class_method_id(mrb, regexp, MRB_SYM(timeout), regexp_s_timeout, MRB_ARGS_NONE());
  mrb_define_class_method_id(mrb, regexp, MRB_SYM_E(timeout), regexp_s_set_timeout, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(timeout), regexp_timeout, MRB_ARGS_NONE());
}
