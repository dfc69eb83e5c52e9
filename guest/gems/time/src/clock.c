/* Time.__now: the clock of the host. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <kobako_wasi.h>

WASI(clock_time_get) extern uint16_t wasi_clock_time_get(uint32_t clock, uint64_t precision, int64_t *time);

static mrb_value
now(mrb_state *mrb, mrb_value self)
{
  int64_t time = 0;

  if (wasi_clock_time_get(0, 1, &time) != 0) mrb_raise(mrb, E_RUNTIME_ERROR, "the host gives no time");
  return mrb_int_value(mrb, time);
}

void
mrb_kobako_time_gem_init(mrb_state *mrb)
{
  struct RClass *time = mrb_define_class_id(mrb, MRB_SYM(Time), mrb->object_class);

  mrb_define_class_method_id(mrb, time, MRB_SYM(__now), now, MRB_ARGS_NONE());
}

void
mrb_kobako_time_gem_final(mrb_state *mrb)
{
}
