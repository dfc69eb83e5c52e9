/* Keywords that a method takes by its rest and hands on (ruby2_keywords). */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "core.h"

/* Of a method or a block that is written in Ruby, and no part of the image. */
static void
mark(const struct RProc *proc)
{
  if (proc && MRB_PROC_ALIAS_P(proc)) proc = proc->upper;
  if (proc && !MRB_PROC_CFUNC_P(proc) && proc->gc_color != MRB_GC_RED) {
    ((struct RProc *)proc)->flags |= MRB_PROC_TAKES_KEYWORDS;
  }
}

static mrb_value
module_hand_keywords(mrb_state *mrb, mrb_value self)
{
  struct RClass *c = mrb_class_ptr(self);
  mrb_sym name;

  mrb_get_args(mrb, "n", &name);
  mrb_method_t m = mrb_method_search_vm(mrb, &c, name);
  if (!MRB_METHOD_UNDEF_P(m) && MRB_METHOD_PROC_P(m)) mark(MRB_METHOD_PROC(m));
  return mrb_nil_value();
}

static mrb_value
proc_hand_keywords(mrb_state *mrb, mrb_value self)
{
  mark(mrb_proc_ptr(self));
  return self;
}

static mrb_value
hash_s_keywords_p(mrb_state *mrb, mrb_value self)
{
  mrb_value hash;

  mrb_get_args(mrb, "H", &hash);
  return mrb_bool_value(mrb_hash_ptr(hash)->flags & MRB_HASH_KEYWORDS);
}

static mrb_value
hash_s_keywords(mrb_state *mrb, mrb_value self)
{
  mrb_value hash;

  mrb_get_args(mrb, "H", &hash);
  hash = mrb_hash_dup(mrb, hash);
  mrb_hash_ptr(hash)->flags |= MRB_HASH_KEYWORDS;
  return hash;
}

static mrb_value
main_ruby2_keywords(mrb_state *mrb, mrb_value self)
{
  const mrb_value *names;
  mrb_int count;

  mrb_get_args(mrb, "*", &names, &count);
  return mrb_funcall_argv(mrb, mrb_obj_value(mrb->object_class), MRB_SYM(ruby2_keywords), count, names);
}

void
kobako_init_handed_keywords(mrb_state *mrb)
{
  struct RClass *hash = mrb->hash_class;

  mrb_define_private_method_id(mrb, mrb->module_class, MRB_SYM(__hand_keywords), module_hand_keywords, MRB_ARGS_REQ(1));
  mrb_define_private_method_id(mrb, mrb->proc_class, MRB_SYM(__hand_keywords), proc_hand_keywords, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, mrb->top_self->c, MRB_SYM(ruby2_keywords), main_ruby2_keywords, MRB_ARGS_ANY());
  mrb_define_class_method_id(mrb, hash, MRB_SYM_Q(ruby2_keywords_hash), hash_s_keywords_p, MRB_ARGS_REQ(1));
  mrb_define_class_method_id(mrb, hash, MRB_SYM(ruby2_keywords_hash), hash_s_keywords, MRB_ARGS_REQ(1));
}
