/* String's methods that take or replace the part that a Regexp matches: [], []=, slice, slice!. */
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
static mrb_func_t plain_aref, plain_aset, plain_slice;

static mrb_value
str_aref(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, match, group = mrb_fixnum_value(0);

  if (!kobako_given_regexp(mrb)) return plain_aref(mrb, self);
  mrb_get_args(mrb, "o|o", &regexp, &group);
  match = kobako_find(mrb, regexp, self, 0, FALSE);
  return mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_OPSYM(aref), 1, &group);
}

/* Where the group of a match is, by its number or its name; raises IndexError if it took no part. */
static void
group_place(mrb_state *mrb, mrb_value match, mrb_value regexp, mrb_value group, mrb_int *from, mrb_int *to)
{
  kobako_region region;
  mrb_int number;

  if (!kobako_match_region(mrb, match, &region)) mrb_raise(mrb, E_INDEX_ERROR, "regexp not matched");
  if (!mrb_string_p(group) && !mrb_symbol_p(group)) {
    number = mrb_as_int(mrb, group);
    kobako_match_region(mrb, match, &region);
    if (number >= region.num_regs || number <= -region.num_regs) {
      mrb_raisef(mrb, E_INDEX_ERROR, "index %i out of regexp", number);
    }
    if (number < 0) number += region.num_regs;
  }
  else {
    mrb_value name = kobako_string_of(mrb, group);
    kobako_match_region(mrb, match, &region);
    number = kobako_group_of_name(mrb, regexp, RSTRING_PTR(name), RSTRING_LEN(name), &region);
  }
  *from = region.beg[number];
  *to = region.end[number];
  if (*from < 0) mrb_raisef(mrb, E_INDEX_ERROR, "regexp group %i not matched", number);
}

/* Replaces the bytes from...to of a match in a string that may have changed since. */
static void
splice(mrb_state *mrb, mrb_value self, mrb_int from, mrb_int to, mrb_value by)
{
  mrb_int len = RSTRING_LEN(self), added, rest;
  uint32_t encoding;
  char *p;

  if (to > len) mrb_raise(mrb, E_RUNTIME_ERROR, "string modified");
  encoding = mrb_str_encoding_of_both(mrb, self, by);
  by = mrb_str_dup(mrb, by);
  added = RSTRING_LEN(by);
  rest = len - to;
  mrb_str_modify(mrb, mrb_str_ptr(self));
  if (from + added + rest > len) mrb_str_resize(mrb, self, from + added + rest);
  p = RSTRING_PTR(self);
  memmove(p + from + added, p + to, rest);
  memcpy(p + from, RSTRING_PTR(by), added);
  mrb_str_resize(mrb, self, from + added + rest);
  RSTR_SET_ENCODING(mrb_str_ptr(self), encoding);
}

static mrb_value
str_aset(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, group, value;
  mrb_int from, to;

  if (!kobako_given_regexp(mrb)) return plain_aset(mrb, self);
  if (mrb_get_args(mrb, "oo|o", &regexp, &group, &value) == 2) {
    value = group;
    group = mrb_fixnum_value(0);
  }
  group_place(mrb, kobako_find(mrb, regexp, self, 0, FALSE), regexp, group, &from, &to);
  value = mrb_ensure_string_type(mrb, value);
  splice(mrb, self, from, to, value);
  return value;
}

static mrb_value
str_slice_bang(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, group = mrb_fixnum_value(0), match, part;
  mrb_int from, to;

  if (!kobako_given_regexp(mrb)) return plain_slice(mrb, self);
  mrb_get_args(mrb, "o|o", &regexp, &group);
  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  match = kobako_find(mrb, regexp, self, 0, FALSE);
  if (!mrb_string_p(group) && !mrb_symbol_p(group)) group = mrb_int_value(mrb, mrb_as_int(mrb, group));
  part = mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_OPSYM(aref), 1, &group);
  if (mrb_nil_p(part)) return part;
  group_place(mrb, match, regexp, group, &from, &to);
  splice(mrb, self, from, to, mrb_str_new(mrb, NULL, 0));
  return part;
}

void
kobako_init_string_slice(mrb_state *mrb)
{
  plain_aref = kobako_wrap_string(mrb, MRB_OPSYM(aref), str_aref, MRB_ARGS_ARG(1, 1));
  kobako_wrap_string(mrb, MRB_SYM(slice), str_aref, MRB_ARGS_ARG(1, 1));
  plain_aset = kobako_wrap_string(mrb, MRB_OPSYM(aset), str_aset, MRB_ARGS_ARG(2, 1));
  plain_slice = kobako_wrap_string(mrb, MRB_SYM_B(slice), str_slice_bang, MRB_ARGS_ARG(1, 1));
}
