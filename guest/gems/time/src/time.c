/* Defines the methods of Time that are written in C. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "time_parts.h"

void
mrb_kobako_time_gem_init(mrb_state *mrb)
{
  struct RClass *time = mrb_define_class_id(mrb, MRB_SYM(Time), mrb->object_class);

  kobako_init_clock(mrb, time);
  kobako_init_time(mrb, time);
  kobako_init_time_made(mrb, time);
  kobako_init_time_arithmetic(mrb, time);
  kobako_init_time_texts(mrb, time);
}

void
mrb_kobako_time_gem_final(mrb_state *mrb)
{
}
