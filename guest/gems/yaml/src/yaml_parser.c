/* Psych::Parser: the events of a text, one at a time. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "yaml.h"

struct reader {
  void *parser; /* NULL when none is open */
  struct kobako_yaml_mark end;
  uint32_t index;
};

static void
close_reader(struct reader *reader)
{
  if (reader->parser) kobako_yaml->close_parser(reader->parser);
  reader->parser = NULL;
}

static void
free_reader(mrb_state *mrb, void *data)
{
  if (!data) return;
  close_reader((struct reader *)data);
  mrb_free(mrb, data);
}

static const struct mrb_data_type type = { "Psych::Parser", free_reader };

static struct reader *
reader_of(mrb_state *mrb, mrb_value self)
{
  struct reader *reader = (struct reader *)mrb_data_check_get_ptr(mrb, self, &type);

  if (!reader) {
    reader = (struct reader *)mrb_calloc(mrb, 1, sizeof(struct reader));
    mrb_data_init(self, reader, &type);
  }
  return reader;
}

void *
kobako_yaml_reader(mrb_state *mrb, mrb_value parser)
{
  return reader_of(mrb, parser)->parser;
}

static mrb_value
text_value(mrb_state *mrb, const struct kobako_text *text)
{
  return text->bytes ? mrb_str_new(mrb, text->bytes, (mrb_int)text->len) : mrb_nil_value();
}

/* parser.__open(text, encoding) */
static mrb_value
open_text(mrb_state *mrb, mrb_value self)
{
  struct reader *reader = reader_of(mrb, self);
  struct kobako_text text;
  mrb_int len, encoding;

  mrb_get_args(mrb, "si", &text.bytes, &len, &encoding);
  text.len = (size_t)len;
  close_reader(reader);
  reader->end.line = reader->end.column = reader->index = 0;
  reader->parser = kobako_yaml->open_parser(&text, (uint32_t)encoding);
  return self;
}

static void
push_directives(mrb_state *mrb, mrb_value args, const struct kobako_yaml_event *event)
{
  mrb_value version = mrb_ary_new(mrb), tags = mrb_ary_new(mrb);

  if (event->versioned) {
    mrb_ary_push(mrb, version, mrb_int_value(mrb, event->major));
    mrb_ary_push(mrb, version, mrb_int_value(mrb, event->minor));
  }
  for (size_t i = 0; i < event->directive_count; i++) {
    mrb_value handle = text_value(mrb, &event->directives[i].handle);
    mrb_ary_push(mrb, tags, mrb_assoc_new(mrb, handle, text_value(mrb, &event->directives[i].prefix)));
  }
  mrb_ary_push(mrb, args, version);
  mrb_ary_push(mrb, args, tags);
}

static void
push_collection(mrb_state *mrb, mrb_value args, const struct kobako_yaml_event *event)
{
  mrb_ary_push(mrb, args, text_value(mrb, &event->anchor));
  mrb_ary_push(mrb, args, text_value(mrb, &event->tag));
  mrb_ary_push(mrb, args, mrb_bool_value(event->implicit));
  mrb_ary_push(mrb, args, mrb_int_value(mrb, event->style));
}

/* The method of a handler that an event is for; its arguments are added to args. */
static mrb_sym
handler_call(mrb_state *mrb, const struct kobako_yaml_event *event, mrb_value args)
{
  switch (event->kind) {
  case KOBAKO_YAML_STREAM_START:
    mrb_ary_push(mrb, args, mrb_int_value(mrb, event->style));
    return MRB_SYM(start_stream);
  case KOBAKO_YAML_STREAM_END:
    return MRB_SYM(end_stream);
  case KOBAKO_YAML_DOCUMENT_START:
    push_directives(mrb, args, event);
    mrb_ary_push(mrb, args, mrb_bool_value(event->implicit));
    return MRB_SYM(start_document);
  case KOBAKO_YAML_DOCUMENT_END:
    mrb_ary_push(mrb, args, mrb_bool_value(event->implicit));
    return MRB_SYM(end_document);
  case KOBAKO_YAML_ALIAS:
    mrb_ary_push(mrb, args, text_value(mrb, &event->anchor));
    return MRB_SYM(alias);
  case KOBAKO_YAML_SCALAR:
    mrb_ary_push(mrb, args, text_value(mrb, &event->value));
    mrb_ary_push(mrb, args, text_value(mrb, &event->anchor));
    mrb_ary_push(mrb, args, text_value(mrb, &event->tag));
    mrb_ary_push(mrb, args, mrb_bool_value(event->implicit));
    mrb_ary_push(mrb, args, mrb_bool_value(event->quoted));
    mrb_ary_push(mrb, args, mrb_int_value(mrb, event->style));
    return MRB_SYM(scalar);
  case KOBAKO_YAML_SEQUENCE_START:
    push_collection(mrb, args, event);
    return MRB_SYM(start_sequence);
  case KOBAKO_YAML_SEQUENCE_END:
    return MRB_SYM(end_sequence);
  case KOBAKO_YAML_MAPPING_START:
    push_collection(mrb, args, event);
    return MRB_SYM(start_mapping);
  case KOBAKO_YAML_MAPPING_END:
    return MRB_SYM(end_mapping);
  default:
    return MRB_SYM(empty);
  }
}

