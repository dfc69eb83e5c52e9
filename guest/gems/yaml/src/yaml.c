/* What CRuby's Psych has in C. guest/library/psych has the rest of it, which is loaded when a program requires it. */
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/presym.h>
#include "yaml.h"

const struct kobako_yaml *kobako_yaml;

void
kobako_use_yaml(const struct kobako_yaml *table)
{
  kobako_yaml = table;
}

/* Defines Psych, with Psych::Parser and Psych::Emitter, which is there no sooner. */
static mrb_value
define_psych(mrb_state *mrb, mrb_value self)
{
  struct RClass *psych = mrb_define_module_id(mrb, MRB_SYM(Psych));
  struct RClass *parser = kobako_define_yaml_parser(mrb, psych);
  struct RClass *emitter = kobako_define_yaml_emitter(mrb, psych);

  mrb_define_private_method_id(mrb, parser, MRB_SYM(__plain), kobako_yaml_load_plain, MRB_ARGS_REQ(3));
  mrb_define_private_method_id(mrb, emitter, MRB_SYM(__plain), kobako_yaml_dump_plain, MRB_ARGS_REQ(3));
  return mrb_obj_value(psych);
}

void
mrb_kobako_yaml_gem_init(mrb_state *mrb)
{
  mrb_define_private_method_id(mrb, mrb->kernel_module, MRB_SYM(__define_psych), define_psych, MRB_ARGS_NONE());
}

void
mrb_kobako_yaml_gem_final(mrb_state *mrb)
{
}
