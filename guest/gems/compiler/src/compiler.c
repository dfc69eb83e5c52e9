/* Hands sources to the compiler, and loads what it makes of them. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/compile.h>
#include <mruby/error.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_compiler.h>
#include <kobako_warning.h>

static const struct kobako_compiler *compiler;

void
kobako_use_compiler(const struct kobako_compiler *table)
{
  compiler = table;
}

/* The register of the block that a method is given, 0 of what is no method. */
static int
block_register(const struct RProc *proc)
{
  const mrb_irep *irep = proc->body.irep;

  if (!MRB_PROC_SCOPE_P(proc) || irep->ilen < 4 || irep->iseq[0] != OP_ENTER) return 0;
  mrb_aspec a = PEEK_W(irep->iseq + 1);
  mrb_bool keywords = MRB_ASPEC_KEY(a) > 0 || MRB_ASPEC_KDICT(a);
  return MRB_ASPEC_REQ(a) + MRB_ASPEC_OPT(a) + MRB_ASPEC_REST(a) + MRB_ASPEC_POST(a) + keywords + 1;
}

static void
add_scope(mrb_state *mrb, mrb_value text, const struct RProc *proc)
{
  const mrb_irep *irep = proc->body.irep;

  mrb_str_cat_str(mrb, text, mrb_format(mrb, "%d", block_register(proc)));
  for (int i = 0; i + 1 < irep->nlocals; i++) {
    mrb_str_cat_lit(mrb, text, "\n");
    if (irep->lv && irep->lv[i]) mrb_str_cat_str(mrb, text, mrb_sym_str(mrb, irep->lv[i]));
  }
  mrb_str_cat(mrb, text, "\0", 1);
}

static mrb_value
scopes_around(mrb_state *mrb, const struct RProc *proc)
{
  mrb_value text = mrb_str_new(mrb, NULL, 0);

  for (; proc && !MRB_PROC_CFUNC_P(proc) && proc->body.irep; proc = proc->upper) {
    add_scope(mrb, text, proc);
    if (MRB_PROC_SCOPE_P(proc)) break;
  }
  return text;
}

/* Of the gem for regular expressions: the message of the error in a literal, NULL if there is none. */
const char *kobako_literal_error(mrb_state *mrb, const char *source, size_t len, const char *flags,
                                 const char *encoding);

static mrb_state *state;

void
kobako_compile_for(mrb_state *mrb)
{
  state = mrb;
}

struct literal {
  const char *source;
  size_t len;
  char options[4], encoding[2];
};

static mrb_value
literal_error(mrb_state *mrb, void *p)
{
  const struct literal *literal = (const struct literal *)p;
  const char *message = kobako_literal_error(mrb, literal->source, literal->len, literal->options, literal->encoding);

  return message ? mrb_str_new_cstr(mrb, message) : mrb_nil_value();
}

mrb_bool
kobako_regexp_error(const char *source, size_t len, const char *flags, size_t count, struct kobako_text *error)
{
  static char kept[256];
  struct literal literal = { source, len, "", "" };
  size_t options = 0;
  mrb_bool raised = FALSE;

  for (; count > 0; count--, flags++) {
    if (*flags == 'n' || *flags == 'u') literal.encoding[0] = *flags;
    else if (options < sizeof(literal.options) - 1) literal.options[options++] = *flags;
  }
  mrb_value message = mrb_protect_error(state, literal_error, &literal, &raised);
  if (raised || !mrb_string_p(message)) return FALSE;

  size_t size = RSTRING_LEN(message) < (mrb_int)sizeof(kept) ? (size_t)RSTRING_LEN(message) : sizeof(kept);
  memcpy(kept, RSTRING_PTR(message), size);
  error->bytes = kept;
  error->len = size;
  return TRUE;
}

static mrb_noreturn void
raise_syntax_error(mrb_state *mrb, const struct kobako_compiled *failed)
{
  mrb_value text = mrb_str_new(mrb, failed->code.bytes, failed->code.len),
            problems = mrb_str_new(mrb, failed->problems.bytes, failed->problems.len);

  compiler->release();
  mrb_value exc = mrb_exc_new_str(mrb, mrb_exc_get_id(mrb, MRB_ERROR_SYM(SyntaxError)), text);
  mrb_iv_set(mrb, exc, MRB_SYM(problems), problems); /* without an @, so out of a script's reach */
  mrb_exc_raise(mrb, exc);
}

