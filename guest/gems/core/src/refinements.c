/* Refinements: where they hold, and what calls find in them. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/variable.h>
#include "core.h"

/* Variables without an @ are out of a script's reach. Of Kernel: code and the lists of refinements that hold in it. */
#define USED MRB_SYM(used)
/* Of a module: its refinements. */
#define REFINEMENTS MRB_SYM(refinements)
/* Of a refinement: what it refines, the module that has it, and where super goes on from. */
#define REFINED MRB_SYM(refined)
#define OWNER MRB_SYM(owner)
#define PLACE MRB_SYM(place)

/* Of mruby/internal.h, for those that include mruby/proc.h first. */
void mrb_proc_copy(mrb_state *mrb, struct RProc *a, const struct RProc *b);
extern mrb_method_t (*mrb_refined)(mrb_state *, const struct RProc *, struct RClass *, struct RClass **, mrb_sym);
extern mrb_value (*mrb_refined_block)(mrb_state *, mrb_value);

static mrb_value
used(mrb_state *mrb)
{
  return mrb_iv_get(mrb, mrb_obj_value(mrb->kernel_module), USED);
}

/* The lists that were activated in `proc` itself, or nil. */
static mrb_value
lists_of(mrb_value table, const struct RProc *proc)
{
  for (mrb_int i = 0; i < RARRAY_LEN(table); i += 2) {
    if (mrb_proc_ptr(RARRAY_PTR(table)[i]) == proc) return RARRAY_PTR(table)[i + 1];
  }
  return mrb_nil_value();
}

static void
activate(mrb_state *mrb, const struct RProc *proc, mrb_value list)
{
  mrb_value table = used(mrb), lists;

  if (mrb_nil_p(table)) {
    table = mrb_ary_new(mrb);
    mrb_iv_set(mrb, mrb_obj_value(mrb->kernel_module), USED, table);
  }
  lists = lists_of(table, proc);
  if (mrb_nil_p(lists)) {
    lists = mrb_ary_new(mrb);
    mrb_ary_push(mrb, table, mrb_obj_value((void *)proc));
    mrb_ary_push(mrb, table, lists);
  }
  mrb_ary_push(mrb, lists, list);
}

typedef mrb_bool refinement_func(mrb_state *mrb, mrb_value refinement, void *data);

/* Calls `each` with the refinements that hold in `proc`, the last one first, until it answers TRUE. */
static mrb_bool
each_active(mrb_state *mrb, const struct RProc *proc, refinement_func *each, void *data)
{
  mrb_value table = used(mrb);

  if (mrb_nil_p(table)) return FALSE;
  for (; proc && !MRB_PROC_CFUNC_P(proc); proc = proc->upper) {
    mrb_value lists = lists_of(table, proc);
    for (mrb_int i = mrb_nil_p(lists) ? 0 : RARRAY_LEN(lists); i > 0; i--) {
      mrb_value list = RARRAY_PTR(lists)[i - 1];
      for (mrb_int j = RARRAY_LEN(list); j > 0; j--) {
        if (each(mrb, RARRAY_PTR(list)[j - 1], data)) return TRUE;
      }
    }
  }
  return FALSE;
}

struct wanted {
  struct RClass *target; /* NULL for any */
  mrb_sym name;
  mrb_method_t method;
  struct RClass *place;
};

static mrb_bool
has_wanted(mrb_state *mrb, mrb_value refinement, void *data)
{
  struct wanted *wanted = (struct wanted *)data;
  struct RClass *c = mrb_class_ptr(refinement);

  if (wanted->target && mrb_class_ptr(mrb_iv_get(mrb, refinement, REFINED)) != wanted->target) return FALSE;
  wanted->method = mrb_method_search_vm(mrb, &c, wanted->name);
  if (MRB_METHOD_UNDEF_P(wanted->method)) return FALSE;
  wanted->place = mrb_class_ptr(mrb_iv_get(mrb, refinement, PLACE));
  return TRUE;
}

/* For calls from `caller`: the method that a refinement has before the class and its ancestors have theirs. */
static mrb_method_t
refined(mrb_state *mrb, const struct RProc *caller, struct RClass *c, struct RClass **place, mrb_sym name)
{
  struct wanted wanted = { .name = name };

  for (struct RClass *at = c; at; at = at->super) {
    struct RClass *found = at;
    wanted.target = at->tt == MRB_TT_ICLASS ? at->c : at;
    if (each_active(mrb, caller, has_wanted, &wanted)) {
      *place = wanted.place;
      return wanted.method;
    }
    mrb_method_t own = mrb_method_search_vm(mrb, &found, name);
    if (!MRB_METHOD_UNDEF_P(own) && found == at) break;
  }
  MRB_METHOD_FROM_PROC(wanted.method, NULL);
  return wanted.method;
}

