/* Marshal::Reader: numbers, texts, collections and plain objects. Others are read by guest/library/marshal/readings.rb. No
   byte is believed: a dump may come from anywhere. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "marshal.h"
#include "reader.h"

mrb_value
kobako_marshal_read_alone(struct reader *r)
{
  struct around around = { .modules = mrb_nil_value() };

  return kobako_marshal_read_value(r, &around);
}

/* Numbers an object, so that links find it. */
static mrb_value
enter(struct reader *r, mrb_value object)
{
  if (r->watched) return kobako_marshal_call(r, MRB_SYM(enter), 1, &object);
  mrb_ary_push(r->mrb, r->objects, object);
  return object;
}

static mrb_value
leave(struct reader *r, mrb_value object, mrb_bool partial)
{
  return partial || !r->watched ? object : kobako_marshal_call(r, MRB_SYM(leave), 1, &object);
}

static mrb_value
complete(struct reader *r, mrb_value value)
{
  return r->watched ? kobako_marshal_call(r, MRB_SYM(complete), 1, &value) : value;
}

static mrb_value
read_large(struct reader *r)
{
  mrb_bool negative = kobako_marshal_read_byte(r) == '-';
  mrb_int size = kobako_marshal_read_long(r);
  mrb_uint number = 0;

  if (size < 0) kobako_marshal_wrong(r, "negative string size (or size too big)");
  mrb_value bytes = kobako_marshal_read_bytes(r, size * 2);
  if (size <= 4) {
    for (mrb_int i = RSTRING_LEN(bytes); i > 0; i--) number = number << 8 | (uint8_t)RSTRING_PTR(bytes)[i - 1];
    if (number <= MRB_INT_MAX) return mrb_int_value(r->mrb, negative ? -(mrb_int)number : (mrb_int)number);
  }
  mrb_value arguments[] = { bytes, mrb_bool_value(negative) };
  return kobako_marshal_call(r, MRB_SYM(large), 2, arguments);
}

static mrb_value
read_link(struct reader *r)
{
  mrb_int index = kobako_marshal_read_long(r);
  mrb_value object = mrb_undef_value();

  if (index >= 0 && index < RARRAY_LEN(r->objects)) object = RARRAY_PTR(r->objects)[index];
  /* In the place of an object that is not read to its end. */
  if (mrb_undef_p(object) || mrb_obj_eq(r->mrb, object, r->self)) {
    kobako_marshal_wrong(r, "dump format error (unlinked)");
  }
  return r->watched ? kobako_marshal_call(r, MRB_SYM(link), 1, &object) : object;
}

static mrb_value
read_array(struct reader *r, const struct around *around)
{
  mrb_int size = kobako_marshal_read_count(r);
  mrb_value array = enter(r, mrb_ary_new(r->mrb));
  int arena = mrb_gc_arena_save(r->mrb);

  for (mrb_int i = 0; i < size; i++) {
    mrb_ary_push(r->mrb, array, kobako_marshal_read_alone(r));
    mrb_gc_arena_restore(r->mrb, arena);
  }
  return leave(r, array, around->partial);
}

void
kobako_marshal_read_pairs(struct reader *r, mrb_value hash, mrb_int size, mrb_bool otherwise)
{
  int arena = mrb_gc_arena_save(r->mrb);

  for (mrb_int i = 0; i < size; i++) {
    mrb_value key = kobako_marshal_read_alone(r);

    mrb_gc_protect(r->mrb, key);
    mrb_hash_set(r->mrb, hash, key, kobako_marshal_read_alone(r));
    mrb_gc_arena_restore(r->mrb, arena);
  }
  if (otherwise) {
    mrb_value value = kobako_marshal_read_alone(r);

    mrb_funcall_argv(r->mrb, hash, MRB_SYM_E(default), 1, &value);
  }
}

static mrb_value
read_hash(struct reader *r, const struct around *around, mrb_bool otherwise)
{
  mrb_int size = kobako_marshal_read_count(r);
  mrb_value hash = enter(r, mrb_hash_new(r->mrb));

  kobako_marshal_read_pairs(r, hash, size, otherwise);
  return leave(r, hash, around->partial);
}

/* A variable, or what stands in the place of one: the encoding of a text. */
static void
set_variable(struct reader *r, mrb_value object, mrb_sym name, mrb_value value)
{
  mrb_value arguments[] = { object, mrb_symbol_value(name), value };

  if (name == MRB_SYM(E) && mrb_string_p(object) && mrb_true_p(value)) {
    RSTR_SET_ENCODING(mrb_str_ptr(object), 0);
    RSTR_UNSET_SINGLE_BYTE_FLAG(mrb_str_ptr(object));
  }
  else if (!mrb_immediate_p(object) && mrb_iv_name_sym_p(r->mrb, name) && !mrb_frozen_p(mrb_basic_ptr(object))) {
    mrb_iv_set(r->mrb, object, name, value);
  }
  else {
    kobako_marshal_call(r, MRB_SYM(variable), 3, arguments);
  }
}

