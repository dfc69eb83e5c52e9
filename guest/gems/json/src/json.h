#ifndef KOBAKO_JSON_H
#define KOBAKO_JSON_H

#include <mruby.h>

enum { KOBAKO_JSON_PARSER, KOBAKO_JSON_NESTING, KOBAKO_JSON_GENERATOR, KOBAKO_JSON_ERRORS };

/* The error classes of the module JSON, whatever a script makes of its constants. */
extern struct RClass *kobako_json_errors[KOBAKO_JSON_ERRORS];

mrb_value kobako_json_parse(mrb_state *mrb, mrb_value self);
mrb_value kobako_json_generate(mrb_state *mrb, mrb_value self);
mrb_value kobako_json_to_json(mrb_state *mrb, mrb_value self);

void kobako_init_json(mrb_state *mrb);

#endif