/* What `&:name` makes where a refinement has that name: a block that calls as its code does. */
static mrb_value
call_by_name(mrb_state *mrb, mrb_value self)
{
  mrb_sym name = mrb_symbol(mrb_proc_cfunc_env_get(mrb, 0));
  const struct RProc *caller = mrb_proc_ptr(mrb_proc_cfunc_env_get(mrb, 1));
  const mrb_value *argv;
  mrb_int argc;
  mrb_value block;
  struct RClass *place;

  mrb_get_args(mrb, "*&", &argv, &argc, &block);
  if (argc == 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "no receiver given");
  mrb_method_t method = refined(mrb, caller, mrb_class(mrb, argv[0]), &place, name);
  if (MRB_METHOD_UNDEF_P(method) || MRB_METHOD_CFUNC_P(method)) {
    return mrb_funcall_with_block(mrb, argv[0], name, argc - 1, argv + 1, block);
  }
  const struct RProc *body = MRB_METHOD_PROC(method);
  while (MRB_PROC_ALIAS_P(body)) body = body->upper;
  return mrb_yield_with_class(mrb, mrb_obj_value((void *)body), argc - 1, argv + 1, argv[0], place);
}

static mrb_value
refined_block(mrb_state *mrb, mrb_value name)
{
  const struct RProc *caller = mrb->c->ci->proc;
  struct wanted wanted = { .name = mrb_symbol(name) };

  if (!caller || !each_active(mrb, caller, has_wanted, &wanted)) return mrb_nil_value();
  mrb_value values[] = { name, mrb_obj_value((void *)caller) };
  struct RProc *proc = mrb_proc_new_cfunc_with_env(mrb, call_by_name, 2, values);
  proc->flags |= MRB_PROC_STRICT;
  return mrb_obj_value(proc);
}

static mrb_bool
module_p(mrb_value value)
{
  return mrb_type(value) == MRB_TT_MODULE;
}

static mrb_bool
refinement_p(mrb_value value)
{
  return module_p(value) && (mrb_class_ptr(value)->flags & MRB_FL_MODULE_IS_REFINEMENT);
}

static mrb_value
refinements_of(mrb_state *mrb, mrb_value module)
{
  mrb_value list = mrb_iv_get(mrb, module, REFINEMENTS);

  if (!mrb_nil_p(list)) return list;
  list = mrb_ary_new(mrb);
  mrb_iv_set(mrb, module, REFINEMENTS, list);
  return list;
}

static mrb_value
new_refinement(mrb_state *mrb, mrb_value module, mrb_value target)
{
  struct RClass *c = mrb_module_new(mrb), *place = MRB_OBJ_ALLOC(mrb, MRB_TT_ICLASS, mrb->class_class);
  mrb_value refinement = mrb_obj_value(c);

  c->c = mrb_class_get_id(mrb, MRB_SYM(Refinement));
  mrb_iv_set(mrb, refinement, REFINED, target);
  mrb_iv_set(mrb, refinement, OWNER, module);
  c->flags |= MRB_FL_MODULE_IS_REFINEMENT;
  place->c = c;
  place->mt = c->mt;
  place->super = mrb_class_ptr(target);
  mrb_iv_set(mrb, refinement, PLACE, mrb_obj_value(place));
  return refinement;
}

static mrb_value
module_refine(mrb_state *mrb, mrb_value self)
{
  mrb_value target, block, list = refinements_of(mrb, self), refinement = mrb_nil_value();

  mrb_get_args(mrb, "o&", &target, &block);
  if (mrb_nil_p(block)) mrb_raise(mrb, E_ARGUMENT_ERROR, "no block given");
  if (!module_p(target) && mrb_type(target) != MRB_TT_CLASS && mrb_type(target) != MRB_TT_SCLASS) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %T (expected Class or Module)", target);
  }
  for (mrb_int i = 0; i < RARRAY_LEN(list); i++) {
    mrb_value one = RARRAY_PTR(list)[i];
    if (mrb_obj_eq(mrb, mrb_iv_get(mrb, one, REFINED), target)) refinement = one;
  }
  if (mrb_nil_p(refinement)) {
    refinement = new_refinement(mrb, self, target);
    mrb_ary_push(mrb, list, refinement);
  }
  activate(mrb, mrb_proc_ptr(block), list);
  mrb_yield_with_class(mrb, block, 0, NULL, refinement, mrb_class_ptr(refinement));
  return refinement;
}

