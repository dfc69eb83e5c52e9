/* What `case … in` takes apart. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "core.h"

static mrb_value
ary_deconstruct(mrb_state *mrb, mrb_value self)
{
  return self;
}

static mrb_value
hash_deconstruct_keys(mrb_state *mrb, mrb_value self)
{
  mrb_get_arg1(mrb);
  return self;
}

static mrb_bool
answers_itself_p(mrb_state *mrb, mrb_value self)
{
  struct RClass *c = mrb_class(mrb, self);
  mrb_method_t method = mrb_vm_find_method(mrb, c, &c, MRB_SYM_Q(respond_to));

  return !MRB_METHOD_UNDEF_P(method) && !MRB_METHOD_CFUNC_P(method);
}

/* The value if `own` is what takes it apart, nil if the code has to ask another method for its parts, or else false. */
static mrb_value
parts_of(mrb_state *mrb, mrb_value self, mrb_sym name, mrb_func_t own)
{
  struct RClass *c = mrb_class(mrb, self);
  mrb_method_t method = mrb_vm_find_method(mrb, c, &c, name);

  if (method.flags & MRB_METHOD_REFINED_FL) {
    method = mrb_refined_method(mrb, mrb->c->ci[-1].proc, self, name, &c, method);
  }
  if (MRB_METHOD_UNDEF_P(method) || MRB_METHOD_VISIBILITY(method) != MRB_METHOD_PUBLIC_FL ||
      answers_itself_p(mrb, self)) {
    mrb_value there = mrb_funcall_id(mrb, self, MRB_SYM_Q(respond_to), 1, mrb_symbol_value(name));
    return mrb_test(there) ? mrb_nil_value() : mrb_false_value();
  }
  return MRB_METHOD_CFUNC_P(method) && MRB_METHOD_CFUNC(method) == own ? self : mrb_nil_value();
}

static mrb_value
deconstruct(mrb_state *mrb, mrb_value self)
{
  return parts_of(mrb, self, MRB_SYM(deconstruct), ary_deconstruct);
}

static mrb_value
deconstruct_keys(mrb_state *mrb, mrb_value self)
{
  return parts_of(mrb, self, MRB_SYM(deconstruct_keys), hash_deconstruct_keys);
}

void
kobako_init_pattern_matching(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;

  mrb_define_method_id(mrb, mrb->array_class, MRB_SYM(deconstruct), ary_deconstruct, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(deconstruct_keys), hash_deconstruct_keys, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, kernel, MRB_SYM(__own_parts), deconstruct, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, kernel, MRB_SYM(__own_pairs), deconstruct_keys, MRB_ARGS_NONE());
}
