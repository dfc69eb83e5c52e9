/* Defines the methods of Time, Date and DateTime that are written in C. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "date_parts.h"
#include "time_parts.h"

/* Time.__equip_date(Date), as soon as there is one. */
static mrb_value
equip_date(mrb_state *mrb, mrb_value self)
{
  struct RClass *date;

  mrb_get_args(mrb, "c", &date);
  kobako_init_date_parts(mrb, date);
  kobako_init_date_arithmetic(mrb, date);
  kobako_init_date_made(mrb, date);
  kobako_init_strptime(mrb, date);
  return mrb_nil_value();
}

static mrb_value
equip_date_time(mrb_state *mrb, mrb_value self)
{
  struct RClass *date_time;

  mrb_get_args(mrb, "c", &date_time);
  kobako_init_date_time(mrb, date_time);
  return mrb_nil_value();
}

void
mrb_kobako_time_gem_init(mrb_state *mrb)
{
  struct RClass *time = mrb_define_class_id(mrb, MRB_SYM(Time), mrb->object_class);

  mrb_define_class_method_id(mrb, time, MRB_SYM(__equip_date), equip_date, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, time, MRB_SYM(__equip_date_time), equip_date_time, MRB_ARGS_REQ(1));
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
