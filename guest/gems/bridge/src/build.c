/* Builders of values. Each that allocates is guarded: none raises. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include <kobako.h>
#include "guarded.h"

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
  return mrb_bint_new_uint64(mrb, *(uint64_t *)value);
}

mrb_bool
kobako_uint(mrb_state *mrb, uint64_t value, mrb_value *out)
{
  return kobako_guarded(mrb, new_uint, &value, out);
}

struct text {
  const char *bytes;
  size_t len;
  mrb_bool binary;
};

static mrb_value
new_string(mrb_state *mrb, void *p)
{
  const struct text *text = (const struct text *)p;
  mrb_value string = mrb_str_new(mrb, text->bytes, text->len);

  if (text->binary) mrb_str_ptr(string)->flags |= MRB_STR_BINARY;
  return string;
}

mrb_bool
kobako_string(mrb_state *mrb, const char *bytes, size_t len, mrb_bool binary, mrb_value *out)
{
  struct text text = { bytes, len, binary };
  return kobako_guarded(mrb, new_string, &text, out);
}

static mrb_value
new_symbol(mrb_state *mrb, void *p)
{
  const struct text *text = (const struct text *)p;
  return mrb_symbol_value(mrb_intern(mrb, text->bytes, text->len));
}

mrb_bool
kobako_symbol(mrb_state *mrb, const char *name, size_t len, mrb_value *out)
{
  struct text text = { name, len, FALSE };
  return kobako_guarded(mrb, new_symbol, &text, out);
}

static mrb_value
new_array(mrb_state *mrb, void *capacity)
{
  return mrb_ary_new_capa(mrb, (mrb_int)(uintptr_t)capacity);
}

mrb_bool
kobako_array(mrb_state *mrb, size_t capacity, mrb_value *out)
{
  return kobako_guarded(mrb, new_array, (void *)capacity, out);
}

static mrb_value
new_hash(mrb_state *mrb, void *capacity)
{
  return mrb_hash_new_capa(mrb, (mrb_int)(uintptr_t)capacity);
}

mrb_bool
kobako_hash(mrb_state *mrb, size_t capacity, mrb_value *out)
{
  return kobako_guarded(mrb, new_hash, (void *)capacity, out);
}

struct entry {
  mrb_value into;
  mrb_value key;
  mrb_value value;
};

static mrb_value
push(mrb_state *mrb, void *p)
{
  const struct entry *entry = (const struct entry *)p;
  mrb_ary_push(mrb, entry->into, entry->value);
  return mrb_nil_value();
}

mrb_bool
kobako_push(mrb_state *mrb, const mrb_value *array, const mrb_value *element)
{
  struct entry entry = { *array, mrb_nil_value(), *element };
  mrb_value ignored;
  return kobako_guarded(mrb, push, &entry, &ignored);
}

static mrb_value
store(mrb_state *mrb, void *p)
{
  const struct entry *entry = (const struct entry *)p;
  mrb_hash_set(mrb, entry->into, entry->key, entry->value);
  return mrb_nil_value();
}

mrb_bool
kobako_store(mrb_state *mrb, const mrb_value *hash, const mrb_value *key, const mrb_value *value)
{
  struct entry entry = { *hash, *key, *value };
  mrb_value ignored;
  return kobako_guarded(mrb, store, &entry, &ignored);
}

struct error {
  struct text class_name;
  struct text message;
};

static mrb_value
new_error(mrb_state *mrb, void *p)
{
  const struct error *error = (const struct error *)p;
  mrb_sym name = mrb_intern(mrb, error->class_name.bytes, error->class_name.len);
  return mrb_exc_new(mrb, mrb_exc_get_id(mrb, name), error->message.bytes, (mrb_int)error->message.len);
}

mrb_bool
kobako_error(mrb_state *mrb, const char *class_name, size_t class_len, const char *message, size_t len, mrb_value *out)
{
  struct error error = { { class_name, class_len, FALSE }, { message, len, FALSE } };
  return kobako_guarded(mrb, new_error, &error, out);
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
