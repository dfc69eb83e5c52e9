/* Regexp#match and its relatives, and the methods of String that look for a Regexp. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include "regexp.h"

/* mruby's own methods, for what is no Regexp. */
static mrb_func_t plain_aref, plain_aset, plain_slice, plain_index, plain_rindex, plain_byteindex, plain_split,
                  plain_partition, plain_rpartition, plain_start_with;

mrb_int
kobako_next_offset(const struct kobako_subject *subject, mrb_int at)
{
  const char *p = (const char*)subject->start + at, *end = (const char*)subject->end;
  return at + (p < end && !subject->binary ? mrb_utf8len(p, end) : 1);
}

mrb_value
kobako_string_of(mrb_state *mrb, mrb_value value)
{
  if (mrb_string_p(value)) return value;
  if (mrb_symbol_p(value)) return mrb_sym_str(mrb, mrb_symbol(value));
  if (mrb_respond_to(mrb, value, MRB_SYM(to_str))) {
    value = mrb_funcall_argv(mrb, value, MRB_SYM(to_str), 0, NULL);
    if (mrb_string_p(value)) return value;
  }
  mrb_raisef(mrb, E_TYPE_ERROR, "no implicit conversion of %Y into String", value);
}

/* Searches and keeps the match as $~, which it returns; nil if there is none. */
static mrb_value
search(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int from, mrb_bool backward)
{
  struct kobako_subject subject = kobako_subject(mrb, string);
  const kobako_region *region;
  mrb_value match = mrb_nil_value();

  if (from >= 0 && from <= RSTRING_LEN(string) &&
      kobako_search(mrb, regexp, &subject, from, backward, &region) >= 0) {
    match = kobako_match_new(mrb, string, regexp, region);
  }
  kobako_set_last_match(mrb, match);
  return match;
}

/* The byte offset of a position, which counts from the end if it is negative; -1 if it is outside. */
static mrb_int
offset_of(mrb_value string, mrb_int position)
{
  if (position < 0) position += kobako_char_offset(string, RSTRING_LEN(string));
  return position < 0 ? -1 : kobako_byte_offset(string, position);
}

static mrb_value
position_in(mrb_state *mrb, mrb_value match, mrb_value string)
{
  kobako_region region;
  if (!kobako_match_region(mrb, match, &region)) return mrb_nil_value();
  return mrb_int_value(mrb, kobako_char_offset(string, region.beg[0]));
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
  return position_in(mrb, search(mrb, self, string, 0, FALSE), string);
}

static mrb_value
match_from(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int position, mrb_value block)
{
  mrb_value match = string;

  if (mrb_nil_p(string)) {
    kobako_set_last_match(mrb, string);
    return string;
  }
  string = kobako_string_of(mrb, string);
  match = search(mrb, regexp, string, offset_of(string, position), FALSE);
  return mrb_nil_p(match) || mrb_nil_p(block) ? match : mrb_yield(mrb, block, match);
}

static mrb_value
regexp_match(mrb_state *mrb, mrb_value self)
{
  mrb_value string, block = mrb_nil_value();
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i&", &string, &position, &block);
  return match_from(mrb, self, string, position, block);
}

static mrb_bool
match_p(mrb_state *mrb, mrb_value regexp, mrb_value value, mrb_int position)
{
  mrb_value string;
  struct kobako_subject subject;
  const kobako_region *region;
  mrb_int from;

  if (mrb_nil_p(value)) return FALSE;
  string = kobako_string_of(mrb, value);
  subject = kobako_subject(mrb, string);
  from = offset_of(string, position);
  return from >= 0 && kobako_search(mrb, regexp, &subject, from, FALSE, &region) >= 0;
}

static mrb_value
regexp_match_p(mrb_state *mrb, mrb_value self)
{
  mrb_value string;
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i", &string, &position);
  return mrb_bool_value(match_p(mrb, self, string, position));
}

static mrb_value
regexp_eqq(mrb_state *mrb, mrb_value self)
{
  mrb_value value = mrb_get_arg1(mrb);

  if (!mrb_string_p(value) && !mrb_symbol_p(value) && !mrb_respond_to(mrb, value, MRB_SYM(to_str))) {
    kobako_set_last_match(mrb, mrb_nil_value());
    return mrb_false_value();
  }
  return mrb_bool_value(!mrb_nil_p(search(mrb, self, kobako_string_of(mrb, value), 0, FALSE)));
}

