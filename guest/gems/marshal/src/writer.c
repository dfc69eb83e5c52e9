/* Marshal::Writer: numbers, texts, collections and plain objects. Others are written by guest/library/marshal/forms.rb. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "marshal.h"
#include "writer.h"

static void
type_error(struct writer *w, const char *message)
{
  mrb_state *mrb = w->mrb;

  mrb_raise(mrb, E_TYPE_ERROR, message);
}

static mrb_value
call(struct writer *w, mrb_sym method, mrb_int argc, const mrb_value *argv)
{
  w->calls++;
  return mrb_funcall_argv(w->mrb, w->self, method, argc, argv);
}

enum coded
kobako_marshal_coded_of(mrb_value text)
{
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(text));

  if (encoding == 0) return CODED_UTF8;
  if (encoding == MRB_STR_BINARY) return CODED_NOT;
  return (encoding & MRB_STR_ENC_MASK) == MRB_STR_US_ASCII ? CODED_ASCII : CODED_BY_NAME;
}

static mrb_value
cached(struct writer *w, mrb_value cache, mrb_value type, mrb_sym method)
{
  mrb_value found = mrb_hash_fetch(w->mrb, cache, type, mrb_undef_value());

  if (!mrb_undef_p(found)) return found;
  found = call(w, method, 1, &type);
  mrb_hash_set(w->mrb, cache, type, found);
  return found;
}

static void
put_class(struct writer *w, struct RClass *c)
{
  kobako_marshal_put_symbol(w, mrb_symbol(cached(w, w->names, mrb_obj_value(c), MRB_SYM(name_of_class))));
}

/* Modules that the object was extended by. */
static void
put_extensions(struct writer *w, mrb_value object)
{
  if (mrb_obj_ptr(object)->c->tt == MRB_TT_SCLASS) call(w, MRB_SYM(extensions), 1, &object);
}

void
kobako_marshal_put_user_class(struct writer *w, mrb_value object, struct RClass *usual)
{
  struct RClass *c = mrb_obj_class(w->mrb, object);

  put_extensions(w, object);
  if (c == usual) return;
  kobako_marshal_put_byte(w, 'C');
  put_class(w, c);
}

void
kobako_marshal_put_classed(struct writer *w, char mark, mrb_value object)
{
  put_extensions(w, object);
  kobako_marshal_put_byte(w, mark);
  put_class(w, mrb_obj_class(w->mrb, object));
}

static mrb_int
size_of(mrb_value names)
{
  return mrb_nil_p(names) ? 0 : RARRAY_LEN(names);
}

void
kobako_marshal_put_variables(struct writer *w, mrb_value object, mrb_value names, enum coded coded, mrb_int limit)
{
  mrb_state *mrb = w->mrb;
  mrb_int calls = w->calls;
  int arena = mrb_gc_arena_save(mrb);

  kobako_marshal_put_long(w, size_of(names) + (coded != CODED_NOT));
  if (coded == CODED_BY_NAME) {
    call(w, MRB_SYM(named_encoding), 1, &object);
  }
  else if (coded != CODED_NOT) {
    kobako_marshal_put_symbol(w, MRB_SYM(E));
    kobako_marshal_put_byte(w, coded == CODED_UTF8 ? 'T' : 'F');
  }
  for (mrb_int i = 0; i < size_of(names); i++) {
    mrb_sym name = mrb_symbol(RARRAY_PTR(names)[i]);

    kobako_marshal_put_symbol(w, name);
    kobako_marshal_write_value(w, mrb_iv_get(mrb, object, name), limit);
    mrb_gc_arena_restore(mrb, arena);
  }
  if (calls != w->calls && size_of(kobako_marshal_variables(mrb, object)) != size_of(names)) {
    mrb_raisef(mrb, E_RUNTIME_ERROR, "instance variable added to %C instance", mrb_obj_class(mrb, object));
  }
}

static void
put_array(struct writer *w, mrb_value array, mrb_int limit)
{
  mrb_state *mrb = w->mrb;
  int arena = mrb_gc_arena_save(mrb);
  mrb_int size = RARRAY_LEN(array);

  kobako_marshal_put_user_class(w, array, mrb->array_class);
  kobako_marshal_put_byte(w, '[');
  kobako_marshal_put_long(w, size);
  for (mrb_int i = 0; i < size; i++) {
    kobako_marshal_write_value(w, RARRAY_PTR(array)[i], limit);
    mrb_gc_arena_restore(mrb, arena);
    if (RARRAY_LEN(array) != size) mrb_raise(mrb, E_RUNTIME_ERROR, "array modified during dump");
  }
}

