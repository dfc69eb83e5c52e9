/* StringScanner's methods that say what was matched last. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/hash.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include "pattern.h"
#include "scanner.h"

/* A group by its number, which counts from the end if it is negative; nil if it took no part. */
static mrb_value
group(mrb_state *mrb, const struct kobako_scanner *scanner, mrb_int number)
{
  const kobako_region *groups = &scanner->groups;

  if (number < 0) number += groups->num_regs;
  if (number < 0 || number >= groups->num_regs || groups->beg[number] < 0) return mrb_nil_value();
  return kobako_scanner_part(mrb, scanner, groups->beg[number], groups->end[number]);
}

static mrb_value
scanner_aref(mrb_state *mrb, mrb_value self)
{
  mrb_value key = mrb_get_arg1(mrb);
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  const char *name;
  mrb_int number, len;

  if (!scanner->matched) return mrb_nil_value();
  if (mrb_symbol_p(key)) {
    name = mrb_sym_name_len(mrb, mrb_symbol(key), &len);
    number = kobako_group_of_name(mrb, scanner->pattern, name, len, &scanner->groups);
  }
  else if (mrb_string_p(key)) {
    number = kobako_group_of_name(mrb, scanner->pattern, RSTRING_PTR(key), RSTRING_LEN(key), &scanner->groups);
  }
  else {
    number = mrb_as_int(mrb, key);
  }
  return group(mrb, scanner, number);
}

static mrb_value
scanner_captures(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  mrb_value captures;
  int arena;

  if (!scanner->matched) return mrb_nil_value();
  captures = mrb_ary_new_capa(mrb, scanner->groups.num_regs);
  arena = mrb_gc_arena_save(mrb);
  for (int i = 1; i < scanner->groups.num_regs; i++) {
    mrb_ary_push(mrb, captures, group(mrb, scanner, i));
    mrb_gc_arena_restore(mrb, arena);
  }
  return captures;
}

/* Of several groups of one name the last one. */
static mrb_value
scanner_named_captures(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  mrb_value names, keys, captures = mrb_hash_new(mrb);

  if (!kobako_regexp_p(scanner->pattern)) return captures;
  names = kobako_group_names(mrb, scanner->pattern);
  keys = mrb_hash_keys(mrb, names);
  for (mrb_int i = 0; i < RARRAY_LEN(keys); i++) {
    mrb_value key = RARRAY_PTR(keys)[i], numbers = mrb_hash_get(mrb, names, key);
    mrb_int number = mrb_integer(RARRAY_PTR(numbers)[RARRAY_LEN(numbers) - 1]);
    mrb_hash_set(mrb, captures, key, scanner->matched ? group(mrb, scanner, number) : mrb_nil_value());
  }
  return captures;
}

static mrb_value
scanner_size(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return scanner->matched ? mrb_fixnum_value(scanner->groups.num_regs) : mrb_nil_value();
}

static mrb_value
scanner_matched_p(mrb_state *mrb, mrb_value self)
{
  return mrb_bool_value(kobako_scanner_of(mrb, self)->matched);
}

static mrb_value
scanner_matched(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return scanner->matched ? group(mrb, scanner, 0) : mrb_nil_value();
}

static mrb_value
scanner_matched_size(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return scanner->matched ? mrb_fixnum_value(scanner->groups.end[0] - scanner->groups.beg[0]) : mrb_nil_value();
}

static mrb_value
scanner_pre_match(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return scanner->matched ? kobako_scanner_part(mrb, scanner, 0, scanner->groups.beg[0]) : mrb_nil_value();
}

static mrb_value
scanner_post_match(mrb_state *mrb, mrb_value self)
{
  struct kobako_scanner *scanner = kobako_scanner_of(mrb, self);
  return scanner->matched ? kobako_scanner_part(mrb, scanner, scanner->groups.end[0], RSTRING_LEN(scanner->string))
                          : mrb_nil_value();
}

void
kobako_init_scanner_groups(mrb_state *mrb, struct RClass *c)
{
  mrb_define_method_id(mrb, c, MRB_OPSYM(aref), scanner_aref, MRB_ARGS_REQ(1));
  mrb_define_method_id(mrb, c, MRB_SYM(captures), scanner_captures, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(named_captures), scanner_named_captures, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(size), scanner_size, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM_Q(matched), scanner_matched_p, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(matched), scanner_matched, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(matched_size), scanner_matched_size, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(pre_match), scanner_pre_match, MRB_ARGS_NONE());
  mrb_define_method_id(mrb, c, MRB_SYM(post_match), scanner_post_match, MRB_ARGS_NONE());
}