static mrb_value
module_refinements(mrb_state *mrb, mrb_value self)
{
  mrb_value list = mrb_iv_get(mrb, self, REFINEMENTS);
  return mrb_nil_p(list) ? mrb_ary_new(mrb) : mrb_ary_new_from_values(mrb, RARRAY_LEN(list), RARRAY_PTR(list));
}

static mrb_value
refinement_target(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, REFINED);
}

static mrb_value
refinement_owner(mrb_state *mrb, mrb_value self)
{
  return mrb_iv_get(mrb, self, OWNER);
}

static mrb_bool
text_p(mrb_sym method)
{
  return method == MRB_SYM(eval) || method == MRB_SYM(instance_eval) || method == MRB_SYM(class_eval) ||
         method == MRB_SYM(module_eval);
}

/* The code in which `using` holds when `ci` calls it: the file, the body of the module, the text of an eval, or the
 * block that a module is made of, not a block within these. NULL within a method. */
static const struct RProc *
scope_of(mrb_callinfo *ci)
{
  const struct RProc *proc = ci->proc;
  mrb_sym method = ci->mid;
  struct RClass *c = mrb_vm_ci_target_class(ci);

  if (!proc || MRB_PROC_CFUNC_P(proc)) return NULL;
  while (!MRB_PROC_SCOPE_P(proc) && proc->upper && MRB_PROC_ENV_P(proc) && !text_p(method)) {
    struct RClass *written = MRB_PROC_TARGET_CLASS(proc);
    if (c && written && c != written) return proc;
    method = MRB_PROC_ENV(proc)->mid;
    proc = proc->upper;
    c = NULL;
  }
  return MRB_PROC_SCOPE_P(proc) && method ? NULL : proc;
}

static void
use(mrb_state *mrb, mrb_value module, const char *within_method)
{
  const struct RProc *scope = scope_of(mrb->c->ci - 1);
  mrb_value lists = mrb_ary_new(mrb);

  if (!module_p(module)) mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %T (expected Module)", module);
  if (refinement_p(module)) mrb_raise(mrb, E_ARGUMENT_ERROR, "refinement module is not allowed");
  if (!scope) mrb_raise(mrb, E_RUNTIME_ERROR, within_method);
  for (struct RClass *c = mrb_class_ptr(module); c; c = c->super) {
    mrb_value list = mrb_iv_get(mrb, mrb_obj_value(c->tt == MRB_TT_ICLASS ? c->c : c), REFINEMENTS);
    if (!mrb_nil_p(list)) mrb_ary_push(mrb, lists, mrb_ary_new_from_values(mrb, RARRAY_LEN(list), RARRAY_PTR(list)));
  }
  /* those of the module before those of its ancestors */
  for (mrb_int i = RARRAY_LEN(lists); i > 0; i--) activate(mrb, scope, RARRAY_PTR(lists)[i - 1]);
}

static mrb_value
main_using(mrb_state *mrb, mrb_value self)
{
  use(mrb, mrb_get_arg1(mrb), "main.using is permitted only at toplevel");
  return self;
}

static mrb_value
module_using(mrb_state *mrb, mrb_value self)
{
  use(mrb, mrb_get_arg1(mrb), "Module#using is not permitted in methods");
  return self;
}

static mrb_bool
add_active(mrb_state *mrb, mrb_value refinement, void *data)
{
  mrb_ary_push(mrb, *(mrb_value *)data, refinement);
  return FALSE;
}

static mrb_value
used_refinements(mrb_state *mrb, mrb_value self)
{
  mrb_value list = mrb_ary_new(mrb);

  each_active(mrb, (mrb->c->ci - 1)->proc, add_active, &list);
  return mrb_funcall_argv(mrb, list, MRB_SYM(uniq), 0, NULL);
}

static mrb_value
used_modules(mrb_state *mrb, mrb_value self)
{
  mrb_value list = used_refinements(mrb, self), modules = mrb_ary_new(mrb);

  for (mrb_int i = 0; i < RARRAY_LEN(list); i++) {
    mrb_ary_push(mrb, modules, mrb_iv_get(mrb, RARRAY_PTR(list)[i], OWNER));
  }
  return mrb_funcall_argv(mrb, modules, MRB_SYM(uniq), 0, NULL);
}

