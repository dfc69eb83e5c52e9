/* JSON::State#generate: values to a text. What is no value of JSON is asked for its to_json, else its to_s. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "json.h"
#include "json_errors.h"
#include "json_float.h"
#include "json_string.h"

/* Levels of a text without max_nesting, for which the stack is large enough. */
#define MAX_LEVELS 1000

struct RClass *kobako_json_state;

struct generator {
  mrb_state *mrb;
  mrb_value state;  /* nil until it is asked for */
  mrb_value holder; /* an Array that keeps it */
  mrb_value text;
  mrb_value indent, space, space_before, object_nl, array_nl;
  mrb_int depth;
  mrb_int max_nesting;
  mrb_bool allow_nan, ascii_only, script_safe, strict;
};

static void generate(struct generator *g, mrb_value value);
void mrb_check_c_stack(mrb_state *mrb);

static mrb_value
layout(mrb_state *mrb, mrb_value state, mrb_sym name)
{
  mrb_value text = mrb_iv_get(mrb, state, name);

  if (mrb_nil_p(text)) return mrb_str_new(mrb, NULL, 0);
  return mrb_str_dup(mrb, mrb_ensure_string_type(mrb, text));
}

static void
cat(struct generator *g, const char *bytes, size_t len)
{
  mrb_str_cat(g->mrb, g->text, bytes, len);
}

#define CAT(literal) cat(g, literal, sizeof(literal) - 1)

static void
cat_layout(struct generator *g, mrb_value text)
{
  if (RSTRING_LEN(text) > 0) mrb_str_cat_str(g->mrb, g->text, text);
}

static void
break_line(struct generator *g, mrb_value newline)
{
  if (RSTRING_LEN(newline) == 0) return;
  cat_layout(g, newline);
  for (mrb_int i = 0; i < g->depth; i++) cat_layout(g, g->indent);
}

static void
generate_string(struct generator *g, mrb_value string)
{
  kobako_json_string(g->mrb, g->text, string, g->ascii_only, g->script_safe);
}

static void
enter(struct generator *g)
{
  mrb_int limit = g->max_nesting > 0 ? g->max_nesting : MAX_LEVELS;

  if (g->depth >= limit) {
    mrb_raisef(g->mrb, kobako_json_errors[KOBAKO_JSON_NESTING], "nesting of %i is too deep", g->depth);
  }
  if (g->depth >= MAX_LEVELS) mrb_check_c_stack(g->mrb);
  g->depth++;
}

static void
generate_array(struct generator *g, mrb_value array)
{
  int arena = mrb_gc_arena_save(g->mrb);

  enter(g);
  if (RARRAY_LEN(array) == 0) {
    g->depth--;
    CAT("[]");
    return;
  }
  CAT("[");
  cat_layout(g, g->array_nl);
  for (mrb_int i = 0; i < RARRAY_LEN(array); i++) {
    if (i > 0) {
      CAT(",");
      cat_layout(g, g->array_nl);
    }
    if (RSTRING_LEN(g->array_nl) > 0) {
      for (mrb_int j = 0; j < g->depth; j++) cat_layout(g, g->indent);
    }
    generate(g, RARRAY_PTR(array)[i]);
    mrb_gc_arena_restore(g->mrb, arena);
  }
  g->depth--;
  break_line(g, g->array_nl);
  CAT("]");
}

static mrb_value
text_of_key(mrb_state *mrb, mrb_value key)
{
  if (mrb_symbol_p(key)) return mrb_sym_str(mrb, mrb_symbol(key));
  if (mrb_string_p(key) && mrb_class(mrb, key) == mrb->string_class) return key;
  return mrb_obj_as_string(mrb, key);
}

/* Whether it is a value of JSON as it is, whatever its class defines. */
static mrb_bool
plain_p(mrb_state *mrb, mrb_value value)
{
  struct RClass *class = mrb_class(mrb, value);

  return class == mrb->hash_class || class == mrb->array_class || class == mrb->string_class ||
         (mrb_type(value) < MRB_TT_OBJECT && mrb_type(value) != MRB_TT_CPTR) || mrb_type(value) == MRB_TT_BIGINT;
}

