/* The parts that Marshal's bytes are made of. */
#ifndef KOBAKO_MARSHAL_WRITER_H
#define KOBAKO_MARSHAL_WRITER_H

#include <mruby.h>

struct writer {
  mrb_state *mrb;
  mrb_value self;
  mrb_value out;
  mrb_value symbols, objects, floats; /* to their numbers, objects by their places */
  mrb_value kept;                     /* the objects, so that no other comes to their places */
  mrb_value kinds, names;             /* of classes */
  mrb_int count;                      /* of objects */
  mrb_int calls;                      /* of methods, which may change anything */
  int levels;
};

void kobako_marshal_put(struct writer *w, const char *bytes, mrb_int len);
void kobako_marshal_put_byte(struct writer *w, char byte);
void kobako_marshal_put_long(struct writer *w, mrb_int number);
void kobako_marshal_put_text(struct writer *w, mrb_value text);
mrb_bool kobako_marshal_linked(struct writer *w, mrb_value numbers, mrb_value value, char mark);
mrb_value kobako_marshal_place_of(struct writer *w, mrb_value object);
void kobako_marshal_remember(struct writer *w, mrb_value object);
void kobako_marshal_put_symbol(struct writer *w, mrb_sym name);
void kobako_marshal_put_integer(struct writer *w, mrb_int number);
void kobako_marshal_put_float(struct writer *w, mrb_value number);

/* The encoding of a text, as a variable behind it tells it. */
enum coded { CODED_NOT, CODED_ASCII, CODED_UTF8, CODED_BY_NAME };

void kobako_marshal_write_value(struct writer *w, mrb_value value, mrb_int limit);
void kobako_marshal_put_classed(struct writer *w, char mark, mrb_value object);
void kobako_marshal_put_user_class(struct writer *w, mrb_value object, struct RClass *usual);
void kobako_marshal_put_pairs(struct writer *w, mrb_value hash, mrb_value otherwise, mrb_int limit);
void kobako_marshal_put_variables(struct writer *w, mrb_value object, mrb_value names, enum coded coded, mrb_int limit);
enum coded kobako_marshal_coded_of(mrb_value text);

#endif
