/* A StringScanner's state. */
#ifndef KOBAKO_SCANNER_H
#define KOBAKO_SCANNER_H

#include <mruby.h>
#include "search.h"

/* All positions count bytes. */
struct kobako_scanner {
  mrb_int pos, before; /* where it is, and where it was before the last match */
  mrb_bool fixed;      /* anchors mean the string, not what is left of it */
  mrb_bool matched;
  kobako_region groups;          /* of the last match, as offsets in the string; `beg` begins the block of both */
  int room;                      /* groups that the block has place for */
  mrb_value string, pattern;     /* variables of the object hold both, and subject.string */
  struct kobako_subject subject; /* a frozen copy of the string */
};

/* The state; raises ArgumentError before `initialize`. */
struct kobako_scanner *kobako_scanner_of(mrb_state *mrb, mrb_value self);

/* The same, NULL before `initialize`. */
struct kobako_scanner *kobako_scanner_or_null(mrb_value self);

/* The state of an object that gets its string; a new one if it has none. */
struct kobako_scanner *kobako_new_scanner(mrb_state *mrb, mrb_value self);

/* The bytes that are left; negative if the string is shorter by now. */
mrb_int kobako_scanner_left(const struct kobako_scanner *scanner);

/* A part of the string, which may be shorter by now; nil for one that begins behind its end. */
mrb_value kobako_scanner_part(mrb_state *mrb, const struct kobako_scanner *scanner, mrb_int from, mrb_int to);

/* Forgets the match and its pattern. */
void kobako_scanner_forget(struct kobako_scanner *scanner);

/* Makes place for so many groups, whose offsets are not kept. */
void kobako_scanner_make_room(mrb_state *mrb, struct kobako_scanner *scanner, int groups);

/* The methods that match, and those that say what was matched. */
void kobako_init_scanner_matches(mrb_state *mrb, struct RClass *c);
void kobako_init_scanner_groups(mrb_state *mrb, struct RClass *c);

#endif
