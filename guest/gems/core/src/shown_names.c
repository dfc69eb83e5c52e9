/* Which names of the core's methods are shown: none of a helper, and of an enumerator the name that was called. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <kobako_enumerable.h>
#include <kobako_replaced.h>
#include "core.h"

static const struct RProc *
without_alias(const struct RProc *proc)
{
  while (proc && MRB_PROC_ALIAS_P(proc)) proc = proc->upper;
  return proc;
}

const mrb_irep *
kobako_core_code(const struct RProc *proc)
{
  proc = without_alias(proc);
  if (!proc || MRB_PROC_CFUNC_P(proc) || !(proc->body.irep->flags & MRB_IREP_NO_FREE)) return NULL;
  return proc->body.irep;
}

static mrb_bool
helper_p(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  const char *text = mrb_sym_name_len(mrb, name, NULL);

  if (name > MRB_PRESYM_MAX || text[0] != '_' || text[1] != '_') return FALSE;
  if (name == MRB_SYM(__send__) || name == MRB_SYM(__id__) || name == MRB_SYM(__method__) ||
      name == MRB_SYM(__callee__) || name == MRB_SYM(__dir__))
    return FALSE;
  mrb_method_t method = mrb_vm_find_method(mrb, c, &c, name);
  if (MRB_METHOD_UNDEF_P(method)) return FALSE;
  if (MRB_METHOD_FUNC_P(method)) return TRUE;
  const struct RProc *proc = without_alias(MRB_METHOD_PROC(method));
  return proc && (MRB_PROC_CFUNC_P(proc) || kobako_core_code(proc));
}

static mrb_value
without_helpers(mrb_state *mrb, mrb_value names, struct RClass *c)
{
  mrb_int kept = 0;

  for (mrb_int i = 0; i < RARRAY_LEN(names); i++) {
    mrb_value name = RARRAY_PTR(names)[i];
    if (!helper_p(mrb, c, mrb_symbol(name))) RARRAY_PTR(names)[kept++] = name;
  }
  return mrb_ary_resize(mrb, names, kept);
}

#define LIST(name, c)                                      \
  static mrb_func_t all_##name;                            \
  static mrb_value name(mrb_state *mrb, mrb_value self)    \
  {                                                        \
    return without_helpers(mrb, all_##name(mrb, self), c); \
  }

LIST(methods, mrb_class(mrb, self))
LIST(public_methods, mrb_class(mrb, self))
LIST(private_methods, mrb_class(mrb, self))
LIST(protected_methods, mrb_class(mrb, self))
LIST(singleton_methods, mrb_class(mrb, self))
LIST(instance_methods, mrb_class_ptr(self))
LIST(public_instance_methods, mrb_class_ptr(self))
LIST(private_instance_methods, mrb_class_ptr(self))
LIST(protected_instance_methods, mrb_class_ptr(self))

/* For `to_enum`: the name by which the core's method that calls it was called; nil if a script calls it. */
static mrb_value
called_name(mrb_state *mrb, mrb_value self)
{
  const mrb_callinfo *caller = mrb->c->ci - 2;
  mrb_sym name;

  mrb_get_args(mrb, "n", &name);
  const mrb_irep *code = caller >= mrb->c->cibase ? kobako_core_code(caller->proc) : NULL;
  if (!code) return mrb_nil_value();
  struct RClass *owner = mrb_vm_ci_target_class(caller);
  if (!caller->mid || caller->mid == name || !owner) return mrb_symbol_value(name);
  mrb_method_t method = mrb_vm_find_method(mrb, owner, &owner, name);
  mrb_bool same =
      !MRB_METHOD_UNDEF_P(method) && !MRB_METHOD_FUNC_P(method) && kobako_core_code(MRB_METHOD_PROC(method)) == code;
  return mrb_symbol_value(same ? caller->mid : name);
}

/* Symbol.all_symbols */
static mrb_value
all_symbols(mrb_state *mrb, mrb_value self)
{
  mrb_value symbols = mrb_ary_new(mrb);

  for (mrb_sym i = 1; i <= MRB_PRESYM_MAX + mrb->symidx; i++) mrb_ary_push(mrb, symbols, mrb_symbol_value(i));
  return symbols;
}

static int
note_alias(mrb_state *mrb, mrb_sym name, mrb_method_t method, void *names)
{
  const char *text = mrb_sym_name_len(mrb, name, NULL);

  if (!MRB_METHOD_UNDEF_P(method) && !MRB_METHOD_FUNC_P(method) && MRB_PROC_ALIAS_P(MRB_METHOD_PROC(method)) &&
      !(text[0] == '_' && text[1] == '_'))
    mrb_ary_push(mrb, *(mrb_value *)names, mrb_symbol_value(name));
  return 0;
}

/* Makes methods that know their names of a class's aliases, as functions of C do in CRuby. */
static void
part_aliases(mrb_state *mrb, struct RClass *c)
{
  mrb_value names = mrb_ary_new(mrb);

  mrb_mt_foreach(mrb, c, note_alias, &names);
  for (mrb_int i = 0; i < RARRAY_LEN(names); i++) {
    mrb_sym name = mrb_symbol(RARRAY_PTR(names)[i]);
    struct RClass *owner = c;
    mrb_method_t method = mrb_vm_find_method(mrb, c, &owner, name);
    const struct RProc *alias = MRB_METHOD_PROC(method);

    if (alias->e.target_class || !kobako_core_code(alias)) continue;
    method.as.proc = without_alias(alias);
    mrb_define_method_raw(mrb, c, name, method);
  }
}

void
kobako_part_aliases(mrb_state *mrb)
{
  part_aliases(mrb, mrb->array_class);
  part_aliases(mrb, mrb->hash_class);
  part_aliases(mrb, mrb->range_class);
  part_aliases(mrb, mrb_module_get_id(mrb, MRB_SYM(Enumerable)));
  part_aliases(mrb, mrb_class_get_id(mrb, MRB_SYM(Struct)));
  part_aliases(mrb, mrb_class_get_id(mrb, MRB_SYM(Enumerator)));
  part_aliases(mrb, mrb_class_get_id(mrb, MRB_SYM(Set)));
}

void
kobako_init_shown_names(mrb_state *mrb)
{
  struct RClass *kernel = mrb->kernel_module, *module = mrb->module_class;

#define REPLACE(c, name)                               \
  all_##name = kobako_replaced(mrb, c, MRB_SYM(name)); \
  mrb_define_method_id(mrb, c, MRB_SYM(name), name, MRB_ARGS_OPT(1));
  REPLACE(kernel, methods)
  REPLACE(kernel, public_methods)
  REPLACE(kernel, private_methods)
  REPLACE(kernel, protected_methods)
  REPLACE(kernel, singleton_methods)
  REPLACE(module, instance_methods)
  REPLACE(module, public_instance_methods)
  REPLACE(module, private_instance_methods)
  REPLACE(module, protected_instance_methods)
#undef REPLACE
  mrb_define_class_method_id(mrb, mrb->symbol_class, MRB_SYM(all_symbols), all_symbols, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, kernel, MRB_SYM(__called_name), called_name, MRB_ARGS_REQ(1));
}
