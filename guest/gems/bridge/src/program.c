/* Compiles a source text and runs it. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako.h>
#include <kobako_compiler.h>
#include <kobako_library.h>
#include "guarded.h"

struct program {
  const char *file;
  uint16_t line;
  const char *source;
  size_t len;
};

static mrb_value
compiled(mrb_state *mrb, const struct program *program)
{
  struct kobako_source source = {
    { program->source, program->len }, { program->file, strlen(program->file) }, { NULL, 0 }, program->line
  };
  return mrb_obj_value(kobako_compile_source(mrb, &source, NULL, NULL));
}

static mrb_value
keep_compiled(mrb_state *mrb, void *p)
{
  mrb_value compiled_program = compiled(mrb, (const struct program *)p);

  mrb_gc_register(mrb, compiled_program);
  mrb->program = mrb_proc_ptr(compiled_program)->body.irep;
  return compiled_program;
}

mrb_bool
kobako_compile(mrb_state *mrb, const char *file, uint16_t line, const char *source, size_t len, mrb_value *out)
{
  struct program program = { file, line, source, len };
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, keep_compiled, &program, &error);
  return !error;
}

static mrb_value
run_compiled(mrb_state *mrb, void *p)
{
  mrb_value compiled = *(const mrb_value *)p;

  /* From here on its frame keeps it. */
  mrb_gc_unregister(mrb, compiled);
  return kobako_run_at_top(mrb, mrb_proc_ptr(compiled));
}

mrb_bool
kobako_run(mrb_state *mrb, const mrb_value *program, mrb_value *out)
{
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, run_compiled, (void *)program, &error);
  return !error;
}

struct end {
  mrb_value kept; /* what the program gave or raised */
  mrb_bool well;
};

static mrb_value
leave(mrb_state *mrb, void *p)
{
  const struct end *end = (const struct end *)p;
  mrb_value error = end->well ? mrb_nil_value() : end->kept;

  mrb_gc_protect(mrb, end->kept);
  return mrb_funcall_argv(mrb, mrb_obj_value(mrb->kernel_module), MRB_SYM(__leave), 1, &error);
}

mrb_bool
kobako_leave(mrb_state *mrb, mrb_bool well, mrb_value *out)
{
  struct end end = { *out, well };
  mrb_value last;

  if (mrb_nil_p(mrb_iv_get(mrb, mrb_obj_value(mrb->kernel_module), MRB_IVSYM(__exits)))) return well;
  if (kobako_guarded(mrb, leave, &end, &last) && mrb_nil_p(last)) return well;
  *out = last;
  return FALSE;
}

struct bytecode {
  const uint8_t *code;
  size_t len;
  mrb_bool loaded;
};

static mrb_value
run_bytecode(mrb_state *mrb, void *p)
{
  struct bytecode *bytecode = (struct bytecode *)p;
  struct RProc *proc = kobako_load_bytecode(mrb, bytecode->code, bytecode->len);

  if (!proc) return mrb_nil_value();
  bytecode->loaded = TRUE;
  return kobako_run_at_top(mrb, proc);
}

enum kobako_loaded
kobako_run_bytecode(mrb_state *mrb, const uint8_t *code, size_t len, mrb_value *out)
{
  struct bytecode bytecode = { code, len, FALSE };
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, run_bytecode, &bytecode, &error);
  if (error) return KOBAKO_RAISED;
  return bytecode.loaded ? KOBAKO_RAN : KOBAKO_NOT_BYTECODE;
}

static mrb_value
name_program(mrb_state *mrb, void *file)
{
  mrb_gv_set(mrb, mrb_intern_lit(mrb, "$0"), mrb_str_new_cstr(mrb, (const char *)file));
  return mrb_nil_value();
}

mrb_bool
kobako_name_program(mrb_state *mrb, const char *file, mrb_value *out)
{
  return kobako_guarded(mrb, name_program, (void *)file, out);
}

static mrb_value
add_library(mrb_state *mrb, void *p)
{
  const struct program *program = (const struct program *)p;
  mrb_value proc = compiled(mrb, program);

  kobako_add_library(mrb, mrb_str_new_cstr(mrb, program->file), mrb_proc_ptr(proc));
  return mrb_nil_value();
}

mrb_bool
kobako_define_library(mrb_state *mrb, const char *file, const char *source, size_t len, mrb_value *out)
{
  struct program program = { file, 1, source, len };
  return kobako_guarded(mrb, add_library, &program, out);
}

static mrb_value
require_ahead(mrb_state *mrb, void *p)
{
  const struct kobako_text *feature = (const struct kobako_text *)p;

  return mrb_bool_value(kobako_load_ahead(mrb, mrb_str_new(mrb, feature->bytes, (mrb_int)feature->len)));
}

mrb_bool
kobako_require_ahead(mrb_state *mrb, const char *feature, size_t len)
{
  struct kobako_text name = { feature, len };
  mrb_value loaded;

  return kobako_guarded(mrb, require_ahead, &name, &loaded) && mrb_true_p(loaded);
}

/* What fails is left to whoever needs it. */
static void
read_piece(mrb_state *mrb, mrb_protect_error_func *read, const char *name, size_t len)
{
  struct kobako_text text = { name, len };
  mrb_value nothing;

  kobako_guarded(mrb, read, &text, &nothing);
}

static mrb_value
read_feature(mrb_state *mrb, void *p)
{
  const struct kobako_text *feature = (const struct kobako_text *)p;

  kobako_read_parts(mrb, mrb_str_new(mrb, feature->bytes, (mrb_int)feature->len));
  return mrb_nil_value();
}

void
kobako_read_feature(mrb_state *mrb, const char *feature, size_t len)
{
  read_piece(mrb, read_feature, feature, len);
}

static mrb_value
read_group(mrb_state *mrb, void *group)
{
  kobako_read_methods_of(mrb, (const struct kobako_text *)group);
  return mrb_nil_value();
}

void
kobako_read_group(mrb_state *mrb, const char *group, size_t len)
{
  read_piece(mrb, read_group, group, len);
}
