/* Texts of UTF-16 and UTF-32. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "wide.h"

void
kobako_widen(mrb_state *mrb, mrb_value string)
{
  struct RString *s = mrb_str_ptr(string);
  mrb_value classes = mrb_obj_value(mrb->string_class);

  if (!RSTR_WIDE_P(s)) return;
  if (s->c != mrb->string_class) {
    mrb_value module = mrb_const_get(mrb, classes, MRB_SYM(WideCharacters));
    if (!mrb_obj_is_kind_of(mrb, string, mrb_class_ptr(module)))
      mrb_funcall_id(mrb, string, MRB_SYM(extend), 1, module);
    return;
  }
  /* as if it were extended, by the module's place before String that they share */
  s->c = mrb_basic_ptr(mrb_const_get(mrb, classes, MRB_SYM(WIDE)))->c->super;
  mrb_field_write_barrier(mrb, (struct RBasic *)s, (struct RBasic *)s->c);
}