mrb_bool
kobako_problems(mrb_state *mrb, const mrb_value *exc, mrb_value *out)
{
  if (mrb_type(*exc) != MRB_TT_EXCEPTION) return FALSE;
  *out = mrb_iv_get(mrb, *exc, MRB_SYM(problems));
  return mrb_string_p(*out);
}

/* A compilation nests by the limits of parser and compiler, for which so much of the C stack must not be in use. */
#define STACK_MAX (MRB_C_STACK_MAX / 2)

static void
check_stack(mrb_state *mrb)
{
#ifdef MRB_C_STACK_MAX
  extern const char stack_high __asm__("__stack_high");
  char here;

  if ((uintptr_t)&stack_high - (uintptr_t)&here > STACK_MAX) mrb_exc_raise(mrb, mrb_obj_value(mrb->stack_err));
#endif
}

/* Takes the texts out of the compiler's memory, which what is called may use again. */
static void
warn(mrb_state *mrb, const struct kobako_source *source, mrb_value texts)
{
  const char *from = RSTRING_PTR(texts), *end = from + RSTRING_LEN(texts);

  while (from < end) {
    size_t len = strlen(from);
    mrb_value text = mrb_str_new(mrb, source->file.bytes, source->file.len);
    kobako_warn(mrb, mrb_str_cat(mrb, text, from, len));
    from += len + 1;
  }
}

struct RProc *
kobako_load_bytecode(mrb_state *mrb, const void *code, size_t len)
{
  mrb_ccontext load_only = { .no_exec = TRUE };
  mrb_value proc = mrb_load_irep_buf_cxt(mrb, code, len, &load_only);

  mrb->exc = NULL;
  return mrb_proc_p(proc) ? mrb_proc_ptr(proc) : NULL;
}

struct RProc *
kobako_load_own(mrb_state *mrb, const struct kobako_text *code, void (*release)(void))
{
  struct RProc *proc = kobako_load_bytecode(mrb, code->bytes, code->len);

  release();
  if (!proc) mrb_raise(mrb, E_SCRIPT_ERROR, "irep load error");
  return proc;
}

struct RProc *
kobako_compile_source(mrb_state *mrb, struct kobako_source *source, const struct RProc *scope, mrb_value *locals)
{
  struct kobako_compiled compiled;
  mrb_value scopes = scopes_around(mrb, scope);

  check_stack(mrb);
  source->scopes.bytes = RSTRING_PTR(scopes);
  source->scopes.len = RSTRING_LEN(scopes);
  source->verbosity = source->warned ? 0 : kobako_verbosity(mrb);
  if (!compiler->compile(source, &compiled)) raise_syntax_error(mrb, &compiled);

  mrb_value warnings = mrb_nil_value();
  if (locals) *locals = mrb_str_new(mrb, compiled.locals.bytes, compiled.locals.len);
  if (compiled.warnings.len > 0) warnings = mrb_str_new(mrb, compiled.warnings.bytes, compiled.warnings.len);
  struct RProc *proc = kobako_load_own(mrb, &compiled.code, compiler->release);
  proc->c = NULL;
  proc->upper = scope;
  if (scope) mrb_field_write_barrier(mrb, (struct RBasic *)proc, (struct RBasic *)scope);
  source->warned = TRUE;
  if (!mrb_nil_p(warnings)) warn(mrb, source, warnings);
  return proc;
}

mrb_value
kobako_run_at_top(mrb_state *mrb, struct RProc *proc)
{
  mrb_callinfo *ci = mrb->c->ci;

  MRB_PROC_SET_TARGET_CLASS(proc, mrb->object_class);
  if (ci == mrb->c->cibase) {
    mrb_vm_ci_target_class_set(ci, mrb->object_class);
    ci->match = NULL;
  }
  mrb_value value = mrb_top_run(mrb, proc, mrb_top_self(mrb), 0);
  if (mrb->exc) mrb_exc_raise(mrb, mrb_obj_value(mrb->exc));
  return value;
}
