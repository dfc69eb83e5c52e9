/* The class Regexp. */
#include <string.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/data.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <kobako_match.h>
#include <kobako_string.h>
#include <kobako_utf8.h>
#include "find.h"
#include "pattern.h"
#include "regexp.h"
#include "search.h"
#include "timeout.h"

#define NESTING_MAX 1000

static uint32_t
option_of_letter(char letter)
{
  return letter == 'i'   ? ONIG_OPTION_IGNORECASE
         : letter == 'x' ? ONIG_OPTION_EXTEND
         : letter == 'm' ? ONIG_OPTION_MULTILINE
                         : 0;
}

static uint32_t
options_of(mrb_state *mrb, mrb_value options)
{
  uint32_t found = 0;

  if (mrb_integer_p(options))
    return (uint32_t)mrb_integer(options) & (KOBAKO_REGEXP_OPTIONS | KOBAKO_REGEXP_FIXED | KOBAKO_REGEXP_NO_ENCODING);
  if (!mrb_string_p(options)) {
    if (mrb_test(options) && !mrb_true_p(options)) {
      mrb_warn(mrb, "expected true or false as ignorecase: %v", options);
    }
    return mrb_test(options) ? ONIG_OPTION_IGNORECASE : 0;
  }
  for (mrb_int i = 0; i < RSTRING_LEN(options); i++) {
    uint32_t option = option_of_letter(RSTRING_PTR(options)[i]);
    if (!option) mrb_raisef(mrb, E_ARGUMENT_ERROR, "unknown regexp option: %v", options);
    found |= option;
  }
  return found;
}

/* What a literal passes behind its options: "n" or "u". */
static uint32_t
encoding_of(mrb_state *mrb, mrb_value encoding)
{
  if (!mrb_string_p(encoding)) return 0;
  return memchr(RSTRING_PTR(encoding), 'n', RSTRING_LEN(encoding)) ? KOBAKO_REGEXP_NO_ENCODING : KOBAKO_REGEXP_FIXED;
}

static struct kobako_pattern *
pattern_like(mrb_state *mrb, mrb_value regexp, mrb_value timeout)
{
  struct kobako_pattern *pattern = (struct kobako_pattern *)DATA_PTR(regexp);
  double seconds = kobako_timeout_of(mrb, timeout);
  mrb_value text;

  if (seconds > 0) return kobako_pattern_for(mrb, pattern->source, pattern->len, pattern->options, seconds, &text);
  pattern->refs++;
  return pattern;
}

static struct kobako_pattern *
pattern_of_source(mrb_state *mrb, mrb_value source, uint32_t options, mrb_value timeout)
{
  mrb_value text = mrb_nil_value();
  struct kobako_pattern *pattern;

  if (mrb_symbol_p(source)) mrb_raise(mrb, E_TYPE_ERROR, "no implicit conversion of Symbol into String");
  source = kobako_string_of(mrb, source);
  if (RSTR_BINARY_P(mrb_str_ptr(source))) options |= KOBAKO_REGEXP_BYTES;
  pattern = kobako_pattern_for(mrb, RSTRING_PTR(source), RSTRING_LEN(source), options, kobako_timeout_of(mrb, timeout),
                               &text);
  if (!pattern) mrb_exc_raise(mrb, mrb_exc_new_str(mrb, E_REGEXP_ERROR, text));
  return pattern;
}

static mrb_value
regexp_initialize(mrb_state *mrb, mrb_value self)
{
  mrb_value source, options = mrb_nil_value(), encoding = mrb_nil_value(), timeout = mrb_undef_value();
  mrb_sym names[] = { MRB_SYM(timeout) };
  mrb_kwargs keywords = { 1, 0, names, &timeout, NULL };
  struct kobako_pattern *pattern;

  mrb_get_args(mrb, "o|oo:", &source, &options, &encoding, &keywords);
  if (mrb_undef_p(timeout)) timeout = mrb_nil_value();
  if (mrb_frozen_p(mrb_basic_ptr(self))) mrb_raise(mrb, E_FROZEN_ERROR, "can't modify literal regexp");
  if (DATA_PTR(self)) mrb_raise(mrb, E_TYPE_ERROR, "already initialized regexp");
  kobako_set_pattern(self, NULL);
  if (kobako_regexp_p(source)) {
    if (!mrb_nil_p(options)) mrb_warn(mrb, "flags ignored");
    pattern = pattern_like(mrb, source, timeout);
  }
  else {
    pattern = pattern_of_source(mrb, source, options_of(mrb, options) | encoding_of(mrb, encoding), timeout);
  }
  kobako_set_pattern(self, pattern);
  return self;
}