/* What is not there has a default that Marshal is told of. */
void
kobako_marshal_put_pairs(struct writer *w, mrb_value hash, mrb_value otherwise, mrb_int limit)
{
  mrb_state *mrb = w->mrb;

  if (mrb_hash_ptr(hash)->flags & MRB_HASH_IDENTITY) {
    kobako_marshal_put_byte(w, 'C');
    kobako_marshal_put_symbol(w, MRB_SYM(Hash));
  }
  kobako_marshal_put_byte(w, mrb_nil_p(otherwise) ? '{' : '}');
  mrb_value keys = mrb_hash_keys(mrb, hash), values = mrb_hash_values(mrb, hash);
  int arena = mrb_gc_arena_save(mrb);
  kobako_marshal_put_long(w, RARRAY_LEN(keys));
  for (mrb_int i = 0; i < RARRAY_LEN(keys); i++) {
    kobako_marshal_write_value(w, RARRAY_PTR(keys)[i], limit);
    kobako_marshal_write_value(w, RARRAY_PTR(values)[i], limit);
    mrb_gc_arena_restore(mrb, arena);
  }
  if (!mrb_nil_p(otherwise)) kobako_marshal_write_value(w, otherwise, limit);
}

static void
put_hash(struct writer *w, mrb_value hash, mrb_int limit)
{
  mrb_value otherwise = mrb_nil_value();

  kobako_marshal_put_user_class(w, hash, w->mrb->hash_class);
  if (MRB_RHASH_PROCDEFAULT_P(hash)) type_error(w, "can't dump hash with default proc");
  if (MRB_RHASH_DEFAULT_P(hash)) otherwise = mrb_iv_get(w->mrb, hash, MRB_SYM(ifnone));
  kobako_marshal_put_pairs(w, hash, otherwise, limit);
}

static void
put_structure(struct writer *w, mrb_value object, mrb_int limit)
{
  mrb_state *mrb = w->mrb;
  mrb_value members = mrb_nil_value();
  int arena = mrb_gc_arena_save(mrb);

  kobako_marshal_put_classed(w, 'S', object);
  for (struct RClass *c = mrb_obj_class(mrb, object); c && mrb_nil_p(members); c = c->super) {
    members = mrb_iv_get(mrb, mrb_obj_value(c), MRB_SYM(__members__));
  }
  mrb_int size = mrb_array_p(members) ? RARRAY_LEN(members) : 0;
  kobako_marshal_put_long(w, size);
  for (mrb_int i = 0; i < size; i++) {
    kobako_marshal_put_symbol(w, mrb_symbol(RARRAY_PTR(members)[i]));
    kobako_marshal_write_value(w, i < RARRAY_LEN(object) ? RARRAY_PTR(object)[i] : mrb_nil_value(), limit);
    mrb_gc_arena_restore(mrb, arena);
  }
}

static void
put_range(struct writer *w, mrb_value range, mrb_int limit)
{
  mrb_state *mrb = w->mrb;

  kobako_marshal_put_classed(w, 'o', range);
  kobako_marshal_put_long(w, 3);
  kobako_marshal_put_symbol(w, MRB_SYM(excl));
  kobako_marshal_put_byte(w, mrb_range_excl_p(mrb, range) ? 'T' : 'F');
  kobako_marshal_put_symbol(w, MRB_SYM(begin));
  kobako_marshal_write_value(w, mrb_range_beg(mrb, range), limit);
  kobako_marshal_put_symbol(w, MRB_SYM(end));
  kobako_marshal_write_value(w, mrb_range_end(mrb, range), limit);
}

/* Objects with a place for their variables behind them. */
static void
put_with_variables(struct writer *w, mrb_value object, mrb_sym kind, mrb_int limit)
{
  mrb_value names = kobako_marshal_variables(w->mrb, object);
  enum coded coded = kind == MRB_SYM(string) ? kobako_marshal_coded_of(object) : CODED_NOT;
  mrb_bool some = coded != CODED_NOT || size_of(names) > 0;

  if (some) kobako_marshal_put_byte(w, 'I');
  switch (kind) {
  case MRB_SYM(string):
    kobako_marshal_put_user_class(w, object, w->mrb->string_class);
    kobako_marshal_put_byte(w, '"');
    kobako_marshal_put_text(w, object);
    break;
  case MRB_SYM(array):
    put_array(w, object, limit);
    break;
  case MRB_SYM(hash):
    put_hash(w, object, limit);
    break;
  case MRB_SYM(range):
    put_range(w, object, limit);
    break;
  default:
    put_structure(w, object, limit);
  }
  if (some) kobako_marshal_put_variables(w, object, names, coded, limit);
}

