/* What `require` finds. The guest crate reads the pack of the standard library. */
#ifndef KOBAKO_LIBRARY_H
#define KOBAKO_LIBRARY_H

#include <mruby.h>
#include <kobako_compiler.h>

enum kobako_feature { KOBAKO_NO_FEATURE, KOBAKO_BUILT_IN, KOBAKO_BYTECODE };

/* The feature that defines a constant; FALSE if none does. */
typedef mrb_bool kobako_defines_function(const struct kobako_text *constant, struct kobako_text *feature);

/* Texts stay in place until `release`. */
struct kobako_library {
  /* What a feature is. If it has bytecode, that is of several features, with a TAB between their names, whose programs
     are the routines of one that does nothing. */
  enum kobako_feature (*find)(const struct kobako_text *feature, struct kobako_text *code,
                              struct kobako_text *features);
  kobako_defines_function *defines;
  /* Why there is no such feature, and what to do; `others` are the host's, line by line. */
  void (*absence)(const struct kobako_text *feature, const struct kobako_text *others, struct kobako_text *text);
  /* The bytecode of a group of methods of the core: routines of a program that does nothing. */
  void (*methods)(const struct kobako_text *group, struct kobako_text *code);
  void (*release)(void);
};

/* Must be called before kobako_open. */
void kobako_use_library(const struct kobako_library *table);

/* Copies a part of the pack, which is not in the memory. */
void kobako_read_pack(void *to, size_t from, size_t len);

/* Lets `require` find a file of the host, which runs as this proc at the top level. */
void kobako_add_library(mrb_state *mrb, mrb_value file, struct RProc *proc);

/* Loads a feature of the standard library; the `require` that follows answers as if it did so. FALSE if there is none, or
   if that could be told: the script has a `require` of its own, or the host such a library. */
mrb_bool kobako_load_ahead(mrb_state *mrb, mrb_value name);

/* Reads a feature of the standard library, without running it, and those that come with it. */
void kobako_read_parts(mrb_state *mrb, mrb_value name);

/* Reads a group of methods of the core. */
void kobako_read_methods_of(mrb_state *mrb, const struct kobako_text *group);

/* Classes of values that the standard library defines. */
enum kobako_class { KOBAKO_DATE_CLASS, KOBAKO_DATE_TIME_CLASS, KOBAKO_DECIMAL_CLASS, KOBAKO_CLASSES };

/* NULL if it was not loaded. */
struct RClass *kobako_loaded_class(enum kobako_class which);

/* The class, loaded if it was not. Raises what loading it does. */
struct RClass *kobako_load_class(mrb_state *mrb, enum kobako_class which);

#endif
