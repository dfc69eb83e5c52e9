/* Array#hash, Hash#hash and Struct#hash. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include "core.h"

static inline uint64_t
mixed(uint64_t code, uint64_t other)
{
  code = (code ^ other) * 0x9e3779b97f4a7c15u;
  return code ^ code >> 32;
}

static inline mrb_value
as_value(mrb_state *mrb, uint64_t code)
{
  return mrb_int_value(mrb, (mrb_int)(code >> 2));
}

/* Whether it has a code without a call of its `hash`. */
static mrb_bool
plain_p(mrb_state *mrb, mrb_value value)
{
  return mrb_immediate_p(value) || (mrb_string_p(value) && mrb_obj_ptr(value)->c == mrb->string_class);
}

/* Of an Integer what its `hash` gives: the `hash` of another object may give the same. */
static uint64_t
plain_code(mrb_state *mrb, mrb_value value)
{
  if (!mrb_fixnum_p(value)) return (uint64_t)mrb_type(value) << 32 | mrb_obj_hash_code(mrb, value);
  mrb_int number = mrb_integer(value);
  return mrb_byte_hash((const uint8_t *)&number, sizeof(number));
}

static uint64_t
code_of(mrb_state *mrb, mrb_value value)
{
  if (plain_p(mrb, value)) return plain_code(mrb, value);
  int arena = mrb_gc_arena_save(mrb);
  mrb_value code = mrb_funcall_argv(mrb, value, MRB_SYM(hash), 0, NULL);
  if (mrb_bigint_p(code)) code = mrb_bint_hash(mrb, code);
  mrb_int number = mrb_as_int(mrb, code);
  mrb_gc_arena_restore(mrb, arena);
  return (uint64_t)number;
}

/* An array, or a struct, that has itself is not followed a second time. */
static mrb_value
hash_of_items(mrb_state *mrb, mrb_value self, uint64_t code)
{
  mrb_bool watched = FALSE;

  for (mrb_int i = 0; i < RARRAY_LEN(self); i++) {
    mrb_value item = RARRAY_PTR(self)[i];

    if (!watched && !plain_p(mrb, item)) {
      if (MRB_RECURSIVE_FUNC_P(mrb, MRB_SYM(hash), self)) return mrb_fixnum_value(0);
      watched = TRUE;
    }
    code = mixed(code, code_of(mrb, item));
  }
  return as_value(mrb, code);
}

static mrb_value
ary_hash(mrb_state *mrb, mrb_value self)
{
  return hash_of_items(mrb, self, mixed(1, (uint64_t)RARRAY_LEN(self)));
}

static mrb_value
struct_hash(mrb_state *mrb, mrb_value self)
{
  return hash_of_items(mrb, self, mixed(3, (uintptr_t)mrb_obj_class(mrb, self)));
}

/* The same for equal hashes, whatever their order. */
static mrb_value
hash_hash(mrb_state *mrb, mrb_value self)
{
  mrb_value keys, values;
  uint64_t code = mixed(2, (uint64_t)mrb_hash_size(mrb, self));

  if (MRB_RECURSIVE_FUNC_P(mrb, MRB_SYM(hash), self)) return mrb_fixnum_value(0);
  keys = mrb_hash_keys(mrb, self);
  values = mrb_hash_values(mrb, self);
  for (mrb_int i = 0; i < RARRAY_LEN(keys); i++) {
    uint64_t key = mixed(0, code_of(mrb, RARRAY_PTR(keys)[i]));
    code += mixed(key, code_of(mrb, RARRAY_PTR(values)[i]));
  }
  return as_value(mrb, code);
}

void
kobako_init_hash_codes(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->array_class, MRB_SYM(hash), ary_hash, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb_class_get_id(mrb, MRB_SYM(Struct)), MRB_SYM(hash), struct_hash, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, mrb->hash_class, MRB_SYM(hash), hash_hash, MRB_ARGS_NONE());
}
