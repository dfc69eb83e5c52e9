/* The value of a document without tags, aliases and merged mappings, built as it is parsed. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "yaml.h"

/* How deep collections are, with room for what the parser lets pass (guest/src/yaml/parser.rs). */
#define DEPTH 1024

struct loader {
  mrb_state *mrb;
  mrb_value scanner;
  mrb_bool symbolize;
  mrb_bool freeze;
  /* Of each collection under way: itself, and the key whose value comes next. */
  mrb_value open;
  mrb_bool keyed[DEPTH];
  mrb_value result;
};

static mrb_int
depth_of(struct loader *l)
{
  return RARRAY_LEN(l->open) / 2;
}

static mrb_value
frozen(struct loader *l, mrb_value value)
{
  return l->freeze ? mrb_obj_freeze(l->mrb, value) : value;
}

static mrb_bool
merge_p(mrb_value key)
{
  return mrb_string_p(key) && RSTRING_LEN(key) == 2 && RSTRING_PTR(key)[0] == '<' && RSTRING_PTR(key)[1] == '<';
}

/* FALSE for a key that merges. */
static mrb_bool
add(struct loader *l, mrb_value value)
{
  mrb_state *mrb = l->mrb;
  mrb_int depth = depth_of(l);
  mrb_value *top;

  if (depth == 0) {
    mrb_ary_push(mrb, l->result, value);
    return TRUE;
  }
  top = RARRAY_PTR(l->open) + 2 * (depth - 1);
  if (mrb_array_p(top[0])) mrb_ary_push(mrb, top[0], value);
  else if (l->keyed[depth - 1]) {
    l->keyed[depth - 1] = FALSE;
    mrb_hash_set(mrb, top[0], top[1], value);
  }
  else {
    if (merge_p(value)) return FALSE;
    if (l->symbolize && mrb_string_p(value)) value = mrb_symbol_value(mrb_intern_str(mrb, value));
    mrb_ary_set(mrb, l->open, 2 * depth - 1, value);
    l->keyed[depth - 1] = TRUE;
  }
  return TRUE;
}

static mrb_bool
open_collection(struct loader *l, const struct kobako_yaml_event *event, mrb_value collection)
{
  mrb_int depth = depth_of(l);

  if (event->tag.bytes || depth == DEPTH) return FALSE;
  l->keyed[depth] = FALSE;
  mrb_ary_push(l->mrb, l->open, collection);
  mrb_ary_push(l->mrb, l->open, mrb_nil_value());
  return TRUE;
}

static mrb_bool
close_collection(struct loader *l)
{
  mrb_value collection;

  mrb_ary_pop(l->mrb, l->open);
  collection = mrb_ary_pop(l->mrb, l->open);
  mrb_gc_protect(l->mrb, collection);
  return add(l, frozen(l, collection));
}

static mrb_bool
add_scalar(struct loader *l, const struct kobako_yaml_event *event)
{
  mrb_state *mrb = l->mrb;
  const struct kobako_text *text = &event->value;
  mrb_value value;

  if (event->tag.bytes) return FALSE;
  if (event->quoted) value = mrb_str_new(mrb, text->bytes, (mrb_int)text->len);
  else if (!kobako_yaml_resolve(mrb, text->bytes, text->len, &value)) {
    mrb_value string = mrb_str_new(mrb, text->bytes, (mrb_int)text->len);
    value = mrb_funcall_argv(mrb, l->scanner, MRB_SYM(tokenize), 1, &string);
  }
  return add(l, frozen(l, value));
}

/* FALSE for what takes nodes to load. */
static mrb_bool
take(struct loader *l, const struct kobako_yaml_event *event)
{
  switch (event->kind) {
  case KOBAKO_YAML_STREAM_START:
  case KOBAKO_YAML_DOCUMENT_START:
    return TRUE;
  case KOBAKO_YAML_SCALAR:
    return add_scalar(l, event);
  case KOBAKO_YAML_SEQUENCE_START:
    return open_collection(l, event, mrb_ary_new(l->mrb));
  case KOBAKO_YAML_MAPPING_START:
    return open_collection(l, event, mrb_hash_new(l->mrb));
  case KOBAKO_YAML_SEQUENCE_END:
  case KOBAKO_YAML_MAPPING_END:
    return close_collection(l);
  default:
    return FALSE;
  }
}

/* parser.__plain(scanner, symbolize, freeze): the value of the first document in an Array; nil if it takes nodes to
   load, or if it is wrong. */
mrb_value
kobako_yaml_load_plain(mrb_state *mrb, mrb_value self)
{
  struct loader l = { mrb };
  struct kobako_yaml_event event;
  struct kobako_yaml_problem problem;
  int arena;

  mrb_get_args(mrb, "obb", &l.scanner, &l.symbolize, &l.freeze);
  l.open = mrb_ary_new(mrb);
  l.result = mrb_ary_new_capa(mrb, 1);
  arena = mrb_gc_arena_save(mrb);
  for (;;) {
    void *parser = kobako_yaml_reader(mrb, self);
    if (!parser || !kobako_yaml->next(parser, &event, &problem)) return mrb_nil_value();
    if (event.kind == KOBAKO_YAML_DOCUMENT_END) return l.result;
    if (!take(&l, &event)) return mrb_nil_value();
    mrb_gc_arena_restore(mrb, arena);
  }
}
