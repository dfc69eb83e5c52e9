/* MatchData: the string, the pattern, and where each group is, laid out as a Struct. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include <kobako_match.h>
#include <kobako_utf8.h>
#include "regexp.h"
#include "search.h"

enum { STRING, PATTERN, POSITIONS };

static struct RClass *match_class;
static int *starts, *ends;
static mrb_int room;

mrb_value
kobako_match_new(mrb_state *mrb, mrb_value string, mrb_value pattern, const kobako_region *region)
{
  mrb_int count = region->num_regs;
  mrb_value match = mrb_ary_new_capa(mrb, POSITIONS + 2 * count);
  mrb_value copy = mrb_frozen_p(mrb_basic_ptr(string)) ? string : mrb_str_dup(mrb, string);
  struct RArray *fields = mrb_ary_ptr(match);

  mrb_basic_ptr(copy)->frozen = TRUE;
  mrb_ary_push(mrb, match, copy);
  mrb_ary_push(mrb, match, pattern);
  for (mrb_int i = 0; i < count; i++) {
    mrb_ary_push(mrb, match, mrb_fixnum_value(region->beg[i]));
    mrb_ary_push(mrb, match, mrb_fixnum_value(region->end[i]));
  }
  fields->tt = MRB_TT_STRUCT;
  fields->c = match_class;
  fields->frozen = TRUE;
  return mrb_obj_value(fields);
}

static mrb_bool
match_p(mrb_value value)
{
  return mrb_type(value) == MRB_TT_STRUCT && mrb_class_real(mrb_obj_ptr(value)->c) == match_class &&
         RARRAY_LEN(value) > POSITIONS;
}

static mrb_value
field(mrb_value match, int number)
{
  return RARRAY_PTR(match)[number];
}

mrb_bool
kobako_match_region(mrb_state *mrb, mrb_value match, kobako_region *out)
{
  mrb_int count;

  if (!match_p(match)) return FALSE;
  count = (RARRAY_LEN(match) - POSITIONS) / 2;
  if (count > room) {
    starts = (int *)mrb_realloc(mrb, starts, sizeof(int) * count);
    ends = (int *)mrb_realloc(mrb, ends, sizeof(int) * count);
    room = count;
  }
  for (mrb_int i = 0; i < count; i++) {
    starts[i] = (int)mrb_integer(field(match, POSITIONS + 2 * i));
    ends[i] = (int)mrb_integer(field(match, POSITIONS + 2 * i + 1));
  }
  *out = (kobako_region){ .num_regs = (int)count, .beg = starts, .end = ends };
  return TRUE;
}

mrb_int
kobako_last_group(const kobako_region *region)
{
  mrb_int number = region->num_regs - 1;

  while (number > 0 && region->beg[number] < 0) number--;
  return number;
}

static mrb_int
group_count(mrb_state *mrb, mrb_value match)
{
  if (!match_p(match)) mrb_raise(mrb, E_TYPE_ERROR, "uninitialized MatchData");
  return (RARRAY_LEN(match) - POSITIONS) / 2;
}

static mrb_bool
positions(mrb_state *mrb, mrb_value match, mrb_int number, mrb_int *from, mrb_int *to)
{
  if (number < 0 || number >= group_count(mrb, match)) return FALSE;
  *from = mrb_integer(field(match, POSITIONS + 2 * number));
  *to = mrb_integer(field(match, POSITIONS + 2 * number + 1));
  return *from >= 0;
}

mrb_value
kobako_match_group(mrb_state *mrb, mrb_value match, mrb_int number)
{
  mrb_int from, to;

  if (!match_p(match) || !positions(mrb, match, number, &from, &to)) return mrb_nil_value();
  return kobako_part(mrb, field(match, STRING), from, to);
}

/* The number of a group by its number or its name; raises IndexError for a name that there is not. */
static mrb_int
number_of(mrb_state *mrb, mrb_value match, mrb_value group)
{
  kobako_region region;
  mrb_int len;
  const char *name;

  if (mrb_symbol_p(group)) {
    name = mrb_sym_name_len(mrb, mrb_symbol(group), &len);
  }
  else if (mrb_string_p(group)) {
    name = RSTRING_PTR(group);
    len = RSTRING_LEN(group);
  }
  else {
    return mrb_as_int(mrb, group);
  }
  if (!kobako_match_region(mrb, match, &region)) mrb_raise(mrb, E_TYPE_ERROR, "uninitialized MatchData");
  return kobako_group_of_name(mrb, field(match, PATTERN), name, len, &region);
}

static mrb_value
match_to_a(mrb_state *mrb, mrb_value self)
{
  mrb_int count = group_count(mrb, self);
  mrb_value groups = mrb_ary_new_capa(mrb, count);
  int arena = mrb_gc_arena_save(mrb);

  for (mrb_int i = 0; i < count; i++) {
    mrb_ary_push(mrb, groups, kobako_match_group(mrb, self, i));
    mrb_gc_arena_restore(mrb, arena);
  }
  return groups;
}