static mrb_value
problem_value(mrb_state *mrb, const struct kobako_yaml_problem *problem)
{
  mrb_value parts = mrb_ary_new_capa(mrb, 5);

  mrb_ary_push(mrb, parts, mrb_int_value(mrb, problem->line));
  mrb_ary_push(mrb, parts, mrb_int_value(mrb, problem->column));
  mrb_ary_push(mrb, parts, mrb_int_value(mrb, problem->offset));
  mrb_ary_push(mrb, parts, text_value(mrb, &problem->problem));
  mrb_ary_push(mrb, parts, text_value(mrb, &problem->context));
  return mrb_assoc_new(mrb, mrb_nil_value(), parts);
}

/* parser.__next: a handler's method, its arguments, the lines and columns of the event; nil and what a SyntaxError is
   made of if the text is wrong; nil past the end. */
static mrb_value
next_event(mrb_state *mrb, mrb_value self)
{
  struct reader *reader = reader_of(mrb, self);
  struct kobako_yaml_event event;
  struct kobako_yaml_problem problem;
  mrb_value args, result;

  if (!reader->parser) return mrb_nil_value();
  if (!kobako_yaml->next(reader->parser, &event, &problem)) {
    result = problem_value(mrb, &problem);
    close_reader(reader);
    return result;
  }
  reader->end = event.end;
  reader->index = event.index;
  args = mrb_ary_new_capa(mrb, 6);
  result = mrb_assoc_new(mrb, mrb_symbol_value(handler_call(mrb, &event, args)), args);
  mrb_ary_push(mrb, result, mrb_int_value(mrb, event.start.line));
  mrb_ary_push(mrb, result, mrb_int_value(mrb, event.start.column));
  mrb_ary_push(mrb, result, mrb_int_value(mrb, event.end.line));
  mrb_ary_push(mrb, result, mrb_int_value(mrb, event.end.column));
  if (event.kind == KOBAKO_YAML_STREAM_END) close_reader(reader);
  return result;
}

static mrb_value
close_text(mrb_state *mrb, mrb_value self)
{
  close_reader(reader_of(mrb, self));
  return self;
}

/* parser.__place: the bytes, lines and columns that were read. */
static mrb_value
place(mrb_state *mrb, mrb_value self)
{
  struct reader *reader = reader_of(mrb, self);
  mrb_value parts = mrb_ary_new_capa(mrb, 3);

  mrb_ary_push(mrb, parts, mrb_int_value(mrb, reader->index));
  mrb_ary_push(mrb, parts, mrb_int_value(mrb, reader->end.line));
  mrb_ary_push(mrb, parts, mrb_int_value(mrb, reader->end.column));
  return parts;
}

struct RClass *
kobako_define_yaml_parser(mrb_state *mrb, struct RClass *psych)
{
  struct RClass *parser = mrb_define_class_under_id(mrb, psych, MRB_SYM(Parser), mrb->object_class);

  MRB_SET_INSTANCE_TT(parser, MRB_TT_CDATA);
  mrb_define_private_method_id(mrb, parser, MRB_SYM(__open), open_text, MRB_ARGS_REQ(2));
  mrb_define_private_method_id(mrb, parser, MRB_SYM(__next), next_event, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, parser, MRB_SYM(__close), close_text, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, parser, MRB_SYM(__place), place, MRB_ARGS_NONE());
  return parser;
}
