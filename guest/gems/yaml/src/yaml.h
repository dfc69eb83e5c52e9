#ifndef KOBAKO_YAML_INTERNAL_H
#define KOBAKO_YAML_INTERNAL_H

#include <kobako_yaml.h>

extern const struct kobako_yaml *kobako_yaml;

void kobako_define_yaml_parser(mrb_state *mrb, struct RClass *psych);
void kobako_define_yaml_emitter(mrb_state *mrb, struct RClass *psych);

#endif