static mrb_value
match_aref(mrb_state *mrb, mrb_value self)
{
  mrb_value group, len;
  mrb_int number, count = group_count(mrb, self);

  if (mrb_get_args(mrb, "o|o", &group, &len) == 2 || mrb_type(group) == MRB_TT_RANGE) {
    return mrb_funcall_argv(mrb, match_to_a(mrb, self), MRB_OPSYM(aref), mrb_get_argc(mrb), mrb_get_argv(mrb));
  }
  number = number_of(mrb, self, group);
  if (number < 0 && number + count <= 0) return mrb_nil_value();
  return kobako_match_group(mrb, self, number < 0 ? number + count : number);
}

static mrb_int
existing_group(mrb_state *mrb, mrb_value self, mrb_value group)
{
  mrb_int number = number_of(mrb, self, group);
  if (number < 0 || number >= group_count(mrb, self)) mrb_raisef(mrb, E_INDEX_ERROR, "index %i out of matches", number);
  return number;
}

static mrb_bool
offset_of(mrb_state *mrb, mrb_value self, mrb_int *from, mrb_int *to)
{
  return positions(mrb, self, existing_group(mrb, self, mrb_get_arg1(mrb)), from, to);
}

static mrb_value
char_offset_value(mrb_state *mrb, mrb_value self, mrb_int bytes)
{
  return mrb_int_value(mrb, kobako_char_offset(field(self, STRING), bytes));
}

static mrb_value
match_begin(mrb_state *mrb, mrb_value self)
{
  mrb_int from, to;
  return offset_of(mrb, self, &from, &to) ? char_offset_value(mrb, self, from) : mrb_nil_value();
}

static mrb_value
match_end(mrb_state *mrb, mrb_value self)
{
  mrb_int from, to;
  return offset_of(mrb, self, &from, &to) ? char_offset_value(mrb, self, to) : mrb_nil_value();
}

static mrb_value
match_byteoffset(mrb_state *mrb, mrb_value self)
{
  mrb_int from, to;
  if (!offset_of(mrb, self, &from, &to)) return mrb_assoc_new(mrb, mrb_nil_value(), mrb_nil_value());
  return mrb_assoc_new(mrb, mrb_fixnum_value(from), mrb_fixnum_value(to));
}

static mrb_value
match_initialize_copy(mrb_state *mrb, mrb_value self)
{
  mrb_value original = mrb_get_arg1(mrb);
  if (!match_p(original) || mrb_type(self) != MRB_TT_STRUCT || RARRAY_LEN(self) > 0) {
    mrb_raise(mrb, E_TYPE_ERROR, "wrong argument class");
  }
  mrb_ary_replace(mrb, self, original);
  return self;
}

static mrb_value
match_pre(mrb_state *mrb, mrb_value self)
{
  mrb_int from = 0, to;
  positions(mrb, self, 0, &from, &to);
  return kobako_part(mrb, field(self, STRING), 0, from);
}

static mrb_value
match_post(mrb_state *mrb, mrb_value self)
{
  mrb_int from, to = 0;
  positions(mrb, self, 0, &from, &to);
  return kobako_part(mrb, field(self, STRING), to, RSTRING_LEN(field(self, STRING)));
}

static mrb_value
match_size(mrb_state *mrb, mrb_value self)
{
  return mrb_int_value(mrb, group_count(mrb, self));
}

static mrb_value
match_string(mrb_state *mrb, mrb_value self)
{
  group_count(mrb, self);
  return field(self, STRING);
}

/* The Regexp, or the String that was looked for. */
static mrb_value
match_pattern(mrb_state *mrb, mrb_value self)
{
  group_count(mrb, self);
  return field(self, PATTERN);
}

static mrb_value
match_equal(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);
  mrb_int count = group_count(mrb, self);

  if (!match_p(other) || group_count(mrb, other) != count) return mrb_false_value();
  for (mrb_int i = 0; i < 2 * count; i++) {
    if (mrb_integer(field(self, POSITIONS + i)) != mrb_integer(field(other, POSITIONS + i))) return mrb_false_value();
  }
  return mrb_bool_value(mrb_equal(mrb, field(self, STRING), field(other, STRING)) &&
                        mrb_equal(mrb, field(self, PATTERN), field(other, PATTERN)));
}

void
kobako_init_match(mrb_state *mrb)
{
  struct RClass *match = mrb_define_class_id(mrb, MRB_SYM(MatchData), mrb->object_class);

  match_class = match;
  MRB_SET_INSTANCE_TT(match, MRB_TT_STRUCT);
  mrb_undef_class_method_id(mrb, match, MRB_SYM(new));
  mrb_define_private_method_id(mrb, match, MRB_SYM(initialize_copy), match_initialize_copy, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_OPSYM(aref), match_aref, MRB_ARGS_ARG(1, 1));
  mrb_define_method_id(mrb, match, MRB_OPSYM(eq), match_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_SYM_Q(eql), match_equal, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_SYM(begin), match_begin, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_SYM(end), match_end, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_SYM(byteoffset), match_byteoffset, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, match, MRB_SYM(to_a), match_to_a, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, match, MRB_SYM(pre_match), match_pre, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, match, MRB_SYM(post_match), match_post, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, match, MRB_SYM(size), match_size, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, match, MRB_SYM(length), match_size, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, match, MRB_SYM(string), match_string, MRB_ARGS_NONE());
  mrb_define_private_method_id(mrb, match, MRB_SYM(__pattern), match_pattern, MRB_ARGS_NONE());
}