/* Raises TypeError unless it is a Regexp or a String. */
static void
wanted_regexp(mrb_state *mrb, mrb_value pattern)
{
  if (kobako_regexp_p(pattern) || mrb_string_p(pattern) || mrb_respond_to(mrb, pattern, MRB_SYM(to_str))) return;
  mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected Regexp)", pattern);
}

/* A Regexp as it is, one made of a String. */
static mrb_value
regexp_of(mrb_state *mrb, mrb_value pattern)
{
  if (kobako_regexp_p(pattern)) return pattern;
  wanted_regexp(mrb, pattern);
  pattern = kobako_string_of(mrb, pattern);
  return mrb_obj_new(mrb, mrb_class_get_id(mrb, MRB_SYM(Regexp)), 1, &pattern);
}

static mrb_value
str_match_op(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern = mrb_get_arg1(mrb);

  if (mrb_string_p(pattern)) mrb_raise(mrb, E_TYPE_ERROR, "type mismatch: String given");
  if (!kobako_regexp_p(pattern)) return mrb_funcall_argv(mrb, pattern, MRB_OPSYM(match), 1, &self);
  return position_in(mrb, search(mrb, pattern, self, 0, FALSE), self);
}

static mrb_value
str_match(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern, block = mrb_nil_value();
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i&", &pattern, &position, &block);
  return match_from(mrb, regexp_of(mrb, pattern), self, position, block);
}

static mrb_value
str_match_p(mrb_state *mrb, mrb_value self)
{
  mrb_value pattern;
  mrb_int position = 0;

  mrb_get_args(mrb, "o|i", &pattern, &position);
  return mrb_bool_value(match_p(mrb, regexp_of(mrb, pattern), self, position));
}

static mrb_bool
given_regexp(mrb_state *mrb)
{
  return mrb_get_argc(mrb) > 0 && kobako_regexp_p(mrb_get_argv(mrb)[0]);
}

static mrb_value
str_index(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int position = 0;

  if (!given_regexp(mrb)) return plain_index(mrb, self);
  mrb_get_args(mrb, "o|i", &regexp, &position);
  return position_in(mrb, search(mrb, regexp, self, offset_of(self, position), FALSE), self);
}

static mrb_value
str_rindex(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int position, from = RSTRING_LEN(self);

  if (!given_regexp(mrb)) return plain_rindex(mrb, self);
  if (mrb_get_args(mrb, "o|i", &regexp, &position) == 2) {
    from = offset_of(self, position);
    if (from < 0 && position > 0) from = RSTRING_LEN(self);
  }
  return position_in(mrb, search(mrb, regexp, self, from, TRUE), self);
}

static mrb_value
str_byteindex(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, match;
  mrb_int from = 0;
  kobako_region region;

  if (!given_regexp(mrb)) return plain_byteindex(mrb, self);
  mrb_get_args(mrb, "o|i", &regexp, &from);
  if (from < 0) from += RSTRING_LEN(self);
  if (from > 0 && from < RSTRING_LEN(self) && !RSTR_BINARY_P(mrb_str_ptr(self)) &&
      (RSTRING_PTR(self)[from] & 0xc0) == 0x80) {
    mrb_raisef(mrb, E_INDEX_ERROR, "offset %i does not land on character boundary", from);
  }
  match = search(mrb, regexp, self, from, FALSE);
  return kobako_match_region(mrb, match, &region) ? mrb_int_value(mrb, region.beg[0]) : mrb_nil_value();
}

static mrb_value
str_aref(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, match, group = mrb_fixnum_value(0);

  if (!given_regexp(mrb)) return plain_aref(mrb, self);
  mrb_get_args(mrb, "o|o", &regexp, &group);
  match = search(mrb, regexp, self, 0, FALSE);
  return mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_OPSYM(aref), 1, &group);
}

