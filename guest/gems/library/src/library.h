/* What require.c and autoload.c share. */
#ifndef LIBRARY_H
#define LIBRARY_H

#include <mruby.h>
#include <kobako_library.h>

/* The guest crate's. */
extern const struct kobako_library *kobako_library;

/* What `require` is given as a String, without the end that a file may have. */
mrb_value kobako_feature_name(mrb_state *mrb, mrb_value name);

void kobako_init_autoload(mrb_state *mrb);

/* Notes the classes of values of a feature that was loaded. */
void kobako_note_classes(mrb_state *mrb, mrb_value feature);

/* The name of the feature that defines a class of values. */
const char *kobako_feature_of_class(enum kobako_class which);

#endif
