/* What the C files of this gem share. */
#ifndef KOBAKO_YAML_INTERNAL_H
#define KOBAKO_YAML_INTERNAL_H

#include <kobako_yaml.h>

extern const struct kobako_yaml *kobako_yaml;

struct RClass *kobako_define_yaml_parser(mrb_state *mrb, struct RClass *psych);
struct RClass *kobako_define_yaml_emitter(mrb_state *mrb, struct RClass *psych);

/* The open parser of a Psych::Parser, NULL if there is none. */
void *kobako_yaml_reader(mrb_state *mrb, mrb_value parser);

/* parser.__plain(scanner, symbolize, freeze) */
mrb_value kobako_yaml_load_plain(mrb_state *mrb, mrb_value self);

/* emitter.__plain(object, visitor, unfolded) */
mrb_value kobako_yaml_dump_plain(mrb_state *mrb, mrb_value self);

/* Has an emitter take an event, and writes what it gives. */
mrb_value kobako_yaml_emit(mrb_state *mrb, mrb_value emitter, const struct kobako_yaml_event *event);

/* The value of a plain scalar without a tag, where one look tells it; FALSE where ScalarScanner has to. */
mrb_bool kobako_yaml_resolve(mrb_state *mrb, const char *text, size_t len, mrb_value *value);

#endif