/* __literal(source, options, encoding): what a literal comes to each time that it is met. */
static mrb_value
regexp_s_literal(mrb_state *mrb, mrb_value self)
{
  mrb_value source, options = mrb_nil_value(), encoding = mrb_nil_value(), regexp;

  mrb_get_args(mrb, "S|oo", &source, &options, &encoding);
  regexp = mrb_obj_value(mrb_data_object_alloc(mrb, mrb_class_ptr(self), NULL, NULL));
  kobako_set_pattern(regexp, NULL);
  kobako_set_pattern(
      regexp, pattern_of_source(mrb, source, options_of(mrb, options) | encoding_of(mrb, encoding), mrb_nil_value()));
  mrb_basic_ptr(regexp)->frozen = TRUE;
  return regexp;
}

static mrb_value
regexp_copy(mrb_state *mrb, mrb_value self)
{
  mrb_value source = mrb_get_arg1(mrb);

  if (DATA_PTR(self)) mrb_raise(mrb, E_TYPE_ERROR, "already initialized regexp");
  kobako_set_pattern(self, NULL);
  kobako_pattern_of(mrb, source)->refs++;
  kobako_set_pattern(self, kobako_pattern_of(mrb, source));
  return self;
}

/* Whether the time of a search grows as the length of what is searched. */
static mrb_value
regexp_linear_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(onig_is_linear(kobako_program(mrb, kobako_pattern_of(mrb, self))));
}

static mrb_value
regexp_source(mrb_state *mrb, mrb_value self)
{
  struct kobako_pattern *pattern = kobako_pattern_of(mrb, self);
  mrb_value source = mrb_str_new(mrb, pattern->source, pattern->len);
  struct RString *s = mrb_str_ptr(source);

  if (pattern->options & (KOBAKO_REGEXP_BYTES | KOBAKO_REGEXP_NO_ENCODING) && pattern->bytes)
    RSTR_SET_ENCODING(s, MRB_STR_BINARY);
  else if (!kobako_unicode_pattern_p(pattern)) RSTR_SET_ENCODING(s, MRB_STR_US_ASCII);
  return source;
}

static mrb_value
regexp_options(mrb_state *mrb, mrb_value self)
{
  struct kobako_pattern *pattern = kobako_pattern_of(mrb, self);
  uint32_t shown = pattern->options & ~(uint32_t)KOBAKO_REGEXP_BYTES;
  mrb_bool fixed = pattern->bytes || (!(shown & KOBAKO_REGEXP_NO_ENCODING) && kobako_unicode_pattern_p(pattern));

  return mrb_fixnum_value(shown | (fixed ? KOBAKO_REGEXP_FIXED : 0));
}

static uint32_t
compared_options(const struct kobako_pattern *pattern)
{
  return pattern->options & ~(uint32_t)KOBAKO_REGEXP_NO_ENCODING;
}

static mrb_value
regexp_equal(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  struct kobako_pattern *one = kobako_pattern_of(mrb, self), *two;

  if (!kobako_regexp_p(other)) return mrb_false_value();
  two = (struct kobako_pattern *)DATA_PTR(other);
  return mrb_bool_value(compared_options(one) == compared_options(two) && one->len == two->len &&
                        memcmp(one->source, two->source, one->len) == 0);
}

static mrb_value
regexp_hash(mrb_state *mrb, mrb_value self)
{
  struct kobako_pattern *pattern = kobako_pattern_of(mrb, self);
  return mrb_int_value(mrb, mrb_byte_hash((const uint8_t *)pattern->source, pattern->len) ^ compared_options(pattern));
}

