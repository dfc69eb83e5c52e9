/* The module JSON as far as it is in C: mrblib/json.rb has the rest. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "json.h"
#include "json_errors.h"

/* Of the classes that have a form of their own. */
static void
define_to_json(mrb_state *mrb)
{
  struct RClass *const core[] = {
    mrb->hash_class,  mrb->array_class, mrb->string_class, mrb->symbol_class, mrb->integer_class,
    mrb->float_class, mrb->nil_class,   mrb->true_class,   mrb->false_class,
  };

  for (size_t i = 0; i < sizeof(core) / sizeof(core[0]); i++) {
    mrb_define_method_id(mrb, core[i], MRB_SYM(to_json), kobako_json_to_json, MRB_ARGS_ANY());
  }
  mrb_define_method_id(mrb, mrb->object_class, MRB_SYM(__to_json), kobako_json_to_json, MRB_ARGS_ANY());
}

void
mrb_kobako_json_gem_init(mrb_state *mrb)
{
  struct RClass *json = mrb_define_module_id(mrb, MRB_SYM(JSON));
  struct RClass *state = mrb_define_class_under_id(mrb, json, MRB_SYM(State), mrb->object_class);

  kobako_json_state = state;
  mrb_gc_register(mrb, mrb_obj_value(state));
  kobako_init_json_errors(mrb, json);
  mrb_define_module_function_id(mrb, json, MRB_SYM(__parse), kobako_json_parse, MRB_ARGS_REQ(6));
  mrb_define_module_function_id(mrb, json, MRB_SYM(__generate), kobako_json_generate, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, state, MRB_SYM(generate), kobako_json_generate_with, MRB_ARGS_REQ(1));
  define_to_json(mrb);
}

void
mrb_kobako_json_gem_final(mrb_state *mrb)
{
}
