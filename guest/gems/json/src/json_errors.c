/* The error classes of the module JSON. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "json_errors.h"

struct RClass *kobako_json_errors[KOBAKO_JSON_ERRORS];

static struct RClass *
define_error(mrb_state *mrb, struct RClass *json, mrb_sym name, struct RClass *super)
{
  struct RClass *error = mrb_define_class_under_id(mrb, json, name, super);

  mrb_gc_register(mrb, mrb_obj_value(error));
  return error;
}

void
kobako_init_json_errors(mrb_state *mrb, struct RClass *json)
{
  struct RClass *error = define_error(mrb, json, MRB_SYM(JSONError), mrb->eStandardError_class);
  struct RClass *parser = define_error(mrb, json, MRB_SYM(ParserError), error);

  kobako_json_errors[KOBAKO_JSON_PARSER] = parser;
  kobako_json_errors[KOBAKO_JSON_NESTING] = define_error(mrb, json, MRB_SYM(NestingError), parser);
  kobako_json_errors[KOBAKO_JSON_GENERATOR] = define_error(mrb, json, MRB_SYM(GeneratorError), error);
}
