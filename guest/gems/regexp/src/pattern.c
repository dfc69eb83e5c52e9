/* Regexp: a source, options, and the engine's program of it, compiled once and shared. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include "regexp.h"

enum { OPTIONS = ONIG_OPTION_IGNORECASE | ONIG_OPTION_EXTEND | ONIG_OPTION_MULTILINE, FIXED = 16, NO_ENCODING = 32 };

/* How a character class is meant unless the pattern says (?u) or (?a). */
#define ASCII_CLASSES (ONIG_OPTION_WORD_IS_ASCII | ONIG_OPTION_DIGIT_IS_ASCII | ONIG_OPTION_SPACE_IS_ASCII)
#define CACHE_SIZE 128
#define NESTING_MAX 1000

struct pattern {
  uint32_t refs;
  uint32_t options;
  regex_t *utf8, *binary;       /* NULL until needed */
  size_t len;
  char source[];
};

/* A pattern that is compiled again soon is found here. */
static struct pattern *cache[CACHE_SIZE];
static kobako_region region;

static void
release(mrb_state *mrb, struct pattern *pattern)
{
  if (!pattern || --pattern->refs > 0) return;
  if (pattern->utf8) onig_free(pattern->utf8);
  if (pattern->binary) onig_free(pattern->binary);
  mrb_free(mrb, pattern);
}

static void
free_regexp(mrb_state *mrb, void *p)
{
  release(mrb, (struct pattern*)p);
}

static const struct mrb_data_type regexp_type = { "Regexp", free_regexp };

mrb_bool
kobako_regexp_p(mrb_value value)
{
  return mrb_type(value) == MRB_TT_CDATA && DATA_TYPE(value) == &regexp_type && DATA_PTR(value);
}

static struct pattern*
pattern_of(mrb_state *mrb, mrb_value regexp)
{
  if (!kobako_regexp_p(regexp)) mrb_raise(mrb, E_TYPE_ERROR, "uninitialized Regexp");
  return (struct pattern*)DATA_PTR(regexp);
}

static mrb_bool
contains(const char *source, size_t len, const char *part)
{
  size_t n = strlen(part);

  for (; len >= n; source++, len--) {
    if (memcmp(source, part, n) == 0) return TRUE;
  }
  return FALSE;
}

/* \u{1F600 41} is the engine's \x{1F600}\x{41}. */
static mrb_value
engine_source(mrb_state *mrb, const char *p, size_t len)
{
  const char *end = p + len;
  mrb_value out = mrb_str_new(mrb, NULL, 0);

  while (p < end) {
    if (*p != '\\' || end - p < 4 || p[1] != 'u' || p[2] != '{') {
      size_t n = *p == '\\' && end - p > 1 ? 2 : 1;
      mrb_str_cat(mrb, out, p, n);
      p += n;
      continue;
    }
    for (p += 3; p < end && *p != '}';) {
      const char *digits;
      while (p < end && (*p == ' ' || *p == '\t')) p++;
      digits = p;
      while (p < end && *p != '}' && *p != ' ' && *p != '\t') p++;
      if (p == digits) continue;
      mrb_str_cat_lit(mrb, out, "\\x{");
      mrb_str_cat(mrb, out, digits, p - digits);
      mrb_str_cat_lit(mrb, out, "}");
    }
    if (p < end) p++;
  }
  return out;
}

