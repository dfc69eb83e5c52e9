/* Searches of a string by a pattern. */
#ifndef KOBAKO_SEARCH_H
#define KOBAKO_SEARCH_H

#include <mruby.h>
#include <kobako_match.h>

/* A string that may be searched: `binary` by bytes, else by characters of valid UTF-8. */
struct kobako_subject {
  mrb_value string;
  const OnigUChar *start, *end;
  mrb_bool binary;
};

/* Lays a string open for searches; raises ArgumentError if it is not valid UTF-8. */
struct kobako_subject kobako_subject(mrb_state *mrb, mrb_value string);

/* Searches from a byte offset to the end, or down to the start if `backward`; the offset found, or -1.
   The region is valid until the next search. */
mrb_int kobako_search(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject, mrb_int from,
                      mrb_bool backward, const kobako_region **found);

/* Whether it matches at exactly that offset. */
mrb_bool kobako_match_at(mrb_state *mrb, mrb_value regexp, const struct kobako_subject *subject, mrb_int at,
                         const kobako_region **found);

/* The number of the group of that name, of several the one that took part; raises IndexError. */
mrb_int kobako_group_of_name(mrb_state *mrb, mrb_value regexp, const char *name, mrb_int len,
                             const kobako_region *region);

/* A Hash of names with the numbers of their groups. */
mrb_value kobako_group_names(mrb_state *mrb, mrb_value regexp);

/* The offset after the character at an offset. */
mrb_int kobako_next_offset(const struct kobako_subject *subject, mrb_int at);

#endif
