/* The module JSON as far as it is in C: mrblib/json.rb has the rest. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "json.h"
#include "json_errors.h"

void
mrb_kobako_json_gem_init(mrb_state *mrb)
{
  struct RClass *json = mrb_define_module_id(mrb, MRB_SYM(JSON));
  struct RClass *state = mrb_define_class_under_id(mrb, json, MRB_SYM(State), mrb->object_class);

  kobako_init_json_errors(mrb, json);
  mrb_define_module_function_id(mrb, json, MRB_SYM(__parse), kobako_json_parse, MRB_ARGS_REQ(5));
  mrb_define_method_id(mrb, state, MRB_SYM(generate), kobako_json_generate, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->object_class, MRB_SYM(__to_json), kobako_json_to_json, MRB_ARGS_REQ(1));
}

void
mrb_kobako_json_gem_final(mrb_state *mrb)
{
}
