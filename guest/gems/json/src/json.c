/* The module JSON: its errors, and what is done in C. mrblib/json.rb has the rest. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "json.h"

struct RClass *kobako_json_errors[KOBAKO_JSON_ERRORS];

static struct RClass*
define_error(mrb_state *mrb, struct RClass *json, mrb_sym name, struct RClass *super)
{
  struct RClass *error = mrb_define_class_under_id(mrb, json, name, super);

  mrb_gc_register(mrb, mrb_obj_value(error));
  return error;
}

void
kobako_init_json(mrb_state *mrb)
{
  struct RClass *json = mrb_define_module_id(mrb, MRB_SYM(JSON));
  struct RClass *error = define_error(mrb, json, MRB_SYM(JSONError), mrb->eStandardError_class);
  struct RClass *parser = define_error(mrb, json, MRB_SYM(ParserError), error);
  struct RClass *state = mrb_define_class_under_id(mrb, json, MRB_SYM(State), mrb->object_class);

  kobako_json_errors[KOBAKO_JSON_PARSER] = parser;
  kobako_json_errors[KOBAKO_JSON_NESTING] = define_error(mrb, json, MRB_SYM(NestingError), parser);
  kobako_json_errors[KOBAKO_JSON_GENERATOR] = define_error(mrb, json, MRB_SYM(GeneratorError), error);
  mrb_define_module_function_id(mrb, json, MRB_SYM(__parse), kobako_json_parse, MRB_ARGS_REQ(5));
  mrb_define_method_id(mrb, state, MRB_SYM(generate), kobako_json_generate, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->object_class, MRB_SYM(__to_json), kobako_json_to_json, MRB_ARGS_REQ(1));
}