/* What `strict` takes for a value or a key: what it is, or what as_json gives for it. */
static mrb_value
strictly(struct generator *g, mrb_value value, mrb_bool key)
{
  mrb_state *mrb = g->mrb;
  mrb_value conversion = mrb_iv_get(mrb, g->state, MRB_IVSYM(as_json));

  for (int asked = 0; asked < 2; asked++) {
    if (key ? mrb_symbol_p(value) || mrb_string_p(value) : plain_p(mrb, value)) return value;
    if (asked || !mrb_test(conversion)) break;
    mrb_value args[] = { value, mrb_bool_value(key) };
    value = mrb_funcall_argv(mrb, conversion, MRB_SYM(call), 2, args);
    mrb_gc_protect(mrb, value);
  }
  mrb_raisef(mrb, kobako_json_errors[KOBAKO_JSON_GENERATOR], "%v not allowed%s in JSON",
             mrb_obj_value(mrb_class(mrb, value)), key ? " as object key" : "");
}

static void
generate_hash(struct generator *g, mrb_value hash)
{
  mrb_state *mrb = g->mrb;
  int arena = mrb_gc_arena_save(mrb);
  mrb_value keys;

  enter(g);
  if (mrb_hash_empty_p(mrb, hash)) {
    g->depth--;
    CAT("{}");
    return;
  }
  CAT("{");
  /* What is asked for its to_json may change the Hash. */
  keys = mrb_hash_keys(mrb, hash);
  int kept = mrb_gc_arena_save(mrb);
  for (mrb_int i = 0; i < RARRAY_LEN(keys); i++) {
    mrb_value key = RARRAY_PTR(keys)[i], key_value = key;
    if (i > 0) CAT(",");
    break_line(g, g->object_nl);
    if (g->strict) key_value = strictly(g, key, TRUE);
    generate_string(g, text_of_key(mrb, key_value));
    cat_layout(g, g->space_before);
    CAT(":");
    cat_layout(g, g->space);
    mrb_value value = mrb_hash_fetch(mrb, hash, key, mrb_nil_value());
    mrb_gc_protect(mrb, value);
    generate(g, value);
    mrb_gc_arena_restore(mrb, kept);
  }
  mrb_gc_arena_restore(mrb, arena);
  g->depth--;
  break_line(g, g->object_nl);
  CAT("}");
}

static void
generate_float(struct generator *g, mrb_value value)
{
  mrb_value text = mrb_obj_as_string(g->mrb, value);

  if (isfinite(mrb_float(value))) {
    kobako_json_float(g->mrb, g->text, text);
    return;
  }
  if (!g->allow_nan) {
    mrb_raisef(g->mrb, kobako_json_errors[KOBAKO_JSON_GENERATOR], "%v not allowed in JSON", text);
  }
  mrb_str_cat_str(g->mrb, g->text, text);
}

/* The state, of the usual settings if none was given. */
static mrb_value
state_of(struct generator *g)
{
  mrb_state *mrb = g->mrb;

  if (mrb_nil_p(g->state)) {
    g->state = mrb_obj_new(mrb, kobako_json_state, 0, NULL);
    mrb_ary_push(mrb, g->holder, g->state);
  }
  mrb_iv_set(mrb, g->state, MRB_IVSYM(depth), mrb_int_value(mrb, g->depth));
  return g->state;
}

static void
generate_other(struct generator *g, mrb_value value)
{
  mrb_state *mrb = g->mrb;
  mrb_value text;

  if (!mrb_respond_to(mrb, value, MRB_SYM(to_json))) {
    generate_string(g, mrb_obj_as_string(mrb, value));
    return;
  }
  mrb_value state = state_of(g);
  text = mrb_funcall_argv(mrb, value, MRB_SYM(to_json), 1, &state);
  if (!mrb_string_p(text)) mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %T (expected String)", text);
  mrb_str_cat_str(mrb, g->text, text);
}

