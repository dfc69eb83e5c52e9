/* What both halves of Marshal ask of objects. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/variable.h>
#include "marshal.h"

void mrb_check_c_stack(mrb_state *mrb);

mrb_value
kobako_marshal_keep(mrb_state *mrb, mrb_value self, mrb_sym name, mrb_value value)
{
  mrb_iv_set(mrb, self, name, value);
  return value;
}

mrb_value
kobako_marshal_identities(mrb_state *mrb)
{
  mrb_value hash = mrb_hash_new(mrb);

  mrb_hash_ptr(hash)->flags |= MRB_HASH_IDENTITY;
  return hash;
}

void
kobako_marshal_define(mrb_state *mrb, struct RClass *c, const struct kobako_marshal_method *methods, int count)
{
  MRB_SET_INSTANCE_TT(c, MRB_TT_CDATA);
  for (int i = 0; i < count; i++) {
    mrb_define_private_method_id(mrb, c, methods[i].name, methods[i].function, methods[i].aspec);
  }
}

void
kobako_marshal_enter(mrb_state *mrb, int *levels)
{
  mrb_check_c_stack(mrb);
  if (*levels >= MAX_LEVELS) mrb_exc_raise(mrb, mrb_obj_value(mrb->stack_err));
  ++*levels;
}

mrb_value
kobako_marshal_variables(mrb_state *mrb, mrb_value object)
{
  mrb_value names;

  if (mrb_hash_p(object) ? !mrb_hash_ptr(object)->iv
                         : mrb_iv_beside_p(object) && !(mrb_basic_ptr(object)->flags & MRB_FL_OBJ_IV_HOLDER)) {
    return mrb_nil_value();
  }
  names = mrb_obj_instance_variables(mrb, object);
  return RARRAY_LEN(names) == 0 ? mrb_nil_value() : names;
}
