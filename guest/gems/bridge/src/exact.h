/* The classes of values that are there from the start. */
#ifndef EXACT_H
#define EXACT_H

#include <mruby.h>

struct kobako_exact_classes {
  struct RClass *time, *rational, *complex, *set, *structs, *data;
};

extern struct kobako_exact_classes kobako_exact_classes;

#endif
