/* eval, instance_eval and class_eval of a text, and that of a Binding. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/debug.h>
#include <mruby/error.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <mruby/internal.h> /* by what is included before it */
#include <kobako_compiler.h>

/* Of mruby-binding. */
mrb_bool mrb_binding_p(mrb_state *mrb, mrb_value binding);
const struct RProc *mrb_binding_extract_proc(mrb_state *mrb, mrb_value binding);
struct REnv *mrb_binding_extract_env(mrb_state *mrb, mrb_value binding);
mrb_value mrb_binding_new(mrb_state *mrb, const struct RProc *proc, mrb_value self, struct REnv *env);

struct text {
  const char *bytes;
  mrb_int len;
  const char *file;
  mrb_int line;
};

static mrb_callinfo *
caller_of(mrb_state *mrb)
{
  struct mrb_context *c = mrb->c;
  return c->ci > c->cibase ? c->ci - 1 : c->cibase;
}

/* What the file of a text is called that has no name: after the place that evaluates it. */
static const char *
unnamed_file(mrb_state *mrb)
{
  const mrb_callinfo *ci = caller_of(mrb);
  const struct RProc *proc = ci->proc;
  const char *file;
  int32_t line;

  if (!proc || MRB_PROC_CFUNC_P(proc) || MRB_PROC_ALIAS_P(proc)) return "(eval)";
  const mrb_irep *irep = proc->body.irep;
  if (!mrb_debug_get_position(mrb, irep, (uint32_t)(ci->pc - irep->iseq) - 1, &line, &file)) return "(eval)";
  return RSTRING_CSTR(mrb, mrb_format(mrb, "(eval at %s:%d)", file, line));
}

static struct kobako_source
source_of(mrb_state *mrb, const struct text *text)
{
  const char *file = text->file ? text->file : unnamed_file(mrb);
  struct kobako_source source = {
    { text->bytes, (size_t)text->len }, { file, strlen(file) }, { NULL, 0 }, (int32_t)text->line
  };
  return source;
}

/* The environment of a frame, which has one from then on. */
static struct REnv *
environment(mrb_state *mrb, struct mrb_context *context, mrb_callinfo *ci, struct RClass **target)
{
  struct REnv *env = mrb_vm_ci_env(ci);

  if (env) return env;
  if (ci->u.target_class) *target = ci->u.target_class;
  env = mrb_env_new(mrb, context, ci, ci->proc->body.irep->nlocals, ci->stack, *target);
  ci->u.env = env;
  return env;
}

static void
enclose(mrb_state *mrb, struct RProc *proc, struct REnv *env)
{
  proc->e.env = env;
  proc->flags |= MRB_PROC_ENVSET;
  mrb_field_write_barrier(mrb, (struct RBasic *)proc, (struct RBasic *)env);
}

/* A text as a proc in the scope of the caller. */
static struct RProc *
compile_here(mrb_state *mrb, const struct text *text)
{
  const struct RProc *scope = caller_of(mrb)->proc;
  struct kobako_source source = source_of(mrb, text);
  struct RClass *target = scope ? MRB_PROC_TARGET_CLASS(scope) : NULL;
  mrb_bool ruby = scope && !MRB_PROC_CFUNC_P(scope);
  struct RProc *proc = kobako_compile_source(mrb, &source, ruby ? scope : NULL, NULL);

  if (ruby) {
    struct REnv *env = environment(mrb, mrb->c, caller_of(mrb), &target);
    if (env->c) target = env->c;
    enclose(mrb, proc, env);
  }
  proc->upper = scope;
  mrb_vm_ci_target_class_set(mrb->c->ci, target);
  return proc;
}

/* New locals of a text become locals of the binding. */
static mrb_bool
keep_locals(mrb_state *mrb, mrb_value binding, mrb_value names)
{
  const char *from = RSTRING_PTR(names), *end = from + RSTRING_LEN(names);
  mrb_irep *irep = (mrb_irep *)mrb_binding_extract_proc(mrb, binding)->body.irep;
  struct REnv *env = mrb_binding_extract_env(mrb, binding);

  if (from == end) return FALSE;
  while (from < end) {
    const char *to = (const char *)memchr(from, '\n', end - from);
    if (!to) to = end;
    mrb_sym name = mrb_intern(mrb, from, to - from);
    mrb_proc_merge_lvar(mrb, irep, env, 1, &name, NULL);
    from = to + 1;
  }
  return TRUE;
}

static struct RProc *
compile_within(mrb_state *mrb, const struct text *text, mrb_value binding)
{
  mrb_value names;
  const struct RProc *scope = mrb_binding_extract_proc(mrb, binding);
  struct kobako_source source = source_of(mrb, text);
  struct RProc *proc = kobako_compile_source(mrb, &source, scope, &names);

  if (keep_locals(mrb, binding, names)) proc = kobako_compile_source(mrb, &source, scope, NULL);
  enclose(mrb, proc, mrb_binding_extract_env(mrb, binding));
  mrb_vm_ci_target_class_set(mrb->c->ci, MRB_PROC_TARGET_CLASS(scope));
  return proc;
}

