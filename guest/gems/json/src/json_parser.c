/* JSON.parse: a text to values, without recursion and without a call into guest code. */
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
#include <kobako_floats.h>
#include "json.h"
#include "json_errors.h"

/* Bytes of the text that an error quotes. */
#define QUOTED 40

struct parser {
  mrb_state *mrb;
  const char *start;
  const char *at;
  const char *end;
  mrb_value open;      /* of each container under way: itself, and its key or nil */
  mrb_int max_nesting; /* 0 is none */
  mrb_bool symbolize_names;
  mrb_bool allow_nan;
  mrb_bool freeze;
  mrb_value json;
  mrb_value decimals; /* the class that is asked for the value of a number with a point or an exponent; nil for Float */
};

static mrb_bool
continuation_p(char c)
{
  return (c & 0xc0) == 0x80;
}

static mrb_noreturn void
fail_at(struct parser *p, const char *at)
{
  mrb_state *mrb = p->mrb;
  const char *stop = p->end - at > QUOTED ? at + QUOTED : p->end;
  mrb_int line = 1, column = 1;
  mrb_value text, exc;

  for (const char *c = p->start; c < at; c++) {
    if (*c == '\n') {
      line++;
      column = 1;
    }
    else if (!continuation_p(*c)) {
      column++;
    }
  }
  while (stop < p->end && stop > at && continuation_p(*stop)) stop--;
  text = mrb_str_new_lit(mrb, "unexpected token at '");
  mrb_str_cat(mrb, text, at, stop - at);
  mrb_str_cat_str(mrb, text, mrb_format(mrb, "' (line %d, column %d)", (int)line, (int)column));
  if (at == p->end) text = mrb_format(mrb, "unexpected end of the text (line %d, column %d)", (int)line, (int)column);
  exc = mrb_exc_new_str(mrb, kobako_json_errors[KOBAKO_JSON_PARSER], text);
  mrb_iv_set(mrb, exc, MRB_IVSYM(line), mrb_int_value(mrb, line));
  mrb_iv_set(mrb, exc, MRB_IVSYM(column), mrb_int_value(mrb, column));
  mrb_exc_raise(mrb, exc);
}

/* White space and comments. */
static void
skip(struct parser *p)
{
  while (p->at < p->end) {
    const char *at = p->at;
    switch (*at) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
      p->at++;
      break;
    case '/':
      if (at + 1 < p->end && at[1] == '/') {
        const char *eol = (const char *)memchr(at, '\n', p->end - at);
        if (!eol) fail_at(p, at);
        p->at = eol + 1;
        break;
      }
      if (at + 1 == p->end || at[1] != '*') fail_at(p, at);
      for (p->at = at + 2; p->end - p->at >= 2 && !(p->at[0] == '*' && p->at[1] == '/'); p->at++);
      if (p->end - p->at < 2) fail_at(p, at);
      p->at += 2;
      break;
    default:
      return;
    }
  }
}

static int
hex4(const char *s)
{
  int code = 0;

  for (int i = 0; i < 4; i++) {
    char c = (char)(s[i] | 0x20);
    if (s[i] >= '0' && s[i] <= '9') code = code * 16 + s[i] - '0';
    else if (c >= 'a' && c <= 'f') code = code * 16 + c - 'a' + 10;
    else return -1;
  }
  return code;
}

static void
cat_utf8(struct parser *p, mrb_value text, uint32_t code)
{
  char bytes[4];
  int len;

  if (code < 0x80) {
    bytes[0] = (char)code;
    len = 1;
  }
  else if (code < 0x800) {
    bytes[0] = (char)(0xc0 | code >> 6);
    len = 2;
  }
  else if (code < 0x10000) {
    bytes[0] = (char)(0xe0 | code >> 12);
    len = 3;
  }
  else {
    bytes[0] = (char)(0xf0 | code >> 18);
    len = 4;
  }
  for (int i = 1; i < len; i++) bytes[i] = (char)(0x80 | (code >> 6 * (len - 1 - i) & 0x3f));
  mrb_str_cat(p->mrb, text, bytes, len);
}