static int
hex_digit(char c)
{
  return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The byte of a \xHH, which it steps over; -1 if there is none. */
static int
escaped_byte(const char **p, const char *end)
{
  const char *digits = *p + 2;
  int first, second;

  if (end - *p < 3 || (*p)[0] != '\\' || (*p)[1] != 'x' || (first = hex_digit(*digits)) < 0) return -1;
  second = digits + 1 < end ? hex_digit(digits[1]) : -1;
  *p = digits + (second < 0 ? 1 : 2);
  return second < 0 ? first : first << 4 | second;
}

/* Whether there are escapes like \xff, and in a row they are not a character. */
static mrb_bool
escaped_bytes_p(const char *p, size_t len)
{
  const char *end = p + len;

  while (p < end) {
    char row[4];
    int count = 0, byte;
    const char *at = p;
    while (count < 4 && (byte = escaped_byte(&at, end)) >= 0x80 && (count == 0 || byte < 0xc0)) {
      row[count++] = (char)byte;
      p = at;
    }
    if (count > 0 && !kobako_utf8_p(row, count)) return TRUE;
    if (count == 0) p += *p == '\\' && end - p > 1 ? 2 : 1;
  }
  return FALSE;
}

static regex_t*
engine_compile(mrb_state *mrb, struct pattern *pattern, mrb_bool binary, int *error, OnigErrorInfo *info)
{
  regex_t *program = NULL;
  const char *source = pattern->source;
  size_t len = pattern->len;
  int arena = mrb_gc_arena_save(mrb);

  if (contains(source, len, "\\u{")) {
    mrb_value translated = engine_source(mrb, source, len);
    source = RSTRING_PTR(translated);
    len = RSTRING_LEN(translated);
  }
  *error = onig_new(&program, (const OnigUChar*)source, (const OnigUChar*)source + len,
                    (pattern->options & OPTIONS) | ASCII_CLASSES,
                    binary ? ONIG_ENCODING_ASCII : ONIG_ENCODING_UTF8, ONIG_SYNTAX_RUBY, info);
  mrb_gc_arena_restore(mrb, arena);
  return *error == ONIG_NORMAL ? program : NULL;
}

static mrb_value
pattern_text(mrb_state *mrb, const char *error, const struct pattern *pattern)
{
  mrb_value text = mrb_str_new_cstr(mrb, error);

  mrb_str_cat_lit(mrb, text, ": /");
  mrb_str_cat(mrb, text, pattern->source, pattern->len);
  mrb_str_cat_lit(mrb, text, "/");
  return text;
}

static mrb_value
error_text(mrb_state *mrb, const struct pattern *pattern, int error, OnigErrorInfo *info)
{
  OnigUChar text[ONIG_MAX_ERROR_MESSAGE_LEN];

  onig_error_code_to_str(text, error, info);
  return pattern_text(mrb, (const char*)text, pattern);
}

static uint32_t
cache_slot(const char *source, size_t len, uint32_t options)
{
  return (mrb_byte_hash((const uint8_t*)source, len) ^ options * 31) % CACHE_SIZE;
}

/* The pattern with one more reference; NULL and the error's text in *text. */
static struct pattern*
pattern_for(mrb_state *mrb, const char *source, size_t len, uint32_t options, mrb_value *text)
{
  uint32_t slot = cache_slot(source, len, options);
  struct pattern *pattern = cache[slot];
  OnigErrorInfo info;
  mrb_bool bytes;
  int error;

  if (pattern && pattern->options == options && pattern->len == len && memcmp(pattern->source, source, len) == 0) {
    pattern->refs++;
    return pattern;
  }
  pattern = (struct pattern*)mrb_malloc(mrb, sizeof(struct pattern) + len);
  *pattern = (struct pattern){ .refs = 1, .options = options, .len = len };
  memcpy(pattern->source, source, len);
  bytes = !kobako_utf8_p(source, len) || escaped_bytes_p(source, len);
  if (bytes && !(options & NO_ENCODING)) {
    *text = pattern_text(mrb, "invalid multibyte escape", pattern);
    release(mrb, pattern);
    return NULL;
  }
  if (bytes) pattern->binary = engine_compile(mrb, pattern, TRUE, &error, &info);
  else pattern->utf8 = engine_compile(mrb, pattern, FALSE, &error, &info);
  if (!pattern->utf8 && !pattern->binary) {
    *text = error_text(mrb, pattern, error, &info);
    release(mrb, pattern);
    return NULL;
  }
  release(mrb, cache[slot]);
  cache[slot] = pattern;
  pattern->refs++;
  return pattern;
}

/* The message of the error in a literal, NULL if there is none. Called by the compiler. */
const char*
kobako_literal_error(mrb_state *mrb, const char *source, size_t len, const char *flags, const char *encoding)
{
  uint32_t options = 0;
  mrb_value text = mrb_nil_value();
  struct pattern *pattern;

  for (; flags && *flags; flags++) {
    options |= *flags == 'i' ? ONIG_OPTION_IGNORECASE : *flags == 'x' ? ONIG_OPTION_EXTEND : ONIG_OPTION_MULTILINE;
  }
  if (encoding && *encoding) options |= *encoding == 'n' ? NO_ENCODING : FIXED;
  pattern = pattern_for(mrb, source, len, options, &text);
  if (pattern) {
    release(mrb, pattern);
    return NULL;
  }
  return RSTRING_CSTR(mrb, text);
}

static uint32_t
options_of(mrb_state *mrb, mrb_value options)
{
  uint32_t found = 0;

  if (mrb_integer_p(options)) return (uint32_t)mrb_integer(options) & (OPTIONS | FIXED | NO_ENCODING);
  if (!mrb_string_p(options)) return mrb_test(options) ? ONIG_OPTION_IGNORECASE : 0;
  for (mrb_int i = 0; i < RSTRING_LEN(options); i++) {
    switch (RSTRING_PTR(options)[i]) {
    case 'i': found |= ONIG_OPTION_IGNORECASE; break;
    case 'x': found |= ONIG_OPTION_EXTEND; break;
    case 'm': found |= ONIG_OPTION_MULTILINE; break;
    case 'n': found |= NO_ENCODING; break;
    case 'u': found |= FIXED; break;
    default: mrb_raisef(mrb, E_ARGUMENT_ERROR, "unknown regexp options: %v", options);
    }
  }
  return found;
}

static mrb_value
regexp_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value source, options = mrb_nil_value(), encoding = mrb_nil_value(), text = mrb_nil_value();
  struct pattern *pattern;
  uint32_t flags;

  mrb_get_args(mrb, "o|oo", &source, &options, &encoding);
  if (DATA_PTR(self)) mrb_raise(mrb, E_TYPE_ERROR, "already initialized regexp");
  mrb_data_init(self, NULL, &regexp_type);
  if (kobako_regexp_p(source)) {
    pattern = (struct pattern*)DATA_PTR(source);
    pattern->refs++;
  }
  else {
    source = kobako_string_of(mrb, source);
    flags = options_of(mrb, options) | (mrb_nil_p(encoding) ? 0 : options_of(mrb, encoding));
    pattern = pattern_for(mrb, RSTRING_PTR(source), RSTRING_LEN(source), flags, &text);
    if (!pattern) mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, text));
  }
  mrb_data_init(self, pattern, &regexp_type);
  mrb_basic_ptr(self)->frozen = TRUE;
  return self;
}

