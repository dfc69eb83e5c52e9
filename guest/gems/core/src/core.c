/* Makes the classes of this gem what they are. */
#include <mruby.h>
#include "core.h"

void
mrb_kobako_core_gem_init(mrb_state *mrb)
{
  kobako_init_exit(mrb);
  kobako_init_refusal(mrb);
  kobako_init_sort(mrb);
  kobako_init_extremes(mrb);
  kobako_init_dig(mrb);
  kobako_init_hash_codes(mrb);
  kobako_init_string_parts(mrb);
  kobako_init_collections(mrb);
  kobako_init_clamp(mrb);
  kobako_init_hashes(mrb);
  kobako_init_ranges(mrb);
  kobako_init_symbols(mrb);
  kobako_init_reflection(mrb);
  kobako_init_refinements(mrb);
  kobako_init_conversions(mrb);
  kobako_init_pattern_matching(mrb);
  kobako_init_gc_figures(mrb);
  kobako_init_marshal(mrb);
  kobako_init_handed_keywords(mrb);
  kobako_init_shown_names(mrb);
  kobako_init_fiber_keeps(mrb);
}

void
mrb_kobako_core_gem_final(mrb_state *mrb)
{
}
