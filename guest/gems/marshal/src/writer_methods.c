/* Methods of Marshal::Writer, which what is written in Ruby calls. */
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

static const struct mrb_data_type writer_type = { "Marshal::Writer", mrb_free };

static struct writer *
writer_of(mrb_state *mrb, mrb_value self)
{
  return (struct writer *)mrb_data_get_ptr(mrb, self, &writer_type);
}

static mrb_value
writer_initialize(mrb_state *mrb, mrb_value self)
{
  struct writer *w = (struct writer *)mrb_calloc(mrb, 1, sizeof(*w));

  mrb_data_init(self, w, &writer_type);
  w->mrb = mrb;
  w->self = self;
  w->out = kobako_marshal_keep(mrb, self, MRB_SYM(out), mrb_str_new_lit(mrb, "\x04\x08"));
  RSTR_SET_ENCODING(mrb_str_ptr(w->out), MRB_STR_BINARY);
  w->symbols = kobako_marshal_keep(mrb, self, MRB_SYM(symbols), mrb_hash_new(mrb));
  w->objects = kobako_marshal_keep(mrb, self, MRB_SYM(objects), mrb_hash_new(mrb));
  w->kept = kobako_marshal_keep(mrb, self, MRB_SYM(kept), mrb_ary_new(mrb));
  w->floats = kobako_marshal_keep(mrb, self, MRB_SYM(floats), mrb_hash_new(mrb));
  w->kinds = kobako_marshal_keep(mrb, self, MRB_SYM(kinds), kobako_marshal_identities(mrb));
  w->names = kobako_marshal_keep(mrb, self, MRB_SYM(names), kobako_marshal_identities(mrb));
  return self;
}

/* dump(object, limit) */
static mrb_value
writer_dump(mrb_state *mrb, mrb_value self)
{
  struct writer *w = writer_of(mrb, self);
  mrb_value object;
  mrb_int limit;

  mrb_get_args(mrb, "oi", &object, &limit);
  kobako_marshal_write_value(w, object, limit);
  return w->out;
}

static mrb_value
writer_write(mrb_state *mrb, mrb_value self)
{
  writer_dump(mrb, self);
  return mrb_nil_value();
}

static mrb_value
writer_put(mrb_state *mrb, mrb_value self)
{
  mrb_value text;

  mrb_get_args(mrb, "S", &text);
  kobako_marshal_put(writer_of(mrb, self), RSTRING_PTR(text), RSTRING_LEN(text));
  return mrb_nil_value();
}

static mrb_value
writer_bytes(mrb_state *mrb, mrb_value self)
{
  mrb_value text;

  mrb_get_args(mrb, "S", &text);
  kobako_marshal_put_text(writer_of(mrb, self), text);
  return mrb_nil_value();
}

static mrb_value
writer_long(mrb_state *mrb, mrb_value self)
{
  mrb_int number;

  mrb_get_args(mrb, "i", &number);
  kobako_marshal_put_long(writer_of(mrb, self), number);
  return mrb_nil_value();
}

static mrb_value
writer_symbol(mrb_state *mrb, mrb_value self)
{
  mrb_sym name;

  mrb_get_args(mrb, "n", &name);
  kobako_marshal_put_symbol(writer_of(mrb, self), name);
  return mrb_nil_value();
}

static mrb_value
writer_linked_p(mrb_state *mrb, mrb_value self)
{
  struct writer *w = writer_of(mrb, self);

  return mrb_bool_value(kobako_marshal_linked(w, w->objects, kobako_marshal_place_of(w, mrb_get_arg1(mrb)), '@'));
}

static mrb_value
writer_remember(mrb_state *mrb, mrb_value self)
{
  kobako_marshal_remember(writer_of(mrb, self), mrb_get_arg1(mrb));
  return mrb_nil_value();
}

/* classed(mark, object) */
static mrb_value
writer_classed(mrb_state *mrb, mrb_value self)
{
  mrb_value mark, object;

  mrb_get_args(mrb, "So", &mark, &object);
  kobako_marshal_put_classed(writer_of(mrb, self), RSTRING_PTR(mark)[0], object);
  return mrb_nil_value();
}

/* user_class(object, usual) */
static mrb_value
writer_user_class(mrb_state *mrb, mrb_value self)
{
  mrb_value object;
  struct RClass *usual;

  mrb_get_args(mrb, "oc", &object, &usual);
  kobako_marshal_put_user_class(writer_of(mrb, self), object, usual);
  return mrb_nil_value();
}

/* pairs(hash, default, limit) */
static mrb_value
writer_pairs(mrb_state *mrb, mrb_value self)
{
  mrb_value hash, otherwise;
  mrb_int limit;

  mrb_get_args(mrb, "Hoi", &hash, &otherwise, &limit);
  kobako_marshal_put_pairs(writer_of(mrb, self), hash, otherwise, limit);
  return mrb_nil_value();
}

/* variables(object, names, text, limit), where the encoding is that of the text, if any */
static mrb_value
writer_variables(mrb_state *mrb, mrb_value self)
{
  mrb_value object, names, text;
  mrb_int limit;

  mrb_get_args(mrb, "oAoi", &object, &names, &text, &limit);
  kobako_marshal_put_variables(writer_of(mrb, self), object, names,
                               mrb_string_p(text) ? kobako_marshal_coded_of(text) : CODED_NOT, limit);
  return mrb_nil_value();
}

/* Whether an encoding stands behind the text. */
static mrb_value
writer_coded_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(kobako_marshal_coded_of(mrb_get_arg1(mrb)) != CODED_NOT);
}

static const struct kobako_marshal_method methods[] = {
  { MRB_SYM(initialize), writer_initialize, MRB_ARGS_NONE() }, { MRB_SYM(dump), writer_dump, MRB_ARGS_REQ(2) },
  { MRB_SYM(write), writer_write, MRB_ARGS_REQ(2) },           { MRB_SYM(put), writer_put, MRB_ARGS_REQ(1) },
  { MRB_SYM(bytes), writer_bytes, MRB_ARGS_REQ(1) },           { MRB_SYM(long), writer_long, MRB_ARGS_REQ(1) },
  { MRB_SYM(symbol), writer_symbol, MRB_ARGS_REQ(1) },         { MRB_SYM_Q(linked), writer_linked_p, MRB_ARGS_REQ(1) },
  { MRB_SYM(remember), writer_remember, MRB_ARGS_REQ(1) },     { MRB_SYM(classed), writer_classed, MRB_ARGS_REQ(2) },
  { MRB_SYM(user_class), writer_user_class, MRB_ARGS_REQ(2) }, { MRB_SYM(pairs), writer_pairs, MRB_ARGS_REQ(3) },
  { MRB_SYM(variables), writer_variables, MRB_ARGS_REQ(4) },   { MRB_SYM_Q(coded), writer_coded_p, MRB_ARGS_REQ(1) },
};

void
kobako_define_marshal_writer(mrb_state *mrb, struct RClass *writer)
{
  kobako_marshal_define(mrb, writer, methods, sizeof(methods) / sizeof *(methods));
}
