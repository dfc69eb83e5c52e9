/* Kobako::Elements, what Enumerable's methods run on where the host lets the guest enumerate an object. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "services.h"

static struct RClass *elements_class;
static struct RClass *enumerable;

void
kobako_elements_init(mrb_state *mrb, struct RClass *kobako)
{
  enumerable = mrb_module_get_id(mrb, MRB_SYM(Enumerable));
  elements_class = mrb_define_class_under_id(mrb, kobako, MRB_SYM(Elements), mrb->object_class);
  mrb_include_module(mrb, elements_class, enumerable);
  /* A guest may set these constants anew; these objects stay. */
  mrb_gc_register(mrb, mrb_obj_value(enumerable));
  mrb_gc_register(mrb, mrb_obj_value(elements_class));
}

mrb_bool
kobako_elements_method_p(mrb_state *mrb, mrb_sym name)
{
  struct RClass *owner = elements_class;
  mrb_method_t method = mrb_method_search_vm(mrb, &owner, name);

  if (MRB_METHOD_UNDEF_P(method) || MRB_METHOD_VISIBILITY(method) != MRB_METHOD_PUBLIC_FL) return FALSE;
  return owner == elements_class || (owner->tt == MRB_TT_ICLASS && owner->c == enumerable);
}

mrb_value
kobako_call_on_elements(mrb_state *mrb, mrb_value object, mrb_sym name, mrb_value args, mrb_value block)
{
  mrb_value elements = mrb_obj_new(mrb, elements_class, 1, &object), result;

  result = mrb_funcall_with_block(mrb, elements, name, RARRAY_LEN(args), RARRAY_PTR(args), block);
  return mrb_obj_eq(mrb, result, elements) ? object : result;
}

mrb_bool
kobako_elements_class_p(const struct RClass *c)
{
  return c == elements_class;
}