static mrb_sym
kind_of(struct writer *w, mrb_value object)
{
  mrb_state *mrb = w->mrb;
  struct RClass *c = mrb_obj_class(mrb, object);

  if (c == mrb->string_class) return MRB_SYM(string);
  if (c == mrb->array_class) return MRB_SYM(array);
  if (c == mrb->hash_class) return MRB_SYM(hash);
  return mrb_symbol(cached(w, w->kinds, mrb_obj_value(c), MRB_SYM(kind_of_class)));
}

static mrb_bool
method_p(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  return !MRB_METHOD_UNDEF_P(mrb_method_search_vm(mrb, &c, name));
}

/* Whether a class has the method of Kernel or Object, if any. */
static mrb_bool
usual_p(mrb_state *mrb, struct RClass *c, mrb_sym name)
{
  struct RClass *object = mrb->object_class;
  mrb_method_t one = mrb_method_search_vm(mrb, &c, name), other = mrb_method_search_vm(mrb, &object, name);

  return !MRB_METHOD_UNDEF_P(one) && !MRB_METHOD_UNDEF_P(other) && c == object && MRB_METHOD_FUNC_P(one);
}

/* Whether nobody but its class says what methods an object has. */
static mrb_bool
plain_answers_p(mrb_state *mrb, mrb_value object)
{
  struct RClass *c = mrb_class(mrb, object);

  return usual_p(mrb, c, MRB_SYM_Q(respond_to)) && usual_p(mrb, c, MRB_SYM_Q(respond_to_missing));
}

/* Whether the object says that it has the method, which may be private. */
static mrb_bool
responds(struct writer *w, mrb_value object, mrb_bool plain, mrb_sym name)
{
  mrb_value arguments[] = { object, mrb_symbol_value(name) };

  if (plain) return method_p(w->mrb, mrb_class(w->mrb, object), name);
  return mrb_test(call(w, MRB_SYM_Q(says), 2, arguments));
}

static void
write_reference(struct writer *w, mrb_value object, mrb_int limit)
{
  mrb_sym kind = kind_of(w, object), form = kind;
  mrb_value arguments[] = { object, mrb_int_value(w->mrb, limit), mrb_symbol_value(kind) };

  if (kind != MRB_SYM(no_bytes) && kind != MRB_SYM(refused)) {
    mrb_bool plain = plain_answers_p(w->mrb, object);

    if (responds(w, object, plain, MRB_SYM(marshal_dump))) form = MRB_SYM(by_marshal_dump);
    else if (responds(w, object, plain, MRB_SYM(_dump))) form = MRB_SYM(by_dump);
    else kobako_marshal_remember(w, object);
  }
  switch (form) {
  case MRB_SYM(string):
  case MRB_SYM(array):
  case MRB_SYM(hash):
  case MRB_SYM(range):
  case MRB_SYM(structure):
    return put_with_variables(w, object, kind, limit);
  case MRB_SYM(plain):
    kobako_marshal_put_classed(w, 'o', object);
    return kobako_marshal_put_variables(w, object, kobako_marshal_variables(w->mrb, object), CODED_NOT, limit);
  default:
    call(w, form, form == MRB_SYM(by_dump) ? 3 : 2, arguments);
  }
}

void
kobako_marshal_write_value(struct writer *w, mrb_value value, mrb_int limit)
{
  mrb_state *mrb = w->mrb;

  if (limit == 0) mrb_raise(mrb, E_ARGUMENT_ERROR, "exceed depth limit");
  switch (mrb_type(value)) {
  case MRB_TT_FALSE:
    return kobako_marshal_put_byte(w, mrb_nil_p(value) ? '0' : 'F');
  case MRB_TT_TRUE:
    return kobako_marshal_put_byte(w, 'T');
  case MRB_TT_SYMBOL:
    return kobako_marshal_put_symbol(w, mrb_symbol(value));
  case MRB_TT_INTEGER:
    return kobako_marshal_put_integer(w, mrb_integer(value));
  case MRB_TT_FLOAT:
    return kobako_marshal_put_float(w, value);
  default:
    if (kobako_marshal_linked(w, w->objects, kobako_marshal_place_of(w, value), '@')) return;
  }
  if (mrb_bigint_p(value)) {
    kobako_marshal_remember(w, value);
    call(w, MRB_SYM(large), 1, &value);
    return;
  }
  kobako_marshal_enter(mrb, &w->levels);
  write_reference(w, value, limit > 0 ? limit - 1 : limit);
  w->levels--;
}