/* Runs a proc in the frame of the method that was called. */
static mrb_value
run(mrb_state *mrb, mrb_value self, struct RProc *proc)
{
  mrb_callinfo *ci = mrb->c->ci;

  proc->flags |= MRB_PROC_TEXT;
  ci->n = 0;
  ci->nk = 0;
  MRB_CI_SET_VISIBILITY_BREAK(ci);
  ci->stack[1] = mrb_nil_value();
  return mrb_exec_irep(mrb, self, proc);
}

static mrb_value
kernel_eval(mrb_state *mrb, mrb_value self)
{
  struct text text = { NULL, 0, NULL, 1 };
  mrb_value binding = mrb_nil_value();

  mrb_get_args(mrb, "s|ozi", &text.bytes, &text.len, &binding, &text.file, &text.line);
  if (mrb_nil_p(binding)) return run(mrb, self, compile_here(mrb, &text));
  if (!mrb_binding_p(mrb, binding)) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %C (expected binding)", mrb_obj_class(mrb, binding));
  }
  struct RProc *proc = compile_within(mrb, &text, binding);
  return run(mrb, mrb_iv_get(mrb, binding, MRB_SYM(recv)), proc);
}

/* A text that has the methods of a class and, if it is its `scope`, the constants and class variables. */
static mrb_value
eval_in_class(mrb_state *mrb, mrb_value self, struct RClass *klass, mrb_bool scope)
{
  struct text text = { NULL, 0, NULL, 1 };

  mrb_get_args(mrb, "s|zi", &text.bytes, &text.len, &text.file, &text.line);
  struct RProc *proc = compile_here(mrb, &text);
  proc->c = klass;
  mrb_field_write_barrier(mrb, (struct RBasic *)proc, (struct RBasic *)klass);
  if (scope) proc->flags |= MRB_PROC_EVAL_CLASS;
  mrb_vm_ci_target_class_set(mrb->c->ci, klass);
  return run(mrb, self, proc);
}

static mrb_value
instance_eval(mrb_state *mrb, mrb_value self)
{
  if (!mrb_block_given_p(mrb)) {
    struct RClass *klass = mrb_singleton_class_ptr(mrb, self);
    return eval_in_class(mrb, self, klass, klass && klass->tt == MRB_TT_SCLASS);
  }
  mrb_get_args(mrb, "");
  return mrb_obj_instance_eval(mrb, self);
}

static mrb_value
class_eval(mrb_state *mrb, mrb_value self)
{
  if (!mrb_block_given_p(mrb)) return eval_in_class(mrb, self, mrb_class_ptr(self), TRUE);
  mrb_get_args(mrb, "");
  return mrb_mod_module_eval(mrb, self);
}

/* binding.eval(text, file, line) is eval(text, binding, file, line) */
static mrb_value
binding_eval(mrb_state *mrb, mrb_value binding)
{
  struct text text = { NULL, 0, NULL, 1 };

  mrb_get_args(mrb, "s|zi", &text.bytes, &text.len, &text.file, &text.line);
  struct RProc *proc = compile_within(mrb, &text, binding);
  return run(mrb, mrb_iv_get(mrb, binding, MRB_SYM(recv)), proc);
}

/* The frame of the program, which a script wrote: not C, and not the image's own Ruby. */
static mrb_callinfo *
program_frame(mrb_state *mrb)
{
  struct mrb_context *context = mrb->root_c;

  for (mrb_callinfo *ci = context->cibase; ci <= context->ci; ci++) {
    const struct RProc *proc = ci->proc;
    if (proc && !MRB_PROC_CFUNC_P(proc) && !(proc->body.irep->flags & MRB_ISEQ_NO_FREE)) return ci;
  }
  mrb_raise(mrb, E_RUNTIME_ERROR, "no program runs");
}

/* __toplevel_binding: a Binding of the program that runs. */
static mrb_value
toplevel_binding(mrb_state *mrb, mrb_value self)
{
  mrb_callinfo *ci = program_frame(mrb);
  struct RClass *target = mrb->object_class;
  struct REnv *env = environment(mrb, mrb->root_c, ci, &target);
  mrb_value binding = mrb_binding_new(mrb, ci->proc, mrb_top_self(mrb), env);

  mrb_iv_set(mrb, binding, MRB_SYM(pc), mrb_nil_value());
  return binding;
}

void
mrb_kobako_compiler_gem_init(mrb_state *mrb)
{
  struct RClass *basic = mrb_class_get_id(mrb, MRB_SYM(BasicObject)),
                *binding = mrb_class_get_id(mrb, MRB_SYM(Binding));

  kobako_compile_for(mrb);
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__toplevel_binding), toplevel_binding, MRB_ARGS_NONE());
  mrb_define_module_function_id(mrb, mrb->kernel_module, MRB_SYM(eval), kernel_eval, MRB_ARGS_ARG(1, 3));
  mrb_define_method_id(mrb, basic, MRB_SYM(instance_eval), instance_eval, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, mrb->module_class, MRB_SYM(module_eval), class_eval, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, mrb->module_class, MRB_SYM(class_eval), class_eval, MRB_ARGS_ANY() | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, binding, MRB_SYM(eval), binding_eval, MRB_ARGS_ARG(1, 2));
}

void
mrb_kobako_compiler_gem_final(mrb_state *mrb)
{
}
