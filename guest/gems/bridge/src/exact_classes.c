/* Which kind of value an object is. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/variable.h>
#include <kobako.h>
#include <kobako_library.h>
#include "exact.h"

struct kobako_exact_classes kobako_exact_classes;

static struct RClass *
kept(mrb_state *mrb, mrb_sym name)
{
  struct RClass *class = mrb_class_get_id(mrb, name);

  mrb_gc_register(mrb, mrb_obj_value(class));
  return class;
}

void
kobako_note_exact_classes(mrb_state *mrb)
{
  kobako_exact_classes.time = kept(mrb, MRB_SYM(Time));
  kobako_exact_classes.rational = kept(mrb, MRB_SYM(Rational));
  kobako_exact_classes.complex = kept(mrb, MRB_SYM(Complex));
  kobako_exact_classes.set = kept(mrb, MRB_SYM(Set));
  kobako_exact_classes.structs = kept(mrb, MRB_SYM(Struct));
  kobako_exact_classes.data = kept(mrb, MRB_SYM(Data));
}

static enum kobako_kind
object_kind(const struct RClass *class)
{
  if (class == kobako_exact_classes.time) return KOBAKO_TIME;
  if (class == kobako_exact_classes.rational) return KOBAKO_RATIONAL;
  if (class == kobako_exact_classes.complex) return KOBAKO_COMPLEX;
  if (class == kobako_exact_classes.set) return KOBAKO_SET;
  if (class == kobako_loaded_class(KOBAKO_DATE_CLASS)) return KOBAKO_DATE;
  if (class == kobako_loaded_class(KOBAKO_DATE_TIME_CLASS)) return KOBAKO_DATE_TIME;
  if (class == kobako_loaded_class(KOBAKO_DECIMAL_CLASS)) return KOBAKO_DECIMAL;
  return KOBAKO_OTHER;
}

enum kobako_kind
kobako_exact_kind(mrb_state *mrb, mrb_value value)
{
  switch (mrb_type(value)) {
  case MRB_TT_RANGE:
    return mrb_obj_class(mrb, value) == mrb->range_class ? KOBAKO_RANGE : KOBAKO_OTHER;
  case MRB_TT_OBJECT:
    return object_kind(mrb_obj_class(mrb, value));
  case MRB_TT_STRUCT:
    if (mrb_obj_is_kind_of(mrb, value, kobako_exact_classes.structs)) return KOBAKO_RECORD;
    return mrb_obj_is_kind_of(mrb, value, kobako_exact_classes.data) ? KOBAKO_RECORD : KOBAKO_OTHER;
  default:
    return KOBAKO_OTHER;
  }
}