void
kobako_marshal_read_variables(struct reader *r, mrb_value object)
{
  mrb_int count = kobako_marshal_read_count(r);
  int arena = mrb_gc_arena_save(r->mrb);

  mrb_gc_protect(r->mrb, object);
  int kept = mrb_gc_arena_save(r->mrb);
  for (mrb_int i = 0; i < count; i++) {
    mrb_sym name = kobako_marshal_read_symbol(r);
    mrb_value value = kobako_marshal_read_alone(r);

    mrb_gc_protect(r->mrb, value);
    set_variable(r, object, name, value);
    mrb_gc_arena_restore(r->mrb, kept);
  }
  mrb_gc_arena_restore(r->mrb, arena);
}

static mrb_value
read_with_variables(struct reader *r, const struct around *around)
{
  struct around inner = { TRUE, TRUE, around->modules };
  mrb_value object = kobako_marshal_read_value(r, &inner);

  if (inner.following) kobako_marshal_read_variables(r, object);
  return leave(r, object, around->partial);
}

static mrb_bool
plain_class_p(mrb_value known)
{
  if (!mrb_class_p(known) || MRB_UNDEF_ALLOCATOR_P(mrb_class_ptr(known))) return FALSE;
  enum mrb_vtype type = MRB_INSTANCE_TT(mrb_class_ptr(known));
  return type == MRB_TT_FALSE || type == MRB_TT_OBJECT;
}

/* A class of nothing but variables is known by its name; others are read in Ruby. */
static mrb_value
read_plain(struct reader *r, const struct around *around)
{
  mrb_state *mrb = r->mrb;
  mrb_int index = RARRAY_LEN(r->objects);

  mrb_ary_push(mrb, r->objects, r->self);
  mrb_value name = mrb_symbol_value(kobako_marshal_read_symbol(r));
  mrb_value known = mrb_hash_fetch(mrb, r->classes, name, mrb_undef_value());

  if (mrb_undef_p(known)) {
    known = kobako_marshal_call(r, MRB_SYM(class_of_plain), 1, &name);
    mrb_hash_set(mrb, r->classes, name, known);
  }
  if (!plain_class_p(known)) {
    mrb_value arguments[] = { name, mrb_int_value(mrb, index) };

    return leave(r, kobako_marshal_call(r, MRB_SYM(other_object), 2, arguments), around->partial);
  }
  mrb_value object = mrb_obj_value(mrb_obj_alloc(mrb, MRB_TT_OBJECT, mrb_class_ptr(known)));
  if (r->watched) {
    mrb_value arguments[] = { object, mrb_int_value(mrb, index) };

    kobako_marshal_call(r, MRB_SYM(enter), 2, arguments);
  }
  else {
    mrb_ary_set(mrb, r->objects, index, object);
  }
  kobako_marshal_read_variables(r, object);
  return leave(r, object, around->partial);
}

/* What Ruby reads: it empties the Array of what follows if it takes that itself. */
static mrb_value
read_rare(struct reader *r, uint8_t mark, struct around *around)
{
  mrb_state *mrb = r->mrb;
  mrb_value following = mrb_nil_value(), flag = mrb_true_value(), object;

  if (around->following) following = mrb_ary_new_from_values(mrb, 1, &flag);
  mrb_value arguments[] = { mrb_int_value(mrb, mark), mrb_bool_value(around->partial), following, around->modules };
  object = kobako_marshal_call(r, MRB_SYM(rare), 4, arguments);
  if (around->following) around->following = RARRAY_LEN(following) > 0;
  return object;
}

static mrb_value
read_form(struct reader *r, uint8_t mark, struct around *around)
{
  mrb_value object;

  switch (mark) {
  case '0':
    return complete(r, mrb_nil_value());
  case 'T':
    return complete(r, mrb_true_value());
  case 'F':
    return complete(r, mrb_false_value());
  case 'i':
    return complete(r, mrb_int_value(r->mrb, kobako_marshal_read_long(r)));
  case ':':
    object = kobako_marshal_read_new_symbol(r, around->following);
    around->following = FALSE;
    return complete(r, object);
  case ';':
    return kobako_marshal_symbol_at(r, kobako_marshal_read_long(r));
  case '"':
    return leave(r, enter(r, kobako_marshal_read_bytes(r, kobako_marshal_read_long(r))), around->partial);
  case '[':
    return read_array(r, around);
  case '{':
  case '}':
    return read_hash(r, around, mark == '}');
  case '@':
    return read_link(r);
  case 'I':
    return read_with_variables(r, around);
  case 'f':
    return leave(r, enter(r, kobako_marshal_read_float(r)), FALSE);
  case 'l':
    return leave(r, enter(r, read_large(r)), FALSE);
  case 'o':
    return read_plain(r, around);
  default:
    return read_rare(r, mark, around);
  }
}

mrb_value
kobako_marshal_read_value(struct reader *r, struct around *around)
{
  mrb_value object;

  kobako_marshal_enter(r->mrb, &r->levels);
  object = read_form(r, kobako_marshal_read_byte(r), around);
  r->levels--;
  return object;
}