/* Appends what the escape at `at`, a backslash, stands for; gives what follows it. */
static const char *
unescape(struct parser *p, mrb_value text, const char *at)
{
  static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
  const char *letter = strchr(letters, at[1]);
  int code, low;

  if (letter && *letter) {
    mrb_str_cat(p->mrb, text, &meant[letter - letters], 1);
    return at + 2;
  }
  if (at[1] != 'u') {
    mrb_str_cat(p->mrb, text, at + 1, 1);
    return at + 2;
  }
  code = p->end - at < 6 ? -1 : hex4(at + 2);
  if (code < 0) fail_at(p, at);
  if ((code & 0xfc00) == 0xd800) {
    low = p->end - at < 12 || at[6] != '\\' || at[7] != 'u' ? -1 : hex4(at + 8);
    if (low < 0 || (low & 0xfc00) != 0xdc00) fail_at(p, at);
    cat_utf8(p, text, 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff)));
    return at + 12;
  }
  cat_utf8(p, text, (uint32_t)code);
  return at + 6;
}

static mrb_value
string(struct parser *p)
{
  mrb_state *mrb = p->mrb;
  const char *from = p->at + 1, *at;
  mrb_value text = mrb_undef_value();

  for (at = from;;) {
    if (at == p->end) fail_at(p, at);
    if (*at == '"') break;
    if ((unsigned char)*at < 0x20) fail_at(p, at);
    if (*at != '\\') {
      at++;
      continue;
    }
    if (at + 1 == p->end) fail_at(p, p->end);
    if ((unsigned char)at[1] < 0x20) fail_at(p, at);
    if (mrb_undef_p(text)) text = mrb_str_new(mrb, from, at - from);
    else mrb_str_cat(mrb, text, from, at - from);
    from = at = unescape(p, text, at);
  }
  p->at = at + 1;
  if (mrb_undef_p(text)) return mrb_str_new(mrb, from, at - from);
  return mrb_str_cat(mrb, text, from, at - from);
}

static const char *
digits(struct parser *p, const char *at)
{
  if (at == p->end || *at < '0' || *at > '9') fail_at(p, at);
  while (at < p->end && *at >= '0' && *at <= '9') at++;
  return at;
}

static mrb_value
number(struct parser *p)
{
  const char *from = p->at, *at = from + (*from == '-'), *whole = at;
  mrb_bool is_float = FALSE;

  at = digits(p, at);
  if (at - whole > 1 && *whole == '0') fail_at(p, from);
  if (at < p->end && *at == '.') {
    is_float = TRUE;
    at = digits(p, at + 1);
  }
  if (at < p->end && (*at == 'e' || *at == 'E')) {
    is_float = TRUE;
    at++;
    if (at < p->end && (*at == '+' || *at == '-')) at++;
    at = digits(p, at);
  }
  p->at = at;
  if (is_float && !mrb_nil_p(p->decimals)) {
    mrb_value args[] = { p->decimals, mrb_str_new(p->mrb, from, at - from) };
    return mrb_funcall_argv(p->mrb, p->json, MRB_SYM(__decimal), 2, args);
  }
  if (is_float) return mrb_float_value(p->mrb, kobako_read_float(from, (size_t)(at - from)));
  if (at - from < 18) {
    mrb_int value = 0;
    for (const char *digit = whole; digit < at; digit++) value = value * 10 + (*digit - '0');
    return mrb_int_value(p->mrb, whole > from ? -value : value);
  }
  return mrb_str_to_integer(p->mrb, mrb_str_new(p->mrb, from, at - from), 10, TRUE);
}

static mrb_bool
take(struct parser *p, const char *word, size_t len)
{
  if ((size_t)(p->end - p->at) < len || memcmp(p->at, word, len) != 0) return FALSE;
  p->at += len;
  return TRUE;
}

#define TAKE(word) take(p, word, sizeof(word) - 1)

/* A value that holds no others. */
static mrb_value
scalar(struct parser *p)
{
  if (p->at == p->end) fail_at(p, p->at);
  if (*p->at == '"') {
    mrb_value text = string(p);
    if (p->freeze) mrb_str_ptr(text)->frozen = TRUE;
    return text;
  }
  if (TAKE("null")) return mrb_nil_value();
  if (TAKE("true")) return mrb_true_value();
  if (TAKE("false")) return mrb_false_value();
  if (p->allow_nan) {
    if (TAKE("NaN")) return mrb_float_value(p->mrb, NAN);
    if (TAKE("Infinity")) return mrb_float_value(p->mrb, INFINITY);
    if (TAKE("-Infinity")) return mrb_float_value(p->mrb, -INFINITY);
  }
  if (*p->at == '-' || (*p->at >= '0' && *p->at <= '9')) return number(p);
  fail_at(p, p->at);
}

