/* YAML to events and back. The guest crate does it. */
#ifndef KOBAKO_YAML_H
#define KOBAKO_YAML_H

#include <mruby.h>
#include <kobako_compiler.h>

enum kobako_yaml_kind {
  KOBAKO_YAML_STREAM_START = 1,
  KOBAKO_YAML_STREAM_END,
  KOBAKO_YAML_DOCUMENT_START,
  KOBAKO_YAML_DOCUMENT_END,
  KOBAKO_YAML_ALIAS,
  KOBAKO_YAML_SCALAR,
  KOBAKO_YAML_SEQUENCE_START,
  KOBAKO_YAML_SEQUENCE_END,
  KOBAKO_YAML_MAPPING_START,
  KOBAKO_YAML_MAPPING_END
};

/* What a tag's handle stands for. */
struct kobako_yaml_directive {
  struct kobako_text handle;
  struct kobako_text prefix;
};

struct kobako_yaml_mark {
  uint32_t line;
  uint32_t column;
};

/* A text that is not there has no bytes, not even none. */
struct kobako_yaml_event {
  uint32_t kind;
  uint32_t style;    /* of the start of a stream its encoding */
  mrb_bool implicit; /* of a scalar: whether the plain style needs no tag */
  mrb_bool quoted;   /* whether the other styles need none */
  mrb_bool versioned;
  int32_t major;
  int32_t minor;
  struct kobako_text value;
  struct kobako_text anchor;
  struct kobako_text tag;
  const struct kobako_yaml_directive *directives;
  size_t directive_count;
  struct kobako_yaml_mark start;
  struct kobako_yaml_mark end;
  uint32_t index; /* bytes before its end */
};

struct kobako_yaml_problem {
  struct kobako_text problem;
  struct kobako_text context;
  uint32_t line;
  uint32_t column;
  uint32_t offset;
};

enum kobako_yaml_setting { KOBAKO_YAML_CANONICAL, KOBAKO_YAML_INDENTATION, KOBAKO_YAML_LINE_WIDTH };

/* FALSE and why, after which there is no next. An event's texts stay in place until the next call. */
typedef mrb_bool kobako_yaml_next_function(void *parser, struct kobako_yaml_event *event,
                                           struct kobako_yaml_problem *problem);

/* FALSE and why; either way what there is to write, which stays in place until the next call. */
typedef mrb_bool kobako_yaml_emit_function(void *emitter, const struct kobako_yaml_event *event,
                                           struct kobako_text *written, struct kobako_text *problem);

struct kobako_yaml {
  /* Copies the text; `encoding` is Psych's number. */
  void *(*open_parser)(const struct kobako_text *text, uint32_t encoding);
  kobako_yaml_next_function *next;
  void (*close_parser)(void *parser);

  void *(*open_emitter)(void);
  void (*set)(void *emitter, uint32_t setting, int32_t value);
  int32_t (*get)(void *emitter, uint32_t setting);
  kobako_yaml_emit_function *emit;
  void (*close_emitter)(void *emitter);
};

/* Must be called before kobako_open. */
void kobako_use_yaml(const struct kobako_yaml *table);

#endif