/* A value by its type, whatever its class defines. */
static void
generate_core(struct generator *g, mrb_value value)
{
  mrb_state *mrb = g->mrb;

  switch (mrb_type(value)) {
  case MRB_TT_FALSE:
    if (mrb_nil_p(value)) CAT("null");
    else CAT("false");
    break;
  case MRB_TT_TRUE:
    CAT("true");
    break;
  case MRB_TT_INTEGER:
  case MRB_TT_BIGINT:
    mrb_str_cat_str(mrb, g->text, mrb_integer_to_str(mrb, value, 10));
    break;
  case MRB_TT_FLOAT:
    generate_float(g, value);
    break;
  case MRB_TT_STRING:
    generate_string(g, value);
    break;
  case MRB_TT_SYMBOL:
    generate_string(g, mrb_sym_str(mrb, mrb_symbol(value)));
    break;
  case MRB_TT_ARRAY:
    generate_array(g, value);
    break;
  case MRB_TT_HASH:
    generate_hash(g, value);
    break;
  default:
    generate_string(g, mrb_obj_as_string(mrb, value));
  }
}

static void
generate(struct generator *g, mrb_value value)
{
  mrb_state *mrb = g->mrb;
  int arena = mrb_gc_arena_save(mrb);

  /* A script may take it out of what holds it meanwhile. */
  mrb_gc_protect(mrb, value);
  if (g->strict) value = strictly(g, value, FALSE);
  if (plain_p(mrb, value)) generate_core(g, value);
  else generate_other(g, value);
  mrb_gc_arena_restore(mrb, arena);
}

static void
begin(struct generator *g, mrb_state *mrb)
{
  mrb_value none = mrb_str_new(mrb, NULL, 0);

  g->mrb = mrb;
  g->state = mrb_nil_value();
  g->holder = mrb_ary_new(mrb);
  g->text = mrb_str_new(mrb, NULL, 0);
  g->indent = g->space = g->space_before = g->object_nl = g->array_nl = none;
  g->depth = 0;
  g->max_nesting = 100;
  g->allow_nan = g->ascii_only = g->script_safe = g->strict = FALSE;
}

static void
begin_with(struct generator *g, mrb_state *mrb, mrb_value state)
{
  mrb_value depth = mrb_iv_get(mrb, state, MRB_IVSYM(depth)), nesting = mrb_iv_get(mrb, state, MRB_IVSYM(max_nesting));

  begin(g, mrb);
  g->state = state;
  g->indent = layout(mrb, state, MRB_IVSYM(indent));
  g->space = layout(mrb, state, MRB_IVSYM(space));
  g->space_before = layout(mrb, state, MRB_IVSYM(space_before));
  g->object_nl = layout(mrb, state, MRB_IVSYM(object_nl));
  g->array_nl = layout(mrb, state, MRB_IVSYM(array_nl));
  g->depth = mrb_integer_p(depth) && mrb_integer(depth) > 0 ? mrb_integer(depth) : 0;
  g->max_nesting = mrb_integer_p(nesting) ? mrb_integer(nesting) : 0;
  g->allow_nan = mrb_test(mrb_iv_get(mrb, state, MRB_IVSYM(allow_nan)));
  g->ascii_only = mrb_test(mrb_iv_get(mrb, state, MRB_IVSYM(ascii_only)));
  g->script_safe = mrb_test(mrb_iv_get(mrb, state, MRB_IVSYM(script_safe)));
  g->strict = mrb_test(mrb_iv_get(mrb, state, MRB_IVSYM(strict)));
}

/* state.generate(value) */
mrb_value
kobako_json_generate_with(mrb_state *mrb, mrb_value self)
{
  struct generator g;

  begin_with(&g, mrb, self);
  generate(&g, mrb_get_arg1(mrb));
  return g.text;
}

/* JSON.__generate(value), with the usual settings */
mrb_value
kobako_json_generate(mrb_state *mrb, mrb_value self)
{
  struct generator g;

  begin(&g, mrb);
  generate(&g, mrb_get_arg1(mrb));
  return g.text;
}

/* value.to_json(settings = nil, *): a part of a text at the depth of a state. */
mrb_value
kobako_json_to_json(mrb_state *mrb, mrb_value self)
{
  const mrb_value *argv;
  mrb_int argc;
  mrb_value settings;
  struct generator g;

  mrb_get_args(mrb, "*!", &argv, &argc);
  settings = argc > 0 ? argv[0] : mrb_nil_value();
  if (mrb_test(settings)) {
    mrb_value state = mrb_obj_value(kobako_json_state);
    begin_with(&g, mrb, mrb_funcall_argv(mrb, state, MRB_SYM(from_state), 1, &settings));
  }
  else {
    begin(&g, mrb);
  }
  generate_core(&g, self);
  return g.text;
}
