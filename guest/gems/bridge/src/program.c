/* Compiles a source text and runs it. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/compile.h>
#include <mruby/error.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <kobako.h>
#include "excerpt.h"

struct program {
  const char *file;
  uint16_t line;
  const char *source;
  size_t len;
  mrb_ccontext *context;
  struct mrb_parser_state *parser;
};

static mrb_noreturn void
raise_syntax_error(mrb_state *mrb, struct program *program)
{
  struct mrb_parser_state *parser = program->parser;
  mrb_value text = mrb_str_new(mrb, NULL, 0);
  size_t kept = sizeof(parser->error_buffer) / sizeof(parser->error_buffer[0]);

  for (size_t i = 0; i < parser->nerr && i < kept && parser->error_buffer[i].message; i++) {
    struct mrb_parser_message *error = &parser->error_buffer[i];
    if (i > 0) mrb_str_cat_lit(mrb, text, "\n");
    mrb_str_cat_str(mrb, text, mrb_format(mrb, "%s:%d: %s", program->file, (int)error->lineno, error->message));
    if (i == 0) {
      struct kobako_place place = { program->source, program->len, program->line };
      kobako_cat_excerpt(mrb, text, &place, error->lineno, error->column, error->message);
    }
  }
  if (RSTRING_LEN(text) == 0) {
    text = mrb_format(mrb, "%s: the program cannot be compiled (split it up)", program->file);
  }
  mrb_exc_raise(mrb, mrb_exc_new_str(mrb, mrb_exc_get_id(mrb, MRB_ERROR_SYM(SyntaxError)), text));
}

static mrb_value
compile(mrb_state *mrb, void *p)
{
  struct program *program = (struct program *)p;
  struct RProc *proc;

  program->context = mrb_ccontext_new(mrb);
  program->context->capture_errors = TRUE;
  program->parser = mrb_parser_new(mrb);
  if (!program->parser) mrb_raise(mrb, mrb->nomem_err->c, "no memory for the parser");
  program->parser->s = program->source;
  program->parser->send = program->source + program->len;
  mrb_parser_set_filename(program->parser, program->file);
  program->parser->lineno = program->line;
  mrb_parser_parse(program->parser, program->context);
  if (mrb->exc) mrb_exc_raise(mrb, mrb_obj_value(mrb->exc));
  if (!program->parser->tree || program->parser->nerr > 0) raise_syntax_error(mrb, program);
  proc = mrb_generate_code(mrb, program->parser);
  if (!proc) {
    if (mrb->exc) mrb_exc_raise(mrb, mrb_obj_value(mrb->exc));
    raise_syntax_error(mrb, program);
  }
  return mrb_obj_value(proc);
}

static mrb_value
run_proc(mrb_state *mrb, struct RProc *proc)
{
  MRB_PROC_SET_TARGET_CLASS(proc, mrb->object_class);
  mrb_vm_ci_target_class_set(mrb->c->ci, mrb->object_class);
  mrb->c->ci->match = NULL;
  mrb_value value = mrb_top_run(mrb, proc, mrb_top_self(mrb), 0);
  if (mrb->exc) mrb_exc_raise(mrb, mrb_obj_value(mrb->exc));
  return value;
}

static mrb_value
keep_compiled(mrb_state *mrb, void *p)
{
  struct program *program = (struct program *)p;
  mrb_bool error = FALSE;
  mrb_value compiled = mrb_protect_error(mrb, compile, program, &error);

  if (program->parser) mrb_parser_free(program->parser);
  if (program->context) mrb_ccontext_free(mrb, program->context);
  if (error) mrb_exc_raise(mrb, compiled);

  mrb_gc_register(mrb, compiled);
  return compiled;
}

mrb_bool
kobako_compile(mrb_state *mrb, const char *file, uint16_t line, const char *source, size_t len, mrb_value *out)
{
  struct program program = { file, line, source, len, NULL, NULL };
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
  return run_proc(mrb, mrb_proc_ptr(compiled));
}

mrb_bool
kobako_run(mrb_state *mrb, const mrb_value *program, mrb_value *out)
{
  mrb_bool error = FALSE;

  *out = mrb_protect_error(mrb, run_compiled, (void *)program, &error);
  return !error;
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
  mrb_ccontext load_only = { .no_exec = TRUE };
  mrb_value proc = mrb_load_irep_buf_cxt(mrb, bytecode->code, bytecode->len, &load_only);

  mrb->exc = NULL;
  if (!mrb_proc_p(proc)) return mrb_nil_value();
  bytecode->loaded = TRUE;
  return run_proc(mrb, mrb_proc_ptr(proc));
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
