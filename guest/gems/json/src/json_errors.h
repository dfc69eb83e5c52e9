/* The error classes of the module JSON, whatever a script makes of its constants. */
#ifndef KOBAKO_JSON_ERRORS_H
#define KOBAKO_JSON_ERRORS_H

#include <mruby.h>

enum { KOBAKO_JSON_PARSER, KOBAKO_JSON_NESTING, KOBAKO_JSON_GENERATOR, KOBAKO_JSON_ERRORS };

extern struct RClass *kobako_json_errors[KOBAKO_JSON_ERRORS];

void kobako_init_json_errors(mrb_state *mrb, struct RClass *json);

#endif
