/* Floats as JSON writes them. */
#ifndef KOBAKO_JSON_FLOAT_H
#define KOBAKO_JSON_FLOAT_H
#include <mruby.h>

/* Appends a finite float to a text; `shown` is what its to_s gives. */
void kobako_json_float(mrb_state *mrb, mrb_value text, mrb_value shown);
#endif
