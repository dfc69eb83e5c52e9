/* Hashes, Arrays and scalars to events at once, without a tree, where no collection stands twice. */
#include <math.h>
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "yaml.h"

/* How deep collections may be. */
#define DEPTH 1000

enum { ANY = 0, BLOCK = 1, PLAIN = 1 };

struct dumper {
  mrb_state *mrb;
  mrb_value emitter;
  mrb_value visitor;
  mrb_value seen; /* the addresses of the collections */
  mrb_int depth;
  mrb_int unfolded; /* how long a string may be on one line */
};

static mrb_bool dump(struct dumper *d, mrb_value value);

static struct kobako_text
text_of(mrb_value string)
{
  return (struct kobako_text){ RSTRING_PTR(string), (size_t)RSTRING_LEN(string) };
}

static mrb_bool
emit_kind(struct dumper *d, enum kobako_yaml_kind kind)
{
  struct kobako_yaml_event event = { kind, BLOCK, TRUE };

  kobako_yaml_emit(d->mrb, d->emitter, &event);
  return TRUE;
}

/* A String may be quoted without a tag; other scalars would be Strings then. */
static mrb_bool
emit_plain(struct dumper *d, struct kobako_text text, uint32_t style)
{
  struct kobako_yaml_event event = { KOBAKO_YAML_SCALAR, style, TRUE };

  event.quoted = style == PLAIN;
  event.value = text;
  kobako_yaml_emit(d->mrb, d->emitter, &event);
  return TRUE;
}

static mrb_bool
emit_nil(struct dumper *d)
{
  static const char tag[] = "tag:yaml.org,2002:null";
  struct kobako_yaml_event event = { KOBAKO_YAML_SCALAR, ANY, TRUE };

  event.value = (struct kobako_text){ "", 0 };
  event.tag = (struct kobako_text){ tag, sizeof(tag) - 1 };
  kobako_yaml_emit(d->mrb, d->emitter, &event);
  return TRUE;
}

/* As the visitor has it, which gives what it would have emitted. */
static mrb_bool
emit_visited(struct dumper *d, mrb_value value)
{
  mrb_value args = mrb_funcall_argv(d->mrb, d->visitor, MRB_SYM(accept), 1, &value);

  if (!mrb_array_p(args) || RARRAY_LEN(args) != 6) return FALSE;
  mrb_funcall_argv(d->mrb, d->emitter, MRB_SYM(scalar), 6, RARRAY_PTR(args));
  return TRUE;
}

/* Whether it is written without quotes for all that Psych knows; libyaml may quote it yet. */
static mrb_bool
plain_string_p(struct dumper *d, mrb_value string)
{
  const char *text = RSTRING_PTR(string);
  mrb_int len = RSTRING_LEN(string);
  mrb_value value;

  if (len > d->unfolded || (len == 1 && strchr("yYnN", *text))) return FALSE;
  return len > 0 && kobako_yaml_resolve(d->mrb, text, (size_t)len, &value) && mrb_string_p(value);
}

static mrb_bool
dump_string(struct dumper *d, mrb_value string)
{
  if (mrb_obj_ptr(string)->c != d->mrb->string_class) return FALSE;
  return plain_string_p(d, string) ? emit_plain(d, text_of(string), PLAIN) : emit_visited(d, string);
}

static mrb_bool
dump_float(struct dumper *d, mrb_value number)
{
  if (!isfinite(mrb_float(number))) return emit_visited(d, number);
  return emit_plain(d, text_of(mrb_funcall_argv(d->mrb, number, MRB_SYM(to_s), 0, NULL)), ANY);
}

static mrb_bool
dump_symbol(struct dumper *d, mrb_value symbol)
{
  mrb_value text = mrb_str_new_lit(d->mrb, ":");

  mrb_str_cat_str(d->mrb, text, mrb_sym_str(d->mrb, mrb_symbol(symbol)));
  return RSTRING_LEN(text) == 1 ? emit_visited(d, symbol) : emit_plain(d, text_of(text), ANY);
}

/* FALSE for one that stands twice, or is of a class of its own. */
static mrb_bool
enter(struct dumper *d, mrb_value collection, const struct RClass *class)
{
  mrb_value address = mrb_int_value(d->mrb, (mrb_int)(uintptr_t)mrb_ptr(collection));

  if (mrb_obj_ptr(collection)->c != class || d->depth == DEPTH) return FALSE;
  if (mrb_hash_key_p(d->mrb, d->seen, address)) return FALSE;
  mrb_hash_set(d->mrb, d->seen, address, mrb_true_value());
  d->depth++;
  return TRUE;
}

static mrb_bool
dump_array(struct dumper *d, mrb_value array)
{
  int arena = mrb_gc_arena_save(d->mrb);

  if (!enter(d, array, d->mrb->array_class)) return FALSE;
  emit_kind(d, KOBAKO_YAML_SEQUENCE_START);
  for (mrb_int i = 0; i < RARRAY_LEN(array); i++) {
    if (!dump(d, RARRAY_PTR(array)[i])) return FALSE;
    mrb_gc_arena_restore(d->mrb, arena);
  }
  d->depth--;
  return emit_kind(d, KOBAKO_YAML_SEQUENCE_END);
}

static mrb_bool
dump_hash(struct dumper *d, mrb_value hash)
{
  int arena;
  mrb_value keys, values;

  if (!enter(d, hash, d->mrb->hash_class)) return FALSE;
  keys = mrb_hash_keys(d->mrb, hash);
  values = mrb_hash_values(d->mrb, hash);
  arena = mrb_gc_arena_save(d->mrb);
  emit_kind(d, KOBAKO_YAML_MAPPING_START);
  for (mrb_int i = 0; i < RARRAY_LEN(keys); i++) {
    if (!dump(d, RARRAY_PTR(keys)[i]) || !dump(d, RARRAY_PTR(values)[i])) return FALSE;
    mrb_gc_arena_restore(d->mrb, arena);
  }
  d->depth--;
  return emit_kind(d, KOBAKO_YAML_MAPPING_END);
}

/* FALSE for what takes a tree. */
static mrb_bool
dump(struct dumper *d, mrb_value value)
{
  if (mrb_respond_to(d->mrb, value, MRB_SYM(encode_with))) return FALSE;
  switch (mrb_type(value)) {
  case MRB_TT_FALSE:
    return mrb_nil_p(value) ? emit_nil(d) : emit_plain(d, (struct kobako_text){ "false", 5 }, ANY);
  case MRB_TT_TRUE:
    return emit_plain(d, (struct kobako_text){ "true", 4 }, ANY);
  case MRB_TT_INTEGER:
    return emit_plain(d, text_of(mrb_integer_to_str(d->mrb, value, 10)), ANY);
  case MRB_TT_SYMBOL:
    return dump_symbol(d, value);
  case MRB_TT_STRING:
    return dump_string(d, value);
  case MRB_TT_FLOAT:
    return dump_float(d, value);
  case MRB_TT_ARRAY:
    return dump_array(d, value);
  case MRB_TT_HASH:
    return dump_hash(d, value);
  default:
    return FALSE;
  }
}

/* emitter.__plain(object, visitor, unfolded): emits what an object is; false for what takes a tree, of which a part may have been
   emitted. */
mrb_value
kobako_yaml_dump_plain(mrb_state *mrb, mrb_value self)
{
  struct dumper d = { mrb, self };
  mrb_value object;

  mrb_get_args(mrb, "ooi", &object, &d.visitor, &d.unfolded);
  d.seen = mrb_hash_new(mrb);
  return mrb_bool_value(dump(&d, object));
}
