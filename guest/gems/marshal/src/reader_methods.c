/* Methods of Marshal::Reader, which what is read in Ruby calls. */
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

static const struct mrb_data_type reader_type = { "Marshal::Reader", mrb_free };

static struct reader *
reader_of(mrb_state *mrb, mrb_value self)
{
  return (struct reader *)mrb_data_get_ptr(mrb, self, &reader_type);
}

/* Reader.new(source, watched) */
static mrb_value
reader_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value source;
  mrb_bool watched;

  mrb_get_args(mrb, "ob", &source, &watched);
  struct reader *r = (struct reader *)mrb_calloc(mrb, 1, sizeof(*r));
  mrb_data_init(self, r, &reader_type);
  r->mrb = mrb;
  r->self = self;
  r->watched = watched;
  if (mrb_string_p(source)) source = mrb_str_new(mrb, RSTRING_PTR(source), RSTRING_LEN(source));
  r->source = kobako_marshal_keep(mrb, self, MRB_SYM(source), source);
  r->symbols = kobako_marshal_keep(mrb, self, MRB_SYM(symbols), mrb_ary_new(mrb));
  r->objects = kobako_marshal_keep(mrb, self, MRB_SYM(objects), mrb_ary_new(mrb));
  r->classes = kobako_marshal_keep(mrb, self, MRB_SYM(classes), mrb_hash_new(mrb));
  return self;
}

/* object(partial = false, following = nil, modules = nil) */
static mrb_value
reader_object(mrb_state *mrb, mrb_value self)
{
  struct around around = { .modules = mrb_nil_value() };
  mrb_value following = mrb_nil_value(), object;

  mrb_get_args(mrb, "|bA!o", &around.partial, &following, &around.modules);
  around.following = mrb_array_p(following) && RARRAY_LEN(following) > 0;
  object = kobako_marshal_read_value(reader_of(mrb, self), &around);
  if (mrb_array_p(following) && !around.following) mrb_ary_clear(mrb, following);
  return object;
}

static mrb_value
reader_byte(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, kobako_marshal_read_byte(reader_of(mrb, self)));
}

/* A text by its length and its bytes. */
static mrb_value
reader_text(mrb_state *mrb, mrb_value self)
{
  struct reader *r = reader_of(mrb, self);

  return kobako_marshal_read_bytes(r, kobako_marshal_read_long(r));
}

static mrb_value
reader_count(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, kobako_marshal_read_count(reader_of(mrb, self)));
}

static mrb_value
reader_symbol(mrb_state *mrb, mrb_value self)
{
  return mrb_symbol_value(kobako_marshal_read_symbol(reader_of(mrb, self)));
}

static mrb_value
reader_variables(mrb_state *mrb, mrb_value self)
{
  kobako_marshal_read_variables(reader_of(mrb, self), mrb_get_arg1(mrb));
  return mrb_nil_value();
}

/* pairs(hash, size, default): reads so many pairs, and whether there is a default behind them. */
static mrb_value
reader_pairs(mrb_state *mrb, mrb_value self)
{
  mrb_value hash;
  mrb_int size;
  mrb_bool otherwise;

  mrb_get_args(mrb, "Hib", &hash, &size, &otherwise);
  kobako_marshal_read_pairs(reader_of(mrb, self), hash, size, otherwise);
  return mrb_nil_value();
}

/* members(type, names, struct): reads the values of members, which an Array holds, or a Struct. */
static mrb_value
reader_members(mrb_state *mrb, mrb_value self)
{
  struct reader *r = reader_of(mrb, self);
  mrb_value type, names, object;

  mrb_get_args(mrb, "oAo", &type, &names, &object);
  if (!mrb_array_p(object) && mrb_type(object) != MRB_TT_STRUCT) return mrb_nil_value();
  int arena = mrb_gc_arena_save(mrb);
  for (mrb_int i = 0; i < RARRAY_LEN(names); i++) {
    mrb_value name = RARRAY_PTR(names)[i], given = mrb_symbol_value(kobako_marshal_read_symbol(r));

    if (!mrb_obj_eq(mrb, given, name)) {
      mrb_value arguments[] = { type, given, name };
      kobako_marshal_call(r, MRB_SYM(other_member), 3, arguments);
    }
    mrb_ary_set(mrb, object, i, kobako_marshal_read_alone(r));
    mrb_gc_arena_restore(mrb, arena);
  }
  return object;
}

/* numbered(object, index = nil): puts an object at its place, or at the next. */
static mrb_value
reader_numbered(mrb_state *mrb, mrb_value self)
{
  struct reader *r = reader_of(mrb, self);
  mrb_value object, index = mrb_nil_value();

  mrb_get_args(mrb, "o|o", &object, &index);
  if (mrb_integer_p(index)) mrb_ary_set(mrb, r->objects, mrb_integer(index), object);
  else mrb_ary_push(mrb, r->objects, object);
  return mrb_int_value(mrb, RARRAY_LEN(r->objects) - 1);
}

static const struct kobako_marshal_method methods[] = {
  { MRB_SYM(__initialize), reader_initialize, MRB_ARGS_REQ(2) },
  { MRB_SYM(object), reader_object, MRB_ARGS_OPT(3) },
  { MRB_SYM(byte), reader_byte, MRB_ARGS_NONE() },
  { MRB_SYM(text), reader_text, MRB_ARGS_NONE() },
  { MRB_SYM(count), reader_count, MRB_ARGS_NONE() },
  { MRB_SYM(symbol), reader_symbol, MRB_ARGS_NONE() },
  { MRB_SYM(variables), reader_variables, MRB_ARGS_REQ(1) },
  { MRB_SYM(pairs), reader_pairs, MRB_ARGS_REQ(3) },
  { MRB_SYM(members), reader_members, MRB_ARGS_REQ(3) },
  { MRB_SYM(numbered), reader_numbered, MRB_ARGS_ARG(1, 1) },
};

void
kobako_define_marshal_reader(mrb_state *mrb, struct RClass *reader)
{
  kobako_marshal_define(mrb, reader, methods, sizeof(methods) / sizeof *(methods));
}