static void
expect(struct parser *p, char c)
{
  skip(p);
  if (p->at == p->end || *p->at != c) fail_at(p, p->at);
  p->at++;
}

/* Reads a key and its colon, and keeps the key until its value is there. */
static void
key(struct parser *p)
{
  mrb_value name;

  skip(p);
  if (p->at == p->end || *p->at != '"') fail_at(p, p->at);
  name = string(p);
  if (p->symbolize_names) name = mrb_symbol_value(mrb_intern_str(p->mrb, name));
  else mrb_str_ptr(name)->frozen = TRUE;
  mrb_ary_set(p->mrb, p->open, RARRAY_LEN(p->open) - 1, name);
  expect(p, ':');
  skip(p);
}

static void
open_container(struct parser *p, mrb_value container)
{
  mrb_state *mrb = p->mrb;
  mrb_int depth = RARRAY_LEN(p->open) / 2 + 1;

  if (p->max_nesting > 0 && depth > p->max_nesting) {
    mrb_raisef(mrb, kobako_json_errors[KOBAKO_JSON_NESTING], "nesting of %i is too deep", depth);
  }
  mrb_ary_push(mrb, p->open, container);
  mrb_ary_push(mrb, p->open, mrb_nil_value());
}

/* The innermost container, which is whole. */
static mrb_value
closed(struct parser *p)
{
  mrb_value container;

  mrb_ary_pop(p->mrb, p->open);
  container = mrb_ary_pop(p->mrb, p->open);
  if (p->freeze) mrb_basic_ptr(container)->frozen = TRUE;
  mrb_gc_protect(p->mrb, container);
  return container;
}

/* Opens containers up to the first value that is whole. */
static mrb_value
first_value(struct parser *p)
{
  for (;;) {
    char c = p->at < p->end ? *p->at : 0;
    if (c != '[' && c != '{') return scalar(p);
    p->at++;
    open_container(p, c == '[' ? mrb_ary_new(p->mrb) : mrb_hash_new(p->mrb));
    skip(p);
    if (p->at < p->end && *p->at == (c == '[' ? ']' : '}')) {
      p->at++;
      return closed(p);
    }
    if (c == '{') key(p);
  }
}

static void
put(struct parser *p, mrb_value container, mrb_value value)
{
  mrb_state *mrb = p->mrb;

  if (mrb_array_p(container)) mrb_ary_push(mrb, container, value);
  else mrb_hash_set(mrb, container, RARRAY_PTR(p->open)[RARRAY_LEN(p->open) - 1], value);
}

static mrb_value
parse(struct parser *p)
{
  mrb_state *mrb = p->mrb;
  int arena = mrb_gc_arena_save(mrb);

  skip(p);
  for (;;) {
    mrb_value value = first_value(p);
    for (;;) {
      mrb_int open = RARRAY_LEN(p->open);
      mrb_value container;
      char close;

      skip(p);
      if (open == 0) {
        if (p->at < p->end) fail_at(p, p->at);
        return value;
      }
      container = RARRAY_PTR(p->open)[open - 2];
      close = mrb_array_p(container) ? ']' : '}';
      put(p, container, value);
      mrb_gc_arena_restore(mrb, arena);
      if (p->at < p->end && *p->at == ',') {
        p->at++;
        if (close == '}') key(p);
        else skip(p);
        break;
      }
      if (p->at == p->end || *p->at != close) fail_at(p, p->at);
      p->at++;
      value = closed(p);
    }
  }
}

/* JSON.__parse(source, max_nesting, symbolize_names, allow_nan, freeze, decimal_class) */
mrb_value
kobako_json_parse(mrb_state *mrb, mrb_value self)
{
  struct parser p = { mrb };
  mrb_value source;

  p.json = self;
  mrb_get_args(mrb, "Sibbbo", &source, &p.max_nesting, &p.symbolize_names, &p.allow_nan, &p.freeze, &p.decimals);
  /* What is asked for numbers may change the source. */
  if (!mrb_nil_p(p.decimals)) source = mrb_str_dup(mrb, source);
  p.at = p.start = RSTRING_PTR(source);
  p.end = p.start + RSTRING_LEN(source);
  p.open = mrb_ary_new(mrb);
  return parse(&p);
}
