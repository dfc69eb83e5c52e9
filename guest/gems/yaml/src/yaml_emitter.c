/* Psych::Emitter: events to a text, which is written to an IO. */
#include <limits.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "yaml.h"

static void
free_emitter(mrb_state *mrb, void *data)
{
  if (data) kobako_yaml->close_emitter(data);
}

static const struct mrb_data_type type = { "Psych::Emitter", free_emitter };

static void *
emitter_of(mrb_state *mrb, mrb_value self)
{
  void *emitter = mrb_data_check_get_ptr(mrb, self, &type);

  if (!emitter) {
    emitter = kobako_yaml->open_emitter();
    mrb_data_init(self, emitter, &type);
  }
  return emitter;
}

static void
check_type(mrb_state *mrb, mrb_value value, enum mrb_vtype wanted, const char *name)
{
  if (mrb_type(value) == wanted) return;
  if (mrb_immediate_p(value) && !mrb_integer_p(value) && !mrb_symbol_p(value) && !mrb_float_p(value)) {
    mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %v (expected %s)", mrb_inspect(mrb, value), name);
  }
  mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %T (expected %s)", value, name);
}

static int32_t
int_of(mrb_state *mrb, mrb_value value)
{
  mrb_int number = mrb_as_int(mrb, value);

  if (number < INT32_MIN || number > INT32_MAX) {
    mrb_raisef(mrb, E_RANGE_ERROR, "integer %i too %s to convert to 'int'", number, number < 0 ? "small" : "big");
  }
  return (int32_t)number;
}

static struct kobako_text
text_of(mrb_state *mrb, mrb_value string)
{
  struct kobako_text text;

  check_type(mrb, string, MRB_TT_STRING, "String");
  text.bytes = RSTRING_PTR(string);
  text.len = (size_t)RSTRING_LEN(string);
  return text;
}

/* Of nil none; it ends up as a C string. */
static struct kobako_text
name_of(mrb_state *mrb, mrb_value string)
{
  struct kobako_text none = { NULL, 0 };

  if (mrb_nil_p(string)) return none;
  check_type(mrb, string, MRB_TT_STRING, "String");
  mrb_string_cstr(mrb, string);
  return text_of(mrb, string);
}

mrb_value
kobako_yaml_emit(mrb_state *mrb, mrb_value self, const struct kobako_yaml_event *event)
{
  struct kobako_text written, problem;
  mrb_bool emitted = kobako_yaml->emit(emitter_of(mrb, self), event, &written, &problem);
  mrb_value text = mrb_nil_value();

  if (!emitted) text = mrb_str_new(mrb, problem.bytes, (mrb_int)problem.len);
  if (written.len > 0) {
    mrb_value bytes = mrb_str_new(mrb, written.bytes, (mrb_int)written.len);
    mrb_funcall_argv(mrb, mrb_iv_get(mrb, self, MRB_SYM(io)), MRB_SYM(write), 1, &bytes);
  }
  if (!emitted) mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_RUNTIME_ERROR, text));
  return self;
}

static mrb_value
set(mrb_state *mrb, mrb_value self, enum kobako_yaml_setting setting, mrb_value value)
{
  kobako_yaml->set(emitter_of(mrb, self), setting, int_of(mrb, value));
  return value;
}

static mrb_value
get(mrb_state *mrb, mrb_value self, enum kobako_yaml_setting setting)
{
  return mrb_int_value(mrb, kobako_yaml->get(emitter_of(mrb, self), setting));
}

static mrb_value
set_canonical(mrb_state *mrb, mrb_value self)
{
  mrb_value value = mrb_get_arg1(mrb);

  set(mrb, self, KOBAKO_YAML_CANONICAL, mrb_fixnum_value(mrb_true_p(value)));
  return value;
}

static mrb_value
canonical(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(mrb_integer(get(mrb, self, KOBAKO_YAML_CANONICAL)) != 0);
}

static mrb_value
set_indentation(mrb_state *mrb, mrb_value self)
{
  return set(mrb, self, KOBAKO_YAML_INDENTATION, mrb_get_arg1(mrb));
}

