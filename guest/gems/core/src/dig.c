/* Array#dig and Hash#dig. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "core.h"

static mrb_value dig(mrb_state *mrb, mrb_value self);

static mrb_bool
own_dig_p(mrb_state *mrb, mrb_value value)
{
  struct RClass *c = mrb_class(mrb, value);
  mrb_method_t method = mrb_vm_find_method(mrb, c, &c, MRB_SYM(dig));

  return !MRB_METHOD_UNDEF_P(method) && MRB_METHOD_FUNC_P(method) && MRB_METHOD_FUNC(method) == dig;
}

static mrb_value
member(mrb_state *mrb, mrb_value value, mrb_value key)
{
  if (mrb_hash_p(value)) return mrb_hash_get(mrb, value, key);
  return mrb_ary_entry(value, mrb_as_int(mrb, mrb_ensure_integer_type(mrb, key)));
}

static mrb_value
dig(mrb_state *mrb, mrb_value self)
{
  const mrb_value *keys;
  mrb_int count;

  mrb_get_args(mrb, "*", &keys, &count);
  if (count == 0) mrb_argnum_error(mrb, 0, 1, -1);
  mrb_value value = member(mrb, self, keys[0]);
  int arena = mrb_gc_arena_save(mrb);
  for (mrb_int i = 1; i < count && !mrb_nil_p(value); i++) {
    /* What a key is asked for may take it out of what holds it. */
    mrb_gc_arena_restore(mrb, arena);
    mrb_gc_protect(mrb, value);
    if (!own_dig_p(mrb, value)) {
      mrb_value rest = mrb_ary_new_from_values(mrb, count - i, keys + i);
      return mrb_funcall_argv(mrb, value, MRB_SYM(__dig), 1, &rest);
    }
    value = member(mrb, value, keys[i]);
  }
  return value;
}

void
kobako_init_dig(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->array_class, MRB_SYM(dig), dig, MRB_ARGS_REQ(1) | MRB_ARGS_REST());
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(dig), dig, MRB_ARGS_REQ(1) | MRB_ARGS_REST());
}
