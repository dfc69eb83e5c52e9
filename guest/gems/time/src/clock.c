/* What the host tells of the world: a clock and entropy. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "world.h"

#ifdef __wasm__
#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
#else
#define WASI(name)
#endif

WASI(clock_time_get) extern uint16_t wasi_clock_time_get(uint32_t clock, uint64_t precision, int64_t *time);
WASI(random_get) extern uint16_t wasi_random_get(void *buffer, size_t length);

static mrb_value
now(mrb_state *mrb, mrb_value self)
{
  int64_t time = 0;

  if (wasi_clock_time_get(0, 1, &time) != 0) mrb_raise(mrb, E_RUNTIME_ERROR, "the host gives no time");
  return mrb_int_value(mrb, time);
}

/* 63 bits that nothing was made of before. */
static mrb_value
entropy(mrb_state *mrb, mrb_value self)
{
  uint64_t bits = 0;

  if (wasi_random_get(&bits, sizeof(bits)) != 0) mrb_raise(mrb, E_RUNTIME_ERROR, "the host gives no entropy");
  return mrb_int_value(mrb, (mrb_int)(bits >> 1));
}

void
kobako_init_world(mrb_state *mrb)
{
  struct RClass *time = mrb_define_class_id(mrb, MRB_SYM(Time), mrb->object_class);
  struct RClass *random = mrb_define_class_id(mrb, MRB_SYM(Random), mrb->object_class);

  mrb_define_class_method_id(mrb, time, MRB_SYM(__now), now, MRB_ARGS_NONE());
  mrb_define_class_method_id(mrb, random, MRB_SYM(new_seed), entropy, MRB_ARGS_NONE());
  kobako_init_random(mrb, random);
}