static mrb_value
indentation(mrb_state *mrb, mrb_value self)
{
  return get(mrb, self, KOBAKO_YAML_INDENTATION);
}

static mrb_value
set_line_width(mrb_state *mrb, mrb_value self)
{
  return set(mrb, self, KOBAKO_YAML_LINE_WIDTH, mrb_get_arg1(mrb));
}

static mrb_value
line_width(mrb_state *mrb, mrb_value self)
{
  return get(mrb, self, KOBAKO_YAML_LINE_WIDTH);
}

/* Psych::Emitter.new(io, options) */
static mrb_value
initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value io, options = mrb_nil_value();

  if (mrb_get_args(mrb, "o|o", &io, &options) == 2) {
    mrb_value width = mrb_funcall_id(mrb, options, MRB_SYM(line_width), 0);
    mrb_value indent = mrb_funcall_id(mrb, options, MRB_SYM(indentation), 0);
    mrb_value plain = mrb_funcall_id(mrb, options, MRB_SYM(canonical), 0);
    set(mrb, self, KOBAKO_YAML_LINE_WIDTH, width);
    set(mrb, self, KOBAKO_YAML_INDENTATION, indent);
    set(mrb, self, KOBAKO_YAML_CANONICAL, mrb_fixnum_value(mrb_true_p(plain)));
  }
  /* A name without an @ is out of a script's reach. */
  mrb_iv_set(mrb, self, MRB_SYM(io), io);
  return self;
}

static mrb_value
start_stream(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_STREAM_START };
  mrb_value encoding = mrb_get_arg1(mrb);

  check_type(mrb, encoding, MRB_TT_INTEGER, "Integer");
  event.style = (uint32_t)int_of(mrb, encoding);
  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
end_stream(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_STREAM_END };

  return kobako_yaml_emit(mrb, self, &event);
}

static void
take_version(mrb_state *mrb, struct kobako_yaml_event *event, mrb_value version)
{
  check_type(mrb, version, MRB_TT_ARRAY, "Array");
  if (RARRAY_LEN(version) == 0) return;
  event->versioned = TRUE;
  event->major = int_of(mrb, mrb_ary_entry(version, 0));
  event->minor = int_of(mrb, mrb_ary_entry(version, 1));
}

/* The handles and prefixes of tags, one after the other: Strings of their own, as to_str may change the tags. */
static mrb_value
tag_names(mrb_state *mrb, mrb_value tags)
{
  mrb_value names = mrb_ary_new(mrb);

  check_type(mrb, tags, MRB_TT_ARRAY, "Array");
  tags = mrb_ary_dup(mrb, tags);
  for (mrb_int i = 0; i < RARRAY_LEN(tags); i++) {
    mrb_value pair = RARRAY_PTR(tags)[i];
    check_type(mrb, pair, MRB_TT_ARRAY, "Array");
    if (RARRAY_LEN(pair) < 2) mrb_raise(mrb, E_RUNTIME_ERROR, "tag tuple must be of length 2");
    for (mrb_int side = 0; side < 2; side++) {
      mrb_value name = mrb_ensure_string_type(mrb, mrb_ary_entry(pair, side));
      mrb_ary_push(mrb, names, mrb_str_dup(mrb, name));
    }
  }
  return names;
}

/* `room` has a place for each pair of names. */
static void
take_tags(mrb_state *mrb, struct kobako_yaml_event *event, mrb_value names, struct kobako_yaml_directive *room)
{
  event->directives = room;
  event->directive_count = (size_t)RARRAY_LEN(names) / 2;
  for (size_t i = 0; i < event->directive_count; i++) {
    room[i].handle = name_of(mrb, RARRAY_PTR(names)[2 * i]);
    room[i].prefix = name_of(mrb, RARRAY_PTR(names)[2 * i + 1]);
  }
}

