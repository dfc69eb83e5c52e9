/* What methods of Regexp and of String that search have in common. */
#ifndef KOBAKO_FIND_H
#define KOBAKO_FIND_H

#include <mruby.h>

/* Searches and keeps the match as $~, which it returns; nil if there is none. */
mrb_value kobako_find(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int from, mrb_bool backward);

/* The byte offset of a position, which counts from the end if it is negative; -1 if it is outside. */
mrb_int kobako_offset_of(mrb_value string, mrb_int position);

/* Where a match begins, in characters; nil for nil. */
mrb_value kobako_position_in(mrb_state *mrb, mrb_value match, mrb_value string);

/* `match` from a position: the match, or what the block makes of it. */
mrb_value kobako_match_from(mrb_state *mrb, mrb_value regexp, mrb_value string, mrb_int position, mrb_value block);

/* `match?`, which leaves $~ as it is. */
mrb_bool kobako_match_p(mrb_state *mrb, mrb_value regexp, mrb_value value, mrb_int position);

/* Raises TypeError unless it is a Regexp or a String. */
void kobako_check_regexp(mrb_state *mrb, mrb_value pattern);

/* A Regexp as it is, one made of a String. */
mrb_value kobako_regexp_of(mrb_state *mrb, mrb_value pattern);

/* Whether the first argument of the method that is called is a Regexp. */
mrb_bool kobako_given_regexp(mrb_state *mrb);

#endif
