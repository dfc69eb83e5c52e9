/* Strings as JSON writes them. */
#ifndef KOBAKO_JSON_STRING_H
#define KOBAKO_JSON_STRING_H

#include <mruby.h>

/* Adds a string in quotes to a text; raises GeneratorError for one that is no UTF-8. */
void kobako_json_string(mrb_state *mrb, mrb_value text, mrb_value string, mrb_bool ascii_only, mrb_bool script_safe);

#endif
