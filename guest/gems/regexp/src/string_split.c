/* String's methods that cut it where a Regexp matches: split, partition, rpartition. */
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
static mrb_func_t plain_split, plain_partition, plain_rpartition;

static mrb_value
three_parts(mrb_state *mrb, mrb_value self, mrb_value match, mrb_bool last)
{
  mrb_value parts[3];
  kobako_region region;

  if (!kobako_match_region(mrb, match, &region)) {
    parts[last ? 2 : 0] = mrb_str_dup(mrb, self);
    parts[1] = kobako_part(mrb, self, 0, 0);
    parts[last ? 0 : 2] = kobako_part(mrb, self, 0, 0);
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
  if (!kobako_given_regexp(mrb)) return plain_partition(mrb, self);
  return three_parts(mrb, self, kobako_find(mrb, mrb_get_arg1(mrb), self, 0, FALSE), FALSE);
}

static mrb_value
str_rpartition(mrb_state *mrb, mrb_value self)
{
  if (!kobako_given_regexp(mrb)) return plain_rpartition(mrb, self);
  return three_parts(mrb, self, kobako_find(mrb, mrb_get_arg1(mrb), self, RSTRING_LEN(self), TRUE), TRUE);
}

static void
push_part(mrb_state *mrb, mrb_value parts, mrb_value string, mrb_int from, mrb_int to)
{
  int arena = mrb_gc_arena_save(mrb);
  mrb_ary_push(mrb, parts, kobako_part(mrb, string, from, to));
  mrb_gc_arena_restore(mrb, arena);
}

/* `self` is a copy: the bytes of a String move when a part of it is first taken. */
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

/* By what has to_str. */
static mrb_value
split_by_text(mrb_state *mrb, mrb_value self)
{
  mrb_value args[2] = { mrb_nil_value(), mrb_fixnum_value(0) };
  mrb_get_args(mrb, "S|o", &args[0], &args[1]);
  return mrb_funcall_argv(mrb, self, MRB_SYM(split), mrb_get_argc(mrb), args);
}

/* Both are cut by characters alone. */
static void
check_characters(mrb_state *mrb, mrb_value self)
{
  const mrb_value *args = mrb_get_argv(mrb);
  mrb_int argc = mrb_get_argc(mrb);

  if (argc == 2 && mrb_integer_p(args[1]) && mrb_integer(args[1]) == 1) return;
  kobako_check_characters(mrb, self);
  if (argc > 0 && mrb_string_p(args[0])) kobako_check_characters(mrb, args[0]);
}

/* Whether the only argument is "". */
static mrb_bool
by_nothing_p(mrb_state *mrb)
{
  return mrb_get_argc(mrb) == 1 && mrb_string_p(mrb_get_argv(mrb)[0]) && RSTRING_LEN(mrb_get_argv(mrb)[0]) == 0;
}

/* Without a block: that is for mrblib/string_gsub.rb. */
static mrb_value
str_split(mrb_state *mrb, mrb_value self)
{
  mrb_value regexp;
  mrb_int limit = 0;

  if (!kobako_given_regexp(mrb)) {
    if (mrb_get_argc(mrb) > 0 && !mrb_nil_p(mrb_get_argv(mrb)[0])) {
      kobako_check_regexp(mrb, mrb_get_argv(mrb)[0]);
      if (!mrb_string_p(mrb_get_argv(mrb)[0])) return split_by_text(mrb, self);
    }
    check_characters(mrb, self);
    if (by_nothing_p(mrb)) return mrb_funcall_argv(mrb, self, MRB_SYM(chars), 0, NULL);
    return plain_split(mrb, self);
  }
  mrb_get_args(mrb, "o|i", &regexp, &limit);
  if (limit == 1) {
    self = mrb_str_dup(mrb, self);
    return RSTRING_LEN(self) == 0 ? mrb_ary_new(mrb) : mrb_ary_new_from_values(mrb, 1, &self);
  }
  return split(mrb, mrb_str_dup(mrb, self), regexp, limit != 0, limit);
}

void
kobako_init_string_split(mrb_state *mrb)
{
  plain_partition = kobako_wrap_string(mrb, MRB_SYM(partition), str_partition, MRB_ARGS_REQ(1));
  plain_rpartition = kobako_wrap_string(mrb, MRB_SYM(rpartition), str_rpartition, MRB_ARGS_REQ(1));
  plain_split = kobako_wrap_string(mrb, MRB_SYM(split), str_split, MRB_ARGS_OPT(2));
}