static mrb_value
start_document(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_DOCUMENT_START };
  mrb_value version, tags, implicit, names, room;

  mrb_get_args(mrb, "ooo", &version, &tags, &implicit);
  take_version(mrb, &event, version);
  if (mrb_test(tags)) {
    names = tag_names(mrb, tags);
    room = mrb_str_new(mrb, NULL, RARRAY_LEN(names) / 2 * (mrb_int)sizeof(struct kobako_yaml_directive) + 8);
    take_tags(mrb, &event, names, (struct kobako_yaml_directive *)(((uintptr_t)RSTRING_PTR(room) + 7) & ~(uintptr_t)7));
  }
  event.implicit = mrb_test(implicit);
  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
end_document(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_DOCUMENT_END };

  event.implicit = mrb_test(mrb_get_arg1(mrb));
  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
scalar(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_SCALAR };
  mrb_value value, anchor, tag, plain, quoted, style;

  mrb_get_args(mrb, "oooooo", &value, &anchor, &tag, &plain, &quoted, &style);
  event.value = text_of(mrb, value);
  event.anchor = name_of(mrb, anchor);
  event.tag = name_of(mrb, tag);
  event.implicit = mrb_test(plain);
  event.quoted = mrb_test(quoted);
  event.style = (uint32_t)int_of(mrb, style);
  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
start_collection(mrb_state *mrb, mrb_value self, enum kobako_yaml_kind kind)
{
  struct kobako_yaml_event event = { kind };
  mrb_value anchor, tag, implicit, style;

  mrb_get_args(mrb, "oooo", &anchor, &tag, &implicit, &style);
  event.anchor = name_of(mrb, anchor);
  event.tag = name_of(mrb, tag);
  event.implicit = mrb_test(implicit);
  event.style = (uint32_t)int_of(mrb, style);
  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
start_sequence(mrb_state *mrb, mrb_value self)
{
  return start_collection(mrb, self, KOBAKO_YAML_SEQUENCE_START);
}

static mrb_value
end_sequence(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_SEQUENCE_END };

  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
start_mapping(mrb_state *mrb, mrb_value self)
{
  return start_collection(mrb, self, KOBAKO_YAML_MAPPING_START);
}

static mrb_value
end_mapping(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_MAPPING_END };

  return kobako_yaml_emit(mrb, self, &event);
}

static mrb_value
alias(mrb_state *mrb, mrb_value self)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_ALIAS };

  event.anchor = name_of(mrb, mrb_get_arg1(mrb));
  return kobako_yaml_emit(mrb, self, &event);
}

struct RClass *
kobako_define_yaml_emitter(mrb_state *mrb, struct RClass *psych)
{
  struct RClass *handler = mrb_define_class_under_id(mrb, psych, MRB_SYM(Handler), mrb->object_class);
  struct RClass *emitter = mrb_define_class_under_id(mrb, psych, MRB_SYM(Emitter), handler);

  MRB_SET_INSTANCE_TT(emitter, MRB_TT_CDATA);
  mrb_define_private_method_id(mrb, emitter, MRB_SYM(initialize), initialize, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(start_stream), start_stream, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(end_stream), end_stream, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM(start_document), start_document, MRB_ARGS_REQ(3));
  mrb_define_method_id(mrb, emitter, MRB_SYM(end_document), end_document, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(scalar), scalar, MRB_ARGS_REQ(6));
  mrb_define_method_id(mrb, emitter, MRB_SYM(start_sequence), start_sequence, MRB_ARGS_REQ(4));
  mrb_define_method_id(mrb, emitter, MRB_SYM(end_sequence), end_sequence, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM(start_mapping), start_mapping, MRB_ARGS_REQ(4));
  mrb_define_method_id(mrb, emitter, MRB_SYM(end_mapping), end_mapping, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM(alias), alias, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(canonical), canonical, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM_E(canonical), set_canonical, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(indentation), indentation, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM_E(indentation), set_indentation, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, emitter, MRB_SYM(line_width), line_width, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, emitter, MRB_SYM_E(line_width), set_line_width, MRB_ARGS_REQ(1));
  return emitter;
}
