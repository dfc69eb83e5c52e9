/* What methods written in Ruby ask of an argument: the value that it converts to implicitly, by to_str and its like. */
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "core.h"

static mrb_value
array_of(mrb_state *mrb, mrb_value self)
{
  return mrb_convert_array(mrb, mrb_get_arg1(mrb));
}

static mrb_value
try_array(mrb_state *mrb, mrb_value self)
{
  return mrb_try_array(mrb, mrb_get_arg1(mrb));
}

static mrb_value
hash_of(mrb_state *mrb, mrb_value self)
{
  return mrb_convert_hash(mrb, mrb_get_arg1(mrb));
}

static mrb_value
try_hash(mrb_state *mrb, mrb_value self)
{
  return mrb_try_hash(mrb, mrb_get_arg1(mrb));
}

static mrb_value
string_of(mrb_state *mrb, mrb_value self)
{
  return mrb_convert_string(mrb, mrb_get_arg1(mrb));
}

static mrb_value
try_string(mrb_state *mrb, mrb_value self)
{
  return mrb_try_string(mrb, mrb_get_arg1(mrb));
}

static mrb_value
integer_of(mrb_state *mrb, mrb_value self)
{
  return mrb_ensure_integer_type(mrb, mrb_get_arg1(mrb));
}

static mrb_value
check_frozen(mrb_state *mrb, mrb_value self)
{
  mrb_check_frozen_value(mrb, self);
  return self;
}

void
kobako_init_conversions(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;

  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__array_of), array_of, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__try_array), try_array, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__hash_of), hash_of, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__try_hash), try_hash, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__string_of), string_of, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__try_string), try_string, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__integer_of), integer_of, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__check_frozen), check_frozen, MRB_ARGS_NONE());
}
