/* Builders of values, and what a run needs. Each that allocates is guarded: none raises. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "kobako.h"

static mrb_bool
guarded(mrb_state *mrb, mrb_protect_error_func *body, void *data, mrb_value *out)
{
  mrb_bool error = FALSE;
  *out = mrb_protect_error(mrb, body, data, &error);
  return !error;
}

void
kobako_nil(mrb_value *out)
{
  *out = mrb_nil_value();
}

void
kobako_bool(mrb_bool value, mrb_value *out)
{
  *out = mrb_bool_value(value);
}

void
kobako_int(int64_t value, mrb_value *out)
{
  *out = mrb_fixnum_value(value);
}

void
kobako_float(double value, mrb_value *out)
{
  SET_FLOAT_VALUE(NULL, *out, value);
}

static mrb_value
new_uint(mrb_state *mrb, void *value)
{
  return mrb_bint_new_uint64(mrb, *(uint64_t*)value);
}

mrb_bool
kobako_uint(mrb_state *mrb, uint64_t value, mrb_value *out)
{
  return guarded(mrb, new_uint, &value, out);
}

struct text {
  const char *bytes;
  size_t len;
  mrb_bool binary;
};

static mrb_value
new_string(mrb_state *mrb, void *p)
{
  const struct text *text = (const struct text*)p;
  mrb_value string = mrb_str_new(mrb, text->bytes, text->len);

  if (text->binary) mrb_str_ptr(string)->flags |= MRB_STR_BINARY;
  return string;
}

mrb_bool
kobako_string(mrb_state *mrb, const char *bytes, size_t len, mrb_bool binary, mrb_value *out)
{
  struct text text = { bytes, len, binary };
  return guarded(mrb, new_string, &text, out);
}

static mrb_value
new_symbol(mrb_state *mrb, void *p)
{
  const struct text *text = (const struct text*)p;
  return mrb_symbol_value(mrb_intern(mrb, text->bytes, text->len));
}

mrb_bool
kobako_symbol(mrb_state *mrb, const char *name, size_t len, mrb_value *out)
{
  struct text text = { name, len, FALSE };
  return guarded(mrb, new_symbol, &text, out);
}

static mrb_value
new_array(mrb_state *mrb, void *capacity)
{
  return mrb_ary_new_capa(mrb, (mrb_int)(uintptr_t)capacity);
}

mrb_bool
kobako_array(mrb_state *mrb, size_t capacity, mrb_value *out)
{
  return guarded(mrb, new_array, (void*)capacity, out);
}

static mrb_value
new_hash(mrb_state *mrb, void *capacity)
{
  return mrb_hash_new_capa(mrb, (mrb_int)(uintptr_t)capacity);
}

mrb_bool
kobako_hash(mrb_state *mrb, size_t capacity, mrb_value *out)
{
  return guarded(mrb, new_hash, (void*)capacity, out);
}

struct entry {
  mrb_value into;
  mrb_value key;
  mrb_value value;
};

static mrb_value
push(mrb_state *mrb, void *p)
{
  const struct entry *entry = (const struct entry*)p;
  mrb_ary_push(mrb, entry->into, entry->value);
  return mrb_nil_value();
}

mrb_bool
kobako_push(mrb_state *mrb, const mrb_value *array, const mrb_value *element)
{
  struct entry entry = { *array, mrb_nil_value(), *element };
  mrb_value ignored;
  return guarded(mrb, push, &entry, &ignored);
}

static mrb_value
store(mrb_state *mrb, void *p)
{
  const struct entry *entry = (const struct entry*)p;
  mrb_hash_set(mrb, entry->into, entry->key, entry->value);
  return mrb_nil_value();
}

mrb_bool
kobako_store(mrb_state *mrb, const mrb_value *hash, const mrb_value *key, const mrb_value *value)
{
  struct entry entry = { *hash, *key, *value };
  mrb_value ignored;
  return guarded(mrb, store, &entry, &ignored);
}

struct error {
  struct text class_name;
  struct text message;
};

static mrb_value
new_error(mrb_state *mrb, void *p)
{
  const struct error *error = (const struct error*)p;
  mrb_sym name = mrb_intern(mrb, error->class_name.bytes, error->class_name.len);
  return mrb_exc_new(mrb, mrb_exc_get_id(mrb, name), error->message.bytes, (mrb_int)error->message.len);
}

mrb_bool
kobako_error(mrb_state *mrb, const char *class_name, size_t class_len,
             const char *message, size_t len, mrb_value *out)
{
  struct error error = { { class_name, class_len, FALSE }, { message, len, FALSE } };
  return guarded(mrb, new_error, &error, out);
}

void
kobako_keep(mrb_state *mrb, const mrb_value *value)
{
  mrb_gc_protect(mrb, *value);
}

int
kobako_mark(mrb_state *mrb)
{
  return mrb_gc_arena_save(mrb);
}

void
kobako_release(mrb_state *mrb, int mark)
{
  mrb_gc_arena_restore(mrb, mark);
}

/* Constants and calls */

static mrb_value baked_constants;

static mrb_value
constants(mrb_state *mrb)
{
  return mrb_funcall_argv(mrb, mrb_obj_value(mrb->object_class), MRB_SYM(constants), 0, NULL);
}

void
kobako_note_constants(mrb_state *mrb)
{
  baked_constants = constants(mrb);
  mrb_gc_register(mrb, baked_constants);
}

static mrb_value
new_constants(mrb_state *mrb, void *p)
{
  mrb_value found = constants(mrb);
  return mrb_funcall_argv(mrb, found, MRB_OPSYM(sub), 1, &baked_constants);
}

mrb_bool
kobako_new_constants(mrb_state *mrb, mrb_value *out)
{
  return guarded(mrb, new_constants, NULL, out);
}

static mrb_value
constant(mrb_state *mrb, void *p)
{
  const struct text *text = (const struct text*)p;
  mrb_value object = mrb_obj_value(mrb->object_class);
  mrb_sym name = mrb_intern(mrb, text->bytes, text->len);

  if (!mrb_const_defined_at(mrb, object, name)) return mrb_undef_value();
  return mrb_const_get(mrb, object, name);
}

mrb_bool
kobako_constant(mrb_state *mrb, const char *name, size_t len, mrb_value *out)
{
  struct text text = { name, len, FALSE };
  return guarded(mrb, constant, &text, out) && !mrb_undef_p(*out);
}

mrb_bool
kobako_responds_to_call(mrb_state *mrb, const mrb_value *object)
{
  return mrb_respond_to(mrb, *object, MRB_SYM(call));
}

static mrb_value
call(mrb_state *mrb, void *p)
{
  const struct entry *entry = (const struct entry*)p;
  return mrb_funcall_argv(mrb, entry->into, MRB_SYM(call), RARRAY_LEN(entry->value), RARRAY_PTR(entry->value));
}

mrb_bool
kobako_call(mrb_state *mrb, const mrb_value *object, const mrb_value *args, mrb_value *out)
{
  struct entry entry = { *object, mrb_nil_value(), *args };
  return guarded(mrb, call, &entry, out);
}