static mrb_value
regexp_match_op(mrb_state *mrb, mrb_value self)
{
  mrb_value string = mrb_get_arg1(mrb);

  if (mrb_nil_p(string)) {
    kobako_set_last_match(mrb, string);
    return string;
  }
  string = kobako_string_of(mrb, string);
  return kobako_position_in(mrb, kobako_find(mrb, self, string, 0, FALSE), string);
}

static mrb_value
regexp_match(mrb_state *mrb, mrb_value self)
{
  mrb_value string, block = mrb_nil_value();
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i&", &string, &position, &block);
  return kobako_match_from(mrb, self, string, position, block);
}

static mrb_value
regexp_match_p(mrb_state *mrb, mrb_value self)
{
  mrb_value string;
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i", &string, &position);
  return mrb_bool_value(kobako_match_p(mrb, self, string, position));
}

static mrb_value
regexp_eqq(mrb_state *mrb, mrb_value self)
{
  mrb_value value = mrb_get_arg1(mrb);

  if (!mrb_string_p(value) && !mrb_symbol_p(value) && !mrb_responds_p(mrb, value, MRB_SYM(to_str))) {
    kobako_set_last_match(mrb, mrb_nil_value());
    return mrb_false_value();
  }
  return mrb_bool_value(!mrb_nil_p(kobako_find(mrb, self, kobako_string_of(mrb, value), 0, FALSE)));
}

static void
init_regexp(mrb_state *mrb)
{
  struct RClass *regexp = mrb_define_class_id(mrb, MRB_SYM(Regexp), mrb->object_class);
  OnigEncoding encodings[] = { ONIG_ENCODING_UTF8, ONIG_ENCODING_ASCII };

  onig_initialize(encodings, 2);
  onig_set_parse_depth_limit(NESTING_MAX);
  MRB_SET_INSTANCE_TT(regexp, MRB_TT_CDATA);
  mrb_define_const_id(mrb, regexp, MRB_SYM(IGNORECASE), mrb_fixnum_value(ONIG_OPTION_IGNORECASE));
  mrb_define_const_id(mrb, regexp, MRB_SYM(EXTENDED), mrb_fixnum_value(ONIG_OPTION_EXTEND));
  mrb_define_const_id(mrb, regexp, MRB_SYM(MULTILINE), mrb_fixnum_value(ONIG_OPTION_MULTILINE));
  mrb_define_const_id(mrb, regexp, MRB_SYM(FIXEDENCODING), mrb_fixnum_value(KOBAKO_REGEXP_FIXED));
  mrb_define_const_id(mrb, regexp, MRB_SYM(NOENCODING), mrb_fixnum_value(KOBAKO_REGEXP_NO_ENCODING));
  mrb_define_class_method_id(mrb, regexp, MRB_SYM(__literal), regexp_s_literal, MRB_ARGS_ARG(1, 2));
  mrb_define_private_method_id(mrb, regexp, MRB_SYM(initialize), regexp_initialize,
                               MRB_ARGS_ARG(1, 2) | MRB_ARGS_KEY(1, 0));
  mrb_define_private_method_id(mrb, regexp, MRB_SYM(initialize_copy), regexp_copy, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM_Q(__linear), regexp_linear_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_SYM(source), regexp_source, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_SYM(options), regexp_options, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_OPSYM(eq), regexp_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM_Q(eql), regexp_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(hash), regexp_hash, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_SYM(named_captures), kobako_group_names, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, regexp, MRB_OPSYM(match), regexp_match_op, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(match), regexp_match, MRB_ARGS_ARG(1, 1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, regexp, MRB_SYM_Q(match), regexp_match_p, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, regexp, MRB_OPSYM(eqq), regexp_eqq, MRB_ARGS_REQ(1));
  kobako_init_regexp_escape(mrb, regexp);
}

void
mrb_kobako_regexp_gem_init(mrb_state *mrb)
{
  init_regexp(mrb);
  kobako_init_timeout(mrb);
  kobako_init_match(mrb);
  kobako_init_string_search(mrb);
  kobako_init_string_slice(mrb);
  kobako_init_string_split(mrb);
  kobako_init_string_gsub(mrb);
  kobako_init_scanner(mrb);
}

void
mrb_kobako_regexp_gem_final(mrb_state *mrb)
{
}
