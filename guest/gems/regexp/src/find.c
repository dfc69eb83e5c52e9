/* Searches as methods of Regexp and of String make them: by characters, with $~ kept. */
#include <mruby.h>
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
#include "search.h"

mrb_value
kobako_find(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int from, mrb_bool backward)
{
  struct kobako_subject subject = kobako_subject(mrb, string);
  const kobako_region *region;
  mrb_value match = mrb_nil_value();

  if (from >= 0 && from <= RSTRING_LEN(string) && kobako_search(mrb, regexp, &subject, from, backward, &region) >= 0) {
    match = kobako_match_new(mrb, string, regexp, region);
  }
  kobako_set_last_match(mrb, match);
  return match;
}

mrb_int
kobako_offset_of(mrb_value string, mrb_int position)
{
  if (position < 0) position += kobako_char_offset(string, RSTRING_LEN(string));
  return position < 0 ? -1 : kobako_byte_offset(string, position);
}

mrb_value
kobako_position_in(mrb_state *mrb, mrb_value match, mrb_value string)
{
  kobako_region region;
  if (!kobako_match_region(mrb, match, &region)) return mrb_nil_value();
  return mrb_int_value(mrb, kobako_char_offset(string, region.beg[0]));
}

mrb_value
kobako_match_from(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int position, mrb_value block)
{
  mrb_value match;

  if (mrb_nil_p(string)) {
    kobako_set_last_match(mrb, string);
    return string;
  }
  string = kobako_string_of(mrb, string);
  match = kobako_find(mrb, regexp, string, kobako_offset_of(string, position), FALSE);
  if (mrb_nil_p(match) || mrb_nil_p(block)) return match;
  return mrb_hand_over(mrb, mrb->c->ci->stack[0], MRB_SYM(__yield), 1, &match, block);
}

mrb_bool
kobako_match_p(mrb_state *mrb, mrb_value regexp, mrb_value value, mrb_int position)
{
  mrb_value string;
  struct kobako_subject subject;
  const kobako_region *region;
  mrb_int from;

  if (mrb_nil_p(value)) return FALSE;
  string = kobako_string_of(mrb, value);
  subject = kobako_subject(mrb, string);
  from = kobako_offset_of(string, position);
  return from >= 0 && kobako_search(mrb, regexp, &subject, from, FALSE, &region) >= 0;
}

void
kobako_check_regexp(mrb_state *mrb, mrb_value pattern)
{
  if (kobako_regexp_p(pattern) || mrb_string_p(pattern) || mrb_responds_p(mrb, pattern, MRB_SYM(to_str))) return;
  mrb_raisef(mrb, E_TYPE_ERROR, "wrong argument type %Y (expected Regexp)", pattern);
}

mrb_value
kobako_regexp_of(mrb_state *mrb, mrb_value pattern)
{
  if (kobako_regexp_p(pattern)) return pattern;
  kobako_check_regexp(mrb, pattern);
  pattern = kobako_string_of(mrb, pattern);
  return mrb_obj_new(mrb, mrb_class_get_id(mrb, MRB_SYM(Regexp)), 1, &pattern);
}

mrb_bool
kobako_given_regexp(mrb_state *mrb)
{
  return mrb_get_argc(mrb) > 0 && kobako_regexp_p(mrb_get_argv(mrb)[0]);
}
