/* require. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_library.h>
#include <kobako_patterns.h>
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

static mrb_value
run(mrb_state *mrb, void *proc)
{
  return kobako_run_at_top(mrb, (struct RProc *)proc);
}

/* A feature counts as loaded while it runs, so that two may require each other. Of the patterns of the standard library,
   which compile, a script uses few. */
static void
load(mrb_state *mrb, mrb_value name, struct RProc *proc, mrb_bool standard)
{
  mrb_bool raised = FALSE, deferred = kobako_defer_patterns(standard);
  mrb_value value = mrb_protect_error(mrb, run, proc, &raised);

  kobako_defer_patterns(deferred);
  if (!raised) {
    kobako_note_classes(mrb, name);
    return;
  }
  mrb_hash_delete_key(mrb, loaded(mrb), name);
  mrb_exc_raise(mrb, value);
}

/* The procs of features of the standard library that were read with others. */
static mrb_value
parts(mrb_state *mrb)
{
  return table(mrb, MRB_SYM(parts));
}

static void
add_part(mrb_state *mrb, mrb_value name, const mrb_irep *irep)
{
  struct RProc *proc = mrb_proc_new(mrb, irep);

  proc->c = NULL;
  proc->upper = NULL;
  mrb_hash_set(mrb, parts(mrb), name, mrb_obj_value(proc));
}

/* Takes all features of a piece. */
static void
add_parts(mrb_state *mrb, const struct kobako_text *code, const struct kobako_text *features)
{
  mrb_value names = mrb_str_new(mrb, features->bytes, (mrb_int)features->len);
  const mrb_irep *piece = kobako_load_own(mrb, code, kobako_library->release)->body.irep;
  const char *from = RSTRING_PTR(names), *end = from + RSTRING_LEN(names);

  for (int i = 0; i < piece->rlen && from < end; i++) {
    const char *to = (const char *)memchr(from, '\t', end - from);
    if (!to) to = end;
    add_part(mrb, mrb_str_new(mrb, from, to - from), piece->reps[i]);
    from = to + 1;
  }
}

void
kobako_read_parts(mrb_state *mrb, mrb_value name)
{
  struct kobako_text feature = text_of(name), code, features;

  if (mrb_hash_key_p(mrb, parts(mrb), name) || mrb_hash_key_p(mrb, loaded(mrb), name)) return;
  if (kobako_library->find(&feature, &code, &features) == KOBAKO_BYTECODE) add_parts(mrb, &code, &features);
}

/* What `require` takes of the standard library, and its proc if it has code; FALSE if there is no such feature. */
static mrb_bool
find(mrb_state *mrb, mrb_value name, struct RProc **proc)
{
  struct kobako_text feature = text_of(name), code, features;
  mrb_value part = mrb_hash_get(mrb, parts(mrb), name);

  *proc = NULL;
  if (!mrb_proc_p(part)) {
    enum kobako_feature found = kobako_library->find(&feature, &code, &features);
    if (found != KOBAKO_BYTECODE) return found == KOBAKO_BUILT_IN;
    add_parts(mrb, &code, &features);
    part = mrb_hash_get(mrb, parts(mrb), name);
  }
  mrb_hash_delete_key(mrb, parts(mrb), name);
  *proc = mrb_proc_ptr(part);
  mrb_gc_protect(mrb, part);
  return TRUE;
}

/* FALSE if it was loaded before. */
static mrb_bool
require(mrb_state *mrb, mrb_value name)
{
  mrb_value own = mrb_hash_get(mrb, libraries(mrb), name);
  mrb_value before = mrb_hash_fetch(mrb, loaded(mrb), name, mrb_nil_value());
  struct RProc *proc = NULL;

  if (mrb_true_p(before)) return FALSE;
  if (mrb_proc_p(own)) proc = mrb_proc_ptr(own);
  else if (!mrb_false_p(before) && !find(mrb, name, &proc)) raise_absence(mrb, name);
  mrb_hash_set(mrb, loaded(mrb), name, mrb_true_value());
  if (proc) load(mrb, name, proc, !mrb_proc_p(own));
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
  struct RProc *proc;

  if (!mrb_func_basic_p(mrb, mrb_top_self(mrb), MRB_SYM(require), kernel_require)) return FALSE;
  if (mrb_hash_key_p(mrb, libraries(mrb), name)) return FALSE;
  if (mrb_hash_key_p(mrb, loaded(mrb), name)) return TRUE;
  if (!find(mrb, name, &proc)) return FALSE;
  mrb_hash_set(mrb, loaded(mrb), name, mrb_true_value());
  if (proc) load(mrb, name, proc, TRUE);
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
  mrb_define_module_function_id(mrb, kernel, MRB_SYM(require_relative), kernel_load, MRB_ARGS_REQ(1));
  mrb_define_module_function_id(mrb, kernel, MRB_SYM(load), kernel_load, MRB_ARGS_ARG(1, 1));
  kobako_init_autoload(mrb);
}

void
mrb_kobako_library_gem_final(mrb_state *mrb)
{
}
