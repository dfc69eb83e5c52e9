/* Methods of the core whose code is read when one of them is first called. */
#include <string.h>
#include <mruby.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include <mruby/proc.h>
#include <kobako_library.h>
#include "library.h"

/* The linker's: what lies in the section that kobako-mrbc puts the groups into. */
extern const struct mrb_unread *const __start_mrb_unread[]; /* NOLINT(bugprone-reserved-identifier) */
extern const struct mrb_unread *const __stop_mrb_unread[];  /* NOLINT(bugprone-reserved-identifier) */

/* What is read stays, as the rest of the core does. */
static void
settle(mrb_irep *routine, uint8_t flags)
{
  routine->flags |= flags;
  for (int i = 0; i < routine->rlen; i++) settle((mrb_irep *)routine->reps[i], flags);
}

static void
read_group(mrb_state *mrb, const struct mrb_unread *group)
{
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

void
kobako_read_methods(mrb_state *mrb, const mrb_irep *unread)
{
  read_group(mrb, (const struct mrb_unread *)unread->syms);
}

void
kobako_read_methods_of(mrb_state *mrb, const struct kobako_text *name)
{
  for (const struct mrb_unread *const *group = __start_mrb_unread; group < __stop_mrb_unread; group++) {
    const char *other = (*group)->name;

    if (strlen(other) != name->len || memcmp(other, name->bytes, name->len) != 0) continue;
    if ((*group)->routines->flags & MRB_IREP_UNREAD) read_group(mrb, *group);
    return;
  }
}