static mrb_value
regexp_source(mrb_state *mrb, mrb_value self)
{
  struct pattern *pattern = pattern_of(mrb, self);
  mrb_value source = mrb_str_new(mrb, pattern->source, pattern->len);
  if (!pattern->utf8 && !kobako_utf8_p(pattern->source, pattern->len)) mrb_str_ptr(source)->flags |= MRB_STR_BINARY;
  return source;
}

static mrb_bool
ascii_p(const char *p, size_t len)
{
  const uint64_t high = 0x8080808080808080u;

  for (; len >= 8; p += 8, len -= 8) {
    uint64_t bytes;
    memcpy(&bytes, p, 8);
    if (bytes & high) return FALSE;
  }
  for (; len > 0; p++, len--) {
    if (*p & 0x80) return FALSE;
  }
  return TRUE;
}

/* Whether it names characters beyond ASCII, which a binary string has not. */
static mrb_bool
unicode_p(const struct pattern *pattern)
{
  return (pattern->options & FIXED) || !ascii_p(pattern->source, pattern->len) ||
         contains(pattern->source, pattern->len, "\\u");
}

static mrb_value
regexp_options(mrb_state *mrb, mrb_value self)
{
  struct pattern *pattern = pattern_of(mrb, self);
  return mrb_fixnum_value(pattern->options | (!(pattern->options & NO_ENCODING) && unicode_p(pattern) ? FIXED : 0));
}

static mrb_value
regexp_equal(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct pattern *one = pattern_of(mrb, self), *two;

  if (!kobako_regexp_p(other)) return mrb_false_value();
  two = (struct pattern*)DATA_PTR(other);
  return mrb_bool_value(one->options == two->options && one->len == two->len &&
                        memcmp(one->source, two->source, one->len) == 0);
}

static mrb_value
regexp_hash(mrb_state *mrb, mrb_value self)
{
  struct pattern *pattern = pattern_of(mrb, self);
  return mrb_int_value(mrb, mrb_byte_hash((const uint8_t*)pattern->source, pattern->len) ^ pattern->options);
}