static int
add_name(mrb_state *mrb, mrb_sym name, mrb_method_t method, void *data)
{
  if (!MRB_METHOD_UNDEF_P(method)) mrb_ary_push(mrb, *(mrb_value *)data, mrb_symbol_value(name));
  return 0;
}

static void
import_method(mrb_state *mrb, mrb_value self, mrb_value module, mrb_sym name)
{
  struct RClass *c = mrb_class_ptr(module);
  mrb_method_t method = mrb_method_search_vm(mrb, &c, name);
  const struct RProc *body = MRB_METHOD_PROC_P(method) ? MRB_METHOD_PROC(method) : NULL;

  while (body && MRB_PROC_ALIAS_P(body)) body = body->upper;
  if (!body || MRB_PROC_CFUNC_P(body)) {
    mrb_raisef(mrb, E_ARGUMENT_ERROR, "Can't import method which is not defined with Ruby code: %v#%n", module, name);
  }
  struct RProc *copy = MRB_OBJ_ALLOC(mrb, MRB_TT_PROC, mrb->proc_class);
  mrb_proc_copy(mrb, copy, body);
  activate(mrb, copy, refinements_of(mrb, refinement_owner(mrb, self)));
  int visibility = MRB_METHOD_VISIBILITY(method);
  MRB_METHOD_FROM_PROC(method, copy);
  MRB_METHOD_SET_VISIBILITY(method, visibility);
  mrb_define_method_raw(mrb, mrb_class_ptr(self), name, method);
}

static mrb_value
refinement_import(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;

  mrb_get_args(mrb, "*", &argv, &argc);
  for (mrb_int i = 0; i < argc; i++) {
    if (!module_p(argv[i])) mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %T (expected Module)", argv[i]);
    if (mrb_class_ptr(argv[i])->super) {
      mrb_value text =
          mrb_format(mrb, "%v has ancestors, but Refinement#import_methods doesn't import their methods", argv[i]);
      mrb_funcall_argv(mrb, mrb_obj_value(mrb->kernel_module), MRB_SYM(__complain), 1, &text);
    }
  }
  for (mrb_int i = 0; i < argc; i++) {
    struct RClass *c = mrb_class_ptr(argv[i]);
    mrb_value names = mrb_ary_new(mrb);
    if (c->flags & MRB_FL_CLASS_IS_PREPENDED) {
      while (c && !(c->flags & MRB_FL_CLASS_IS_ORIGIN)) c = c->super;
    }
    if (c) mrb_mt_foreach(mrb, c, add_name, &names);
    for (mrb_int j = 0; j < RARRAY_LEN(names); j++) {
      import_method(mrb, self, argv[i], mrb_symbol(RARRAY_PTR(names)[j]));
    }
  }
  return self;
}

void
kobako_init_refinements(mrb_state *mrb)
{
  struct RClass *module = mrb->module_class, *refinement = mrb_define_class_id(mrb, MRB_SYM(Refinement), module);

  mrb_refined = refined;
  mrb_refined_block = refined_block;
  mrb_undef_class_method_id(mrb, refinement, MRB_SYM(new));
  mrb_define_method_id(mrb, refinement, MRB_SYM(target), refinement_target, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, refinement, MRB_SYM(__owner), refinement_owner, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, refinement, MRB_SYM(import_methods), refinement_import, MRB_ARGS_ANY());
  mrb_undef_method_id(mrb, refinement, MRB_SYM(append_features));
  mrb_undef_method_id(mrb, refinement, MRB_SYM(prepend_features));
  mrb_undef_method_id(mrb, refinement, MRB_SYM(extend_object));
  mrb_define_private_method_id(mrb, module, MRB_SYM(refine), module_refine, MRB_ARGS_REQ(1) | MRB_ARGS_BLOCK());
  mrb_undef_method_id(mrb, mrb->class_class, MRB_SYM(refine));
  mrb_define_method_id(mrb, module, MRB_SYM(refinements), module_refinements, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, module, MRB_SYM(using), module_using, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, mrb->top_self->c, MRB_SYM(using), main_using, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, module, MRB_SYM(used_modules), used_modules, MRB_ARGS_NONE());
  mrb_define_class_method_id(mrb, module, MRB_SYM(used_refinements), used_refinements, MRB_ARGS_NONE());
}
