/* require. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/compile.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_library.h>
#include "library.h"

static struct kobako_text
text_of(mrb_value string)
{
  struct kobako_text text = { RSTRING_PTR(string), (size_t)RSTRING_LEN(string) };
  return text;
}

/* A Hash that belongs to this file: a name without a $ or an @ is out of a script's reach. */
static mrb_value
table(mrb_state *mrb, mrb_sym name)
{
  mrb_value kernel = mrb_obj_value(mrb->kernel_module), hash = mrb_iv_get(mrb, kernel, name);

  if (!mrb_hash_p(hash)) {
    hash = mrb_hash_new(mrb);
    mrb_iv_set(mrb, kernel, name, hash);
  }
  return hash;
}

/* The features that were required: true, or false for one that was loaded ahead. */
static mrb_value
loaded(mrb_state *mrb)
{
  return table(mrb, MRB_SYM(features));
}

/* The procs of the host's features. */
static mrb_value
libraries(mrb_state *mrb)
{
  return table(mrb, MRB_SYM(libraries));
}

static mrb_noreturn void
raise_load_error(mrb_state *mrb, mrb_value name, mrb_value why)
{
  mrb_value text = mrb_format(mrb, "cannot load such file -- %v: %v", name, why);
  mrb_value exc = mrb_exc_new_str(mrb, mrb_exc_get_id(mrb, MRB_SYM(LoadError)), text);

  mrb_iv_set(mrb, exc, MRB_IVSYM(path), name);
  mrb_exc_raise(mrb, exc);
}

static mrb_noreturn void
raise_absence(mrb_state *mrb, mrb_value name)
{
  mrb_value names = mrb_hash_keys(mrb, libraries(mrb)), others = mrb_str_new(mrb, NULL, 0);
  struct kobako_text feature = text_of(name), text;

  for (mrb_int i = 0; i < RARRAY_LEN(names); i++) {
    mrb_str_cat_str(mrb, others, RARRAY_PTR(names)[i]);
    mrb_str_cat_lit(mrb, others, "\n");
  }
  struct kobako_text given = text_of(others);
  kobako_library->absence(&feature, &given, &text);
  mrb_value why = mrb_str_new(mrb, text.bytes, (mrb_int)text.len);
  kobako_library->release();
  raise_load_error(mrb, name, why);
}

static struct RProc *
proc_of(mrb_state *mrb, const struct kobako_text *code)
{
  mrb_ccontext load_only = { .no_exec = TRUE };
  mrb_value proc = mrb_load_irep_buf_cxt(mrb, code->bytes, code->len, &load_only);

  kobako_library->release();
  if (mrb->exc) mrb_exc_raise(mrb, mrb_obj_value(mrb->exc));
  return mrb_proc_ptr(proc);
}

static mrb_value
run(mrb_state *mrb, void *proc)
{
  return kobako_run_at_top(mrb, (struct RProc *)proc);
}

/* A feature counts as loaded while it runs, so that two may require each other. */
static void
load(mrb_state *mrb, mrb_value name, struct RProc *proc)
{
  mrb_bool raised = FALSE;
  mrb_value value = mrb_protect_error(mrb, run, proc, &raised);

  if (!raised) {
    kobako_note_classes(mrb, name);
    return;
  }
  mrb_hash_delete_key(mrb, loaded(mrb), name);
  mrb_exc_raise(mrb, value);
}

/* FALSE if it was loaded before. */
static mrb_bool
require(mrb_state *mrb, mrb_value name)
{
  mrb_value own = mrb_hash_get(mrb, libraries(mrb), name);
  mrb_value before = mrb_hash_fetch(mrb, loaded(mrb), name, mrb_nil_value());
  struct kobako_text feature = text_of(name), code = { NULL, 0 };
  struct RProc *proc = NULL;

  if (mrb_true_p(before)) return FALSE;
  if (mrb_false_p(before)) {
    /* ahead */
  }
  else if (mrb_proc_p(own)) {
    proc = mrb_proc_ptr(own);
  }
  else {
    switch (kobako_library->find(&feature, &code)) {
    case KOBAKO_NO_FEATURE:
      raise_absence(mrb, name);
    case KOBAKO_BUILT_IN:
      break;
    case KOBAKO_BYTECODE:
      proc = proc_of(mrb, &code);
    }
  }
  mrb_hash_set(mrb, loaded(mrb), name, mrb_true_value());
  if (proc) load(mrb, name, proc);
  return TRUE;
}

struct RClass *
kobako_load_class(mrb_state *mrb, enum kobako_class which)
{
  const char *feature = kobako_feature_of_class(which);

  if (kobako_loaded_class(which)) return kobako_loaded_class(which);
  mrb_value name = mrb_str_new_cstr(mrb, feature);
  require(mrb, name);
  if (!kobako_loaded_class(which)) raise_load_error(mrb, name, mrb_str_new_lit(mrb, "it defines no class of values"));
  return kobako_loaded_class(which);
}

void
kobako_add_library(mrb_state *mrb, mrb_value file, struct RProc *proc)
{
  mrb_hash_set(mrb, libraries(mrb), kobako_feature_name(mrb, file), mrb_obj_value(proc));
}

static mrb_value
kernel_require(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(require(mrb, kobako_feature_name(mrb, mrb_get_arg1(mrb))));
}

mrb_bool
kobako_load_ahead(mrb_state *mrb, mrb_value name)
{
  struct kobako_text feature = text_of(name), code;

  if (!mrb_func_basic_p(mrb, mrb_top_self(mrb), MRB_SYM(require), kernel_require)) return FALSE;
  if (mrb_hash_key_p(mrb, libraries(mrb), name)) return FALSE;
  if (mrb_hash_key_p(mrb, loaded(mrb), name)) return TRUE;
  switch (kobako_library->find(&feature, &code)) {
  case KOBAKO_NO_FEATURE:
    return FALSE;
  case KOBAKO_BUILT_IN:
    return TRUE;
  case KOBAKO_BYTECODE:
    break;
  }
  struct RProc *proc = proc_of(mrb, &code);
  mrb_hash_set(mrb, loaded(mrb), name, mrb_true_value());
  load(mrb, name, proc);
  mrb_hash_set(mrb, loaded(mrb), name, mrb_false_value());
  return TRUE;
}

static mrb_value
kernel_load(mrb_state *mrb, mrb_value self)
{
  mrb_value why = mrb_str_new_lit(mrb, "a sandbox has no files (preload the code as a snippet, or give it a library)");

  raise_load_error(mrb, mrb_get_arg1(mrb), why);
}

static mrb_value
load_error_path(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, MRB_IVSYM(path));
}

void
mrb_kobako_library_gem_init(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module;
  struct RClass *error = mrb_define_class_id(mrb, MRB_SYM(LoadError), mrb_exc_get_id(mrb, MRB_SYM(ScriptError)));

  mrb_define_method_id(mrb, error, MRB_SYM(path), load_error_path, MRB_ARGS_NONE());
  mrb_define_module_function_id(mrb, kernel, MRB_SYM(require), kernel_require, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(require_relative), kernel_load, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(load), kernel_load, MRB_ARGS_ARG(1, 1));
  kobako_init_autoload(mrb);
}

void
mrb_kobako_library_gem_final(mrb_state *mrb)
{
}
