/* What places of routines made once (ONCE and KEEP), for as long as there is the routine. */
#include <mruby.h>
#include <mruby/gc.h>
#include <mruby/internal.h>
#include <mruby/irep.h>
#include "once.h"

#define FIRST_CAPACITY 32

static size_t
home_of(const struct mrb_kept_table *all, const mrb_code *place)
{
  return (uint32_t)(uintptr_t)place * 2654435769u >> 7 & (all->capacity - 1);
}

/* The entry of a place, or the free one where it belongs. */
static struct kept *
entry_of(const struct mrb_kept_table *all, const mrb_code *place)
{
  size_t i = home_of(all, place);

  while (all->entries[i].place && all->entries[i].place != place) i = (i + 1) & (all->capacity - 1);
  return &all->entries[i];
}

static void
grow(mrb_state *mrb, struct mrb_kept_table *all)
{
  size_t before = all->capacity, after = before ? 2 * before : FIRST_CAPACITY;
  struct kept *old = all->entries;

  all->entries = (struct kept *)mrb_calloc(mrb, after, sizeof *all->entries);
  all->capacity = after;
  for (size_t i = 0; i < before; i++) {
    if (old[i].place) *entry_of(all, old[i].place) = old[i];
  }
  mrb_free(mrb, old);
}

static const mrb_value *
find(mrb_state *mrb, const mrb_code *place)
{
  const mrb_value *value = kept_at_hand(mrb, place);
  const struct kept *entry;

  if (value || !mrb->kept || !mrb->kept->count) return value;
  entry = entry_of(mrb->kept, place);
  if (!entry->place) return NULL;
  mrb->kept->at_hand[place_of(place)] = *entry;
  return &entry->value;
}

/* Gives what a place kept, or nil. */
void
mrb_kept_get(mrb_state *mrb, const mrb_code *place, mrb_value *to)
{
  const mrb_value *value = find(mrb, place);

  *to = value ? *value : mrb_nil_value();
}

void
mrb_kept_add(mrb_state *mrb, const mrb_irep *irep, uint32_t number, const mrb_value *value)
{
  struct mrb_kept_table *all = mrb->kept;
  const mrb_code *place = irep->iseq + number;
  struct kept *entry;

  if (!(irep->flags & MRB_IREP_NO_FREE)) ((mrb_irep *)irep)->flags |= MRB_IREP_KEEPS;
  if (!all) all = mrb->kept = (struct mrb_kept_table *)mrb_calloc(mrb, 1, sizeof *all);
  if (all->count * 4 >= all->capacity * 3) grow(mrb, all);
  entry = entry_of(all, place);
  if (!entry->place) all->count++;
  entry->place = place;
  entry->value = *value;
  all->at_hand[place_of(place)] = *entry;
}

static void
take_out(struct mrb_kept_table *all, const mrb_code *place)
{
  struct kept *at_hand = &all->at_hand[place_of(place)], *entry = entry_of(all, place);
  size_t hole = entry - all->entries, last = all->capacity - 1;

  if (!entry->place) return;
  if (at_hand->place == place) at_hand->place = NULL;
  all->count--;
  for (size_t i = (hole + 1) & last; all->entries[i].place; i = (i + 1) & last) {
    size_t home = home_of(all, all->entries[i].place);

    /* it stays if its home lies behind the hole */
    if (((i - home) & last) < ((i - hole) & last)) continue;
    all->entries[hole] = all->entries[i];
    hole = i;
  }
  all->entries[hole].place = NULL;
}

/* Forgets what the places of a routine kept. */
void
mrb_kept_forget(mrb_state *mrb, const mrb_irep *irep)
{
  if (!mrb->kept || !mrb->kept->count) return;
  for (uint32_t i = 0; i < irep->ilen; i++) take_out(mrb->kept, irep->iseq + i);
}

void
mrb_kept_mark(mrb_state *mrb)
{
  if (!mrb->kept) return;
  for (size_t i = 0; i < mrb->kept->capacity; i++) {
    if (mrb->kept->entries[i].place) mrb_gc_mark_value(mrb, mrb->kept->entries[i].value);
  }
}

void
kobako_free_kept(mrb_state *mrb)
{
  if (mrb->kept) mrb_free(mrb, mrb->kept->entries);
  mrb_free(mrb, mrb->kept);
  mrb->kept = NULL;
}
