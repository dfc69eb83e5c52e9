/* A pattern: a source, options, and the engine's program of it, compiled once and shared. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/string.h>
#include <kobako_patterns.h>
#include <kobako_utf8.h>
#include "escapes.h"
#include "pattern.h"

/* How a character class is meant unless the pattern says (?u) or (?a). */
#define ASCII_CLASSES (ONIG_OPTION_WORD_IS_ASCII | ONIG_OPTION_DIGIT_IS_ASCII | ONIG_OPTION_SPACE_IS_ASCII)
#define CACHE_SIZE 128

/* A pattern that is compiled again soon is found here. */
static struct kobako_pattern *cache[CACHE_SIZE];

/* Whether patterns are compiled when they are used first. */
static mrb_bool deferred;

mrb_bool
kobako_defer_patterns(mrb_bool defer)
{
  mrb_bool before = deferred;

  deferred = defer;
  return before;
}

static void
release(mrb_state *mrb, struct kobako_pattern *pattern)
{
  if (!pattern || --pattern->refs > 0) return;
  if (pattern->utf8) onig_free(pattern->utf8);
  if (pattern->binary) onig_free(pattern->binary);
  mrb_free(mrb, pattern);
}

static void
free_regexp(mrb_state *mrb, void *p)
{
  release(mrb, (struct kobako_pattern *)p);
}

static const struct mrb_data_type regexp_type = { "Regexp", free_regexp };

mrb_bool
kobako_regexp_p(mrb_value value)
{
  return mrb_type(value) == MRB_TT_CDATA && DATA_TYPE(value) == &regexp_type && DATA_PTR(value);
}

struct kobako_pattern *
kobako_pattern_of(mrb_state *mrb, mrb_value regexp)
{
  if (!kobako_regexp_p(regexp)) mrb_raise(mrb, E_TYPE_ERROR, "uninitialized Regexp");
  return (struct kobako_pattern *)DATA_PTR(regexp);
}

void
kobako_set_pattern(mrb_value regexp, struct kobako_pattern *pattern)
{
  mrb_data_init(regexp, pattern, &regexp_type);
}

static regex_t *
engine_compile(mrb_state *mrb, struct kobako_pattern *pattern, mrb_bool binary, int *error, OnigErrorInfo *info)
{
  regex_t *program = NULL;
  const char *source = pattern->source;
  size_t len = pattern->len;
  int arena = mrb_gc_arena_save(mrb);

  if (kobako_contains(source, len, "\\u{")) {
    mrb_value translated = kobako_engine_source(mrb, source, len);
    source = RSTRING_PTR(translated);
    len = RSTRING_LEN(translated);
  }
  *error = onig_new(&program, (const OnigUChar *)source, (const OnigUChar *)source + len,
                    (pattern->options & KOBAKO_REGEXP_OPTIONS) | ASCII_CLASSES,
                    binary ? ONIG_ENCODING_ASCII : ONIG_ENCODING_UTF8, ONIG_SYNTAX_RUBY, info);
  mrb_gc_arena_restore(mrb, arena);
  return *error == ONIG_NORMAL ? program : NULL;
}

static mrb_value
pattern_text(mrb_state *mrb, const char *error, const struct kobako_pattern *pattern)
{
  mrb_value text = mrb_str_new_cstr(mrb, error);

  mrb_str_cat_lit(mrb, text, ": /");
  if (pattern->options & KOBAKO_REGEXP_BYTES) kobako_show_bytes(mrb, text, pattern->source, pattern->len);
  else mrb_str_cat(mrb, text, pattern->source, pattern->len);
  mrb_str_cat_lit(mrb, text, "/");
  return text;
}

mrb_value
kobako_pattern_error(mrb_state *mrb, const struct kobako_pattern *pattern, int error, OnigErrorInfo *info)
{
  OnigUChar text[ONIG_MAX_ERROR_MESSAGE_LEN];

  onig_error_code_to_str(text, error, info);
  return pattern_text(mrb, (const char *)text, pattern);
}

static uint32_t
cache_slot(const char *source, size_t len, uint32_t options)
{
  return (mrb_byte_hash((const uint8_t *)source, len) ^ options * 31) % CACHE_SIZE;
}

/* A pattern with one more reference, NULL if it is not there. */
static struct kobako_pattern *
cached(const char *source, size_t len, uint32_t options)
{
  struct kobako_pattern *pattern = cache[cache_slot(source, len, options)];

  if (!pattern || pattern->options != options || pattern->len != len) return NULL;
  if (memcmp(pattern->source, source, len) != 0) return NULL;
  pattern->refs++;
  return pattern;
}

/* Whether a source is of bytes, not of characters. That it comes from a binary string counts if it has some beyond ASCII. */
static mrb_bool
bytes_p(const char *source, size_t len, uint32_t *options)
{
  if (!(*options & KOBAKO_REGEXP_BYTES))
    return !kobako_utf8_p(source, len) ||
           kobako_escaped_bytes_p(source, len, (*options & KOBAKO_REGEXP_NO_ENCODING) != 0);
  if (!kobako_ascii_p(source, len) || kobako_escaped_bytes_p(source, len, TRUE)) return TRUE;
  *options &= ~(uint32_t)KOBAKO_REGEXP_BYTES;
  return FALSE;
}

