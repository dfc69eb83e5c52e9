/* Methods of the core whose code is read when one of them is first called. */
#include <string.h>
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include <mruby/proc.h>
#include <kobako_library.h>
#include "library.h"

/* What is read stays, as the rest of the core does. */
static void
settle(mrb_irep *routine, uint8_t flags)
{
  routine->flags |= flags;
  for (int i = 0; i < routine->rlen; i++) settle((mrb_irep *)routine->reps[i], flags);
}

void
kobako_read_methods(mrb_state *mrb, const mrb_irep *unread)
{
  const struct mrb_unread *group = (const struct mrb_unread *)unread->syms;
  struct kobako_text name = { group->name, strlen(group->name) }, code;
  int arena = mrb_gc_arena_save(mrb);

  kobako_library->methods(&name, &code);
  const mrb_irep *read = kobako_load_own(mrb, &code, kobako_library->release)->body.irep;
  for (int i = 0; i < group->count; i++) {
    mrb_irep *routine = &group->routines[i];
    uint8_t flags = routine->flags & (uint8_t)~MRB_IREP_UNREAD;

    settle((mrb_irep *)read->reps[i], flags);
    *routine = *read->reps[i];
  }
  mrb_gc_arena_restore(mrb, arena);
}
