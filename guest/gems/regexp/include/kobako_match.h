/* MatchData and $~, for gems that read them. */
#ifndef KOBAKO_MATCH_H
#define KOBAKO_MATCH_H

#include <mruby.h>
#include <oniguruma.h>

/* What a search found, as offsets in bytes: group i is at beg[i]...end[i], or at -1 if it took no part. */
typedef OnigRegion kobako_region;

/* A MatchData; `pattern` is a Regexp, or the String that was looked for. */
mrb_value kobako_match_new(mrb_state *mrb, mrb_value string, mrb_value pattern, const kobako_region *region);

/* Takes the region of a MatchData; FALSE if it is none. The arrays are valid until the next call. */
mrb_bool kobako_match_region(mrb_state *mrb, mrb_value match, kobako_region *out);

/* The group of a match, nil if it took no part or there is none. */
mrb_value kobako_match_group(mrb_state *mrb, mrb_value match, mrb_int number);

/* The number of the last group that took part, 0 if none did. */
mrb_int kobako_last_group(const kobako_region *region);

/* $~ of the innermost method that a script wrote. */
mrb_value kobako_last_match(mrb_state *mrb);
void kobako_set_last_match(mrb_state *mrb, mrb_value match);

#endif
