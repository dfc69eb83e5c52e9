/* autoload, and the constants of the standard library, which need no require. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "library.h"

/* The features of a module's constants that have the mark, by name, true while one loads; nil if it has none. A name
   without an @ is out of a script's reach. */
static mrb_value
features_of(mrb_state *mrb, struct RClass *module)
{
  return mrb_iv_get(mrb, mrb_obj_value(module), MRB_SYM(autoload));
}

static mrb_value
feature_in(mrb_state *mrb, struct RClass *module, mrb_sym constant)
{
  mrb_value features = features_of(mrb, module);

  return mrb_hash_p(features) ? mrb_hash_get(mrb, features, mrb_symbol_value(constant)) : mrb_nil_value();
}

static void
require(mrb_state *mrb, mrb_value feature)
{
  mrb_funcall_argv(mrb, mrb_obj_value(mrb->kernel_module), MRB_SYM(require), 1, &feature);
}

static mrb_value
require_body(mrb_state *mrb, void *feature)
{
  require(mrb, *(mrb_value *)feature);
  return mrb_nil_value();
}

/* Loads a constant that has the mark; FALSE if its feature defines none, or is being loaded. What raises may be tried
   again. Without `value` it says whether there is a feature. */
mrb_bool
kobako_autoload_in_place(mrb_state *mrb, struct RClass *module, mrb_sym constant, mrb_value *value)
{
  mrb_value owner = mrb_obj_value(module), name = mrb_symbol_value(constant), features = features_of(mrb, module);
  mrb_value feature = feature_in(mrb, module, constant), error;
  mrb_bool raised = FALSE;

  if (!mrb_string_p(feature)) return FALSE;
  if (!value) return TRUE;
  mrb_gc_protect(mrb, feature);
  mrb_hash_set(mrb, features, name, mrb_true_value());
  error = mrb_protect_error(mrb, require_body, &feature, &raised);
  mrb_hash_delete_key(mrb, features, name);
  if (mrb_autoload_mark_p(mrb_iv_get(mrb, owner, constant))) {
    if (raised) mrb_hash_set(mrb, features, name, feature);
    else mrb_iv_remove(mrb, owner, constant);
  }
  if (raised) mrb_exc_raise(mrb, error);
  if (!mrb_const_defined_at(mrb, owner, constant)) return FALSE;
  *value = mrb_iv_get(mrb, owner, constant);
  return TRUE;
}

/* Of mruby's lookup of constants: the value of one that is nowhere, if a feature of the standard library defines it. */
mrb_bool
kobako_autoload(mrb_state *mrb, struct RClass *module, mrb_bool scope, mrb_sym constant, mrb_value *value)
{
  struct kobako_text name, feature;
  mrb_value object = mrb_obj_value(mrb->object_class);
  mrb_int len;

  if (!mrb->object_class) return FALSE; /* the interpreter starts */
  if (!scope && module != mrb->object_class) return FALSE;
  name.bytes = mrb_sym_name_len(mrb, constant, &len);
  name.len = (size_t)len;
  if (!kobako_library->defines(&name, &feature)) return FALSE;

  mrb_value required = mrb_str_new(mrb, feature.bytes, (mrb_int)feature.len);
  kobako_library->release();
  require(mrb, required);
  if (!mrb_const_defined_at(mrb, object, constant)) return FALSE;
  *value = mrb_const_get(mrb, object, constant);
  return TRUE;
}

static void
check_constant(mrb_state *mrb, mrb_sym name)
{
  mrb_int len;
  const unsigned char *text = (const unsigned char *)mrb_sym_name_len(mrb, name, &len);

  if (len > 0 && ((text[0] >= 'A' && text[0] <= 'Z') || text[0] >= 0x80)) return;
  mrb_name_error(mrb, name, "autoload must be constant name: %n", name);
}

