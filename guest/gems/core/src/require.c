/* require of what is there, and clear refusals of files and processes. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "core.h"

static mrb_noreturn void
raise_load_error(mrb_state *mrb, mrb_value name, const char *hint)
{
  mrb_value text = mrb_format(mrb, "cannot load such file -- %v: %s", name, hint);
  mrb_value exc = mrb_exc_new_str(mrb, mrb_exc_get_id(mrb, MRB_SYM(LoadError)), text);

  mrb_iv_set(mrb, exc, MRB_IVSYM(path), name);
  mrb_exc_raise(mrb, exc);
}

/* What a program may require: it is there already. */
static const char *const features[] = { "json",  "set",        "stringio", "time",    "pp",
                                        "fiber", "enumerator", "rational", "complex", "securerandom" };

/* Answers true the first time, as if it loaded something. */
static mrb_value
f_require(mrb_state *mrb, mrb_value self)
{
  mrb_value name = mrb_ensure_string_type(mrb, mrb_get_arg1(mrb)), kernel = mrb_obj_value(mrb->kernel_module);
  mrb_value known = mrb_str_new(mrb, NULL, 0);

  for (size_t i = 0; i < sizeof(features) / sizeof(features[0]); i++) {
    size_t len = strlen(features[i]);
    if ((size_t)RSTRING_LEN(name) == len && memcmp(RSTRING_PTR(name), features[i], len) == 0) {
      /* A name without a $ or an @ is out of a script's reach. */
      mrb_value required = mrb_iv_get(mrb, kernel, MRB_SYM(features));
      mrb_int bits = mrb_integer_p(required) ? mrb_integer(required) : 0;
      mrb_int bit = (mrb_int)1 << i;
      mrb_iv_set(mrb, kernel, MRB_SYM(features), mrb_fixnum_value(bits | bit));
      return mrb_bool_value((bits & bit) == 0);
    }
    if (i > 0) mrb_str_cat_lit(mrb, known, ", ");
    mrb_str_cat(mrb, known, features[i], len);
  }
  raise_load_error(mrb, name,
                   RSTRING_CSTR(mrb, mrb_format(mrb, "a sandbox has no files and no gems; it has %v", known)));
}

static mrb_value
f_load(mrb_state *mrb, mrb_value self)
{
  raise_load_error(mrb, mrb_get_arg1(mrb), "a sandbox has no files (preload the code as a snippet)");
}

static mrb_value
f_backquote(mrb_state *mrb, mrb_value self)
{
  mrb_raise(mrb, E_NOTIMP_ERROR,
            "backquotes not implemented: a sandbox has no processes (bind a service that does the work)");
}

static mrb_value
load_error_path(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, MRB_IVSYM(path));
}

void
kobako_init_require(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;
  struct RClass *load = mrb_define_class_id(mrb, MRB_SYM(LoadError), mrb_exc_get_id(mrb, MRB_SYM(ScriptError)));

  mrb_define_method_id(mrb, load, MRB_SYM(path), load_error_path, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(require), f_require, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(require_relative), f_load, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(load), f_load, MRB_ARGS_ARG(1, 1));
  mrb_define_private_method_id(mrb, kernel, MRB_OPSYM(tick), f_backquote, MRB_ARGS_REQ(1));
}