/* FALSE and the error's text in *text if the engine does not take it. */
static mrb_bool
compile(mrb_state *mrb, struct kobako_pattern *pattern, mrb_value *text)
{
  regex_t **program = pattern->bytes ? &pattern->binary : &pattern->utf8;
  OnigErrorInfo info;
  int error;

  *program = engine_compile(mrb, pattern, pattern->bytes, &error, &info);
  if (!*program) *text = kobako_pattern_error(mrb, pattern, error, &info);
  return *program != NULL;
}

struct kobako_pattern *
kobako_pattern_for(mrb_state *mrb, const char *source, size_t len, uint32_t options, double timeout, mrb_value *text)
{
  struct kobako_pattern *pattern = timeout > 0 ? NULL : cached(source, len, options);
  uint32_t given = options;
  const char *wrong;
  mrb_bool bytes;
  uint32_t slot;

  if (pattern) return pattern;
  bytes = bytes_p(source, len, &options);
  if (options != given && timeout <= 0) pattern = cached(source, len, options);
  if (pattern) return pattern;
  pattern = (struct kobako_pattern *)mrb_malloc(mrb, sizeof(struct kobako_pattern) + len);
  *pattern = (struct kobako_pattern){ .refs = 1, .options = options, .timeout = timeout, .bytes = bytes, .len = len };
  memcpy(pattern->source, source, len);
  wrong = kobako_escape_error(source, len);
  if (!wrong && bytes && !(options & (KOBAKO_REGEXP_NO_ENCODING | KOBAKO_REGEXP_BYTES)))
    wrong = "invalid multibyte escape";
  if (!wrong && (options & KOBAKO_REGEXP_BYTES) && kobako_contains(source, len, "\\u")) {
    wrong = "UTF-8 character in non UTF-8 regexp";
  }
  if (wrong) {
    *text = pattern_text(mrb, wrong, pattern);
    release(mrb, pattern);
    return NULL;
  }
  if (!deferred && !compile(mrb, pattern, text)) {
    release(mrb, pattern);
    return NULL;
  }
  if (timeout > 0) return pattern;
  slot = cache_slot(source, len, options);
  release(mrb, cache[slot]);
  cache[slot] = pattern;
  pattern->refs++;
  return pattern;
}

/* The message of the error in a literal, NULL if there is none. Called by the compiler. */
const char *
kobako_literal_error(mrb_state *mrb, const char *source, size_t len, const char *flags, const char *encoding)
{
  uint32_t options = 0;
  mrb_value text = mrb_nil_value();
  struct kobako_pattern *pattern;

  for (; flags && *flags; flags++) {
    options |= *flags == 'i' ? ONIG_OPTION_IGNORECASE : *flags == 'x' ? ONIG_OPTION_EXTEND : ONIG_OPTION_MULTILINE;
  }
  if (encoding && *encoding) options |= *encoding == 'n' ? KOBAKO_REGEXP_NO_ENCODING : KOBAKO_REGEXP_FIXED;
  pattern = kobako_pattern_for(mrb, source, len, options, 0, &text);
  if (pattern) {
    release(mrb, pattern);
    return NULL;
  }
  return RSTRING_CSTR(mrb, text);
}

regex_t *
kobako_program(mrb_state *mrb, struct kobako_pattern *pattern)
{
  mrb_value text;
  regex_t **program = pattern->bytes ? &pattern->binary : &pattern->utf8;

  if (!*program && !compile(mrb, pattern, &text)) mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, text));
  return *program;
}

/* Whether it asks for a property of characters: \p{L}. */
static mrb_bool
property_p(const struct kobako_pattern *pattern)
{
  const char *p = pattern->source, *end = p + pattern->len;

  for (; end - p > 2; p++) {
    if (*p != '\\') continue;
    p++;
    if ((*p == 'p' || *p == 'P') && p[1] == '{') return TRUE;
  }
  return FALSE;
}

mrb_bool
kobako_unicode_pattern_p(const struct kobako_pattern *pattern)
{
  if (pattern->options & KOBAKO_REGEXP_BYTES) return FALSE;
  return (pattern->options & KOBAKO_REGEXP_FIXED) || !kobako_ascii_p(pattern->source, pattern->len) ||
         kobako_contains(pattern->source, pattern->len, "\\u") || (!pattern->bytes && property_p(pattern));
}

regex_t *
kobako_binary_program(mrb_state *mrb, struct kobako_pattern *pattern)
{
  OnigErrorInfo info;
  int error;

  if (pattern->binary) return pattern->binary;
  pattern->binary = engine_compile(mrb, pattern, TRUE, &error, &info);
  if (!pattern->binary) {
    mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, kobako_pattern_error(mrb, pattern, error, &info)));
  }
  return pattern->binary;
}