mrb_bool
kobako_utf8_p(const char *text, mrb_int len)
{
  const uint8_t *p = (const uint8_t*)text, *end = p + len;

  while (p < end) {
    uint8_t lead = *p++;
    uint8_t low = 0x80, high = 0xbf;
    int more;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return FALSE;
    more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (lead == 0xe0) low = 0xa0;
    if (lead == 0xed) high = 0x9f;
    if (lead == 0xf0) low = 0x90;
    if (lead == 0xf4) high = 0x8f;
    if (end - p < more || *p < low || *p > high) return FALSE;
    for (p++; more > 1; more--) {
      if ((*p++ & 0xc0) != 0x80) return FALSE;
    }
  }
  return TRUE;
}

struct kobako_subject
kobako_subject(mrb_state *mrb, mrb_value string)
{
  struct RString *s = mrb_str_ptr(string);
  struct kobako_subject subject;

  subject.string = string;
  subject.start = (const OnigUChar*)RSTR_PTR(s);
  subject.end = subject.start + RSTR_LEN(s);
  subject.binary = FALSE;
  if (RSTR_SINGLE_BYTE_P(s) && !RSTR_BINARY_P(s)) return subject;
  if (ascii_p(RSTR_PTR(s), RSTR_LEN(s))) {
    if (!RSTR_BINARY_P(s)) RSTR_SET_SINGLE_BYTE_FLAG(s);
  }
  else if (RSTR_BINARY_P(s)) {
    subject.binary = TRUE;
  }
  else if (!kobako_utf8_p(RSTR_PTR(s), RSTR_LEN(s))) {
    mrb_raise(mrb, E_ARGUMENT_ERROR, "invalid byte sequence in UTF-8");
  }
  return subject;
}

static mrb_noreturn void
incompatible(mrb_state *mrb, const char *regexp, const char *string)
{
  struct RClass *encoding = mrb_class_get_id(mrb, MRB_SYM(Encoding));
  mrb_raisef(mrb, mrb_class_get_under_id(mrb, encoding, MRB_SYM(CompatibilityError)),
             "incompatible encoding regexp match (%s regexp with %s string)", regexp, string);
}

static regex_t*
program_for(mrb_state *mrb, struct pattern *pattern, const struct kobako_subject *subject)
{
  OnigErrorInfo info;
  int error;

  if (!subject->binary) {
    if (pattern->utf8) return pattern->utf8;
    if (!ascii_p((const char*)subject->start, subject->end - subject->start)) {
      incompatible(mrb, "ASCII-8BIT", "UTF-8");
    }
    return pattern->binary;
  }
  if (pattern->binary) return pattern->binary;
  if (unicode_p(pattern)) incompatible(mrb, "UTF-8", "ASCII-8BIT");
  pattern->binary = engine_compile(mrb, pattern, TRUE, &error, &info);
  if (!pattern->binary) {
    mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, error_text(mrb, pattern, error, &info)));
  }
  return pattern->binary;
}

static mrb_int
checked(mrb_state *mrb, struct pattern *pattern, int result)
{
  if (result >= ONIG_MISMATCH) return result;
  if (result == ONIGERR_MEMORY) mrb_exc_raise(mrb, mrb_obj_value(mrb->nomem_err));
  mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, error_text(mrb, pattern, result, NULL)));
}

mrb_int
kobako_search(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject,
              mrb_int from, mrb_bool backward, const kobako_region **found)
{
  struct pattern *pattern = pattern_of(mrb, regexp);
  regex_t *program = program_for(mrb, pattern, subject);
  const OnigUChar *range = backward ? subject->start : subject->end;

  *found = &region;
  return checked(mrb, pattern, onig_search(program, subject->start, subject->end, subject->start + from, range,
                                           &region, ONIG_OPTION_NONE));
}

mrb_bool
kobako_match_at(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject,
                mrb_int at, const kobako_region **found)
{
  struct pattern *pattern = pattern_of(mrb, regexp);
  regex_t *program = program_for(mrb, pattern, subject);

  *found = &region;
  return checked(mrb, pattern, onig_match(program, subject->start, subject->end, subject->start + at, &region,
                                          ONIG_OPTION_NONE)) >= 0;
}

