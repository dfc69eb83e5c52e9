/* String's methods that say where a Regexp matches: =~, match, match?, index, rindex, byteindex, start_with?. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
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

/* mruby's own methods, for what is no Regexp. */
static mrb_func_t plain_index, plain_rindex, plain_byteindex, plain_byterindex, plain_start_with;

static mrb_value
str_match_op(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern = mrb_get_arg1(mrb);

  if (mrb_string_p(pattern)) mrb_raise(mrb, E_TYPE_ERROR, "type mismatch: String given");
  if (!kobako_regexp_p(pattern)) return mrb_funcall_argv(mrb, pattern, MRB_OPSYM(match), 1, &self);
  return kobako_position_in(mrb, kobako_find(mrb, pattern, self, 0, FALSE), self);
}

static mrb_value
str_match(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern, block = mrb_nil_value();
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i&", &pattern, &position, &block);
  return kobako_match_from(mrb, kobako_regexp_of(mrb, pattern), self, position, block);
}

static mrb_value
str_match_p(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern;
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i", &pattern, &position);
  return mrb_bool_value(kobako_match_p(mrb, kobako_regexp_of(mrb, pattern), self, position));
}

static mrb_value
str_index(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int position = 0;

  if (!kobako_given_regexp(mrb)) return plain_index(mrb, self);
  mrb_get_args(mrb, "o|i", &regexp, &position);
  return kobako_position_in(mrb, kobako_find(mrb, regexp, self, kobako_offset_of(self, position), FALSE), self);
}

static mrb_value
str_rindex(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int position, from = RSTRING_LEN(self);

  if (!kobako_given_regexp(mrb)) return plain_rindex(mrb, self);
  if (mrb_get_args(mrb, "o|i", &regexp, &position) == 2) {
    from = kobako_offset_of(self, position);
    if (from < 0 && position > 0) from = RSTRING_LEN(self);
  }
  return kobako_position_in(mrb, kobako_find(mrb, regexp, self, from, TRUE), self);
}

static void
check_boundary(mrb_state *mrb, mrb_value self, mrb_int at)
{
  if (at > 0 && at < RSTRING_LEN(self) && !RSTR_BINARY_P(mrb_str_ptr(self)) && (RSTRING_PTR(self)[at] & 0xc0) == 0x80) {
    mrb_raisef(mrb, E_INDEX_ERROR, "offset %i does not land on character boundary", at);
  }
}

static mrb_value
str_byterindex(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, match;
  mrb_int from = RSTRING_LEN(self);
  kobako_region region;

  mrb_get_args(mrb, "o|i", &regexp, &from);
  if (from < 0) from += RSTRING_LEN(self);
  if (from > RSTRING_LEN(self)) from = RSTRING_LEN(self);
  check_boundary(mrb, self, from);
  if (!kobako_regexp_p(regexp)) return plain_byterindex(mrb, self);
  match = kobako_find(mrb, regexp, self, from, TRUE);
  return kobako_match_region(mrb, match, &region) ? mrb_int_value(mrb, region.beg[0]) : mrb_nil_value();
}

static mrb_value
str_byteindex(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, match;
  mrb_int from = 0;
  kobako_region region;

  mrb_get_args(mrb, "o|i", &regexp, &from);
  if (from < 0) from += RSTRING_LEN(self);
  check_boundary(mrb, self, from);
  if (!kobako_regexp_p(regexp)) return plain_byteindex(mrb, self);
  match = kobako_find(mrb, regexp, self, from, FALSE);
  return kobako_match_region(mrb, match, &region) ? mrb_int_value(mrb, region.beg[0]) : mrb_nil_value();
}

static mrb_bool
starts_with(mrb_state *mrb, mrb_value self, mrb_value prefix)
{
  struct kobako_subject subject;
  const kobako_region *region;
  mrb_bool found;

  if (!kobako_regexp_p(prefix)) {
    return mrb_test(mrb_funcall_argv(mrb, self, MRB_SYM(__start_with_string), 1, &prefix));
  }
  subject = kobako_subject(mrb, self);
  found = kobako_match_at(mrb, prefix, &subject, 0, &region);
  kobako_set_last_match(mrb, found ? kobako_match_new(mrb, self, prefix, region) : mrb_nil_value());
  return found;
}

static mrb_value
str_start_with(mrb_state *mrb, mrb_value self)
{
  mrb_int count = mrb_get_argc(mrb);
  mrb_bool plain = TRUE;
  mrb_value prefixes;

  for (mrb_int i = 0; i < count; i++) plain = plain && !kobako_regexp_p(mrb_get_argv(mrb)[i]);
  if (plain) return plain_start_with(mrb, self);
  prefixes = mrb_ary_new_from_values(mrb, count, mrb_get_argv(mrb));
  for (mrb_int i = 0; i < count; i++) {
    if (starts_with(mrb, self, RARRAY_PTR(prefixes)[i])) return mrb_true_value();
  }
  return mrb_false_value();
}

void
kobako_init_string_search(mrb_state *mrb)
{
  mrb_define_method_id(mrb, mrb->string_class, MRB_OPSYM(match), str_match_op, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM(match), str_match, MRB_ARGS_ARG(1, 1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, mrb->string_class, MRB_SYM_Q(match), str_match_p, MRB_ARGS_ARG(1, 1));
  plain_index = kobako_wrap_string(mrb, MRB_SYM(index), str_index, MRB_ARGS_ARG(1, 1));
  plain_rindex = kobako_wrap_string(mrb, MRB_SYM(rindex), str_rindex, MRB_ARGS_ARG(1, 1));
  plain_byteindex = kobako_wrap_string(mrb, MRB_SYM(byteindex), str_byteindex, MRB_ARGS_ARG(1, 1));
  plain_byterindex = kobako_wrap_string(mrb, MRB_SYM(byterindex), str_byterindex, MRB_ARGS_ARG(1, 1));
  mrb_define_alias_id(mrb, mrb->string_class, MRB_SYM(__start_with_string), MRB_SYM_Q(start_with));
  plain_start_with = kobako_wrap_string(mrb, MRB_SYM_Q(start_with), str_start_with, MRB_ARGS_ANY());
}
