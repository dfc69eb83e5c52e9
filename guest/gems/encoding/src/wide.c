/* Texts of UTF-16 and UTF-32. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "wide.h"

/* The module of such texts, and its place before String. A script can take away the constants that name them. */
static struct RClass *characters, *place;

void
kobako_widen(mrb_state *mrb, mrb_value string)
{
  struct RString *s = mrb_str_ptr(string);

  if (!RSTR_WIDE_P(s)) return;
  if (s->c != mrb->string_class) {
    mrb_value module = mrb_obj_value(characters);
    if (!mrb_obj_is_kind_of(mrb, string, characters)) mrb_funcall_id(mrb, string, MRB_SYM(extend), 1, module);
    return;
  }
  /* as if it were extended, by the place that they share */
  s->c = place;
  mrb_field_write_barrier(mrb, (struct RBasic *)s, (struct RBasic *)s->c);
}

/* String.__note_wide(module, extended), once, by wide_characters.rb. */
static mrb_value
note_wide(mrb_state *mrb, mrb_value self)
{
  mrb_value module, extended;

  mrb_get_args(mrb, "oS", &module, &extended);
  characters = mrb_class_ptr(module);
  place = mrb_basic_ptr(extended)->c->super;
  mrb_gc_register(mrb, module);
  mrb_gc_register(mrb, extended);
  return self;
}

void
kobako_init_wide(mrb_state *mrb)
{
  mrb_define_class_method_id(mrb, mrb->string_class, MRB_SYM(__note_wide), note_wide, MRB_ARGS_REQ(2));
}
