/* JSON::State#generate: values to a text. What is no value of JSON is asked for its to_json, else its to_s. */
#include <math.h>
#include <string.h>
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

/* Levels of a text without max_nesting, for which the stack is large enough. */
#define MAX_LEVELS 1000

struct generator {
  mrb_state *mrb;
  mrb_value state;
  mrb_value text;
  mrb_value indent, space, space_before, object_nl, array_nl;
  mrb_int depth;
  mrb_int max_nesting;
  mrb_bool allow_nan, ascii_only, script_safe;
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
cat_escape(struct generator *g, uint32_t unit)
{
  static const char hex[] = "0123456789abcdef";
  char bytes[] = { '\\', 'u', hex[unit >> 12 & 15], hex[unit >> 8 & 15], hex[unit >> 4 & 15], hex[unit & 15] };

  cat(g, bytes, sizeof(bytes));
}

static void
cat_ascii(struct generator *g, uint32_t code)
{
  if (code < 0x10000) {
    cat_escape(g, code);
    return;
  }
  cat_escape(g, 0xd800 + ((code - 0x10000) >> 10));
  cat_escape(g, 0xdc00 + (code & 0x3ff));
}

/* The length of the UTF-8 character at `s`, 0 if there is none. */
static int
character(const char *s, const char *end, uint32_t *code)
{
  static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  unsigned char c = (unsigned char)*s;
  int len = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;

  if (len == 0 || end - s < len) return 0;
  *code = len == 1 ? c : c & (0x7f >> len);
  for (int i = 1; i < len; i++) {
    if ((s[i] & 0xc0) != 0x80) return 0;
    *code = *code << 6 | (s[i] & 0x3f);
  }
  if (*code < least[len] || *code > 0x10ffff || (*code & 0xfffff800) == 0xd800) return 0;
  return len;
}

/* The short escape of a character, or NULL. */
static const char *
short_escape(struct generator *g, uint32_t code)
{
  switch (code) {
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  case '\b':
    return "\\b";
  case '\f':
    return "\\f";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  case '/':
    return g->script_safe ? "\\/" : NULL;
  default:
    return NULL;
  }
}

/* A string of another encoding than UTF-8, US-ASCII and that of bytes as UTF-8. */
static mrb_value
utf8_text(mrb_state *mrb, mrb_value string)
{
  uint32_t encoding = RSTR_ENCODING(mrb_str_ptr(string));

  if (!(encoding & MRB_STR_BINARY) || encoding == MRB_STR_BINARY) return string;
  mrb_value utf8 = mrb_str_new_lit(mrb, "UTF-8");
  return mrb_ensure_string_type(mrb, mrb_funcall_argv(mrb, string, MRB_SYM(encode), 1, &utf8));
}

static void
generate_string(struct generator *g, mrb_value given)
{
  mrb_value string = utf8_text(g->mrb, given);
  /* Nothing is called from here on that could change the string. */
  const char *at = RSTRING_PTR(string), *from = at, *end = at + RSTRING_LEN(string), *escape;
  uint32_t code = 0;

  CAT("\"");
  while (at < end) {
    int len = character(at, end, &code);
    if (len == 0)
      mrb_raise(g->mrb, kobako_json_errors[KOBAKO_JSON_GENERATOR], "source sequence is illegal/malformed utf-8");
    escape = code < 0x80 ? short_escape(g, code) : NULL;
    if (escape || code < 0x20 || (code >= 0x80 && g->ascii_only) ||
        (g->script_safe && (code == 0x2028 || code == 0x2029))) {
      cat(g, from, at - from);
      if (escape) cat(g, escape, 2);
      else cat_ascii(g, code);
      from = at + len;
    }
    at += len;
  }
  cat(g, from, at - from);
  CAT("\"");
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
    mrb_value key = RARRAY_PTR(keys)[i];
    if (i > 0) CAT(",");
    break_line(g, g->object_nl);
    generate_string(g, text_of_key(mrb, key));
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

static void
generate_other(struct generator *g, mrb_value value)
{
  mrb_state *mrb = g->mrb;
  mrb_value text;

  if (!mrb_respond_to(mrb, value, MRB_SYM(to_json))) {
    generate_string(g, mrb_obj_as_string(mrb, value));
    return;
  }
  mrb_iv_set(mrb, g->state, MRB_IVSYM(depth), mrb_int_value(mrb, g->depth));
  text = mrb_funcall_argv(mrb, value, MRB_SYM(to_json), 1, &g->state);
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
  struct RClass *class = mrb_class(mrb, value);
  int arena = mrb_gc_arena_save(mrb);

  /* A script may take it out of what holds it meanwhile. */
  mrb_gc_protect(mrb, value);
  if (class == mrb->hash_class || class == mrb->array_class || class == mrb->string_class ||
      (mrb_type(value) < MRB_TT_OBJECT && mrb_type(value) != MRB_TT_CPTR) || mrb_type(value) == MRB_TT_BIGINT) {
    generate_core(g, value);
  }
  else {
    generate_other(g, value);
  }
  mrb_gc_arena_restore(mrb, arena);
}

static void
begin(struct generator *g, mrb_state *mrb, mrb_value state)
{
  mrb_value depth = mrb_iv_get(mrb, state, MRB_IVSYM(depth)), nesting = mrb_iv_get(mrb, state, MRB_IVSYM(max_nesting));

  g->mrb = mrb;
  g->state = state;
  g->text = mrb_str_new(mrb, NULL, 0);
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
}

/* state.generate(value) */
mrb_value
kobako_json_generate(mrb_state *mrb, mrb_value self)
{
  struct generator g;

  begin(&g, mrb, self);
  generate(&g, mrb_get_arg1(mrb));
  return g.text;
}

/* value.__to_json(state): a part of a text at the depth of the state. */
mrb_value
kobako_json_to_json(mrb_state *mrb, mrb_value self)
{
  struct generator g;

  begin(&g, mrb, mrb_get_arg1(mrb));
  generate_core(&g, self);
  return g.text;
}
