/* What the parser and the generator give to the module JSON. */
#ifndef KOBAKO_JSON_H
#define KOBAKO_JSON_H

#include <mruby.h>

mrb_value kobako_json_parse(mrb_state *mrb, mrb_value self);
mrb_value kobako_json_generate(mrb_state *mrb, mrb_value self);
mrb_value kobako_json_generate_with(mrb_state *mrb, mrb_value self);
mrb_value kobako_json_to_json(mrb_state *mrb, mrb_value self);

/* The class JSON::State, whatever a script makes of the constant. */
extern struct RClass *kobako_json_state;

#endif
