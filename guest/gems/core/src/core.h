/* What the files of this folder define, each its part. */
#ifndef KOBAKO_CORE_H
#define KOBAKO_CORE_H

#include <mruby.h>

/* The code of a method or of a call, if it is Ruby of the core; NULL of others. */
const struct mrb_irep *kobako_core_code(const struct RProc *proc);

void kobako_init_exit(mrb_state *mrb);
void kobako_init_refusal(mrb_state *mrb);
void kobako_init_sort(mrb_state *mrb);
void kobako_init_extremes(mrb_state *mrb);
void kobako_init_dig(mrb_state *mrb);
void kobako_init_hash_codes(mrb_state *mrb);
void kobako_init_string_parts(mrb_state *mrb);
void kobako_init_collections(mrb_state *mrb);
void kobako_init_clamp(mrb_state *mrb);
void kobako_init_hashes(mrb_state *mrb);
void kobako_init_ranges(mrb_state *mrb);
void kobako_init_symbols(mrb_state *mrb);
void kobako_init_reflection(mrb_state *mrb);
void kobako_init_refinements(mrb_state *mrb);
void kobako_init_conversions(mrb_state *mrb);
void kobako_init_pattern_matching(mrb_state *mrb);
void kobako_init_gc_figures(mrb_state *mrb);
void kobako_init_marshal(mrb_state *mrb);
void kobako_init_handed_keywords(mrb_state *mrb);
void kobako_init_shown_names(mrb_state *mrb);
void kobako_init_fiber_keeps(mrb_state *mrb);

#endif
