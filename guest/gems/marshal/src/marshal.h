/* Of the two halves of Marshal what the other files of this folder know. */
#ifndef KOBAKO_MARSHAL_H
#define KOBAKO_MARSHAL_H

#include <mruby.h>

/* Levels for which the stacks are large enough. */
#define MAX_LEVELS 2000

/* Sets a hidden variable, so that the object keeps the value. */
mrb_value kobako_marshal_keep(mrb_state *mrb, mrb_value self, mrb_sym name, mrb_value value);

/* A Hash that compares keys by what they are. */
mrb_value kobako_marshal_identities(mrb_state *mrb);

struct kobako_marshal_method {
  mrb_sym name;
  mrb_func_t function;
  mrb_aspec aspec;
};

void kobako_marshal_define(mrb_state *mrb, struct RClass *c, const struct kobako_marshal_method *methods, int count);

/* Raises SystemStackError beyond the last level. */
void kobako_marshal_enter(mrb_state *mrb, int *levels);

/* The names of an object's variables, nil if it has none. */
mrb_value kobako_marshal_variables(mrb_state *mrb, mrb_value object);

void kobako_define_marshal_writer(mrb_state *mrb, struct RClass *writer);
void kobako_define_marshal_reader(mrb_state *mrb, struct RClass *reader);

/* As Marshal writes it: the fewest digits. */
mrb_value kobako_marshal_float(mrb_state *mrb, mrb_value number);

#endif
