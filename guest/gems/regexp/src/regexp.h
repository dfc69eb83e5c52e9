/* What the files of this folder define of MatchData, String and StringScanner. */
#ifndef KOBAKO_REGEXP_H
#define KOBAKO_REGEXP_H

#include <mruby.h>

void kobako_init_regexp_escape(mrb_state *mrb, struct RClass *regexp);
void kobako_init_match(mrb_state *mrb);
void kobako_init_string_search(mrb_state *mrb);
void kobako_init_string_slice(mrb_state *mrb);
void kobako_init_string_split(mrb_state *mrb);
void kobako_init_string_gsub(mrb_state *mrb);
void kobako_init_scanner(mrb_state *mrb);

#endif