static mrb_value
set_autoload(mrb_state *mrb, struct RClass *module)
{
  mrb_sym constant;
  mrb_value name, features = features_of(mrb, module), owner = mrb_obj_value(module);

  mrb_get_args(mrb, "no", &constant, &name);
  mrb_value feature = kobako_feature_name(mrb, name);
  if (RSTRING_LEN(feature) == 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "empty feature name");
  check_constant(mrb, constant);
  if (mrb_const_defined_at(mrb, owner, constant) && !mrb_string_p(feature_in(mrb, module, constant))) {
    return mrb_nil_value();
  }
  if (!mrb_hash_p(features)) {
    features = mrb_hash_new(mrb);
    mrb_iv_set(mrb, owner, MRB_SYM(autoload), features);
  }
  mrb_hash_set(mrb, features, mrb_symbol_value(constant), feature);
  mrb_iv_set(mrb, owner, constant, mrb_autoload_mark(mrb));
  return mrb_nil_value();
}

static mrb_value
get_autoload(mrb_state *mrb, struct RClass *module)
{
  mrb_sym constant;
  mrb_bool inherit = TRUE;

  mrb_get_args(mrb, "n|b", &constant, &inherit);
  for (struct RClass *c = module; c; c = inherit ? c->super : NULL) {
    struct RClass *owner = c->tt == MRB_TT_ICLASS ? c->c : c;
    mrb_value feature = feature_in(mrb, owner, constant);

    if (mrb_string_p(feature) && mrb_autoload_mark_p(mrb_iv_get(mrb, mrb_obj_value(owner), constant))) return feature;
  }
  return mrb_nil_value();
}

static mrb_value
module_autoload(mrb_state *mrb, mrb_value self)
{
  return set_autoload(mrb, mrb_class_ptr(self));
}

static mrb_value
module_autoload_p(mrb_state *mrb, mrb_value self)
{
  return get_autoload(mrb, mrb_class_ptr(self));
}

static struct RClass *
class_of(mrb_state *mrb, mrb_value self)
{
  return mrb_class_real(mrb_class(mrb, self));
}

static mrb_value
kernel_autoload(mrb_state *mrb, mrb_value self)
{
  return set_autoload(mrb, class_of(mrb, self));
}

static mrb_value
kernel_autoload_p(mrb_state *mrb, mrb_value self)
{
  return get_autoload(mrb, class_of(mrb, self));
}

/* Functions that a script may call without the require; the feature defines each again. */
static const struct {
  const char *name, *feature;
} functions[] = { { "BigDecimal", "bigdecimal" }, { "DelegateClass", "delegate" }, { "URI", "uri" } };

static mrb_value
feature_of_function(mrb_state *mrb, mrb_sym name)
{
  size_t i = 0;

  while (mrb_intern_cstr(mrb, functions[i].name) != name) i++;
  return mrb_str_new_cstr(mrb, functions[i].feature);
}

static mrb_value
kernel_function(mrb_state *mrb, mrb_value self)
{
  mrb_sym name = mrb_get_mid(mrb);
  const mrb_value *args;
  mrb_int count;
  mrb_value block, kernel = mrb_obj_value(mrb->kernel_module), feature = feature_of_function(mrb, name);

  mrb_get_args(mrb, "*&", &args, &count, &block);
  mrb_value values = mrb_ary_new_from_values(mrb, count, args);
  if (!mrb_test(mrb_funcall_argv(mrb, kernel, MRB_SYM(require), 1, &feature))) {
    mrb_no_method_error(mrb, name, values, "undefined method '%n'", name);
  }
  return mrb_funcall_with_block(mrb, self, name, count, RARRAY_PTR(values), block);
}

void
kobako_init_autoload(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module, *module = mrb->module_class;

  for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
    mrb_define_private_method(mrb, kernel, functions[i].name, kernel_function, MRB_ARGS_ANY());
  }
  mrb_define_method_id(mrb, module, MRB_SYM(autoload), module_autoload, MRB_ARGS_REQ(2));
  mrb_define_method_id(mrb, module, MRB_SYM_Q(autoload), module_autoload_p, MRB_ARGS_ARG(1, 1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(autoload), kernel_autoload, MRB_ARGS_REQ(2));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM_Q(autoload), kernel_autoload_p, MRB_ARGS_ARG(1, 1));
}