static regex_t*
any_program(struct pattern *pattern)
{
  return pattern->utf8 ? pattern->utf8 : pattern->binary;
}

mrb_int
kobako_group_of_name(mrb_state *mrb, mrb_value regexp, const char *name, mrb_int len, const kobako_region *region)
{
  int number = ONIGERR_UNDEFINED_NAME_REFERENCE;

  if (kobako_regexp_p(regexp)) {
    number = onig_name_to_backref_number(any_program((struct pattern*)DATA_PTR(regexp)), (const OnigUChar*)name,
                                         (const OnigUChar*)name + len, (kobako_region*)region);
  }
  if (number < 0) mrb_raisef(mrb, E_INDEX_ERROR, "undefined group name reference: %l", name, (size_t)len);
  return number;
}

struct names {
  mrb_state *mrb;
  mrb_value list;
};

static int
add_name(const OnigUChar *name, const OnigUChar *end, int count, int *numbers, regex_t *program, void *p)
{
  struct names *names = (struct names*)p;
  mrb_state *mrb = names->mrb;
  mrb_value entry = mrb_ary_new_capa(mrb, count + 1);

  for (int i = 0; i < count; i++) mrb_ary_push(mrb, entry, mrb_fixnum_value(numbers[i]));
  mrb_ary_push(mrb, entry, mrb_str_new(mrb, (const char*)name, end - name));
  mrb_ary_push(mrb, names->list, entry);
  return 0;
}

/* The engine gives the names in no order: they are wanted by their first group. */
mrb_value
kobako_group_names(mrb_state *mrb, mrb_value regexp)
{
  struct names names = { mrb, mrb_ary_new(mrb) };
  regex_t *program = any_program(pattern_of(mrb, regexp));
  mrb_value hash = mrb_hash_new(mrb);
  int last = onig_number_of_captures(program);

  onig_foreach_name(program, add_name, &names);
  for (int number = 1; number <= last && RARRAY_LEN(names.list) > 0; number++) {
    for (mrb_int i = 0; i < RARRAY_LEN(names.list); i++) {
      mrb_value entry = RARRAY_PTR(names.list)[i];
      if (mrb_integer(RARRAY_PTR(entry)[0]) != number) continue;
      mrb_value name = mrb_ary_pop(mrb, entry);
      mrb_hash_set(mrb, hash, name, entry);
      mrb_ary_set(mrb, names.list, i, RARRAY_PTR(names.list)[RARRAY_LEN(names.list) - 1]);
      mrb_ary_pop(mrb, names.list);
      break;
    }
  }
  return hash;
}

void
kobako_init_regexp(mrb_state *mrb)
{
  struct RClass *regexp = mrb_define_class_id(mrb, MRB_SYM(Regexp), mrb->object_class);
  OnigEncoding encodings[] = { ONIG_ENCODING_UTF8, ONIG_ENCODING_ASCII };

  onig_initialize(encodings, 2);
  onig_set_parse_depth_limit(NESTING_MAX);
  MRB_SET_INSTANCE_TT(regexp, MRB_TT_CDATA);
  mrb_define_const_id(mrb, regexp, MRB_SYM(IGNORECASE), mrb_fixnum_value(ONIG_OPTION_IGNORECASE));
  mrb_define_const_id(mrb, regexp, MRB_SYM(EXTENDED), mrb_fixnum_value(ONIG_OPTION_EXTEND));
  mrb_define_const_id(mrb, regexp, MRB_SYM(MULTILINE), mrb_fixnum_value(ONIG_OPTION_MULTILINE));
  mrb_define_const_id(mrb, regexp, MRB_SYM(FIXEDENCODING), mrb_fixnum_value(FIXED));
  mrb_define_const_id(mrb, regexp, MRB_SYM(NOENCODING), mrb_fixnum_value(NO_ENCODING));
  mrb_define_private_method_id(mrb, regexp, MRB_SYM(initialize), regexp_initialize, MRB_ARGS_ARG(1, 2));
  mrb_define_private_method_id(mrb, regexp, MRB_SYM(initialize_copy), regexp_initialize, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(source), regexp_source, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_SYM(options), regexp_options, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_OPSYM(eq), regexp_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM_Q(eql), regexp_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(hash), regexp_hash, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_SYM(named_captures), kobako_group_names, MRB_ARGS_NONE());
}
