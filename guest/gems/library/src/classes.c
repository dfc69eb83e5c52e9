/* The classes of values that the standard library defines. They are known by the class itself, whatever a script calls
   by their names. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_library.h>
#include "library.h"

static struct RClass *classes[KOBAKO_CLASSES];

static const struct {
  mrb_sym name;
  const char *feature;
} table[KOBAKO_CLASSES] = { [KOBAKO_DATE_CLASS] = { MRB_SYM(Date), "date" },
                            [KOBAKO_DATE_TIME_CLASS] = { MRB_SYM(DateTime), "date" },
                            [KOBAKO_DECIMAL_CLASS] = { MRB_SYM(BigDecimal), "bigdecimal" } };

static mrb_bool
named_p(mrb_value feature, const char *name)
{
  return (size_t)RSTRING_LEN(feature) == strlen(name) && memcmp(RSTRING_PTR(feature), name, strlen(name)) == 0;
}

void
kobako_note_classes(mrb_state *mrb, mrb_value feature)
{
  mrb_value object = mrb_obj_value(mrb->object_class);

  for (int i = 0; i < KOBAKO_CLASSES; i++) {
    if (classes[i] || !named_p(feature, table[i].feature) || !mrb_const_defined_at(mrb, object, table[i].name))
      continue;
    mrb_value found = mrb_const_get(mrb, object, table[i].name);
    if (mrb_type(found) != MRB_TT_CLASS) continue;
    mrb_gc_register(mrb, found);
    classes[i] = mrb_class_ptr(found);
  }
}

struct RClass *
kobako_loaded_class(enum kobako_class which)
{
  return classes[which];
}

const char *
kobako_feature_of_class(enum kobako_class which)
{
  return table[which].feature;
}
