/* The parts that Marshal's bytes are made of, as they are read. */
#ifndef KOBAKO_MARSHAL_READER_H
#define KOBAKO_MARSHAL_READER_H

#include <mruby.h>

struct reader {
  mrb_state *mrb;
  mrb_value self;
  mrb_value source; /* a text of its own, or what has byte and bytes */
  mrb_value symbols, objects;
  mrb_value classes; /* by their names, as Array of class and kind */
  mrb_int at;
  int levels;
  mrb_bool watched; /* what is read is given to a proc, or frozen */
};

/* Calls a method of Marshal::Reader. */
mrb_value kobako_marshal_call(struct reader *r, mrb_sym method, mrb_int argc, const mrb_value *argv);
void kobako_marshal_wrong(struct reader *r, const char *message);
uint8_t kobako_marshal_read_byte(struct reader *r);
mrb_int kobako_marshal_read_long(struct reader *r);
mrb_int kobako_marshal_read_count(struct reader *r);
mrb_value kobako_marshal_read_bytes(struct reader *r, mrb_int count);
mrb_value kobako_marshal_symbol_at(struct reader *r, mrb_int index);
mrb_value kobako_marshal_read_new_symbol(struct reader *r, mrb_bool coded);
mrb_sym kobako_marshal_read_symbol(struct reader *r);
mrb_value kobako_marshal_read_float(struct reader *r);

/* What stands around the form of an object. */
struct around {
  mrb_bool partial;   /* variables or modules follow, after which it is complete */
  mrb_bool following; /* variables follow, unless the form took them itself */
  mrb_value modules;  /* that extend it: an Array, or nil */
};

mrb_value kobako_marshal_read_value(struct reader *r, struct around *around);
void kobako_marshal_read_variables(struct reader *r, mrb_value object);
void kobako_marshal_read_pairs(struct reader *r, mrb_value hash, mrb_int size, mrb_bool otherwise);
mrb_value kobako_marshal_read_alone(struct reader *r);

#endif