/* Where the group of a match is, by its number or its name; raises IndexError if it took no part. */
static void
group_place(mrb_state *mrb, mrb_value match, mrb_value regexp, mrb_value group, mrb_int *from, mrb_int *to)
{
  kobako_region region;
  mrb_int number;

  if (!kobako_match_region(mrb, match, &region)) mrb_raise(mrb, E_INDEX_ERROR, "regexp not matched");
  if (mrb_integer_p(group)) {
    number = mrb_integer(group);
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
  char *p;

  if (to > len) mrb_raise(mrb, E_RUNTIME_ERROR, "string modified");
  by = mrb_str_dup(mrb, by);
  added = RSTRING_LEN(by);
  rest = len - to;
  mrb_str_modify(mrb, mrb_str_ptr(self));
  if (from + added + rest > len) mrb_str_resize(mrb, self, from + added + rest);
  p = RSTRING_PTR(self);
  memmove(p + from + added, p + to, rest);
  memcpy(p + from, RSTRING_PTR(by), added);
  mrb_str_resize(mrb, self, from + added + rest);
}

static mrb_value
str_aset(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, group, value;
  mrb_int from, to;

  if (!given_regexp(mrb)) return plain_aset(mrb, self);
  if (mrb_get_args(mrb, "oo|o", &regexp, &group, &value) == 2) {
    value = group;
    group = mrb_fixnum_value(0);
  }
  mrb_ensure_string_type(mrb, value);
  group_place(mrb, search(mrb, regexp, self, 0, FALSE), regexp, group, &from, &to);
  splice(mrb, self, from, to, value);
  return value;
}

static mrb_value
str_slice_bang(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp, group = mrb_fixnum_value(0), match, part;
  mrb_int from, to;

  if (!given_regexp(mrb)) return plain_slice(mrb, self);
  mrb_get_args(mrb, "o|o", &regexp, &group);
  mrb_check_frozen(mrb, mrb_basic_ptr(self));
  match = search(mrb, regexp, self, 0, FALSE);
  part = mrb_nil_p(match) ? match : mrb_funcall_argv(mrb, match, MRB_OPSYM(aref), 1, &group);
  if (mrb_nil_p(part)) return part;
  group_place(mrb, match, regexp, group, &from, &to);
  splice(mrb, self, from, to, mrb_str_new(mrb, NULL, 0));
  return part;
}

static mrb_value
three_parts(mrb_state *mrb, mrb_value self, mrb_value match, mrb_bool last)
{
  mrb_value parts[3];
  kobako_region region;

  if (!kobako_match_region(mrb, match, &region)) {
    parts[last ? 2 : 0] = mrb_str_dup(mrb, self);
    parts[1] = mrb_str_new(mrb, NULL, 0);
    parts[last ? 0 : 2] = mrb_str_new(mrb, NULL, 0);
  }
  else {
    mrb_int from = region.beg[0], to = region.end[0];
    parts[0] = kobako_part(mrb, self, 0, from);
    parts[1] = kobako_part(mrb, self, from, to);
    parts[2] = kobako_part(mrb, self, to, RSTRING_LEN(self));
  }
  return mrb_ary_new_from_values(mrb, 3, parts);
}

static mrb_value
str_partition(mrb_state *mrb, mrb_value self)
{
  if (!given_regexp(mrb)) return plain_partition(mrb, self);
  return three_parts(mrb, self, search(mrb, mrb_get_arg1(mrb), self, 0, FALSE), FALSE);
}

static mrb_value
str_rpartition(mrb_state *mrb, mrb_value self)
{
  if (!given_regexp(mrb)) return plain_rpartition(mrb, self);
  return three_parts(mrb, self, search(mrb, mrb_get_arg1(mrb), self, RSTRING_LEN(self), TRUE), TRUE);
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

static void
push_part(mrb_state *mrb, mrb_value parts, mrb_value string, mrb_int from, mrb_int to)
{
  int arena = mrb_gc_arena_save(mrb);
  mrb_ary_push(mrb, parts, kobako_part(mrb, string, from, to));
  mrb_gc_arena_restore(mrb, arena);
}

static mrb_value
split(mrb_state *mrb, mrb_value self, mrb_value regexp, mrb_bool limited, mrb_int limit)
{
  struct kobako_subject subject = kobako_subject(mrb, self);
  const kobako_region *region;
  mrb_int len = RSTRING_LEN(self), begin = 0, start = 0, pieces = 1;
  mrb_bool empty_before = FALSE;
  mrb_value parts = mrb_ary_new(mrb);

  if (len == 0) return parts;
  while ((limit <= 0 || pieces < limit) && start <= len &&
         kobako_search(mrb, regexp, &subject, start, FALSE, &region) >= 0) {
    mrb_int from = region->beg[0], to = region->end[0];
    if (from == start && from == to) {
      if (!empty_before) {
        start = kobako_next_offset(&subject, start);
        empty_before = TRUE;
        continue;
      }
      push_part(mrb, parts, self, begin, kobako_next_offset(&subject, begin));
      begin = start;
    }
    else {
      push_part(mrb, parts, self, begin, from);
      begin = start = to;
    }
    empty_before = FALSE;
    for (int i = 1; i < region->num_regs; i++) {
      if (region->beg[i] >= 0) push_part(mrb, parts, self, region->beg[i], region->end[i]);
    }
    pieces++;
  }
  if (limited || len > begin) push_part(mrb, parts, self, begin, len);
  while (!limited && RARRAY_LEN(parts) > 0 && RSTRING_LEN(RARRAY_PTR(parts)[RARRAY_LEN(parts) - 1]) == 0) {
    mrb_ary_pop(mrb, parts);
  }
  return parts;
}

/* Without a block: that is for mrblib/regexp_string.rb. */
static mrb_value
str_split(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int limit = 0;

  if (!given_regexp(mrb)) {
    if (mrb_get_argc(mrb) > 0 && !mrb_nil_p(mrb_get_argv(mrb)[0])) wanted_regexp(mrb, mrb_get_argv(mrb)[0]);
    return plain_split(mrb, self);
  }
  mrb_get_args(mrb, "o|i", &regexp, &limit);
  if (limit == 1) return RSTRING_LEN(self) == 0 ? mrb_ary_new(mrb) : mrb_ary_new_from_values(mrb, 1, &self);
  return split(mrb, self, regexp, limit != 0, limit);
}

mrb_func_t
kobako_wrap_string(mrb_state *mrb, mrb_sym name, mrb_func_t function, mrb_aspec aspec)
{
  struct RClass *string = mrb->string_class;
  mrb_method_t method = mrb_method_search_vm(mrb, &string, name);
  mrb_define_method_id(mrb, mrb->string_class, name, function, aspec);
  return MRB_METHOD_PROC_P(method) ? MRB_PROC_CFUNC(MRB_METHOD_PROC(method)) : MRB_METHOD_FUNC(method);
}

void
kobako_init_search(mrb_state *mrb)
{
  struct RClass *regexp = mrb_class_get_id(mrb, MRB_SYM(Regexp));
  struct RClass *string = mrb->string_class;

  mrb_define_method_id(mrb, regexp, MRB_OPSYM(match), regexp_match_op, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, regexp, MRB_SYM(match), regexp_match, MRB_ARGS_ARG(1, 1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, regexp, MRB_SYM_Q(match), regexp_match_p, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, regexp, MRB_OPSYM(eqq), regexp_eqq, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_OPSYM(match), str_match_op, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, string, MRB_SYM(match), str_match, MRB_ARGS_ARG(1, 1) | MRB_ARGS_BLOCK());
  mrb_define_method_id(mrb, string, MRB_SYM_Q(match), str_match_p, MRB_ARGS_ARG(1, 1));
  plain_index = kobako_wrap_string(mrb, MRB_SYM(index), str_index, MRB_ARGS_ARG(1, 1));
  plain_rindex = kobako_wrap_string(mrb, MRB_SYM(rindex), str_rindex, MRB_ARGS_ARG(1, 1));
  plain_byteindex = kobako_wrap_string(mrb, MRB_SYM(byteindex), str_byteindex, MRB_ARGS_ARG(1, 1));
  plain_aref = kobako_wrap_string(mrb, MRB_OPSYM(aref), str_aref, MRB_ARGS_ARG(1, 1));
  kobako_wrap_string(mrb, MRB_SYM(slice), str_aref, MRB_ARGS_ARG(1, 1));
  plain_aset = kobako_wrap_string(mrb, MRB_OPSYM(aset), str_aset, MRB_ARGS_ARG(2, 1));
  plain_slice = kobako_wrap_string(mrb, MRB_SYM_B(slice), str_slice_bang, MRB_ARGS_ARG(1, 1));
  plain_partition = kobako_wrap_string(mrb, MRB_SYM(partition), str_partition, MRB_ARGS_REQ(1));
  plain_rpartition = kobako_wrap_string(mrb, MRB_SYM(rpartition), str_rpartition, MRB_ARGS_REQ(1));
  mrb_define_alias_id(mrb, string, MRB_SYM(__start_with_string), MRB_SYM_Q(start_with));
  plain_start_with = kobako_wrap_string(mrb, MRB_SYM_Q(start_with), str_start_with, MRB_ARGS_ANY());
  plain_split = kobako_wrap_string(mrb, MRB_SYM(split), str_split, MRB_ARGS_OPT(2));
}
